"""What a person may write into a field: the contract's form of its value, or nothing at all."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from typing import Final

from ocr.types import FieldValue
from ocr.values import hospital_levels, titles
from ocr.values.text import narrow

MOST_LETTERS: Final = 200
MOST_VALUES: Final = 30
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_NAME = re.compile(r"[\u3400-\u9fff\U00020000-\U000323af·A-Za-z]{1,50}")


def _text(stated: str) -> str | None:
    return stated.strip() if 0 < len(stated.strip()) <= MOST_LETTERS else None


def _name(stated: str) -> str | None:
    joined = "".join(stated.split())
    return joined if _NAME.fullmatch(joined) else None


def _number(stated: str) -> str | None:
    """18 characters as the paper has them, a wrong check digit included: the checks say that it is wrong."""
    joined = "".join(narrow(stated).split()).upper()
    return joined if re.fullmatch(r"\d{17}[\dX]", joined, re.ASCII) else None


def _date(stated: str) -> str | None:
    try:
        return dt.date.fromisoformat(stated).isoformat() if _DAY.fullmatch(stated) else None
    except ValueError:
        return None


def _until(stated: str) -> str | None:
    return "长期" if stated.strip() == "长期" else _date(stated)


def _age(stated: str) -> int | None:
    return int(stated) if re.fullmatch(r"\d{1,3}", stated, re.ASCII) and int(stated) <= 150 else None


def _one_of(*values: str) -> Callable[[str], str | None]:
    return lambda stated: stated if stated in values else None


_FORMS: Final[Mapping[str, tuple[Callable[[str], FieldValue | None], str]]] = {
    **dict.fromkeys(("patient_name", "physician_name", "agent_name"), (_name, "须为姓名，不超过 50 个字")),
    **dict.fromkeys(("id_number", "agent_id_number"), (_number, "须为 18 位身份证号码")),
    **dict.fromkeys(
        (
            "application_date",
            "visit_date",
            "admission_date",
            "discharge_date",
            "report_date",
            "issue_date",
            "sign_date",
            "birth_date",
            "valid_from",
        ),
        (_date, "须为日期，写作 2025-11-20"),
    ),
    "valid_until": (_until, "须为日期或“长期”"),
    "sex": (_one_of("男", "女"), "只能是 男、女 之一"),
    "age": (_age, "须为 0 至 150 的整数"),
    "insurance_type": (_one_of("employee", "resident"), "只能是 employee、resident 之一"),
    "filing_category": (
        _one_of("settled_retirement", "long_residence", "posted_work", "referral", "temporary"),
        "没有这个备案类别",
    ),
    "hospital_level": (hospital_levels.normalise, "须为医院等级，例如 三级甲等"),
    "physician_title": (titles.normalise, "须为医师职称，例如 副主任医师"),
    **dict.fromkeys(
        (
            "phone",
            "record_number",
            "report_number",
            "card_number",
            "address",
            "insured_place",
            "department",
            "issuing_authority",
            "ethnicity",
            "claimed_disease",
            "diagnosis",
            "hospital_name",
        ),
        (_text, f"须为 1 至 {MOST_LETTERS} 个字"),
    ),
}
FIELDS: Final = frozenset(_FORMS)
"""Fields a person may correct: those of the contract but the rows of test reports."""
SEVERAL: Final = frozenset({"claimed_disease", "diagnosis"})
"""Fields that hold one entry a disease; a correction gives all of them."""


def normal(field: str, stated: str) -> FieldValue | None:
    """What was stated in the contract's form, ``None`` where it cannot be; ``field`` is one of ``FIELDS``."""
    return _FORMS[field][0](stated)


def demand(field: str) -> str:
    """In Chinese, what a value of the field must be."""
    return _FORMS[field][1]
