"""Measure how much visit one stock web server takes: on this machine only, bounded in number and time.

    python3 scripts/dev.py belasten

Prints Markdown, with what the figures mean when every municipality comes in the same hour.
"""

from __future__ import annotations

import http.client
import multiprocessing
import re
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from scripts.servers import ServerMissingError, serve

VISIT = (
    "index.html",
    "fasen/index.html",
    "fasen/in-kaart-brengen.html",
    "checklists/in-kaart-brengen.html",
    "naslag/partners.html",
    "downloads.html",
)
DOWNLOAD = "downloads/checklist-1-in-kaart-brengen.pdf"
SEARCH = "search/index.js"
"""One visit: six pages, one search and one document; somewhat more than most people will do."""

MOST_REQUESTS = 20_000
MOST_SECONDS = 10.0
CLIENTS = 2
"""The bounds: whichever comes first ends the run."""

MUNICIPALITIES = 342
COLLEAGUES = 50
"""Visits per municipality in the hour of the peak: a generous guess, both domains at once."""


@dataclass(frozen=True)
class Visit:
    """What one visit asks of a server; a second visit has everything and asks if it changed."""

    paths: tuple[str, ...]
    first: int
    again: int


def main(site: Path) -> int:
    """Measure and print. Returns the exit code."""
    try:
        with serve("nginx", site) as address:
            visit = _visit(address)
            pages, seconds = _load(address)
    except ServerMissingError as error:
        print(f"NIET GEMETEN. {error}", file=sys.stderr)
        return 2
    _report(visit, pages / seconds, pages, seconds)
    return 0


def _report(visit: Visit, rate: float, pages: int, seconds: float) -> None:
    visits = MUNICIPALITIES * COLLEAGUES
    requests = visits * len(visit.paths) / 3600
    megabits = visits * visit.first * 8 / 3600 / 1e6
    print("| measured on this machine, client and server together | |\n|---|---|")
    print(f"| pages in the run | {pages} in {seconds:.1f} s, by {CLIENTS} clients |")
    print(f"| pages per second | {rate:.0f} |")
    print(f"| requests in a first visit | {len(visit.paths)} |")
    print(f"| bytes of a first visit, headers included | {visit.first / 1000:.0f} kB |")
    print(f"| bytes of the same visit again | {visit.again / 1000:.0f} kB |\n")
    print(f"| on paper: {MUNICIPALITIES} municipalities in one hour | |\n|---|---|")
    print(f"| visits, {COLLEAGUES} for each municipality | {visits} |")
    print(f"| requests per second, everybody for the first time | {requests:.0f} |")
    print(f"| network | {megabits:.1f} Mbit/s |")
    print(f"| share of what this server takes | {requests / rate:.1%} |")
    print(f"| the same with all visits in five minutes | {requests * 12 / rate:.0%} |")


def _visit(address: str) -> Visit:
    """Follow one visit as a browser does: each style, script and image once, text compressed."""
    connection = _connect(address)
    asked: dict[str, tuple[int, str]] = {}
    for page in VISIT:
        html = _get(connection, address, page, asked)
        for reference in re.findall(r'(?:href|src)="([^"#?:]+\.(?:css|js|svg))"', html):
            path = urlsplit(urljoin(f"/{page}", reference)).path.lstrip("/")
            _get(connection, address, path, asked)
    for path in (SEARCH, DOWNLOAD):
        _get(connection, address, path, asked)
    again = sum(_ask_again(connection, address, path, tag) for path, (_, tag) in asked.items())
    return Visit(tuple(asked), sum(size for size, _ in asked.values()), again)


def _get(
    connection: http.client.HTTPConnection,
    address: str,
    path: str,
    asked: dict[str, tuple[int, str]],
) -> str:
    if path in asked:
        return ""
    where = urlsplit(address).path + path
    connection.request("GET", where, headers={"Accept-Encoding": "gzip"})
    answer = connection.getresponse()
    body = answer.read()
    if answer.status != 200:
        raise RuntimeError(f"{path}: {answer.status}")
    asked[path] = (len(body) + _head(answer), answer.headers["ETag"])
    if answer.headers["Content-Encoding"] == "gzip":
        connection.request("GET", where)
        body = connection.getresponse().read()
    return body.decode("utf-8", errors="replace")


def _ask_again(connection: http.client.HTTPConnection, address: str, path: str, tag: str) -> int:
    """Return the bytes of the answer to somebody who has the file already."""
    headers = {"Accept-Encoding": "gzip", "If-None-Match": tag}
    connection.request("GET", urlsplit(address).path + path, headers=headers)
    answer = connection.getresponse()
    body = answer.read()
    kept = "immutable" in answer.headers["Cache-Control"]
    return 0 if kept else len(body) + _head(answer)


def _head(answer: http.client.HTTPResponse) -> int:
    return sum(len(name) + len(value) + 4 for name, value in answer.headers.items())


def _load(address: str) -> tuple[int, float]:
    """Return how many pages were served, and in how many seconds."""
    start = time.perf_counter()
    with multiprocessing.get_context("spawn").Pool(CLIENTS) as pool:
        pool.map(_warm, range(CLIENTS))
        start = time.perf_counter()
        counts = pool.map(ask_pages, [address] * CLIENTS, chunksize=1)
    return sum(counts), time.perf_counter() - start


def _warm(_: int) -> None:
    """Start a client, so that starting it is not measured."""


def ask_pages(address: str) -> int:
    """Ask page after page until one of the bounds is reached. Returns how many were answered."""
    if urlsplit(address).hostname != "127.0.0.1":
        raise ValueError("this may only burden the machine it runs on")
    connection = _connect(address)
    until = time.perf_counter() + MOST_SECONDS
    count = 0
    while count < MOST_REQUESTS // CLIENTS and time.perf_counter() < until:
        path = urlsplit(address).path + VISIT[count % len(VISIT)]
        connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
        answer = connection.getresponse()
        answer.read()
        if answer.status != 200:
            raise RuntimeError(f"{path}: {answer.status}")
        count += 1
    return count


def _connect(address: str) -> http.client.HTTPConnection:
    return http.client.HTTPConnection(urlsplit(address).netloc, timeout=10)
