"""One part that breaks leaves the rest of the guide to read and to use."""

import pytest
from playwright.sync_api import expect

PHASE = "fasen/uitvoering.html"
LIST = "checklists/uitvoering.html"


@pytest.fixture
def broken_page(browser, address):
    """A page that may complain: the test is about what still works."""
    context = browser.new_context(locale="nl-NL", viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def read_and_go_on(page, address):
    """Do what a reader does on every page: read, look up a word, walk on."""
    page.goto(address + PHASE)
    expect(page.get_by_role("heading", level=1)).to_have_text("Uitvoering")
    page.locator("button.begrip").first.click()
    expect(page.locator(".uitleg:popover-open")).to_be_visible()
    page.keyboard.press("Escape")
    page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name="Naslag").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Naslag")


@pytest.mark.parametrize(
    "script", ["gids.js", "zoeken.js", "checklist.js", "gids-data.js", "index.js"]
)
def test_a_script_that_does_not_arrive_takes_nothing_else_along(broken_page, address, script):
    page = broken_page
    page.route(f"**/{script}", lambda route: route.abort())

    read_and_go_on(page, address)
    page.goto(address + LIST)
    box = page.get_by_role("checkbox").first
    box.check()

    expect(box).to_be_checked()
    if script in {"zoeken.js", "index.js"}:
        page.get_by_label("Zoeken").press_sequentially("ouders")
        expect(page.get_by_role("status").first).to_contain_text("Zoeken lukt nu niet")


@pytest.mark.parametrize(
    "element", ["site-search", "punt-antwoord", "checklist-balk", "bewaar-stand"]
)
def test_an_element_that_fails_leaves_the_others_alone(broken_page, address, element):
    page = broken_page
    page.add_init_script(
        f"""const define = customElements.define.bind(customElements);
        customElements.define = (name, ...rest) => {{
            if (name === '{element}') throw new Error('broken on purpose');
            define(name, ...rest);
        }};"""
    )

    read_and_go_on(page, address)
    page.goto(address + LIST)
    page.get_by_role("checkbox").first.check()
    page.reload()

    if element != "punt-antwoord":  # the one that keeps a tick
        expect(page.get_by_role("checkbox").first).to_be_checked()
    others = {"site-search", "punt-antwoord", "checklist-balk"} - {element}
    for other in others:
        assert page.locator(other).first.evaluate("(e) => e.childElementCount > 0"), other


def test_a_browser_that_cannot_hold_the_contents_open_keeps_the_button(new_page, address, site):
    """A pseudo-element that Firefox knows since 143 and Safari since 18.4."""
    style = (site / "assets" / "gids.css").read_text(encoding="utf-8")
    older = style.replace("::details-content", "::not-yet-known")
    page = new_page(viewport={"width": 1280, "height": 900}, java_script_enabled=False)
    page.route("**/gids.css", lambda route: route.fulfill(body=older, content_type="text/css"))
    page.goto(address + PHASE)
    contents = page.get_by_role("navigation", name="Op deze pagina")
    link = contents.get_by_role("link", name="Valkuilen")
    assert not link.is_visible()
    assert page.get_by_role("list", name="De 8 stappen van deze fase").is_visible()

    contents.get_by_text("Op deze pagina").click()

    expect(link).to_be_in_viewport()


def test_without_any_style_the_guide_reads_from_top_to_bottom(new_page, address, gids):
    """What a text browser or a very old one makes of it: the order of the HTML."""
    page = new_page(java_script_enabled=False)
    page.route("**/*.css", lambda route: route.fulfill(body="", content_type="text/css"))
    page.goto(address + LIST)

    text = page.locator("body").inner_text()

    fase = gids.fase("uitvoering")
    order = ["Naar de inhoud", "Checklists", fase.titel, *(punt.code for punt in fase.punten())]
    places = [text.index(words) for words in order]
    assert places == sorted(places)
    assert page.locator("table[role=presentation], [hidden]:not([hidden=until-found])").count() == 0


def test_a_page_loads_whole_when_the_style_does_not_arrive(broken_page, address):
    broken_page.route("**/*.css", lambda route: route.abort())

    read_and_go_on(broken_page, address)
