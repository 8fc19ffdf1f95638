"""How opened pages travel from the process that opens a file to the one that asked.

The sender may have been taken over by the file it opened. So nothing is unpickled: a message is a
short JSON header and raw pixels, its sizes are capped before they are read, and every value is
checked before it becomes a page.
"""

from __future__ import annotations

import json
import math
import socket
import struct
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any, Final, TypeAlias, cast

import numpy as np

from ocr.limits import Limits
from ocr.types import Box, Char, Drawn, FileFacts, Polygon, RawPage, TextLine

Header: TypeAlias = dict[str, Any]
_SIZES: Final = struct.Struct("!IQ")
_MOST_HEADER_BYTES: Final = 32 * 1024 * 1024
_MOST_TEXT: Final = 100_000
_MOST_DRAWN: Final = 1000
_CHANNELS: Final = 3


class WireError(Exception):
    """The other side sent what no sound sender sends."""


def send(link: socket.socket, header: Header, payload: bytes | memoryview = b"") -> None:
    """Send one message; blocks while the other side does not read."""
    head = json.dumps(header, separators=(",", ":")).encode()
    link.sendall(_SIZES.pack(len(head), len(payload)) + head)
    if payload:
        link.sendall(payload)


def receive(
    link: socket.socket, most_payload: int, deadline: float | None = None
) -> tuple[Header, memoryview] | None:
    """Read one message, ``None`` when the other side has closed.

    ``deadline`` is in seconds of ``time.monotonic``. Raises ``TimeoutError`` past it, and
    ``WireError`` for a message that is cut, too large, or not what ``send`` writes.
    """
    sizes = _read(link, _SIZES.size, deadline)
    if not sizes:
        return None
    head_size, payload_size = _SIZES.unpack(sizes)
    if head_size > _MOST_HEADER_BYTES or payload_size > most_payload:
        raise WireError(f"a message of {head_size} + {payload_size} bytes")
    try:
        header = json.loads(bytes(_read(link, head_size, deadline)))
    except (ValueError, RecursionError) as error:
        raise WireError("no JSON") from error
    payload = _read(link, payload_size, deadline)
    if not isinstance(header, dict) or len(payload) < payload_size:
        raise WireError("a message is cut")
    return header, payload


def _read(link: socket.socket, size: int, deadline: float | None) -> memoryview:
    """Exactly ``size`` bytes, or fewer where the other side has closed.

    In memory from numpy, which is not filled with zeros first and comes in large pieces: 2 ms of a page.
    """
    view = np.empty(size, np.uint8).data
    at = 0
    while at < size:
        if deadline is not None:
            left = deadline - time.monotonic()
            if left <= 0:
                raise TimeoutError
            link.settimeout(left)
        try:
            got = link.recv_into(view[at:], min(size - at, 1 << 20))
        except ConnectionError:
            break
        if got == 0:
            break
        at += got
    return view[:at]


def facts_header(facts: FileFacts) -> Header:
    """The header that tells ``facts``."""
    return {"kind": "facts", **asdict(facts)}


def facts_from(header: Mapping[str, Any], media_type: str) -> FileFacts:
    """``facts_header`` undone; the media type is the receiver's own."""
    texts = {
        key: _text_or_none(header.get(key)) for key in ("software", "taken_at", "created_at", "modified_at")
    }
    return FileFacts(
        media_type=media_type,
        revisions=_count(header.get("revisions")),
        pages=_count(header.get("pages")),
        **texts,
    )


def _count(value: object) -> int:
    return max(1, value) if type(value) is int else 1


def page_header(page: RawPage) -> Header:
    """The header of a page whose pixels follow as the payload."""
    lines = None if page.text is None else [_packed_line(line) for line in page.text]
    height, width = page.pixels.shape[:2]
    size = {"width": width, "height": height, "scale": page.scale}
    return {"kind": "page", **size, "text": lines, "drawn": page.drawn and asdict(page.drawn)}


def page_from(header: Mapping[str, Any], payload: memoryview, number: int, limits: Limits) -> RawPage:
    """``page_header`` undone. Raises ``WireError`` where anything is not as it must be."""
    width, height, scale, text = (header.get(key) for key in ("width", "height", "scale", "text"))
    if type(width) is not int or type(height) is not int or width < 1 or height < 1:
        raise WireError("a page without a size")
    if width * height > limits.page_pixels or len(payload) != width * height * _CHANNELS:
        raise WireError("pixels that do not fit the page")
    pixels = np.frombuffer(payload, dtype=np.uint8).reshape(height, width, _CHANNELS)
    lines = None if text is None else tuple(_unpacked_line(line) for line in _list(text, _MOST_TEXT))
    drawn = _drawn(header.get("drawn"))
    return RawPage(number, pixels, lines, None if scale is None else _number(scale), drawn)


def _drawn(value: object) -> Drawn | None:
    if value is None:
        return None
    if not isinstance(value, dict) or type(value.get("grey")) is not bool:
        raise WireError("what is drawn was expected")
    lines, bars = (int(count) for count in _numbers([value.get("lines"), value.get("bars")]))
    boxes = (_numbers(_list(box, 4, exact=True)) for box in _list(value.get("boxes"), _MOST_DRAWN))
    return Drawn(tuple(cast(Box, tuple(box)) for box in boxes), lines, bars, value["grey"])


def _packed_line(line: TextLine) -> list[Any]:
    corners = [round(value, 2) for point in line.polygon for value in point]
    boxes = [round(value, 2) for char in line.chars for value in char.box]
    return [line.text, corners, [char.text for char in line.chars], boxes]


def _unpacked_line(packed: object) -> TextLine:
    text, corners, chars, boxes = _list(packed, 4, exact=True)
    flat = _numbers(_list(corners, 8, exact=True))
    polygon = cast(Polygon, tuple(zip(flat[::2], flat[1::2], strict=True)))
    texts = [_text(char) for char in _list(chars, _MOST_TEXT)]
    sides = iter(_numbers(_list(boxes, 4 * len(texts), exact=True)))
    placed = map(Char, texts, cast(Iterator[Box], zip(sides, sides, sides, sides, strict=True)))
    return TextLine(_text(text), polygon, None, tuple(placed))


def _list(value: object, most: int, *, exact: bool = False) -> Sequence[Any]:
    if not isinstance(value, list) or len(value) > most or (exact and len(value) != most):
        raise WireError("a list was expected")
    return value


def _numbers(values: Sequence[Any]) -> list[float]:
    """What a list holds, if it holds nothing but numbers; told in one go, for a page has thousands."""
    if not {float, int}.issuperset(map(type, values)):
        raise WireError("a number was expected")
    try:
        numbers = list(map(float, values))
    except OverflowError as error:
        raise WireError("a number was expected") from error
    if not all(map(math.isfinite, numbers)):
        raise WireError("a number was expected")
    return numbers


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise WireError("a number was expected")
    return float(value)


def _text(value: object) -> str:
    if not isinstance(value, str) or len(value) > _MOST_TEXT:
        raise WireError("a text was expected")
    return value


def _text_or_none(value: object) -> str | None:
    return value[:400] if isinstance(value, str) else None
