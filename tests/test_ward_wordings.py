"""What discharge papers, front pages, certificates and records of visits print, each case on its own."""

from __future__ import annotations

import pytest
from page_text import cells, fields, line

from ocr.kinds import classify
from ocr.marks.handwriting import _signed_by_hand, leans_alone
from ocr.types import DocumentKind as K
from ocr.values.departments import normalise as department


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("出院小结 Discharge Summary", K.DISCHARGE_SUMMARY),
        ("住院小结", K.DISCHARGE_SUMMARY),
        ("日间病房出入院记录", K.DISCHARGE_SUMMARY),
        ("住院病案(首页)", K.INPATIENT_FRONT_PAGE),
        ("病情诊断书", K.DIAGNOSIS_CERTIFICATE),
        ("门诊病案", K.OUTPATIENT_RECORD),
    ],
)
def test_titles(title: str, kind: K) -> None:
    page = [line(title, 300, 60, height=40), *(line("一般情况可。", 100, 200 + 40 * n) for n in range(8))]
    assert classify(page, width=1200, height=1700).kind is kind


def test_a_single_character_before_a_label_is_no_part_of_it() -> None:
    got = fields(
        K.INPATIENT_FRONT_PAGE,
        *(
            line("性别", 100, 100),
            line("男", 200, 100),
            line("出生日期", 260, 100),
            line("1959-01-20", 380, 100),
        ),
    )
    assert (got["sex"], got["birth_date"]) == (["男"], ["1959-01-20"])


def test_both_homes_of_a_front_page() -> None:
    got = fields(
        K.INPATIENT_FRONT_PAGE,
        line("现住址：湖北省随州市城关镇后河村13组5号 邮编441300", 100, 100),
        line("户口地址：湖北省随州市自忠路141号2栋4单元1802室邮政编码441300", 100, 150),
        line("联系人：夏宝强  地址：湖北省随州市曾都区解放路3号", 100, 200),
    )
    assert got["address"] == ["湖北省随州市城关镇后河村13组5号", "湖北省随州市自忠路141号2栋4单元1802室"]


def test_an_hour_whose_mark_the_form_prints_apart() -> None:
    got = fields(
        K.INPATIENT_FRONT_PAGE,
        *(line("姓名余永文", 100, 100), line("性别男", 300, 100), line("年龄47岁", 450, 100)),
        *(line("入院日期2025-07-1921", 100, 150), line("时 入院科别精神科", 450, 150)),
    )
    assert got["admission_date"] == ["2025-07-19"]


def test_a_home_and_a_telephone_behind_one_label() -> None:
    got = fields(K.PRESCRIPTION, line("住址/电话：河北省定州市柳林镇后河村2组45号15600009498", 100, 200))
    assert (got["address"], got["phone"]) == (["河北省定州市柳林镇后河村2组45号"], ["15600009498"])


def test_what_a_certificate_tells_in_sentences() -> None:
    got = fields(
        K.DIAGNOSIS_CERTIFICATE,
        line("患者廖霞翠，女，71岁，壮族，现", 100, 100),
        line("住陕西省汉中市汉台区天汉大道中段255号4单元1803室。自", 100, 140),
        line("2023年起在我院肿瘤科门诊长期就诊，最近一次就诊为2025年5月14日，门", 100, 180),
        line("诊病历号2552973。目前住院医院等级三级。", 100, 220),
    )
    assert got["address"] == ["陕西省汉中市汉台区天汉大道中段255号4单元1803室"]
    assert (got["department"], got["visit_date"], got["record_number"]) == (
        *(["肿瘤科"], ["2025-05-14"], ["2552973"]),
    )


def test_nothing_of_other_hospitals_is_told_of_the_patient() -> None:
    got = fields(K.DIAGNOSIS_CERTIFICATE, line("患者曾住外院，联系人住址不详，既往住院号1234567。", 100, 100))
    assert not {"address", "record_number"} & set(got)


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("请于2024年9月1日复诊，近期复诊时间：2024年9月1日。", "visit_date", None),
        ("患者李建国，建议最后复诊时间：2024年9月1日", "visit_date", None),
        ("患者李建国，末次就诊时间2021年5月1日在湘雅医院。", "visit_date", None),
        ("末次就诊时间2021年5月1日在湘雅医院，就诊日期：2024年3月1日", "visit_date", "2024-03-01"),
        ("2020年在我院普外科治疗，现因糖尿病来我院内分泌科住院", "department", "内分泌科"),
        ("2020年在我院普外科治疗，现因糖尿病住院", "department", None),
        ("患者李建国，房屋登记号1234567。", "record_number", None),
        ("曾于2020年在湘雅医院治疗，诊断为肺炎，病案号1234567，出院后好转。", "record_number", None),
        ("2020年在当地医院手术，术后恢复可，现来我院，病案号7654321。", "record_number", "7654321"),
    ],
)
def test_what_is_told_of_other_days_and_hospitals(text: str, field: str, value: str | None) -> None:
    got = fields(K.DIAGNOSIS_CERTIFICATE, line(text, 100, 100))
    assert got.get(field) == (None if value is None else [value])


