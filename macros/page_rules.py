"""What a page in docs/ may hold besides words: calls of our macros, and nothing that hides."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

from .deceit import hidden_signs
from .gate import KEPT, PICTURES
from .markup import check_markup
from .model import Gids
from .pages import MACROS, OF_A_FASE
from .problems import Position, Problem, relative_path, suggest
from .source import Node, SourceError, as_others_read, odd_files, parse, read_text
from .tables import check_tables

HEAD_LISTS = {
    "hide": frozenset({"toc", "navigation"}),
    "scripts": frozenset({"gids-data", "checklist", "dossier"}),
}
HEAD_KEYS = ("title", "description", *HEAD_LISTS)
"""What the head of a page may say; `template` and the like are for who knows the program."""

HEAD_SIGNS = frozenset('<>"&')
"""Those the theme would write into the page as they are."""

_MARKDOWN = frozenset({".md", ".markdown", ".mdown", ".mkdn", ".mkd"})
_PLAIN_PATH = re.compile(r"(?:[a-z0-9-]+/)*[a-z0-9-]+\.[a-z]+")
_ELSEWHERE = ("assets/gemaakt/", "assets/ts/")
"""The first is emptied of what is not ours before each build, the second no part of the site."""

_FILLED = ("downloads/", "hosting/", "search/")
"""Folders of the site that the build fills; what stood there too would seem to be ours."""

_HEAD = re.compile(r"---[ \t]*\n(.*?\n)(?:\.{3}|-{3})[ \t]*\n", re.DOTALL)
_BRACES = re.compile(r"\{[{%#]")
_CALL = re.compile(r'\{\{ (\w+)\((?:"([a-z0-9-]+)")?\) \}\}')


def check_pages(docs: Path, gids: Gids | None = None) -> Iterator[Problem]:
    """Yield every problem in `docs`, whose pages may call the guide; `gids` is there when it is sound."""
    yield from odd_files(docs)
    fasen = [fase.id for fase in gids.fasen] if gids else []
    for path in sorted(docs.rglob("*")):
        inside, name = relative_path(path, docs), relative_path(path, docs.parent)
        if not path.is_file() or path.is_symlink() or inside.startswith(_ELSEWHERE):
            continue
        if wrong := _check_name(inside):
            yield Problem(Position(name), wrong)
        elif path.suffix == ".md":
            try:
                text = read_text(path, name).replace("\r\n", "\n")
                yield from hidden_signs(text, name)
                yield from check_code(text, name, fasen)
                yield from check_tables(text, name)
                yield from _check_page(text, name)
            except SourceError as error:
                yield from error.problems


def _check_name(inside: str) -> str:
    """Return what is wrong with a file at this place in `docs/`, or nothing."""
    kind = PurePosixPath(inside).suffix.lower()
    if inside in KEPT or (kind not in _MARKDOWN and "/." in f"/{inside}"):
        return ""  # MkDocs leaves out what begins with a dot
    if kind in _MARKDOWN and (kind != ".md" or not _PLAIN_PATH.fullmatch(inside)):
        return (
            "De naam van een pagina en van haar map bestaat uit kleine letters, cijfers en "
            "streepjes, en een pagina eindigt op .md. Geef dit bestand zo’n naam."
        )
    if kind in PICTURES and not _PLAIN_PATH.fullmatch(inside):
        return (
            "De naam van een afbeelding en van haar map bestaat uit kleine letters, cijfers en "
            "streepjes. Geef dit bestand zo’n naam."
        )
    if inside.startswith(_FILLED):
        return "De bouw vult deze map zelf. Zet dit bestand in een andere map."
    if kind not in {".md", *PICTURES}:
        return (
            "Dit soort bestand kan hier niet staan. Haal het weg. Een pagina eindigt op .md, een "
            f"afbeelding op {', '.join(sorted(PICTURES))}."
        )
    return ""


def check_code(text: str, name: str, fasen: Sequence[str] = ()) -> Iterator[Problem]:
    """Yield what between braces is no call of one of `MACROS`.

    It is Jinja, which can run anything on the machine that builds the site. `fasen` are the ids of
    the phases, when they are known.
    """
    first: dict[str, int] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        for braces in _BRACES.finditer(line):
            place = Position(name, number, braces.start() + 1)
            if wrong := _check_call(braces, fasen):
                yield Problem(place, wrong)
            elif (earlier := first.setdefault(line[braces.start() :], number)) != number:
                yield Problem(
                    place, f"Dit onderdeel staat ook al op regel {earlier}. Haal het hier weg."
                )


def _check_call(braces: re.Match[str], fasen: Sequence[str]) -> str:
    """Return what is wrong with the call that begins at these braces, or nothing."""
    call = _CALL.match(braces.string, braces.start())
    if call is None:
        return (
            f"‘{braces[0]}’ is hier geen aanroep van een onderdeel van de gids. "
            'Haal het weg, of schrijf een aanroep zoals {{ fase("uitvoering") }}.'
        )
    macro, id_ = call.groups()
    if macro not in MACROS:
        return f"Het onderdeel ‘{macro}’ bestaat niet. {suggest(macro, MACROS)}"
    if id_ and macro not in OF_A_FASE:
        return f"Bij ‘{macro}’ hoort niets tussen de haakjes. Schrijf {{{{ {macro}() }}}}."
    if not id_ and macro in OF_A_FASE:
        return f'Zeg welke fase u bedoelt, zoals {{{{ {macro}("uitvoering") }}}}.'
    if id_ and fasen and id_ not in fasen:
        return f"De fase ‘{id_}’ bestaat niet. {suggest(id_, fasen)}"
    return ""


def _check_page(text: str, name: str) -> Iterator[Problem]:
    """Without a title in its head, MkDocs takes one from elsewhere and runs what stands in it."""
    head = _HEAD.match(text)
    if head is None:
        yield Problem(
            Position(name),
            "Deze pagina begint niet met een regel ‘---’, dan ‘title: …’ en ‘description: …’, en weer "
            "‘---’. Voeg die vier regels toe.",
        )
        yield from check_markup(text, name, 1)
        return
    yield from _check_backslashes(head[1], name)
    # First what refuses a bomb: the other reader would unfold it.
    node = parse(f"\n{head[1]}", name)
    read = as_others_read(head[1])
    yield from _check_head(node, read)
    yield from check_markup(text[head.end() :], name, head[0].count("\n") + 1)


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
    return key not in HEAD_KEYS
