"""Standards files: what is read, what is refused with which words, what counts when it is not adopted."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import pytest
from builders import K, discharge, results, verdict
from builders import application as stated_application
from evidence_world import adopted, blood, judged, proof, row, summary, verdict_of, visits

from validators.catalogue import load_catalogues
from validators.disease_names import fold_disease
from validators.evidence.leaves import KIND_WORDS
from validators.evidence.shapes import Condition, json_schema
from validators.evidence.standards import SHARED, load_standards, standard_for, standards_path
from validators.evidence.words import describe
from validators.pack import PACKS, pack_in_force
from validators.policy_errors import PackBroken

SHIPPED = load_standards(SHARED / "jiangxi-2024.yaml")
HEAD = "title: 测试认定标准\nsource: 测试\nas_of: 2025\ntier: C\ndiseases:\n"


def leaves(condition: Condition) -> list[Condition]:
    """Every condition that asks for something itself."""
    groups = (*condition.all_of, *condition.any_of, *condition.of)
    return [leaf for part in groups for leaf in leaves(part)] if groups else [condition]


def test_every_disease_of_the_list_has_one_standard() -> None:
    rows = load_catalogues()["jiangxi"].rows
    missing = [r.name for r in rows if standard_for((SHIPPED,), (r.name,)) is None]
    assert missing == []
    assert len(SHIPPED.diseases) == len(rows) == 67


def test_levels_of_the_source() -> None:
    """Three levels A, plain three, and the summary alone, as the condensed source has them."""
    rows = {fold_disease(r.name): r.no for r in load_catalogues()["jiangxi"].rows}
    asked = {
        rows[fold_disease(s.disease)]: leaf.documents
        for s in SHIPPED.diseases
        for leaf in leaves(s.require)
        if leaf.documents
    }
    by_level = {
        level: {no for no, d in asked.items() if d.level == level and not d.or_named}
        for level in ("三级甲等", "三级")
    }
    assert by_level["三级甲等"] == {"29", "30", "41", "42", "43", "47", "50", "51", "52", "56", "58", "64"}
    assert by_level["三级"] == {"22", "38", "40"}
    assert {no for no, d in asked.items() if d.no_substitute} == {"14", "20", "21", "22"}
    assert {no for no, d in asked.items() if d.all_of} == {"42", "56", "58"}
    assert {no for no, d in asked.items() if d.or_named} == {"10", "27"}


@pytest.mark.parametrize("standard", SHIPPED.diseases, ids=lambda s: s.disease)
def test_every_condition_can_be_said(standard: object) -> None:
    for leaf in leaves(standard.require):  # type: ignore[attr-defined]
        assert len(describe(leaf)) >= 3


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        ("require: {any: []}", "一个条件只能写一种"),
        ("require: {report: {says: 癌}, age: {at_most: 14}}", "一个条件只能写一种"),
        ("require: {at_least: 2}", "一个条件只能写一种"),
        ("require: {at_least: 3, of: [{age: {at_most: 9}}, {age: {at_least: 1}}]}", "永远不能满足"),
        ("require: {value: {item: 血肌酐, at_least: 很高}}", "数值 单位"),
        ("require: {value: {item: 血肌酐}}", "须写且只写一种"),
        ("require: {value: {item: 尿酸, by_sex: {男: {}}}}", "每个性别都要写界值"),
        ("require: {visits: {count: 3, within: 两三年}}", "2 年"),
        ("require: {visits: {count: 0}}", "数值过小"),
        ("require: {documents: {any_of: [出院小结], all_of: [门诊病历]}}", "须写且只写一项"),
        ("require: {documents: {any_of: [出院记路]}}", "材料种类"),
        ("require: {documents: {any_of: [出院小结], level: 四级}}", "不在允许的取值之内"),
        ("require: {age: {}}", "须写 at_least"),
        ("require: {reports: {says: 癌}}", "没有这个名称的项"),
        ("requires: {age: {at_most: 14}}", "没有这个名称的项"),
    ],
)
def test_a_fault_names_line_disease_and_what_is_wrong(tmp_path: Path, entry: str, fault: str) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(f"{HEAD}  - disease: 痛风\n    clause: 测试条件\n    {entry}\n", encoding="utf-8")
    with pytest.raises(PackBroken) as broken:
        load_standards(path)
    assert fault in broken.value.message
    assert "痛风" in broken.value.message
    assert "第 8 行" in broken.value.message or "第 6 行" in broken.value.message


def test_a_disease_twice_and_no_yaml_at_all(tmp_path: Path) -> None:
    entry = "  - {disease: 痛风, clause: 测试条件, require: {age: {at_most: 14}}}\n"
    path = tmp_path / "own.yaml"
    path.write_text(HEAD + entry * 2, encoding="utf-8")
    with pytest.raises(PackBroken, match="病种重复：痛风"):
        load_standards(path)
    path.write_text("diseases: [", encoding="utf-8")
    with pytest.raises(PackBroken, match="第 1 行"):
        load_standards(path)


def test_kinds_in_chinese_and_by_id(tmp_path: Path) -> None:
    told = Condition.model_validate({"documents": {"any_of": ["出院小结", "outpatient_record"]}})
    assert told.documents is not None
    assert told.documents.any_of == (K.DISCHARGE_SUMMARY, K.OUTPATIENT_RECORD)
    assert set(KIND_WORDS.values()) <= set(K)


def test_a_pack_finds_its_own_file_before_the_shared_one(tmp_path: Path) -> None:
    pack = tmp_path / "some-city" / "pack.yaml"
    pack.parent.mkdir()
    assert standards_path("jiangxi-2024", pack).parent == SHARED
    (pack.parent / "jiangxi-2024.yaml").write_text(HEAD, encoding="utf-8")
    assert standards_path("jiangxi-2024", pack).parent == pack.parent
    with pytest.raises(PackBroken, match=r"没有找到认定标准“nowhere”；公用的有：.*jiangxi-2024"):
        standards_path("nowhere", pack)


def test_the_published_schema_is_current() -> None:
    published = Path(__file__).parents[1] / "docs" / "schema" / "standards.schema.json"
    assert json.loads(published.read_text(encoding="utf-8")) == json_schema()


class TestAdoption:
    """A standard that is not adopted is shown with its tier and decides nothing."""

    PAPERS = (proof("脑卒中"), summary("冠心病"))

    def test_not_adopted_never_refuses(self) -> None:
        shipped = pack_in_force(stated_application().submitted_on, policy="shangrao-application")
        answer = judged("脑卒中", proof("脑卒中"), pack=shipped)
        assert (answer.outcome.value, answer.advisory, answer.remedy) == ("unknown", True, None)
        assert "不能代替出院小结" in answer.message
        assert "该标准尚未采用，不据此退件" in answer.message
        assert "可信级别 B-，尚未采用" in answer.clause

    def test_not_adopted_is_advisory_even_where_the_pack_forgets_to_say_so(self) -> None:
        pack = pack_in_force(stated_application().submitted_on, policy="shangrao-application")
        checks = {k: v for k, v in pack.policy.checks.items() if k != "disease-evidence"}
        bare = dataclasses.replace(pack, policy=pack.policy.model_copy(update={"checks": checks}))
        assert judged("脑卒中", proof("脑卒中"), pack=bare).advisory
        assert judged("不在目录的病", pack=bare).advisory

    def test_adopted_counts_fully(self) -> None:
        answer = judged("脑卒中", proof("脑卒中"))
        assert (answer.outcome.value, answer.advisory, answer.code) == ("unmet", False, "DIS-021")
        assert answer.remedy == "“脑卒中”：请补交二级及以上医院出院小结（不得以其他材料代替）。"

    def test_the_route_follows_only_an_adopted_standard(self) -> None:
        shipped = pack_in_force(stated_application().submitted_on, policy="shangrao-application")
        routes = {
            name: verdict_of(
                "痛风", proof("痛风", level="一级乙等"), *visits("痛风", "2025-01-02"), pack=pack
            )
            for name, pack in {"shipped": shipped, "adopted": adopted()}.items()
        }
        refused = {n: {c.code for c in v.corrections} & {"DIS-024"} for n, v in routes.items()}
        assert refused == {"shipped": set(), "adopted": {"DIS-024"}}

    def test_not_adopted_tells_what_is_contradicted_all_the_same(self) -> None:
        shipped = pack_in_force(stated_application().submitted_on, policy="shangrao-application")
        answer = judged("儿童孤独症", proof("孤独症", level="三级乙等"), pack=shipped)
        assert (answer.outcome.value, answer.code) == ("unknown", "DIS-024")
        assert "低于三级甲等" in answer.message

    def test_a_near_name_is_never_refused(self) -> None:
        answer = judged("糖尿病", proof("糖尿病肾病", level="一级甲等"))
        assert answer.outcome.value == "unknown"
        assert "须先核对" in answer.message

    def test_a_disease_without_a_standard(self) -> None:
        found = verdict([discharge()], stated_application(diseases=["癫痫"]))
        answer = results(found, "disease-evidence")[0]
        assert (answer.code, answer.advisory) == ("DIS-020", True)

    def test_an_unread_file_leaves_a_contradiction_open(self) -> None:
        from builders import refused  # noqa: PLC0415

        answer = judged("脑卒中", proof("脑卒中"), refused())
        assert answer.outcome.value == "unknown"
        assert "未能识别的文件" in answer.message

    def test_evidence_points_at_the_rows(self) -> None:
        sheets = [blood(row("血肌酐", "812", "μmol/L"), on=day) for day in ("2025-05-01", "2025-09-01")]
        answer = judged("慢性肾功能衰竭(尿毒症期)", summary("尿毒症"), *sheets)
        assert answer.outcome.value == "met"
        held = [e for e in answer.evidence if e.field == "test_items"]
        assert len(held) == 2
        assert all(e.box is not None for e in held)


def test_a_city_writes_its_own_standard_without_code(tmp_path: Path) -> None:
    """A test that no table knows, a class of hospital, both papers, and a part only a person can judge."""
    (tmp_path / "own.yaml").write_text(
        HEAD
        + """
  - disease: 痛风
    clause: 三级医院诊断证明；血钾 < 3.5 mmol/L 一次；经专家面诊
    tier: A
    require:
      all:
        - documents: {any_of: [诊断证明], level: 三级, within: 6个月}
        - value: {item: 血钾, below: 3.5 mmol/L, within: 90 天}
        - person: 专家面诊记录
