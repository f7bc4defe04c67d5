"""What happens to the built pages after MkDocs; knows files, not MkDocs.

Material writes a few attributes that the HTML standard does not allow where they stand,
and a search index that a browser may only fetch from a web server.
"""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

from .lean import slim

INDEX = Path("search") / "search_index.json"

_TOGGLE = re.compile(
    r'\s*<input class="md-toggle" data-md-toggle="\w+" type="checkbox" id="__\w+" autocomplete="off">'
)
_LEFTOVERS = (
    _TOGGLE,
    re.compile(r'\s*<label class="md-overlay" for="__drawer"></label>'),
    re.compile(r'\s*<div data-md-component="skip">.*?</div>', re.DOTALL),
    re.compile(r'\s*<div data-md-component="announce">\s*</div>'),
    re.compile(
        r'\s*<div class="md-dialog" data-md-component="dialog">\s*'
        r'<div class="md-dialog__inner md-typeset"></div>\s*</div>'
    ),
)
"""Controls of Material's drawer and search, which our own header and search replace."""


def finish(site: Path, downloads: Path) -> None:
    """Mend every page in `site`, make its index loadable from a folder, and add the downloads."""
    for page in site.rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        page.write_text(mend(html), encoding="utf-8")
    _write_index_script(site)
    if downloads.is_dir():
        shutil.copytree(downloads, site / "downloads", dirs_exist_ok=True)
    slim(site)


def mend(html: str) -> str:
    """Return a page without what the theme left behind for controls that we do not use."""
    for leftover in _LEFTOVERS:
        html = leftover.sub("", html)
    html = re.sub(r"(<script [^>]*?)\s+(src=)", r"\1 \2", html)
    return "\n".join(line.rstrip() for line in html.splitlines() if line.strip()) + "\n"


def _write_index_script(site: Path) -> None:
    """Write the index as a script: a page opened from a folder may not fetch JSON."""
    index = json.loads((site / INDEX).read_text(encoding="utf-8"))
    docs = [
        {"location": doc["location"], "title": _text(doc["title"]), "text": _text(doc["text"])}
        for doc in index["docs"]
    ]
    text = json.dumps(docs, ensure_ascii=False, separators=(",", ":"))
    script = site / "search" / "index.js"
    script.write_text(f"globalThis.gidsIndex={text};\n", encoding="utf-8")


def _text(html: str) -> str:
    """Return the words of a piece of HTML from the index, on one line."""
    text = re.sub(r"<[^>]+>", " ", html)
    for entity, character in (
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", '"'),
        ("&#39;", "'"),
        ("&amp;", "&"),
    ):
        text = text.replace(entity, character)
    return " ".join(text.split())
