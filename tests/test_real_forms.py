"""What papers of hospitals and bills of real printers do: each case is a layout, its content invented."""

from __future__ import annotations

import pytest
from page_text import fields, line, runs

from ocr.cut_names import FROM_A_SEAL
from ocr.extract import PageText, extract
from ocr.labels import STOP, find_labels
from ocr.tables import read_test_rows
from ocr.types import DocumentKind as K
from ocr.types import Source, TextLine
from ocr.values.departments import normalise as department
from ocr.values.hospital_names import find_hospital_names


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("入院时间：2024-11", "2024-11"),
        ("入院时间：2024-11· 病区名称：", "2024-11"),
        ("入院时间：2024-11-09", "2024-11-09"),
        ("入院时间：2024-11 09", None),
        ("入院时间：2024-11-", "2024-11"),
        ("入院时间：2024-13", None),
    ],
)
def test_a_month_whose_day_is_blanked_out(printed: str, read: str | None) -> None:
    got = fields(K.DISCHARGE_SUMMARY, line(printed, 100, 100))
    assert got.get("admission_date", [None]) == [read]


@pytest.mark.parametrize(
    "printed",
    [
        "住院时间：2024-03-02至2024-03-09 住院天数：7",
        "住院时间：2024年03月02日到2024年03月09日",
        "住院时间：20240302|20240309",
        "住院时间：2024-03-02~2024-03-09预缴金额：500.00",
        "住院时间：2024-03-02-2024-03-09",
    ],
)
def test_both_ends_of_a_stay_behind_one_label(printed: str) -> None:
    got = fields(K.MEDICAL_INVOICE, line(printed, 100, 900))
    assert (got["admission_date"], got["discharge_date"]) == (["2024-03-02"], ["2024-03-09"])


def test_no_end_of_a_stay_is_made_up() -> None:
    for printed in (
        "住院时间：2024-03-02",
        "住院时间：2024-03-02 打印2024-03-09",
        "住院时间：2024-03-09至2024-03-02",
    ):
        assert "discharge_date" not in fields(K.MEDICAL_INVOICE, line(printed, 100, 900))


@pytest.mark.parametrize(
    ("lines", "read"),
    [
        ([line("2024", 900, 2000), line("年06月19日", 1000, 1990)], ["2024-06-19"]),
        ([line("2024 06 19", 900, 2000), line("09:31", 1300, 2000)], ["2024-06-19"]),
        ([line("20240619", 900, 2000)], None),
        ([line("打印时间：", 700, 2000), line("2024 06 19", 900, 2000)], None),
    ],
)
def test_the_date_at_a_bills_foot_over_its_own_words(lines: list[TextLine], read: list[str] | None) -> None:
    assert fields(K.MEDICAL_INVOICE, *lines).get("issue_date") == read


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("科室：病", None),
        ("科室：12.00处置费", None),
        ("科室： 出院记录", None),
        ("科室（包括入院时科室及转科科别）：甲状腺科2", "甲状腺科2"),
        ("科别：放射肿瘤一病 病舍床号", None),
        ("科别：放射肿瘤一病区", "放射肿瘤一病区"),
    ],
)
def test_a_department_is_no_title_and_no_half_word(printed: str, read: str | None) -> None:
    got = fields(K.DISCHARGE_SUMMARY, line(printed, 100, 100))
    assert got.get("department", [None]) == [read]


def test_departments_as_printed() -> None:
    for text in (
        "心血管内科",
        "内分泌科一病区",
        "呼吸与危重症医学科",
        "ICU",
        "疼痛门诊",
        "神经内科一",
        "外二",
        "内科-消化",
        "CCU",
        "东院综合楼5层",
        "肝胆胰外科(二)",
    ):
        assert department(text) == text


