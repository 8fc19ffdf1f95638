"""Identity numbers printed with stars in place of digits → what is left of them.

Source: the ways that e-vouchers, invoices and cards print them: first 1–14 digits, stars, last 0–6
characters. A masked number proves nothing, but it may agree or disagree with a whole one.

>>> masked = find_masked_ids("证件号 4305**********4514")[0]
>>> masked.prefix, masked.suffix, masked.agrees_with("430503196703124514")
('4305', '4514', True)
>>> find_masked_ids("电话 138****5678")
[]
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ocr.values.text import narrow

_STARS = r"[*＊✱★#●·xX×]"
_MASKED = re.compile(
    rf"(?<![0-9A-Za-z])(?P<prefix>\d{{1,16}})\s?(?P<stars>{_STARS}(?:\s?{_STARS})+)\s?(?P<suffix>\d{{0,8}}[Xx]?)(?![0-9A-Za-z])"
)


@dataclass(frozen=True, slots=True)
class MaskedId:
    """The ends of a masked number, and its span ``[start, end)`` in the text it was found in."""

    prefix: str
    suffix: str
    start: int = 0
    end: int = 0

    def agrees_with(self, number: str) -> bool:
        """Whether the whole ``number`` (18 characters) could be the masked one."""
        return number.startswith(self.prefix) and number.endswith(self.suffix)


def find_masked_ids(text: str) -> list[MaskedId]:
    """Every masked identity number in ``text``.

    A masked phone number has 11 places and an identity number 18; as stars are easily miscounted,
    at least 13 places, or six digits before the stars, are asked for.
    """
    plain = narrow(text)
    found: list[MaskedId] = []
    for match in _MASKED.finditer(plain):
        prefix, suffix = match["prefix"], match["suffix"].upper()
        places = len(prefix) + len(re.sub(r"\s", "", match["stars"])) + len(suffix)
        if 13 <= places <= 20 or (len(prefix) >= 6 and places > 11 and places <= 20):
            found.append(MaskedId(prefix, suffix, match.start(), match.end()))
    return found


def normalise(text: str) -> MaskedId | None:
    """The one masked number in ``text``, or ``None``."""
    found = find_masked_ids(text)
    return found[0] if len(found) == 1 else None
