"""Take out of the built site what Material ships and no page asks for; knows files, not MkDocs."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

from .locked import run_locked

_HERE = Path(__file__).parent
_UNUSED = (
    "assets/javascripts",  # our header and search replace Material's
    "assets/stylesheets/*.map",
    "assets/stylesheets/palette.*.css",  # the palette of the colours is our own
    "assets/images",  # its own mark for a tab; ours is assets/teken.svg
    "search/search_index.json",  # index.js is made from it
)


def slim(site: Path) -> None:
    """Drop what no page loads, and the rules of the theme that match nothing on any page.

    Why: nine of ten rules of the theme are for parts we do not use, and a phone has to read
    them all before it may show the first line.
    """
    for pattern in _UNUSED:
        for path in site.glob(pattern):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    for sheet in (site / "assets" / "stylesheets").glob("main.*.css"):
        _reduce(sheet, site)


def _reduce(sheet: Path, site: Path) -> None:
    """Replace a style sheet by the used part, under a name that follows from what is in it."""
    pages = sorted(site.rglob("*.html"))
    css = _used_part(sheet, [*pages, *sorted((site / "assets").rglob("*.js"))])
    name = f"thema.{hashlib.sha256(css.encode()).hexdigest()[:8]}.css"
    sheet.with_name(name).write_text(css, encoding="utf-8")
    for page in pages:
        html = page.read_text(encoding="utf-8")
        page.write_text(html.replace(sheet.name, name), encoding="utf-8")
    sheet.unlink()


def _used_part(sheet: Path, used: list[Path]) -> str:
    return run_locked(
        _HERE / "lean.ts",
        _HERE / "lean.lock",
        str(sheet),
        *map(str, used),
        allow=("read", "env", "sys"),
        failure="De opmaak van de site kon niet verkleind worden.",
    )
