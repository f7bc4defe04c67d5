"""The JSON Schemas that let an editor's program complete and check the YAML."""

from __future__ import annotations

import json
from collections.abc import Mapping

from .model import BESTANDEN


def schemas() -> Mapping[str, str]:
    """Return the text of each schema by its name, such as `fase` or `bronnen`."""
    return {
        name: json.dumps(_schema(name), ensure_ascii=False, indent=1, sort_keys=True) + "\n"
        for name in BESTANDEN
    }


def _schema(name: str) -> dict[str, object]:
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **BESTANDEN[name].model_json_schema(),
    }
