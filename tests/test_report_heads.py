"""Heads and feet of laboratory, examination and pathology reports; contents invented."""

from __future__ import annotations

import pytest
from page_text import fields, line

from ocr.diagnoses import parse_findings
from ocr.kinds import classify
from ocr.types import DocumentKind as K


@pytest.mark.parametrize(
    "printed",
    [
        "送检：2025-04-27  报告：2025-04-28",
        "采集2025-04-27 08:09  报告2025-04-28 12:18:14",
        "采样 2025-04-27 14:53  报告 2025-04-28 17:12",
        "采样时间：2025-04-27 报告日期/时间：2025-04-28 10:01",
    ],
)
def test_the_report_is_dated_by_its_bare_word(printed: str) -> None:
    got = fields(K.LAB_REPORT, line("姓名：李建国", 100, 100), line(printed, 100, 1800))
    assert got["report_date"] == ["2025-04-28"]


def test_numbers_of_cards_consultations_and_other_hospitals() -> None:
    got = fields(
        K.PATHOLOGY_REPORT,
        line("会诊编号：H20254929", 100, 100),
        line("原病理号：S337677", 900, 100),
        line("就诊卡号：A004725875", 100, 150),
    )
    assert got["report_number"] == ["H20254929"]
    assert got["card_number"] == ["A004725875"]
    assert "record_number" not in got


def test_a_reports_telephone_is_the_patients_in_the_head_alone() -> None:
    head = [line("姓名：梁秀月", 100, 200), line("联系电话：19100006215", 600, 250)]
    head.append(line("家庭住址：福建省泉州市鲤城区新门街115号", 100, 300))
    foot = [line("联系电话：0595-2375685", 600, 2100), line("地址：泉州市丰泽区东湖街248号", 100, 2150)]
    got = fields(K.PATHOLOGY_REPORT, *head, *foot)
    assert got["phone"] == ["19100006215"]
    assert got["address"] == ["福建省泉州市鲤城区新门街115号"]
    got = fields(K.LAB_REPORT, line("姓名：梁秀月", 100, 200), *foot)
    assert not {"phone", "address"} & got.keys()


def test_physicians_of_a_report_and_their_titles() -> None:
    got = fields(
        K.EXAM_REPORT,
        line("申请医生：韩秀珍", 100, 300),
        line("诊断医师：石文博", 100, 1800),
        line("(主治医师)", 400, 1800),
        line("审核医师：卢建平", 800, 1800),
        line("记录员：唐志鹏", 1200, 1800),
    )
    assert got["physician_name"] == ["韩秀珍", "石文博", "卢建平"]
    assert got["physician_title"] == ["主治医师"]


def test_checkers_of_a_laboratory_are_physicians_where_it_calls_them_so() -> None:
    foot = [line("检验者：武海燕", 100, 1800), line("审核者：廖宝华", 600, 1800)]
    assert "physician_name" not in fields(K.LAB_REPORT, *foot)
    got = fields(K.LAB_REPORT, line("送检医师：李巧玲", 100, 300), line("审核医师：孙梅", 100, 1800), *foot)
    assert got["physician_name"] == ["李巧玲", "孙梅"]


def test_a_label_set_close_ends_the_value_before_it() -> None:
    got = fields(
        K.EXAM_REPORT,
        line("姓名武梅凤", 100, 200),
        line("性别女", 500, 200),
        line("年龄79岁", 800, 200),
        line("临床诊断脑梗死恢复期（左侧基底节区）", 100, 250),
        line("检查项目腹部彩超", 720, 250),
        line("申请医生韩秀珍", 1100, 250),
    )
    assert got["diagnosis"] == ["脑梗死恢复期（左侧基底节区）"]
    assert got["physician_name"] == ["韩秀珍"]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("慢性非萎缩性胃炎伴糜烂、胆汁反流。", ["慢性非萎缩性胃炎伴糜烂、胆汁反流"]),
        ("（胃体）黏膜轻度慢性炎，请结合临床情况。", ["（胃体）黏膜轻度慢性炎"]),
        ("（胃窦）黏膜中度慢性炎，活动（++），建议治疗后复查。", ["（胃窦）黏膜中度慢性炎,活动（++）"]),
        (
            "（胃窦）轻度慢性炎，萎缩(+)。\n（胃体）轻度慢性炎。",
            ["（胃窦）轻度慢性炎,萎缩（+）", "（胃体）轻度慢性炎"],
        ),
        ("双肺纹理增多。\n心影增大。\n建议随访。", ["双肺纹理增多", "心影增大"]),
        ("窦性心律。心电轴左偏，另见说明", ["窦性心律"]),
        ("（此报告仅反映受检者当时检查情况，仅供参考）", []),
        ("1、肝硬化，脾大；\n2、胆囊结石。", ["肝硬化,脾大", "胆囊结石"]),
    ],
)
def test_conclusions_without_advice_and_notes(text: str, read: list[str]) -> None:
    assert [p.value for p in parse_findings(text)] == read


def test_a_note_behind_a_label_is_not_its_value() -> None:
    got = fields(
        K.EXAM_REPORT,
        line("检查提示：（此报告仅反映受检者当时检查情况，仅供参考）", 100, 900),
        line("胃窦溃疡", 140, 940),
        line("食管炎", 140, 980),
        line("本报告仅反映受检者当时情况，供临床医师参考，复制无效，如有疑问请与内镜室联系", 100, 2100),
    )
    assert got["diagnosis"] == ["胃窦溃疡", "食管炎"]


