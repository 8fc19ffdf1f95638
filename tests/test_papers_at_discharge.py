"""Papers handed out at discharge, certificates in sentences and the bills of a stay, each case on its own."""

from __future__ import annotations

import pytest
from page_text import extracted, fields, line

from ocr.diagnoses import parse_diagnoses, parse_findings
from ocr.kinds import classify
from ocr.other_papers import is_a_check_up
from ocr.reliance import LOOSELY
from ocr.types import DocumentKind as K
from ocr.types import TextLine
from ocr.values.hospital_names import find_hospital_names

STAY = ("入院日期 2024年3月1日 出院日期 2024年3月9日", "出院诊断 1.慢性胃炎", "诊疗情况 予抑酸护胃治疗。")


@pytest.mark.parametrize(
    ("title", "told", "kind"),
    [
        ("出院疾病证明书", STAY, K.DISCHARGE_SUMMARY),
        ("出院诊断书", STAY, K.DISCHARGE_SUMMARY),
        ("出院疾病证明书", ("诊断：慢性胃炎", "建议：全休7天"), K.DIAGNOSIS_CERTIFICATE),
        ("疾病诊断证明书", STAY, K.DIAGNOSIS_CERTIFICATE),
        ("出院诊断证明书", STAY, K.DIAGNOSIS_CERTIFICATE),
        ("出院疾病诊断证明书", STAY, K.DIAGNOSIS_CERTIFICATE),
    ],
)
def test_a_paper_is_named_after_what_it_holds(title: str, told: tuple[str, ...], kind: K) -> None:
    page = [line(title, 400, 100, height=44), *(line(t, 100, 260 + 60 * n) for n, t in enumerate(told))]
    assert classify(page, width=1654, height=2339).kind is kind


def test_lists_that_chinese_numerals_count() -> None:
    got = fields(
        K.DIAGNOSIS_CERTIFICATE,
        line("经检查，诊断为：", 200, 300),
        line("一、慢性胃炎", 200, 360),
        line("二、高血压病3级", 200, 420),
        line("三、2型糖尿病", 200, 480),
        line("该患者需长期服药治疗并定期复查，请有关部门按规定办理。", 200, 540),
    )
    assert got["diagnosis"] == ["慢性胃炎", "高血压病3级", "2型糖尿病"]
    assert [p.value for p in parse_findings("肝囊肿；请结合临床及其他检查")] == ["肝囊肿"]
    assert [p.value for p in parse_findings("二、三尖瓣返流（轻度）")] == ["二、三尖瓣返流（轻度）"]


@pytest.mark.parametrize(
    ("printed", "told"),
    [
        ("1. 支气管扩张症好转\n2. 门静脉高压（治愈）", ["支气管扩张症", "门静脉高压"]),
        ("肺部感染较前好转", ["肺部感染较前好转"]),
        ("急性脑梗死（右侧基底节区）、 高血压病3级", ["急性脑梗死（右侧基底节区）", "高血压病3级"]),
    ],
)
def test_what_became_of_a_disease_is_no_part_of_its_name(printed: str, told: list[str]) -> None:
    assert [p.value for p in parse_diagnoses(printed)] == told


def test_bills_of_a_stay() -> None:
    got = fields(
        K.MEDICAL_INVOICE,
        line("参保地：样章市清河县", 100, 100),
        line("结算ID：389314783652", 560, 100),
        line("性别年龄：女，34岁", 100, 160),
        line("待遇有效期：2022.01.01—2022.12.31", 560, 160),
        line("代办人姓名", 100, 220),
        line("王芳", 300, 220),
        line("身份类型", 100, 280),
        line("职工医保", 300, 280),
    )
    assert (got["insured_place"], got["sex"], got["age"]) == (["样章市清河县"], ["女"], [34])
    assert (got["valid_from"], got["valid_until"]) == (["2022-01-01"], ["2022-12-31"])
    assert (got["agent_name"], got["insurance_type"]) == (["王芳"], ["employee"])
    assert "valid_until" not in fields(K.MEDICAL_INVOICE, line("有效期至：2026-01-01", 100, 400))


def test_sex_right_behind_the_ward() -> None:
    got = fields(K.MEDICAL_INVOICE, line("住院科别:肿瘤内科二病区性别:女年龄:54", 100, 100))
    assert (got["department"], got["sex"], got["age"]) == (["肿瘤内科二病区"], ["女"], [54])


def test_the_payers_number_behind_a_bare_code() -> None:
    payer, code = line("交款人：王芳", 100, 100), line("统一社会信用代码：430503196703124514", 500, 100)
    (number,) = extracted(K.MEDICAL_INVOICE, payer, code)["id_number"]
    assert (number.value, number.confidence) == ("430503196703124514", LOOSELY)


