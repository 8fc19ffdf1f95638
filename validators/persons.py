"""Whether two names, or two identity numbers, are those of one person: yes, no, or cannot tell."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum
from functools import lru_cache

from ocr.values.id_number import is_valid, mask
from ocr.values.masked_id import find_masked_ids
from ocr.values.text import fold
from validators.tables import read_lines


class Agreement(Enum):
    """``SAME`` and ``DIFFERENT`` are plain; ``PARTLY`` is all that a masked value can show."""

    SAME = "same"
    PARTLY = "partly"
    NEARLY = "nearly"
    DIFFERENT = "different"


def compare_names(read: str, stated: str) -> Agreement:
    """How a name as read stands to the stated one.

    ``NEARLY``: one character differs and the two look alike (己/已), or one is missing, so that a
    misreading explains it. ``PARTLY``: characters are masked and the rest agrees.

    >>> [compare_names(n, "李建国").value for n in ("李 建 国", "李*国", "李健国", "李建军", "王芳")]
    ['same', 'partly', 'nearly', 'different', 'different']
    """
    left, right = _name(read), _name(stated)
    if left == right:
        return Agreement.SAME
    if "*" in left:
        pattern = re.escape(left).replace(r"\*", ".{0,2}")
        return Agreement.PARTLY if re.fullmatch(pattern, right) else Agreement.DIFFERENT
    if len(left) == len(right):
        pairs = [(a, b) for a, b in zip(left, right, strict=True) if a != b]
        if all(look_alike(a, b) for a, b in pairs) and len(pairs) < len(right):
            return Agreement.NEARLY
        return Agreement.DIFFERENT
    shorter, longer = sorted((left, right), key=len)
    cut = len(longer) - len(shorter) == 1 and len(shorter) >= 2 and _is_within(shorter, longer)
    return (
        Agreement.NEARLY
        if cut or (len(right) > 4 and (left in right or right in left))
        else Agreement.DIFFERENT
    )


def compare_numbers(read: str, stated: str) -> Agreement:
    """How an identity number as read stands to the stated one (18 characters).

    ``NEARLY``: the read one is not a valid number, so a misreading explains it. 15-digit numbers of
    old records and masked numbers agree by what they show.

    >>> compare_numbers("430503********4514", "430503196703124514").value
    'partly'
    >>> compare_numbers("430503670312451", "430503196703124514").value
    'same'
    """
    left, right = fold(read).upper().replace("×", "X"), fold(stated).upper()
    if left == right:
        return Agreement.SAME
    if len(left) == 15 and left.isdigit() and len(right) == 18:
        return Agreement.SAME if left == right[:6] + right[8:17] else Agreement.DIFFERENT
    if any(star in left for star in "*·●"):
        masked = find_masked_ids(left)
        agrees = any(m.agrees_with(right) for m in masked)
        return Agreement.PARTLY if agrees else Agreement.DIFFERENT if masked else Agreement.NEARLY
    return Agreement.DIFFERENT if is_valid(left) else Agreement.NEARLY


def shown_number(number: str) -> str:
    """An identity number for messages: first 3 and last 4 characters."""
    return mask(number) if len(number) >= 15 and "*" not in number else number


def look_alike(one: str, other: str) -> bool:
    """Whether two characters are easily taken for each other in print.

    >>> look_alike("己", "已"), look_alike("李", "王")
    (True, False)
    """
    return other in _look_alikes().get(one, "")


@lru_cache(maxsize=1)
def _look_alikes() -> Mapping[str, str]:
    groups: dict[str, str] = {}
    for group in read_lines("confusable_characters.txt"):
        for char in group:
            groups[char] = groups.get(char, "") + group
    return groups


def _name(text: str) -> str:
    folded = fold(text).replace("＊", "*")
    return re.sub(r"[·.]", "", folded)


def _is_within(shorter: str, longer: str) -> bool:
    """Whether ``shorter`` is ``longer`` with characters left out."""
    rest = iter(longer)
    return all(char in rest for char in shorter)
