"""Heads of a report's columns that were misread or printed with more words than any list has.

Beside heads that are sure (结果, 参考值), what ends in a word for tests names their column, whatever stands
before it (尿沉渣项目, 应验项目 for 检验项目), and so does what glare left of 项目.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

Parts = tuple[tuple[int, str], ...]
"""Length and column of each head that a word is made of."""
_NAME = re.compile(r"[\u4e00-\u9fffA-Z.*/]{0,6}(?:项目|项日|名称|指标)[\u4e00-\u9fff]?|目|项[\u4e00-\u9fff]")
_REFERENCE = re.compile(
    r"(?:生物)?(?:正常)?参考(?!意见|价格|[上下高低][限值]|方法|文献|依据)[\u4e00-\u9fff/()]{1,6}"
)
PIECES = frozenset("项目结果单位序号参考值范围提示")
"""Characters of heads set wide, when each is found alone."""


def loose_parts(word: str, strict: Callable[[str], Parts]) -> Parts:
    """The heads that ``word`` is made of where its last one is not known; ``strict`` tells those known.

    >>> loose_parts("尿沉渣项目", lambda w: ()), loose_parts("参考区间/值", lambda w: ())
    (((5, 'name'),), ((6, 'reference'),))
    >>> loose_parts("结果尿沉渣项目", lambda w: ((2, "result"),) if w == "结果" else ())
    ((2, 'result'), (5, 'name'))
    """
    for at in range(len(word) - 1, 0, -1):
        before = strict(word[:at])
        if before and _NAME.fullmatch(word[at:]):
            return (*before, (len(word) - at, "name"))
    if _NAME.fullmatch(word):
        return ((len(word), "name"),)
    return ((len(word), "reference"),) if _REFERENCE.fullmatch(word) else ()


def may_be_loose(columns: Sequence[str]) -> bool:
    """Whether the heads of a row that are sure make it one of heads: results, and a range or a unit."""
    return "result" in columns and bool({"reference", "unit"} & {*columns})
