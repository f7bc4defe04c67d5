"""What people may count on in every format: all of it is there, once, and it says what it is."""

import hashlib

import pytest

from macros import richtext
from macros.dates import long_date
from macros.exports import FORMATS, formats_of
from macros.exports.document import Document, documents
from macros.exports.outline import outline
from macros.model import REDACTIE

from .reading import CASES, WRITTEN, squeeze, text_of

CHECKLISTS = [case for case in CASES if case.values[1].kind == "checklist"]
WITH_POINTS = [case for case in CASES if case.values[1].kind != "factsheet"]


def shown(format_, text):
    """A text as this format shows it: JSON keeps the markup for whoever builds on it."""
    return squeeze(text if format_.extension == "json" else richtext.plain(text))


@pytest.mark.parametrize(("format_", "document"), WITH_POINTS)
def test_every_point_is_in_every_format_once(format_, document, gids, written):
    text = text_of(written(format_, document))

    punten = [punt for fase in document.fasen(gids) for punt in fase.punten()]
    assert {punt.code: text.count(shown(format_, punt.tekst)) for punt in punten} == {
        punt.code: 1 for punt in punten
    }
    assert [p.code for p in punten if shown(format_, p.bewijs) not in text] == []
    assert [p.code for p in punten if p.code not in text] == []


@pytest.mark.parametrize(("format_", "document"), WITH_POINTS)
def test_every_step_is_in_every_format(format_, document, gids, written):
    text = text_of(written(format_, document))

    stappen = [stap for fase in document.fasen(gids) for stap in fase.stappen]
    assert [s.id for s in stappen if shown(format_, s.titel) not in text] == []


@pytest.mark.parametrize(("format_", "document"), CHECKLISTS)
def test_every_source_of_a_point_is_named_with_its_doubt(format_, document, gids, written):
    text = text_of(written(format_, document))

    for fase in document.fasen(gids):
        for id_ in {id_ for punt in fase.punten() for id_ in punt.bronnen} - {REDACTIE}:
            bron = gids.bron(id_)
            assert squeeze(bron.kort) in text
            if bron.niet_bevestigd and format_.extension != "json":
                assert squeeze(f"{bron.kort} (niet bevestigd)") in text


@pytest.mark.parametrize(
    ("format_", "document"),
    [case for case in CHECKLISTS if case.values[0].module in ("odt", "docx", "markdown")],
)
def test_a_checklist_lists_each_source_that_it_names_once(format_, document, gids, written):
    text = text_of(written(format_, document))

    fasen = document.fasen(gids)
    ids = {id_ for fase in fasen for punt in fase.punten() for id_ in punt.bronnen} - {REDACTIE}
    counts = {
        id_: text.count(squeeze(f"{gids.bron(id_).kort}: {gids.bron(id_).titel}")) for id_ in ids
    }
    assert counts == dict.fromkeys(ids, 1)


@pytest.mark.parametrize(
    "format_", [f for f in WRITTEN if "gids" in f.kinds], ids=lambda f: f.module
)
def test_the_guide_holds_every_source_and_every_record_one_looks_up(format_, gids, written):
    text = text_of(written(format_, Document("gids")))

    bronnen = gids.bronnen.bronnen
    assert [b.id for b in bronnen if shown(format_, b.titel) not in text] == []
    assert [b.id for b in bronnen if shown(format_, b.kern) not in text] == []
    assert [b.id for b in gids.begrippen.begrippen if shown(format_, b.definitie) not in text] == []
    assert [r.id for r in gids.rollen.rollen if shown(format_, r.gegevens) not in text] == []
    assert [
        m.id for m in gids.maatregelen.maatregelen if shown(format_, m.bewijs) not in text
    ] == []
    assert [w.id for w in gids.wetten.wetten if shown(format_, w.stand) not in text] == []
    for fase in gids.fasen:
        for claim in (
            *fase.hoort_erin,
            *fase.hoort_er_niet_in,
            *fase.aandachtspunten,
            *fase.valkuilen,
            *fase.tips,
        ):
            assert shown(format_, claim.tekst) in text
        for stap in fase.stappen:
            assert [zin for zin in stap.hoe if shown(format_, zin) not in text] == []


