"""Keeps the memory of a long-lived process with many uploads where it is needed.

glibc raises its threshold for mapped blocks to the largest ever freed, and keeps an arena for every thread:
after a burst of uploads hundreds of megabytes of freed pieces stayed with the process. Measured with 200
files of 20 MB at once (``benchmarks/service/uploads.py``): 583 MB at most, with the limits below 331 to 378.
"""

from __future__ import annotations

import ctypes
from typing import Final

_TRIM_THRESHOLD, _MMAP_THRESHOLD, _ARENA_MAX = -1, -3, -8
_BLOCK: Final = 128 * 1024


def give_back_freed_memory() -> None:
    """Have blocks of 128 KiB and more given back when they are freed; nothing where the C library has no
    such switch."""
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt is None:
        return
    for switch, value in ((_ARENA_MAX, 2), (_MMAP_THRESHOLD, _BLOCK), (_TRIM_THRESHOLD, _BLOCK)):
        mallopt(switch, value)
