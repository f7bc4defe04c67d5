"""Every document as PDF: whole, accessible, to be filled in, and the same every time."""

from __future__ import annotations

import datetime
import functools
import io
import re
from collections import defaultdict
from itertools import pairwise

import page
import pikepdf
import pytest
import typst
from pypdf import PdfReader

from macros.exports import pdf
from macros.exports.document import Document, documents
from macros.exports.pdf_forms import Field, add_fields
from macros.model import Gids
from macros.richtext import plain

from .reading import foreign_titles, sheets_of, squeeze, text_of

FASEN = ("in-kaart-brengen", "plan-van-aanpak", "uitvoering", "evaluatie-en-borging")
CHECKLISTS = (*(Document("checklist", fase) for fase in FASEN), Document("checklist"))
DOCUMENTS = (Document("factsheet"), *CHECKLISTS, Document("gids"))

every_document = pytest.mark.parametrize("document", DOCUMENTS, ids=str)
every_checklist = pytest.mark.parametrize("document", CHECKLISTS, ids=str)


@pytest.fixture(scope="module")
def made(gids, tmp_path_factory):
    """Every document, written once."""
    folder = tmp_path_factory.mktemp("pdf")
    for document in DOCUMENTS:
        pdf.write(gids, document, folder / f"{document}.pdf")
    return lambda document: folder / f"{document}.pdf"


@pytest.fixture(scope="module")
def text_in(made):
    """The words of every document without white space, read once."""
    return functools.cache(lambda document: text_of(made(document)))


def test_these_are_all_documents(gids):
    assert set(DOCUMENTS) == set(documents(gids))


@every_checklist
def test_every_source_of_a_checklist_is_listed_under_it(document, gids, text_in):
    text = text_in(document)
    ids = {id_ for punt in points(gids, document) for id_ in punt.bronnen} - {"redactie"}

    assert [id_ for id_ in ids if squeeze(plain(gids.bron(id_).titel)) not in text] == []


# Paper


def test_the_factsheet_is_two_sheets(made):
    assert len(PdfReader(made(Document("factsheet"))).pages) == 2


def test_the_factsheet_is_set_in_nine_points_or_more(gids, made):
    pieces = []
    for sheet in PdfReader(made(Document("factsheet"))).pages:
        sheet.extract_text(visitor_text=lambda text, _, __, ___, size: pieces.append((size, text)))
    large = squeeze("".join(text for size, text in pieces if size >= 9))
    sheet = gids.factsheet

    claims = (*sheet.waarom_nu, *sheet.tips, sheet.kernboodschap, sheet.onthoud, *sheet.meer_weten)
    claims += (*sheet.doen, *sheet.laten)
    assert [claim.tekst for claim in claims if squeeze(plain(claim.tekst)) not in large] == []
    assert [row.doet for row in sheet.wie_doet_wat if squeeze(plain(row.doet)) not in large] == []
    assert min(size for size, text in pieces if text.strip()) >= 7


@pytest.mark.parametrize("fase", FASEN)
def test_a_checklist_fits_on_four_sheets(fase, made):
    assert len(PdfReader(made(Document("checklist", fase))).pages) <= 4


@every_document
def test_every_sheet_is_a4(document, made):
    boxes = [sheet.mediabox for sheet in PdfReader(made(document)).pages]

    assert {(round(box.width), round(box.height)) for box in boxes} == {(595, 842)}


@every_document
def test_every_sheet_but_a_cover_is_numbered(document, made):
    sheets = sheets_of(made(document))
    feet = [re.findall(r"pagina \d+ van \d+", " ".join(sheet.split())) for sheet in sheets]
    first = 1 if document.kind == "gids" else 0

    assert feet == [
        [f"pagina {number} van {len(sheets)}"] if number > first else []
        for number in range(1, len(sheets) + 1)
    ]


# Accessibility


@every_document
def test_a_document_is_pdf_ua(document, made):
    report = page.validate_pdf(made(document), profile="ua1")

    assert [(failure.rule_id, failure.message) for failure in report.failures] == []
    assert report.is_compliant


@pytest.mark.parametrize(
    "spoil",
    [
        lambda document: document.Root.__delitem__("/StructTreeRoot"),
        lambda document: document.Root.__delitem__("/Metadata"),
        lambda document: document.Root.__delitem__("/Lang"),
        lambda document: document.Root.AcroForm.Fields[0].__delitem__("/TU"),
    ],
    ids=["tags", "metadata", "language", "label"],
)
def test_the_check_on_pdf_ua_can_fail(spoil, made):
    spoilt = io.BytesIO()
    with pikepdf.open(made(Document("checklist", FASEN[0]))) as document:
        spoil(document)
        document.save(spoilt)

    assert not page.is_pdf_compliant_bytes(spoilt.getvalue(), profile="ua1")


