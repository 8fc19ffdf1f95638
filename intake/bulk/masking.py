"""Names and numbers of people, as sheets and result tables may show them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from ocr.values.id_number import find_id_numbers, mask
from ocr.values.names import looks_like_name
from ocr.values.text import CJK_CLASS

_LIKE_ID: Final = re.compile(r"(?<!\d)[1-8]\d{5}(?:18|19|20)\d\d[01]\d[0-3]\d{4}[\dXx](?!\d)")
"""An ID number by its birth date, a wrong one too."""
_PHONE: Final = re.compile(r"(?<!\d)1[3-9]\d{9}(?!\d)")
_WORD: Final = re.compile(rf"{CJK_CLASS}{{2,4}}(?!{CJK_CLASS})")
_SURE: Final = 0.9


def mask_name(name: str) -> str:
    """``name`` with all but its first character starred.

    >>> mask_name("李建国"), mask_name("买买提·吐尔逊"), mask_name("")
    ('李**', '买******', '')
    """
    return name[:1] + "*" * (len(name) - 1)


def mask_numbers(text: str) -> str:
    """``text`` with ID numbers and mobile phones cut to their first 3 and last 4 characters.

    >>> mask_numbers("430503196703124514 李")
    '430***********4514 李'
    """
    for found in find_id_numbers(text, old_form=True):
        text = text[: found.start] + mask(text[found.start : found.end]) + text[found.end :]
    for shape in (_LIKE_ID, _PHONE):
        text = shape.sub(lambda found: mask(found[0]), text)
    return text


def mask_label(label: str, names: Iterable[str] = ()) -> str:
    """The name of a folder or row without a person's name or number in the clear.

    ``names`` are known to be names; other words are starred where they look like one.

    >>> mask_label("03-王小明-430503196703124514"), mask_label("内科/20251120"), mask_label("囍囍", ["囍囍"])
    ('03-王**-430***********4514', '内科/20251120', '囍*')
    """
    text = mask_numbers(label)
    for name in sorted((name for name in names if name), key=len, reverse=True):
        text = text.replace(name, mask_name(name))
    return _WORD.sub(lambda word: mask_name(word[0]) if looks_like_name(word[0]) >= _SURE else word[0], text)
