"""Points that remember: what a reader notes on a checklist is there again, and nothing gets lost."""

import json
import re

import pytest
from playwright.sync_api import expect

from tests.browser.waiting import eventually

LIST = "checklists/in-kaart-brengen.html"
START = "handreiking-12min:"


def stored(page):
    """Return what this site keeps in the browser, by key."""
    entries = page.evaluate("Object.entries(localStorage)")
    return {key: value for key, value in entries if key.startswith(START)}


def dossiers(page):
    """Return the dossiers that are kept."""
    return [json.loads(v) for k, v in stored(page).items() if ":dossiers:" in k]


def box(page, code):
    return page.get_by_role("checkbox", name=code)


def open_more(page, code):
    page.get_by_text(f"Notitie, trekker en datum bij {code}").click()


def note(page, code, text):
    field = page.get_by_label(f"Notitie bij {code}")
    if not field.is_visible():
        open_more(page, code)
    field.fill(text)
    field.blur()


def test_a_tick_is_still_there_after_a_reload(page, address):
    page.goto(address + LIST)
    box(page, "IK-01").check()

    page.reload()

    assert box(page, "IK-01").is_checked()
    assert page.get_by_label("Status van IK-01").input_value() == "gedaan"
    assert not box(page, "IK-02").is_checked()


def test_everything_noted_at_a_point_is_still_there_after_a_reload(page, address):
    page.goto(address + LIST)
    page.get_by_label("Status van IK-02").select_option("Bezig")
    note(page, "IK-02", "Bespreken in het overleg van maart.")
    page.get_by_label("Trekker bij IK-02").fill("Beleidsadviseur jeugd")
    page.get_by_label("Klaar op bij IK-02").fill("2027-03-01")
    page.get_by_label("Klaar op bij IK-02").blur()

    page.reload()
    block = page.locator(".punt", has_text="IK-02").first
    assert "Trekker: Beleidsadviseur jeugd" in block.inner_text()
    assert "Klaar op: 1 maart 2027" in block.inner_text()
    open_more(page, "IK-02")

    assert page.get_by_label("Status van IK-02").input_value() == "bezig"
    assert page.get_by_label("Notitie bij IK-02").input_value().startswith("Bespreken")
    assert page.get_by_label("Trekker bij IK-02").input_value() == "Beleidsadviseur jeugd"
    assert page.get_by_label("Klaar op bij IK-02").input_value() == "2027-03-01"


def test_nothing_is_kept_before_the_first_act(page, address):
    page.goto(address + LIST)
    page.get_by_label("Voor wie").select_option("Veiligheid")
    page.get_by_text("Wat nu?").click()
    open_more(page, "IK-01")
    page.goto(address + "dossier/index.html")
    assert stored(page) == {}

    page.goto(address + LIST)
    box(page, "IK-01").check()

    assert len(dossiers(page)) == 1


def test_typing_that_was_not_finished_is_kept_when_the_page_closes(page, address):
    page.goto(address + LIST)
    open_more(page, "IK-01")
    page.get_by_label("Notitie bij IK-01").type("half woo")

    page.goto(address + "index.html")
    page.goto(address + LIST)

    assert "half woo" in page.locator(".punt", has_text="IK-01").first.inner_text()


def test_a_quiet_line_says_that_it_is_kept_and_when(page, address):
    page.goto(address + LIST)
    status = page.get_by_role("status").filter(has_text="Bewaard in deze browser")
    assert status.count() == 0

    box(page, "IK-01").check()

    assert status.is_visible()
    clock = page.evaluate("new Date().toTimeString().slice(0, 5)")
    assert clock in status.inner_text()


def test_not_applicable_counts_only_with_a_reason(page, address):
    page.goto(address + LIST)
    page.get_by_label("Status van IK-01").select_option("Niet van toepassing")
    hint = page.get_by_text("Zonder reden telt dit punt als open.").filter(visible=True)
    assert hint.count() == 1
    assert "Fase 1: 0 van " in page.locator(".md-content").inner_text()

    reason = page.get_by_label("Waarom niet van toepassing? bij IK-01")
    reason.fill("Dit regelt de regio voor ons.")
    reason.blur()

    assert "1 niet van toepassing, 15 open" in page.locator(".md-content").inner_text()
    assert hint.count() == 0


