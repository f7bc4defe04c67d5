"""Run a web server that is on this machine: only on the loopback address, with the site's own files."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from macros.hosting import Place, server_file

SERVERS = ("nginx", "caddy", "apache2")
PACKAGES = {"nginx": "nginx-light", "caddy": "caddy", "apache2": "apache2"}
"""What Debian calls the package of each."""

_APACHE_MODULES = (
    "mpm_event",
    "authz_core",
    "mime",
    "dir",
    "alias",
    "headers",
    "filter",
    "deflate",
)


class ServerMissingError(Exception):
    """A web server is not on this machine; the message says how to get it."""


def find_server(name: str) -> str:
    """Return the path of a web server. Raises `ServerMissingError`."""
    elsewhere = Path("/usr/sbin") / name
    path = shutil.which(name) or (str(elsewhere) if elsewhere.exists() else None)
    if path:
        return path
    raise ServerMissingError(
        f"{name} staat niet op deze computer. Installeer het om dit te kunnen meten "
        f"(Debian: sudo apt install {PACKAGES[name]})."
    )


@contextmanager
def serve(name: str, site: Path, *, base: str = "/", extra: str = "") -> Iterator[str]:
    """Serve a copy of `site` and give its address; as an ordinary user, also when we are root.

    `extra` is what else belongs in the settings of nginx or Apache.
    """
    binary = find_server(name)
    port = free_port()
    with tempfile.TemporaryDirectory(prefix="gids-") as made:
        folder = Path(made)
        folder.chmod(0o755)  # the server runs as somebody else
        scratch = folder / "tijdelijk"
        scratch.mkdir()
        scratch.chmod(0o777)
        place = Place(
            address=f"http://127.0.0.1:{port}{base}",
            root=str(folder / "web"),
            # Caddy reads an address here as a name to answer to; it is told elsewhere where to listen.
            listen=str(port) if name == "caddy" else f"127.0.0.1:{port}",
            scratch=str(scratch),
            include=str(folder / "gids.conf"),
        )
        shutil.copytree(site, folder / "web" / base.strip("/"))
        command = [binary, *_settings(name, folder, place, extra)]
        with (folder / "log").open("wb") as log:
            process = subprocess.Popen(
                command,
                stdout=log,
                stderr=log,
                cwd=folder,
                env=os.environ | {"XDG_DATA_HOME": str(scratch), "XDG_CONFIG_HOME": str(scratch)},
                user="nobody" if hasattr(os, "geteuid") and os.geteuid() == 0 else None,
            )
        try:
            _wait_for(port, process, folder / "log")
            yield f"http://127.0.0.1:{port}{base}"
        finally:
            process.terminate()
            process.wait(10)
        # An address in the log is personal data, which the page on privacy says is not kept.
        if name == "nginx" and "client:" in (said := (folder / "log").read_text()):
            raise RuntimeError(f"nginx wrote down who visited: {said}")


def free_port() -> int:
    """Return a port of this machine that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _settings(name: str, folder: Path, place: Place, extra: str) -> list[str]:
    """Write the settings of a server and return the options that make it read them."""
    path = folder / "instellingen"
    if name == "nginx":
        path.write_text(server_file("container.conf", place), encoding="utf-8")
        text = server_file("nginx.conf", place) + extra
        Path(place.include).write_text(text, encoding="utf-8")
        return ["-e", "stderr", "-c", str(path), "-g", "daemon off;"]
    if name == "caddy":
        only_here = "{\n\tadmin off\n\tdefault_bind 127.0.0.1\n}\n"
        path.write_text(only_here + server_file("Caddyfile", place), encoding="utf-8")
        return ["run", "--adapter", "caddyfile", "--config", str(path)]
    rules = folder / "web" / place.base.strip("/") / ".htaccess"
    rules.write_text(server_file("htaccess", place), encoding="utf-8")
    path.write_text(_apache(folder, place) + extra, encoding="utf-8")
    return ["-D", "FOREGROUND", "-f", str(path)]


def _apache(folder: Path, place: Place) -> str:
    """Return what Debian's own settings would say, and no more."""
    modules = Path("/usr/lib/apache2/modules")
    lines = [f"LoadModule {m}_module {modules}/mod_{m}.so" for m in _APACHE_MODULES]
    lines += [
        f"ServerRoot {folder}",
        "ServerName 127.0.0.1",
        f"Listen {place.listen}",
        f"PidFile {place.scratch}/pid",
        f"DefaultRuntimeDir {place.scratch}",
        f"ErrorLog {place.scratch}/fouten",
        "TypesConfig /etc/mime.types",
        f"DocumentRoot {place.root}",
        f"<Directory {place.root}>",
        "AllowOverride All",
        "Require all granted",
        "</Directory>",
    ]
    return "".join(f"{line}\n" for line in lines)


def _wait_for(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(100):
        if process.poll() is not None:
            raise RuntimeError(f"the web server did not start: {log.read_text(errors='replace')}")
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                break
        time.sleep(0.1)
    else:
        raise RuntimeError(f"the web server does not answer: {log.read_text(errors='replace')}")
    # Only nginx writes it so; what it warns about, a careful host would have to look up.
    if "[warn]" in (said := log.read_text(errors="replace")):
        raise RuntimeError(f"the web server warns about its settings: {said}")
