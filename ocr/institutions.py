"""Hospitals, their grades and departments in a strip of text: parsers as those of ``ocr.parse``."""

from __future__ import annotations

import re

from ocr.label_words import VOCABULARY
from ocr.parsed import Parsed
from ocr.values import departments, hospital_levels
from ocr.values.hospital_names import find_hospital_names
from ocr.values.names import looks_like_name

_LEVEL_FIRST = re.compile(
    r"\s*(?:综合性?|公立|专科)?(?P<level>[一二三]级(?:[甲乙丙]等|(?=[^等\W]{0,8}医[院疗])))(?![^\s]{0,8}(?:以上|以下))"
)
"""A grade with words about the kind of hospital: 三级甲等综合性医疗机构, 三级口腔专科医院."""
_EATEN = re.compile(r"(?:^|[:：)）\s])[\u4e00-\u9fff]{1,6}\s$")
"""The beginning of a name and a gap, in which print was not seen: 遵义医 大附医院."""
_SECOND = re.compile(
    r"\s?[（(](?:[\u4e00-\u9fff]{1,20}?(?:医院|卫生院|保健院|防治院|中心|院区|分院|本部|总院|[东西南北中新老]院|[东西南北]部|总部)"
    r"|[东西南北中新老总分]院区?|[东西南北]部|本部|总部)[)）]"
)
"""What stands in brackets behind a name and is part of it: 某某市中心医院（东院区）."""
_GRADE = re.compile(r"\s?[（(](?:国家)?[一二三]级(?:[甲乙丙]等|[^\W\d]{0,4}(?:医院|中心)[)）])")
"""The grade and kind in brackets, which is no second name: 某某医院（二级甲等专科医院）."""
_NAMES_ITSELF = re.compile(r"(?:科|科室|透析室|病区|病房|门诊|中心)$")
SURE_NAME = 0.5
"""How much a line looks like a person's name that a merged cell set above a department."""
_DOT = re.compile(r"^[\s·•.。]+")
_SPECK = re.compile(r"(?<=[科区心])\s+[^\s\d一二三四五六七八九十东南西北]$")
"""A single character behind a department's name: a mark of the paper read as one."""


def parse_hospitals(text: str) -> list[Parsed]:
    """The first hospital's name; none where a gap before it shows that a seal ate into the name."""
    first = next((h for h in find_hospital_names(text) if not h.second), None)
    if first is None or _EATEN.search(text[: first.start]):
        return []
    end = end_with_second_name(text, first.end)
    return [Parsed(first.name + as_printed(text[first.end : end]), first.start, end)]


def end_with_second_name(text: str, end: int) -> int:
    """Where a hospital's name that ends at ``end`` does with the name or campus in brackets behind it."""
    second = _SECOND.match(text, end)
    return second.end() if second and not _GRADE.match(second.group()) else end


def as_printed(tail: str) -> str:
    """A bracket behind a name, without spaces, its brackets full-width."""
    return re.sub(r"\s", "", tail).replace("(", "（").replace(")", "）")


def parse_levels(text: str) -> list[Parsed]:
    """A printed grade in the contract's form."""
    value = hospital_levels.normalise(text)
    if value:
        return [Parsed(value, 0, len(text))]
    head = _LEVEL_FIRST.match(text)
    value = hospital_levels.normalise(head["level"]) if head else None
    return [Parsed(value, *head.span("level"))] if head and value else []


def parse_departments(text: str) -> list[Parsed]:
    """A department's name on the first line; on the second where a person's name stands above it.

    >>> [(d.value, d.start) for d in parse_departments("李建国\\n肾内科透析室")]
    [('肾内科透析室', 4)]
    """
    first, _, rest = text.partition("\n")
    if looks_like_name(first.strip()) >= SURE_NAME and (
        found := _department(rest.split("\n", maxsplit=1)[0])
    ):
        whole = found[0].value
        if _NAMES_ITSELF.search(str(whole)):
            shift = len(first) + 1
            return [Parsed(whole, found[0].start + shift, found[0].end + shift)]
    return _department(first)


def _department(line: str) -> list[Parsed]:
    line = _SPECK.sub("", line)
    line = _DOT.sub(lambda m: " " * len(m.group()), line)
    value = departments.normalise(line)
    if value in VOCABULARY:
        return []  # the next label, its own value left empty
    return [Parsed(value, len(line) - len(line.lstrip()), len(line.rstrip()))] if value else []
