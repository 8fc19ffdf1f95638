"""Policies as portals see them: every value with the sentence, source and standing it has in its pack."""

from __future__ import annotations

import datetime as dt
from typing import Any

from pydantic import Field, JsonValue

from api.http.shapes.base import Told
from intake.case_views import demanded_materials
from validators.disease_row import Disease
from validators.pack import Pack
from validators.policy import Rule


class PolicySource(Told):
    """一处来源。"""

    title: str = Field(description="文件或页面的名称")
    address: str | None = Field(description="网址")
    read_on: dt.date | None = Field(description="查阅日期")


class RivalValue(Told):
    """其他来源的不同说法；仅供参考，检查时不采用。"""

    value: JsonValue
    source: str
    as_of: str
    tier: str
    note: str | None


class PolicyValue(Told):
    """一个取值及其依据。"""

    value: JsonValue = Field(description="取值")
    clause: str = Field(description="供人阅读的表述")
    source: str = Field(description="来源，见 sources")
    as_of: str = Field(description="来源所述的时间")
    tier: str = Field(description="可信级别：A 官方原文，B 忠实转载，C 内容页，D 常识或本系统的选择")
    adopted: bool = Field(description="是否已采用；未采用的不会使检查不通过")
    rivals: tuple[RivalValue, ...] = Field(description="其他来源的不同说法")


class MaterialValue(PolicyValue):
    """一项须提交的材料。"""

    name: str = Field(description="材料名称", examples=["疾病诊断证明书"])
    kinds: tuple[str, ...] = Field(description="可用的材料类型（kind），任一即可")
    agents_only: bool = Field(description="是否仅在代办时需要")
    categories: tuple[str, ...] = Field(description="仅在这些备案类别下需要；空为不限")


class CatalogueRow(Told):
    """目录中的一个病种。"""

    no: str = Field(description="目录编号")
    name: str = Field(description="病种名称", examples=["高血压病3级"])
    aliases: tuple[str, ...] = Field(description="别名")
    icd10: tuple[str, ...] = Field(description="ICD-10 编码范围")
    insurance: str = Field(description="both 职工与居民，resident 仅居民")
    age_rule: str = Field(description="年龄限制，如 0-7、<18；空为不限")


class PolicyCatalogue(Told):
    """病种目录。"""

    complete: bool = Field(description="目录是否完整；否则未列入的病种由人判断")
    clause: str = Field(description="政策依据")
    diseases: tuple[CatalogueRow, ...] = Field(description="病种")


class PolicyHead(Told):
    """政策的概况。"""

    id: str = Field(description="政策编号", examples=["shaoyang-renewal"])
    version: str = Field(description="版本（施行日期）", examples=["2025-03-01"])
    title: str = Field(description="名称")
    business: str = Field(description="renewal 续期，application 申请，remote-filing 异地备案")
    region: str = Field(description="地区代码（GB/T 2260）", examples=["430500"])
    region_name: str = Field(description="地区名称", examples=["湖南省邵阳市"])
    effective_from: dt.date = Field(description="施行之日")
    effective_to: dt.date | None = Field(description="停止之日（含）；空为仍在施行")
    sha256: str = Field(description="政策包的 SHA-256；检查结论据此可以复现")
    decision_working_days: int = Field(description="办结时限（工作日）")


class PolicyAnswer(PolicyHead):
    """政策的全部内容，每个取值都注明来源。"""

    materials: tuple[MaterialValue, ...] = Field(description="须提交的材料")
    catalogue: PolicyCatalogue | None = Field(description="病种目录；备案类业务没有")
    rules: dict[str, PolicyValue] = Field(
        description="其余要求：window 续期窗口（天）、look_back 材料时限（月）、hospital_level 医院等级、"
        "signer_title 医师职称、decision_working_days 办结时限等"
    )
    seals: tuple[PolicyValue, ...] = Field(description="须有的印章")
    information: dict[str, PolicyValue] = Field(description="供参考的信息，如 benefits 报销比例")
    checks: dict[str, str] = Field(description="仅提示（advisory）或不做（off）的检查；其余必做")
    sources: dict[str, PolicySource] = Field(description="来源")


class PolicyList(Told):
    """当日施行的政策。"""

    policies: tuple[PolicyHead, ...] = Field(description="政策")


def head_of(pack: Pack) -> PolicyHead:
    """A row of the list."""
    return PolicyHead(**_head(pack))


def answer_of(pack: Pack) -> PolicyAnswer:
    """A pack with all its values."""
    policy = pack.policy
    rules = {
        name: _value(held)
        for name in type(policy).model_fields
        if isinstance(held := getattr(policy, name), Rule) and name != "catalogue"
    }
    return PolicyAnswer(
        **_head(pack),
        materials=_materials(pack),
        catalogue=_catalogue(pack),
        rules=rules,
        seals=tuple(_value(rule) for rule in policy.seals),
        information={name: _value(rule) for name, rule in policy.information.items()},
        checks={str(check): standing for check, standing in policy.checks.items()},
        sources={name: PolicySource.model_validate(source) for name, source in policy.sources.items()},
    )


def _head(pack: Pack) -> dict[str, Any]:
    policy = pack.policy
    return {
        "id": policy.id,
        "version": pack.ref.version,
        "title": policy.title,
        "business": policy.business,
        "region": policy.region.code,
        "region_name": f"{policy.region.province}{policy.region.name}",
        "effective_from": policy.effective_from,
        "effective_to": policy.effective_to,
        "sha256": pack.sha256,
        "decision_working_days": policy.decision_working_days.value,
    }


def _value(rule: Rule[Any]) -> PolicyValue:
    return PolicyValue(**_rule(rule))


def _rule(rule: Rule[Any]) -> dict[str, Any]:
    held = rule.model_dump(mode="json")
    rivals = tuple(RivalValue(**rival) for rival in held.pop("rivals"))
    return held | {"rivals": rivals}


def _materials(pack: Pack) -> tuple[MaterialValue, ...]:
    return tuple(
        MaterialValue(
            **_rule(rule),
            name=view.name,
            kinds=view.kinds,
            agents_only=view.agents_only,
            categories=view.categories,
        )
        for rule, view in demanded_materials(pack.policy)
    )


def _catalogue(pack: Pack) -> PolicyCatalogue | None:
    if pack.policy.catalogue is None or pack.catalogue is None:
        return None
    rule = pack.policy.catalogue
    return PolicyCatalogue(
        complete=rule.value.complete,
        clause=pack.policy.clause(rule),
        diseases=tuple(_disease(row) for row in pack.catalogue.rows),
    )


def _disease(row: Disease) -> CatalogueRow:
    return CatalogueRow.model_validate(row)
