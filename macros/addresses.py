"""Where each thing stands on the site; the only module that knows the pages."""

from __future__ import annotations

from .model import Gids

PAGES = {
    "begrip": "naslag/begrippen.html",
    "bron": "naslag/bronnen.html",
    "maatregel": "naslag/maatregelen.html",
    "rol": "naslag/partners.html",
    "wet": "naslag/wetten-in-beweging.html",
}


def address(gids: Gids, kind: str, id_: str) -> str:
    """Return the address of a record from the root of the site: `fasen/uitvoering.html#samen-wegen`.

    Raises `KeyError` for an id that is not in the guide.
    """
    match kind:
        case "fase":
            return f"fasen/{gids.fase(id_).id}.html"
        case "stap":
            return f"fasen/{gids.fase_of(id_).id}.html#{id_}"
        case "punt":
            # At its box, for a screen reader tells what has the focus, and with it the text.
            return f"checklists/{gids.fase_of(id_).id}.html#vink-{id_}"
        case "checklist":
            return f"checklists/{gids.fase(id_).id}.html"
        case _:
            return f"{PAGES[kind]}#{gids.records(kind)[id_].id}"  # type: ignore[attr-defined]
