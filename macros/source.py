"""YAML text as nodes that know their place; the only module that knows YAML."""

from __future__ import annotations

import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

import yaml

from .deceit import HIDDEN, code, hidden_signs
from .problems import Position, Problem, relative_path

MAX_BYTES = 1_000_000
MAX_DEPTH = 12
MAX_VALUES = 10_000
"""Keys and values in one file; some rules lay every text beside every other."""


@dataclass(frozen=True)
class Node:
    """A YAML value together with its place.

    Every scalar stays text: `nee`, `1.10` and `2026-01-01` arrive as typed,
    so nobody has to know which words YAML turns into something else.
    """

    position: Position
    value: str | list[Node] | dict[str, Node]
    keys: dict[str, Position] = field(default_factory=dict)

    def plain(self) -> object:
        """Return the value as nested `str`, `list` and `dict`, without places."""
        match self.value:
            case dict(items):
                return {key: node.plain() for key, node in items.items()}
            case list(items):
                return [node.plain() for node in items]
            case text:
                return text

    def at(self, path: tuple[str | int, ...]) -> Position:
        """Return the place of the value at `path`, or of the nearest value around it."""
        return self.within(path).position

    def within(self, path: tuple[str | int, ...]) -> Node:
        """Return the value at `path`, or the nearest value around it."""
        node = self
        for step in path:
            match node.value, step:
                case dict(items), str(key) if key in items:
                    node = items[key]
                case list(items), int(index) if index < len(items):
                    node = items[index]
                case _:
                    break
        return node


class SourceError(Exception):
    """A file that cannot be read as nodes; holds its problems."""

    def __init__(self, *problems: Problem) -> None:
        self.problems = problems
        super().__init__("\n".join(str(problem) for problem in problems))


def read(path: Path, name: str) -> Node:
    """Return the content of a file as nodes; `name` is what messages call the file.

    Raises `SourceError` with every problem that can be told apart.
    """
    return parse(read_text(path, name), name)


def read_text(path: Path, name: str) -> str:
    """Return the words of a file; `name` is what messages call it. Raises `SourceError`."""
    start = Position(name)
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise SourceError(Problem(start, _NO_FILE))
        content = path.read_bytes() if found.st_size <= MAX_BYTES else b""
    except FileNotFoundError:
        raise SourceError(
            Problem(start, "Dit bestand ontbreekt. Zet het terug of herstel de bestandsnaam.")
        ) from None
    except OSError as error:
        raise SourceError(
            Problem(
                start,
                f"Dit bestand kan niet gelezen worden ({error.strerror}). "
                "Controleer of het een gewoon bestand is dat u mag openen.",
            )
        ) from None
    if found.st_size > MAX_BYTES:
        raise SourceError(
            Problem(
                start,
                f"Dit bestand is groter dan {MAX_BYTES // 1_000_000} MB. "
                "Verdeel de inhoud of haal weg wat hier niet hoort.",
            )
        )
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        column = error.start - content.rfind(b"\n", 0, error.start)
        raise SourceError(
            Problem(
                Position(name, line, column),
                "Hier staat een teken dat geen UTF-8 is. Sla het bestand op met de codering UTF-8.",
            )
        ) from None


def odd_files(folder: Path) -> Iterator[Problem]:
    """Yield what stands in a folder and is no file or folder itself, such as a symlink or a pipe."""
    for path in sorted(folder.rglob("*")):
        if path.is_symlink() or not (path.is_file() or path.is_dir()):
            yield Problem(Position(relative_path(path, folder.parent)), _NO_FILE)


def as_others_read(text: str) -> object:
    """Return YAML text as programs read it that know numbers and dates; `None` when they cannot."""
    try:
        return yaml.safe_load(text)
    except (yaml.YAMLError, ValueError, ArithmeticError):
        return None


def parse(text: str, name: str) -> Node:
    """Return YAML text as nodes. Raises `SourceError`."""
    if not text.strip():
        raise SourceError(
            Problem(Position(name), "Dit bestand is leeg. Vul het in of verwijder het.")
        )
    _refuse_hidden_signs(text, name)
    try:
        _refuse_crowd(text, name)
        _refuse_shorthand(text, name)
        root = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        raise SourceError(_as_problem(error, text, name)) from None
    if root is None:
        raise SourceError(
            Problem(Position(name), "Dit bestand is leeg. Vul het in of verwijder het.")
        )
    problems: list[Problem] = []
    node = _convert(root, name, problems, depth=0)
    if problems:
        raise SourceError(*problems)
    return node


_NO_FILE = (
    "Dit is een verwijzing naar een andere plek op de computer, en die kan alles zijn. "
    "Zet het bestand zelf hier."
)

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _refuse_hidden_signs(text: str, name: str) -> None:
    """Stop before composing, and in comments too: some of these signs end a comment unseen."""
    if problems := tuple(hidden_signs(text, name)):
        raise SourceError(*problems)


def _escaped_sign(node: yaml.Node, name: str) -> Iterator[Problem]:
    """Yield a problem when a text between double quotes makes such a sign with a backslash."""
    if match := HIDDEN.search(str(node.value)):
        yield Problem(
            _position(name, node.start_mark),
            f"Een code met \\ maakt in deze tekst een teken dat niemand ziet: {code(match[0])}. "
            "Haal die code weg.",
        )


