"""Lists of diagnoses over several lines: which line breaks part two diagnoses and which do not."""

from __future__ import annotations

import re

ITEM_MARK = re.compile(
    r"(?:^|(?<=[\s;；。,，、:：\n]))(?:\(?\d{1,2}(?:[、)）]|\s?[.．](?!\d)|[.．](?=\d型))|[①-⑳]|[（(【\[]\d{1,2}[)）】\]])\s*"
    r"|(?:^|(?<=[\n\u200b;；。:：]))\s*[一二三四五六七八九十]{1,3}[、.．]\s*(?=[\u4e00-\u9fff\dA-Z])"
)
"""What numbers an item; letters in sentences count 一、二、三、, each at the beginning of a line."""
_COUNTED = re.compile(r"\s*[一二三四五六七八九十]")


def item_marks(text: str) -> list[re.Match[str]]:
    """What numbers the items of a list; Chinese numerals only where they count from 一 on.

    >>> [len(item_marks(t)) for t in ("一、冠心病\\n二、高血压病", "二、三尖瓣返流", "1.冠心病")]
    [2, 0, 1]
    """
    marks = list(ITEM_MARK.finditer(text))
    counted = [m for m in marks if _COUNTED.match(m.group())]
    whole = len(counted) > 1 and all(
        m.group().strip().startswith(n) for m, n in zip(counted, "一二三四五六七八九", strict=False)
    )
    return marks if whole else [m for m in marks if m not in counted]


ELIDED = re.compile(r"(?:[.．]{2,}|…)\s*$")
"""What a program sets where a field was too narrow for its text."""
_NOTE_BELOW = re.compile(
    r"\n\s?[（(](?![一二三四五六七八九十]{1,2}[)）])[A-Za-z\u4e00-\u9fff][^()（）\n]{0,11}[)）]\s?[。.;；,，]?\s*(?:\n|$)"
)
"""A note in brackets that wrapped as a whole: 心功能Ⅱ级 / （NYHA）."""


_SITE = re.compile(r"\s*[（(][\u4e00-\u9fff]{1,14}[)）](?=[\u4e00-\u9fff])")
"""The specimen with which each entry of a list begins, whatever ends the line before: （贲门）黏膜炎."""


def lines_joined(text: str) -> str:
    """Lines that wrapped run on: inside brackets, before a note in brackets, and in a list parted by
    semicolons that goes on below.

    Offsets stay.
    """
    last = -1 if item_marks(text) else max(text.rfind(";"), text.rfind("；"))
    by_site = _SITE.match(text) is not None
    out, depth = [], 0
    for at, char in enumerate(text):
        depth = max(0, depth + (char in "(（") - (char in ")）"))
        goes_on = at < last or depth == 1 or _NOTE_BELOW.match(text, at) is not None
        goes_on = goes_on and not (by_site and depth == 0 and _SITE.match(text, at))
        out.append("\u200b" if char == "\n" and goes_on else char)
    return "".join(out) if depth == 0 else text
