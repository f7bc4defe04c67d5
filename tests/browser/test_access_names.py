"""What a screen reader is told: parts, names, changes. Read from the browser's own tree."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.dossiers import PAGE, offer
from tests.browser.states import search_with_results
from tests.browser.test_accessibility import names

CONTROLS = {
    "button", "checkbox", "combobox", "link", "radio", "searchbox", "textbox", "DisclosureTriangle",
    "dialog", "navigation", "region", "img", "image", "progressbar",
}  # fmt: skip


def tree(page):
    """Return role, name and description of everything the browser shows to a screen reader."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    return [
        (node["role"]["value"], node.get("name", {}).get("value", "").strip())
        for node in nodes
        if not node["ignored"] and "role" in node
    ]


def test_a_page_tells_its_parts_in_order(page, address):
    page.goto(address + "checklists/uitvoering.html")

    told = page.locator("body").aria_snapshot()

    parts = [
        "- banner:",
        '- link "Naar de inhoud"',
        "- search:",
        '- searchbox "Zoeken"',
        '- navigation "Hoofdmenu":',
        "- main:",
        '- navigation "Checklists":',
        "- article:",
        '- heading "Uitvoering" [level=1]',
        "- contentinfo:",
        '- navigation "Alle pagina’s":',
    ]
    places = [told.find(part) for part in parts]
    assert -1 not in places, parts[places.index(-1)]
    assert places == sorted(places)


def test_a_point_is_told_with_its_step_its_text_and_its_state(page, address, gids):
    page.goto(address + "checklists/uitvoering.html")
    stap = gids.fase("uitvoering").stappen[0]
    group = page.get_by_role("group", name=re.compile(r"^Punten bij stap 3\.1: "))
    point = group.get_by_role("checkbox").first
    assert stap.punten[0].code in point.evaluate("(e) => e.labels[0].textContent")

    expect(group).to_match_aria_snapshot(f"- checkbox /{stap.punten[0].code} /")
    point.check()

    expect(group).to_match_aria_snapshot(f"- checkbox /{stap.punten[0].code} / [checked]")


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("name", ["naslag/maatregelen.html", "over/redactie.html"])
def test_a_table_is_told_with_its_caption_and_its_headings(new_page, address, name, width):
    """WCAG 1.3.1: also where a table shows as a stack, or hides its caption."""
    page = new_page(viewport={"width": width, "height": 900})
    page.goto(address + name)
    table = page.locator("table")
    rows, columns = table.locator("tbody tr").count(), table.locator("thead th").count()

    told = tree(page)

    assert ("table", table.locator("caption").text_content()) in told
    assert [role for role, _ in told].count("rowheader") == rows
    assert [role for role, _ in told].count("columnheader") == columns
    heads = {f"{name}:" for role, name in told if role == "columnheader"}
    assert heads & {name for _, name in told} == set(), "a heading is told twice"


def test_everything_to_use_has_a_name_on_every_page(page, address, site):
    nameless = {}
    for name in names(site):
        page.goto(address + name)
        found = [role for role, told in tree(page) if role in CONTROLS and not told]
        if found:
            nameless[name] = found

    assert nameless == {}


def test_the_number_of_results_is_told_by_a_part_that_was_there_before(page, address):
    """A region that appears together with its words is often not read out."""
    page.goto(address)
    assert ("status", "") in tree(page)
    status = page.get_by_role("status")
    assert status.text_content() == ""

    page.get_by_label("Zoeken").press_sequentially("ouders")
    expect(status).to_have_text(re.compile(r"resultaten\.$"))
    page.keyboard.press("Escape")
    expect(status).to_have_text("")
    page.get_by_label("Zoeken").fill("xyzzyquux")

    expect(status).to_have_text("Niets gevonden. Probeer een ander woord.")


@pytest.mark.parametrize("name", ["checklists/in-kaart-brengen.html", "dossier/index.html"])
def test_every_region_that_speaks_is_there_before_it_has_words(page, address, name):
    """What stands in a part that is still closed comes into view without words."""
    page.goto(address + name)
    regions = page.locator("[role=status]")
    in_sight = regions.evaluate_all(
        """(all) => all.filter(
            (e) => !e.closest('details:not([open]), form[hidden], .antwoord__reden[hidden]')
        ).length"""
    )

    told = [role for role, _ in tree(page) if role == "status"]

    assert in_sight > 2
    assert len(told) == in_sight
    assert page.locator("[role=alert]").count() == 0


def test_what_a_region_says_stands_in_a_paragraph(page, address):
    """Orca reads a paragraph that is itself a status as "status bar", without its words."""
    page.goto(address + "checklists/in-kaart-brengen.html")
    page.get_by_role("checkbox").first.check()

    expect(page.locator(".stand [role=status]")).to_match_aria_snapshot(
        "- status:\n  - paragraph: /Bewaard in deze browser/"
    )
    assert page.locator("p[role=status], span[role=status]").count() == 0


def test_a_region_without_words_takes_no_room(page, address):
    page.goto(address + "dossier/index.html")
    empty = page.locator("[role=status]").filter(has_not_text=re.compile(r"\S"))
    before = page.locator(".voet").bounding_box()

    empty.evaluate_all("(all) => all.forEach((e) => e.setAttribute('hidden', ''))")

    assert page.locator(".voet").bounding_box() == before


LISTEN = """(place) => {
    window.heard = [];
    new MutationObserver(() => heard.push(place.textContent)).observe(place, { childList: true, subtree: true });
}"""


