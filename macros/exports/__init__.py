"""The formats people can download; the downloads page and the tests go through this table."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from ..model import Gids
from .document import Document, Kind


@dataclass(frozen=True)
class Format:
    """A format: its names, what it is for, which documents it can hold and the module that writes it."""

    extension: str
    name: str
    purpose: str
    media_type: str
    kinds: tuple[Kind, ...]
    module: str

    def write(self, gids: Gids, document: Document, path: Path) -> None:
        """Write a document in this format; its module is only loaded when it is needed."""
        import_module(f".{self.module}", __name__).write(gids, document, path)


FORMATS = (
    Format(
        "pdf",
        "PDF",
        "om te lezen, af te drukken of op het scherm in te vullen",
        "application/pdf",
        ("checklist", "factsheet", "gids"),
        "pdf",
    ),
    Format(
        "odt",
        "OpenDocument-tekst (ODT)",
        "om zelf verder te bewerken",
        "application/vnd.oasis.opendocument.text",
        ("checklist", "factsheet", "gids"),
        "odt",
    ),
    Format(
        "ods",
        "OpenDocument-rekenblad (ODS)",
        "om taken te verdelen en te filteren",
        "application/vnd.oasis.opendocument.spreadsheet",
        ("checklist",),
        "ods",
    ),
    Format(
        "docx",
        "Word (DOCX)",
        "om zelf verder te bewerken",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ("checklist",),
        "docx",
    ),
    Format(
        "xlsx",
        "Excel (XLSX)",
        "om taken te verdelen en te filteren",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ("checklist",),
        "xlsx",
    ),
    Format(
        "epub",
        "E-boek (EPUB)",
        "om te lezen op een e-reader, tablet of telefoon",
        "application/epub+zip",
        ("gids",),
        "epub",
    ),
    Format(
        "csv",
        "CSV",
        "om in te lezen in een ander programma",
        "text/csv; charset=utf-8; header=present",
        ("checklist",),
        "csv_data",
    ),
    Format(
        "md",
        "Markdown",
        "om als platte tekst te bewerken of over te nemen",
        "text/markdown; charset=utf-8",
        ("checklist", "factsheet", "gids"),
        "markdown",
    ),
    Format(
        "json",
        "JSON",
        "om de inhoud te gebruiken in eigen software",
        "application/json",
        ("checklist", "gids"),
        "json_data",
    ),
)
"""Every format, in the order in which people see them: open formats before those of one maker."""


def formats_of(document: Document) -> tuple[Format, ...]:
    """Return the formats that a document comes in."""
    return tuple(format_ for format_ in FORMATS if document.kind in format_.kinds)
