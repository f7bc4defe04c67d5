"""WCAG 2.2, levels A and AA, criterion by criterion: what was found, and how.

The numbers and levels are those of the W3C recommendation of 5 October 2023, section 2; what each
asks is said here in our own words. The site publishes this list.
"""

from collections.abc import Iterable
from dataclasses import dataclass

TESTED = "Getest"
READ = "Nagekeken"
ABSENT = "Komt niet voor"

PRINCIPLES = {1: "Waarneembaar", 2: "Bedienbaar", 3: "Begrijpelijk", 4: "Robuust"}


@dataclass(frozen=True)
class Criterion:
    """One criterion; `tests` are the modules in `tests/` that would fail if it were broken."""

    number: str
    level: str
    asks: str
    outcome: str
    how: str
    tests: tuple[str, ...] = ()


BOTH = ("browser/test_accessibility",)

CRITERIA = (
    Criterion(
        "1.1.1", "A", "Beelden hebben een tekst.", TESTED,
        "Beide programma’s op elke pagina. Het plaatje van de vier fasen staat ook in woorden op de pagina.",
        (*BOTH, "site/test_site"),
    ),
    Criterion("1.2.1", "A", "Geluid of beeld alleen: er is een alternatief.", ABSENT, "Er is geen geluid en geen video."),
    Criterion("1.2.2", "A", "Video heeft ondertiteling.", ABSENT, "Er is geen video."),
    Criterion("1.2.3", "A", "Video heeft een beschrijving.", ABSENT, "Er is geen video."),
    Criterion("1.2.4", "AA", "Live video heeft ondertiteling.", ABSENT, "Er is geen video."),
    Criterion("1.2.5", "AA", "Video heeft een gesproken beschrijving.", ABSENT, "Er is geen video."),
    Criterion(
        "1.3.1", "A", "Wat de opmaak toont, staat ook in de code.", TESTED,
        "Koppen lopen in volgorde, elk punt is een echt selectievakje met zijn tekst als label, tabellen hebben koppen.",
        (*BOTH, "browser/test_access_names", "site/test_site"),
    ),
    Criterion(
        "1.3.2", "A", "De volgorde in de code is die van het lezen.", TESTED,
        "Zonder opmaak leest de gids van boven naar beneden.",
        ("browser/test_broken_parts", "browser/test_access_names"),
    ),
    Criterion("1.3.3", "A", "Een aanwijzing noemt niet alleen vorm of plaats.", READ, "De teksten verwijzen met namen en nummers, en de knoppen bij hun naam."),
    Criterion(
        "1.3.4", "AA", "De site werkt staand en liggend.", TESTED,
        "Geen regel in de opmaak let op de stand van het scherm; smal en breed zijn getest.",
        ("site/test_consistency", *BOTH),
    ),
    Criterion(
        "1.3.5", "AA", "Velden over uzelf zeggen wat ze vragen.", ABSENT,
        "De gids vraagt niets over uzelf. Een dossier gaat over een gemeente of een wijk.",
    ),
    Criterion(
        "1.4.1", "A", "Kleur is nooit het enige verschil.", READ,
        "Een fase heeft ook een nummer, een link een streep, een stand een woord. Met opgelegde kleuren is dat getest.",
        ("browser/test_access_sizes",),
    ),
    Criterion("1.4.2", "A", "Geluid is uit te zetten.", ABSENT, "Er is geen geluid."),
    Criterion(
        "1.4.3", "AA", "Tekst steekt 4,5 tegen 1 af.", TESTED,
        "Axe-core meet elke tekst, licht, donker en met opgelegde kleuren. De lat ligt hoger: 7 tegen 1.", BOTH,
    ),
    Criterion(
        "1.4.4", "AA", "Tekst kan twee keer zo groot.", TESTED,
        "Zoom van 200% en letters die twee keer zo groot zijn.", ("browser/test_access_sizes",),
    ),
    Criterion("1.4.5", "AA", "Tekst is geen plaatje.", READ, "De woorden in het plaatje van de vier fasen zijn echte tekst, en staan ook ernaast."),
    Criterion(
        "1.4.10", "AA", "Bij 320 pixels schuift u niet opzij.", TESTED,
        "Elke pagina en elke toestand op 320 pixels. Bij 400% zoom ook elke uitleg, in een venster van 320 bij 256.", ("browser/test_access_sizes", *BOTH),
    ),
    Criterion(
        "1.4.11", "AA", "Velden, knoppen en de focus steken 3 tegen 1 af.", TESTED,
        "Van elk veld, elke knop en elke rand om de focus is het contrast gemeten, licht en donker.",
        ("browser/test_access_contrast",),
    ),
    Criterion(
        "1.4.12", "AA", "Ruimer gezette tekst valt niet weg.", TESTED,
        "Met de maten uit WCAG, op drie breedten.", ("browser/test_access_sizes",),
    ),
    Criterion(
        "1.4.13", "AA", "Wat bij aanwijzen verschijnt, is te lezen en te sluiten.", ABSENT,
        "Niets verschijnt door aanwijzen. Door focus verschijnt alleen de link ‘Naar de inhoud’. Een uitleg opent met een knop en sluit met Escape; dat is getest.",
        ("browser/test_access_keyboard", "browser/test_reading"),
    ),
    Criterion(
        "2.1.1", "A", "Alles werkt met het toetsenbord.", TESTED,
        "Menu, zoeken, uitleg, checklists, dossier en downloads.",
        ("browser/test_access_keyboard", "browser/test_dossier_access"),
    ),
    Criterion(
        "2.1.2", "A", "U komt overal weer weg.", TESTED,
        "De weg terug is de weg heen, op elke soort pagina.", ("browser/test_access_keyboard",),
    ),
    Criterion(
        "2.1.4", "A", "Losse letters doen niets onverwachts.", TESTED,
        "De site kent geen sneltoetsen van één teken, alleen Ctrl+S en Ctrl+Z.", ("browser/test_access_keyboard",),
    ),
    Criterion("2.2.1", "A", "U krijgt genoeg tijd.", ABSENT, "Niets verloopt. Een melding blijft staan."),
    Criterion(
        "2.2.2", "A", "Wat beweegt, is stil te zetten.", ABSENT,
        "Niets beweegt uit zichzelf. Wie geen beweging wil, ziet er geen; dat is getest.",
        ("browser/test_access_sizes",),
    ),
    Criterion("2.3.1", "A", "Niets flitst.", ABSENT, "Niets knippert of flitst."),
    Criterion(
        "2.4.1", "A", "U kunt het menu overslaan.", TESTED,
        "‘Naar de inhoud’ is de eerste stop en komt aan.", ("browser/test_access_keyboard",),
    ),
    Criterion("2.4.2", "A", "Elke pagina heeft een eigen titel.", TESTED, "Geen twee titels zijn gelijk.", ("site/test_site",)),
    Criterion(
        "2.4.3", "A", "De focus gaat in een logische volgorde.", TESTED,
        "Heen en terug, op twee breedten; in het dossier gaat de focus mee naar een volgend scherm en terug naar de knop waar u begon.",
        ("browser/test_access_keyboard", "browser/test_dossier_access", "browser/test_dossier_page"),
    ),
    Criterion(
        "2.4.4", "A", "Een link zegt waar hij heen gaat.", READ,
        "Beide programma’s vinden geen lege of dubbele namen; de woorden zijn nagelezen.", BOTH,
    ),
    Criterion(
        "2.4.5", "AA", "Een pagina is op meer manieren te vinden.", TESTED,
        "Via het menu, de overzichten, de fasen op volgorde en zoeken.", ("browser/test_reading", "site/test_site"),
    ),
    Criterion("2.4.6", "AA", "Koppen en labels zeggen waar het over gaat.", READ, "Nagelezen; lezers hebben dit nog niet getest."),
    Criterion(
        "2.4.7", "AA", "U ziet waar de focus is.", TESTED,
        "Alles wat de focus krijgt, heeft een rand van ten minste 2 pixels.", ("browser/test_access_keyboard",),
    ),
    Criterion(
        "2.4.11", "AA", "Wat de focus heeft, ligt nergens onder.", TESTED,
        "Ook niet onder de regel die zegt dat iets bewaard is.",
        ("browser/test_access_keyboard", "browser/test_dossier_access"),
    ),
    Criterion("2.5.1", "A", "Geen gebaar met meer vingers of een pad.", ABSENT, "Alles werkt met één tik."),
    Criterion("2.5.2", "A", "Een druk is nog terug te nemen.", READ, "Alle knoppen en links zijn die van de browser zelf."),
    Criterion(
        "2.5.3", "A", "De naam begint met wat u ziet.", TESTED,
        "Beide programma’s op elke pagina, en de namen in de toegankelijkheidsboom.",
        (*BOTH, "browser/test_access_names"),
    ),
    Criterion("2.5.4", "A", "Schudden of kantelen hoeft niet.", ABSENT, "De site let niet op beweging van het apparaat."),
    Criterion(
        "2.5.7", "AA", "Slepen hoeft niet.", TESTED,
        "Een bestand slepen mag, maar de knop ‘Open bestand’ doet hetzelfde.", ("browser/test_dossier_page",),
    ),
    Criterion(
        "2.5.8", "AA", "Wat u aanraakt, is minstens 24 pixels.", TESTED,
        "Op vier breedten, en 44 pixels op een aanraakscherm voor wat u vaak gebruikt.",
        ("browser/test_access_sizes", *BOTH),
    ),
    Criterion("3.1.1", "A", "De pagina zegt in welke taal zij is.", TESTED, "Elke pagina is Nederlands.", ("browser/test_access_names",)),
    Criterion(
        "3.1.2", "AA", "Een stuk in een andere taal zegt dat ook.", TESTED,
        "Titels van bronnen en teksten van licenties die niet Nederlands zijn. Namen van programma’s zijn uitgezonderd.",
        ("site/test_site", "site/test_licences"),
    ),
    Criterion("3.2.1", "A", "Door focus alleen verandert er niets.", TESTED, "Tijdens de weg langs alle stops blijft u op de pagina.", ("browser/test_access_keyboard",)),
    Criterion(
        "3.2.2", "A", "Door invullen alleen gaat u nergens heen.", READ,
        "Een keuze bij ‘Voor wie’ toont minder punten op dezelfde plek, en zegt hoeveel. ‘Kies een dossier’ opent een ander dossier op dezelfde pagina, en zegt welk.",
        ("browser/test_dossier_lens",),
    ),
    Criterion(
        "3.2.3", "AA", "Menu en voet zijn overal gelijk.", TESTED,
        "Dezelfde links in dezelfde volgorde op elke pagina.", ("site/test_consistency",),
    ),
    Criterion("3.2.4", "AA", "Wat hetzelfde doet, heet hetzelfde.", READ, "De woorden van knoppen en links zijn naast elkaar gelegd."),
    Criterion(
        "3.2.6", "A", "Hulp staat op een vaste plek.", TESTED,
        "Onderaan elke pagina staat de link naar deze uitleg, en daar hoe u een probleem meldt.", ("site/test_consistency",),
    ),
    Criterion(
        "3.3.1", "A", "Een fout wordt in woorden gemeld.", TESTED,
        "Een bestand dat niet te lezen is, een leeg eigen punt en een reden die ontbreekt. De melding hoort bij haar veld.", ("browser/test_dossier_page", "browser/test_dossier_points"),
    ),
    Criterion("3.3.2", "A", "Een veld heeft een label.", TESTED, "Alles wat u gebruikt, heeft een naam, in elke toestand.", ("browser/test_access_names",)),
    Criterion(
        "3.3.3", "AA", "Een melding zegt wat u kunt doen.", TESTED,
        "Bij elk bestand dat niet te openen is, staat de volgende stap.", ("browser/test_dossier_page",),
    ),
    Criterion(
        "3.3.4", "AA", "Wat u wist of vervangt, is terug te halen.", TESTED,
        "Openen laat eerst zien wat er verandert; wissen en vervangen zijn ongedaan te maken zolang de pagina open is. Wat onleesbaar was, gaat pas weg na een vraag.",
        ("browser/test_dossier_page",),
    ),
    Criterion("3.3.7", "A", "U vult niets twee keer in.", READ, "De naam van een dossier en de gemeente vult u één keer in; documenten nemen ze over."),
    Criterion("3.3.8", "AA", "Inloggen vraagt geen geheugen of puzzel.", ABSENT, "U hoeft nergens in te loggen."),
    Criterion(
        "4.1.2", "A", "Een hulpmiddel krijgt naam, rol en stand.", TESTED,
        "Gelezen uit de toegankelijkheidsboom van de browser, op elke pagina en in elke toestand.",
        ("browser/test_access_names",),
    ),
    Criterion(
        "4.1.3", "AA", "Een hulpmiddel hoort wat er verandert.", TESTED,
        "Elke plek die meldt, staat al in de boom voordat zij iets zegt. Het aantal zoekresultaten, een kleinere lijst, wat bewaard is en wat een knop deed.",
        ("browser/test_access_names", "browser/test_dossier_page", "browser/test_dossier_lens"),
    ),
)  # fmt: skip


def as_markdown() -> str:
    """Return a table for each principle, as the site publishes them."""
    return "\n".join(
        _part(principle, [c for c in CRITERIA if c.number.startswith(f"{number}.")])
        for number, principle in PRINCIPLES.items()
    )


def table(caption: str, head: tuple[str, str], rows: Iterable[tuple[object, object]]) -> str:
    """Return a table in Markdown, with the line above it that our Markdown makes a caption of."""
    lines = [f"| {first} | {second} |" for first, second in (head, ("---", "---"), *rows)]
    return "\n".join([f"Tabel: {caption}", "", *lines, ""])


def _part(principle: str, criteria: list[Criterion]) -> str:
    caption = f"Eisen bij ‘{principle}’, met de uitkomst\n{{ .alleen-hoorbaar }}"
    rows = [
        (f"{c.number} ({c.level}) {c.asks}", f"**{c.outcome}.** {c.how}{_tests(c)}")
        for c in criteria
    ]
    return f"### {principle}\n\n{table(caption, ('Eis', 'Uitkomst'), rows)}"


def _tests(criterion: Criterion) -> str:
    names = ", ".join(f"`{test.rpartition('/')[2]}`" for test in criterion.tests)
    return f" ({names})" if names else ""
