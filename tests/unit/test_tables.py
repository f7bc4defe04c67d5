"""A table that an editor writes gets its caption and headings, or a message that says how."""

import pytest
from markdown import markdown

from macros.tables import Tables, check_tables

TABLE = "| Wie | Doet |\n|---|---|\n| De wethouder | tekent |\n"
WITHOUT_CAPTION = (
    "Deze tabel heeft geen bijschrift. Zet er een regel ‘Tabel: …’ boven die zegt wat erin staat, "
    "met een lege regel ertussen."
)
WITHOUT_TABLE = (
    "Onder dit bijschrift staat geen tabel. Zet de tabel er direct onder, met een lege regel "
    "ertussen, of begin de zin niet met ‘Tabel:’."
)


def html(text):
    return markdown(text, extensions=["attr_list", "tables", Tables()]).replace("\n", "")


def problems_of(text):
    return [str(problem) for problem in check_tables(text, "docs/pagina.md")]


def test_a_line_above_a_table_becomes_its_caption_and_first_cells_head_their_rows():
    assert html(f"Tabel: Wie wat *doet*\n\n{TABLE}") == (
        "<table><caption>Wie wat <em>doet</em></caption>"
        '<thead><tr><th scope="col">Wie</th><th scope="col">Doet</th></tr></thead>'
        '<tbody><tr><th scope="row">De wethouder</th><td>tekent</td></tr></tbody></table>'
    )


def test_a_caption_takes_a_class_as_any_paragraph_does():
    caption = "Tabel: Wie wat doet\n{ .alleen-hoorbaar }"

    assert '<caption class="alleen-hoorbaar">Wie wat doet</caption>' in html(
        f"{caption}\n\n{TABLE}"
    )


def test_other_words_above_a_table_stay_where_they_are():
    assert html(f"Dit is de verdeling.\n\n{TABLE}").startswith("<p>Dit is de verdeling.</p><table>")


def test_every_table_in_a_list_or_a_quote_has_its_own_caption():
    quoted = "".join(f"> {line}\n" for line in f"Tabel: Een\n\n{TABLE}".splitlines())

    assert html(f"{quoted}\nTabel: Twee\n\n{TABLE}").count("<table><caption>") == 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"# Kop\n\n{TABLE}", f"docs/pagina.md:3:1: {WITHOUT_CAPTION}"),
        (f"Tabel: Wie\n{TABLE}", f"docs/pagina.md:1:1: {WITHOUT_CAPTION}"),
        (f"Tabel: Wie\n\nEerst dit.\n\n{TABLE}", f"docs/pagina.md:5:1: {WITHOUT_CAPTION}"),
        ("Wie | Doet\n--- | ---\nik | niets\n", f"docs/pagina.md:1:1: {WITHOUT_CAPTION}"),
        ("Tekst.\n\nTabel: Wie\n\nEerst dit.\n", f"docs/pagina.md:3:1: {WITHOUT_TABLE}"),
        ("Tabel: Wie\n", f"docs/pagina.md:1:1: {WITHOUT_TABLE}"),
    ],
)
def test_what_is_missing_gets_its_place_and_remedy(text, said):
    assert said in problems_of(text)


@pytest.mark.parametrize(
    "text",
    [
        f"Tabel: Wie\n\n{TABLE}",
        f"Tabel: Wie\n{{ .alleen-hoorbaar }}\n\n{TABLE}\nTabel: Wie nog meer\n\n{TABLE}",
        f"```text\n{TABLE}```\n",
        "---\ntitle: Een | twee\n---\n\nTekst.\n",
    ],
)
def test_what_is_complete_or_no_table_gets_no_message(text):
    assert problems_of(text) == []
