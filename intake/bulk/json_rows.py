"""A manifest in JSON → flat rows by header: ``[…]``, ``{"cases": […]}`` or ``{"cases": N, "rows": […]}``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from intake.bulk.sheets import refused

_LISTS: Final = ("rows", "cases", "items", "案件", "清单")
_COUNTS: Final = ("cases", "stated_cases", "count", "total", "案件数", "案件总数")
_KEPT_WHOLE: Final = ("files", "文件", "材料")
_DEEPEST: Final = 4


def json_rows(document: Any) -> tuple[int | None, list[tuple[int, Mapping[str, Any]]]]:
    """The count that the document states, and its rows numbered from 1, nested names joined by a dot.

    Numbers are text, as ``sheets.read_json`` gives them. Raises ``SheetRefused``.
    """
    stated: int | None = None
    listed = document
    if isinstance(document, dict):
        counts = (document.get(name) for name in _COUNTS)
        stated = next((int(n) for n in counts if isinstance(n, str) and n.isdecimal() and len(n) < 8), None)
        listed = next((document[name] for name in _LISTS if isinstance(document.get(name), list)), None)
    if not isinstance(listed, list):
        raise refused("BULK-010", detail="没有案件列表")
    if not all(isinstance(row, dict) for row in listed):
        raise refused("BULK-010", detail="案件列表中有不是对象的项")
    return stated, [(number, dict(_flat(row))) for number, row in enumerate(listed, 1)]


def _flat(row: Mapping[str, Any], above: str = "", depth: int = 0) -> Iterator[tuple[str, Any]]:
    for name, value in row.items():
        whole = f"{above}{name}"
        if isinstance(value, dict) and name not in _KEPT_WHOLE and depth < _DEEPEST:
            yield from _flat(value, f"{whole}.", depth + 1)
        else:
            yield whole, value
