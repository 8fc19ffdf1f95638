"""Packs as documents: own tables and folders, versions, adoption, lint, examples, pages, differences."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar

import jsonschema
import pytest
import yaml

from validators.adoption import Adoption, fingerprint, record, rule_at
from validators.catalogue import Likeness, Support
from validators.examples import try_examples
from validators.hospitals import Found
from validators.lint import lint, lint_together
from validators.pack import PACKS, Pack, load_pack, load_packs, pack_in_force
from validators.pack_diff import differences
from validators.pack_roots import use_packs
from validators.pack_schema import SCHEMAS, example_schema, pack_schema, schema_text
from validators.pack_template import Business, CannotBegin, begin_pack
from validators.policy_errors import PackBroken
from validators.render import render
from validators.render_html import render_html

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples"
ON = dt.date(2025, 11, 20)
RESOURCES = ROOT / "tests" / "resources"  # two cities' rules, written with the documents alone
FOLDERS = (PACKS, EXAMPLES, RESOURCES)
EVERY = [load_pack(path) for folder in FOLDERS for path in sorted(folder.glob("**/pack.yaml"))]


@pytest.fixture(autouse=True)
def _shipped_packs_again() -> Iterator[None]:
    yield
    use_packs(None)


def changed(tmp_path: Path, name: str = "leshan-application", **changes: Any) -> Path:
    """A copy of an example pack with other contents under the keys named."""
    folder = tmp_path / name
    shutil.copytree(EXAMPLES / name, folder)
    held = yaml.safe_load((folder / "pack.yaml").read_text(encoding="utf-8"))
    (folder / "pack.yaml").write_text(yaml.safe_dump(held | changes, allow_unicode=True), encoding="utf-8")
    return folder / "pack.yaml"


class TestEveryPack:
    @pytest.mark.parametrize("pack", EVERY, ids=lambda p: p.policy.id)
    def test_lints_clean_and_passes_its_examples(self, pack: Pack) -> None:
        assert lint(pack) == ()
        tried = try_examples(pack)
        assert len(tried) >= 2
        assert [(one.name, one.faults) for one in tried if one.faults] == []

    @pytest.mark.parametrize("pack", EVERY, ids=lambda p: p.policy.id)
    def test_the_page_shows_every_value_and_who_adopted_it(self, pack: Pack) -> None:
        for page in (render(pack), render_html(pack)):
            assert pack.sha256 in page
            assert "审定人（签字）" in page
            assert "已采用（随政策包）" in page
        assert "<script" not in render_html(pack)

    def test_the_schemas_are_current_and_hold_for_every_pack(self) -> None:
        folder = ROOT / "docs" / "schema"
        for kind, (name, make) in SCHEMAS.items():
            assert (folder / name).read_text(encoding="utf-8") == schema_text(make()), (
                f"menshen policy schema {kind} > {name}"
            )
        for pack in EVERY:
            first = pack.path.read_text(encoding="utf-8").splitlines()[0]
            named = first.removeprefix("# yaml-language-server: $schema=")
            assert (pack.path.parent / named).resolve() == folder / "pack.schema.json"
            jsonschema.validate(_plain(yaml.safe_load(pack.path.read_text("utf-8"))), pack_schema())
            for path in (pack.path.parent / "examples").glob("*.yaml"):
                for part in yaml.safe_load_all(path.read_text(encoding="utf-8")):
                    jsonschema.validate(_plain(part), example_schema())


def _plain(held: Any) -> Any:
    return json.loads(json.dumps(held, default=str))


class TestOwnCatalogue:
    head = "编号,病种名称,参保类型,别名,相近但不同,ICD-10,年龄\n"

    def catalogue(self, tmp_path: Path, rows: str) -> Pack:
        path = changed(tmp_path)
        (path.parent / "catalogue.csv").write_text(self.head + rows, encoding="utf-8-sig")
        return load_pack(path)

    def test_what_is_left_empty_comes_from_the_shipped_row_of_that_name(self, tmp_path: Path) -> None:
        held = self.catalogue(tmp_path, "1,类风湿性关节炎,,,,,\n2,某地方病,居民,地方病,,,<18\n").catalogue
        assert held is not None
        row = held.row("1")
        assert "M05" in " ".join(row.icd10) or "M06" in " ".join(row.icd10)
        assert held.match("类风湿关节炎").likeness is Likeness.LISTED
        assert held.supports(["类风湿性关节炎"], row) is Support.SUPPORTS
        assert held.match("地方病").rows[0].insurance == "resident"
        assert not held.row("2").admits_age(18)

    def test_an_alias_that_is_a_row_of_its_own_stays_that_row(self, tmp_path: Path) -> None:
        """In Jiangxi's list 白血病 is an alias of 恶性肿瘤门诊治疗."""
        held = self.catalogue(tmp_path, "1,恶性肿瘤门诊治疗(含白血病),,,,,\n2,白血病,,,,,\n").catalogue
        assert held is not None
        assert [row.no for row in held.match("白血病").rows] == ["2"]

    @pytest.mark.parametrize(
        ("rows", "words"),
        [
            ("1,,,,,,\n", "没有病种名称"),
            ("1,甲病,,,,,\n2,甲病,,,,,\n", "第 3 行 病种“甲病”写了不止一次"),
            ("1,甲病,退休,,,,\n", "参保类型“退休”无效"),
            ("1,甲病,,,,十,\n", "ICD-10“十”无效"),
            ("1,甲病,,,,,儿童\n", "年龄“儿童”无效"),
            ("", "没有一个病种"),
        ],
    )
    def test_faults_say_the_line(self, tmp_path: Path, rows: str, words: str) -> None:
        with pytest.raises(PackBroken, match=words):
            self.catalogue(tmp_path, rows)

    def test_not_utf8_and_unknown_columns(self, tmp_path: Path) -> None:
        path = changed(tmp_path)
        (path.parent / "catalogue.csv").write_bytes((self.head + "1,甲病,,,,,\n").encode("gb18030"))
        with pytest.raises(PackBroken, match="CSV UTF-8"):
            load_pack(path)
        (path.parent / "catalogue.csv").write_text("编号,名字\n1,甲病\n", encoding="utf-8")
        with pytest.raises(PackBroken, match="不认识的列：名字"):
            load_pack(path)


