"""The command line with scripted readers: exit statuses, clean standard output, words for people."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hand_made import NUMBER, reading
from json_schemas import faults
from scripted_reader import Found, ScriptedReader

from api.cli import main
from api.terminal import progress_bar
from intake.case import CaseRefused, open_case

ROOT = Path(__file__).parents[1]


@pytest.fixture(autouse=True)
def _scripted(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("intake.pipeline.Reader", ScriptedReader)
    monkeypatch.setenv("MENSHEN_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    ScriptedReader.asked.clear()
    for name in ("出院小结.jpg", "报告.pdf"):
        (tmp_path / name).write_bytes(b"x")


def answer(capfd: pytest.CaptureFixture[str]) -> tuple[Any, str]:
    """The one JSON document of standard output, and standard error."""
    caught = capfd.readouterr()
    return json.loads(caught.out), caught.err


def test_read_json_is_alone_on_standard_output(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["read", "出院小结.jpg", "--json"]) == 0
    document, said = answer(capfd)
    assert faults("reading", document) == []
    assert [one["file"] for one in document["documents"]] == ["出院小结.jpg"]
    assert "loading models" in said
    assert "a library in C says hello" in said


def test_a_refused_file_stops_no_other(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["read", "报告.pdf", "没有.jpg", ".", "出院小结.jpg", "--json"]) == 3
    document, _ = answer(capfd)
    assert faults("reading", document) == []
    codes = {one["file"]: (one["refused"] or {}).get("code") for one in document["documents"]}
    assert codes == {"出院小结.jpg": None, "报告.pdf": "FILE-002", "没有.jpg": "FILE-101", ".": "FILE-102"}


def test_files_stand_in_the_order_given_even_twice(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["read", "没有.jpg", "出院小结.jpg", "a/没有.jpg", "出院小结.jpg", "没有.jpg", "--json"]) == 3
    document, _ = answer(capfd)
    names = [one["file"] for one in document["documents"]]
    assert names == ["没有.jpg", "出院小结.jpg", "a/没有.jpg", "出院小结.jpg", "没有.jpg"]


def test_no_models_are_loaded_where_nothing_can_be_read(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["read", "没有.jpg", ".", "--json"]) == 3
    document, said = answer(capfd)
    assert faults("reading", document) == []
    assert document["engine"]["models"] == {}
    assert "loading models" not in said


def test_names_that_no_file_can_bear(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "circle").symlink_to("circle")
    paths = ["案" * 300, "报告.pdf/x.jpg", "circle", "\udcff.jpg"]
    assert main(["read", *paths, "--json"]) == 3
    document, _ = answer(capfd)
    assert [one["refused"]["code"] for one in document["documents"]] == ["FILE-101"] * 4


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every folder")
def test_a_name_under_a_folder_that_may_not_be_entered(
    capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "locked").mkdir(mode=0)
    assert main(["read", "locked/x.jpg", "--json"]) == 3
    document, _ = answer(capfd)
    assert [one["refused"]["code"] for one in document["documents"]] == ["FILE-103"]


def test_names_with_markup_or_numbers_on_a_terminal(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "200")
    with progress_bar(2) as bar:
        bar.item(f"[red]{NUMBER}\x07")
        bar.step(f"正在读取 a[/b]{NUMBER}.jpg", 0, 1)
    said = capfd.readouterr().err
    assert "[red]430***********4512" in said
    assert "正在读取 a[/b]430***********4512.jpg" in said
    assert "\x07" not in said
    assert main(["check", f"[/b]{NUMBER}", f"bad {NUMBER}"]) == 3
    caught = capfd.readouterr()
    assert "打不开案件 bad 430***********4512" in caught.err
    assert "430***********4512" in caught.out
    assert NUMBER not in caught.out + caught.err


def test_numbers_in_the_names_of_papers(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    paper = dataclasses.replace(reading().documents[0], file=f"{NUMBER}.jpg")
    Path(f"{NUMBER}.jpg").write_bytes(b"x")
    found = Found(dataclasses.replace(reading(), documents=(paper,)))
    monkeypatch.setattr(ScriptedReader, "read", lambda *_, **__: found)
    assert main(["read", f"{NUMBER}.jpg", f"{NUMBER}.png"]) == 3
    shown = capfd.readouterr().out
    assert NUMBER not in shown
    assert "430***********4512.jpg" in shown
    assert "430***********4512.png" in shown
    assert main(["read", f"{NUMBER}.jpg", "--json"]) == 0
    assert f"{NUMBER}.jpg" in capfd.readouterr().out


def test_lint_tells_of_two_versions_in_force_on_one_day(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    text = (ROOT / "validators/packs/yichun-renewal/pack.yaml").read_text("utf-8")
    paths = []
    for year in ("2025", "2026"):
        path = tmp_path / year / "pack.yaml"
        path.parent.mkdir()
        path.write_text(text.replace("effective_from: 2025", f"effective_from: {year}"), "utf-8")
        paths.append(str(path))
    assert main(["policy", "lint", paths[0], paths[0]]) == 0
    assert main(["policy", "lint", *paths]) == 5
    assert "LINT-010" in capfd.readouterr().out
    assert main(["policy", "lint", "案" * 300]) == 2


def test_read_for_people(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["read", "出院小结.jpg", "报告.pdf"]) == 3
    shown = capfd.readouterr().out
    for words in (
        "出院小结（出院记录）",
        "邵阳市某某医院",
        "画面模糊",
        "看不清是否签名",
        "FILE-002",
        "血糖 7.8",
    ):
        assert words in shown
    assert NUMBER not in shown
    assert "430***********4512" in shown


def test_check_json(capfd: pytest.CaptureFixture[str]) -> None:
    status = main(["check", "案件-01", "案件-02", "--policy", "x", "--on", "2025-11-20", "--json"])
    assert status == 0
    document, _ = answer(capfd)
    assert faults("verdict", document) == []
    assert [case["case"] for case in document["cases"]] == ["案件-01", "案件-02"]
    assert [(one["policy"], one["on"]) for one in ScriptedReader.asked] == [("x", dt.date(2025, 11, 20))] * 2
    assert not any(one["keep_images"] for one in ScriptedReader.asked)


def test_a_case_that_cannot_be_opened_stops_no_other(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "bad-1", "案件-02", "bad-3", "--json"]) == 3
    document, said = answer(capfd)
    assert faults("verdict", document) == []
    assert [case["case"] for case in document["cases"]] == ["案件-02"]
    assert [case["case"] for case in document["refused"]] == ["bad-1", "bad-3"]
    assert "打不开案件 bad-1" in said
    assert "case.yaml：没有。请放入。（CASE-003）" in said


def test_an_unknown_policy_is_told_with_the_known_ones(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "案件-01", "--policy", "nowhere"]) == 3
    assert "shaoyang-renewal" in capfd.readouterr().err


def test_check_for_people(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "案件-01"]) == 0
    shown = capfd.readouterr().out
    places = [
        shown.index(words) for words in ("不符合", "无法判断", "医院为二级", "不适用：代办手续", "请申请人：")
    ]
    assert places == sorted(places)
    assert "需申请人补正" in shown
    assert NUMBER not in shown


def test_report(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "案件-01", "案件-02", "--report", "out", "--json"]) == 0
    document, said = answer(capfd)
    assert len(document["cases"]) == 2
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["案件-01.html", "案件-02.html"]
    assert "案件-02.html" in said
    assert all(one["keep_images"] for one in ScriptedReader.asked)


def test_a_report_folder_that_cannot_be_used(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "案件-01", "--report", "报告.pdf"]) == 2
    assert "报告.pdf" in capfd.readouterr().err
    assert ScriptedReader.asked == []


def test_missing_models(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "models", "--json"]) == 6
    caught = capfd.readouterr()
    assert caught.out == ""
    assert "menshen doctor" in caught.err


def test_wrong_settings(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("MENSHEN_MAX_PAGES", "many")
    assert main(["check", "案件-01", "--json"]) == 2
    caught = capfd.readouterr()
    assert caught.out == ""
    assert "MENSHEN_MAX_PAGES" in caught.err
    assert "须为整数" in caught.err


def test_a_bug_is_loud() -> None:
    with pytest.raises(ZeroDivisionError):
        main(["check", "bug"])


def test_interrupted(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "stop"]) == 130
    assert "已中断" in capfd.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["check"], "缺少：案件文件夹"),
        (["read"], "缺少：文件"),
        (["check", "x", "--jso"], "没有这个选项：--jso"),
        (["chek", "x"], "chek"),
        (["check", "x", "--on", "20.11.2025"], "日期须写作 2025-11-20"),
        (["check", "x", "--on", "2025-02-30"], "日期须写作 2025-11-20"),
        (["policy", "shw"], "shw"),
    ],
)
def test_usage(arguments: list[str], words: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    caught = capfd.readouterr()
    assert caught.out == ""
    assert words in caught.err


@pytest.mark.parametrize(
    "command",
    ["", "demo", "read", "check", "policy", "policy list", "policy show", "policy lint", "doctor"],
)
def test_help_has_examples(command: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert main([*command.split(), "--help"]) == 0
    shown = capfd.readouterr().out
    assert f"menshen {command}".strip() in shown[shown.index("示例") :]


def test_help_loads_nothing_heavy() -> None:
    """Within 0.5 s: measured 0.2 s, of which none may go to the reader's libraries."""
    code = "import api.cli, sys; print(*sorted(sys.modules))"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    heavy = {"numpy", "cv2", "pydantic", "yaml", "paddleocr", "onnxruntime", "jinja2", "PIL"}
    assert heavy & set(loaded.stdout.split()) == set()


def test_a_paper_cannot_steer_the_terminal(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    name = "\x1b[2J[red]李[/red]\x07\u202e建国"
    monkeypatch.setattr(ScriptedReader, "read", lambda *_, **__: Found(reading(name)))
    assert main(["read", "出院小结.jpg", "报告.pdf"]) == 3
    shown = capfd.readouterr().out
    assert "[2J[red]李[/red]建国" in shown
    assert not {"\x1b", "\x07", "\u202e"} & set(shown)


def test_a_case_folder_is_really_opened(tmp_path: Path) -> None:
    """The scripted refusal above has the shape of a real one."""
    with pytest.raises(CaseRefused) as caught:
        open_case(tmp_path)
    assert [fault.code for fault in caught.value.faults] == ["CASE-003"]
