"""The texts of one document as runs: markup parsed, links resolved, sources named."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from .. import richtext
from ..addresses import address
from ..model import REDACTIE, Bewering, Bron, Gids
from .blocks import Inline, Look, Run
from .document import Document

_LOOKS: dict[type[richtext.Span], Look] = {
    richtext.Text: "",
    richtext.Strong: "strong",
    richtext.Emphasis: "emphasis",
    richtext.Code: "code",
    richtext.Link: "",
}

LEGAL = "juridisch: laat nalopen"
LEGAL_MEANS = (
    "Leg dit punt voor aan een jurist of aan de functionaris gegevensbescherming (FG) "
    "voordat u het vaststelt."
)
UNSURE = "(niet bevestigd)"
BETWEEN = "\N{NO-BREAK SPACE}· "
"""Stands between things in a row; a line never begins with the dot."""


@dataclass(frozen=True)
class Words:
    """Writes texts for one document, which decides where a link can lead."""

    gids: Gids
    document: Document

    def text(self, text: str) -> Inline:
        """Return a text of the guide as runs."""
        return tuple(self._run(span) for span in richtext.parse(text))

    def title(self, bron: Bron) -> Inline:
        """Return the title of a source, in its own language."""
        return tuple(replace(run, lang=bron.taal or "") for run in self.text(bron.titel))

    def labelled(self, label: str, text: Inline) -> Inline:
        """Return runs behind a lead-in: `Bewijs: …`."""
        return (Run(f"{label}: ", "label"), *text)

    def claim(self, claim: Bewering) -> Inline:
        """Return a claim with its mark and its sources."""
        return join(
            self.text(claim.tekst), self.legal(claim.juridisch), self.sources(claim.bronnen)
        )

    def legal(self, juridisch: bool) -> Inline:  # noqa: FBT001 — the field of a record
        """Return the warning that a text must be checked by a lawyer, or nothing."""
        return (Run(LEGAL, "mark"),) if juridisch else ()

    def sources(self, ids: Iterable[str]) -> Inline:
        """Return the sources behind a lead-in: `Bron: Jeugdwet, art. 2.3 (niet bevestigd) · …`."""
        return (Run("Bron: ", "source"), *self.names(ids))

    def names(self, ids: Iterable[str], between: str = BETWEEN) -> Inline:
        """Return the short names of sources, for a place that already says that they are."""
        names = [(self._source(id_),) for id_ in ids]
        return join(*names, between=between, look="source")

    def roles(self, ids: Iterable[str]) -> Inline:
        """Return the short names of roles: `School, JGZ`."""
        roles = [(Run(self.gids.rol(id_).kort, href=self.href("rol", id_)),) for id_ in ids]
        return join(*roles, between=", ")

    def href(self, kind: str, id_: str) -> str:
        """Return where a record stands: in this document, on the site when its address is known."""
        if self.document.kind == "gids":
            return f"#{anchor(kind, id_)}"
        return site_address(self.gids, address(self.gids, kind, id_))

    def _source(self, id_: str) -> Run:
        if id_ == REDACTIE:
            return Run(self.gids.omslag.redactieteken, "source")
        bron = self.gids.bron(id_)
        name = f"{bron.kort} {UNSURE}" if bron.niet_bevestigd else bron.kort
        return Run(name, "source", self.href("bron", id_))

    def _run(self, span: richtext.Span) -> Run:
        match span:
            case richtext.Link(text, "web", target):
                return Run(text, href=target)
            case richtext.Link(text, kind, target):
                return Run(text, href=self.href(kind, target))
            case _:
                return Run(span.text, _LOOKS[type(span)])


def anchor(kind: str, id_: str) -> str:
    """Return the name of a place in a document; ids are only unique within their kind."""
    return f"{kind}-{id_}"


def site_address(gids: Gids, page: str) -> str:
    """Return the full address of a page, or nothing as long as the site has no address."""
    adres = gids.omslag.adres
    return f"{adres.rstrip('/')}/{page}" if adres else ""


def join(*parts: Inline, between: str = " ", look: Look = "") -> Inline:
    """Return the parts that say something, with `between` between them."""
    said = [part for part in parts if part]
    return tuple(
        run
        for index, part in enumerate(said)
        for run in ((Run(between, look), *part) if index else part)
    )


def plain(text: Inline) -> str:
    """Return the words of runs."""
    return "".join(run.text for run in text)
