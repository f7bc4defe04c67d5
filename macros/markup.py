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
    words = _MARK.sub("", body)
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
        yield Problem(
            place.of("<"),
            "Hier staat HTML. Haal het weg, of schrijf het in Markdown. Gaat de tekst over HTML? "
            "Zet er dan ` omheen.",
        )
        return
    for element in tree.css("body *"):
        yield from _in_element(element, place)


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
    for has_words, block in groupby(lines, lambda numbered: bool(numbered[1].strip())):
        rows = list(block)
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
                f"Bij <{tag}> kan {key}=‘{(value or '')[:40]}’ hier niet. Haal het weg.",
            )
