"""Booklets, panels, letters and registers of recognition: what is whose, and what is nobody's."""

from __future__ import annotations

import pytest
from page_text import cells, extracted, fields, line, runs

from ocr.extract import PageText, extract
from ocr.labels import find_labels
from ocr.spread import pages_of
from ocr.types import DocumentKind as K
from ocr.types import Source, TextLine
from ocr.values.names import find_printed_and_signed

LEFT = tuple(
    line(text, 50, 100 + 60 * n, height=24)
    for n, text in enumerate(
        ("门诊特殊慢性病医疗证", "姓名：李建国", "性别：男", "人员类别：职工", "病种：系统性红斑狼疮")
    )
)
RIGHT = tuple(
    line(text, 560, 100 + 60 * n, height=24)
    for n, text in enumerate(
        (
            "年审记录",
            "2024  合格",
            "2025  合格",
            "须知：1.本证仅限本人使用；",
            "保障卡一并出示；3.每年12月年审。",
        )
    )
)


def test_a_booklets_right_page_goes_on_with_no_line_of_its_left_one() -> None:
    page = PageText(1, runs(*LEFT, *RIGHT), Source.OCR, 1100, 700)
    assert [f.value for f in extract(K.RECOGNITION_FORM, [page])["claimed_disease"]] == ["系统性红斑狼疮"]


def test_a_sheet_is_no_booklet_where_its_title_lies_over_the_fold_or_it_stands_upright() -> None:
    title = line("样章市门诊慢特病认定登记表", 300, 20, height=40)
    parted = [pages_of(runs(*LEFT, *RIGHT, *more), 1100, height) for more, height in (((), 700), ((), 1500))]
    assert list(map(len, parted)) == [2, 1]
    assert len(pages_of(runs(title, *LEFT, *RIGHT), 1100, 700)) == 1


@pytest.mark.parametrize(
    "lines",
    [
        (line("样章市第三人民医院", 100, 70), line("地址：样章市亭湖区样路149号", 100, 110)),
        (line("地址：样章市亭湖区样路149号  总机：0515-88880000", 100, 600),),
        (line("地址：样章市亭湖区样路149号", 100, 2200), line("第1页，共1页", 1300, 2200)),
    ],
)
def test_the_hospitals_address_is_not_the_patients(lines: tuple[TextLine, ...]) -> None:
    assert "address" not in fields(K.RECOGNITION_FORM, *lines, line("姓名：李建国", 100, 900))


def test_a_home_beside_its_persons_name_is_his_wherever_it_stands() -> None:
    got = fields(
        K.COMMITMENT_LETTER, line("承诺人：李建国", 100, 2150), line("地址：样章市样路149号", 100, 2200)
    )
    assert got["address"] == ["样章市样路149号"]


def test_number_on_an_agents_row_is_the_agents_inside_the_applicants_block() -> None:
    grid = cells((100, 100, 200, 400), (200, 100, 1500, 250), (200, 250, 1500, 400))
    got = fields(
        K.COMMITMENT_LETTER,
        line("申请人", 105, 230),
        line("姓名", 220, 120),
        line("李建国", 400, 120),
        line("证件编号", 800, 120),
        line("430503196703121890", 1000, 120),
        line("委托代理人", 220, 320),
        line("王小芳", 400, 320),
        line("证件编号", 800, 320),
        line("361103195911022260", 1000, 320),
        grid=grid,
    )
    assert got["id_number"] == ["430503196703121890"]
    assert got["agent_id_number"] == ["361103195911022260"]


def test_a_letter_of_a_hospital_names_its_physician_and_department() -> None:
    got = fields(
        K.COMMITMENT_LETTER,
        line("样章肿瘤医院", 100, 60),
        line("使用特殊药品参保患者知情承诺书", 500, 160, height=45),
        line("科室：肾病科  登记号：7138206053  医保：城乡居民", 100, 300),
        line("责任医师：王小芳（副主任医师）", 100, 900),
    )
    assert got["hospital_name"] == ["样章肿瘤医院"]
    assert got["department"] == ["肾病科"]
    assert got["record_number"] == ["7138206053"]
    assert got["insurance_type"] == ["resident"]
    assert got["physician_name"] == ["王小芳"]
    assert got["physician_title"] == ["副主任医师"]


def test_a_title_behind_its_label_begins_no_other_label() -> None:
    hits = find_labels("复核医师:王小芳 职称:主治医师 签名:")
    assert [(h.concept, h.word) for h in hits][:2] == [("reporter", "复核医师"), ("title", "职称")]
    assert all("主治医师" not in h.word for h in hits)


