"""What a reader or a reviewer cannot see: signs without a shape, and links that name another site."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from .problems import Position, Problem

HIDDEN = re.compile(
    "["
    r"\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters, except tab and newline
    r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # turn the reading order around
    r"\u2028\u2029"  # end a line for YAML, and not for whoever reviews the file
    r"\u00ad\u200b-\u200d\u2060-\u2065\u206a-\u206f\ufeff"  # join or break words
    r"\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\ufff0-\ufffb"  # blanks
    r"\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    r"\ud800-\udfff\ue000-\uf8ff\ufffe\uffff\U000f0000-\U0010ffff"  # no sign at all
    "]"
)
"""Signs that reach a reader and that nobody who reviews a text can see.

The browser takes the first two rows out of what readers type (`dossier/text.ts`). Content has no
use for the others either: a soft hyphen or a joiner inside a word hides it from search and
glossary, and Dutch is written without.
"""


def hidden_signs(text: str, name: str) -> Iterator[Problem]:
    """Yield a problem for every sign in the file `name` that nobody sees."""
    for number, line in enumerate(text.replace("\r\n", "\n").split("\n"), start=1):
        for match in HIDDEN.finditer(line):
            yield Problem(
                Position(name, number, match.start() + 1),
                f"Hier staat een teken dat niemand ziet: {code(match[0])}. "
                "Verwijder het; lukt dat niet, typ de regel dan opnieuw.",
            )


def code(sign: str) -> str:
    """Return how Unicode numbers a sign, as in `U+200B`."""
    return f"U+{ord(sign):04X}"


def false_names(label: str, target: str) -> Iterator[tuple[str, str]]:
    """Yield each site, mail address or telephone number that a link names, with where it goes instead.

    A text that names a place promises that place; readers look no further before they click.
    `target` is an address that begins with http://, https://, mailto: or tel:.
    """
    words = unicodedata.normalize("NFKC", label).casefold()
    protocol, _, goal = target.casefold().partition(":")
    if protocol == "mailto":
        yield from ((named[:60], goal[:60]) for named in _MAIL.findall(words) if named != goal)
        yield from _false_sites(_MAIL.sub(" ", words), goal.rpartition("@")[2])
    elif protocol == "tel":
        for named in _NUMBER.findall(words):
            if re.sub(r"\D", "", goal) not in _dialled(named):
                yield named[:60], goal[:60]
        yield from _false_sites(words, "")
    else:
        yield from _false_sites(words, re.split(r"[/:?#]+", goal)[1])


def _dialled(number: str) -> tuple[str, str, str]:
    """Return the digits a telephone link may hold for a number as people write it in the Netherlands."""
    digits = re.sub(r"\D", "", number)
    return digits, digits.removeprefix("00"), f"31{digits.removeprefix('0')}"


def _false_sites(words: str, host: str) -> Iterator[tuple[str, str]]:
    for named in _SITE.findall(words):
        if named.rpartition(".")[2] in _NO_SITE:
            continue
        if not f".{host}".endswith(f".{named.removeprefix('www.')}"):
            yield named[:60], host[:60]


_MAIL = re.compile(r"[\w.+-]+@[\w.-]*\w")
_NUMBER = re.compile(r"\d(?:[ ().,/–-]*\d){2,}")
_SITE = re.compile(r"(?<![\w.-])\.*((?:[\w-]+\.+)+[^\W\d_]{2,})(?:[/?#:]\S*)?")

_NO_SITE = frozenset(
    {"csv", "docx", "dr", "drs", "epub", "html", "json", "ods", "odt", "pdf", "xlsx", "yml"}
)
"""Ends of file names and titles of people. No site ends so; `zip` and `md` it may."""
