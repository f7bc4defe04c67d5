"""Measure speed and weight: every figure as a ratio to another in the same run.

    python3 scripts/dev.py meten

Prints Markdown. Times are the best of three, for a busy machine can only slow a run down.
"""

from __future__ import annotations

import gzip
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import sync_playwright

from macros.exports import FORMATS
from macros.exports.document import Document
from macros.load import load
from macros.model import Fase, Gids, Punt, Stap
from scripts import lighthouse
from scripts.browser import find_browser

FILL = """([ids, points]) => {
  const key = Object.keys(localStorage).find((name) => name.includes(':dossiers:'));
  const dossier = JSON.parse(localStorage.getItem(key));
  const [first] = Object.values(dossier.punten);
  const tekst = 'Een notitie van een gewone lengte, zoals iemand die bij een punt schrijft. '.repeat(2);
  const all = ids.concat(Array.from({ length: points - ids.length }, (_, n) => `oud-punt-${n}`));
  for (const id of all) dossier.punten[id] = { ...first, status: 'bezig', notitie: tekst, tekst };
  localStorage.setItem(key, JSON.stringify(dossier));
}"""
"""Put a number of points in the dossier that this browser keeps."""

WATCH = """window.spent = 0;
const define = CustomElementRegistry.prototype.define;
CustomElementRegistry.prototype.define = function (...rest) {
  const start = performance.now();
  define.apply(this, rest);
  window.spent += performance.now() - start;
};"""

TICK = """() => [...document.querySelectorAll('.punt > input')].map((box) => {
  const start = performance.now();
  box.click();
  document.body.getBoundingClientRect();
  return performance.now() - start;
})"""

BUDGETS = {
    "index.html": 30_000,
    "fasen/uitvoering.html": 42_000,
    # A checklist also carries the dossier: 20 kB of script and 14 kB of points.
    "checklists/uitvoering.html": 66_000,
    "dossier/index.html": 64_000,
    "factsheet.html": 35_000,
}
"""The most bytes that a first visit may cost, gzipped; a test holds the site to them."""

MOST_REQUESTS = 9


def main(root: Path) -> int:
    """Measure everything and print it. Returns 1 when a page is too heavy or loses points."""
    gids = load(root / "checklists")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        site = folder / "site"
        build = _best(lambda: _mkdocs(root, site))
        print(f"`mkdocs build`: {build:.2f} s. That is the measure of what follows.\n")
        _formats(gids, folder, build)
        _growth(gids, folder)
        fits = _weight(site)
        _ticks(gids, site)
        print()
        is_explained = lighthouse.measure(site, tuple(BUDGETS))
    return 0 if fits and is_explained else 1


def _formats(gids: Gids, folder: Path, build: float) -> None:
    print("| format | document | seconds | ratio to the build | kB |\n|---|---|---|---|---|")
    total = 0.0
    for format_ in FORMATS:
        kind = format_.kinds[0] if "gids" not in format_.kinds else "gids"
        document = Document(kind)
        path = folder / f"x.{format_.extension}"
        seconds = _best(lambda f=format_, d=document, p=path: f.write(gids, d, p))  # type: ignore[misc]
        total += seconds
        size = path.stat().st_size / 1000
        print(
            f"| {format_.extension} | {document.name(gids)} | {seconds:.3f} "
            f"| {seconds / build:.2f} | {size:.0f} |"
        )
    print(f"| all | largest of each | {total:.2f} | {total / build:.2f} | |\n")


def _growth(gids: Gids, folder: Path) -> None:
    print("| format | 1× | 10× | 100× | 100× per 1× |\n|---|---|---|---|---|")
    guides = [grown(gids, times) for times in (1, 10, 100)]
    for format_ in FORMATS:
        if "checklist" not in format_.kinds:
            continue
        path = folder / f"x.{format_.extension}"
        times = []
        for guide in guides:
            start = time.perf_counter()
            format_.write(guide, Document("checklist"), path)
            times.append(time.perf_counter() - start)
        cells = " | ".join(f"{seconds:.2f} s" for seconds in times)
        print(f"| {format_.extension} | {cells} | {times[2] / times[0]:.0f}× |")
    print()


