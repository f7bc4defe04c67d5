"""Documents as plain Markdown (CommonMark with tables and check boxes), to edit or to reuse."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from ..model import Gids
from . import blocks
from .blocks import Block, Inline, Run
from .document import Document
from .outline import outline

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~])")
_START = re.compile(r"^(\s*)(#|[-+](?=\s)|\d+(?=[.)]\s))")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_MARKS = {"bullet": "-", "number": "1.", "wel": "-", "niet": "-"}


def write(gids: Gids, document: Document, path: Path) -> None:
    """Write a document as Markdown."""
    parts = ("\n".join(_lines(block)) for block in outline(gids, document))
    text = "\n\n".join(part for part in parts if part)
    path.write_text(f"{text}\n", encoding="utf-8", newline="\n")


def escape(text: str) -> str:
    """Return words that Markdown shows as they are typed."""
    text = _ENTITY.sub("&amp;", _SPECIAL.sub(r"\\\1", text))
    return _START.sub(lambda match: f"{match[1]}{_guarded(match[2])}", text)


def _guarded(sign: str) -> str:
    """Return a sign at the start of a line so that it starts no heading or list."""
    return f"{sign}\\" if sign[-1].isdigit() else f"\\{sign}"


def inline(text: Inline) -> str:
    """Return runs as Markdown; a link within the document becomes plain words."""
    return "".join(_run(run) for run in text)


def _run(run: Run) -> str:
    words = f"`{run.text}`" if run.look == "code" else escape(run.text)
    if run.look in ("strong", "label"):
        words = _around(words, "**")
    elif run.look in ("emphasis", "mark"):
        words = _around(words, "*")
    if run.href and not run.href.startswith("#"):
        return f"[{words}](<{run.href}>)"
    return words


def _around(words: str, sign: str) -> str:
    """Return words between signs, with the spaces outside them."""
    bare = words.strip()
    start = words[: len(words) - len(words.lstrip())]
    return f"{start}{sign}{bare}{sign}{words[len(words.rstrip()) :]}"


def _lines(block: Block) -> Iterator[str]:
    match block:
        case blocks.Title():
            yield from _title(block)
        case blocks.Heading(level, _, _):
            yield f"{'#' * (level + 1)} {escape(block.full)}"
        case blocks.Paragraph(text, role):
            yield f"> {inline(text)}" if role == "quote" else inline(text)
        case blocks.Items(items, mark):
            yield from (f"{_MARKS[mark]} {inline(item)}" for item in items)
        case blocks.Facts(facts):
            yield from (f"- **{escape(fact.term)}:** {inline(fact.text)}" for fact in facts)
        case blocks.Table():
            yield from _table(block)
        case blocks.Tick(_, _, code, text, lines):
            yield f"- [ ] **{code}** {inline(text)}"
            yield from (f"    - {inline(line)}" for line in lines)
        case blocks.Blanks(labels):
            yield from (f"- **{escape(label)}:**" for label in labels)
        case blocks.Entry(_, title, lines):
            yield f"- **{inline(title)}**"
            yield from (f"    - {inline(line)}" for line in lines)


def _title(title: blocks.Title) -> Iterator[str]:
    yield f"# {escape(title.text)}"
    yield ""
    yield f"{escape(title.kicker)}. {escape(title.about)}"
    for line in (escape(title.subtitle), inline(title.lead)):
        if line:
            yield ""
            yield line
    if title.parts:
        yield ""
        yield from (f"{part.fase}. {escape(part.text)}" for part in title.parts)


def _table(table: blocks.Table) -> Iterator[str]:
    yield _row(escape(name) for name in table.head)
    yield _row("---" for _ in table.head)
    for row in table.rows:
        yield _row("<br>".join(inline(line) for line in cell) for cell in row.cells)


def _row(cells: Iterator[str]) -> str:
    return f"| {' | '.join(cells)} |"
