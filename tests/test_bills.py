"""What bills of hospitals print their own way: grades, cards, stays and the day they were paid."""

from __future__ import annotations

from page_text import extracted, fields, line

from ocr.reliance import LOOSELY
from ocr.types import DocumentKind as K


def test_the_date_beside_the_cashier_of_a_bill() -> None:
    stay = line("住院时间：2023.02.10-2023.03.03", 100, 200)
    foot = [line("收款人：陈敏", 600, 1500), line("2023-03-04", 1100, 1500)]
    assert fields(K.MEDICAL_INVOICE, stay, *foot)["issue_date"] == ["2023-03-04"]


def test_grades_by_the_kind_of_institution_on_a_bill() -> None:
    for text, level in (
        ("三级甲等综合性医疗机构", "三级甲等"),
        ("三级口腔专科医院", "三级"),
        ("二级甲等", "二级甲等"),
    ):
        got = fields(K.MEDICAL_INVOICE, line(f"医疗机构类型：{text}  医保类型：职工医保", 100, 100))
        assert got["hospital_level"] == [level], text
    for text in ("综合医院", "级甲等专科医院", "三级学等专科医院", "三级及以上医院"):
        assert "hospital_level" not in fields(K.MEDICAL_INVOICE, line(f"医疗机构类型：{text}", 100, 100)), (
            text
        )


def test_the_number_of_a_card_behind_the_label_of_an_id_number() -> None:
    got = fields(K.MEDICAL_INVOICE, line("社会保障号码：(100000000000007)", 100, 100))
    assert got["card_number"] == ["100000000000007"]
    whole = fields(K.MEDICAL_INVOICE, line("社会保障号码：360981195101183005", 100, 100))
    assert whole["id_number"] == ["360981195101183005"]
    assert "card_number" not in whole
    assert "card_number" not in fields(K.MEDICAL_INVOICE, line("社会保障号码：2000000003", 100, 100))


def test_the_number_of_a_card_printed_over_the_end_of_its_label() -> None:
    label = line("社会保障号码", 1003, 231)
    got = fields(K.MEDICAL_INVOICE, label, line("100000000000007", 1114, 215))
    assert got["card_number"] == ["100000000000007"]
    (off,) = extracted(K.MEDICAL_INVOICE, label, line("100000000000007", 1114, 215))["card_number"]
    assert off.confidence == LOOSELY
    for x, y in ((800, 215), (1114, 150), (1700, 215)):
        assert "card_number" not in fields(K.MEDICAL_INVOICE, label, line("100000000000007", x, y))


def test_stays_and_days_of_bills_as_printers_set_them() -> None:
    for text in ("2023031120230318", "20230311-20230318", "20230311|20230318"):
        got = fields(K.MEDICAL_INVOICE, line(f"住院时间：{text}", 100, 100))
        assert (got["admission_date"], got["discharge_date"]) == (["2023-03-11"], ["2023-03-18"]), text
    registered = fields(K.MEDICAL_INVOICE, line("挂号时间:2023.04.02 08:10:20", 100, 900))
    assert registered["issue_date"] == ["2023-04-02"]
    paid = fields(
        K.MEDICAL_INVOICE, line("挂号时间:2023.04.02", 100, 900), line("收费日期:2023.04.03", 700, 900)
    )
    assert paid["issue_date"] == ["2023-04-03"]
    blurred = fields(K.MEDICAL_INVOICE, line("日期：2023 04-0215:10:20", 100, 900))
    assert blurred["issue_date"] == ["2023-04-02"]


def test_a_sex_by_itself_on_a_bill() -> None:
    """Where the printer set it across its label; not sure, and not of two."""
    (sex,) = extracted(K.MEDICAL_INVOICE, line("姓名：李建国", 100, 100), line("男", 700, 104))["sex"]
    assert (sex.value, sex.confidence) == ("男", LOOSELY)
    assert "sex" not in fields(K.MEDICAL_INVOICE, line("男", 700, 104), line("女", 900, 104))
    assert "sex" not in fields(K.DISCHARGE_SUMMARY, line("男", 700, 104))


