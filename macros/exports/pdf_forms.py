"""Form fields in a PDF: turns marked links into tagged, labelled boxes and lines.

Typst has no form fields. It does place and tag a link to `veld:<name>`; here that link
becomes a field in the same place in the page, the reading order and the tab order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, Stream, String

from .pdf_tags import elements, kids

MARK = "veld:"
_PRINT = 4
_INK = "0.11 0.13 0.15"


@dataclass(frozen=True)
class Field:
    """Something to fill in; `label` is what a screen reader says."""

    name: str
    label: str
    kind: Literal["check", "text"]


def add_fields(document: Pdf, fields: Iterable[Field]) -> None:
    """Turn every marked link into the field of that name.

    Raises `ValueError` when the marks in the PDF are not exactly the fields that are expected.
    """
    expected = {field.name: field for field in fields}
    widgets = list(_marked(document))
    _compare([name for name, _, _ in widgets], expected)
    if widgets:
        _make_form(document, widgets, expected)


_Marked = tuple[str, Object, Page]


def _marked(document: Pdf) -> Iterator[_Marked]:
    for page in document.pages:
        for annotation in page.obj.get(Name.Annots, Array()):
            uri = str(annotation.get(Name.A, Dictionary()).get(Name.URI, ""))
            if uri.startswith(MARK):
                yield uri.removeprefix(MARK), annotation, page


def _compare(found: list[str], expected: Mapping[str, Field]) -> None:
    drawn, wanted = Counter(found), Counter(expected.keys())
    wrong = sorted((drawn - wanted) | (wanted - drawn))
    if wrong:
        raise ValueError(f"fields in the template and in the data differ: {', '.join(wrong)}")


def _make_form(document: Pdf, widgets: list[_Marked], fields: Mapping[str, Field]) -> None:
    elements = _elements_by_annotation(document)
    for name, annotation, page in widgets:
        element = elements[annotation.objgen]
        element[Name.S] = Name.Form
        element[Name.K] = Dictionary(Type=Name.OBJR, Obj=annotation, Pg=page.obj)
        _make_widget(document, annotation, page, fields[name])
    document.Root.AcroForm = document.make_indirect(
        Dictionary(
            Fields=Array([annotation for _, annotation, _ in widgets]),
            DA=String("/Helv 9 Tf 0 g"),
            DR=Dictionary(Font=Dictionary(Helv=_helvetica(document))),
        )
    )


def _elements_by_annotation(document: Pdf) -> Mapping[tuple[int, int], Object]:
    """Return the structure element of each annotation, by the number of the annotation."""
    return {
        kid.Obj.objgen: element
        for element in elements(document)
        for kid in kids(element)
        if kid.get(Name.Type) == Name.OBJR
    }


def _make_widget(document: Pdf, annotation: Object, page: Page, field: Field) -> None:
    for key in (Name.A, Name.Border, Name.Contents, Name.H, Name.C):
        if key in annotation:
            del annotation[key]
    annotation.Subtype = Name.Widget
    annotation.T = String(field.name)
    annotation.TU = String(field.label)
    annotation.F = _PRINT
    annotation.P = page.obj
    left, bottom, right, top = (float(edge) for edge in annotation.Rect)
    width, height = right - left, top - bottom
    if field.kind == "check":
        annotation.FT = Name.Btn
        annotation.V = annotation.AS = Name.Off
        annotation.AP = Dictionary(
            N=Dictionary(
                Ja=_drawing(document, width, height, _tick(width, height)),
                Off=_drawing(document, width, height, ""),
            )
        )
        return
    annotation.FT = Name.Tx
    annotation.DA = String("/Helv 9 Tf 0 g")
    annotation.V = String("")
    annotation.AP = Dictionary(N=_drawing(document, width, height, "/Tx BMC EMC"))


def _tick(width: float, height: float) -> str:
    points = [(0.2, 0.5), (0.42, 0.25), (0.82, 0.78)]
    (a, b), (c, d), (e, f) = ((x * width, y * height) for x, y in points)
    return f"q {_INK} RG 1.8 w 1 J 1 j {a:.2f} {b:.2f} m {c:.2f} {d:.2f} l {e:.2f} {f:.2f} l S Q"


def _drawing(document: Pdf, width: float, height: float, content: str) -> Stream:
    return Stream(
        document,
        content.encode("ascii"),
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=Array([0, 0, round(width, 3), round(height, 3)]),
        Resources=Dictionary(),
    )


def _helvetica(document: Pdf) -> Object:
    """Return the typeface in which viewers set what people type."""
    return document.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type1,
            BaseFont=Name.Helvetica,
            Encoding=Name.WinAnsiEncoding,
        )
    )
