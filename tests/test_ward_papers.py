"""What papers of wards print their own way: titles as labels, stays in sentences, columns of diagnoses."""

from __future__ import annotations

import pytest
from page_text import cells, fields, line

from ocr.diagnoses import parse_diagnoses
from ocr.stays import find_presented, find_stay
from ocr.types import DocumentKind as K


def test_a_title_is_a_label_where_a_printed_name_stands_behind_it() -> None:
    got = fields(K.OUTPATIENT_RECORD, line("主治医师：陈敏 / 住院医师：王志强", 100, 900))
    assert got["physician_name"] == ["陈敏", "王志强"]
    assert got["physician_title"] == ["主治医师", "住院医师"]


def test_on_discharge_papers_such_a_label_is_a_place_of_the_ward() -> None:
    got = fields(K.DISCHARGE_SUMMARY, line("主任医师：      主治医师：陈敏", 100, 900))
    assert got["physician_name"] == ["陈敏"]
    assert "physician_title" not in got
    behind = fields(K.DISCHARGE_SUMMARY, line("医师签名：陈敏（副主任医师）", 100, 900))
    assert behind["physician_title"] == ["副主任医师"]


def test_a_title_in_a_cell_needs_no_colon_before_a_name() -> None:
    grid = cells((100, 100, 300, 160), (305, 100, 600, 160), (605, 100, 800, 160), (805, 100, 1200, 160))
    signed = [line("主治医师", 120, 115), line("欧阳静怡", 320, 115), line("住院医师", 620, 115)]
    got = fields(K.OUTPATIENT_RECORD, *signed, line("李建国", 820, 115), grid=grid)
    assert got["physician_name"] == ["欧阳静怡", "李建国"]
    assert got["physician_title"] == ["主治医师", "住院医师"]
    value = [line("职称", 120, 115), line("主治医师", 320, 115), line("科室", 620, 115)]
    told = fields(K.DISCHARGE_SUMMARY, *value, line("肾内科", 820, 115), grid=grid)
    assert told["physician_title"] == ["主治医师"]
    assert "physician_name" not in told


def test_chiefs_and_seniors_of_a_ward_are_its_physicians() -> None:
    row = line("科主任陈敏  主任（副主任）医师王志强  主治医师李建国", 100, 900)
    got = fields(K.INPATIENT_FRONT_PAGE, row)
    assert got["physician_name"] == ["陈敏", "王志强", "李建国"]
    assert "physician_title" not in got  # places of the ward
    assert "physician_name" not in fields(K.APPLICATION_FORM, line("科主任：陈敏", 100, 900))


def test_a_name_cut_short_is_dropped_beside_the_whole_one() -> None:
    got = fields(K.DISCHARGE_SUMMARY, line("医师：陈建", 100, 900), line("上级医师：陈建国", 600, 900))
    assert got["physician_name"] == ["陈建国"]


def test_two_columns_of_diagnoses_under_their_heads() -> None:
    got = fields(
        K.DISCHARGE_SUMMARY,
        line("入院诊断", 100, 100),
        line("出院诊断", 850, 100),
        line("中医诊断：眩晕病", 100, 150),
        line("中医诊断：中风病（风痰阻络、气虚血瘀证）", 850, 150),
        line("西医诊断：头晕待查", 100, 200),
        line("西医诊断：1.脑梗死恢复期", 850, 200),
    )
    assert got["diagnosis"] == ["中风病（风痰阻络、气虚血瘀证）", "脑梗死恢复期"]


def test_words_under_the_label_that_nobody_listed_end_its_value() -> None:
    got = fields(
        K.DISCHARGE_SUMMARY,
        line("出院诊断", 100, 100),
        line(
            "1.甲状腺功能减退症、2.桥本甲状腺炎、3.缺铁性贫血、4.高尿酸血症、5.慢性浅表性胃炎、6.肝囊肿",
            280,
            100,
        ),
        line("来院时样", 100, 150),
        line("怕冷、乏力、颜面浮肿半年入院，予以治疗后好转，在这里写得很长，一直写到右边", 280, 150),
    )
    assert got["diagnosis"][-1] == "肝囊肿"


