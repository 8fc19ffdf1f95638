"""Values are found by geometry: behind, beside, below, in the next cell, over two lines."""

from __future__ import annotations

import pytest
from page_text import cells, fields, line

from ocr.types import DocumentKind as K


def test_several_fields_on_one_line() -> None:
    got = fields(K.DISCHARGE_SUMMARY, line("姓名：李建国  性别：男  年龄：58岁  科别：心内科", 100, 100))
    assert got["patient_name"] == ["李建国"]
    assert got["sex"] == ["男"]
    assert got["age"] == [58]
    assert got["department"] == ["心内科"]


def test_label_above_value() -> None:
    head = [line("姓名", 100, 100), line("住院号", 400, 100), line("入院日期", 800, 100)]
    below = [line("王秀兰", 100, 145), line("20250311", 400, 145), line("2025-03-05", 800, 145)]
    got = fields(K.DISCHARGE_SUMMARY, *head, *below)
    assert got["patient_name"] == ["王秀兰"]
    assert got["record_number"] == ["20250311"]
    assert got["admission_date"] == ["2025-03-05"]


def test_value_in_the_next_cell_of_a_tall_row() -> None:
    grid = cells((100, 100, 300, 400), (305, 100, 1500, 400))
    got = fields(
        K.DIAGNOSIS_CERTIFICATE,
        line("诊断结果", 120, 330),  # set low in its cell, beside neither value
        line("1、类风湿性关节炎", 330, 120),
        line("2、骨质疏松症", 330, 165),
        grid=grid,
    )
    assert got["diagnosis"] == ["类风湿性关节炎", "骨质疏松症"]


def test_vertical_label_of_a_block() -> None:
    grid = cells((100, 100, 160, 400), (165, 100, 1500, 400))
    vertical = line("临床诊断", 115, 150, height=30)
    tall = type(vertical)("临床诊断", ((115, 150), (145, 150), (145, 290), (115, 290)), 0.99)
    got = fields(K.APPLICATION_FORM, tall, line("高血压病3级（极高危）", 200, 120), grid=grid)
    assert got["diagnosis"] == ["高血压病3级（极高危）"]


def test_value_over_two_lines() -> None:
    wide = line("住址：江西省上饶市广丰区永丰街道样张路一百二十号金色家园小区", 100, 100)
    more = [line("3栋2单元501室", 100, 140), line("出院日期：2025-03-15", 100, 200)]
    got = fields(K.DISCHARGE_SUMMARY, wide, *more)
    assert got["address"] == ["江西省上饶市广丰区永丰街道样张路一百二十号金色家园小区3栋2单元501室"]
    assert got["discharge_date"] == ["2025-03-15"]


def test_prose_after_a_short_line_is_no_further_diagnosis() -> None:
    got = fields(
        K.APPLICATION_FORM,
        line("诊断：2型糖尿病；糖尿病肾病", 100, 100),
        line("经审核，符合糖尿病认定标准，建议予以认定。", 100, 140),
        line("这里的正文写得很长，一直写到纸的右边，因此上面那一行没有写满，后面不是续行", 100, 400),
    )
    assert got["diagnosis"] == ["2型糖尿病", "糖尿病肾病"]


def test_full_width_and_chinese_numerals() -> None:
    got = fields(
        K.COMMITMENT_LETTER,
        line("承诺人：李建国　身份证号码：４３０５０３１９６７０３１２１８９０", 100, 100),
        line("二〇二五年十一月三日", 900, 600),
    )
    assert got["patient_name"] == ["李建国"]
    assert got["id_number"] == ["430503196703121890"]
    assert got["sign_date"] == ["2025-11-03"]


def test_month_only_dates_stay_months() -> None:
    got = fields(K.EXAM_REPORT, line("报告日期：2025年8月", 100, 100))
    assert got["report_date"] == ["2025-08"]


def test_agent_and_patient_are_told_apart() -> None:
    got = fields(
        K.AUTHORIZATION_LETTER,
        line("委托人：李建国  身份证号：430503196703121890", 100, 100),
        line("受托人：王秀兰  身份证号：361103195911022260", 100, 150),
    )
    assert got["patient_name"] == ["李建国"]
    assert got["id_number"] == ["430503196703121890"]
    assert got["agent_name"] == ["王秀兰"]
    assert got["agent_id_number"] == ["361103195911022260"]


def test_a_pledge_written_by_the_agent() -> None:
    got = fields(
        K.COMMITMENT_LETTER,
        line("承诺人：王秀兰 身份证号码：361103195911022260", 100, 100),
        line("本人受参保人李建国（身份证号码：430503196703121890）委托，代为办理手续。", 100, 150),
    )
    assert got["patient_name"] == ["李建国"]
    assert got["agent_name"] == ["王秀兰"]
    assert got["id_number"] == ["430503196703121890"]
    assert got["agent_id_number"] == ["361103195911022260"]


