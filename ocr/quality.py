"""What is wrong with a page's picture, in numbers and in words a phone user can act on.

Measures (``Quality.measures``), all computed on the straightened page:

======================  =====================================================================
``text_height``         median height of the text lines, px of the page; 0 where there is no text
``sharpness``           steepness of the strokes' edges: the change of brightness across one tenth of a
                        text height, as a share of the contrast between ink and paper; a crisp page has
                        0.7-1, unreadable blur is below 0.3; absent where no text can be measured
``brightness``          75th percentile of brightness, 0-1: how bright the paper is
``darkness``            1st percentile of brightness, 0-1: how dark the ink is
``contrast``            paper minus ink inside the text lines, median over lines, 0-1
``glare``               share of the page that a mirrored lamp has burnt out, 0-1 (``ocr/glare.py``)
``shadow``              how much darker the darkest tenth of the paper is than the brightest, 0-1
``cut``                 text lines that touch the edge of the picture, as a share of all lines, 0-1
``moire``               strength of regular stripes against the rest of the spectrum, times
``skin``                share of skin-like colour in one patch that enters over the edge, 0-1
``ink``                 share of pixels that are ink, 0-1
``tilt``                degrees the page stood askew before it was straightened, as handed in
======================  =====================================================================

Thresholds lean towards silence: a finding means that a person would say so too.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from typing import TypeAlias

import cv2
import numpy as np
import numpy.typing as npt

from ocr.colour import brightness_at
from ocr.glare import CELLS, glare
from ocr.marks.colours import channels, reduced
from ocr.moire import stripes
from ocr.small_sheet import small_sheet_side
from ocr.softness import out_of_focus
from ocr.types import Finding, Pixels, Quality, TextLine

Grey: TypeAlias = npt.NDArray[np.uint8]

FINDING_WORDS: Mapping[Finding, tuple[str, str]] = {
    Finding.BLURRED: ("画面模糊", "请擦净镜头、拿稳手机，在光线充足处对焦后重新拍摄"),
    Finding.TOO_DARK: ("画面太暗", "请打开灯光或移到明亮处重新拍摄"),
    Finding.TOO_BRIGHT: ("画面过亮，字迹发白", "请避开强光直射，关闭闪光灯后重新拍摄"),
    Finding.GLARE: ("画面有反光，遮住了部分内容", "请关闭闪光灯，换个角度避开反光后重新拍摄"),
    Finding.LOW_RESOLUTION: ("图片清晰度不足", "请上传原图（不要截图或压缩），或靠近后重新拍摄"),
    Finding.TEXT_TOO_SMALL: ("文字太小，难以辨认", "请靠近材料，让单页材料占满画面后重新拍摄"),
    Finding.CUT_OFF: ("材料没有拍全，边缘内容被截断", "请将整页材料完整放入画面，四边留出空白后重新拍摄"),
    Finding.TILTED: ("画面倾斜", "请将材料摆正，手机与材料保持平行后重新拍摄"),
    Finding.SHADOW: ("画面有明显阴影", "请避免手机和身体遮挡光线，换个位置重新拍摄"),
    Finding.BLANK: ("这一页没有内容", "请确认是否传错页面，并重新上传有内容的一面"),
    Finding.SCREEN_PHOTO: ("疑似翻拍屏幕", "请直接拍摄纸质原件，或上传电子原件"),
    Finding.OBSTRUCTED: ("有手指或物品遮挡了材料", "请移开遮挡物，露出全部内容后重新拍摄"),
}
"""For each finding: what is wrong, and what the person with the phone should do."""

_LONG_SIDE = 1400
_BLURRED = 0.40
"""Measured with PP-OCRv6: 0.44 and more reads 98 % of characters, 0.39 91 %, 0.34 59 %, 0.31 none."""
_TOO_DARK, _TOO_DARK_CONTRAST = 0.30, 0.30
_TOO_BRIGHT_INK = 0.55
_FADED = 0.22
_SHADOW = 0.55
_LOW_LONG_SIDE = 700
_SMALL_TEXT = 9.5
"""Size of characters in px under which those of many strokes run together: four pages reduced to 9 px were
read with a mean confidence of 0.82 to 0.98, to 7.5 px with 0.63 to 0.94, to 6 px with 0.50 to 0.72. Of 320
pages without this fault the least had 10."""
_SMALL_SHEET = 760.0
"""Long side in px of a sheet of A4 whose usual print (10.5 pt) is that small."""
_ENOUGH_CHARACTERS = 5
_FEW_LINES = 5
"""Under so many lines their size tells nothing; the sheet's own may."""
_TILTED = 10.0
_MOIRE = 25.0
"""118 pages of the laboratory without stripes had at most 20.9, of 14 with stripes 6 more than this."""
_BLANK_INK, _SKIN = 0.0008, 0.02


