"""Uploads through kills of the server, lost moments, expiry, and on PostgreSQL with an S3 store."""

from __future__ import annotations

import datetime as dt
import os
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from services import wait_for
from sqlalchemy import func, select, update
from tus_world import World, coded, serving

from intake import cases
from intake.refusals import Refused
from intake.safekeeping.vault import VaultError
from intake.service import Service
from intake.tables.base import now
from intake.tables.work import Upload, UploadPart
from intake.uploads import (
    PartWriter,
    erase_uploads,
    expire_uploads,
    finish_upload,
    finish_uploads,
    open_upload,
    read_metadata,
)

DATA = os.urandom(12_000_000)
SOME = DATA[:100_000]


@pytest.fixture
def quiet(make_service: Callable[..., Service]) -> World:
    """A world whose server does not run: only its rows and bytes."""
    return World(make_service())


def put(world: World, path: str, data: bytes, size: int = 1_000_000) -> None:
    """Send the rest of ``data`` in PATCHes of ``size`` bytes, however often the server goes away."""
    while True:
        try:
            there = world.call("HEAD", path).offset
            if there == len(data):
                return
            world.patch(path, there, data[there : there + size])
        except OSError:
            time.sleep(0.05)


def test_kill_9_anywhere_loses_nothing_acknowledged(tmp_path: Path, broker_url: str) -> None:
    with serving(tmp_path / "home", broker_url) as world:
        over = threading.Event()

        def kill() -> None:
            for pause in (0.05, 0.2, 0.1):
                if over.wait(pause):
                    return
                world.kill()
                world.start()

        killer = threading.Thread(target=kill)
        killer.start()
        try:
            made = []
            for number in range(2):
                case = world.case()
                data = bytes([number]) + DATA[1:4_000_000]
                while True:
                    try:
                        path = world.begin(case, len(data))
                        break
                    except OSError:
                        time.sleep(0.05)
                put(world, path, data, 400_000)
                made.append((case, data))
        finally:
            over.set()
            killer.join()
        for case, data in made:
            assert world.files(case) == [data]
        case = world.case()
        whole = whole_upload(world, case)  # killed between the last part and the end
        answer = world.call("HEAD", f"/v1/uploads/{whole}")
        assert answer.offset == len(SOME)
        assert answer.headers["menshen-file"]
        assert world.files(case) == [SOME]


def whole_upload(world: World, case: str) -> str:
    """An upload whose parts are all there, as a kill right after the last of them leaves it; its id."""
    stated = read_metadata(coded(case=case, filename="a.pdf"))
    view = open_upload(world.service, world.actor, len(SOME), stated)
    writer = PartWriter(world.service, view.id, 0, len(SOME))
    assert writer.write(SOME) == len(SOME)
    writer.complete()
    return view.id


def test_a_kill_before_the_end_is_mended_by_the_sweeper(quiet: World) -> None:
    case = quiet.case()
    upload_id = whole_upload(quiet, case)
    assert finish_uploads(quiet.service) == 0  # its connection may still be at it
    long_ago = now() - dt.timedelta(minutes=2)
    with quiet.service.database.writing() as session:
        session.execute(update(Upload).values(written_at=long_ago))
    assert finish_uploads(quiet.service) == 1
    assert quiet.files(case) == [SOME]
    assert finish_uploads(quiet.service) == 0
    with quiet.service.database.reading() as session:
        assert session.get_one(Upload, upload_id).state == "done"
        assert session.scalar(select(func.count()).select_from(UploadPart)) == 0
    assert quiet.objects() == 1


