"""What whoever builds on the data may count on."""

import json

import jsonschema
import pytest

from macros.exports import FORMATS, json_data
from macros.exports.document import Document, documents

from .reading import ROOT, load

JSON = next(format_ for format_ in FORMATS if format_.extension == "json")
SCHEMA = ROOT / "macros" / "exports" / json_data.SCHEMA_FILE
GIDS = load(ROOT / "checklists")
DOCUMENTS = [
    pytest.param(document, id=document.name(GIDS))
    for document in documents(GIDS)
    if document.kind in JSON.kinds
]


@pytest.fixture(scope="module")
def validator():
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())


def test_the_published_schema_is_that_of_the_model(golden):
    golden(json_data.schema(), SCHEMA)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_download_keeps_to_the_schema(document, written, validator):
    data = json.loads(written(JSON, document).read_text(encoding="utf-8"))

    assert [error.message for error in validator.iter_errors(data)] == []
    assert data["$schema"] == json_data.SCHEMA_FILE


def test_the_schema_refuses_what_is_not_a_download(written, validator):
    data = json.loads(written(JSON, Document("gids")).read_text(encoding="utf-8"))

    del data["gids"]["fasen"][0]["stappen"][0]["punten"][0]["bewijs"]

    assert not validator.is_valid(data)


def test_the_guide_can_be_read_back_without_loss(gids, written):
    data = json.loads(written(JSON, Document("gids")).read_text(encoding="utf-8"))

    assert type(gids).model_validate(data["gids"]) == gids


@pytest.mark.parametrize("document", DOCUMENTS[:-1])
def test_a_checklist_brings_every_source_and_role_that_it_names(document, written):
    data = json.loads(written(JSON, document).read_text(encoding="utf-8"))

    assert _values(data["fasen"], "bronnen") - {"redactie"} == {b["id"] for b in data["bronnen"]}
    roles = {"rollen", "trekker", "trekkers", "betrokken"}
    assert set().union(*(_values(data["fasen"], key) for key in roles)) == {
        rol["id"] for rol in data["rollen"]
    }


def _values(value, key):
    """The texts under a key, however deep."""
    if isinstance(value, list):
        return set().union(*(_values(item, key) for item in value))
    if not isinstance(value, dict):
        return set()
    own = value.get(key, [])
    return ({own} if isinstance(own, str) else set(own)).union(
        *(_values(item, key) for item in value.values())
    )
