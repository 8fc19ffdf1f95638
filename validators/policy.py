"""What a policy pack says: the shapes of ``packs/<policy>/pack.yaml``.

Every value stands in a ``Rule``: the value, the sentence that people read, where it comes from, as of
when, how far the source may be trusted (A official, B faithful reproduction, C content page, D general
knowledge or the project's own choice), and whether the bureau has adopted it. Values of other sources
that disagree are kept as ``rivals`` and never used.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Generic, Literal, TypeAlias, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, JsonValue

from ocr.types import DocumentKind
from validators.application import Category

T_co = TypeVar("T_co", covariant=True)
AsOf: TypeAlias = Annotated[str, BeforeValidator(str), Field(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]
Tier: TypeAlias = Literal["A", "B", "C", "D"]
CheckId: TypeAlias = Literal[
    "material-present",
    "material-legible",
    "identity-consistent",
    "identity-on-record",
    "id-number-valid",
    "id-card-valid",
    "insured-place",
    "disease-listed",
    "disease-supported",
    "disease-evidence",
    "hospital-level",
    "physician-title",
    "physician-signature",
    "hospital-seal",
    "report-recent",
    "date-order",
    "renewal-window",
    "id-selfie",
    "id-selfie-recent",
    "agent-authorised",
    "reused-material",
    "altered-material",
]


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Source(_Model):
    """A place where a value was read; ``read_on`` is when."""

    title: str = Field(min_length=2)
    address: str | None = None
    read_on: dt.date | None = None


class Rival(_Model):
    """What another source says of the same value; kept, never used."""

    value: JsonValue
    source: str
    as_of: AsOf
    tier: Tier
    note: str | None = None


class Rule(_Model, Generic[T_co]):
    """One value of a pack with its origin; ``clause`` is the sentence shown with every result."""

    value: T_co
    clause: str = Field(min_length=4)
    source: str
    as_of: AsOf
    tier: Tier
    adopted: bool
    rivals: tuple[Rival, ...] = ()


class Condition(_Model):
    """When a demand arises: always, only when an agent files, or only in some filing categories."""

    agent: bool | None = None
    categories: tuple[Category, ...] | None = None


class Material(_Model):
    """One paper to bring. ``weak`` kinds, alone, leave the matter to a person."""

    any_of: tuple[DocumentKind, ...] = Field(min_length=1)
    weak: tuple[DocumentKind, ...] = ()
    when: Condition = Condition()


class LevelDemand(_Model):
    """The least hospital level, on which papers. ``groups``: papers that serve the same purpose."""

    minimum: Literal["一级", "二级", "三级", "三级甲等"]
    groups: tuple[tuple[DocumentKind, ...], ...] = Field(min_length=1)
    when: Condition = Condition()


class TitleDemand(_Model):
    """The least title of the physician who signs, on which papers."""

    minimum: Literal["主任医师", "副主任医师", "主治医师", "住院医师", "医师"]
    kinds: tuple[DocumentKind, ...] = Field(min_length=1)


class SealDemand(_Model):
    """A seal on a paper, wherever that paper is handed in."""

    kind: DocumentKind
    owner: Literal["hospital", "hospital_or_bureau", "employer"] = "hospital"
    advisory: bool = False
    when: Condition = Condition()


class LookBack(_Model):
    """How many months back papers count; at least one of each group must lie inside."""

    months: int = Field(gt=0, le=120)
    groups: tuple[tuple[DocumentKind, ...], ...] = Field(min_length=1)


class Window(_Model):
    """Renewal window in days around the expiry day, and who may tell the expiry."""

    days_before: int = Field(gt=0, le=730)
    days_after: int = Field(ge=0, le=365)
    told_by: tuple[Literal["recognition_form", "entitlement"], ...] = Field(min_length=1)


class CatalogueDemand(_Model):
    """Which disease list holds; ``complete`` is false where names of it are still unidentified."""

    list: Literal["jiangxi", "hunan"]
    complete: bool


class AgentDemand(_Model):
    """The papers of one who files for another: their ID card, and one of ``letters``."""

    letters: tuple[DocumentKind, ...] = Field(min_length=1)


class Region(_Model):
    """GB/T 2260 code of the region whose insured people may use this policy."""

    code: str = Field(pattern=r"^\d{6}$")
    name: str
    province: str


class Policy(_Model):
    """One pack. A demand left out is not made; its checks answer ``not_applicable``."""

    id: str = Field(pattern=r"^[a-z]+(-[a-z]+)+$")
    title: str
    business: Literal["renewal", "application", "remote-filing"]
    region: Region
    effective_from: dt.date
    effective_to: dt.date | None = None
    sources: dict[str, Source]
    checks: dict[CheckId, Literal["mandatory", "advisory", "off"]] = {}

    must_agree: Rule[tuple[Literal["name", "id_number", "insured_place"], ...]]
    insured_place: Rule[str]
    materials: tuple[Rule[Material], ...]
    id_card_valid: Rule[bool]
    catalogue: Rule[CatalogueDemand] | None = None
    one_disease_per_form: Rule[bool] | None = None
    disease_support: Rule[tuple[DocumentKind, ...]] | None = None
    hospital_level: Rule[LevelDemand] | None = None
    signer_title: Rule[TitleDemand] | None = None
    signature: Rule[tuple[DocumentKind, ...]] | None = None
    seals: tuple[Rule[SealDemand], ...] = ()
    look_back: Rule[LookBack] | None = None
    window: Rule[Window] | None = None
    selfie: Rule[bool] | None = None
    selfie_days: Rule[int] | None = None
    agent: Rule[AgentDemand] | None = None
    decision_working_days: Rule[int]
    information: dict[str, Rule[JsonValue]] = {}

    def clause(self, rule: Rule[object]) -> str:
        """The rule's sentence with its source, date, trust tier and standing, for people."""
        source = self.sources.get(rule.source)
        title = source.title if source else rule.source
        standing = "" if rule.adopted else "，尚未采用"
        return f"{rule.clause}（依据：{title}，{rule.as_of}，可信级别 {rule.tier}{standing}）"


class Standing(_Model):
    """Rules that hold under every policy: how to read, what always must be so."""

    sources: dict[str, Source]
    clauses: dict[CheckId, Rule[JsonValue]]
