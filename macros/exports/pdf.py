"""PDF: every document as tagged PDF/UA-1, set by Typst, with boxes and lines to fill in."""

from __future__ import annotations

import datetime
import io
import json
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import font_source_sans_pro  # type: ignore[import-untyped]
import typst
from pikepdf import ObjectStreamMode, Pdf

from ..model import Gids
from ..richtext import plain
from .document import Document
from .pdf_data import INVULKOP, document_data
from .pdf_forms import Field, add_fields
from .pdf_tags import drop_empty_doubt, mark_row_headers

TEMPLATES = Path(__file__).parents[1] / "templates" / "typst"
_FACES = ("Regular", "It", "Semibold", "SemiboldIt", "Bold", "BoldIt")
_REMEDY = "staat er een teken in de tekst dat het lettertype niet kent, zoals een emoji?"
_FACTSHEET_SIZES = (10.0, 9.75, 9.5, 9.25, 9.0)


def write(gids: Gids, document: Document, path: Path) -> None:
    """Write a document as PDF."""
    data = document_data(gids, document)
    fields = _fields(gids, document)
    if document.kind != "factsheet":
        path.write_bytes(_finish(_compile(gids, document.kind, data), fields))
        return
    path.write_bytes(_finish(_on_two_pages(gids, data), fields))


def _on_two_pages(gids: Gids, data: dict[str, Any]) -> bytes:
    """Return the factsheet in the largest type that leaves it on two sheets of A4."""
    pdf = b""
    for size in _FACTSHEET_SIZES:
        pdf = _compile(gids, "factsheet", {**data, "lettergrootte": size})
        with Pdf.open(io.BytesIO(pdf)) as document:
            if len(document.pages) == 2:
                return pdf
    return pdf


def _finish(pdf: bytes, fields: Iterable[Field]) -> bytes:
    """Return a PDF with what Typst does not make: form fields, and headers of rows."""
    out = io.BytesIO()
    with Pdf.open(io.BytesIO(pdf)) as document:
        mark_row_headers(document)
        add_fields(document, fields)
        drop_empty_doubt(document)
        document.save(out, deterministic_id=True, object_stream_mode=ObjectStreamMode.generate)
    return out.getvalue()


def _compile(gids: Gids, template: str, data: dict[str, Any]) -> bytes:
    """Return a template filled with data.

    Templates and data are handed over as bytes, so that nothing depends on where we stand;
    the date of the content is the only clock.
    """
    files = {file.name: file.read_bytes() for file in sorted(TEMPLATES.glob("*.typ"))}
    files["main"] = files[f"{template}.typ"]
    files["data.json"] = json.dumps(data, ensure_ascii=False).encode()
    moment = datetime.datetime.combine(gids.omslag.datum, datetime.time(), datetime.UTC)
    with tempfile.TemporaryDirectory() as folder:
        try:
            pdf = typst.compile(  # type: ignore[call-overload]  # its stubs forget files as a dict
                files,
                format="pdf",
                font_paths=_fonts(Path(folder)),
                pdf_standards=["ua-1"],
                timestamp=moment,
            )
        except typst.TypstError as error:
            error.add_note(f"Bij het maken van de PDF ‘{data['document']['titel']}’: {_REMEDY}")
            raise
    return bytes(pdf)


def _fonts(folder: Path) -> typst.Fonts:
    """Return the faces we use, and nothing of the machine.

    The package holds every face twice, and Typst would take whichever the disk lists first.
    """
    source = Path(font_source_sans_pro.font_directory)
    for face in _FACES:
        shutil.copy(source / f"SourceSansPro-{face}.ttf", folder)
    return typst.Fonts(include_system_fonts=False, font_paths=[str(folder)])


def _fields(gids: Gids, document: Document) -> Iterator[Field]:
    """Yield what can be filled in: the head of a checklist, and a box and a note per point."""
    if document.kind != "checklist":
        return
    for name, label in INVULKOP:
        yield Field(name, label, "text")
    for fase in document.fasen(gids):
        for punt in fase.punten():
            yield Field(f"vink-{punt.code}", f"{punt.code}: {plain(punt.tekst)}", "check")
            yield Field(f"notitie-{punt.code}", f"Notitie bij {punt.code}", "text")
