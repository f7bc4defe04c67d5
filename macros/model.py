"""What stands in the guide: one frozen `Gids`, and the shape of every file that feeds it.

The records are the schema. Their Dutch field names are the keys in the YAML, the
attributes in templates and the properties in JSON: one word from end to end.
"""

from __future__ import annotations

import datetime
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

REDACTIE = "redactie"
"""Stands among the sources of a text that is (also) an editorial proposal."""


@dataclass(frozen=True)
class Ref:
    """Marks a text as the id of another record of this `kind`."""

    kind: str


@dataclass(frozen=True)
class Prose:
    """Marks a text that readers see: plain words, with limited inline Markdown where `markup` says so.

    A text that also stands in a link or a heading can hold none.
    """

    markup: bool = True


@dataclass(frozen=True)
class YesNo:
    """Marks a `ja` or `nee`."""


def _yes_no(value: object) -> object:
    return {"ja": True, "nee": False}.get(value, value) if isinstance(value, str) else value


ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
CODE_PATTERN = r"^[A-Z]{2}-[0-9]{2}$"

Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=60)]
Code = Annotated[str, StringConstraints(pattern=CODE_PATTERN)]
Label = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60), Prose(markup=False)
]
Titel = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=90), Prose(markup=False)
]
LangeTitel = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200), Prose(markup=False)
]
Zin = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=260), Prose()
]
Alinea = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=700), Prose()
]
_HOST = r"([A-Za-z0-9]+(-[A-Za-z0-9]+)*\.)+[A-Za-z]{2,}"
_PLACE = rf"{_HOST}(:[0-9]+)?([/?#][^\s<>\"']*)?"
"""What follows `https://`: a name that is what it looks like, so no user, no other alphabet and no
`xn--`, which a browser may show as one."""

ADRES_PATTERN = rf"^https?://{_PLACE}$"
Adres = Annotated[str, StringConstraints(pattern=ADRES_PATTERN, max_length=300)]
Versie = Annotated[str, StringConstraints(pattern=r"^20[0-9]{2}\.[0-9]{1,3}$")]
WEB_PATTERN = rf"^https://{_PLACE}$"
VeiligAdres = Annotated[str, StringConstraints(pattern=WEB_PATTERN, max_length=300)]
MAIL_PATTERN = rf"^mailto:[A-Za-z0-9._+-]+@{_HOST}$"
TEL_PATTERN = r"^tel:\+[0-9-]+$"
CONTACT_PATTERN = rf"{WEB_PATTERN}|{MAIL_PATTERN}|{TEL_PATTERN}"
Contact = Annotated[str, StringConstraints(pattern=CONTACT_PATTERN, max_length=300)]
TAAL_PATTERN = r"^[a-z]{2,3}$"
Taal = Annotated[str, StringConstraints(pattern=TAAL_PATTERN)]
Jaar = Annotated[int, Field(ge=1900, le=2100)]
JaNee = Annotated[
    bool,
    BeforeValidator(_yes_no, json_schema_input_type=Literal["ja", "nee"]),
    YesNo(),
]

BronId = Annotated[str, Ref("bron")]
RolId = Annotated[str, Ref("rol")]
StapId = Annotated[str, Ref("stap")]
PuntId = Annotated[str, Ref("punt")]
LaagId = Annotated[str, Ref("laag")]
HoofdstukId = Annotated[str, Ref("hoofdstuk")]
DomeinId = Annotated[str, Ref("domein")]

Bronnen = Annotated[tuple[BronId, ...], Field(min_length=1)]

Situatie = Literal["opzetten", "aanscherpen", "verankeren"]
Niveau = Literal["basis", "verdieping"]
Onderbouwing = Literal["wet", "onderzoek", "praktijk", "redactie"]
Rang = Literal["kern", "aanvullend", "achtergrond"]
Soort = Literal["wet", "onderzoek", "handreiking", "instrument", "organisatie", "nieuws", "dataset"]
AndereTaal = Literal["en", "de", "fr"]
Vervalsoort = Literal[
    "fase", "stap", "punt", "bron", "begrip", "rol", "maatregel", "wet", "hoofdstuk"
]


