"""What forms ask for in their own ways: two homes, empty cells, heads of blocks, options like labels."""

from __future__ import annotations

import cv2
import numpy as np
from page_text import cells, fields, line, runs

from ocr.labels import find_labels
from ocr.marks.handwriting import is_penned
from ocr.marks.ticks import mark_options
from ocr.types import DocumentKind as K


def test_two_homes_and_two_telephones() -> None:
    got = fields(
        K.REMOTE_FILING_FORM,
        line("参保地联系地址：济宁市兖州区建设西路225号", 100, 100),
        line("异地联系地址：福建省泉州市晋江市世纪大道586号", 100, 160),
        line("联系电话1：13800005438", 100, 220),
        line("联系电话2：13500006720", 800, 220),
    )
    assert got["address"] == ["济宁市兖州区建设西路225号", "福建省泉州市晋江市世纪大道586号"]
    assert got["phone"] == ["13800005438", "13500006720"]


def test_a_permit_states_where_its_holder_is_registered_and_where_he_lives() -> None:
    got = fields(
        K.RESIDENCE_PERMIT,
        line("户籍地址：上饶市玉山县人民北路79号", 100, 100),
        line("居住地址：广东省东莞市德政中路115号", 100, 160),
    )
    assert sorted(got["address"]) == ["上饶市玉山县人民北路79号", "广东省东莞市德政中路115号"]


def test_an_empty_cell_takes_nothing_from_the_row_below() -> None:
    grid = cells(
        (100, 100, 300, 150), (305, 100, 600, 150), (605, 100, 800, 150), (805, 100, 1200, 150),
        (100, 155, 300, 205), (305, 155, 1200, 205),
    )  # fmt: skip
    got = fields(
        K.APPLICATION_FORM,
        line("医保类型", 120, 110),
        line("职工", 320, 110),
        line("个人编号", 620, 110),
        line("身份证号", 120, 165),
        line("3 6 0 9 8 2 1 9 6 9 0 8 2 4 8 4 3 X", 320, 165),
        grid=grid,
    )
    assert "card_number" not in got


def test_the_head_of_the_next_block_ends_a_value() -> None:
    got = fields(
        K.APPLICATION_FORM,
        line("联系地址", 100, 100),
        line("湖南省邵阳市双清区宝庆东路129-5号", 100, 140),
        line("申报信息", 100, 190),
        line("申请病种名称", 100, 240),
        line("肝硬化", 100, 280),
    )
    assert got["address"] == ["湖南省邵阳市双清区宝庆东路129-5号"]
    assert got["claimed_disease"] == ["肝硬化"]


def test_options_are_no_labels_and_what_ends_in_a_date_is_one() -> None:
    assert find_labels("☑临床诊断 ☑出院小结") == []
    assert [h.concept for h in find_labels("就珍日期")] == ["visit_date"]
    assert [h.concept for h in find_labels("首次公示时间")] == ["stop"]


def test_a_hospital_is_named_as_it_is_printed() -> None:
    names = ("双清区中医医院（双清骨伤医院）", "杭州市中心医院（东院区）", "玉山县人民医院（二级甲等）")
    got = [fields(K.APPLICATION_FORM, line(f"确诊医院：{n}", 100, 100)) for n in names]
    assert [g["hospital_name"] for g in got] == [[names[0]], [names[1]], ["玉山县人民医院"]]
    assert got[2]["hospital_level"] == ["二级甲等"]


def test_a_hospitals_own_sheet_names_it_in_its_head() -> None:
    got = fields(
        K.RECOGNITION_FORM,
        line("玉山县第二人民医院（二级甲等）", 500, 100),
        line("门诊特殊慢性病医师认定表", 500, 160),
    )
    assert (got["hospital_name"], got["hospital_level"]) == (["玉山县第二人民医院"], ["二级甲等"])