@every_document
def test_a_document_is_tagged_dutch_and_titled(document, gids, made):
    reader = PdfReader(made(document))
    root = reader.trailer["/Root"]
    xmp = root["/Metadata"].get_data().decode()

    assert root["/MarkInfo"]["/Marked"].value is True
    assert "/StructTreeRoot" in root
    assert root["/Lang"] == "nl-NL"
    assert reader.metadata.title == document.title(gids)
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert "<pdfuaid:part>1</pdfuaid:part>" in xmp
    assert f">{document.title(gids)}<" in xmp


@every_document
def test_a_title_that_is_not_dutch_is_marked_and_nothing_else(document, gids, made, text_in):
    spoken = spoken_in(made(document))

    assert spoken.keys() <= {None, b"nl-NL", b"en"}
    titles = foreign_titles(gids, text_in(document))
    assert sorted(spoken.get(b"en", "")) == sorted(squeeze("".join(title for title, _ in titles)))


@every_document
def test_every_typeface_is_embedded(document, made):
    with pikepdf.open(made(document)) as opened:
        fonts = {
            str(font.BaseFont).split("+")[1]: "/FontFile2" in font.DescendantFonts[0].FontDescriptor
            for sheet in opened.pages
            for font in sheet.Resources.get("/Font", {}).values()
        }

    assert {name.split("-")[0] for name in fonts} == {"SourceSansPro"}
    assert all(fonts.values())


def test_the_bookmarks_of_a_checklist_are_its_steps(gids, made):
    fase = gids.fase(FASEN[0])
    reader = PdfReader(made(Document("checklist", fase.id)))

    title, steps = reader.outline[0].title, [item.title for item in reader.outline[1]]

    assert title == f"Checklist 1: {plain(fase.titel)}"
    assert steps[:-1] == [f"{gids.stapnummer(s.id)} {plain(s.titel)}" for s in fase.stappen]
    assert steps[-1] == "Bronnen bij de punten"


def test_the_bookmarks_of_the_guide_are_its_chapters(gids, made):
    outline = PdfReader(made(Document("gids"))).outline

    assert [item.title for item in outline if not isinstance(item, list)] == [
        "Inhoud",
        "Over deze gids",
        *(fase.titel for fase in gids.fasen),
        *(f"Checklist {fase.nummer}: {fase.titel}" for fase in gids.fasen),
        "Maatregelen",
        "Partners: wie doet wat",
        "Begrippen",
        "Wetten in beweging",
        "Bronnen",
        "Colofon",
    ]


@every_document
def test_headings_do_not_skip_a_level(document, made):
    levels = [int(name[2:]) for name in tags_of(made(document)) if re.fullmatch(r"/H[1-6]", name)]

    assert levels[0] == 1
    assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == []


def test_every_row_of_a_table_has_a_header(made):
    with pikepdf.open(made(Document("gids"))) as document:
        rows = [
            [cell.S for cell in row.K]
            for element in elements(document)
            if element.get("/S") == "/TBody"
            for row in element.K
        ]

    assert rows
    assert {tuple(map(str, row[:2])) for row in rows} == {("/TH", "/TD")}


# Filling in


@every_checklist
def test_a_checklist_has_a_box_and_a_note_for_each_point(document, gids, made):
    fields = PdfReader(made(document)).get_fields()

    assert {name: field["/TU"] for name, field in fields.items()} == {
        "gemeente": "Gemeente",
        "datum": "Datum",
        "ingevuld-door": "Ingevuld door",
        **{f"vink-{p.code}": f"{p.code}: {plain(p.tekst)}" for p in points(gids, document)},
        **{f"notitie-{p.code}": f"Notitie bij {p.code}" for p in points(gids, document)},
    }
    assert {name.split("-")[0]: field["/FT"] for name, field in fields.items()} == {
        "gemeente": "/Tx", "datum": "/Tx", "ingevuld": "/Tx", "vink": "/Btn", "notitie": "/Tx",
    }  # fmt: skip


def test_fields_follow_the_reading_order(gids, made):
    document = Document("checklist", FASEN[0])
    with pikepdf.open(made(document)) as opened:
        names = [
            str(kid.Obj.T)
            for element in elements(opened)
            if element.get("/S") == "/Form"
            for kid in [element.K]
        ]
        orders = {str(sheet.Tabs) for sheet in opened.pages}

    assert names[:3] == ["gemeente", "datum", "ingevuld-door"]
    assert names[3:] == [
        name for p in points(gids, document) for name in (f"vink-{p.code}", f"notitie-{p.code}")
    ]
    assert orders == {"/S"}