class Record(BaseModel):
    """Anything that stands in a file."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Bewering(Record):
    """A text that claims something, with the sources that carry it."""

    tekst: Alinea
    bronnen: Bronnen
    juridisch: JaNee = False


class Punt(Record):
    """One result on a checklist; its `id` is the contract with people's saved work."""

    id: Id
    code: Code
    tekst: Zin
    waarom: Zin
    bewijs: Zin
    rollen: Annotated[tuple[RolId, ...], Field(min_length=1)]
    trekker: RolId
    situaties: Annotated[tuple[Situatie, ...], Field(min_length=1)]
    niveau: Niveau
    onderbouwing: Onderbouwing
    juridisch: JaNee = False
    bronnen: Bronnen
    plan: HoofdstukId
    gecontroleerd: datetime.date
    sinds: Versie | None = None
    """The version in which this point was added; empty for a point of the first version."""
    zelfde_strekking: tuple[Zin, ...] = ()
    """Earlier texts that meant the same, so that nobody who ticked those is alarmed."""


class Stap(Record):
    """A piece of work within a phase, with the points that show it is done."""

    id: Id
    titel: Titel
    waarom: Annotated[tuple[Bewering, ...], Field(min_length=1)]
    hoe: Annotated[tuple[Alinea, ...], Field(min_length=1)]
    trekkers: Annotated[tuple[RolId, ...], Field(min_length=1)]
    betrokken: tuple[RolId, ...] = ()
    resultaat: Zin
    juridisch: JaNee = False
    bronnen: Bronnen
    punten: Annotated[tuple[Punt, ...], Field(min_length=1)]


class Voorbeeld(Record):
    """A real example from practice."""

    titel: Titel
    tekst: Alinea
    let_op: Zin | None = None
    bronnen: Bronnen


class Hulpmiddel(Record):
    """A tool, dataset or guideline that helps with a phase."""

    naam: Titel
    waarvoor: Zin
    let_op: Zin | None = None
    bronnen: Bronnen
    juridisch: JaNee = False


class Fase(Record):
    """One of the four phases, with its steps and remarks."""

    id: Id
    nummer: Annotated[int, Field(ge=1, le=9)]
    code: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
    titel: Titel
    kort: Zin
    kernvraag: Zin
    doel: Alinea
    klaar_als: Bewering
    hoort_erin: Annotated[tuple[Bewering, ...], Field(min_length=1)]
    hoort_er_niet_in: Annotated[tuple[Bewering, ...], Field(min_length=1)]
    stappen: Annotated[tuple[Stap, ...], Field(min_length=1)]
    aandachtspunten: tuple[Bewering, ...] = ()
    valkuilen: tuple[Bewering, ...] = ()
    tips: tuple[Bewering, ...] = ()
    praktijkvoorbeelden: tuple[Voorbeeld, ...] = ()
    hulpmiddelen: tuple[Hulpmiddel, ...] = ()

    def punten(self) -> Iterator[Punt]:
        """Yield the points of this phase, in reading order."""
        for stap in self.stappen:
            yield from stap.punten


class Bron(Record):
    """A source; `niet_bevestigd` says why its present state is uncertain.

    `taal` is the language of a title that is not Dutch, so that a screen reader pronounces it well;
    a name, such as that of a programme, is of every language and goes without.
    """

    id: Id
    kort: Label
    rang: Rang
    titel: LangeTitel
    taal: AndereTaal | None = None
    auteurs: Titel
    jaar: Jaar | None = None
    uitgever: Label | None = None
    url: Adres | None = None
    soort: Soort
    artikel: LangeTitel | None = None
    kern: Alinea
    gezien: JaNee
    gezien_op: datetime.date
    niet_bevestigd: Alinea | None = None