def test_a_centre_that_is_a_hospital() -> None:
    assert [n.name for n in find_hospital_names("样章市肿瘤防治中心医院")] == ["样章市肿瘤防治中心医院"]


def test_columns_on_admission_and_discharge_under_heads_that_are_set_in() -> None:
    got = fields(
        K.DISCHARGE_SUMMARY,
        line("入院诊断", 220, 500),
        line("出院诊断", 960, 498),
        line("中医诊断：胃痞病（肝郁脾虚证）", 100, 560),
        line("中医诊断：胃痞病（肝郁脾虚证）", 840, 560),
        line("西医诊断：腹痛待查", 100, 620),
        line("西医诊断：", 840, 618),
        line("1. 慢性胃炎", 840, 660),
        line("2. 功能性便秘", 840, 702),
    )
    assert got["diagnosis"] == ["胃痞病（肝郁脾虚证）", "慢性胃炎", "功能性便秘"]


def test_a_front_pages_titles_over_labelled_rows() -> None:
    got = fields(
        K.INPATIENT_FRONT_PAGE,
        line("出院中医诊断", 700, 700),
        *(line("主病", 100, 760), line("中风病", 300, 760), line("A07.01.01", 1000, 760)),
        *(line("主证", 100, 820), line("风痰阻络证", 300, 820), line("B04.06.01", 1000, 820)),
        line("出院西医诊断", 700, 880),
        *(line("主要诊断", 100, 940), line("脑梗死", 300, 940), line("I63.900", 1000, 940)),
        *(line("其他诊断", 100, 1000), line("2型糖尿病", 300, 1000), line("E11.900", 1000, 1000)),
    )
    assert got["diagnosis"] == ["中风病", "风痰阻络证", "脑梗死", "2型糖尿病"]


def test_a_front_pages_table_with_a_name_that_wrapped() -> None:
    got = fields(
        K.INPATIENT_FRONT_PAGE,
        *(line("出院诊断", 200, 700), line("疾病编码", 620, 700), line("入院病情", 900, 700)),
        *(line("主要诊断：冠状动脉粥样硬化性心", 100, 760), line("I25.103", 600, 776), line("1", 920, 776)),
        line("脏病", 100, 793),
        *(line("其他诊断：高血压病2级", 100, 850), line("I10.x04", 600, 850), line("1", 920, 850)),
    )
    assert got["diagnosis"] == ["冠状动脉粥样硬化性心脏病", "高血压病2级"]


def test_a_front_pages_table_under_the_head_of_its_names() -> None:
    got = fields(
        K.INPATIENT_FRONT_PAGE,
        line("出院诊断", 100, 640),
        *(
            line("序", 100, 700),
            line("诊断名称", 220, 700),
            line("ICD-10", 760, 700),
            line("转归", 1100, 700),
        ),
        *(
            line("1", 100, 760),
            line("右膝骨关节炎", 220, 760),
            line("M17.100", 760, 760),
            line("好转", 1100, 760),
        ),
        *(
            line("2", 100, 820),
            line("骨质疏松", 220, 820),
            line("M81.900", 760, 820),
            line("治愈", 1100, 820),
        ),
    )
    assert got["diagnosis"] == ["右膝骨关节炎", "骨质疏松"]


def test_a_letter_of_discharge_that_tells_all_in_one_sentence() -> None:
    got = fields(
        K.DISCHARGE_SUMMARY,
        line("兹有患者李建国，性别男，年龄66岁，住院号540253，现住", 200, 300),
        line("样章省样章市清河县沿江大道25号，因患", 100, 350),
        line("慢性乙型病毒性肝炎；乙型肝炎后肝硬化，于2024年9月4日入住我院", 100, 400),
        line("感染性疾病科治疗，于2024年9月11日好转出院。", 100, 450),
        line("特此证明。", 200, 500),
    )
    assert (got["patient_name"], got["diagnosis"]) == (["李建国"], ["慢性乙型病毒性肝炎", "乙型肝炎后肝硬化"])
    assert (got["admission_date"], got["discharge_date"]) == (["2024-09-04"], ["2024-09-11"])


def test_who_pays_in_a_row_without_labels() -> None:
    got = extracted(
        K.MEDICAL_INVOICE,
        *(line("患者王芳", 100, 200), line("女", 400, 200), line("49岁", 560, 200)),
        *(line("城乡居民基本医疗保险", 700, 260), line("医师李建国", 1200, 260)),
    )
    told = {name: [(f.value, f.confidence) for f in values] for name, values in got.items()}
    assert [value for value, _ in told["age"]] == [49]
    assert told["insurance_type"] == [("resident", LOOSELY)]
    assert [name for name, _ in told["physician_name"]] == ["李建国"]


