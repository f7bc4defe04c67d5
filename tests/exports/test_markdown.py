"""What a reader of the Markdown files may count on, as Python-Markdown reads them."""

import re
from itertools import pairwise

import markdown
import pytest
from lxml import html

from macros.exports import FORMATS
from macros.exports.document import documents
from macros.exports.markdown import escape

from .reading import ROOT, load, squeeze

MARKDOWN = next(format_ for format_ in FORMATS if format_.extension == "md")
GIDS = load(ROOT / "checklists")
DOCUMENTS = [pytest.param(document, id=document.name(GIDS)) for document in documents(GIDS)]


@pytest.fixture(params=DOCUMENTS)
def page(request, written):
    text = written(MARKDOWN, request.param).read_text(encoding="utf-8")
    return html.fromstring(
        f"<body>{markdown.markdown(text, extensions=['tables', 'sane_lists'])}</body>"
    )


def test_headings_follow_each_other_without_jumps(page):
    levels = [int(heading.tag[1]) for heading in page.iter("h1", "h2", "h3", "h4", "h5", "h6")]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == []


def test_every_row_of_a_table_has_all_its_cells(page):
    for table in page.iter("table"):
        assert len({len(row) for row in table.iter("tr")}) == 1


def test_no_sign_of_markup_is_left_over(page):
    assert "**" not in page.text_content()
    assert not re.search(r"\]\(", page.text_content())


@pytest.mark.parametrize(
    "words",
    [
        "# geen kop",
        "- geen lijst",
        "+ geen lijst",
        "1. geen lijst",
        "12) geen lijst",
        "> geen citaat",
        "*geen nadruk*",
        "_geen nadruk_",
        "`geen code`",
        "[geen](link)",
        "&amp; geen teken",
        "a | b",
        "~~weg~~",
    ],
)
def test_words_that_look_like_markup_stay_words(words):
    paragraph = html.fromstring(f"<div>{markdown.markdown(escape(words))}</div>")

    assert squeeze(paragraph.text_content()).replace("\\", "") == squeeze(words)
    assert {element.tag for element in paragraph.iter()} <= {"div", "p"}