def test_every_change_can_be_undone_one_by_one(page, address):
    page.goto(address + LIST)
    box(page, "IK-01").check()
    note(page, "IK-02", "Een notitie.")
    page.get_by_label("Status van IK-03").select_option("Bezig")
    undo = page.get_by_role("button", name="Maak ongedaan")

    undo.click()
    assert page.get_by_label("Status van IK-03").input_value() == "open"
    undo.click()
    assert page.get_by_label("Notitie bij IK-02").input_value() == ""
    undo.click()

    assert not box(page, "IK-01").is_checked()
    assert not undo.is_visible()
    page.reload()
    assert not box(page, "IK-01").is_checked()


def test_a_stretch_of_typing_is_undone_as_one(page, address):
    page.goto(address + LIST)
    open_more(page, "IK-01")
    field = page.get_by_label("Notitie bij IK-01")
    field.type("Eerst dit")
    page.wait_for_timeout(700)
    field.type(" en dan dat")
    page.wait_for_timeout(700)

    page.get_by_role("button", name="Maak ongedaan").click()

    assert field.input_value() == ""


def test_ctrl_z_undoes_outside_a_text_field_and_leaves_text_fields_alone(page, address):
    page.goto(address + LIST)
    box(page, "IK-01").check()
    page.keyboard.press("Control+z")
    assert not box(page, "IK-01").is_checked()
    expect(box(page, "IK-01")).to_be_focused()

    box(page, "IK-01").check()
    open_more(page, "IK-02")
    page.get_by_label("Notitie bij IK-02").type("abc")
    page.keyboard.press("Control+z")

    assert box(page, "IK-01").is_checked()


def test_ctrl_z_undoes_in_a_list_which_takes_nothing_back_itself(page, address):
    page.goto(address + LIST)
    status = page.get_by_label("Status van IK-01")
    status.select_option("Bezig")
    status.press("Control+z")
    assert status.input_value() == "open"


def test_the_whole_of_it_goes_by_keyboard(page, address):
    page.goto(address + LIST)
    box(page, "IK-01").focus()
    page.keyboard.press("Space")
    assert box(page, "IK-01").is_checked()

    page.get_by_label("Status van IK-02").focus()
    page.keyboard.press("b")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("Met het toetsenbord.")
    page.keyboard.press("Tab")
    page.keyboard.type("Wethouder")
    page.keyboard.press("Tab")

    page.reload()
    text = page.locator(".punt", has_text="IK-02").first.inner_text()
    assert page.get_by_label("Status van IK-02").input_value() == "bezig"
    assert "Met het toetsenbord." in text
    assert "Wethouder" in text


def test_an_own_point_is_added_ticked_removed_and_brought_back(page, address):
    page.goto(address + LIST)
    page.get_by_role("button", name="Eigen punt toevoegen bij stap 1.1").click()
    page.get_by_label("Uw eigen punt bij stap 1.1").fill("Wij hebben de wijkraad <b>gevraagd</b>.")
    page.get_by_role("button", name="Voeg toe bij stap 1.1").click()
    said = page.get_by_role("status").filter(has_text="Eigen punt")
    assert said.inner_text() == "Eigen punt toegevoegd."
    own = page.get_by_role("checkbox", name="eigen Wij hebben de wijkraad <b>gevraagd</b>.")
    own.check()
    assert said.count() == 0
    page.reload()
    assert own.is_checked()

    page.get_by_role("button", name="Eigen punt toevoegen bij stap 1.1").click()
    page.get_by_label("Uw eigen punt bij stap 1.1").fill("Half")
    page.get_by_role("button", name="Verwijder eigen punt").click()
    assert own.count() == 0
    assert said.inner_text() == "Eigen punt verwijderd."
    expect(page.get_by_label("Uw eigen punt bij stap 1.1")).to_be_focused()
    page.get_by_role("button", name="Maak ongedaan: eigen punt verwijderd").click()

    assert own.is_checked()


def test_what_one_tab_notes_the_other_shows_and_nothing_is_lost(page, address):
    page.goto(address + LIST)
    other = page.context.new_page()
    other.goto(address + LIST)

    box(page, "IK-01").check()
    eventually(other, "document.querySelector('.punt input').checked")
    box(other, "IK-03").check()
    note(page, "IK-02", "Uit het eerste venster.")
    page.reload()

    assert box(page, "IK-01").is_checked()
    assert box(page, "IK-03").is_checked()
    assert "Uit het eerste venster." in page.locator(".punt", has_text="IK-02").first.inner_text()