def test_a_line_that_reaches_the_edge_goes_on_in_the_next() -> None:
    first = line("诊断：慢性阻塞性肺疾病急性加重；类风湿性关节炎相关间质性肺", 100, 100)
    got = fields(K.PRESCRIPTION, first, line("病", 190, 145), line("处方内容写到这一行为止", 100, 400))
    assert got["diagnosis"] == ["慢性阻塞性肺疾病急性加重", "类风湿性关节炎相关间质性肺病"]


def test_a_diagnosis_in_a_sentence_goes_on_at_the_margin() -> None:
    got = fields(
        K.DIAGNOSIS_CERTIFICATE,
        line("兹证明患者李建国于2025年8月13日在我院就诊。诊断为：1.类风湿关节炎；2.类风湿性关节炎", 190, 100),
        line("相关间质性肺病；3.骨质疏松。建议继续门诊治疗。", 126, 160),
    )
    assert got["diagnosis"] == ["类风湿关节炎", "类风湿性关节炎相关间质性肺病", "骨质疏松"]


def test_the_table_of_the_front_page_of_chinese_medicine() -> None:
    row = [("出院中医诊断", 60), ("疾病编码", 360), ("出院西医诊断", 550), ("疾病编码", 1010)]
    heads = [line(text, x, 100) for text, x in row]
    got = fields(
        K.INPATIENT_FRONT_PAGE,
        *heads,
        line("主病 胸痹心痛病", 60, 150),
        line("A06.00.09", 360, 150),
        line("主要诊断 冠状动脉粥样硬化性心脏病", 550, 150),
        line("主证 痰瘀互结证", 60, 200),
        line("其他诊断 不稳定型心绞痛", 550, 200),
        line("高血压病3级", 690, 250),
    )
    assert got["diagnosis"] == [
        "胸痹心痛病",
        "痰瘀互结证",
        "冠状动脉粥样硬化性心脏病",
        "不稳定型心绞痛",
        "高血压病3级",
    ]


@pytest.mark.parametrize(
    ("text", "stay"),
    [
        ("于2024年1月7日11:57由门诊拟“甲减”收入我科，于2024年1月25日10时出院", ("2024-01-07", "2024-01-25")),
        ("于2025年4月8日至2025年5月1日在我院精神科住院治疗", ("2025-04-08", "2025-05-01")),
        ("患者在我院心内科住院治疗（2024-01-02至2024-01-10）", ("2024-01-02", "2024-01-10")),
        ("因胸闷2天，2024-03-05入院，好转后于2024-03-12出院", ("2024-03-05", "2024-03-12")),
        ("曾于2021年3月5日入院行支架植入术，2021年3月9日出院", None),
        ("2020年3月5日因胸痛在外院收入我院", None),
        ("2024年1月20日出院情况：好转", None),
        ("于2024年3月12日入院，2024年3月5日出院", None),
    ],
)  # fmt: skip
def test_stays_in_sentences(text: str, stay: tuple[str, str] | None) -> None:
    told = {m.field: m.value for m in find_stay(text) if m.field != "department"}
    assert told == (dict(zip(("admission_date", "discharge_date"), stay, strict=True)) if stay else {})


def test_how_a_story_begins() -> None:
    told = {m.field: m.value for m in find_presented("患者李建国，女性，61岁，因“乏力”")}
    assert told == {"patient_name": "李建国", "sex": "女", "age": 61}
    assert {m.field: m.value for m in find_presented("患者老年男性，78岁，因“乏力”")} == {
        "sex": "男",
        "age": 78,
    }
    assert find_presented("患者平素体健，其母患糖尿病") == []


def test_dates_before_their_words() -> None:
    row = line("于 2025年5月8日 入院 于 2025年5月12日 出院 共住 4 天", 100, 300)
    got = fields(K.DISCHARGE_SUMMARY, row)
    assert (got["admission_date"], got["discharge_date"]) == (["2025-05-08"], ["2025-05-12"])
    labelled = fields(K.DISCHARGE_SUMMARY, line("入院 2025年5月8日 出院 2025年5月12日", 100, 300))
    assert (labelled["admission_date"], labelled["discharge_date"]) == (["2025-05-08"], ["2025-05-12"])


