"""The shape of a standards file: one entry a disease, conditions nested as ``all``, ``any`` and ``of``."""

from __future__ import annotations

import datetime as dt
from typing import Any

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from validators.evidence.leaves import (
    FAULT,
    AgeDemand,
    AsOf,
    CourseDemand,
    DeclarationDemand,
    DocumentsDemand,
    ExclusionDemand,
    ReportDemand,
    Shape,
    SignersDemand,
    Tier,
    ValueDemand,
    VisitsDemand,
    Words,
)


class Condition(Shape):
    """One condition: a group (``all``, ``any``, ``at_least`` with ``of``) or one demand."""

    name: str | None = None
    all_of: tuple[Condition, ...] = Field(default=(), alias="all")
    any_of: tuple[Condition, ...] = Field(default=(), alias="any")
    at_least: int | None = Field(default=None, ge=1)
    of: tuple[Condition, ...] = ()
    documents: DocumentsDemand | None = None
    report: ReportDemand | None = None
    value: ValueDemand | None = None
    visits: VisitsDemand | None = None
    course: CourseDemand | None = None
    signers: SignersDemand | None = None
    age: AgeDemand | None = None
    declaration: DeclarationDemand | None = None
    excludes: ExclusionDemand | None = None
    person: str | None = Field(default=None, min_length=2)
    """What only a person can judge; always unknown."""

    @model_validator(mode="after")
    def _exactly_one(self) -> Condition:
        held = [name for name in _ONE_OF if getattr(self, name)]
        if len(held) != 1:
            raise PydanticCustomError(
                FAULT,
                "一个条件只能写一种：all、any、at_least 加 of、documents、report、value、visits、course、"
                "signers、age、declaration、excludes 或 person",
            )
        if (self.at_least is None) != (not self.of):
            raise PydanticCustomError(FAULT, "at_least（至少几项）要与 of（从哪些项中）一起写")
        if self.at_least is not None and self.at_least > len(self.of):
            raise PydanticCustomError(FAULT, "at_least 大于 of 的项数，永远不能满足")
        return self


_ONE_OF = (
    "all_of", "any_of", "of", "documents", "report", "value", "visits", "course", "signers", "age",
    "declaration", "excludes", "person",
)  # fmt: skip


class Standard(Shape):
    """The standard of one disease; ``clause`` is the sentence shown with every result."""

    disease: str = Field(min_length=2)
    clause: str = Field(min_length=4)
    tier: Tier | None = None
    excludes_diseases: Words = ()
    """Diseases that may not be claimed together with it."""
    require: Condition


class StandardSet(Shape):
    """One standards file."""

    title: str = Field(min_length=4)
    source: str = Field(min_length=2)
    address: str | None = None
    as_of: AsOf
    read_on: dt.date | None = None
    tier: Tier
    diseases: tuple[Standard, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _each_once(self) -> StandardSet:
        names = [standard.disease for standard in self.diseases]
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            raise PydanticCustomError(FAULT, "病种重复：{names}", {"names": "、".join(twice)})
        return self


def json_schema() -> dict[str, Any]:
    """The JSON Schema of a standards file, from which editors complete."""
    return StandardSet.model_json_schema(by_alias=True)