def test_a_number_that_was_found_in_two_pieces() -> None:
    number = line("病历号：1847", 100, 400)
    rest = line("4129", number.box[2] + 2, 400)
    assert fields(K.MEDICAL_INVOICE, number, rest)["record_number"] == ["18474129"]
    begun = line("住院时间：20", 100, 500)
    stay = [begun, line("25-06-20", begun.box[2] + 2, 500), line("2025-07-13", begun.box[2] + 150, 500)]
    got = fields(K.MEDICAL_INVOICE, *stay)
    assert (got["admission_date"], got["discharge_date"]) == (["2025-06-20"], ["2025-07-13"])
    lost = fields(K.MEDICAL_INVOICE, line("住院时间：20 5-06-20 2025-07-13", 100, 500))
    assert "admission_date" not in lost


def test_a_date_that_the_end_of_the_line_broke() -> None:
    for left, right in (("出院2025-05-", "26"), ("出院2025", "年05月26日")):
        page = [line("费用期间：入院2025-05-15", 900, 200), line(left, 1350, 200), line(right, 900, 240)]
        assert fields(K.MEDICAL_INVOICE, *page)["discharge_date"] == ["2025-05-26"]


def test_the_day_of_payment_on_a_strip_and_on_a_preprinted_form() -> None:
    strip = [line("就诊日期：2024.05.01", 60, 470), line("收费员：3684 2024.05.02 15:41:06", 60, 1100)]
    assert fields(K.MEDICAL_INVOICE, *strip)["issue_date"] == ["2024-05-02"]
    form = [line("2025年10月16日", 1040, 150), line("住院日期", 130, 290)]
    stay = line("2025年10月09日至2025年10月16日 共7天", 300, 290)
    assert fields(K.MEDICAL_INVOICE, *form, stay)["issue_date"] == ["2025-10-16"]


def test_what_a_sheet_of_settlement_tells_besides() -> None:
    page = [
        line("参保地：样章市会宁县", 100, 300),
        line("入院诊断：脑梗死", 100, 400),
        line("出院诊断：脑梗死恢复期；右侧肢体偏瘫", 100, 460),
        line("医生：常建涵", 100, 520),
    ]
    got = fields(K.MEDICAL_INVOICE, *page)
    assert got["diagnosis"] == ["脑梗死恢复期", "右侧肢体偏瘫"]
    assert (got["insured_place"], got["physician_name"]) == (["样章市会宁县"], ["常建涵"])


def test_the_buyer_on_a_private_hospitals_tax_invoice() -> None:
    got = fields(
        K.MEDICAL_INVOICE,
        line("电子发票（普通发票）", 600, 50),
        line("购买方信息", 80, 200),
        line("名称：黄月花（个人）", 150, 230),
        line("名称：柳州和美精神康复医院有限公司", 940, 230),
        line("统一社会信用代码/纳税人识别号：450202198610206545", 150, 310),
        line("统一社会信用代码/纳税人识别号：91450202MA4884874X", 940, 310),
        line("项目名称", 180, 380),
    )
    assert got["patient_name"] == ["黄月花"]
    assert got["id_number"] == ["450202198610206545"]
    assert got["hospital_name"] == ["柳州和美精神康复医院有限公司"]


def test_neither_a_sellers_name_nor_a_drugs_is_the_patients() -> None:
    company = line("购买方名称：长沙安康科技有限公司", 100, 100)
    seller = (line("销售方", 100, 150), line("名称：王建军", 100, 200))
    assert "patient_name" not in fields(K.MEDICAL_INVOICE, company, *seller)
    (name,) = extracted(K.MEDICAL_INVOICE, line("购买方：李建国", 100, 100), line("名称：何首乌", 100, 150))[
        "patient_name"
    ]
    assert (name.value, (name.confidence or 1.0) < 0.9) == ("李建国", True)