def test_a_quoted_diagnosis_is_history() -> None:
    got = fields(
        K.OUTPATIENT_RECORD,
        line("6年前双眼睑浮肿，诊断“慢性肾小球肾炎”。", 100, 100),
        line("【诊断】1. 慢性肾脏病5期 2. 肾性贫血", 100, 200),
    )
    assert got["diagnosis"] == ["慢性肾脏病5期", "肾性贫血"]


def test_the_signer_of_a_counterfoil_ends_its_diagnosis() -> None:
    row = (line("诊断 左肺下叶腺癌", 100, 100), line("医师", 420, 100), line("日期 2025-07-10", 500, 100))
    assert fields(K.DIAGNOSIS_CERTIFICATE, *row)["diagnosis"] == ["左肺下叶腺癌"]


def test_a_list_in_two_columns_under_its_label() -> None:
    got = fields(
        K.DISCHARGE_SUMMARY,
        line("出院诊断", 100, 100),
        *(line("1. 慢性心力衰竭急性加重", 140, 146), line("3. 湿疹", 700, 142)),
        *(line("2. 扩张型心肌病", 140, 186), line("4. 慢性胃炎", 700, 184)),
    )
    assert set(got["diagnosis"]) == {"慢性心力衰竭急性加重", "扩张型心肌病", "湿疹", "慢性胃炎"}


def test_a_table_of_visits() -> None:
    got = fields(
        K.OUTPATIENT_RECORD,
        *(line(t, x, 100) for t, x in (("就诊日期", 100), ("科室", 320), ("诊断", 500), ("医师", 900))),
        *(
            line(t, x, 150)
            for t, x in (("2023-12-31", 90), ("神经内科", 300), ("脑梗死恢复期", 480), ("邱艳秀", 890))
        ),
        *(
            line(t, x, 200)
            for t, x in (("2024-03-22", 90), ("神经内科", 300), ("右侧偏瘫", 480), ("戚慧红", 890))
        ),
        line("查询区间：2023-08-31至2024-08-30", 90, 300),
    )
    assert got["visit_date"] == ["2023-12-31", "2024-03-22"]
    assert (got["diagnosis"], got["physician_name"]) == (["脑梗死恢复期", "右侧偏瘫"], ["邱艳秀", "戚慧红"])


@pytest.mark.parametrize(
    ("printed", "read"), [("心血管内科 15床", ["心血管内科"]), ("医务科", None), ("眼科 12月", None)]
)
def test_a_department_alone_in_the_head(printed: str, read: list[str] | None) -> None:
    page = (line("姓名：刘玲", 100, 60), line(printed, 500, 60), line("出院记录", 800, 20))
    assert fields(K.DISCHARGE_SUMMARY, *page, line("继续治疗。", 100, 900)).get("department") == read


def test_where_a_department_is_found_is_no_part_of_its_name() -> None:
    printed = ("神经内科（9楼东）", "精神科 病室13", "肿瘤科(放疗)")
    assert [department(t) for t in printed] == ["神经内科", "精神科", "肿瘤科(放疗)"]


def test_a_grade_beside_other_honours() -> None:
    got = fields(
        K.DISCHARGE_SUMMARY, line("二级甲等医院 医保定点单位", 500, 60), line("出院诊断：高血压病", 100, 600)
    )
    assert got["hospital_level"] == ["二级甲等"]


def test_a_printed_signer_beside_the_hand_of_another() -> None:
    got = fields(K.DISCHARGE_SUMMARY, line("副主任医师曾军伟/ 孔涛柏", 600, 900))
    assert (got["physician_name"], got["physician_title"]) == (["曾军伟"], ["副主任医师"])


def test_a_list_under_a_label_that_ends_its_sentence() -> None:
    got = fields(
        K.DIAGNOSIS_CERTIFICATE,
        line("患者于2023年6月10日在我院住院治疗，住院号0003964745。经检查诊断为：", 100, 100),
        *(line("1. 慢性肾脏病5期", 190, 145), line("2. 肾性贫血", 190, 190)),
    )
    assert got["diagnosis"] == ["慢性肾脏病5期", "肾性贫血"]


def test_a_list_in_the_cell_under_its_centred_head() -> None:
    grid = cells((100, 90, 600, 140), (600, 90, 1600, 140), (100, 140, 600, 300), (600, 140, 1600, 300))
    got = fields(
        K.DISCHARGE_SUMMARY,
        *(line("中医诊断", 290, 100), line("西医诊断", 1040, 100)),
        *(line("慢性肾衰", 110, 150), line("1. 慢性肾脏病5期", 610, 150), line("2. 肝囊肿", 610, 190)),
        grid=grid,
    )
    assert set(got["diagnosis"]) == {"慢性肾衰", "慢性肾脏病5期", "肝囊肿"}


