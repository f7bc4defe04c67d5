"""What comes out of the printer: pages counted, nothing cut, boxes for a pen."""

import io
import re
import unicodedata

import pypdf
import pytest

from tests.browser.states import full


def printed(page, address, name):
    """Return the pages as the browser prints them, as text."""
    page.goto(address + name)
    pdf = pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    return [" ".join(sheet.extract_text().split()) for sheet in pdf.pages], pdf


def squeeze(text):
    """Return a text without spaces and ligatures, for a printed line breaks where it likes."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def test_the_factsheet_is_exactly_two_sheets_of_a4(page, address, gids):
    sheets, pdf = printed(page, address, "factsheet.html")

    assert len(sheets) == 2
    for sheet in pdf.pages:
        assert (round(sheet.mediabox.width), round(sheet.mediabox.height)) == (595, 842)
    for tip in gids.factsheet.tips:
        assert squeeze(tip.tekst) in squeeze("".join(sheets))
    assert gids.factsheet.kop in sheets[0]
    assert "Meer weten" in sheets[1]


@pytest.mark.parametrize(
    "id_", ["in-kaart-brengen", "plan-van-aanpak", "uitvoering", "evaluatie-en-borging"]
)
def test_a_checklist_prints_whole_on_at_most_three_sheets(page, address, gids, id_):
    sheets, _ = printed(page, address, f"checklists/{id_}.html")

    assert len(sheets) <= 3
    text = squeeze("".join(sheets))
    for punt in gids.fase(id_).punten():
        assert text.count(squeeze(punt.tekst)) == 1, punt.code
        assert squeeze(punt.bewijs) in text
        assert squeeze(f"{punt.code} {punt.tekst}") in text


def test_every_sheet_says_what_it_is_and_where_it_belongs(page, address, gids):
    sheets, _ = printed(page, address, "checklists/uitvoering.html")

    for number, sheet in enumerate(sheets, start=1):
        assert "Preventieve aanpak risicojeugd – checklist 3" in sheet
        assert f"versie {gids.omslag.versie}, {gids.omslag.datum:%d-%m-%Y}" in sheet
        assert f"pagina {number} van {len(sheets)}" in sheet
        assert "checklists/uitvoering.html" in sheet


def test_a_tick_on_screen_is_a_mark_on_paper(page, address):
    page.goto(address + "checklists/uitvoering.html")
    empty = pypdf.PdfReader(io.BytesIO(page.pdf())).pages[0].extract_text()
    page.get_by_role("checkbox").first.check()
    ticked = pypdf.PdfReader(io.BytesIO(page.pdf())).pages[0].extract_text()

    assert "✓" not in empty
    assert ticked.count("✓") == 1


def test_boxes_are_drawn_with_a_border_not_a_background(page, address):
    page.goto(address + "checklists/uitvoering.html")
    page.emulate_media(media="print")
    box = page.get_by_role("checkbox").first
    border = box.evaluate("e => getComputedStyle(e).borderTopWidth")
    size = box.bounding_box()

    assert float(border.removesuffix("px")) >= 1
    assert size["width"] >= 15
    assert size["height"] >= 15


def test_paper_shows_no_menu_search_or_button(page, address):
    page.goto(address + "fasen/uitvoering.html")
    page.emulate_media(media="print")

    for name in (".kop", ".deelmenu", ".inhoudsopgave", ".voet", ".verder", ".knop"):
        assert not page.locator(name).first.is_visible(), name


def test_paper_shows_no_row_of_letters_to_press(page, address):
    page.goto(address + "naslag/begrippen.html")
    letters = page.get_by_role("navigation", name="Begrippen op letter")
    assert letters.is_visible()

    page.emulate_media(media="print")

    assert not letters.is_visible()


def test_a_dark_screen_prints_black_on_white(new_page, address):
    page = new_page(color_scheme="dark")
    page.goto(address + "fasen/uitvoering.html")
    page.emulate_media(media="print", color_scheme="dark")

    colours = page.evaluate(
        "[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.querySelector('.stap p')).color]"
    )

    assert colours == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]


@pytest.mark.parametrize("bring", [None, full], ids=["empty", "with notices"])
def test_a_dossier_begins_on_the_sheet_of_its_title(page, address, bring):
    if bring:
        bring(page, address)
    sheets, _ = printed(page, address, "dossier/index.html")

    assert "mijn dossier" in sheets[0]
    assert "op de site: dossier/index.html" in sheets[0]
    assert "Dit dossier" in sheets[0]
    assert "Fase 1: " in sheets[0]
