"""Pictures → upright RGB pages. Pillow decodes; OpenCV never sees bytes from outside."""

from __future__ import annotations

import io
import re
import struct
import warnings
from collections.abc import Iterator
from typing import Final

import pi_heif
from PIL import (
    BmpImagePlugin,
    Image,
    JpegImagePlugin,
    PngImagePlugin,
    TiffImagePlugin,
    WebPImagePlugin,
)

from ocr.inspect import HEIC, HEIF, JPEG, PNG, TIFF
from ocr.limits import Limits, OpenedFile
from ocr.pixels import to_rgb
from ocr.refusals import BROKEN, TOO_MANY_FRAMES, TOO_MANY_PIXELS, TRUNCATED, FileRefused
from ocr.truncation import is_truncated
from ocr.types import FileFacts, Pixels, RawPage

pi_heif.register_heif_opener(thumbnails=False, depth_images=False, aux_images=False, decode_threads=1)

_DECODERS: Final = (
    JpegImagePlugin.JpegImageFile.format,
    PngImagePlugin.PngImageFile.format,
    WebPImagePlugin.WebPImageFile.format,
    BmpImagePlugin.BmpImageFile.format,
    TiffImagePlugin.TiffImageFile.format,
    "HEIF",
)
"""The only decoders of Pillow that a file may reach; a signature cannot smuggle in another."""
_ORIENTATION, _SOFTWARE, _EXIF_IFD, _TAKEN_AT, _TAKEN_OFFSET = 0x0112, 0x0131, 0x8769, 0x9003, 0x9011
_NEW_SUBFILE_TYPE: Final = 254
_REDUCED_OR_MASK: Final = 0b101
_TURNS: Final = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""EXIF orientation → the turn that undoes it (EXIF 2.32, tag 0x0112)."""
_BAD_METADATA: Final = (SyntaxError, ValueError, TypeError, KeyError, IndexError, OSError, struct.error)
_LOST_GREY: Final = 128
"""libjpeg fills the blocks it found no data for with exactly this grey."""


def load_plugins() -> None:
    """Load what Pillow would load at the first picture."""
    Image.preinit()


def open_picture(data: bytes, media_type: str, limits: Limits) -> OpenedFile:
    """Open a picture; a TIFF gives a page for each full-size frame, all others their first frame.

    Raises ``FileRefused``: too many pixels or frames, truncated, broken.
    """
    image = _open(data, media_type)
    _check_size(image, limits)
    frames = _frames(image, data, media_type, limits)
    facts = FileFacts(
        media_type=media_type, software=_software(image), taken_at=_taken_at(image), pages=len(frames)
    )
    return OpenedFile(facts=facts, pages=_pages(image, frames, data, media_type, limits))


def _open(data: bytes, media_type: str) -> Image.Image:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            if media_type == PNG:
                # Decoding alone skips the check sums, and shows damage as noise.
                Image.open(io.BytesIO(data), formats=_DECODERS).verify()
            return Image.open(io.BytesIO(data), formats=_DECODERS)
    except Image.DecompressionBombError as error:
        raise FileRefused(TOO_MANY_PIXELS, str(error)) from error
    except MemoryError:
        raise
    except Exception as error:
        raise _failed(error, data, media_type) from error


def _failed(error: Exception, data: bytes, media_type: str) -> FileRefused:
    """Truncated or broken, told by the file's structure and not by the decoder's wording."""
    refusal = TRUNCATED if is_truncated(data, media_type) else BROKEN
    return FileRefused(refusal, f"{media_type}: {type(error).__name__}: {error}"[:300])


def _check_size(image: Image.Image, limits: Limits) -> None:
    if image.width * image.height > limits.page_pixels:
        raise FileRefused(TOO_MANY_PIXELS, f"{image.width} × {image.height}")


def _frames(image: Image.Image, data: bytes, media_type: str, limits: Limits) -> list[int]:
    """The frames that are pages. Counted by walking, for a TIFF has no count and may list thousands."""
    if media_type != TIFF:
        if getattr(image, "n_frames", 1) > limits.frames:
            raise FileRefused(TOO_MANY_FRAMES)
        return [getattr(image, "tell", lambda: 0)() if media_type in (HEIC, HEIF) else 0]
    pages: list[int] = []
    for number in range(limits.frames + 1):
        try:
            image.seek(number)
        except EOFError:
            break
        except _BAD_METADATA as error:
            raise _failed(error, data, media_type) from error
        _check_size(image, limits)
        if not image.tag_v2.get(_NEW_SUBFILE_TYPE, 0) & _REDUCED_OR_MASK:  # type: ignore[attr-defined]
            pages.append(number)
    else:
        raise FileRefused(TOO_MANY_FRAMES)
    image.seek(0)
    return pages or [0]


def _pages(
    image: Image.Image, frames: list[int], data: bytes, media_type: str, limits: Limits
) -> Iterator[RawPage]:
    for number, frame in enumerate(frames, start=1):
        if limits.wants(number):
            yield RawPage(number=number, pixels=_decode(image, frame, data, media_type, limits))


def _decode(image: Image.Image, frame: int, data: bytes, media_type: str, limits: Limits) -> Pixels:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            if image.tell() != frame:
                image.seek(frame)
            image.load()
            # libheif may find another size while decoding than the header said.
            _check_size(image, limits)
            pixels = to_rgb(_upright(image, data, media_type))
    except (FileRefused, MemoryError):
        raise
    except Exception as error:
        raise _failed(error, data, media_type) from error
    if media_type == JPEG and (_lost_rows(pixels) or is_truncated(data, media_type)):
        raise FileRefused(TRUNCATED, "the end of the picture is missing")
    return pixels


def _upright(image: Image.Image, data: bytes, media_type: str) -> Image.Image:
    """Undo the EXIF orientation, once: Pillow has turned a TIFF, and libheif a HEIF, while loading."""
    orientation = _exif(image).get(_ORIENTATION)
    if media_type in (HEIC, HEIF):
        turned = b"irot" in data or b"imir" in data
        orientation = None if turned else image.info.get("original_orientation")
    turn = _TURNS.get(orientation) if isinstance(orientation, int) else None
    return image.transpose(turn) if turn is not None else image


def _lost_rows(pixels: Pixels) -> bool:
    """Rows the decoder had no data for: a JPEG cut short and closed again decodes without complaint."""
    # The missing end lies at the bottom as stored, which may be any edge after the turn.
    sideways = pixels.transpose(1, 0, 2)
    edges = (pixels, pixels[::-1], sideways, sideways[::-1])
    return any(
        len(edge) > 64 and bool((edge[: max(16, len(edge) // 50)] == _LOST_GREY).all()) for edge in edges
    )


def _exif(image: Image.Image) -> Image.Exif:
    """The EXIF block, empty where it is malformed: a picture is not refused for what it says of itself."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return image.getexif()
    except _BAD_METADATA:
        return Image.Exif()


