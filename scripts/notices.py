"""Collect the licences of what the site hands to readers, from the packages it was taken from."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import Distribution, distribution, version
from pathlib import Path, PurePath
from typing import Any

from macros.notices import Notice, read_notices

PYTHON = {
    "mkdocs-material": (
        "Material for MkDocs",
        "een deel van de opmaak en het geraamte van elke pagina",
    ),
    "font-source-sans-pro": ("Source Sans Pro", "het lettertype in de pdf’s"),
    "xlsxwriter": ("XlsxWriter", "het standaardthema van kleuren en letters in de Excel-bestanden"),
}
NPM = {
    "fflate": (
        "fflate",
        "het inpakken van de documenten die u in uw browser maakt, zoals een plan als ODT of DOCX",
    ),
    "minisearch": ("MiniSearch", "de zoekmachine achter het zoekveld"),
}
"""What people call each package, and what is in the site because of it.

A package that only helps to make the site leaves nothing behind in it, and does not stand here.
"""

_LICENCE_FILES = {"LICENSE", "LICENCE", "COPYING"}
_CLASSIFIED = re.compile(r"License :: .*\(([\w.+-]+)\)")


class NoticeError(Exception):
    """A work of others may not be handed on like this; the message says what to do."""


def collect(graphs: Iterable[Mapping[str, Any]]) -> tuple[Notice, ...]:
    """Return the notice of everything by others in the site, in the order of their names.

    `graphs` are what the scripts of the site import, as `deno info --json` says it.
    """
    notices = [_of_python(package) for package in PYTHON]
    notices += map(_of_npm, _imported(graphs))
    return tuple(sorted(notices, key=lambda notice: notice.name.casefold()))


def are_current(path: Path, newest: float) -> bool:
    """Return whether the notices in a file are those of today's packages, made after `newest`."""
    if not path.exists() or path.stat().st_mtime <= max(newest, Path(__file__).stat().st_mtime):
        return False
    found = {notice.package: notice.version for notice in read_notices(path)}
    return all(found.get(package) == version(package) for package in PYTHON)


def _of_python(package: str) -> Notice:
    name, purpose = PYTHON[package]
    installed = distribution(package)
    files = [file for file in installed.files or () if _is_licence(file)]
    # What lies beside the metadata is about the package itself, the rest about what it brings.
    own = [file for file in files if file.parts[0].endswith(".dist-info")]
    paths = [Path(str(installed.locate_file(file))) for file in own or files]
    return Notice(
        name=name,
        purpose=purpose,
        package=package,
        version=installed.version,
        licence=_spdx(installed),
        text=_text(package, installed.version, paths),
    )


def _spdx(package: Distribution) -> str:
    """Return the SPDX id: from the field for it, or from the classifier of an older package."""
    if said := package.metadata.get_all("License-Expression"):
        return str(said[0])
    for classifier in package.metadata.get_all("Classifier") or ():
        if match := _CLASSIFIED.fullmatch(classifier):
            return match[1]
    raise NoticeError(_without_id(package.name, package.version))


def _of_npm(folder: Path) -> Notice:
    said = json.loads((folder / "package.json").read_text(encoding="utf-8"))
    if said["name"] not in NPM:
        raise NoticeError(
            f"De scripts van de site gebruiken het pakket ‘{said['name']}’, maar nergens staat "
            "waarvoor. Zet het met zijn naam en doel bij NPM in scripts/notices.py."
        )
    if not isinstance(said.get("license"), str):
        raise NoticeError(_without_id(said["name"], said["version"]))
    name, purpose = NPM[said["name"]]
    return Notice(
        name=name,
        purpose=purpose,
        package=said["name"],
        version=said["version"],
        licence=said["license"],
        text=_text(said["name"], said["version"], filter(_is_licence, sorted(folder.iterdir()))),
    )


def _imported(graphs: Iterable[Mapping[str, Any]]) -> Iterator[Path]:
    """Yield the folder of each npm package that ends up in a script, also through another one."""
    seen: set[str] = set()
    for graph in graphs:
        waiting = [module["npmPackage"] for module in graph["modules"] if "npmPackage" in module]
        while waiting:
            id_ = waiting.pop()
            if id_ not in seen:
                seen.add(id_)
                yield Path(graph["npmPackages"][id_]["localPath"])
                waiting += graph["npmPackages"][id_]["dependencies"]


def _is_licence(path: PurePath) -> bool:
    return path.stem.upper() in _LICENCE_FILES


def _text(package: str, release: str, paths: Iterable[Path]) -> str:
    text = "\n\n".join(path.read_text(encoding="utf-8").strip() for path in paths)
    if not text:
        raise NoticeError(
            f"Bij het pakket ‘{package}’ {release} zit geen licentietekst. Zonder die tekst mag de "
            "site het niet doorgeven. Kies een versie die de tekst wel heeft, of een ander pakket."
        )
    return text


def _without_id(package: str, release: str) -> str:
    return (
        f"Het pakket ‘{package}’ {release} noemt zijn licentie niet als SPDX-id. Zoek uit welke "
        "licentie geldt, en kies anders een ander pakket."
    )
