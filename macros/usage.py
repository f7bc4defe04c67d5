"""Where the guide uses a source: the way back from the list of sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from .model import (
    Begrip,
    Factsheet,
    Fase,
    Gids,
    Maatregel,
    Punt,
    Record,
    Rol,
    Stap,
    Wet,
)


@dataclass(frozen=True)
class Place:
    """Something in the guide that names a source; `kind` and `id` say where it stands."""

    label: str
    kind: str
    id: str = ""


def places_by_bron(gids: Gids) -> Mapping[str, tuple[Place, ...]]:
    """Return for each source, by id, the places that name it, in reading order, each once."""
    found: dict[str, dict[Place, None]] = {bron.id: {} for bron in gids.bronnen.bronnen}
    for place, ids in _places(gids, gids, Place("Home", "pagina", "index.html")):
        for id_ in ids:
            if id_ in found:
                found[id_][place] = None
    return {id_: tuple(places) for id_, places in found.items()}


def _places(gids: Gids, record: Record, place: Place) -> Iterator[tuple[Place, tuple[str, ...]]]:
    place = _place_of(gids, record, place)
    for field in type(record).model_fields:
        value = getattr(record, field)
        if (
            field.endswith("bronnen")
            and isinstance(value, tuple)
            and value
            and isinstance(value[0], str)
        ):
            yield place, value
        elif isinstance(value, Record):
            yield from _places(gids, value, place)
        elif isinstance(value, tuple):
            for item in value:
                if isinstance(item, Record):
                    yield from _places(gids, item, place)


def _place_of(gids: Gids, record: Record, place: Place) -> Place:
    match record:
        case Fase(id=id_, nummer=number):
            return Place(f"Fase {number}", "fase", id_)
        case Stap(id=id_):
            return Place(f"stap {gids.stapnummer(id_)}", "stap", id_)
        case Punt(id=id_, code=code):
            return Place(code, "punt", id_)
        case Begrip(id=id_, term=term):
            return Place(f"begrip ‘{term}’", "begrip", id_)
        case Rol(id=id_, kort=kort):
            return Place(f"partner ‘{kort}’", "rol", id_)
        case Maatregel(id=id_, naam=naam):
            return Place(f"maatregel ‘{naam}’", "maatregel", id_)
        case Wet(id=id_, naam=naam):
            return Place(f"wet in beweging ‘{naam}’", "wet", id_)
        case Factsheet():
            return Place("Factsheet", "pagina", "factsheet.html")
        case _:
            return place
