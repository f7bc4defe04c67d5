"""Zoomed, in larger letters, for fingers, in forced colours and without motion it stays whole."""

import pytest

from tests.browser.conftest import BROWSER
from tests.browser.test_accessibility import names

KINDS = (
    "404.html",
    "index.html",
    "factsheet.html",
    "downloads.html",
    "fasen/index.html",
    "fasen/uitvoering.html",
    "checklists/index.html",
    "checklists/uitvoering.html",
    "dossier/index.html",
    "naslag/maatregelen.html",
    "naslag/begrippen.html",
    "naslag/wetten-in-beweging.html",
    "over/techniek.html",
    "over/besluiten/index.html",
)
"""One page of each kind."""

# Boxes that hide what does not fit in them, or make a reader scroll sideways for the end of a
# word; text for screen readers only is meant to be hidden, and in a field of one line the words
# that a reader typed move along with the caret.
CUT = """() => [...document.querySelectorAll('body, body *')].filter((e) => {
    const style = getComputedStyle(e);
    const wide = e.scrollWidth > e.clientWidth + 1 && style.overflowX !== 'visible';
    const tall = e.scrollHeight > e.clientHeight + 1
        && /hidden|clip/.test(style.overflowX + style.overflowY);
    return (wide || tall) && !(e instanceof SVGElement) && !e.closest('.alleen-hoorbaar')
        && !(e.localName === 'input' && e.value)
        && style.position !== 'absolute' && e.clientWidth > 1;
}).map((e) => e.outerHTML.slice(0, 120))"""

# How much of the window is covered by what stays in place while the page scrolls.
COVERED = """() => [...document.querySelectorAll('body *')]
    .filter((e) => /fixed|sticky/.test(getComputedStyle(e).position) && e.checkVisibility())
    .map((e) => e.getBoundingClientRect())
    .filter((box) => box.width >= innerWidth * 0.9)
    .reduce((sum, box) => sum + box.height, 0) / innerHeight"""

# WCAG 2.2, 2.5.8: 24 by 24 pixels, or a circle of 24 pixels round it that touches no other
# target, or a link within a line of text, or a box whose own label is large enough.
SMALL = """(least) => {
    const seen = [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
        .filter((e) => e.checkVisibility({ visibilityProperty: true }) && !e.disabled)
        .map((e) => ({ e, box: e.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 1 && box.bottom > 0);
    const inline = (e) => {
        let block = e;
        while (getComputedStyle(block).display.startsWith('inline')) block = block.parentElement;
        return block !== e && block.textContent.trim() !== e.textContent.trim();
    };
    const labelled = (e) => [...(e.labels ?? [])].some((label) => {
        const box = label.getBoundingClientRect();
        return box.width >= least && box.height >= least;
    });
    const large = ({ box }) => box.width >= least && box.height >= least;
    const touches = (a, b) => {
        const x = a.box.x + a.box.width / 2, y = a.box.y + a.box.height / 2;
        const dx = Math.max(b.box.left - x, 0, x - b.box.right);
        const dy = Math.max(b.box.top - y, 0, y - b.box.bottom);
        return Math.hypot(dx, dy) < 12;
    };
    return seen.filter((a) => !large(a) && !inline(a.e) && !labelled(a.e)
        && (least > 24 || seen.some((b) => b !== a && touches(a, b))))
        .map(({ e, box }) => `${Math.round(box.width)}x${Math.round(box.height)} ${e.outerHTML.slice(0, 90)}`);
}"""

MAIN = (
    ".kop__naam, .hoofdmenu a, .deelmenu a, .inhoudsopgave summary, .inhoudsopgave a, "
    ".faseweg a, .verder a, .zoek__veld, .zoek__lijst a, "
    ".knop, .bestanden a, .stap__punten a, .stappenlijst a, .stapnamen a, .letters a, .voet li a, "
    ".deur li a, .snel a, .punt > label, .uitleg button, .dknop, .veld select, .uitklap > summary"
)
"""What a reader taps to go somewhere or to do something."""


# What lies beside the window at the left: nobody can scroll there, and no page gets wider by it.
OUT_OF_REACH = """() => [...document.querySelectorAll('body *')].filter((e) =>
    e.checkVisibility({ visibilityProperty: true }) && !e.closest('.alleen-hoorbaar, .overslaan')
    && e.getBoundingClientRect().width > 1 && e.getBoundingClientRect().left < -1
).map((e) => e.outerHTML.slice(0, 120))"""

SPACING = (
    "* { line-height: 1.5 !important; letter-spacing: 0.12em !important;"
    " word-spacing: 0.16em !important } p { margin-bottom: 2em !important }"
)
"""WCAG 2.2, 1.4.12: line 1.5, paragraphs 2, letters 0.12 and words 0.16 times the size."""


def lost(page):
    """Return what of a page no reader can see or reach."""
    wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    return [
        *(["wider than the window"] if wide else []),
        *page.evaluate(CUT),
        *page.evaluate(OUT_OF_REACH),
    ]


