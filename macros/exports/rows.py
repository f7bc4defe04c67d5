"""One row for each point: what stands in the tables that people sort, filter and fill in."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .. import richtext
from ..model import Fase, Gids, Punt, Stap
from . import imprint
from .document import Document
from .words import LEGAL, LEGAL_MEANS, Words, plain

STATUSES = ("open", "bezig", "gedaan", "n.v.t.")
"""What the status of a point can be; a new list begins with the first everywhere."""

MM_PER_CHARACTER = 1.65
"""The room that a letter takes on average, with some to spare."""

GUIDE_WIDTHS = (60, 180)

HOW_TO = (
    "Kies per punt een status uit de lijst. Een punt is gedaan als u het bewijs kunt laten zien. "
    "De trekker is een voorstel: vul een naam in. Schrijf nergens namen van kinderen op."
)

SHEET = "Punten"
GUIDE = "Uitleg"


@dataclass(frozen=True)
class Column:
    """A column: its name, its width in millimetres, and whether people fill it in."""

    name: str
    width: int
    filled_in: bool = False


COLUMNS = (
    Column("Code", 14),
    Column("Fase", 21),
    Column("Stap", 31),
    Column("Punt", 48),
    Column("Bewijs", 41),
    Column("Rollen", 37),
    Column("Onderbouwing", 28),
    Column("Bronnen", 35),
    Column("Status", 17, filled_in=True),
    Column("Trekker", 26, filled_in=True),
    Column("Datum", 20, filled_in=True),
    Column("Notitie", 40, filled_in=True),
)
STATUS = [column.name for column in COLUMNS].index("Status")
DATE = [column.name for column in COLUMNS].index("Datum")


@dataclass(frozen=True)
class PuntRow:
    """The cells of a point, with the number of its phase for the ink."""

    fase: int
    cells: tuple[str, ...]


def rows(gids: Gids, document: Document) -> Iterator[PuntRow]:
    """Yield a row for each point, in reading order."""
    words = Words(gids, document)
    for fase in document.fasen(gids):
        for stap in fase.stappen:
            for punt in stap.punten:
                yield PuntRow(fase.nummer, _cells(words, fase, stap, punt))


def line_count(cells: Iterable[str], widths: Iterable[int]) -> int:
    """Return how many lines a row needs, for a format whose readers do not work that out."""
    return max(
        len(textwrap.wrap(cell, max(1, int(width / MM_PER_CHARACTER)))) or 1
        for cell, width in zip(cells, widths, strict=True)
    )


def explanation(gids: Gids, document: Document) -> tuple[tuple[str, str], ...]:
    """Return what the second sheet says: how to use the list, its words, and the colophon."""
    omslag = gids.omslag
    return (
        ("Versie", imprint.version(gids)),
        ("Pagina", imprint.place(gids, document.page())),
        ("Zo werkt het", HOW_TO),
        *(
            (f"Onderbouwing: {keuze.naam.lower()}", richtext.plain(keuze.uitleg))
            for keuze in omslag.onderbouwingen
        ),
        *(
            (f"Niveau: {keuze.naam.lower()}", richtext.plain(keuze.uitleg))
            for keuze in omslag.niveaus
        ),
        (LEGAL[0].upper() + LEGAL[1:], LEGAL_MEANS),
        ("Colofon", imprint.summary(gids, document)),
    )


def _cells(words: Words, fase: Fase, stap: Stap, punt: Punt) -> tuple[str, ...]:
    return (
        punt.code,
        f"{fase.nummer}. {richtext.plain(fase.titel)}",
        f"{words.gids.stapnummer(stap.id)} {richtext.plain(stap.titel)}",
        richtext.plain(punt.tekst),
        richtext.plain(punt.bewijs),
        plain(words.roles(punt.rollen)),
        _ground(punt),
        plain(words.names(punt.bronnen, between="; ")),
        STATUSES[0],
        words.gids.rol(punt.trekker).kort,
        "",
        "",
    )


def _ground(punt: Punt) -> str:
    parts = [punt.onderbouwing, punt.niveau, LEGAL if punt.juridisch else ""]
    return ", ".join(part for part in parts if part)
