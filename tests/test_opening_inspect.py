"""What a file is, by its bytes; and what is said where the name promises something else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from opening_samples import encoded, ofd, pdf, saved, scene

from ocr.inspect import sniff
from ocr.refusals import REFUSALS, FileRefused
from ocr.truncation import is_truncated

JPEG = encoded(scene(), "JPEG")
HEIC = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(40)
AVIF = b"\0\0\0\x18ftypavif\0\0\0\0mif1avif" + bytes(40)
PDF = saved(pdf(b""))
OFD = ofd("")
ZIP = b"PK\x03\x04" + bytes(60)
EXE = b"MZ" + bytes(60)

KNOWN = {
    "image/jpeg": JPEG,
    "image/png": encoded(scene(), "PNG"),
    "image/webp": encoded(scene(), "WEBP"),
    "image/bmp": encoded(scene(), "BMP"),
    "image/tiff": encoded(scene(), "TIFF"),
    "image/heic": HEIC,
    "image/heif": b"\0\0\0\x18ftypmif1\0\0\0\0mif1miaf" + bytes(40),
    "application/pdf": PDF,
    "application/ofd": OFD,
}


@pytest.mark.parametrize(("media_type", "data"), KNOWN.items())
@pytest.mark.parametrize("name", ["", "noextension", "strange.xyz", "微信图片_20251120"])
def test_bytes_alone_tell_the_kind(media_type: str, data: bytes, name: str) -> None:
    assert sniff(data, name) == media_type


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("photo.jpg", KNOWN["image/png"], "image/png"),
        ("IMG_0001.JPG", HEIC, "image/heic"),
        ("a.heic", JPEG, "image/jpeg"),
        ("报告．ＪＰＧ", JPEG, "image/jpeg"),
        ("a.pdf ", PDF, "application/pdf"),
        ("scan.jpg.pdf", PDF, "application/pdf"),
        ("C:\\photos.zip\\x.jpg", JPEG, "image/jpeg"),
        ("x.pdf", b"mail header\r\n" + PDF, "application/pdf"),
        ("x.pdf", JPEG, "FILE-004"),
        ("x.jpg", PDF, "FILE-004"),
        ("x.jpg", OFD, "FILE-004"),
        ("x.jpg", ZIP, "FILE-004"),
        ("x.jpg", EXE, "FILE-004"),
        ("x.ofd", PDF, "FILE-004"),
        ("x.ofd", ZIP, "FILE-004"),
        ("x.docx", JPEG, "FILE-004"),
        ("x.docx", ZIP, "FILE-003"),
        ("x.exe", EXE, "FILE-003"),
        ("x.gif", b"GIF89a" + bytes(20), "FILE-003"),
        ("x.jpg", b"GIF89a" + bytes(20), "FILE-003"),
        ("x.avif", AVIF, "FILE-003"),
        ("x.txt", "病历".encode(), "FILE-003"),
        ("x", bytes(100), "FILE-003"),
        ("x.bmp", b"BM is the start of a sentence.", "FILE-003"),
        ("x.jpg", b"", "FILE-001"),
    ],
)
def test_name_and_content(name: str, data: bytes, expected: str) -> None:
    try:
        told = sniff(data, name)
    except FileRefused as refused:
        told = refused.refusal.code
    assert told == expected


@given(st.binary(max_size=200), st.text(max_size=20))
def test_any_bytes_are_a_kind_or_a_refusal(data: bytes, name: str) -> None:
    try:
        told = sniff(data, name)
    except FileRefused as refused:
        told = refused.refusal.code
    assert told in (*KNOWN, "FILE-001", "FILE-003", "FILE-004")


@pytest.mark.parametrize("media_type", [kind for kind in KNOWN if not kind.startswith("image/hei")])
def test_a_cut_file_is_seen_to_be_cut(media_type: str) -> None:
    data = KNOWN[media_type]
    assert not is_truncated(data, media_type)
    if media_type != "application/pdf":
        assert is_truncated(data[: len(data) * 2 // 3], media_type)


def test_codes_are_complete_and_worded_for_people() -> None:
    assert list(REFUSALS) == [f"FILE-{number:03}" for number in range(1, len(REFUSALS) + 1)]
    for refusal in REFUSALS.values():
        assert refusal.message.endswith("。")
        assert refusal.remedy.startswith("请")
        assert refusal.remedy.endswith("。")
