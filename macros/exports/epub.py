"""EPUB 3: the whole guide as a book for a reading system, one file per chapter."""

from __future__ import annotations

import textwrap
import uuid
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from ..model import Gids
from ..render import TEMPLATES, render
from . import imprint
from .blocks import Block, Contents, Entry, Heading, Table, Tick, Title
from .document import Document
from .outline import outline
from .package import MIMETYPE, write_package

_FOLDER = "EPUB"
_OPF = f"{_FOLDER}/gids.opf"
_TYPES = {"kop-begrippen": "glossary", "kop-bronnen": "bibliography", "kop-colofon": "colophon"}
_ROLES = {"chapter": "doc-chapter", "bibliography": "doc-bibliography", "glossary": "doc-glossary"}


def write(gids: Gids, document: Document, path: Path) -> None:
    """Write a document as EPUB."""
    blocks = outline(gids, document)
    title = next(block for block in blocks if isinstance(block, Title))
    chapters = tuple(_chapters(blocks))
    context = {
        **_about(gids, document),
        "title": title,
        "chapters": chapters,
        "href": _linker(chapters),
    }
    pages = {
        "nav.xhtml": render("epub/nav.xhtml.j2", **context),
        "omslag.xhtml": render("epub/omslag.xhtml.j2", **context),
        "omslag.svg": render("epub/omslag.svg.j2", **context, **_cover_lines(title)),
        "titel.xhtml": render("epub/titel.xhtml.j2", **context),
        "gids.opf": render("epub/gids.opf.j2", **context),
        "stijl.css": (TEMPLATES / "epub" / "stijl.css").read_text(encoding="utf-8"),
    }
    for chapter in chapters:
        pages[chapter.file] = render("epub/hoofdstuk.xhtml.j2", **context, chapter=chapter)
    parts = {
        MIMETYPE: "application/epub+zip",
        "META-INF/container.xml": render("epub/container.xml.j2", opf=_OPF),
        **{f"{_FOLDER}/{name}": page for name, page in pages.items()},
    }
    write_package(path, parts, gids.omslag.datum)


@dataclass(frozen=True)
class Chapter:
    """A file of the book: a heading of the first level with everything under it."""

    heading: Heading
    blocks: tuple[Block, ...]
    sections: tuple[Heading, ...]
    """The headings under it that the table of contents shows."""

    @property
    def id(self) -> str:
        """The name of the chapter, also of its file."""
        return self.heading.id

    @property
    def file(self) -> str:
        """The file that holds the chapter."""
        return f"{self.id}.xhtml"

    @property
    def type(self) -> str:
        """What sort of chapter this is, in the words of EPUB."""
        return _TYPES.get(self.id, "chapter")

    @property
    def role(self) -> str:
        """The same in the words of ARIA, or nothing where ARIA has no word for it."""
        return _ROLES.get(self.type, "")

    @property
    def groups(self) -> Iterator[tuple[str, tuple[Block, ...]]]:
        """The blocks, with points and entries that follow each other together in one list."""
        for kind, blocks in groupby(self.blocks, key=lambda block: block.kind):
            yield kind, tuple(blocks)


def _chapters(blocks: tuple[Block, ...]) -> Iterator[Chapter]:
    listed = [h for block in blocks if isinstance(block, Contents) for h in block.headings]
    starts = [(i, b) for i, b in enumerate(blocks) if isinstance(b, Heading) and b.level == 1]
    ends = [*(index for index, _ in starts[1:]), len(blocks)]
    for (start, heading), end in zip(starts, ends, strict=True):
        part = blocks[start:end]
        yield Chapter(heading, part, tuple(h for h in listed if h in part and h != heading))


def _linker(chapters: tuple[Chapter, ...]) -> Callable[[str], str]:
    """Return what turns `#anchor` into the file that holds it; a web address stays as it is."""
    files: Mapping[str, str] = {
        id_: chapter.file for chapter in chapters for block in chapter.blocks for id_ in _ids(block)
    }

    def href(target: str) -> str:
        if not target.startswith("#"):
            return target
        return files[target[1:]] + target

    return href


def _ids(block: Block) -> Iterator[str]:
    match block:
        case Heading(id=id_) | Entry(id=id_) | Tick(id=id_):
            yield id_
        case Table(rows=rows):
            yield from (row.id for row in rows if row.id)


def _about(gids: Gids, document: Document) -> dict[str, object]:
    page = document.page()
    name = f"{gids.omslag.titel}/{gids.omslag.versie}/{document.name(gids)}"
    return {
        "omslag": gids.omslag,
        "language": imprint.LANGUAGE,
        "identifier": uuid.uuid5(uuid.NAMESPACE_URL, name).urn,
        "version": imprint.version(gids),
        "place": imprint.place(gids, page),
        "licence": imprint.LICENCE,
        "summary": imprint.DISCLAIMER,
    }


def _cover_lines(title: Title) -> dict[str, list[str]]:
    """Return the words on the cover line by line; a drawing does not wrap them by itself."""
    return {
        "title_lines": textwrap.wrap(title.text, 17)[:3],
        "subtitle_lines": textwrap.wrap(title.subtitle, 42)[:4],
    }
