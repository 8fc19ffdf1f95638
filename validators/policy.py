"""What a policy pack says: the shapes of ``packs/<policy>/pack.yaml``.

Every value stands in a ``Rule``: the value, the sentence that people read, where it comes from, as of
when, how far the source may be trusted (A official, B faithful reproduction, C content page, D general
knowledge or the project's own choice), and whether the bureau has adopted it. Values of other sources
that disagree are kept as ``rivals`` and never used.
"""

from __future__ import annotations

import datetime as dt
from typing import Generic, Literal, TypeAlias, TypeVar

from pydantic import Field, JsonValue, field_validator

from ocr.types import DocumentKind
from validators.demands import (
    AgentDemand,
    AsOf,
    CatalogueDemand,
    Condition,
    LevelDemand,
    LookBack,
    Material,
    SealDemand,
    Shape,
    Tier,
    TitleDemand,
    Validity,
    Window,
)
from validators.expressions import faults_of

__all__ = [
    "AgentDemand",
    "CatalogueDemand",
    "CheckId",
    "Condition",
    "LevelDemand",
    "LocalRule",
    "LookBack",
    "Material",
    "Policy",
    "Region",
    "Rival",
    "Rule",
    "SealDemand",
    "Source",
    "Standing",
    "TitleDemand",
    "Validity",
    "Window",
]

T_co = TypeVar("T_co", covariant=True)
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
    "local-rule",
]


class Source(Shape):
    """A place where a value was read; ``read_on`` is when."""

    title: str = Field(min_length=2)
    address: str | None = None
    read_on: dt.date | None = None


class Rival(Shape):
    """What another source says of the same value; kept, never used."""

    value: JsonValue
    source: str
    as_of: AsOf
    tier: Tier
    note: str | None = None


class Rule(Shape, Generic[T_co]):
    """One value of a pack with its origin; ``clause`` is the sentence shown with every result."""

    value: T_co = Field(description="取值")
    clause: str = Field(min_length=4, description="给人看的一句话，随每个结果显示")
    source: str = Field(description="来源：sources 中的短名")
    as_of: AsOf
    tier: Tier = Field(description="可信级别：A 官方，B 忠实转载，C 内容页面，D 常识或自定")
    adopted: bool = Field(description="是否采用：true 不符合时退回补正，false 只作提示")
    rivals: tuple[Rival, ...] = ()


class LocalRule(Shape):
    """A rule of the place that no key expresses, as one CEL expression; see ``validators.conditions``.

    ``when`` (CEL) says in which cases it is asked; ``message`` says the finding where ``demand`` is false,
    ``remedy`` what to bring (nothing: a person judges).
    """

    id: str = Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", description="编号：小写字母、数字、连字符")
    when: str | None = Field(default=None, description="在什么情形下适用（CEL）；不写则总是适用")
    demand: str = Field(min_length=3, description="要求（CEL）：为真即符合")
    message: str = Field(min_length=4, description="不符合时对审核人员说的话")
    remedy: str | None = Field(default=None, description="请申请人怎样补正；不写则交人判断")
    clause: str = Field(min_length=4, description="给人看的一句话，随结果显示")
    source: str = Field(description="来源：sources 中的短名")
    as_of: AsOf
    tier: Tier = Field(description="可信级别：A 官方，B 忠实转载，C 内容页面，D 常识或自定")
    adopted: bool = Field(description="是否采用：true 不符合时退回补正，false 只作提示")
    advisory: bool = Field(default=False, description="true 只作提示，不影响去向")

    @field_validator("when", "demand")
    @classmethod
    def _understood(cls, written: str | None) -> str | None:
        if written is not None and (wrong := faults_of(written)):
            raise ValueError("；".join(wrong))
        return written

    def as_rule(self) -> Rule[JsonValue]:
        """The same with its expressions as the value, for lists of all values."""
        value: dict[str, JsonValue] = {"demand": self.demand}
        if self.when:
            value["when"] = self.when
        return Rule[JsonValue](
            value=value,
            clause=self.clause,
            source=self.source,
            as_of=self.as_of,
            tier=self.tier,
            adopted=self.adopted,
        )


class Region(Shape):
    """GB/T 2260 code of the region whose insured people may use this policy."""

    code: str = Field(pattern=r"^\d{6}$")
    name: str
    province: str


class Policy(Shape):
    """One pack. A demand left out is not made; its checks answer ``not_applicable``."""

    id: str = Field(pattern=r"^[a-z]+(-[a-z]+)+$")
    title: str
    business: Literal["renewal", "application", "remote-filing"]
    region: Region
    effective_from: dt.date
    effective_to: dt.date | None = None
    sources: dict[str, Source]
    checks: dict[CheckId, Literal["mandatory", "advisory", "off"]] = Field(default_factory=dict)

    must_agree: Rule[tuple[Literal["name", "id_number", "insured_place"], ...]]
    insured_place: Rule[str]
    materials: tuple[Rule[Material], ...]
    id_card_valid: Rule[bool]
    catalogue: Rule[CatalogueDemand] | None = None
    one_disease_per_form: Rule[bool] | None = None
    disease_support: Rule[tuple[DocumentKind, ...]] | None = None
    standards: tuple[Rule[str], ...] = ()
    hospital_level: Rule[LevelDemand] | None = None
    signer_title: Rule[TitleDemand] | None = None
    signature: Rule[tuple[DocumentKind, ...]] | None = None
    signature_count: Rule[int] | None = None
    seals: tuple[Rule[SealDemand], ...] = ()
    look_back: Rule[LookBack] | None = None
    window: Rule[Window] | None = None
    validity: Rule[Validity] | None = None
    selfie: Rule[bool] | None = None
    selfie_days: Rule[int] | None = None
    agent: Rule[AgentDemand] | None = None
    decision_working_days: Rule[int]
    conditions: tuple[LocalRule, ...] = ()
    information: dict[str, Rule[JsonValue]] = Field(default_factory=dict)

    def clause(self, rule: Rule[object] | LocalRule) -> str:
        """The rule's sentence with its source, date, trust tier and standing, for people."""
        source = self.sources.get(rule.source)
        title = source.title if source else rule.source
        standing = "" if rule.adopted else "，尚未采用"
        return f"{rule.clause}（依据：{title}，{rule.as_of}，可信级别 {rule.tier}{standing}）"


class Standing(Shape):
    """Rules that hold under every policy: how to read, what always must be so."""

    sources: dict[str, Source]
    clauses: dict[CheckId, Rule[JsonValue]]