def test_a_certificate_in_sentences() -> None:
    got = fields(
        K.DIAGNOSIS_CERTIFICATE,
        line("患者冯志强，男，75岁，于2024年12月30日在我院神经内科门诊就诊。", 100, 100),
        line("诊断为：帕金森病。", 100, 150),
    )
    assert got["patient_name"] == ["冯志强"]
    assert got["sex"] == ["男"]
    assert got["age"] == [75]
    assert got["visit_date"] == ["2024-12-30"]
    assert got["diagnosis"] == ["帕金森病"]


def test_a_requirement_is_no_title() -> None:
    got = fields(K.APPLICATION_FORM, line("副主任及以上医师签名：", 100, 100))
    assert "physician_title" not in got


def test_an_invalid_number_is_no_number() -> None:
    got = fields(K.DISCHARGE_SUMMARY, line("身份证号：430503196703121891", 100, 100))
    assert "id_number" not in got


def test_blanked_names_are_absent() -> None:
    got = fields(K.LAB_REPORT, line("姓名：***  性别：男", 100, 100))
    assert "patient_name" not in got
    assert got["sex"] == ["男"]


def test_report_rows_with_and_without_flags() -> None:
    xs = (100, 500, 700, 850, 1100)
    rows = [
        ("检验项目", "结果", "提示", "参考范围", "单位"),
        ("肌酐", "128", "↑", "57-97", "μmo1/L"),
        ("葡萄糖", "5.62", "", "3.90-6.10", "mmol/L"),
    ]
    placed = [(text, x, n) for n, row in enumerate(rows) for x, text in zip(xs, row, strict=True)]
    lines = [line(text, x, 100 + 50 * n) for text, x, n in placed if text]
    got = fields(K.LAB_REPORT, *lines)
    assert got["test_items"] == [
        {"name": "肌酐", "result": "128", "unit": "μmol/L", "reference": "57-97", "flag": "↑"},
        {"name": "葡萄糖", "result": "5.62", "unit": "mmol/L", "reference": "3.90-6.10", "flag": None},
    ]


def test_a_date_printed_off_the_line_of_its_label() -> None:
    slipped = [line("日期：", 900, 2000), line("2025030508:12:33", 1010, 1965)]
    got = fields(K.MEDICAL_INVOICE, *slipped)
    assert got["issue_date"] == ["2025-03-05"]
    far = [line("日期：", 900, 2000), line("2025-03-05", 1010, 1900)]
    assert "issue_date" not in fields(K.MEDICAL_INVOICE, *far)
    others = [line("日期：", 900, 2000), line("打印时间：", 800, 1965), line("2025-03-05", 1010, 1965)]
    assert "issue_date" not in fields(K.MEDICAL_INVOICE, *others)


@pytest.mark.parametrize(
    ("text", "sex"),
    [("性别【男】", ["男"]), ("性别：_女_", ["女"]), ("性别|男|", ["男"]), ("性别（女）", ["女"])]
    + [(f"性别：{words}", []) for words in ("男/女", "男、女", "男 女", "女/男")],
)
def test_a_framed_sex_and_a_forms_own_words(text: str, sex: list[str]) -> None:
    assert fields(K.DISCHARGE_SUMMARY, line(text, 100, 200)).get("sex", []) == sex


def test_half_a_label_is_no_part_of_a_name() -> None:
    assert fields(K.MEDICAL_INVOICE, line("姓名兑志红", 100, 100), line("性：", 330, 102))[
        "patient_name"
    ] == ["兑志红"]


def test_what_kind_of_hospital_it_is_is_no_name() -> None:
    for text in ("等专科医院", "级甲等综合医院", "三级综合医院", "二级医院", "九人民医院", "耳鼻喉科医院"):
        assert "hospital_name" not in fields(K.MEDICAL_INVOICE, line(text, 100, 100)), text


def test_no_date_is_made_up() -> None:
    printed = line("打印时间：2025-11-02 09:14:27", 100, 2200)
    got = fields(K.LAB_REPORT, printed, line("姓名：李建国", 100, 100))
    assert "report_date" not in got


def test_other_peoples_particulars_are_not_the_patients() -> None:
    other = "361103195911022260"
    for text in (
        f"联系人身份证号：{other}",
        f"监护人身份证号：{other}",
        f"联系人：王秀英  身份证号：{other}  电话：13000000000",
        "家属姓名：王秀英",
    ):
        assert fields(K.DISCHARGE_SUMMARY, line(text, 100, 100)) == {}, text