def test_two_tabs_that_do_not_hear_each_other_lose_nothing(page, address):
    page.goto(address + LIST)
    other = page.context.new_page()
    other.add_init_script("addEventListener('storage', (e) => e.stopImmediatePropagation(), true)")
    other.goto(address + LIST)
    box(page, "IK-01").check()
    box(other, "IK-02").check()
    page.reload()

    assert box(page, "IK-01").is_checked()
    assert box(page, "IK-02").is_checked()


def test_without_permission_to_keep_anything_the_page_says_so_and_offers_a_file(page, address):
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', "
        "{ get() { throw new DOMException('no', 'SecurityError') } })"
    )
    page.goto(address + LIST)
    assert page.get_by_text("Uw vinkjes worden nu niet bewaard").is_visible()

    box(page, "IK-01").check()

    assert box(page, "IK-01").is_checked()
    assert page.get_by_role("status").filter(has_text="Bewaar uw dossier als bestand").is_visible()
    with page.expect_download() as caught:
        page.get_by_role("button", name="Bewaar bestand").click()
    saved = json.loads(caught.value.path().read_text(encoding="utf-8"))
    assert saved["punten"]["ik-startopdracht"]["status"] == "gedaan"


def test_a_full_storage_is_said_and_what_was_kept_stays(page, address):
    page.goto(address + LIST)
    box(page, "IK-01").check()
    before = stored(page)
    page.evaluate(
        "() => { Storage.prototype.setItem = () => {"
        " throw new DOMException('full', 'QuotaExceededError') } }"
    )

    box(page, "IK-02").check()

    assert page.get_by_role("status").filter(has_text="vol").is_visible()
    assert box(page, "IK-02").is_checked()
    assert stored(page) == before


def test_unreadable_work_is_set_aside_and_offered_as_a_file(page, address):
    page.goto(address + LIST)
    box(page, "IK-01").check()
    (key,) = [key for key in stored(page) if ":dossiers:" in key]
    broken = stored(page)[key][:-40]
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, broken])
    page.goto(address + "dossier/index.html")

    assert page.get_by_text("apart gezet").is_visible()
    with page.expect_download() as caught:
        page.get_by_role("button", name="Bewaar het onleesbare bestand").click()
    assert caught.value.path().read_text(encoding="utf-8") == broken

    page.goto(address + LIST)
    box(page, "IK-02").check()
    assert broken in stored(page).values()


def test_storage_that_is_emptied_midway_loses_nothing_that_is_on_the_page(page, address):
    page.goto(address + LIST)
    box(page, "IK-01").check()
    other = page.context.new_page()
    other.goto(address + "index.html")
    other.evaluate("localStorage.clear()")

    box(page, "IK-02").check()
    page.reload()

    assert box(page, "IK-01").is_checked()
    assert box(page, "IK-02").is_checked()


def test_other_keys_on_the_same_host_are_left_alone(page, address):
    page.goto(address + LIST)
    page.evaluate("localStorage.setItem('van-een-ander', 'blijft')")
    box(page, "IK-01").check()
    page.goto(address + "dossier/index.html")
    page.get_by_role("button", name="Wis alles op dit apparaat").click()
    page.get_by_role("dialog").get_by_role("button", name="Wis alles").click()
    page.get_by_text("Alles is gewist op dit apparaat.").wait_for()

    assert stored(page) == {}
    assert page.evaluate("localStorage.getItem('van-een-ander')") == "blijft"


def test_a_page_from_the_back_forward_cache_shows_what_happened_since(page, address):
    page.goto(address + LIST)
    box(page, "IK-01").check()
    page.goto(address + "dossier/index.html")
    page.get_by_label("Codes die op papier zijn aangevinkt").fill("IK-02")
    page.get_by_role("button", name="Vink deze punten aan").click()
    page.go_back()

    assert box(page, "IK-01").is_checked()
    assert box(page, "IK-02").is_checked()


def test_it_works_from_a_folder(new_page, site):
    page = new_page()
    page.goto((site / LIST).as_uri())
    box(page, "IK-01").check()
    page.reload()
    assert box(page, "IK-01").is_checked()

    page.get_by_role("link", name="Mijn dossier").first.click()

    expect(page.locator(".md-content")).to_contain_text("In totaal: 1 van ")
    assert page.url.startswith("file://")


