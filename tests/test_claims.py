"""The disease a form claims: ticked in lists of several forms, in the title, in a sentence."""

from __future__ import annotations

import numpy as np
import pytest
from page_text import cells, fields, line, runs

from ocr.marks.tick_places import mark_lists
from ocr.types import DocumentKind as K

GRID = cells((100, 400, 300, 700), (305, 400, 1500, 700))


def claimed(*lines: tuple[str, float, float], kind: K = K.APPLICATION_FORM) -> list[object]:
    label = line("申报病种", 120, 500)
    got = fields(kind, label, *(line(*given) for given in lines), grid=GRID)
    return got.get("claimed_disease", [])


def test_only_ticked_options_of_columns_are_claimed() -> None:
    assert claimed(
        ("□1.恶性肿瘤", 320, 410),
        ("☑2.尿毒症透析", 800, 410),
        ("□3.高血压病", 320, 450),
        ("□4.糖尿病", 800, 450),
    ) == ["尿毒症透析"]


def test_nothing_is_claimed_from_a_list_that_nobody_ticked() -> None:
    assert claimed(("□恶性肿瘤", 320, 410), ("□糖尿病", 800, 410), ("□高血压病", 320, 450)) == []


def test_an_option_goes_on_below_in_its_column() -> None:
    assert claimed(
        ("☑糖尿病（合并感染或有心、", 320, 410),
        ("□冠心病", 720, 410),
        ("眼、肾并发症之一）", 320, 450),
        ("□癫痫", 320, 490),
        ("□哮喘", 720, 490),
    ) == ["糖尿病（合并感染或有心、眼、肾并发症之一）"]


def test_an_option_goes_on_in_the_next_row_of_a_paragraph() -> None:
    assert claimed(
        ("□高血压病 □糖尿病 □冠心病 □脑卒中 □慢阻肺 □哮喘 □肝硬化 ☑慢性肾", 310, 410),
        ("炎 □类风湿 □红斑狼疮 □癫痫 □帕金森氏病 ☑阿尔茨海默病 □甲减", 310, 450),
        ("□甲亢 □痛风", 310, 490),
    ) == ["慢性肾炎", "阿尔茨海默病"]


@pytest.mark.parametrize("tick", ["（√）", "(√)", "[√]", "【√】", "√", "■"])
def test_marks_behind_the_options(tick: str) -> None:
    empty = "（　）" if tick in "（√）(√)√■" else "[ ]"
    assert claimed(
        (f"1、恶性肿瘤{empty}", 320, 410),
        (f"2、血友病{tick}", 800, 410),
        (f"3、高血压Ⅲ期（有并发症之一者）{empty}", 320, 450),
        (f"4、癫痫{empty}", 800, 450),
    ) == ["血友病"]


def test_lists_without_a_label_and_lists_of_other_things() -> None:
    assert claimed(
        ("□恶性肿瘤 ☑血友病 □肝硬化 □癫痫", 320, 410),
        ("☑住院病历 ☑疾病诊断证明 □检查报告", 320, 600),
        kind=K.APPLICATION_FORM,
    ) == ["血友病"]
    got = fields(
        K.APPLICATION_FORM,
        line("并发症", 120, 500),
        line("☑高血压病 □糖尿病 □冠心病 □脑卒中", 320, 500),
        grid=GRID,
    )
    assert "claimed_disease" not in got


def test_codes_and_notes_are_no_part_of_the_name() -> None:
    assert claimed(("M03900 类风湿性关节炎", 320, 500)) == ["类风湿性关节炎"]
    assert claimed(("冠心病（首次申报）", 320, 500)) == ["冠心病"]
    assert claimed(("糖尿病　　□复审", 320, 500)) == ["糖尿病"]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("本人患有肝炎，现申请认定肝硬化特殊疾病门诊，请予审核。", "肝硬化"),
        ("特申请办理“慢性肾功能衰竭”门诊慢特病待遇。", "慢性肾功能衰竭"),
        ("现申请门诊慢性病（高血压病）待遇资格。", "高血压病"),
        ("经审核，符合冠心病门诊慢特病认定标准。", "冠心病"),
    ],
)
def test_a_disease_said_in_a_sentence(text: str, claim: str) -> None:
    got = fields(K.APPLICATION_FORM, line(text, 100, 900))
    assert got["claimed_disease"] == [claim]


@pytest.mark.parametrize(
    "text", ["本人已知晓门诊慢特病相关政策。", "不符合糖尿病门诊慢性病认定标准。", "申请门诊慢特病待遇。"]
)
def test_sentences_that_claim_nothing(text: str) -> None:
    assert "claimed_disease" not in fields(K.APPLICATION_FORM, line(text, 100, 900))


def test_a_disease_in_the_title() -> None:
    titles = ("门诊特殊慢性病（高血压）医师认定表", "邵阳市糖尿病门诊慢性病认定表")
    got = [fields(K.RECOGNITION_FORM, line(t, 400, 100)).get("claimed_disease") for t in titles]
    assert got == [["高血压"], ["糖尿病"]]
    assert "claimed_disease" not in fields(K.RECOGNITION_FORM, line("门诊慢性病（特殊病）申请表", 400, 100))


def test_boxes_that_were_not_read_are_judged_from_their_ink() -> None:
    texts = ["□高血压病", "□糖尿病", "□冠心病", "哮喘", "癫痫", "炎"]
    places = [(335 if t[0] == "□" else 350, 410 + 40 * n) for n, t in enumerate(texts)]
    pixels = np.full((800, 1600, 3), 255, np.uint8)
    for x, y in [(322, y) for _, y in places[:5]]:
        pixels[y + 3 : y + 27, x : x + 24] = 0
        pixels[y + 5 : y + 25, x + 2 : x + 22] = 255
    pixels[places[3][1] + 3 : places[3][1] + 27, 322:346] = 0  # filled
    page = runs(*(line(t, x, y) for t, (x, y) in zip(texts, places, strict=True)))
    read = [r.text for r in mark_lists(page, pixels)]
    assert read == ["□高血压病", "□糖尿病", "□冠心病", "☑哮喘", "□癫痫", "炎"]
