"""What happens to the built pages after MkDocs; knows files, not MkDocs.

Material writes a few attributes that the HTML standard does not allow where they stand,
and a search index that a browser may only fetch from a web server. A page gets the policy that
browsers hold it to, and nothing is published that breaks that policy.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from collections.abc import Iterable, Mapping
from html import unescape
from pathlib import Path
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from . import hosting, offline
from .cover import uncovered, uncovered_words
from .exports.written import SUMS
from .gate import PICTURES, UnsafePageError, objections, strangers
from .lean import slim
from .model import Omslag
from .sizes import size

INDEX = Path("search") / "search_index.json"

_LEFTOVERS = re.compile(
    r'<(?:input class="md-toggle"[^>]*>'
    r'|label class="md-overlay"[^>]*></label>'
    r'|div data-md-component="(?:skip|announce)">.*?</div>'
    r'|div class="md-dialog" data-md-component="dialog">.*?</div>\s*</div>)',
    re.DOTALL,
)
"""Controls of Material's drawer and search, which our own header and search replace."""

_GENERATOR = re.compile(r'<meta name="generator"[^>]*>')
"""Tells a stranger which versions the site is made with, and a reader nothing."""

_COMMENT = re.compile(r"<!--(?!/?(?:op het web|uit een map)-->).*?-->", re.DOTALL)
"""What writers say to each other; the marks of the zip are read later and then go too."""

_BLANK = re.compile(r"(<pre\b.*?</pre>)|(?<![ \t])(?:[ \t]*\n)+", re.DOTALL)
"""Lines without words; in a block of code they say what belongs together."""

_CHARSET = '<meta charset="utf-8">'


def finish(
    site: Path, downloads: Path, omslag: Omslag, address: str = "", *, preview: bool = False
) -> None:
    """Mend every page in `site`, make its index loadable from a folder, and add what is to download.

    `address` is where the site will stand. Raises `UnsafePageError` when a page holds what the
    policy forbids; such a page is taken away, so that nobody publishes it by mistake.
    """
    hosting.take_away_files(site)
    tags = hosting.tags(preview=preview)
    pages = {path: mend(path.read_text(encoding="utf-8"), tags) for path in site.rglob("*.html")}
    _refuse_pages(site, pages)
    for path, html in pages.items():
        path.write_text(html, encoding="utf-8")
    _write_index_script(site, pages)
    slim(site)
    _refuse_files(site)
    hosting.write_files(site, omslag, address)
    weight = ""
    if downloads.is_dir():
        shutil.copytree(downloads, site / "downloads", dirs_exist_ok=True)
        weight = _add_zip(site, omslag)
    for path in pages:
        html = path.read_text(encoding="utf-8")
        path.write_text(offline.on_the_web(html, weight), encoding="utf-8")


def mend(html: str, tags: str = "") -> str:
    """Return a page with `tags` in its head, without what the theme left for controls we do not use."""
    html = uncovered(html)
    for leftover in (_LEFTOVERS, _GENERATOR, _COMMENT):
        html = leftover.sub("", html)
    html = re.sub(r"(<script [^>]*?)\s+(src=)", r"\1 \2", html)
    # The policy comes before anything that it could stop.
    html = html.replace(_CHARSET, f"{_CHARSET}\n{tags}", 1)
    return _BLANK.sub(lambda match: match[1] or "\n", html.strip() + "\n")


def _refuse_pages(site: Path, pages: dict[Path, str]) -> None:
    found = []
    for path, html in sorted(pages.items()):
        # The marks of the zip may cut a word in two, so what counts is what is read without them.
        published = dict.fromkeys((offline.on_the_web(html, ""), offline.in_a_folder(html)))
        wrong = list(dict.fromkeys(said for text in published for said in objections(text)))
        if "Content-Security-Policy" not in html:
            wrong.append("geen beleid voor de browser")
        if wrong:
            path.unlink()
            found.append(f"{path.relative_to(site).as_posix()}: {'; '.join(wrong)}.")
    if found:
        remedy = "Haal dit weg uit de tekst of het sjabloon; de browser voert het toch niet uit."
        raise UnsafePageError("\n".join((*found, remedy)))


def _refuse_files(site: Path) -> None:
    if found := strangers(site):
        for path in found:
            path.unlink()
        names = "".join(f"{path.relative_to(site).as_posix()}\n" for path in found)
        remedy = (
            "Dit soort bestand mag niet op de site. Haal het weg uit docs/. Een afbeelding mag wel: "
            f"{', '.join(sorted(PICTURES))}."
        )
        raise UnsafePageError(names + remedy)


def _add_zip(site: Path, omslag: Omslag) -> str:
    """Write the zip of the site, at both its names, and return its size in words."""
    folder = site / "downloads"
    path = folder / offline.zip_name(omslag.versie)
    offline.write_offline(site, path, omslag.datum)
    shutil.copyfile(path, folder / offline.STABLE)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    sums = (folder / SUMS).read_text(encoding="utf-8").splitlines()
    sums += [f"{digest}  {name}" for name in (path.name, offline.STABLE)]
    (folder / SUMS).write_text("".join(f"{line}\n" for line in sorted(sums)), encoding="utf-8")
    return size(path.stat().st_size)


def _write_index_script(site: Path, pages: Mapping[Path, str]) -> None:
    """Write the index as a script: a page opened from a folder may not fetch JSON."""
    index = json.loads((site / INDEX).read_text(encoding="utf-8"))
    foreign = {path.relative_to(site).as_posix(): _foreign(html) for path, html in pages.items()}
    docs = [
        _section(doc, foreign.get(doc["location"].partition("#")[0], ())) for doc in index["docs"]
    ]
    text = json.dumps(docs, ensure_ascii=False, separators=(",", ":"))
    script = site / "search" / "index.js"
    script.write_text(f"globalThis.gidsIndex={text};\n", encoding="utf-8")


def _section(doc: Mapping[str, str], foreign: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """Return a section of the index, with the words in it that are not Dutch.

    Why: MkDocs indexes words without their language, and a result is read aloud too.
    """
    title, text = _text(doc["title"]), _text(doc["text"])
    section = {"location": doc["location"], "title": title, "text": text}
    if here := [(lang, words) for lang, words in foreign if words in title or words in text]:
        return {**section, "foreign": here}
    return section


def _foreign(html: str) -> tuple[tuple[str, str], ...]:
    """Return what a page says in another language than Dutch, each with that language."""
    parts = LexborHTMLParser(html).css("body [lang]:not([lang=nl])")
    found = ((part.attributes["lang"] or "", " ".join(part.text().split())) for part in parts)
    return tuple(dict.fromkeys((lang, words) for lang, words in found if lang and words))


def _text(markup: str) -> str:
    """Return the words of a piece of HTML from the index, on one line."""
    return " ".join(uncovered_words(unescape(re.sub(r"<[^>]+>", " ", markup))).split())
