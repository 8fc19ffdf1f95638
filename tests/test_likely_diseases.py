"""What reads like the name of a disease, and what stands in its place without being one."""

from __future__ import annotations

import pytest

from ocr.likely_diseases import likely_disease
from ocr.reliance import LOOSELY
from ocr.settled_diseases import AT_MOST, UNLIKE, settled_diseases
from ocr.types import DocumentKind as K
from ocr.types import Field, Source

NAMES = (
    "2型糖尿病",
    "高血压病3级(很高危)",
    "类风湿关节炎",
    "右肺下叶恶性肿瘤",
    "脑梗死后遗症",
    "慢性肾脏病5期",
    "膝痹病",
)
OTHER = (
    "主要诊断",
    "科室",
    "好转",
    "影像中心",
    "张建国",
    "2024-03-05",
    "脑梗死后遗症住院医师王某",
    "高血压病/2型糖尿病",
)


@pytest.mark.parametrize("text", NAMES)
def test_names_of_diseases(text: str) -> None:
    assert likely_disease(text) > 0.6


@pytest.mark.parametrize("text", OTHER)
def test_other_text_and_names_with_a_neighbour_glued_on(text: str) -> None:
    assert likely_disease(text) < UNLIKE


def test_no_text() -> None:
    assert 0 <= likely_disease("") < 0.5


def value(text: str) -> Field:
    return Field(text, text, 0.99, 1, (0, 0, 10, 10), Source.OCR)


def test_what_is_no_disease_is_left_out_and_two_in_one_are_doubted() -> None:
    given = [
        value(t)
        for t in ("慢性肾脏病5期", "影像中心", "高血压病3级、2型糖尿病", "肺恶性肿瘤(腺癌,骨转移,IV期)")
    ]
    kept = settled_diseases(K.DISCHARGE_SUMMARY, given)
    told = [(v.value, v.confidence) for v in kept]
    assert told == [
        ("慢性肾脏病5期", 0.99),
        ("高血压病3级、2型糖尿病", AT_MOST),
        ("肺恶性肿瘤(腺癌,骨转移,IV期)", 0.99),
    ]


def test_conclusions_in_sentences_stay() -> None:
    text = "(胃窦)活检小组织,黏膜轻度慢性炎,灶区糜烂"
    (kept,) = settled_diseases(K.PATHOLOGY_REPORT, [value(text)])
    assert (kept.value, kept.confidence) == (text, LOOSELY)


@pytest.mark.parametrize(
    "text", ["心律失常", "再障", "石棉肺", "不孕症", "BPH", "近视", "慢支", "地贫", "HIV/AIDS", "癲癇"]
)
def test_short_names_stay(text: str) -> None:
    (kept,) = settled_diseases(K.DISCHARGE_SUMMARY, [value(text)])
    assert kept.value == text


def test_a_name_in_letters_that_reads_like_none_is_doubted_not_left_out() -> None:
    (kept,) = settled_diseases(K.DISCHARGE_SUMMARY, [value("XLA")])
    assert (kept.value, kept.confidence) == ("XLA", AT_MOST)


def test_a_name_that_lost_an_end_of_its_brackets_is_never_sure() -> None:
    (kept,) = settled_diseases(K.DISCHARGE_SUMMARY, [value("高血压病3级（很高危")])
    assert (kept.value, kept.confidence) == ("高血压病3级（很高危", LOOSELY)