""",
        encoding="utf-8",
    )
    pack = adopted()
    own = dataclasses.replace(pack, standards=(load_standards(tmp_path / "own.yaml"),))
    low = blood(row("血钾", "3.1", "mmol/L"), on="2025-10-01")
    answer = judged("痛风", proof("痛风"), low, pack=own)
    assert answer.outcome.value == "unknown"
    assert "尚未见：专家面诊记录" in answer.message
    assert "提交日 2025-11-20 − 2025-10-01 = 50 天 ≤ 90 天" in answer.message
    high = blood(row("血钾", "4.1", "mmol/L"), on="2025-10-01")
    assert judged("痛风", proof("痛风"), high, pack=own).outcome.value == "unmet"


def test_a_type_in_any_spelling_and_a_number_on_a_record(tmp_path: Path) -> None:
    """(Type 2 with two readings above 180) or type 1: a rule that another province has."""
    (tmp_path / "own.yaml").write_text(
        HEAD
        + """
  - disease: 糖尿病伴有并发症
    clause: 2 型并两次收缩压不低于 180，或 1 型
    require:
      any:
        - all:
            - documents: {any_of: [诊断证明], says: [2型], not: [1型]}
            - value: {item: 收缩压, at_least: 180 mmHg, count: 2, kinds: [门诊病历]}
        - documents: {any_of: [诊断证明], says: [1型]}
""",
        encoding="utf-8",
    )
    pack = dataclasses.replace(adopted(), standards=(load_standards(tmp_path / "own.yaml"),))
    name, days = "糖尿病伴有并发症", ("2025-03-01", "2025-04-01")
    read = visits("糖尿病肾病", *days, lines=("血压 186/104mmHg",))
    assert judged(name, proof("Ⅱ型糖尿病肾病"), *read, pack=pack).outcome.value == "met"
    assert judged(name, proof("二型糖尿病肾病"), *read[:1], pack=pack).outcome.value == "unknown"
    assert judged(name, proof("1型糖尿病肾病"), pack=pack).outcome.value == "met"


def test_the_shipped_packs_name_standards_that_exist() -> None:
    for path in PACKS.glob("**/pack.yaml"):
        if "standards:" in path.read_text(encoding="utf-8"):
            assert standards_path("jiangxi-2024", path).is_file()
