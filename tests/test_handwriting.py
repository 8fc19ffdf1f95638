"""What stands behind labels: print is read, a hand's writing is not asserted, its place is a mark."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest
from page_text import line, runs
from PIL import Image, ImageDraw, ImageFont

from ocr.engine import open_engine
from ocr.extract import PageText, extract
from ocr.marks.filled_in import Written, is_a_pad
from ocr.marks.handwriting import find_handwriting, is_handwritten, is_penned
from ocr.models import bundled_models
from ocr.page import read_page
from ocr.papers import as_document, group
from ocr.reliance import LOOSELY
from ocr.slots import find_slots
from ocr.types import Box, DocumentKind, FileFacts, Pixels, RawPage, Source

FONT = Path("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc")
LABEL: Box = (60, 58, 170, 98)
NAME: Box = (180, 58, 280, 98)

pytestmark = pytest.mark.skipif(not FONT.exists(), reason="fonts-noto-cjk is not installed")


def signed(
    *, ink: tuple[int, int, int] = (20, 20, 20), lean: float = 0, joined: bool = False, ruled: bool = False
) -> Pixels:
    """医师: and a name, at 30 pixels a character."""
    face = ImageFont.truetype(str(FONT), 30)
    sheet = Image.new("RGB", (420, 160), (250, 249, 247))
    ImageDraw.Draw(sheet).text((64, 58), "医师：", font=face, fill=(20, 20, 20))
    name = Image.new("RGB", (420, 160), (255, 255, 255))
    pen = ImageDraw.Draw(name)
    pen.text((184, 58), "周明远", font=face, fill=ink)
    if ruled:
        pen.line([(180, 97), (290, 97)], fill=ink, width=3)
    if joined:
        pen.line([(184, 84), (205, 70), (228, 88), (250, 72), (276, 86)], fill=ink, width=3)
    if lean:
        slope = np.tan(np.deg2rad(lean))
        name = name.transform(
            name.size, Image.Transform.AFFINE, (1, slope, -slope * 78, 0, 1, 0), fillcolor="white"
        )
    both = np.minimum(np.asarray(sheet), np.asarray(name))
    return np.asarray(cv2.GaussianBlur(both, (0, 0), 0.6), np.uint8)


@pytest.mark.parametrize("ruled", [False, True])
def test_print_is_print(ruled: bool) -> None:
    assert not is_handwritten(signed(ruled=ruled), NAME, LABEL)


@pytest.mark.parametrize(
    "hand", [{"joined": True}, {"joined": True, "ruled": True}, {"lean": 16}, {"ink": (30, 40, 140)}], ids=str
)
def test_a_hand_joins_leans_or_is_blue(hand: dict[str, object]) -> None:
    assert is_handwritten(signed(**hand), NAME, LABEL)  # type: ignore[arg-type]


@pytest.mark.parametrize("weak", [{"lean": 6}, {"ink": (20, 20, 33)}, {"ruled": True, "lean": 5}], ids=str)
def test_one_weak_sign_alone_is_no_hand(weak: dict[str, object]) -> None:
    assert not is_handwritten(signed(**weak), NAME, LABEL)  # type: ignore[arg-type]


def test_a_name_with_one_weak_sign_is_told_and_never_as_sure() -> None:
    page = runs(line("医师：周明远", 64, 62, height=30))
    sheet = signed(ink=(20, 20, 33))
    told, (doubted,) = find_handwriting(sheet, page, DocumentKind.DISCHARGE_SUMMARY, frozenset())
    assert told == ()
    text = PageText(1, page, Source.OCR, 420, 160, doubted=(doubted,))
    (name,) = extract(DocumentKind.DISCHARGE_SUMMARY, [text])["physician_name"]
    assert (name.value, name.confidence) == ("周明远", LOOSELY)


def test_two_weak_signs_are_a_hand() -> None:
    assert is_handwritten(signed(ink=(20, 20, 33), lean=9), NAME, LABEL)


def test_a_hand_behind_a_printed_name_is_told_by_itself() -> None:
    sheet = Image.fromarray(signed())
    pen = ImageDraw.Draw(sheet)
    pen.text((274, 58), "/", font=ImageFont.truetype(str(FONT), 30), fill=(20, 20, 20))
    pen.line([(292, 84), (313, 66), (336, 90), (358, 68), (384, 88)], fill=(30, 40, 140), width=3)
    page = (line("医师：周明远/李文博", 64, 62, height=30),)
    (hand,), _ = find_handwriting(np.asarray(sheet), runs(*page), DocumentKind.DISCHARGE_SUMMARY, frozenset())
    assert hand[0] > 250  # 李文博 alone


@pytest.mark.parametrize("form", [True, False])
def test_elsewhere_print_is_print(form: bool) -> None:
    assert not is_penned(signed(), NAME, LABEL, form=form)


def test_elsewhere_a_hand_leans_and_is_blue_on_forms() -> None:
    assert is_penned(signed(lean=16), NAME, LABEL, form=True)
    assert is_penned(signed(lean=16), NAME, LABEL, form=False)
    blue = signed(ink=(30, 40, 140))
    assert is_penned(blue, NAME, LABEL, form=True)
    assert not is_penned(blue, NAME, LABEL, form=False)  # printers overprint in blue


def test_black_behind_a_green_label_is_print() -> None:
    page = signed()
    label = page[:, :180]
    label[label.max(2) < 128] = (54, 110, 30)
    assert not is_penned(page, NAME, LABEL, form=True)


FORM = (
    ("门诊慢特病认定申请表", "", False),
    ("姓名：", "周明远", True),
    ("身份证号：", "430503196703124514", False),
    ("联系电话：", "13900001234", False),
    ("申请病种：", "类风湿关节炎", True),
    ("参保地：", "邵阳市大祥区", False),
    ("申请日期：", "2025年3月18日", False),
)


def filled_in() -> Pixels:
    """A form in print, of which two values are written by hand: leaning, off the line."""
    face = ImageFont.truetype(str(FONT), 30)
    sheet, hand = (Image.new("RGB", (1000, 900), "white") for _ in range(2))
    for n, (label, value, by_hand) in enumerate(FORM):
        y = 80 + 100 * n
        ImageDraw.Draw(sheet).text((120 if value else 300, y), label, font=face, fill=(20, 20, 20))
        where = ImageDraw.Draw(hand if by_hand else sheet)
        where.text((320, y - 5 * by_hand), value, font=face, fill=(20, 20, 20))
    slope = np.tan(np.deg2rad(15))
    rows = np.asarray(hand).copy()
    for top in range(60, 760, 100):  # each row leans about its own middle
        move = np.array([[1, -slope, slope * 36], [0, 1, 0]], np.float32)
        rows[top : top + 100] = cv2.warpAffine(
            rows[top : top + 100], move, (1000, 100), borderValue=(255, 255, 255)
        )
    return np.asarray(cv2.GaussianBlur(np.minimum(np.asarray(sheet), rows), (0, 0), 0.6), np.uint8)


PAD = (("姓名：", "马桂慧"), ("性别：", "女"), ("住址：", "汉台区兴汉路三号"), ("诊断：", "脑梗死"))


def pad(lean: float) -> Pixels:
    """A certificate's labels in print, and behind them values that lean, each about its own row's middle."""
    face = ImageFont.truetype(str(FONT), 30)
    sheet = np.full((600, 800, 3), 255, np.uint8)
    for n, (label, value) in enumerate(PAD):
        row, hand = (Image.new("RGB", (800, 100), "white") for _ in range(2))
        ImageDraw.Draw(row).text((100, 31), label, font=face, fill=(20, 20, 20))
        ImageDraw.Draw(hand).text((300, 31), value, font=face, fill=(20, 20, 20))
        slope = float(np.tan(np.deg2rad(lean)))
        move = np.array([[1, -slope, slope * 50], [0, 1, 0]], np.float32)
        leaning = cv2.warpAffine(np.asarray(hand), move, (800, 100), borderValue=(255, 255, 255))
        sheet[100 * n : 100 * (n + 1)] = np.minimum(np.asarray(row), leaning)
    return np.asarray(cv2.GaussianBlur(sheet, (0, 0), 0.6), np.uint8)


@pytest.mark.parametrize(("lean", "by_hand"), [(0, 0), (12, len(PAD))])
def test_a_pad_filled_in_by_hand_marks_single_characters_too(lean: float, by_hand: int) -> None:
    lines = [
        line(t, x, 100 * n + 37) for n, row in enumerate(PAD) for t, x in zip(row, (100, 300), strict=True)
    ]
    found, _ = find_handwriting(pad(lean), runs(*lines), DocumentKind.DIAGNOSIS_CERTIFICATE, frozenset())
    rows = {int(box[1] // 100) for box in found}
    assert len(rows) == by_hand


def test_a_form_filled_in_by_hand_keeps_its_print_and_marks_the_hand() -> None:
    engine = open_engine(bundled_models(Path.home() / ".local/share/menshen/models"), threads=2)
    (paper,) = group([read_page(RawPage(1, filled_in()), engine, picture=True)])
    form = as_document(paper, file="f", sha256="", facts=FileFacts("image/png"))
    assert form.kind is DocumentKind.APPLICATION_FORM
    told = {name: [f.value for f in found] for name, found in form.fields.items()}
    assert told["id_number"] == ["430503196703124514"]
    assert told["phone"] == ["13900001234"]
    assert told["application_date"] == ["2025-03-18"]
    assert not {"patient_name", "claimed_disease", "diagnosis"} & told.keys()
    middles = [(m.box[1] + m.box[3]) / 2 for m in form.marks.handwriting]
    assert middles == pytest.approx([195, 495], abs=25)


@pytest.mark.parametrize(("labels", "pad_"), [(0.6, True), (0.9, False)])
def test_a_neat_hand_is_told_by_how_far_all_lean_from_their_labels(
    labels: float, pad_: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    slots = find_slots(runs(*(line("姓名：李建国", 100, 100 * n) for n in range(5))))
    values = [
        Written(slot, (slot.label.box,), "李建国", lean, None)
        for slot, lean in zip(slots, (1.11, 1.31, 1.77, 0.8, 0.97), strict=True)
    ]
    monkeypatch.setattr("ocr.marks.filled_in.lean_of", lambda *_: labels)
    assert is_a_pad(pad(0), values) is pad_
