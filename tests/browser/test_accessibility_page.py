"""The page on accessibility states the figures of these tests, and no older ones."""

import datetime
import re
from pathlib import Path

import pytest

from tests.browser.audit import ANSWERED, AXE, RULES_ACE, RULES_AXE, ace
from tests.browser.states import STATES
from tests.browser.test_accessibility import LOOKS, names

PAGE = Path(__file__).parents[2] / "docs" / "over" / "toegankelijkheid.md"
START, END = "<!-- gemeten -->\n", "<!-- einde -->"
TODAY = datetime.datetime.now(tz=datetime.UTC).strftime("%d-%m-%Y")


@pytest.fixture
def figures(new_page, site):
    page = new_page(bypass_csp=True)
    page.evaluate(AXE + ace())
    axe_version, axe_rules = page.evaluate(RULES_AXE)
    ace_rules = page.evaluate(RULES_ACE)
    pages = len(names(site))
    rows = [
        ("Pagina’s", pages),
        ("Toestanden, zoals zoeken met resultaten of een dossier met alles erin", len(STATES)),
        (f"Regels van axe-core {axe_version}, alle aan", axe_rules),
        ("Regels van IBM Equal Access, voor WCAG 2.2 en de eigen eisen van IBM", ace_rules),
        (
            "Keer dat axe-core een pagina of toestand bekeek, in een ander scherm of andere kleuren",
            (pages + len(STATES)) * sum(map(len, LOOKS.values())),
        ),
        ("Meldingen van axe-core", 0),
        (
            "Soorten vragen en meldingen van IBM Equal Access met een antwoord hieronder",
            len(ANSWERED),
        ),
        ("Zonder antwoord", 0),
    ]
    lines = ["| Wat | Aantal |", "|---|---|", *(f"| {what} | {count} |" for what, count in rows)]
    answers = [f"| `{rule}` | {answer} |" for rule, answer in ANSWERED.items()]
    return "\n".join([*lines, "", "| Vraag of melding | Ons antwoord |", "|---|---|", *answers, ""])


def test_the_page_states_the_figures_of_these_tests(figures, request):
    before, rest = PAGE.read_text(encoding="utf-8").split(START)
    stated, after = rest.split(END)
    date, _, table = stated.partition("\n\n")
    if request.config.getoption("--update-golden") and table != figures + "\n":
        date = f"Gemeten op {TODAY}."
        table = figures + "\n"
        PAGE.write_text(f"{before}{START}{date}\n\n{table}{END}{after}", encoding="utf-8")

    assert re.fullmatch(r"Gemeten op \d\d-\d\d-20\d\d\.", date)
    assert table == figures + "\n"