def test_own_hospitals_stand_above_the_shipped_ones(tmp_path: Path) -> None:
    path = changed(tmp_path)
    before = load_pack(path)
    rows = "医院名称,等级\n乐山市某某医院,三级乙等\n宜春市人民医院,二级甲等\n"
    (path.parent / "hospitals.csv").write_text(rows, encoding="utf-8-sig")
    after = load_pack(path)
    found = after.hospitals.look_up("乐山市某某医院")
    assert (found.found, found.hospital and found.hospital.level) == (Found.EXACT, "三级乙等")
    assert before.hospitals.look_up("乐山市某某医院").found is not Found.EXACT
    again = after.hospitals.look_up("宜春市人民医院").hospital
    assert again is not None
    assert again.level == "二级甲等"
    assert before.sha256 != after.sha256
    assert any("宜春市人民医院" in one.words for one in differences(before, after))
    (path.parent / "hospitals.csv").write_text("医院名称,等级\n某院,很高\n", encoding="utf-8")
    with pytest.raises(PackBroken, match="第 2 行 等级“很高”无效"):
        load_pack(path)


class TestRoots:
    def test_beside_the_shipped_ones(self) -> None:
        use_packs(EXAMPLES)
        assert {"leshan-application", "shaoyang-renewal"} <= {pack.policy.id for pack in load_packs()}
        assert pack_in_force(ON, region="511100", business="application").policy.id == "leshan-application"

    def test_the_own_one_takes_the_place_of_its_namesake(self, tmp_path: Path) -> None:
        text = (
            (PACKS / "yichun-renewal" / "pack.yaml")
            .read_text("utf-8")
            .replace("days_before: 90", "days_before: 60")
        )
        (tmp_path / "p").mkdir()
        (tmp_path / "p" / "pack.yaml").write_text(text, encoding="utf-8")
        use_packs(tmp_path)
        window = pack_in_force(ON, policy="yichun-renewal").policy.window
        assert window is not None
        assert window.value.days_before == 60
        assert len(load_packs()) == 5

    def test_by_region_the_own_one_comes_first(self, tmp_path: Path) -> None:
        text = (
            (PACKS / "yichun-renewal" / "pack.yaml")
            .read_text("utf-8")
            .replace("id: yichun-", "id: own-yichun-")
        )
        (tmp_path / "p").mkdir()
        (tmp_path / "p" / "pack.yaml").write_text(text, encoding="utf-8")
        use_packs(tmp_path)
        assert pack_in_force(ON, region="360900", business="renewal").policy.id == "own-yichun-renewal"

    def test_instead_of_the_shipped_ones(self, tmp_path: Path) -> None:
        changed(tmp_path)
        (tmp_path / "ONLY").touch()
        use_packs(tmp_path)
        assert [pack.policy.id for pack in load_packs()] == ["leshan-application"]

    def test_a_folder_that_is_not_there(self, tmp_path: Path) -> None:
        use_packs(tmp_path / "none")
        with pytest.raises(PackBroken, match="MENSHEN_PACKS"):
            load_packs()

    def test_versions_side_by_side(self, tmp_path: Path) -> None:
        for start, end in (("2025-01-01", "2025-12-31"), ("2026-01-01", None)):
            folder = tmp_path / "leshan-application" / start
            shutil.copytree(EXAMPLES / "leshan-application", folder)
            held = yaml.safe_load((folder / "pack.yaml").read_text(encoding="utf-8"))
            held |= {"effective_from": start, "effective_to": end}
            (folder / "pack.yaml").write_text(yaml.safe_dump(held, allow_unicode=True), encoding="utf-8")
        use_packs(tmp_path)
        for day, version in (("2025-12-31", "2025-01-01"), ("2026-01-01", "2026-01-01")):
            held = pack_in_force(dt.date.fromisoformat(day), policy="leshan-application")
            assert held.ref.version == version
        assert lint_together(load_packs()) == ()


