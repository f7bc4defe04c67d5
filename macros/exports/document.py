"""Which documents there are, and what their files are called."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from ..model import Fase, Gids

Kind = Literal["checklist", "factsheet", "gids"]


@dataclass(frozen=True)
class Document:
    """Something to download: a checklist of one phase or of all, the factsheet, or the whole guide.

    `fase` is the id of the phase, or empty for all phases together.
    """

    kind: Kind
    fase: str = ""

    def name(self, gids: Gids) -> str:
        """Return the stable name without extension: `checklist-1-in-kaart-brengen`."""
        if self.kind == "factsheet":
            return "factsheet"
        if self.kind == "gids":
            return "gids"
        if not self.fase:
            return "checklists-alle-fasen"
        fase = gids.fase(self.fase)
        return f"checklist-{fase.nummer}-{fase.id}"

    def file_name(self, gids: Gids, extension: str) -> str:
        """Return the name that says what is in the file, with the content version."""
        return f"handreiking-12min-{self.name(gids)}-{gids.omslag.versie}.{extension}"

    def title(self, gids: Gids) -> str:
        """Return the title as it stands in and above the document."""
        match self.kind:
            case "factsheet":
                return f"Factsheet {gids.omslag.titel.lower()}"
            case "gids":
                return gids.omslag.titel
        if not self.fase:
            return "Checklists van alle fasen"
        fase = gids.fase(self.fase)
        return f"Checklist {fase.nummer}: {fase.titel}"

    def page(self) -> str:
        """Return the address of the page on the site that shows the same, from the root."""
        match self.kind:
            case "factsheet":
                return "factsheet.html"
            case "gids":
                return "index.html"
        return f"checklists/{self.fase}.html" if self.fase else "checklists/index.html"

    def fasen(self, gids: Gids) -> tuple[Fase, ...]:
        """Return the phases in this document, in reading order."""
        return (gids.fase(self.fase),) if self.fase else gids.fasen


def documents(gids: Gids) -> Iterator[Document]:
    """Yield every document, in the order of the downloads page."""
    yield Document("factsheet")
    for fase in gids.fasen:
        yield Document("checklist", fase.id)
    yield Document("checklist")
    yield Document("gids")
