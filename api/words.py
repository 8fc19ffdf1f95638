"""The Chinese words that the doors show for the names the code uses, and personal numbers masked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from intake.case_yaml import CASE_YAML
from ocr.types import Document, Field, FieldValue, Finding
from ocr.values.id_number import find_id_numbers
from validators.verdict import CheckResult, Evidence, Outcome, Route

ROUTES: Mapping[Route, str] = {
    Route.READY_FOR_REVIEW: "材料齐全，可交审核",
    Route.NEEDS_CORRECTION: "需申请人补正",
    Route.NEEDS_ATTENTION: "需人工核对",
}
OUTCOMES: Mapping[Outcome, str] = {
    Outcome.UNMET: "不符合",
    Outcome.UNKNOWN: "无法判断",
    Outcome.MET: "符合",
    Outcome.NOT_APPLICABLE: "不适用",
}
OUTCOME_ORDER = tuple(OUTCOMES)
"""The order in which people are shown outcomes: what needs them first."""

CHECKS: Mapping[str, str] = {
    "material-present": "材料齐全",
    "material-legible": "材料清晰可读",
    "identity-consistent": "姓名与身份证号一致",
    "identity-on-record": "与参保登记一致",
    "id-number-valid": "身份证号有效",
    "id-card-valid": "身份证在有效期内",
    "insured-place": "参保地",
    "disease-listed": "病种在目录内",
    "disease-supported": "诊断支持所报病种",
    "disease-evidence": "病种认定标准",
    "hospital-level": "医院等级",
    "physician-title": "医师职称",
    "physician-signature": "医师签名",
    "hospital-seal": "医院印章",
    "report-recent": "病历与报告在时限内",
    "date-order": "日期先后",
    "renewal-window": "续期时间",
    "id-selfie": "手持身份证照片",
    "id-selfie-recent": "手持照片为近期拍摄",
    "agent-authorised": "代办手续",
    "reused-material": "材料是否重复使用",
    "altered-material": "材料是否被改动",
    "local-rule": "当地规定",
}

CHANNELS: Mapping[str, str] = {
    "ganfutong": "赣服通",
    "jiangxi-gov": "江西政务服务网",
    "shangrao-wechat": "上饶医疗保障公众号",
    "xiangyibao": "湘医保",
    "nhsa-app": "国家医保服务平台",
    "counter": "窗口",
    "hospital": "医院报送",
}
"""Where a case was handed in."""

FIELDS: Mapping[str, str] = {
    "patient_name": "姓名",
    "physician_name": "医师",
    "agent_name": "代办人姓名",
    "sex": "性别",
    "age": "年龄",
    "id_number": "身份证号",
    "agent_id_number": "代办人身份证号",
    "phone": "电话",
    "record_number": "病历号",
    "report_number": "报告编号",
    "card_number": "卡号",
    "address": "住址",
    "insured_place": "参保地",
    "department": "科室",
    "issuing_authority": "签发机关",
    "ethnicity": "民族",
    "insurance_type": "参保类型",
    "claimed_disease": "申报病种",
    "diagnosis": "诊断",
    "hospital_name": "医院",
    "hospital_level": "医院等级",
    "physician_title": "医师职称",
    "application_date": "申请日期",
    "visit_date": "就诊日期",
    "admission_date": "入院日期",
    "discharge_date": "出院日期",
    "report_date": "报告日期",
    "issue_date": "开具日期",
    "sign_date": "签名日期",
    "birth_date": "出生日期",
    "valid_from": "有效期起",
    "valid_until": "有效期止",
    "filing_category": "备案类别",
    "test_items": "检验项目",
}
"""Every field of the contract, in its order."""

PLACES: Mapping[str, str] = {
    **FIELDS,
    "diseases": "申报病种",
    "category": "备案类别",
    "entitlement": "现有待遇",
    "seal": "印章",
    "signature": "签名",
    "face": "人脸",
    "photo_date": "照片中的日期",
    "taken_at": "拍摄时间",
}
"""What evidence may name: a field, what the application states, or a mark."""

VALUES: Mapping[str, Mapping[str, str]] = {
    "insurance_type": {"employee": "职工", "resident": "居民"},
    "filing_category": {
        "settled_retirement": "异地安置退休",
        "long_residence": "异地长期居住",
        "posted_work": "常驻异地工作",
        "referral": "异地转诊",
        "temporary": "临时外出就医",
    },
}

FINDINGS: Mapping[Finding, str] = {
    Finding.BLURRED: "画面模糊",
    Finding.TOO_DARK: "过暗",
    Finding.TOO_BRIGHT: "过亮",
    Finding.GLARE: "反光",
    Finding.LOW_RESOLUTION: "分辨率过低",
    Finding.TEXT_TOO_SMALL: "文字过小",
    Finding.CUT_OFF: "边缘被截",
    Finding.TILTED: "倾斜",
    Finding.SHADOW: "有阴影",
    Finding.BLANK: "空白页",
    Finding.SCREEN_PHOTO: "翻拍屏幕",
    Finding.OBSTRUCTED: "有遮挡",
}

_GAP = r"[\s*.·_\u2010-\u2015\uff0d-]{0,3}"
_CENTURY = f"(?:1{_GAP}[89]|2{_GAP}0)"
_ID_SHAPE = _GAP.join((*[r"\d"] * 6, _CENTURY, *[r"\d"] * 2, "[01]", r"\d", "[0-3]", *[r"\d"] * 4))
_PERSONAL_NUMBER = re.compile(
    rf"(?<!\d){_ID_SHAPE}{_GAP}[\dXx](?!\d)"
    r"|(?<!\d)1[3-9]\d[ -]\d{4}[ -]\d{4}(?!\d)"
    r"|(?<!\d)\d{4}(?:[ -]\d{4}){3,}(?:[ -]\d{1,3})?(?!\d)"
    r"|\d(?:\d{10,}|(?:[ \u3000]?\d){14,})(?:[ \u3000]?[Xx])?"
)
"""Numbers of people, wrong ones too: an ID number however it is set apart (told by the birth date inside),
a phone and a card in their usual groups, eleven digits and more, fifteen and more set apart by blanks."""
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Terminal escapes and marks that reverse the direction of writing."""


