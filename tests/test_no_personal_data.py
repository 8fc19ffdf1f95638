"""After a whole run no name, number or file name of a sample stands anywhere it could be read: not in logs,
metrics, messages, addresses, file names, nor in any byte the service left on disk."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

import httpx2
import pytest
import yaml
from processes import STARTED, up
from redis import Redis
from services import free_port, wait_for

from intake.actors import SYSTEM, Role
from intake.database import Database
from intake.doorkeeping.clients import KeyRequest, create_key
from intake.safekeeping.migrate import migrate
from intake.service import open_service
from intake.service_settings import ServiceSettings

CASES = Path(__file__).parent.parent / "samples" / "cases"
WRITTEN_NAME = "赵彩凤的病历（身份证430503196703124514）.png"


@dataclass(frozen=True, slots=True)
class Run:
    """What a run left: texts by where they were seen, and the home it ran in."""

    home: Path
    texts: dict[str, str]
    secrets: tuple[str, ...]


def a_case() -> Path:
    """The sample case with the fewest bytes that is not refused."""
    folders = [path for path in CASES.iterdir() if (path / "case.yaml").is_file()]
    return min(folders, key=lambda folder: sum(path.stat().st_size for path in folder.iterdir()))


def stated(folder: Path) -> dict[str, Any]:
    told: dict[str, Any] = yaml.load((folder / "case.yaml").read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - only text
    told.pop("files", None)
    return told


def papers(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.iterdir()) if path.suffix not in (".yaml", ".md")]


def secrets_of(case: dict[str, Any]) -> tuple[str, ...]:
    """Names, numbers and file names of the sample, and what was made up for this run."""
    applicant = case["applicant"]
    found = {applicant["name"], applicant["id_number"], WRITTEN_NAME, "赵彩凤", "430503196703124514"}
    agent = applicant.get("agent") or {}
    return tuple(sorted(found | {value for value in agent.values() if value}))


def key_for(home: Path) -> str:
    settings = ServiceSettings(home=home)
    settings.home.mkdir(exist_ok=True)
    database = Database(settings.database)
    migrate(database)
    database.close()
    service = open_service(settings)
    made = create_key(service, SYSTEM, KeyRequest("门户", Role.PORTAL))
    service.database.close()
    return made.key


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    home, folder = tmp_path_factory.mktemp("run") / "home", a_case()
    case, port = stated(folder), free_port()
    key = key_for(home)
    texts: dict[str, str] = {}
    with up(home, port=port, threads=1, bulk_workers=0) as running:
        wait_for(running.ready, STARTED)
        headers = {"Authorization": f"Bearer {key}"}
        with httpx2.Client(base_url=f"http://127.0.0.1:{port}", headers=headers, timeout=60) as client:
            answers = list(drive(client, case, papers(folder)))
        texts["metrics"] = httpx2.get(f"http://127.0.0.1:{port}/metrics").text
        texts["addresses"] = "\n".join(answers)
        texts["broker"] = "\n".join(everything_in(Redis(unix_socket_path=str(home / "run" / "redis.sock"))))
        running.interrupt()
        texts["log"] = running.said()
    return Run(home, texts, secrets_of(case))


def drive(client: httpx2.Client, case: dict[str, Any], files: list[Path]) -> Iterator[str]:
    """A whole case, with mistakes on the way; gives every address the service answered with."""
    opened = client.post("/v1/cases", json={**case, "channel": "counter"}, headers={"Idempotency-Key": "k-1"})
    assert opened.status_code == 201, opened.text
    place = f"/v1/cases/{opened.json()['id']}"
    client.post(
        "/v1/cases", json={**case, "applicant": {**case["applicant"], "id_number": "430503196703124515"}}
    )
    client.post("/v1/cases", content=b'{"applicant": {"name": "\xe8\xb5\xb5\xe5\xbd\xa9\xe5\x87\xa4"')
    client.get(f"/v1/{quote(WRITTEN_NAME)}")
    client.get(f"{place}?name={quote(WRITTEN_NAME)}")
    for number, path in enumerate(files):
        name = WRITTEN_NAME if number == 0 else path.name
        added = client.post(f"{place}/files", files={"file": (name, path.read_bytes())})
        assert added.status_code == 201, added.text
    client.post(f"{place}/files", files={"file": (f"broken-{WRITTEN_NAME}", b"\x89PNG\r\n\x1a\n no picture")})
    client.post("/v1/precheck", files={"file": (WRITTEN_NAME, files[0].read_bytes())})
    assert client.post(f"{place}/submit").status_code == 202
    end = time.monotonic() + 240
    while (view := client.get(place).json())["state"] not in ("checked", "stuck"):
        assert time.monotonic() < end, view["state"]
        time.sleep(0.5)
    assert view["state"] == "checked"
    for answer in (opened, client.get("/v1/cases")):
        yield str(answer.url)
        yield from (f"{name}: {value}" for name, value in answer.headers.items())


def everything_in(broker: Redis) -> Iterator[str]:
    """Every key of the broker with what it holds, whatever its type."""
    for key in broker.scan_iter():
        yield key.decode()
        yield repr(broker.dump(key))
        kind = broker.type(key)
        if kind == b"list":
            yield json.dumps([one.decode(errors="replace") for one in broker.lrange(key, 0, -1)])


def spellings(secret: str) -> Iterable[bytes]:
    """How ``secret`` may be written: as text, in JSON, in an address, in Chinese code pages."""
    yield secret.encode()
    yield json.dumps(secret)[1:-1].encode()
    yield quote(secret).encode()
    for encoding in ("utf-16-le", "gb18030"):
        yield secret.encode(encoding)


def found_in(data: bytes, secrets: Iterable[str]) -> list[str]:
    return [secret for secret in secrets for spelling in spellings(secret) if spelling in data]


@pytest.mark.parametrize("where", ["log", "metrics", "addresses", "broker"])
def test_nothing_personal_was_written_or_told(run: Run, where: str) -> None:
    assert len(run.texts[where]) > 100
    assert found_in(run.texts[where].encode(), run.secrets) == []


def test_no_log_or_message_holds_a_number_or_chinese_text_of_a_page(run: Run) -> None:
    events = [line for line in run.texts["log"].splitlines() if line.startswith("{")]
    assert events
    assert "menshen_cases{" in run.texts["metrics"]
    for text in (*events, run.texts["broker"], run.texts["metrics"]):
        assert re.findall(r"(?<![0-9a-f.])\d{17}[\dXx](?![0-9a-f])", text) == []
        assert re.findall(r"[\u4e00-\u9fff]{2,}", text) == []


def test_no_file_name_tells_anything(run: Run) -> None:
    names = "\n".join(str(path.relative_to(run.home)) for path in run.home.rglob("*"))
    assert "vault" in names
    assert "menshen.db" in names
    assert found_in(names.encode(), run.secrets) == []
    assert re.findall(r"\.(?:png|jpe?g|pdf)$", names, re.MULTILINE) == []


def test_no_byte_on_disk_can_be_read(run: Run) -> None:
    files = [path for path in run.home.rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) > 100_000
    told = {str(path.relative_to(run.home)): found_in(path.read_bytes(), run.secrets) for path in files}
    assert {path: found for path, found in told.items() if found} == {}


@pytest.mark.parametrize("spelling", list(spellings("赵彩凤")))
def test_the_search_finds_every_spelling(spelling: bytes) -> None:
    assert found_in(b"\0before" + spelling + b"after", ["赵彩凤", "刘秀英"]) == ["赵彩凤"]
