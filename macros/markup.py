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

from .cover import covered, uncovered
from .deceit import HIDDEN
from .gate import of_element, repeated_ids
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
    "class": re.compile(r"alleen-hoorbaar|language-[a-z0-9]+"),
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
MOST_CELLS = 3_000
"""In the tables of a page; each row gets as many as the widest."""

TAKEN = frozenset({"inhoud"})
"""The ids that the theme gives."""

_FENCE = re.compile(r"```[a-z0-9]*[ ]*")
_HTML = re.compile(r"<[a-zA-Z/!?][^\s>]{0,20}|&#?\w{1,30};")

_ALONE = re.compile(r"(?<![^\n]\n)^\{\{ \w+\([^{}]*\) \}\}$(?!\n[^\n])", re.MULTILINE)
_STAND_IN = "AanroepVanDeGids"


def check_markup(body: str, name: str, first: int) -> Iterator[Problem]:
    """Yield what the page `name` may not become; `first` is the number of the first line of `body`."""
    place = _Places(body, name, first)
    if too_much := (*_too_much(body, place), *_open_code(body, place)):
        yield from too_much
        return
    # What nobody sees is told elsewhere, where it stands.
    words = covered(HIDDEN.sub("", body))
    markdown = Markdown(extensions=list(EXTENSIONS))
    try:
        html = uncovered(markdown.convert(_ALONE.sub(_STAND_IN, words)))
    except RecursionError:
        yield Problem(place.line(0), "Op deze pagina staat te veel in elkaar genest. Verdeel haar.")
        return
    tree = LexborHTMLParser(f"<!doctype html><body>{html}</body>")
    alone = [p for p in tree.css("body > p") if p.inner_html == _STAND_IN and not p.attributes]
    if _STAND_IN in words or not len(alone) == html.count(_STAND_IN) == words.count("{{"):
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
    elements = tree.css("body *")
    for element in elements:
        yield from _in_element(element, place)
    for element, id_ in repeated_ids(elements, TAKEN):
        yield Problem(
            place.of(f"#{id_}", element.text()),
            f"Het anker ‘{id_[:40]}’ is op deze pagina al in gebruik. Geef deze kop een andere "
            "tekst, of zet er een eigen anker achter, zoals { #mijn-anker }.",
        )


def _open_code(body: str, place: _Places) -> Iterator[Problem]:
    """Yield each piece of code with another shape than ours.

    Markdown looks for the end of each beginning in all that follows, and knows slower beginnings.
    """
    opened: int | None = None
    for index, line in enumerate(body.split("\n")):
        if opened is not None and line.rstrip() == "```":
            opened = None
        elif opened is None and _FENCE.fullmatch(line):
            opened = index
        elif line.startswith(("```", "~~~")):
            yield Problem(
                place.line(index),
                "Een stuk code begint met een regel ``` waar hoogstens de naam van een taal achter "
                "staat, en eindigt met een regel ```. Herstel deze regel.",
            )
    if opened is not None:
        yield Problem(
            place.line(opened), "Dit stuk code heeft geen einde. Zet er een regel ``` onder."
        )


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
        yield Problem(place.line(0), f"Een <{tag}> kan op een pagina niet staan. Haal het weg.")
        return
    if tag != "code" and (html := _HTML.search(element.text(deep=False))):
        yield Problem(
            place.of(html[0]),
            f"Hier staat HTML: ‘{html[0]}’. Schrijf het in Markdown, een adres als [tekst](adres), en "
            "een teken als het teken zelf. Gaat de tekst over HTML? Zet er dan ` omheen.",
        )
    for key, value in element.attributes.items():
        if key == "style" and value and value.startswith("text-align"):
            continue  # told where the table is
        wanted = VALUES.get(key, _NO_TAG)
        if key not in ELEMENTS[tag] or not wanted.fullmatch(value or ""):
            yield Problem(
                place.of(f".{value}", f"#{value}", key, value or key),
                f"Bij <{tag}> kan {key[:40]}=‘{(value or '')[:40]}’ hier niet. Haal het weg.",
            )
    for said in of_element(element):
        address = element.attributes.get("href") or element.attributes.get("src") or ""
        yield Problem(place.of(address), f"Hier staat {said}. Haal het weg, of herstel het.")
