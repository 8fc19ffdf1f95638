"""A zip on disk → its files, safely listed and streamed; nothing is unpacked before it is asked for.

Attacks met here: paths that lead outside, links, bombs (by ratio, by count, by entries that share the
same bytes), sizes that lie, and directories larger than memory.
"""

from __future__ import annotations

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO, Final

from intake.bulk.codes import fault, size_words
from intake.bulk.found import EntryRefused, Leftover, Listing, PackedFile
from intake.bulk.limits import DEFAULT_LIMITS, BulkLimits
from intake.bulk.paths import clean_path, is_archive, is_noise
from intake.faults import Fault

_END: Final = struct.Struct("<4s4H2LH")
_LOCATOR: Final = struct.Struct("<4sLQL")
_END64: Final = struct.Struct("<4sQ2H2L4Q")
_LOCAL_HEADER: Final = 30
_LONGEST_COMMENT: Final = 65_535
_ENCRYPTED: Final = 0x1 | 0x40
_UTF8: Final = 0x800
_UNICODE_PATH: Final = 0x7075
_METHODS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_CHUNK: Final = 256 * 1024
_BROKEN: Final = (zipfile.BadZipFile, NotImplementedError, struct.error, EOFError, ValueError, zlib.error)


def list_archive(stream: BinaryIO, limits: BulkLimits = DEFAULT_LIMITS) -> Listing:
    """The files of the zip in ``stream`` (seekable), which must stay open while they are read.

    Faults of the whole (broken, too many, too large, overlapping) leave no file; an entry that cannot
    be taken (password, link, unsafe path, archive in the archive, two of a name) is named among
    ``refused``. Reading a file raises ``EntryRefused``.
    """
    entries, directory_bytes = _directory(stream) or (-1, 0)
    if entries < 0:
        return _whole("BULK-041")
    if entries > limits.entries or directory_bytes > limits.directory_bytes:
        return _whole("BULK-042", limit=limits.entries)
    try:
        archive = zipfile.ZipFile(stream)
    except UnicodeDecodeError:
        return _whole("BULK-054")
    except _BROKEN:
        return _whole("BULK-041")
    return _bounded(archive, limits)


def _bounded(archive: zipfile.ZipFile, limits: BulkLimits) -> Listing:
    if len(archive.infolist()) > limits.entries:
        return _whole("BULK-042", limit=limits.entries)
    infos = [info for info in archive.infolist() if not info.orig_filename.endswith(("/", "\\"))]
    if _overlapping(infos, archive.start_dir):
        return _whole("BULK-052")
    if sum(info.file_size for info in infos) > limits.total_bytes:
        return _whole("BULK-043", limit=size_words(limits.total_bytes))
    return _sorted_out(archive, infos, limits)


def _whole(code: str, **values: object) -> Listing:
    return Listing(faults=(fault(code, "压缩包", **values),))


def _directory(stream: BinaryIO) -> tuple[int, int] | None:
    """How many entries the directory holds and its bytes, before anything of it is read into memory."""
    length = stream.seek(0, io.SEEK_END)
    start = max(0, length - _END.size - _LONGEST_COMMENT)
    stream.seek(start)
    tail = stream.read(length - start)
    at = tail.rfind(b"PK\5\6")
    if at < 0 or at + _END.size > len(tail):
        return None
    _, _, _, _, entries, size, _, _ = _END.unpack_from(tail, at)
    locator = start + at - _LOCATOR.size
    if locator >= 0:
        stream.seek(locator)
        magic, _, offset, _ = _LOCATOR.unpack(stream.read(_LOCATOR.size))
        if magic == b"PK\6\7":
            # The reader looks right before the locator, whatever offset it gives.
            for place in (locator - _END64.size, offset):
                if 0 <= place <= length - _END64.size:
                    stream.seek(place)
                    record = _END64.unpack(stream.read(_END64.size))
                    if record[0] == b"PK\6\6":
                        entries, size = max(entries % 0xFFFF, record[7]), max(size % 0xFFFFFFFF, record[8])
    return (entries, size) if size <= length else None


def _overlapping(infos: list[zipfile.ZipInfo], directory: int) -> bool:
    """Whether two entries share bytes: how a few megabytes unfold to petabytes without a high ratio each."""
    end = 0
    for info in sorted(infos, key=lambda info: info.header_offset):
        if info.header_offset < end:
            return True
        name = len(_raw_name(info))
        end = info.header_offset + _LOCAL_HEADER + name + info.compress_size
    return end > directory


