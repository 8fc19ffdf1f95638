"""Slips of leaving, itemised bills, record books and signatures as smaller hospitals print them; invented."""

from __future__ import annotations

import pytest
from page_text import cells, extracted, fields, line

from ocr.diagnoses import parse_diagnoses
from ocr.kinds import classify
from ocr.types import DocumentKind as K
from ocr.types import TextLine


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("样章县人民医院出院证", K.DISCHARGE_SUMMARY),
        ("样章县中医院（样章县骨科医院）住院费用明细清单", K.MEDICAL_INVOICE),
        ("样章大学附属医院患者住院费用清单", K.MEDICAL_INVOICE),
        ("门诊收费明细清单", K.MEDICAL_INVOICE),
    ],
)
def test_titles_of_slips_and_itemised_bills(title: str, kind: K) -> None:
    page = [line(title, 200, 60, height=45), line("姓名：陈敏", 100, 160), line("住院号：12345678", 600, 160)]
    assert classify(page, width=1654, height=2339).kind is kind


def test_a_slip_of_leaving_is_issued_and_told_in_a_sentence() -> None:
    page = [
        line("样章县人民医院", 600, 60, height=45),
        line("出院证", 680, 130, height=45),
        line("于2025年1月17日因病入住我院血液内科", 100, 400),
        line("治疗，于2025年2月5日出院，共住院19天。", 800, 400),
        line("科主任（签章）", 100, 700),
        line("2025年2月5日", 1200, 700),
    ]
    got = fields(K.DISCHARGE_SUMMARY, *page)
    assert (got["admission_date"], got["discharge_date"]) == (["2025-01-17"], ["2025-02-05"])
    assert got["department"] == ["血液内科"]
    assert got["issue_date"] == ["2025-02-05"]
    assert "sign_date" not in got


def test_the_time_over_a_record_is_no_date_of_signing() -> None:
    page = [line("2024-07-17", 100, 300), line("出院诊断：1.高血压", 100, 500)]
    assert "sign_date" not in fields(K.DISCHARGE_SUMMARY, *page)


def test_a_diagnosis_goes_on_where_the_lines_of_its_paragraph_begin() -> None:
    first = line("出院诊断：1.慢性阻塞性肺疾病伴急性加重，2.慢性肺源性心脏病心功能失代偿期，3.II型", 175, 500)
    page = [first, line("呼吸衰竭。", 112, 545), line("出院时情况：无明显不适。", 175, 610)]
    edge = line("予持续低流量吸氧、无创呼吸机辅助通气抗感染治疗后患者气喘好转复查血气分析", 112, 400)
    assert edge.box[2] <= first.box[2]
    got = fields(K.DISCHARGE_SUMMARY, edge, *page)["diagnosis"]
    assert got[-1] == "II型呼吸衰竭"


def test_a_disease_and_its_syndrome_on_two_lines_of_a_column() -> None:
    page = [
        line("出院诊断：", 100, 460),
        line("中医诊断：慢性肾衰病", 160, 500),
        line("西医诊断：1.慢性肾脏病5期", 900, 500),
        line("脾肾衰败、湿浊内蕴证", 310, 540),
        line("2.维持性血液透析", 1050, 540),
    ]
    got = fields(K.DISCHARGE_SUMMARY, *page)["diagnosis"]
    assert sorted(map(str, got)) == sorted(
        ["慢性肾衰病", "脾肾衰败、湿浊内蕴证", "慢性肾脏病5期", "维持性血液透析"]
    )


def test_who_the_patient_is_told_to_be() -> None:
    told = line("患者薛义兰，女，71岁，汉族，样章省人，因“咳嗽”于2024-06-25由门诊收入我科。", 100, 400)
    assert fields(K.DISCHARGE_SUMMARY, told)["ethnicity"] == ["汉"]


@pytest.mark.parametrize(
    ("signed", "names", "titles"),
    [
        (["主任医师/易莲", "主治医师/蔡嘉顺"], ["易莲", "蔡嘉顺"], []),
        (["主任医师签名：易莲", "住院医师签名：蔡嘉顺"], ["易莲", "蔡嘉顺"], []),
        (["副主任医师 向 立（签章）向立"], ["向立"], ["副主任医师"]),
        (["医师签名：易莲", "审签医师：石怀艳"], ["易莲", "石怀艳"], []),
        (["易莲/石怀艳"], ["易莲", "石怀艳"], []),
    ],
)
def test_several_who_sign_a_paper_of_a_ward(signed: list[str], names: list[str], titles: list[str]) -> None:
    foot = [line(text, 100 + 500 * n, 1500) for n, text in enumerate(signed)]
    got = fields(K.DISCHARGE_SUMMARY, line("出院诊断：1.高血压", 100, 500), *foot)
    assert got["physician_name"] == names
    assert got.get("physician_title", []) == titles


