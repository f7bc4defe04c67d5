"""Text documents in OpenDocument, from templates; nothing but our own XML in a zip.

A point has a check box as a content control, a LibreOffice extension of the format.
The standard alternative, a form control, gets lost on the way to DOCX and shows nothing in a
program that does not know forms, while here the sign ☐ simply stays in the text.
"""

from __future__ import annotations

from pathlib import Path

from ..model import Gids
from ..render import render
from . import house, imprint
from .document import Document
from .outline import outline
from .package import MIMETYPE, write_package

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"


def write(gids: Gids, document: Document, path: Path) -> None:
    """Write a document as ODT."""
    context = {
        "blocks": outline(gids, document),
        "house": house,
        "page": house.PORTRAIT,
        "type": house.TYPE[document.kind],
    }
    names = ("content", "styles")
    parts = {
        f"{name}.xml": render(f"office/odt/{name}.xml.j2", **properties(gids, document), **context)
        for name in names
    }
    write_odf(path, gids, document, MEDIA_TYPE, parts)


def write_odf(
    path: Path, gids: Gids, document: Document, media_type: str, parts: dict[str, str]
) -> None:
    """Write the parts of an OpenDocument file, with its properties and its list of parts."""
    parts = {**parts, "meta.xml": render("office/meta.xml.j2", **properties(gids, document))}
    manifest = render("office/manifest.xml.j2", media_type=media_type, names=tuple(parts))
    write_package(
        path,
        {MIMETYPE: media_type, "META-INF/manifest.xml": manifest, **parts},
        gids.omslag.datum,
    )


def properties(gids: Gids, document: Document) -> dict[str, object]:
    """Return what a document says about itself, for its properties, head and foot."""
    return {
        "title": document.title(gids),
        "subject": imprint.subject(gids),
        "description": imprint.summary(gids, document),
        "version": imprint.version(gids),
        "place": imprint.place(gids, document.page()),
        "language": imprint.LANGUAGE,
        "date": gids.omslag.datum.isoformat(),
        "keywords": (gids.omslag.titel, *(fase.titel for fase in document.fasen(gids))),
    }
