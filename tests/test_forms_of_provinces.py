"""What application forms of many provinces ask for, each in its own words."""

from __future__ import annotations

import numpy as np
import pytest
from page_text import fields, line, runs

from ocr.diagnoses import parse_diagnoses
from ocr.labels import find_labels
from ocr.marks.tick_places import mark_lists
from ocr.place_values import parse_insured_places, parse_places
from ocr.types import DocumentKind as K


@pytest.mark.parametrize("label", ["申请门诊特定病种名称", "续期慢特病名称", "鉴定门诊重症慢性病病种"])
def test_labels_of_the_disease_are_put_together(label: str) -> None:
    assert [(h.concept, h.word) for h in find_labels(f"{label}：高血压病")] == [("disease", label)]


@pytest.mark.parametrize(
    ("text", "diagnoses"),
    [
        (
            "乙型肝炎肝硬化（失代偿期）、腹水、门静脉高压",
            ["乙型肝炎肝硬化（失代偿期）", "腹水", "门静脉高压"],
        ),
        ("糖尿病肾病IⅣ期、高甘油三酯血症", ["糖尿病肾病IV期", "高甘油三酯血症"]),
        ("系统性红斑狼疮|狼疮性肾炎IV型", ["系统性红斑狼疮", "狼疮性肾炎IV型"]),
        ("1、系统性红斑狼疮 M32.900 2、狼疮性肾炎IV型N08.501", ["系统性红斑狼疮", "狼疮性肾炎IV型"]),
    ],
)
def test_lists_of_diagnoses(text: str, diagnoses: list[str]) -> None:
    assert [d.value for d in parse_diagnoses(text)] == diagnoses


def test_places_end_before_the_options_of_another_question() -> None:
    assert [p.value for p in parse_insured_places("绵阳市 □初次申请 ☑续用申请")] == ["绵阳市"]
    assert [p.value for p in parse_places("菏泽市中华东路323号\n在职□退休□学生")] == ["菏泽市中华东路323号"]


def test_a_numbered_head_ends_the_address_above_it() -> None:
    page = (
        line("联系地址", 100, 100),
        line("咸阳市秦都区人民西路3号", 300, 100),
        line("2 申请信息", 100, 160),
    )
    assert fields(K.APPLICATION_FORM, *page)["address"] == ["咸阳市秦都区人民西路3号"]


def test_boxes_far_apart_are_no_list() -> None:
    """A blank form's line is no option because boxes stand far above and far below it."""
    texts = {100: "□新增 □续期", 420: "□职工", 700: "参保区县 江津区", 1200: "□同意 □不同意"}
    pixels = np.full((1400, 1600, 3), 255, np.uint8)
    pixels[703:727, 272:296] = 0
    page = runs(*(line(t, 300, y) for y, t in texts.items()))
    assert [r.text for r in mark_lists(page, pixels)] == list(texts.values())
