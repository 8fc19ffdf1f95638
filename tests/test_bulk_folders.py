"""A folder, a zip and a manifest with files give the same cases; a bad one is named, the others go on."""

from __future__ import annotations

import contextlib
import io
import json
import time
import zipfile
from pathlib import Path

import numpy as np
import pytest

from intake.bulk.archive import list_archive
from intake.bulk.folders import hand_in_at, take_apart
from intake.bulk.found import CaseFound, EntryRefused, HandIn
from intake.bulk.limits import BulkLimits
from intake.bulk.listing import list_folder
from validators.application import Application

LI, WANG = "430503196703124514", "430521198002140020"
CASE = f"""
policy: shaoyang-renewal
submitted_on: 2025-11-20
applicant: {{name: 李建国, id_number: {LI}}}
diseases: [高血压病3级]
"""
HEAD = "姓名,身份证号,政策,提交日期,病种"
LI_ROW = f"李建国,{LI},shaoyang-renewal,2025-11-20,高血压病3级"
WANG_ROW = f"王芳,{WANG},shaoyang-renewal,2025/11/20,糖尿病"


def in_folder(tmp_path: Path, files: dict[str, str | bytes]) -> HandIn:
    for name, data in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data.encode() if isinstance(data, str) else data)
    return take_apart(list_folder(tmp_path))


def in_zip(_: Path, files: dict[str, str | bytes]) -> HandIn:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return take_apart(list_archive(stream))


both = pytest.mark.parametrize("hand_in", [in_folder, in_zip])


def names(case: CaseFound) -> list[str]:
    return [file.name for file in case.files]


def codes(case: CaseFound) -> list[str]:
    return [fault.code for fault in case.faults]


@both
def test_a_folder_a_case(hand_in, tmp_path: Path) -> None:
    found = hand_in(
        tmp_path,
        {
            "批次/01/case.yaml": CASE,
            "批次/01/申请表.jpg": b"1",
            "批次/01/检查/ct.pdf": b"2",
            "批次/02/case.yaml": "policy: [",
            "批次/02/a.jpg": b"3",
            "批次/03/a.jpg": b"4",
            "批次/04/case.yaml": CASE,
            "批次/说明.txt": b"hello",
        },
    )
    assert [case.label for case in found.cases] == ["01", "02", "03", "04"]
    assert [codes(case) for case in found.cases] == [[], ["CASE-006"], ["CASE-003"], ["CASE-012"]]
    first = found.cases[0]
    assert names(first) == ["检查/ct.pdf", "申请表.jpg"]
    assert Application.model_validate(first.stated).applicant.name == "李建国"
    with first.files[0].open() as stream:
        assert stream.read() == b"2"
    assert [case.stated is None for case in found.cases] == [False, True, True, True]
    assert [fault.code for fault in found.faults] == ["BULK-014"]
    assert [leftover.path for leftover in found.leftovers] == ["说明.txt"]


@both
def test_one_case_by_itself(hand_in, tmp_path: Path) -> None:
    found = hand_in(tmp_path, {"case.yaml": CASE, "a.jpg": b"1", "名单.csv": b"no manifest"})
    (case,) = found.cases
    assert (names(case), codes(case), case.label) == (["a.jpg", "名单.csv"], [], "案件")


@both
def test_rows_name_files_folders_or_neither(hand_in, tmp_path: Path) -> None:
    table = "\r\n".join(
        (
            "# 案件数: 5",
            f"{HEAD},文件,文件夹,外部编号",
            f"{LI_ROW},A\\form.JPG；a/ct.pdf,,H-1",
            f"{WANG_ROW},,b,H-2",
            f"{WANG_ROW},缺少.jpg;../x.jpg,,H-3",
            f"{WANG_ROW},,,H-4",
            f"{WANG_ROW},d/一.jpg、d/二.jpg,,H-5",
            f"{WANG_ROW},,不存在,H-6",
        )
    )
    found = hand_in(
        tmp_path,
        {
            "清单.csv": table,
            "a/form.jpg": b"1",
            "a/ct.pdf": b"2",
            "b/x.jpg": b"3",
            "H-4/y.jpg": b"4",
            "d/一.jpg": b"5",
            "d/二.jpg": b"6",
            "d/无人要.jpg": b"7",
        },
    )
    assert [case.row for case in found.cases] == [3, 4, 5, 6, 7, 8]
    assert [names(case) for case in found.cases] == [
        ["a/form.jpg", "a/ct.pdf"],
        ["x.jpg"],
        [],
        ["y.jpg"],
        ["d/一.jpg", "d/二.jpg"],
        [],
    ]
    assert [codes(case) for case in found.cases] == [[], [], ["BULK-029", "BULK-028"], [], [], ["BULK-030"]]
    assert found.stated_cases == 5
    assert [(fault.code, fault.message) for fault in found.faults] == [
        ("BULK-011", "写明 5 个案件，实际有 6 个"),
        ("BULK-014", "有 1 个文件不属于任何案件，未使用"),
    ]
    assert [leftover.path for leftover in found.leftovers] == ["d/无人要.jpg"]


