"""What the READMEs say is so: commands, examples, settings, links, the case and the pack they show."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from api.cli import main
from intake.doorkeeping import demo_people
from intake.settings import Settings
from validators.application import Application

ROOT = Path(__file__).parents[1]
ENGLISH = (ROOT / "README.md").read_text("utf-8")
CHINESE = (ROOT / "README.zh-CN.md").read_text("utf-8")
BOTH = pytest.mark.parametrize("text", [ENGLISH, CHINESE], ids=["en", "zh-CN"])


def blocks(text: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)


def examples(text: str) -> list[str]:
    marked = text[text.index("<!-- examples") :]
    return blocks(marked, "sh")[0].splitlines()


def test_both_languages_show_the_same_examples() -> None:
    assert examples(ENGLISH) == examples(CHINESE)
    assert len(examples(ENGLISH)) >= 8


@pytest.mark.parametrize("line", examples(ENGLISH))
def test_examples_run(line: str, tmp_path: Path) -> None:
    (tmp_path / "samples").symlink_to(ROOT / "samples")
    program, *arguments = shlex.split(line)
    assert program == "menshen"
    command = [str(Path(sys.executable).with_name("menshen")), *arguments]
    user = tmp_path / "user"
    user.mkdir()
    environment = {**os.environ, "MENSHEN_HOME": str(tmp_path / "home"), "HOME": str(user)}
    environment.pop("ORT_DISABLE_TELEMETRY", None)
    ran = subprocess.run(
        command, cwd=tmp_path, env=environment, capture_output=True, timeout=300, check=False
    )
    assert ran.returncode == 0, ran.stderr.decode()
    assert ran.stdout
    if "--json" in arguments:
        assert json.loads(ran.stdout)["schema"].startswith("menshen.")
    if "--report" in arguments:
        assert [path.suffix for path in (tmp_path / "report").iterdir()] == [".html"]
    # ONNX Runtime's telemetry leaves a device id and a queue of events under ~/.cache
    assert not (user / ".cache").exists()


@BOTH
def test_commands_and_options_exist(text: str, capfd: pytest.CaptureFixture[str]) -> None:
    rows = re.findall(r"^\| `menshen (.+?)` \|", text, re.MULTILINE)
    assert len(rows) == 19
    for row in rows:
        words = row.replace("\\|", "|").split()
        parents = [word for word in words[:2] if re.fullmatch(r"[a-z|]+", word)]
        for leaf in parents[-1].split("|"):
            assert main([*parents[:-1], leaf, "--help"]) == 0
        shown = capfd.readouterr().out
        assert set(re.findall(r"--[a-z]+", row)) <= set(re.findall(r"--[a-z]+", shown))


@BOTH
def test_every_command_has_a_row(text: str, capfd: pytest.CaptureFixture[str]) -> None:
    named = set(re.findall(r"^\| `menshen ([a-z]+)", text, re.MULTILINE))
    named |= set(re.findall(r"^\| `menshen [a-z]+\\\|([a-z]+)", text, re.MULTILINE))
    assert main(["--help"]) == 0
    shown = capfd.readouterr().out.split("命令 ─", 1)[1]
    there = set(re.findall(r"^│ ([a-z]+) ", shown, re.MULTILINE))
    assert {"up", "submit", "backup"} <= there <= named


def test_both_languages_show_the_same_commands() -> None:
    def commands(text: str) -> list[str]:
        return [re.sub(r"\s+#.*", "", line) for block in blocks(text, "sh") for line in block.splitlines()]

    assert commands(ENGLISH) == commands(CHINESE)


@BOTH
def test_demo_log_ins_are_those_that_are_made(text: str) -> None:
    assert set(re.findall(r"`demo-([a-z]+)`", text)) == {role.value for role in demo_people.DEMO_NAMES}


@BOTH
def test_make_targets_exist(text: str) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = set(re.findall(r"^make ([a-z]+)|`make ([a-z]+)`", text, re.MULTILINE))
    assert {"demo", "test"} <= {a or b for a, b in named} <= targets


@BOTH
def test_local_links_lead_somewhere(text: str) -> None:
    links = [link for link in re.findall(r"\]\(([^)]+)\)", text) if "://" not in link]
    assert len(links) >= 12
    assert [link for link in links if not (ROOT / link.partition("#")[0]).is_file()] == []
    for path, _, anchor in (link.partition("#") for link in links):
        heads = re.findall(r"^#+ (.+)$", (ROOT / path).read_text("utf-8"), re.MULTILINE) if anchor else []
        assert not anchor or anchor in {head.lower().replace(" ", "-") for head in heads}


@BOTH
def test_the_case_shown_is_valid(text: str) -> None:
    case = Application.model_validate(yaml.safe_load(blocks(text, "yaml")[0]))
    assert case.policy == "shaoyang-renewal"


@BOTH
def test_the_pack_shown_is_the_shipped_one(text: str) -> None:
    shown = yaml.safe_load(blocks(text, "yaml")[1])
    path = ROOT / "validators" / "packs" / shown["id"] / "pack.yaml"
    shipped = yaml.safe_load(path.read_text("utf-8"))
    rivals = shown["window"].pop("rivals")
    assert all(rival in shipped["window"]["rivals"] for rival in rivals)
    shipped["window"].pop("rivals")
    assert shown == {name: shipped[name] for name in shown}


@BOTH
def test_settings_shown_exist_with_their_defaults(text: str) -> None:
    rows = re.findall(r"^\| (`MENSHEN_.+?) \| (.+?) \|", text, re.MULTILINE)
    named = {name for names, _ in rows for name in re.findall(r"`MENSHEN_(\w+)`", names)}
    assert {name.upper() for name in Settings.model_fields} == named
    for names, defaults in rows:
        fields = [name.lower() for name in re.findall(r"`MENSHEN_(\w+)`", names)]
        if len(fields) > 1:
            values = [float(value) for value in re.findall(r"\d+", defaults)]
            assert [Settings.model_fields[field].default for field in fields] == values


def test_files_named_in_the_architecture_exist() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    folders = [ROOT, *(folder for top in ("intake", "api") for folder in ROOT.glob(f"{top}/**/"))]
    named = set(re.findall(r"`([a-z_/]+(?:\.py|/))`", text))
    assert len(named) > 60
    assert [name for name in named if not any((folder / name).exists() for folder in folders)] == []


def test_tables_named_in_the_architecture_are_those_there_are() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    section = text.split("### Tables", 1)[1].split("###", 1)[0]
    rows = re.findall(r"^\| `([a-z]+)\.py` \| (.+) \|$", section, re.MULTILINE)
    for file, tables in rows:
        source = (ROOT / "intake" / "tables" / f"{file}.py").read_text("utf-8")
        assert re.findall(r"`([a-z_]+)`", tables) == re.findall(r'__tablename__ = "([a-z_]+)"', source)
    assert len(rows) == 6
