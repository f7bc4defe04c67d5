"""A reader without a mouse can do everything, sees where they are, and is never stuck."""

import pytest
from playwright.sync_api import expect

from tests.browser.test_dossier_access import CARET_AT_FOCUS
from tests.browser.waiting import eventually

# What the focus is on: its place among the stops, its size, its ring, and whether it is in sight.
HERE = """(stops) => {
    const e = document.activeElement;
    if (e === document.body) return null;
    const box = e.getBoundingClientRect(), style = getComputedStyle(e);
    const inline = [...e.getClientRects()][0];
    const top = document.elementFromPoint(inline.x + inline.width / 2, inline.y + inline.height / 2);
    return {
        place: [...document.querySelectorAll(stops)].indexOf(e),
        size: Math.min(box.width, box.height),
        ring: style.outlineStyle === 'solid' ? parseFloat(style.outlineWidth) : 0,
        insight: top !== null && (e.contains(top) || top.contains(e)),
        html: e.outerHTML.slice(0, 120),
    };
}"""
STOPS = "a[href], button, input, select, textarea, summary"


def press_until(page, key, wanted, at_most=400):
    """Press a key until the focus is on an element that matches, as a reader would."""
    for _ in range(at_most):
        page.keyboard.press(key)
        if page.evaluate("(wanted) => document.activeElement.matches(wanted)", wanted):
            return
    pytest.fail(f"{wanted} was not reached with {key}")


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize(
    "name",
    [
        "index.html",
        "fasen/uitvoering.html",
        "checklists/uitvoering.html",
        "dossier/index.html",
        "downloads.html",
    ],
)
def test_focus_goes_through_the_page_in_order_and_in_sight(new_page, address, name, width):
    """WCAG 2.1.1, 2.1.2, 2.4.3, 2.4.7, 2.4.11, 3.2.1."""
    page = new_page(viewport={"width": width, "height": 800}, reduced_motion="reduce")
    page.goto(address + name)
    places, wrong = [], []
    for _ in range(400):
        page.keyboard.press("Tab")
        here = page.evaluate(HERE, STOPS)
        if here is None:
            break
        places.append(here["place"])
        if here["size"] < 1 or here["ring"] < 2 or not here["insight"]:
            wrong.append(here)

    assert here is None, "the focus never left the page"
    assert page.url == address + name
    assert wrong == []
    assert places == sorted(set(places)), "the order is that of the text"
    reachable = page.locator(STOPS).evaluate_all(
        "(all) => all.filter((e) => e.checkVisibility({ visibilityProperty: true })).length"
    )
    assert len(places) == reachable


def test_the_way_back_is_the_way_there(page, address):
    page.goto(address + "checklists/uitvoering.html")
    there = []
    for _ in range(30):
        page.keyboard.press("Tab")
        there.append(page.evaluate(HERE, STOPS)["place"])
    back = []
    for _ in range(29):
        page.keyboard.press("Shift+Tab")
        back.append(page.evaluate(HERE, STOPS)["place"])

    assert back == there[-2::-1]


def test_the_skip_link_is_the_first_stop_and_arrives(page, address):
    page.goto(address + "fasen/uitvoering.html")
    link = page.get_by_role("link", name="Naar de inhoud")
    assert link.bounding_box()["y"] < 0

    page.keyboard.press("Tab")
    assert link.bounding_box()["y"] >= 0
    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.id") == "inhoud"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('article') !== null")


def test_the_menu_opens_a_part_with_enter(page, address):
    page.goto(address)

    press_until(page, "Tab", ".hoofdmenu a[href*='checklists']")
    page.keyboard.press("Enter")

    page.get_by_role("heading", level=1, name="Checklists").wait_for()


def test_search_is_typed_walked_through_left_and_followed(page, address):
    page.goto(address)
    press_until(page, "Tab", "#zoekveld")
    page.keyboard.type("ouders")
    results = page.locator(".zoek__lijst a")
    results.first.wait_for()

    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert results.nth(1).evaluate("(e) => e === document.activeElement")
    page.keyboard.press("Escape")
    assert not results.first.is_visible()
    assert page.evaluate("document.activeElement.id") == "zoekveld"
    page.keyboard.type(" kind")
    results.first.wait_for()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    page.wait_for_url("**/*.html*")
    page.locator("h1").wait_for()


def test_leaving_search_closes_it(page, address):
    page.goto(address)
    press_until(page, "Tab", "#zoekveld")
    page.keyboard.type("ouders")
    page.locator(".zoek__lijst a").first.wait_for()

    page.keyboard.press("Shift+Tab")

    assert not page.locator(".zoek__lijst a").first.is_visible()