def _entry(y: float, day: str, department: str) -> list[TextLine]:
    return [
        line(day, 100, y),
        line(department, 700, y),
        line("样章县人民医院（南院区）", 1100, y),
        line("S：病史同前，规律服药。", 100, y + 45),
        line("诊断：1.高血压", 100, y + 90),
    ]


def test_every_visit_of_a_record_book_that_names_the_hospital_beside_it() -> None:
    page = [*_entry(200, "2024年2月17日18时57分", "心内科门诊"), *_entry(600, "2024年3月18日", "专家门诊")]
    got = fields(K.OUTPATIENT_RECORD, *page)
    assert got["visit_date"] == ["2024-02-17", "2024-03-18"]
    assert got["department"] == ["心内科门诊", "专家门诊"]


def test_diagnoses_of_a_certificate_in_a_table_with_codes() -> None:
    heads = [line("序号", 100, 500), line("出院诊断", 500, 500), line("ICD-10编码", 1000, 500)]
    rows = []
    for n, (name, code) in enumerate((("慢性肾脏病5期", "N18.001"), ("肾性高血压", "I15.100"))):
        y = 560 + 60 * n
        rows += [line(str(n + 1), 110, y), line(name, 250, y), line(code, 1010, y)]
    page = [*heads, *rows, line("诊疗简况：予血液透析。", 100, 740)]
    assert fields(K.DIAGNOSIS_CERTIFICATE, *page)["diagnosis"] == ["慢性肾脏病5期", "肾性高血压"]


def test_the_other_name_of_a_hospital_under_the_first() -> None:
    head = [line("样章市妇幼保健院", 600, 80, height=45), line("样章市儿童医院", 645, 140)]
    got = fields(K.EXAM_REPORT, *head, line("影像诊断：未见异常", 100, 500))
    assert got["hospital_name"] == ["样章市妇幼保健院", "样章市儿童医院"]
    elsewhere = line("样章市儿童医院", 100, 300)
    assert len(fields(K.EXAM_REPORT, head[0], elsewhere)["hospital_name"]) == 1


def test_the_ward_without_the_bed() -> None:
    assert fields(K.DISCHARGE_SUMMARY, line("病区 肿瘤科 39床", 100, 100))["department"] == ["肿瘤科"]


def test_an_item_whose_end_stands_where_no_list_goes_on_is_doubtful() -> None:
    first = line(
        "出院诊断：1.慢性肾脏病5期 2.高血压病3级很高危 3.继发性甲状旁腺功能亢进症 4.肾性贫", 400, 500
    )
    for below, sure in (("血中度", False), ("出院医嘱：低盐饮食。", True)):
        got = extracted(K.DISCHARGE_SUMMARY, first, line(below, 100, 540))["diagnosis"]
        assert (got[-1].confidence == 0.99) is sure
        assert got[0].confidence == 0.99


def test_schools_without_colons_in_cells_beside_their_head() -> None:
    grid = cells((90, 190, 200, 310), (200, 190, 320, 250), (320, 190, 900, 250),
                 (200, 250, 320, 310), (320, 250, 900, 310))  # fmt: skip
    page = [
        line("出院", 110, 210),
        line("诊断", 110, 260),
        line("中医", 230, 205),
        line("眩晕病（肝阳上亢证）", 340, 205),
        line("西医", 230, 265),
        line("1.慢性肾脏病5期", 340, 265),
    ]
    got = fields(K.DISCHARGE_SUMMARY, *page, grid=grid)["diagnosis"]
    assert got == ["眩晕病（肝阳上亢证）", "慢性肾脏病5期"]


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("急性上呼吸道感染，腹", ["急性上呼吸道感染"]),
        ("双相情感障碍[174.400]", ["双相情感障碍"]),
        ("肝硬化（乙型肝炎后，失代偿期），腹水", ["肝硬化（乙型肝炎后,失代偿期）", "腹水"]),
        ("中医", []),
    ],
)
def test_diagnoses_with_torn_ends_and_misread_codes(printed: str, read: list[str]) -> None:
    assert [d.value for d in parse_diagnoses(printed)] == read


def test_an_address_goes_on_where_it_broke_off_within_a_word() -> None:
    page = [line("家庭住址：四川省样章市海", 90, 280), line("河北路358号", 90, 345)]
    right = [line("初步印象：", 1200, 280), line("主要既往史：否认药物过敏史", 1200, 345)]
    got = fields(K.REFERRAL_LETTER, *page, *right)
    assert got["address"] == ["四川省样章市海河北路358号"]
