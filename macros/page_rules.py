"""What a page in docs/ may hold besides words: calls of our macros, and nothing that hides."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeGuard

from .deceit import hidden_signs
from .markup import check_markup
from .problems import Position, Problem, relative_path, suggest
from .source import Node, SourceError, is_text, odd_files, parse, read_text
from .tables import check_tables

HEAD_KEYS = ("title", "description", "hide", "scripts", "render_macros")
"""What the head of a page may say; `template` and the like are for who knows the program."""

_MARKDOWN = frozenset({".md", ".markdown", ".mdown", ".mkdn", ".mkd"})
_PAGE_NAME = re.compile(r"[a-z0-9-]+\.md")
_HEAD = re.compile(r"---[ \t]*\n(.*?\n)(?:\.{3}|-{3})[ \t]*\n", re.DOTALL)
_BRACES = re.compile(r"\{[{%#]")
_CALL = re.compile(r'\{\{ (\w+)\((?:"[a-z0-9-]+")?\) \}\}')


def check_pages(docs: Path, names: Sequence[str]) -> Iterator[Problem]:
    """Yield every problem in the pages of `docs`; they may call each of `names`."""
    yield from odd_files(docs)
    for path in sorted(docs.rglob("*")):
        name = relative_path(path, docs.parent)
        if path.suffix.lower() in _MARKDOWN and not _PAGE_NAME.fullmatch(path.name):
            yield Problem(
                Position(name),
                "De naam van een pagina bestaat uit kleine letters, cijfers en streepjes, en eindigt "
                "op .md. Geef dit bestand zo’n naam.",
            )
        elif path.suffix == ".md" and path.is_file() and not path.is_symlink():
            try:
                text = read_text(path, name).replace("\r\n", "\n")
                yield from hidden_signs(text, name)
                yield from check_code(text, name, names)
                yield from check_tables(text, name)
                yield from _check_head(text, name)
                yield from _check_body(text, name)
            except SourceError as error:
                yield from error.problems


def check_code(text: str, name: str, names: Sequence[str]) -> Iterator[Problem]:
    """Yield what between braces is no call of one of `names`.

    It is Jinja, which can run anything on the machine that builds the site.
    """
    for number, line in enumerate(text.splitlines(), start=1):
        for braces in _BRACES.finditer(line):
            position = Position(name, number, braces.start() + 1)
            call = _CALL.match(line, braces.start())
            if call is None:
                yield Problem(
                    position,
                    f"‘{braces[0]}’ is hier geen aanroep van een onderdeel van de gids. "
                    'Haal het weg, of schrijf een aanroep zoals {{ fase("uitvoering") }}.',
                )
            elif call[1] not in names:
                yield Problem(
                    position,
                    f"Het onderdeel ‘{call[1]}’ bestaat niet. {suggest(call[1], names)}",
                )


def _check_head(text: str, name: str) -> Iterator[Problem]:
    """Without a title here, MkDocs takes one from elsewhere and runs what stands in it."""
    head = _HEAD.match(text)
    if head is None:
        yield Problem(
            Position(name),
            "Deze pagina begint niet met een regel ‘---’, dan ‘title: …’ en ‘description: …’, en weer "
            "‘---’. Voeg die vier regels toe.",
        )
        return
    # A backslash in YAML writes what nobody who reads the page would recognise, such as braces.
    for number, line in enumerate(head[1].splitlines(), start=2):
        if "\\" in line:
            position = Position(name, number, line.index("\\") + 1)
            yield Problem(position, "Een \\ kan hier niet. Schrijf het teken zelf.")
    node = parse(f"\n{head[1]}", name)
    if not isinstance(node.value, dict):
        yield Problem(
            node.position, "Hier horen regels te staan zoals ‘title: …’. Herstel deze regel."
        )
        return
    for key, position in node.keys.items():
        if key not in HEAD_KEYS:
            yield Problem(
                position, f"De sleutel ‘{key}’ bestaat hier niet. {suggest(key, HEAD_KEYS)}"
            )
    for key in ("title", "description"):
        value = node.value.get(key)
        if not _has_words(value):
            yield Problem(
                node.position, f"De sleutel ‘{key}’ ontbreekt of is leeg. Vul hem hier in."
            )
        elif not is_text(str(value.value)):
            yield Problem(
                value.position,
                f"Bij ‘{key}’ horen woorden, geen getal, datum of ja. Schrijf er woorden bij.",
            )


def _check_body(text: str, name: str) -> Iterator[Problem]:
    head = _HEAD.match(text)
    end = head.end() if head else 0
    yield from check_markup(text[:end], text[end:], name, text.count("\n", 0, end) + 1)


def _has_words(node: Node | None) -> TypeGuard[Node]:
    return node is not None and isinstance(node.value, str) and bool(node.value.strip())
