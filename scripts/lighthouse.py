"""Lighthouse on the built site: 100 for each part, or the reason why not.

    python3 scripts/dev.py meten

It looks as a slow telephone on a slow network, at pages from a real web server.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from macros.locked import run_locked
from scripts.browser import find_browser
from scripts.servers import ServerMissingError, free_port, serve

HERE = Path(__file__).parent
PARTS = {
    "performance": "performance",
    "accessibility": "accessibility",
    "best-practices": "best practices",
    "seo": "SEO",
}
TIMES = "3"

REASONS = {
    "robots-txt": (
        "Lighthouse asks for robots.txt from within the page, which our policy forbids every script "
        "(lighthouse issue 4386). A crawler asks for it itself."
    ),
}
"""What may cost points outside performance, and why that is right."""


def measure(site: Path, pages: tuple[str, ...]) -> bool:
    """Print the scores of these pages as Markdown. Returns whether every lost point has a reason."""
    try:
        with serve("nginx", site) as address, _listening_browser() as port:
            results = _look(port, [address + page for page in pages])
    except ServerMissingError as error:
        print(f"Lighthouse: NIET GEMETEN. {error}", file=sys.stderr)
        return True
    _report(pages, results)
    lost = {id_ for result in results for id_ in costing(result)}
    for id_ in sorted(lost):
        print(f"\n`{id_}`: {REASONS.get(id_, 'NO REASON YET. Mend it, or write the reason down.')}")
    return lost <= set(REASONS)


def costing(result: dict[str, Any]) -> set[str]:
    """Return the audits that cost points, except those that measure speed."""
    return {id_ for part, ids in result["failed"].items() if part != "performance" for id_ in ids}


def _report(pages: tuple[str, ...], results: list[dict[str, Any]]) -> None:
    head = ["page", *PARTS.values(), "largest paint", "drawn largest", "shift"]
    print(f"| {' | '.join(head)} |\n|{'---|' * len(head)}")
    for page, result in zip(pages, results, strict=True):
        scores = " | ".join(str(result["scores"][part]) for part in PARTS)
        shown = f"`{result['largest'].partition('>')[0]}>`" if result["largest"] else ""
        print(
            f"| {page} | {scores} | {result['seconds']:.1f} s | {shown} | {result['shift']:.3f} |"
        )


@contextmanager
def _listening_browser() -> Iterator[int]:
    port = free_port()
    with sync_playwright() as playwright:
        arguments = [f"--remote-debugging-port={port}", "--disable-background-networking"]
        browser = playwright.chromium.launch(executable_path=find_browser(), args=arguments)
        yield port
        browser.close()


def _look(port: int, addresses: list[str]) -> list[dict[str, Any]]:
    lines = run_locked(
        HERE / "lighthouse.ts",
        HERE / "deno.lock",
        str(port),
        TIMES,
        *addresses,
        allow=("all",),
        failure="Lighthouse kon de pagina’s niet meten.",
    )
    return [json.loads(line) for line in lines.splitlines()]
