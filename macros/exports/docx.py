"""Text documents for Word, from templates; nothing but our own XML in a zip."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from ..model import Gids
from ..render import render
from . import house
from .document import Document
from .odt import properties
from .outline import outline
from .package import write_package

PARTS = MappingProxyType(
    {
        "[Content_Types].xml": "content_types.xml",
        "_rels/.rels": "package.rels",
        "docProps/core.xml": "core.xml",
        "word/document.xml": "document.xml",
        "word/_rels/document.xml.rels": "document.rels",
        "word/styles.xml": "styles.xml",
        "word/numbering.xml": "numbering.xml",
        "word/settings.xml": "settings.xml",
        "word/fontTable.xml": "fontTable.xml",
        "word/header.xml": "header.xml",
        "word/footer.xml": "footer.xml",
        "word/footer-first.xml": "footer.xml",
    }
)
"""Every part of the package and the template it comes from; the links are known after the text."""


@dataclass
class Links:
    """The web addresses in a document, which Word keeps in a list apart from the text."""

    names: dict[str, str] = field(default_factory=dict)

    def name(self, address: str) -> str:
        """Return the name by which the text calls an address."""
        return self.names.setdefault(address, f"link{len(self.names) + 1}")


def write(gids: Gids, document: Document, path: Path) -> None:
    """Write a document as DOCX."""
    context = {
        "blocks": outline(gids, document),
        "house": house,
        "page": house.PORTRAIT,
        "type": house.TYPE[document.kind],
        "links": Links(),
        **properties(gids, document),
    }
    parts = {
        part: render(f"office/docx/{template}.j2", **context) for part, template in PARTS.items()
    }
    write_package(path, parts, gids.omslag.datum)
