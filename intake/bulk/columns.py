"""The columns a manifest may have, by the headers that hospitals write, and the words their cells use."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from typing import Final

from ocr.values import insurance
from ocr.values.text import fold
from validators.pack import Pack
from validators.regions import Location, load_regions

HEADERS: Final[Mapping[str, str]] = {
    "name": "姓名 name 患者姓名 参保人姓名 申请人 申请人姓名 "
    "参保人 患者 病人姓名 applicant applicant_name applicant.name",
    "id_number": "身份证号 id_number 身份证 身份证号码 公民身份号码 证件号码 证件号 身份证件号码 "
    "患者身份证号 "
    "参保人身份证号 申请人身份证号 idno id_no idcard id_card applicant_id_number applicant.id_number",
    "policy": "政策 policy 政策编号 政策id policy_id 业务政策",
    "region": "地区 region 统筹区 地市 城市 行政区划 行政区划代码 地区代码 region_code city",
    "business": "业务 business 业务类型 办理业务 事项 办理事项 业务种类 申请类型",
    "diseases": "病种 diseases 申报病种 申请病种 门特病种 慢特病种 慢特病病种 病种名称 disease",
    "insured_place": "参保地 insured_place 参保地区 参保所在地 applicant.insured_place",
    "insurance": "险种 insurance 参保类型 险种类型 "
    "医保类型 人员类别 参保险种 insurance_type applicant.insurance",
    "submitted_on": "提交日期 submitted_on 申请日期 申报日期 "
    "受理日期 日期 date submission_date application_date",
    "category": "类别 category 备案类别 异地类别 备案类型 人员类型 filing_category",
    "relation": "申请方式 relation 办理方式 是否代办 applicant.relation",
    "agent_name": "代办人姓名 agent_name 代办人 经办人姓名 "
    "委托代理人 代理人姓名 agent agent.name applicant.agent.name",
    "agent_id_number": "代办人身份证号 agent_id_number 代办人身份证 代办人证件号码 代办人身份证号码 "
    "代理人身份证号 "
    "agent_id agent.id_number applicant.agent.id_number",
    "entitlement_disease": "现有病种 entitlement_disease 原病种 已认定病种 entitlement.disease",
    "entitlement_until": "待遇有效期止 entitlement_until 有效期止 待遇到期日 到期日期 待遇有效期 valid_until "
    "entitlement.valid_until",
    "files": "文件 files 文件名 材料 材料文件 附件 文件列表 file filename",
    "folder": "文件夹 folder 目录 材料目录 文件夹名 文件夹名称 材料文件夹 directory dir path",
    "external_id": "外部编号 external_id 院内编号 流水号 "
    "业务流水号 申请编号 外部流水号 申报编号 externalid",
}  # fmt: skip
"""Every column with its headers; the first is the one people are told."""

DAYS: Final = ("submitted_on", "entitlement_until")
ID_NUMBERS: Final = ("id_number", "agent_id_number")

_UNUSED: Final = frozenset(
    {"序号", "编号", "备注", "no", "no.", "note", "remark", "电话", "联系电话", "性别", "年龄"}
)


def _plain(header: str) -> str:
    return re.sub(r"[\s_*:：#-]", "", fold(header)).lower()


_COLUMNS: Final = {_plain(word): column for column, words in HEADERS.items() for word in words.split()}


def title(column: str) -> str:
    """The Chinese header of ``column``."""
    return HEADERS[column].split(maxsplit=1)[0]


def column_of(header: str) -> str | None:
    """The column that ``header`` names, notes in brackets and the star of a duty left out.

    >>> [column_of(text) for text in ("*姓 名（必填）", "ID_Number", "病种/diseases", "电话")]
    ['name', 'id_number', 'diseases', None]
    """
    without_notes = re.sub(r"[(\[（【].*?[)\]）】]", "", fold(header))
    for written in (header, without_notes):
        if column := _COLUMNS.get(_plain(written)):
            return column
    parts = {_COLUMNS.get(_plain(part)) for part in re.split(r"[/|\n]", without_notes)}
    return parts.pop() if len(parts) == 1 else None


def nearest(header: str) -> str | None:
    """The header that an unknown one may be a slip of; ``None`` where it is plainly another thing."""
    written = _plain(header)
    if not written or written in _UNUSED:
        return None
    near = get_close_matches(written, list(_COLUMNS), n=1, cutoff=0.6)
    return title(_COLUMNS[near[0]]) if near else None


CHOICES: Final[Mapping[str, Mapping[str, str]]] = {
    "insurance": {"employee": "职工", "resident": "居民"},
    "business": {
        "application": "申请 资格申请 认定 认定申请 待遇申请 门诊慢特病资格申请 门特申请",
        "renewal": "续期 延期 待遇续期 待遇延期 特门延期 特门延期申请 复审",
        "remote-filing": "异地 异地备案 异地就医 异地就医备案 备案 remote_filing",
    },
    "category": {
        "settled_retirement": "异地安置退休 异地安置退休人员 异地安置",
        "long_residence": "异地长期居住 异地长期居住人员 长期居住",
        "posted_work": "常驻异地工作 常驻异地工作人员 异地工作",
        "referral": "异地转诊 转诊 异地转诊人员 转诊转院",
        "temporary": "临时外出就医 临时外出就医人员 临时外出 临时",
    },
    "relation": {"self": "本人 本人办理 否", "agent": "代办 代理 委托 委托代办 是"},
}
"""Values that cells may hold for a column with fixed ones, by the value that the application takes."""


def chosen(column: str, text: str, packs: Sequence[Pack]) -> str | None:
    """The application's value for what a cell of ``column`` says; ``None`` where that is not understood."""
    plain = _plain(text)
    if column == "policy":
        titles = {_plain(pack.policy.title): pack.policy.id for pack in packs}
        return titles.get(plain, text.strip())
    if column == "region":
        return _region(text, packs)
    for value, words in CHOICES[column].items():
        if plain == _plain(value) or plain in (_plain(word) for word in words.split()):
            return value
    return insurance.normalise(text) if column == "insurance" else None


def choices(column: str, packs: Sequence[Pack]) -> str:
    """What a cell of ``column`` may say, for people."""
    if column == "region":
        return "、".join(dict.fromkeys(pack.policy.region.name for pack in packs))
    return "、".join(words.split(maxsplit=1)[0] for words in CHOICES[column].values())


def _region(text: str, packs: Sequence[Pack]) -> str | None:
    plain = fold(text)
    if re.fullmatch(r"[0-9]{6}", plain):
        return plain
    regions = load_regions()
    codes = dict.fromkeys(pack.policy.region.code for pack in packs)
    inside = [code for code in codes if regions.located(plain, code) is Location.INSIDE]
    return inside[0] if len(inside) == 1 else None
