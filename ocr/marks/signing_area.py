"""Where somebody would sign: the room beside or under a label, between print, borders and edges."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from ocr.marks.colours import Mask, blue_ink, dark_ink, lit_rows, red_ink, reduced, reduced_rows
from ocr.marks.signature_labels import Label, folded
from ocr.straight_ink import runs_across, runs_down
from ocr.types import Box, Pixels, Seal, TextLine

_LONG_SIDE = 1800
_REACH = 12.0
"""How far right of its label a signature is looked for, in label heights."""
_ABOVE, _BELOW = 3.0, 12.0
"""How far above and below labels anything is looked at, in heights of the tallest label."""
_FILLERS = re.compile(r"[_＿—–\-~.…·•:：/\\|、,，。()（）\s]+")
_DATE = re.compile(
    r"(?:日期|时间)?[:：]?(?:"
    r"(?:[0-9〇零一二三四五六七八九十]{1,4}年|年(?=[0-9一二三四五六七八九十]))"
    r"[0-9一二三四五六七八九十]{0,3}月?[0-9一二三四五六七八九十]{0,3}日?"
    r"|\d{2,4}[-./]\d{1,2}[-./]\d{1,2}"
    r"|年月日?|月日|(?<![\u4e00-\u9fff])[年月日](?![\u4e00-\u9fff])"
    r")[0-9:时分秒]*"
)
"""A date, filled in or left blank; 月 and 日 inside a name (江月娥) are none."""
_OTHER_WORDS = re.compile(
    "日期|时间|电话|联系|手机|身份证|证件|职称|职务|科室|盖章|公章|单位|医院|医保|意见|关系|签名|签字|签章|编号|工号|"
    "申请|审核|复核|报告|检验|检查|地址|备注|说明|打印|注|手印|专用章|姓名|年龄|性别"
)
_TITLE = re.compile("(?:副?主任|主治|住院)?(?:中|中西)?医[师士]$")
_NAME = re.compile(r"^[\u3400-\u9fff]{2,4}(?:·[\u3400-\u9fff]{1,8})?$")


@dataclass(frozen=True, slots=True)
class SignedPage:
    """The reduced page: its ink without ruling lines, the lines themselves, red ink, and the text.

    Masks hold the rows around the labels alone, from the row ``top`` of a page of ``shape`` (reduced px).
    """

    writing: Mask
    upright: Mask
    level: Mask
    red: Mask
    blue: Mask
    top: int
    shape: tuple[int, int]
    scale: float
    lines: Sequence[TextLine]
    seals: Sequence[Seal]

    @classmethod
    def of(
        cls,
        pixels: Pixels,
        lines: Sequence[TextLine],
        seals: Sequence[Seal],
        labels: Sequence[Label],
        *,
        lit: bool,
    ) -> SignedPage:
        """The page from its picture; ``lit`` where that was taken of paper in whatever light."""
        shape, scale = _reduced_shape(pixels)
        tallest = max(label_height(label) for label in labels)
        rows = slice(
            max(0, round(scale * (min(label.box[1] for label in labels) - _ABOVE * tallest))),
            max(1, round(scale * (max(label.box[3] for label in labels) + _BELOW * tallest))),
        )
        if lit:
            even = lit_rows(reduced(pixels, _LONG_SIDE)[0], rows)
        else:
            even = reduced_rows(pixels, _LONG_SIDE, rows)
        red = red_ink(even)
        ink = dark_ink(even, 165)
        em = float(np.median([line.box[3] - line.box[1] for line in lines])) * scale
        upright = runs_down(ink, max(15, round(2.4 * em)))
        level = runs_across(ink, max(15, round(2.4 * em)))
        rules = cv2.dilate(cv2.bitwise_or(upright, level), np.ones((3, 3), np.uint8))
        inked_red = cv2.dilate(red, np.ones((3, 3), np.uint8))
        writing = np.asarray(cv2.subtract(cv2.subtract(ink, rules), inked_red), np.uint8)
        blue = blue_ink(even) if seals else np.zeros_like(ink)  # looked at inside seals alone
        return cls(writing, upright, level, red, blue, rows.start, shape, scale, lines, seals)

    @property
    def width(self) -> float:
        """Of the page, in its own pixels."""
        return self.shape[1] / self.scale

    @property
    def height(self) -> float:
        """Of the page, in its own pixels."""
        return self.shape[0] / self.scale

    def cut(self, mask: Mask, box: Box) -> Mask:
        """The part of one of the masks under a box of page pixels; empty where no mask is."""
        x0, y0, x1, y1 = (max(0, round(v * self.scale)) for v in box)
        y1 = min(y1, self.shape[0])
        part = mask[max(0, y0 - self.top) : max(0, y1 - self.top), x0:x1]
        above = max(0, min(self.top, y1) - y0)
        below = max(0, y1 - y0 - above - len(part))
        return np.pad(part, ((above, below), (0, 0))) if above or below else part

    def uprights(self, box: Box) -> list[float]:
        """Where upright rules pass most of the height of ``box``: x in page pixels, left to right."""
        part = self.cut(self.upright, box)
        if not part.size:
            return []
        hits = np.flatnonzero((part > 0).mean(axis=0) > 0.7)
        return [float(max(box[0], 0) + hit / self.scale) for hit in hits]

    def levels(self, box: Box) -> list[float]:
        """Where level rules pass most of the width of ``box``: y in page pixels, top to bottom."""
        part = self.cut(self.level, box)
        if not part.size:
            return []
        hits = np.flatnonzero((part > 0).mean(axis=1) > 0.6)
        return [float(max(box[1], 0) + hit / self.scale) for hit in hits]


def _reduced_shape(pixels: Pixels) -> tuple[tuple[int, int], float]:
    """Rows and columns of the page once reduced, and the factor."""
    height, width = pixels.shape[:2]
    scale = min(1.0, _LONG_SIDE / max(height, width))
    return (max(1, round(height * scale)), max(1, round(width * scale))), scale


def label_height(label: Label) -> float:
    """The unit of length around a label: the height of its line, px."""
    return max(label.box[3] - label.box[1], 1.0)


def signing_area(label: Label, page: SignedPage) -> Box:
    """Right of the label up to the next print, border or edge; below it where the label heads a column."""
    em = label_height(label)
    x1 = label.box[2]
    border = _next_upright(x1, label, page)
    bare = not folded(label.line.text)[0].endswith((":", "_")) and not label.rest.strip()
    if border is not None and border - x1 < (4 if bare and _ruled_below(label, page) else 1.6) * em:
        beyond = _area_right(label, border + 0.15 * em, page)
        if _heads_column(label, border, page):
            return _area_below(label, border, page)
        return beyond
    return _area_right(label, min(x1 + 0.1 * em, page.width - 1), page)


def _area_right(label: Label, start: float, page: SignedPage) -> Box:
    em = label_height(label)
    stop = min(start + _REACH * em, page.width)
    border = _next_upright(start + 0.3 * em, label, page)
    if border is not None:
        stop = min(stop, border - 0.1 * em)
    for line in page.lines:
        if line is label.line or not _same_row(line.box, label.box):
            continue
        if start < line.box[0] < stop and not may_be_name(line.text):
            stop = max(start + 0.5 * em, line.box[0] - 0.1 * em)
    top, bottom = _between_levels(start, stop, label, page)
    return (start, top, max(stop, start + 1.0), bottom)


def _area_below(label: Label, border: float, page: SignedPage) -> Box:
    """The cell under a heading: between the borders left and right of it, down to the next rule."""
    em = label_height(label)
    x0, _, _, y1 = label.box
    left = x0 - 1.5 * em
    columns = page.uprights((left - 2 * em, y1, x0, y1 + em))
    if columns:
        left = columns[-1] + 0.15 * em
    levels = page.levels((left, y1 + 0.2 * em, border, y1 + 8 * em))
    top = levels[0] + 0.1 * em if levels else y1 + 0.3 * em
    lower = [row for row in levels if row > top + em]
    bottom = lower[0] - 0.1 * em if lower else top + 2.5 * em
    return (max(left, 0.0), top, border - 0.1 * em, min(bottom, page.height))


def _heads_column(label: Label, border: float, page: SignedPage) -> bool:
    """Whether the cell beside a label holds another heading rather than room to sign."""
    if label.rest.strip(" :：_"):
        return False
    em = label_height(label)
    beside = [o for o in page.lines if _same_row(o.box, label.box) and border < o.box[0] < border + 6 * em]
    return _ruled_below(label, page) and any(_OTHER_WORDS.search(folded(o.text)[0]) for o in beside)


def _ruled_below(label: Label, page: SignedPage) -> bool:
    x0, _, x1, y1 = label.box
    return bool(page.levels((x0, y1, x1, y1 + 2 * label_height(label))))


def _next_upright(x: float, label: Label, page: SignedPage) -> float | None:
    """The first upright rule right of ``x`` at the label's height."""
    columns = page.uprights((x, label.box[1], x + _REACH * label_height(label), label.box[3]))
    return columns[0] if columns else None


