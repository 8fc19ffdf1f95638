"""Places to sign: which labels make one, and whether somebody signed there."""

from __future__ import annotations

import json
from pathlib import Path

import cv2
import numpy as np
import pytest

from ocr.marks.signature_labels import find_labels, folded
from ocr.marks.signatures import find_signatures
from ocr.types import Box, Pixels, Seal, TextLine

PAGES = Path(__file__).parent / "resources" / "marks"


def line(text: str, box: tuple[float, float, float, float], confidence: float | None = 0.98) -> TextLine:
    x0, y0, x1, y1 = box
    return TextLine(text, ((x0, y0), (x1, y0), (x1, y1), (x0, y1)), confidence)


def page(name: str) -> tuple[Pixels, list[TextLine]]:
    pixels = np.ascontiguousarray(cv2.imread(str(PAGES / f"{name}.jpg"))[:, :, ::-1])
    texts = json.loads((PAGES / f"{name}.json").read_text(encoding="utf-8"))
    return pixels, [line(text, tuple(box)) for text, box in texts]


def blank(label: str, *more: TextLine, width: int = 900) -> tuple[Pixels, list[TextLine]]:
    """An empty sheet with one label on it, drawn as a bar so that print is there."""
    pixels = np.full((1200, width, 3), 250, np.uint8)
    pixels[708:724, 100:240] = 40
    return pixels, [line(label, (100, 700, 240, 730)), *more]


LABELS = [
    ("医师签名：", "physician"),
    ("医 师 签 名 ：", "physician"),
    ("医生签名:", "physician"),
    ("医师签字", "physician"),
    ("医师（签章）：", "physician"),
    ("主治医师签名：", "physician"),
    ("经治医师：", "physician"),
    ("责任医师签名（盖章）：", "physician"),
    ("诊断医师：", "physician"),
    ("医生：", "physician"),
    ("副主任及以上医师签名：", "physician"),
    ("副主任医师及以上专家签名：", "physician"),
    ("报告医师：", "physician"),
    ("审核医师：", "physician"),
    ("诊断意见：同意认定。 医师签名：", "physician"),
    ("申请人签名：", "applicant"),
    ("申请人（签字）：", "applicant"),
    ("申请人（或监护人）签字：", "applicant"),
    ("参保人签名：", "applicant"),
    ("参保人员签字(按手印)：", "applicant"),
    ("本人签名：", "applicant"),
    ("承诺人：", "applicant"),
    ("委托人（签名）：", "applicant"),
    ("患者签名：", "applicant"),
    ("患者或家属签名：", "applicant"),
    ("代办人签名：", "agent"),
    ("被委托人签名：", "agent"),
    ("受托人（签名）：", "agent"),
    ("代理人签字：", "agent"),
    ("医师签各：", None),
    ("医师签石:", None),
]


@pytest.mark.parametrize(("text", "role"), [case for case in LABELS if case[1]])
def test_labels_that_ask_for_a_signature(text: str, role: str) -> None:
    labels = find_labels([line(text, (100, 700, 340, 730))], 1000)
    assert [label.role for label in labels] == [role]


@pytest.mark.parametrize(
    "text",
    [
        "检验者：张三",
        "审核者：李四",
        "申请医师：张三",
        "送检医生：王五",
        "开单医生：王五",
        "医师职称：副主任医师",
        "医师意见",
        "主治医师",
        "职称：主任医师",
        "申请人姓名：李四",
        "请家庭医生签约",
        "遵医嘱，医生建议定期复查",
        "经办人签字：",
        "患者签收药品三盒",
    ],
)
def test_labels_that_do_not(text: str) -> None:
    assert find_labels([line(text, (100, 700, 340, 730))], 1000) == []


@pytest.mark.parametrize(("y", "many"), [(100, 0), (800, 1)])
def test_a_name_at_the_head_of_a_letter_is_no_place_to_sign(y: float, many: int) -> None:
    assert len(find_labels([line("委托人：李四", (100, y, 300, y + 30))], 1000)) == many


def test_a_bare_label_belongs_to_the_block_above() -> None:
    promise = line("本人承诺以上内容真实", (100, 640, 500, 670))
    opinion = line("诊断医师意见", (100, 640, 300, 670))
    bare = line("签名：", (100, 700, 200, 730))
    assert [x.role for x in find_labels([promise, bare], 1000)] == ["applicant"]
    assert [x.role for x in find_labels([opinion, bare], 1000)] == ["physician"]
    assert find_labels([bare], 1000) == []


def test_two_labels_in_one_line() -> None:
    both = line("申请人签名：      代办人签名：", (100, 700, 700, 730))
    assert sorted(label.role for label in find_labels([both], 1000)) == ["agent", "applicant"]


