"""The blocks around the phases: how to begin, and everything one looks up."""

from __future__ import annotations

from collections.abc import Iterator

from .. import richtext
from ..dates import long_date
from ..model import Begrip, Bron, Deur, Maatregel, Rol
from ..usage import Place, places_by_bron
from .blocks import (
    Block,
    Entry,
    Fact,
    Facts,
    Heading,
    Inline,
    Items,
    Paragraph,
    Row,
    Run,
    Table,
)
from .outline_factsheet import layers
from .words import Words, anchor, join

SOORTEN = {
    "wet": "Wetten en verdragen",
    "onderzoek": "Onderzoek",
    "handreiking": "Handreikingen en richtlijnen",
    "instrument": "Instrumenten en interventies",
    "organisatie": "Organisaties",
    "nieuws": "Kamerstukken en nieuws",
    "dataset": "Cijfers",
}
"""The headings of the list of sources, in order."""

RANGEN = {"kern": "kernbron", "aanvullend": "aanvullend", "achtergrond": "achtergrond"}


def begin(words: Words) -> Iterator[Block]:
    """Yield the way in: which situation is yours, and what always holds."""
    omslag = words.gids.omslag
    yield Heading(1, "Begin hier", "kop-begin", new_page=True)
    yield Heading(2, "Waar staat u?", "kop-deuren")
    for door in omslag.deuren:
        yield from _door(words, door)
    yield Heading(2, "Wat altijd geldt", "kop-altijd")
    yield Items(tuple(words.claim(claim) for claim in omslag.kernzinnen), "number")
    yield Heading(2, "Over wie gaat het?", "kop-lagen")
    yield layers(words)
    yield Paragraph(
        words.sources(dict.fromkeys(id_ for laag in omslag.lagen for id_ in laag.bronnen)), "note"
    )
    yield Heading(2, "Wat de woorden bij een punt betekenen", "kop-woorden")
    yield Facts(
        (
            *(Fact(keuze.naam, words.text(keuze.uitleg)) for keuze in omslag.onderbouwingen),
            *(Fact(keuze.naam, words.text(keuze.uitleg)) for keuze in omslag.niveaus),
        )
    )


def naslag(words: Words) -> Iterator[Block]:
    """Yield the chapters one looks things up in."""
    yield from _measures(words)
    yield from _roles(words)
    yield from _terms(words)
    yield from _laws(words)
    yield from _sources(words)


def _door(words: Words, door: Deur) -> Iterator[Block]:
    yield Heading(3, richtext.plain(door.titel), f"kop-{door.id}")
    yield Paragraph(words.text(door.tekst))
    yield Items(
        tuple(
            (
                Run(
                    f"{words.gids.stapnummer(id_)} {richtext.plain(words.gids.stap(id_).titel)}",
                    href=words.href("stap", id_),
                ),
            )
            for id_ in door.begin
        )
    )


def _measures(words: Words) -> Iterator[Block]:
    part = words.gids.maatregelen
    yield Heading(1, "Maatregelen", "kop-maatregelen", new_page=True)
    for claim in part.inleiding:
        yield Paragraph(words.claim(claim))
    yield Heading(2, "Overzicht", "kop-overzicht")
    yield Table(
        "Maatregelen, met het bewijs zoals wij het in de bron zagen",
        ("Maatregel", "Bewijs zoals gezien", "Let op", "Bron"),
        tuple(_measure(words, maatregel) for maatregel in part.maatregelen),
        (6, 6, 6, 5),
    )
    if part.toelichting:
        yield Heading(2, "Zo kiest u", "kop-zo-kiest-u")
        yield Items(tuple(words.claim(claim) for claim in part.toelichting))


def _measure(words: Words, maatregel: Maatregel) -> Row:
    letters = " en ".join(words.gids.laag(id_).letter for id_ in maatregel.lagen)
    layer = f"laag {letters}" if letters else "niet onder 12"
    return Row(
        (
            (
                words.text(maatregel.naam),
                words.labelled("Voor", (*words.text(maatregel.leeftijd), Run(f"; {layer}"))),
                words.labelled("Vorm", words.text(maatregel.vorm)),
            ),
            (words.text(maatregel.bewijs),),
            (words.text(maatregel.let_op),),
            (words.names(maatregel.bronnen),),
        ),
        anchor("maatregel", maatregel.id),
    )


def _roles(words: Words) -> Iterator[Block]:
    part = words.gids.rollen
    yield Heading(1, "Partners: wie doet wat", "kop-partners", new_page=True)
    yield Heading(2, "Vaste regels", "kop-vaste-regels")
    yield Items(tuple(words.claim(claim) for claim in part.vaste_regels))
    for domein in words.gids.omslag.domeinen:
        yield Heading(2, richtext.plain(domein.naam), anchor("domein", domein.id))
        yield Paragraph(words.text(domein.uitleg))
        for rol in part.rollen:
            if rol.domein == domein.id:
                yield from _role(words, rol)


