"""Visits that are still to come, and names in brackets where no doctor signs. Everybody is invented."""

from __future__ import annotations

import pytest
from page_text import extracted, fields, line

from ocr.types import DocumentKind as K


@pytest.mark.parametrize(
    ("printed", "sure"),
    [
        ("2024-09-01 08:30 已就诊", True),
        ("2024-09-01 08:30 上午", False),
        ("李建国 男 58岁 肾内科 预约 2024-09-01 09:00", None),
    ],
)
def test_a_visit_to_come_is_no_visit(printed: str, sure: bool | None) -> None:
    found = extracted(K.OUTPATIENT_RECORD, line(printed, 100, 300)).get("visit_date", ())
    assert [(f.confidence or 0.0) > 0.9 for f in found] == [s for s in [sure] if s is not None]


@pytest.mark.parametrize(
    ("before", "read"), [("医师签名：", ["张国强"]), ("家属签字：", None), ("患者签名：", None)]
)
def test_a_name_in_brackets_where_the_family_signs_is_no_doctors(before: str, read: list[str] | None) -> None:
    lines = [line("诊断：高血压病", 100, 300), line(before, 100, 1800), line("（张国强）", 600, 1800)]
    assert fields(K.DIAGNOSIS_CERTIFICATE, *lines).get("physician_name") == read


@pytest.mark.parametrize(
    ("printed", "read"), [("医生安排", None), ("医生查房", None), ("医生王芳", ["王芳"])]
)
def test_a_word_behind_the_doctor_is_no_name(printed: str, read: list[str] | None) -> None:
    assert fields(K.OUTPATIENT_RECORD, line(printed, 100, 300)).get("physician_name") == read
