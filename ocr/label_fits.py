"""Whether a value stands right behind a label that has neither colon nor space: 入院时间2025年8月11日."""

from __future__ import annotations

import re

from ocr.broken_dates import BEGUN_DATE
from ocr.disease_values import parse_diseases
from ocr.number_values import parse_insurance_cards
from ocr.parse import BEHIND_A_LABEL, SURELY_A_NAME, parser_of
from ocr.place_values import parse_places
from ocr.values.departments import SHORT_NAMES
from ocr.values.names import looks_like_name, normalise_name, printed_and_signed

_HEAD = re.compile(r"\s*[^\s,，;；]{1,12}")
_STAMPED = re.compile(r"\s*[（(](?:盖?章|公章|签章|盖公章)[)）]\s*")
"""A note between a label and a hospital's name: 收费单位（盖章）样章市人民医院."""
_PLAIN = frozenset(
    {
        *("id", "agent_id", "phone", "age", "sex", "ethnicity", "hospital", "title", "level", "insurance"),
        "authority",
        *("validity", "valid_from", "valid_until", "record_number", "report_number", "card_number"),
    }
)
_REGION = re.compile(r"\s*[\u4e00-\u9fff]{2,8}?(?:省|市|自治区|自治州|[县区旗盟])[\u4e00-\u9fff]+.*\d")
"""How an address begins that stands right behind its label: 住址安徽省安庆市迎江区菱湖南路17号."""
_ASKS = re.compile(r"拟?申[请报办]|认定|鉴定|备案")
_DAY_AND_HOUR = re.compile(r"(?:19|20)\d\d[-/.]\d\d[-/.]\d\d\s?(?:[01]\d|2[0-3])")
_NUMBERED = re.compile(
    r"(?:[内外骨妇儿神心普肿呼消脑肝肾胸]|神内|神外|普外|心内|骨科|中医|肿瘤){1,2}[一二三四五六七八九十]"
)
"""A ward of several, for short: 骨一, 神内二."""
_NAMED = frozenset({"name", "physician", "chief", "ordering", "reporter", "report_maker"})


def fits(word: str, concept: str, rest: str) -> bool:
    """Whether ``rest``, right behind the label ``word`` without colon or space, begins with such a value.

    Only for values with a form of their own; a place or a diagnosis could be the rest of a longer word.
    """
    if concept in _NAMED:
        return _begins_with_name(word, rest)
    if concept in {"department", "ward"}:
        head = _HEAD.match(rest)
        begun = rest[: head.end() if head else 0]
        short = begun.strip() in SHORT_NAMES or _NUMBERED.fullmatch(begun.strip()) is not None
        return short or begun.endswith(("科", "病区", "病房", "中心", "科门诊"))
    if concept == "disease":
        return _begins_with_claim(word, rest)
    if concept == "address":
        return _REGION.match(rest) is not None and bool(parse_places(rest))
    plain = concept in _PLAIN or concept.endswith("_date") or concept == "birth"
    return plain and _begins_with_plain(word, concept, rest)


def _begins_with_name(word: str, rest: str) -> bool:
    """A name with a rare surname is one where nothing but it stands behind 姓名: 姓名么宁远."""
    if printed_and_signed(rest):
        return True
    head = _HEAD.match(rest)
    name = normalise_name(head.group()) if head else None
    alone = word.endswith("姓名") and bool(name) and name == rest.strip()
    return bool(name) and looks_like_name(name or "") >= (BEHIND_A_LABEL if alone else SURELY_A_NAME)


def _begins_with_claim(word: str, rest: str) -> bool:
    """A disease right behind the label of the one that is asked for: 申请病种类风湿关节炎."""
    claim = parse_diseases(rest) if _ASKS.match(word) and word.endswith("病种") else []
    return bool(claim) and claim[0].start == 0


def _begins_with_plain(word: str, concept: str, rest: str) -> bool:
    note = _STAMPED.match(rest) if concept == "hospital" else None
    rest = rest[note.end() :] if note else rest
    if concept.endswith("_date") and any(f.fullmatch(rest.strip()) for f in (BEGUN_DATE, _DAY_AND_HOUR)):
        return True  # the end of the line broke it, or the form's 时 stands apart: 入院日期2025-07-1921   时
    values = parser_of(concept)(rest[:40])
    if not values and word.startswith("社会保障号"):
        values = parse_insurance_cards(rest[:40])  # the number of an insurance card is printed there as well
    return bool(values) and values[0].start <= 1
