"""What the Markdown of a page in docs/ may become: words, and what words need to be read.

A page is turned into HTML as MkDocs does it, and read by the rules browsers read by. A class can
lay a link over the whole page and an element can run, so what is not listed here is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import groupby

from markdown import Markdown
from selectolax.lexbor import LexborHTMLParser, LexborNode

from .deceit import HIDDEN
from .gate import of_element
from .problems import Position, Problem

EXTENSIONS = ("toc", "tables", "fenced_code", "attr_list", "def_list", "macros.tables:Tables")
"""Those that MkDocs always uses, and those in mkdocs.yml."""

ELEMENTS: Mapping[str, frozenset[str]] = {
    tag: frozenset(attributes.split())
    for tags, attributes in {
        "h1 h2 h3 h4 h5 h6": "id",
        "p caption": "class",
        "a": "href",
        "img": "src alt",
        "ol": "start",
        "code": "class",
        "th": "scope",
        "ul li dl dt dd blockquote hr br strong em pre table thead tbody tr td": "",
    }.items()
    for tag in tags.split()
}
"""The elements of a page, each with its attributes."""

VALUES = {
    "class": re.compile(r"alleen-hoorbaar|language-[a-z]+"),
    "id": re.compile(r"[a-z0-9_-]+"),
    "start": re.compile(r"[0-9]{1,4}"),
}
_NO_TAG = re.compile(r"[^<>]*")
"""Later steps look for tags in the text of a page; none may stand in a value."""

LONGEST_LINE = 2_000
LONGEST_PAGE = 50_000
MOST_LINES = 200
MOST_BRACKETS = 100
"""In a paragraph; the time that Markdown needs grows with the square of their number."""
MOST_TAGS = 100
"""In a page; so it does with these."""
MOST_CELLS = 3_000
"""In the tables of a page; each row gets as many as the widest."""

TAKEN = frozenset({"inhoud"})
"""The ids that the theme gives."""

_FENCE = re.compile(r"```[a-z]*[ ]*")
_CODE = re.compile(r"(?<![\\`])`[^`]+`(?!`)")

_ALONE = re.compile(r"(?<![^\n]\n)^\{\{ \w+\([^{}]*\) \}\}$(?!\n[^\n])", re.MULTILINE)
_STAND_IN = "AanroepVanDeGids"
_MARK = re.compile(r"^<!-- [a-z ]+ -->$", re.MULTILINE)
"""A line of small letters for a program, such as the one that writes figures into a page."""


def check_markup(body: str, name: str, first: int, *, rendered: bool) -> Iterator[Problem]:
    """Yield what the page `name` may not become.

    `first` is the number of the first line of `body`; `rendered` says whether calls in it are made.
    """
    place = _Places(body, name, first)
    if too_much := tuple(_too_much(body, place)):
        yield from too_much
        return
    # What nobody sees is told elsewhere, where it stands.
    words = HIDDEN.sub("", _MARK.sub("", body))
    if loose := tuple(_loose(words, place)):
        yield from loose
        return
    source = _ALONE.sub(_STAND_IN, words) if rendered else words
    calls = words.count("{{") if rendered else 0
    markdown = Markdown(extensions=list(EXTENSIONS))
    try:
        html = markdown.convert(source)
        plain = _without_html().convert(source)
    except RecursionError:
        yield Problem(place.line(0), "Op deze pagina staat te veel in elkaar genest. Verdeel haar.")
        return
    tree = LexborHTMLParser(f"<!doctype html><body>{html}</body>")
    alone = [p for p in tree.css("body > p") if p.inner_html == _STAND_IN and not p.attributes]
    if _STAND_IN in words or not len(alone) == html.count(_STAND_IN) == calls:
        yield Problem(
            place.of("{{", _STAND_IN),
            "Een aanroep van de gids staat op een eigen regel, met een lege regel ervoor en erna, "
            "en niet in een lijst of een stuk code. Zet elke aanroep op deze pagina zo neer.",
        )
    if markdown.references:
        yield Problem(
            place.of("]:"),
            "Het adres van een link staat hier los van de link. Schrijf [tekst](adres).",
        )
    if html != plain:
        yield Problem(place.of("<"), NO_HTML)
        return
    ids = set(TAKEN)
    for element in tree.css("body *"):
        yield from _in_element(element, place)
        if (id_ := element.attributes.get("id")) and id_ in ids:
            yield Problem(
                place.of(f"#{id_}", element.text()),
                f"Het anker ‘{id_[:40]}’ is op deze pagina al in gebruik. Geef deze kop een andere "
                "tekst, of zet er een eigen anker achter, zoals { #mijn-anker }.",
            )
        ids.add(id_ or "")


NO_HTML = (
    "Hier staat ‘<’ buiten een stuk code. HTML kan hier niet: schrijf het in Markdown. Gaat de tekst "
    "over HTML? Zet er dan ` omheen, op één regel. Bedoelt u ‘kleiner dan’? Schrijf dat dan uit."
)


def _loose(words: str, place: _Places) -> Iterator[Problem]:
    """Yield each `<` outside code, and each piece of code of which Markdown might see another end.

    A tag that is not closed swallows what a call writes after it, up to the next `>`.
    """
    opened: int | None = None
    for index, line in enumerate(words.split("\n")):
        if opened is None and _FENCE.fullmatch(line):
            opened = index
        elif opened is not None and line.rstrip() == "```":
            opened = None
        elif opened is None or "```" in line:
            yield from _loose_in(line, index, place)
    if opened is not None:
        yield Problem(
            place.line(opened), "Dit stuk code heeft geen einde. Zet er een regel ``` onder."
        )


def _loose_in(line: str, index: int, place: _Places) -> Iterator[Problem]:
    left = _CODE.sub(lambda code: " " * len(code[0]), line)
    if match := re.search("~~~|`", left):
        yield Problem(
            place.line(index, match.start() + 1),
            "Hier begint of eindigt een stuk code op een manier die hier niet kan. Zet in een regel "
            "één ` voor en één ` achter de code. Voor meer regels: een regel ``` ervoor, zonder "
            "spaties aan het begin, en een regel ``` erachter.",
        )
    if "<" in left:
        yield Problem(place.line(index, left.index("<") + 1), NO_HTML)


def _without_html() -> Markdown:
    """Return Markdown to which HTML is text like any other: where it makes a difference, there is some."""
    markdown = Markdown(extensions=list(EXTENSIONS))
    markdown.preprocessors.deregister("html_block")
    markdown.inlinePatterns.deregister("html")
    return markdown


class _Places:
    """Where something stands in a page, as far as the words of the page tell."""

    def __init__(self, body: str, name: str, first: int) -> None:
        self._lines = body.splitlines()
        self._name = name
        self._first = first

    def line(self, index: int, column: int = 1) -> Position:
        return Position(self._name, self._first + index, column)

    def of(self, *signs: str) -> Position:
        """Return the first line with one of these signs, else that of the page."""
        lowered = [sign.casefold() for sign in signs]
        for index, line in enumerate(self._lines):
            if any(sign in line.casefold() for sign in lowered):
                return self.line(index)
        return self.line(0)


def _too_much(body: str, place: _Places) -> Iterator[Problem]:
    """Yield what would keep the check busy for minutes."""
    if len(body) > LONGEST_PAGE:
        yield Problem(
            place.line(0),
            f"Deze pagina is langer dan {LONGEST_PAGE // 1_000}.000 tekens. Verdeel haar.",
        )
    if body.count("<") > MOST_TAGS:
        yield Problem(
            place.of("<"),
            f"Op deze pagina staan meer dan {MOST_TAGS} tekens ‘<’. Verdeel haar.",
        )
    lines = list(enumerate(body.splitlines()))
    for index, line in lines:
        if len(line) > LONGEST_LINE:
            yield Problem(
                place.line(index),
                f"Deze regel is langer dan {LONGEST_LINE // 1_000}.000 tekens. Verdeel hem.",
            )
    cells = 0
    for has_words, block in groupby(lines, lambda numbered: bool(numbered[1].strip())):
        rows = list(block)
        cells += len(rows) * max(line.count("|") for _, line in rows)
        if has_words and len(rows) > MOST_LINES:
            yield Problem(
                place.line(rows[0][0]),
                f"Deze alinea is langer dan {MOST_LINES} regels. Verdeel haar.",
            )
        if sum(line.count("[") for _, line in rows) > MOST_BRACKETS:
            yield Problem(
                place.line(rows[0][0]),
                f"In deze alinea staan meer dan {MOST_BRACKETS} tekens ‘[’. Verdeel haar.",
            )
    if cells > MOST_CELLS:
        yield Problem(
            place.of("|"),
            f"De tabellen op deze pagina hebben meer dan {MOST_CELLS // 1_000}.000 cellen. "
            "Verdeel haar.",
        )


def _in_element(element: LexborNode, place: _Places) -> Iterator[Problem]:
    tag = element.tag or ""
    if tag not in ELEMENTS:
        yield Problem(
            place.of(f"<{tag}", f"</{tag}"),
            f"Hier staat HTML: <{tag}>. Haal het weg, of schrijf het in Markdown.",
        )
        return
    for key, value in element.attributes.items():
        wanted = VALUES.get(key, _NO_TAG)
        if key not in ELEMENTS[tag] or not wanted.fullmatch(value or ""):
            yield Problem(
                place.of(f".{value}", f"#{value}", key, value or key),
                f"Bij <{tag}> kan {key[:40]}=‘{(value or '')[:40]}’ hier niet. Haal het weg.",
            )
    for said in of_element(element):
        address = element.attributes.get("href") or element.attributes.get("src") or ""
        yield Problem(place.of(address), f"Hier staat {said}. Haal het weg, of herstel het.")