@both
def test_a_row_and_its_case_yaml_complete_one_another_and_must_agree(hand_in, tmp_path: Path) -> None:
    table = f"文件夹,外部编号,身份证号,险种\n01,E-1,{LI},居民\n02,E-2,{WANG},\n03,E-3,,\n"
    found = hand_in(
        tmp_path,
        {
            "manifest.csv": table,
            "01/case.yaml": CASE,
            "01/a.jpg": b"1",
            "02/case.yaml": CASE,
            "02/a.jpg": b"1",
            "03/a.jpg": b"1",
        },
    )
    first, second, third = found.cases
    assert first.stated is not None
    assert first.stated["applicant"] == {"name": "李建国", "id_number": LI, "insurance": "resident"}
    assert [(fault.code, fault.where) for fault in second.faults] == [("BULK-033", "身份证号")]
    assert [(fault.code, fault.where) for fault in third.faults] == [
        ("CASE-011", "政策"),
        ("CASE-009", "提交日期"),
        ("CASE-009", "姓名"),
        ("CASE-009", "身份证号"),
    ]
    assert names(first) == ["a.jpg"]


@both
def test_a_file_of_two_people_is_told_and_of_one_person_is_not(hand_in, tmp_path: Path) -> None:
    again = LI_ROW.replace("高血压", "冠心")
    rows = (f"{LI_ROW},a.jpg", f"{WANG_ROW},b.jpg", f"{again},a.jpg;c.jpg", f"{WANG_ROW},c.jpg")
    table = "\n".join((f"{HEAD},文件", *rows))
    found = hand_in(tmp_path, {"m.csv": table, "a.jpg": b"1", "b.jpg": b"2", "c.jpg": b"3"})
    assert [codes(case) for case in found.cases] == [[], [], ["BULK-031"], ["BULK-031"]]
    assert "第 5 行" in found.cases[2].faults[0].message


def test_a_refused_entry_is_a_fault_of_its_case(tmp_path: Path) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("01/case.yaml", CASE)
        archive.writestr("01/a.jpg", b"1")
        archive.writestr("01/b.zip", b"PK")
        archive.writestr("02/case.yaml", CASE)
        archive.writestr("02/a.jpg", b"1")
        archive.writestr("c.rar", b"1")
    found = take_apart(list_archive(stream))
    assert [codes(case) for case in found.cases] == [["BULK-048"], []]
    assert [leftover.path for leftover in found.leftovers] == ["c.rar"]
    assert [fault.code for fault in found.faults] == ["BULK-015"]


@both
def test_faults_of_the_whole(hand_in, tmp_path: Path) -> None:
    two = hand_in(tmp_path / "two", {"清单.csv": HEAD, "manifest.xlsx": b"x"})
    assert [fault.code for fault in two.faults] == ["BULK-012"]
    none = hand_in(tmp_path / "none", {"说明.txt": b"x"})
    assert [fault.code for fault in none.faults] == ["BULK-007", "BULK-014"]
    broken = hand_in(tmp_path / "broken", {"清单.xlsx": b"PK\3\4", "a.jpg": b"1"})
    assert [fault.code for fault in broken.faults] == ["BULK-009"]
    assert two.cases == none.cases == broken.cases == ()


def test_faults_of_the_whole_hold_no_name_of_a_file(tmp_path: Path) -> None:
    found = in_folder(tmp_path, {"01/case.yaml": CASE, "01/a.jpg": b"1", "王芳.jpg": b"2", "王芳.zip": b"3"})
    assert len(found.faults) == 2
    assert not any("王芳" in f"{fault.where}{fault.message}{fault.remedy}" for fault in found.faults)


def test_defaults_fill_what_nobody_says_and_only_that(tmp_path: Path) -> None:
    files = {"清单.csv": f"姓名,身份证号,政策,文件\n李建国,{LI},,a.jpg\n王芳,{WANG},yichun-renewal,b.jpg\n"}
    for name in ("a.jpg", "b.jpg"):
        (tmp_path / name).write_bytes(b"1")
    (tmp_path / "清单.csv").write_text(files["清单.csv"], encoding="utf-8")
    listing = list_folder(tmp_path)
    found = take_apart(listing, defaults={"region": "邵阳", "business": "续期", "submitted_on": "2025/11/20"})
    first, second = (case.stated for case in found.cases)
    assert first is not None
    assert second is not None
    assert (first["region"], first["business"], first["submitted_on"]) == ("430500", "renewal", "2025-11-20")
    assert (second["policy"], "region" in second) == ("yichun-renewal", False)
    wrong = take_apart(listing, defaults={"submitted_on": "昨天", "region": "火星"})
    assert [fault.code for fault in wrong.faults] == ["BULK-024", "BULK-023"]