class TestAdoption:
    def adopt(self, path: Path, value: str) -> None:
        rule = rule_at(yaml.safe_load(path.read_text(encoding="utf-8")), value)
        assert rule is not None
        act = Adoption(
            value=value,
            by="乐山市医保局",
            document="某医保发〔2026〕1号",
            on=dt.date(2026, 1, 5),
            fingerprint=fingerprint(rule),
        )
        record(path.parent, act)

    def test_it_adopts_changes_the_hash_and_is_shown(self, tmp_path: Path) -> None:
        path = changed(tmp_path)
        before = load_pack(path)
        self.adopt(path, "information.appeal")
        after = load_pack(path)
        assert not before.policy.information["appeal"].adopted
        assert after.policy.information["appeal"].adopted
        assert before.sha256 != after.sha256
        assert "已采用：乐山市医保局，某医保发〔2026〕1号，2026-01-05" in render(after)
        assert lint(after) == ()
        assert any("由未采用改为采用" in one.words for one in differences(before, after))

    def test_a_value_that_changed_is_no_longer_adopted(self, tmp_path: Path) -> None:
        path = changed(tmp_path)
        self.adopt(path, "information.appeal")
        text = path.read_text(encoding="utf-8").replace("5 个工作日内答复", "3 个工作日内答复")
        path.write_text(text, encoding="utf-8")
        pack = load_pack(path)
        assert not pack.policy.information["appeal"].adopted
        (fault,) = lint(pack)
        assert (fault.code, fault.file, fault.line) == ("LINT-022", path.parent / "adoptions.yaml", 4)

    def test_a_condition_by_its_id(self, tmp_path: Path) -> None:
        path = changed(tmp_path, "baoji-renewal")
        assert not load_pack(path).policy.conditions[0].adopted
        self.adopt(path, "conditions.three-images")
        assert load_pack(path).policy.conditions[0].adopted

    def test_the_file_must_be_sound(self, tmp_path: Path) -> None:
        path = changed(tmp_path)
        (path.parent / "adoptions.yaml").write_text("adoptions: [{value: look_back}]", encoding="utf-8")
        with pytest.raises(PackBroken, match="fingerprint"):
            load_pack(path)


