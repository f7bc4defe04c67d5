"""No page has a finding of axe-core: every rule, light and dark, wide and narrow."""

from pathlib import Path

import axe_playwright_python
import pytest

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
RUN = """() => axe.run(document, {
    resultTypes: ['violations'],
    runOnly: { type: 'rule', values: axe.getRules().map((rule) => rule.ruleId) },
})"""


def findings(page):
    """Return what axe objects to; every rule is on: best practices, AAA and experimental too."""
    result = page.evaluate(RUN)
    return [(v["id"], v["nodes"][0]["html"][:160], len(v["nodes"])) for v in result["violations"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_no_page_has_a_finding(new_page, address, site, width, scheme):
    page = new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page.add_init_script(AXE)
    found = {}
    for path in sorted(site.rglob("*.html")):
        name = path.relative_to(site).as_posix()
        page.goto(address + name)
        problems = findings(page)
        if problems:
            found[name] = problems

    assert found == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_open_explanation_and_search_have_no_finding(new_page, address, scheme):
    page = new_page(viewport={"width": 1280, "height": 900}, color_scheme=scheme)
    page.add_init_script(AXE)
    page.goto(address + "fasen/plan-van-aanpak.html")

    page.locator("button.begrip").first.click()
    explained = findings(page)
    page.keyboard.press("Escape")
    page.get_by_label("Zoeken").fill("ouders")
    page.get_by_role("listitem").filter(has_text="ouders").first.wait_for()
    searched = findings(page)

    assert explained == []
    assert searched == []


def test_axe_does_find_what_is_wrong(new_page, address):
    page = new_page(bypass_csp=True)
    page.add_init_script(AXE)
    page.goto(address + "index.html")
    page.evaluate(
        "document.querySelector('h1').insertAdjacentHTML('afterend', '<img src=\"data:,\">')"
    )

    assert [id_ for id_, _, _ in findings(page)] == ["image-alt"]


def test_no_page_scrolls_sideways_at_320_pixels(new_page, address, site):
    page = new_page(viewport={"width": 320, "height": 640})
    wide = []
    for path in sorted(site.rglob("*.html")):
        name = path.relative_to(site).as_posix()
        page.goto(address + name)
        if page.evaluate("document.documentElement.scrollWidth > 320"):
            wide.append(name)

    assert wide == []


@pytest.mark.parametrize("width", [1280, 640, 320])
def test_nothing_is_cut_when_a_reader_widens_the_text_spacing(new_page, address, site, width):
    """WCAG 2.2, 1.4.12: line 1.5, paragraphs 2, letters 0.12 and words 0.16 times the size."""
    page = new_page(viewport={"width": width, "height": 900}, bypass_csp=True)
    wide = []
    for path in sorted(site.rglob("*.html")):
        name = path.relative_to(site).as_posix()
        page.goto(address + name)
        page.add_style_tag(
            content="* { line-height: 1.5 !important; letter-spacing: 0.12em !important;"
            " word-spacing: 0.16em !important } p { margin-bottom: 2em !important }"
        )
        if page.evaluate(f"document.documentElement.scrollWidth > {width}"):
            wide.append(name)

    assert wide == []


def test_the_skip_link_is_the_first_stop_and_arrives(page, address):
    page.goto(address + "fasen/uitvoering.html")

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.id") == "inhoud"


@pytest.mark.parametrize("width", [1280, 390])
def test_every_stop_of_the_keyboard_is_visible(new_page, address, width):
    page = new_page(viewport={"width": width, "height": 900})
    page.goto(address + "checklists/in-kaart-brengen.html")
    stops = page.locator("a[href], button, input").count()
    for _ in range(min(stops, 60)):
        page.keyboard.press("Tab")
        box = page.evaluate(
            "() => { const e = document.activeElement, r = e.getBoundingClientRect(),"
            " s = getComputedStyle(e); return [r.width, r.height, s.outlineStyle, s.outlineWidth, e.outerHTML] }"
        )
        assert box[0] > 1, box
        assert box[1] > 1, box
        assert box[2] == "solid", box
