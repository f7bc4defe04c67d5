"""The real guide, and an awkward one."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.exports import Format
from macros.exports.document import Document
from macros.load import load
from macros.model import Gids, Punt

ROOT = Path(__file__).resolve().parent.parent.parent
SIGNS = "é € & # * @ $ < > ' \" | \\ _ ~ ; &amp; </w:t> ]]> {{ x }} ’"
LONG = ("Zeer lange titel met tekens " + SIGNS + " en nog meer woorden " * 10)[:200].strip()


@pytest.fixture(scope="session")
def gids() -> Gids:
    return load(ROOT / "checklists")


@pytest.fixture(scope="session")
def awkward() -> Gids:
    """A guide with all that goes wrong: long, empty, strange, one point and sixty points."""
    gids = load(ROOT / "tests" / "unit" / "kleine_gids")
    fase, (stap,) = gids.fasen[0], gids.fasen[0].stappen
    one = (_punt(stap.punten[0], 0),)
    sixty = tuple(_punt(stap.punten[0], number) for number in range(1, 61))
    steps = (
        stap.model_copy(update={"punten": one, "titel": LONG}),
        stap.model_copy(update={"id": "tweede-stap", "titel": f"Tweede {SIGNS}", "punten": sixty}),
    )
    strange = fase.model_copy(update={"titel": LONG, "kernvraag": SIGNS, "stappen": steps})
    bron = gids.bronnen.bronnen[0].model_copy(
        update={"kort": SIGNS, "titel": LONG, "url": None, "jaar": None, "niet_bevestigd": SIGNS}
    )
    omslag = gids.omslag.model_copy(
        update={"titel": LONG, "ondertitel": LONG, "adres": "https://voorbeeld.example/gids/"}
    )
    return gids.model_copy(
        update={
            "omslag": omslag,
            "fasen": (strange,),
            "bronnen": gids.bronnen.model_copy(update={"bronnen": (bron,)}),
        }
    )


def _punt(punt: Punt, number: int) -> Punt:
    start = ("=1+1", "+31", "-2", "@SUM(A1)", "\u20ac")[number % 5]
    return punt.model_copy(
        update={
            "id": f"ki-punt-{number}",
            "code": f"KI-{number + 10}",
            "tekst": f"{start} punt {number}. {SIGNS}",
            "bewijs": SIGNS,
            "juridisch": number % 2 == 0,
        }
    )


@pytest.fixture
def written(gids, tmp_path):
    """Write a document of the real guide and return the path."""

    def write(format_: Format, document: Document) -> Path:
        path = tmp_path / document.file_name(gids, format_.extension)
        format_.write(gids, document, path)
        return path

    return write
