"""Wordings of papers of stays and visits, and of the telephones that show them. Everybody is invented."""

from __future__ import annotations

import pytest

from ocr.diagnoses import parse_diagnoses
from ocr.kinds import classify
from ocr.reliance import LOOSELY
from ocr.types import DocumentKind as K
from ocr.values.hospital_names import find_hospital_names
from tests.page_text import cells, extracted, fields, line


def _values(text: str) -> list[object]:
    return [d.value for d in parse_diagnoses(text)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("脑梗死恢复期，偏瘫，高血压病3级", ["脑梗死恢复期", "偏瘫", "高血压病3级"]),
        ("脑梗死恢复期/偏瘫", ["脑梗死恢复期", "偏瘫"]),
        ("高血压病 主", ["高血压病"]),
        ("BNP110", []),
        ("其他诊断", []),
        ("手术/操作", []),
    ],
)
def test_short_names_are_parted_and_codes_and_heads_are_none(text: str, values: list[object]) -> None:
    assert _values(text) == values


@pytest.mark.parametrize(
    "name", ["青江县第二人民医院医疗健康集团总院", "青江县人民医院医共体龙洞分院", "青江市中心医院集团"]
)
def test_a_hospital_at_the_head_of_a_group_is_named_whole(name: str) -> None:
    assert [h.name for h in find_hospital_names(f"{name}（二级甲等）")] == [name]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("就诊记录详情", K.OUTPATIENT_RECORD),
        ("出院记录详情", K.DISCHARGE_SUMMARY),
        ("患者出院小结", K.DISCHARGE_SUMMARY),
    ],
)
def test_telephones_head_the_same_papers_with_details(title: str, kind: K) -> None:
    lines = [line(title, 500, 100, height=44), line("就诊人", 100, 300), line("李建国", 900, 300)]
    lines += [
        line("处方", 100, 700, height=40),
        line("口服每次20mg每日1次", 100, 800),
        line("费用", 100, 900),
    ]
    assert classify(lines, width=1200, height=2400).kind is kind


def test_a_telephone_shows_name_sex_and_age_beside_a_disc() -> None:
    found = fields(
        K.DISCHARGE_SUMMARY,
        line("出院记录详情", 500, 100),
        line("国", 120, 312),
        line("李建国男|50岁", 300, 300),
        line("就诊医院", 100, 500),
        line("青江县人民医院", 800, 500),
    )
    assert (found["patient_name"], found["sex"], found["age"]) == (["李建国"], ["男"], [50])


def test_sex_and_age_behind_labels_with_a_bar_between() -> None:
    found = fields(
        K.OUTPATIENT_RECORD,
        line("就诊人", 100, 200),
        line("李建国", 800, 200),
        line("性别|年龄", 100, 260),
        line("男|72岁", 800, 260),
        line("诊断信息", 100, 400),
        line("乙型肝炎肝硬化", 130, 460),
        line("脾功能亢进", 130, 510),
    )
    assert (found["sex"], found["age"]) == (["男"], [72])
    assert found["diagnosis"] == ["乙型肝炎肝硬化", "脾功能亢进"]


def test_the_day_of_a_visit_that_took_place_stands_without_a_label() -> None:
    found = fields(
        K.OUTPATIENT_RECORD,
        line("青江县人民医院", 400, 100),
        line("2025年01月21日16:50 已就诊", 400, 160),
        line("就诊人", 100, 260),
        line("李建国", 400, 260),
    )
    assert found["visit_date"] == ["2025-01-21"]


def test_the_department_behind_name_sex_and_age_of_a_visit() -> None:
    found = extracted(
        K.OUTPATIENT_RECORD,
        line("青江县人民医院 门（急）诊病历", 100, 100),
        line("李建国 男 66岁", 100, 160),
        line("神经内科专家门诊", 420, 160),
        line("初诊", 720, 160),
    )
    (department,) = found["department"]
    assert department.value == "神经内科专家门诊"
    assert department.confidence == LOOSELY