def test_an_id_number_of_another_party_is_not_the_patients() -> None:
    patient = line("患者：李建国", 100, 300)
    for text in ("销售方纳税人识别号", "收款单位统一社会信用代码", "统一社会信用代码"):
        got = fields(K.MEDICAL_INVOICE, line(f"{text}：430503196703124514", 100, 100), patient)
        assert "id_number" not in got, text
    bought = (line("购买方信息", 100, 100), line("名称：王芳", 100, 150))
    number = line("纳税人识别号：430503196703124514", 100, 200)
    got = fields(K.MEDICAL_INVOICE, *bought, number, patient, line("销售方信息", 900, 100))
    assert (got["patient_name"], got.get("id_number")) == (["李建国"], None)
    got = fields(K.MEDICAL_INVOICE, *bought, number, line("销售方信息", 900, 100))
    assert (got["patient_name"], got["id_number"]) == (["王芳"], ["430503196703124514"])


def test_the_payers_number_on_an_electronic_bill() -> None:
    got = fields(
        K.MEDICAL_INVOICE,
        line("交款人统一社会信用代码：350503197809031214", 200, 150),
        line("交款人：孙松建", 200, 190),
        line("（单位（章）：福建大学附属泉州医院", 100, 680),
    )
    assert got["id_number"] == ["350503197809031214"]
    assert got["patient_name"] == ["孙松建"]
    assert got["hospital_name"] == ["福建大学附属泉州医院"]


def test_a_department_before_the_day_of_the_bill() -> None:
    got = fields(
        K.MEDICAL_INVOICE,
        line("科别：", 800, 200),
        line("呼吸与危重症医学科", 900, 200),
        line("2022年10月 29日", 1230, 200),
    )
    assert got["department"] == ["呼吸与危重症医学科"]


def test_a_day_hidden_by_a_stamp_is_not_sure() -> None:
    (day,) = extracted(K.MEDICAL_INVOICE, line("日期 2024-02", 100, 1100))["issue_date"]
    assert (day.confidence or 1.0) < 0.9


def test_the_telephone_of_a_settlement_is_the_patients_where_it_stands_with_the_name() -> None:
    head = [line("姓名 叶英慧", 160, 220), line("联系电话 18600001441", 1000, 330)]
    assert fields(K.MEDICAL_INVOICE, *head)["phone"] == ["18600001441"]
    foot = [line("姓名 叶英慧", 160, 220), line("联系电话 18600001441", 1000, 1930)]
    assert "phone" not in fields(K.MEDICAL_INVOICE, *foot)


def test_a_grade_by_itself_in_the_head_names_the_kind_of_hospital() -> None:
    for text in ("三级甲等专科医院", "三级甲等中西医结合医院", "三级甲等"):
        assert fields(K.MEDICAL_INVOICE, line(text, 700, 100))["hospital_level"] == ["三级甲等"], text
    for text in ("级甲等专科医院", "二级护理"):
        assert "hospital_level" not in fields(K.MEDICAL_INVOICE, line(text, 700, 100)), text


def test_a_card_right_behind_the_label_of_an_id_number() -> None:
    assert fields(K.MEDICAL_INVOICE, line("社会保障号100000000000007", 100, 100))["card_number"] == [
        "100000000000007"
    ]


def test_the_department_of_the_clinic_that_a_ticket_names() -> None:
    ticket = line("专家门诊（眼科）", 900, 600)
    (department,) = extracted(K.MEDICAL_INVOICE, ticket)["department"]
    assert (department.value, department.confidence) == ("眼科", LOOSELY)
    labelled = fields(K.MEDICAL_INVOICE, ticket, line("科室：骨科", 100, 300))
    assert labelled["department"] == ["骨科"]
    assert "department" not in fields(K.MEDICAL_INVOICE, ticket, line("普通门诊(骨科)", 900, 800))


