"""What a page may ask of the program: a call of one of our macros, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from .problems import Position, Problem, relative_path, suggest

_BRACES = re.compile(r"\{[{%#]")
_CALL = re.compile(r'\{\{ (\w+)\((?:"[a-z0-9-]+")?\) \}\}')


def check_pages(docs: Path, names: Sequence[str]) -> Iterator[Problem]:
    """Yield what stands between braces in a page of `docs` and is not a call of one of `names`.

    The braces are Jinja, which can run anything on the machine that builds the site. An editor of
    a page needs one line of it.
    """
    for path in sorted(docs.rglob("*.md")):
        place = relative_path(path, docs.parent)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            for braces in _BRACES.finditer(line):
                position = Position(place, number, braces.start() + 1)
                call = _CALL.match(line, braces.start())
                if call is None:
                    yield Problem(
                        position,
                        f"‘{braces[0]}’ is hier geen aanroep van een onderdeel van de gids. "
                        'Haal het weg, of schrijf een aanroep zoals {{ fase("uitvoering") }}.',
                    )
                elif call[1] not in names:
                    yield Problem(
                        position,
                        f"Het onderdeel ‘{call[1]}’ bestaat niet. {suggest(call[1], names)}",
                    )
