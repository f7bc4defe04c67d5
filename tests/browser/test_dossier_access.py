"""The dossier obeys the strictest policy, and takes the focus along; its states are in states.py."""

import json
import re

import pytest
from playwright.sync_api import expect

from tests.browser.dossiers import LIST, PAGE, answered, offer, save_file
from tests.browser.states import (
    FULL,
    a_plan_on_screen,
    full,
    the_question_before_saving,
    the_question_before_wiping,
)
from tests.browser.waiting import eventually

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'none'; base-uri 'none'; form-action 'none'; "
    "require-trusted-types-for 'script'; trusted-types gids 'allow-duplicates'"
)


def test_everything_works_under_the_strictest_policy(page, address):
    def strict(route):
        answer = route.fetch()
        route.fulfill(response=answer, headers=answer.headers | {"content-security-policy": POLICY})

    page.route("**/*.html*", strict)
    page.add_init_script(
        "window.violations = []; addEventListener('securitypolicyviolation',"
        " (e) => violations.push(`${e.violatedDirective} ${e.blockedURI}`))"
    )
    page.goto(address + LIST)
    page.get_by_role("checkbox", name="IK-01").check()
    page.get_by_label("Zoeken").type("ouders")
    page.locator(".zoek__lijst a").first.wait_for()
    assert page.evaluate("violations") == []
    page.goto(address + PAGE)
    offer(page, json.dumps(save_file(FULL)))
    page.get_by_role("button", name="Voeg samen met").click()
    page.get_by_role("button", name="Annuleer").click()
    with page.expect_download():
        page.get_by_role("group", name="Plan").get_by_role("button", name="ODT").click()

    assert page.evaluate("violations") == []


def test_focus_goes_along_with_every_screen(page, address):
    full(page, address)
    page.get_by_role("button", name="Bekijk wat er veranderd is").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.textContent") == "De gids is veranderd"

    page.get_by_role("button", name="Werk mijn dossier bij").focus()
    page.keyboard.press("Enter")

    assert "bijgewerkt" in page.evaluate("document.activeElement.textContent")


CARET_ON = "getSelection().anchorNode?.textContent"
CARET_AT_FOCUS = "getSelection().anchorNode === document.activeElement"
CARET_IN = "[getSelection().anchorNode].find((node) => node?.nodeName === 'H2')?.textContent"


def test_who_listens_reads_on_from_the_heading_of_a_new_screen(page, address):
    """Firefox leaves the caret behind a screen that goes, and a screen reader follows the caret."""
    page.goto(address + PAGE)
    offer(page, save_file({"ik-startopdracht": answered()}))
    page.get_by_role("button", name="Voeg samen met").press("Enter")

    eventually(page, f"{CARET_IN} === 'Samenvoegen'")


def test_who_listens_reads_on_from_a_question(page, address):
    the_question_before_wiping(page, address)

    eventually(page, f"{CARET_IN} === 'Alles wissen op dit apparaat?'")
    page.keyboard.press("Escape")

    eventually(
        page,
        f"document.activeElement.nodeName === 'BUTTON' && {CARET_AT_FOCUS}",
    )


def test_who_listens_reads_on_after_a_wipe_was_undone(page, address):
    the_question_before_wiping(page, address)
    page.get_by_role("button", name="Wis alles", exact=True).click()
    page.get_by_role("button", name="Zet alles terug").click()

    eventually(page, f"{CARET_IN} === 'Wissen'")


def test_coming_back_from_a_document_is_where_it_was_opened_and_says_nothing(page, address):
    a_plan_on_screen(page, address)
    page.get_by_role("button", name="Terug naar mijn dossier").press("Enter")

    opened_with = page.get_by_role("group", name="Plan").get_by_role("button", name="Bekijk")
    expect(opened_with).to_be_focused()
    assert page.locator(".uitkomst").first.text_content() == ""
    eventually(page, f"{CARET_ON}.startsWith('Per hoofdstuk')")


def test_who_listens_reads_on_where_a_file_was_chosen_after_leaving_it(page, address):
    page.goto(address + PAGE)
    for way in ([], ["Voeg samen met"]):
        offer(page, save_file({"ik-startopdracht": answered()}))
        for name in [*way, "Annuleer"]:
            page.get_by_role("button", name=name).press("Enter")

        expect(page.get_by_label("Open bestand")).to_be_focused()
        eventually(page, f"{CARET_ON} === 'Open bestand'")


