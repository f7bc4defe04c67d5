"""A folder of YAML becomes a `Gids`, or a list of everything that is in the way."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from . import rules
from .content import KIND_NAMES, Content, Published, walk
from .model import (
    BESTANDEN,
    CODE_PATTERN,
    CONTACT_PATTERN,
    ID_PATTERN,
    TAAL_PATTERN,
    Fase,
    Gids,
    Record,
)
from .problems import InvalidSourceError, Position, Problem, nearest, relative_path, suggest
from .rules import SITE_REMEDY
from .source import Node, SourceError, odd_files, read, read_text

LOCK = "gepubliceerd.lock"

SINGLE_FILES = {
    "omslag": ("gids.yml", "gids"),
    "factsheet": ("factsheet.yml", "factsheet"),
    "bronnen": ("naslag/bronnen.yml", "bronnen"),
    "begrippen": ("naslag/begrippen.yml", "begrippen"),
    "rollen": ("naslag/rollen.yml", "rollen"),
    "maatregelen": ("naslag/maatregelen.yml", "maatregelen"),
    "wetten": ("naslag/wetten.yml", "wetten"),
    "vervallen": ("vervallen.yml", "vervallen"),
}
"""The file and the schema behind each part of `Gids`, apart from `fasen/*.yml`."""


def load(
    directory: Path, elsewhere: Callable[[Gids | None], Iterable[Problem]] = lambda _: ()
) -> Gids:
    """Return the guide in `directory`.

    Raises `InvalidSourceError` with every problem, also those found `elsewhere`, where the guide is
    asked about when it is sound: whoever mends one kind does not want to hear of the next only then.
    """
    gids, problems = examine(directory)
    errors = [problem for problem in (*problems, *elsewhere(gids)) if not problem.warning]
    if gids is None or errors:
        raise InvalidSourceError(errors)
    return gids


def examine(directory: Path) -> tuple[Gids | None, tuple[Problem, ...]]:
    """Return the guide, if there is one, and all problems including warnings, by place."""
    if odd := tuple(odd_files(directory)):
        return None, odd
    problems: list[Problem] = []
    nodes: dict[str, tuple[type[Record], Node | None]] = {
        part: (BESTANDEN[schema], _read(directory / file, directory.parent, problems))
        for part, (file, schema) in SINGLE_FILES.items()
    }
    paths = sorted((directory / "fasen").glob("*.yml"))
    if not paths:
        place = Position(relative_path(directory / "fasen", directory.parent))
        problems.append(
            Problem(place, "In deze map staat geen enkele fase. Zet de bestanden terug.")
        )
    fasen: list[tuple[type[Record], Node | None]] = [
        (Fase, _read(path, directory.parent, problems)) for path in paths
    ]
    readable = [(type_, node) for type_, node in (*nodes.values(), *fasen) if node]
    parts = tuple(part for type_, node in readable for part in walk(type_, node))
    try:
        published = tuple(read_lock(directory / LOCK))
    except SourceError as error:
        problems += error.problems
        published = ()
    content = Content(parts, published, relative_path(directory / LOCK, directory.parent))
    records = {part: _validate(*pair, problems) for part, pair in nodes.items()}
    phases = [_validate(*pair, problems) for pair in fasen]
    complete = len(readable) == len(nodes) + len(fasen)
    problems += rules.check(content, complete=complete)
    found = tuple(sorted(set(problems)))
    if any(not problem.warning for problem in found):
        return None, found
    return Gids(fasen=phases, **records), found  # type: ignore[arg-type]


def examine_file(type_: type[Record], path: Path) -> tuple[Node | None, tuple[Problem, ...]]:
    """Return a file beside the guide as nodes, and every problem in it as a record of this type."""
    problems: list[Problem] = []
    node = _read(path, path.parent, problems)
    _validate(type_, node, problems)
    return node, tuple(problems)


def read_lock(path: Path) -> Iterator[Published]:
    """Yield the ids in a lock file: one per line, `soort id` and for a point its code.

    Raises `SourceError` at a line that is something else, such as what git writes where two people
    changed the file.
    """
    if not path.exists():
        return
    name = relative_path(path, path.parent.parent)
    for number, line in enumerate(read_text(path, name).splitlines(), start=1):
        words = line.split()
        if not words or line.startswith("#"):
            continue
        if words[0] not in KIND_NAMES or len(words) not in (2, 3):
            raise SourceError(
                Problem(
                    Position(name, number),
                    "Op deze regel staat geen soort met een id. Voegde git twee versies samen? "
                    "Houd dan de regels van beide, en haal weg wat git erbij zette.",
                )
            )
        yield Published(*words)


def lock_text(published: Iterable[Published], gids: Gids) -> str:
    """Return the lock file for everything published before and everything in `gids`."""
    now = [
        Published(kind, id_, getattr(record, "code", "") if kind == "punt" else "")
        for kind in gids.kinds()
        for id_, record in gids.records(kind).items()
    ]
    lines = sorted({f"{p.kind} {p.id} {p.code}".rstrip() for p in (*published, *now)})
    header = "# Elk id dat ooit gepubliceerd is. Gemaakt door scripts/dev.py vastleggen.\n"
    return header + "".join(f"{line}\n" for line in lines)


def _read(path: Path, base: Path, problems: list[Problem]) -> Node | None:
    try:
        return read(path, relative_path(path, base))
    except SourceError as error:
        problems.extend(error.problems)
        return None


def _validate(type_: type[Record], node: Node | None, problems: list[Problem]) -> Record | None:
    if node is None:
        return None
    try:
        return type_.model_validate(node.plain())
    except ValidationError as error:
        schema = type_.model_json_schema()
        errors = error.errors()
        meant = {
            (*path[:-1], nearest(str(path[-1]), _keys_at(schema, path[:-1])))
            for path in (detail["loc"] for detail in errors if detail["type"] == "extra_forbidden")
        }
        problems.extend(
            _as_problem(schema, node, detail) for detail in errors if not _echo(detail, meant)
        )
        return None


def _echo(error: ErrorDetails, meant: Container[tuple[object, ...]]) -> bool:
    """Return whether another message says it already.

    A key is missing because it is misspelled and `meant` to be this one; or a list is called too
    short because of a mistake inside an item.
    """
    if error["type"] == "missing":
        return error["loc"] in meant
    return (
        error["type"] == "too_short"
        and isinstance(error["input"], list)
        and len(error["input"]) >= error["ctx"]["min_length"]
    )


def _as_problem(schema: dict[str, Any], node: Node, error: ErrorDetails) -> Problem:
    path = tuple(error["loc"])
    if error["type"] == "extra_forbidden":
        return _unknown_key(schema, node, path)
    if error["type"] == "missing":
        return Problem(
            node.at(path[:-1]),
            f"De sleutel ‘{path[-1]}’ ontbreekt. Voeg deze regel hier toe.",
        )
    return Problem(node.at(path), _message(error))


def _unknown_key(schema: dict[str, Any], node: Node, path: tuple[str | int, ...]) -> Problem:
    key = str(path[-1])
    known = _keys_at(schema, path[:-1])
    return Problem(
        node.within(path[:-1]).keys[key],
        f"De sleutel ‘{key}’ bestaat hier niet. {suggest(key, known)}",
    )


def _keys_at(schema: dict[str, Any], path: tuple[str | int, ...]) -> list[str]:
    """Return the keys that the record at `path` may have."""
    part = schema
    for step in path:
        part = _resolve(schema, part)
        part = part["items"] if isinstance(step, int) else part["properties"][step]
    return list(_resolve(schema, part)["properties"])


def _resolve(schema: dict[str, Any], part: dict[str, Any]) -> dict[str, Any]:
    for option in part.get("anyOf", [part]):
        if "$ref" in option:
            return schema["$defs"][option["$ref"].rsplit("/", 1)[-1]]  # type: ignore[no-any-return]
        if option.get("type") != "null":
            return option  # type: ignore[no-any-return]
    return part


def _message(error: ErrorDetails) -> str:
    """Return what is wrong and the remedy, by pydantic's error *type*, which is stable."""
    value = error["input"]
    context = error.get("ctx", {})
    shown = _shorten(str(value))
    match error["type"]:
        case "string_too_short" if context["min_length"] > 1:
            return (
                f"Deze tekst is {len(str(value).strip())} tekens lang en er zijn er "
                f"{context['min_length']} nodig. Vul de tekst aan."
            )
        case "string_too_short":
            return "Hier hoort tekst te staan. Vul de tekst in of haal de sleutel weg."
        case "string_too_long":
            length = len(str(value).strip())
            return (
                f"Deze tekst is {length} tekens lang en er passen er {context['max_length']}. "
                "Maak de tekst korter of verdeel hem."
            )
        case "string_pattern_mismatch":
            return f"‘{shown}’ heeft niet de goede vorm. {_pattern_remedy(context['pattern'])}"
        case "literal_error":
            choices = [
                word.strip(" '") for word in context["expected"].replace(" or ", ",").split(",")
            ]
            return f"‘{shown}’ kan hier niet. {suggest(str(value), choices)}"
        case "too_short":
            return "Hier hoort minstens één regel met een streepje te staan. Vul de lijst aan."
        case "too_long":
            return f"Hier passen {context['max_length']} regels. Haal er een weg."
        case "tuple_type" | "list_type":
            return (
                "Hier hoort een lijst te staan. Zet vierkante haken om de woorden, zoals [a, b], of "
                "begin elke regel met een streepje en een spatie."
            )
        case "string_type":
            return "Hier hoort tekst te staan, geen lijst of blok. Zet de tekst achter de dubbele punt."
        case "model_type" | "model_attributes_type" | "dict_type":
            return "Hier horen sleutels met waarden te staan, zoals ‘tekst: …’. Vul ze aan."
        case "bool_parsing" | "bool_type":
            return f"‘{shown}’ kan hier niet. Kies uit: ja, nee."
        case kind if kind.startswith("date"):
            return f"‘{shown}’ is geen datum. Schrijf jaar-maand-dag, zoals 2026-11-24."
        case kind if kind.startswith("int") or kind in ("greater_than_equal", "less_than_equal"):
            return (
                f"‘{shown}’ kan hier niet. Schrijf een heel getal dat hier past, zoals 2026 of 3."
            )
        case kind:
            raise AssertionError(f"no message for pydantic error type {kind!r}")


def _pattern_remedy(pattern: str) -> str:
    if pattern == ID_PATTERN:
        return "Gebruik kleine letters, cijfers en streepjes, zoals ‘ik-startopdracht’."
    if pattern == CODE_PATTERN:
        return "Schrijf twee hoofdletters, een streepje en twee cijfers, zoals IK-01."
    if pattern == CONTACT_PATTERN:
        return (
            f"Schrijf een adres dat met https:// of mailto: begint, zonder spaties. {SITE_REMEDY}"
        )
    if pattern == TAAL_PATTERN:
        return "Schrijf een taal in twee letters, zoals nl."
    if pattern.startswith("^https"):
        return f"Schrijf een volledig adres dat met https:// begint, zonder spaties. {SITE_REMEDY}"
    if pattern.startswith("^20"):
        return "Schrijf het jaar, een punt en een volgnummer, zoals 2026.1."
    return "Gebruik alleen hoofdletters, zoals IK."


def _shorten(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"


_SHOWN = 40
