"""The demands at the leaves of a standard, as a standards file writes them.

Pydantic is the edge; everything is frozen. Kinds of paper may be written in Chinese (出院小结) or by their
contract ids. A fault raised here carries its Chinese sentence.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal, TypeAlias

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from ocr.types import DocumentKind
from validators.evidence.quantity import Amount, Period, parse_amount, parse_period

K = DocumentKind
FAULT = "menshen_standard"
"""Type of the faults that bring their own Chinese sentence."""
KIND_WORDS: Mapping[str, DocumentKind] = {
    "申请表": K.APPLICATION_FORM,
    "认定表": K.RECOGNITION_FORM,
    "诊断证明": K.DIAGNOSIS_CERTIFICATE,
    "诊断证明书": K.DIAGNOSIS_CERTIFICATE,
    "疾病诊断证明书": K.DIAGNOSIS_CERTIFICATE,
    "出院小结": K.DISCHARGE_SUMMARY,
    "出院记录": K.DISCHARGE_SUMMARY,
    "病案首页": K.INPATIENT_FRONT_PAGE,
    "住院病案首页": K.INPATIENT_FRONT_PAGE,
    "门诊病历": K.OUTPATIENT_RECORD,
    "检验报告": K.LAB_REPORT,
    "检验报告单": K.LAB_REPORT,
    "检查报告": K.EXAM_REPORT,
    "检查报告单": K.EXAM_REPORT,
    "病理报告": K.PATHOLOGY_REPORT,
    "处方": K.PRESCRIPTION,
    "医疗票据": K.MEDICAL_INVOICE,
    "承诺书": K.COMMITMENT_LETTER,
}
"""Chinese words for kinds of paper that a standard may use."""


def _kind(written: object) -> object:
    return KIND_WORDS.get(written, written) if isinstance(written, str) else written


def _period(written: object) -> object:
    if isinstance(written, Period):
        return written
    try:
        return parse_period(str(written))
    except ValueError as error:
        raise PydanticCustomError(
            FAULT, "应写成“2 年”“6 个月”“90 天”或 2 years、6 months、90 days"
        ) from error


def _amount(written: object) -> object:
    if isinstance(written, Amount):
        return written
    try:
        return parse_amount(str(written))
    except ValueError as error:
        raise PydanticCustomError(FAULT, "应写成“数值 单位”，如 707 μmol/L；没有单位的只写数值") from error


def _words(written: object) -> object:
    return (written,) if isinstance(written, str) else written


_KINDS_SCHEMA = {"enum": [*(k.value for k in K if k is not K.UNKNOWN), *KIND_WORDS]}
Kind: TypeAlias = Annotated[K, BeforeValidator(_kind), WithJsonSchema(_KINDS_SCHEMA)]
Kinds: TypeAlias = tuple[Kind, ...]
Span: TypeAlias = Annotated[Period, BeforeValidator(_period), WithJsonSchema({"type": "string"})]
Quantity: TypeAlias = Annotated[
    Amount, BeforeValidator(_amount), WithJsonSchema({"type": ["string", "number"]})
]
Words: TypeAlias = Annotated[tuple[str, ...], BeforeValidator(_words)]
Level: TypeAlias = Literal["一级", "二级", "二级甲等", "三级", "三级甲等"]
Title: TypeAlias = Literal["主任医师", "副主任医师", "主治医师", "住院医师", "医师"]
Tier: TypeAlias = Literal["A", "B", "B-", "C", "D"]
AsOf: TypeAlias = Annotated[str, BeforeValidator(str), Field(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]


class Shape(BaseModel):
    """Frozen, and without names it does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Issuer(Shape):
    """Who must have issued a paper. ``or_named``: words in a hospital's name that stand for the level."""

    level: Level | None = None
    or_named: Words = ()
    department: Words = ()


class DocumentsDemand(Issuer):
    """Papers that state the disease: one of ``any_of``, or every one of ``all_of``.

    ``says``: words of which the diagnosis must hold one (2级, 中重度); ``not``: words that it must not hold.
    ``no_substitute``: no other kind of paper in its place. ``title``: least title of who signs it.
    """

    any_of: Kinds = ()
    all_of: Kinds = ()
    no_substitute: bool = False
    says: Words = ()
    denies: Words = Field(default=(), alias="not")
    within: Span | None = None
    title: Title | None = None

    @model_validator(mode="after")
    def _one_list(self) -> DocumentsDemand:
        if bool(self.any_of) == bool(self.all_of):
            raise PydanticCustomError(FAULT, "any_of（任一）与 all_of（都要）须写且只写一项")
        return self