def _sorted_out(archive: zipfile.ZipFile, infos: list[zipfile.ZipInfo], limits: BulkLimits) -> Listing:
    decode = _encoding(infos)
    found: dict[str, tuple[zipfile.ZipInfo, str]] = {}
    refused: list[Leftover] = []
    twice: set[str] = set()
    for info in infos:
        written, sure = _name(info, decode)
        path = clean_path(written, limits)
        if path is not None and is_noise(path):
            continue
        shown = path or written
        trouble = _trouble(info, path, sure, limits)
        if trouble:
            refused.append(Leftover(shown, trouble))
        elif shown in found:
            twice.add(shown)
        else:
            found[shown] = (info, shown)
    refused += [Leftover(path, fault("BULK-047", path)) for path in sorted(twice)]
    files = tuple(
        PackedFile(path, path, info.file_size, _Opener(archive, info, path, limits))
        for path, (info, _) in sorted(found.items())
        if path not in twice
    )
    return Listing(files, (), tuple(refused))


def _trouble(info: zipfile.ZipInfo, path: str | None, sure: bool, limits: BulkLimits) -> Fault | None:
    where = path or _printable(info.orig_filename)
    kind = stat.S_IFMT(info.external_attr >> 16)
    rows: tuple[tuple[bool, str], ...] = (
        (not sure, "BULK-054"),
        (path is None, "BULK-045"),
        (kind not in (0, stat.S_IFREG), "BULK-046"),
        (bool(info.flag_bits & _ENCRYPTED), "BULK-044"),
        (info.compress_type not in _METHODS, "BULK-049"),
        (path is not None and is_archive(path), "BULK-048"),
        (info.file_size > limits.entry_bytes, "BULK-050"),
    )
    code = next((code for applies, code in rows if applies), None)
    return fault(code, where, limit=size_words(limits.entry_bytes)) if code else None


def _raw_name(info: zipfile.ZipInfo) -> bytes:
    return info.orig_filename.encode("utf-8" if info.flag_bits & _UTF8 else "cp437")


def _encoding(infos: list[zipfile.ZipInfo]) -> str:
    """How unflagged names are written: one answer for the archive, for a short GBK name may pass as UTF-8."""
    raw = [_raw_name(info) for info in infos if not info.flag_bits & _UTF8]
    return "utf-8" if all(_decoded(name, "utf-8") is not None for name in raw) else "gb18030"


def _name(info: zipfile.ZipInfo, encoding: str) -> tuple[str, bool]:
    """The entry's name, and whether its encoding was understood (else it is shown with escapes)."""
    if info.flag_bits & _UTF8:
        return info.orig_filename, True
    raw = _raw_name(info)
    name = _unicode_path(info, raw) or _decoded(raw, encoding)
    return (name, True) if name is not None else (raw.decode("utf-8", "backslashreplace"), False)


def _unicode_path(info: zipfile.ZipInfo, raw: bytes) -> str | None:
    """The name in Info-ZIP's Unicode Path field (0x7075), where it belongs to this very name."""
    for kind, body in _extra_fields(info.extra):
        if kind == _UNICODE_PATH and len(body) > 5 and body[0] == 1:
            (checksum,) = struct.unpack_from("<L", body, 1)
            if checksum == zlib.crc32(raw):
                return _decoded(body[5:], "utf-8")
    return None


def _extra_fields(extra: bytes) -> Iterator[tuple[int, bytes]]:
    while len(extra) >= 4:
        kind, length = struct.unpack_from("<HH", extra)
        yield kind, extra[4 : 4 + length]
        extra = extra[4 + length :]


def _decoded(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return None


def _printable(name: str) -> str:
    return "".join(char if char.isprintable() else "?" for char in name)[:200]


class _Opener:
    """Opens one entry, as often as asked."""

    def __init__(
        self, archive: zipfile.ZipFile, info: zipfile.ZipInfo, path: str, limits: BulkLimits
    ) -> None:
        self._archive, self._info, self._path, self._limits = archive, info, path, limits

    def __call__(self) -> BinaryIO:
        try:
            packed = self._archive.open(self._info)
        except (*_BROKEN, RuntimeError) as error:
            raise EntryRefused(fault("BULK-053", self._path)) from error
        return io.BufferedReader(_Measured(packed, self._info, self._path, self._limits), _CHUNK)


class _Measured(io.RawIOBase):
    """An entry's bytes, counted as they come out: headers are written by whoever sent the archive."""

    def __init__(self, packed: object, info: zipfile.ZipInfo, path: str, limits: BulkLimits) -> None:
        assert isinstance(packed, zipfile.ZipExtFile)
        self._packed, self._info, self._path, self._limits = packed, info, path, limits
        self._count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        try:
            data = self._packed.read(len(buffer))
        except _BROKEN as error:
            raise EntryRefused(fault("BULK-053", self._path)) from error
        self._count += len(data)
        if self._count > self._limits.entry_bytes:
            raise EntryRefused(fault("BULK-050", self._path, limit=size_words(self._limits.entry_bytes)))
        packed = max(1, self._info.compress_size)
        if self._count > self._limits.ratio_from_bytes and self._count / packed > self._limits.ratio:
            raise EntryRefused(fault("BULK-051", self._path))
        if not data and self._count < self._info.file_size:
            raise EntryRefused(fault("BULK-053", self._path))  # shorter than it claims: cut, or a lie
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        self._packed.close()
        super().close()
