"""``menshen doctor``: says what is missing and how to mend it; 6 where something needed is."""

from __future__ import annotations

from pathlib import Path

import pytest

from api.cli import main


@pytest.fixture(autouse=True)
def _home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MENSHEN_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("MENSHEN_MODELS", raising=False)


def test_all_is_well_on_an_empty_home(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["doctor"]) == 0
    shown = capfd.readouterr().out
    for words in ("Python：3.11", "PP-OCRv6_small_det sha256", "可写", "政策包：5 个", "可以使用。"):
        assert words in shown
    assert "✕" not in shown
    # the reader looks for its models there
    assert [path.name for path in (tmp_path / "home").iterdir()] == ["models"]


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("MENSHEN_MODELS", "/nowhere", "缺少 inference.onnx"),
        ("MENSHEN_HOME", "/dev/null/home", "不可写"),
        ("MENSHEN_MAX_FILES", "x", "须为整数"),
    ],
)
def test_what_is_missing(
    name: str, value: str, words: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(name, value)
    assert main(["doctor"]) == 6
    shown = capfd.readouterr().out
    assert words in shown
    assert "→" in shown
    assert "政策包" in shown  # one thing missing hides no other