def test_without_script_the_page_is_a_plain_list_that_says_it_keeps_nothing(new_page, address):
    page = new_page(java_script_enabled=False)
    page.goto(address + LIST)

    assert page.get_by_text("Deze pagina bewaart uw vinkjes niet").is_visible()
    assert page.get_by_role("combobox").count() == 0
    assert page.locator(".md-content").get_by_role("button").filter(visible=True).count() == (
        page.locator(".md-content button.begrip").filter(visible=True).count()
    )
    page.goto(address + "dossier/index.html")
    assert page.get_by_text("Deze pagina heeft JavaScript nodig.").is_visible()


def test_with_script_the_page_says_what_is_kept_and_where(page, address):
    page.goto(address + LIST)

    assert not page.get_by_text("Deze pagina bewaart uw vinkjes niet").is_visible()
    assert page.get_by_text("bewaard in deze browser op dit apparaat").is_visible()


def test_only_keys_that_the_privacy_page_names_are_used(page, address):
    page.goto(address + LIST)
    box(page, "IK-01").check()
    page.goto(address + "dossier/index.html")
    page.get_by_role("button", name="Nieuw dossier").click()
    used = {key.split(":", 2)[2] for key in stored(page)}

    page.goto(address + "over/privacy.html")
    named = page.locator("table code").all_inner_texts()

    assert named
    for key in used:
        assert any(key == name or key.startswith(name.removesuffix("…")) for name in named), key


@pytest.mark.parametrize(
    ("text", "warned"),
    [
        ("Overleg met de leerling Daan de Vries.", True),
        ("geboren op 3-4-2016", True),
        ("Bespreken met de wethouder op 3-4-2027.", False),
        ("Zaaknummer 2026-123456, artikel 7.4.0", False),
    ],
)
def test_a_note_about_a_child_gets_a_kind_warning_that_can_be_dismissed(
    page, address, text, warned
):
    page.goto(address + LIST)
    note(page, "IK-01", text)
    dismiss = page.get_by_role("button", name="Dit is geen gegeven van een kind of ouder")

    assert dismiss.is_visible() == warned
    if warned:
        dismiss.click()
        assert not dismiss.is_visible()
    page.reload()
    assert text in page.locator(".punt", has_text="IK-01").first.inner_text()


def test_help_and_warnings_are_heard_with_their_own_field(page, address):
    page.goto(address + LIST)
    page.get_by_label("Status van IK-01").select_option("Niet van toepassing")
    expect(
        page.get_by_label("Waarom niet van toepassing? bij IK-01")
    ).to_have_accessible_description("Zonder reden telt dit punt als open.")
    note(page, "IK-01", "Overleg met leerling Daan de Vries.")

    text = page.get_by_label("Notitie bij IK-01")
    expect(text).to_have_accessible_description(re.compile("^Notitie: dit lijkt op de naam"))
    page.get_by_role(
        "button", name="Dit is geen gegeven van een kind of ouder (Notitie bij IK-01)"
    ).click()
    expect(text).to_have_accessible_description("")


def test_half_a_date_or_an_impossible_year_is_told_and_costs_nothing(page, address):
    page.goto(address + LIST)
    open_more(page, "IK-01")
    day = page.get_by_label("Klaar op bij IK-01")
    day.fill("2027-03-01")
    day.press("Tab")
    page.get_by_label("Notitie bij IK-01").focus()
    for wrong in ("0002-01-03", "1999-12-31", "2100-01-01"):
        day.fill(wrong)
        page.get_by_label("Notitie bij IK-01").focus()
        expect(day).to_have_attribute("aria-invalid", "true")
        # With hyphens that do not break: a date stays on one line.
        expect(day).to_have_accessible_description(re.compile("zoals 01\u201103\u20112027"))
        assert "2027-03-01" in page.evaluate("JSON.stringify(Object.entries(localStorage))")
    day.focus()
    page.keyboard.type("02312028")
    assert day.evaluate("(e) => e.validity.badInput")
    page.get_by_label("Notitie bij IK-01").focus()
    expect(day).to_have_attribute("aria-invalid", "true")
    page.get_by_label("Status van IK-01").select_option("Bezig")
    expect(day).to_have_value("2027-03-01")
    expect(day).not_to_have_attribute("aria-invalid", "true")

    day.fill("2028-02-29")
    page.reload()
    open_more(page, "IK-01")
    expect(day).to_have_value("2028-02-29")


