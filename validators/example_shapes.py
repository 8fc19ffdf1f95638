"""What stands in ``examples/*.yaml`` of a pack: invented cases with the outcomes that the pack must give."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, TypeAlias

from pydantic import BeforeValidator, ConfigDict, Field, WithJsonSchema

from ocr.types import DocumentKind, Finding
from validators.application import Category, Entitlement
from validators.demands import Shape
from validators.verdict import Route


def _several(held: Any) -> Any:
    return [held] if isinstance(held, str) else held


_ONE = {"type": ["string", "number"]}
Several: TypeAlias = Annotated[
    tuple[str, ...],
    BeforeValidator(_several),
    WithJsonSchema({"anyOf": [_ONE, {"type": "array", "items": _ONE}]}),
]
"""One text, or a list of them."""


class ExamplePaper(Shape):
    """One paper as read. What is not written is as on a sound paper of the applicant's."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    kind: DocumentKind = DocumentKind.UNKNOWN
    file: str | None = Field(default=None, description="文件名；不写则取材料种类")
    date: str | None = Field(default=None, description="报告、出院、就诊、开具或填表日期；可只写到月")
    hospital: str | None = Field(default=None, description="出具医院；不写则用案例的 hospital")
    level: str | None = Field(default=None, description="印明的医院等级")
    title: Several = Field(default=(), description="医师职称，可写数个")
    diagnosis: Several = Field(default=(), description="诊断，可写数个")
    fields: dict[str, Several | None] = Field(default_factory=dict, description="其他字段；null 表示没有读到")
    items: tuple[dict[str, str | None], ...] = Field(default=(), description="检验报告的各行")
    text: str = Field(default="", description="纸面文字")
    seals: Several = Field(default=(), description="印章的印文")
    signatures: int = Field(default=0, ge=0, le=9, description="已签名的医师签名处")
    unsigned: int = Field(default=0, ge=0, le=9, description="空着的医师签名处")
    pages: int = Field(default=1, ge=1, le=50)
    agents: bool = Field(default=False, description="是代办人的身份证")
    confidence: float = Field(default=0.97, ge=0, le=1, description="读得有多准")
    kind_confidence: float = Field(default=0.95, ge=0, le=1, description="种类认得有多准")
    findings: tuple[Finding, ...] = Field(default=(), description="画面的毛病，如 blurred")
    refused: bool = Field(default=False, description="打不开的文件")


class ExamplePerson(Shape):
    """The applicant; an invented person insured in the pack's region where nothing is written."""

    name: str | None = None
    id_number: str | None = None
    insured_place: str | None = None
    insurance: str | None = None
    agent: dict[str, str] | None = Field(default=None, description="代办人的 name 与 id_number")


class Expected(Shape):
    """What must come out: only what is written is compared."""

    route: Route | None = None
    checks: dict[str, str] = Field(
        default={}, description="检查编号（或“编号/对象”）: 结果，可在其后写代码，如 unmet DATE-002"
    )


class Example(Shape):
    """One case and what the pack must say of it."""

    name: str = Field(min_length=2)
    note: str | None = None
    submitted_on: dt.date
    applicant: ExamplePerson = ExamplePerson()
    diseases: Several = ()
    category: Category | None = None
    entitlement: Entitlement | None = None
    hospital: str | None = Field(default=None, description="各份材料的出具医院")
    level: str | None = Field(default=None, description="各份病历和报告上印明的医院等级")
    papers: tuple[ExamplePaper, ...] = ()
    expect: Expected
