"""What a reader of the Word files may count on, as python-docx reads them."""

from itertools import pairwise

import docx
import pytest
from docx.oxml.ns import qn

from macros.exports import FORMATS
from macros.exports.document import documents

from .reading import ROOT, foreign_titles, load

DOCX = next(format_ for format_ in FORMATS if format_.extension == "docx")
GIDS = load(ROOT / "checklists")
DOCUMENTS = [
    pytest.param(document, id=document.name(GIDS))
    for document in documents(GIDS)
    if document.kind in DOCX.kinds
]
CHECKBOX = "{http://schemas.microsoft.com/office/word/2010/wordml}checkbox"


@pytest.fixture(params=DOCUMENTS)
def document(request):
    return request.param


@pytest.fixture
def opened(document, written):
    return docx.Document(str(written(DOCX, document)))


def test_headings_are_real_and_follow_each_other_without_jumps(document, opened, gids):
    headings = [p for p in opened.paragraphs if p.style.name.startswith("Heading")]

    levels = [0, *(int(p.style.name[-1]) for p in headings)]
    assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == []
    stappen = [stap for fase in document.fasen(gids) for stap in fase.stappen]
    assert [p.text for p in headings if p.text[0].isdigit() and "." in p.text.split()[0]] == [
        f"{gids.stapnummer(stap.id)} {stap.titel}" for stap in stappen
    ]


def test_no_paragraph_is_empty(opened):
    paragraphs = opened.element.body.iter(qn("w:p"))

    assert [p for p in paragraphs if not "".join(p.itertext()).strip()] == []


def test_the_language_is_dutch_and_the_properties_are_filled_in(document, opened, gids):
    (language,) = opened.styles.element.xpath("w:docDefaults//w:lang/@w:val")
    properties = opened.core_properties

    assert language == "nl-NL"
    assert properties.language == "nl-NL"
    assert properties.title == document.title(gids)
    assert properties.subject.startswith(gids.omslag.titel)
    assert properties.created.date() == gids.omslag.datum
    assert gids.omslag.versie in properties.version


def test_a_title_that_is_not_dutch_is_marked_and_nothing_else(opened, gids):
    marked = [
        (run.text, run.xpath("string(w:rPr/w:lang/@w:val)"))
        for run in opened.element.body.xpath(".//w:r[w:rPr/w:lang]")
    ]

    text = "".join(paragraph.text for paragraph in opened.paragraphs)
    assert sorted(marked) == [
        (title, {"en": "en-GB"}[lang]) for title, lang in foreign_titles(gids, text)
    ]


def test_every_point_has_a_labelled_check_box(document, opened, gids):
    boxes = [
        box
        for box in opened.element.body.iter(qn("w:sdt"))
        if next(box.iter(CHECKBOX), None) is not None
    ]

    punten = [punt for fase in document.fasen(gids) for punt in fase.punten()]
    assert _values(boxes, "w:tag") == [punt.id for punt in punten]
    assert _values(boxes, "w:alias") == [f"Punt {punt.code} is gedaan" for punt in punten]
    assert len(set(_values(boxes, "w:id"))) == len(punten)


def test_every_table_has_a_head_that_repeats_and_a_title(opened):
    tables = list(opened.element.body.iter(qn("w:tbl")))

    assert len(tables) == len(opened.tables) > 0
    for table in tables:
        assert table.xpath("w:tr[1]/w:trPr/w:tblHeader")
        assert not table.xpath("w:tr[position()>1]/w:trPr/w:tblHeader")
        assert table.xpath("string(w:tblPr/w:tblCaption/@w:val)")


def test_every_style_that_the_text_names_exists(opened):
    body, styles = opened.element, opened.styles.element

    used = {
        *body.xpath("//w:pStyle/@w:val | //w:rStyle/@w:val | //w:tblStyle/@w:val"),
        *styles.xpath("//w:basedOn/@w:val | //w:next/@w:val"),
    }
    assert used - {*styles.xpath("w:style/@w:styleId")} == set()


def test_every_link_has_its_address(opened):
    used = set(opened.element.xpath("//w:hyperlink/@r:id"))

    assert used
    assert all(opened.part.rels[name].target_ref.startswith("http") for name in used)


def test_every_page_says_which_document_and_which_page_it_is(document, opened, gids):
    (section,) = opened.sections

    assert document.title(gids) in section.header.paragraphs[0].text
    for footer in (section.footer, section.first_page_footer):
        assert gids.omslag.versie in footer.paragraphs[0].text
        assert [
            f.strip() for f in footer.paragraphs[0].part.element.xpath("//w:fldSimple/@w:instr")
        ] == ["PAGE", "NUMPAGES"]


def test_paper_is_a4_with_room_for_a_perforator(opened):
    (section,) = opened.sections

    assert round(section.page_width.mm) == 210
    assert round(section.page_height.mm) == 297
    assert round(section.left_margin.mm) == 24


def _values(boxes, name):
    return [element.get(qn("w:val")) for box in boxes for element in box.iter(qn(name))]
