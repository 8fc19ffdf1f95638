"""Numbers in a strip of text, of people, cards, telephones and records: parsers as those of ``ocr.parse``."""

from __future__ import annotations

import re

from ocr.parsed import Parsed
from ocr.values.id_number import find_id_numbers
from ocr.values.masked_id import find_masked_ids
from ocr.values.names import looks_like_name
from ocr.values.phones import find_phones
from ocr.values.text import narrow

_EIGHTEEN = re.compile(r"\s*((?:\d\s?){17}[\dXx])(?!\d)")
_RECORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9\-/]{2,24}")
_DAY = re.compile(r"(?:19|20)\d\d[-/]\d{1,2}(?:[-/]\d{1,2})?$")
_CARD = re.compile(r"[A-Z]?[0-9][0-9A-Z\s]{5,24}[0-9A-Z]|[A-Z]{2,3}[0-9]{5,20}")
_INSURANCE_CARD = re.compile(r"[\s:：(]*(?P<number>[A-Z]\d{8}|\d{15})(?![\dA-Za-z])")


def parse_id_numbers(text: str) -> list[Parsed]:
    """Valid 18-digit numbers only."""
    return [Parsed(m.number, m.start, m.end) for m in find_id_numbers(text)]


_RELATIVES_OWN = re.compile(
    r"\s*[（(][^()（）]{0,3}(?:妻|夫|爱人|配偶|子|女|儿|父|母|爸|妈|兄|弟|姐|妹|孙|媳|婿|家属|亲属|监护人|代办人|联系人)[^()（）]{0,3}[)）]"
)


def parse_unverified_numbers(text: str) -> list[Parsed]:
    """What stands in a number's place and is none: 18 characters that fail their check, or stars.

    Nothing is mended: the value is what was read. For checks that must not overlook a wrong number.
    """
    plain = narrow(text)
    whole = _EIGHTEEN.match(plain)
    if whole:
        return [Parsed(re.sub(r"\s", "", whole.group(1)).upper(), *whole.span(1))]
    return [
        Parsed(f"{m.prefix}{'*' * (18 - len(m.prefix) - len(m.suffix))}{m.suffix}", m.start, m.end)
        for m in find_masked_ids(text)[:1]
    ]


_NAMED = re.compile(r"\s*[（(](?P<name>[\u4e00-\u9fff·]{2,6})[)）]")
SURELY = 0.8


def _is_of_another(text: str, end: int) -> bool:
    """Whether a bracket behind a telephone tells whose it is: a relative's, or somebody's by name."""
    named = _NAMED.match(text, end)
    return _RELATIVES_OWN.match(text, end) is not None or (
        named is not None and looks_like_name(named["name"]) >= SURELY
    )


def parse_phones(text: str) -> list[Parsed]:
    """A mobile or landline number; none that is told to be another's: 13900004630（妻）."""
    own = (p for p in find_phones(text) if not _is_of_another(text, p[2]))
    return [Parsed(*found) for found in own][:1]


def parse_records(text: str) -> list[Parsed]:
    """A record, report or sample number: letters and digits with at least one digit."""
    plain = narrow(text)
    found = _RECORD.search(plain) if len(plain) == len(text) else None
    if not found or not any(c.isdigit() for c in found.group()) or found.start() > 6:
        return []
    if _DAY.match(found.group()) or find_id_numbers(found.group()):
        return []  # a date of another label, or the number of the card behind ID
    return [Parsed(found.group(), *found.span())]


_COUNTED = re.compile(r"\d[Xx]10\d\d?$")
"""The end of a count of cells: 4.51X1012 /L."""


def parse_cards(text: str) -> list[Parsed]:
    """A card number.

    >>> [c.value for c in parse_cards("A10000007")], parse_cards("4.51X1012")
    (['A10000007'], [])
    """
    plain = narrow(text)
    found = _CARD.search(plain) if len(plain) == len(text) else None
    number = re.sub(r"\s", "", found.group()) if found else ""
    counted = _COUNTED.search(number)
    return [Parsed(number, *found.span())] if found and not counted and not find_id_numbers(number) else []


def parse_insurance_cards(text: str) -> list[Parsed]:
    """A number of an insurance card that is no ID number: a letter and eight digits, or fifteen digits.

    >>> [parse_insurance_cards(t)[0].value for t in ("：(100000000000007)", "A10000007 门诊")]
    ['100000000000007', 'A10000007']
    >>> parse_insurance_cards("100007")
    []
    """
    plain = narrow(text)
    found = _INSURANCE_CARD.match(plain) if len(plain) == len(text) else None
    return [Parsed(found["number"], *found.span("number"))] if found else []
