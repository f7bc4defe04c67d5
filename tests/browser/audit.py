"""Two engines that look for barriers: axe-core and, independent of it, IBM Equal Access."""

import functools
import subprocess
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

import axe_playwright_python
import deno

HERE = Path(__file__).parent
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
RUN_AXE = """() => axe.run(document, {
    resultTypes: ['violations'],
    runOnly: { type: 'rule', values: axe.getRules().map((rule) => rule.ruleId) },
})"""
RUN_ACE = """async () => {
    const report = await new ace.Checker().check(document, ['IBM_Accessibility', 'WCAG_2_2']);
    return report.results.filter((result) => result.value[1] !== 'PASS')
        .map(({ ruleId, value, message, snippet }) => ({ ruleId, value, message, snippet }));
}"""
LANES = 2
"""So many pages are looked at at once: each has a process of its own, and CI has two cores."""

ANSWERED = {
    "element_attribute_deprecated": "`start` on `ol` is in the HTML standard; the HTML validator agrees. Tip 7 is tip 7 on the second sheet too.",
    "list_structure_proper": "The HTML standard allows a `div` around each `dt` with its `dd`; the HTML validator agrees.",
    "download_keyboard_controllable": "Asks a human. test_a_download_starts_by_keyboard_and_keeps_its_place.",
    "style_highcontrast_visible": "Asks a human. axe runs in forced colours, and test_forced_colours_keep_what_colour_said.",
    "style_color_misuse": "Asks a human. Phases have a number, links a line, states a word: test_forced_colours_keep_what_colour_said.",
    "style_viewport_resizable": "Asks a human. test_zoom_and_larger_letters_cost_nothing.",
    "element_tabbable_visible": "Asks a human. test_the_skip_link_is_the_first_stop_and_arrives sees it come into view.",
    "element_tabbable_unobscured": "Asks a human. test_focus_goes_through_the_page_in_order_and_in_sight.",
    "style_focus_visible": "Asks a human. test_focus_goes_through_the_page_in_order_and_in_sight.",
    "form_submit_button_exists": "Search answers while a reader types, and Enter answers as well; a button would do nothing.",
    "text_block_heading": "Asks a human. What is left names one list or says one line under a heading; nothing comes below it.",
    "text_sensory_misuse": "The word ‘Extra’ in the definition of a term; it points nowhere on the screen.",
}
"""What the second engine still says, and why that is not a barrier. No rule is switched off."""


def findings(page):
    """Return what axe objects to; every rule is on: best practices, AAA and experimental too."""
    return _axe(page.evaluate(RUN_AXE))


def second_findings(page):
    """Return what the second engine objects to or asks, also what is answered."""
    return _ace(page.evaluate(RUN_ACE))


def survey(open_page, address, names, run):
    """Return what an engine finds on each page, for the pages where it finds something."""
    lanes = [open_page() for _ in range(LANES)]
    found = {}
    for start in range(0, len(names), LANES):
        batch = list(zip(lanes, names[start : start + LANES], strict=False))
        for page, name in batch:
            page.goto(address + name)
            page.evaluate(f"() => {{ globalThis.findings = ({run})() }}")
        for page, name in batch:
            result = page.evaluate("globalThis.findings")
            found[name] = _axe(result) if run is RUN_AXE else _ace(result)
    return {name: problems for name, problems in found.items() if problems}


def _axe(result):
    return [(v["id"], v["nodes"][0]["html"][:160], len(v["nodes"])) for v in result["violations"]]


def _ace(result):
    return sorted({(r["ruleId"], r["value"][1], r["message"], r["snippet"][:160]) for r in result})


@functools.cache
def ace():
    """Return the second engine as a script; Deno fetches it and holds it to its hash."""
    command = [deno.find_deno_bin(), "run", "--quiet", "--no-config", "--frozen"]
    lock = f"--lock={HERE / 'deno.lock'}"
    done = subprocess.run(
        [*command, lock, HERE / "ace.ts"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    path = Path(url2pathname(urlsplit(done.stdout.strip()).path))
    return path.read_text(encoding="utf-8") + "\nglobalThis.ace = ace;"
