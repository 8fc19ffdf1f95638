"""Heads of a test report that are read as one, beside a cut word, or call the result 项目结果."""

from __future__ import annotations

from page_text import fields, line, runs, table_lines

from ocr.tables import read_test_rows
from ocr.types import DocumentKind as K
from ocr.values.hospital_names import find_hospital_names


def _rows(*lines: tuple[str, ...], at: tuple[int, ...]) -> list[dict[str, str | None]]:
    return [dict(r.values) for r in read_test_rows(runs(*table_lines(*lines, at=at)), flagged=True)]


def test_results_marks_and_ranges_under_one_word() -> None:
    """The ranges stand in square brackets."""
    heads = ("代号", "检验项目", "结果提示参考值", "", "", "单位")
    body = (
        ("WBC", "白细胞计数", "7.0", "", "[4.00-10.00]", "10^9/L"),
        ("RBC", "红细胞计数", "5.31", "↑", "[3.50-5.00]", "10^12/L"),
        ("HGB", "血红蛋白", "132", "", "[115-155]", "g/L"),
    )
    got = _rows(heads, *body, at=(60, 200, 500, 620, 680, 950))
    assert [(r["name"], r["result"], r["reference"]) for r in got] == [
        ("白细胞计数", "7.0", "4.00-10.00"),
        ("红细胞计数", "5.31", "3.50-5.00"),
        ("血红蛋白", "132", "115-155"),
    ]
    assert got[1]["flag"] == "↑"


def test_a_cut_word_beside_heads_that_tell_the_table() -> None:
    body = (("1", "胃蛋白酶原I", "PGI", "88.12"), ("2", "胃蛋白酶原II", "PGII", "9.48"))
    got = _rows(("序号", "检测项目", "缩写", "结果", "È"), *body, at=(60, 200, 600, 800, 1200))
    assert [(r["name"], r["result"]) for r in got] == [("胃蛋白酶原I", "88.12"), ("胃蛋白酶原II", "9.48")]


def test_results_headed_as_those_of_the_items() -> None:
    body = (("酸碱度", "6.0", "5.4-8.4", ""), ("管型", "3", "0-2", "个/μL"))
    got = _rows(("项目名称", "项目结果", "参考范围", "单位"), *body, at=(60, 300, 500, 800))
    assert [(r["name"], r["result"], r["reference"]) for r in got] == [
        ("酸碱度", "6.0", "5.4-8.4"),
        ("管型", "3", "0-2"),
    ]


def test_a_region_set_beside_two_names() -> None:
    head = [
        line("样章市", 380, 80, height=46),
        line("第二人民医院", 540, 75),
        line("中西医结合医院", 525, 105),
    ]
    got = fields(K.LAB_REPORT, *head, line("姓名：李建国", 100, 300), line("报告单", 800, 90))
    assert got["hospital_name"] == ["样章市第二人民医院", "样章市中西医结合医院"]
    found = find_hospital_names("样章医学院病理学系样章医院病理科")
    assert [n.name for n in found] == ["样章医院"]
