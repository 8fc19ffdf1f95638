"""The JSON Schemas of ``pack.yaml`` and of examples, from the models: editors complete and check by them."""

from __future__ import annotations

import json
from typing import Any

from validators.example_shapes import Example
from validators.policy import Policy
from validators.value_words import KEYS

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def pack_schema() -> dict[str, Any]:
    """The schema of ``pack.yaml``."""
    schema = Policy.model_json_schema()
    for name, part in schema["properties"].items():
        if name in KEYS:
            part["description"] = KEYS[name]
    return {"$schema": _DIALECT, **schema, "title": "政策包 pack.yaml"}


def example_schema() -> dict[str, Any]:
    """The schema of one case in ``examples/*.yaml``."""
    return {"$schema": _DIALECT, **Example.model_json_schema(), "title": "政策包的案例 examples/*.yaml"}


def schema_text(schema: dict[str, Any]) -> str:
    """A schema as it is published."""
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