def test_a_box_can_be_ticked_and_starts_empty(made):
    with pikepdf.open(made(Document("checklist", FASEN[0]))) as document:
        box = next(field for field in document.Root.AcroForm.Fields if field.FT == "/Btn")
        states = set(box.AP.N.keys())
        state, drawing = str(box.AS), box.AP.N["/Ja"].read_bytes()

    assert states == {"/Ja", "/Off"}
    assert state == "/Off"
    assert drawing.endswith(b"S Q")


def test_a_field_that_the_template_forgot_is_an_error():
    with pytest.raises(ValueError, match="vink-XX-01"):
        add_fields(pikepdf.new(), [Field("vink-XX-01", "Een punt", "check")])


@pytest.mark.parametrize("kind", ["factsheet", "gids"])
def test_what_is_only_read_has_no_fields(kind, made):
    assert not PdfReader(made(Document(kind))).get_fields()


# Links


def test_the_guide_links_each_source_to_its_entry_and_its_address(gids, made):
    reader = PdfReader(made(Document("gids")))
    uris = {
        str(annotation["/A"]["/URI"])
        for sheet in reader.pages
        for annotation in sheet.get("/Annots", [])
        if "/URI" in annotation.get("/A", {})
    }

    assert {bron.url for bron in gids.bronnen.bronnen if bron.url} <= uris
    assert not [uri for uri in uris if uri.startswith("veld:")]


def test_a_known_address_is_named_and_linked(gids, tmp_path):
    site = "https://voorbeeld.nl/handreiking"
    omslag = gids.omslag.model_copy(update={"adres": site})
    document = Document("checklist", FASEN[0])

    pdf.write(with_parts(gids, omslag=omslag), document, tmp_path / "a.pdf")

    reader = PdfReader(tmp_path / "a.pdf")
    uris = [str(a["/A"]["/URI"]) for s in reader.pages for a in s["/Annots"] if "/A" in a]
    text = text_of(tmp_path / "a.pdf")
    assert squeeze("voorbeeld.nl/handreiking/checklists/in-kaart-brengen.html") in text
    assert f"{site}/naslag/bronnen.html#handreiking-2021" in uris
    assert page.is_pdf_compliant(tmp_path / "a.pdf", profile="ua1")


def test_the_date_is_that_of_the_content(gids, made):
    metadata = PdfReader(made(Document("factsheet"))).metadata

    moment = datetime.datetime.combine(gids.omslag.datum, datetime.time(), datetime.UTC)
    assert metadata.creation_date == metadata.modification_date == moment


@pytest.mark.parametrize("kind", ["factsheet", "checklist", "gids"])
def test_awkward_content_stays_accessible(kind, awkward, tmp_path):
    pdf.write(awkward, Document(kind), tmp_path / "a.pdf")

    assert page.validate_pdf(tmp_path / "a.pdf", profile="ua1").failures == []


def test_a_sign_that_the_typeface_lacks_is_an_error_that_says_so(gids, tmp_path):
    omslag = gids.omslag.model_copy(update={"ondertitel": "Handreiking \N{GRINNING FACE}"})

    with pytest.raises(typst.TypstError) as caught:
        pdf.write(with_parts(gids, omslag=omslag), Document("gids"), tmp_path / "a.pdf")

    assert "\N{GRINNING FACE}" in str(caught.value)
    assert caught.value.__notes__ == [
        (
            "Bij het maken van de PDF ‘Preventieve aanpak risicojeugd’: "
            "staat er een teken in de tekst dat het lettertype niet kent, zoals een emoji?"
        )
    ]


# Reading


def with_parts(gids, **parts):
    """The guide with some parts replaced, whatever the model thinks of them."""
    return Gids.model_construct(**{name: getattr(gids, name) for name in Gids.model_fields} | parts)


def points(gids, document):
    return [punt for fase in document.fasen(gids) for punt in fase.punten()]


def tags_of(path):
    with pikepdf.open(path) as document:
        return [str(element.S) for element in elements(document) if "/S" in element]


def spoken_in(path):
    """The words without white space, by the language that their piece of content names."""
    spoken, lang = defaultdict(str), None

    def begin(operator, operands, *_):
        nonlocal lang
        if operator == b"BDC":
            lang = operands[1].get("/Lang")

    def add(text, *_):
        spoken[lang] += squeeze(text)

    for sheet in PdfReader(path).pages:
        sheet.extract_text(visitor_operand_before=begin, visitor_text=add)
    return spoken


def elements(document):
    """The structure elements, in reading order."""
    waiting = [document.Root.StructTreeRoot]
    while waiting:
        element = waiting.pop()
        yield element
        kids = element.get("/K", [])
        kids = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
        waiting += [k for k in reversed(kids) if isinstance(k, pikepdf.Dictionary) and "/S" in k]
