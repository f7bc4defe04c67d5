"""What a reader of the OpenDocument files may count on, as odfdo reads them."""

import zipfile
from itertools import pairwise

import odfdo
import pytest
from lxml import etree

from macros.exports import FORMATS
from macros.exports.document import Document, documents
from macros.exports.rows import COLUMNS, STATUSES

from .reading import ROOT, foreign_titles, load

NS = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "config": "urn:oasis:names:tc:opendocument:xmlns:config:1.0",
    "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
}
ODT, ODS = (next(f for f in FORMATS if f.extension == extension) for extension in ("odt", "ods"))
GIDS = load(ROOT / "checklists")
TEXTS = [pytest.param(document, id=document.name(GIDS)) for document in documents(GIDS)]
TABLES = [case for case in TEXTS if case.values[0].kind == "checklist"]


def part(path, name):
    return etree.fromstring(odfdo.Document(path).container.get_part(name))


def name(prefix, local):
    return f"{{{NS[prefix]}}}{local}"


@pytest.mark.parametrize("document", TEXTS)
def test_headings_follow_each_other_without_jumps(document, written):
    body = odfdo.Document(written(ODT, document)).body

    levels = [0, *(int(heading.level) for heading in body.headers)]
    assert len(levels) > 1
    assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == []


@pytest.mark.parametrize("document", TEXTS)
def test_no_paragraph_is_empty(document, written):
    content = part(written(ODT, document), "content.xml")

    paragraphs = content.xpath("//text:p | //text:h", namespaces=NS)
    assert [p for p in paragraphs if not "".join(p.itertext()).strip()] == []


@pytest.mark.parametrize("document", TEXTS)
def test_the_language_is_dutch_and_the_properties_are_filled_in(document, gids, written):
    opened = odfdo.Document(written(ODT, document))

    assert opened.language == "nl-NL"
    assert opened.meta.title == document.title(gids)
    assert opened.meta.subject.startswith(gids.omslag.titel)
    assert opened.meta.creation_date.date() == gids.omslag.datum


@pytest.mark.parametrize("document", TEXTS)
def test_a_title_that_is_not_dutch_is_marked_and_nothing_else(document, gids, written):
    path = written(ODT, document)

    content, styles = part(path, "content.xml"), part(path, "styles.xml")
    languages = {
        style.getparent().get(name("style", "name")): style.get(name("fo", "language"))
        for style in styles.xpath("//style:style/*[@fo:language]", namespaces=NS)
    }
    marked = [
        ("".join(span.itertext()), languages[style])
        for span in content.iter(name("text", "span"))
        if (style := span.get(name("text", "style-name"))) in languages
    ]
    assert sorted(marked) == foreign_titles(gids, "".join(content.itertext()))


@pytest.mark.parametrize("document", TEXTS)
def test_every_table_has_a_head_that_repeats_and_a_title(document, written):
    content = part(written(ODT, document), "content.xml")

    tables = content.xpath("//table:table", namespaces=NS)
    assert tables
    for table in tables:
        assert len(table.xpath("table:table-header-rows/table:table-row", namespaces=NS)) == 1
        assert table.xpath("string(table:title)", namespaces=NS)


@pytest.mark.parametrize("document", TABLES)
def test_every_point_has_a_labelled_check_box(document, gids, written):
    content = part(written(ODT, document), "content.xml")

    boxes = content.xpath("//loext:content-control[@loext:checkbox='true']", namespaces=NS)
    punten = [punt for fase in document.fasen(gids) for punt in fase.punten()]
    assert [box.get(name("loext", "tag")) for box in boxes] == [punt.id for punt in punten]
    assert [box.get(name("loext", "alias")) for box in boxes] == [
        f"Punt {punt.code} is gedaan" for punt in punten
    ]
    assert {"".join(box.itertext()) for box in boxes} == {"☐"}


@pytest.mark.parametrize("document", TEXTS)
def test_every_style_that_the_text_names_exists(document, written):
    path = written(ODT, document)

    content, styles = part(path, "content.xml"), part(path, "styles.xml")
    defined = {
        element.get(name("style", "name"))
        for tree in (content, styles)
        for element in tree.iter()
        if element.get(name("style", "name"))
    }
    used = {
        value
        for tree in (content, styles)
        for element in tree.iter()
        for key, value in element.attrib.items()
        if key.endswith(("}style-name", "}parent-style-name", "}master-page-name"))
        or key in (name("style", "next-style-name"), name("style", "page-layout-name"))
    }
    assert used - defined == set()