@pytest.mark.parametrize(
    "format_",
    [f for f in WRITTEN if "gids" in f.kinds and f.module != "json_data"],
    ids=lambda f: f.module,
)
def test_each_source_stands_once_in_the_list_of_sources(format_, gids, written):
    text = text_of(written(format_, Document("gids")))

    counts = {
        bron.id: text.count(squeeze(f"Aangehaald als: {bron.kort} ("))
        for bron in gids.bronnen.bronnen
    }
    assert counts == dict.fromkeys(counts, 1)


@pytest.mark.parametrize(
    "format_", [f for f in WRITTEN if "factsheet" in f.kinds], ids=lambda f: f.module
)
def test_the_factsheet_is_complete(format_, gids, written):
    text = text_of(written(format_, Document("factsheet")))

    sheet = gids.factsheet
    claims = (
        sheet.kernboodschap,
        sheet.onthoud,
        *sheet.waarom_nu,
        *sheet.doen,
        *sheet.laten,
        *sheet.tips,
        *sheet.meer_weten,
    )
    assert [c.tekst for c in claims if shown(format_, c.tekst) not in text] == []
    assert [row.wie for row in sheet.wie_doet_wat if shown(format_, row.tekent) not in text] == []
    assert [p.wanneer for p in sheet.honderd_dagen if shown(format_, p.doen) not in text] == []


@pytest.mark.parametrize(("format_", "document"), CASES)
def test_every_file_says_what_it_is_and_what_it_is_not(format_, document, gids, written):
    text = text_of(written(format_, document))

    assert squeeze(document.page()) in text
    assert squeeze(f"Versie {gids.omslag.versie}, {long_date(gids.omslag.datum)}") in text
    assert squeeze("geen uitgave van een ministerie en geen juridisch advies") in text
    assert squeeze("CC BY 4.0") in text


@pytest.mark.parametrize("format_", WRITTEN, ids=lambda f: f.module)
def test_awkward_content_arrives_as_it_was_typed(format_, awkward, tmp_path):
    for document in documents(awkward):
        if document.kind not in format_.kinds:
            continue
        path = tmp_path / f"{document.name(awkward)}.{format_.extension}"

        format_.write(awkward, document, path)

        text = text_of(path)
        if document.kind != "factsheet":
            assert [p.code for p in awkward.punten() if shown(format_, p.tekst) not in text] == []
            assert [s.id for s in awkward.stappen() if shown(format_, s.titel) not in text] == []
        assert squeeze(f"https://voorbeeld.example/gids/{document.page()}") in text


def test_writing_twice_in_one_run_gives_the_same_bytes(gids, tmp_path):
    for format_ in WRITTEN:
        hashes = set()
        for name in ("a", "b"):
            path = tmp_path / name
            format_.write(gids, Document(format_.kinds[0], ""), path)
            hashes.add(hashlib.sha256(path.read_bytes()).hexdigest())
        assert len(hashes) == 1


def test_open_formats_stand_before_those_of_one_maker():
    order = [format_.extension for format_ in FORMATS]

    assert order.index("odt") < order.index("docx")
    assert order.index("ods") < order.index("xlsx")


def test_every_document_comes_in_an_open_format_to_edit(gids):
    for document in documents(gids):
        assert "odt" in [format_.extension for format_ in formats_of(document)]


def test_links_within_the_guide_lead_somewhere(gids):
    blocks = outline(gids, Document("gids"))
    places = {block.id for block in blocks if hasattr(block, "id")}
    places |= {row.id for block in blocks if block.kind == "table" for row in block.rows}

    assert {link for link in _links(blocks) if link.startswith("#")} <= {
        f"#{id_}" for id_ in places
    }


def test_places_in_the_guide_have_their_own_names(gids):
    ids = [block.id for block in outline(gids, Document("gids")) if hasattr(block, "id")]

    assert len(ids) == len(set(ids))


def test_a_checklist_links_to_the_site_only_when_its_address_is_known(gids, awkward):
    document = Document("checklist")

    assert not any("begrippen.html" in link for link in _links(outline(gids, document)))
    assert any("partners.html#" in link for link in _links(outline(awkward, document)))


def _links(value):
    if hasattr(value, "href") and value.href:
        yield value.href
    if hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            yield from _links(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from _links(item)
