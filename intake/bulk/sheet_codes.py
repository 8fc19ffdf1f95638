"""What the code on a separator sheet says: ``MENSHEN:1:<key>:<check>``, never a name or an ID number."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from typing import Final

from intake.bulk.found import CaseFound, HandIn
from intake.bulk.masking import mask_numbers
from intake.bulk.rows import ManifestRow

PREFIX: Final = "MENSHEN:"
_VERSION: Final = "1"
_EXTERNAL: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,39}")
_ANY_BATCH: Final = "0"
"""The batch of sheets that are only numbered."""


class CodeBroken(Exception):
    """A code of ours whose version or check is wrong: another program's, or made by hand."""


def payload(key: str) -> str:
    """The text of the code for ``key``.

    >>> key_of(payload("3f9a/12"))
    '3f9a/12'
    """
    return f"{PREFIX}{_VERSION}:{key}:{_check(key)}"


def key_of(text: str) -> str | None:
    """The key in the text of a code; ``None`` for a code that is none of ours. Raises ``CodeBroken``."""
    if not text.startswith(PREFIX):
        return None
    parts = text.split(":")
    if len(parts) != 4 or parts[1] != _VERSION or parts[3] != _check(parts[2]):
        raise CodeBroken
    return parts[2]


def _check(key: str) -> str:
    return hashlib.sha256(f"{PREFIX}{_VERSION}:{key}".encode()).hexdigest()[:6].upper()


def batch_mark(rows: Iterable[ManifestRow]) -> str:
    """Four hexadecimal digits that tell one list of people from another.

    They stay the same when other columns are mended. No more digits: from a longer digest of a list with
    one row, its ID number could be found by trying.
    """
    digest = hashlib.sha256()
    for row in rows:
        digest.update(f"{row.row}|{row.stated.get('applicant', {}).get('name')}|{row.id_number}\n".encode())
    return digest.hexdigest()[:4]


def key_for(row: int, external_id: str | None, batch: str) -> str:
    """The key of a row: its external id where that is short, plain and no number of a person's.

    >>> key_for(12, "Z-2025-7", "3f9a"), key_for(12, "430503196703124514", "3f9a"), key_for(12, None, "3f9a")
    ('Z-2025-7', '3f9a/12', '3f9a/12')
    """
    if external_id and _EXTERNAL.fullmatch(external_id) and mask_numbers(external_id) == external_id:
        return external_id
    return f"{batch}/{row}"


def numbered_key(number: int) -> str:
    """The key of a sheet that only bears a number: the number-th case of whatever list it is used with."""
    return f"{_ANY_BATCH}/{number}"


def keys_of(hand_in: HandIn) -> Mapping[str, int]:
    """The keys that may stand on the sheets of ``hand_in``, each with its case's ``number``."""
    keys: dict[str, int] = {}
    for case in hand_in.cases:
        for key in _keys(case, hand_in.batch or ""):
            keys.setdefault(key, case.number)
    return keys


def _keys(case: CaseFound, batch: str) -> tuple[str, ...]:
    keys = (numbered_key(case.number), f"{batch}/{case.row}")
    return (*keys, key_for(case.row, case.external_id, batch))
