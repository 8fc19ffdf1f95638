"""Ring text: found beside lines that run into the ring, and turned so that it begins where names begin."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont
from test_marks_rounds import FONT, seal_ink

from ocr.marks.outlines import Outline
from ocr.marks.ring_words import begun_at_its_start
from ocr.marks.unroll import unrolled_ring


@pytest.mark.parametrize(
    ("read", "right"),
    [
        ("人民医院临沂市", "临沂市人民医院"),
        ("医保专用章上高县人民医院", "上高县人民医院医保专用章"),
        ("附属第一医院南昌大学", "南昌大学附属第一医院"),
        ("临沂市人民医院", "临沂市人民医院"),
        ("宜春市医疗保障局", "宜春市医疗保障局"),
        ("上海市浦东新区浦南医院收款专用章", "上海市浦东新区浦南医院收款专用章"),
        ("上高县人民医院上高县", "上高县人民医院上高县"),
        ("人民医院大", "人民医院大"),
        ("财政票据监制章", "财政票据监制章"),
        ("东省肿瘤医院山", "山东省肿瘤医院"),
        ("龙江省肿瘤医院黑", "黑龙江省肿瘤医院"),
        ("心天津市急救中", "天津市急救中心"),
        ("院上高县人民医", "上高县人民医院"),
        ("山东省肿瘤医院山", "山东省肿瘤医院山"),
        ("省肿瘤医院", "省肿瘤医院"),
        ("京积水潭医院北", "北京积水潭医院"),
        ("江阴市人民医院东", "江阴市人民医院东"),
        ("", ""),
    ],
)
def test_ring_text_begins_with_its_region(read: str, right: str) -> None:
    assert begun_at_its_start(read) == right


@pytest.mark.skipif(not FONT.exists(), reason="fonts-noto-cjk is not installed")
@pytest.mark.parametrize("turn", [0, 70, 200])
def test_a_line_that_runs_into_the_ring_is_no_ring_text(turn: int) -> None:
    ink = seal_ink((500, 600), 240, 240, "临川区第三医院")
    face = ImageFont.truetype(str(FONT), 60)
    ImageDraw.Draw(ink).text((500, 720), "门诊收费专用章", font=face, fill=255, anchor="mm")
    ink = Image.fromarray(np.asarray(ink.rotate(-turn, center=(500, 600))))
    picture = np.asarray(255 - cv2.GaussianBlur(np.asarray(ink), (0, 0), 0.8), np.uint8)
    ring = unrolled_ring(picture, Outline("round", 500, 600, 240, 240, 0, 1.0))
    assert ring is not None
    begin, end = (angle - turn for angle in ring.angles)
    # Characters stand from 150 to 390 degrees, and take about 9 on either side.
    assert abs((begin - 141 + 180) % 360 - 180) < 15
    assert abs((end - 399 + 180) % 360 - 180) < 15
