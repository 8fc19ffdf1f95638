"""Settings: where they come from, which wins, and what is said of wrong ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from intake.settings import Settings, SettingsRefused, load_settings


@pytest.fixture(autouse=True)
def _clean(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(f"MENSHEN_{name.upper()}", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path / "user"))
    monkeypatch.chdir(tmp_path)


def refused() -> dict[str, tuple[str, str, str]]:
    with pytest.raises(SettingsRefused) as caught:
        load_settings()
    return {f.where.split("（")[0]: (f.code, f.message, f.remedy) for f in caught.value.faults}


def test_defaults_work_on_an_empty_home(tmp_path: Path) -> None:
    settings = load_settings()
    assert settings.home == tmp_path / "user/.local/share/menshen"
    assert settings.models is None
    limits = settings.limits
    assert (limits.file_bytes, limits.pages, limits.page_pixels) == (20 * 1024**2, 100, 40_000_000)
    assert settings.max_files == 30


def test_environment_wins_over_folder_wins_over_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / "menshen.toml").write_text("max_pages = 1\nmax_files = 1\nmax_frames = 1\n")
    (tmp_path / "menshen.toml").write_text('home = "home"\nmax_pages = 2\nmax_files = 2\n')
    monkeypatch.setenv("MENSHEN_MAX_PAGES", "3")
    settings = load_settings()
    assert (settings.max_pages, settings.max_files, settings.max_frames) == (3, 2, 1)
    assert settings.home == home


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("max_pages", "abc", "须为整数"),
        ("max_pages", "0", "须不小于 1"),
        ("max_file_mb", "-1", "须大于 0"),
        ("max_file_mb", "nan", "须不大于 1000"),
        ("max_megapixels", "100000", "须不大于 500"),
    ],
)
def test_wrong_values(name: str, value: str, message: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(f"MENSHEN_{name.upper()}", value)
    assert refused()[name][:2] == ("SET-002", message)


def test_every_fault_is_told_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "menshen.toml").write_text("max_pagez = 3\nmax_files = 'x'\n")
    monkeypatch.setenv("MENSHEN_MAX_RATIO", "?")
    faults = refused()
    assert set(faults) == {"max_pagez", "max_files", "max_ratio"}
    assert faults["max_pagez"] == ("SET-003", "没有这一项", "是否应为 max_pages？")


@pytest.mark.parametrize("content", [b"max_pages = ", b"\xff\xfe\x00", b"[a\n"])
def test_broken_toml(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "menshen.toml").write_bytes(content)
    assert refused()["menshen.toml"][0] == "SET-001"


def test_settings_of_the_service_may_share_the_file(tmp_path: Path) -> None:
    (tmp_path / "menshen.toml").write_text('vault_url = "s3://bucket/prefix"\nmax_pages = 7\n')
    assert load_settings().max_pages == 7
