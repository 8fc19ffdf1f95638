"""Case folders: every fault of ``case.yaml`` and of the folder, and hostile YAML."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from intake.case import CaseLimits, CaseRefused, OpenedCase, open_case

GOOD = """\
policy: shaoyang-renewal
submitted_on: 2025-11-20
applicant:
  name: 李建国
  id_number: "430503196703124512"
diseases: [高血压病3级]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "案件-01"
    folder.mkdir()
    (folder / "case.yaml").write_text(GOOD, encoding="utf-8")
    (folder / "form.jpg").write_bytes(b"x")
    return folder


def faults(folder: Path, limits: CaseLimits | None = None) -> set[tuple[str, str]]:
    with pytest.raises(CaseRefused) as caught:
        open_case(folder, limits)
    assert all(fault.message and fault.remedy.endswith(("。", "？")) for fault in caught.value.faults)
    return {(fault.code, fault.where) for fault in caught.value.faults}


def opened_with(folder: Path, content: str | bytes) -> OpenedCase:
    data = content.encode() if isinstance(content, str) else content
    (folder / "case.yaml").write_bytes(data)
    return open_case(folder)


def test_a_good_case(folder: Path) -> None:
    case = open_case(folder)
    assert case.name == "案件-01"
    assert case.application.applicant.id_number == "430503196703124512"
    assert case.application.submitted_on.isoformat() == "2025-11-20"
    assert case.files == (folder / "form.jpg",)


def test_the_name_survives_a_dot(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    assert open_case(Path(".")).name == "案件-01"


def test_papers_are_found_in_sub_folders_and_nothing_else(folder: Path) -> None:
    for name in (
        "b/2.jpg",
        "b/c/3.pdf",
        ".hidden.jpg",
        ".git/4.jpg",
        "expected.yaml",
        "truth.yaml",
        "Thumbs.db",
    ):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    names = [path.relative_to(folder).as_posix() for path in open_case(folder).files]
    assert names == ["b/2.jpg", "b/c/3.pdf", "form.jpg"]


@pytest.mark.parametrize(
    "change",
    [
        ('"430503196703124512"', "430503196703124512"),
        ("policy: shaoyang-renewal", "region: 430500\nbusiness: renewal"),
        ("diseases: [高血压病3级]", "diseases:\ncategory:\nfiles:"),
        ("policy:", "\ufeffpolicy:"),
        ("diseases: [高血压病3级]", "entitlement: {disease: 高血压病3级, valid_until: 2025-12-31}"),
    ],
)
def test_other_ways_to_write_the_same(change: tuple[str, str], folder: Path) -> None:
    application = opened_with(folder, GOOD.replace(*change)).application
    assert application.applicant.id_number == "430503196703124512"


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("policy: shaoyang-renewal\n", "", ("CASE-011", "整体")),
        ("submitted_on: 2025-11-20\n", "", ("CASE-009", "submitted_on")),
        ("2025-11-20", "20251120", ("CASE-011", "submitted_on")),
        ("2025-11-20", "1700006400", ("CASE-011", "submitted_on")),
        ("2025-11-20", "2025-02-30", ("CASE-011", "submitted_on")),
        ("2025-11-20", "2025年11月20日", ("CASE-011", "submitted_on")),
        ("  name: 李建国\n", "", ("CASE-009", "applicant.name")),
        ("李建国", '" "', ("CASE-011", "applicant.name")),
        ("  name: 李建国\n", "  name: [李, 建国]\n", ("CASE-011", "applicant.name")),
        ("diseases: [高血压病3级]", "diseases: 高血压", ("CASE-011", "diseases")),
        ("diseases: [高血压病3级]", "diseases: [{a: b}]", ("CASE-011", "diseases[0]")),
        ("diseases:", "disease:", ("CASE-010", "disease")),
        ("  name:", "  insurance: 职工\n  name:", ("CASE-011", "applicant.insurance")),
        ("  name:", "  agent: {name: 王芳}\n  name:", ("CASE-009", "applicant.agent.id_number")),
        ("diseases: [高血压病3级]", "category: travel", ("CASE-011", "category")),
        ("policy:", "policy: x\npolicy:", ("CASE-016", "case.yaml")),
        ("policy: ", "policy：", ("CASE-006", "case.yaml")),
        ("  name", "\tname", ("CASE-006", "case.yaml")),
    ],
)
def test_each_fault_of_case_yaml(old: str, new: str, fault: tuple[str, str], folder: Path) -> None:
    (folder / "case.yaml").write_text(GOOD.replace(old, new, 1), encoding="utf-8")
    assert faults(folder) == {fault}


