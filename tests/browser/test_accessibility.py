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

LOOKS = (
    (findings, 1280, "forced light"),
    (findings, 768, "dark"),
    (findings, 390, "light"),
    (findings, 320, "forced dark"),
)
"""The widths and colours in which axe sees every page and every state.

The parts of a page follow its width, their colours the scheme: every width and every scheme is
seen.
"""

ON_PAGES = (*LOOKS, (second_findings, 1280, "light"))
IN_STATES = (*LOOKS, (second_findings, 390, "dark"))
"""The second engine comes after, on the same page: bringing it there takes seconds."""

PARTS = 8
"""So that no process gets all of the work, and none has much of it left when the others are done."""


def names(site):
    return [path.relative_to(site).as_posix() for path in sorted(site.rglob("*.html"))]


@pytest.fixture
def seen(new_page):
    """Open pages that hold both engines."""

    def seen():
        # An engine writes into the page, which the policy of the site rightly forbids, and it
        # measures colours, which should not be halfway from one to another.
        page = new_page(
            viewport={"width": 1280, "height": 900}, bypass_csp=True, reduced_motion="reduce"
        )
        page.add_init_script(AXE + ace())
        return page

    return seen


def unanswered(problems):
    return [problem for problem in problems if problem[0] not in ANSWERED]


def visits(paths):
    """Return the visits to pages, by the name of the page."""
    return {name: functools.partial(_go, name) for name in paths}


def _go(name, page, address):
    page.goto(address + name)


@pytest.fixture
def keep(shared):
    """Keep what is asked in a part, and hold our answers to it once all parts are there."""
    folder = shared / "gevraagd"
    folder.mkdir(exist_ok=True)

    def keep(part, found):
        unfinished = folder / f".{part}"
        said = {problem[0] for problems in found.values() for problem in problems}
        unfinished.write_text("\n".join(said), encoding="utf-8")
        unfinished.rename(folder / part)
        if len(parts := list(folder.glob("[ps]*"))) == 2 * PARTS:
            everything = {rule for one in parts for rule in one.read_text(encoding="utf-8").split()}
            assert set(ANSWERED) <= everything, "an answer that nothing asks for may go"

    return keep


@pytest.mark.parametrize("part", range(PARTS))
def test_no_page_has_a_finding(seen, address, site, keep, part):
    pages = visits(names(site)[part::PARTS])

    found = survey(seen, address, pages, ON_PAGES)

    assert {where: rest for where, all_ in found.items() if (rest := unanswered(all_))} == {}
    keep(f"p{part}", found)


@pytest.mark.parametrize("part", range(PARTS))
def test_no_state_has_a_finding(seen, address, keep, part):
    states = dict(list(STATES.items())[part::PARTS])

    found = survey(seen, address, states, IN_STATES)

    assert {where: rest for where, all_ in found.items() if (rest := unanswered(all_))} == {}
    keep(f"s{part}", found)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_preview_of_a_print_has_no_finding(seen, address, scheme):
    page = seen()
    page.goto(address + "checklists/uitvoering.html")
    page.emulate_media(media="print", color_scheme=scheme)

    assert findings(page) == []


def test_both_engines_do_find_what_is_wrong(seen, address):
    page = seen()
    page.goto(address + "index.html")
    page.evaluate(
        "document.querySelector('h1').insertAdjacentHTML('afterend', '<img src=\"data:,\">')"
    )

    assert [id_ for id_, _, _ in findings(page)] == ["image-alt"]
    assert [problem[0] for problem in unanswered(second_findings(page))] == ["img_alt_valid"]
