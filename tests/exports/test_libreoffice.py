"""Whether LibreOffice opens the office files and loses nothing; only where it is installed."""

import re
import shutil
import subprocess
import warnings
import zipfile

import pypdf
import pytest
from lxml import etree

from macros import richtext
from macros.exports import FORMATS
from macros.exports.document import Document

from .reading import squeeze, text_of

TEXTS = [format_ for format_ in FORMATS if format_.extension in ("odt", "docx")]
SHEETS = [format_ for format_ in FORMATS if format_.extension in ("ods", "xlsx")]
ALL = Document("checklist")


@pytest.fixture(scope="module")
def convert(tmp_path_factory):
    """Convert a file with LibreOffice; where that is missing, say loudly that nothing was tried."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        message = "NOT RUN: LibreOffice is not installed, so no office file was opened with it."
        warnings.warn(message, stacklevel=1)
        pytest.skip(message)
    profile = tmp_path_factory.mktemp("profile")
    folder = tmp_path_factory.mktemp("converted")

    def run(path, extension):
        subprocess.run(
            [
                program,
                f"-env:UserInstallation=file://{profile}",
                "--headless",
                "--convert-to",
                extension,
                "--outdir",
                folder,
                path,
            ],
            check=True,
            capture_output=True,
            timeout=120,
        )
        return folder / f"{path.stem}.{extension}"

    return run


@pytest.mark.parametrize("format_", TEXTS, ids=lambda f: f.extension)
def test_every_point_of_a_text_survives_the_way_to_paper(format_, gids, written, convert):
    text = text_of(convert(written(format_, ALL), "pdf"))

    assert [p.code for p in gids.punten() if squeeze(richtext.plain(p.tekst)) not in text] == []


@pytest.mark.parametrize("format_", SHEETS, ids=lambda f: f.extension)
def test_every_point_of_a_sheet_is_read(format_, gids, written, convert):
    other = next(sheet for sheet in SHEETS if sheet != format_)

    text = _text_in(convert(written(format_, ALL), other.extension))

    assert [p.code for p in gids.punten() if squeeze(richtext.plain(p.tekst)) not in text] == []


@pytest.mark.parametrize("format_", SHEETS, ids=lambda f: f.extension)
def test_every_row_of_a_sheet_is_printed_under_its_head(format_, gids, written, convert):
    pages = [
        page.extract_text() for page in pypdf.PdfReader(convert(written(format_, ALL), "pdf")).pages
    ]

    *points, guide = pages
    assert [p.code for p in gids.punten() if p.code not in "".join(points)] == []
    assert all("Onderbouwing" in page and "Notitie" in page for page in points)
    assert "Colofon" in guide


def test_the_whole_guide_has_its_contents_with_page_numbers(gids, written, convert):
    odt = next(format_ for format_ in TEXTS if format_.extension == "odt")

    pages = pypdf.PdfReader(convert(written(odt, Document("gids")), "pdf")).pages

    contents = pages[1].extract_text()
    for number, fase in enumerate(gids.fasen, start=1):
        (page,) = re.findall(rf"^{number} {re.escape(fase.titel)}\D*(\d+)$", contents, re.MULTILINE)
        assert f"{number} {fase.titel}" in pages[int(page) - 1].extract_text()


@pytest.mark.parametrize(("extension", "other"), [("odt", "docx"), ("docx", "odt")])
def test_every_check_box_survives_the_way_to_another_format(
    extension, other, gids, written, convert
):
    format_ = next(format_ for format_ in (*TEXTS, *SHEETS) if format_.extension == extension)

    converted = convert(written(format_, ALL), other)

    name, sign = {
        "docx": ("word/document.xml", b"<w14:checkbox>"),
        "odt": ("content.xml", b'loext:checkbox="true"'),
    }[other]
    with zipfile.ZipFile(converted) as archive:
        assert archive.read(name).count(sign) == len(list(gids.punten()))


@pytest.mark.parametrize(("extension", "other"), [("ods", "xlsx"), ("xlsx", "ods")])
def test_the_list_of_statuses_survives_the_way_to_another_format(
    extension, other, written, convert
):
    format_ = next(format_ for format_ in (*TEXTS, *SHEETS) if format_.extension == extension)

    converted = convert(written(format_, ALL), other)

    with zipfile.ZipFile(converted) as archive:
        name = "xl/worksheets/sheet1.xml" if other == "xlsx" else "content.xml"
        sheet = archive.read(name).decode()
    for sign in {
        "xlsx": ("<dataValidation ", "<conditionalFormatting ", "<autoFilter "),
        "ods": ("cell-content-is-in-list", "calcext:condition ", "display-filter-buttons"),
    }[other]:
        assert sign in sheet


def _text_in(path):
    """The words in a package; LibreOffice fills a sheet up to a million rows, too many for a library."""
    with zipfile.ZipFile(path) as archive:
        parts = (
            etree.fromstring(archive.read(n)) for n in archive.namelist() if n.endswith(".xml")
        )
        return squeeze("".join(words for part in parts for words in part.itertext()))
