"""The guide as EPUB: a valid book that one finds one's way in, by eye and by ear."""

from __future__ import annotations

import posixpath
import zipfile
from itertools import pairwise
from urllib.parse import urldefrag

import pytest
from lxml import etree

from macros.exports import epub
from macros.exports.document import Document
from macros.exports.outline import outline

from .reading import foreign_titles, text_of

OPF = "EPUB/gids.opf"
NS = {
    "c": "urn:oasis:names:tc:opendocument:xmlns:container",
    "o": "http://www.idpf.org/2007/opf",
    "dc": "http://purl.org/dc/elements/1.1/",
    "h": "http://www.w3.org/1999/xhtml",
}
EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@pytest.fixture(scope="module")
def path(gids, tmp_path_factory):
    path = tmp_path_factory.mktemp("epub") / "gids.epub"
    epub.write(gids, Document("gids"), path)
    return path


@pytest.fixture(scope="module")
def parts(path):
    """The parts of the book by name."""
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def opf(parts):
    return etree.fromstring(parts[OPF])


@pytest.fixture(scope="module")
def pages(parts):
    """The pages of the book, parsed: what is not well-formed does not come through."""
    return {
        name: etree.fromstring(content)
        for name, content in parts.items()
        if name.endswith(".xhtml")
    }


def test_a_reader_recognises_the_file_by_its_first_part(path):
    with zipfile.ZipFile(path) as archive:
        first = archive.infolist()[0]
        content = archive.read(first)

    assert (first.filename, first.compress_type, first.extra) == (
        "mimetype",
        zipfile.ZIP_STORED,
        b"",
    )
    assert content == b"application/epub+zip"


def test_the_container_names_the_package(parts):
    container = etree.fromstring(parts["META-INF/container.xml"])

    assert container.xpath("//c:rootfile/@full-path", namespaces=NS) == [OPF]


def test_the_manifest_lists_every_part_once(parts, opf):
    listed = [f"EPUB/{href}" for href in opf.xpath("//o:item/@href", namespaces=NS)]

    assert len(listed) == len(set(listed))
    assert set(listed) == set(parts) - {"mimetype", "META-INF/container.xml", OPF}


def test_every_page_is_in_the_reading_order_once(opf, pages):
    items = dict(
        zip(*(opf.xpath(f"//o:item/@{key}", namespaces=NS) for key in ("id", "href")), strict=True)
    )
    order = [f"EPUB/{items[id_]}" for id_ in opf.xpath("//o:itemref/@idref", namespaces=NS)]

    assert sorted(order) == sorted(pages)
    assert order[:3] == ["EPUB/omslag.xhtml", "EPUB/titel.xhtml", "EPUB/nav.xhtml"]


def test_every_link_leads_somewhere(parts, pages):
    ids = {name: set(page.xpath("//@id")) for name, page in pages.items()}
    lost = []
    for name, page in pages.items():
        for link in page.xpath("//@href | //@src"):
            file, fragment = urldefrag(link)
            target = posixpath.join("EPUB", file) if file else name
            if link.startswith(("https://", "http://")):
                continue
            if target not in parts or (fragment and fragment not in ids[target]):
                lost.append((name, link))

    assert lost == []


def test_an_id_is_used_once_in_a_page(pages):
    for page in pages.values():
        ids = page.xpath("//@id")
        assert len(ids) == len(set(ids))


def test_the_contents_follow_the_reading_order(opf, pages):
    toc = pages["EPUB/nav.xhtml"].xpath("//h:nav[1]/h:ol/h:li/h:a/@href", namespaces=NS)
    spine = opf.xpath("//o:itemref/@idref", namespaces=NS)

    assert [href.removesuffix(".xhtml") for href in toc] == spine[3:]


def test_the_contents_hold_every_phase_and_step(gids, pages):
    words = [
        " ".join("".join(a.itertext()).split())
        for a in pages["EPUB/nav.xhtml"].xpath("//h:nav[1]//h:a", namespaces=NS)
    ]

    expected = [
        name
        for fase in gids.fasen
        for name in (
            f"{fase.nummer} {fase.titel}",
            *(f"{gids.stapnummer(stap.id)} {stap.titel}" for stap in fase.stappen),
        )
    ]
    assert [word for word in words if word in expected] == expected


def test_the_landmarks_name_the_fixed_places(pages):
    marks = pages["EPUB/nav.xhtml"].xpath("//h:nav[2]//h:a", namespaces=NS)

    assert [mark.get(EPUB_TYPE) for mark in marks] == [
        "cover",
        "toc",
        "bodymatter",
        "glossary",
        "bibliography",
        "colophon",
    ]