def _software(image: Image.Image) -> str | None:
    value = _exif(image).get(_SOFTWARE)
    if value is None and isinstance(image, PngImagePlugin.PngImageFile):
        value = image.info.get("Software")
    return _clean(value)


def _clean(value: object) -> str | None:
    """Printable text of at most 200 characters, for it goes into reports."""
    if isinstance(value, bytes):
        value = value.decode("utf-8", "replace")
    if not isinstance(value, str):
        return None
    return "".join(c for c in value if c.isprintable()).strip()[:200] or None


def _taken_at(image: Image.Image) -> str | None:
    """EXIF DateTimeOriginal as ISO 8601, with the offset where the camera wrote one."""
    try:
        block = _exif(image).get_ifd(_EXIF_IFD)
    except _BAD_METADATA:
        return None
    found = re.match(r"(\d{4})[:-](\d\d)[:-](\d\d)[ T](\d\d:\d\d:\d\d)", _clean(block.get(_TAKEN_AT)) or "")
    if not found or found[1] == "0000":
        return None
    offset = _clean(block.get(_TAKEN_OFFSET)) or ""
    zone = offset if re.fullmatch(r"[+-]\d\d:\d\d", offset) else ""
    return f"{found[1]}-{found[2]}-{found[3]}T{found[4]}{zone}"
