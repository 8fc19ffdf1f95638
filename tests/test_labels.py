"""Labels are found where they stand alone, and nowhere else."""

from __future__ import annotations

import pytest

from ocr.label_fits import fits
from ocr.label_words import STOP, VOCABULARY
from ocr.labels import find_labels
from ocr.parse import PARSERS
from ocr.schema import FIELDS
from ocr.values.text import fold


def found(text: str, glued: frozenset[str] = frozenset()) -> list[tuple[str, str]]:
    return [(h.concept, h.word) for h in find_labels(text, glued=glued, fits=fits)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("姓名：李建国 性别：男 年龄：56岁", [("name", "姓名"), ("sex", "性别"), ("age", "年龄")]),
        ("姓 名：李建国性别:男年龄:56岁", [("name", "姓名"), ("sex", "性别"), ("age", "年龄")]),
        ("科 别：心内科   床号：12床", [("department", "科别"), (STOP, "床号")]),
        ("【出院诊断】", [("discharge_diagnosis", "出院诊断")]),
        ("入院诊断（中医）：消渴", [("admission_diagnosis", "入院诊断")]),
        ("入院时间2025年8月11日10时", [("admission_date", "入院时间")]),
        ("床号 12 住院号 00123", [(STOP, "床号"), ("record_number", "住院号")]),
        ("出具曰期：2025-01-02", [("issue_date", "出具日期")]),  # one character misread
        ("人院时间：2025-01-02", [("admission_date", "入院时间")]),  # 人 is a misread 入, never a 出
        ("性利：男", [("sex", "性别")]),  # so is this, which its value tells
        ("性质：男科", [(STOP, "性质")]),
        ("报告编号 No.", [("report_number", "报告编号")]),
        ("医生Doctor上官辉永", [("physician", "医生")]),
        ("姓名 Name 唐少 性别 Sex 男", [("name", "姓名"), ("sex", "性别")]),
        ("八院时间：2025-01-02", [(STOP, "八院时间")]),  # as near to 入院 as to 出院: left alone
        ("科别：全科医学科住院号：2025015607", [("department", "科别"), ("record_number", "住院号")]),
        ("年龄:52岁病区:肾内科床号:05", [("age", "年龄"), ("ward", "病区"), (STOP, "床号")]),
        ("门诊/住院病历号：29831", [("record_number", "门诊/住院病历号")]),
        ("住院号门诊号 8772197", [("record_number", "住院号门诊号")]),  # its stroke was lost
        ("手术日期：2025-01-02", [(STOP, "手术日期")]),
        ("职称 副主任医师", [("title", "职称")]),  # the title is the value here
        ("病人家属电话：13000000000", [(STOP, "病人家属电话")]),  # a stranger's value is not the patient's
        ("姓名兑宁远", [("name", "姓名")]),  # nothing but a name behind it, be its surname never so rare
        ("姓名及住址", [("name", "姓名")]),  # asks for both
        ("患者兑宁远", []),
        ("患者年龄较大，诊断明确", []),
        ("于我院出院，电话随访", []),
    ],
)
def test_labels_in_a_run(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_cards_set_values_right_behind_labels() -> None:
    words = frozenset({"姓名", "性别", "民族"})
    assert found("姓名李建国", words) == [("name", "姓名")]
    assert found("性别男民族汉", words) == [("sex", "性别"), ("ethnicity", "民族")]
    assert found("李姓名士", words) == []


def test_a_hit_ends_after_its_colon() -> None:
    (hit,) = find_labels("姓 名 ： 李建国")
    assert "姓 名 ： 李建国"[hit.end :].strip() == "李建国"


def test_every_label_is_written_in_its_folded_form() -> None:
    assert [w for w in VOCABULARY if fold(w) != fold(fold(w))] == []
    assert [w for w in VOCABULARY if "（" in w or " " in w or "：" in w] == []


def test_every_concept_of_the_schema_has_labels_and_a_parser() -> None:
    concepts = set(VOCABULARY.values())
    wanted = {concept for kinds in FIELDS.values() for concept in kinds}
    assert wanted <= concepts
    assert wanted <= set(PARSERS)


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("代办人证件号", "agent_id"),
        ("代理人联系电话", "agent_phone"),
        ("参保人性别", "sex"),
        ("患者手机号码", "phone"),
        ("受托人家庭住址", STOP),
        ("监护人证件号", "relative_id"),
        ("与本人关系", STOP),
        ("确诊医疗机构", "hospital"),
        ("异地联系地址", "address"),
        ("居住（就医）地址", "address"),
        ("备案结束时间", "valid_until"),
    ],
)
def test_whose_particulars_a_cell_asks_for(text: str, concept: str) -> None:
    assert [c for c, _ in found(text)] == [concept]


def test_a_diagnosis_whose_nature_is_open_is_no_label() -> None:
    assert find_labels("结肠肝曲隆起：性质？") == []
    assert [h.concept for h in find_labels("胃窦情况：正常")] == [STOP]


def test_english_behind_a_label_is_part_of_it() -> None:
    for text, value in (
        ("科室 Dept.风湿科门诊", "风湿科门诊"),
        ("申请医生 Doctor 戴杰水", "戴杰水"),
        ("门诊号OPD No. 756397453", "756397453"),
        ("审核医师 Verified by: 毛祖永", "毛祖永"),
        ("诊断Diagnosis 慢性乙型病毒性肝炎", "慢性乙型病毒性肝炎"),
    ):
        (hit,) = find_labels(text, fits=fits)
        assert text[hit.end :].strip() == value


def test_english_behind_a_value_is_left_alone() -> None:
    (hit,) = find_labels("诊断：甲型流感 Type A", fits=fits)
    assert hit.end == 3