def test_two_numbers_of_records_and_an_id_that_is_a_cards() -> None:
    got = fields(K.DISCHARGE_SUMMARY, line("ID：1000629664  住院号：8348140", 100, 100))
    assert got["record_number"] == ["1000629664", "8348140"]
    assert "record_number" not in fields(K.DISCHARGE_SUMMARY, line("ID：360981195101183005", 100, 100))


def test_the_disease_of_a_long_prescription_is_the_one_claimed() -> None:
    got = fields(K.PRESCRIPTION, line("慢特病病种：再生障碍性贫血  临床诊断：中性粒细胞减少", 100, 100))
    assert got["claimed_disease"] == ["再生障碍性贫血"]
    assert got["diagnosis"] == ["中性粒细胞减少"]


def test_words_on_a_certificate_that_are_no_diagnosis() -> None:
    for text in ("证明（存根）", "证明专用章无效", "涂改无效", "不作法律诉讼依据"):
        assert parse_diagnoses(text) == [], text
    told = [p.value for p in parse_diagnoses("2型糖尿病肾病G3aA2期、糖尿病视网膜病变、2型糖尿病性周围神经病")]
    assert told == ["2型糖尿病肾病G3aA2期", "糖尿病视网膜病变", "2型糖尿病性周围神经病"]


def test_a_label_inside_the_text_behind_another_ends_its_value() -> None:
    grid = cells((100, 100, 300, 160), (305, 100, 1200, 160))
    row = [line("中医诊断", 120, 115), line("肺癌病  证型：气阴两虚证", 320, 115)]
    assert fields(K.OUTPATIENT_RECORD, *row, grid=grid)["diagnosis"] == ["肺癌病"]
    chosen = [line("定点医院", 120, 115), line("样章市第一人民医院 等级：三级甲等", 320, 115)]
    got = fields(K.APPLICATION_FORM, *chosen, grid=grid)
    assert (got["hospital_name"], got["hospital_level"]) == (["样章市第一人民医院"], ["三级甲等"])


def test_an_address_ends_where_the_page_goes_on_in_a_sentence() -> None:
    got = fields(
        K.DISCHARGE_SUMMARY,
        line("住址", 100, 100),
        line("江西省宜春市样章路388号", 280, 100),
        line("费别", 660, 100),
        line("职工医保", 800, 100),
        line("于", 100, 160),
        line("2024年9月5日", 180, 160),
        line("入院 于", 420, 160),
        line("2024年9月22日", 580, 160),
        line("出院  共住17天", 850, 160),
    )
    assert got["address"] == ["江西省宜春市样章路388号"]
    assert (got["admission_date"], got["discharge_date"]) == (["2024-09-05"], ["2024-09-22"])
    glued = fields(K.OUTPATIENT_RECORD, line("住址江西省宜春市样章路388号电话13800000000", 100, 100))
    assert glued["address"] == ["江西省宜春市样章路388号"]


def test_entries_of_a_booklet_open_with_their_day() -> None:
    got = fields(
        K.OUTPATIENT_RECORD,
        line("2024年11月5日", 100, 300),
        line("肝病科", 1200, 300),
        line("腹胀、双下肢浮肿10天。查体：神清。", 100, 345),
        line("诊断：慢性乙型病毒性肝炎", 100, 390),
        line("2024年12月01日", 100, 600),
        line("肝病科", 1200, 600),
        line("服药后症状较前减轻。", 100, 645),
    )
    assert got["visit_date"] == ["2024-11-05", "2024-12-01"]
    assert got["department"] == ["肝病科"]


def test_a_misread_label_of_admission() -> None:
    got = fields(K.INPATIENT_FRONT_PAGE, line("人院时间2023年06月12日11时", 100, 200))
    assert got["admission_date"] == ["2023-06-12"]


def test_a_label_behind_an_age_in_months() -> None:
    got = fields(K.DISCHARGE_SUMMARY, line("性别：男年龄：7月科室：小儿内科 床号：3床", 100, 100))
    assert got["department"] == ["小儿内科"]
    assert got["age"] == [0]


