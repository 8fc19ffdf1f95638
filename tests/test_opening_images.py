"""Pictures of every format and mode come out upright, in RGB, and whole or refused."""

from __future__ import annotations

import io

import numpy as np
import pytest
from opening_samples import corners, encoded, png_header_only, scene, with_orientation
from PIL import Image

from ocr.pages import Limits, OpenedFile, open_file
from ocr.refusals import FileRefused
from ocr.types import RawPage

UPRIGHT = ["red", "lime", "blue", "black"]
UNDO = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}
"""How a camera stores the upright scene under each orientation."""


def only_page(data: bytes, name: str = "") -> RawPage:
    (page,) = open_file(data, name).pages
    assert page.pixels.dtype == np.uint8
    assert page.pixels.shape[2] == 3
    assert page.text is None
    return page


def refusal(data: bytes, limits: Limits | None = None) -> str:
    with pytest.raises(FileRefused) as caught:
        list(open_file(data, "", limits or Limits()).pages)
    return caught.value.refusal.code


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "WEBP", "PNG", "TIFF"])
def test_exif_orientation_is_undone(kind: str, orientation: int) -> None:
    turn = UNDO[orientation]
    stored = scene() if turn is None else scene().transpose(turn)
    page = only_page(with_orientation(stored, kind, orientation))
    assert page.pixels.shape == (64, 96, 3)
    assert corners(page.pixels) == UPRIGHT


@pytest.mark.parametrize(
    ("kind", "image"),
    [
        ("PNG", scene()),
        ("PNG", scene().convert("RGBA")),
        ("PNG", scene().quantize(16)),
        ("TIFF", scene().convert("CMYK")),
        ("JPEG", scene().convert("CMYK")),
        ("BMP", scene()),
        ("WEBP", scene().convert("RGBA")),
    ],
)
def test_colour_modes(kind: str, image: Image.Image) -> None:
    assert corners(only_page(encoded(image, kind)).pixels) == UPRIGHT


@pytest.mark.parametrize("mode", ["1", "L", "LA"])
@pytest.mark.parametrize("kind", ["PNG", "TIFF"])
def test_grey_modes(kind: str, mode: str) -> None:
    pixels = only_page(encoded(scene().convert(mode), kind)).pixels
    assert pixels[-5, 4].max() < 10
    assert pixels[32, 48].min() > 245


@pytest.mark.parametrize("top", [255, 4095, 65535])
@pytest.mark.parametrize("kind", ["PNG", "TIFF"])
def test_deep_greys_are_scaled_by_their_range(kind: str, top: int) -> None:
    ramp = np.tile(np.linspace(0, top, 64).astype(np.uint16), (16, 1))
    pixels = only_page(encoded(Image.fromarray(ramp), kind)).pixels
    assert pixels[0, 0].max() == 0
    assert pixels[0, -1].min() == 255
    assert abs(int(pixels[0, 32, 0]) - 129) < 4


def test_floating_point_greys() -> None:
    ramp = np.tile(np.linspace(0, 1, 64, dtype=np.float32), (16, 1))
    pixels = only_page(encoded(Image.fromarray(ramp), "TIFF")).pixels
    assert (int(pixels[0, 0, 0]), int(pixels[0, -1, 0])) == (0, 255)


def test_transparency_is_laid_on_white() -> None:
    image = Image.new("RGBA", (40, 40), (255, 0, 0, 0))
    image.paste((0, 0, 0, 255), (10, 10, 20, 20))
    pixels = only_page(encoded(image, "PNG")).pixels
    assert pixels[0, 0].tolist() == [255, 255, 255]
    assert pixels[15, 15].tolist() == [0, 0, 0]


def test_white_writing_on_nothing_stays_readable() -> None:
    image = Image.new("RGBA", (40, 40), (255, 255, 255, 0))
    image.paste((255, 255, 255, 255), (10, 10, 20, 20))
    pixels = only_page(encoded(image, "PNG")).pixels
    assert int(pixels.max()) - int(pixels.min()) > 200


