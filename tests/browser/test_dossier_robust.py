"""Odd circumstances: a wrong clock, two guides on one host, a page that is closed at once."""

import datetime
import functools
import http.server
import threading

import pytest

from tests.browser.dossiers import LIST, PAGE
from tests.browser.waiting import eventually


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


def wipe(page, address):
    """Wipe everything, in a window of its own."""
    other = page.context.new_page()
    other.goto(address + PAGE)
    other.get_by_role("button", name="Wis alles op dit apparaat").click()
    other.get_by_role("dialog").get_by_role("button", name="Wis alles").click()
    other.get_by_text("Alles is gewist op dit apparaat.").wait_for()
    return other


def begin(page, address):
    """Note something in a window in which nothing happens by itself: its clock stands still."""
    page.clock.install(time="2027-01-04T09:00:00")
    page.goto(address + LIST)
    page.clock.pause_at("2027-01-04T10:00:00")
    page.get_by_role("checkbox").first.check()
    page.get_by_text("Notitie, trekker en datum bij IK-01").click()
    field = page.get_by_label("Notitie bij IK-01")
    field.fill("Bewaard.")
    field.blur()
    field.press_sequentially(" Nog niet bewaard")
    return field


def keys(page):
    return page.evaluate("Object.keys(localStorage)")


UNKEPT = "Dit is niet bewaard"


def test_typing_during_a_wipe_elsewhere_writes_nothing_back(page, address):
    field = begin(page, address)
    other = wipe(page, address)
    page.get_by_text("In een ander venster is alles gewist.").wait_for()
    page.clock.run_for(2000)
    field.blur()

    assert keys(page) == []
    assert field.input_value() == "Bewaard. Nog niet bewaard"
    assert page.get_by_text(UNKEPT).is_visible()
    assert not page.get_by_role("checkbox").first.is_checked()
    assert page.get_by_role("button", name="Maak ongedaan").count() == 0
    page.close()
    assert keys(other) == []


def test_who_types_on_after_a_wipe_keeps_those_words_only(page, address):
    field = begin(page, address)
    wipe(page, address)
    page.get_by_text(UNKEPT).wait_for()
    field.press_sequentially(" en verder.")
    page.clock.run_for(2000)

    assert page.get_by_text(UNKEPT).count() == 0
    page.reload()
    assert "Nog niet bewaard en verder." in page.locator(".punt", has_text="IK-01").inner_text()
    assert not page.get_by_role("checkbox").first.is_checked()


def test_a_wipe_elsewhere_takes_a_document_off_the_screen(page, address):
    begin(page, address).blur()
    page.goto(address + PAGE)
    page.get_by_role("group", name="Plan").get_by_role("button", name="Bekijk").click()
    article = page.locator("article.stuk")
    assert "Nog niet bewaard" in article.inner_text()
    wipe(page, address)
    page.get_by_text("In een ander venster is alles gewist.").wait_for()

    assert article.count() == 0
    assert page.get_by_role("heading", name="Voortgang").is_visible()


def test_what_was_wiped_and_put_back_is_in_every_window_again(page, address):
    begin(page, address).blur()
    other = wipe(page, address)
    page.get_by_text("In een ander venster is alles gewist.").wait_for()
    other.get_by_role("button", name="Zet alles terug").click()
    eventually(page, "document.querySelector('.punt input').checked")

    assert page.get_by_label("Notitie bij IK-01").input_value() == "Bewaard. Nog niet bewaard"


def test_a_dossier_that_is_removed_elsewhere_can_be_brought_back(page, address):
    field = begin(page, address)
    other = page.context.new_page()
    other.goto(address + PAGE)
    other.get_by_role("button", name="Verwijder dit dossier").click()
    page.get_by_text("Wat u net typte, is niet bewaard.").wait_for()
    page.clock.run_for(2000)

    assert not any(":dossiers:" in key for key in keys(page))
    assert field.input_value() == "Bewaard. Nog niet bewaard"
    page.get_by_role("button", name="Maak ongedaan").click()
    assert page.get_by_role("checkbox").first.is_checked()
    assert field.input_value() == "Bewaard."