def test_every_page_is_dutch_titled_and_starts_with_its_heading(pages):
    for name, page in pages.items():
        levels = [int(h.tag[-1]) for h in page.iter(*(f"{{{NS['h']}}}h{n}" for n in range(1, 7)))]

        assert page.get("lang") == page.get(LANG) == "nl-NL"
        assert page.xpath("string(//h:title)", namespaces=NS).strip()
        assert levels[:1] == ([] if name == "EPUB/omslag.xhtml" else [1])
        assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == []


def test_every_table_has_heads_for_columns_and_rows(pages):
    tables = [t for page in pages.values() for t in page.xpath("//h:table", namespaces=NS)]

    assert tables
    for table in tables:
        assert table.xpath("string(h:caption)", namespaces=NS)
        assert set(table.xpath("h:thead//h:th/@scope", namespaces=NS)) == {"col"}
        assert set(table.xpath("h:tbody/h:tr/*[1]/@scope", namespaces=NS)) == {"row"}
        assert table.xpath("h:tbody/h:tr[not(h:th[@scope='row'])]", namespaces=NS) == []


def test_a_title_that_is_not_dutch_is_marked_and_nothing_else(gids, path, pages):
    marked = [
        (words, "".join(element.itertext()))
        for page in pages.values()
        for element in page.xpath("//h:body//*[@lang or @xml:lang]", namespaces=NS)
        for words in [(element.get("lang"), element.get(LANG))]
    ]

    assert sorted(marked) == [
        ((lang, lang), title) for title, lang in foreign_titles(gids, text_of(path))
    ]


def test_every_picture_has_words(gids, pages):
    pictures = [i for page in pages.values() for i in page.xpath("//h:img", namespaces=NS)]

    alternative = f"Omslag: {gids.omslag.titel}. {gids.omslag.ondertitel}."
    assert [picture.get("alt") for picture in pictures] == [alternative]


def test_the_package_says_what_the_book_is_and_how_accessible(gids, opf):
    def said(query):
        return opf.xpath(query, namespaces=NS)

    assert said("string(//dc:title)") == gids.omslag.titel
    assert said("string(//dc:language)") == "nl-NL"
    assert (
        said("string(//o:meta[@property='dcterms:modified'])") == f"{gids.omslag.datum}T00:00:00Z"
    )
    assert said("string(//dc:identifier/@id)") == said("string(/o:package/@unique-identifier)")
    assert said("//o:meta[@property='schema:accessMode']/text()") == ["textual"]
    assert said("//o:meta[@property='schema:accessibilityHazard']/text()") == ["none"]
    assert "tableOfContents" in said("//o:meta[@property='schema:accessibilityFeature']/text()")
    assert said("string(//o:meta[@property='schema:accessibilitySummary'])")
    assert said("string(//o:item[@properties='cover-image']/@href)") == "omslag.svg"


def test_a_version_has_its_own_identifier(gids, opf, tmp_path):
    omslag = gids.omslag.model_copy(update={"versie": "2027.1"})

    epub.write(gids.model_copy(update={"omslag": omslag}), Document("gids"), tmp_path / "a.epub")

    with zipfile.ZipFile(tmp_path / "a.epub") as archive:
        later = etree.fromstring(archive.read(OPF))
    names = [o.xpath("string(//dc:identifier)", namespaces=NS) for o in (opf, later)]
    assert names[0] != names[1]


def test_nothing_is_fetched_or_run(parts, pages):
    for page in pages.values():
        assert page.xpath("//h:script | //h:iframe | //h:style | //@style", namespaces=NS) == []
    assert b"url(" not in parts["EPUB/stijl.css"]
    assert b"@import" not in parts["EPUB/stijl.css"]


def test_every_block_of_the_guide_is_drawn(gids, pages):
    drawn = {id_ for page in pages.values() for id_ in page.xpath("//@id")}
    blocks = outline(gids, Document("gids"))

    assert {block.id for block in blocks if hasattr(block, "id")} <= drawn


def test_awkward_content_is_still_well_formed(awkward, tmp_path):
    epub.write(awkward, Document("gids"), tmp_path / "a.epub")

    with zipfile.ZipFile(tmp_path / "a.epub") as archive:
        for name in archive.namelist():
            if name.endswith((".xhtml", ".opf", ".svg", ".xml")):
                etree.fromstring(archive.read(name))