def test_an_explanation_is_read_followed_by_its_link_and_closed_in_place(page, address):
    page.goto(address + "fasen/plan-van-aanpak.html")
    press_until(page, "Tab", "button.begrip")
    term = page.evaluate("document.activeElement.getAttribute('popovertarget')")
    page.keyboard.press("Enter")
    note = page.locator(f"#{term}")
    assert note.is_visible()

    page.keyboard.press("Tab")
    assert note.get_by_role("link").evaluate("(e) => e === document.activeElement")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")

    assert not note.is_visible()
    assert page.evaluate("document.activeElement.getAttribute('popovertarget')") == term


@pytest.mark.parametrize(
    "way", [["Tab", "Tab", "Tab"], ["Shift+Tab"]], ids=["through it", "back before it"]
)
def test_an_explanation_closes_when_the_focus_goes_on(new_page, address, way):
    """WCAG 2.4.11: on a small screen it would lie over what the focus comes to."""
    page = new_page(viewport={"width": 320, "height": 568}, reduced_motion="reduce")
    page.goto(address + "fasen/plan-van-aanpak.html")
    page.locator("button.begrip").first.press("Enter")
    note = page.locator(".uitleg:popover-open")

    for key in way:
        assert note.count() == 1
        page.keyboard.press(key)
    assert note.count() == 0
    for _ in range(3):
        here = page.evaluate(HERE, STOPS)
        assert here["insight"], here
        page.keyboard.press(way[-1])


# As a screen reader does that reads by line: the caret goes along, and the focus goes away.
READ_IN = """(place) => {
    document.activeElement.blur();
    getSelection().collapse(place.firstChild, 3);
}"""


def test_escape_while_reading_in_an_explanation_goes_back_to_its_term(page, address):
    page.goto(address + "fasen/plan-van-aanpak.html")
    term = page.locator("button.begrip").nth(1)
    term.press("Enter")
    note = page.locator(".uitleg:popover-open")
    note.locator("p").nth(1).evaluate(READ_IN)

    page.keyboard.press("Escape")

    expect(note).to_have_count(0)
    expect(term).to_be_focused()
    eventually(page, CARET_AT_FOCUS)


def test_escape_after_reading_on_leaves_a_reader_there(page, address):
    page.goto(address + "fasen/plan-van-aanpak.html")
    page.locator("button.begrip").first.press("Enter")
    page.locator(".stap p").last.evaluate(READ_IN)
    before = page.evaluate("scrollY")

    page.keyboard.press("Escape")
    expect(page.locator(".uitleg:popover-open")).to_have_count(0)
    page.wait_for_timeout(400)

    assert page.evaluate("document.activeElement === document.body")
    assert page.evaluate("scrollY") == before


def test_who_points_at_an_explanation_does_not_lose_it(page, address):
    page.goto(address + "fasen/plan-van-aanpak.html")
    page.locator("button.begrip").first.click()
    note = page.locator(".uitleg:popover-open")

    note.locator("p").nth(1).click()
    assert note.is_visible()
    note.get_by_role("link").click()

    page.wait_for_url("**/naslag/begrippen.html#*")


def test_a_download_starts_by_keyboard_and_keeps_its_place(page, address):
    page.goto(address + "downloads.html")
    press_until(page, "Tab", "a[download]")

    with page.expect_download() as download:
        page.keyboard.press("Enter")

    assert download.value.suggested_filename
    assert page.evaluate("document.activeElement.hasAttribute('download')")


def test_a_point_is_ticked_and_unticked_with_the_space_bar(page, address):
    page.goto(address + "checklists/uitvoering.html")
    press_until(page, "Tab", "input[type=checkbox]")
    box = page.get_by_role("checkbox").first

    page.keyboard.press("Space")
    assert box.is_checked()
    page.keyboard.press("Space")

    assert not box.is_checked()


def test_a_letter_does_nothing_outside_a_field(page, address):
    """WCAG 2.1.4: who speaks to the computer, or hits a key by accident, goes nowhere."""
    page.goto(address + "checklists/uitvoering.html")
    page.keyboard.press("Tab")
    before = page.evaluate(
        "[document.activeElement.outerHTML, document.querySelector('main').outerHTML]"
    )

    for sign in "abcdefghijklmnopqrstuvwxyz0123456789/?.,":
        page.keyboard.press(sign)

    after = page.evaluate(
        "[document.activeElement.outerHTML, document.querySelector('main').outerHTML]"
    )
    assert after == before
    assert page.url == address + "checklists/uitvoering.html"