@pytest.mark.parametrize(
    ("lines", "read"),
    [
        (["出院诊断：1.骨髓抑制：粒细胞减少 2.贫血"], ["骨髓抑制:粒细胞减少", "贫血"]),
        (["出院诊断：1.头痛待查：①出血？②血管瘤？2.轻度贫血3.肾囊肿 4.结石"],
         ["头痛待查:①出血?②血管瘤?", "轻度贫血", "肾囊肿", "结石"]),
        (["出院诊断：①冠心病②高血压3级"], ["冠心病", "高血压3级"]),
        (["出院诊断：(C50.801)乳腺恶性肿瘤；(C78.700)肝部继发", "性恶性肿瘤；(D61.101)骨髓抑制"],
         ["乳腺恶性肿瘤", "肝部继发性恶性肿瘤", "骨髓抑制"]),
        (["出院诊断：右肺腺癌 右肺门淋巴结转移"], ["右肺腺癌", "右肺门淋巴结转移"]),
        (["出院诊断：2型糖尿病 糖尿病肾病"], ["2型糖尿病", "糖尿病肾病"]),
        (["出院诊断：肺部感染 伴胸腔积液"], ["肺部感染伴胸腔积液"]),
    ],
)  # fmt: skip
def test_lists_of_diagnoses_as_hospitals_print_them(lines: list[str], read: list[str]) -> None:
    drawn = [line(text, 100, 100 + 40 * n) for n, text in enumerate(lines)]
    assert fields(K.DISCHARGE_SUMMARY, *drawn)["diagnosis"] == read


def test_a_diagnosis_in_the_story_of_the_stay_is_not_the_one_on_discharge() -> None:
    story = [
        line("初步诊断：结肠肿物", 100, 100),
        line("出院诊断：回盲部脓肿", 100, 150),
        line("诊疗经过：结合病史及检查，明确临床诊断：“股骨", 100, 200),
    ]
    assert fields(K.DISCHARGE_SUMMARY, *story)["diagnosis"] == ["回盲部脓肿"]
    assert fields(K.DISCHARGE_SUMMARY, line("诊断：慢性胃炎", 100, 100))["diagnosis"] == ["慢性胃炎"]


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("收款单位（章）：样张医 大附医院", None),
        ("收款单位（章）：样张市 人民医院", ["样张市人民医院"]),
        ("收款单位（章）：样张医科大学附属医院", ["样张医科大学附属医院"]),
    ],
)
def test_a_hospital_whose_name_a_seal_ate_into_is_missing_not_wrong(
    printed: str, read: list[str] | None
) -> None:
    assert fields(K.MEDICAL_INVOICE, line(printed, 100, 2000)).get("hospital_name") == read


def test_a_bill_without_labels_of_dates_and_a_note_before_the_hospital() -> None:
    foot = line("收费单位（盖章）样章市第一人民医院 收款人 李样文", 100, 1500)
    got = fields(K.MEDICAL_INVOICE, line("2024年03月05日", 900, 300), foot)
    assert (got["issue_date"], got["hospital_name"]) == (["2024-03-05"], ["样章市第一人民医院"])
    two = fields(K.MEDICAL_INVOICE, line("2024年03月05日", 900, 300), line("2024年03月09日", 900, 900))
    assert "issue_date" not in two
    labelled = fields(K.MEDICAL_INVOICE, line("日期：", 100, 300), line("2024年03月05日", 900, 1200))
    assert "issue_date" not in labelled


def test_no_date_for_a_record_number_and_no_column_head_for_a_name() -> None:
    got = fields(K.MEDICAL_INVOICE, line("住院号：", 100, 900), line("2024-01-22至2024-02-03", 300, 900))
    assert "record_number" not in got
    month = fields(K.DISCHARGE_SUMMARY, line("住院号：", 100, 900), line("2024-11", 300, 900))
    assert "record_number" not in month
    assert "patient_name" not in fields(
        K.MEDICAL_INVOICE, line("交款人：", 100, 900), line("项同名称", 300, 900)
    )
    ruled = fields(K.MEDICAL_INVOICE, line("交款人", 100, 900), line("二周样章", 260, 900))
    assert ruled["patient_name"] == ["周样章"]


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("样章儿童医学中心检验报告单", "样章儿童医学中心"),
        ("样章市妇女儿童医疗中心", "样章市妇女儿童医疗中心"),
        ("样章市公共卫生临床中心", "样章市公共卫生临床中心"),
        ("检验医学中心报告单", None),
        ("肿瘤医学中心", None),
    ],
)
def test_centres_that_are_hospitals_and_centres_that_are_departments(printed: str, name: str | None) -> None:
    assert [n.name for n in find_hospital_names(printed)] == ([name] if name else [])