@pytest.mark.parametrize("times", [2, 4])
def test_zoom_costs_nothing(new_page, address, site, times):
    """WCAG 1.4.4, 1.4.10: a zoom divides the window of 1280 by 900; nothing may be cut or cover."""
    window = {"width": 1280 // times, "height": 900 // times}
    page = new_page(viewport=window, device_scale_factor=times)
    wrong = {}
    for name in names(site):
        page.goto(address + name)
        covered = page.evaluate(COVERED)
        if lost(page) or covered > 0.34:
            wrong[name] = (lost(page), covered)

    assert wrong == {}


def test_every_explanation_can_be_read_whole_at_400_percent(new_page, address, site):
    """WCAG 1.4.10: a window of 1280 by 1024, four times as large; what does not fit can be scrolled."""
    page = new_page(viewport={"width": 320, "height": 256})
    out_of_reach = []
    for name in names(site):
        page.goto(address + name)
        for note in page.locator(".uitleg").all():
            note.evaluate("(note) => note.showPopover()")
            box = note.bounding_box()
            scrolls = note.evaluate("(note) => getComputedStyle(note).overflowY === 'auto'")
            if box["y"] < 0 or box["y"] + box["height"] > 256 or not scrolls:
                out_of_reach.append((name, note.get_attribute("id"), box))

    assert out_of_reach == []


def test_letters_twice_as_large_cost_nothing(browser, address):
    """WCAG 1.4.4, for who enlarges only the letters, in the settings of the browser."""
    large = browser.browser_type.launch(
        executable_path=BROWSER, args=["--blink-settings=defaultFontSize=32"]
    )
    page = large.new_page(viewport={"width": 1280, "height": 900})
    wrong = {}
    for name in KINDS:
        page.goto(address + name)
        if found := lost(page):
            wrong[name] = found
    size = page.evaluate("getComputedStyle(document.documentElement).fontSize")
    large.close()

    assert size == "32px"
    assert wrong == {}


def test_no_page_scrolls_sideways_at_320_pixels(new_page, address, site):
    page = new_page(viewport={"width": 320, "height": 640})
    wide = []
    for name in names(site):
        page.goto(address + name)
        if page.evaluate("document.documentElement.scrollWidth > 320"):
            wide.append(name)

    assert wide == []


@pytest.mark.parametrize("width", [1280, 640, 320])
def test_nothing_is_cut_when_a_reader_widens_the_text_spacing(new_page, address, site, width):
    page = new_page(viewport={"width": width, "height": 900}, bypass_csp=True)
    wrong = {}
    for name in names(site):
        page.goto(address + name)
        page.add_style_tag(content=SPACING)
        if found := lost(page):
            wrong[name] = found

    assert wrong == {}


@pytest.mark.parametrize("width", [1280, 390])
def test_every_target_can_be_hit(new_page, address, site, width):
    page = new_page(viewport={"width": width, "height": 900})
    small = {}
    for name in names(site):
        page.goto(address + name)
        found = page.evaluate(SMALL, 24)
        if found:
            small[name] = found

    assert small == {}


def test_what_a_finger_taps_is_44_pixels_high(new_page, address):
    page = new_page(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    small = {}
    for name in KINDS:
        page.goto(address + name)
        found = page.locator(MAIN).evaluate_all(
            "(all) => all.filter((e) => e.checkVisibility())"
            ".map((e) => [e.getBoundingClientRect().height, e.outerHTML.slice(0, 90)])"
            ".filter(([height]) => height < 44 - 0.5)"
        )
        if found:
            small[name] = found

    assert small == {}


def test_forced_colours_keep_what_colour_said(new_page, address):
    """Who picks the colours of the whole computer still sees edges, places and the cycle."""
    page = new_page(viewport={"width": 1280, "height": 900}, forced_colors="active")
    page.goto(address + "fasen/uitvoering.html")

    def line(selector):
        return page.locator(selector).first.evaluate(
            "(e) => { const s = getComputedStyle(e);"
            " return [s.borderBottomStyle, parseFloat(s.borderBottomWidth) > 0] }"
        )

    for selector in (".hoofdmenu a.actief", ".deelmenu a[aria-current]", ".fasekop", ".code"):
        assert line(selector) == ["solid", True], selector
    underlined = page.locator(".stap p a").first.evaluate(
        "(e) => getComputedStyle(e).textDecorationLine"
    )
    assert underlined == "underline"


def test_who_wants_no_motion_sees_none(new_page, address):
    page = new_page(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    moving = {}
    for name in KINDS:
        page.goto(address + name)
        page.evaluate("document.querySelectorAll('article a').forEach((a) => a.focus())")
        found = page.evaluate(
            "() => [document.getAnimations().length,"
            " getComputedStyle(document.documentElement).scrollBehavior,"
            " [...document.querySelectorAll('*')].filter((e) => {"
            "   const s = getComputedStyle(e);"
            "   return s.animationName !== 'none' || /[1-9]/.test(s.transitionDuration) }).length]"
        )
        if found != [0, "auto", 0]:
            moving[name] = found

    assert moving == {}
