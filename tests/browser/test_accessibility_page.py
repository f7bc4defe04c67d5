"""The page on accessibility states the figures of these tests, and no older ones."""

import datetime
import re
from pathlib import Path

import pytest

from tests.browser.audit import ANSWERED, AXE, RULES_ACE, RULES_AXE, ace
from tests.browser.states import STATES
from tests.browser.test_accessibility import LOOKS, names
from tests.browser.wcag import ABSENT, CRITERIA, TESTED, as_markdown, named_tests, table

TESTS = Path(__file__).parents[1]
ABOUT = TESTS.parent / "docs" / "over"
PAGE, DEVELOPERS = ABOUT / "toegankelijkheid.md", ABOUT / "techniek.md"
START, END = "<!-- gemeten -->\n", "<!-- einde -->"

ADDED = {"A": {"3.2.6", "3.3.7"}, "AA": {"2.4.11", "2.5.7", "2.5.8", "3.3.8"}}
"""What WCAG 2.2 added to the fifty criteria of 2.1; it took 4.1.1 away."""
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
            (pages + len(STATES)) * len(LOOKS),
        ),
        ("Meldingen van axe-core", 0),
        (
            "Soorten vragen en meldingen van IBM Equal Access met een antwoord hieronder",
            len(ANSWERED),
        ),
        ("Zonder antwoord", 0),
    ]
    counts = table("Aantallen bij deze meting", ("Wat", "Aantal"), rows)
    answers = table(
        "Wat IBM Equal Access nog vraagt of meldt, met ons antwoord",
        ("Vraag of melding", "Ons antwoord"),
        ((f"`{rule}`", answer) for rule, answer in ANSWERED.items()),
    )
    return f"{counts}\n{answers}"


def test_the_page_states_the_figures_of_these_tests(figures, request):
    before, rest = PAGE.read_text(encoding="utf-8").split(START)
    stated, after = rest.split(END)
    date, _, tables = stated.partition("\n\n")
    if request.config.getoption("--update-golden") and tables != figures + "\n":
        date = f"Gemeten op {TODAY}."
        tables = figures + "\n"
        PAGE.write_text(f"{before}{START}{date}\n\n{tables}{END}{after}", encoding="utf-8")

    assert re.fullmatch(r"Gemeten op \d\d-\d\d-20\d\d\.", date)
    assert tables == figures + "\n"


def test_every_criterion_of_the_standard_is_answered_once():
    numbers = {level: [c.number for c in CRITERIA if c.level == level] for level in ADDED}

    assert {level: len(found) for level, found in numbers.items()} == {"A": 31, "AA": 24}
    for level, added in ADDED.items():
        assert len(set(numbers[level])) == len(numbers[level])
        assert added <= set(numbers[level])
    assert "4.1.1" not in numbers["A"]
    order = [[int(part) for part in c.number.split(".")] for c in CRITERIA]
    assert order == sorted(order)


@pytest.mark.parametrize("criterion", CRITERIA, ids=lambda c: c.number)
def test_what_is_called_tested_has_a_test(criterion):
    assert criterion.outcome != TESTED or criterion.tests
    for test in criterion.tests:
        module, _, function = test.partition("::")
        assert f"def {function}(" in (TESTS / f"{module}.py").read_text(encoding="utf-8")


def test_what_does_not_occur_is_not_in_the_site(site):
    absent = {c.number for c in CRITERIA if c.outcome == ABSENT}
    html = " ".join(path.read_text(encoding="utf-8") for path in site.rglob("*.html"))

    assert {"1.2.1", "1.4.2", "3.3.8"} <= absent
    for tag in ("<video", "<audio", "<track", "<iframe", "<marquee", 'type="password"'):
        assert tag not in html


@pytest.mark.parametrize(
    ("page", "part", "listed"),
    [(PAGE, "criteria", as_markdown()), (DEVELOPERS, "tests per eis", named_tests())],
    ids=["outcomes", "tests"],
)
def test_a_page_lists_the_criteria_as_they_are_here(request, page, part, listed):
    start, end = f"<!-- {part} -->\n", f"<!-- einde {part} -->"
    before, rest = page.read_text(encoding="utf-8").split(start)
    stated, after = rest.split(end)
    expected = f"\n{listed}\n"
    if request.config.getoption("--update-golden"):
        stated = expected
        page.write_text(f"{before}{start}{stated}{end}{after}", encoding="utf-8")

    assert stated == expected
