"""A register over HTTP: what it is asked, and every way in which it may not answer."""

from __future__ import annotations

import datetime as dt
import json
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from builders import NAME, NUMBER, application, document
from services import free_port

from intake.registers.ask import ask_registers, question
from intake.registers.asking import Asked, RegisterDown
from intake.registers.breaker import Breaker
from intake.registers.http import HttpRegister
from intake.service import Service
from intake.service_settings import load_service_settings
from intake.settings import SettingsRefused
from ocr.types import DocumentKind
from validators.register import InsuredPerson, Physician, Qualification, Silent

ASKED = Asked(NAME, NUMBER, ("邵阳市中心医院",), ("周明德",))
PERSON = {"name": NAME, "id_number": NUMBER, "insured_place": "邵阳市", "insurance": "employee"}


@dataclass
class Other:
    """The other system: what it answers, and what it was asked."""

    url: str = ""
    answer: Callable[[BaseHTTPRequestHandler], None] | None = None
    status: int = 200
    body: Any = None
    asked: list[tuple[str, dict[str, str], Any]] = field(default_factory=list)


@pytest.fixture
def other() -> Iterator[Other]:
    held = Other()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers["content-length"])
            held.asked.append((self.path, dict(self.headers), json.loads(self.rfile.read(length))))
            if held.answer:
                held.answer(self)
                return
            data = held.body if isinstance(held.body, bytes) else json.dumps(held.body).encode()
            self.send_response(held.status)
            if held.status == 302:
                self.send_header("location", held.url)
            self.send_header("content-length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, format: str, *args: object) -> None:
            """Nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    held.url = f"http://127.0.0.1:{server.server_port}/register"
    yield held
    server.shutdown()
    server.server_close()


def test_people_are_asked_for_in_the_body_and_never_in_the_address(other: Other) -> None:
    other.body = {"persons": [PERSON | {"something_new": 1}]}
    found = HttpRegister(other.url, token="secret").persons(ASKED)  # noqa: S106
    assert found == [InsuredPerson(NAME, NUMBER, "邵阳市", "employee", True)]
    ((path, headers, body),) = other.asked
    assert path == "/register"
    assert headers["authorization"] == "Bearer secret"
    assert body == {"name": NAME, "id_number": NUMBER}


def test_the_other_registers(other: Other) -> None:
    register = HttpRegister(other.url)
    other.body = {"entitlements": [{"disease": "冠心病", "valid_until": "2025-12-31"}]}
    assert register.entitlements(ASKED) == [Qualification("冠心病", None, dt.date(2025, 12, 31))]
    other.body = {"hospitals": [{"name": "邵阳市中心医院", "level": "三级甲等", "as_of": "2025"}]}
    (hospital,) = register.hospitals(ASKED)
    assert (hospital.level, hospital.tier, hospital.source) == ("三级甲等", "A", "医院登记")
    other.body = {"physicians": [{"name": "周明德", "hospital": "邵阳市中心医院", "title": "主任医师"}]}
    assert register.physicians(ASKED) == [Physician("周明德", "邵阳市中心医院", "主任医师")]
    assert [body for _, _, body in other.asked[1:]] == [{"names": ["邵阳市中心医院"]}, {"names": ["周明德"]}]


def test_where_no_name_was_read_nobody_is_asked(other: Other) -> None:
    register = HttpRegister(other.url)
    assert (register.hospitals(Asked(NAME, NUMBER)), register.physicians(Asked(NAME, NUMBER))) == ((), ())
    assert other.asked == []


def dripping(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.end_headers()
    for _ in range(1000):
        handler.wfile.write(b" ")
        handler.wfile.flush()
        time.sleep(0.05)


def sleeping(handler: BaseHTTPRequestHandler) -> None:
    time.sleep(3)


def endless(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.end_headers()
    for _ in range(64):
        handler.wfile.write(b" " * 65536)


def breaking_off(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("content-length", "100")
    handler.end_headers()
    handler.wfile.write(b'{"persons": [')
    handler.close_connection = True


DISASTERS = [
    ({"status": 500, "body": {}}, "500"),
    ({"status": 401, "body": {}}, "401"),
    ({"status": 302, "body": {}}, "302"),
    ({"body": b"<html>"}, "不合约定"),
    ({"body": {"persons": None}}, "不合约定"),
    ({"body": {"persons": [{"name": NAME}]}}, "不合约定"),
    ({"body": []}, "不合约定"),
    ({"answer": sleeping}, "未在时限内"),
    ({"answer": dripping}, "未在时限内"),
    ({"answer": endless}, "过长"),
    ({"answer": breaking_off}, "连不上"),
]


@pytest.mark.parametrize(("how", "words"), DISASTERS)
def test_every_way_of_not_answering_is_told_and_none_is_an_answer(
    other: Other, how: dict[str, Any], words: str
) -> None:
    for name, value in how.items():
        setattr(other, name, value)
    began = time.monotonic()
    with pytest.raises(RegisterDown, match=words) as down:
        HttpRegister(other.url, seconds=0.3).persons(ASKED)
    assert time.monotonic() - began < 10
    assert NAME not in str(down.value)
    assert down.value.__cause__ is None


def test_nobody_at_the_address() -> None:
    with pytest.raises(RegisterDown, match="连不上"):
        HttpRegister(f"http://127.0.0.1:{free_port()}/").persons(ASKED)


class Clock:
    """Seconds as told."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_register_that_fails_again_and_again_is_left_alone_and_tried_once(other: Other) -> None:
    clock = Clock()
    register = HttpRegister(other.url, breaker=Breaker(failures=3, seconds=30, clock=clock))
    other.status = 503

    def down() -> str:
        with pytest.raises(RegisterDown) as told:
            register.persons(ASKED)
        return told.value.why

    assert ["503" in down() for _ in range(3)] == [True] * 3
    assert "暂停查询" in down()
    assert len(other.asked) == 3
    clock.now = 31  # one trial, which fails: closed for another 30 seconds
    assert "503" in down()
    assert "暂停查询" in down()
    clock.now = 62
    other.status, other.body = 200, {"persons": []}
    assert list(register.persons(ASKED)) == []
    assert list(register.persons(ASKED)) == []
    assert len(other.asked) == 6


def test_an_answer_between_failures_keeps_it_closed(other: Other) -> None:
    register = HttpRegister(other.url, breaker=Breaker(failures=2))
    other.body = {"persons": []}
    for status in (500, 200, 500, 200, 500):
        other.status = status
        if status == 200:
            assert list(register.persons(ASKED)) == []
            continue
        with pytest.raises(RegisterDown, match="500"):
            register.persons(ASKED)
    assert len(other.asked) == 5


def test_one_of_several_that_wait_is_let_through() -> None:
    clock = Clock()
    breaker = Breaker(failures=1, seconds=10, clock=clock)
    breaker.failed()
    clock.now = 10
    assert [breaker.lets_through() for _ in range(3)] == [True, False, False]


def test_a_case_asks_each_register_that_is_connected(
    other: Other, make_service: Callable[..., Service]
) -> None:
    other.body = {"persons": [PERSON, PERSON | {"name": "他人", "id_number": "430503196703124522"}]}
    service = make_service(
        register_persons=other.url, register_hospitals="table", register_entitlements="off"
    )
    answers = ask_registers(service, application(), [])
    assert answers.persons == (InsuredPerson(NAME, NUMBER, "邵阳市", "employee", True),)  # nobody else's
    assert answers.hospitals == ()
    assert (answers.entitlements, answers.physicians) == (None, None)
    other.status = 500
    assert ask_registers(service, application(), []).persons == Silent("登记系统答复状态 500")


def test_a_table_never_taken_in_is_silent(make_service: Callable[..., Service]) -> None:
    service = make_service(register_persons="table")
    assert ask_registers(service, application(), []).persons == Silent("登记表尚未导入")


def test_the_names_asked_for_are_those_on_the_papers_each_once() -> None:
    named = {"hospital_name": "邵阳市中心医院", "physician_name": "周明德"}
    papers = [document(DocumentKind.DISCHARGE_SUMMARY, named) for _ in range(2)]
    assert question(application(), papers) == ASKED


@pytest.mark.parametrize(
    ("told", "taken"),
    [
        ("table", True),
        ("off", True),
        ("https://register.example/persons", True),
        ("http://127.0.0.1:9000/persons", True),
        ("http://register.example/persons", False),  # in the clear over a network
        ("ftp://register.example", False),
        ("yes", False),
    ],
)
def test_the_address_of_a_register_is_checked(
    told: str, taken: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MENSHEN_REGISTER_PERSONS", told)
    if taken:
        assert load_service_settings().register_persons == told
        return
    with pytest.raises(SettingsRefused) as refused:
        load_service_settings()
    assert "MENSHEN_REGISTER_PERSONS" in refused.value.faults[0].where