def test_a_mistake_moves_no_button_from_under_a_finger(page, address):
    """The message about half a date came at the press, and the click fell beside the button."""
    page.goto(address + LIST)
    open_more(page, "IK-01")
    page.get_by_label("Klaar op bij IK-01").focus()
    page.keyboard.type("0231")
    button = page.get_by_role("button", name="Eigen punt toevoegen bij stap 1.1")
    button.scroll_into_view_if_needed()
    middle = button.bounding_box()
    page.mouse.move(middle["x"] + middle["width"] / 2, middle["y"] + middle["height"] / 2)

    page.mouse.down()
    page.wait_for_timeout(100)
    assert button.bounding_box() == middle
    page.mouse.up()

    expect(page.get_by_label("Uw eigen punt bij stap 1.1")).to_be_focused()
    expect(page.get_by_label("Klaar op bij IK-01")).to_have_attribute("aria-invalid", "true")


def test_the_name_of_a_colleague_as_trekker_gets_no_warning(page, address):
    page.goto(address + LIST)
    open_more(page, "IK-01")
    page.get_by_label("Trekker bij IK-01").fill(
        "Anneke de Wit, a.dewit@gemeente.example, 030 1234567"
    )
    page.get_by_label("Trekker bij IK-01").blur()

    assert page.get_by_role("button", name="Dit is geen gegeven").count() == 0


def test_the_text_of_an_own_point_can_be_changed(page, address):
    page.goto(address + LIST)
    page.get_by_role("button", name="Eigen punt toevoegen bij stap 1.1").click()
    page.get_by_label("Uw eigen punt bij stap 1.1").fill("Eerst zo.")
    page.get_by_role("button", name="Voeg toe bij stap 1.1").click()
    page.get_by_text("Notitie, trekker en datum bij eigen punt").click()
    page.get_by_label("Tekst van uw punt").fill("Nu zo.")
    page.get_by_label("Tekst van uw punt").blur()
    assert page.get_by_label("Status van eigen punt ‘Nu zo.’").count() == 1
    assert page.get_by_role("button", name="Verwijder eigen punt ‘Nu zo.’").count() == 1
    page.reload()

    assert page.get_by_role("checkbox", name="eigen Nu zo.").count() == 1


def test_the_form_for_an_own_point_stays_where_it_opens(page, address):
    page.goto(address + LIST)
    opener = page.get_by_role("button", name="Eigen punt toevoegen bij stap 1.1")
    opener.click()
    add = page.get_by_role("button", name="Voeg toe bij stap 1.1")
    place = add.bounding_box()

    expect(opener).to_be_hidden()

    assert add.bounding_box() == place


def test_an_own_point_without_words_is_refused_with_a_sentence(page, address):
    page.goto(address + LIST)
    opener = page.get_by_role("button", name="Eigen punt toevoegen bij stap 1.1")
    opener.click()
    text = page.get_by_label("Uw eigen punt bij stap 1.1")
    for nothing in ("", "   "):
        text.fill(nothing)
        page.get_by_role("button", name="Voeg toe bij stap 1.1").click()
        expect(text).to_have_accessible_description("Typ eerst de tekst van uw punt.")
        expect(text).to_have_attribute("aria-invalid", "true")
        expect(text).to_be_focused()

    text.fill("Nu wel.")
    assert text.get_attribute("aria-invalid") is None
    page.get_by_role("button", name="Voeg toe bij stap 1.1").click()
    assert page.get_by_role("checkbox", name="eigen Nu wel.").count() == 1


def test_an_emptied_own_point_keeps_its_words_but_nobody_is_interrupted(page, address):
    page.goto(address + LIST)
    page.get_by_role("button", name="Eigen punt toevoegen bij stap 1.1").click()
    page.get_by_label("Uw eigen punt bij stap 1.1").fill("Eerst zo.")
    page.get_by_role("button", name="Voeg toe bij stap 1.1").click()
    open_more(page, "eigen punt")
    text = page.get_by_label("Tekst van uw punt")
    text.fill("")
    page.wait_for_timeout(700)
    page.evaluate("dispatchEvent(new Event('pageshow'))")
    assert text.input_value() == ""
    text.blur()

    assert text.input_value() == "Eerst zo."
    expect(text).to_have_accessible_description(
        "Een punt heeft een tekst nodig. De oude tekst is teruggezet."
    )


