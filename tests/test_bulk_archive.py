"""Archives are hostile: what is safe is listed and streamed, everything else is refused by name."""

from __future__ import annotations

import io
import os
import shutil
import stat
import struct
import zipfile
import zlib
from pathlib import Path

import pytest

from intake.bulk.archive import list_archive
from intake.bulk.folders import take_apart
from intake.bulk.found import EntryRefused, Listing
from intake.bulk.limits import BulkLimits
from intake.bulk.listing import list_folder


def zipped(entries: dict[str, bytes], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return stream.getvalue()


def listed(data: bytes, limits: BulkLimits | None = None) -> Listing:
    return list_archive(io.BytesIO(data), limits or BulkLimits())


def raw_zip(
    name: bytes, body: bytes = b"x", *, flags: int = 0, extra: bytes = b"", claimed: int | None = None
) -> bytes:
    """A zip of one stored entry, its bytes chosen by hand."""
    size = len(body) if claimed is None else claimed
    common = struct.pack(
        "<HHHHHLLLHH", 20, flags, 0, 0, 33, zlib.crc32(body), len(body), size, len(name), len(extra)
    )
    local = b"PK\3\4" + common + name + extra + body
    central = b"PK\1\2" + struct.pack("<H", 20) + common + struct.pack("<HHHLL", 0, 0, 0, 0, 0) + name + extra
    return local + central + struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 1, 1, len(central), len(local), 0)


def test_files_are_listed_in_order_and_streamed() -> None:
    big = os.urandom(700_000)
    listing = listed(
        zipped({"b/2.jpg": b"two", "b/": b"", "a/1.jpg": big, "__MACOSX/a/._1.jpg": b"", "a/Thumbs.db": b"t"})
    )
    assert [(file.path, file.size) for file in listing.files] == [("a/1.jpg", 700_000), ("b/2.jpg", 3)]
    assert listing.refused == listing.faults == ()
    with listing.files[0].open() as stream:
        assert stream.read(10) + stream.read() == big
    with listing.files[0].open() as stream, listing.files[1].open() as other:
        assert (other.read(), stream.read()) == (b"two", big)


@pytest.mark.parametrize(
    ("name", "flags", "extra", "path"),
    [
        ("李建国/申请表.jpg".encode("gb18030"), 0, b"", "李建国/申请表.jpg"),
        ("李建国/申请表.jpg".encode(), 0, b"", "李建国/申请表.jpg"),
        ("李建国/申请表.jpg".encode(), 0x800, b"", "李建国/申请表.jpg"),
        ("許\\申请表.jpg".encode("gb18030"), 0, b"", "許/申请表.jpg"),
        (
            b"a.jpg",
            0,
            struct.pack("<HHBL", 0x7075, 5 + 10, 1, zlib.crc32(b"a.jpg")) + "表一.jpg".encode(),
            "表一.jpg",
        ),
        (b"a.jpg", 0, struct.pack("<HHBL", 0x7075, 5 + 10, 1, 7) + "表一.jpg".encode(), "a.jpg"),
    ],
)
def test_names_in_every_encoding(name: bytes, flags: int, extra: bytes, path: str) -> None:
    assert [file.path for file in listed(raw_zip(name, flags=flags, extra=extra)).files] == [path]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        (b"../a.jpg", "BULK-045"),
        (b"/etc/passwd", "BULK-045"),
        (b"//server/share/a.jpg", "BULK-045"),
        (b"C:\\a.jpg", "BULK-045"),
        (b"a/../../b.jpg", "BULK-045"),
        (b"a\x00.jpg", "BULK-045"),
        (b"a\x1b[2J.jpg", "BULK-045"),
        (b"/".join([b"d"] * 20), "BULK-045"),
        (b"n" * 600, "BULK-045"),
        (b"\xff\xff\x81.jpg", "BULK-054"),
        (b"", "BULK-045"),
        (b"\x00", "BULK-045"),
        (b"inner.zip", "BULK-048"),
        (b"inner.7z", "BULK-048"),
    ],
)
def test_names_that_are_not_taken(name: bytes, code: str) -> None:
    listing = listed(raw_zip(name))
    assert listing.files == ()
    assert [leftover.fault.code for leftover in listing.refused] == [code]
    # the folders above an absolute path have no end: it must not be climbed
    found = take_apart(listing)
    told = [fault for case in found.cases for fault in case.faults]
    assert code in {fault.code for fault in (*told, *(leftover.fault for leftover in found.leftovers))}


def test_a_link_an_encrypted_entry_and_a_pair_of_one_name_leave_the_others() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        link = zipfile.ZipInfo("link.jpg")
        link.create_system, link.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
        archive.writestr("good.jpg", b"good")
        archive.writestr("twice.jpg", b"1")
        with pytest.warns(UserWarning, match="Duplicate name"):
            archive.writestr("twice.jpg", b"2")
        archive.writestr("locked.jpg", b"secret")
    data = bytearray(stream.getvalue())
    at = data.rfind(b"locked.jpg") - 46
    data[at + 8] |= 1
    listing = listed(bytes(data))
    assert [file.path for file in listing.files] == ["good.jpg"]
    assert {leftover.path: leftover.fault.code for leftover in listing.refused} == {
        "link.jpg": "BULK-046",
        "locked.jpg": "BULK-044",
        "twice.jpg": "BULK-047",
    }


