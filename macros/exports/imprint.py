"""What every document says about itself: version, address of its page, and colophon."""

from __future__ import annotations

from .. import richtext
from ..dates import long_date
from ..model import Gids
from .document import Document
from .words import site_address

LICENCE = "CC BY 4.0"
LICENCE_ADDRESS = "https://creativecommons.org/licenses/by/4.0/deed.nl"
LANGUAGE = "nl-NL"

DISCLAIMER = "Dit is geen uitgave van een ministerie en geen juridisch advies."


def version(gids: Gids) -> str:
    """Return the version of the content: `Versie 2026.1, 24 november 2026`."""
    return f"Versie {gids.omslag.versie}, {long_date(gids.omslag.datum)}"


def place(gids: Gids, page: str) -> str:
    """Return where a page is to be found: its address, or its place on the site."""
    return site_address(gids, page) or f"op de site: {page}"


def subject(gids: Gids) -> str:
    """Return what the document is about, for its properties."""
    return f"{gids.omslag.titel}. {gids.omslag.ondertitel}"


def credit(gids: Gids) -> str:
    """Return the line with which somebody else names this guide as a source."""
    found = f" {gids.omslag.adres}." if gids.omslag.adres else ""
    return f"{subject(gids)}. {version(gids)}.{found} Licentie: {LICENCE}, {LICENCE_ADDRESS}"


def colophon(gids: Gids, document: Document) -> tuple[str, ...]:
    """Return the sentences of the colophon, as texts with inline markup."""
    page = document.page()
    known = site_address(gids, page)
    where = f"[{known}]({known})" if known else f"‘{page}’ op de site"
    newer = "Controleer of er een nieuwere versie is."
    check = "Laat juridische punten nalopen door een jurist of uw functionaris gegevensbescherming (FG)."
    credit = "Noem dan de titel en de versie."
    licence = f"[{LICENCE}]({LICENCE_ADDRESS})"
    return (
        f"{version(gids)}. {newer} De pagina bij dit document is {where}.",
        gids.omslag.herkomst.tekst,
        f"{DISCLAIMER} {check}",
        f"U mag de teksten gebruiken en bewerken onder de licentie {licence}. {credit}",
    )


def summary(gids: Gids, document: Document) -> str:
    """Return the colophon as one plain text, for properties and data."""
    return " ".join(richtext.plain(sentence) for sentence in colophon(gids, document))