def test_an_own_point_that_looks_personal_is_added_by_one_click_and_the_warning_is_said(
    page, address
):
    page.goto(address + LIST)
    open_form = page.get_by_role("button", name="Eigen punt toevoegen bij stap 1.1")
    open_form.click()
    expect(page.get_by_label("Uw eigen punt bij stap 1.1")).to_be_focused()
    expect(open_form).to_be_hidden()
    page.get_by_label("Uw eigen punt bij stap 1.1").fill("Overleg met leerling Daan de Vries.")
    page.get_by_role("button", name="Voeg toe bij stap 1.1").hover()
    page.mouse.down()
    page.wait_for_timeout(100)
    page.mouse.up()

    assert page.get_by_role("checkbox", name="eigen Overleg met leerling").count() == 1
    expect(open_form).to_be_focused()
    said = page.get_by_role("status").filter(has_text="Eigen punt toegevoegd.")
    assert "Dit lijkt op de naam van een kind" in said.inner_text()
    open_form.click()
    assert not page.get_by_role("button", name="Dit is geen gegeven").is_visible()


def print_choice(page, label):
    """Choose how to print."""
    if not page.get_by_role("group", name="Afdrukken").is_visible():
        page.get_by_text("Afdrukken", exact=True).click()
    page.get_by_role("group", name="Afdrukken").get_by_role("button", name=label).click()


def test_before_paper_leaves_what_looks_like_a_child_is_shown(page, address):
    page.add_init_script("window.times = 0; window.print = () => { window.times += 1 }")
    page.goto(address + LIST)
    note(page, "IK-01", "Overleg met leerling Daan de Vries.")
    dialog = page.get_by_role("dialog", name="Staan er gegevens van een kind of ouder in?")

    for label in ("Ingevuld", "Alleen open punten"):
        print_choice(page, label)
        assert "IK-01, notitie" in dialog.inner_text()
        dialog.get_by_role("button", name="Eerst nakijken").click()
    print_choice(page, "Ingevuld")
    page.keyboard.press("Escape")
    assert page.evaluate("window.times") == 0
    assert page.evaluate("document.documentElement.dataset.afdruk") is None

    print_choice(page, "Leeg")
    eventually(page, "window.times === 1")
    print_choice(page, "Ingevuld")
    dialog.get_by_role("button", name="Toch afdrukken").click()
    eventually(page, "window.times === 2")


def test_the_last_look_leads_to_the_field_under_the_dialog(page, address):
    page.goto(address + LIST)
    note(page, "IK-01", "Overleg met leerling Daan de Vries.")
    page.get_by_text("Notitie, trekker en datum bij IK-01").click()
    expect(page.get_by_label("Notitie bij IK-01")).to_be_hidden()
    page.evaluate("scrollTo(0, 0)")
    print_choice(page, "Ingevuld")
    dialog = page.get_by_role("dialog", name="Staan er gegevens van een kind of ouder in?")

    dialog.get_by_role("link", name="IK-01, notitie").click()

    expect(dialog).to_have_count(0)
    expect(page).to_have_url(re.compile(r"#notitie-ik-startopdracht$"))
    expect(page.get_by_label("Notitie bij IK-01")).to_be_focused()
    expect(page.get_by_label("Notitie bij IK-01")).to_be_in_viewport()


def test_no_writing_help_of_the_browser_reads_along(page, address):
    page.goto(address + LIST)
    open_more(page, "IK-01")
    page.get_by_label("Status van IK-01").select_option("Niet van toepassing")
    page.get_by_role("button", name="Eigen punt toevoegen").first.click()
    page.get_by_role("textbox", name="Uw eigen punt").fill("Van ons.")
    page.get_by_role("button", name="Voeg toe").click()
    page.locator(".punt--eigen summary").click()
    page.get_by_role("button", name="Eigen punt toevoegen").first.click()

    for name in (
        "Notitie bij IK-01",
        "Waarom niet van toepassing? bij IK-01",
        "Uw eigen punt",
        "Tekst van uw punt",
        "Notitie bij eigen punt",
    ):
        expect_quiet(page.get_by_role("textbox", name=name))
    expect_quiet(page.get_by_role("combobox", name="Trekker bij IK-01"))
    page.goto(address + "dossier/index.html")
    for name in ("Naam van dit dossier", "Gemeente"):
        expect_quiet(page.get_by_role("textbox", name=name))


def expect_quiet(field):
    expect(field).to_have_attribute("autocomplete", "off")
    expect(field).to_have_attribute("writingsuggestions", "false")
    assert field.get_attribute("spellcheck") is None