def test_signing_places() -> None:
    pixels, lines = page("signing_places")
    seen = [(s.role, s.present) for s in find_signatures(pixels, lines, 2)]
    assert seen == [
        ("physician", True),
        ("applicant", False),
        ("agent", False),
        ("applicant", False),
        ("physician", True),
        ("applicant", True),
    ]


@pytest.mark.parametrize("name", ["signing_places", "signing_cells"])
def test_a_page_that_a_program_drew_is_judged_alike(name: str) -> None:
    pixels, lines = page(name)
    taken, drawn = (find_signatures(pixels, lines, 1, lit=lit) for lit in (True, False))
    assert [(s.role, s.present) for s in drawn] == [(s.role, s.present) for s in taken]
    for here, there in zip(drawn, taken, strict=True):
        assert here.box == pytest.approx(there.box, abs=2)


def test_cells_under_headings() -> None:
    pixels, lines = page("signing_cells")
    seen = {s.role: s.present for s in find_signatures(pixels, lines, 1)}
    assert seen == {"physician": True, "applicant": False}


@pytest.mark.parametrize("factor", [0.8, 2.0])
def test_page_size_does_not_matter(factor: float) -> None:
    pixels, lines = page("signing_places")
    scaled = np.asarray(
        cv2.resize(pixels, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA), np.uint8
    )
    moved = [line(x.text, tuple(v * factor for v in x.box)) for x in lines]
    seen = [s.present for s in find_signatures(scaled, moved, 1)]
    assert seen == [True, False, False, False, True, True]


@pytest.mark.parametrize("rest", ["", "____", "／", "年  月  日", "2025年3月5日", "日期：", "........", "—"])
def test_nothing_behind_the_label_is_no_signature(rest: str) -> None:
    pixels, lines = blank("医师签名：")
    lines[0] = line("医师签名：" + rest, (100, 700, 240, 730))
    assert [s.present for s in find_signatures(pixels, lines, 1)] == [False]


@pytest.mark.parametrize("rest", ["张伟", "张伟 副主任医师", "欧阳国强", "张 伟", "张伟 2025年3月5日"])
def test_a_name_behind_the_label_is_a_signature(rest: str) -> None:
    pixels, lines = blank("医师签名：")
    lines[0] = line("医师签名：" + rest, (100, 700, 400, 730))
    assert [s.present for s in find_signatures(pixels, lines, 1)] == [True]


def test_the_next_label_is_no_name() -> None:
    pixels, lines = blank("医师签名：", line("联系电话：", (300, 700, 420, 730)))
    (signature,) = find_signatures(pixels, lines, 1)
    assert signature.present is False
    assert signature.box[2] <= 300


def test_cut_off_at_the_edge_cannot_be_told() -> None:
    pixels, lines = blank("医师签名：", width=270)
    assert [s.present for s in find_signatures(pixels, lines, 1)] == [None]


def test_a_label_that_was_hardly_read_cannot_be_told() -> None:
    pixels, lines = blank("医师签名：")
    lines[0] = line("医师签名：", (100, 700, 240, 730), 0.4)
    assert [s.present for s in find_signatures(pixels, lines, 1)] == [None]


def test_a_copied_seal_over_the_place_is_no_writing() -> None:
    pixels, lines = blank("医师签名：")
    cv2.circle(pixels, (360, 715), 110, (90, 90, 90), 5)
    cv2.circle(pixels, (360, 715), 50, (90, 90, 90), 20)
    box: Box = (247, 602, 473, 828)
    seal = Seal("", "grey", "round", 1, box, 0.9)
    assert [s.present for s in find_signatures(pixels, lines, 1, (seal,))] == [None]


def test_a_page_without_labels() -> None:
    assert find_signatures(np.full((900, 600, 3), 255, np.uint8), [line("姓名：", (1, 1, 90, 30))], 1) == ()


def test_folded_keeps_places() -> None:
    text = "医 师（签 名）："
    plain, places = folded(text)
    assert plain == "医师(签名):"
    assert [text[p] for p in places] == list("医师（签名）：")


def test_the_heading_of_a_block_is_no_place_to_sign() -> None:
    heading, label = line("责任医师", (100, 600, 220, 630)), line("医师签名：", (500, 700, 640, 730))
    assert [found.line for found in find_labels([heading, label], 1200)] == [label]
    assert [found.line for found in find_labels([heading], 1200)] == [heading]


def test_a_month_in_a_name_is_no_date() -> None:
    pixels, lines = blank("申请人签名：江月娥")
    (signature,) = find_signatures(pixels, lines, 1)
    assert signature.present is True
