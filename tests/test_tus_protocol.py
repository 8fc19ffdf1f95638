"""tus 1.0.0 over a real connection: what the protocol asks, call by call."""

from __future__ import annotations

import base64
import email.utils
import hashlib
import http.client
import os
import time
from collections.abc import Iterator

import pytest
from sqlalchemy import func, select
from tus_world import World, coded, serving

from intake import cases
from intake.tables.work import UploadPart

SOME = os.urandom(300_000)
ORIGIN = "https://portal.example.cn"


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory, redis_server: str) -> Iterator[World]:
    home = tmp_path_factory.mktemp("tus") / "home"
    with serving(home, redis_server, upload_origins=f"https://other.example.cn, {ORIGIN}") as started:
        yield started


def checksum(algorithm: str, data: bytes) -> str:
    return f"{algorithm} {base64.b64encode(hashlib.new(algorithm, data).digest()).decode()}"


def test_options_tells_what_there_is_without_a_key_or_a_version(world: World) -> None:
    told = world.call("OPTIONS", Tus_Resumable=None, Authorization=None)
    assert told.status == 204
    assert told.headers["tus-resumable"] == told.headers["tus-version"] == "1.0.0"
    assert {"creation", "termination", "checksum", "expiration"} <= set(
        told.headers["tus-extension"].split(",")
    )
    assert "sha1" in told.headers["tus-checksum-algorithm"].split(",")
    assert int(told.headers["tus-max-size"]) >= world.service.settings.file_bytes


def test_a_file_in_two_parts(world: World) -> None:
    case = world.case()
    path = world.begin(case, len(SOME))
    assert path.startswith("/v1/uploads/")
    begun = world.call("HEAD", path)
    assert (begun.status, begun.offset) == (200, 0)
    assert begun.headers["upload-length"] == str(len(SOME))
    assert begun.headers["cache-control"] == "no-store"
    assert begun.headers["upload-metadata"] == coded(case=case, filename="门诊病历.pdf")
    expires = email.utils.parsedate_to_datetime(begun.headers["upload-expires"])
    assert 23 * 3600 < expires.timestamp() - time.time() <= 24 * 3600

    first = world.patch(path, 0, SOME[:100_000])
    assert (first.status, first.offset) == (204, 100_000)
    assert "menshen-file" not in first.headers
    assert world.call("HEAD", path).offset == 100_000
    last = world.patch(path, 100_000, SOME[100_000:])
    assert (last.status, last.offset) == (204, len(SOME))
    assert world.files(case) == [SOME]
    view = cases.view(world.service, world.actor, case)
    assert [(file.id, file.name, file.sha256) for file in view.files] == [
        (last.headers["menshen-file"], "门诊病历.pdf", hashlib.sha256(SOME).hexdigest())
    ]
    ended = world.call("HEAD", path)
    assert ended.offset == len(SOME)
    assert ended.headers["menshen-file"] == last.headers["menshen-file"]
    assert "upload-expires" not in ended.headers
    with world.service.database.reading() as session:
        left = select(func.count()).where(UploadPart.upload_id == path.rsplit("/", 1)[-1])
        assert session.scalar(left) == 0


def test_the_same_file_twice_is_one_file_and_said_so(world: World) -> None:
    case = world.case()
    answers = [world.patch(world.begin(case, len(SOME)), 0, SOME) for _ in range(2)]
    assert [answer.headers.get("menshen-duplicate") for answer in answers] == [None, "true"]
    assert answers[0].headers["menshen-file"] == answers[1].headers["menshen-file"]
    assert world.files(case) == [SOME]


