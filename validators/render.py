"""A policy pack as text for people (Markdown): ``menshen policy show``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pydantic import BaseModel, JsonValue

from ocr.types import KIND_NAMES, DocumentKind
from validators.pack import Pack, rules_of
from validators.policy import Rule

_STANDING = {True: "已采用", False: "尚未采用"}
_KINDS: Mapping[str, str] = {kind.value: name for kind, name in KIND_NAMES.items()}
_PARTS = {
    "any_of": "须有其一",
    "weak": "单独提交时由人判断",
    "when": "条件",
    "categories": "类别",
    "agent": "代办时",
    "minimum": "不低于",
    "groups": "每组",
    "kinds": "材料",
    "kind": "材料",
    "owner": "印章单位",
    "advisory": "仅提示",
    "months": "月数",
    "days_before": "到期前天数",
    "days_after": "到期后天数",
    "told_by": "到期日依据",
    "list": "目录",
    "complete": "目录完整",
    "letters": "委托材料",
    "years_min": "最短年数",
    "years_max": "最长年数",
}
_CONDITION_WORDS = {
    "hospital": "出具医院",
    "hospital_or_bureau": "医院或医保经办机构",
    "employer": "用人单位",
    "entitlement": "待遇登记",
    "jiangxi": "江西省目录",
    "hunan": "湖南省目录",
    "name": "姓名",
    "id_number": "身份证号",
    "insured_place": "参保地",
    "settled_retirement": "异地安置退休",
    "long_residence": "异地长期居住",
    "posted_work": "常驻异地工作",
    "referral": "异地转诊",
    "temporary": "临时外出就医",
}


def render(pack: Pack) -> str:
    """The whole pack: head, every value with source and standing, rivals, sources, hash."""
    return "\n".join(_lines(pack)) + "\n"


def _lines(pack: Pack) -> Iterator[str]:
    policy = pack.policy
    until = policy.effective_to.isoformat() if policy.effective_to else "今"
    yield f"# {policy.title}（{policy.id}）"
    yield ""
    yield f"- 地区：{policy.region.province}{policy.region.name}（{policy.region.code}）"
    yield f"- 施行期：{policy.effective_from.isoformat()} 至 {until}"
    yield f"- SHA-256：{pack.sha256}"
    advisory = sorted(check for check, standing in policy.checks.items() if standing == "advisory")
    yield f"- 仅提示、不影响去向的检查：{'、'.join(advisory) or '无'}"
    yield ""
    yield "## 取值"
    for where, rule in rules_of(policy):
        yield from _rule(pack, where, rule)
    yield ""
    yield "## 来源"
    for key, source in policy.sources.items():
        read = f"，查阅于 {source.read_on.isoformat()}" if source.read_on else ""
        yield f"- {key}：{source.title}{f'（{source.address}）' if source.address else ''}{read}"


def _rule(pack: Pack, where: str, rule: Rule[JsonValue]) -> Iterator[str]:
    yield f"- {rule.clause}"
    standing = f"{rule.source}，{rule.as_of}，可信级别 {rule.tier}，{_STANDING[rule.adopted]}"
    yield f"  - {where} = {_shown(rule.value)}（{standing}）"
    for rival in rule.rivals:
        note = f"；{rival.note}" if rival.note else ""
        yield f"  - 另说：{_shown(rival.value)}（{rival.source}，{rival.as_of}，可信级别 {rival.tier}{note}）"


def _shown(value: object) -> str:
    """A value in words: kinds by their names, lists joined, empty parts left out."""
    if isinstance(value, BaseModel):
        held = {name: getattr(value, name) for name in type(value).model_fields}
        return _shown(held)
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, Mapping):
        parts = [(_PARTS.get(key) or _CONDITION_WORDS.get(key, key), part) for key, part in value.items()]
        return "，".join(f"{name} {_shown(part)}" for name, part in parts if _says_something(part))
    if isinstance(value, tuple | list):
        nested = any(isinstance(part, tuple | list) for part in value)
        return ("；" if nested else "、").join(_shown(part) for part in value)
    if isinstance(value, DocumentKind):
        return KIND_NAMES[value]
    text = str(value)
    return _KINDS.get(text, _CONDITION_WORDS.get(text, text))


def _says_something(part: object) -> bool:
    if isinstance(part, BaseModel):
        return any(_says_something(getattr(part, name)) for name in type(part).model_fields)
    return part not in (None, (), [], "", False)
