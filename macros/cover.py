"""What an editor types stays words: the signs of HTML go through Markdown under cover.

Markdown leaves HTML as it is, and where HTML begins depends on all that stands before it, also on
what a call writes. Under cover, the only HTML in a page is ours.
"""

from __future__ import annotations

import re

_COVERS = {"<": "\ue000", "&": "\ue001"}
"""Signs for private use, which nothing that is typed may hold (`deceit.HIDDEN`)."""

_MARK = re.compile(r"^<!-- [a-z ]+ -->$", re.MULTILINE)
"""A line of small letters for a program, such as the one that writes figures into a page."""

_COVER = str.maketrans(_COVERS)
_AS_HTML = str.maketrans({_COVERS["<"]: "&lt;", _COVERS["&"]: "&amp;"})
_AS_WORDS = str.maketrans({cover: sign for sign, cover in _COVERS.items()})


def covered(markdown: str) -> str:
    """Return the Markdown of a page in which nothing is HTML, without marks for programs."""
    return _MARK.sub("", markdown).translate(_COVER)


def uncovered(html: str) -> str:
    """Return HTML that was made of covered Markdown, in which the signs are words."""
    return html.translate(_AS_HTML)


def uncovered_words(text: str) -> str:
    """Return text that was made of covered Markdown as it was typed."""
    return text.translate(_AS_WORDS)
