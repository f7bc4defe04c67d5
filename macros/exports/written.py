"""What was really written: the files to download, with their sizes and page counts."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import pikepdf

from ..model import Gids
from . import FORMATS, Format, formats_of
from .document import Document, documents

DOWNLOADS = Path(".gemaakt") / "downloads"
"""Where the files wait until the site is built; not in `docs/`, for some of them are Markdown."""

SCHEMA = Path(__file__).parent / "gids.schema.json"
"""What the JSON files promise; they name it, so it lies beside them."""

MANIFEST = "bestanden.json"
SUMS = "SHA256SUMS"


@dataclass(frozen=True)
class Written:
    """A file to download.

    `name` says what is in it and which version; `stable` never changes, for links.
    `size` is in bytes; `pages` is a count for a PDF and 0 for what has no pages.
    """

    document: str
    kind: str
    fase: str
    title: str
    extension: str
    name: str
    stable: str
    size: int
    pages: int
    sha256: str

    @property
    def format(self) -> Format:
        """The row of the table of formats that this file comes from."""
        return next(format_ for format_ in FORMATS if format_.extension == self.extension)


def write_all(gids: Gids, folder: Path) -> tuple[Written, ...]:
    """Write every document in every format, with sums and a manifest, in place of `folder`.

    Whoever reads the folder meanwhile finds the whole of the old one or of the new one.
    """
    made, old = folder.with_name(f"{folder.name}.nieuw"), folder.with_name(f"{folder.name}.oud")
    shutil.rmtree(made, ignore_errors=True)
    made.mkdir(parents=True)
    files = tuple(_write_each(gids, made))
    shutil.copyfile(SCHEMA, made / SCHEMA.name)
    sums = sorted(f"{file.sha256}  {name}\n" for file in files for name in (file.name, file.stable))
    (made / SUMS).write_text("".join(sums), encoding="utf-8")
    manifest = json.dumps([asdict(file) for file in files], ensure_ascii=False, indent=1)
    (made / MANIFEST).write_text(manifest + "\n", encoding="utf-8")
    shutil.rmtree(old, ignore_errors=True)
    if folder.exists():
        folder.rename(old)
    made.rename(folder)
    shutil.rmtree(old, ignore_errors=True)
    return files


def read_manifest(folder: Path) -> tuple[Written, ...]:
    """Return the files that `write_all` put in `folder`; nothing when it did not run yet."""
    path = folder / MANIFEST
    if not path.exists():
        return ()
    return tuple(Written(**item) for item in json.loads(path.read_text(encoding="utf-8")))


def _write_each(gids: Gids, folder: Path) -> Iterator[Written]:
    for document in documents(gids):
        for format_ in formats_of(document):
            yield _write(gids, document, format_, folder)


def _write(gids: Gids, document: Document, format_: Format, folder: Path) -> Written:
    path = folder / document.file_name(gids, format_.extension)
    format_.write(gids, document, path)
    stable = folder / f"{document.name(gids)}.{format_.extension}"
    shutil.copyfile(path, stable)
    return Written(
        document=document.name(gids),
        kind=document.kind,
        fase=document.fase,
        title=document.title(gids),
        extension=format_.extension,
        name=path.name,
        stable=stable.name,
        size=path.stat().st_size,
        pages=_pages(path) if format_.extension == "pdf" else 0,
        sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
    )


def _pages(path: Path) -> int:
    with pikepdf.open(path) as pdf:
        return len(pdf.pages)
