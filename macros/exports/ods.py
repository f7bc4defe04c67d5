"""The points as an OpenDocument workbook: one row each, with a list of statuses to choose from."""

from __future__ import annotations

from pathlib import Path

from ..model import Gids
from ..render import render
from . import house
from .document import Document
from .odt import properties, write_odf
from .rows import COLUMNS, DATE, GUIDE, GUIDE_WIDTHS, SHEET, STATUS, STATUSES, explanation, rows

MEDIA_TYPE = "application/vnd.oasis.opendocument.spreadsheet"


def write(gids: Gids, document: Document, path: Path) -> None:
    """Write the points of a document as ODS."""
    context = {
        "columns": COLUMNS,
        "rows": tuple(rows(gids, document)),
        "explanation": explanation(gids, document),
        "sheet": SHEET,
        "guide": GUIDE,
        "guide_widths": GUIDE_WIDTHS,
        "statuses": STATUSES,
        "status": STATUS,
        "date_column": DATE,
        "last_column": chr(ord("A") + len(COLUMNS) - 1),
        "house": house,
        "page": house.LANDSCAPE,
        **properties(gids, document),
    }
    parts = {
        f"{name}.xml": render(f"office/ods/{name}.xml.j2", **context)
        for name in ("content", "styles", "settings")
    }
    write_odf(path, gids, document, MEDIA_TYPE, parts)
