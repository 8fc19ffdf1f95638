"""``menshen migrate``, ``audit verify``, ``backup``, ``restore``, ``keys rotate``: words and statuses."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from sqlalchemy import text

from api.cli import main
from intake.database import Database
from intake.safekeeping import rotation
from intake.service_settings import load_service_settings


@pytest.fixture(autouse=True)
def _home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("MENSHEN_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)


def said(capfd: pytest.CaptureFixture[str]) -> str:
    caught = capfd.readouterr()
    return caught.out + caught.err


def test_a_backup_is_made_and_restored_elsewhere(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert main(["migrate"]) == 0
    assert main(["backup", "copy"]) == 0
    assert "主密钥" in said(capfd)
    assert main(["backup", "copy"]) == 3
    assert "BACKUP-001" in said(capfd)
    monkeypatch.setenv("MENSHEN_HOME", str(tmp_path / "new"))
    assert main(["restore", "copy"]) == 3
    assert "BACKUP-007" in said(capfd)
    (tmp_path / "new" / "master.key").write_bytes((tmp_path / "home" / "master.key").read_bytes())
    assert main(["restore", "copy"]) == 0
    assert main(["audit", "verify"]) == 0
    assert "共 0 条" in said(capfd)


def test_keys_are_rotated_and_the_log_tells(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    really = rotation.rotate
    monkeypatch.setattr(
        rotation, "rotate", lambda *given, **more: really(*given, **more, late=dt.timedelta(0))
    )
    assert main(["keys", "rotate"]) == 0
    assert "停用旧密钥 1 把" in said(capfd)
    before = (tmp_path / "home" / "master.key").read_bytes()
    assert main(["keys", "rotate", "--master"]) == 0
    assert (tmp_path / "home" / "master.key").read_bytes() != before
    assert main(["audit", "verify"]) == 0
    assert "共 2 条" in said(capfd)

    database = Database(load_service_settings().database)
    with database.writing() as session:
        session.execute(text("UPDATE audit_log SET actor = 'nobody' WHERE seq = 2"))
    database.close()
    assert main(["audit", "verify"]) == 3
    assert "第 2 条" in said(capfd)


def test_a_master_key_from_the_settings_asks_for_both(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MENSHEN_MASTER_KEY", "A" * 43 + "=")
    assert main(["keys", "rotate", "--master"]) == 2
    assert "SET-012" in said(capfd)
