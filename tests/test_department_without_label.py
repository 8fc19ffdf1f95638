"""Departments that stand in a paper's head by themselves, beside the bed or not."""

from __future__ import annotations

import pytest
from page_text import fields, line

from ocr.types import DocumentKind as K


@pytest.mark.parametrize("text", ["神经内科", "神经内科 24床", "神经内科/24床"])
@pytest.mark.parametrize("kind", [K.DISCHARGE_SUMMARY, K.MEDICAL_INVOICE])
def test_alone_in_the_head(kind: K, text: str) -> None:
    assert fields(kind, line(text, 1200, 350))["department"] == ["神经内科"]


@pytest.mark.parametrize("text", ["检验科", "样章大学附属眼耳鼻喉科"])
def test_an_office_or_a_hospital_cut_short_is_none(text: str) -> None:
    assert "department" not in fields(K.MEDICAL_INVOICE, line(text, 1200, 350))


def test_two_alone_are_none() -> None:
    assert "department" not in fields(
        K.MEDICAL_INVOICE, line("神经内科", 200, 350), line("心血管内科", 1200, 350)
    )


@pytest.mark.parametrize(("bed", "told"), [("25床", ["精神科"]), ("25号", None)])
def test_before_a_bed_that_was_read_by_itself(bed: str, told: list[str] | None) -> None:
    patient = line("胡明发 男 36岁 住院号[9413697] 精神科", 70, 300)
    beside = line(bed, patient.box[2] + 60, 300)
    assert fields(K.MEDICAL_INVOICE, patient, beside).get("department") == told