def printable(text: str) -> str:
    """``text`` as it may go to a terminal: a paper or a file name must not steer it."""
    return _UNPRINTABLE.sub("", text).encode("utf-8", "replace").decode("utf-8")


def plain(text: str) -> str:
    """``text`` as people may see it, whoever wrote it: printable, and personal numbers masked."""
    return masked(printable(text))


def masked(text: str) -> str:
    """``text`` with every personal number cut to its first 3 and last 4 characters.

    >>> masked("身份证号 430503196703124512，电话 13000000000")
    '身份证号 430***********4512，电话 130****0000'
    >>> masked("430503-19670312-4514")
    '430*************4514'
    """
    for found in find_id_numbers(text, old_form=True):  # the span keeps its length
        text = text[: found.start] + _mask(text[found.start : found.end]) + text[found.end :]
    return _PERSONAL_NUMBER.sub(lambda found: _mask(found[0]), text)


def _mask(number: str) -> str:
    return number[:3] + "*" * (len(number) - 7) + number[-4:]


def place_words(evidence: Evidence) -> str:
    """File, page and field of a piece of evidence; what ``case.yaml`` says is the application's word."""
    words = "申请信息" if evidence.file == CASE_YAML else plain(evidence.file)
    if evidence.page:
        words += f" 第 {evidence.page} 页"
    if evidence.field:
        words += f" · {PLACES.get(evidence.field, evidence.field)}"
    value = plain(shown(evidence.field, evidence.value))
    return f"{words}：{value}" if value else words


def shown(field: str | None, value: FieldValue | None) -> str:
    """A field's value as a person reads it; rows of a report in one line, personal numbers masked."""
    if value is None:
        return ""
    if isinstance(value, Mapping):
        parts = (value.get(key) for key in ("name", "result", "unit", "flag"))
        return masked(" ".join(part for part in parts if part))
    return masked(VALUES.get(field or "", {}).get(str(value), str(value)))


def field_rows(document: Document) -> Iterator[tuple[str, str, Field]]:
    """What was read from a paper, in the contract's order: the field's name and value for people."""
    for name in (*FIELDS, *(name for name in document.fields if name not in FIELDS)):
        for field in document.fields.get(name, ()):
            yield FIELDS.get(name, name), plain(shown(name, field.value)), field


def refusal_words(document: Document) -> str | None:
    """Why a paper could not be opened, and what to do; ``None`` where it was opened."""
    refused = document.refused
    return f"{refused.message}{refused.remedy}（{refused.code}）" if refused else None


def check_name(check: CheckResult) -> str:
    """How a check is named for people."""
    return CHECKS.get(check.id, check.id)
