"""One page in many guises gives the same decisive values; many pages leave memory where it was."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from benchmarks.reading.endurance import ALLOWED, growth, standings
from intake.pipeline import Reader
from intake.settings import load_settings
from ocr.extract import extract

SAMPLES = Path(__file__).parents[1] / "samples" / "documents"
DECISIVE = ("patient_name", "hospital_name", "admission_date", "discharge_date", "record_number", "diagnosis")
GUISES: Mapping[str, tuple[int, Callable[[Image.Image], Image.Image], str]] = {
    "150 dpi": (150, lambda page: page, "PNG"),
    "200 dpi": (200, lambda page: page, "PNG"),
    "300 dpi": (300, lambda page: page, "PNG"),
    "JPEG 60": (200, lambda page: page, "JPEG"),
    "on its side": (200, lambda page: page.transpose(Image.Transpose.ROTATE_90), "PNG"),
}


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(load_settings())


def decisive(reader: Reader, data: bytes, name: str) -> dict[str, list[str]]:
    (page,) = reader.read_pages(data, name).pages
    fields = extract(page.guess.kind, [page.text])
    return {name: [str(f.value) for f in fields.get(name, ())] for name in DECISIVE}


def test_a_page_says_the_same_in_every_guise(reader: Reader) -> None:
    with pypdfium2.PdfDocument(SAMPLES / "discharge-classic.pdf") as document:
        drawn = {dpi: document[0].render(scale=dpi / 72).to_pil().convert("RGB") for dpi in (150, 200, 300)}
    said = {}
    for guise, (dpi, turned, form) in GUISES.items():
        file = io.BytesIO()
        turned(drawn[dpi]).save(file, form, quality=60)
        said[guise] = decisive(reader, file.getvalue(), f"page.{form.lower()}")
    assert said["200 dpi"]["patient_name"] == ["李建国"]
    assert all(said["200 dpi"].values())
    for guise, values in said.items():
        assert values == said["200 dpi"], guise


def test_memory_stays_where_it_was(reader: Reader) -> None:
    """The short form of ``python -m benchmarks.reading.endurance``."""
    files = [SAMPLES / name for name in ("id-front-small.bmp", "id-back.jpg", "filing-digital.pdf")]
    found = list(standings(reader, files, pages=15, every=3))
    assert growth(found, first=6) <= ALLOWED
