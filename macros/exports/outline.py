"""The guide in reading order: which blocks each document holds, and how they are grouped."""

from __future__ import annotations

from collections.abc import Iterator

from .. import richtext
from ..model import REDACTIE, Fase, Gids, Stap
from . import imprint
from .blocks import (
    Blanks,
    Block,
    Contents,
    Entry,
    Fact,
    Heading,
    Inline,
    Paragraph,
    Part,
    Row,
    Run,
    Table,
    Title,
)
from .document import Document
from .outline_factsheet import factsheet
from .outline_fase import fase as fase_chapter
from .outline_fase import opening, ready, tick
from .outline_naslag import begin, naslag
from .words import LEGAL, LEGAL_MEANS, Words, anchor

CONTENTS_DEPTH = 2


def outline(gids: Gids, document: Document) -> tuple[Block, ...]:
    """Return the blocks of a document, in reading order."""
    words = Words(gids, document)
    match document.kind:
        case "checklist":
            body = (*_checklist(words), *colophon(words))
        case "factsheet":
            body = (*factsheet(words), *colophon(words))
        case "gids":
            body = (*_gids(words), *colophon(words, new_page=True))
    return (title(words), *_contents(words, body), *body)


def title(words: Words) -> Title:
    """Return the head of the document."""
    gids, document = words.gids, words.document
    omslag = gids.omslag
    kicker, text, lead, subtitle, number = omslag.titel, document.title(gids), "", "", 0
    if document.kind == "factsheet":
        kicker, text = text, gids.factsheet.kop
        lead = gids.factsheet.kernboodschap.tekst
    elif document.kind == "gids":
        kicker, subtitle, lead = "Handreiking", omslag.ondertitel, omslag.kernzinnen[0].tekst
    elif document.fase:
        fase = gids.fase(document.fase)
        lead, number = fase.kernvraag, fase.nummer
    parts = () if document.kind == "factsheet" or number else document.fasen(gids)
    return Title(
        kicker,
        text,
        subtitle,
        words.text(lead),
        f"{imprint.version(gids)} · {imprint.place(gids, document.page())}",
        fase=number,
        parts=tuple(Part(fase.nummer, richtext.plain(fase.titel)) for fase in parts),
        is_cover=document.kind == "gids",
    )


def _contents(words: Words, body: tuple[Block, ...]) -> Iterator[Contents]:
    """Yield a table of contents for a document that one reads in parts."""
    if words.document.kind == "gids":
        headings = (block for block in body if isinstance(block, Heading))
        yield Contents(tuple(heading for heading in headings if _is_listed(heading)))


def _is_listed(heading: Heading) -> bool:
    """Return whether a heading tells readers where to go: not the remarks that each phase has."""
    return heading.level <= CONTENTS_DEPTH and bool(heading.number or not heading.fase)


def _checklist(words: Words) -> Iterator[Block]:
    fasen = words.document.fasen(words.gids)
    stappen = sum(len(fase.stappen) for fase in fasen)
    punten = sum(1 for fase in fasen for _ in fase.punten())
    yield Paragraph(
        words.text(
            f"{_count(punten, 'punt', 'punten')} in {_count(stappen, 'stap', 'stappen')}. "
            "Vink een punt aan als u het **bewijs** kunt laten zien. "
            "Werk er samen aan: sociaal domein en veiligheid. "
            "Schrijf nergens namen van kinderen op."
        )
    )
    yield Blanks(("Gemeente", "Datum", "Ingevuld door"))
    for fase in fasen:
        yield from _checklist_of(words, fase)
    yield from _labels(words)
    yield from _cited(words, fasen)


def _checklist_of(words: Words, fase: Fase) -> Iterator[Block]:
    alone = bool(words.document.fase)
    if not alone:
        yield from opening(words, fase)
    for stap in fase.stappen:
        yield _stap_heading(words, stap, fase, 1 if alone else 2)
        yield from (tick(words, punt, fase) for punt in stap.punten)
    yield Paragraph(ready(words, fase))


def _stap_heading(words: Words, stap: Stap, fase: Fase, level: int) -> Heading:
    number = words.gids.stapnummer(stap.id)
    return Heading(level, richtext.plain(stap.titel), anchor("stap", stap.id), number, fase.nummer)


def _labels(words: Words) -> Iterator[Block]:
    """Yield what the words at a point mean."""
    omslag = words.gids.omslag
    facts = [
        *(
            Fact(f"Onderbouwing: {keuze.naam.lower()}", words.text(keuze.uitleg))
            for keuze in omslag.onderbouwingen
        ),
        *(
            Fact(f"Niveau: {keuze.naam.lower()}", words.text(keuze.uitleg))
            for keuze in omslag.niveaus
        ),
        Fact(LEGAL[0].upper() + LEGAL[1:], words.text(LEGAL_MEANS)),
    ]
    yield Heading(1, "Wat de woorden bij een punt betekenen", "kop-labels")
    rows = tuple(Row(cells=(((Run(fact.term),),), (fact.text,))) for fact in facts)
    yield Table("De woorden bij een punt", ("Woord", "Betekenis"), rows, (1, 2))


def _cited(words: Words, fasen: tuple[Fase, ...]) -> Iterator[Block]:
    """Yield the sources that the points name, so that the list can be read on its own."""
    ids = {id_ for fase in fasen for punt in fase.punten() for id_ in punt.bronnen}
    ids |= {id_ for fase in fasen for id_ in fase.klaar_als.bronnen}
    bronnen = [words.gids.bron(id_) for id_ in ids - {REDACTIE}]
    if not bronnen:
        return
    yield Heading(1, "Bronnen bij de punten", "kop-bronnen")
    for bron in sorted(bronnen, key=lambda bron: (bron.kort.casefold(), bron.id)):
        made = ", ".join(str(part) for part in (bron.auteurs, bron.uitgever, bron.jaar) if part)
        where: Inline = (Run(". "), Run(bron.url, href=bron.url)) if bron.url else (Run("."),)
        title_ = (Run(f"{bron.kort}: "), *words.title(bron))
        yield Entry(f"cit-{bron.id}", title_, ((*words.text(made), *where),))


def _gids(words: Words) -> Iterator[Block]:
    yield from begin(words)
    for fase in words.gids.fasen:
        yield from fase_chapter(words, fase)
    yield from naslag(words)


def colophon(words: Words, *, new_page: bool = False) -> Iterator[Block]:
    """Yield where the document comes from and what it is not."""
    yield Heading(1, "Colofon", "kop-colofon", new_page=new_page)
    for sentence in imprint.colophon(words.gids, words.document):
        yield Paragraph(words.text(sentence), "note")


def _count(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"
