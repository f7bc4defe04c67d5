"""Firefox and WebKit, driven over their own protocols: nothing to install but the browser.

Playwright brings patched builds of both; these are the ones that readers have. Firefox listens
to Marionette, a socket with JSON; WebKitGTK brings a WebDriver, which is HTTP with JSON. The
commands are those of the WebDriver standard, under two spellings.
"""

import contextlib
import itertools
import json
import os
import shutil
import socket
import subprocess
import time
import urllib.request
from pathlib import Path

KEYS = {"Tab": "\ue004", "Enter": "\ue007", "Escape": "\ue00c", "Space": " "}
PATIENCE = 20


class MissingError(Exception):
    """The browser is not on this computer; the message says how to get it."""


class Driver:
    """What a journey needs of a browser; each engine sends the commands in its own way."""

    def goto(self, url):
        self.command("WebDriver:Navigate", "url", {"url": url})

    def resize(self, width):
        """Make the window this wide; what is on the screen follows when it can."""
        body = {"x": 0, "y": 0, "width": width, "height": 850}
        self.command("WebDriver:SetWindowRect", "window/rect", body)

    def run(self, script, *arguments):
        """Run the body of a function in the page and return what it returns."""
        body = {"script": script, "args": list(arguments)}
        return self.command("WebDriver:ExecuteScript", "execute/sync", body)

    def press(self, *keys):
        """Press keys one by one: the name of a key, or a text to type."""
        signs = itertools.chain.from_iterable([KEYS[key]] if key in KEYS else key for key in keys)
        strokes = [{"type": kind, "value": sign} for sign in signs for kind in ("keyDown", "keyUp")]
        actions = [{"type": "key", "id": "toetsen", "actions": strokes}]
        self.command("WebDriver:PerformActions", "actions", {"actions": actions})

    def wait(self, expression):
        """Wait until an expression is true in the page, and return its value."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            with contextlib.suppress(DriverError):  # the page may be on its way to another
                if value := self.run(f"return {expression}"):
                    return value
            time.sleep(0.05)
        raise AssertionError(f"niet waar geworden: {expression}")


class DriverError(Exception):
    """The browser could not do what was asked."""


class Firefox(Driver):
    def __init__(self, profile):
        binary = shutil.which("firefox-esr") or shutil.which("firefox")
        if not binary:
            raise MissingError("Firefox is er niet (Debian: apt install firefox-esr)")
        port = _free_port()
        (profile / "user.js").write_text(f'user_pref("marionette.port", {port});\n')
        command = [binary, "--headless", "--marionette", "--no-remote", "--profile", profile]
        self.process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        self.socket = _connect(port)
        self.numbers = itertools.count()
        self._receive()
        self.command("WebDriver:NewSession", "", {"capabilities": {"alwaysMatch": {}}})

    def command(self, name, _, body):
        text = json.dumps([0, next(self.numbers), name, body])
        self.socket.sendall(f"{len(text.encode())}:{text}".encode())
        _, _, error, result = self._receive()
        if error:
            raise DriverError(error["message"])
        return result.get("value") if isinstance(result, dict) else result

    def _receive(self):
        length = b""
        while not length.endswith(b":"):
            length += self.socket.recv(1)
        data = b""
        while len(data) < int(length[:-1]):
            data += self.socket.recv(int(length[:-1]) - len(data))
        return json.loads(data)

    def close(self):
        self.socket.close()
        _end(self.process)


class WebKit(Driver):
    def __init__(self, folder):
        driver = shutil.which("WebKitWebDriver")
        browser = next(Path("/usr/lib").glob("*/webkit2gtk-4*/MiniBrowser"), None)
        screen = shutil.which("Xvfb")
        if not (driver and browser and (screen or os.environ.get("DISPLAY"))):
            raise MissingError("WebKit is er niet (Debian: apt install webkit2gtk-driver xvfb)")
        self.processes = []
        environment = dict(os.environ)
        if "DISPLAY" not in environment:
            environment["DISPLAY"] = self._screen(screen)
        port = _free_port()
        # WebKit's sandbox asks for rights that a container does not give; the pages are our own.
        environment |= {"WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1", "HOME": str(folder)}
        self._start([driver, f"--port={port}"], env=environment)
        _connect(port).close()
        self.base = f"http://127.0.0.1:{port}/session"
        options = {"binary": str(browser), "args": ["--automation"]}
        wanted = {"browserName": "MiniBrowser", "webkitgtk:browserOptions": options}
        answer = self._ask(self.base, {"capabilities": {"alwaysMatch": wanted}})
        self.base += "/" + answer["sessionId"]

    def command(self, _, path, body):
        return self._ask(f"{self.base}/{path}", body)

    def _ask(self, url, body):
        request = urllib.request.Request(url, json.dumps(body).encode())
        request.add_header("Content-Type", "application/json")
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            raise DriverError(error.read().decode()) from error

    def _screen(self, screen):
        """Start a screen that nobody sees, on the first free number, and return its name."""
        read, write = os.pipe()
        command = [
            screen,
            "-displayfd",
            str(write),
            "-screen",
            "0",
            "1280x900x24",
            "-nolisten",
            "tcp",
        ]
        self._start(command, pass_fds=[write])
        os.close(write)
        with os.fdopen(read) as numbers:
            return f":{numbers.readline().strip()}"

    def _start(self, command, **options):
        process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options
        )
        self.processes.append(process)

    def close(self):
        with contextlib.suppress(OSError):
            request = urllib.request.Request(self.base, method="DELETE")
            urllib.request.urlopen(request, timeout=10).close()
        for process in reversed(self.processes):
            _end(process)


def _free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _connect(port):
    end = time.monotonic() + PATIENCE
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port), timeout=60)
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)


def _end(process):
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