def _refuse_crowd(text: str, name: str) -> None:
    """Stop before the checks: a short text can hold more values than they can handle."""
    nodes = (event for event in _events_until_error(text) if isinstance(event, yaml.NodeEvent))
    if first_too_many := next(islice(nodes, MAX_VALUES, None), None):
        raise SourceError(
            Problem(
                _position(name, first_too_many.start_mark),
                f"Tot hier staan al {MAX_VALUES // 1_000}.000 sleutels en waarden in dit bestand. "
                "Verdeel de inhoud of haal weg wat hier niet hoort.",
            )
        )


def _refuse_shorthand(text: str, name: str) -> None:
    """Stop before composing at what stands for something else than it says.

    A few nested aliases can stand for billions of values. A tag asks a program that reads the same
    file to make something of the text.
    """
    problems = [
        Problem(_position(name, event.start_mark), message)
        for event in _events_until_error(text)
        if (message := _shorthand(event))
    ]
    if problems:
        raise SourceError(*problems[:_MOST_SHORTHAND_PROBLEMS])


def _shorthand(event: yaml.Event) -> str:
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
        return (
            "Verwijzingen met & en * kunnen hier niet. Schrijf de tekst uit, of zet "
            "aanhalingstekens om een tekst die met & of * begint."
        )
    if getattr(event, "tag", None):
        return "Een woord met ! ervoor kan hier niet. Haal het weg, of zet aanhalingstekens om de tekst."
    return ""


def _position(name: str, mark: Any) -> Position:
    """Return the place of a mark, which counts from 0."""
    return Position(name, mark.line + 1, mark.column + 1) if mark is not None else Position(name)


_MOST_SHORTHAND_PROBLEMS = 5


def _events_until_error(text: str) -> Iterator[yaml.Event]:
    try:
        yield from yaml.parse(text, Loader=_LOADER)
    except yaml.YAMLError:
        return  # composing meets the same error and reports it


def _convert(node: yaml.Node, name: str, problems: list[Problem], depth: int) -> Node:
    position = _position(name, node.start_mark)
    if depth > MAX_DEPTH:
        problems.append(
            Problem(
                position,
                "Hier staat te veel in elkaar genest. Controleer het inspringen van de regels.",
            )
        )
        return Node(position, "")
    if isinstance(node, yaml.SequenceNode):
        return Node(position, [_convert(item, name, problems, depth + 1) for item in node.value])
    if isinstance(node, yaml.MappingNode):
        return _convert_mapping(node, name, problems, depth)
    problems.extend(_escaped_sign(node, name))
    return Node(position, str(node.value))


def _convert_mapping(
    node: yaml.MappingNode, name: str, problems: list[Problem], depth: int
) -> Node:
    values: dict[str, Node] = {}
    keys: dict[str, Position] = {}
    for key_node, value_node in node.value:
        place = _position(name, key_node.start_mark)
        if not isinstance(key_node, yaml.ScalarNode):
            problems.append(
                Problem(
                    place,
                    "Hier hoort een sleutel te staan, geen lijst of blok. "
                    "Schrijf ‘sleutel: waarde’.",
                )
            )
            continue
        problems.extend(_escaped_sign(key_node, name))
        key = key_node.value
        if key in keys:
            problems.append(
                Problem(
                    place,
                    f"De sleutel ‘{key}’ staat ook al op regel {keys[key].line}. "
                    "Verwijder een van de twee.",
                )
            )
            continue
        keys[key] = place
        values[key] = _convert(value_node, name, problems, depth + 1)
    position = _position(name, node.start_mark)
    return Node(position, values, keys)


def _as_problem(error: yaml.MarkedYAMLError, text: str, name: str) -> Problem:
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark is not None else (0, 0)
    lines = text.splitlines()
    tab = next((i for i, row in enumerate(lines[: line + 1]) if re.match(r" *\t", row)), None)
    if tab is not None:
        position = Position(name, tab + 1, lines[tab].index("\t") + 1)
        return Problem(position, "Hier staat een tab. Spring in met spaties, twee per niveau.")
    position = Position(name, line + 1, column + 1)
    return Problem(position, _yaml_remedy(str(error.problem)))


def _yaml_remedy(problem: str) -> str:
    if "mapping values are not allowed" in problem:
        return (
            "Hier staat een dubbele punt op een plek waar dat niet kan. "
            "Zet de hele tekst tussen dubbele aanhalingstekens."
        )
    if "end of stream" in problem or "closing" in problem or "',' or" in problem:
        return (
            "Een aanhalingsteken of haak is niet gesloten. "
            "Zoek vanaf hier terug naar het begin en sluit het af."
        )
    if "cannot start any token" in problem:
        return (
            "Met dit teken kan een waarde niet beginnen. "
            "Zet de tekst tussen dubbele aanhalingstekens."
        )
    if "but found another document" in problem:
        return "Hier begint met --- een tweede document. Haal die regel weg."
    return (
        "Vanaf hier is de opbouw van het bestand niet te volgen. "
        "Controleer het inspringen, de streepjes en de dubbele punten op deze en de vorige regel."
    )