class TestLint:
    origin: ClassVar[dict[str, Any]] = {"source": "shipped", "as_of": "2026-11", "tier": "D", "adopted": True}

    def rule(self, value: Any) -> dict[str, Any]:
        return {"value": value, "clause": "本地规定如此"} | self.origin

    def condition(self, **more: Any) -> dict[str, Any]:
        told = {"id": "here", "demand": "applicant.age > 1", "message": "不合规定", "clause": "本地规定如此"}
        return told | self.origin | more

    def cases(self) -> Iterator[tuple[dict[str, Any], str]]:
        form = {"any_of": ["id_card_front"]}
        yield {"checks": {"report-recent": "off"}}, "LINT-020"
        for when in (
            {"age_from": 18, "age_below": 18},
            {"diseases": ["恶性肿瘤"], "not_diseases": ["恶性肿瘤"]},
        ):
            yield {"materials": [self.rule(form | {"when": when})]}, "LINT-020"
        closed = {"diseases": ["儿童孤独症"], "insurance": "employee"}
        yield {"materials": [self.rule(form | {"when": closed})]}, "LINT-020"
        yield {"conditions": [self.condition(demand="1 == 2")]}, "LINT-020"
        yield {"conditions": [self.condition(demand="applicant.age > 1 || true")]}, "LINT-020"
        yield {"conditions": [self.condition(when="by_agent && false")]}, "LINT-020"
        yield {"materials": [self.rule(form | {"when": {"diseases": ["没有的病"]}})]}, "LINT-021"
        ages = {
            "within": "1年",
            "groups": [["lab_report"]],
            "diseases": [{"names": ["没有的病"], "within": "不限"}],
        }
        yield {"look_back": self.rule(ages)}, "LINT-021"
        yield {"look_back": self.rule({"within": "1年", "groups": [["prescription"]]})}, "LINT-023"
        yield {"signature": self.rule(["referral_letter"])}, "LINT-023"
        window = {"days_before": 30, "told_by": ["recognition_form"], "open_days": [20, 10]}
        yield {"window": self.rule(window)}, "LINT-020"
        yield {"window": self.rule(window | {"open_days": [1, 10]})}, "LINT-023"
        yield {"conditions": [self.condition(), self.condition()]}, "LINT-025"
        yield {"decision_working_days": self.rule(20) | {"clause": "受理后【几】个工作日"}}, "LINT-024"
        yield {"decision_working_days": self.rule(20) | {"source": "leshan", "as_of": "2026-12"}}, "LINT-019"

    def test_each_fault_is_found_with_its_line(self, tmp_path: Path) -> None:
        for number, (changes, code) in enumerate(self.cases()):
            pack = load_pack(changed(tmp_path / str(number), **changes))
            found = [fault for fault in lint(pack) if fault.code == code]
            assert found, (changes, code)
            lines = pack.path.read_text(encoding="utf-8").splitlines()
            key = found[0].where.replace("[", ".").split(".")[0]
            assert found[0].line is not None
            top = next(i for i, line in enumerate(lines, 1) if line.startswith(f"{key}:"))
            assert top <= found[0].line <= len(lines)
            assert found[0].message
            assert found[0].remedy

    def test_overlaps_and_gaps_between_versions(self, tmp_path: Path) -> None:
        def versions(name: str, end: str) -> list[Pack]:
            first = changed(tmp_path / name / "a", effective_from="2025-01-01", effective_to=end)
            return [load_pack(first), load_pack(changed(tmp_path / name / "b", effective_from="2026-01-01"))]

        assert lint_together(versions("sound", "2025-12-31")) == ()
        (overlap,) = lint_together(versions("overlap", "2026-01-01"))
        assert (overlap.code, "2025-12-31" in overlap.remedy) == ("LINT-010", True)
        (gap,) = lint_together(versions("gap", "2025-11-30"))
        assert (gap.code, "2025-12-01 至 2025-12-31" in gap.message) == ("LINT-018", True)

    def test_what_cannot_be_loaded_says_the_line(self, tmp_path: Path) -> None:
        path = changed(tmp_path)
        text = path.read_text(encoding="utf-8")
        line = next(i for i, held in enumerate(text.splitlines(), 1) if "physician.rank" in held)
        path.write_text(text.replace("p.physician.rank", "p.physician.rnk"), encoding="utf-8")
        with pytest.raises(PackBroken) as caught:
            load_pack(path)
        assert any("是否为 p.physician.rank" in fault for fault in caught.value.faults)
        assert any(fault.startswith(f"第 {line} 行") for fault in caught.value.faults)

    def test_a_key_written_twice(self, tmp_path: Path) -> None:
        path = changed(tmp_path)
        path.write_text(path.read_text(encoding="utf-8") + "\ntitle: 又一个名称\n", encoding="utf-8")
        with pytest.raises(PackBroken, match="title：同一处写了两次"):
            load_pack(path)