def test_who_listens_reads_on_from_the_button_of_a_form_that_was_left(page, address):
    page.goto(address + LIST)
    opener = page.get_by_role("button", name="Eigen punt toevoegen bij stap 1.1")
    form = page.get_by_role("form", name="Eigen punt bij stap 1.1")
    opener.press("Enter")
    page.get_by_label("Uw eigen punt bij stap 1.1").fill("Half")

    # Orca says nothing of what gets the focus when the place it came from goes at that moment.
    assert page.evaluate(
        """() => {
            [...document.querySelectorAll('button')].find((e) => e.textContent === 'Annuleer').click();
            return document.activeElement.checkVisibility()
                && document.querySelector('.eigen__form').checkVisibility();
        }"""
    )

    expect(opener).to_be_focused()
    eventually(page, CARET_AT_FOCUS)
    expect(form).to_be_hidden()
    expect(opener).to_be_visible()
    opener.press("Enter")
    expect(page.get_by_label("Uw eigen punt bij stap 1.1")).to_have_value("")


def test_a_form_that_is_left_and_opened_at_once_stays_open(page, address):
    page.goto(address + LIST)
    page.get_by_role("button", name="Eigen punt toevoegen bij stap 1.1").press("Enter")
    page.get_by_role("button", name="Annuleer").press("Enter")

    page.keyboard.press("Enter")
    page.wait_for_timeout(600)

    expect(page.get_by_label("Uw eigen punt bij stap 1.1")).to_be_focused()
    expect(page.get_by_role("button", name="Eigen punt toevoegen bij stap 1.1")).to_be_hidden()


@pytest.mark.parametrize("place", [".stapvoortgang", ".watnu"])
def test_ctrl_z_keeps_the_focus_on_a_link_in_a_list_that_changes(page, address, place):
    page.goto(address + PAGE)
    page.get_by_label("Codes die op papier").fill("IK-01")
    page.get_by_role("button", name="Vink deze punten aan").click()
    page.get_by_text("Per stap in fase 1").click()
    focused = page.locator(place).get_by_role("link").first
    focused.focus()
    before = focused.get_attribute("href")

    page.keyboard.press("Control+z")

    page.get_by_text("Ongedaan gemaakt").wait_for()
    assert page.evaluate("document.activeElement.getAttribute('href')") == before


def test_ctrl_z_keeps_the_focus_on_the_way_to_the_dossier(page, address):
    page.goto(address + LIST)
    page.get_by_role("checkbox", name="IK-01").check()
    way = page.locator(".werkbalk__dossier").get_by_role("link")
    way.focus()

    page.keyboard.press("Control+z")

    page.get_by_text("Ongedaan gemaakt").wait_for()
    expect(way).to_be_focused()


def test_a_list_per_step_that_was_closed_meanwhile_opens_with_what_holds_now(page, address):
    page.goto(address + PAGE)
    opener = page.get_by_text("Per stap in fase 1")
    opener.click()
    opener.click()
    page.get_by_label("Codes die op papier").fill("IK-01")
    page.get_by_role("button", name="Vink deze punten aan").click()
    opener.click()

    expect(page.locator(".stapvoortgang li").first).to_contain_text(": 1 van 2 punten gedaan")


@pytest.mark.parametrize(
    ("open_it", "safe"),
    [(the_question_before_wiping, "Niet wissen"), (the_question_before_saving, "Eerst nakijken")],
)
def test_a_question_is_told_first_and_its_safe_answer_is_the_first_button(
    new_page, address, open_it, safe
):
    page = new_page(viewport={"width": 320, "height": 256})
    open_it(page, address)
    dialog = page.get_by_role("dialog")

    expect(dialog).to_be_focused()
    expect(dialog).to_have_accessible_description(re.compile(r"^(Alles van deze|Dit dossier gaat)"))
    assert dialog.get_by_role("heading").bounding_box()["y"] > 0
    for _ in range(dialog.get_by_role("link").count() + 1):
        page.keyboard.press("Tab")
    expect(dialog.get_by_role("button", name=safe)).to_be_focused()
    page.keyboard.press("Enter")
    expect(dialog).to_have_count(0)


@pytest.mark.parametrize("height", [256, 800])
def test_a_question_leaves_the_page_where_it_was(new_page, address, height):
    page = new_page(viewport={"width": 320, "height": height}, reduced_motion="reduce")
    full(page, address)
    page.get_by_role("button", name="Wis alles op dit apparaat").focus()
    before = page.evaluate("scrollY")

    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_focused()

    assert page.evaluate("scrollY") == before


NOTHING_UNDER_THE_LINE = """(() => {
    const bar = document.querySelector('.stand').getBoundingClientRect();
    const e = document.activeElement;
    if (e.closest('.stand')) return true;
    const box = e.getBoundingClientRect();
    return box.top < bar.top || box.left >= bar.right || box.top >= innerHeight;
})()"""


@pytest.mark.parametrize("width", [1280, 390])
def test_nothing_that_has_focus_is_under_the_saved_line(new_page, address, width):
    page = new_page(viewport={"width": width, "height": 700})
    page.goto(address + LIST)
    page.get_by_role("checkbox", name="IK-01").check()
    for _ in range(60):
        page.keyboard.press("Tab")
        # A page that scrolls smoothly may pass under the line on its way.
        eventually(page, NOTHING_UNDER_THE_LINE, seconds=3)
