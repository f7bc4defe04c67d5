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
}

LONGEST_LINE = 2_000
LONGEST_PAGE = 200_000
MOST_BRACKETS = 100
"""In a paragraph: the time Markdown needs grows with the square of their number."""

_CALL = re.compile(r"\{\{ \w+\([^{}]*\) \}\}")
_STAND_IN = "AanroepVanDeGids"
_DECLARATION = re.compile(r"<(?!!-- [a-z ]+ -->)[!?]")
"""What browsers skip in more than one way; a mark of small letters, for a program, may stand."""

_UNRENDERED = re.compile(r"^render_macros: false$", re.MULTILINE)


def check_markup(head: str, body: str, name: str, first: int) -> Iterator[Problem]:
    """Yield what the page `name` may not become; `first` is the number of the first line of `body`."""
    place = _Places(body, name, first)
    if too_much := tuple(_too_much(body, place)):
        yield from too_much
        return
    calls = () if _UNRENDERED.search(head) else tuple(_CALL.finditer(body))
    markdown = Markdown(extensions=list(EXTENSIONS))
    html = markdown.convert(_CALL.sub(_STAND_IN, body) if calls else body)
    tree = LexborHTMLParser(f"<!doctype html><body>{html}</body>")
    alone = [p for p in tree.css("body > p") if p.text() == _STAND_IN and not p.attributes]
    if len(alone) != len(calls):
        yield Problem(
            place.of(calls[0][0]),
            "Een aanroep van de gids staat op een eigen regel, met een lege regel ervoor en erna, "
            "en niet in een lijst of een stuk code. Zet elke aanroep op deze pagina zo neer.",
        )
    if markdown.references:
        yield Problem(
            place.of("]:"),
            "Het adres van een link staat hier los van de link. Schrijf [tekst](adres).",
        )
    if _DECLARATION.search(html):
        yield Problem(
            place.of("<!", "<?"), "Dit soort HTML kan hier niet. Haal weg wat met <! of <? begint."
        )
    for element in tree.css("body *"):
        yield from _in_element(element, place)


class _Places:
    """Where something stands in a page, as far as the words of the page tell."""

    def __init__(self, body: str, name: str, first: int) -> None:
        self._lines = body.splitlines()
        self._name = name
        self._first = first

    def line(self, index: int) -> Position:
        return Position(self._name, self._first + index)

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
    lines = list(enumerate(body.splitlines()))
    for index, line in lines:
        if len(line) > LONGEST_LINE:
            yield Problem(
                place.line(index),
                f"Deze regel is langer dan {LONGEST_LINE // 1_000}.000 tekens. Verdeel hem.",
            )
    for has_words, block in groupby(lines, lambda numbered: bool(numbered[1].strip())):
        rows = list(block)
        if has_words and sum(line.count("[") for _, line in rows) > MOST_BRACKETS:
            yield Problem(
                place.line(rows[0][0]),
                f"In deze alinea staan meer dan {MOST_BRACKETS} tekens ‘[’. Verdeel haar.",
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
        wanted = VALUES.get(key)
        if key not in ELEMENTS[tag] or (wanted and not wanted.fullmatch(value or "")):
            yield Problem(
                place.of(f".{value}", f"#{value}", key, value or key),
                f"Bij <{tag}> kan {key}=‘{(value or '')[:40]}’ hier niet. Haal het weg.",
            )
