"""Who should be reminded to renew, by the command: masked, by region, with the policy's own window."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from typing import Any

import pytest
from builders import NAME, NUMBER, OTHER_NAME, OTHER_NUMBER

from api import cli
from intake.entitlements import OF_REGISTER, Holder, row_of
from intake.reminders import all_expiring
from intake.service import Service

D = dt.date
ON = "2025-11-20"


@pytest.fixture
def here(service: Service, monkeypatch: pytest.MonkeyPatch) -> Service:
    """The service as the command line finds it, with qualifications in two cities."""
    monkeypatch.setenv("MENSHEN_HOME", str(service.settings.home))
    monkeypatch.setenv("MENSHEN_BROKER_URL", str(service.settings.broker_url))
    enter(service, NAME, NUMBER, "高血压病3级", "430503", D(2025, 12, 10))
    enter(service, OTHER_NAME, OTHER_NUMBER, "冠心病", "360902", D(2026, 1, 19))
    enter(service, NAME, NUMBER, "=1+1", "430503", D(2026, 1, 10))
    enter(service, NAME, NUMBER, "冠心病", "430503", D(2026, 1, 20))  # 61 days
    enter(service, OTHER_NAME, OTHER_NUMBER, "高血压病3级", "430502", D(2025, 11, 19))  # over
    return service


def enter(service: Service, name: str, number: str, disease: str, region: str, until: D) -> None:
    holder = Holder(name, number, disease)
    with service.database.writing() as session:
        session.add(row_of(service.sealer, holder, source=OF_REGISTER, region=region, valid_until=until))


def told(capture: pytest.CaptureFixture[bytes], *arguments: str) -> bytes:
    assert cli.main(["reminders", "--on", ON, *arguments]) == 0
    return capture.readouterr().out


def entries(capture: pytest.CaptureFixture[bytes], *arguments: str) -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = json.loads(told(capture, "--json", *arguments))["entries"]
    return listed


def test_when_each_window_opens_and_closes(here: Service, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    first, second, third = entries(capfdbinary)
    assert first == {
        "name": f"{NAME[0]}**",
        "id_number": "430***********4514",
        "disease": "高血压病3级",
        "region": "430503",
        "valid_until": "2025-12-10",
        "days_left": 20,
        "renew_from": "2025-11-10",  # Shaoyang: 30 days before
        "renew_until": "2025-12-10",
        "advised_by": first["advised_by"],
        "standing": "可办理",
    }
    # Shaoyang: 2026-01-10 − 30 = 2025-12-11. Yichun: 2026-01-19 − 90 = 2025-10-21
    assert (second["renew_from"], second["standing"]) == ("2025-12-11", "未到办理期")
    assert (third["region"], third["renew_from"], third["standing"]) == ("360902", "2025-10-21", "可办理")


@pytest.mark.parametrize(
    ("arguments", "count"),
    [
        ((), 3),
        (("--within", "61"), 4),
        (("--within", "20"), 1),
        (("--within", "19"), 0),
        (("--region", "430500"), 2),
        (("--region", "430000"), 2),
        (("--region", "430503"), 2),
        (("--region", "430502"), 0),
        (("--region", "360900"), 1),
    ],
)
def test_by_days_and_region(
    here: Service, capfdbinary: pytest.CaptureFixture[bytes], arguments: tuple[str, ...], count: int
) -> None:
    assert len(entries(capfdbinary, *arguments)) == count


def test_a_sheet_that_opens_in_a_spreadsheet_and_runs_nothing(
    here: Service, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    data = told(capfdbinary, "--format", "csv")
    assert data.startswith(b"\xef\xbb\xbf")
    head, *rows = csv.reader(io.StringIO(data.decode("utf-8-sig")))
    assert head[:3] == ["姓名", "身份证号", "病种"]
    assert [row[2] for row in rows] == ["高血压病3级", "'=1+1", "冠心病"]


@pytest.mark.parametrize("form", ["table", "csv", "json"])
def test_no_form_shows_whole_names_or_numbers(
    here: Service, capfdbinary: pytest.CaptureFixture[bytes], form: str
) -> None:
    text = told(capfdbinary, "--format", form, "--within", "3650").decode()
    assert "高血压病3级" in "".join(text.split())
    for secret in (NAME, NUMBER, OTHER_NAME, OTHER_NUMBER):
        assert secret not in text


def test_what_is_not_there_is_said(here: Service, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["reminders", "--on", ON, "--within", "0"]) == 0
    assert "没有到期的待遇" in capsys.readouterr().err
    assert cli.main(["reminders", "--region", "邵阳"]) == 2
    assert cli.main(["reminders", "--on", "明天"]) == 2


def test_every_page_is_told_once(service: Service) -> None:
    for day in range(250):
        enter(service, NAME, NUMBER, f"病种{day}", "430503", D(2025, 12, 1) + dt.timedelta(days=day % 3))
    found = all_expiring(service, within_days=60, on=D(2025, 11, 20))
    assert len({entry.id for entry in found}) == len(found) == 250
    assert [entry.valid_until for entry in found] == sorted(entry.valid_until for entry in found)
