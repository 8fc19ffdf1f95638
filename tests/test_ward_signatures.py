"""Who signs a discharge paper, and when: a title before 签名 is a place in the ward."""

from __future__ import annotations

import pytest
from page_text import extracted, fields, line

from ocr.types import DocumentKind as K

_HEAD = line("出院记录", 600, 60, height=50)


@pytest.mark.parametrize("signed", ["签名", "签字", ""])
def test_a_title_that_is_a_label_is_none_on_a_discharge_paper(signed: str) -> None:
    row = [line(f"上级医师{signed}：孙国强", 100, 1700), line(f"住院医师{signed}：李雯", 700, 1700)]
    found = fields(K.DISCHARGE_SUMMARY, _HEAD, *row)
    assert found["physician_name"] == ["孙国强", "李雯"]
    assert "physician_title" not in found


def test_on_a_certificate_it_may_be_one() -> None:
    (title,) = extracted(K.DIAGNOSIS_CERTIFICATE, line("住院医师签名：李雯", 700, 1700))["physician_title"]
    assert (title.value, title.confidence) == ("住院医师", 0.89)


@pytest.mark.parametrize(("day", "told"), [("2024-05-06", None), ("2024-05-12", ["2024-05-12"])])
def test_nobody_signs_before_the_last_day(day: str, told: list[str] | None) -> None:
    stay = [line("入院日期：2024年5月1日", 100, 300), line("出院日期：2024年5月12日", 800, 300)]
    done = [line("内镜下胃息肉切除术", 100, 1400), line(day, 700, 1400)]
    assert fields(K.DISCHARGE_SUMMARY, _HEAD, *stay, *done).get("sign_date") == told
