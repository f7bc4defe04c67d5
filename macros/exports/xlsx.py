"""The points as a workbook for Excel: one row each, with a list of statuses to choose from."""

from __future__ import annotations

import datetime
import textwrap
from collections.abc import Iterable
from pathlib import Path

import xlsxwriter  # type: ignore[import-untyped]
from xlsxwriter.format import Format  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from ..model import Gids
from . import house
from .document import Document
from .odt import properties
from .rows import (
    COLUMNS,
    DATE,
    GUIDE,
    GUIDE_WIDTHS,
    SHEET,
    STATUS,
    STATUSES,
    explanation,
    line_count,
    rows,
)

MM_PER_UNIT = 1.95
"""The width of a column is counted in digits of the standard font."""

POINTS_PER_LINE = 12
HIGHEST = 409
HEAD_WIDTH = 100
INCH = 25.4


def write(gids: Gids, document: Document, path: Path) -> None:
    """Write the points of a document as XLSX."""
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(str(path), options) as book:
        _set_properties(book, gids, document)
        book.formats[0].set_font_name(house.FONT)
        book.formats[0].set_font_size(9)
        _points(book, gids, document)
        _guide(book, gids, document)


def _set_properties(book: xlsxwriter.Workbook, gids: Gids, document: Document) -> None:
    about = properties(gids, document)
    book.set_properties(
        {
            "title": about["title"],
            "subject": about["subject"],
            "comments": about["description"],
            "created": datetime.datetime.combine(gids.omslag.datum, datetime.time(), datetime.UTC),
        }
    )
    book.set_custom_property("Versie", str(about["version"]))
    book.set_custom_property("Pagina", str(about["place"]))
    book.set_custom_property("Taal", str(about["language"]))


def _points(book: xlsxwriter.Workbook, gids: Gids, document: Document) -> None:
    sheet = book.add_worksheet(SHEET)
    _prepare_page(sheet, gids, document)
    head = _format(book, bold=True, bg_color=house.PLANE, bottom=2, bottom_color=house.INK)
    plain, field = _format(book), _format(book, left=1, left_color=house.LINE)
    date = _format(book, left=1, left_color=house.LINE, num_format="dd-mm-yyyy")
    look = {column.name: field if column.filled_in else plain for column in COLUMNS}
    look[COLUMNS[DATE].name] = date
    codes = {
        fase.nummer: _format(book, bold=True, font_color=house.fase_ink(fase.nummer))
        for fase in gids.fasen
    }
    for index, column in enumerate(COLUMNS):
        sheet.set_column(index, index, column.width / MM_PER_UNIT)
        sheet.write_string(0, index, column.name, head)
    last = 0
    widths = [column.width for column in COLUMNS]
    for last, row in enumerate(rows(gids, document), start=1):
        sheet.set_row(last, _height(row.cells, widths))
        looks = (codes[row.fase], *(look[column.name] for column in COLUMNS[1:]))
        for index, (cell, form) in enumerate(zip(row.cells, looks, strict=True)):
            if cell:
                sheet.write_string(last, index, cell, form)
            else:
                sheet.write_blank(last, index, None, form)
    sheet.freeze_panes(1, 1)
    sheet.repeat_rows(0)
    sheet.autofilter(0, 0, last, len(COLUMNS) - 1)
    _statuses(book, sheet, last)


def _statuses(book: xlsxwriter.Workbook, sheet: Worksheet, last: int) -> None:
    """Offer the statuses as a list; the colour of a cell repeats the word that stands in it."""
    sheet.data_validation(
        1,
        STATUS,
        last,
        STATUS,
        {
            "validate": "list",
            "source": list(STATUSES),
            "input_title": "Status",
            "input_message": "Kies open, bezig, gedaan of n.v.t.",
            "error_title": "Status",
            "error_message": "Kies open, bezig, gedaan of n.v.t. uit de lijst.",
        },
    )
    sheet.data_validation(
        1,
        DATE,
        last,
        DATE,
        {
            "validate": "date",
            "criteria": ">=",
            "value": datetime.date(2020, 1, 1),
            "error_title": "Datum",
            "error_message": "Schrijf een datum, zoals 24-11-2026.",
        },
    )
    for status, (ink, plane) in house.STATUS.items():
        sheet.conditional_format(
            1,
            STATUS,
            last,
            STATUS,
            {
                "type": "cell",
                "criteria": "==",
                "value": f'"{status}"',
                "format": book.add_format({"font_color": ink, "bg_color": plane, "bold": True}),
            },
        )


def _guide(book: xlsxwriter.Workbook, gids: Gids, document: Document) -> None:
    sheet = book.add_worksheet(GUIDE)
    _prepare_page(sheet, gids, document)
    for index, width in enumerate(GUIDE_WIDTHS):
        sheet.set_column(index, index, width / MM_PER_UNIT)
    head = _format(book, bold=True, bg_color=house.PLANE, bottom=2, bottom_color=house.INK)
    sheet.write_string(0, 0, "Onderwerp", head)
    sheet.write_string(0, 1, document.title(gids), head)
    for number, (term, text) in enumerate(explanation(gids, document), start=1):
        sheet.set_row(number, _height((term, text), GUIDE_WIDTHS))
        sheet.write_string(number, 0, term, _format(book, bold=True))
        sheet.write_string(number, 1, text, _format(book))
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)


def _format(book: xlsxwriter.Workbook, **extra: object) -> Format:
    base = {
        "font_name": house.FONT,
        "font_size": 9,
        "font_color": house.INK,
        "text_wrap": True,
        "valign": "top",
        "bottom": 1,
        "bottom_color": house.LINE,
    }
    return book.add_format({**base, **extra})


def _height(cells: Iterable[str], widths: Iterable[int]) -> int:
    """Return the height of a row in points, as far as Excel allows."""
    return min(POINTS_PER_LINE * line_count(cells, widths) + 3, HIGHEST)


def _prepare_page(sheet: Worksheet, gids: Gids, document: Document) -> None:
    about = properties(gids, document)
    page = house.LANDSCAPE
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.set_margins(page.left / INCH, page.right / INCH, page.top / INCH, 16 / INCH)
    sheet.fit_to_pages(1, 0)
    sheet.hide_gridlines(2)
    sheet.set_header(
        f"&L&8{_literal(about['title'])}&R&8{_literal(about['place'])}", {"margin": 14 / INCH}
    )
    sheet.set_footer(f"&L&8{_literal(about['version'])}&R&8Pagina &P van &N")


def _literal(text: object) -> str:
    """Return a text for a head or foot, where `&` announces a code and 255 characters fit."""
    return textwrap.shorten(str(text), HEAD_WIDTH, placeholder="…").replace("&", "&&")
