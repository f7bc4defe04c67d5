"""A real browser on the built site; any error or foreign request in a page fails the test."""

import functools
import http.server
import os
import threading
from contextlib import contextmanager

import pytest
from playwright.sync_api import sync_playwright

from macros import hosting
from tests.browser.states import STATES

DESK = {"viewport": {"width": 1280, "height": 900}}
BROWSER = os.environ.get("HANDREIKING_BROWSER")


@pytest.fixture(scope="session")
def browser():
    if not BROWSER:
        pytest.fail("Geen browser. Start de tests met: python3 scripts/dev.py test")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=BROWSER,
            args=[
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
            ],
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def address(site):
    """The address of the built site on a server of this machine, with the headers we ask of one."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def end_headers(self):
            for name, value in hosting.headers().items():
                self.send_header(name, value)
            super().end_headers()

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(Quiet, directory=str(site))
    )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.fixture
def new_page(browser, address):
    """Open pages with the options of a browser context; they may not fail or call elsewhere.

    A test that writes its own markup or style into a page asks for `bypass_csp=True`.
    """
    with opening(browser, address) as new_page:
        yield new_page


@contextmanager
def opening(browser, address):
    """Give what `new_page` gives, for as long as it is needed."""
    contexts, wrong = [], []

    def new_page(**options):
        context = browser.new_context(locale="nl-NL", **options)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda m: wrong.append(m.text) if m.type == "error" else None)
        page.on("request", lambda r: None if _ours(r.url, address) else wrong.append(r.url))
        return page

    yield new_page
    for context in contexts:
        context.close()
    assert wrong == []


@pytest.fixture
def page(new_page):
    return new_page(**DESK)


@pytest.fixture(scope="module", params=STATES)
def page_in_state(request, browser, address):
    """A page in each of the states, for tests that only look: bringing it there takes seconds."""
    with opening(browser, address) as new_page:
        page = new_page(**DESK, bypass_csp=True)
        STATES[request.param](page, address)
        yield page


def _ours(url, address):
    return url.startswith((address, "file://", "data:", "blob:"))