def test_the_telephone_at_the_foot_is_the_hospitals() -> None:
    assert "phone" not in fields(K.DISCHARGE_SUMMARY, line("电话：0791-86120120", 100, 2200))
    assert fields(K.DISCHARGE_SUMMARY, line("电话：13979100001", 100, 300))["phone"] == ["13979100001"]


@pytest.mark.parametrize(
    ("printed", "ring", "read"),
    [
        ("样章 民 院", "人民医院财务样章县", "样章县人民医院"),
        ("宜样医 大附医院", "样医科大学附属医院专用", "宜样医科大学附属医院"),
        ("样章大学附属耳鼻喉", "样意大学附属耳鼻喉科医院收费章", "样章大学附属耳鼻喉科医院"),
        ("样章 民 院", "财政票据监制章样章县", None),
        ("样章大学附属口腔", "财政票据监制章市人民医院", None),
    ],
)
def test_a_hospitals_name_under_a_seal_is_filled_from_its_ring(
    printed: str, ring: str, read: str | None
) -> None:
    page = PageText(
        1, runs(line(f"收款单位（章）：{printed}", 100, 2000)), Source.OCR, 1654, 2339, seals=(ring,)
    )
    found = extract(K.MEDICAL_INVOICE, [page]).get("hospital_name", ())
    assert [f.value for f in found] == ([read] if read else [])
    assert all(f.confidence is not None and f.confidence <= FROM_A_SEAL for f in found)


def test_two_pieces_of_a_head_that_overlap_are_one_name() -> None:
    got = fields(
        K.MEDICAL_INVOICE, line("样章大学附属眼耳鼻喉科", 300, 100), line("耳鼻喉科医院医", 510, 104)
    )
    assert got["hospital_name"] == ["样章大学附属眼耳鼻喉科医院"]


def test_the_end_of_a_grade_is_no_hospital() -> None:
    for text in ("甲等专科医院", "导专科医院", "资甲等专科医院", "级甲等专料医院", "三级综合医院"):
        assert "hospital_name" not in fields(K.MEDICAL_INVOICE, line(text, 700, 150))


def test_heads_of_a_table_under_an_empty_label_are_no_diagnosis() -> None:
    got = fields(
        K.LAB_REPORT,
        line("临床诊断：", 100, 300),
        line("状态参考范围", 100, 345),
        line("0~3.00个/HP", 100, 390),
    )
    assert "diagnosis" not in got


def test_a_list_of_diagnoses_in_a_column_of_its_own_goes_on_below() -> None:
    page = [
        line("入院诊断：1.肺恶性肿瘤（左肺）2.肥厚型梗", 100, 200),
        line("入院日期：2024年12月03日", 900, 200),
        line("阻性心肌病 3.心功能III级", 250, 240),
        line("手术名称：", 100, 300),
        line("出院诊断：1.肺恶性肿瘤（左肺）2.慢性阻塞性", 100, 350),
        line("出院日期：2024年12月06日", 900, 350),
        line("肺疾病 3.心包积液 4.高血压2级", 250, 390),
        line("入院时情况：", 100, 450),
        line(
            "患者因咳嗽1月余就诊，查胸部CT提示占位性病变，恶性不除外，为求治疗收住入院，病程中精神可",
            100,
            490,
        ),
    ]
    got = fields(K.DISCHARGE_SUMMARY, *page)
    assert got["diagnosis"] == ["肺恶性肿瘤（左肺）", "慢性阻塞性肺疾病", "心包积液", "高血压2级"]
    assert (got["admission_date"], got["discharge_date"]) == (["2024-12-03"], ["2024-12-06"])


def test_a_column_next_to_a_label_does_not_take_the_story_below() -> None:
    page = [
        line("出院诊断：慢性胃炎伴糜烂", 100, 200),
        line("出院日期：2024年12月06日", 520, 200),
        line(
            "患者因上腹部不适就诊，查胃镜提示慢性炎症，为求治疗收住入院，病程中精神可，饮食可，睡眠可",
            100,
            240,
        ),
    ]
    assert fields(K.DISCHARGE_SUMMARY, *page)["diagnosis"] == ["慢性胃炎伴糜烂"]