def test_a_manifest_by_itself_looks_only_at_what_it_names(tmp_path: Path) -> None:
    row = {"name": "李建国", "id_number": LI, "policy": "shaoyang-renewal", "date": "2025-11-20"}
    table = [row | {"files": [{"file": "X\\a.jpg", "kind": "application_form"}]}]
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "a.jpg").write_bytes(b"1")
    (tmp_path / "private.pdf").write_bytes(b"2")
    (tmp_path / "m.json").write_text(json.dumps(table), encoding="utf-8")
    with hand_in_at(tmp_path / "m.json") as found:
        (case,) = found.cases
        assert names(case) == ["x/a.jpg"]
        assert case.stated is not None
        assert case.stated["files"] == {"x/a.jpg": "application_form"}
        assert (found.faults, found.leftovers, found.scans) == ((), (), ())


def test_a_zip_on_disk(tmp_path: Path) -> None:
    path = tmp_path / "batch.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("01/case.yaml", CASE)
        archive.writestr("01/a.jpg", b"1")
    with hand_in_at(path) as found:
        (case,) = found.cases
        with case.files[0].open() as stream:
            assert stream.read() == b"1"
    (tmp_path / "photo.jpg").write_bytes(b"no zip")
    with hand_in_at(tmp_path / "photo.jpg") as found:
        assert [fault.code for fault in found.faults] == ["BULK-041"]


@both
def test_limits_of_cases_and_files(hand_in, tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"01/case.yaml": CASE} | {f"01/{i}.jpg": b"1" for i in range(31)}
    found = hand_in(tmp_path, files)
    assert codes(found.cases[0]) == ["CASE-013"]


def test_five_thousand_files_are_found_within_seconds(tmp_path: Path) -> None:
    rows = [f"王芳,{WANG},shaoyang-renewal,2025-11-20,糖尿病,c{i:04d},E{i}" for i in range(1000)]
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("清单.csv", "\n".join([f"{HEAD},文件夹,外部编号", *rows]))
        for i in range(1000):
            for j in range(5):
                archive.writestr(f"c{i:04d}/{j}.jpg", b"jpeg" * 200)
    started = time.monotonic()
    found = take_apart(list_archive(stream), limits=BulkLimits())
    total = 0
    for case in found.cases:
        for file in case.files:
            with file.open() as opened:
                total += len(opened.read())
    assert (len(found.cases), total, found.faults) == (1000, 5000 * 800, ())
    assert time.monotonic() - started < 20


@both
def test_a_broken_case_yaml_beside_a_row_is_the_only_thing_told(hand_in, tmp_path: Path) -> None:
    found = hand_in(
        tmp_path, {"m.csv": "文件夹,外部编号\n01,E-1\n", "01/case.yaml": "a: [", "01/a.jpg": b"1"}
    )
    assert [codes(case) for case in found.cases] == [["CASE-006"]]


@both
def test_a_table_of_something_else_beside_case_folders_is_no_manifest(hand_in, tmp_path: Path) -> None:
    files = {
        "统计.csv": "科室,数量\n内科,3\n",
        "01/case.yaml": CASE,
        "01/a.jpg": b"1",
        "清单.txt": "见各文件夹",
    }
    found = hand_in(tmp_path, files)
    assert [codes(case) for case in found.cases] == [[]]
    assert [fault.code for fault in found.faults] == ["BULK-014"]


def test_damaged_hand_ins_are_refused_and_never_crash() -> None:
    """A few hundred zips with bytes changed, cut out and put in: each is taken apart or refused."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("01/case.yaml", CASE)
        archive.writestr("01/a.jpg", b"12" * 500)
        archive.writestr("清单.csv", f"{HEAD},文件夹\n{LI_ROW},01\n")
    chance = np.random.default_rng(7)
    outcomes = set()
    for _ in range(400):
        data = bytearray(stream.getvalue())
        for _ in range(chance.integers(1, 5)):
            at = int(chance.integers(len(data)))
            data[at : at + int(chance.integers(10))] = chance.bytes(int(chance.integers(1, 10)))
        found = take_apart(list_archive(io.BytesIO(bytes(data))))
        outcomes |= {fault.code for fault in found.faults} or {"taken"}
        for file in (file for case in found.cases for file in case.files):
            with contextlib.suppress(EntryRefused), file.open() as opened:
                assert len(opened.read()) <= (file.size or 0)
    assert {"taken", "BULK-041", "BULK-052"} <= outcomes
