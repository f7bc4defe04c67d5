"""Save files to open in the browser, and the pages that open them."""

import json

PAGE = "dossier/index.html"
LIST = "checklists/in-kaart-brengen.html"
MOMENT = "2026-11-20T09:00:00Z"


def answered(status="gedaan", **more):
    """Return one answer as it stands in a save file."""
    return {
        "status": status,
        "reden": "",
        "notitie": "",
        "trekker": "",
        "datum": "",
        "vingerafdruk": "",
        "tekst": "",
        "gewijzigd": MOMENT,
    } | more


def save_file(punten=None, naam="Wijk Noord", gemeente="", eigen=(), **more):
    """Return a save file as a dict."""
    return {
        "formaat": "handreiking-dossier",
        "formaatversie": 1,
        "inhoudsversie": "2026.1",
        "dossier": {
            "id": "noord1",
            "naam": naam,
            "gemeente": gemeente,
            "gemaakt": MOMENT,
            "gewijzigd": MOMENT,
            "bestand": "",
        },
        "punten": punten or {},
        "eigen_punten": list(eigen),
    } | more


def offer(page, content, name="dossier.json"):
    """Give the page a file to open."""
    if not isinstance(content, bytes):
        content = (content if isinstance(content, str) else json.dumps(content)).encode()
    page.get_by_label("Open bestand").set_input_files(
        {"name": name, "mimeType": "application/json", "buffer": content}
    )
    page.locator(
        "h2:text-is('Dit staat in het bestand'),"
        " .sleepvak:has([aria-invalid=true]) > [role=status]:last-child"
    ).wait_for()