def test_the_label_of_the_next_date_follows_a_date_at_once() -> None:
    found = fields(
        K.DISCHARGE_SUMMARY,
        line("姓名 李建国", 100, 200),
        line("入院日期 2024年 08 月 31 日出院日期 2024年 09月 09日住院9 天", 100, 260),
    )
    assert (found["admission_date"], found["discharge_date"]) == (["2024-08-31"], ["2024-09-09"])


def test_a_referral_names_who_sends_and_who_receives() -> None:
    found = extracted(
        K.REFERRAL_LETTER,
        line("转出机构：青江县人民医院", 100, 160),
        line("拟转往机构", 100, 300),
        line("石桥市肿瘤医院", 400, 300),
        line("医保卡（医保编号）： 64436915328", 100, 360),
        line("族别：哈萨克族", 100, 420),
        line("单位（地址）：青江省石桥市青江县凤凰路94号", 100, 480),
        line("主管医师：段翠秀", 100, 540),
        line("科主任：崔梅艳", 500, 540),
    )
    plain = {name: [f.value for f in values] for name, values in found.items()}
    assert plain["hospital_name"] == ["青江县人民医院"]
    assert plain["card_number"] == ["64436915328"]
    assert plain["ethnicity"] == ["哈萨克"]
    assert plain["physician_name"] == ["段翠秀", "崔梅艳"]
    assert found["physician_name"][1].confidence == LOOSELY


def test_both_schools_under_one_head_of_a_front_page() -> None:
    found = fields(
        K.INPATIENT_FRONT_PAGE,
        line("出院中、西医诊断", 500, 200),
        line("疾病编码", 1000, 200),
        line("入院病情", 1300, 200),
        line("主病:", 100, 260),
        line("鼓胀病", 250, 260),
        line("BNP110", 1000, 260),
        line("主要诊断:", 100, 320),
        line("肝硬化", 300, 320),
        line("K74.607", 1000, 320),
    )
    assert found["diagnosis"] == ["鼓胀病", "肝硬化"]


def test_names_in_one_cell_stand_each_beside_its_code() -> None:
    found = fields(
        K.DISCHARGE_SUMMARY,
        line("诊断名称", 500, 200),
        line("编码", 900, 200),
        line("慢性肾脏病5期", 510, 260),
        line("N18.001", 900, 260),
        line("肾性贫血", 510, 320),
        line("D63.803", 900, 320),
        grid=cells(
            (480.0, 250.0, 880.0, 360.0), (880.0, 250.0, 1200.0, 300.0), (880.0, 300.0, 1200.0, 360.0)
        ),
    )
    assert found["diagnosis"] == ["慢性肾脏病5期", "肾性贫血"]


def test_a_sentence_set_with_wide_lines_goes_on_with_its_list() -> None:
    found = fields(
        K.DIAGNOSIS_CERTIFICATE,
        line("兹有患者李建国，男，自2023年11月17日起在我院", 160, 400),
        line("肝病门诊诊治。经临床检查，诊断为：乙型肝炎后肝", 100, 470),
        line("硬化失代偿期、食管胃底静脉曲张。建议：规范用药。", 100, 540),
        line("地址：青江市玉苍路75号 服务热线：0264-94226905", 100, 160),
    )
    assert found["diagnosis"] == ["乙型肝炎后肝硬化失代偿期", "食管胃底静脉曲张"]
    assert found["department"] == ["肝病门诊"]
    assert "address" not in found


def test_a_numbered_list_in_a_sentence_goes_on_behind_semicolons() -> None:
    found = fields(
        K.DIAGNOSIS_CERTIFICATE,
        line("患者李建国，男，在我院住院治疗，经临床检查，明确诊", 160, 400),
        line("断为：1.慢性肾脏病5期；2.肾性贫血；3.肾性骨病。", 100, 450),
        line("目前病情相对稳定，需长期门诊用药。", 160, 500),
    )
    assert found["diagnosis"] == ["慢性肾脏病5期", "肾性贫血", "肾性骨病"]