def test_an_unsupported_method_is_told() -> None:
    listing = listed(zipped({"a.jpg": b"a" * 100}, method=zipfile.ZIP_LZMA))
    assert [leftover.fault.code for leftover in listing.refused] == ["BULK-049"]


@pytest.mark.parametrize(
    ("entries", "limits", "code"),
    [
        ({f"{i}.jpg": b"" for i in range(11)}, BulkLimits(entries=10), "BULK-042"),
        ({f"{i}.jpg": b"1" * 600 for i in range(2)}, BulkLimits(total_bytes=1000), "BULK-043"),
        ({f"{i}.jpg": b"" for i in range(100)}, BulkLimits(directory_bytes=1000), "BULK-042"),
    ],
)
def test_the_whole_is_bounded(entries: dict[str, bytes], limits: BulkLimits, code: str) -> None:
    listing = listed(zipped(entries), limits)
    assert (listing.files, [fault.code for fault in listing.faults]) == ((), [code])


@pytest.mark.parametrize(
    "data",
    [b"", b"PK\3\4", b"no zip" * 100, zipped({"a": b"b"})[:-5], b"PK\5\6" + bytes(8) + b"\xff" * 10],
    ids=[
        "empty",
        "signature",
        "text",
        "cut",
        "far directory",
    ],  # a zip holds the time: as a name it would vary
)
def test_what_is_no_zip(data: bytes) -> None:
    assert [fault.code for fault in listed(data).faults] == ["BULK-041"]


def test_entries_that_share_bytes_are_a_bomb() -> None:
    """Two names over one body: a few megabytes of such entries unfold to petabytes."""
    one = raw_zip(b"a.jpg", b"x" * 1000)
    end = one.rfind(b"PK\5\6")
    start = one.find(b"PK\1\2")
    central = one[start:end]
    both = central + central.replace(b"a.jpg", b"b.jpg")
    data = one[:start] + both + struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 2, 2, len(both), start, 0)
    assert [fault.code for fault in listed(data).faults] == ["BULK-052"]


def test_the_ratio_is_measured_while_unpacking() -> None:
    (bomb,) = listed(zipped({"a.jpg": bytes(5_000_000)})).files
    kept = io.BytesIO()
    with bomb.open() as stream, pytest.raises(EntryRefused) as refused:
        shutil.copyfileobj(stream, kept)
    assert (refused.value.fault.code, refused.value.fault.where) == ("BULK-051", "a.jpg")
    assert kept.tell() < 2_000_000
    assert "a.jpg" not in str(refused.value)


def test_a_size_that_lies_never_yields_more_and_is_refused() -> None:
    body = os.urandom(1000)
    for claimed in (10, 5000):
        (file,) = listed(raw_zip(b"a.jpg", body, claimed=claimed)).files
        with file.open() as stream, pytest.raises(EntryRefused) as refused:
            stream.read()
        assert refused.value.fault.code == "BULK-053"


def test_a_changed_byte_is_noticed() -> None:
    data = bytearray(zipped({"a.jpg": bytes(range(256)) * 40}, method=zipfile.ZIP_STORED))
    data[100] ^= 1
    (file,) = listed(bytes(data)).files
    with file.open() as stream, pytest.raises(EntryRefused, match="BULK-053"):
        stream.read()


def test_one_file_is_bounded() -> None:
    listing = listed(zipped({"a.jpg": b"a" * 2000}), BulkLimits(entry_bytes=1000))
    assert [leftover.fault.code for leftover in listing.refused] == ["BULK-050"]


def test_zip64_is_read(tmp_path: Path) -> None:
    path = tmp_path / "many.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(65_600):
            archive.writestr(f"{number}.jpg", b"")
        with archive.open("big.jpg", "w", force_zip64=True) as entry:
            entry.write(b"64 bit")
    with path.open("rb") as stream:
        listing = list_archive(stream, BulkLimits(entries=70_000))
        assert len(listing.files) == 65_601
        with listing.files[-1].open() as entry:
            assert entry.read() == b"64 bit"
        assert list_archive(stream, BulkLimits(entries=60_000)).faults[0].code == "BULK-042"


def test_a_folder_gives_the_same_shape_and_no_link_leads_out(tmp_path: Path) -> None:
    outside = tmp_path / "outside.jpg"
    outside.write_bytes(b"secret")
    folder = tmp_path / "case"
    (folder / "a").mkdir(parents=True)
    (folder / "a" / "1.jpg").write_bytes(b"one")
    (folder / "a" / ".hidden").write_bytes(b"")
    (folder / "out.jpg").symlink_to(outside)
    (folder / "loop").symlink_to(folder)
    (folder / "in.jpg").symlink_to(folder / "a" / "1.jpg")
    (folder / "b.zip").write_bytes(b"PK")
    os.mkfifo(folder / "pipe")
    listing = list_folder(folder)
    assert [(file.path, file.size) for file in listing.files] == [("a/1.jpg", 3), ("in.jpg", 3)]
    with listing.files[0].open() as stream:
        assert stream.read() == b"one"
    assert {leftover.path: leftover.fault.code for leftover in listing.refused} == {
        "out.jpg": "BULK-046",
        "loop": "BULK-046",
        "b.zip": "BULK-048",
        "pipe": "BULK-046",
    }
