"""What application forms of many provinces ask for, each in its own words."""

from __future__ import annotations

import numpy as np
import pytest
from page_text import extracted, fields, line, runs

from ocr.diagnoses import parse_diagnoses
from ocr.labels import find_labels
from ocr.marks.filled_in import Written, least_of_a_hand
from ocr.marks.tick_places import mark_lists
from ocr.place_values import parse_insured_places, parse_places
from ocr.reliance import LOOSELY
from ocr.slots import find_slots
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


def test_the_disease_may_stand_right_behind_what_asks_for_it() -> None:
    found = fields(
        K.APPLICATION_FORM,
        line("申请病种类风湿关节炎", 100, 300),
        line("性别 男 出生日期 1971-11-10", 100, 360),
    )
    assert found["claimed_disease"] == ["类风湿关节炎"]
    assert (found["sex"], found["birth_date"]) == (["男"], ["1971-11-10"])


def test_hospitals_that_patients_choose_are_not_those_that_judged() -> None:
    page = (
        line("自愿选择门诊治疗医疗机构：江津区人民医院", 100, 300),
        line("医疗机构名称：重庆市江津区中心医院", 100, 900),
    )
    assert fields(K.APPLICATION_FORM, *page)["hospital_name"] == ["重庆市江津区中心医院"]


def test_a_period_that_the_end_of_the_line_broke() -> None:
    page = (line("认定有效期：2024年5月15日至2027年5", 300, 300), line("月15日", 300, 340))
    assert fields(K.APPLICATION_FORM, *page)["valid_until"] == ["2027-05-15"]


def test_a_stay_is_known_by_the_days_counted_behind_it() -> None:
    page = (
        line("医院：洛阳市中心医院 心血管内科 住院号：2728293", 300, 300),
        line("2023.12.16—2023.12.31，共15天", 300, 340),
    )
    found = fields(K.APPLICATION_FORM, *page)
    assert (found["admission_date"], found["discharge_date"]) == (["2023-12-16"], ["2023-12-31"])
    assert found["department"] == ["心血管内科"]
    assert "admission_date" not in fields(K.APPLICATION_FORM, line("2023.12.16—2025.12.31", 300, 340))


def test_a_relatives_telephone_is_not_the_patients() -> None:
    page = (line("联系电话1：13800138000", 100, 300), line("联系电话2：13900139000（妻）", 100, 360))
    assert fields(K.REMOTE_FILING_FORM, *page)["phone"] == ["13800138000"]


def test_a_page_filled_in_by_hand_is_told_by_the_middle_of_its_values() -> None:
    labels = (
        "姓名：李建国",
        "身份证号：430503196703121890",
        "联系电话：13800138000",
        "住址：邵阳市大祥区5号",
        "申请病种：糖尿病",
    )
    slots = find_slots(runs(*(line(t, 100, 300 + 60 * n) for n, t in enumerate(labels))))

    def page(values: list[float], labels: float) -> list[Written]:
        return [Written(s, (s.label.box,), "张三丰", v, labels) for s, v in zip(slots, values, strict=True)]

    assert least_of_a_hand(page([0.6, 0.7, 1.3, 0.5, 0.6], 0.55)) is None  # one name signed
    assert (
        least_of_a_hand(page([1.0, 1.1, 1.0, 1.2, 0.9], 1.0)) is None
    )  # a photo aslant leans with its labels
    by_hand = least_of_a_hand(page([1.0, 1.1, 1.0, 1.2, 0.9], 0.6))
    assert by_hand is not None
    assert 0.6 < by_hand < 0.9
    assert least_of_a_hand(page([1.0, 1.1, 1.0, 1.2, 0.9], 0.6)[:4]) is None  # too few to tell


def test_an_offices_address_behind_its_telephone_is_not_the_patients() -> None:
    page = (
        line("居住地址：黄石市黄石港区湖滨大道295号", 100, 300),
        line("手机号码：13800138000", 100, 360),
        line("6288153，地址：黄石港区杭州西路172号。", 100, 2000),
    )
    assert fields(K.APPLICATION_FORM, *page)["address"] == ["黄石市黄石港区湖滨大道295号"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("□城镇职工 ☑城乡居民", ["resident"]),
        ("☑职工医保 □居民医保 □离休干部", ["employee"]),
        ("□城镇职工 □城乡居民", None),
        ("☑职工大病保险 □城乡居民", None),
    ],
)
def test_the_insurance_ticked_under_the_title(text: str, kind: list[str] | None) -> None:
    found = extracted(K.APPLICATION_FORM, line("门诊医疗审批表", 500, 100), line(text, 100, 200))
    assert [f.value for f in found.get("insurance_type", ())] == (kind or [])
    assert all((f.confidence or 0.0) < 0.9 for f in found.get("insurance_type", ()))


def test_how_long_a_medicine_is_taken_is_not_surely_a_term() -> None:
    taken = line("拟用药时间自2024年9月2日至2025年3月1日。", 100, 900)
    found = extracted(K.APPLICATION_FORM, line("姓名：李建国", 100, 300), taken)
    assert [f.confidence for f in found.get("valid_until", ())] == [LOOSELY]
