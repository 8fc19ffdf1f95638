"""tus 1.0.0 over a real connection: lines that break, several writers, several tenants."""

from __future__ import annotations

import base64
import hashlib
import os
import threading
import time
from collections.abc import Iterator

import pytest
from services import wait_for
from sqlalchemy import update
from tus_world import World, coded, serving

from intake import batches, cases
from intake.refusals import Refused
from intake.tables.work import Upload

SOME = os.urandom(300_000)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory, redis_server: str) -> Iterator[World]:
    home = tmp_path_factory.mktemp("tus") / "home"
    with serving(home, redis_server) as started:
        yield started


def checksum(algorithm: str, data: bytes) -> str:
    return f"{algorithm} {base64.b64encode(hashlib.new(algorithm, data).digest()).decode()}"


def test_a_broken_connection_keeps_what_came(world: World) -> None:
    case = world.case()
    path = world.begin(case, len(SOME))
    world.slow_patch(path, 0, len(SOME), SOME[:200_000]).close()
    wait_for(lambda: world.call("HEAD", path).offset > 0, 60)
    there = world.call("HEAD", path).offset
    assert 0 < there <= 200_000
    assert world.patch(path, there, SOME[there:]).status == 204
    assert world.files(case) == [SOME]


def test_a_broken_connection_with_a_checksum_keeps_nothing(world: World) -> None:
    path = world.begin(world.case(), len(SOME))
    connection = world.slow_patch(path, 0, len(SOME), b"", f"Upload-Checksum: {checksum('sha1', SOME)}\r\n")
    connection.sendall(SOME[:200_000])
    time.sleep(0.3)
    connection.close()
    time.sleep(0.3)
    assert world.call("HEAD", path).offset == 0
    assert world.patch(path, 0, SOME).status == 204


def test_a_second_writer_waits_while_the_first_is_lively(world: World) -> None:
    case = world.case()
    path = world.begin(case, len(SOME))
    with world.slow_patch(path, 0, len(SOME), SOME[:1000]) as first:
        time.sleep(0.2)
        second = world.patch(path, 0, os.urandom(len(SOME)))
        assert (second.status, second.code) == (423, "UPL-113")
        first.sendall(SOME[1000:])
        assert first.recv(100).startswith(b"HTTP/1.1 204")
    assert world.files(case) == [SOME]


def test_a_stalled_writer_gives_way(world: World) -> None:
    case = world.case()
    path = world.begin(case, len(SOME))
    with world.slow_patch(path, 0, len(SOME), SOME[:150_000]):
        time.sleep(5.3)
        asked = time.monotonic()
        there = world.call("HEAD", path).offset
        assert time.monotonic() - asked < 15  # the writer would hold it for 30 s
        assert there == 150_000
        assert world.patch(path, there, SOME[there:]).status == 204
    assert world.files(case) == [SOME]


def test_many_writers_at_once_make_one_file(world: World) -> None:
    case = world.case()
    path = world.begin(case, len(SOME))
    texts = [bytes([number]) * len(SOME) for number in range(6)]
    answers: dict[int, int] = {}

    def write(number: int) -> None:
        answers[number] = world.patch(path, 0, texts[number]).status

    threads = [threading.Thread(target=write, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    first, *others = sorted(answers.values())
    assert first == 204
    assert set(others) <= {409, 423}
    winner = next(number for number, status in answers.items() if status == 204)
    assert world.files(case) == [texts[winner]]


def test_termination(world: World) -> None:
    before = world.objects()
    path = world.begin(world.case(), len(SOME))
    world.patch(path, 0, SOME[:1000])
    assert world.call("DELETE", path).status == 204
    for method in ("HEAD", "DELETE"):
        answer = world.call(method, path)
        assert (answer.status, answer.code) == (410, "UPL-107")
        assert "upload-offset" not in answer.headers
    assert world.patch(path, 1000, SOME[1000:]).status == 410
    assert world.objects() == before


def test_termination_in_the_middle_of_a_patch(world: World) -> None:
    case = world.case()
    path = world.begin(case, len(SOME))
    with world.slow_patch(path, 0, len(SOME), SOME[:1000]) as writer:
        time.sleep(0.2)
        assert world.call("DELETE", path).status == 204
        writer.settimeout(5)
        assert writer.recv(100).startswith(b"HTTP/1.1 4")
    assert world.call("HEAD", path).status == 410
    assert world.files(case) == []


def test_anothers_upload_is_as_if_it_did_not_exist(world: World) -> None:
    path = world.begin(world.case(), len(SOME))
    nowhere = "/v1/uploads/" + "0" * 32
    stranger = {"Authorization": f"Bearer {world.other_key}"}
    with world.slow_patch(path, 0, len(SOME), SOME[:1000]):  # being written, which must not show either
        time.sleep(0.2)
        for method in ("HEAD", "PATCH", "DELETE"):
            asked = {"Upload-Offset": "0"} | stranger
            theirs = world.call(method, path, b"x" if method == "PATCH" else None, **asked)
            none = world.call(method, nowhere, b"x" if method == "PATCH" else None, **asked)
            assert theirs.status == none.status == 404
            assert theirs.headers["menshen-code"] == none.headers["menshen-code"] == "UPL-106"
    theirs = world.call("POST", Upload_Length="5", Upload_Metadata=coded(case=world.case()), **stranger)
    assert (theirs.status, theirs.code) == (404, "CASE-101")
    for odd in ("x", "%00", "0" * 31):
        assert world.call("HEAD", f"/v1/uploads/{odd}").status == 404


def test_a_case_that_was_submitted_takes_nothing(world: World) -> None:
    case = world.case()
    path = world.begin(case, len(SOME))
    assert world.patch(world.begin(case, 3), 0, b"pdf").status == 204
    cases.submit(world.service, world.actor, case)
    metadata = coded(case=case)
    assert world.call("POST", Upload_Length="3", Upload_Metadata=metadata).code == "CASE-105"
    for answer in (world.patch(path, 0, SOME), world.call("HEAD", path), world.patch(path, 0, SOME)):
        assert (answer.status, answer.code) == (409, "CASE-105")
    assert world.files(case) == [b"pdf"]


def test_a_batch_is_submitted_only_with_all_that_was_acknowledged(world: World) -> None:
    batch = batches.open_batch(world.service, world.actor).id
    asked = coded(batch=batch, filename="清单.csv")
    begun = world.call("POST", Upload_Length=str(len(SOME)), Upload_Metadata=asked)
    path = begun.headers["location"]
    assert world.patch(path, 0, SOME).status == 204
    with world.service.database.writing() as session:  # as if the parts were still being put together
        session.execute(update(Upload).where(Upload.id == path[-32:]).values(state="open"))
    with pytest.raises(Refused, match="UPL-116"):
        batches.submit_batch(world.service, world.actor, batch)
    with world.service.database.writing() as session:
        session.execute(update(Upload).where(Upload.id == path[-32:]).values(state="done"))
    assert batches.submit_batch(world.service, world.actor, batch).files == 1
    late = world.call("POST", Upload_Length="5", Upload_Metadata=asked)
    assert late.status == 409
    stranger = {"Authorization": f"Bearer {world.other_key}"}
    assert world.call("POST", Upload_Length="5", Upload_Metadata=asked, **stranger).status == 404
    odd = coded(batch="a\0b")
    assert world.call("POST", Upload_Length="5", Upload_Metadata=odd).status == 404
