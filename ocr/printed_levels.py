"""A hospital's grade where no label asks for it: by itself in the head, or in brackets behind the name."""

from __future__ import annotations

import re

from ocr.geometry import holds
from ocr.layout import Run, same_row
from ocr.sheet_fields import Sheet
from ocr.strips import strip_of
from ocr.values.hospital_levels import normalise as normalise_level

_BRACKETED_LEVEL = re.compile(r"[（(](?P<level>[一二三1-3ⅠⅡⅢ]级[甲乙丙特]?等?)(?:医院)?[）)]")
_GRADED = re.compile(
    r"[甲乙丙]等?[\u4e00-\u9fff]{0,7}(?:医院|保健院)$|[甲乙丙]等?$|级(?:综合|专科|中医)?医院$"
)
LONGEST = 12
_APART = re.compile(r"[\s·•|｜,，、()（）【】]+")
"""What parts the honours in a head: 二级甲等医院 医保定点单位."""
_SORT = "综合|专科|中医|中西医结合|妇幼保健|民族"
_GRADED = re.compile(rf"[甲乙丙]等?(?:(?:{_SORT})?医院)?$|级(?:{_SORT})?医院$")
LONGEST = 11
"""Characters of 三级甲等中西医结合医院."""
_TELLS = re.compile(
    r"患者(?!姓名|编号|ID|类|信息|联系|签)|转[往至到上]|转(?:入|外)院|前往|建议|上级|外院|拟[到往赴转去]|于|诊治|治疗|进一步|[。，；]"
)
"""Words of sentences, of which no head of a hospital's paper is made."""


def level_in_head(sheet: Sheet) -> None:
    """A hospital's grade printed by itself in the upper third: 三级甲等, 二级医院.

    A bare 二级 may be a level of nursing, of surgery or of a disease, so 甲乙丙 or 医院 must stand there;
    what a rule demands (二级及以上) is no grade, nor what a sentence tells (转往 三级甲等医院 治疗).
    """
    for run in (r for r in sheet.runs if r.box[1] < sheet.height / 3):
        for text in _APART.split(run.text):
            graded = _GRADED.search(text)
            level = normalise_level(text) if len(text) <= LONGEST and graded and "以上" not in text else None
            if level and not any(_TELLS.search(r.text) for r in sheet.runs if same_row(r, run)):
                sheet.add("hospital_level", level, run)
                return


def level_behind_hospital(sheet: Sheet) -> None:
    """A grade in brackets behind the hospital's name, behind its label or in the head: …医院（三级甲等）."""
    asked = [s for s in sheet.slots if s.concept in ("hospital", "other_hospital")]
    named = [f.box for f in sheet.found.get("hospital_name", [])[:1]]
    heads = [r for r in sheet.runs if any(holds(r.box, b) for b in named)]
    for strip in (*(strip for slot in asked for strip in slot.strips[:1]), *(strip_of([r]) for r in heads)):
        match = _BRACKETED_LEVEL.search(strip.text)
        level = normalise_level(match["level"]) if match else None
        if match and level:
            chars = strip.chars[match.start("level") : match.end("level")]
            run = Run("".join(c.text for c in chars), chars, None, vertical=False)
            sheet.add("hospital_level", level, run)
            return