def test_a_doubted_name_is_told_by_the_one_printed_again() -> None:
    doubted, clear = line("姓名：绫云珊", 100, 100, 0.4), line("凌云珊", 900, 700)
    (name,) = extracted(K.MEDICAL_INVOICE, doubted, clear)["patient_name"]
    assert (name.value, name.confidence) == ("凌云珊", LOOSELY)
    sure = fields(K.MEDICAL_INVOICE, line("姓名：绫云珊", 100, 100), clear)
    assert sure["patient_name"] == ["绫云珊"]
    others = fields(K.MEDICAL_INVOICE, doubted, line("凌云晴", 900, 700), line("李建国", 900, 900))
    assert others["patient_name"] == ["绫云珊"]
    cashier = fields(K.MEDICAL_INVOICE, doubted, line("收费员：凌云珊", 900, 700))
    assert cashier["patient_name"] == ["绫云珊"]


def test_dates_behind_labels_of_a_bill_with_a_misread_letter() -> None:
    """Also one that is lost; not where two of a bill's labels may be meant, nor what is no label of its."""
    page = [line("开日期：2024-03-05", 800, 200), line("观诊日期：2024-03-04", 800, 600)]
    got = fields(K.MEDICAL_INVOICE, *page)
    assert (got["issue_date"], got["visit_date"]) == (["2024-03-05"], ["2024-03-04"])
    for other in ("启用日期：2024-03-05", "院日期：2024-03-05"):
        assert not {"issue_date", "visit_date"} & set(fields(K.MEDICAL_INVOICE, line(other, 800, 200)))


def test_a_stay_whose_first_day_was_misread() -> None:
    page = [line("住院时间：", 100, 200), line("2820-03-12日到", 280, 200), line("2024-03-19日", 560, 200)]
    got = fields(K.MEDICAL_INVOICE, *page)
    assert got["discharge_date"] == ["2024-03-19"]
    assert "admission_date" not in got


def test_a_day_printed_in_figures_beside_a_forms_words() -> None:
    """The form's own 年 月 日 stand a line lower."""
    printed = [line("2024", 900, 2000), line("3", 1040, 2000), line("19", 1130, 2000)]
    words = [line("年", 970, 2030), line("月", 1070, 2030), line("日", 1190, 2030)]
    assert fields(K.MEDICAL_INVOICE, *printed, *words)["issue_date"] == ["2024-03-19"]


def test_the_one_day_that_a_cashiers_program_stamped_with_the_time() -> None:
    stamp = line("2023-7-4 09:15", 260, 430)
    (date,) = extracted(K.MEDICAL_INVOICE, stamp, line("日期：", 750, 970))["issue_date"]
    assert (date.value, date.confidence) == ("2023-07-04", LOOSELY)
    assert "issue_date" not in fields(K.MEDICAL_INVOICE, line("打印时间:2023.07.0409:15:22", 900, 850))
    for other in (line("2023-7-5 08:00", 260, 900), line("预约时间：2023-7-5 08:00", 260, 900)):
        got = fields(K.MEDICAL_INVOICE, stamp, other).get("issue_date", [])
        assert got == (["2023-07-04"] if "预约" in other.text else [])
    assert "issue_date" not in fields(K.MEDICAL_INVOICE, line("入院时间 2023-7-4 09:15", 260, 430))
    assert "issue_date" not in fields(K.MEDICAL_INVOICE, line("2023-7-4", 260, 430))
    for words in ("手术时间：", "复诊日期", "审核于"):
        assert "issue_date" not in fields(K.MEDICAL_INVOICE, line(f"{words}2023-7-4 09:15", 260, 430)), words
    under = [line("执行日期", 260, 400), line("2023-7-4 09:15", 260, 440)]
    assert "issue_date" not in fields(K.MEDICAL_INVOICE, *under)
