"""What a page in docs/ may hold besides words: calls of our macros, and nothing that hides."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from .deceit import hidden_signs
from .markup import check_markup
from .problems import Position, Problem, relative_path, suggest
from .source import Node, SourceError, as_others_read, odd_files, parse, read_text
from .tables import check_tables

HEAD_LISTS = {
    "hide": frozenset({"toc", "navigation"}),
    "scripts": frozenset({"gids-data", "checklist", "dossier"}),
}
HEAD_KEYS = ("title", "description", *HEAD_LISTS, "render_macros")
"""What the head of a page may say; `template` and the like are for who knows the program."""

HEAD_SIGNS = frozenset('<>"&')
"""Those the theme would write into the page as they are."""

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
                yield from _check_page(text, name)
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


def _check_page(text: str, name: str) -> Iterator[Problem]:
    """Without a title in its head, MkDocs takes one from elsewhere and runs what stands in it."""
    head = _HEAD.match(text)
    if head is None:
        yield Problem(
            Position(name),
            "Deze pagina begint niet met een regel ‘---’, dan ‘title: …’ en ‘description: …’, en weer "
            "‘---’. Voeg die vier regels toe.",
        )
        yield from check_markup(text, name, 1, rendered=True)
        return
    yield from _check_backslashes(head[1], name)
    # First what refuses a bomb: the other reader would unfold it.
    node = parse(f"\n{head[1]}", name)
    read = as_others_read(head[1])
    yield from _check_head(node, read)
    rendered = not isinstance(read, dict) or read.get("render_macros") is not False
    first = head[0].count("\n") + 1
    yield from check_markup(text[head.end() :], name, first, rendered=rendered)


def _check_backslashes(head: str, name: str) -> Iterator[Problem]:
    """Yield each backslash: in YAML it writes what nobody who reads the page would recognise."""
    for number, line in enumerate(head.splitlines(), start=2):
        if "\\" in line:
            position = Position(name, number, line.index("\\") + 1)
            yield Problem(position, "Een \\ kan hier niet. Schrijf het teken zelf.")


def _check_head(node: Node, read: object) -> Iterator[Problem]:
    """Yield what is wrong in a head, which programs that know more than text take for `read`."""
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
    if not isinstance(read, dict):
        # MkDocs then takes the head for text of the page.
        yield Problem(
            node.position,
            "Hier staat iets wat op een datum of een ander soort waarde lijkt, maar het niet is. "
            "Zet aanhalingstekens om die tekst.",
        )
        return
    for key, value in read.items():
        if not _is_fine(key, value):
            yield Problem(
                node.keys.get(key, node.position),
                f"Bij ‘{key}’ kan dit niet staan. Bij title en description horen woorden, zonder "
                '< > & of ". Bij hide en scripts hoort een lijst, zoals op een andere pagina.',
            )
    for key in ("title", "description"):
        if key not in node.keys:
            yield Problem(
                node.position, f"De sleutel ‘{key}’ ontbreekt of is leeg. Vul hem hier in."
            )


def _is_fine(key: str, value: object) -> bool:
    match key, value:
        case (("title" | "description"), str(words)):
            return bool(words.strip()) and not HEAD_SIGNS & set(words)
        case (("hide" | "scripts"), list(names)):
            return all(isinstance(name, str) and name in HEAD_LISTS[key] for name in names)
        case "render_macros", False:
            return True
    return key not in HEAD_KEYS