class Begrip(Record):
    """A term of the glossary; `herken` are the words that get the explanation in running text."""

    id: Id
    term: Titel
    afkorting: Label | None = None
    ook: tuple[Label, ...] = ()
    herken: tuple[Label, ...] = ()
    definitie: Alinea
    bronnen: Bronnen
    niet_bevestigd: Zin | None = None

    @property
    def letter(self) -> str:
        """The heading this term stands under in the glossary: a capital, or `0–9`."""
        first = unicodedata.normalize("NFD", self.term)[0].upper()
        return first if first.isalpha() else "0–9"


class Rol(Record):
    """A party around the child: what it does, may sign and may share."""

    id: Id
    naam: Titel
    kort: Label
    domein: DomeinId
    fasen: Annotated[tuple[Annotated[int, Field(ge=1, le=9)], ...], Field(min_length=1)]
    doet: Alinea
    doet_niet: Alinea
    tekent: Alinea
    tekent_niet: Alinea
    gegevens: Alinea
    let_op: Alinea
    vraag: Zin
    bronnen: Bronnen
    niet_bevestigd: Alinea | None = None


class Maatregel(Record):
    """A measure with the evidence as we saw it."""

    id: Id
    naam: Titel
    lagen: tuple[LaagId, ...]
    leeftijd: Label
    vorm: Label
    bewijs: Zin
    let_op: Zin
    bronnen: Bronnen


class Wet(Record):
    """A law or bill that is moving, with what we last saw of it."""

    id: Id
    naam: Titel
    stand: Alinea
    gevolg: Alinea
    gezien_op: datetime.date
    bronnen: Bronnen


class Laag(Record):
    """One of the three layers: growing up well, adjusting, turning around."""

    id: Id
    letter: Annotated[str, StringConstraints(pattern=r"^[A-Z]$")]
    naam: Label
    wie: Zin
    wat_past: Zin
    rollen: Annotated[tuple[RolId, ...], Field(min_length=1)]
    bronnen: Bronnen


class Hoofdstuk(Record):
    """A chapter of the plan van aanpak that points feed."""

    id: Id
    titel: Titel
    toelichting: Zin


class Deur(Record):
    """The way in for one situation: what to read first."""

    id: Situatie
    titel: Titel
    tekst: Alinea
    begin: Annotated[tuple[StapId, ...], Field(min_length=1)]


class Keuze(Record):
    """A choice with the words readers see for it."""

    id: Id
    naam: Label
    uitleg: Zin


class Tip(Record):
    """A tip on the factsheet."""

    kop: Titel
    tekst: Zin
    voor: Annotated[tuple[Literal["gemeente", "partner"], ...], Field(min_length=1)]
    bronnen: Bronnen


class WieDoetWat(Record):
    """A row of the factsheet's table of parties."""

    rollen: Annotated[tuple[RolId, ...], Field(min_length=1)]
    wie: Label
    doet: Zin
    tekent: Zin


class Periode(Record):
    """A row of the factsheet's first hundred days."""

    wanneer: Label
    doen: Zin


class MeerWeten(Record):
    """Where the factsheet sends readers next."""

    tekst: Zin
    bronnen: Bronnen


class Factsheet(Record):
    """Two A4 pages for the municipality and its partners."""

    kop: Titel
    kernboodschap: Bewering
    waarom_nu: Annotated[tuple[Bewering, ...], Field(min_length=1)]
    onthoud: Bewering
    tips: Annotated[tuple[Tip, ...], Field(min_length=1)]
    wie_doet_wat: Annotated[tuple[WieDoetWat, ...], Field(min_length=1)]
    wie_doet_wat_bronnen: Bronnen
    doen: Annotated[tuple[Bewering, ...], Field(min_length=1)]
    laten: Annotated[tuple[Bewering, ...], Field(min_length=1)]
    honderd_dagen: Annotated[tuple[Periode, ...], Field(min_length=1)]
    honderd_dagen_bronnen: Bronnen
    meer_weten: Annotated[tuple[MeerWeten, ...], Field(min_length=1)]