def test_a_line_that_ends_with_a_semicolon_goes_on_below() -> None:
    got = fields(
        K.PATHOLOGY_REPORT,
        line("病理诊断：", 120, 900),
        line("（乙状结肠）管状-绒毛状腺瘤，部分腺体低级别上皮内瘤变；", 212, 950),
        line("切缘未见病变累及。", 200, 1000),
    )
    assert got["diagnosis"] == ["（乙状结肠）管状-绒毛状腺瘤,部分腺体低级别上皮内瘤变", "切缘未见病变累及"]


def test_a_date_in_a_reports_pictures_is_not_its_own() -> None:
    label = line("2020-11-04", 900, 700)  # of a device, glued on
    assert "report_date" not in fields(K.EXAM_REPORT, label)
    assert fields(K.EXAM_REPORT, line("2023.06.14 16:57", 1000, 1900))["report_date"] == ["2023-06-14"]


@pytest.mark.parametrize(
    ("texts", "kind"),
    [
        (
            ("送检标本：胃粘膜活检", "大体描述：", "镜下所见：", "病理诊断：", "报告医生："),
            K.PATHOLOGY_REPORT,
        ),
        (
            ("检查所见：", "插镜情况：顺利", "镜检诊断：", "活检部位：胃窦", "检查医师：", "无痛胃镜"),
            K.EXAM_REPORT,
        ),
        (("缩写 项目名称", "结果", "单位", "参考区间", "白细胞", "8.4"), K.LAB_REPORT),
        (("项目名称", "结果", "备注"), K.UNKNOWN),
    ],
)
def test_reports_whose_head_is_cut_off(texts: tuple[str, ...], kind: K) -> None:
    lines = [line(text, 100, 100 + 40 * n) for n, text in enumerate(texts)]
    assert classify(lines, width=1654, height=2339).kind is kind


def test_a_colon_read_as_a_semicolon() -> None:
    got = fields(
        K.LAB_REPORT,
        line("性别：女 年龄；59岁", 100, 100),
        line("诊断：帕金森病（Hoehn-Yahr 2,5级）", 100, 150),
    )
    assert got["age"] == [59]
    assert got["diagnosis"] == ["帕金森病（Hoehn-Yahr2.5级）"]


def test_labels_set_close_in_a_report_that_was_typed() -> None:
    got = fields(
        K.PATHOLOGY_REPORT,
        line("病检号：B20-1673", 900, 210),
        line("姓名蒋卿少性别男年龄 54岁科别肝病科", 120, 270),
        line("病案号 03804710 床号12送检医生 白玲琳 送检日期2020年2月23日", 120, 320),
        line("送检材料 (右肺上叶)穿刺活检组织 临床诊断 右肺占位", 120, 370),
        line("病理诊断：（右肺上叶）浸润性腺癌，腺泡型为主。", 120, 700),
    )
    assert (got["patient_name"], got["sex"], got["age"]) == (["蒋卿少"], ["男"], [54])
    assert got["department"] == ["肝病科"]
    assert got["physician_name"] == ["白玲琳"]
    assert got["report_number"] == ["B20-1673"]
    assert got["diagnosis"] == ["（右肺上叶）浸润性腺癌,腺泡型为主", "右肺占位"]


def test_a_suspicion_beside_a_tissues_verdict_is_left_out() -> None:
    got = fields(
        K.PATHOLOGY_REPORT,
        line("临床诊断：肺癌？", 120, 370),
        line("病理诊断：（右肺上叶）慢性炎。", 120, 700),
    )
    assert got["diagnosis"] == ["（右肺上叶）慢性炎"]


def test_a_long_label_that_opens_a_text_ends_the_value_before_it() -> None:
    got = fields(
        K.EXAM_REPORT,
        line("影像检查号 MR3529217", 1000, 260),
        line("临床诊断 乙肝肝硬化", 120, 380),
        line("检查部位上腹部MRI平扫+增强", 450, 380),
        line("内镜诊断", 120, 700),
        line("(1)十二指肠球部溃疡", 120, 750),
        line("附注 HP快速尿素酶试验：阳性(+)", 120, 800),
    )
    assert got["report_number"] == ["MR3529217"]
    assert got["diagnosis"] == ["乙肝肝硬化", "十二指肠球部溃疡"]


def test_the_department_behind_the_hospital_on_a_screen() -> None:
    got = fields(K.LAB_REPORT, line("金华市人民医院·精神科", 60, 320), line("报告时间 2024-04-29", 60, 620))
    assert got["department"] == ["精神科"]


def test_sex_age_and_department_on_one_line_under_the_name() -> None:
    got = fields(
        K.EXAM_REPORT,
        line("住院号：80294791", 100, 60),
        line("姓名: 上官梅", 100, 110),
        line("女 30岁 急诊内科", 100, 160),
        line("检查号: E38155203", 100, 210),
    )
    assert (got["sex"], got["age"], got["department"]) == (["女"], [30], ["急诊内科"])


def test_a_ward_with_its_bed_behind_one_label() -> None:
    got = fields(K.EXAM_REPORT, line("病区床号", 1070, 316), line("肿瘤科/29床", 1260, 316))
    assert got["department"] == ["肿瘤科"]
