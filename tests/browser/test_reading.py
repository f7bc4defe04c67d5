"""What a reader does: find the way, search, look up a word, read without script or server."""

import re

import pytest
from playwright.sync_api import expect


def test_a_reader_goes_from_the_front_page_to_a_point_and_back(page, address):
    page.goto(address)
    page.get_by_role("link", name="1.1 Regel één gedeelde opdracht").click()
    page.get_by_role("link", name="IK-01").click()

    expect(page).to_have_url(f"{address}checklists/in-kaart-brengen.html#vink-ik-startopdracht")
    expect(page.locator("#vink-ik-startopdracht")).to_be_focused()

    page.get_by_role("link", name="Uitleg bij stap 1.1").click()

    expect(page).to_have_url(f"{address}fasen/in-kaart-brengen.html#gedeelde-opdracht")


def test_the_menu_shows_where_you_are(page, address):
    page.goto(address + "fasen/uitvoering.html")

    menu = page.get_by_role("navigation", name="Hoofdmenu")
    assert menu.get_by_role("link", name="Fasen").get_attribute("aria-current") == "true"
    part = page.get_by_role("navigation", name="Fasen", exact=True)
    assert part.get_by_role("link", name="3. Uitvoering").get_attribute("aria-current") == "page"


@pytest.fixture(params=[True, False], ids=["with script", "without script"])
def phase_in_window(request, new_page, address):
    """Open a phase in a window of a size; returns the page and its list of contents."""

    def open_phase(width, height):
        window = {"width": width, "height": height}
        page = new_page(viewport=window, java_script_enabled=request.param)
        page.goto(address + "fasen/uitvoering.html")
        return page, page.get_by_role("navigation", name="Op deze pagina")

    return open_phase


def test_the_contents_of_a_page_fold_away_on_a_telephone(phase_in_window):
    page, contents = phase_in_window(390, 844)
    link = contents.get_by_role("link", name="3.2 Oefen samen")
    assert not link.is_visible()
    assert page.get_by_text("Doel.", exact=True).bounding_box()["y"] < 844

    contents.get_by_text("Op deze pagina").click()
    link.click()

    expect(page).to_have_url(re.compile(r"#mensen-toerusten$"))


def test_the_contents_of_a_page_stay_beside_it_where_there_is_room(phase_in_window):
    page, contents = phase_in_window(1280, 900)
    last = contents.get_by_role("link", name="Hulpmiddelen")
    expect(last).to_be_in_viewport()

    contents.get_by_text("Op deze pagina").click(force=True)  # where a narrow screen has a button
    page.mouse.wheel(0, 4000)

    expect(page.get_by_text("Doel.", exact=True)).not_to_be_in_viewport()
    expect(last).to_be_in_viewport()


@pytest.mark.parametrize(
    ("query", "where"),
    [
        ("leerplicht", "naslag/partners.html#leerplicht"),
        ("DPIA", "fasen/plan-van-aanpak.html#gegevens-regelen"),
        ("oudertraining", "naslag/maatregelen.html"),
        ("wijkagent", "naslag/partners.html#politie"),
        ("verantwoordelijkheid", "naslag/partners.html"),
    ],
)
def test_search_finds(page, address, query, where):
    page.goto(address)
    page.get_by_label("Zoeken").type(query)

    results = page.locator(".zoek__lijst a")
    results.first.wait_for()

    hrefs = [link.get_attribute("href") for link in results.all()]
    assert any(where in href for href in hrefs), hrefs


def test_a_found_section_opens_from_a_page_deeper_down(page, address):
    page.goto(address + "over/besluiten/index.html")
    page.get_by_label("Zoeken").type("startopdracht")
    page.locator(".zoek__lijst a").first.click()

    assert page.locator("h1").is_visible()
    assert "404" not in page.title()


@pytest.mark.parametrize(
    ("query", "english"),
    [
        ("peer groups", "When interventions harm: Peer groups and problem behavior"),
        ("childhood aggression", "Childhood aggression: a synthesis of reviews and meta-analyses"),
    ],
)
def test_a_result_is_read_aloud_in_the_language_of_its_words(page, address, gids, query, english):
    """WCAG 3.1.2: a title that is not Dutch, also when cut, and not the words around it."""
    page.goto(address)
    page.get_by_label("Zoeken").type(query)
    result = page.locator(".zoek__lijst li").first
    marked = result.locator("[lang=en]")

    expect(marked).to_contain_text(english)
    assert any(marked.text_content() in bron.titel for bron in gids.bronnen.bronnen)
    assert result.text_content() != marked.text_content()


def test_search_says_in_words_that_it_found_nothing(page, address):
    page.goto(address)
    page.get_by_label("Zoeken").type("xyzzyquux")

    status = page.get_by_role("status")
    status.filter(has_text="Niets gevonden").wait_for()


def test_a_term_is_explained_by_keyboard_and_closes_with_escape(page, address):
    page.goto(address + "fasen/plan-van-aanpak.html")
    button = page.locator("button.begrip").first
    explanation = page.locator(f"#{button.get_attribute('popovertarget')}")
    assert not explanation.is_visible()

    button.focus()
    page.keyboard.press("Enter")
    assert explanation.is_visible()
    page.keyboard.press("Escape")

    assert not explanation.is_visible()
    assert page.evaluate("document.activeElement.className") == "begrip"


def test_a_term_is_explained_by_touch(new_page, address):
    page = new_page(viewport={"width": 390, "height": 844}, has_touch=True)
    page.goto(address + "fasen/plan-van-aanpak.html")
    button = page.locator("button.begrip").first

    button.tap()

    assert page.locator(f"#{button.get_attribute('popovertarget')}").is_visible()


def test_everything_is_there_without_javascript(new_page, address, gids):
    page = new_page(java_script_enabled=False)
    page.goto(address + "checklists/uitvoering.html")

    assert page.get_by_role("checkbox").count() == len(list(gids.fase("uitvoering").punten()))
    assert page.get_by_role("searchbox").count() == 0
    page.get_by_role("checkbox").first.check()
    assert page.get_by_role("checkbox").first.is_checked()
    page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name="Naslag").click()
    expect(page.get_by_role("heading", level=1, name="Naslag")).to_be_visible()
    page.goto(address + "fasen/uitvoering.html")
    page.locator("button.begrip").first.click()
    assert page.locator(".uitleg:popover-open").is_visible()


def test_the_guide_works_from_a_folder(new_page, site):
    page = new_page()
    page.goto((site / "index.html").as_uri())
    page.get_by_role("link", name="2. Plan van aanpak").first.click()
    expect(page).to_have_url(re.compile(r"plan-van-aanpak\.html$"))
    page.get_by_label("Zoeken").type("stromentabel")
    page.locator(".zoek__lijst a").first.click()

    expect(page).not_to_have_url(re.compile(r"plan-van-aanpak\.html$"))
    assert page.url.startswith("file://")
    expect(page.locator("h1")).to_be_visible()


def test_the_site_keeps_nothing(new_page, address, site):
    page = new_page()
    for path in sorted(site.rglob("*.html")):
        page.goto(address + path.relative_to(site).as_posix())
        kept = page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]")
        assert kept == [0, 0, ""]
