"""The macros: what a page may ask of the guide.

Macro names are Dutch nouns: they are the vocabulary of whoever writes a page.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from . import hosting, offline
from .exports import FORMATS
from .exports.imprint import credit
from .exports.written import Written
from .model import REDACTIE, Gids
from .notices import Notice
from .prose import Prose
from .render import render
from .usage import places_by_bron


@dataclass(frozen=True)
class Pages:
    """The pieces of the site that come from the guide.

    `up` is asked at every call, for the way to the root of the site from the page at hand.
    `sleutels` are what the browser code keeps, as that code says it; `notices` are about the work
    of others in the site.
    """

    gids: Gids
    up: Callable[[], str]
    files: tuple[Written, ...] = ()
    sleutels: tuple[Mapping[str, str], ...] = ()
    notices: tuple[Notice, ...] = ()

    def home(self) -> str:
        """Return the front page."""
        return self._render("home.md.j2")

    def fasen(self) -> str:
        """Return the overview of the four phases."""
        return self._render("fasen.md.j2")

    def fase(self, id: str) -> str:
        """Return one phase with its steps, by the id of the phase."""
        groups = self._groups(lambda file: file.fase == id or file.kind == "gids")
        return self._render(
            "fase.md.j2", fase=self.gids.fase(id), groups=groups, **self._neighbours(id)
        )

    def checklists(self) -> str:
        """Return the overview of the four checklists."""
        pages = {file.fase: file.pages for file in self.files if file.pages}
        return self._render("checklists.md.j2", pages=pages)

    def checklist(self, id: str) -> str:
        """Return the checklist of one phase, by the id of the phase."""
        groups = self._groups(lambda file: file.fase == id)
        return self._render(
            "checklist.md.j2", fase=self.gids.fase(id), groups=groups, **self._neighbours(id)
        )

    def dossier(self) -> str:
        """Return the place where a reader's own work is shown, with what is true without script."""
        return self._render("dossier.md.j2")

    def factsheet(self) -> str:
        """Return the factsheet: two sheets of A4 when printed."""
        groups = self._groups(lambda file: file.kind == "factsheet")
        return self._render("factsheet.md.j2", factsheet=self.gids.factsheet, groups=groups)

    def downloads(self) -> str:
        """Return every file to download, with what was really written."""
        groups = self._groups(lambda _: True)
        return self._render(
            "downloads.md.j2",
            groups=groups,
            formats=FORMATS,
            zip_name=offline.zip_name(self.gids.omslag.versie),
            zip_stable=offline.STABLE,
            zip_size=offline.SIZE,
        )

    def hosting(self) -> str:
        """Return what a web server sends with every answer, and the files that make it do so."""
        return self._render(
            "hosting.md.j2",
            headers=hosting.headers(),
            files=hosting.FILES,
            hsts=hosting.HSTS,
            hashed=hosting.HASHED_FOLDER,
            fresh=hosting.FRESH,
            immutable=hosting.IMMUTABLE,
        )

    def maatregelen(self) -> str:
        """Return the measures with the evidence as seen."""
        return self._render("maatregelen.md.j2")

    def partners(self) -> str:
        """Return the roles: who does what, may sign what and may share what."""
        return self._render("partners.md.j2")

    def begrippen(self) -> str:
        """Return the glossary."""
        return self._render("begrippen.md.j2")

    def wetten(self) -> str:
        """Return the laws that are moving."""
        return self._render("wetten.md.j2")

    def bronnen(self) -> str:
        """Return the sources, each with where it is used."""
        return self._render("bronnen.md.j2", places=self._places)

    def aanbieder(self) -> str:
        """Return who puts this site online, when `gids.yml` says so."""
        return self._render("aanbieder.md.j2")

    def opslag(self) -> str:
        """Return what the site keeps in a browser, key by key."""
        return self._render("opslag.md.j2", sleutels=self.sleutels)

    def naamsvermelding(self) -> str:
        """Return the line to copy for whoever takes over texts."""
        return self._render("naamsvermelding.md.j2", credit=credit(self.gids))

    def onderdelen(self) -> str:
        """Return the work of others in the site, each with its whole licence."""
        return self._render("onderdelen.md.j2", notices=self.notices)

    def labels(self) -> str:
        """Return what the labels for evidence and level mean."""
        return self._render("labels.md.j2")

    def _render(self, template: str, **context: object) -> str:
        prose = Prose(self.gids, self.up())
        return render(
            f"site/{template}",
            gids=self.gids,
            omslag=self.gids.omslag,
            prose=prose,
            href=prose.href,
            plain=prose.plain,
            explain=prose.explain,
            redactie=REDACTIE,
            **context,
        )

    def _groups(self, wanted: Callable[[Written], bool]) -> list[tuple[str, list[Written]]]:
        """Return the wanted files by document, each under the name people know it by."""
        groups: dict[str, list[Written]] = {}
        for file in filter(wanted, self.files):
            title = "De hele gids" if file.kind == "gids" else file.title
            groups.setdefault(title, []).append(file)
        return list(groups.items())

    def _neighbours(self, id: str) -> dict[str, object]:
        fasen = self.gids.fasen
        index = [fase.id for fase in fasen].index(id)
        return {
            "vorige": fasen[index - 1] if index else None,
            "volgende": fasen[index + 1] if index + 1 < len(fasen) else None,
        }

    @cached_property
    def _places(self) -> object:
        return places_by_bron(self.gids)


MACROS = (
    "home",
    "fasen",
    "fase",
    "checklists",
    "checklist",
    "dossier",
    "factsheet",
    "maatregelen",
    "partners",
    "begrippen",
    "wetten",
    "bronnen",
    "aanbieder",
    "labels",
    "opslag",
    "naamsvermelding",
    "onderdelen",
    "downloads",
    "hosting",
)
"""The names that pages may use."""

OF_A_FASE = frozenset({"fase", "checklist"})
"""Those that ask for the id of a phase."""
