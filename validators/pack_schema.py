"""The JSON Schemas of ``pack.yaml`` and of examples, from the models: editors complete and check by them."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, NamedTuple

from validators.evidence.shapes import json_schema as standards_schema
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


class Published(NamedTuple):
    """A schema's file name, and what makes it."""

    file: str
    make: Callable[[], dict[str, Any]]


SCHEMAS = {
    "pack": Published("pack.schema.json", pack_schema),
    "example": Published("pack-example.schema.json", example_schema),
    "standards": Published("standards.schema.json", standards_schema),
}
"""Every kind of file that editors complete, by the name under which it is asked for."""
