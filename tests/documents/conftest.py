"""Documents as a reader gets them: made by the browser code from the real guide and a dossier."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import deno
import pytest

from macros.browser_data import browser_data
from macros.model import Punt

ROOT = Path(__file__).resolve().parent.parent.parent
SOURCE = ROOT / "docs" / "assets" / "ts"

NASTY = "<script>&amp; \"aanhaling\" 'enkel' ]]> {{ x }} é € ï ‘krul’ \\ | * _ # [x](y)"


@pytest.fixture(scope="session")
def gegevens(gids):
    """What the browser knows of the guide."""
    return browser_data(gids)


@pytest.fixture(scope="session")
def dossier(gids):
    """A dossier halfway through a year, with words that try to break a document."""
    punten = list(gids.punten())
    return {
        "formaat": "handreiking-dossier",
        "formaatversie": 1,
        "inhoudsversie": gids.omslag.versie,
        "dossier": {
            "id": "d-1",
            "naam": "Wijk Noord & Zuid <2027>",
            "gemeente": "Voorbeeldstad",
            "gemaakt": "2026-11-24T09:00:00Z",
            "gewijzigd": "2027-03-01T14:03:00Z",
            "bestand": "",
        },
        "punten": {
            punten[0].id: _antwoord(
                punten[0],
                status="gedaan",
                notitie="Getekend op het stadhuis.\nRegel twee.\n\nNieuwe alinea.",
                trekker="Beleidsadviseur jeugd",
                datum="2027-01-15",
            ),
            punten[1].id: _antwoord(punten[1], status="bezig", notitie=NASTY),
            punten[2].id: _antwoord(punten[2], status="nvt", reden="Wij hebben maar één school."),
            punten[3].id: _antwoord(punten[3], status="nvt"),
            punten[4].id: _antwoord(
                punten[4], status="gedaan", tekst="Wij hadden een oude tekst.", vingerafdruk="0"
            ),
            punten[30].id: _antwoord(
                punten[30], trekker="Veiligheid", datum="2027-06-01", notitie="Lang. " * 300
            ),
            "punt-van-vroeger": _antwoord(
                punten[5], status="bezig", tekst="Een punt van vroeger.", notitie="Bewaar dit."
            ),
        },
        "eigen_punten": [
            _antwoord(
                punten[0], id="eigen-1", stap=gids.fasen[0].stappen[0].id, tekst="Ons eigen punt."
            ),
            _antwoord(
                punten[0],
                id="eigen-2",
                stap="stap-van-vroeger",
                tekst=f"Eigen {NASTY}",
                status="gedaan",
                notitie="Ook dit blijft.",
            ),
        ],
    }


@pytest.fixture(scope="session")
def documents(gegevens, dossier, tmp_path_factory):
    """The folder with `plan` and `agenda` in every format."""
    return write(gegevens, dossier, tmp_path_factory.mktemp("documenten"))


def write(gegevens, dossier, folder: Path, **environment: str) -> Path:
    """Make every document of a dossier."""
    (folder / "gids.json").write_text(json.dumps(gegevens), encoding="utf-8")
    (folder / "dossier.json").write_text(json.dumps(dossier), encoding="utf-8")
    done = subprocess.run(
        [
            deno.find_deno_bin(),
            "run",
            "--quiet",
            "--frozen",
            f"--config={SOURCE / 'deno.json'}",
            f"--allow-read={ROOT},{folder}",
            f"--allow-write={folder}",
            str(Path(__file__).with_name("write.ts")),
            str(folder / "gids.json"),
            str(folder / "dossier.json"),
            str(folder),
        ],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"NO_COLOR": "1", "DENO_NO_UPDATE_CHECK": "1"} | environment,
    )
    assert done.returncode == 0, done.stderr
    return folder


def _antwoord(punt: Punt, **given: str) -> dict[str, str]:
    empty = dict.fromkeys(("reden", "notitie", "trekker", "datum", "vingerafdruk"), "")
    start = {"status": "open", "tekst": punt.tekst, "gewijzigd": "2027-03-01T14:03:00Z"}
    return start | empty | given
