"""Conclusions of reports on endoscopies and tissue: heads of their own, specimens, stickers, cut edges."""

from __future__ import annotations

from page_text import fields, line

from ocr.kinds import classify
from ocr.types import DocumentKind as K
from ocr.types import TextLine


def _upright(text: str, x: float, y: float) -> TextLine:
    corners = ((x, y), (x + 14, y), (x + 14, y + 30 * len(text)), (x, y + 30 * len(text)))
    return TextLine(text, corners, 0.5)


def test_a_conclusion_may_begin_with_a_head_of_its_own() -> None:
    page = [line("检查提示：", 100, 900), line("超声内镜结果：胃底隆起：囊肿？", 120, 935)]
    assert fields(K.EXAM_REPORT, *page)["diagnosis"] == ["超声内镜结果:胃底隆起:囊肿?"]
    sliced = [line("病理诊断：", 100, 900), line("快速石蜡切片诊断：", 150, 935)]
    found = fields(K.PATHOLOGY_REPORT, *sliced, line("（胃体）粘膜慢性炎，肠化（+）。", 160, 970))
    assert found["diagnosis"] == ["（胃体）粘膜慢性炎,肠化（+）"]


def test_a_specimen_in_brackets_begins_an_entry() -> None:
    """Also where a colon for a semicolon ends the line before it, and semicolons part others."""
    texts = (
        "（胃窦）粘膜轻度慢性炎：",
        "（胃体）粘膜轻度慢性炎；",
        "（贲门）粘膜中度慢性炎，腺体未见明显萎缩。",
    )
    page = [line("病理诊断：", 100, 900), *(line(t, 150, 935 + 35 * n) for n, t in enumerate(texts))]
    got = fields(K.PATHOLOGY_REPORT, *page)["diagnosis"]
    assert got == [
        "（胃窦）粘膜轻度慢性炎",
        "（胃体）粘膜轻度慢性炎",
        "（贲门）粘膜中度慢性炎,腺体未见明显萎缩",
    ]


def test_the_edge_of_another_sheet_is_no_conclusion() -> None:
    page = [line("病理诊断：", 100, 900), _upright("封签", 1500, 890), line("胃体高分化腺癌", 130, 940)]
    assert fields(K.PATHOLOGY_REPORT, *page)["diagnosis"] == ["胃体高分化腺癌"]


def test_a_sticker_beside_the_conclusion() -> None:
    page = [line("检查提示：", 60, 900), line("食管溃疡", 80, 940), line("贲门炎", 80, 975)]
    sticker = [line("1)06420001(10)", 900, 975), line("失 日期：2022-03-11", 900, 1010)]
    got = fields(K.EXAM_REPORT, *page, *sticker)
    assert got["diagnosis"] == ["食管溃疡", "贲门炎"]
    assert "report_date" not in got


def test_a_label_cut_by_the_pages_edge() -> None:
    page = [
        line("断结果：", 2, 900),
        line("1.慢性胃炎伴糜烂；", 120, 905),
        line("2.反流性食管炎。", 120, 940),
    ]
    assert fields(K.EXAM_REPORT, *page)["diagnosis"] == ["慢性胃炎伴糜烂", "反流性食管炎"]
    inside = [line("断结果：", 80, 900), *page[1:]]
    assert "diagnosis" not in fields(K.EXAM_REPORT, *inside)


def test_entries_of_a_result_are_lines_and_no_comma_parts_them() -> None:
    page = [line("诊断结果：", 100, 900), line("胃体结节，多系良性，息肉？", 260, 902)]
    got = fields(K.EXAM_REPORT, *page, line("腹腔未见肿大淋巴结。", 260, 937))["diagnosis"]
    assert got == ["胃体结节,多系良性,息肉?", "腹腔未见肿大淋巴结"]


def test_a_report_that_names_its_examination_pathology() -> None:
    page = [line("检查类型：", 600, 20), line("病理", 760, 20), line("检查项目：胃粘膜活检", 60, 80)]
    page += [line("影像表现：", 60, 250), line("诊断结果：（胃体）活检小组织，粘膜慢性炎", 60, 500)]
    assert classify(page, width=1460, height=826).kind is K.PATHOLOGY_REPORT
