"""Text on a page: escaped, linked from where the page stands, terms explained once."""

import shutil
from pathlib import Path

import pytest

from macros.load import load
from macros.prose import Prose

SMALL = Path(__file__).parent / "kleine_gids"


@pytest.fixture
def prose(tmp_path):
    shutil.copytree(SMALL, tmp_path / "checklists")
    return Prose(load(tmp_path / "checklists"), "../")


def test_a_term_is_a_button_the_first_time_only(prose):
    html = prose.explain("Toetsbaar is toetsbaar.")

    assert html == (
        '<button type="button" class="begrip" popovertarget="uitleg-toetsbaar">Toetsbaar</button>'
        " is toetsbaar."
    )
    assert list(prose.explained) == ["toetsbaar"]


def test_part_of_a_word_is_no_term(prose):
    assert prose.explain("ontoetsbaar, toetsbaarheid, toetsbaar-achtig") == (
        "ontoetsbaar, toetsbaarheid, toetsbaar-achtig"
    )


def test_text_cannot_become_markup(prose):
    assert prose.explain('5 < 6 & "7"') == "5 &lt; 6 &amp; &#34;7&#34;"


def test_a_link_starts_at_the_page(prose):
    assert prose.plain("[punt](punt:ki-beeld)") == (
        '<a href="../checklists/kijken.html#vink-ki-beeld">punt</a>'
    )
