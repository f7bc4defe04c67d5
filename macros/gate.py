"""The last gate before a page is published: nothing in it may run, or load, that is not ours."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

from .deceit import HIDDEN, code, false_names
from .hosting import REFERRER, policy
from .model import ADRES_PATTERN, MAIL_PATTERN, TEL_PATTERN

ADDRESSES = frozenset({
    "href", "src", "action", "formaction", "xlink:href", "data", "poster", "background", "data-root",
})  # fmt: skip
LISTS = frozenset({"srcset", "imagesrcset", "ping", "attributionsrc"})
"""Attributes that hold several addresses; no page of ours has them."""

FOREIGN = frozenset({
    "iframe", "frame", "frameset", "object", "embed", "applet", "base", "style",
    "noscript", "template", "animate", "set",
    "select", "xmp", "listing", "plaintext", "noembed", "noframes",
})  # fmt: skip
"""Elements that the policy forbids, or whose content browsers read in more than one way.

A `select` that stands in a page WebKit reads by other rules than the other browsers do.
"""

FOLLOWED = frozenset({"a", "area"})
LABELS = ("title", "aria-label", "alt")
"""What a reader may see or hear of a link, besides its words."""

TARGETS = re.compile(f"{ADRES_PATTERN}|{MAIL_PATTERN}|{TEL_PATTERN}")
"""Where a link may go. Other protocols open a program with what a stranger chose, such as a document
with macros; a mail address takes nothing along, such as a copy to somebody else."""

POLITE = frozenset({"canonical", "license", "author"})
"""Relations of a `link` for which no browser fetches or connects."""

SCRIPTS = (
    "checklist.js", "documenten.js", "dossier.js", "gids-data.js", "gids.js", "verder.js", "zoeken.js",
)  # fmt: skip
"""The scripts of the site, in `assets/gemaakt/`; any other would read every dossier too."""

MADE = frozenset({*SCRIPTS, "dossier.schema.json", "print-tekst.css"})
"""What `prepare` writes in that folder."""

KEPT = frozenset({
    "assets/gids.css", "assets/print.css", "assets/teken.svg", "robots.txt", "CNAME",
})  # fmt: skip
"""What the makers put in `docs/`, besides pages and pictures."""

OWN_FILES = (
    *KEPT, *(f"assets/gemaakt/{name}" for name in MADE), "assets/stylesheets/thema.*.css",
    "search/index.js", "sitemap.xml", "sitemap.xml.gz",
)  # fmt: skip
"""What stands in a built site besides pages, and before what is to download."""

PICTURES = frozenset({".png", ".jpg", ".jpeg", ".webp", ".gif"})
"""What an editor may put beside a page. An SVG is no picture but a page that can hold a script."""

_OWN_SCRIPT = re.compile(
    rf"(?:(?:\.\./)*|/(?:[\w.-]+/)*)assets/gemaakt/(?:{'|'.join(map(re.escape, SCRIPTS))})"
)
_CODE = re.compile(r"(?:javascript|vbscript|data):", re.IGNORECASE)
_INVISIBLE = re.compile(r"[\x00-\x20\u200b-\u200f\ufeff]+")
_OUTSIDE = re.compile(r"url\(\s*[\"']?\s*(?!#)", re.IGNORECASE)
_ELSEWHERE = re.compile(r"(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)


class UnsafePageError(Exception):
    """Something must not be published; the message names each page or file, with the remedy."""


def strangers(site: Path) -> tuple[Path, ...]:
    """Return the files of a built site that are no page, no picture and none of `OWN_FILES`.

    A script beside a page would be one of this site to a browser, and could read every dossier.
    """
    own = {path for pattern in OWN_FILES for path in site.glob(pattern)}
    return tuple(
        path
        for path in sorted(site.rglob("*"))
        if path.is_file()
        and path not in own
        and path.suffix != ".html"
        and path.suffix.lower() not in PICTURES
    )


def objections(html: str) -> tuple[str, ...]:
    """Return what in a page must not reach a reader, in words; nothing when the page is sound.

    The page is read by the rules browsers read by (the HTML standard), not by a parser that a
    comment or a title can lead past something.
    """
    elements = LexborHTMLParser(html).css("*")
    found = [said for element in elements for said in of_element(element)]
    found += [f"twee keer het anker {id_[:60]}" for _, id_ in repeated_ids(elements)]
    return tuple(found)


def repeated_ids(
    elements: Iterable[LexborNode], taken: Iterable[str] = ()
) -> Iterator[tuple[LexborNode, str]]:
    """Yield each element with an id that is `taken`, or stood on an element before it, with that id."""
    seen = set(taken)
    for element in elements:
        if id_ := element.attributes.get("id"):
            if id_ in seen:
                yield element, id_
            seen.add(id_)


def of_element(element: LexborNode) -> Iterator[str]:
    """Yield what in an element, apart from those inside it, must not reach a reader."""
    attributes = {name: value or "" for name, value in element.attributes.items()}
    yield from _in_element(element.tag or "", attributes, _words(element, attributes))
    if sign := HIDDEN.search(" ".join((element.text(deep=False), *attributes.values()))):
        yield f"een teken dat niemand ziet: {code(sign[0])}"


def _words(element: LexborNode, attributes: dict[str, str]) -> str:
    """Return all that a reader may see or hear of a link, or what a script would run."""
    if element.tag == "script":
        return element.text().strip()
    if element.tag not in FOLLOWED:
        return ""
    pictures = (picture.attributes.get("alt") or "" for picture in element.css("img"))
    return "\n".join((element.text(), *(attributes.get(name, "") for name in LABELS), *pictures))


def _in_element(tag: str, attributes: dict[str, str], words: str) -> Iterator[str]:
    if tag in FOREIGN:
        yield f"een element <{tag}>"
    if tag == "script" and (words or not attributes.get("src")):
        yield "een script in de pagina zelf"
    elif tag == "script" and not _OWN_SCRIPT.fullmatch(attributes["src"]):
        yield f"een script dat niet van de gids is: {attributes['src'][:60]}"
    if tag == "meta":
        yield from _in_meta(attributes)
    for name, value in attributes.items():
        if name.startswith("on"):
            yield f"een opdracht in het kenmerk {name}"
        if name == "style":
            yield "opmaak in het kenmerk style"
        if name in LISTS or (name == "referrerpolicy" and value != REFERRER):
            yield f"het kenmerk {name}"
        if _OUTSIDE.search(value):
            yield f"een adres in het kenmerk {name}"
        if name in ADDRESSES and (tag, name) != ("script", "src"):
            address = _INVISIBLE.sub("", value).replace("\\", "/")  # as a browser reads it
            yield from _in_address(tag, attributes, address, words)


def _in_meta(attributes: dict[str, str]) -> Iterator[str]:
    equivalent = attributes.get("http-equiv", "").lower()
    if equivalent and equivalent != "content-security-policy":
        yield f"een <meta> die de browser iets opdraagt: {equivalent}"
    elif equivalent and attributes.get("content") not in (policy(), policy(preview=True)):
        yield "een ander beleid voor de browser dan dat van de gids"
    is_referrer = attributes.get("name", "").lower() == "referrer"
    if is_referrer and attributes.get("content") != REFERRER:
        yield "een <meta> die zegt waar de lezer vandaan komt"


def _in_address(tag: str, attributes: dict[str, str], address: str, words: str) -> Iterator[str]:
    if _CODE.match(address):
        yield f"een adres dat code is: {address[:60]}"
    elif not _ELSEWHERE.match(address):
        return
    elif tag in FOLLOWED:
        yield from _in_link(address, words)
    elif not _is_polite(tag, attributes):
        yield f"een <{tag}> van elders: {address[:60]}"


def _is_polite(tag: str, attributes: dict[str, str]) -> bool:
    """Return whether no browser fetches this address by itself."""
    relations = set(attributes.get("rel", "").lower().split())
    return tag == "link" and bool(relations) and relations <= POLITE


def _in_link(address: str, words: str) -> Iterator[str]:
    if not TARGETS.fullmatch(address):
        yield f"een link naar een adres dat niet mag: {address[:60]}"
        return
    for named, host in false_names(words, address):
        yield f"een link die ‘{named}’ noemt en naar ‘{host}’ gaat"
