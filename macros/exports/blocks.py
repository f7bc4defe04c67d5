"""What a text document is made of: blocks in reading order, with runs of text inside.

Every text format draws these and nothing else, so that order and grouping are decided once.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal, TypeAlias

Look = Literal["", "strong", "emphasis", "code", "label", "mark", "source"]
"""How a run looks: `label` is a lead-in such as `Bewijs:`, `mark` a small warning in words."""


@dataclass(frozen=True)
class Run:
    """Words with one look; `href` is empty, a web address, or `#` and an anchor in the document.

    `lang` is the language of the words (BCP 47) when it is not that of the document.
    """

    text: str
    look: Look = ""
    href: str = ""
    lang: str = ""


Inline: TypeAlias = tuple[Run, ...]


@dataclass(frozen=True)
class Part:
    """A phase as the head of the document names it."""

    fase: int
    text: str


@dataclass(frozen=True)
class Title:
    """The head of the document; `fase` is the number of its phase, or 0.

    `parts` are the phases that follow, when there are more; `about` says which version it is and
    where it is to be found. A cover stands on a page of its own.
    """

    kind: ClassVar = "title"
    kicker: str
    text: str
    subtitle: str
    lead: Inline
    about: str
    fase: int = 0
    parts: tuple[Part, ...] = ()
    is_cover: bool = False


@dataclass(frozen=True)
class Contents:
    """The place of the table of contents, with the headings it lists."""

    kind: ClassVar = "contents"
    headings: tuple[Heading, ...]


@dataclass(frozen=True)
class Heading:
    """A heading; levels follow each other without jumps."""

    kind: ClassVar = "heading"
    level: int
    text: str
    id: str
    number: str = ""
    fase: int = 0
    new_page: bool = False

    @property
    def full(self) -> str:
        """The heading as it is read: `2.6 Regel de gegevens`."""
        return f"{self.number} {self.text}".strip()


@dataclass(frozen=True)
class Paragraph:
    """Running text; a `lead` opens a chapter, a `note` is small, a `quote` is someone's question."""

    kind: ClassVar = "paragraph"
    text: Inline
    role: Literal["body", "lead", "note", "quote"] = "body"


@dataclass(frozen=True)
class Items:
    """A list; `wel` and `niet` mark what belongs and what does not, next to a heading that says so."""

    kind: ClassVar = "items"
    items: tuple[Inline, ...]
    mark: Literal["bullet", "number", "wel", "niet"] = "bullet"


@dataclass(frozen=True)
class Fact:
    """A name with what it stands for."""

    term: str
    text: Inline


@dataclass(frozen=True)
class Facts:
    """A short list of names with what they stand for."""

    kind: ClassVar = "facts"
    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class Row:
    """A row of a table; a cell holds lines, and the first cell heads the row."""

    cells: tuple[tuple[Inline, ...], ...]
    id: str = ""


@dataclass(frozen=True)
class Table:
    """A table with a head; `widths` are shares of the line."""

    kind: ClassVar = "table"
    caption: str
    head: tuple[str, ...]
    rows: tuple[Row, ...]
    widths: tuple[int, ...]


@dataclass(frozen=True)
class Tick:
    """A point of a checklist: a box, its code and text, and lines with what belongs to it."""

    kind: ClassVar = "tick"
    punt: str
    id: str
    code: str
    text: Inline
    lines: tuple[Inline, ...]
    fase: int


@dataclass(frozen=True)
class Blanks:
    """Words with room behind them to fill in by hand."""

    kind: ClassVar = "blanks"
    labels: tuple[str, ...]


@dataclass(frozen=True)
class Entry:
    """A term of the glossary or a source: a name with lines under it."""

    kind: ClassVar = "entry"
    id: str
    title: Inline
    lines: tuple[Inline, ...]


Block: TypeAlias = (
    Title | Contents | Heading | Paragraph | Items | Facts | Table | Tick | Blanks | Entry
)
