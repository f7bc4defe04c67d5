"""The points as CSV, as Dutch spreadsheets open it: UTF-8 with a mark, semicolons, CRLF."""

from __future__ import annotations

import csv
from pathlib import Path

from ..model import Gids
from . import imprint
from .document import Document
from .rows import COLUMNS, rows

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What OWASP names in its advice on CSV injection; `|` and `%` do something only inside a formula."""


def write(gids: Gids, document: Document, path: Path) -> None:
    """Write the points of a document as CSV.

    Version, place and colophon stand in columns of their own, so that the file stays one table.
    """
    about = {
        "Versie": imprint.version(gids),
        "Pagina": imprint.place(gids, document.page()),
        "Colofon": imprint.summary(gids, document),
    }
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\r\n", quoting=csv.QUOTE_ALL)
        writer.writerow([*(column.name for column in COLUMNS), *about])
        for row in rows(gids, document):
            writer.writerow([harmless(cell) for cell in (*row.cells, *about.values())])


def harmless(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell
