"""Tells whether a file ends before its own structure says it should.

A decoder that fails says only that it failed. Whether the upload broke off (send it again) or the
file is damaged (take it again) is answered here, from the bytes; never from a decoder's wording.
"""

from __future__ import annotations

import re
from typing import Final, Literal

from ocr.inspect import BMP, HEIC, HEIF, JPEG, OFD, PDF, PNG, TIFF, WEBP

_ZERO_TAIL: Final = 512
"""A browser that reserves the file before it is filled leaves a run of zeros at least this long."""
_TIFF_SIZES: Final = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 7: 1, 13: 4, 16: 8}
_MOST_DIRECTORIES: Final = 1000
_MOST_STRIPS: Final = 100_000
_WHERE_PIXELS_ARE: Final = (273, 279, 324, 325)
"""StripOffsets, StripByteCounts, TileOffsets, TileByteCounts (TIFF 6.0)."""


def is_truncated(data: bytes, media_type: str) -> bool:
    """True when the structure of ``data`` points beyond its end, or its closing mark is missing.

    False says nothing about the file being sound.
    """
    check = _CHECKS.get(media_type)
    return check(data) if check else False


def _jpeg(data: bytes) -> bool:
    zeros = len(data) - len(data.rstrip(b"\0"))
    # Motion photos carry a film after the picture, so the mark may stand anywhere after the scan.
    scan = data.rfind(b"\xff\xda")
    closed = scan >= 0 and data.find(b"\xff\xd9", scan) >= 0
    return not closed or (zeros >= _ZERO_TAIL and data.find(b"\xff\xd9", scan) < 0)


def _png(data: bytes) -> bool:
    return b"IEND" not in data[-4096:] and b"IEND" not in data


def _webp(data: bytes) -> bool:
    return int.from_bytes(data[4:8], "little") + 8 > len(data) + 1


def _bmp(data: bytes) -> bool:
    header = data[14:]
    if len(header) < 40:
        return True
    width = int.from_bytes(header[4:8], "little", signed=True)
    height = abs(int.from_bytes(header[8:12], "little", signed=True))
    bits = int.from_bytes(header[14:16], "little")
    if bits not in (1, 4, 8, 16, 24, 32):
        return False
    packed = int.from_bytes(header[16:20], "little") not in (0, 3)
    start = int.from_bytes(data[10:14], "little")
    return start > len(data) or (
        not packed and start + (abs(width) * bits + 31) // 32 * 4 * height > len(data)
    )


def _tiff(data: bytes) -> bool:
    """True when a directory, or a strip or tile it lists, lies beyond the end (classic TIFF only)."""
    order: Literal["little", "big"] = "little" if data[:2] == b"II" else "big"
    if int.from_bytes(data[2:4], order) != 42:
        return False
    at = int.from_bytes(data[4:8], order)
    for _ in range(_MOST_DIRECTORIES):
        if at == 0:
            return False
        count = int.from_bytes(data[at : at + 2], order)
        end = at + 2 + 12 * count
        if end + 4 > len(data) or _reaches_beyond(data, range(at + 2, end, 12), order):
            return True
        at = int.from_bytes(data[end : end + 4], order)
    return False


def _reaches_beyond(data: bytes, entries: range, order: Literal["little", "big"]) -> bool:
    """Whether a value of the directory, or the pixels it points at, lies beyond the end."""
    values: dict[int, list[int]] = {}
    for entry in entries:
        tag, kind = (int.from_bytes(data[entry + i : entry + i + 2], order) for i in (0, 2))
        count = int.from_bytes(data[entry + 4 : entry + 8], order)
        size = _TIFF_SIZES.get(kind, 1)
        start = entry + 8 if size * count <= 4 else int.from_bytes(data[entry + 8 : entry + 12], order)
        if start + size * count > len(data):
            return True
        if tag in _WHERE_PIXELS_ARE and count <= _MOST_STRIPS:
            ends = range(start, start + size * count, size)
            values[tag] = [int.from_bytes(data[i : i + size], order) for i in ends]
    return any(
        offset + length > len(data)
        for offsets, lengths in ((273, 279), (324, 325))
        for offset, length in zip(values.get(offsets, []), values.get(lengths, []), strict=False)
    )


def _boxes(data: bytes) -> bool:
    """HEIF: the outermost boxes must fill the file."""
    at = 0
    while at < len(data):
        size = int.from_bytes(data[at : at + 4], "big")
        if size == 1:
            size = int.from_bytes(data[at + 8 : at + 16], "big")
        if size == 0:
            return False
        if size < 8:
            return False
        at += size
    return at > len(data)


def _pdf(data: bytes) -> bool:
    """No closing ``startxref`` after the last object, and that object itself is cut in the middle."""
    last_end = data.rfind(b"endobj")
    tail = data[last_end + 6 if last_end >= 0 else 0 :]
    if b"startxref" in tail or b"%%EOF" in tail:
        return False
    return re.search(rb"\d\s+\d+\s+obj\b", tail) is not None


def _zip(data: bytes) -> bool:
    return b"PK\x05\x06" not in data[-66_000:]


_CHECKS: Final = {
    JPEG: _jpeg,
    PNG: _png,
    WEBP: _webp,
    BMP: _bmp,
    TIFF: _tiff,
    HEIC: _boxes,
    HEIF: _boxes,
    PDF: _pdf,
    OFD: _zip,
}
