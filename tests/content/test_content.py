"""The real content: sound, complete and honest about what it does not know."""

import json
import re
from pathlib import Path

import jsonschema
import pytest
import yaml

from macros.load import SINGLE_FILES, examine
from macros.model import BESTANDEN, Record
from scripts import settled

ROOT = Path(__file__).resolve().parent.parent.parent
CHECKLISTS = ROOT / "checklists"
FILES = {CHECKLISTS / file: schema for file, schema in SINGLE_FILES.values()} | dict.fromkeys(
    sorted((CHECKLISTS / "fasen").glob("*.yml")), "fase"
)


def test_the_content_has_no_problem_and_no_warning():
    assert examine(CHECKLISTS)[1] == ()


def test_the_schemas_the_published_ids_and_publiccode_are_up_to_date(gids):
    assert [str(problem) for problem in settled.behind(ROOT, gids)] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_file_names_its_schema_and_fits_it(path):
    schema = CHECKLISTS / "schema" / f"{FILES[path]}.json"
    first = path.read_text(encoding="utf-8").splitlines()[0]
    named = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)

    assert named, path
    assert (path.parent / named[1]).resolve() == schema
    jsonschema.validate(
        yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader),  # noqa: S506 - text only
        _text_only(json.loads(schema.read_text(encoding="utf-8"))),
    )


def _text_only(schema):
    """Return a schema for values that are all text, as an editor's program reads them."""
    if isinstance(schema, dict):
        kept = {k: _text_only(v) for k, v in schema.items() if k not in ("minimum", "maximum")}
        return kept | {"type": "string"} if kept.get("type") == "integer" else kept
    return [_text_only(item) for item in schema] if isinstance(schema, list) else schema


def test_the_guide_is_complete(gids):
    assert len(gids.fasen) == 4
    for fase in gids.fasen:
        assert fase.stappen
        assert all(stap.punten for stap in fase.stappen)
        assert fase.aandachtspunten
        assert fase.valkuilen
        assert fase.tips
        assert fase.praktijkvoorbeelden
        assert fase.hulpmiddelen
    assert gids.factsheet.tips


def test_both_domains_have_points_of_their_own_and_points_together(gids):
    punten = list(gids.punten())

    assert sum(gids.is_gezamenlijk(punt) for punt in punten) >= 10
    for domain in ("gemeente-sociaal-domein", "gemeente-veiligheid"):
        assert any(punt.trekker == domain for punt in punten)


def test_every_situation_has_its_points(gids):
    for deur in gids.omslag.deuren:
        assert sum(deur.id in punt.situaties for punt in gids.punten()) >= 15, deur.id


def test_what_nobody_has_seen_is_never_called_certain(gids):
    for bron in gids.bronnen.bronnen:
        if not bron.gezien:
            assert bron.niet_bevestigd, bron.id


def test_an_english_title_says_so(gids):
    """`of` and `in` are Dutch too, and a programme may be called `… with …`."""
    english = re.compile(r"\b(the|for|and|on|to|when)\b", re.IGNORECASE)
    titles = [bron for bron in gids.bronnen.bronnen if english.search(bron.titel)]

    assert titles
    assert [bron.id for bron in titles if bron.taal != "en"] == []


def test_no_text_holds_a_phone_number_or_mail_address(gids):
    # What an owner fills in about itself is no content.
    text = gids.model_dump_json(exclude={"omslag": {"aanbieder", "beveiliging"}})

    assert not re.search(r"(?<![\w/-])(0\d{1,3}-\d{4,8}|06 ?\d{8}|112)(?![\w-])", text)
    assert not re.search(r"[\w.]+@[\w.]+\.\w+", text)


def test_readers_are_addressed_with_u(gids):
    """Quotes and titles may say `je`; what we say ourselves may not."""
    titles = {text for part in (gids.bronnen, gids.maatregelen) for text in _titles(part)}
    informal = re.compile(r"\b(je|jij|jou|jouw|jullie)\b", re.IGNORECASE)

    assert [
        text
        for text in _texts(gids)
        if text not in titles and informal.search(re.sub(r"‘.*?’", "", text))
    ] == []


def _titles(part):
    for record in (*getattr(part, "bronnen", ()), *getattr(part, "maatregelen", ())):
        yield from (getattr(record, name, None) for name in ("titel", "kort", "naam"))


def test_sentences_are_short(gids):
    """B1-minded: an average of at most 15 words, and hardly any sentence over 30."""
    sentences = [
        len(sentence.split())
        for fase in gids.fasen
        for text in _texts(fase)
        for sentence in re.split(r"(?<=[.?!:;])\s", text)
        if len(sentence.split()) > 2
    ]

    assert sum(sentences) / len(sentences) <= 15
    assert sum(length > 30 for length in sentences) / len(sentences) < 0.01


def _texts(record):
    for field in type(record).model_fields:
        value = getattr(record, field)
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, Record):
                yield from _texts(item)
            elif isinstance(item, str) and " " in item:
                yield item


def test_every_record_is_explained_in_the_words_of_the_code():
    page = (ROOT / "docs" / "over" / "techniek.md").read_text(encoding="utf-8")
    names = {cls.__name__ for cls in Record.__subclasses__() if cls.__module__ == "macros.model"}

    assert {n for n in names if not n.endswith("Bestand") and f"`{n}`" not in page} == set()
    assert set(BESTANDEN) == {path.stem for path in (CHECKLISTS / "schema").glob("*.json")}


def test_every_decision_has_a_status_and_stands_in_the_list():
    folder = ROOT / "docs" / "over" / "besluiten"
    index = (folder / "index.md").read_text(encoding="utf-8")
    for path in sorted(folder.glob("0*.md")):
        text = path.read_text(encoding="utf-8")
        assert "Status: " in text, path.name
        assert "## Wanneer wij dit opnieuw wegen" in text, path.name
        assert f"({path.name})" in index