class Vervallen(Record):
    """An id that left the guide, and what came instead."""

    id: Id
    soort: Vervalsoort
    datum: datetime.date
    reden: Zin
    vervangen_door: tuple[Id, ...] = ()


class Beveiliging(Record):
    """Where to report a weakness in this site; becomes security.txt (RFC 9116)."""

    contact: Annotated[tuple[Contact, ...], Field(min_length=1)]
    talen: Annotated[tuple[Taal, ...], Field(min_length=1)] = ("nl",)
    beleid: VeiligAdres | None = None


class Aanbieder(Record):
    """The organisation that puts this site online, and answers for it."""

    naam: Titel
    contact: Contact
    privacyverklaring: VeiligAdres | None = None
    toegankelijkheidsverklaring: VeiligAdres | None = None


class Omslag(Record):
    """`gids.yml`: what the guide is called, its version, and its fixed lists."""

    titel: Titel
    ondertitel: LangeTitel
    versie: Versie
    datum: datetime.date
    adres: Adres | None = None
    aanbieder: Aanbieder | None = None
    beveiliging: Beveiliging | None = None
    herkomst: Bewering
    redactieteken: Label
    kernzinnen: Annotated[tuple[Bewering, ...], Field(min_length=1)]
    deuren: Annotated[tuple[Deur, ...], Field(min_length=3, max_length=3)]
    lagen: Annotated[tuple[Laag, ...], Field(min_length=1)]
    onderbouwingen: Annotated[tuple[Keuze, ...], Field(min_length=1)]
    niveaus: Annotated[tuple[Keuze, ...], Field(min_length=1)]
    domeinen: Annotated[tuple[Keuze, ...], Field(min_length=1)]
    hoofdstukken: Annotated[tuple[Hoofdstuk, ...], Field(min_length=1)]


class BronnenBestand(Record):
    """`naslag/bronnen.yml`."""

    bronnen: Annotated[tuple[Bron, ...], Field(min_length=1)]


class BegrippenBestand(Record):
    """`naslag/begrippen.yml`."""

    begrippen: Annotated[tuple[Begrip, ...], Field(min_length=1)]


class RollenBestand(Record):
    """`naslag/rollen.yml`."""

    vaste_regels: Annotated[tuple[Bewering, ...], Field(min_length=1)]
    rollen: Annotated[tuple[Rol, ...], Field(min_length=1)]


class MaatregelenBestand(Record):
    """`naslag/maatregelen.yml`."""

    inleiding: Annotated[tuple[Bewering, ...], Field(min_length=1)]
    maatregelen: Annotated[tuple[Maatregel, ...], Field(min_length=1)]
    toelichting: tuple[Bewering, ...] = ()


class WettenBestand(Record):
    """`naslag/wetten.yml`."""

    inleiding: Annotated[tuple[Bewering, ...], Field(min_length=1)]
    wetten: Annotated[tuple[Wet, ...], Field(min_length=1)]


class VervallenBestand(Record):
    """`vervallen.yml`."""

    vervallen: tuple[Vervallen, ...] = ()