def test_every_frame_of_a_tiff_is_a_page_but_thumbnails() -> None:
    thumbnail = scene(24, 16)
    thumbnail.encoderinfo = {"tiffinfo": {254: 1}}
    target = io.BytesIO()
    scene().save(target, "TIFF", save_all=True, append_images=[scene(60, 80), thumbnail, scene(30, 30)])
    pages = list(open_file(target.getvalue(), "").pages)
    assert [(page.number, page.pixels.shape[:2]) for page in pages] == [
        (1, (64, 96)),
        (2, (80, 60)),
        (3, (30, 30)),
    ]


def test_an_animation_gives_its_first_picture() -> None:
    frames = [scene(), scene().rotate(180)]
    data = encoded(frames[0], "WEBP", save_all=True, append_images=frames[1:], lossless=True)
    assert corners(only_page(data).pixels) == UPRIGHT


def test_what_the_camera_says() -> None:
    exif = Image.Exif()
    exif[0x0131] = "Camera 1.0"
    exif.get_ifd(0x8769).update({0x9003: "2025:11:20 09:30:00", 0x9011: "+08:00"})
    facts = open_file(encoded(scene(), "JPEG", exif=exif.tobytes()), "").facts
    assert (facts.media_type, facts.software) == ("image/jpeg", "Camera 1.0")
    assert facts.taken_at == "2025-11-20T09:30:00+08:00"


@pytest.mark.parametrize("stamp", ["0000:00:00 00:00:00", "gestern", ""])
def test_a_time_that_is_none_is_none(stamp: str) -> None:
    exif = Image.Exif()
    exif.get_ifd(0x8769)[0x9003] = stamp
    assert open_file(encoded(scene(), "JPEG", exif=exif.tobytes()), "").facts.taken_at is None


def noise() -> Image.Image:
    values = np.random.default_rng(1).integers(0, 255, (300, 400, 3), dtype=np.uint8)
    return Image.fromarray(values)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "BMP", "TIFF"])
@pytest.mark.parametrize("share", [0.1, 0.5, 0.97])
def test_a_cut_picture_is_refused_as_cut(kind: str, share: float) -> None:
    data = encoded(noise(), kind)
    assert refusal(data[: int(len(data) * share)]) == "FILE-002"


@pytest.mark.parametrize("tail", [b"\xff\xd9", bytes(4000)])
def test_a_cut_jpeg_that_was_closed_again_is_refused_too(tail: bytes) -> None:
    data = encoded(noise(), "JPEG")
    assert refusal(data[: len(data) * 6 // 10] + tail) == "FILE-002"


def test_bytes_after_the_picture_do_no_harm() -> None:
    data = encoded(scene(), "JPEG") + b"motion photo" * 1000
    assert corners(only_page(data).pixels) == UPRIGHT


def test_a_grey_photo_is_not_taken_for_a_cut_one() -> None:
    image = Image.new("RGB", (200, 200), (127, 128, 129))
    assert only_page(encoded(image, "JPEG", quality=95)).pixels.shape == (200, 200, 3)


def test_broken_picture() -> None:
    data = bytearray(encoded(noise(), "PNG"))
    data[60:4000] = bytes(3940)
    assert refusal(bytes(data)) == "FILE-011"


def test_too_many_pixels() -> None:
    assert refusal(png_header_only(30_000, 30_000)) == "FILE-007"
    assert refusal(png_header_only(8_000, 6_000)) == "FILE-007"
    assert refusal(encoded(scene(), "BMP"), Limits(page_pixels=6000)) == "FILE-007"


def test_too_many_bytes() -> None:
    assert refusal(encoded(scene(), "BMP"), Limits(file_bytes=1000)) == "FILE-006"


def test_too_many_frames() -> None:
    target = io.BytesIO()
    scene(8, 8).save(target, "TIFF", save_all=True, append_images=[scene(8, 8)] * 120)
    assert refusal(target.getvalue()) == "FILE-009"


def test_pages_are_decoded_one_at_a_time() -> None:
    target = io.BytesIO()
    noise().save(target, "TIFF", save_all=True, append_images=[noise()])
    opened: OpenedFile = open_file(target.getvalue()[:-100_000], "")
    assert next(opened.pages).number == 1
    with pytest.raises(FileRefused):
        next(opened.pages)