class ReportDemand(Issuer):
    """A report or record whose text says one of ``says`` (none given: that it exists is enough).

    ``about``: words by which the paper is told (CT, 肺功能); ``not``: words that say the contrary.
    """

    kinds: Kinds = (K.LAB_REPORT, K.EXAM_REPORT, K.PATHOLOGY_REPORT)
    about: Words = ()
    says: Words = ()
    denies: Words = Field(default=(), alias="not")
    count: int = Field(default=1, ge=1, le=20)
    within: Span | None = None


class Bounds(Shape):
    """Bounds of a number, both ends open or closed."""

    at_least: Quantity | None = None
    at_most: Quantity | None = None
    above: Quantity | None = None
    below: Quantity | None = None

    @property
    def is_empty(self) -> bool:
        """Whether no bound is given."""
        return not any((self.at_least, self.at_most, self.above, self.below))


class ValueDemand(Bounds, Issuer):
    """A result of a test: within bounds, or by words (``is``: positive, negative, high, low, abnormal).

    ``count`` results on different reports, the first and the last at least ``span`` apart. ``kinds``: where
    results are looked for.
    """

    item: Words = Field(min_length=1)
    kinds: Kinds = (K.LAB_REPORT, K.EXAM_REPORT, K.PATHOLOGY_REPORT)
    by_sex: dict[Literal["男", "女"], Bounds] = {}
    state: Literal["positive", "negative", "high", "low", "abnormal"] | None = Field(default=None, alias="is")
    count: int = Field(default=1, ge=1, le=20)
    within: Span | None = None
    span: Span | None = None

    @model_validator(mode="after")
    def _one_measure(self) -> ValueDemand:
        given = [not self.is_empty, bool(self.by_sex), self.state is not None]
        if sum(given) != 1:
            raise PydanticCustomError(
                FAULT,
                "界值（at_least、at_most、above、below）、by_sex（按性别）、is（阳性等）须写且只写一种",
            )
        if any(bounds.is_empty for bounds in self.by_sex.values()):
            raise PydanticCustomError(FAULT, "by_sex 中每个性别都要写界值")
        return self


class VisitsDemand(Shape):
    """At least ``count`` outpatient visits on different days, or ``or_stays`` stays, for this disease.

    ``span``: least time between the first and the last visit. ``drugs``: a drug must stand on the paper.
    """

    count: int = Field(ge=1, le=50)
    or_stays: int | None = Field(default=None, ge=1, le=20)
    kinds: Kinds = (K.OUTPATIENT_RECORD,)
    within: Span | None = None
    span: Span | None = None
    drugs: Words = ()


class CourseDemand(Shape):
    """The least course of the disease, counted to the submission from its onset or from a discharge."""

    at_least: Span
    since: Literal["onset", "discharge"] = "onset"


class SignersDemand(Shape):
    """So many different physicians of the title, or a higher one, signed one paper."""

    count: int = Field(ge=1, le=5)
    title: Title
    kinds: Kinds = (K.APPLICATION_FORM, K.DIAGNOSIS_CERTIFICATE)


class AgeDemand(Shape):
    """Completed years on the submission day."""

    at_least: int | None = Field(default=None, ge=0, le=120)
    at_most: int | None = Field(default=None, ge=0, le=120)
    below: int | None = Field(default=None, ge=1, le=120)

    @model_validator(mode="after")
    def _some_bound(self) -> AgeDemand:
        if self.at_least is None and self.at_most is None and self.below is None:
            raise PydanticCustomError(FAULT, "须写 at_least（不小于）、at_most（不大于）或 below（小于）")
        return self


class DeclarationDemand(Shape):
    """The applicant declares something (not a work injury); ``not``: words that say the contrary."""

    says: Words = Field(min_length=1)
    denies: Words = Field(default=(), alias="not")
    kinds: Kinds = (K.COMMITMENT_LETTER, K.APPLICATION_FORM)


class ExclusionDemand(Shape):
    """Other causes that must be ruled out; a diagnosis of one of ``causes`` says the contrary."""

    causes: Words = Field(min_length=1)
