"""Traditional Chinese → simplified, for comparing alone: 劉國強 and 刘国强 may be one person.

Source: OpenCC's table ``t2s``. A name keeps the form in which it was written.

>>> simplified("劉國強"), simplified("刘国强")
('刘国强', '刘国强')
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any


def simplified(text: str) -> str:
    """``text`` with traditional characters in their simplified form."""
    return str(_converter().convert(text))


@lru_cache(maxsize=1)
def _converter() -> Any:
    from opencc import OpenCC  # noqa: PLC0415 - a table of a megabyte, wanted for few names

    return OpenCC("t2s")