def test_bytes_may_come_with_the_creation(world: World) -> None:
    case = world.case()
    asked = {
        "Upload_Length": str(len(SOME)),
        "Upload_Metadata": coded(case=case, filename="a.pdf"),
        "Content_Type": "application/offset+octet-stream",
    }
    whole = world.call("POST", body=SOME, **asked)
    assert (whole.status, whole.offset) == (201, len(SOME))
    assert world.files(case) == [SOME]
    assert whole.headers["menshen-file"]
    begun = world.call("POST", body=SOME[:1000], **asked)
    assert (begun.status, begun.offset) == (201, 1000)
    broken = world.call("POST", body=SOME[:1000], **asked, Upload_Checksum=checksum("sha1", b"other"))
    assert (broken.status, broken.code) == (460, "UPL-112")


@pytest.mark.parametrize(
    ("headers", "status", "code"),
    [
        ({"Tus-Resumable": None}, 412, "UPL-101"),
        ({"Tus-Resumable": "0.2.2"}, 412, "UPL-101"),
        ({"Authorization": None}, 401, None),
        ({"Authorization": "Bearer msk_none_none"}, 401, None),
        ({"Upload-Length": None}, 400, "UPL-102"),
        ({"Upload-Length": "-1"}, 400, "UPL-102"),
        ({"Upload-Length": "12e3"}, 400, "UPL-102"),
        ({"Upload-Length": None, "Upload-Defer-Length": "1"}, 400, "UPL-117"),
        ({"Upload-Length": str(20 * 1024 * 1024 + 1)}, 413, "CASE-111"),
        ({"Upload-Length": "0"}, 422, "CASE-112"),
        ({"Upload-Metadata": None}, 400, "UPL-105"),
        ({"Upload-Metadata": coded(filename="a.pdf")}, 400, "UPL-105"),
        ({"Upload-Metadata": coded(case="1", batch="2")}, 400, "UPL-105"),
        ({"Upload-Metadata": "case =?="}, 400, "UPL-104"),
        ({"Upload-Metadata": "case YQ==,case YQ=="}, 400, "UPL-104"),
        ({"Upload-Metadata": coded(case="no such case")}, 404, "CASE-101"),
        ({"Upload-Metadata": coded(case="a\0b")}, 404, "CASE-101"),
        ({"Upload-Metadata": coded(case="0" * 32)}, 404, "CASE-101"),
    ],
)
def test_creation_refused(
    world: World, headers: dict[str, str | None], status: int, code: str | None
) -> None:
    usual: dict[str, str | None] = {"Upload-Length": "10", "Upload-Metadata": coded(case=world.case())}
    answer = world.call("POST", **(usual | headers))
    assert answer.status == status
    assert answer.headers["tus-resumable"] == "1.0.0"
    assert "location" not in answer.headers
    if code:
        assert answer.code == code
    if status == 412:
        assert answer.headers["tus-version"] == "1.0.0"


def test_a_kind_that_is_none_is_refused(world: World) -> None:
    metadata = coded(case=world.case(), kind="selfie")
    assert world.call("POST", Upload_Length="5", Upload_Metadata=metadata).code == "CASE-116"


@pytest.mark.parametrize(
    ("headers", "body", "status", "code"),
    [
        ({"Tus-Resumable": "2.0.0"}, b"x", 412, "UPL-101"),
        ({"Content-Type": "application/octet-stream"}, b"x", 415, "UPL-108"),
        ({"Upload-Offset": None}, b"x", 400, "UPL-109"),
        ({"Upload-Offset": "four"}, b"x", 400, "UPL-109"),
        ({"Upload-Offset": "3"}, b"x", 409, "UPL-110"),
        ({"Upload-Offset": "5"}, b"x", 409, "UPL-110"),
        ({"Upload-Offset": "11"}, b"x", 409, "UPL-110"),
        ({}, b"more than fits", 413, "UPL-103"),
        ({"Upload-Checksum": "crc32 AAAA"}, b"x", 400, "UPL-111"),
        ({"Upload-Checksum": "sha1 AAAA"}, b"x", 400, "UPL-111"),
        ({"Upload-Checksum": "sha1"}, b"x", 400, "UPL-111"),
        ({"Upload-Checksum": checksum("sha1", b"y")}, b"x", 460, "UPL-112"),
        ({"Upload-Checksum": checksum("sha256", b"y")}, b"x", 460, "UPL-112"),
    ],
)
def test_a_refused_patch_moves_nothing(
    world: World, headers: dict[str, str | None], body: bytes, status: int, code: str
) -> None:
    path = world.begin(world.case(), 10)
    assert world.patch(path, 0, b"four").status == 204
    answer = world.call("PATCH", path, body, **({"Upload-Offset": "4"} | headers))
    assert (answer.status, answer.code) == (status, code)
    assert world.call("HEAD", path).offset == 4


