"""What a browser must hold this site to, in every form it is written: tags, and files for servers.

The policy stands here once. Pages carry it in a tag, so that it also holds from a folder and on a
host that sends no headers; the files for web servers send the same, and what only a header can say.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from .exports import FORMATS
from .model import Beveiliging, Omslag
from .render import render

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
    "require-trusted-types-for": "'script'",
    "trusted-types": "gids",
}
"""Only our own scripts, styles and images; no requests by script, no frames, no forms that send.

A page holds no inline script or style (`gate` sees to it), so there is no hash to keep up to date.
"""

PREVIEW = {"script-src": "'self' 'unsafe-inline'", "connect-src": "'self'"}
"""`mkdocs serve` writes a script into each page that asks when to reload; only the preview allows it."""

REFERRER = "no-referrer"

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": REFERRER,
    "Permissions-Policy": (
        "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), "
        "gyroscope=(), hid=(), idle-detection=(), local-fonts=(), magnetometer=(), microphone=(), "
        "midi=(), payment=(), serial=(), usb=(), xr-spatial-tracking=()"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
"""What a server sends with every answer.

Only features that every Chromium knows are switched off: of another it complains in the console.
Chromium on Linux does not know `bluetooth`. The clipboard stays on: people copy from here.
"""

HSTS = "max-age=31536000"
"""Only for the organisation that owns the whole host: a browser remembers it for a year."""

FRESH = "no-cache"
"""Ask each time whether a file changed. A page and its script must be of the same version, and the
answer ‘not changed’ is a few hundred bytes."""

IMMUTABLE = "public, max-age=31536000, immutable"
"""Only for files whose name changes with their content."""

HASHED_FOLDER = "assets/stylesheets/"
"""The theme puts a hash in the name of every file here; our own files keep one name."""

FILES = {
    "nginx.conf": "hosting/nginx.conf",
    "container.conf": "hosting/container.conf",
    "Caddyfile": "hosting/Caddyfile",
    "github-pages.yml": "hosting/github-pages.yml",
    "gitlab-ci.yml": "hosting/gitlab-ci.yml",
    "htaccess": ".htaccess",
    "headers": "_headers",
}
"""Each template in `templates/hosting/` with its place in the site."""

SECURITY_TXT = ".well-known/security.txt"
SECURITY_TXT_DAYS = 364
"""RFC 9116 asks for less than a year. It counts from the date of the content: the build reads no clock."""


@dataclass(frozen=True)
class Place:
    """Where a server finds the site and offers it; the values are those of `Containerfile`.

    `address` is the public address of the site, as far as it is known; `scratch` the only folder
    that must be writable.
    """

    address: str = ""
    root: str = "/usr/share/nginx/html"
    listen: str = "8080"
    scratch: str = "/tmp"  # noqa: S108 - a read-only container has no other
    include: str = "/etc/nginx/conf.d/*.conf"

    @property
    def base(self) -> str:
        """The path of the site on its host."""
        return base_path(self.address)


IN_A_CONTAINER = Place()


def policy(*, preview: bool = False) -> str:
    """Return the Content-Security-Policy of a page."""
    return _as_text(POLICY | PREVIEW if preview else POLICY)


def headers() -> dict[str, str]:
    """Return the headers of every answer, by name."""
    # A tag may not say who may frame the page; a header may.
    full = POLICY | {"frame-ancestors": "'none'"}
    return {"Content-Security-Policy": _as_text(full)} | HEADERS


def tags(*, preview: bool = False) -> str:
    """Return the tags that put the policy in a page."""
    return render("hosting/tags.html.j2", policy=policy(preview=preview), referrer=REFERRER)


def server_file(name: str, place: Place = IN_A_CONTAINER) -> str:
    """Return one of `FILES` for a server at this place."""
    return render(
        f"hosting/{name}.j2",
        place=place,
        headers=headers(),
        hsts=HSTS,
        fresh=FRESH,
        immutable=IMMUTABLE,
        hashed=place.base + HASHED_FOLDER,
        media_types={
            format_.extension: format_.media_type.partition(";")[0]
            for format_ in FORMATS
            if format_.media_type.startswith("text/")
        },
    )


def take_away_files(site: Path) -> None:
    """Take away what an earlier build wrote for servers: MkDocs leaves names that begin with a dot."""
    for path in (*FILES.values(), SECURITY_TXT):
        (site / path).unlink(missing_ok=True)


def write_files(site: Path, omslag: Omslag, address: str) -> None:
    """Write the files for servers into the built site, and security.txt when there is a contact."""
    here = Place(address=address)
    for name, path in FILES.items():
        _write(site / path, server_file(name, here))
    if omslag.beveiliging:
        text = security_txt(omslag.beveiliging, omslag.datum, address or str(omslag.adres or ""))
        _write(site / SECURITY_TXT, text)


def base_path(address: str) -> str:
    """Return the path of the site on its host: `/`, or `/gids/`."""
    return f"{urlsplit(address).path.rstrip('/')}/"


def security_txt(beveiliging: Beveiliging, date: datetime.date, address: str) -> str:
    """Return security.txt (RFC 9116); the address counts only when the file lies at its root."""
    expires = date + datetime.timedelta(days=SECURITY_TXT_DAYS)
    root = address.rstrip("/")
    canonical = f"{root}/{SECURITY_TXT}" if root.startswith("https://") else ""
    return render(
        "hosting/security.txt.j2",
        beveiliging=beveiliging,
        expires=f"{expires.isoformat()}T00:00:00Z",
        canonical=canonical if base_path(address) == "/" else "",
    )


def _as_text(directives: dict[str, str]) -> str:
    return "; ".join(f"{name} {value}" for name, value in directives.items())


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
