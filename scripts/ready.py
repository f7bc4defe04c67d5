"""Whether everything is there that only the organisation that puts the site online can fill in.

The guide cannot know who offers it, at which address, or who keeps its source. This says what is
still missing, with a place and a remedy, before a reader or a catalogue of software finds out.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from macros.hosting import SECURITY_TXT_DAYS
from macros.load import examine_file
from macros.model import Omslag
from macros.problems import Position, Problem, readable
from scripts.publiccode import OWED, Publiccode

GUIDE = "checklists/gids.yml"
PUBLICCODE = "publiccode.yml"
SHARED = (".github.io", ".gitlab.io")
"""Where all projects of one owner stand on one host."""

NOTICE = datetime.timedelta(days=30)
"""How long before it expires somebody should hear about security.txt."""


def main(root: Path, omslag: Omslag, address: str, today: datetime.date) -> int:
    """Print what is missing for a site at `address`. Returns 1 when it should not go online yet."""
    problems = (*_of_the_site(omslag, address, today), *_of_the_source(root / PUBLICCODE))
    for problem in readable(problems):
        print(problem)
    if any(not problem.warning for problem in problems):
        return 1
    print("Wat alleen de aanbieder weet, is ingevuld.")
    return 0


def _of_the_site(omslag: Omslag, address: str, today: datetime.date) -> Iterator[Problem]:
    here = Position(GUIDE)
    if not address.startswith("https://"):
        yield Problem(
            here,
            "Het adres van de site is niet bekend, of begint niet met https://. "
            "Zet het bij ‘adres’, of in de variabele SITE_URL.",
        )
    if (urlsplit(address).hostname or "").endswith(SHARED):
        yield Problem(
            here,
            "Op dit domein staan ook andere projecten onder hetzelfde adres, en hun scripts kunnen "
            "dan de dossiers lezen. Geef de gids een eigen domein; zie de pagina Hosting.",
            warning=True,
        )
    if omslag.aanbieder is None:
        yield Problem(
            here,
            "Er staat niet wie de site aanbiedt. Vul ‘aanbieder’ in; zie de pagina Hosting.",
        )
    else:
        for key in ("privacyverklaring", "toegankelijkheidsverklaring"):
            if getattr(omslag.aanbieder, key) is None:
                yield Problem(
                    here,
                    f"Bij ‘aanbieder’ staat geen {key}. Hebt u die wel? Zet het adres erbij.",
                    warning=True,
                )
    if omslag.beveiliging is None:
        yield Problem(
            here,
            "Er staat niet waar iemand een zwakke plek kan melden. Vul ‘beveiliging’ in, "
            "of verwijs op de webserver door naar het security.txt van uw organisatie.",
            warning=True,
        )
    elif omslag.datum + datetime.timedelta(days=SECURITY_TXT_DAYS) < today + NOTICE:
        yield Problem(
            here,
            "Het bestand security.txt verloopt bijna, of is verlopen. "
            "Kijk de inhoud na en zet een nieuwe ‘datum’ en ‘versie’.",
        )


def _of_the_source(path: Path) -> Iterator[Problem]:
    node, problems = examine_file(Publiccode, path)
    yield from problems
    if node is None:
        return
    maintenance = node.within(("maintenance",))
    kind = maintenance.within(("type",)).value
    owed = OWED.get(kind) if isinstance(kind, str) else None
    if owed and owed not in maintenance.keys:
        yield Problem(
            maintenance.position,
            f"De sleutel ‘{owed}’ ontbreekt. Voeg hem hier toe, met de naam van een mens "
            "die de broncode kent.",
        )