def judge(pixels: Pixels, lines: Sequence[TextLine], tilt: float = 0.0) -> Quality:
    """The findings and measures of a page.

    ``pixels`` is the straightened page, ``lines`` its text in the same pixels, ``tilt`` the degrees by
    which it was askew before. Which error is worse: a false finding sends a person to photograph a good
    paper again, so every threshold leans towards silence.
    """
    height, width = pixels.shape[:2]
    small, scale = reduced(pixels, _LONG_SIDE)
    grey = np.asarray(cv2.cvtColor(small, cv2.COLOR_RGB2GRAY), np.uint8)
    measures = {"tilt": float(tilt), "text_height": _text_height(lines)}
    measures |= _light(grey) | _strokes(pixels, lines)
    measures["cut"] = _cut_share(lines, width, height)
    measures["moire"] = stripes(grey)
    measures["sheet"] = small_sheet_side(pixels) if len(lines) < _FEW_LINES else 0.0
    measures["skin"] = _skin_at_edge(small, lines, scale)
    rounded = {name: round(value, 4) for name, value in measures.items()}
    if out_of_focus(pixels, lines):
        rounded["sharpness"] = 0.0
    return Quality(_findings(rounded, len(lines), max(height, width)), rounded)


def unseen(lines: Sequence[TextLine]) -> Quality:
    """The quality of a page that no camera or scanner saw: a program drew it, and its text is known."""
    blank = (Finding.BLANK,) if not lines else ()
    return Quality(blank, {"tilt": 0.0, "text_height": round(_text_height(lines), 4)})


def _findings(m: Mapping[str, float], lines: int, long_side: int) -> tuple[Finding, ...]:
    """The findings that the measures support, in the order of ``Finding``."""
    blank = lines == 0 and m["ink"] < _BLANK_INK
    contrast, sharpness = m.get("contrast", 1.0), m.get("sharpness", 1.0)
    says = {
        Finding.BLURRED: sharpness < _BLURRED,
        Finding.TOO_DARK: m["brightness"] < _TOO_DARK and contrast < _TOO_DARK_CONTRAST,
        Finding.TOO_BRIGHT: m["brightness"] > 0.93
        and m["darkness"] > _TOO_BRIGHT_INK
        and contrast < _FADED
        and sharpness >= _BLURRED,
        Finding.GLARE: m["glare"] > 0,
        Finding.LOW_RESOLUTION: long_side < _LOW_LONG_SIDE and lines > 3 and m["text_height"] < 16,
        Finding.TEXT_TOO_SMALL: (lines >= _FEW_LINES and 0 < m["text_height"] < _SMALL_TEXT)
        or 0 < m["sheet"] < _SMALL_SHEET,
        Finding.CUT_OFF: m["cut"] >= 0.12 and m["cut"] * lines >= 3,
        Finding.TILTED: abs(m["tilt"]) > _TILTED,
        Finding.SHADOW: m["shadow"] > _SHADOW,
        Finding.BLANK: blank,
        Finding.SCREEN_PHOTO: m["moire"] > _MOIRE,
        Finding.OBSTRUCTED: m["skin"] > _SKIN,
    }
    if blank:
        return (Finding.BLANK,)
    return tuple(finding for finding in Finding if says[finding])


def legible(quality: Quality, lines: Sequence[TextLine]) -> bool | None:
    """Whether a person or the reader could read the page; ``None`` where it cannot be told.

    By how surely the lines were read (by length); lines of a text layer count as sure. A page that is
    blank is ``False``; a page without text may be a picture, so it is ``None``.
    """
    if Finding.BLANK in quality.findings:
        return False
    words = [
        (len(line.text), 1.0 if line.confidence is None else line.confidence) for line in lines if line.text
    ]
    total = sum(length for length, _ in words)
    if total < 4:
        return False if Finding.BLURRED in quality.findings or Finding.TOO_DARK in quality.findings else None
    unsure = sum(length for length, sure in words if sure < 0.6) / total
    mean = sum(length * sure for length, sure in words) / total
    spoilt = {
        Finding.BLURRED,
        Finding.TOO_DARK,
        Finding.TOO_BRIGHT,
        Finding.TEXT_TOO_SMALL,
        Finding.LOW_RESOLUTION,
    }
    if unsure > 0.5:
        return False if spoilt & set(quality.findings) else None
    bad = Finding.BLURRED in quality.findings and mean < 0.9
    return True if mean >= 0.8 and unsure <= 0.25 and not bad else None


def _text_height(lines: Sequence[TextLine]) -> float:
    """Median size of the characters, px: the height of a line's outline, or the room each takes, if less.

    An outline around letters of 5 px is 12 px high and more; a full-width character is as wide as it is high.
    """
    sizes = []
    for line in lines:
        (ax, ay), (bx, by), _, (dx, dy) = line.polygon
        across, down = sorted((float(np.hypot(bx - ax, by - ay)), float(np.hypot(dx - ax, dy - ay))))
        room = sum(1.0 if unicodedata.east_asian_width(c) in "WF" else 0.55 for c in line.text)
        sizes.append(min(across, down / room) if room >= _ENOUGH_CHARACTERS else across)
    return float(np.median(sizes)) if sizes else 0.0


