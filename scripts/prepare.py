"""What must lie ready before MkDocs starts: scripts, data, and the words that print on paper."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
from pathlib import Path

import deno

from macros.browser_data import KEYS, browser_script
from macros.exports.written import DOWNLOADS, write_all
from macros.gate import MADE
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

BUNDLER_VERSION = "0.25.5"
BUNDLERS = {
    "esbuild-linux-x64": "3331e0b23c99d93d9a39e436a4838de40ca1c95ac3bcbd9874ba169d8545b634",
    "esbuild-linux-arm64": "d6d656d9326ce1c55c01f73604a3cffda35c63cce60016e9ed795ac91cd1e67d",
    "esbuild-darwin-x64": "e7b2a105f88836f1e080a76180e5cd8e59d1c22f6575d63f5a77a104954c427e",
    "esbuild-darwin-arm64": "58d144357454bca840167171380785b133b1e5e682d0c51afa8c80158bfd3f8a",
    "esbuild-win32-x64": "889543031385fb79a28b09a5611a3a03f913beb5a608c7de29390c13f1030994",
    "esbuild-win32-arm64": "34dd62536675871311e6e0d2bf9917f5671f3ecee695205dc4eaf649947348e7",
}
"""The SHA-256 of esbuild, which Deno fetches by itself and no lock file names.

Taken from the packages `@esbuild/…` after they were held to the integrity that npm publishes.
"""

SCHEMA = "dossier.schema.json"
"""The save file, described for other programs."""

SAY_KEYS = (
    "import { KEYS } from './dossier/store.ts';console.log(JSON.stringify(Object.values(KEYS)));"
)
"""The privacy page says what is kept in the words of the code that keeps it."""


NOT_IN_THE_LOCK = "The lockfile is out of date"
"""How Deno says that a script asks for what `deno.lock` does not name; `deno.json` freezes that file."""


class BundleError(Exception):
    """The browser code could not be bundled."""


def prepare(gids: Gids, root: Path) -> None:
    """Write the generated assets into `docs/assets/gemaakt`, which git ignores."""
    made = root / "docs" / "assets" / "gemaakt"
    made.mkdir(parents=True, exist_ok=True)
    _take_away_strangers(made)
    _write(made / "print-tekst.css", render("site/print-tekst.css.j2", gids=gids))
    _write(made / "gids-data.js", browser_script(gids))
    write_all(gids, root / DOWNLOADS)
    source = root / "docs" / "assets" / "ts"
    newest = max(path.stat().st_mtime for path in source.rglob("*") if path.is_file())
    shutil.copyfile(source / "dossier" / SCHEMA, made / SCHEMA)
    outdated = [(entry, name) for entry, name in BUNDLES if _is_older(made / name, newest)]
    for entry, name in outdated:
        _bundle(source, entry, made / name)
    if outdated and (wrong := objection_to_bundler(source)):
        for _, name in outdated:
            (made / name).unlink()
        raise BundleError(wrong)
    if _is_older(root / KEYS, newest):
        (root / KEYS).write_text(_deno(source, "eval", "--quiet", SAY_KEYS), encoding="utf-8")
    if not notices.are_current(root / NOTICES, newest):
        imports = (_deno(source, "info", "--json", entry) for entry, _ in BUNDLES)
        write_notices(notices.collect(map(json.loads, imports)), root / NOTICES)


def _take_away_strangers(made: Path) -> None:
    """Empty the folder of what an earlier version made, or somebody put there."""
    for path in made.iterdir():
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        elif path.name not in MADE or path.is_symlink():
            path.unlink()


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


def objection_to_bundler(source: Path) -> str:
    """Return what is wrong with the program that wrote the scripts, or nothing."""
    fetched = Path(json.loads(_deno(source, "info", "--json"))["denoDir"]) / "dl"
    programs = list(fetched.glob(f"esbuild-{BUNDLER_VERSION}-*/esbuild-*"))
    if not programs:
        return (
            f"Deno voegt de scripts niet meer samen met esbuild {BUNDLER_VERSION}. Zet de nieuwe "
            "versie met haar hashes in scripts/prepare.py."
        )
    for program in programs:
        digest = hashlib.sha256(program.read_bytes()).hexdigest()
        if BUNDLERS.get(program.name.removesuffix(".exe")) != digest:
            return (
                f"Het programma dat de scripts samenvoegt, is niet wat wij verwachten: {program}. "
                "Verwijder dat bestand en probeer het opnieuw. Blijft dit zo, gebruik de site dan "
                "niet en meld het."
            )
    return ""


def _deno(source: Path, *arguments: str) -> str:
    command = [deno.find_deno_bin(), *arguments]
    done = subprocess.run(command, cwd=source, capture_output=True, text=True, check=False)
    if NOT_IN_THE_LOCK in done.stderr:
        raise BundleError(
            "De scripts vragen om een pakket dat niet zo in docs/assets/ts/deno.lock staat. Zet de "
            "versie in docs/assets/ts/deno.json terug. Of leg de nieuwe vast: geef in docs/assets/ts "
            "de opdracht ‘../../../.venv/bin/deno install --frozen=false’, en kijk na wat er in "
            f"deno.lock verandert.\n\n{done.stderr}"
        )
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
