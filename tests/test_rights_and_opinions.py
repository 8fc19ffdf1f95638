"""Recognition forms: tables of rights, periods over two lines, who gives an opinion, whose dates."""

from __future__ import annotations

import pytest
from page_text import cells, extracted, fields, line, table_lines

from ocr.place_values import parse_places
from ocr.types import DocumentKind as K

AT = (150, 400, 700, 950)


def test_every_row_of_a_table_of_rights() -> None:
    rows = table_lines(
        ("序号", "病种名称", "开始日期", "终止日期"),
        ("1", "慢性阻塞性肺疾病", "2024-05-17", "2029-05-17"),
        ("2", "系统性红斑狼疮", "2021-12-02", "长期"),
        at=AT,
        top=1300,
    )
    found = fields(K.RECOGNITION_FORM, line("门诊慢特病待遇资格认定单", 300, 100), *rows)
    assert found["claimed_disease"] == ["慢性阻塞性肺疾病", "系统性红斑狼疮"]
    assert found["valid_from"] == ["2024-05-17", "2021-12-02"]
    assert found["valid_until"] == ["2029-05-17", "长期"]
    assert "sign_date" not in found


def test_refused_rights_are_left_out_and_ended_ones_are_not_sure() -> None:
    head = ("病种名称", "开始日期", "终止日期", "状态")
    held = ("糖尿病", "2024-01-01", "2026-12-31", "正常")
    refused = table_lines(head, ("高血压病", "", "", "审核不通过"), held, at=AT, top=1300)
    found = fields(K.RECOGNITION_FORM, *refused)
    assert (found["claimed_disease"], found["valid_from"]) == (["糖尿病"], ["2024-01-01"])
    ended = ("高血压病", "2020-01-01", "2021-12-31", "已终止")
    rows = extracted(K.RECOGNITION_FORM, *table_lines(head, ended, held, at=AT, top=1300))
    for name in ("claimed_disease", "valid_from", "valid_until"):
        assert [(f.confidence or 0.0) >= 0.9 for f in rows[name]] == [False, True], name


def test_rows_of_others_and_dates_missing_from_a_table_of_rights() -> None:
    others = table_lines(
        ("姓名", "病种名称", "开始日期", "终止日期"),
        ("李建国", "高血压病", "2020-01-01", "2021-12-31"),
        ("王芳", "糖尿病", "2024-01-01", "2026-12-31"),
        at=AT,
        top=1300,
    )
    rows = extracted(K.RECOGNITION_FORM, *others)
    assert [(f.value, (f.confidence or 0.0) < 0.9) for f in rows["claimed_disease"]] == [("高血压病", True)]
    uneven = table_lines(
        ("序号", "病种名称", "开始日期", "终止日期"),
        ("1", "高血压病", "2020-01-01", ""),
        ("2", "糖尿病", "2024-01-01", "2026-12-31"),
        at=AT,
        top=1300,
    )
    rows = extracted(K.RECOGNITION_FORM, *uneven)
    assert [(f.value, (f.confidence or 0.0) < 0.9) for f in rows["valid_until"]] == [("2026-12-31", True)]


def test_a_period_that_ends_on_the_next_line() -> None:
    found = fields(
        K.RECOGNITION_FORM,
        line("有效期限", 900, 500),
        line("2025年8月20日至·", 1100, 500),
        line("2027年8月20日", 1100, 560),
    )
    assert (found["valid_from"], found["valid_until"]) == (["2025-08-20"], ["2027-08-20"])
    assert "sign_date" not in found


def test_a_date_alone_behind_the_validity_is_its_end() -> None:
    found = fields(K.SOCIAL_SECURITY_CARD, line("有效期限", 100, 500), line("2032年7月25日", 300, 500))
    assert found["valid_until"] == ["2032-07-25"]
    assert "valid_from" not in found
    begun = fields(K.RECOGNITION_FORM, line("有效期", 100, 500), line("自2025年7月25日起", 300, 500))
    assert begun["valid_from"] == ["2025-07-25"]