@pytest.mark.parametrize(
    ("printed", "title"),
    [("医师 李建国（主治医师）", ["主治医师"]), ("李建国（工号4871）", None), ("主治：李建国", None)],
)
def test_who_treats_the_patient(printed: str, title: list[str] | None) -> None:
    got = fields(K.DISCHARGE_SUMMARY, line(printed, 900, 1900))
    assert (got["physician_name"], got.get("physician_title")) == (["李建国"], title)


def test_a_newborns_sex_and_a_doctors_telephone_are_not_the_patients() -> None:
    head, sex = line("新生儿情况", 100, 900), line("性别：女", 400, 900)
    assert "sex" not in fields(K.DISCHARGE_SUMMARY, line("产妇姓名：王芳", 100, 100), head, sex)
    signed = (line("接诊医师：李红", 100, 1500), line("职称：主治医师", 500, 1500))
    phone = line("联系电话：0504-7163653", 900, 1500)
    assert "phone" not in fields(K.DIAGNOSIS_CERTIFICATE, *signed, phone)


def test_the_day_a_discharge_paper_was_issued_and_a_tables_date() -> None:
    (issued,) = extracted(K.DISCHARGE_SUMMARY, line("开具日期：2025年10月31日", 900, 1900))["issue_date"]
    assert (issued.value, issued.confidence) == ("2025-10-31", LOOSELY)
    heads = (line("日期", 100, 900), line("名称", 500, 900), line("术者", 1000, 900))
    row = (line("2025.10.20", 100, 950), line("右膝关节置换术", 500, 950))
    assert "sign_date" not in fields(K.INPATIENT_FRONT_PAGE, *heads, *row)


def test_a_bed_before_the_day_of_admission() -> None:
    got = fields(K.DISCHARGE_SUMMARY, line("入院日期", 600, 100), line("13床 2024/10/20", 760, 104))
    assert got["admission_date"] == ["2024-10-20"]


@pytest.mark.parametrize(
    "head",
    [
        (line("新生儿出院记录", 300, 100), line("姓名：李宝宝", 100, 165)),
        (line("科室：", 100, 165), line("新生儿内科", 200, 165)),
        (line("姓名：王芳", 100, 165), line("新生儿情况：体重3000g", 100, 215)),
    ],
)
def test_the_patients_own_sex_beside_words_of_newborns_stays(head: tuple[TextLine, ...]) -> None:
    assert fields(K.DISCHARGE_SUMMARY, *head, line("性别：女", 500, 165))["sex"] == ["女"]


def test_what_a_patient_does_not_suffer_from_is_no_diagnosis() -> None:
    told = line("因患者否认高血压、糖尿病，于2024年3月1日入我院治疗。", 100, 300)
    assert "diagnosis" not in fields(K.DIAGNOSIS_CERTIFICATE, told)


def test_what_a_medicine_is_for_is_no_doctor() -> None:
    got = fields(K.PRESCRIPTION, line("功能主治：安神补脑", 100, 500), line("医师：王红", 100, 900))
    assert got["physician_name"] == ["王红"]


def test_the_patients_telephone_in_the_doctors_row_stays() -> None:
    got = fields(
        K.OUTPATIENT_RECORD, line("主管医师：王红", 100, 1500), line("患者电话：13812345678", 700, 1500)
    )
    assert got["phone"] == ["13812345678"]


def test_a_cashier_with_a_number_is_no_doctor() -> None:
    got = fields(K.MEDICAL_INVOICE, line("收款人：", 100, 1500), line("王芳（工号4871）", 300, 1500))
    assert "physician_name" not in got


@pytest.mark.parametrize(
    "told",
    [
        ("入院时情况：体检：T36.5 P80", "出院诊断：1.肺炎"),
        ("体检费 120.00", "合计 300.00 医保支付"),
        ("主诉：咳嗽3天", "体检中心旧址"),
    ],
)
def test_papers_of_patients_in_which_rooms_are_named_are_no_check_ups(told: tuple[str, ...]) -> None:
    rooms = [line(t, 100 + 200 * n, 200) for n, t in enumerate(("内科", "外科", "检验科", "放射科"))]
    assert is_a_check_up([*rooms, line("健康体检中心", 100, 100)])
    assert not is_a_check_up([*rooms, *(line(t, 100, 300 + 60 * n) for n, t in enumerate(told))])
