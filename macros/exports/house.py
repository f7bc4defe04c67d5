"""The look that all office documents share: paper, type and ink."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType

from .document import Kind

FONT = "Arial"
SYMBOLS = "Segoe UI Symbol"

INK = "#1c2126"
SOFT = "#454c53"
LINE = "#cfc8bb"
PLANE = "#f6f3ee"
LINK = "#0b4a6f"
WARNING = "#6b3a00"
FASE_INK = MappingProxyType({0: "#12353d", 1: "#0c5460", 2: "#4a3a8c", 3: "#86330f", 4: "#2c5a1c"})
"""The ink of each phase on white; 0 is for what belongs to no phase."""

STATUS = MappingProxyType(
    {
        "open": ("#1c2126", "#ffffff"),
        "bezig": ("#6b3a00", "#fff4e0"),
        "gedaan": ("#2c5a1c", "#eaf2e6"),
        "n.v.t.": ("#454c53", "#ebe6dd"),
    }
)
"""Ink and plane of each status of a point; the word itself always stands in the cell."""

LOCALES = MappingProxyType({"en": "en-GB", "de": "de-DE", "fr": "fr-FR"})
"""The languages of words that are not Dutch; office programs want to know the country too."""


@dataclass(frozen=True)
class Page:
    """A sheet of A4 in millimetres, with room for a perforator on the left."""

    width: int = 210
    height: int = 297
    left: int = 24
    right: int = 16
    top: int = 14
    bottom: int = 12

    @property
    def line(self) -> int:
        """The room between the margins."""
        return self.width - self.left - self.right


PORTRAIT = Page()
LANDSCAPE = Page(width=297, height=210, left=14, right=12, top=24, bottom=12)


@dataclass(frozen=True)
class Type:
    """Sizes in points; a chapter is a heading that begins a page."""

    body: float
    small: float
    title: float
    lead: float
    chapter: float
    heading: tuple[float, float, float]
    gap: float
    """Millimetres above a heading."""
    ruled: int = 2
    """Headings down to this level stand under a rule."""


TYPE: MappingProxyType[Kind, Type] = MappingProxyType(
    {
        "checklist": Type(9.5, 8, 22, 12, 18, (13, 11.5, 10), 5),
        "factsheet": Type(8.5, 7, 19, 10, 11, (11, 9, 9), 3, ruled=1),
        "gids": Type(9.5, 8, 32, 13, 20, (20, 13, 10.5), 5.5),
    }
)


def fase_ink(number: int) -> str:
    """Return the ink of a phase; a phase beyond the four gets the ink of the house."""
    return FASE_INK.get(number, FASE_INK[0])


def twips(millimetres: float) -> int:
    """Return a length in twentieths of a point, which Word counts in."""
    return round(millimetres * 1440 / 25.4)