def test_the_hospital_before_its_opinion_and_the_office_under_its_approval() -> None:
    grid = cells(
        (80, 1280, 300, 1500), (300, 1280, 1500, 1500), (80, 1500, 300, 1800), (300, 1500, 1500, 1800)
    )
    found = fields(
        K.RECOGNITION_FORM,
        line("定点医疗", 100, 1340),
        line("机构意见", 100, 1390),
        line("大祥区中医院（二级甲等） 科室：肾病科", 320, 1360),
        line("意见", 100, 1600),
        line("邵阳市医疗保障服务中心（章） 2024年2月8日", 600, 1700),
        grid=grid,
    )
    assert (found["hospital_name"], found["hospital_level"]) == (["大祥区中医院"], ["二级甲等"])
    assert (found["issuing_authority"], found["issue_date"]) == (["邵阳市医疗保障服务中心"], ["2024-02-08"])


def test_the_bureaus_own_dates_are_no_signers() -> None:
    approved = (line("经办：张三", 600, 1700), line("2024年9月17日", 1100, 1700))
    assert "sign_date" not in fields(K.REMOTE_FILING_FORM, *approved)
    assert fields(K.RECOGNITION_FORM, *approved)["issue_date"] == ["2024-09-17"]


def test_the_day_under_the_applicants_name_is_the_applications() -> None:
    signed = (line("本人签字：", 150, 1130), line("2025年02月10日", 500, 1230))
    found = fields(K.APPLICATION_FORM, *signed)
    assert (found["application_date"], found.get("sign_date")) == (["2025-02-10"], None)


def test_dates_under_the_head_of_their_column_are_nobodys_signature() -> None:
    found = fields(K.APPLICATION_FORM, line("确诊日期", 900, 1000), line("2023-12-21", 900, 1035))
    assert "sign_date" not in found


def test_an_employers_name_is_no_address_and_a_village_is() -> None:
    head = line("门诊慢特病待遇资格认定单", 300, 100)
    named = fields(K.RECOGNITION_FORM, head, line("单位名称:大祥区兴隆食品有限责任公司", 100, 400))
    assert "address" not in named
    village = fields(K.RECOGNITION_FORM, head, line("工作单位：大祥区板桥乡花园村3组", 100, 400))
    assert village["address"] == ["大祥区板桥乡花园村3组"]


def test_the_health_centre_that_sends_and_the_hospital_that_is_sent_to() -> None:
    found = fields(
        K.REFERRAL_LETTER,
        line("双向转诊（转出）单", 500, 100),
        line("于2024年1月6日因病情需要，转入", 100, 300),
        line("大祥区第二人民医院", 800, 300),
        line("单位", 1200, 300),
        line("大祥区第二人民医院", 200, 600),
        line("(机构名称):", 560, 600),
        line("大祥区北门社区卫生服务中心 (机构名称)", 700, 1600),
    )
    assert found["hospital_name"] == ["大祥区北门社区卫生服务中心"]


def test_the_day_a_referral_was_filled_in_is_the_day_it_was_issued() -> None:
    found = fields(K.REFERRAL_LETTER, line("转诊转院审批表", 500, 100), line("填表日期：2025/9/2", 1100, 200))
    assert (found["issue_date"], found.get("application_date")) == (["2025-09-02"], None)


def test_the_labelled_day_beside_the_applicants_name_is_the_applications() -> None:
    declared = line("本人已知悉有关规定，申请办理上述病种。签名：张三", 150, 1930)
    found = fields(K.APPLICATION_FORM, declared, line("日期：2023年12月19日", 1200, 1930))
    assert (found["application_date"], found.get("sign_date")) == (["2023-12-19"], None)


def test_the_whole_address_stands_below_the_stub() -> None:
    found = fields(
        K.REFERRAL_LETTER,
        line("转诊（转出）单", 500, 100),
        line("家庭住址：枝江市", 100, 300),
        line("家庭住址：宜昌市枝江市友谊大道286号", 100, 900),
    )
    assert found["address"] == ["宜昌市枝江市友谊大道286号"]


def test_the_number_on_a_voucher_without_a_label() -> None:
    found = fields(K.INSURANCE_VOUCHER, line("张三", 100, 300), line("430503196703124514", 100, 350))
    assert found["id_number"] == ["430503196703124514"]


