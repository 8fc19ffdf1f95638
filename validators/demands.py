"""The demands that a pack can make: the shapes of the values in ``pack.yaml``."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal, Self, TypeAlias

from dateutil.relativedelta import relativedelta
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema, model_validator

from ocr.types import DocumentKind
from validators.application import Category
from validators.periods import End, PeriodText, birthday, end_of, last_day_after

Tier: TypeAlias = Literal["A", "B", "C", "D"]
AS_OF = r"^\d{4}(-\d{2}(-\d{2})?)?$"
AsOf: TypeAlias = Annotated[
    str,
    BeforeValidator(str),
    Field(pattern=AS_OF),
    WithJsonSchema(
        {
            "anyOf": [{"type": "string", "pattern": AS_OF}, {"type": "integer"}],
            "description": "该说法的时间：2025、2025-11 或 2025-11-20",
        }
    ),
]
Level: TypeAlias = Literal["一级", "二级", "三级", "三级甲等"]
Title: TypeAlias = Literal["主任医师", "副主任医师", "主治医师", "住院医师", "医师"]
Kinds: TypeAlias = Annotated[tuple[DocumentKind, ...], Field(min_length=1)]
DiseaseNames: TypeAlias = Annotated[tuple[str, ...], Field(min_length=1)]


class Shape(BaseModel):
    """A part of a pack: unknown keys are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Condition(Shape):
    """When a demand arises; all that is written must hold. Nothing written: always."""

    agent: bool | None = Field(default=None, description="true 仅代办时；false 仅本人办理时")
    categories: tuple[Category, ...] | None = Field(default=None, description="仅这些异地备案类别")
    insurance: Literal["employee", "resident"] | None = Field(
        default=None, description="仅职工（employee）或仅居民（resident）"
    )
    diseases: DiseaseNames | None = Field(default=None, description="仅这些病种（目录中的名称）")
    not_diseases: DiseaseNames | None = Field(default=None, description="这些病种除外（目录中的名称）")
    age_from: int | None = Field(default=None, ge=0, le=150, description="年满多少周岁起（含）")
    age_below: int | None = Field(default=None, ge=1, le=150, description="不满多少周岁")


class Material(Shape):
    """One paper to bring. ``weak`` kinds, alone, leave the matter to a person."""

    any_of: Kinds = Field(description="这些材料中有一种即可")
    weak: tuple[DocumentKind, ...] = Field(default=(), description="只有这些时由人判断能否代替")
    count: int = Field(default=1, ge=1, le=20, description="至少几份")
    when: Condition = Condition()


class LevelGroup(Shape):
    """Papers that serve one purpose, with a level of their own."""

    kinds: Kinds
    minimum: Level | None = Field(default=None, description="不写则用 minimum")


class LevelDemand(Shape):
    """The least hospital level, on which papers. ``groups``: papers that serve the same purpose."""

    minimum: Level
    groups: tuple[Kinds | LevelGroup, ...] = Field(min_length=1)
    when: Condition = Condition()

    def demanded(self) -> tuple[tuple[tuple[DocumentKind, ...], str], ...]:
        """Each group's kinds with the level asked of them."""
        return tuple(
            (group.kinds, group.minimum or self.minimum)
            if isinstance(group, LevelGroup)
            else (group, self.minimum)
            for group in self.groups
        )


class TitleDemand(Shape):
    """The least title of the physicians who sign, how many of them, and on which papers."""

    minimum: Title
    kinds: Kinds
    count: int = Field(default=1, ge=1, le=5, description="须有几名这样的医师")
    when: Condition = Condition()


class SealDemand(Shape):
    """A seal on a paper, wherever that paper is handed in."""

    kind: DocumentKind
    owner: Literal["hospital", "hospital_or_bureau", "employer"] = "hospital"
    advisory: bool = False
    when: Condition = Condition()


class PaperAge(Shape):
    """Papers of one purpose, and how old they may be; ``each`` for kinds that differ."""

    kinds: Kinds
    within: PeriodText | None = Field(default=None, description="不写则用整项的时限")
    each: dict[DocumentKind, PeriodText] = Field(default_factory=dict, description="某种材料另有时限的")


class DiseaseAge(Shape):
    """How old papers may be for some diseases; ``kinds``: for these papers only."""

    names: DiseaseNames
    within: PeriodText
    kinds: tuple[DocumentKind, ...] = ()


class LookBack(Shape):
    """How far back papers count; at least one of each group must lie inside."""

    months: int | None = Field(default=None, gt=0, le=120, description="月数；或写 within")
    within: PeriodText | None = None
    groups: tuple[Kinds | PaperAge, ...] = Field(min_length=1)
    diseases: tuple[DiseaseAge, ...] = Field(default=(), description="病种另有时限的")

    @model_validator(mode="after")
    def _one_length(self) -> LookBack:
        if (self.months is None) == (self.within is None):
            raise ValueError("months 与 within 须写其一，只写其一")
        return self

    @property
    def period(self) -> str:
        """The length where nothing else is said."""
        return self.within or f"{self.months}个月"

    def aged(self) -> tuple[PaperAge, ...]:
        """Each group in its long form."""
        return tuple(g if isinstance(g, PaperAge) else PaperAge(kinds=g) for g in self.groups)


