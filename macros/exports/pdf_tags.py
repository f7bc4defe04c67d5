"""The tags of a PDF: what screen readers read, and the one thing that Typst cannot say."""

from __future__ import annotations

from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, Object, Pdf


def elements(document: Pdf) -> Iterator[Object]:
    """Yield every structure element of a PDF."""
    waiting = [document.Root.StructTreeRoot]
    while waiting:
        element = waiting.pop()
        yield element
        waiting += [kid for kid in kids(element) if Name.S in kid]


def kids(element: Object) -> Iterator[Object]:
    """Yield the children of a structure element, without plain pieces of content."""
    value = element.get(Name.K, Array())
    for kid in value if isinstance(value, Array) else [value]:
        if isinstance(kid, Dictionary):
            yield kid


def mark_row_headers(document: Pdf) -> None:
    """Make the first cell of every row in a table body the header of that row."""
    for element in elements(document):
        if element.get(Name.S) == Name.TBody:
            for row in kids(element):
                first = next(kids(row), None)
                if first is not None and first.S == Name.TD:
                    first.S = Name.TH
                    first.A = Dictionary(O=Name.Table, Scope=Name.Row)


def drop_empty_doubt(document: Pdf) -> None:
    """Remove `Suspects false`, which is the default and makes poppler's viewers complain."""
    marks = document.Root.get(Name.MarkInfo)
    if marks is not None and Name.Suspects in marks:
        del marks[Name.Suspects]
