"""``menshen submit`` against a running service: a folder in, a table out, cut and taken up."""

from __future__ import annotations

import csv
import os
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from processes import STARTED, Up, command, environment, up
from services import wait_for
from sqlalchemy import func, select
from torture.papers import paper

from intake.service import Service, open_service
from intake.service_settings import ServiceSettings
from intake.tables.cases import Case, CaseFile
from intake.tables.work import Batch

STATED = """policy: shaoyang-renewal
submitted_on: 2025-11-20
applicant: {name: 李建国, id_number: "430503196703124514", insured_place: 邵阳市大祥区, insurance: employee}
diseases: [高血压病3级]
"""


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Up, Path]]:
    home = tmp_path_factory.mktemp("s") / "h"
    with up(home, precheck_workers=0, case_workers=0, bulk_workers=1) as service:
        wait_for(service.answers, STARTED)
        yield service, home


def hospital_key(home: Path, place: Path, name: str) -> Path:
    """A file with a new key, as ``menshen keys create`` prints it."""
    made = subprocess.run(
        command("keys", "create", name, "--role", "hospital"),
        env=environment(home, 1),
        capture_output=True,
        check=True,
    )
    place.write_bytes(made.stdout)
    return place


def a_folder(place: Path, cases: int, files: int = 2) -> Path:
    """A hand-in of so many sound folders, and one whose ``case.yaml`` says nothing."""
    for number in range(cases):
        folder = place / f"{number:03d}号"
        folder.mkdir(parents=True)
        (folder / "case.yaml").write_text(STATED, encoding="utf-8")
        for page in range(files):
            (folder / f"{page}.pdf").write_bytes(paper(f"{place.name}-{number}-{page}"))
    bad = place / "坏"
    bad.mkdir()
    (bad / "case.yaml").write_text("policy: nowhere\n", encoding="utf-8")
    (bad / "a.pdf").write_bytes(paper("bad"))
    return place


def submit(running: tuple[Up, Path], key: Path, *arguments: str) -> subprocess.Popen[str]:
    service, _ = running
    return subprocess.Popen(
        command("submit", *arguments, "--to", f"http://127.0.0.1:{service.port}", "--key-file", str(key)),
        env=environment(key.parent, 1),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def opened(home: Path) -> Service:
    return open_service(ServiceSettings(home=home))


def test_a_folder_goes_in_and_a_table_comes_back(running: tuple[Up, Path], tmp_path: Path) -> None:
    key = hospital_key(running[1], tmp_path / "key", "table")
    table = tmp_path / "结果.xlsx"
    folder = a_folder(tmp_path / "十一月", 3)
    done = submit(running, key, str(folder), "--wait", "--table", str(table))
    out, err = done.communicate(timeout=240)
    assert done.returncode == 4, err
    assert "共 4 件：受理 3 件，未受理 1 件。" in out
    rows = [[str(cell or "") for cell in row] for row in load_workbook(table).active.values]
    assert rows[0][:2] == ["行号", "文件夹/名称"]
    by_label = {row[1]: row for row in rows[1:]}
    assert set(by_label) == {"000号", "001号", "002号", "坏"}
    assert by_label["坏"][4] == "未受理"
    assert by_label["坏"][7]
    assert by_label["000号"][3].startswith("MS")
    assert by_label["000号"][4] == "已核对"
    assert "李建国" not in out


def test_a_hand_in_cut_and_run_again_is_handed_in_once(running: tuple[Up, Path], tmp_path: Path) -> None:
    home = running[1]
    key = hospital_key(home, tmp_path / "key", "cut")
    folder = a_folder(tmp_path / "十二月", 8)
    for pause in (0.9, 1.2, 1.6, 2.2):
        first = submit(running, key, str(folder))
        time.sleep(pause)
        first.send_signal(signal.SIGKILL)
        first.wait()
    last = submit(running, key, str(folder), "--table", str(tmp_path / "t.csv"))
    _, err = last.communicate(timeout=240)
    assert last.returncode == 4, err
    with (tmp_path / "t.csv").open(encoding="utf-8-sig") as stream:
        assert len(list(csv.reader(stream))) == 1 + 9
    service = opened(home)
    with service.database.reading() as session:
        batches = session.scalars(select(Batch.id).order_by(Batch.id.desc())).all()
        mine = select(func.count()).select_from(Case).where(Case.batch_id == batches[0])
        assert session.scalar(mine) == 8
        files = select(func.count()).select_from(CaseFile).join(Case, Case.id == CaseFile.case_id)
        assert session.scalar(files.where(Case.batch_id == batches[0])) == 16
        assert len(batches) == 2  # one a test of this file
    service.database.close()


def test_without_a_key_or_a_service_it_says_so(running: tuple[Up, Path], tmp_path: Path) -> None:
    folder = a_folder(tmp_path / "f", 1)
    none = submit(running, tmp_path / "nothing", str(folder))
    _, err = none.communicate(timeout=60)
    assert none.returncode == 2
    assert "没有密钥" in err
    (tmp_path / "key").write_text("msk_wrong_key")
    wrong = submit(running, tmp_path / "key", str(folder))
    _, err = wrong.communicate(timeout=60)
    assert wrong.returncode == 3
    assert "ACC-" in err
    assert os.listdir(tmp_path / "f")
