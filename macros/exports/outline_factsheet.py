"""The blocks of the factsheet."""

from __future__ import annotations

from collections.abc import Iterator

from .blocks import Block, Heading, Inline, Items, Paragraph, Row, Run, Table
from .words import Words, join


def factsheet(words: Words) -> Iterator[Block]:
    """Yield the factsheet below its title."""
    sheet = words.gids.factsheet
    core = sheet.kernboodschap
    yield Paragraph(join(words.sources(core.bronnen), words.legal(core.juridisch)), "note")
    yield Heading(1, "Waarom nu?", "kop-waarom-nu")
    yield Items(tuple(words.claim(reason) for reason in sheet.waarom_nu))
    yield Heading(1, "Over wie gaat het?", "kop-over-wie")
    yield layers(words)
    yield Paragraph(words.claim(sheet.onthoud))
    yield Heading(1, "Tips", "kop-tips")
    yield Items(_tips(words), "number")
    yield from _who(words)
    yield Heading(1, "Gegevens delen: doen en laten", "kop-gegevens-delen")
    yield Heading(2, "Doen", "kop-doen")
    yield Items(tuple(words.claim(item) for item in sheet.doen), "wel")
    yield Heading(2, "Laten", "kop-laten")
    yield Items(tuple(words.claim(item) for item in sheet.laten), "niet")
    yield from _days(words)
    yield Heading(1, "Meer weten", "kop-meer-weten")
    yield Items(
        tuple(
            join(words.text(item.tekst), words.sources(item.bronnen), between=". ")
            for item in sheet.meer_weten
        )
    )


def layers(words: Words) -> Table:
    """Return the three layers of children."""
    return Table(
        "De drie lagen",
        ("Laag", "Wie", "Wat past"),
        tuple(
            Row(
                (
                    ((Run(f"{laag.letter}. "), *words.text(laag.naam)),),
                    (words.text(laag.wie),),
                    (words.text(laag.wat_past),),
                )
            )
            for laag in words.gids.omslag.lagen
        ),
        (3, 6, 6),
    )


def _tips(words: Words) -> tuple[Inline, ...]:
    return tuple(
        join(
            tuple(Run(run.text, "strong", run.href) for run in words.text(tip.kop)),
            words.text(tip.tekst),
            (Run(f"({' en '.join(tip.voor)})"),),
            words.sources(tip.bronnen),
        )
        for tip in words.gids.factsheet.tips
    )


def _who(words: Words) -> Iterator[Block]:
    sheet = words.gids.factsheet
    yield Heading(1, "Wie doet wat?", "kop-wie-doet-wat")
    yield Table(
        "Wie doet wat en wie tekent wat",
        ("Wie", "Doet", "Tekent"),
        tuple(
            Row(((words.text(row.wie),), (words.text(row.doet),), (words.text(row.tekent),)))
            for row in sheet.wie_doet_wat
        ),
        (3, 5, 5),
    )
    yield Paragraph(words.sources(sheet.wie_doet_wat_bronnen), "note")


def _days(words: Words) -> Iterator[Block]:
    sheet = words.gids.factsheet
    yield Heading(1, "De eerste 100 dagen", "kop-honderd-dagen")
    yield Table(
        "De eerste 100 dagen",
        ("Wanneer", "Doen"),
        tuple(
            Row(((words.text(period.wanneer),), (words.text(period.doen),)))
            for period in sheet.honderd_dagen
        ),
        (1, 5),
    )
    yield Paragraph(words.sources(sheet.honderd_dagen_bronnen), "note")
