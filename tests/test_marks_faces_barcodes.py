"""Faces and codes. Portraits are not shipped: ``MENSHEN_PORTRAITS`` names their folder."""

from __future__ import annotations

import os
import warnings
from pathlib import Path

import cv2
import numpy as np
import pytest
import zxingcpp

from ocr.marks.barcodes import find_barcodes
from ocr.marks.faces import find_faces
from ocr.types import Pixels

PORTRAITS = os.environ.get("MENSHEN_PORTRAITS")
PAGES = Path(__file__).parent / "resources" / "marks"
FACES = [
    ("facerec__biden2.jpg", 1),
    ("facerec__obama_small.jpg", 1),
    ("facerec__two_people.jpg", 2),
    ("facerec__obama_and_biden.jpg", 2),
]


def picture(path: Path) -> Pixels:
    return np.ascontiguousarray(cv2.imread(str(path))[:, :, ::-1])


@pytest.mark.parametrize(("name", "many"), FACES)
@pytest.mark.parametrize("turns", [0, 1])
def test_faces_upright_and_turned(name: str, many: int, turns: int) -> None:
    if not PORTRAITS:
        words = "NO PORTRAITS: MENSHEN_PORTRAITS is unset, faces are not tested here"
        warnings.warn(words, stacklevel=1)
        pytest.skip(words)
    pixels = np.ascontiguousarray(np.rot90(picture(Path(PORTRAITS) / name), turns))
    faces = find_faces(pixels, 4)
    assert len(faces) == many
    assert [f.page for f in faces] == [4] * many
    sizes = [f.box[2] - f.box[0] for f in faces]
    assert sizes == sorted(sizes, reverse=True)
    for face in faces:
        assert 0 <= face.box[0] < face.box[2] <= pixels.shape[1]
        assert 0 <= face.box[1] < face.box[3] <= pixels.shape[0]


@pytest.mark.parametrize("name", ["red_print_no_seal.jpg", "red_form_no_seal.jpg", "seal_round_red.jpg"])
def test_no_faces_in_print(name: str) -> None:
    assert find_faces(picture(PAGES / name), 1) == ()


def test_no_face_on_a_bare_page() -> None:
    assert find_faces(np.full((900, 700, 3), 200, np.uint8), 1) == ()


CODES = [
    ("QRCode", "360900-2025-000123"),
    ("Code128", "A12345678"),
    ("DataMatrix", "430503"),
    ("EAN13", "6901234567892"),
]


@pytest.mark.parametrize(("name", "text"), CODES)
@pytest.mark.parametrize("turns", [0, 1, 2])
def test_codes_are_read_with_their_boxes(name: str, text: str, turns: int) -> None:
    code = np.array(zxingcpp.create_barcode(text, getattr(zxingcpp.BarcodeFormat, name)).to_image(scale=4))
    code = code if code.ndim == 2 else code[:, :, 0]
    sheet = np.full((1400, 1000, 3), 245, np.uint8)
    height, width = code.shape
    sheet[200 : 200 + height, 300 : 300 + width] = code[:, :, None]
    (found,) = find_barcodes(np.ascontiguousarray(np.rot90(sheet, turns)), 2)
    assert (found.format, found.text, found.page) == (name, text, 2)
    if turns == 0:
        assert 280 <= found.box[0] < found.box[2] <= 320 + width
        assert 180 <= found.box[1] < found.box[3] <= 220 + height


def test_no_codes_on_print() -> None:
    assert find_barcodes(picture(PAGES / "red_form_no_seal.jpg"), 1) == ()