def _weight(site: Path) -> bool:
    """Print what a first visit costs. Returns whether every page keeps within its budget."""
    fits = True
    print(
        "| page | HTML gzip kB | first visit gzip kB | budget | requests |\n|---|---|---|---|---|"
    )
    for name, budget in BUDGETS.items():
        files = first_visit(site, name)
        total = sum(map(gzipped, files)) / 1000
        html = gzipped(site / name) / 1000
        print(f"| {name} | {html:.1f} | {total:.1f} | {budget / 1000:.0f} | {len(files)} |")
        fits = fits and total * 1000 <= budget and len(files) <= MOST_REQUESTS
    return fits


def first_visit(site: Path, name: str) -> list[Path]:
    """Return what a browser with an empty cache fetches for a page: page, styles, script, icon."""
    html = (site / name).read_text(encoding="utf-8")
    found = re.findall(r'(?:href|src)="([^"#?:]+\.(?:css|js|png|svg|ico))"', html)
    folder = (site / name).parent
    return [site / name, *sorted({(folder / href).resolve() for href in found})]


def gzipped(path: Path) -> int:
    """Return the bytes of a file as a web server sends it."""
    return len(gzip.compress(path.read_bytes(), 6))


def _ticks(gids: Gids, site: Path) -> None:
    print(
        "\n| points in the dossier | a tick, median ms | start of the page, median ms |\n|---|---|---|"
    )
    figures = []
    for points in (len(list(gids.punten())), 1000):
        tick, start = _browse(gids, site, points)
        figures.append(tick)
        print(f"| {points} | {tick:.1f} | {start:.1f} |")
    print(f"\nA tick in 1,000 points costs {figures[1] / figures[0]:.1f}× one in a usual dossier.")


def _browse(gids: Gids, site: Path, points: int) -> tuple[float, float]:
    """Return the milliseconds of script and layout for a tick, and of our script at a start."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser())
        page = browser.new_page()
        page.goto((site / "checklists" / "uitvoering.html").as_uri())
        page.get_by_role("checkbox").first.check()
        page.evaluate(FILL, [[punt.id for punt in gids.punten()], points])
        page.add_init_script(WATCH)
        starts = []
        for _ in range(5):
            page.reload()
            starts.append(page.evaluate("window.spent"))
        ticks = page.evaluate(TICK)
        browser.close()
    return statistics.median(ticks), statistics.median(starts)


def grown(gids: Gids, times: int) -> Gids:
    """Return a guide with every phase `times` times over, each copy with ids of its own."""
    fasen = tuple(_copy(fase, n) for n in range(times) for fase in gids.fasen)
    parts = {name: getattr(gids, name) for name in Gids.model_fields}
    return Gids.model_construct(**(parts | {"fasen": fasen}))


def _copy(fase: Fase, number: int) -> Fase:
    if not number:
        return fase
    steps = tuple(_copy_stap(stap, number) for stap in fase.stappen)
    return fase.model_copy(update={"id": f"{fase.id}-{number}", "stappen": steps})


def _copy_stap(stap: Stap, number: int) -> Stap:
    def copied(punt: Punt) -> Punt:
        return punt.model_copy(
            update={"id": f"{punt.id}-{number}", "code": f"{punt.code}-{number}"}
        )

    points = tuple(copied(punt) for punt in stap.punten)
    return stap.model_copy(update={"id": f"{stap.id}-{number}", "punten": points})


def _mkdocs(root: Path, site: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--clean", "--site-dir", str(site)]
    subprocess.run(command, cwd=root, check=True, capture_output=True)


def _best(work: Callable[[], object]) -> float:
    times = []
    for _ in range(3):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)