def test_a_home_ends_with_its_number_where_another_column_of_the_page_begins() -> None:
    found = fields(
        K.OUTPATIENT_RECORD,
        line("住址：青江省石桥市滨河路368号", 60, 300),
        line("期复诊", 950, 300),
        line("处理：1.低盐饮食 2.定", 950, 250),
    )
    assert found["address"] == ["青江省石桥市滨河路368号"]


def test_prefectures_are_spelt_right_and_told_less_surely() -> None:
    found = extracted(K.OUTPATIENT_RECORD, line("现住址：云南省楚雄蜂族自治州禄丰市石桥镇5号", 60, 300))
    (home,) = found["address"]
    assert (home.value, home.confidence) == ("云南省楚雄彝族自治州禄丰市石桥镇5号", 0.8)


def test_a_name_behind_the_first_half_of_its_label() -> None:
    lost = fields(
        K.DISCHARGE_SUMMARY, line("姓", 120, 300), line("李建国", 330, 300), line("性别：男", 700, 300)
    )
    assert lost["patient_name"] == ["李建国"]


def test_a_name_is_signed_again_behind_a_wide_stroke() -> None:
    found = fields(K.DISCHARGE_SUMMARY, line("经治医师：李建国／李建国 ~", 800, 1000))
    assert found["physician_name"] == ["李建国"]


def test_a_number_upright_on_the_perforation_is_no_part_of_a_row() -> None:
    seam = [line(c, 310, 200 + 32 * n, height=26) for n, c in enumerate("525836号")]
    found = fields(
        K.DIAGNOSIS_CERTIFICATE,
        line("诊断证明书存根", 60, 60),
        line("诊断 布鲁氏菌病", 30, 232),
        *seam,
        line("姓名 李建国", 400, 160),
        line("于 2023年12月23日来我院就诊。", 700, 213),
    )
    assert found["diagnosis"] == ["布鲁氏菌病"]
    assert found["visit_date"] == ["2023-12-23"]


def test_the_name_in_brackets_behind_a_signature_is_the_signers() -> None:
    found = extracted(
        K.DIAGNOSIS_CERTIFICATE,
        line("诊断：肝硬化", 100, 400),
        line("（李建国）", 900, 1500),
    )
    (name,) = found["physician_name"]
    assert (name.value, name.confidence) == ("李建国", LOOSELY)


def test_a_bar_read_as_a_one_parts_sex_and_age() -> None:
    found = fields(K.DISCHARGE_SUMMARY, line("性别/年龄", 100, 300), line("女171岁", 400, 300))
    assert (found["sex"], found["age"]) == (["女"], [71])


def test_what_a_relapsing_disorder_is_now_belongs_to_its_name() -> None:
    assert _values("复发性抑郁障碍，目前为伴精神病性症状的重度发作") == [
        "复发性抑郁障碍,目前为伴精神病性症状的重度发作"
    ]


def test_a_home_ends_before_whoever_looks_after_the_patient() -> None:
    found = fields(K.DISCHARGE_SUMMARY, line("现住址：青江市永乐大道133号2单元602 监护人电话", 80, 400))
    assert found["address"] == ["青江市永乐大道133号2单元602"]


def test_the_time_of_a_visit_in_the_line_of_name_sex_and_age() -> None:
    found = fields(
        K.OUTPATIENT_RECORD,
        line("李建国 男 38岁 呼吸专病门诊 2025-09-27 15:03 病历号 59743867", 80, 160),
    )
    assert found["visit_date"] == ["2025-09-27"]


def test_a_rare_surname_is_believed_where_the_sex_follows() -> None:
    found = fields(
        K.DIAGNOSIS_CERTIFICATE, line("兹证明患者 矫喜才 ，男性，现年 39岁，系青江市人。", 100, 400)
    )
    assert (found["patient_name"], found["sex"], found["age"]) == (["矫喜才"], ["男"], [39])
