"""The precheck with the real reader in a worker's place: answers in time, keeps nothing, names nobody."""

from __future__ import annotations

import base64
import io
import json
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageFilter
from precheck_worker import worker

from intake.pipeline import Reader
from intake.refusals import Kind, Refused
from intake.service import Service
from intake.settings import load_settings
from intake.working import precheck as asking
from intake.working.first_pages import answer
from intake.working.groups import PRECHECK
from intake.working.precheck import MOST_WAITING, PrecheckAnswer, clear_forgotten, precheck

SAMPLES = Path(__file__).parent.parent / "samples" / "cases"
NAME = "李建国的身份证430503196703124514.jpg"


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(load_settings())


def asked(service: Service, data: bytes, name: str = NAME) -> PrecheckAnswer:
    with service.vault.receive(len(data)) as receiver:
        receiver.write(data)
        return precheck(service, receiver.finish(), name)


def nothing_left(service: Service) -> bool:
    spooled = list(service.settings.spool.iterdir())
    return not list(service.vault.listed()) and not spooled and not service.broker.keys("menshen:precheck:*")


def an_id_card() -> bytes:
    return next(SAMPLES.glob("*/id-front.jpg")).read_bytes()


def blurred(data: bytes) -> bytes:
    out = io.BytesIO()
    Image.open(io.BytesIO(data)).filter(ImageFilter.GaussianBlur(9)).save(out, "JPEG")
    return out.getvalue()


@pytest.mark.parametrize("place", ["folder", "s3"])
def test_a_good_picture_is_named_and_nothing_is_kept(
    place: str, make_service: Callable[..., Service], reader: Reader, request: pytest.FixtureRequest
) -> None:
    far = {"vault_url": request.getfixturevalue("s3_vault_url")} if place == "s3" else {}
    service = make_service(precheck_seconds=60, **far)
    with worker(service, reader):
        found = asked(service, an_id_card())
    assert (found.media_type, found.kind, found.pages) == ("image/jpeg", "id_card_front", 1)
    assert found.kind_confidence is not None
    assert found.kind_confidence > 0.8
    assert found.readable
    assert found.refused is None
    assert nothing_left(service)


def test_a_blurred_picture_comes_back_with_words_for_a_phone(
    make_service: Callable[..., Service], reader: Reader
) -> None:
    service = make_service(precheck_seconds=60)
    with worker(service, reader):
        found = asked(service, blurred(an_id_card()))
    assert not found.readable
    assert found.hints
    assert all(hint.endswith("。") and "请" in hint for hint in found.hints)


def test_a_file_that_is_refused_says_why(make_service: Callable[..., Service], reader: Reader) -> None:
    service = make_service(precheck_seconds=60)
    with worker(service, reader):
        found = asked(service, b"MZ this is a program", "a.jpg")
    assert found.refused is not None
    assert found.refused.code.startswith("FILE-")
    assert not found.readable
    assert found.hints == (f"{found.refused.message}{found.refused.remedy}",)
    assert nothing_left(service)


def test_without_a_worker_the_caller_is_asked_to_come_back(make_service: Callable[..., Service]) -> None:
    service = make_service(precheck_seconds=1)
    began = time.monotonic()
    with pytest.raises(Refused) as refused:
        asked(service, an_id_card())
    assert 0.9 < time.monotonic() - began < 5
    assert refused.value.refusal.kind is Kind.BUSY
    assert refused.value.retry_after
    assert nothing_left(service)


def test_a_late_worker_finds_nothing_to_do(make_service: Callable[..., Service], reader: Reader) -> None:
    service = make_service(precheck_seconds=1)
    with pytest.raises(Refused):
        asked(service, an_id_card())
    arguments, _, _ = json.loads(base64.b64decode(json.loads(service.broker.lpop(PRECHECK))["body"]))
    answer(service, reader, arguments[0])
    assert nothing_left(service)


def test_a_long_queue_is_refused_at_once(service: Service) -> None:
    service.broker.rpush(PRECHECK, *["{}"] * MOST_WAITING)
    began = time.monotonic()
    with pytest.raises(Refused):
        asked(service, b"x")
    assert time.monotonic() - began < service.settings.precheck_seconds / 2


def test_the_broker_never_learns_a_name_or_a_key(make_service: Callable[..., Service]) -> None:
    service = make_service(precheck_seconds=3)
    told: list[bytes] = []

    def look() -> None:
        while not service.broker.keys("menshen:precheck:*:asked"):
            time.sleep(0.02)
        for key in service.broker.keys("*"):
            told.append(key + service.broker.dump(key))

    watching = threading.Thread(target=look)
    watching.start()
    with pytest.raises(Refused):
        asked(service, an_id_card())
    watching.join(10)
    everything = b"".join(told)
    assert b"precheck" in everything
    for secret in ("李建国", "430503196703124514", "身份证"):
        assert secret.encode() not in everything


def test_a_crash_on_both_sides_leaves_nothing_for_long(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    received = service.vault.store(b"left behind")
    service.broker.zadd("menshen:precheck:kept", {received.path: time.time()})
    assert clear_forgotten(service) == 0
    monkeypatch.setattr(asking, "ANSWER_SECONDS", -service.settings.precheck_seconds - 1)
    assert clear_forgotten(service) == 1
    assert nothing_left(service)