def test_a_label_in_a_column_whose_rules_were_not_found() -> None:
    grid = cells((100, 90, 300, 400), (300, 90, 1500, 200), (300, 200, 1500, 290), (300, 290, 1500, 400))
    got = fields(
        K.DIAGNOSIS_CERTIFICATE,
        *(line("辅助检查", 120, 130), line("ANA 1:1000(+)", 310, 110)),
        *(line("临床诊断", 120, 232), line("1. 系统性红斑狼疮", 310, 208), line("2. 狼疮性肾炎", 310, 254)),
        *(line("治疗方案", 120, 330), line("醋酸泼尼松片 40mg qd", 310, 330)),
        grid=grid,
    )
    assert got["diagnosis"] == ["系统性红斑狼疮", "狼疮性肾炎"]


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("出院诊断帕金森病（Hoehn-Yahr 3级）", ["帕金森病（Hoehn-Yahr3级）"]),
        ("出院诊断依据充分，同意出院。", None),
        ("出院诊断：回盲部脓肿、胃炎、慢性阑尾炎", ["回盲部脓肿", "胃炎", "慢性阑尾炎"]),
        ("出院诊断：慢性肝、肾病", ["慢性肝、肾病"]),
    ],
)
def test_diagnoses_behind_their_label(printed: str, read: list[str] | None) -> None:
    assert fields(K.DISCHARGE_SUMMARY, line(printed, 100, 600)).get("diagnosis") == read


def test_the_slip_on_leaving_by_its_longer_name() -> None:
    page = [
        line("出院证明书", 500, 60, height=45),
        *(line("一般情况可。", 100, 300 + 40 * n) for n in range(8)),
    ]
    assert classify(page, width=1600, height=1100).kind is K.DISCHARGE_SUMMARY
    got = fields(K.DISCHARGE_SUMMARY, *page, line("—2025 年3 月13日", 900, 1900))
    assert got["issue_date"] == ["2025-03-13"]


def test_the_sex_and_birth_of_a_front_page_with_codes() -> None:
    got = fields(
        K.INPATIENT_FRONT_PAGE,
        line("姓名叶萍小 性别 2 1.男 2.女出生日期", 100, 100),
        line("1966年3月8日 年龄 59岁 国籍 中国", 720, 100),
        line("医疗付费方式:①", 100, 60),
    )
    assert (got["sex"], got["birth_date"], got["insurance_type"]) == (["女"], ["1966-03-08"], ["employee"])


def test_what_stands_under_the_table_of_diagnoses_is_none() -> None:
    got = fields(
        K.INPATIENT_FRONT_PAGE,
        *(line("出院诊断", 300, 100), line("ICD-10", 900, 100)),
        *(line("主要诊断 精神分裂症", 100, 150), line("F20.900", 900, 150)),
        line("医院感染名称无", 100, 300),
    )
    assert got["diagnosis"] == ["精神分裂症"]


def test_signers_of_a_row_sign_alike() -> None:
    row = [(100.0 * n, 0.0, 100.0 * n + 60, 20.0) for n in range(4)]
    told = [
        _signed_by_hand(list(zip(row, by_hand, strict=True)))
        for by_hand in ((False, False, True, False), (True, True, True, False))
    ]
    assert told == [[], row]
    assert _signed_by_hand([(row[0], False), (row[1], True), (row[2], False)]) == [row[1]]


@pytest.mark.parametrize(
    ("kind", "printed", "field"),
    [
        (K.DISCHARGE_SUMMARY, "医师：李建国  2024年3月15日", "sign_date"),
        (K.DISCHARGE_SUMMARY, "经治医师签名：李建国/2024-03-15 10:22", "sign_date"),
        (K.DISCHARGE_SUMMARY, "记录时间：2024-03-15 10:20", "sign_date"),
        (K.DISCHARGE_SUMMARY, "病历书写时间：2024-03-15 10:20", "sign_date"),
        (K.DIAGNOSIS_CERTIFICATE, "出证时间：2024年3月15日", "issue_date"),
        (K.DIAGNOSIS_CERTIFICATE, "填写日期：2024年3月15日", "issue_date"),
        (K.OUTPATIENT_RECORD, "医师：李建国 2024年3月15日10时20分", "visit_date"),
        (K.EXAM_REPORT, "记录时间：2024-03-15 10:20", "report_date"),
    ],
)
def test_the_date_of_whoever_signs(kind: K, printed: str, field: str) -> None:
    assert fields(kind, line("一般情况可。", 100, 100), line(printed, 100, 1900))[field] == ["2024-03-15"]


def test_a_date_told_behind_a_signer_is_not_taken() -> None:
    got = fields(K.DISCHARGE_SUMMARY, line("经治医师：李建国 建议2024年3月15日复查", 100, 1900))
    assert "sign_date" not in got


@pytest.mark.parametrize("label", ["带组主任", "主治（经治）医师", "医师电子签名", "主治医生签名"])
def test_labels_of_signers(label: str) -> None:
    assert fields(K.DISCHARGE_SUMMARY, line(f"{label}：李建国", 100, 1900))["physician_name"] == ["李建国"]


def test_one_value_that_leans_among_printed_ones_is_print() -> None:
    leaning = [(100.0, 100.0, 200.0, 130.0)]
    assert leans_alone([leaning, [], [], [], []], 5)
    assert not leans_alone([leaning, leaning, [], [], []], 5)
    assert not leans_alone([leaning, []], 2)