class TestExamplesRun:
    def test_what_differs_is_said(self, tmp_path: Path) -> None:
        path = changed(tmp_path)
        for old in (path.parent / "examples").iterdir():
            old.unlink()
        text = """name: 什么也没有
submitted_on: 2025-11-20
papers: []
expect: {route: ready_for_review, checks: {material-present: met, nothing: met, date-order: good}}
---
name: 写错的
submitted_on: 昨天
expect: {}
---
name: 没有写结果
submitted_on: 2025-11-20
expect: {}
"""
        (path.parent / "examples" / "a.yaml").write_text(text, encoding="utf-8")
        (path.parent / "examples" / "b.yaml").write_text("name: [", encoding="utf-8")
        first, second, third, broken = try_examples(load_pack(path))
        assert "去向应为 ready_for_review，实为 needs_correction" in first.faults[0]
        assert "material-present 应为 met，实为 unmet MAT-002" in first.faults[1]
        assert first.faults[2:] == (
            "没有名为 nothing 的检查结果",
            "date-order 的结果只能写 met、unmet、unknown 或 not_applicable，不能写 good",
        )
        assert second.faults == ("submitted_on：不是有效的日期（昨天）",)
        assert "没有写明应有的结果" in third.faults[0]
        assert "YAML" in broken.faults[0]


class TestDifferences:
    def test_none_between_equals(self) -> None:
        assert differences(EVERY[0], EVERY[0]) == ()

    def test_in_words(self, tmp_path: Path) -> None:
        before = load_pack(changed(tmp_path / "a"))
        held = yaml.safe_load(before.path.read_text(encoding="utf-8"))
        held["look_back"]["value"]["within"] = "2年"
        del held["materials"][4], held["information"]
        held["effective_to"] = "2026-12-31"
        held["checks"]["disease-supported"] = "off"
        path = changed(tmp_path / "b", **held)
        path.write_text(yaml.safe_dump(held, allow_unicode=True), encoding="utf-8")
        csv = path.parent / "catalogue.csv"
        csv.write_text(csv.read_text("utf-8").replace("帕金森病", "癫痫").replace("<18", "<14"), "utf-8")
        words = [one.words for one in differences(before, load_pack(path))]
        for wanted in (
            "施行止日由“未写”改为“2026-12-31”",
            "材料时限由“时限 1年",
            "取消 须提交的材料 5：须提交检查检验报告至少一份",
            "取消 供查看的信息 appeal：对认定结果有异议的，5 个工作日内答复",
            "检查 disease-supported 由必须改为不作",
            "目录新增病种 癫痫",
            "目录取消病种 帕金森病",
            "病种 儿童孤独症 由“居民，<18”改为“居民，<14”",
        ):
            assert any(wanted in one for one in words), wanted
        assert len(words) == 8


class TestTemplate:
    @pytest.mark.parametrize("business", ["application", "renewal", "remote-filing"])
    @pytest.mark.parametrize("region", ["330100", "500000", "360700", "430100", "659004"])
    def test_it_loads_and_what_is_to_be_filled_in_is_told(
        self, tmp_path: Path, region: str, business: Business
    ) -> None:
        pack = load_pack(begin_pack(tmp_path, "some-place", region, business, dt.date(2026, 3, 1)))
        assert {fault.code for fault in lint(pack)} == {"LINT-024"}
        assert {path.name for path in tmp_path.glob("*.json")} == {one.file for one in SCHEMAS.values()}
        compared = {fault.where for fault in lint(pack) if "没有与本地文件核对" in fault.message}
        assert {"agent", "decision_working_days"} <= compared

    @pytest.mark.parametrize(("identity", "region"), [("Hangzhou", "330100"), ("hang-zhou", "999999")])
    def test_refused(self, tmp_path: Path, identity: str, region: str) -> None:
        with pytest.raises(CannotBegin):
            begin_pack(tmp_path, identity, region, "renewal", ON)
        assert list(tmp_path.iterdir()) == []

    def test_never_over_another(self, tmp_path: Path) -> None:
        begin_pack(tmp_path, "hang-zhou", "330100", "renewal", ON)
        with pytest.raises(CannotBegin, match="已经存在"):
            begin_pack(tmp_path, "hang-zhou", "330100", "renewal", ON)
