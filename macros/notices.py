"""The work of others that the site hands to readers, with the notice each of them asks for.

`scripts/notices.py` reads them from the installed packages; the project holds no copy.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from itertools import pairwise
from pathlib import Path

NOTICES = Path(".gemaakt") / "licenties.json"
"""Where the notices wait until the site is built; the page on licences shows them."""

_RULED_LINE = re.compile(r"^[-=_*]{3,}$", re.MULTILINE)
_BLANK_LINE = re.compile(r"\n\s*\n")


@dataclass(frozen=True)
class Notice:
    """One work of others.

    `name` is what people call it and `purpose` what it is in the site for; `package` and `version`
    say where it was found, `licence` is the SPDX id that the package states.
    """

    name: str
    purpose: str
    package: str
    version: str
    licence: str
    text: str

    @property
    def paragraphs(self) -> tuple[tuple[str, ...], ...]:
        """The text for a screen of any width: paragraphs, each with its lines."""
        blocks = _BLANK_LINE.split(_RULED_LINE.sub("", self.text))
        return tuple(tuple(_lines(block.strip())) for block in blocks if block.strip())


def write_notices(notices: Iterable[Notice], path: Path) -> None:
    """Write notices for `read_notices`."""
    text = json.dumps([asdict(notice) for notice in notices], ensure_ascii=False, indent=1)
    path.write_text(text + "\n", encoding="utf-8")


def read_notices(path: Path) -> tuple[Notice, ...]:
    """Return the notices that `write_notices` wrote."""
    return tuple(Notice(**item) for item in json.loads(path.read_text(encoding="utf-8")))


def _lines(block: str) -> Iterator[str]:
    """Yield the lines that are lines on purpose: a line that is nearly full goes on in the next."""
    lines = [line.strip() for line in block.splitlines()]
    full = max(map(len, lines)) * 3 / 4
    begun = lines[0]
    for before, line in pairwise(lines):
        if len(before) < full:
            yield begun
            begun = line
        else:
            begun = f"{begun} {line}"
    yield begun