def _light(grey: Grey) -> dict[str, float]:
    """Brightness, ink, shadow and glare of the whole page."""
    value = grey.astype(np.float32) / 255
    cells = cv2.resize(value, (CELLS, CELLS), interpolation=cv2.INTER_AREA)
    light = cv2.GaussianBlur(cv2.dilate(cells, np.ones((7, 7), np.uint8)), (0, 0), 3)
    paper = np.asarray(light, np.float32)
    dark, bright = (float(v) for v in np.percentile(paper, (10, 90)))
    under = cv2.resize(paper, (grey.shape[1], grey.shape[0]), interpolation=cv2.INTER_LINEAR)
    bright_paper, dark_ink = (level / 255 for level in brightness_at(grey, 75, 1))
    return {
        "brightness": bright_paper,
        "darkness": dark_ink,
        "shadow": 1 - dark / max(bright, 0.05),
        "ink": float((value < 0.7 * under).mean()),
        "glare": glare(grey, paper),
    }


def _strokes(pixels: Pixels, lines: Sequence[TextLine]) -> dict[str, float]:
    """Sharpness and contrast inside up to 24 text lines spread over the page."""
    wide = [line for line in lines if line.box[2] - line.box[0] > 1.5 * (line.box[3] - line.box[1]) > 0]
    step = max(1, len(wide) // 24)
    found = [m for line in wide[::step] if (m := _line_strokes(pixels, line)) is not None]
    if not found:
        return {}
    sharp, contrast = np.median(np.array(found), axis=0)
    return {"sharpness": float(sharp), "contrast": float(contrast)}


def _line_strokes(pixels: Pixels, line: TextLine) -> tuple[float, float] | None:
    """Steepness of edges and contrast of one line."""
    x0, y0, x1, y1 = (max(0, round(v)) for v in line.box)
    crop = pixels[y0:y1, x0 : min(x1, x0 + 12 * (y1 - y0))]
    if crop.shape[0] < 8 or crop.shape[1] < 12:
        return None
    # At 30 px a line, three px are a tenth of its height, whatever the page was taken with.
    factor = 30 / crop.shape[0]
    how = cv2.INTER_AREA if factor < 1 else cv2.INTER_LINEAR
    even = cv2.resize(crop, (max(12, round(crop.shape[1] * factor)), 30), interpolation=how)
    grey = np.asarray(cv2.cvtColor(np.asarray(even, np.uint8), cv2.COLOR_RGB2GRAY), np.uint8)
    ink, paper = brightness_at(grey, 4, 85)
    span = paper - ink
    if span < 6:
        return (0.0, span / 255)
    across = cv2.absdiff(grey[:, 3:], grey[:, :-3])
    down = cv2.absdiff(grey[3:], grey[:-3])
    steep = max(brightness_at(np.asarray(across), 97)[0], brightness_at(np.asarray(down), 97)[0])
    return (min(1.0, steep / span), span / 255)


def _cut_share(lines: Sequence[TextLine], width: int, height: int) -> float:
    """Share of lines whose text runs into the edge of the picture."""
    if not lines:
        return 0.0
    em = _text_height(lines)
    touching = 0
    for line in lines:
        x0, y0, x1, y1 = line.box
        edge = 0.12 * em
        side = x0 <= edge or x1 >= width - edge
        # Across the top or bottom edge a cut line is also thinner than the others.
        thin = (y0 <= 1 or y1 >= height - 1) and y1 - y0 < 0.7 * em
        touching += side or thin
    return touching / len(lines)


def _skin_at_edge(small: Pixels, lines: Sequence[TextLine], scale: float) -> float:
    """Area of the largest skin-coloured patch that enters over the edge, as a share of the page.

    Only on pages of text: in a selfie skin is what is wanted.
    """
    if len(lines) < 8:
        return 0.0
    tiny = cv2.resize(
        small, (200, max(1, round(200 * small.shape[0] / small.shape[1]))), interpolation=cv2.INTER_AREA
    )
    light = np.median(tiny.reshape(-1, 3), axis=0)
    even = np.clip(tiny.astype(np.float32) * (230 / np.maximum(light, 40)), 0, 255).astype(np.uint8)
    brightness, red, blue = channels(np.asarray(cv2.cvtColor(even, cv2.COLOR_RGB2YCrCb), np.uint8))
    skin = ((red > 140) & (red < 178) & (blue > 80) & (blue < 124) & (brightness > 50)).astype(np.uint8)
    skin = cv2.morphologyEx(skin, cv2.MORPH_OPEN, np.ones((5, 5), np.uint8))
    count, _, stats, _ = cv2.connectedComponentsWithStats(skin)
    worst = 0.0
    for index in range(1, count):
        x, y, w, h, area = (int(v) for v in stats[index])
        edge = x == 0 or y == 0 or x + w == skin.shape[1] or y + h == skin.shape[0]
        thick = min(w, h) >= 8 and area > 0.45 * w * h
        whole = w > 0.9 * skin.shape[1] or h > 0.9 * skin.shape[0]
        if edge and thick and not whole:
            worst = max(worst, area / skin.size)
    return worst
