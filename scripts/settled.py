"""What follows from the content and the model, and is kept in the project so that others can read it.

A program that edits YAML reads the schemas, a catalogue of software `publiccode.yml`, and the next
build the ids that were ever published.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from macros.exports import json_data
from macros.load import LOCK, lock_text, read_lock
from macros.model import Gids, Omslag
from macros.problems import Position, Problem, relative_path
from macros.schema import schemas
from macros.source import read_text
from scripts.ready import PUBLICCODE


def files(root: Path, gids: Gids) -> Mapping[Path, str]:
    """Return the text of each of these files, as it should be now.

    Raises `SourceError` when there is no `publiccode.yml`, of which only two lines follow.
    """
    lock = root / "checklists" / LOCK
    publiccode = root / PUBLICCODE
    return {
        **{root / f"checklists/schema/{name}.json": text for name, text in schemas().items()},
        root / "macros/exports/gids.schema.json": json_data.schema(),
        lock: lock_text(read_lock(lock), gids),
        publiccode: _released(read_text(publiccode, PUBLICCODE).replace("\r\n", "\n"), gids.omslag),
    }


def behind(root: Path, gids: Gids) -> Iterator[Problem]:
    """Yield a warning for each of these files that is not as it should be now."""
    for path, text in files(root, gids).items():
        if _present(path) != text:
            yield Problem(
                Position(relative_path(path, root)),
                "Dit bestand loopt achter op de inhoud. Werk het bij met "
                "‘python3 scripts/dev.py vastleggen’, en dien het in met uw wijziging.",
                warning=True,
            )


def _present(path: Path) -> str | None:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None


def _released(publiccode: str, omslag: Omslag) -> str:
    """Return `publiccode.yml` with the version and the date of the content; the rest is typed by hand."""
    for key, value in (("softwareVersion", omslag.versie), ("releaseDate", omslag.datum)):
        publiccode = re.sub(rf"^{key}:.*$", f'{key}: "{value}"', publiccode, flags=re.MULTILINE)
    return publiccode
