"""The published schemas of ``docs/schema``, ready to validate with."""

from __future__ import annotations

import json
from pathlib import Path

from jsonschema import Draft202012Validator
from referencing import Registry, Resource

_FOLDER = Path(__file__).parents[1] / "docs" / "schema"
_SCHEMAS = {
    name: json.loads((_FOLDER / f"{name}.json").read_text("utf-8")) for name in ("reading", "verdict")
}
_REGISTRY = Registry().with_resources(
    (schema["$id"], Resource.from_contents(schema)) for schema in _SCHEMAS.values()
)


def faults(name: str, document: object) -> list[str]:
    """What ``document`` breaks of the schema ``reading`` or ``verdict``, with the place of each."""
    validator = Draft202012Validator(_SCHEMAS[name], registry=_REGISTRY)
    return [f"{fault.json_path}: {fault.message}" for fault in validator.iter_errors(document)]