def test_codes_before_names_are_left_out() -> None:
    got = fields(
        K.RECOGNITION_FORM,
        line("参保区划：620522 天水市秦安县", 100, 100),
        line("认定医师：D620522851895 罗腊梅", 100, 160),
    )
    assert (got["insured_place"], got["physician_name"]) == (["天水市秦安县"], ["罗腊梅"])
    office = fields(K.REMOTE_FILING_FORM, line("参保机构：双清区医疗保障局", 100, 100))
    assert "insured_place" not in office


def test_the_time_of_printing_is_no_date_of_a_signature() -> None:
    got = fields(K.APPLICATION_FORM, line("2024/08/22 22:10", 100, 40), line("2024-08-23", 900, 2000))
    assert got["sign_date"] == ["2024-08-23"]


def test_black_ink_behind_a_red_label_is_print() -> None:
    pixels = np.full((60, 400, 3), 255, np.uint8)
    pixels[15:45, 10:100:4] = (122, 34, 48)
    pixels[15:45, 150:240:4] = (20, 20, 24)
    assert not is_penned(pixels, (148, 12, 242, 48), (8, 12, 102, 48), form=True)
    pixels[15:45, 150:240:4] = (20, 30, 110)
    assert is_penned(pixels, (148, 12, 242, 48), (8, 12, 102, 48), form=True)


def test_a_letter_of_application_tells_everything_in_sentences() -> None:
    got = fields(
        K.APPLICATION_FORM,
        line("本人田树林，男，现年55岁，身份证号110101199003074477，家住", 200, 300),
        line("阜阳市颍上县石门乡下湾村1组70号，参加城镇职工医保。经颍上县中医医", 140, 360),
        line("院（颍上骨伤医院）确诊患有乙型肝炎后肝硬化，需长期门诊治", 140, 420),
        line("疗用药。现申请认定肝硬化特殊疾病门诊，请予审核。", 140, 480),
    )
    assert got["patient_name"] == ["田树林"]
    assert (got["sex"], got["age"], got["insurance_type"]) == (["男"], [55], ["employee"])
    assert got["address"] == ["阜阳市颍上县石门乡下湾村1组70号"]
    assert got["hospital_name"] == ["颍上县中医医院（颍上骨伤医院）"]
    assert (got["diagnosis"], got["claimed_disease"]) == (["乙型肝炎后肝硬化"], ["肝硬化"])


def test_a_letter_of_posting_tells_insurance_home_and_term() -> None:
    got = fields(
        K.WORK_POSTING_LETTER,
        line("兹有我单位职工贺金枝，女，在菏泽市曹县参加职工基本医疗保险。由我单位派", 180, 300),
        line("往苏州市吴中区工作，派驻期限自2023年11月18日至", 180, 360),
        line("2028年11月1日。居住地址：江苏省苏州市吴中区木渎镇金山路266号17栋1105", 180, 420),
        line("室。本人联系电话：18000007391。办公电话：0963-5496924", 180, 480),
    )
    assert (got["insured_place"], got["insurance_type"]) == (["菏泽市曹县"], ["employee"])
    assert (got["valid_from"], got["valid_until"]) == (["2023-11-18"], ["2028-11-01"])
    assert got["address"] == ["江苏省苏州市吴中区木渎镇金山路266号17栋1105室"]
    assert got["phone"] == ["18000007391"]


HEADS = ("异地安置退休", "异地长期居住", "常驻异地工作", "转诊转院", "临时外出就医")


def test_the_column_with_a_tick_tells_the_kind_of_filing() -> None:
    boxes = [(100 + 250 * n, y, 345 + 250 * n, y + 50) for y in (100, 155) for n in range(5)]
    heads = [line(t, 110 + 250 * n, 110) for n, t in enumerate(HEADS)]
    got = fields(K.REMOTE_FILING_FORM, *heads, line("√", 950, 165), grid=cells(*boxes))
    assert got["filing_category"] == ["referral"]
    two = [line("√", 950, 165), line("√", 200, 165)]
    assert "filing_category" not in fields(K.REMOTE_FILING_FORM, *heads, *two, grid=cells(*boxes))


