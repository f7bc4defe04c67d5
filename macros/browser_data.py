"""What the browser knows of the guide: the same points as the page, as plain data.

The shape is `GidsGegevens` in `docs/assets/ts/dossier/types.ts`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from .model import REDACTIE, Bron, Fase, Gids, Punt, Stap
from .richtext import plain

KEYS = Path(".gemaakt") / "opslag.json"
"""What the browser code keeps, as that code says it; the privacy page shows it."""


def read_keys(path: Path) -> tuple[Mapping[str, str], ...]:
    """Return the keys that the site keeps in a browser, each with its explanation."""
    return tuple(json.loads(path.read_text(encoding="utf-8")))


def browser_script(gids: Gids) -> str:
    """Return the data as a script: a page opened from a folder may not fetch JSON."""
    data = json.dumps(browser_data(gids), ensure_ascii=False, separators=(",", ":"))
    return f"globalThis.gidsGegevens={data};\n"


def browser_data(gids: Gids) -> dict[str, object]:
    """Return what a dossier needs of the guide, without the reading texts."""
    omslag = gids.omslag
    return {
        "titel": omslag.titel,
        "versie": omslag.versie,
        "datum": omslag.datum.isoformat(),
        "adres": omslag.adres or "",
        "herkomst": plain(omslag.herkomst.tekst),
        "redactieteken": omslag.redactieteken,
        "fasen": [_fase(gids, fase) for fase in gids.fasen],
        "rollen": {
            rol.id: {"naam": rol.naam, "kort": rol.kort, "domein": rol.domein}
            for rol in gids.rollen.rollen
        },
        "domeinen": [{"id": domein.id, "naam": domein.naam} for domein in omslag.domeinen],
        "deuren": [{"id": deur.id, "titel": plain(deur.titel)} for deur in omslag.deuren],
        "hoofdstukken": [
            {
                "id": hoofdstuk.id,
                "titel": plain(hoofdstuk.titel),
                "toelichting": plain(hoofdstuk.toelichting),
            }
            for hoofdstuk in omslag.hoofdstukken
        ],
        "bronnen": {bron.id: _bron(bron) for bron in _used_by_points(gids)},
        "vervallen": [
            {
                "id": item.id,
                "soort": item.soort,
                "reden": plain(item.reden),
                "vervangen_door": list(item.vervangen_door),
            }
            for item in gids.vervallen.vervallen
        ],
        "geschiedenis": {
            punt.id: {
                "sinds": punt.sinds or "",
                "zelfde_strekking": [plain(tekst) for tekst in punt.zelfde_strekking],
            }
            for punt in gids.punten()
            if punt.sinds or punt.zelfde_strekking
        },
    }


def _fase(gids: Gids, fase: Fase) -> dict[str, object]:
    return {
        "id": fase.id,
        "nummer": fase.nummer,
        "code": fase.code,
        "titel": plain(fase.titel),
        "stappen": [_stap(gids, stap) for stap in fase.stappen],
    }


def _stap(gids: Gids, stap: Stap) -> dict[str, object]:
    return {
        "id": stap.id,
        "nummer": gids.stapnummer(stap.id),
        "titel": plain(stap.titel),
        "punten": [_punt(punt) for punt in stap.punten],
    }


def _punt(punt: Punt) -> dict[str, object]:
    return {
        "id": punt.id,
        "code": punt.code,
        "tekst": plain(punt.tekst),
        "waarom": plain(punt.waarom),
        "bewijs": plain(punt.bewijs),
        "rollen": list(punt.rollen),
        "trekker": punt.trekker,
        "situaties": list(punt.situaties),
        "niveau": punt.niveau,
        "onderbouwing": punt.onderbouwing,
        "juridisch": punt.juridisch,
        "bronnen": list(punt.bronnen),
        "plan": punt.plan,
    }


def _bron(bron: Bron) -> dict[str, object]:
    return {
        "kort": bron.kort,
        "titel": plain(bron.titel),
        **({"taal": bron.taal} if bron.taal else {}),
        "onbevestigd": bron.niet_bevestigd is not None,
    }


def _used_by_points(gids: Gids) -> list[Bron]:
    used = {id_ for punt in gids.punten() for id_ in punt.bronnen} - {REDACTIE}
    return [bron for bron in gids.bronnen.bronnen if bron.id in used]
