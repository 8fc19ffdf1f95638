"""When a qualification is looked at again (复审期限): as a disease list writes it."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Review:
    """When a qualification is looked at again: never, every ``months``, or at the birthday ``until_age``.

    >>> parse_review("years(2)").months, parse_review("until_age(18)").until_age, parse_review("none")
    (24, 18, Review(months=None, until_age=None))
    """

    months: int | None = None
    until_age: int | None = None


def parse_review(cell: str) -> Review | None:
    """``none``, ``years(n)``, ``months(n)``, ``until_age(n)``; ``None`` for an empty cell."""
    if not cell:
        return None
    if cell == "none":
        return Review()
    match = re.fullmatch(r"(years|months|until_age)\((\d{1,2})\)", cell)
    if match is None:
        raise ValueError(f"not a review period: {cell!r}")
    number = int(match[2])
    if match[1] == "until_age":
        return Review(until_age=number)
    return Review(months=number * (12 if match[1] == "years" else 1))
