"""What a visit costs in a real browser: what is fetched, what comes first, and that nothing jumps."""

import time
from pathlib import Path

import material
import pytest

from scripts.bench import BUDGETS, first_visit
from tests.browser.waiting import eventually

WATCH = """() => {
    window.shifts = []; window.largest = null;
    new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
            shifts.push([entry.value, ...entry.sources.map((s) => s.node?.outerHTML?.slice(0, 80))]);
    }).observe({ type: 'layout-shift', buffered: true });
    new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) largest = entry.element?.tagName;
    }).observe({ type: 'largest-contentful-paint', buffered: true });
}"""
TEXT = {"P", "H1", "H2", "H3", "LI", "A", "SPAN", "STRONG", "TD", "DD", "DT", "LABEL", "DIV"}

# What a reader sees of every element: where it stands, and how it looks.
SEEN = """() => [...document.querySelectorAll('body, body *')].map((e) => {
    const box = e.getBoundingClientRect(), s = getComputedStyle(e);
    return [e.tagName, box.x, box.y, box.width, box.height, s.color, s.backgroundColor, s.font,
        s.textDecorationLine, s.display, s.visibility, s.opacity, s.borderTopWidth, s.listStyleType,
        s.letterSpacing, s.textAlign, s.boxShadow, s.outlineStyle].join(' ');
})"""


@pytest.mark.parametrize("name", BUDGETS)
def test_a_first_visit_fetches_what_the_budget_counts(new_page, address, site, name):
    page = new_page(viewport={"width": 390, "height": 844})
    asked = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(address)))
    page.goto(address + name, wait_until="networkidle")

    counted = {path.relative_to(site).as_posix() for path in first_visit(site, name)}
    assert set(asked) <= counted
    assert len(asked) == len(set(asked))


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("name", BUDGETS)
def test_text_comes_first_and_nothing_jumps(new_page, address, name, width):
    page = new_page(viewport={"width": width, "height": 844})
    page.add_init_script(f"({WATCH})()")
    # Scripts come late, as on a slow line: what is read by then must stay where it is.
    page.route("**/*.js", lambda route: (time.sleep(0.2), route.continue_()))
    page.goto(address + name, wait_until="networkidle")
    eventually(page, "largest !== null")

    assert page.evaluate("shifts.filter(([size]) => size >= 0.001)") == []
    assert page.evaluate("largest") in TEXT


@pytest.mark.parametrize(("width", "media"), [(1280, "screen"), (390, "screen"), (794, "print")])
def test_a_page_looks_the_same_with_the_whole_style_of_the_theme(new_page, address, width, media):
    """What lean.py leaves out was not in use."""
    (whole,) = Path(material.__file__).parent.glob("templates/assets/stylesheets/main.*.min.css")
    lean = new_page(viewport={"width": width, "height": 900}, reduced_motion="reduce")
    full = new_page(viewport={"width": width, "height": 900}, reduced_motion="reduce")
    full.route("**/thema.*.css", lambda route: route.fulfill(path=whole, content_type="text/css"))
    for name in (*BUDGETS, "over/redactie.html", "naslag/maatregelen.html"):
        seen = []
        for page in (lean, full):
            page.goto(address + name)
            page.emulate_media(media=media)
            seen.append(page.evaluate(SEEN))

        assert seen[0] == seen[1], name
