"""The site as one zip, to use from a folder without internet."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from .exports.package import write_package

STABLE = "site.zip"
SIZE = "(grootte van de zip)"
"""Stands in the page until the zip is there to weigh; the zip does not hold these words."""

INDEX = Path("search") / "index.js"
INDEX_START = "globalThis.gidsIndex="
LOADED_BY_SCRIPT = ("search/index.js", "assets/gemaakt/*.js")
"""What no page names, but a script asks for."""

_WEB = re.compile(r"(?<!\s)\s*<!--op het web-->(.*?)<!--/op het web-->", re.DOTALL)
_FOLDER = re.compile(r"(?<!\s)\s*<!--uit een map-->(.*?)<!--/uit een map-->", re.DOTALL)
_REFERENCE = re.compile(r'\b(?:href|src)="([^"]*)"')
_CSS_REFERENCE = re.compile(r"url\(\s*[\"']?([^\"')]+)")
_ID = re.compile(r'\bid="([^"]+)"')


def zip_name(version: str) -> str:
    """Return the name of the zip, with the version of the content in it."""
    return f"handreiking-12min-site-{version}.zip"


def on_the_web(html: str, size: str) -> str:
    """Return a page without what is only meant for the folder, and with the size of the zip."""
    return _WEB.sub(r"\1", _FOLDER.sub("", html)).replace(SIZE, size)


def in_a_folder(html: str) -> str:
    """Return a page without what only makes sense on the web: the offer of the zip itself."""
    return _FOLDER.sub(r"\1", _WEB.sub("", html))


def write_offline(site: Path, target: Path, date: datetime.date) -> None:
    """Write every page, and whatever a page or script needs, as a zip with one folder in it.

    The error page stays out: only a web server shows it, and its addresses start at the root.
    """
    pages = {
        path.relative_to(site).as_posix(): in_a_folder(path.read_text(encoding="utf-8"))
        for path in site.rglob("*.html")
        if path != site / "404.html"
    }
    parts: dict[str, str | bytes] = {
        name: (site / name).read_bytes() for name in _needed(site, pages) if name not in pages
    }
    parts |= pages | {INDEX.as_posix(): _index(site, pages)}
    folder = target.stem
    write_package(target, {f"{folder}/{name}": parts[name] for name in sorted(parts)}, date)


def _needed(site: Path, pages: dict[str, str]) -> set[str]:
    """Return the files that pages, styles and scripts ask for; the rest of the theme stays home."""
    found = {
        path.relative_to(site).as_posix()
        for pattern in LOADED_BY_SCRIPT
        for path in site.glob(pattern)
    }
    for name, html in pages.items():
        found |= set(_files(site, name, _REFERENCE.findall(html)))
    for name in [name for name in found if name.endswith(".css")]:
        text = (site / name).read_text(encoding="utf-8")
        found |= set(_files(site, name, _CSS_REFERENCE.findall(text)))
    return found


def _files(site: Path, page: str, references: list[str]) -> Iterator[str]:
    root = site.resolve()
    for reference in references:
        parts = urlsplit(reference)
        if parts.scheme or parts.netloc or not parts.path:
            continue
        path = (root / page).parent.joinpath(unquote(parts.path)).resolve()
        if path.is_file() and path.is_relative_to(root):
            yield path.relative_to(root).as_posix()


def _index(site: Path, pages: dict[str, str]) -> str:
    """Return the search index without the sections that only stand on the web."""
    text = (site / INDEX).read_text(encoding="utf-8")
    docs = json.loads(text.removeprefix(INDEX_START).rstrip(";\n"))
    ids = {name: set(_ID.findall(html)) for name, html in pages.items()}
    kept = [doc for doc in docs if _resolves(doc["location"], ids)]
    return f"{INDEX_START}{json.dumps(kept, ensure_ascii=False, separators=(',', ':'))};\n"


def _resolves(location: str, ids: dict[str, set[str]]) -> bool:
    page, _, anchor = location.partition("#")
    return page in ids and (not anchor or anchor in ids[page])
