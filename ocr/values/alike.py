"""Characters whose shapes recognisers take for one another.

>>> alike("交", "文"), alike("文", "父"), alike("江", "南")
(True, True, False)
"""

from __future__ import annotations

from functools import cache

from ocr.vocabulary import read_names


def alike(one: str, other: str) -> bool:
    """Whether two characters stand in one group of ``vocabulary/alike.txt``."""
    return one == other or not _groups(one).isdisjoint(_groups(other))


def _groups(char: str) -> frozenset[int]:
    return _by_character().get(char, frozenset())


@cache
def _by_character() -> dict[str, frozenset[int]]:
    groups: dict[str, set[int]] = {}
    for number, group in enumerate(read_names("alike.txt")["groups"]):
        for char in group:
            groups.setdefault(char, set()).add(number)
    return {char: frozenset(numbers) for char, numbers in groups.items()}
