"""Where ward's papers set values apart from their labels, and what stands there beside them."""

from __future__ import annotations

import pytest
from page_text import extracted, fields, line

from ocr.diagnoses import parse_diagnoses
from ocr.reliance import LOOSELY
from ocr.types import DocumentKind as K


def test_a_paragraph_behind_a_chapter_goes_on_at_the_margin() -> None:
    got = fields(
        K.DISCHARGE_SUMMARY,
        line("二、治疗情况：入院后予补液、护胃、营养支持等对症治疗，现病情好转，要求出院回家休养。", 160, 60),
        line("三、出院诊断：右肺上叶恶性肿瘤、慢性阻塞性肺疾病、高血压病3级、纵隔淋巴结继发恶性肿", 160, 100),
        line("瘤、骨质疏松症", 100, 140),
        line("四、注意事项：定期复查。", 160, 180),
    )
    assert got["diagnosis"][-2:] == ["纵隔淋巴结继发恶性肿瘤", "骨质疏松症"]


def test_the_next_chapter_is_no_value() -> None:
    got = fields(
        K.DISCHARGE_SUMMARY,
        line("二、出院诊断", 100, 100),
        line("1. 冠心病；2. 高血压病3级", 150, 150),
        line("三、入院情况", 100, 200),
    )
    assert got["diagnosis"] == ["冠心病", "高血压病3级"]


def test_a_head_over_labelled_lines_takes_nothing_from_between() -> None:
    got = fields(
        K.DISCHARGE_SUMMARY,
        line("出院诊断", 100, 100),
        line("中医诊断：中风病（中经络）", 110, 145),
        line("西医诊断：1.脑梗死", 700, 145),
        line("风痰阻络证", 240, 170),
        line("2.高血压病3级", 830, 185),
    )
    assert got["diagnosis"][:1] == ["中风病（中经络）"]
    assert {"脑梗死", "高血压病3级"} <= set(got["diagnosis"])


def test_a_label_beside_the_middle_of_its_list() -> None:
    got = fields(
        K.DIAGNOSIS_CERTIFICATE,
        line("1.慢性肾脏病5期", 300, 100),
        line("2.肾性贫血", 300, 140),
        line("诊断", 120, 180),
        line("3.肾性高血压", 300, 180),
        line("4.继发性甲状旁腺功能亢进症", 300, 220),
        line("1.注意休息；2.低盐饮食", 300, 260),
    )
    assert got["diagnosis"] == ["慢性肾脏病5期", "肾性贫血", "肾性高血压", "继发性甲状旁腺功能亢进症"]


def test_a_list_whose_beginning_is_not_there_stays_as_it_is() -> None:
    got = fields(K.DIAGNOSIS_CERTIFICATE, line("诊断", 120, 180), line("3.肾性高血压", 300, 180))
    assert got["diagnosis"] == ["肾性高血压"]


def test_a_number_pushed_to_the_margin_of_the_next_line() -> None:
    head = line("姓名：何明海    性别：男    年龄：35    科室：内科    住院号：", 160, 100)
    typed = fields(K.DISCHARGE_SUMMARY, head, line("ZY2568458", 100, 140))
    assert typed["record_number"] == ["ZY2568458"]
    other = fields(K.DISCHARGE_SUMMARY, head, line("电话：13900001234", 100, 140))
    assert "record_number" not in other


def test_the_rest_of_the_next_labels_date_is_no_diagnosis() -> None:
    got = fields(
        K.PRESCRIPTION,
        line("临床诊断：乙型肝炎肝硬化、脾功能亢进  开具日期：2023年2", 100, 100),
        line("月21日", 100, 140),
    )
    assert got["diagnosis"] == ["乙型肝炎肝硬化", "脾功能亢进"]


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("1、类风湿关节炎；2、间质性肺病；3 骨质疏松症", ["类风湿关节炎", "间质性肺病", "骨质疏松症"]),
        ("脑梗死，高血压病3级（很高危），颈动脉硬化", ["脑梗死", "高血压病3级（很高危）", "颈动脉硬化"]),
        ("慢性肺源性心脏病、Ⅱ型呼吸衰竭 开具", ["慢性肺源性心脏病", "II型呼吸衰竭"]),
        ("肾性贫血 (D63.802*)", ["肾性贫血"]),
        ("高血压病3级·（很高危）", ["高血压病3级（很高危）"]),
    ],
)
def test_lists_of_diagnoses(printed: str, meant: list[str]) -> None:
    assert [d.value for d in parse_diagnoses(printed)] == meant