def test_diagnoses_of_both_schools_under_one_head() -> None:
    page = [
        line("入院诊断：", 100, 100),
        line("西医诊断：肺部感染", 150, 140),
        line("出院诊断：", 100, 200),
        line("西医诊断：1.2型糖尿病 2.糖尿病肾病Ⅲ期", 150, 240),
        line("中医诊断：消渴病 气阴两虚证", 150, 280),
    ]
    got = fields(K.DISCHARGE_SUMMARY, *page)
    assert got["diagnosis"] == ["2型糖尿病", "糖尿病肾病III期", "消渴病"]


def test_a_code_and_a_state_on_admission_are_no_part_of_a_diagnosis() -> None:
    got = fields(K.INPATIENT_FRONT_PAGE, line("主要诊断：支气管哮喘 J45.900x001 1", 100, 100))
    assert got["diagnosis"] == ["支气管哮喘"]


@pytest.mark.parametrize(
    ("label", "concept"),
    [
        ("出院(转科)日期", "discharge_date"),
        ("出院或死亡日期", "discharge_date"),
        ("出院年月日", "discharge_date"),
        ("入院(转入)时间", "admission_date"),
        ("入院主要诊断", "admission_diagnosis"),
        ("出院主要诊断及其他诊断", "discharge_diagnosis"),
        ("出院后随访时间", STOP),
        ("出院医嘱", STOP),
        ("发病日期", STOP),
        ("转科日期", STOP),
        ("护理诊断", STOP),
    ],
)
def test_labels_are_told_by_how_they_are_built(label: str, concept: str) -> None:
    assert [hit.concept for hit in find_labels(f"{label}：某某")] == [concept]


def _rows(*lines: TextLine) -> list[tuple[str, str]]:
    return [(str(r.values["name"]), str(r.values["result"])) for r in read_test_rows(runs(*lines))]


def test_rows_of_a_table_that_leans_and_heads_set_wide() -> None:
    heads = [line("项", 100, 300), line("目", 200, 297), line("结果", 500, 288), line("参考值", 800, 279)]
    names = ["白细胞计数", "红细胞计数", "血小板计数", "血红蛋白"]
    body = []
    for n, name in enumerate(
        names
    ):  # a row sinks by nine pixels on each third of the page, rows are 36 apart
        y = 340 + 36 * n
        body += [line(name, 100, y), line(f"{n + 1}.5", 500, y - 12), line("1.0-9.0", 800, y - 21)]
        body += [line("10^9/L", 1200, y - 33)]
    heads.append(line("单位", 1200, 267))
    assert _rows(*heads, *body) == [(name, f"{n + 1}.5") for n, name in enumerate(names)]


def test_abbreviations_and_units_in_columns_without_a_head() -> None:
    heads = [line("项目", 100, 300), line("结果", 500, 300), line("参考值", 900, 300)]
    row = [
        line("单核细胞比率", 100, 340),
        line("MONO%", 400, 340),
        line("4.40", 520, 340),
        line("%", 640, 340),
    ]
    row.append(line("3--8", 900, 340))
    (read,) = read_test_rows(runs(*heads, *row))
    assert (read.values["result"], read.values["unit"], read.values["reference"]) == ("4.40", "%", "3--8")


def test_rows_read_across_two_columns_are_left_out() -> None:
    heads = [line("项目", 100, 300), line("结果", 500, 300), line("参考值", 800, 300)]
    sound = [line("尿酸", 100, 340), line("320", 500, 340), line("208-428", 800, 340)]
    mixed = [line("肌酐", 100, 380), line("7 尿白细胞", 480, 380), line("3-8", 800, 380)]
    assert _rows(*heads, *sound, *mixed) == [("尿酸", "320")]
    worse = [line("尿素", 100, 420), line("5.1 3--8", 500, 420), line("2.9-8.2", 800, 420)]
    assert _rows(*heads, *sound, *mixed, *worse) == []
