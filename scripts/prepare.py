"""What must lie ready before MkDocs starts: scripts, data, and the words that print on paper."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import deno

from macros.browser_data import KEYS, browser_script
from macros.exports.written import DOWNLOADS, write_all
from macros.model import Gids
from macros.notices import NOTICES, write_notices
from macros.render import render
from scripts import notices

BUNDLES = (
    ("main.ts", "gids.js"),  # every page
    ("search-main.ts", "zoeken.js"),  # loaded when somebody starts to search
    ("views/checklist-main.ts", "checklist.js"),  # the checklists
    ("views/dossier-main.ts", "dossier.js"),  # "Mijn dossier"
    ("views/home-main.ts", "verder.js"),  # the front page of somebody who has a dossier
    ("documents/main.ts", "documenten.js"),  # loaded when somebody asks for a document
)
"""Each script of the site with the module it starts from."""

SCHEMA = "dossier.schema.json"
"""The save file, described for other programs."""

SAY_KEYS = (
    "import { KEYS } from './dossier/store.ts';console.log(JSON.stringify(Object.values(KEYS)));"
)
"""The privacy page says what is kept in the words of the code that keeps it."""


class BundleError(Exception):
    """The browser code could not be bundled."""


def prepare(gids: Gids, root: Path) -> None:
    """Write the generated assets into `docs/assets/gemaakt`, which git ignores."""
    made = root / "docs" / "assets" / "gemaakt"
    made.mkdir(parents=True, exist_ok=True)
    _write(made / "print-tekst.css", render("site/print-tekst.css.j2", gids=gids))
    _write(made / "gids-data.js", browser_script(gids))
    write_all(gids, root / DOWNLOADS)
    source = root / "docs" / "assets" / "ts"
    newest = max(path.stat().st_mtime for path in source.rglob("*") if path.is_file())
    shutil.copyfile(source / "dossier" / SCHEMA, made / SCHEMA)
    for entry, name in BUNDLES:
        if _is_older(made / name, newest):
            _bundle(source, entry, made / name)
    if _is_older(root / KEYS, newest):
        (root / KEYS).write_text(_deno(source, "eval", "--quiet", SAY_KEYS), encoding="utf-8")
    if not notices.are_current(root / NOTICES, newest):
        imports = (_deno(source, "info", "--json", entry) for entry, _ in BUNDLES)
        write_notices(notices.collect(map(json.loads, imports)), root / NOTICES)


def _is_older(path: Path, moment: float) -> bool:
    return not path.exists() or path.stat().st_mtime <= moment


def _bundle(source: Path, entry: str, target: Path) -> None:
    """Bundle to one classic script: a module does not load from a folder."""
    _deno(
        source,
        "bundle",
        "--quiet",
        "--platform",
        "browser",
        "--format",
        "iife",
        "--minify",
        "--output",
        str(target),
        entry,
    )


def _deno(source: Path, *arguments: str) -> str:
    command = [deno.find_deno_bin(), *arguments]
    done = subprocess.run(command, cwd=source, capture_output=True, text=True, check=False)
    if done.returncode:
        raise BundleError(
            "De scripts van de site konden niet gebundeld worden. Controleer de "
            f"internetverbinding en probeer het opnieuw.\n\n{done.stderr}"
        )
    return done.stdout


def _write(path: Path, text: str) -> None:
    """Write only what changed, so that `mkdocs serve` does not rebuild for nothing."""
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8")
