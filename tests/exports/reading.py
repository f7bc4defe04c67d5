"""What to test, and the words in a file as another library than wrote it reads them."""

from __future__ import annotations

import csv
import hashlib
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import docx
import odfdo
import openpyxl
import pypdf
import pytest
from lxml import etree

from macros.exports import FORMATS
from macros.exports.document import documents
from macros.load import load
from macros.model import Gids
from macros.richtext import plain

ROOT = Path(__file__).resolve().parent.parent.parent
WRITTEN = FORMATS


def cases() -> list:
    """Every document in every format that it comes in."""
    gids = load(ROOT / "checklists")
    return [
        pytest.param(format_, document, id=f"{document.name(gids)}.{format_.extension}")
        for document in documents(gids)
        for format_ in WRITTEN
        if document.kind in format_.kinds
    ]


CASES = cases()


def text_of(path: Path) -> str:
    """Return the words in a file, without white space: every format breaks its lines elsewhere."""
    key = hashlib.sha256(path.suffix.encode() + path.read_bytes()).hexdigest()
    if key not in _TEXTS:
        _TEXTS[key] = squeeze("\n".join(_READERS[path.suffix](path)))
    return _TEXTS[key]


def foreign_titles(gids: Gids, text: str) -> list[tuple[str, str]]:
    """Return the titles in a text that are not Dutch, with their language, in order."""
    titles = [(plain(bron.titel), bron.taal) for bron in gids.bronnen.bronnen if bron.taal]
    text = squeeze(text)
    return sorted((title, lang) for title, lang in titles if squeeze(title) in text)


_TEXTS: dict[str, str] = {}
"""What was read before: the same bytes hold the same words, and reading a book takes seconds."""


def squeeze(text: str) -> str:
    return re.sub(r"[\s\u200b]", "", text)


def _odt(path: Path) -> Iterator[str]:
    content = odfdo.Document(path).container.get_part("content.xml")
    yield from etree.fromstring(content).itertext()


def _ods(path: Path) -> Iterator[str]:
    for table in odfdo.Document(path).body.tables:
        yield from (str(value) for row in table.get_values() for value in row if value)


def _docx(path: Path) -> Iterator[str]:
    document = docx.Document(str(path))
    yield from (paragraph.text for paragraph in document.paragraphs)
    for table in document.tables:
        yield from (cell.text for row in table.rows for cell in row.cells)


def _xlsx(path: Path) -> Iterator[str]:
    for sheet in openpyxl.load_workbook(path):
        yield from (str(value) for row in sheet.values for value in row if value)


def _csv(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.reader(file, delimiter=";"):
            yield from row


def _markdown(path: Path) -> Iterator[str]:
    text = path.read_text(encoding="utf-8")
    text = re.sub(r"(?<!\\)(\*\*?|`)", "", text)
    text = re.sub(r"(?<!\\)\[([^\]]*(?:\\\][^\]]*)*)\]\(<[^>]*>\)", r"\1", text)
    yield re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text).replace("&amp;amp;", "&amp;")


def _json(path: Path) -> Iterator[str]:
    def strings(value: object) -> Iterator[str]:
        if isinstance(value, str):
            yield value
        elif isinstance(value, list):
            for item in value:
                yield from strings(item)
        elif isinstance(value, dict):
            for item in value.values():
                yield from strings(item)

    yield from strings(json.loads(path.read_text(encoding="utf-8")))


def _pdf(path: Path) -> Iterator[str]:
    """Yield the sheets; a sentence may go on after a foot and a head, so only the last foot stays."""
    sheets = sheets_of(path)
    foot = re.compile(r"\n[^\n]*pagina \d+ van \d+[^\n]*(\n[^\n]*){0,2}$")
    head = re.compile(r"^[^\n]*· Handreiking voor gemeenten[^\n]*\n")
    yield from (foot.sub("", head.sub("", sheet)) for sheet in sheets)
    yield from (match[0] for match in foot.finditer(sheets[-1]))


def sheets_of(path: Path) -> list[str]:
    """Return the text of every sheet of a PDF."""
    return [sheet.extract_text() for sheet in pypdf.PdfReader(path).pages]


def _epub(path: Path) -> Iterator[str]:
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if name.endswith(".xhtml"):
                yield "".join(etree.fromstring(archive.read(name)).itertext())


_READERS = {
    ".odt": _odt,
    ".ods": _ods,
    ".docx": _docx,
    ".xlsx": _xlsx,
    ".csv": _csv,
    ".md": _markdown,
    ".json": _json,
    ".pdf": _pdf,
    ".epub": _epub,
}
