"""The blocks of one phase: its steps with their points, and its remarks."""

from __future__ import annotations

from collections.abc import Iterator

from .. import richtext
from ..dates import short_date
from ..model import Bewering, Fase, Punt, Stap
from .blocks import Block, Fact, Facts, Heading, Inline, Items, Paragraph, Row, Run, Table, Tick
from .words import BETWEEN, Words, anchor, join


def fase(words: Words, fase: Fase) -> Iterator[Block]:
    """Yield the chapter of a phase."""
    yield from opening(words, fase)
    yield Paragraph(words.labelled("Doel", words.text(fase.doel)))
    yield Paragraph(ready(words, fase))
    for stap in fase.stappen:
        yield from _stap(words, stap, fase)
    yield from _belongs(words, fase)
    yield from _remarks(words, fase)
    yield from _examples(words, fase)
    yield from _tools(words, fase)


def ready(words: Words, fase: Fase) -> Inline:
    """Return when a phase is done, with its sources."""
    return join(
        (Run("Klaar voor de volgende stap als: ", "label"),),
        words.claim(fase.klaar_als),
        between="",
    )


def tick(words: Words, punt: Punt, fase: Fase) -> Tick:
    """Return a point with its reason, its proof, its people and its sources."""
    others = [id_ for id_ in punt.rollen if id_ != punt.trekker]
    details = join(
        words.labelled("Trekt", words.roles([punt.trekker])),
        words.labelled("Samen met", words.roles(others)) if others else (),
        (Run("Onderbouwing:\N{NO-BREAK SPACE}", "label"), Run(punt.onderbouwing)),
        (Run("Niveau:\N{NO-BREAK SPACE}", "label"), Run(punt.niveau)),
        words.legal(punt.juridisch),
        between=BETWEEN,
    )
    checked = (Run(f"Gecontroleerd op {short_date(punt.gecontroleerd)}.", "source"),)
    return Tick(
        punt.id,
        anchor("punt", punt.id),
        punt.code,
        words.text(punt.tekst),
        (
            words.labelled("Bewijs", words.text(punt.bewijs)),
            words.labelled("Waarom", words.text(punt.waarom)),
            details,
            join(words.sources(punt.bronnen), checked, between=". "),
        ),
        fase.nummer,
    )


def opening(words: Words, fase: Fase) -> Iterator[Block]:
    """Yield the name of a phase, on a page of its own, with its question."""
    yield Heading(
        1,
        richtext.plain(fase.titel),
        anchor("fase", fase.id),
        str(fase.nummer),
        fase.nummer,
        new_page=True,
    )
    yield Paragraph(words.text(fase.kernvraag), "lead")


def _stap(words: Words, stap: Stap, fase: Fase) -> Iterator[Block]:
    number = words.gids.stapnummer(stap.id)
    yield Heading(2, richtext.plain(stap.titel), anchor("stap", stap.id), number, fase.nummer)
    yield Heading(3, "Waarom", f"waarom-{stap.id}")
    for reason in stap.waarom:
        yield Paragraph(words.claim(reason))
    yield Heading(3, "Hoe", f"hoe-{stap.id}")
    yield Items(tuple(words.text(sentence) for sentence in stap.hoe))
    yield Facts(tuple(_facts(words, stap)))
    yield Heading(3, "Op de checklist", f"lijst-{stap.id}")
    for punt in stap.punten:
        yield tick(words, punt, fase)


def _facts(words: Words, stap: Stap) -> Iterator[Fact]:
    yield Fact("Wie trekt", words.roles(stap.trekkers))
    if stap.betrokken:
        yield Fact("Wie doet mee", words.roles(stap.betrokken))
    yield Fact("Resultaat", words.text(stap.resultaat))
    yield Fact("Bronnen", join(words.legal(stap.juridisch), words.names(stap.bronnen)))


def _belongs(words: Words, fase: Fase) -> Iterator[Block]:
    yield Heading(2, "Dit hoort erin, en dit niet", f"erin-{fase.id}", fase=fase.nummer)
    yield Heading(3, "Hoort in deze fase", f"wel-{fase.id}")
    yield Items(_claims(words, fase.hoort_erin), "wel")
    yield Heading(3, "Hoort er niet in", f"niet-{fase.id}")
    yield Items(_claims(words, fase.hoort_er_niet_in), "niet")


def _remarks(words: Words, fase: Fase) -> Iterator[Block]:
    for head, items in (
        ("Aandachtspunten", fase.aandachtspunten),
        ("Valkuilen", fase.valkuilen),
        ("Tips", fase.tips),
    ):
        if items:
            yield Heading(2, head, f"{head.lower()}-{fase.id}", fase=fase.nummer)
            yield Items(_claims(words, items))


def _examples(words: Words, fase: Fase) -> Iterator[Block]:
    if fase.praktijkvoorbeelden:
        yield Heading(2, "Praktijkvoorbeelden", f"voorbeelden-{fase.id}", fase=fase.nummer)
    for index, example in enumerate(fase.praktijkvoorbeelden, start=1):
        yield Heading(3, richtext.plain(example.titel), f"voorbeeld-{fase.id}-{index}")
        yield Paragraph(words.text(example.tekst))
        if example.let_op:
            yield Paragraph(words.labelled("Let op", words.text(example.let_op)))
        yield Paragraph(words.sources(example.bronnen), "note")


def _tools(words: Words, fase: Fase) -> Iterator[Block]:
    if not fase.hulpmiddelen:
        return
    yield Heading(2, "Hulpmiddelen", f"hulpmiddelen-{fase.id}", fase=fase.nummer)
    yield Table(
        f"Hulpmiddelen bij fase {fase.nummer}",
        ("Hulpmiddel", "Waarvoor", "Let op", "Bron"),
        tuple(
            Row(
                (
                    (words.text(tool.naam),),
                    (words.text(tool.waarvoor),),
                    (join(words.text(tool.let_op or "–"), words.legal(tool.juridisch)),),
                    (words.names(tool.bronnen),),
                )
            )
            for tool in fase.hulpmiddelen
        ),
        (5, 6, 6, 5),
    )


def _claims(words: Words, claims: tuple[Bewering, ...]) -> tuple[Inline, ...]:
    return tuple(words.claim(claim) for claim in claims)