def _between_levels(start: float, stop: float, label: Label, page: SignedPage) -> tuple[float, float]:
    """Half a line above and below the label, but never across a rule that runs the whole width."""
    em = label_height(label)
    _, y0, _, y1 = label.box
    top, bottom = max(0.0, y0 - 0.7 * em), min(y1 + 0.6 * em, page.height)
    above = page.levels((start, top, stop, y0))
    below = page.levels((start, y1, stop, bottom))
    return (above[-1] + 1 if above else top, below[0] if below else bottom)


def _same_row(a: Box, b: Box) -> bool:
    return min(a[3], b[3]) - max(a[1], b[1]) > 0.4 * min(a[3] - a[1], b[3] - b[1])


def without_dates(text: str) -> str:
    """What is left of a text when fillers, dates and everything from the next label on are gone."""
    plain, _ = folded(text)
    plain = _DATE.sub("|", plain)
    other = _OTHER_WORDS.search(plain)
    if other:
        plain = plain[: other.start()]
    plain = plain.split("|")[0] if plain.split("|")[0].strip("_ ") else plain.replace("|", "")
    return _FILLERS.sub("", plain)


def is_name(text: str) -> bool:
    """Whether a text is a person's name, with or without a physician's title behind it."""
    left = without_dates(text)
    left = _TITLE.sub("", left)
    return bool(_NAME.match(left))


def may_be_name(text: str) -> bool:
    """Print that could be a signature as the reader saw it: short, and no date, number or label."""
    left = without_dates(text)
    return bool(left) and len(left) <= 5 and not re.search(r"\d{2}", left)
