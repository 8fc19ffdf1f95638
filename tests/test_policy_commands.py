"""``menshen policy``: exit statuses, words, one JSON document on standard output."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from api.cli import main
from validators.pack_roots import use_packs

EXAMPLES = Path(__file__).parents[1] / "examples"


@pytest.fixture(autouse=True)
def _own_packs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The bureau's own folder is ``tmp_path / own``, with one pack of the examples."""
    shutil.copytree(EXAMPLES / "leshan-application", tmp_path / "own" / "leshan-application")
    monkeypatch.setenv("MENSHEN_PACKS", str(tmp_path / "own"))
    monkeypatch.setenv("MENSHEN_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    yield
    use_packs(None)


def told(capfd: pytest.CaptureFixture[str], *arguments: str, status: int = 0) -> Any:
    """The one JSON document of a command."""
    assert main(["policy", *arguments, "--json"]) == status
    return json.loads(capfd.readouterr().out)


def test_list(capfd: pytest.CaptureFixture[str]) -> None:
    policies = told(capfd, "list")["policies"]
    assert {"leshan-application": False, "yichun-renewal": True}.items() <= {
        one["id"]: one["shipped"] for one in policies
    }.items()
    assert main(["policy", "list"]) == 0
    assert "乐山市门诊慢特病资格申请（示例）（自备）" in capfd.readouterr().out
    assert main(["policy", "--packs", str(EXAMPLES), "list"]) == 0
    assert "baoji-renewal" in capfd.readouterr().out


def test_show(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["policy", "show", "leshan-application"]) == 0
    assert "申请表须由两名副主任医师及以上职称的专家出具一致意见" in capfd.readouterr().out
    assert main(["policy", "show", "leshan-application@2025-01-01", "--format", "html", "-o", "页.html"]) == 0
    page = (tmp_path / "页.html").read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert "@media print" in page
    values = told(capfd, "show", "leshan-application")["policies"][0]["values"]
    assert {"look_back", "conditions.certificate-title"} <= {value["where"] for value in values}
    assert main(["policy", "show", "nowhere"]) == 3
    assert "leshan-application@2025-01-01" in capfd.readouterr().err
    assert main(["policy", "show", "leshan-application@1999-01-01"]) == 3


def test_new_fill_in_lint_test(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    begin = ["policy", "new", "ganzhou-application", "--region", "360700", "--business", "application"]
    assert main([*begin, "--from", "2026-01-01"]) == 0
    assert main([*begin, "--from", "2026-01-01"]) == 5
    path = tmp_path / "own" / "ganzhou-application" / "pack.yaml"
    assert (
        told(capfd_after(capfd), "lint", "ganzhou-application", status=5)["faults"][0]["code"] == "LINT-024"
    )
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("【", "").replace("】", ""), encoding="utf-8")
    example = path.parent / "examples" / "sound.yaml"
    example.write_text(example.read_text("utf-8").replace("【病种名称】", "冠心病"), encoding="utf-8")
    assert told(capfd, "lint", "ganzhou-application") == {
        "schema": "menshen.policy-lint/1",
        "packs": 1,
        "faults": [],
    }
    assert [one["passed"] for one in told(capfd, "test", "ganzhou-application")["examples"]] == [True]
    assert main([*begin[:2], "Ganzhou", *begin[3:]]) == 5
    assert main([*begin, "--from", "明天"]) == 2


def capfd_after(capfd: pytest.CaptureFixture[str]) -> pytest.CaptureFixture[str]:
    """With what was shown so far taken away."""
    capfd.readouterr()
    return capfd


def test_lint_says_where(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "own" / "leshan-application" / "pack.yaml"
    text = path.read_text(encoding="utf-8")
    line = next(i for i, held in enumerate(text.splitlines(), 1) if held.startswith("effective_from"))
    path.write_text(text.replace("effective_from: 2025-01-01", "effective_from: 昨天"), encoding="utf-8")
    (fault,) = told(capfd, "lint", "leshan-application", status=5)["faults"]
    assert (fault["code"], fault["line"], fault["where"]) == ("POLICY-001", line, "effective_from")
    assert fault["message"] == "不是有效的日期（昨天）。"
    assert main(["policy", "lint"]) == 5
    assert f"pack.yaml:{line}：effective_from" in capfd.readouterr().out
    assert main(["policy", "test", "leshan-application"]) == 5
    assert main(["policy", "list"]) == 5
    assert main(["policy", "lint", "nowhere"]) == 2


def test_a_failing_example(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "own" / "leshan-application" / "pack.yaml"
    path.write_text(path.read_text("utf-8").replace("within: 1年", "within: 2年"), encoding="utf-8")
    assert main(["policy", "test", "leshan-application"]) == 5
    shown = capfd.readouterr().out
    assert "report-recent 应为 unmet DATE-002，实为 met" in shown
    assert "5 个相符，1 个不符" in shown
    assert main(["policy", "test", str(EXAMPLES), str(EXAMPLES)]) == 0


def test_diff(capfd: pytest.CaptureFixture[str]) -> None:
    changes = told(capfd, "diff", "shaoyang-application", "leshan-application")["changes"]
    assert any(one["where"] == "signature_count" and one["change"] == "added" for one in changes)
    assert main(["policy", "diff", "leshan-application", str(EXAMPLES / "leshan-application")]) == 0
    assert "两个政策包的规定相同" in capfd.readouterr().out


def test_adopt(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    act = ["--by", "乐山市医保局 张某", "--document", "某医保发〔2026〕1号", "--on", "2026-01-05"]
    assert main(["policy", "adopt", "leshan-application", "information.appeal", *act]) == 0
    assert (tmp_path / "own" / "leshan-application" / "adoptions.yaml").is_file()
    assert main(["policy", "show", "own/leshan-application"]) == 0
    assert "已采用：乐山市医保局 张某，某医保发〔2026〕1号，2026-01-05" in capfd.readouterr().out
    assert main(["policy", "lint", "leshan-application"]) == 0
    assert main(["policy", "adopt", "leshan-application", "no_such_value", *act]) == 5
    assert main(["policy", "adopt", "leshan-application", "look_back", *act[:-1], "2026-13-01"]) == 2


def test_adopting_of_a_shipped_pack_makes_a_copy_of_its_own(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    act = ["--by", "上饶市医保局", "--document", "某医保发〔2026〕2号", "--on", "2026-01-05"]
    assert main(["policy", "adopt", "shangrao-application", "no_such_value", *act]) == 5
    assert main(["policy", "adopt", "shangrao-application", "agent", "--by", "x", *act[2:]]) == 2
    assert not (tmp_path / "own" / "shangrao-application").exists()  # a refusal leaves nothing behind
    assert main(["policy", "adopt", "shangrao-application", "agent", *act]) == 0
    assert (tmp_path / "own" / "shangrao-application" / "adoptions.yaml").is_file()
    capfd.readouterr()
    (policy,) = told(capfd, "show", "own/shangrao-application")["policies"]
    (agent,) = [value for value in policy["values"] if value["where"] == "agent"]
    assert agent["adopted"] == "已采用：上饶市医保局，某医保发〔2026〕2号，2026-01-05"


def test_schema(capfd: pytest.CaptureFixture[str]) -> None:
    for of, key in (("pack", "look_back"), ("example", "papers"), ("standards", "diseases")):
        assert main(["policy", "schema", of]) == 0
        assert key in json.loads(capfd.readouterr().out)["properties"]