class Gids(Record):
    """The whole guide: everything a page or a document may show.

    Lookups by id raise `KeyError`; `rules` has made sure that every id in the content resolves.
    """

    omslag: Omslag
    fasen: tuple[Fase, ...]
    factsheet: Factsheet
    bronnen: BronnenBestand
    begrippen: BegrippenBestand
    rollen: RollenBestand
    maatregelen: MaatregelenBestand
    wetten: WettenBestand
    vervallen: VervallenBestand

    def stappen(self) -> Iterator[Stap]:
        """Yield every step, in reading order."""
        for fase in self.fasen:
            yield from fase.stappen

    def punten(self) -> Iterator[Punt]:
        """Yield every point, in reading order."""
        for stap in self.stappen():
            yield from stap.punten

    def fase(self, id: str) -> Fase:
        """Return the phase with this id."""
        return self._by_id["fase"][id]  # type: ignore[return-value]

    def stap(self, id: str) -> Stap:
        """Return the step with this id."""
        return self._by_id["stap"][id]  # type: ignore[return-value]

    def punt(self, id: str) -> Punt:
        """Return the point with this id."""
        return self._by_id["punt"][id]  # type: ignore[return-value]

    def bron(self, id: str) -> Bron:
        """Return the source with this id."""
        return self._by_id["bron"][id]  # type: ignore[return-value]

    def begrip(self, id: str) -> Begrip:
        """Return the term with this id."""
        return self._by_id["begrip"][id]  # type: ignore[return-value]

    def rol(self, id: str) -> Rol:
        """Return the role with this id."""
        return self._by_id["rol"][id]  # type: ignore[return-value]

    def laag(self, id: str) -> Laag:
        """Return the layer with this id."""
        return self._by_id["laag"][id]  # type: ignore[return-value]

    def hoofdstuk(self, id: str) -> Hoofdstuk:
        """Return the chapter of the plan with this id."""
        return self._by_id["hoofdstuk"][id]  # type: ignore[return-value]

    def fase_of(self, id: str) -> Fase:
        """Return the phase that holds the step or point with this id."""
        return self._fase_of[id]

    def stap_of(self, id: str) -> Stap:
        """Return the step that holds the point with this id."""
        return self._stap_of[id]

    def stapnummer(self, id: str) -> str:
        """Return the number people read for a step: `2.6`."""
        fase = self._fase_of[id]
        return f"{fase.nummer}.{[stap.id for stap in fase.stappen].index(id) + 1}"

    def is_gezamenlijk(self, punt: Punt) -> bool:
        """Return whether a point belongs to both domains of the municipality."""
        return {"gemeente-sociaal-domein", "gemeente-veiligheid"} <= set(punt.rollen)

    def records(self, kind: str) -> Mapping[str, Record]:
        """Return the records of one kind (`fase`, `punt`, `bron` …) by id, in reading order."""
        return self._by_id[kind]

    def kinds(self) -> tuple[str, ...]:
        """Return the kinds of record that have an id."""
        return tuple(self._by_id)

    @cached_property
    def _by_id(self) -> Mapping[str, Mapping[str, Record]]:
        groups: dict[str, tuple[Record, ...]] = {
            "fase": self.fasen,
            "stap": tuple(self.stappen()),
            "punt": tuple(self.punten()),
            "bron": self.bronnen.bronnen,
            "begrip": self.begrippen.begrippen,
            "rol": self.rollen.rollen,
            "maatregel": self.maatregelen.maatregelen,
            "wet": self.wetten.wetten,
            "laag": self.omslag.lagen,
            "hoofdstuk": self.omslag.hoofdstukken,
            "domein": self.omslag.domeinen,
        }
        return MappingProxyType(
            {kind: {record.id: record for record in group} for kind, group in groups.items()}  # type: ignore[attr-defined]
        )

    @cached_property
    def _fase_of(self) -> Mapping[str, Fase]:
        return {
            id_: fase
            for fase in self.fasen
            for id_ in (*(s.id for s in fase.stappen), *(p.id for p in fase.punten()))
        }

    @cached_property
    def _stap_of(self) -> Mapping[str, Stap]:
        return {punt.id: stap for stap in self.stappen() for punt in stap.punten}


BESTANDEN: Mapping[str, type[Record]] = MappingProxyType(
    {
        "gids": Omslag,
        "fase": Fase,
        "factsheet": Factsheet,
        "bronnen": BronnenBestand,
        "begrippen": BegrippenBestand,
        "rollen": RollenBestand,
        "maatregelen": MaatregelenBestand,
        "wetten": WettenBestand,
        "vervallen": VervallenBestand,
    }
)
"""Every kind of file by the name of its JSON Schema."""