def test_one_of_several_physicians_is_asked_for_by_number() -> None:
    assert [(h.concept, h.word) for h in find_labels("鉴定医师2")] == [("physician", "鉴定医师")]
    assert find_labels("年龄5") == []


def test_a_begun_signature_is_no_part_of_the_name() -> None:
    assert find_printed_and_signed("金兰兰 金") == ("金兰兰", 0, 3)
    assert find_printed_and_signed("金兰兰 王") is None


def test_rows_of_a_panel_are_read_without_heads() -> None:
    rows = (("组长", "司马伟", "主任医师", "心内专业"), ("成员", "姜小梅", "副主任医师", "综合内科专业"))
    got = fields(
        K.RECOGNITION_FORM,
        line("鉴定专家", 700, 900),
        *(line(t, 100 + 300 * m, 960 + 60 * n) for n, row in enumerate(rows) for m, t in enumerate(row)),
        *(line("签名：", 1300, 960 + 60 * n) for n in range(2)),
    )
    assert got["physician_name"] == ["司马伟", "姜小梅"]
    assert got["physician_title"] == ["主任医师", "副主任医师"]


@pytest.mark.parametrize(
    ("text", "diseases"),
    [
        ("诊断：系统性红斑狼疮/狼疮性肾炎IV型", ["系统性红斑狼疮", "狼疮性肾炎IV型"]),
        ("诊断：左肺腺癌IVA期｜左侧恶性胸腔积液", ["左肺腺癌IVA期", "左侧恶性胸腔积液"]),
        ("诊断：支气管切缘及淋巴结癌(0/11)转移癌", ["支气管切缘及淋巴结癌（0/11）转移癌"]),
        ("诊断：高/低血压病", ["高/低血压病"]),
    ],
)
def test_strokes_part_diseases_only(text: str, diseases: list[str]) -> None:
    assert fields(K.RECOGNITION_FORM, line(text, 100, 300))["diagnosis"] == diseases


def test_of_a_list_of_diagnoses_what_is_ticked_alone_counts() -> None:
    got = fields(K.RECOGNITION_FORM, line("诊断：□高血压 ☑糖尿病", 100, 300))
    assert got["diagnosis"] == ["糖尿病"]
    assert "diagnosis" not in fields(K.RECOGNITION_FORM, line("诊断：□高血压 □糖尿病", 100, 300))
    assert fields(K.RECOGNITION_FORM, line("诊断：冠心病 □复审", 100, 300))["diagnosis"] == ["冠心病"]


def test_experts_sign_in_one_row_and_behind_the_place_to_sign() -> None:
    got = fields(K.RECOGNITION_FORM, line("专家签字：赵明、钱进、孙立", 100, 900))
    assert got["physician_name"] == ["赵明", "钱进", "孙立"]
    assert fields(K.RECOGNITION_FORM, line("诊断医师（签章）赵明", 100, 900))["physician_name"] == ["赵明"]


def test_signers_with_their_titles_in_brackets_are_each_read() -> None:
    got = fields(K.RECOGNITION_FORM, line("认定医师：赵明（主任医师）钱进（副主任医师）", 100, 900))
    assert got["physician_name"] == ["赵明", "钱进"]
    assert got["physician_title"] == ["主任医师", "副主任医师"]
    signed = fields(K.RECOGNITION_FORM, line("责任医师：潘兰萍（副主任医师）潘竺萍", 100, 900))
    assert signed["physician_name"] == ["潘兰萍"]


def test_the_only_number_of_a_form_is_the_patients_though_its_label_is_worn() -> None:
    number = line("社会探障号 430503196703121890", 100, 300)
    got = extracted(K.RECOGNITION_FORM, number)
    assert [f.value for f in got["id_number"]] == ["430503196703121890"]
    assert (got["id_number"][0].confidence or 1.0) < 0.9
    assert "id_number" not in fields(K.RECOGNITION_FORM, number, line("监护人：王芳", 100, 400))
    assert "id_number" not in fields(K.RECOGNITION_FORM, line("流水 430503196703121890", 100, 300))


def test_a_dot_before_a_department_is_none_of_it() -> None:
    got = fields(K.RECOGNITION_FORM, line("科别", 100, 300), line("·风湿免疫科", 220, 300))
    assert got["department"] == ["风湿免疫科"]
