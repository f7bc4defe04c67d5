"""A table in a page says what it holds and what each row is about.

Markdown has no words for a caption or for the heading of a row. A paragraph `Tabel: …` above a
table becomes its caption, as Pandoc does with `Table:`, and the first cell of a row its heading.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from .problems import Position, Problem

CAPTION = "Tabel: "


class Tables(Extension):
    """Give tables in Markdown a caption, and headings for columns and rows."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 -- Markdown calls it so
        """Work after `attr_list`, so that a class given to the paragraph goes to the caption."""
        md.treeprocessors.register(_Headings(md), "gids-tables", 6)


class _Headings(Treeprocessor):
    def run(self, root: Element) -> None:
        for parent in list(root.iter()):
            for above, table in pairwise(list(parent)):
                if table.tag == "table" and above.tag == "p" and _opens_caption(above.text):
                    parent.remove(above)
                    table.insert(0, _caption(above))
        for head in root.iterfind(".//thead/tr/th"):
            head.set("scope", "col")
        for row in root.iterfind(".//tbody/tr"):
            row[0].tag = "th"
            row[0].set("scope", "row")


def _caption(paragraph: Element) -> Element:
    paragraph.tag = "caption"
    paragraph.text = (paragraph.text or "").removeprefix(CAPTION)
    return paragraph


def check_tables(text: str, name: str) -> Iterator[Problem]:
    """Yield each table in the page `name` that has no caption, and each caption without a table."""
    for (above_number, above), (number, block) in pairwise([(0, [""]), *_blocks(text), (0, [""])]):
        if _is_table(block) and not _is_caption(above):
            yield Problem(
                Position(name, number),
                f"Deze tabel heeft geen bijschrift. Zet er een regel ‘{CAPTION}…’ boven die "
                "zegt wat erin staat, met een lege regel ertussen.",
            )
        if _is_table(block) and (
            row := next(
                (i for i, line in enumerate(block) if ":" in line and set(line) <= set("|:- ")), 0
            )
        ):
            yield Problem(
                Position(name, number + row),
                "Kolommen kunt u hier niet uitlijnen. Haal de dubbele punten weg uit deze regel.",
            )
        if _is_caption(above) and not _is_table(block):
            yield Problem(
                Position(name, above_number),
                "Onder dit bijschrift staat geen tabel. Zet de tabel er direct onder, met een "
                f"lege regel ertussen, of begin de zin niet met ‘{CAPTION.strip()}’.",
            )


def _blocks(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield what stands between empty lines, with the number of its first line; code is left out."""
    block: list[str] = []
    in_code = False
    for number, line in enumerate([*text.splitlines(), ""], start=1):
        is_fence = line.lstrip().startswith("```")
        in_code ^= is_fence
        if line.strip() and not in_code and not is_fence:
            block.append(line)
        elif block:
            yield number - len(block), block
            block = []


def _is_table(block: Sequence[str]) -> bool:
    return any("|" in line and "-" in line and set(line) <= set("|:- ") for line in block[1:])


def _is_caption(block: Sequence[str]) -> bool:
    return _opens_caption(block[0]) and not _is_table(block)


def _opens_caption(text: str | None) -> bool:
    return (text or "").startswith(CAPTION)