def _role(words: Words, rol: Rol) -> Iterator[Block]:
    yield Heading(3, richtext.plain(rol.naam), anchor("rol", rol.id))
    yield Paragraph((Run("‘"), *words.text(rol.vraag), Run("’")), "quote")
    fasen = words.gids.fasen
    phases = join(
        *(
            (
                Run(
                    f"{number}. {fasen[number - 1].titel}",
                    href=words.href("fase", fasen[number - 1].id),
                ),
            )
            for number in rol.fasen
        ),
        between=", ",
    )
    unsure = (Fact("Niet bevestigd", words.text(rol.niet_bevestigd)),) if rol.niet_bevestigd else ()
    yield Facts(
        (
            Fact("Doet", words.text(rol.doet)),
            Fact("Doet niet", words.text(rol.doet_niet)),
            Fact("Tekent", words.text(rol.tekent)),
            Fact("Tekent niet", words.text(rol.tekent_niet)),
            Fact("Gegevens", words.text(rol.gegevens)),
            Fact("Let op", words.text(rol.let_op)),
            Fact("In fase", phases),
            Fact("Bronnen", words.names(rol.bronnen)),
            *unsure,
        )
    )


def _terms(words: Words) -> Iterator[Block]:
    yield Heading(1, "Begrippen", "kop-begrippen", new_page=True)
    yield Paragraph(
        words.text(
            "Woorden die in deze gids vaak terugkomen, kort uitgelegd. "
            "Het zijn werkdefinities om elkaar te begrijpen, geen wettelijke definities."
        )
    )
    begrippen = words.gids.begrippen.begrippen
    for begrip in sorted(begrippen, key=lambda begrip: (begrip.term.casefold(), begrip.id)):
        yield Entry(
            anchor("begrip", begrip.id), _term(words, begrip), tuple(_meaning(words, begrip))
        )


def _term(words: Words, begrip: Begrip) -> Inline:
    short = f" ({begrip.afkorting})" if begrip.afkorting and begrip.afkorting != begrip.term else ""
    return (*words.text(begrip.term), Run(short)) if short else words.text(begrip.term)


def _meaning(words: Words, begrip: Begrip) -> Iterator[Inline]:
    yield words.text(begrip.definitie)
    if begrip.ook:
        yield (Run(f"Ook wel: {', '.join(begrip.ook)}."),)
    if begrip.niet_bevestigd:
        yield words.labelled("Niet bevestigd", words.text(begrip.niet_bevestigd))
    yield words.sources(begrip.bronnen)


def _laws(words: Words) -> Iterator[Block]:
    part = words.gids.wetten
    yield Heading(1, "Wetten in beweging", "kop-wetten", new_page=True)
    for claim in part.inleiding:
        yield Paragraph(words.claim(claim))
    for wet in part.wetten:
        yield Heading(2, richtext.plain(wet.naam), anchor("wet", wet.id))
        seen = f"{long_date(wet.gezien_op)}. De stand daarna is niet bevestigd."
        yield Facts(
            (
                Fact("Wat wij zagen", words.text(wet.stand)),
                Fact("Wat u doet", words.text(wet.gevolg)),
                Fact("Gezien op", (Run(seen),)),
                Fact("Bronnen", words.names(wet.bronnen)),
            )
        )


def _sources(words: Words) -> Iterator[Block]:
    yield Heading(1, "Bronnen", "kop-bronnen", new_page=True)
    yield Paragraph(
        words.text(
            "Elke uitspraak in deze gids rust op een van deze bronnen, of is een voorstel van de redactie. "
            "Staat er **niet bevestigd**, controleer de bron dan voordat u erop bouwt."
        )
    )
    places = places_by_bron(words.gids)
    for soort, head in SOORTEN.items():
        group = [bron for bron in words.gids.bronnen.bronnen if bron.soort == soort]
        if not group:
            continue
        yield Heading(2, head, f"soort-{soort}")
        for bron in sorted(group, key=lambda bron: (bron.kort.casefold(), bron.id)):
            lines = tuple(_source(words, bron, places[bron.id]))
            yield Entry(anchor("bron", bron.id), words.title(bron), lines)


def _source(words: Words, bron: Bron, places: tuple[Place, ...]) -> Iterator[Inline]:
    made = ", ".join(str(part) for part in (bron.auteurs, bron.uitgever, bron.jaar) if part)
    article = f" {bron.artikel}." if bron.artikel else ""
    known_as = f" Aangehaald als: {bron.kort} ({RANGEN[bron.rang]})."
    yield words.text(f"{made}.{article}{known_as}")
    if bron.url:
        yield words.labelled("Adres", (Run(bron.url, href=bron.url),))
    yield words.text(bron.kern)
    if bron.niet_bevestigd:
        seen = "gezien op" if bron.gezien else "stand van"
        label = f"Niet bevestigd ({seen} {long_date(bron.gezien_op)})"
        yield words.labelled(label, words.text(bron.niet_bevestigd))
    used = tuple(_place(words, place) for place in places)
    if used:
        yield (Run("Gebruikt in: ", "source"), *join(*used, between=", "))


def _place(words: Words, place: Place) -> Inline:
    if place.kind == "pagina":
        return (Run(place.label, "source"),)
    return (Run(place.label, "source", words.href(place.kind, place.id)),)
