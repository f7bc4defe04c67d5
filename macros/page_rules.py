"""What a page in docs/ may hold besides words: calls of our macros, and nothing that hides."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from .deceit import hidden_signs
from .problems import Position, Problem, relative_path, suggest
from .tables import check_tables

_BRACES = re.compile(r"\{[{%#]")
_CALL = re.compile(r'\{\{ (\w+)\((?:"[a-z0-9-]+")?\) \}\}')


def check_pages(docs: Path, names: Sequence[str]) -> Iterator[Problem]:
    """Yield every problem in the pages of `docs`; they may call each of `names`.

    What stands between braces is Jinja, which can run anything on the machine that builds the
    site. An editor of a page needs one line of it.
    """
    for path in sorted(docs.rglob("*.md")):
        place = relative_path(path, docs.parent)
        text = path.read_text(encoding="utf-8")
        yield from hidden_signs(text, place)
        yield from check_tables(text, place)
        for number, line in enumerate(text.splitlines(), start=1):
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