def test_a_body_of_unknown_length_may_not_be_too_long(world: World) -> None:
    path = world.begin(world.case(), 10)
    caller = http.client.HTTPConnection("127.0.0.1", world.port, timeout=30)
    headers = {
        "Tus-Resumable": "1.0.0",
        "Authorization": f"Bearer {world.key}",
        "Content-Type": "application/offset+octet-stream",
        "Upload-Offset": "0",
    }
    caller.request("PATCH", path, iter([b"1234", b"567890abc"]), headers, encode_chunked=True)
    assert caller.getresponse().status == 413
    caller.close()
    assert world.call("HEAD", path).offset <= 4


@pytest.mark.parametrize("algorithm", ["sha1", "sha256", "md5"])
def test_a_right_checksum_is_taken(world: World, algorithm: str) -> None:
    case = world.case()
    path = world.begin(case, len(SOME))
    answer = world.patch(path, 0, SOME, Upload_Checksum=checksum(algorithm, SOME))
    assert (answer.status, answer.offset) == (204, len(SOME))
    assert world.files(case) == [SOME]


def test_a_wrong_checksum_leaves_no_bytes_anywhere(world: World) -> None:
    big = os.urandom(9_000_000)  # more than one part
    path = world.begin(world.case(), len(big))
    before = world.objects()
    answer = world.patch(path, 0, big, Upload_Checksum=checksum("sha1", b"other"))
    assert answer.status == 460
    assert world.call("HEAD", path).offset == 0
    assert world.objects() == before
    assert not list(world.service.settings.spool.iterdir())
    right = world.patch(path, 0, big, Upload_Checksum=checksum("sha1", big))
    assert (right.status, right.offset) == (204, len(big))


def test_method_override(world: World) -> None:
    case = world.case()
    path = world.begin(case, 4)
    head = world.call("POST", path, X_HTTP_Method_Override="HEAD")
    assert (head.status, head.offset) == (200, 0)
    patched = world.call(
        "POST",
        path,
        b"data",
        X_HTTP_Method_Override="PATCH",
        Upload_Offset="0",
        Content_Type="application/offset+octet-stream",
    )
    assert (patched.status, patched.offset) == (204, 4)
    assert world.files(case) == [b"data"]
    assert world.call("POST", path, X_HTTP_Method_Override="DELETE").status == 204
    assert world.call("POST", path).status == 405


def test_only_origins_that_were_named_may_call_from_a_page(world: World) -> None:
    asked = {
        "Access-Control-Request-Method": "PATCH",
        "Access-Control-Request-Headers": "authorization,tus-resumable,upload-offset",
        "Authorization": None,
        "Tus-Resumable": None,
    }
    path = world.begin(world.case(), 4)
    named = world.call("OPTIONS", path, **(asked | {"Origin": ORIGIN}))
    assert named.status == 204
    assert named.headers["access-control-allow-origin"] == ORIGIN
    assert "PATCH" in named.headers["access-control-allow-methods"]
    assert "Upload-Offset" in named.headers["access-control-allow-headers"]
    assert "access-control-allow-credentials" not in named.headers
    foreign = world.call("OPTIONS", path, **(asked | {"Origin": "https://evil.example.com"}))
    assert "access-control-allow-origin" not in foreign.headers
    head = world.call("HEAD", path, Origin=ORIGIN)
    assert "Upload-Offset" in head.headers["access-control-expose-headers"]