class Window(Shape):
    """The renewal window around the expiry day, and who may tell the expiry.

    ``expires`` moves the day told to the end of its month, quarter or year; ``until_age`` ends the
    qualification no later than the day before that birthday. ``open_months`` and ``open_days`` narrow the
    days on which the counter takes applications at all.
    """

    days_before: int | None = Field(default=None, gt=0, le=730)
    months_before: int | None = Field(default=None, gt=0, le=24)
    days_after: int = Field(default=0, ge=0, le=365)
    months_after: int | None = Field(default=None, gt=0, le=12)
    told_by: tuple[Literal["recognition_form", "entitlement"], ...] = Field(min_length=1)
    expires: End = "as_told"
    until_age: int | None = Field(default=None, ge=1, le=150)
    open_months: tuple[Annotated[int, Field(ge=1, le=12)], ...] | None = None
    open_days: tuple[Annotated[int, Field(ge=1, le=31)], Annotated[int, Field(ge=1, le=31)]] | None = None

    @model_validator(mode="after")
    def _one_length(self) -> Window:
        if (self.days_before is None) == (self.months_before is None):
            raise ValueError("days_before 与 months_before 须写其一，只写其一")
        if self.months_after is not None and self.days_after:
            raise ValueError("days_after 与 months_after 只写其一")
        return self

    def expiry(self, told: dt.date, born: dt.date | None = None) -> dt.date:
        """The last day of the qualification, from the day told and the day of birth."""
        last = end_of(told, self.expires)
        if self.until_age is None or born is None:
            return last
        return min(last, birthday(born, self.until_age) - dt.timedelta(days=1))

    def opens(self, expiry: dt.date) -> dt.date:
        """The first day of the window."""
        return expiry - relativedelta(days=self.days_before or 0, months=self.months_before or 0)

    def closes(self, expiry: dt.date) -> dt.date:
        """The last day of the window."""
        return expiry + relativedelta(days=self.days_after, months=self.months_after or 0)

    def taken_on(self, day: dt.date) -> bool:
        """Whether the counter takes applications on ``day``."""
        if self.open_months is not None and day.month not in self.open_months:
            return False
        return self.open_days is None or self.open_days[0] <= day.day <= self.open_days[1]

    @property
    def before_in_words(self) -> str:
        """The length before the expiry: ``30 天``, ``2 个月``."""
        return f"{self.days_before} 天" if self.days_before is not None else f"{self.months_before} 个月"

    @property
    def after_in_words(self) -> str:
        """The length after the expiry; empty where the window ends with it."""
        if self.months_after is not None:
            return f"{self.months_after} 个月"
        return f"{self.days_after} 天" if self.days_after else ""


class Term(Shape):
    """How long a qualification lasts: exactly one of the five, and where its last day is moved to.

    ``calendar_years: n`` ends on 31 December of the year of the start plus n − 1.
    """

    years: int | None = Field(default=None, ge=1, le=50)
    months: int | None = Field(default=None, ge=1, le=600)
    calendar_years: int | None = Field(default=None, ge=1, le=50)
    until_age: int | None = Field(default=None, ge=1, le=150)
    unlimited: Literal[True] | None = None
    ends: End = "as_told"

    @model_validator(mode="after")
    def _one_length(self) -> Self:
        told = (self.years, self.months, self.calendar_years, self.until_age, self.unlimited)
        if sum(part is not None for part in told) != 1:
            raise ValueError("years、months、calendar_years、until_age、unlimited 须写其一，只写其一")
        return self

    def last_day(self, start: dt.date, born: dt.date | None = None) -> dt.date | None:
        """The last day of a qualification that begins on ``start``; ``None`` where there is none, or
        the day of birth would be needed.

        >>> str(Term(calendar_years=2).last_day(dt.date(2025, 6, 15)))
        '2026-12-31'
        """
        if self.unlimited:
            return None
        if self.calendar_years is not None:
            return dt.date(start.year + self.calendar_years - 1, 12, 31)
        if self.until_age is not None:
            return birthday(born, self.until_age) - dt.timedelta(days=1) if born else None
        return end_of(last_day_after(start, years=self.years or 0, months=self.months or 0), self.ends)


class DiseaseTerm(Term):
    """How long it lasts for some diseases."""

    names: DiseaseNames


class Validity(Term):
    """How long qualifications last, and which diseases have a length of their own."""

    diseases: tuple[DiseaseTerm, ...] = Field(default=(), description="病种另有有效期的")


class CatalogueDemand(Shape):
    """Which disease list holds; ``complete`` is false where names of it are still unidentified."""

    list: str = Field(
        pattern=r"^[a-z][a-z0-9-]*$",
        description="jiangxi 江西省目录，hunan 湖南省目录，own 为本政策包的 catalogue.csv",
    )
    complete: bool


class AgentDemand(Shape):
    """The papers of one who files for another: their ID card, and one of ``letters``."""

    letters: Kinds