@pytest.mark.parametrize("document", TEXTS)
def test_every_link_within_the_document_leads_somewhere(document, written):
    content = part(written(ODT, document), "content.xml")

    places = set(
        content.xpath(
            "//text:bookmark/@text:name | //text:bookmark-start/@text:name", namespaces=NS
        )
    )
    links = [
        href
        for href in content.xpath("//text:a/@xlink:href", namespaces=NS)
        if href.startswith("#")
    ]
    assert {href[1:] for href in links} <= places
    assert {*content.xpath("//text:bookmark-ref/@text:ref-name", namespaces=NS)} <= places


def test_every_page_says_which_document_and_which_page_it_is(gids, written):
    document = Document("checklist", gids.fasen[0].id)

    styles = part(written(ODT, document), "styles.xml")

    (page,) = styles.xpath("//style:master-page[@style:name='Standard']", namespaces=NS)
    assert document.title(gids) in "".join(page.itertext())
    assert gids.omslag.versie in "".join(page.itertext())
    assert page.xpath(".//text:page-number", namespaces=NS)
    assert page.xpath(".//text:page-count", namespaces=NS)


def test_paper_is_a4_with_room_for_a_perforator(written):
    styles = part(written(ODT, Document("checklist")), "styles.xml")

    for layout in styles.xpath("//style:page-layout-properties", namespaces=NS):
        assert layout.get(name("fo", "page-width")) == "210mm"
        assert layout.get(name("fo", "page-height")) == "297mm"
        assert layout.get(name("fo", "margin-left")) == "24mm"


@pytest.mark.parametrize("format_", [ODT, ODS], ids=lambda f: f.extension)
def test_the_package_begins_with_its_type_and_knows_no_clock(format_, gids, written):
    with zipfile.ZipFile(written(format_, Document("checklist"))) as archive:
        first, *rest = archive.infolist()

        assert first.filename == "mimetype"
        assert first.compress_type == zipfile.ZIP_STORED
        assert first.extra == b""
        assert archive.read("mimetype").decode() == format_.media_type
        day = gids.omslag.datum
        assert {info.date_time for info in (first, *rest)} == {
            (day.year, day.month, day.day, 0, 0, 0)
        }
        listed = etree.fromstring(archive.read("META-INF/manifest.xml")).xpath(
            "//@*[local-name()='full-path']"
        )
        assert {*listed} == {"/", *archive.namelist()} - {"mimetype", "META-INF/manifest.xml"}


@pytest.mark.parametrize("document", TABLES)
def test_the_sheet_has_one_row_for_each_point(document, gids, written):
    sheet, guide = odfdo.Document(written(ODS, document)).body.tables

    head, *rows = sheet.get_values()
    assert head == [column.name for column in COLUMNS]
    assert [row[0] for row in rows] == [p.code for f in document.fasen(gids) for p in f.punten()]
    assert {row[8] for row in rows} == {STATUSES[0]}
    assert guide.name == "Uitleg"


def test_a_status_comes_from_a_list_and_has_a_look_of_its_own(written):
    content = part(written(ODS, Document("checklist")), "content.xml")

    (rule,) = content.xpath("//table:content-validation[@table:name='Status']", namespaces=NS)
    listed = ";".join(f'"{status}"' for status in STATUSES)
    assert rule.get(name("table", "condition")) == f"of:cell-content-is-in-list({listed})"
    maps = content.xpath(
        "//style:style[@style:name='Statuscel']/style:map/@style:condition", namespaces=NS
    )
    assert maps == [f'cell-content()="{status}"' for status in STATUSES]
    cells = content.xpath(
        "//table:table-cell[@table:content-validation-name='Status']", namespaces=NS
    )
    assert {cell.get(name("table", "style-name")) for cell in cells} == {"Statuscel"}


def test_the_head_of_the_sheet_stays_in_sight_repeats_and_filters(gids, written):
    path = written(ODS, Document("checklist"))

    content, settings = part(path, "content.xml"), part(path, "settings.xml")
    assert content.xpath("count(//table:table/table:table-header-rows)", namespaces=NS) == 2
    (area,) = content.xpath(
        "//table:database-range[@table:display-filter-buttons='true']/@table:target-range-address",
        namespaces=NS,
    )
    assert area == f"Punten.A1:Punten.L{len(list(gids.punten())) + 1}"
    frozen = "//config:config-item-map-entry[@config:name='Punten']/config:config-item[@config:name='{}']"
    (mode,) = settings.xpath(frozen.format("VerticalSplitMode"), namespaces=NS)
    (position,) = settings.xpath(frozen.format("VerticalSplitPosition"), namespaces=NS)
    assert (mode.text, position.text) == ("2", "1")
