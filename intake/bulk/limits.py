"""How much one hand-in may hold and cost."""

from __future__ import annotations

from dataclasses import dataclass

from ocr.limits import Limits

_MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class BulkLimits:
    """Upper bounds for one hand-in; every one of them can be set.

    Counts: ``cases`` of a hand-in, ``files_per_case``, ``entries`` of an archive or folder,
    ``depth`` of folders, ``rows`` and ``columns`` of a manifest. Characters: ``path_chars``,
    ``cell_chars``. Bytes: ``entry_bytes`` of one file and ``total_bytes`` of all, unpacked;
    ``directory_bytes`` of an archive's directory; ``manifest_bytes`` and, unpacked,
    ``manifest_unpacked_bytes``; ``yaml_bytes``. ``ratio`` is unpacked to packed bytes of an entry,
    measured while unpacking once it is past ``ratio_from_bytes``.
    """

    cases: int = 5_000
    files_per_case: int = 30
    entries: int = 50_000
    depth: int = 12
    path_chars: int = 500
    entry_bytes: int = 512 * _MIB
    total_bytes: int = 50 * 1024 * _MIB
    directory_bytes: int = 32 * _MIB
    ratio: float = 200.0
    ratio_from_bytes: int = _MIB
    manifest_bytes: int = 32 * _MIB
    manifest_unpacked_bytes: int = 128 * _MIB
    rows: int = 5_000
    columns: int = 100
    cell_chars: int = 4_000
    yaml_bytes: int = 64_000


DEFAULT_LIMITS = BulkLimits()
SCAN_LIMITS = Limits(file_bytes=256 * _MIB, pages=3_000, memory_bytes=3 * 1024 * _MIB, file_seconds=60.0)
"""For opening (``intake.opening.guard``) one scan of many patients."""
