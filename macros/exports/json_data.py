"""The content as JSON for whoever wants to build on it; the shape is a published contract.

The records are those of the model, with the same Dutch names. A checklist holds its phases and the
sources and roles that they name; the guide holds everything.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field, TypeAdapter

from .. import richtext
from ..model import REDACTIE, Adres, Bron, Fase, Gids, Record, Rol
from . import imprint
from .document import Document
from .words import site_address

SCHEMA_FILE = "gids.schema.json"
"""The name of the schema: in this folder, and beside the downloads."""


class Download(Record):
    """What every JSON download says about itself."""

    model_config = ConfigDict(populate_by_name=True)

    schema_address: Annotated[str, Field(alias="$schema")] = SCHEMA_FILE
    titel: str
    taal: Literal["nl-NL"] = "nl-NL"
    versie: str
    datum: datetime.date
    pagina: Annotated[str, Field(description="De pagina, vanaf het begin van de site.")]
    adres: Annotated[
        Adres | None, Field(description="Het hele adres, als de site er een heeft.")
    ] = None
    licentie: Literal["CC-BY-4.0"] = "CC-BY-4.0"
    colofon: tuple[str, ...]


class ChecklistDownload(Download):
    """The checklist of one phase, or of all."""

    soort: Literal["checklist"] = "checklist"
    fasen: tuple[Fase, ...]
    rollen: Annotated[tuple[Rol, ...], Field(description="De rollen die in de fasen staan.")]
    bronnen: Annotated[tuple[Bron, ...], Field(description="De bronnen die in de fasen staan.")]


class GidsDownload(Download):
    """The whole guide."""

    soort: Literal["gids"] = "gids"
    gids: Gids


Downloads = Annotated[ChecklistDownload | GidsDownload, Field(discriminator="soort")]


def write(gids: Gids, document: Document, path: Path) -> None:
    """Write a document as JSON."""
    data = _download(gids, document).model_dump(mode="json", by_alias=True, exclude_none=True)
    text = json.dumps(data, ensure_ascii=False, indent=1)
    path.write_text(f"{text}\n", encoding="utf-8", newline="\n")


def schema() -> str:
    """Return the text of the JSON Schema that every JSON download keeps to."""
    content = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Downloads van de handreiking",
        **TypeAdapter(Downloads).json_schema(mode="serialization"),
    }
    return json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _download(gids: Gids, document: Document) -> Download:
    page = document.page()
    about: dict[str, Any] = {
        "titel": document.title(gids),
        "versie": gids.omslag.versie,
        "datum": gids.omslag.datum,
        "pagina": page,
        "adres": site_address(gids, page) or None,
        "colofon": tuple(map(richtext.plain, imprint.colophon(gids, document))),
    }
    if document.kind == "gids":
        return GidsDownload.model_construct(**about, gids=gids)
    fasen = document.fasen(gids)
    bronnen = _named(fasen, ("bronnen",))
    rollen = _named(fasen, ("rollen", "trekker", "trekkers", "betrokken"))
    return ChecklistDownload.model_construct(
        **about,
        fasen=fasen,
        rollen=tuple(rol for rol in gids.rollen.rollen if rol.id in rollen),
        bronnen=tuple(bron for bron in gids.bronnen.bronnen if bron.id in bronnen),
    )


def _named(records: Iterable[Record], fields: tuple[str, ...]) -> set[str]:
    """Return the ids that records name in these fields, however deep."""
    return {id_ for record in records for id_ in _names(record, fields)} - {REDACTIE}


def _names(record: Record, fields: tuple[str, ...]) -> Iterator[str]:
    for name in type(record).model_fields:
        value = getattr(record, name)
        values = value if isinstance(value, tuple) else (value,)
        for item in values:
            if isinstance(item, Record):
                yield from _names(item, fields)
            elif name in fields:
                yield item
