"""What a second reviewer may say of a case."""

from __future__ import annotations

from typing import Final

OPINIONS: Final = ("approve", "return", "reject")
"""Rejecting too, whoever it is: it is an opinion and changes nothing."""
MOST_WORDS: Final = 2000