def test_many_finish_at_once_and_one_file_comes_of_it(quiet: World) -> None:
    case = quiet.case()
    upload_id = whole_upload(quiet, case)
    threads = [threading.Thread(target=finish_upload, args=(quiet.service, upload_id)) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert quiet.files(case) == [SOME]
    with quiet.service.database.reading() as session:
        row = session.get_one(Upload, upload_id)
    (file,) = cases.view(quiet.service, quiet.actor, case).files
    assert (row.state, row.file_id, row.duplicate) == ("done", file.id, False)


def test_a_vault_that_is_away_delays_and_loses_nothing(quiet: World) -> None:
    case = quiet.case()
    upload_id = whole_upload(quiet, case)
    folder = quiet.service.vault.folder
    assert folder is not None
    away = folder.with_name("away")
    folder.rename(away)
    folder.write_bytes(b"")  # a file where the folder was: nothing can be read or written there
    with pytest.raises((Refused, VaultError)):
        finish_upload(quiet.service, upload_id)
    folder.unlink()
    away.rename(folder)
    finish_upload(quiet.service, upload_id)
    assert quiet.files(case) == [SOME]


def test_an_upload_without_bytes_for_long_expires(tmp_path: Path, broker_url: str) -> None:
    with serving(tmp_path / "home", broker_url, upload_hours=1.5 / 3600) as world:
        case = world.case()
        path = world.begin(case, len(SOME))
        for offset in (0, 100, 200):  # bytes keep it alive beyond its first 1.5 seconds
            assert world.patch(path, offset, SOME[offset : offset + 100]).status == 204
            time.sleep(0.8)
        time.sleep(1)
        answer = world.call("HEAD", path)
        assert (answer.status, answer.code) == (410, "UPL-107")
        assert world.patch(path, 300, SOME[300:]).status == 410
        assert world.objects() == 3
        assert expire_uploads(world.service, now()) == 1
        assert world.objects() == 0
        assert world.call("HEAD", path).status == 410
        expire_uploads(world.service, now() + dt.timedelta(days=8))
        assert world.call("HEAD", path).status == 404


def test_a_whole_upload_does_not_expire(quiet: World) -> None:
    case = quiet.case()
    upload_id = whole_upload(quiet, case)
    assert expire_uploads(quiet.service, now() + dt.timedelta(days=400)) == 0
    finish_upload(quiet.service, upload_id)
    assert quiet.files(case) == [SOME]


def test_erasing_leaves_nothing(quiet: World) -> None:
    case = quiet.case()
    whole_upload(quiet, case)
    assert erase_uploads(quiet.service, case) == 1
    assert quiet.objects() == 0
    with quiet.service.database.reading() as session:
        assert session.scalar(select(func.count()).select_from(Upload)) == 0


def test_two_hundred_uploads_at_once_need_little_memory(tmp_path: Path, broker_url: str) -> None:
    with serving(tmp_path / "home", broker_url) as world:
        before = memory_mb(world)
        lines = []
        for _ in range(200):
            path = world.begin(world.case(), len(DATA))
            lines.append(world.slow_patch(path, 0, len(DATA), DATA[:200_000]))
        wait_for(lambda: len(list(world.service.settings.spool.iterdir())) == 200)
        assert memory_mb(world) - before < 200
        for line in lines[:3]:
            line.sendall(DATA[200_000:])
            assert line.recv(100).startswith(b"HTTP/1.1 204")
        for line in lines:
            line.close()


def memory_mb(world: World) -> float:
    assert world.process is not None
    status = Path(f"/proc/{world.process.pid}/status").read_text(encoding="ascii")
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS:")) / 1024


def test_on_postgresql_and_s3(tmp_path: Path, broker_url: str, postgres_url: str, s3_vault_url: str) -> None:
    with serving(tmp_path / "home", broker_url, database_url=postgres_url, vault_url=s3_vault_url) as world:
        case = world.case()
        path = world.begin(case, len(DATA))
        world.slow_patch(path, 0, len(DATA), DATA[:5_000_000]).close()
        wait_for(lambda: world.call("HEAD", path).offset > 0, 60)
        there = world.call("HEAD", path).offset
        world.kill()
        world.start()
        assert world.call("HEAD", path).offset == there
        last = world.patch(path, there, DATA[there:])
        assert (last.status, last.offset) == (204, len(DATA))
        assert world.files(case) == [DATA]
        assert world.objects() == 1
        stranger = f"Bearer {world.other_key}"
        assert world.call("HEAD", path, Authorization=stranger).status == 404