def test_faults_are_collected(folder: Path) -> None:
    (folder / "form.jpg").unlink()
    (folder / "case.yaml").write_text("applicant: {name: 李建国, relation: me}\nextra: 1\n", encoding="utf-8")
    assert faults(folder) == {
        ("CASE-009", "submitted_on"),
        ("CASE-009", "applicant.id_number"),
        ("CASE-011", "applicant.relation"),
        ("CASE-010", "extra"),
        ("CASE-012", str(folder)),
    }


BOMB = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{chr(98 + i)}: &{chr(98 + i)} [{', '.join([f'*{chr(97 + i)}'] * 10)}]\n" for i in range(9)
)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "CASE-008"),
        (b"- a\n- b\n", "CASE-008"),
        (b"\x00\x01\x02", "CASE-005"),
        (b"\xff\xd8\xff\xe0 JFIF", "CASE-005"),
        ("policy: 邵阳".encode("gbk"), "CASE-005"),
        (b"\t\t: \t", "CASE-006"),
        (b"a: b: c", "CASE-006"),
        (b"a: 1\n---\nb: 2\n", "CASE-006"),
        (b"!!python/object/apply:os.system ['true']", "CASE-006"),
        (BOMB.encode(), "CASE-007"),
        (b"<<: *x", "CASE-007"),
        (b"[" * 60_000, "CASE-006"),
        (b"{a: " * 15_000, "CASE-006"),
        (b"a: |\n" + b" x" * 5_000_000, "CASE-004"),
    ],
)
def test_hostile_yaml_is_refused_at_once(content: bytes, code: str, folder: Path) -> None:
    (folder / "case.yaml").write_bytes(content)
    start = time.perf_counter()
    assert faults(folder) == {(code, "case.yaml")}
    assert time.perf_counter() - start < 5


def test_folder_faults(tmp_path: Path, folder: Path) -> None:
    assert faults(tmp_path / "nowhere") == {("CASE-001", str(tmp_path / "nowhere"))}
    assert faults(folder / "form.jpg") == {("CASE-001", str(folder / "form.jpg"))}
    (folder / "case.yaml").unlink()
    assert faults(folder) == {("CASE-003", "case.yaml")}


def test_too_many_files(folder: Path) -> None:
    for number in range(30):
        (folder / f"{number}.jpg").write_bytes(b"x")
    assert faults(folder) == {("CASE-013", str(folder))}
    assert len(open_case(folder, CaseLimits(files=31)).files) == 31


def test_links_must_stay_inside(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.jpg").write_bytes(b"x")
    (folder / "again.jpg").symlink_to("form.jpg")
    assert [path.name for path in open_case(folder).files] == ["again.jpg", "form.jpg"]
    (folder / "out.jpg").symlink_to(tmp_path / "secret.jpg")
    (folder / "etc").symlink_to("/etc")
    (folder / "loop").symlink_to(".")
    (folder / "broken.jpg").symlink_to("nothing.jpg")
    assert faults(folder) == {
        ("CASE-014", "out.jpg"),
        ("CASE-014", "etc"),
        ("CASE-014", "loop"),
        ("CASE-015", "broken.jpg"),
    }


def test_overrides_stand_in_place_of_case_yaml(folder: Path) -> None:
    bare = GOOD.replace("policy: shaoyang-renewal\n", "").replace("submitted_on: 2025-11-20\n", "")
    (folder / "case.yaml").write_text(bare, encoding="utf-8")
    given = {"policy": "yichun-renewal", "submitted_on": "2025-12-01"}
    for content in (bare, GOOD):
        (folder / "case.yaml").write_text(content, encoding="utf-8")
        stated = open_case(folder, overrides=given).application
        assert (stated.policy, str(stated.submitted_on)) == ("yichun-renewal", "2025-12-01")
    with pytest.raises(CaseRefused) as caught:
        open_case(folder, overrides={"submitted_on": "20251201"})
    assert [fault.where for fault in caught.value.faults] == ["submitted_on"]


def test_names_that_are_no_text(folder: Path) -> None:
    strange = folder.rename(folder.with_name(os.fsdecode(b"case-\xff")))
    assert open_case(strange).name == r"case-\xff"
    for name in (b"\xb2\xa1.jpg", b"\xfe/form.jpg"):
        path = strange / os.fsdecode(name)
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"x")
    assert faults(strange) == {("CASE-017", r"\xb2\xa1.jpg"), ("CASE-017", "form.jpg")}


def test_a_name_too_long_for_any_folder() -> None:
    assert faults(Path("案" * 300)) == {("CASE-001", "案" * 300)}


def test_pipes_are_not_opened(folder: Path) -> None:
    os.mkfifo(folder / "pipe.jpg")
    assert faults(folder) == {("CASE-015", "pipe.jpg")}
    (folder / "pipe.jpg").unlink()
    (folder / "case.yaml").unlink()
    os.mkfifo(folder / "case.yaml")
    assert faults(folder) == {("CASE-003", "case.yaml")}
