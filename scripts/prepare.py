"""What must lie ready before MkDocs starts: the script, and the words that print on paper."""

from __future__ import annotations

import subprocess
from pathlib import Path

import deno

from macros.exports.written import DOWNLOADS, write_all
from macros.model import Gids
from macros.render import render


class BundleError(Exception):
    """The browser code could not be bundled."""


def prepare(gids: Gids, root: Path) -> None:
    """Write the generated assets into `docs/assets/gemaakt`, which git ignores."""
    made = root / "docs" / "assets" / "gemaakt"
    made.mkdir(parents=True, exist_ok=True)
    _write(made / "print-tekst.css", render("site/print-tekst.css.j2", gids=gids))
    write_all(gids, root / DOWNLOADS)
    _bundle(root / "docs" / "assets" / "ts", made / "gids.js")


def _bundle(source: Path, target: Path) -> None:
    """Bundle to one classic script: a module does not load from a folder."""
    newest = max(path.stat().st_mtime for path in source.iterdir())
    if target.exists() and target.stat().st_mtime > newest:
        return
    command = [
        deno.find_deno_bin(),
        "bundle",
        "--quiet",
        "--platform",
        "browser",
        "--format",
        "iife",
        "--minify",
        "--output",
        str(target),
        "main.ts",
    ]
    done = subprocess.run(command, cwd=source, capture_output=True, text=True, check=False)
    if done.returncode:
        raise BundleError(
            "De scripts van de site konden niet gebundeld worden. Controleer de "
            f"internetverbinding en probeer het opnieuw.\n\n{done.stderr}"
        )


def _write(path: Path, text: str) -> None:
    """Write only what changed, so that `mkdocs serve` does not rebuild for nothing."""
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8")