def test_several_titles_and_several_names_behind_one_colon() -> None:
    got = fields(K.OUTPATIENT_RECORD, line("住院医师/主治医师/主任医师：王小芳/李文博/张建国", 100, 900))
    assert got["physician_name"] == ["王小芳", "李文博", "张建国"]
    assert got["physician_title"] == ["住院医师", "主治医师", "主任医师"]
    one = fields(K.OUTPATIENT_RECORD, line("主任医师/副主任医师：张建国", 100, 900))
    assert one["physician_name"] == ["张建国"]
    assert "physician_title" not in one


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("（主要诊断）1.冠心病（其他诊断）2.高血压病3级 3.2型糖尿病", ["冠心病", "高血压病3级", "2型糖尿病"]),
        ("2型糖尿病(E11.900) 高血压病2级(I10.x00)", ["2型糖尿病", "高血压病2级"]),
        ("支气管哮喘 J45.900x001 慢性胃炎", ["支气管哮喘", "慢性胃炎"]),
        ("[1]2型糖尿病 [2]糖尿病肾病", ["2型糖尿病", "糖尿病肾病"]),
        ("慢性肾脏病5期 肾性贫血", ["慢性肾脏病5期", "肾性贫血"]),
        ("高血压病3级 极高危组", ["高血压病3级极高危组"]),
        ("冠心病，2024年3月15日出院。", ["冠心病"]),
    ],
)
def test_lists_of_diagnoses_in_more_ways(text: str, items: list[str]) -> None:
    assert [d.value for d in parse_diagnoses(text)] == items


def test_a_stay_with_hours() -> None:
    got = fields(K.DISCHARGE_SUMMARY, line("住院起止时间：2024-01-02 08:30 ~ 2024-01-10 10:00", 100, 100))
    assert (got["admission_date"], got["discharge_date"]) == (["2024-01-02"], ["2024-01-10"])


def test_name_sex_and_age_in_a_row_without_labels() -> None:
    labelled = fields(K.DISCHARGE_SUMMARY, line("姓名：李建国 男 58岁  住院号：1234567", 100, 100))
    assert (labelled["sex"], labelled["age"]) == (["男"], [58])
    head = [line("李建国", 100, 100), line("男", 400, 100), line("58岁", 600, 100)]
    bare = fields(K.OUTPATIENT_RECORD, *head)
    assert (bare["patient_name"], bare["sex"], bare["age"]) == (["李建国"], ["男"], [58])
    other = fields(
        K.OUTPATIENT_RECORD, line("姓名：陈敏", 100, 100), line("联系人：李建国 男 58岁", 100, 200)
    )
    assert "age" not in other


def test_a_list_in_two_columns_and_a_table_of_diagnoses() -> None:
    got = fields(
        K.DISCHARGE_SUMMARY,
        line("出院诊断：", 100, 100),
        line("1.冠心病", 300, 100),
        line("3.痛风", 900, 100),
        line("2.高血压病3级", 300, 145),
        line("4.高脂血症", 900, 145),
    )
    assert sorted(map(str, got["diagnosis"])) == ["冠心病", "痛风", "高脂血症", "高血压病3级"]
    table = fields(
        K.DISCHARGE_SUMMARY,
        line("诊断名称", 100, 100),
        line("ICD-10编码", 600, 100),
        line("入院病情", 900, 100),
        line("脑梗死恢复期", 100, 145),
        line("I69.300", 600, 145),
        line("有", 900, 145),
    )
    assert table["diagnosis"] == ["脑梗死恢复期"]


def test_a_person_addressed_in_a_certificate() -> None:
    text = "李建国同志，男，58岁，因患冠心病于2024年3月5日至2024年3月15日在我院住院治疗。"
    got = fields(K.DIAGNOSIS_CERTIFICATE, line(text, 100, 100))
    assert (got["patient_name"], got["sex"], got["age"]) == (["李建国"], ["男"], [58])
    assert (got["admission_date"], got["discharge_date"]) == (["2024-03-05"], ["2024-03-15"])