def test_the_row_with_a_tick_and_the_kind_that_is_filled_in() -> None:
    heads = [line(t, 110, 100 + 50 * n) for n, t in enumerate(HEADS)]
    got = fields(K.REMOTE_FILING_FORM, *heads, line("✓", 420, 150))
    assert got["filing_category"] == ["long_residence"]
    got = fields(K.REMOTE_FILING_FORM, line("备案类型：常驻异地工作人员", 100, 100))
    assert got["filing_category"] == ["posted_work"]
    assert "filing_category" not in fields(
        K.REMOTE_FILING_FORM, line("备案类型：□长期居住 □异地工作", 100, 100)
    )


def test_the_term_of_a_right_and_not_of_a_stay() -> None:
    granted = line("符合限定支付范围，预计用药6个月，自2024年6月10日至2024年12月9日。", 100, 900)
    stayed = line("患者自2024年6月10日至2024年6月19日在我院住院治疗。", 100, 900)
    got = fields(K.APPLICATION_FORM, granted)
    assert (got["valid_from"], got["valid_until"]) == (["2024-06-10"], ["2024-12-09"])
    assert "valid_from" not in fields(K.APPLICATION_FORM, stayed)


def test_a_panel_of_experts_is_read_by_its_columns() -> None:
    heads = [(t, 300 + 250 * n) for n, t in enumerate(("姓名", "职称", "鉴定意见", "签名"))]
    rows = [line(t, x, 400) for t, x in heads]
    for n, (name, title) in enumerate((("叶磊", "主任医师"), ("苏华根", "副主任医师"))):
        y = 450 + 50 * n
        rows += [
            line(f"专家{'一二'[n]}", 120, y),
            line(name, 300, y),
            line(title, 550, y),
            line("√符合", 800, y),
        ]
    got = fields(K.RECOGNITION_FORM, line("姓名：李秀兰", 100, 200), *rows)
    assert got["patient_name"] == ["李秀兰"]
    assert got["physician_name"] == ["叶磊", "苏华根"]
    assert got["physician_title"] == ["主任医师", "副主任医师"]


def test_the_date_that_ends_a_signatures_line() -> None:
    got = fields(K.RECOGNITION_FORM, line("医师签章：唐莹（副主任医师） 2024年4月21日", 600, 900))
    assert got["sign_date"] == ["2024-04-21"]


def test_a_list_of_insurances_without_a_tick_tells_nothing() -> None:
    got = fields(K.APPLICATION_FORM, line("参保险种：职工医保", 100, 100), line("居民医保", 500, 100))
    assert "insurance_type" not in got


def test_rings_are_chosen_by_a_dot() -> None:
    pixels = np.full((300, 1600, 3), 255, np.uint8)
    for x, dot in ((330, False), (700, True)):
        cv2.circle(pixels, (x, 116), 10, (0, 0, 0), 2)
        if dot:
            cv2.circle(pixels, (x, 116), 6, (0, 0, 0), -1)
    page = runs(line("职工基本医疗保险", 350, 100), line("城乡居民基本医疗保险", 720, 100))
    assert [r.text for r in mark_options(page, pixels)] == ["□职工基本医疗保险", "☑城乡居民基本医疗保险"]


def test_a_telephone_right_behind_an_address_and_papers_that_are_no_diagnoses() -> None:
    got = fields(K.RECOGNITION_FORM, line("住址：玉山县双塘镇下湾村12组96号电话15100005222", 100, 100))
    assert got["phone"] == ["15100005222"]
    assert "diagnosis" not in fields(K.APPLICATION_FORM, line("临床诊断 出院小结", 100, 100))


def test_how_long_an_identity_card_holds_is_no_entitlement() -> None:
    got = fields(
        K.RECOGNITION_FORM,
        line("姓名：李建国", 100, 100),
        line("证件有效期至：2031-05-08", 100, 160),
        line("待遇截止日期：2026-12-31", 100, 220),
    )
    assert got["valid_until"] == ["2026-12-31"]
    only = fields(K.APPLICATION_FORM, line("证件有效期：2011-05-08至2031-05-08", 100, 160))
    assert not {"valid_from", "valid_until"} & set(only)
