"""No page and no state has a finding of two engines: every rule, every look, every width."""

import functools

import pytest

from tests.browser.audit import (
    ANSWERED,
    AXE,
    RUN_ACE,
    RUN_AXE,
    ace,
    findings,
    second_findings,
    survey,
)
from tests.browser.states import STATES

EVERYWHERE = [(1280, "light"), (320, "dark")]
"""The looks in which axe sees all pages."""

SAMPLE = [(390, "light"), (768, "dark"), (1280, "forced light"), (320, "forced dark")]
"""The looks in which it sees one page of each kind: another width or palette, the same parts."""

STATE_LOOKS = [(1280, "light"), (320, "dark")]
"""The looks in which it sees every state."""

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


def look(width, scheme):
    """Return the options of a browser that looks so; `forced` is the high contrast of Windows."""
    forced, _, last = scheme.rpartition(" ")
    options = {"viewport": {"width": width, "height": 900}, "color_scheme": last}
    # An engine writes into the page, which the policy of the site rightly forbids, and it
    # measures colours, which should not be halfway from one to another.
    options |= {"bypass_csp": True, "reduced_motion": "reduce"}
    return options | ({"forced_colors": "active"} if forced else {})


def names(site):
    return [path.relative_to(site).as_posix() for path in sorted(site.rglob("*.html"))]


@pytest.fixture
def seen_by(new_page):
    """Open pages that hold an engine."""

    def seen_by(script, width=1280, scheme="light"):
        page = new_page(**look(width, scheme))
        page.add_init_script(script)
        return page

    return seen_by


def unanswered(problems):
    return [problem for problem in problems if problem[0] not in ANSWERED]


def visits(paths):
    """Return the visits to pages, by the name of the page."""
    return {name: functools.partial(_go, name) for name in paths}


def _go(name, page, address):
    page.goto(address + name)


@pytest.mark.parametrize(("width", "scheme"), EVERYWHERE)
def test_no_page_has_a_finding(seen_by, address, site, width, scheme):
    found = survey(lambda: seen_by(AXE, width, scheme), address, visits(names(site)), RUN_AXE)

    assert found == {}


@pytest.mark.parametrize(("width", "scheme"), SAMPLE)
def test_no_kind_of_page_has_a_finding_in_another_look(seen_by, address, width, scheme):
    found = survey(lambda: seen_by(AXE, width, scheme), address, visits(KINDS), RUN_AXE)

    assert found == {}


@pytest.mark.parametrize(("width", "scheme"), STATE_LOOKS)
def test_no_state_has_a_finding(seen_by, address, width, scheme):
    found = survey(lambda: seen_by(AXE, width, scheme), address, STATES, RUN_AXE)

    assert found == {}


def test_the_second_engine_has_nothing_left_to_ask(seen_by, address, site):
    found = survey(lambda: seen_by(ace()), address, visits(names(site)), RUN_ACE)
    found |= survey(lambda: seen_by(ace(), 390, "dark"), address, STATES, RUN_ACE)

    assert {name: rest for name, all_ in found.items() if (rest := unanswered(all_))} == {}
    said = {problem[0] for problems in found.values() for problem in problems}
    assert set(ANSWERED) - said == set(), "an answer that nothing asks for may go"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_preview_of_a_print_has_no_finding(seen_by, address, scheme):
    page = seen_by(AXE, 1280, scheme)
    page.goto(address + "checklists/uitvoering.html")
    page.emulate_media(media="print")

    assert findings(page) == []


def test_both_engines_do_find_what_is_wrong(seen_by, address):
    page = seen_by(AXE + ace())
    page.goto(address + "index.html")
    page.evaluate(
        "document.querySelector('h1').insertAdjacentHTML('afterend', '<img src=\"data:,\">')"
    )

    assert [id_ for id_, _, _ in findings(page)] == ["image-alt"]
    assert [problem[0] for problem in unanswered(second_findings(page))] == ["img_alt_valid"]
