"""Tables of measurements without heads: 左房内径 LA 35 mm 19-40, in columns, one to three abreast.

Read only where several rows below each other hold nothing but names, numbers and units that stand in line;
a row of particulars (身高 170 cm 体重 60 kg) is no table, and what stands behind colons is left to labels.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from ocr.reliance import LOOSELY, bounded
from ocr.table_heads import Token
from ocr.table_rows import Draft, TestRow, read_rows
from ocr.values.quantities import is_unit

LEAST_ROWS = 4
MOST_ABREAST = 3
IN_LINE = 1.5
"""Text heights that the numbers of one column may stand out of line."""
WITH_UNITS = 0.6
"""Share of the rows that must name a unit."""
NEAR = 3.0
"""Rows stand at most so many text heights below each other."""
_COLUMNS = frozenset({"name", "result", "unit", "reference"})
_VALUE = re.compile(r"[<>]?\d{1,4}(?:\.\d+)?(?:/-?\d{1,4}(?:\.\d+)?){0,2}")
_RANGE = re.compile(r"[(（]?[<>≤≥]?\d+(?:\.\d+)?(?:(?:-{1,2}|~|～|—)\d+(?:\.\d+)?)?[)）]?")
_CODE, _CHINESE = re.compile(r"[A-Za-z][A-Za-z0-9%#+/-]{0,8}"), re.compile(r"[\u4e00-\u9fff]{2}")
_RANGES_LABEL = re.compile(r"[(（]?(?:参考(?:范围|区间|值)|正常(?:值|范围|参考值))[:：]?")
_BETWEEN = re.compile(r"\d\s?(?:-{1,2}|~|～|—)\s?\d|[<>≤≥]")
_NAME = re.compile(r"(?=.*[A-Za-z\u4e00-\u9fff])[A-Za-z\u4e00-\u9fffα-ωⅠ-Ⅻ0-9()（）/+\-'′%#*]{1,16}")
_PARTICULARS = re.compile(
    r"身高|体重|年龄|体温|血压|脉搏|呼吸|床号|病室|病区|科室|科别|电话|编号|日期|岁$|住院|门诊"
)


def read_measured_lines(rows: Sequence[Sequence[Token]], *, tests: bool = False) -> list[TestRow]:
    """The rows of every table without a head on a page whose rows of text these are.

    ``tests``: the paper is a report of tests, where one line may be all: HbA1c 8.6 % 参考范围 4.0-6.0.
    """
    found: list[TestRow] = []
    parsed = [(n, _groups(row, tests=tests)) for n, row in enumerate(rows)]
    run: list[list[Draft]] = []
    for n, groups in parsed:
        if groups and (not run or (len(groups) <= len(run[0]) and _is_below(rows[n], rows[n - 1]))):
            run.append(groups)
            continue
        found.extend(_table(run, tests=tests))
        run = [groups] if groups else []
    return [*found, *_table(run, tests=tests)]


def _groups(row: Sequence[Token], *, tests: bool) -> list[Draft]:
    """The measurements that a row is made of, left to right; none where it holds anything else.

    A test's code before its name is no part of it: WBC 白细胞计数.
    """
    drafts: list[Draft] = []
    at = 0
    while at < len(row):
        name = at
        while at < len(row) and not _VALUE.fullmatch(row[at].text):
            if not _NAME.fullmatch(row[at].text) or _PARTICULARS.search(row[at].text) or at - name > 1:
                return []
            at += 1
        if at == name or at == len(row):
            return []
        coded = (
            tests
            and at - name > 1
            and _CODE.fullmatch(row[name].text)
            and _CHINESE.search(row[name + 1].text)
        )
        held = {"name": list(row[name + bool(coded) : at]), "result": [row[at]]}
        at += 1
        if at < len(row) and is_unit(row[at].text):
            held["unit"] = [row[at]]
            at += 1
        at += at < len(row) and _RANGES_LABEL.fullmatch(row[at].text) is not None
        if at < len(row) and _RANGE.fullmatch(row[at].text) and _BETWEEN.search(row[at].text):
            held["reference"] = [row[at]]
            at += 1
        drafts.append(Draft(held))
    return drafts if len(drafts) <= MOST_ABREAST else []


def _table(rows: Sequence[Sequence[Draft]], *, tests: bool) -> list[TestRow]:
    """The rows of a stretch of measurements, left to right and down, if it is a table."""
    drafts = [d for row in rows for d in row]
    units = sum("unit" in d.tokens for d in drafts)
    columns = [[row[n] for row in rows if n < len(row)] for n in range(MOST_ABREAST)]
    few = len(rows) < LEAST_ROWS
    told = tests and units == len(drafts) and any("reference" in d.tokens for d in drafts)
    if (few and not told) or units < WITH_UNITS * len(drafts) or not all(map(_stands_in_line, columns)):
        return []
    read = [read_rows(column, _COLUMNS, flagged=False) for column in columns]
    return [
        replace(found, confidence=bounded(found.confidence, LOOSELY)) if few else found
        for at in range(len(rows))
        for column in read
        if at < len(column) and (found := column[at]) is not None
    ]


def _stands_in_line(column: Sequence[Draft]) -> bool:
    numbers = [d.tokens["result"][0] for d in column]
    if not numbers:
        return True
    usual = median(t.box[0] for t in numbers)
    return max(abs(t.box[0] - usual) for t in numbers) <= IN_LINE * median(map(_height, numbers))


def _is_below(row: Sequence[Token], above: Sequence[Token]) -> bool:
    return row[0].box[1] - above[0].box[3] < NEAR * _height(row[0])


def _height(token: Token) -> float:
    return token.box[3] - token.box[1]
