"""Tells what a file is by its bytes; the name is only compared with what the bytes say."""

from __future__ import annotations

from typing import Final

from ocr.refusals import EMPTY, NAME_DISAGREES, UNSUPPORTED, FileRefused

JPEG: Final = "image/jpeg"
PNG: Final = "image/png"
WEBP: Final = "image/webp"
BMP: Final = "image/bmp"
TIFF: Final = "image/tiff"
HEIC: Final = "image/heic"
HEIF: Final = "image/heif"
PDF: Final = "application/pdf"
OFD: Final = "application/ofd"

PICTURES: Final = frozenset({JPEG, PNG, WEBP, BMP, TIFF, HEIC, HEIF})
"""Media types that are decoded as pictures."""

_EXTENSIONS: Final = {
    "picture": "jpg jpeg jpe jfif pjpeg png apng webp bmp dib tif tiff heic heif hif heics gif avif jp2 psd",
    "pdf": "pdf",
    "ofd": "ofd",
    "other": "doc docx xls xlsx ppt pptx wps et rtf txt csv xml json html htm md zip rar 7z gz tar exe apk "
    "dll js bat sh mp3 mp4 mov avi wav amr svg eml",
}
_FAMILY_OF_EXTENSION: Final = {
    name: family for family, names in _EXTENSIONS.items() for name in names.split()
}
_PDF_HEADER_WITHIN = 1024
"""Acrobat accepts ``%PDF-`` anywhere in the first 1,024 bytes, and scanners' mail gateways use that."""
_SIGNATURES: Final = (
    (JPEG, b"\xff\xd8\xff", b""),
    (PNG, b"\x89PNG\r\n\x1a\n", b""),
    (WEBP, b"RIFF", b"WEBP"),
    *((TIFF, start, b"") for start in (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")),
)
_HEVC_BRANDS = frozenset({b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"hevm", b"hevs"})
_BMP_HEADER_SIZES = frozenset({12, 16, 40, 52, 56, 64, 108, 124})


def sniff(data: bytes, name: str) -> str:
    """Return the media type of ``data``, judged by its bytes alone.

    ``name`` is the file's name as sent ('' when there was none). Its extension never decides: a
    picture of one format named as another is accepted (phones rename HEIC to ``.jpg``), and so is
    no extension or an unknown one.

    Raises ``FileRefused``: empty; unsupported; name and content disagree, when the extension
    promises another family (picture, PDF, OFD, anything else) than the bytes hold.
    """
    if not data:
        raise FileRefused(EMPTY)
    media_type = _by_signature(data)
    promised = _FAMILY_OF_EXTENSION.get(_extension(name))
    if media_type is None:
        foreign = _foreign_signature(data)
        if foreign and promised not in (None, foreign):
            raise FileRefused(NAME_DISAGREES, f"promises {promised}, holds {foreign}")
        raise FileRefused(UNSUPPORTED, f"first bytes {data[:8].hex()}")
    family = "picture" if media_type in PICTURES else media_type.removeprefix("application/")
    if promised not in (None, family):
        raise FileRefused(NAME_DISAGREES, f"promises {promised}, holds {media_type}")
    return media_type


def _extension(name: str) -> str:
    """The last extension, lower case, as people and phones write it: ``报告．JPG `` gives ``jpg``."""
    last = name.replace("．", ".").replace("。", ".").replace("\\", "/").rsplit("/", 1)[-1].strip()
    return last.rsplit(".", 1)[-1].lower() if "." in last else ""


def _by_signature(data: bytes) -> str | None:
    for media_type, start, inside in _SIGNATURES:
        if data.startswith(start) and inside in data[4:16]:
            return media_type
    if data.startswith(b"BM") and int.from_bytes(data[14:18], "little") in _BMP_HEADER_SIZES:
        return BMP
    if data[4:8] == b"ftyp":
        return _by_brand(data)
    if data.startswith(b"PK\x03\x04"):
        # The directory at the end may be cut off; the name stands in the local header as well.
        return OFD if b"OFD.xml" in data else None
    return PDF if b"%PDF-" in data[:_PDF_HEADER_WITHIN] else None


def _by_brand(data: bytes) -> str | None:
    """HEIC or HEIF by the brands of the ``ftyp`` box; AVIF and videos share the box and are neither."""
    size = int.from_bytes(data[:4], "big")
    box = data[8 : max(12, min(size, 512))]
    brands = {box[:4]} | {box[i : i + 4] for i in range(8, len(box) - 3, 4)}
    if brands & _HEVC_BRANDS:
        return HEIC
    if brands & {b"avif", b"avis"}:
        return None
    return HEIF if brands & {b"mif1", b"msf1"} else None


def _foreign_signature(data: bytes) -> str | None:
    """The family of some well-known formats that are not supported."""
    if data.startswith((b"GIF87a", b"GIF89a", b"8BPS", b"\0\0\0\x0cjP", b"\xff\x4f\xff\x51", b"\0\0\1\0")):
        return "picture"
    if data[4:8] == b"ftyp":
        return "picture" if data[8:12] in (b"avif", b"avis", b"mif1", b"msf1") else "other"
    others = (b"PK\x03\x04", b"PK\x05\x06", b"MZ", b"\x7fELF", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"{\\rtf")
    if data.startswith((*others, b"\xd0\xcf\x11\xe0", b"#!", b"<!DOCTYPE", b"<html", b"<?xml", b"<svg")):
        return "other"
    return None
