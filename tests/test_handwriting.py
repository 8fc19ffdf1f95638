"""Names behind a physician's label: printed ones are read, a hand's are not asserted."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from ocr.marks.handwriting import is_handwritten
from ocr.types import Box, Pixels

FONT = Path("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc")
LABEL: Box = (60, 58, 170, 98)
NAME: Box = (180, 58, 280, 98)

pytestmark = pytest.mark.skipif(not FONT.exists(), reason="fonts-noto-cjk is not installed")


def signed(*, ink: tuple[int, int, int] = (20, 20, 20), lean: float = 0, joined: bool = False) -> Pixels:
    """医师: and a name, at 30 pixels a character."""
    face = ImageFont.truetype(str(FONT), 30)
    sheet = Image.new("RGB", (420, 160), (250, 249, 247))
    ImageDraw.Draw(sheet).text((64, 58), "医师：", font=face, fill=(20, 20, 20))
    name = Image.new("RGB", (420, 160), (255, 255, 255))
    pen = ImageDraw.Draw(name)
    pen.text((184, 58), "周明远", font=face, fill=ink)
    if joined:
        pen.line([(184, 84), (205, 70), (228, 88), (250, 72), (276, 86)], fill=ink, width=3)
    if lean:
        slope = np.tan(np.deg2rad(lean))
        name = name.transform(
            name.size, Image.Transform.AFFINE, (1, slope, -slope * 78, 0, 1, 0), fillcolor="white"
        )
    both = np.minimum(np.asarray(sheet), np.asarray(name))
    return np.asarray(cv2.GaussianBlur(both, (0, 0), 0.6), np.uint8)


def test_print_is_print() -> None:
    assert not is_handwritten(signed(), NAME, LABEL)


@pytest.mark.parametrize("hand", [{"joined": True}, {"lean": 16}, {"ink": (30, 40, 140)}], ids=str)
def test_a_hand_joins_leans_or_is_blue(hand: dict[str, object]) -> None:
    assert is_handwritten(signed(**hand), NAME, LABEL)  # type: ignore[arg-type]
