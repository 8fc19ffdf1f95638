"""Who adopted which value of a pack, when and on which document: ``adoptions.yaml`` beside ``pack.yaml``.

An adoption holds for the value as it stood: it bears the value's fingerprint, and lapses once the value is
changed, until it is adopted again.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml
from pydantic import Field, ValidationError

from validators.demands import Shape
from validators.policy_errors import PackBroken
from validators.policy_faults import faults_in_words
from validators.yaml_places import NotYaml, YamlFile, read_yaml, steps_of

ADOPTIONS = "adoptions.yaml"
_HEAD = """# 取值的采用记录：由 menshen policy adopt 写入。每条记明采用的取值、采用人、依据的文件和日期。
# fingerprint 是采用时取值的指纹；取值改动后，原采用即失效，须重新采用。
"""


class Adoption(Shape):
    """One act: ``value`` is the place in ``pack.yaml`` (``look_back``, ``materials[0]``)."""

    value: str
    by: str = Field(min_length=2)
    document: str = Field(min_length=2)
    on: dt.date
    fingerprint: str = Field(pattern=r"^[0-9a-f]{16}$")


class Adoptions(Shape):
    """The whole file; of several acts on one value the last one counts."""

    adoptions: tuple[Adoption, ...] = ()


def adoptions_of(folder: Path) -> tuple[Adoption, ...]:
    """The acts recorded beside a pack, in order; raises ``PackBroken``."""
    path = folder / ADOPTIONS
    if not path.is_file():
        return ()
    try:
        return Adoptions.model_validate(read_yaml(path).held or {}).adoptions
    except NotYaml as error:
        raise PackBroken(path, (f"不是有效的 YAML 文件（{error}）",)) from error
    except ValidationError as error:
        raise PackBroken(path, faults_in_words(error)) from error


def in_effect(written: YamlFile, acts: tuple[Adoption, ...]) -> Mapping[str, Adoption]:
    """The acts whose value still stands as it was adopted, by place."""
    newest = {act.value: act for act in acts}
    return {
        place: act
        for place, act in newest.items()
        if (rule := rule_at(written.held, place)) is not None and fingerprint(rule) == act.fingerprint
    }


def apply(held: Any, acts: Mapping[str, Adoption]) -> None:
    """Mark the values as adopted, in what was read from the file."""
    for place in acts:
        rule = rule_at(held, place)
        if rule is not None:
            rule["adopted"] = True


def record(folder: Path, act: Adoption) -> None:
    """Append one act to the file."""
    kept = [*adoptions_of(folder), act]
    held = {"adoptions": [one.model_dump(mode="json") for one in kept]}
    text = yaml.safe_dump(held, allow_unicode=True, sort_keys=False)
    (folder / ADOPTIONS).write_text(_HEAD + text, encoding="utf-8")


def rule_at(held: Any, place: str) -> dict[str, Any] | None:
    """The value with its origin at a place (``conditions.two-visits`` by id too), if one is there."""
    at = held
    for step in steps_of(place):
        if isinstance(at, dict):
            at = at.get(step)
        elif isinstance(at, list) and isinstance(step, int):
            at = at[step] if step < len(at) else None
        elif isinstance(at, list):
            at = next((one for one in at if isinstance(one, dict) and one.get("id") == step), None)
    is_rule = isinstance(at, dict) and "adopted" in at and ("value" in at or "demand" in at)
    return at if is_rule else None


def fingerprint(rule: Mapping[str, Any]) -> str:
    """Sixteen hex digits over what a value says, its clause included; not over where it comes from."""
    said = {key: rule[key] for key in ("value", "when", "demand", "clause") if key in rule}
    text = json.dumps(said, ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:16]
