"""What lint and the page to sign say of recognition standards."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from builders import application

from validators.evidence.standards import load_standards
from validators.lint_standards import lint_standards
from validators.pack import Pack, load_packs, pack_in_force
from validators.render import render

HEAD = "title: 测试认定标准\nsource: 测试\nas_of: 2025\ntier: C\ndiseases:\n"


def with_own(tmp_path: Path, entry: str) -> Pack:
    """The pack of Shangrao with a standards file of its own in place of the shared one."""
    path = tmp_path / "own.yaml"
    path.write_text(HEAD + entry, encoding="utf-8")
    pack = pack_in_force(application().submitted_on, policy="shangrao-application")
    rule = pack.policy.standards[0].model_copy(update={"value": "own"})
    policy = pack.policy.model_copy(update={"standards": (rule,)})
    return dataclasses.replace(
        pack, policy=policy, standards=(load_standards(path),), path=tmp_path / "pack.yaml"
    )


@pytest.mark.parametrize(
    ("disease", "require", "code", "line"),
    [
        ("痛疯病", "{age: {at_most: 14}}", "LINT-040", 6),
        ("痛风", "{value: {item: 尿酸, above: 416 g/L}}", "LINT-041", 8),
        ("痛风", "{value: {item: 尿酸, by_sex: {男: {above: 7 个}}}}", "LINT-041", 8),
        ("痛风", "{value: {item: 尿酸, above: 500 μmol/L, below: 400 μmol/L}}", "LINT-042", 8),
        ("痛风", "{value: {item: 糖化血红, at_least: 6.5 %}}", "LINT-043", 8),
    ],
)
def test_a_doubtful_standard(tmp_path: Path, disease: str, require: str, code: str, line: int) -> None:
    pack = with_own(tmp_path, f"  - disease: {disease}\n    clause: 测试条件\n    require: {require}\n")
    found = list(lint_standards(pack))
    assert [(fault.code, fault.line) for fault in found] == [(code, line)]
    assert found[0].file == tmp_path / "own.yaml"


def test_sound_standards_have_no_faults(tmp_path: Path) -> None:
    sound = "  - disease: 痛风\n    clause: 测试条件\n    require: {value: {item: 尿酸, above: 7 mg/dL}}\n"
    assert list(lint_standards(with_own(tmp_path, sound))) == []
    assert [fault for pack in load_packs() for fault in lint_standards(pack)] == []


def test_the_page_tells_every_standard_with_its_tier() -> None:
    page = render(pack_in_force(application().submitted_on, policy="shangrao-application"))
    assert "## 病种认定标准" in page
    assert "| B-，尚未采用 |" in page
    assert "血肌酐 ≥ 707 μmol/L，不少于 2 次" in page