def test_a_stub_gives_way_to_its_paper() -> None:
    page = [
        line("疾病证明书存根", 100, 60),
        line("疾病诊断证明书", 900, 60, height=40),
        line("诊断：右肺恶性肿瘤（腺癌", 60, 150),
        line("临床诊断：1、右肺恶性肿瘤（腺癌IIA期）；2、肾性贫血", 700, 150),
        line("IIA期）", 60, 190),
        line("医师：萧丽娥", 60, 240),
        line("医师：", 1000, 330),
        line("科室：肿瘤内科", 700, 330),
    ]
    assert fields(K.DIAGNOSIS_CERTIFICATE, *page)["diagnosis"] == ["右肺恶性肿瘤（腺癌IIA期）", "肾性贫血"]
    signer = extracted(K.DIAGNOSIS_CERTIFICATE, *page)["physician_name"]
    assert [(f.value, f.confidence) for f in signer] == [("萧丽娥", LOOSELY)]


def test_a_number_behind_its_label_is_no_others_though_no_stop_parts_them() -> None:
    got = fields(
        K.DIAGNOSIS_CERTIFICATE,
        line("于都样章中医医院", 600, 60, height=40),
        line("姓名 徐梅 性别 女 年龄 46 岁 门诊号 2023970696", 100, 150),
    )
    assert got["record_number"] == ["2023970696"]


@pytest.mark.parametrize("told", ["24小时咨询电话0571-62609023", "病区电话：0571-62609023"])
def test_a_wards_telephone_is_not_the_patients(told: str) -> None:
    page = [line("姓名：李建国", 100, 100), line(f"【随访】出院后1月门诊复查；{told}", 100, 300)]
    assert "phone" not in fields(K.DISCHARGE_SUMMARY, *page, line("出院医嘱：低盐饮食", 100, 1200))


def test_names_each_with_a_title_behind_one_label() -> None:
    signed = line("医师签名：严莲慧主任医师 汤兰玉住院医师", 500, 900)
    got = fields(K.DISCHARGE_SUMMARY, line("姓名：李建国", 100, 100), signed)
    assert got["physician_name"] == ["严莲慧", "汤兰玉"]
    assert got["physician_title"] == ["主任医师", "住院医师"]


def test_a_name_printed_and_signed_right_behind_its_label() -> None:
    got = fields(K.DISCHARGE_SUMMARY, line("姓名：李建国", 100, 100), line("经治医师高娥霞高娥霞", 500, 900))
    assert got["physician_name"] == ["高娥霞"]


def test_labels_set_wide_whose_first_character_was_lost() -> None:
    got = fields(
        K.DISCHARGE_SUMMARY,
        line("姓名：孔莲芳", 100, 100),
        line("别：女", 400, 100),
        line("龄：59岁", 700, 100),
        line("族：汉族", 700, 150),
    )
    assert (got["sex"], got["age"], got["ethnicity"]) == (["女"], [59], ["汉"])


def test_each_visit_of_a_page_of_several() -> None:
    got = fields(
        K.OUTPATIENT_RECORD,
        line("就诊时间：2023-06-09 17:17", 100, 100),
        line("就诊时间：2023-07-15 17:31", 100, 500),
        line("打印时间：2023-07-16", 100, 900),
    )
    assert got["visit_date"] == ["2023-06-09", "2023-07-15"]


def test_what_an_electronic_prescription_for_drugstores_tells() -> None:
    got = fields(
        K.PRESCRIPTION,
        line("参保地：福建省龙岩市", 100, 100),
        line("有效期至：2025-09-17", 800, 100),
        line("住址/电话：曹县珠江路156号8栋10213900008471", 100, 150),
    )
    assert (got["insured_place"], got["valid_until"]) == (["福建省龙岩市"], ["2025-09-17"])
    assert (got["address"], got["phone"]) == (["曹县珠江路156号8栋102"], ["13900008471"])


@pytest.mark.parametrize(
    ("printed", "several"),
    [
        ("脑梗死，右侧基底节区", 1),
        ("肺结核，双上中涂阳复治", 1),
        ("糖尿病，血糖控制不佳", 1),
        ("脑出血，破入脑室", 1),
        ("尿毒症，规律血透", 1),
        ("脑梗死，高血压病3级", 2),
        ("高血压病，冠心病，糖尿病", 3),
        ("肾结石，左侧输尿管结石", 2),
        ("糖尿病，非酒精性脂肪肝", 2),
    ],
)
def test_a_comma_before_the_site_or_course_of_a_disease_parts_nothing(printed: str, several: int) -> None:
    assert len(parse_diagnoses(printed)) == several


def test_a_list_takes_no_items_that_stand_behind_another_label() -> None:
    got = fields(
        K.DISCHARGE_SUMMARY,
        line("入院诊断：", 100, 280),
        line("1.肺炎", 300, 280),
        line("2.糖尿病", 300, 320),
        line("出院诊断：", 100, 360),
        line("3.高血压", 300, 360),
    )
    assert got["diagnosis"] == ["高血压"]
