"""Values of a pack in words: keys and values as people say them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from pydantic import BaseModel

from ocr.types import KIND_NAMES, DocumentKind

KEYS: Mapping[str, str] = {
    "must_agree": "须一致的内容",
    "insured_place": "参保地",
    "id_card_valid": "身份证在有效期内",
    "materials": "须提交的材料",
    "catalogue": "病种目录",
    "one_disease_per_form": "一表一病",
    "disease_support": "诊断依据",
    "standards": "病种认定标准",
    "hospital_level": "医院等级",
    "signer_title": "医师职称",
    "signature": "医师签名",
    "signature_count": "签名人数",
    "seals": "印章",
    "look_back": "材料时限",
    "window": "续期办理期",
    "validity": "待遇有效期",
    "selfie": "手持身份证照片",
    "selfie_days": "照片拍摄时间",
    "agent": "代办手续",
    "decision_working_days": "办结时限（工作日）",
    "conditions": "当地规定",
    "information": "供查看的信息",
}
_KINDS: Mapping[str, str] = {kind.value: name for kind, name in KIND_NAMES.items()}
PARTS = {
    "any_of": "须有其一",
    "weak": "单独提交时由人判断",
    "count": "至少几份（人）",
    "when": "条件",
    "categories": "类别",
    "agent": "代办",
    "insurance": "参保类型",
    "diseases": "病种",
    "not_diseases": "病种除外",
    "names": "病种",
    "age_from": "年满（周岁）",
    "age_below": "不满（周岁）",
    "minimum": "不低于",
    "groups": "每组",
    "kinds": "材料",
    "kind": "材料",
    "each": "另有时限",
    "within": "时限",
    "owner": "印章单位",
    "advisory": "仅提示",
    "months": "月数",
    "years": "年数",
    "calendar_years": "自然年数（止于 12 月 31 日）",
    "until_age": "至满（周岁）",
    "unlimited": "长期有效",
    "ends": "止日",
    "expires": "到期日",
    "days_before": "到期前天数",
    "months_before": "到期前月数",
    "days_after": "到期后天数",
    "months_after": "到期后月数",
    "open_months": "受理月份",
    "open_days": "受理日",
    "told_by": "到期日依据",
    "list": "目录",
    "complete": "目录完整",
    "letters": "委托材料",
    "years_min": "最短年数",
    "years_max": "最长年数",
    "demand": "要求",
}
_VALUES = {
    "hospital": "出具医院",
    "hospital_or_bureau": "医院或医保经办机构",
    "employer": "用人单位",
    "entitlement": "待遇登记",
    "jiangxi": "江西省目录",
    "hunan": "湖南省目录",
    "own": "本政策包的 catalogue.csv",
    "employee": "职工",
    "resident": "居民",
    "as_told": "如所写",
    "month_end": "顺延至月末",
    "quarter_end": "顺延至季末",
    "year_end": "顺延至 12 月 31 日",
    "name": "姓名",
    "id_number": "身份证号",
    "insured_place": "参保地",
    "settled_retirement": "异地安置退休",
    "long_residence": "异地长期居住",
    "posted_work": "常驻异地工作",
    "referral": "异地转诊",
    "temporary": "临时外出就医",
}


def name_of(where: str) -> str:
    """A place of the file by its Chinese name: ``materials[0]`` → ``须提交的材料 1``.

    >>> name_of("materials[0]"), name_of("information.channels")
    ('须提交的材料 1', '供查看的信息 channels')
    """
    match = re.fullmatch(r"(\w+)(?:\[(\d+)\]|\.(.+))?", where)
    if match is None:
        return where
    key = KEYS.get(match[1], match[1])
    if match[2] is not None:
        return f"{key} {int(match[2]) + 1}"
    return f"{key} {match[3]}" if match[3] else key


def in_words(value: object) -> str:
    """A value in words: kinds by their names, lists joined, parts that say nothing left out.

    >>> in_words({"minimum": "二级", "when": {"agent": None}})
    '不低于 二级'
    """
    if isinstance(value, BaseModel):
        fields = sorted(type(value).model_fields, key=lambda name: name != "names")
        return in_words({name: getattr(value, name) for name in fields})
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, Mapping):
        parts = [(_key(key, part), part) for key, part in value.items() if _says_something(key, part)]
        return "，".join(f"{name} {in_words(part)}" for name, part in parts)
    if isinstance(value, tuple | list):
        return _list_in_words(value)
    if isinstance(value, DocumentKind):
        return KIND_NAMES[value]
    text = str(value)
    return _KINDS.get(text, _VALUES.get(text, text))


def _list_in_words(value: Sequence[object]) -> str:
    if value and all(isinstance(part, BaseModel | Mapping) for part in value):
        return "".join(f"（{in_words(part)}）" for part in value)
    nested = any(isinstance(part, tuple | list | BaseModel | Mapping) for part in value)
    return ("；" if nested else "、").join(in_words(part) for part in value)


def _key(key: object, part: object = None) -> str:
    if key == "diseases" and isinstance(part, tuple | list) and any(isinstance(p, BaseModel) for p in part):
        return "病种另有规定"
    if isinstance(key, DocumentKind):
        return KIND_NAMES[key]
    return PARTS.get(str(key)) or _VALUES.get(str(key), str(key))


def _says_something(key: object, part: object) -> bool:
    if isinstance(part, BaseModel):
        return any(_says_something(name, getattr(part, name)) for name in type(part).model_fields)
    if isinstance(part, Mapping):
        return any(_says_something(name, held) for name, held in part.items())
    usual = (key == "count" and part == 1) or (key == "days_after" and part == 0) or part == "as_told"
    return (
        not usual
        and (key in ("agent", "complete") or part is not False)
        and part not in (None, (), [], "", {})
    )
