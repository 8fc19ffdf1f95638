"""Lines of a manifest that are no case: how many cases there are, and comments."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from intake.bulk.cells import Cell
from ocr.values.text import fold

_COUNT: Final = re.compile(
    r"#*(?:案件(?:总数|数量|数)|总案件数|总?份数|总?人数|合计|总计|共计?|cases|stated_cases|count|total)"
    r"[:=]?(?P<count>\d{1,7})?(?:个案件|个|件|份|人|例)?",
    re.IGNORECASE,
)


def count_line(cells: Sequence[Cell]) -> tuple[bool, int | None]:
    """Whether a line is a comment or states a count, and the count.

    >>> count_line(("# 案件数: 12",)), count_line(("合计", None, 12)), count_line(("王芳", "女"))
    ((True, 12), (True, 12), (False, None))
    """
    filled = [cell for cell in cells if cell is not None and str(cell).strip()]
    first = filled[0] if filled else None
    if not isinstance(first, str) or len(filled) > 2:
        return False, None
    if found := _COUNT.fullmatch(fold(first)):
        if found["count"]:
            return True, int(found["count"])
        if len(filled) == 2:
            return True, _whole(filled[1])
    return (first.lstrip().startswith("#") and len(filled) == 1), None


def _whole(cell: Cell) -> int | None:
    if isinstance(cell, bool):
        return None
    if isinstance(cell, int | float) and cell >= 0 and float(cell).is_integer():
        return int(cell)
    found = re.fullmatch(r"(\d{1,7})(?:个|件|份|人|例)?", fold(cell)) if isinstance(cell, str) else None
    return int(found[1]) if found else None
