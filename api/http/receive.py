"""Takes a file in from a multipart form, straight into the vault's spool: sealed as it comes, never held.

What is in memory of one upload is a chunk of the socket's and at most 256 KiB that wait to be sealed. The
form may carry a few short fields before or behind the file.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections import deque
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Final

from anyio import to_thread
from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header
from starlette.requests import Request

from api.http.auth import owner_of
from intake.operating.pressure import Place, Pressure
from intake.refusals import Refusal, Refused
from intake.refusals.cases import FILE_TOO_LARGE, VAULT_DOWN
from intake.refusals.http import (
    BROKEN_FORM,
    CUT_OFF,
    FIELD_TOO_LONG,
    FIELD_TWICE,
    NO_FILE_PART,
    SECOND_FILE,
    TOO_MANY_FIELDS,
    TOO_SLOW,
    UNKNOWN_FIELD,
    WRONG_TYPE,
)
from intake.safekeeping.vault import Received, Receiver, TooManyBytes, VaultError
from intake.service import Service

FILE: Final = "file"
FORM_BYTES: Final = 64 * 1024
"""What a form may have beside its file: boundaries, headers, fields."""
MOST_FIELDS: Final = 8
FIELD_BYTES: Final = 1024
HEADER_BYTES: Final = 4096
MOST_HEADERS: Final = 8
IDLE_SECONDS: Final = 30.0
"""The longest silence in an upload."""
GRACE_SECONDS: Final = 60.0
LEAST_PACE: Final = 2048
"""Bytes a second, on average after the grace: slower ones hold a place that others need."""
_EDGES: Final = 8
_PIECE: Final = 4096

logging.getLogger("python_multipart").setLevel(logging.ERROR)  # it warns of what callers send


@dataclass(frozen=True, slots=True)
class SentFile:
    """A file that came in whole, sealed in the spool, and its name as sent."""

    received: Received
    filename: str


@dataclass(frozen=True, slots=True)
class Form:
    """A form that came in whole: its files, at least one, and the other fields."""

    files: tuple[SentFile, ...]
    fields: dict[str, str]

    @property
    def received(self) -> Received:
        """The first file."""
        return self.files[0].received

    @property
    def filename(self) -> str:
        """The first file's name."""
        return self.files[0].filename


@asynccontextmanager
async def receiving(
    request: Request,
    service: Service,
    pressure: Pressure,
    limit: int,
    fields: frozenset[str],
    *,
    most_files: int = 1,
) -> AsyncIterator[Form]:
    """Take the form in; what is not kept inside the ``with`` is gone after it.

    ``limit`` is the most bytes of all files together; ``fields`` are the other names the form may carry.
    Raises ``Refused``.
    """
    boundary = _boundary(request)
    stated = request.headers.get("content-length", "")
    if stated.isdigit() and int(stated) > limit + FORM_BYTES * most_files:
        raise Refused(FILE_TOO_LARGE)
    with pressure.taking_in(owner_of(request), int(stated) if stated.isdigit() else None) as place:
        reader = _FormReader(boundary, fields, lambda: service.vault.receive(limit), most_files)
        try:
            await _feed(request, reader, limit + FORM_BYTES * most_files, place)
            reader.check_whole()
            yield Form(tuple(reader.files), reader.fields)
        except TooManyBytes as error:
            raise Refused(FILE_TOO_LARGE) from error
        except VaultError as error:
            raise Refused(VAULT_DOWN, retry_after=5) from error
        finally:
            reader.close()


async def _feed(request: Request, reader: _FormReader, most: int, place: Place) -> None:
    began, taken = time.monotonic(), 0
    turns: asyncio.Semaphore = request.app.state.turns
    chunks = request.stream()
    while True:
        try:
            async with asyncio.timeout(IDLE_SECONDS):
                chunk = await anext(chunks, None)
        except TimeoutError as error:
            raise Refused(TOO_SLOW) from error
        if chunk is None:
            return
        taken += len(chunk)
        if taken > most:
            raise Refused(FILE_TOO_LARGE)
        if time.monotonic() - began > GRACE_SECONDS + taken / LEAST_PACE:
            raise Refused(TOO_SLOW)
        place.grow(len(chunk))
        for piece in reader.cut(chunk):
            async with turns:
                reader.write(piece)
            while reader.ended:
                await to_thread.run_sync(reader.finish_one, limiter=request.app.state.sealing)


@dataclass(slots=True)
class _Part:
    """A part of the form as far as it has been read."""

    headers: dict[str, bytearray] = field(default_factory=dict)
    header_name: bytearray = field(default_factory=bytearray)
    header_value: bytearray = field(default_factory=bytearray)
    name: str = ""
    value: bytearray = field(default_factory=bytearray)


