"""Odd circumstances: a wrong clock, two guides on one host, a page that is closed at once."""

import datetime
import functools
import http.server
import threading

import pytest

from tests.browser.dossiers import LIST


@pytest.fixture
def two_sites(site, tmp_path):
    """The addresses of two copies of this guide on one host."""
    for name in ("noord", "zuid"):
        (tmp_path / name).symlink_to(site)

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(Quiet, directory=str(tmp_path))
    )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield [f"http://127.0.0.1:{server.server_port}/{name}/" for name in ("noord", "zuid")]
    server.shutdown()


def test_two_guides_on_one_host_keep_their_work_apart(browser, two_sites):
    noord, zuid = two_sites
    context = browser.new_context()
    page = context.new_page()
    page.goto(noord + LIST)
    page.get_by_role("checkbox").first.check()

    page.goto(zuid + LIST)
    assert not page.get_by_role("checkbox").first.is_checked()
    page.get_by_role("checkbox").nth(1).check()
    page.goto(noord + LIST)

    assert page.get_by_role("checkbox").first.is_checked()
    assert not page.get_by_role("checkbox").nth(1).is_checked()
    context.close()


@pytest.mark.parametrize("year", [1970, 2099])
def test_a_clock_that_is_wrong_costs_nothing(page, address, year):
    page.clock.set_fixed_time(datetime.datetime(year, 1, 2, 3, 4, tzinfo=datetime.UTC))
    page.goto(address + LIST)
    page.get_by_role("checkbox").first.check()
    page.clock.set_fixed_time(datetime.datetime(2026, 11, 25, 9, 0, tzinfo=datetime.UTC))
    page.reload()
    page.get_by_role("checkbox").nth(1).check()
    page.get_by_role("checkbox").first.uncheck()
    page.reload()

    assert not page.get_by_role("checkbox").first.is_checked()
    assert page.get_by_role("checkbox").nth(1).is_checked()


def test_a_page_that_closes_right_after_a_tick_has_kept_it(browser, address):
    context = browser.new_context()
    page = context.new_page()
    page.goto(address + LIST)
    page.evaluate("document.querySelector('.punt > input').click()")
    page.close()

    page = context.new_page()
    page.goto(address + LIST)

    assert page.get_by_role("checkbox").first.is_checked()
    context.close()
