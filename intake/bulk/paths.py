"""Names of files as hand-ins write them → safe relative paths."""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePosixPath
from typing import Final

from intake.bulk.limits import BulkLimits
from intake.case import NOT_PAPERS

_DRIVE: Final = re.compile(r"^[A-Za-z]:")
_CONTROL: Final = re.compile("[\x00-\x1f\x7f\u202a-\u202e\u2066-\u2069]")
_ARCHIVES: Final = (".zip", ".rar", ".7z", ".tar", ".gz", ".tgz", ".bz2", ".xz")


def clean_path(written: str, limits: BulkLimits) -> str | None:
    r"""``written`` with ``/`` between its parts and composed accents (NFC); ``None`` where it is not safe.

    Not safe: absolute, with a drive, with ``..``, with control characters, too long or too deep.

    >>> from intake.bulk.limits import DEFAULT_LIMITS
    >>> clean_path(".\\01\\申请表.jpg", DEFAULT_LIMITS)
    '01/申请表.jpg'
    >>> [clean_path(path, DEFAULT_LIMITS) for path in ("../a", "/etc/passwd", "C:\\a", "a/../../b", "")]
    [None, None, None, None, None]
    """
    path = unicodedata.normalize("NFC", written).replace("\\", "/")
    if path.startswith("/") or _DRIVE.match(path) or _CONTROL.search(path) or len(path) > limits.path_chars:
        return None
    parts = [part for part in path.split("/") if part not in ("", ".")]
    if not parts or ".." in parts or len(parts) > limits.depth + 1:
        return None
    return "/".join(parts)


def is_noise(path: str) -> bool:
    """Whether ``path`` is what systems leave behind (``__MACOSX``, ``Thumbs.db``, hidden files), no paper."""
    return any(part.startswith((".", "~$")) or part in _NOISE for part in path.split("/"))


_NOISE: Final = NOT_PAPERS - {"case.yaml"}


def is_archive(path: str) -> bool:
    """Whether ``path`` is named as an archive."""
    return path.lower().endswith(_ARCHIVES)


def inside(path: str, folder: str) -> str | None:
    """``path`` as seen from ``folder`` ('' is the root); ``None`` where it is not inside.

    >>> inside("a/b/c.jpg", "a"), inside("ab/c.jpg", "a"), inside("c.jpg", "")
    ('b/c.jpg', None, 'c.jpg')
    """
    if not folder:
        return path
    return path[len(folder) + 1 :] if path.startswith(folder + "/") else None


def parent(path: str) -> str:
    """The folder of ``path``; '' for the root, also for that of a path that is absolute (a refused entry's):
    whoever climbs up comes to an end.

    >>> parent("a/b.jpg"), parent("b.jpg"), parent("/etc/passwd"), parent("/etc")
    ('a', '', '/etc', '')
    """
    above = PurePosixPath(path).parent.as_posix()
    return "" if above in (".", "/", "//", path) else above
