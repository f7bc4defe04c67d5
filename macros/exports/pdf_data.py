"""One document of the guide as plain data for the Typst templates: texts parsed, links resolved."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from .. import richtext
from ..addresses import address
from ..dates import long_date
from ..model import REDACTIE, Bron, Fase, Gids, Record, Stap
from ..usage import Place, places_by_bron
from . import imprint
from .document import Document
from .outline_naslag import RANGEN, SOORTEN

INVULKOP = (("gemeente", "Gemeente"), ("datum", "Datum"), ("ingevuld-door", "Ingevuld door"))
JURIDISCH = (
    "Leg dit punt voor aan een jurist of aan de functionaris gegevensbescherming (FG) "
    "voordat u het vaststelt."
)
_WORDS = {10: "Tien", 11: "Elf", 12: "Twaalf", 13: "Dertien"}


def document_data(gids: Gids, document: Document) -> dict[str, Any]:
    """Return everything that the templates of this document show."""
    return _Writer(gids, document).data()


def _by_name(bron: Bron) -> tuple[str, str]:
    return bron.kort.casefold(), bron.id


def _in_words(number: int) -> str:
    return _WORDS.get(number, str(number))


@dataclass(frozen=True)
class _Writer:
    """Turns records into data; a link goes to the same book, to the site, or nowhere."""

    gids: Gids
    document: Document

    def data(self) -> dict[str, Any]:
        gids = self.gids
        return {
            "document": self._document(),
            "omslag": self._plain(gids.omslag),
            "aantal_fasen": len(gids.fasen),
            "fasen": [self._fase(fase) for fase in self.document.fasen(gids)],
            "factsheet": self._plain(gids.factsheet),
            "bronnen": self._bronnen(),
            "soorten": self._soorten(),
            "aangehaald": self._cited(),
            "rollen": {
                rol.id: {**self._plain(rol), "doel": self._target("rol", rol.id)}
                for rol in gids.rollen.rollen
            },
            "vaste_regels": self._plain(gids.rollen.vaste_regels),
            "maatregelen": self._plain(gids.maatregelen),
            "begrippen": self._plain(
                sorted(gids.begrippen.begrippen, key=lambda begrip: begrip.term.casefold())
            ),
            "wetten": self._plain(gids.wetten),
            "stapnummers": {stap.id: gids.stapnummer(stap.id) for stap in gids.stappen()},
            "staptitels": {stap.id: self._text(stap.titel) for stap in gids.stappen()},
            "tips_kop": f"{_in_words(len(gids.factsheet.tips))} tips",
            "invulkop": INVULKOP,
            "juridisch": JURIDISCH,
            "colofon": self._plain(imprint.colophon(gids, self.document)),
        }

    def _document(self) -> dict[str, Any]:
        gids = self.gids
        return {
            "titel": self.document.title(gids),
            "maker": f"Redactie {gids.omslag.titel.lower()}",
            "beschrijving": f"{gids.omslag.ondertitel}. Versie {gids.omslag.versie}.",
            "trefwoorden": ["jeugd", "preventie", "gemeente", "handreiking"],
            "plek": imprint.place(gids, self.document.page()).split("://")[-1],
        }

    def _fase(self, fase: Fase) -> dict[str, Any]:
        return {**self._plain(fase), "stappen": [self._stap(stap) for stap in fase.stappen]}

    def _stap(self, stap: Stap) -> dict[str, Any]:
        return {**self._plain(stap), "nummer": self.gids.stapnummer(stap.id)}

    def _bronnen(self) -> dict[str, Any]:
        places = places_by_bron(self.gids)
        return {
            bron.id: {
                **self._plain(bron),
                "url": bron.url,
                "doel": self._target("bron", bron.id),
                "rang": RANGEN[bron.rang],
                "gebruikt": [self._place(place) for place in places[bron.id]],
            }
            for bron in self.gids.bronnen.bronnen
        }

    def _soorten(self) -> list[dict[str, Any]]:
        bronnen = sorted(self.gids.bronnen.bronnen, key=_by_name)
        groups = (
            {"kop": kop, "bronnen": [bron.id for bron in bronnen if bron.soort == soort]}
            for soort, kop in SOORTEN.items()
        )
        return [group for group in groups if group["bronnen"]]

    def _cited(self) -> list[str]:
        """Return the sources that the points of this document name."""
        fasen = self.document.fasen(self.gids)
        ids = {id_ for fase in fasen for punt in fase.punten() for id_ in punt.bronnen}
        ids |= {id_ for fase in fasen for id_ in fase.klaar_als.bronnen}
        bronnen = [self.gids.bron(id_) for id_ in ids - {REDACTIE}]
        return [bron.id for bron in sorted(bronnen, key=_by_name)]

    def _place(self, place: Place) -> dict[str, Any]:
        target = None if place.kind == "pagina" else self._target(place.kind, place.id)
        return {"woord": place.label, "doel": target}

    def _target(self, kind: str, id_: str) -> str | None:
        """Return where a link to a record goes: a label in the book, or its page on the site."""
        if self.document.kind == "gids":
            return f"{kind}-{id_}"
        if self.gids.omslag.adres is None:
            return None
        return f"{self.gids.omslag.adres.rstrip('/')}/{address(self.gids, kind, id_)}"

    def _plain(self, value: object) -> Any:
        match value:
            case Record():
                return {
                    field: self._plain(getattr(value, field)) for field in type(value).model_fields
                }
            case str():
                return self._text(value)
            case tuple() | list():
                return [self._plain(item) for item in value]
            case datetime.date():
                return long_date(value)
            case _:
                return value

    def _text(self, text: str) -> str | list[dict[str, str | None]]:
        """Return a text as it is, or as spans where it holds markup."""
        spans = richtext.parse(text)
        if all(isinstance(span, richtext.Text) for span in spans):
            return text
        return [self._span(span) for span in spans]

    def _span(self, span: richtext.Span) -> dict[str, str | None]:
        match span:
            case richtext.Link(text, "web", target):
                return {"soort": "link", "tekst": text, "doel": target}
            case richtext.Link(text, kind, id_):
                return {"soort": "link", "tekst": text, "doel": self._target(kind, id_)}
            case _:
                return {"soort": type(span).__name__.lower(), "tekst": span.text}
