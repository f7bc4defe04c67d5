"""The last gate before a page is published: nothing in it may run that is not our own script."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

ADDRESSES = frozenset({"href", "src", "action", "formaction", "xlink:href", "data", "srcdoc"})
FOREIGN = frozenset({"iframe", "frame", "object", "embed", "applet", "base", "style"})
"""Elements that the policy forbids, so that a page which holds one is broken at best."""

_CODE = re.compile(r"(?:javascript|vbscript|data):", re.IGNORECASE)
_INVISIBLE = re.compile(r"[\x00-\x20\u200b-\u200f\ufeff]+")
_ELSEWHERE = re.compile(r"(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)


class UnsafePageError(Exception):
    """Pages hold something that the policy forbids; the message names each, with the remedy."""


def objections(html: str) -> tuple[str, ...]:
    """Return what in a page must not reach a reader, in words; nothing when the page is sound."""
    gate = _Gate()
    gate.feed(html)
    gate.close()
    return tuple(gate.found)


class _Gate(HTMLParser):
    """Reads a page as a browser does: entities in an attribute are undone before it looks."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += _in_tag(tag, {name: value or "" for name, value in attrs})


def _in_tag(tag: str, attributes: dict[str, str]) -> Iterator[str]:
    if tag in FOREIGN:
        yield f"een element <{tag}>"
    if tag == "script" and not attributes.get("src"):
        yield "een script in de pagina zelf"
    if tag == "script" and _ELSEWHERE.match(attributes.get("src", "").strip()):
        yield f"een script van elders: {attributes['src']}"
    if tag == "meta" and attributes.get("http-equiv", "").lower() == "refresh":
        yield "een verversing naar een ander adres"
    for name, value in attributes.items():
        if name.startswith("on"):
            yield f"een opdracht in het kenmerk {name}"
        if name == "style":
            yield "opmaak in het kenmerk style"
        if name in ADDRESSES and _CODE.match(_INVISIBLE.sub("", value)):
            yield f"een adres dat code is: {value[:60]}"
