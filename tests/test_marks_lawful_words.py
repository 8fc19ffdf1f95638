"""The marks that law puts on bills and invoices are told by part of their text; other seals are not."""

from __future__ import annotations

import pytest

from ocr.marks.answers import Answer
from ocr.marks.lawful_words import MARKS, Mark, lines_of_mark, mark_told

FINANCE, TAXES, NATIONAL, ELECTRONIC = MARKS


@pytest.mark.parametrize(
    "ring",
    ["财政票据监制章", "政票据监制", "财政票退监制陈绒", "座策系财政票退监制", "财政票监", "财政票据不工题"],
)
def test_the_mark_of_the_finance_ministry_is_told_by_four_of_its_characters(ring: str) -> None:
    assert mark_told([ring]) is FINANCE


@pytest.mark.parametrize(("ring", "bottom"), [("财据监", "财政都监利"), ("票监", "财政部监制")])
def test_fewer_are_enough_where_the_bottom_is_read(ring: str, bottom: str) -> None:
    assert mark_told([ring], [bottom]) is FINANCE


def test_one_of_several_readings_is_enough() -> None:
    assert mark_told(["", "全国统一制票监制章"]) is TAXES


@pytest.mark.parametrize(
    "rings",
    [
        ["临沂市财政局", "财政监督专用章"],
        ["上海市财政局票据监督管理专用章"],
        ["财务专用章"],
        ["现金收讫"],
        ["财政部监制"],
        ["财产保险股份有限公司政务票据业务监制中心章"],
        [],
    ],
)
def test_other_seals_are_no_marks(rings: list[str]) -> None:
    assert mark_told(rings) is None


def test_a_title_that_runs_across_is_no_line_of_a_mark() -> None:
    lines = [Answer("医疗住院收费票据", 0.9), Answer("贵州省", 0.8), Answer("财政部监", 0.7, 0.3)]
    assert lines_of_mark(FINANCE, lines) == [Answer("贵州省", 0.8), Answer("财政部监制", 0.7, 0.8)]


@pytest.mark.parametrize(
    ("rings", "mark"),
    [
        (["全国统一财政电子票护监制章"], ELECTRONIC),
        (["全国统财政电子票据制章", "全国统一财政票据监制"], ELECTRONIC),
        (["全国统一财政票据监制章"], NATIONAL),
        (["国统一财政票据监制"], NATIONAL),
        (["财政票据监制章"], FINANCE),
    ],
)
def test_the_longer_marks_are_not_told_as_the_short_one(rings: list[str], mark: Mark) -> None:
    assert mark_told(rings) is mark
