"""What a reader of the workbook and of the CSV file may count on."""

import csv

import openpyxl
import pytest

from macros.exports import FORMATS
from macros.exports.csv_data import FORMULA_STARTS, harmless
from macros.exports.document import Document
from macros.exports.house import STATUS
from macros.exports.rows import COLUMNS, STATUSES

XLSX, CSV = (next(f for f in FORMATS if f.extension == extension) for extension in ("xlsx", "csv"))
ALL = Document("checklist")


@pytest.fixture
def book(written):
    return openpyxl.load_workbook(written(XLSX, ALL))


def test_the_workbook_has_one_row_for_each_point(book, gids):
    head, *rows = book["Punten"].values

    assert head == tuple(column.name for column in COLUMNS)
    assert [row[0] for row in rows] == [punt.code for punt in gids.punten()]
    assert {row[8] for row in rows} == {STATUSES[0]}


def test_a_status_comes_from_a_list_and_has_a_look_of_its_own(book, gids):
    sheet = book["Punten"]
    last = len(list(gids.punten())) + 1

    lists = [rule for rule in sheet.data_validations.dataValidation if rule.type == "list"]
    assert [(str(rule.sqref), rule.formula1) for rule in lists] == [
        (f"I2:I{last}", f'"{",".join(STATUSES)}"')
    ]
    (looks,) = sheet.conditional_formatting
    assert str(looks.sqref) == f"I2:I{last}"
    assert [rule.formula for rule in looks.rules] == [[f'"{status}"'] for status in STATUSES]
    assert tuple(STATUS) == STATUSES


def test_the_head_of_the_sheet_stays_in_sight_repeats_and_filters(book, gids):
    sheet = book["Punten"]

    assert sheet.freeze_panes == "B2"
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.auto_filter.ref == f"A1:L{len(list(gids.punten())) + 1}"


def test_a_printed_sheet_is_a4_and_says_what_it_is(book, gids):
    for sheet in book:
        assert sheet.page_setup.paperSize == 9
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.page_setup.fitToHeight == 0
        assert ALL.title(gids) in sheet.oddHeader.left.text
        assert gids.omslag.versie in sheet.oddFooter.left.text
        assert sheet.oddFooter.right.text == "Pagina &P van &N"


def test_the_workbook_has_a_title_and_no_clock(book, gids):
    assert book.properties.title == ALL.title(gids)
    assert book.properties.created.date() == gids.omslag.datum


def test_no_cell_of_the_workbook_is_a_formula(awkward, tmp_path):
    path = tmp_path / "list.xlsx"

    XLSX.write(awkward, ALL, path)

    cells = [cell for sheet in openpyxl.load_workbook(path) for row in sheet for cell in row]
    assert {cell.data_type for cell in cells if cell.value} == {"s"}


def test_csv_opens_in_a_dutch_spreadsheet(written):
    data = written(CSV, ALL).read_bytes()

    assert data.startswith(b'\xef\xbb\xbf"Code";"Fase"')
    assert data.count(b"\n") == data.count(b"\r\n")


def test_csv_has_one_row_for_each_point(written, gids):
    with written(CSV, ALL).open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))

    assert [row["Code"] for row in rows] == [punt.code for punt in gids.punten()]
    assert {len(row) for row in rows} == {len(COLUMNS) + 3}


def test_no_cell_of_the_csv_is_a_formula(awkward, tmp_path):
    path = tmp_path / "list.csv"

    CSV.write(awkward, ALL, path)

    with path.open(encoding="utf-8-sig", newline="") as file:
        cells = [cell for row in csv.reader(file, delimiter=";") for cell in row]
    assert [cell for cell in cells if cell.startswith(FORMULA_STARTS)] == []
    assert len([cell for cell in cells if cell.startswith("'")]) == 49


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_a_cell_that_looks_like_a_formula_is_made_harmless(start):
    assert harmless(f"{start}1") == f"'{start}1"


def test_other_cells_stay_as_they_are():
    assert harmless("1 = 1") == "1 = 1"