class _FormReader:
    """Callbacks of the parser: a part named ``file`` goes to a receiver, the others are kept short."""

    def __init__(
        self, boundary: bytes, known: frozenset[str], receive: Callable[[], Receiver], most_files: int
    ) -> None:
        self.files: list[SentFile] = []
        self.ended: deque[tuple[str, Receiver]] = deque()
        self.fields: dict[str, str] = {}
        self._known = known
        self._receive = receive
        self._most_files = most_files
        self._part = _Part()
        self._open: tuple[str, Receiver] | None = None
        self._begun = 0
        self._edge = b"--" + boundary
        self._ended = False
        self._parser = MultipartParser(
            boundary,
            {
                "on_part_begin": self._begin,
                "on_header_field": self._header_field,
                "on_header_value": self._header_value,
                "on_header_end": self._header_end,
                "on_headers_finished": self._headers_finished,
                "on_part_data": self._data,
                "on_part_end": self._end,
                "on_end": self._all,
            },
            max_header_count=MOST_HEADERS,
            max_header_size=HEADER_BYTES,
        )

    def write(self, chunk: bytes) -> None:
        """Read on. Raises ``Refused``, ``TooManyBytes``, ``VaultError``."""
        try:
            self._parser.write(chunk)
        except FormParserError as error:
            raise Refused(BROKEN_FORM) from error

    def cut(self, chunk: bytes) -> Iterator[bytes]:
        """The chunk, in pieces where it holds many parts: the attack is a thousand files of one byte, each
        of which takes a descriptor until it is finished."""
        if chunk.count(self._edge) <= _EDGES:
            yield chunk
            return
        for start in range(0, len(chunk), _PIECE):
            yield chunk[start : start + _PIECE]

    def finish_one(self) -> None:
        """Seal the rest of and close the first file whose part has ended. Blocks. Raises ``VaultError``."""
        name, receiver = self.ended[0]
        self.files.append(SentFile(receiver.finish(), name))
        self.ended.popleft()

    def check_whole(self) -> None:
        """Whether the form ended as it should, with a file in it. Raises ``Refused``."""
        if not self._ended:
            raise Refused(CUT_OFF)
        if not self.files:
            raise _refused(NO_FILE_PART, FILE)

    def close(self) -> None:
        """Discard whatever was not kept."""
        for _, receiver in (*self.ended, *((self._open,) if self._open else ())):
            receiver.discard()
        for file in self.files:
            file.received.spooled.unlink(missing_ok=True)

    def _begin(self) -> None:
        self._part = _Part()
        if len(self.fields) > MOST_FIELDS:
            raise Refused(TOO_MANY_FIELDS)

    def _header_field(self, data: bytes, start: int, end: int) -> None:
        self._part.header_name += data[start:end]

    def _header_value(self, data: bytes, start: int, end: int) -> None:
        self._part.header_value += data[start:end]

    def _header_end(self) -> None:
        part = self._part
        part.headers[part.header_name.decode("latin-1").lower()] = part.header_value
        part.header_name, part.header_value = bytearray(), bytearray()

    def _headers_finished(self) -> None:
        written = self._part.headers.get("content-disposition", bytearray())
        disposition, options = parse_options_header(written.decode("latin-1"))
        if disposition != b"form-data" or b"name" not in options:
            raise Refused(BROKEN_FORM)
        name = self._part.name = decoded(options[b"name"])
        if name == FILE:
            if self._begun >= self._most_files:
                raise _refused(SECOND_FILE, FILE)
            self._begun += 1
            self._open = (decoded(options.get(b"filename", b"")), self._receive())
        elif name not in self._known:
            raise _refused(UNKNOWN_FIELD, name)
        elif name in self.fields:
            raise _refused(FIELD_TWICE, name)

    def _data(self, data: bytes, start: int, end: int) -> None:
        if self._open is not None:
            self._open[1].write(memoryview(data)[start:end])
            return
        self._part.value += data[start:end]
        if len(self._part.value) > FIELD_BYTES:
            raise _refused(FIELD_TOO_LONG, self._part.name)

    def _end(self) -> None:
        if self._open is not None:
            self.ended.append(self._open)
            self._open = None
        else:
            self.fields[self._part.name] = decoded(bytes(self._part.value)).strip()

    def _all(self) -> None:
        self._ended = True


def decoded(written: bytes) -> str:
    """Text of a form: UTF-8, as browsers write it, or what old Chinese Windows programs write.

    >>> decoded("出院小结.jpg".encode("gb18030"))
    '出院小结.jpg'
    """
    try:
        text = written.decode("utf-8")
    except UnicodeDecodeError:
        text = written.decode("gb18030", "replace")
    return text.replace("%22", '"').replace("%0D", "").replace("%0A", "")


def _boundary(request: Request) -> bytes:
    media_type, options = parse_options_header(request.headers.get("content-type"))
    boundary = options.get(b"boundary", b"")
    if media_type != b"multipart/form-data" or not 1 <= len(boundary) <= 70:
        raise Refused(WRONG_TYPE)
    return boundary


def _refused(refusal: Refusal, where: str) -> Refused:
    return Refused(refusal, [refusal.fault(where[:60])])
