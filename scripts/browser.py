"""Find the browser that the tests drive, or install one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ON_PATH = (
    "chromium-headless-shell",  # first: without a window to draw it is the quickest
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "microsoft-edge-stable",
    "msedge",
)
ELSEWHERE = (
    "/usr/bin/chromium-headless-shell",
    "/usr/lib/chromium/chromium-headless-shell",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)


class BrowserMissingError(Exception):
    """There is no browser and none could be installed; the message says what to do."""


def find_browser() -> str:
    """Return the path of a Chromium, Chrome or Edge.

    Looks for one that is there, then Playwright's own, then Debian's package when root.
    Raises `BrowserMissingError`: tests without a browser would promise what nobody saw.
    """
    _ensure_driver()
    chosen = os.environ.get("HANDREIKING_BROWSER")
    if chosen:
        if Path(chosen).is_file():
            return chosen
        raise BrowserMissingError(
            f"HANDREIKING_BROWSER wijst naar ‘{chosen}’, maar daar staat niets. "
            "Zet er het pad van Chromium, Chrome of Edge in."
        )
    found = _present() or _playwrights_own() or _from_debian() or _present()
    if found:
        return found
    raise BrowserMissingError(
        "De tests hebben een browser nodig, en die is er niet. Installeer Chromium, Chrome of Edge "
        "(Debian: sudo apt install chromium), of zet HANDREIKING_BROWSER op het pad ernaartoe."
    )


def _present() -> str | None:
    on_path = (shutil.which(name) for name in ON_PATH)
    elsewhere = (path for path in ELSEWHERE if Path(path).is_file())
    return next((path for path in (*on_path, *elsewhere) if path), None)


def _playwrights_own() -> str | None:
    path = _playwright_path()
    if path:
        return path
    print("Er is geen browser voor de tests; Playwright probeert er een op te halen …", flush=True)
    command = [sys.executable, "-m", "playwright", "install", "chromium"]
    try:
        subprocess.run(command, capture_output=True, timeout=180, check=False)
    except subprocess.TimeoutExpired:
        return None
    return _playwright_path()


def _playwright_path() -> str | None:
    code = (
        "from playwright.sync_api import sync_playwright as s\n"
        "with s() as p: print(p.chromium.executable_path)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    path = done.stdout.strip()
    return path if path and Path(path).is_file() else None


def _from_debian() -> str | None:
    if not _may_use_apt():
        return None
    print("De browser komt nu uit de pakketten van Debian …", flush=True)
    _apt("chromium-headless-shell")
    return _present()


def _ensure_driver() -> None:
    """Playwright's driver needs libatomic, which a bare Debian lacks."""
    command = [sys.executable, "-m", "playwright", "--version"]
    if subprocess.run(command, capture_output=True, check=False).returncode and _may_use_apt():
        _apt("libatomic1")
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise BrowserMissingError(
            "Playwright, dat de browser in de tests bedient, start niet. Installeer wat hieronder "
            f"ontbreekt (vaak: sudo apt install libatomic1).\n\n{done.stderr.strip()}"
        )


def _may_use_apt() -> bool:
    return bool(shutil.which("apt-get")) and hasattr(os, "geteuid") and os.geteuid() == 0


def _apt(package: str) -> None:
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", package]):
        subprocess.run(command, env=environment, capture_output=True, check=False)
