"""A page may call the guide; nothing else between braces runs, and nothing in it hides."""

from pathlib import Path

import pytest

from macros.load import load
from macros.page_rules import check_pages
from macros.pages import MACROS
from macros.problems import InvalidSourceError, Position, Problem

ROOT = Path(__file__).resolve().parent.parent.parent


def problems_of(text, folder):
    page = folder / "docs" / "over" / "pagina.md"
    page.parent.mkdir(parents=True)
    page.write_text(text, encoding="utf-8")
    return [str(problem) for problem in check_pages(folder / "docs", MACROS)]


def test_our_own_pages_only_call_the_guide():
    assert list(check_pages(ROOT / "docs", MACROS)) == []


@pytest.mark.parametrize(
    "text",
    [
        "{{ config }}",
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        '{{ fase("uitvoering").__globals__ }}',
        '{{ fase("uitvoering") ~ config }}',
        "{{fasen()}}",
        '{{ fase("{{ config }}") }}',
        "{% for x in [] %}{% endfor %}",
        "{# weg #}",
        "{{ fase(",
    ],
)
def test_code_that_is_no_call_is_refused_with_its_place(text, tmp_path):
    first, *_ = problems_of(f"---\ntitle: Test\n---\n\nTekst {text}\n", tmp_path)

    assert first.startswith("docs/over/pagina.md:5:7: ‘{")
    assert "schrijf een aanroep" in first


def test_code_in_the_title_of_a_page_is_refused_too(tmp_path):
    (said,) = problems_of('---\ntitle: "{{ config }}"\nrender_macros: false\n---\n', tmp_path)

    assert said.startswith("docs/over/pagina.md:2:9: ")


def test_a_call_of_nothing_gets_the_nearest_name(tmp_path):
    (said,) = problems_of('{{ fassen("uitvoering") }} { #anker }\n', tmp_path)

    assert said == (
        "docs/over/pagina.md:1:1: Het onderdeel ‘fassen’ bestaat niet. Bedoelt u ‘fasen’?"
    )


def test_a_sign_that_nobody_sees_is_refused_with_its_place(tmp_path):
    (said,) = problems_of("Eerst dit.\nDan\u200b dat.\n", tmp_path)

    assert said.startswith(
        "docs/over/pagina.md:2:4: Hier staat een teken dat niemand ziet: U+200B."
    )


def test_mistakes_in_pages_and_in_content_are_told_at_once(tmp_path):
    with pytest.raises(InvalidSourceError) as caught:
        load(tmp_path, [Problem(Position("docs/index.md", 3), "Haal dit weg.")])

    told = str(caught.value)
    assert "docs/index.md:3:1: Haal dit weg." in told
    assert "bronnen.yml" in told