def test_the_same_mistake_twice_is_told_twice(page, address):
    """Orca leaves out what equals the words before; a space that nobody sees makes it differ."""
    page.goto(address + "dossier/index.html")
    form = page.get_by_role("form", name="Codes van papier")
    form.get_by_role("status").evaluate(LISTEN)
    press = form.get_by_role("button")

    for _ in range(2):
        press.click()
        page.wait_for_timeout(200)

    assert page.evaluate("heard") == [
        "Typ eerst een of meer codes.",
        "",
        "Typ eerst een of meer codes.\u00a0",
    ]


def test_the_same_wrong_file_is_told_each_time(page, address):
    """The words go while the file is read; when they come back they must differ from before."""
    page.goto(address + PAGE)
    offer(page, "{")
    page.locator("[role=status]:has-text('Dit bestand is niet compleet')").evaluate(LISTEN)

    for _ in range(2):
        offer(page, "{")
        page.wait_for_timeout(200)

    first, second = [words for words in page.evaluate("heard") if words]
    assert {first.endswith("\u00a0"), second.endswith("\u00a0")} == {True, False}
    assert first.strip() == second.strip()


def test_what_is_saved_is_not_told_at_every_tick(page, address):
    page.clock.set_fixed_time("2027-01-04T09:00:00")
    page.goto(address + "checklists/in-kaart-brengen.html")
    page.locator(".stand__zin").evaluate(LISTEN)

    for box in page.get_by_role("checkbox").all()[:5]:
        box.check()

    assert len(page.evaluate("heard")) == 1


def test_results_are_told_after_the_last_key_and_not_for_two_letters(page, address):
    page.clock.install()
    page.goto(address)
    page.get_by_role("status").evaluate(LISTEN)
    field, seen = page.get_by_label("Zoeken"), page.locator(".zoek__stand")

    field.press_sequentially("xq")
    expect(seen).to_contain_text("Niets gevonden")
    page.clock.run_for(700)
    field.fill("")
    field.press_sequentially("ouders")
    expect(seen).to_contain_text("resultaten")
    page.clock.run_for(700)

    assert [words for words in page.evaluate("heard") if words] == [seen.text_content()]


def test_enter_on_the_same_question_tells_the_results_again(page, address):
    page.clock.install()
    page.goto(address)
    field, seen = page.get_by_label("Zoeken"), page.locator(".zoek__stand")
    field.press_sequentially("ouders")
    expect(seen).to_contain_text("resultaten")
    page.clock.run_for(700)
    page.get_by_role("status").evaluate(LISTEN)

    field.press("Enter")
    page.clock.run_for(800)

    assert page.evaluate("heard") == ["", f"{seen.text_content()}\u00a0"]


def test_the_results_are_no_stop_of_their_own(page, address):
    search_with_results(page, address)

    page.keyboard.press("Tab")

    expect(page.locator(".zoek__lijst a").first).to_be_focused()
    assert page.locator(".zoek__paneel").get_attribute("tabindex") == "-1"


@pytest.mark.parametrize("width", [1280, 390])
def test_the_name_of_a_result_is_its_title_and_its_page(new_page, address, width):
    """Who walks along the links would hear the words around each hit before the next one."""
    page = new_page(viewport={"width": width, "height": 900})
    page.goto(address)
    page.get_by_label("Zoeken").press_sequentially("ouders en verzorgers")
    result = page.locator(".zoek__lijst li").first

    link = result.get_by_role(
        "link", name="Ouders en verzorgers – Partners: wie doet wat", exact=True
    )
    expect(link).to_be_visible()
    expect(result.get_by_role("paragraph")).not_to_be_empty()
    result.get_by_role("paragraph").click(force=True)  # the link lies over all of the result

    page.wait_for_url("**/naslag/partners.html#ouders")


def test_an_explanation_holds_words_without_links_but_for_the_way_to_the_term(
    page, address, site, gids
):
    """Orca leaves out a paragraph with a link in what opens; the list of terms has those links."""
    linked = [begrip for begrip in gids.begrippen.begrippen if "](" in begrip.definitie]
    explained = {
        f"#uitleg-{begrip.id}": name
        for begrip in linked
        for name in names(site)
        if f'id="uitleg-{begrip.id}"' in (site / name).read_text(encoding="utf-8")
    }
    assert explained
    for note, name in explained.items():
        page.goto(address + name)
        page.locator(f"[popovertarget={note[1:]}].begrip").press("Enter")

        assert len(page.locator(f"{note} p").nth(1).inner_text()) > 20
        expect(page.locator(note).get_by_role("link")).to_have_count(1)


def test_a_term_is_told_as_a_button_that_opens_its_explanation(page, address):
    page.goto(address + "fasen/plan-van-aanpak.html")
    button = page.locator("button.begrip").first
    assert ("button", button.text_content()) in tree(page)
    assert button.evaluate("(e) => e.popoverTargetElement.getAttribute('role')") == "note"

    button.press("Enter")

    expect(page.locator(".uitleg:popover-open")).to_match_aria_snapshot(
        "- link /Bekijk ‘.+’ in de begrippenlijst/\n- button /Sluiten/"
    )


@pytest.mark.parametrize("width", [390, 1280])
def test_the_contents_are_told_as_a_button_or_as_an_open_list(new_page, address, width):
    """Where the list is open there is nothing to press, so nothing that says it is closed."""
    page = new_page(viewport={"width": width, "height": 900})
    page.goto(address + "fasen/uitvoering.html")

    told = tree(page)

    assert ("navigation", "Op deze pagina") in told
    assert (("DisclosureTriangle", "Op deze pagina") in told) == (width == 390)
    assert (("link", "Valkuilen") in told) == (width == 1280)


def test_every_page_tells_its_language(page, address, site):
    for name in names(site):
        page.goto(address + name)
        assert page.locator("html").get_attribute("lang") == "nl", name
