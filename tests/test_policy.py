"""Policy packs: they load, lint clean, say where every value comes from, and hold by date."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
import yaml

from validators.lint import lint, lint_together
from validators.pack import PACKS, Pack, load_pack, load_packs, pack_in_force, rules_of
from validators.policy_errors import PackBroken, PolicyAmbiguous, PolicyNotInForce, PolicyUnknown
from validators.render import render

ON = dt.date(2025, 11, 20)
IDS = [
    "shangrao-application",
    "shaoyang-application",
    "shaoyang-remote-filing",
    "shaoyang-renewal",
    "yichun-renewal",
]


def test_the_five_policies_are_there() -> None:
    assert [pack.policy.id for pack in load_packs()] == IDS


@pytest.mark.parametrize("pack", load_packs(), ids=lambda p: p.policy.id)
def test_each_lints_clean_and_every_value_names_its_source(pack: Pack) -> None:
    assert lint(pack) == ()
    rules = rules_of(pack.policy)
    assert len(rules) >= 12
    assert all(rule.source in pack.policy.sources and rule.tier in "ABCD" for _, rule in rules)


def test_versions_do_not_overlap() -> None:
    assert lint_together(load_packs()) == ()


@pytest.mark.parametrize("pack", load_packs(), ids=lambda p: p.policy.id)
def test_render_shows_every_clause_and_source(pack: Pack) -> None:
    text = render(pack)
    assert pack.sha256 in text
    assert all(rule.clause in text for _, rule in rules_of(pack.policy))
    assert all(source.title in text for source in pack.policy.sources.values())


class TestInForce:
    def test_by_name_and_by_region(self) -> None:
        assert pack_in_force(ON, policy="yichun-renewal").policy.id == "yichun-renewal"
        assert (
            pack_in_force(ON, region="430500", business="remote-filing").policy.id == "shaoyang-remote-filing"
        )

    def test_none(self) -> None:
        with pytest.raises(PolicyUnknown, match="yichun-renewal"):
            pack_in_force(ON, policy="yichun-renew")
        with pytest.raises(PolicyNotInForce, match="2025-03-01"):
            pack_in_force(dt.date(2025, 2, 28), policy="shaoyang-renewal")

    def test_two_versions_by_date(self, tmp_path: Path) -> None:
        """The earlier ends on 2025-12-31, the later begins on 2026-01-01."""
        held = yaml.safe_load((PACKS / "yichun-renewal" / "pack.yaml").read_text(encoding="utf-8"))
        paths = []
        for start, end in (("2025-01-01", "2025-12-31"), ("2026-01-01", None)):
            folder = tmp_path / start
            folder.mkdir()
            changed = held | {"effective_from": start, "effective_to": end}
            (folder / "pack.yaml").write_text(yaml.safe_dump(changed, allow_unicode=True), encoding="utf-8")
            paths.append(folder / "pack.yaml")
        packs = [load_pack(path) for path in paths]
        for day, version in (("2025-12-31", "2025-01-01"), ("2026-01-01", "2026-01-01")):
            on = dt.date.fromisoformat(day)
            assert pack_in_force(on, policy="yichun-renewal", packs=packs).ref.version == version
        with pytest.raises(PolicyAmbiguous):
            pack_in_force(ON, policy="yichun-renewal", packs=[packs[0], packs[0]])


class TestBroken:
    def broken(self, tmp_path: Path, **changes: object) -> Path:
        held = yaml.safe_load((PACKS / "yichun-renewal" / "pack.yaml").read_text(encoding="utf-8"))
        path = tmp_path / "pack.yaml"
        path.write_text(yaml.safe_dump(held | changes, allow_unicode=True), encoding="utf-8")
        return path

    def test_all_faults_at_once_with_places(self, tmp_path: Path) -> None:
        material = {"any_of": ["id_card"]}
        rule = {"value": material, "clause": "须提交身份证", "source": "seed", "as_of": "2025", "tier": "E"}
        path = self.broken(tmp_path, materials=[rule], window_days=90)
        with pytest.raises(PackBroken) as caught:
            load_pack(path)
        text = "；".join(caught.value.faults)
        for place in (
            "materials[0].value.any_of[0]",
            "materials[0].tier",
            "materials[0].adopted",
            "window_days",
        ):
            assert place in text
        assert caught.value.code == "POLICY-001"

    def test_not_yaml(self, tmp_path: Path) -> None:
        path = tmp_path / "pack.yaml"
        path.write_text("id: [", encoding="utf-8")
        with pytest.raises(PackBroken, match="YAML"):
            load_pack(path)

    @pytest.mark.parametrize(
        ("changes", "code"),
        [
            ({"effective_to": "2024-01-01"}, "LINT-001"),
            ({"sources": {"shipped": {"title": "自定"}}}, "LINT-003"),
            ({"region": {"code": "999900", "name": "某市", "province": "某省"}}, "LINT-005"),
            ({"region": {"code": "360900", "name": "上饶市", "province": "江西省"}}, "LINT-006"),
            ({"region": {"code": "361100", "name": "上饶市", "province": "江西省"}}, "LINT-007"),
            ({"window": None}, "LINT-016"),
            ({"materials": []}, "LINT-017"),
        ],
    )
    def test_lint(self, tmp_path: Path, changes: dict[str, object], code: str) -> None:
        faults = lint(load_pack(self.broken(tmp_path, **changes)))
        assert code in {fault.code for fault in faults}
        assert all(fault.message and fault.remedy for fault in faults)


def test_the_hash_follows_the_content_not_the_line_ends(tmp_path: Path) -> None:
    text = (PACKS / "yichun-renewal" / "pack.yaml").read_bytes()
    hashes = []
    for name, content in (
        ("a", text),
        ("b", text.replace(b"\n", b"\r\n")),
        ("c", text.replace(b": 90", b": 91")),
    ):
        (tmp_path / name).mkdir()
        path = tmp_path / name / "pack.yaml"
        path.write_bytes(content)
        hashes.append(load_pack(path).sha256)
    assert hashes[0] == hashes[1] != hashes[2]
