"""``menshen keys`` and ``menshen people`` on a fresh home folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from api.cli import main
from intake.doorkeeping.clients import authenticate
from intake.doorkeeping.sign_in import sign_in
from intake.refusals import Refused
from intake.service import open_service
from intake.service_settings import load_service_settings


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broker_url: str) -> Path:
    monkeypatch.setenv("MENSHEN_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("MENSHEN_BROKER_URL", broker_url)
    return tmp_path / "home"


def test_a_key_from_made_to_revoked(capsys: pytest.CaptureFixture[str]) -> None:
    made = ["keys", "create", "湘医保", "--role", "portal", "--region", "430500", "--days", "30"]
    assert main(made) == 0
    key = capsys.readouterr().out.strip()
    service = open_service(load_service_settings())
    assert authenticate(service, key).regions == ("430500",)
    assert main(["keys", "list"]) == 0
    told = capsys.readouterr().out
    prefix = key.split("_")[1]
    assert prefix in told
    assert key not in told
    assert main(["keys", "revoke", prefix]) == 0
    with pytest.raises(Refused):
        authenticate(service, key)
    assert main(["keys", "revoke", "nosuchid"]) == 3
    assert "ACC-030" in capsys.readouterr().err
    service.database.close()


def test_a_person_from_added_to_disabled(capsys: pytest.CaptureFixture[str]) -> None:
    added = ["people", "add", "zhang.min", "--name", "张敏", "--role", "reviewer", "--region", "430500"]
    assert main(added) == 0
    password = capsys.readouterr().out.strip()
    service = open_service(load_service_settings())
    assert sign_in(service, "zhang.min", password, "192.0.2.1").role == "reviewer"
    assert main(added) == 3
    assert main(["people", "reset", "zhang.min"]) == 0
    fresh = capsys.readouterr().out.strip()
    with pytest.raises(Refused):
        sign_in(service, "zhang.min", password, "192.0.2.1")
    assert main(["people", "disable", "zhang.min"]) == 0
    with pytest.raises(Refused):
        sign_in(service, "zhang.min", fresh, "192.0.2.1")
    assert main(["people", "enable", "zhang.min"]) == 0
    assert sign_in(service, "zhang.min", fresh, "192.0.2.1").session.complete
    capsys.readouterr()
    assert main(["people", "list"]) == 0
    assert "张敏" in capsys.readouterr().out
    service.database.close()


def test_a_hospitals_person_belongs_to_its_client(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["keys", "create", "大祥医院", "--role", "hospital", "--region", "430500"]) == 0
    person = ["people", "add", "h1", "--name", "王芳", "--role", "hospital"]
    assert main(person) == 3
    assert "ACC-022" in capsys.readouterr().err
    assert main([*person, "--hospital", "没有的医院"]) == 3
    assert main([*person, "--hospital", "大祥医院", "--sso"]) == 0
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (["keys", "create", "x", "--role", "reviewer"], 2, "角色只能是"),
        (["keys", "create", "x", "--region", "4305"], 3, "六位数字"),
        (["people", "add", "x1", "--name", "张", "--role", "portal"], 2, "角色只能是"),
        (["people", "reset", "nobody"], 3, "ACC-020"),
    ],
)
def test_what_is_wrong_is_said(
    capsys: pytest.CaptureFixture[str], arguments: list[str], status: int, words: str
) -> None:
    assert main(arguments) == status
    assert words in capsys.readouterr().err


def test_a_database_that_is_away_is_said_without_its_password(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MENSHEN_DATABASE_URL", "postgresql+psycopg://menshen:geheim@127.0.0.1:9/menshen")
    assert main(["keys", "list"]) == 6
    told = capsys.readouterr()
    assert "SET-020" in told.err
    assert "geheim" not in told.err + told.out
