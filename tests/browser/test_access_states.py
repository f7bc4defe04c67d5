"""What holds in every state of a page: names, headings, links and room. One visit serves them all."""

import re
from itertools import pairwise

from tests.browser.test_access_names import CONTROLS, tree
from tests.browser.test_access_sizes import SPACING, lost


def test_everything_to_use_has_a_name_in_every_state(page_in_state):
    found = [role for role, told in tree(page_in_state) if role in CONTROLS and not told]

    assert found == []


def test_every_state_has_one_title_and_no_heading_skips_a_level(page_in_state):
    levels = page_in_state.locator("h1, h2, h3, h4, h5, h6").evaluate_all(
        "(all) => all.filter((one) => one.checkVisibility()).map((one) => +one.tagName[1])"
    )

    assert levels.count(1) == 1
    assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == []


def test_every_link_that_a_script_makes_leads_somewhere(page_in_state, address, site):
    links = page_in_state.locator("a[href]").evaluate_all("(all) => all.map((one) => one.href)")
    here = {link.partition("?")[0] for link in links if link.startswith(address)}
    dead = []
    for link in here:
        path, _, anchor = link.removeprefix(address).partition("#")
        # The fields of a point are made by script, beside its box.
        anchor = re.sub("^(notitie|reden|trekker)-", "vink-", anchor)
        target = site / (path or "index.html")
        if not target.is_file() or (anchor and f'id="{anchor}"' not in target.read_text("utf-8")):
            dead.append(link)

    assert here
    assert dead == []


def test_no_state_loses_anything_to_zoom_or_wider_text(page_in_state):
    """WCAG 1.4.4, 1.4.10, 1.4.12: as wide as at 150, 200 and 400 %, and then with wider text.

    It stands last, for the state does not get its room back.
    """
    wrong = {}
    for spaced in (False, True):
        if spaced:
            page_in_state.add_style_tag(content=SPACING)
        for width in (853, 640, 320):
            page_in_state.set_viewport_size({"width": width, "height": 600})
            if found := lost(page_in_state):
                wrong[width, spaced] = found

    assert wrong == {}