def test_a_number_that_fails_its_check_is_kept_for_the_checks_alone() -> None:
    got = fields(K.DISCHARGE_SUMMARY, line("身份证号：430503196703121891", 100, 100))
    assert got == {"id_number_unverified": ["430503196703121891"]}
    unsure = fields(K.DISCHARGE_SUMMARY, line("身份证号：430503196703121891", 100, 100, confidence=0.7))
    assert unsure == {}


def test_only_a_graded_level_by_itself_is_the_hospitals() -> None:
    nursing = [
        line("护理级别", 100, 200),
        line("二级", 400, 200),
        line("心功能分级", 700, 200),
        line("III级", 1000, 200),
    ]
    assert "hospital_level" not in fields(K.DISCHARGE_SUMMARY, *nursing)
    graded = fields(K.DISCHARGE_SUMMARY, *nursing, line("（三级甲等）", 700, 100))
    assert graded["hospital_level"] == ["三级甲等"]


def test_a_hospital_in_a_sentence_is_no_issuer() -> None:
    got = fields(K.DIAGNOSIS_CERTIFICATE, line("患者曾在长沙市第三医院住院治疗", 100, 300))
    assert "hospital_name" not in got


def test_only_a_bare_date_at_the_foot_counts() -> None:
    for text in ("复诊:2026-01-15", "2026年1月15日返院复查", "有效期至2026-12-31", "试剂批号20241105"):
        assert "sign_date" not in fields(K.DISCHARGE_SUMMARY, line(text, 100, 2000)), text
        assert "report_date" not in fields(K.LAB_REPORT, line(text, 100, 2000)), text
    form = [
        line("2026年12月31日止", 100, 900),
        line("至2026年12月31日", 100, 960),
        line("2025年3月1日", 900, 1500),
    ]
    assert fields(K.RECOGNITION_FORM, *form)["sign_date"] == ["2025-03-01"]
    assert fields(K.DISCHARGE_SUMMARY, line("2025年3月1日", 900, 2000))["sign_date"] == ["2025-03-01"]


def test_room_in_a_line_is_a_space_though_the_reader_gave_none() -> None:
    from ocr.layout import runs_of  # noqa: PLC0415
    from ocr.types import Char, TextLine  # noqa: PLC0415

    text, x, chars = "科别：全科医学科住院号：20250156", 100.0, []
    for n, character in enumerate(text):
        x += 60 if n == 8 else 0  # two full-width spaces before 住院号
        width = 30 if ord(character) > 255 else 16
        chars.append(Char(character, (x, 100, x + width, 140), 0.99))
        x += width
    outline = ((100.0, 100.0), (x, 100.0), (x, 140.0), (100.0, 140.0))
    (run,) = runs_of([TextLine(text, outline, 0.99, tuple(chars))], cells())
    assert run.text == "科别：全科医学科 住院号：20250156"


def test_diagnoses_set_in_under_their_label() -> None:
    got = fields(
        K.DISCHARGE_SUMMARY,
        line("入院诊断：头晕待查", 100, 60),
        line("出院诊断：", 100, 120),
        line("1. 慢性心力衰竭", 250, 165),
        line("2. 心房颤动", 250, 210),
        line("住院经过：入院后予以对症治疗，病情平稳，准予出院。", 100, 280),
    )
    assert got["diagnosis"] == ["慢性心力衰竭", "心房颤动"]


def test_a_diagnosis_on_admission_does_not_stand_in_for_an_unread_one_on_discharge() -> None:
    got = fields(K.DISCHARGE_SUMMARY, line("入院诊断：头晕待查", 100, 60), line("出院诊断：", 100, 120))
    assert "diagnosis" not in got


def test_medicines_are_no_further_diagnoses() -> None:
    got = fields(
        K.PRESCRIPTION,
        line("临床诊断：脑梗死后遗症", 100, 60),
        line("Rp.", 100, 100),
        line("1. 阿托伐他汀钙片 20mg×7片", 100, 140),
    )
    assert got["diagnosis"] == ["脑梗死后遗症"]


def test_codes_of_the_front_page() -> None:
    got = fields(
        K.INPATIENT_FRONT_PAGE,
        line("医疗付费方式：2", 100, 60),
        line("姓名 李建国  性别 1 1.男 2.女", 100, 110),
    )
    assert got["insurance_type"] == ["resident"]
    assert got["sex"] == ["男"]


def test_places_in_the_prose_of_a_pledge() -> None:
    got = fields(
        K.COMMITMENT_LETTER,
        line("异地长期居住承诺书", 400, 60),
        line("本人李建国，系邵阳市大祥区参保人员，现长期居住在广东省广州市样板街18号，特此承诺。", 100, 140),
    )
    assert got["insured_place"] == ["邵阳市大祥区"]
    assert got["address"] == ["广东省广州市样板街18号"]
