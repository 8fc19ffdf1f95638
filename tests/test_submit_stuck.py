"""``menshen submit`` where the service gives up: the command says so, and its next run goes on."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from http_server import Door
from processes import command, environment
from services import wait_for
from sqlalchemy import func, select, update
from test_batches import STATED, work_off

from intake.actors import Role
from intake.refusals.batches import BATCH_WAITS
from intake.service import Service
from intake.tables.base import now
from intake.tables.cases import Case
from intake.tables.work import Batch, Job


def a_folder(place: Path) -> Path:
    for number in range(2):
        folder = place / f"{number}"
        folder.mkdir(parents=True)
        (folder / "case.yaml").write_text(STATED, encoding="utf-8")
        (folder / "a.jpg").write_bytes(b"page %d" % number)
    return place


def give_up(service: Service) -> None:
    """As the sweeper does with a job that failed too often."""
    with service.database.writing() as session:
        session.execute(update(Job).values(state="dead", done_at=now()))
        session.execute(update(Batch).values(state="stuck"))


def quota_used_up(service: Service) -> None:
    problem = {"code": BATCH_WAITS.code, "where": "", "message": BATCH_WAITS.message, "remedy": "等"}
    with service.database.writing() as session:
        session.execute(update(Batch).values(state="running", problems=[problem]))


@pytest.mark.parametrize(
    ("stops", "words"),
    [(give_up, "再次运行同一命令，将从中断处继续"), (quota_used_up, "今日新建案件已达上限")],
)
def test_what_stopped_is_told_and_goes_on_in_the_next_run(
    make_door: Callable[..., Door], tmp_path: Path, stops: Callable[[Service], None], words: str
) -> None:
    door = make_door()
    key = tmp_path / "key"
    key.write_text(door.key("hospital", Role.HOSPITAL), encoding="ascii")
    folder = a_folder(tmp_path / "in")
    given = command("submit", str(folder), "--to", door.url, "--key-file", str(key))

    def handed_in() -> bool:
        with door.service.database.reading() as session:
            return session.scalars(select(Batch.state)).all() == ["queued"]

    def run(meanwhile: Callable[[Service], None]) -> tuple[int, str]:
        process = subprocess.Popen(
            given,
            env=environment(tmp_path / "h", 1),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        wait_for(handed_in, 60)
        meanwhile(door.service)
        out, _ = process.communicate(timeout=60)
        return process.returncode, out

    code, out = run(stops)
    assert code == 4, out
    assert words in out
    assert "受理 0 件，未受理 0 件，待受理 2 件" in out
    assert list((tmp_path / "h" / "submissions").iterdir())
    if stops is quota_used_up:
        with door.service.database.writing() as session:
            session.execute(update(Batch).values(state="queued", problems=[]))
    code, out = run(work_off)
    assert code == 0, out
    assert "受理 2 件，未受理 0 件。" in out
    assert not list((tmp_path / "h" / "submissions").iterdir())
    with door.service.database.reading() as session:
        assert session.scalar(select(func.count()).select_from(Case)) == 2
        assert session.scalar(select(func.count()).select_from(Batch)) == 1
