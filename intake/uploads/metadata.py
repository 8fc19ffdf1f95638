"""What a client says of an upload: the header ``Upload-Metadata`` of tus 1.0."""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import dataclass
from typing import Final

from intake.refusals import Refused
from intake.refusals.uploads import METADATA_INVALID, NO_TARGET

LONGEST: Final = 4096
"""Characters of the whole header; a file name has at most 255 bytes on any disk."""
_KEY: Final = re.compile(r"[!-+\--~]{1,64}")
_MOST: Final = 32


@dataclass(frozen=True, slots=True)
class Stated:
    """What an upload is for: a file of a case (``purpose`` ``case``) or the bytes of a batch. ``filename``
    is personal data; ``header`` is the metadata as the client wrote it."""

    purpose: str
    target_id: str
    filename: str
    kind: str | None
    header: str


def read_metadata(header: str) -> Stated:
    """Take the header apart; unknown names are kept in ``header`` and otherwise let be.

    >>> read_metadata("case YWJj,filename 6KGoLmpwZw==").filename
    '表.jpg'

    Raises ``Refused``.
    """
    values = _values(header)
    targets = [name for name in ("case", "batch") if values.get(name)]
    if len(targets) != 1:
        raise Refused(NO_TARGET)
    purpose = targets[0]
    return Stated(
        purpose=purpose,
        target_id=_text(values[purpose]),
        filename=_text(values.get("filename", b"")),
        kind=_text(values.get("kind", b"")) or None,
        header=header,
    )


def _values(header: str) -> dict[str, bytes]:
    if len(header) > LONGEST:
        raise Refused(METADATA_INVALID)
    values: dict[str, bytes] = {}
    for pair in header.split(",") if header.strip() else ():
        name, _, encoded = pair.strip().partition(" ")
        if not _KEY.fullmatch(name) or name in values or len(values) == _MOST:
            raise Refused(METADATA_INVALID)
        try:
            values[name] = base64.b64decode(encoded.strip(), validate=True)
        except (binascii.Error, ValueError) as error:
            raise Refused(METADATA_INVALID) from error
    return values


def _text(value: bytes) -> str:
    try:
        return value.decode()
    except UnicodeDecodeError as error:
        raise Refused(METADATA_INVALID) from error