def test_a_record_number_in_a_story_is_no_number_of_the_form() -> None:
    told = line("发病6年余，曾于2018.06在省立医院确诊，病历号1024908。近一年内先后住院2次。", 100, 700)
    asked = line("住院号：44990495", 100, 500)
    assert fields(K.APPLICATION_FORM, told).get("record_number") is None
    assert fields(K.APPLICATION_FORM, asked)["record_number"] == ["44990495"]


def test_a_diagnosis_with_the_codes_of_its_cause_and_its_place() -> None:
    found = fields(K.RECOGNITION_FORM, line("诊断：2型糖尿病性周围神经病变(E11.401+G63.2*);", 100, 700))
    assert found["diagnosis"] == ["2型糖尿病性周围神经病变"]


def test_a_sentence_may_break_before_the_word_address() -> None:
    assert [p.value for p in parse_places("为北京市丰台区南苑西路656号")] == ["北京市丰台区南苑西路656号"]


def test_a_date_beside_a_clerks_signature_is_not_the_applicants() -> None:
    day = line("日期：2024年3月9日", 900, 900)
    clerk = fields(K.APPLICATION_FORM, line("本人情况属实 经办人签字：王芳", 100, 900), day)
    assert "application_date" not in clerk
    own = fields(K.APPLICATION_FORM, line("申请人承诺属实，本人签字：李建国", 100, 900), day)
    assert own["application_date"] == ["2024-03-09"]


@pytest.mark.parametrize("kind", [K.REFERRAL_LETTER, K.RECOGNITION_FORM])
def test_the_end_of_a_stay_on_the_next_line_is_not_the_end_of_a_period(kind: K) -> None:
    begun = line("有效期：2024年3月1日", 100, 300)
    stay = fields(kind, begun, line("至2024年3月20日住院治疗", 100, 350))
    assert "2024-03-20" not in stay.get("valid_until", [])
    assert fields(kind, begun, line("至2024年3月20日", 100, 350))["valid_until"] == ["2024-03-20"]


def test_numbered_experts_and_the_date_of_the_office_that_heads_the_row() -> None:
    grid = cells(
        (100, 1200, 260, 1400), (260, 1200, 1500, 1400), (100, 1400, 260, 1800), (260, 1400, 1500, 1800)
    )
    found = fields(
        K.RECOGNITION_FORM,
        line("专家意见", 110, 1250),
        line("专家签字：①张建国 ②李文博", 280, 1250),
        line("医保", 130, 1480),
        line("经办", 130, 1530),
        line("机构", 130, 1580),
        line("准予享受待遇。", 280, 1480),
        line("2023年12月17日", 280, 1720),
        grid=grid,
    )
    assert found["physician_name"] == ["张建国", "李文博"]
    assert found["issue_date"] == ["2023-12-17"]
    assert "sign_date" not in found


def test_a_home_ends_with_its_house_before_a_disease_and_misread_labels_are_known() -> None:
    found = fields(
        K.APPLICATION_FORM,
        line("现住址", 130, 400),
        line("沈阳市和平区大营镇前柳村6组176号", 300, 400),
        line("中报病种", 100, 455),
        line("脑血管病后遗症", 300, 455),
        line("依保类别", 100, 600),
        line("城镇职工", 300, 600),
    )
    assert found["address"] == ["沈阳市和平区大营镇前柳村6组176号"]
    assert found["claimed_disease"] == ["脑血管病后遗症"]
    assert found["insurance_type"] == ["employee"]


def test_half_a_label_before_a_sex() -> None:
    page = (line("姓名", 100, 300), line("张三", 250, 300), line("别", 500, 300), line("男", 600, 300))
    assert fields(K.HOUSEHOLD_REGISTER, *page)["sex"] == ["男"]


def test_the_day_of_a_registers_card_whose_label_the_seal_covers() -> None:
    page = (line("常住人口登记卡", 300, 60), line("记日期：2011年11月4日", 500, 800))
    assert fields(K.HOUSEHOLD_REGISTER, *page)["issue_date"] == ["2011-11-04"]
