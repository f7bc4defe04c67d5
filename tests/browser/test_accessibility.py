"""No page and no state has a finding of two engines: every rule, every look, every width."""

import functools

import pytest

from tests.browser.audit import (
    ANSWERED,
    AXE,
    ace,
    findings,
    second_findings,
    survey,
)
from tests.browser.states import STATES

LOOKS = ((1280, "forced light"), (768, "dark"), (390, "light"), (320, "forced dark"))
"""The widths and colours in which axe sees every page and every state.

The parts of a page follow its width, their colours the scheme: every width and every scheme is
seen. The second engine sees all pages in light at the widest.
"""

PARTS = 8
"""So that no process gets all of the work, and none has much of it left when the others are done."""


def names(site):
    return [path.relative_to(site).as_posix() for path in sorted(site.rglob("*.html"))]


@pytest.fixture
def seen_by(new_page):
    """Open pages that hold an engine."""

    def seen_by(script):
        # An engine writes into the page, which the policy of the site rightly forbids, and it
        # measures colours, which should not be halfway from one to another.
        page = new_page(
            viewport={"width": 1280, "height": 900}, bypass_csp=True, reduced_motion="reduce"
        )
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


@pytest.mark.parametrize("part", range(PARTS))
def test_no_page_has_a_finding(seen_by, address, site, part):
    pages = visits(names(site)[part::PARTS])

    assert survey(lambda: seen_by(AXE), address, pages, findings, LOOKS) == {}


@pytest.mark.parametrize("part", range(PARTS))
def test_no_state_has_a_finding(seen_by, address, part):
    states = dict(list(STATES.items())[part::PARTS])

    assert survey(lambda: seen_by(AXE), address, states, findings, LOOKS) == {}


@pytest.fixture
def asked(shared):
    """A folder of all processes, for what the second engine asks in each part."""
    folder = shared / "gevraagd"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.mark.parametrize("part", range(PARTS))
def test_the_second_engine_has_nothing_left_to_ask(seen_by, address, site, asked, part):
    pages = visits(names(site)[part::PARTS])
    states = dict(list(STATES.items())[part::PARTS])
    found = survey(lambda: seen_by(ace()), address, pages, second_findings, [(1280, "light")])
    found |= survey(lambda: seen_by(ace()), address, states, second_findings, [(390, "dark")])

    assert {name: rest for name, all_ in found.items() if (rest := unanswered(all_))} == {}
    said = {problem[0] for problems in found.values() for problem in problems}
    unfinished = asked / f".{part}"
    unfinished.write_text("\n".join(said), encoding="utf-8")
    unfinished.rename(asked / str(part))
    if len(parts := list(asked.glob("[0-9]"))) == PARTS:
        everything = {rule for one in parts for rule in one.read_text(encoding="utf-8").split()}
        assert set(ANSWERED) <= everything, "an answer that nothing asks for may go"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_preview_of_a_print_has_no_finding(seen_by, address, scheme):
    page = seen_by(AXE)
    page.goto(address + "checklists/uitvoering.html")
    page.emulate_media(media="print", color_scheme=scheme)

    assert findings(page) == []


def test_both_engines_do_find_what_is_wrong(seen_by, address):
    page = seen_by(AXE + ace())
    page.goto(address + "index.html")
    page.evaluate(
        "document.querySelector('h1').insertAdjacentHTML('afterend', '<img src=\"data:,\">')"
    )

    assert [id_ for id_, _, _ in findings(page)] == ["image-alt"]
    assert [problem[0] for problem in unanswered(second_findings(page))] == ["img_alt_valid"]
