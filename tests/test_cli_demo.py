"""``menshen demo``: which sample cases it shows, and what it says of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hand_made import images, verdict
from scripted_reader import Found, ScriptedReader

from api.cli import main
from api.commands.demo import SHOWN, chosen

READY, CORRECT, ATTEND = "ready_for_review", "needs_correction", "needs_attention"


@pytest.fixture
def cases(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Of each of five policies: two that are in order, two that are not."""
    folders = []
    for policy in "abcde":
        for number, route in enumerate((CORRECT, READY, ATTEND, READY), 1):
            folder = tmp_path / "cases" / f"{policy}-{number}"
            folder.mkdir(parents=True)
            (folder / "case.yaml").write_text(f"policy: {policy}\n")
            (folder / "expected.yaml").write_text(f"route: {route}\n")
            folders.append(folder)
    monkeypatch.setattr("api.commands.demo.SAMPLE_CASES", tmp_path / "cases")
    monkeypatch.setattr("intake.pipeline.Reader", ScriptedReader)
    monkeypatch.setenv("MENSHEN_HOME", str(tmp_path / "home"))
    return folders


def test_a_few_cases_show_every_policy_and_both_ends(cases: list[Path]) -> None:
    routes = {
        case.name: ((CORRECT,), (READY,), (ATTEND,), (READY, ATTEND))[int(case.name[-1]) - 1]
        for case in cases
    }
    names = [case.name for case in chosen(cases, routes)]
    assert len(names) == SHOWN == 8
    assert names == ["a-1", "a-2", "b-1", "b-2", "c-1", "c-2", "d-2", "e-2"]


def test_a_verdict_a_case(
    cases: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    checked: list[str] = []

    def check(_: ScriptedReader, folder: Path, **__: object) -> Found:
        checked.append(folder.name)
        return Found(verdict=verdict(folder.name), images=images())

    monkeypatch.setattr(ScriptedReader, "check", check)
    assert main(["demo"]) == 0
    shown = capfd.readouterr().out
    assert len(checked) == 8
    assert all(name in shown for name in checked)
    # every scripted verdict is "needs correction", which is expected of a-1, b-1 and c-1 alone
    assert shown.count("不一致") == 5
    assert "没有看到医院印章" in shown
    checked.clear()
    assert main(["demo", "--all", "--report", str(tmp_path / "out")]) == 0
    assert checked == [case.name for case in cases]
    assert "网页报告在" in capfd.readouterr().out


def test_without_samples(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("api.commands.demo.SAMPLE_CASES", tmp_path / "nothing")
    assert main(["demo"]) == 6
    assert "make demo" in capfd.readouterr().err
