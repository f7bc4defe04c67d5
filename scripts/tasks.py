"""What `dev.py` does once the environment is there."""

from __future__ import annotations

import datetime
import os
import shutil
import socket
import subprocess
import sys
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from macros import PREVIEW
from macros.load import examine, load
from macros.locked import LockedError
from macros.page_rules import check_pages
from macros.problems import InvalidSourceError, readable
from macros.source import SourceError
from scripts import settled
from scripts.bench import main as measure
from scripts.browser import BrowserMissingError, find_browser
from scripts.load import main as measure_load
from scripts.notices import NoticeError
from scripts.prepare import BundleError, prepare
from scripts.ready import main as report_missing

CHECKLISTS = Path("checklists")
DOCS = Path("docs")
PORT = 8000
ENVIRONMENT = {
    # The notice about MkDocs 2 asks nothing of a reader.
    "NO_MKDOCS_2_WARNING": "1",
    "DENO_NO_UPDATE_CHECK": "1",
    # An office network often has a certificate of its own, which the system knows.
    "DENO_TLS_CA_STORE": "mozilla,system",
}


def main(arguments: list[str]) -> int:
    """Run one command. Returns 0 when all is well, 1 for problems, 2 for wrong use."""
    os.chdir(ROOT)
    for name, value in ENVIRONMENT.items():
        os.environ.setdefault(name, value)
    command, *options = arguments
    try:
        match command, options:
            case "check", []:
                return check()
            case "vastleggen", []:
                return settle()
            case "meten", []:
                prepare(load(CHECKLISTS), ROOT)
                return measure(ROOT)
            case "gereed", []:
                return ready()
            case "belasten", []:
                return burden(ROOT / "site")
            case "build", []:
                return build(ROOT / "site")
            case "build", [target]:
                return build(Path(target))
            case "serve", []:
                return serve(PORT)
            case "serve", ["--port", port] if port.isdecimal() and 0 < int(port) < 65536:
                return serve(int(port))
            case "test", _:
                return test(options)
    except (InvalidSourceError, SourceError, BundleError, NoticeError, LockedError) as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 0
    print(f"‘{' '.join(arguments)}’ kan niet. Start zonder opdracht voor uitleg.", file=sys.stderr)
    return 2


def check() -> int:
    """Print every problem in the content, with its place and remedy."""
    gids, found = examine(CHECKLISTS)
    behind = settled.behind(ROOT, gids) if gids else ()
    problems = (*found, *check_pages(DOCS, gids), *behind)
    for problem in readable(problems):
        print(problem.as_github_annotation() if os.environ.get("GITHUB_ACTIONS") else problem)
    errors = sum(not problem.warning for problem in problems)
    if errors:
        print(f"{errors} {'punt' if errors == 1 else 'punten'} om te herstellen.", file=sys.stderr)
        return 1
    print("De inhoud is in orde.")
    return 0


def settle() -> int:
    """Write what follows from the content and the model, and is kept in the project."""
    for path, text in settled.files(ROOT, load(CHECKLISTS)).items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    print("De schema’s, de lijst met gepubliceerde id’s en publiccode.yml zijn bijgewerkt.")
    return 0


def build(target: Path) -> int:
    """Make the whole site in the folder `target`, or nothing: half a site must not go online."""
    prepare(load(CHECKLISTS, partial(check_pages, DOCS)), ROOT)
    command = [sys.executable, "-m", "mkdocs", "build", "--clean", "--site-dir", str(target)]
    code = subprocess.call(command)
    if code and (target / "404.html").is_file():  # else this folder may be something else
        shutil.rmtree(target)
    return code


def ready() -> int:
    """Print what only the organisation that puts the site online can still fill in."""
    omslag = load(CHECKLISTS).omslag
    address = os.environ.get("SITE_URL") or str(omslag.adres or "")
    return report_missing(ROOT, omslag, address, datetime.datetime.now(datetime.UTC).date())


def burden(site: Path) -> int:
    """Make the site and measure how much visit one web server takes."""
    return build(site) or measure_load(site)


def serve(port: int) -> int:
    """Show the site on this computer."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            print(
                f"Poort {port} is al in gebruik. Sluit het andere programma, of kies een andere "
                f"poort: python3 scripts/dev.py serve --port {port + 1}",
                file=sys.stderr,
            )
            return 2
    prepare(load(CHECKLISTS, partial(check_pages, DOCS)), ROOT)
    print(f"De site staat straks op http://127.0.0.1:{port}/ – stoppen met Ctrl + C.", flush=True)
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    return subprocess.call(command, env=os.environ | {PREVIEW: "1"})


def test(options: list[str]) -> int:
    """Run every test, on every core; a missing browser stops the run with a remedy.

    One more runs than there are cores, for a test often waits for its browser.
    """
    try:
        browser = find_browser()
    except BrowserMissingError as error:
        print(error, file=sys.stderr)
        return 2
    os.environ["HANDREIKING_BROWSER"] = browser
    count = min((os.cpu_count() or 1) + 1, 4)
    side_by_side = ["--numprocesses", str(count), "--dist", "worksteal"]
    return subprocess.call([sys.executable, "-m", "pytest", *side_by_side, *options])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
