"""A first visit stays light, and the site ships nothing that no page asks for."""

import re

import pytest

from scripts.bench import BUDGETS, MOST_REQUESTS, first_visit, gzipped


@pytest.mark.parametrize("name", BUDGETS)
def test_a_first_visit_stays_within_its_budget(site, name):
    files = first_visit(site, name)

    assert sum(map(gzipped, files)) <= BUDGETS[name]
    assert len(files) <= MOST_REQUESTS


def test_every_page_has_no_more_requests_than_the_pages_with_a_budget(site):
    for path in site.rglob("*.html"):
        if path.name != "404.html":
            assert len(first_visit(site, path.relative_to(site).as_posix())) <= MOST_REQUESTS


def test_the_site_ships_no_script_or_style_that_no_page_asks_for(site):
    asked = " ".join(
        path.read_text(encoding="utf-8")
        for path in (*site.rglob("*.html"), *(site / "assets" / "gemaakt").glob("*.js"))
    )
    shipped = [path for folder in ("assets", "search") for path in (site / folder).rglob("*.*")]

    assert [path.name for path in shipped if path.name not in asked] == []


def test_the_style_of_the_theme_is_named_after_what_is_in_it(site):
    (sheet,) = (site / "assets" / "stylesheets").iterdir()

    assert re.fullmatch(r"thema\.[0-9a-f]{8}\.css", sheet.name)
    assert gzipped(sheet) < 4_500


def test_the_style_of_the_theme_holds_no_picture(site):
    (sheet,) = (site / "assets" / "stylesheets").iterdir()

    assert "data:" not in sheet.read_text(encoding="utf-8")
