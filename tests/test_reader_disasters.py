"""Readers that go wrong (empty output, wrong characters, a crash, a hang) are never the applicant's fault."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from intake.pipeline import Reader
from intake.settings import load_settings
from ocr.engine import ReadChar, ReadText
from ocr.types import Document, DocumentKind, Engine, Pixels, Polygon
from validators.verdict import Outcome, Route

SAMPLES = Path(__file__).parents[1] / "samples"
CASE = SAMPLES / "cases" / "yichun-renewal-02-sound-phone"
PICTURE = SAMPLES / "documents" / "discharge-grid.jpg"
DIGITAL = SAMPLES / "documents" / "discharge-classic.pdf"


class Scripted:
    """Stands where the text engine stands: finds ``lines`` boxes and reads ``text`` in each."""

    info = Engine("scripted", {"det": "0" * 64, "rec": "0" * 64}, "0")

    def __init__(self, text: str = "", lines: int = 0, confidence: float = 0.99) -> None:
        self.text, self.lines, self.confidence = text, lines, confidence

    def detect(self, pixels: Pixels, side: int) -> list[Polygon]:
        rows = [(100.0, 100.0 + 60 * n, 700.0, 130.0 + 60 * n) for n in range(self.lines)]
        return [((x0, y0), (x1, y0), (x1, y1), (x0, y1)) for x0, y0, x1, y1 in rows]

    def read(self, crops: Sequence[Pixels]) -> list[ReadText]:
        step = 1 / max(len(self.text), 1)
        chars = tuple(ReadChar(c, n * step, (n + 1) * step, self.confidence) for n, c in enumerate(self.text))
        return [ReadText(self.text, self.confidence if self.text else 0.0, chars) for _ in crops]


class Crashing(Scripted):
    def detect(self, pixels: Pixels, side: int) -> list[Polygon]:
        raise RuntimeError("the network gave up on 李建国")


class Hanging(Scripted):
    def detect(self, pixels: Pixels, side: int) -> list[Polygon]:
        time.sleep(30)
        raise AssertionError("nobody stopped the hang")


def read(engine: Scripted, *files: Path, **settings: float) -> tuple[Document, ...]:
    return reader(engine, **settings).read(list(files)).reading.documents


def reader(engine: Scripted, **settings: float) -> Reader:
    made = Reader(load_settings().model_copy(update=settings))
    made.__dict__["engine"] = engine
    return made


def test_empty_output_is_no_paper_of_any_kind() -> None:
    (document,) = read(Scripted(), PICTURE)
    assert document.refused is None
    assert document.kind is DocumentKind.UNKNOWN
    assert dict(document.fields) == {}


def test_wrong_characters_never_make_a_number() -> None:
    (document,) = read(Scripted("出院记录 姓名：李建国 身份证号：430503196703121891", lines=3), PICTURE)
    assert "id_number" not in document.fields


@pytest.mark.parametrize(
    ("engine", "code"),
    [(Crashing(), "FILE-015"), (Hanging(), "FILE-016")],
    ids=["crash", "hang"],
)
def test_a_failing_reader_harms_no_other_file(
    engine: Scripted, code: str, caplog: pytest.LogCaptureFixture
) -> None:
    started = time.monotonic()
    picture, digital = read(engine, PICTURE, DIGITAL, read_seconds=10.0)
    assert picture.refused is not None
    assert picture.refused.code == code
    assert digital.refused is None
    assert digital.kind is DocumentKind.DISCHARGE_SUMMARY
    assert time.monotonic() - started < 28
    assert "李建国" not in caplog.text  # what stood on the page is in no log
    assert ("RuntimeError" in caplog.text) == (code == "FILE-015")


def test_a_file_that_comes_to_nothing_leaves_no_page_images() -> None:
    class LateCrash(Scripted):
        pages = 0

        def detect(self, pixels: Pixels, side: int) -> list[Polygon]:
            self.pages += 1
            if self.pages > 1:
                raise RuntimeError("the second page")
            return []

    stack = SAMPLES / "documents" / "lab-stack.tiff"
    read_files = reader(LateCrash()).read([stack], keep_images=True)
    assert [d.refused.code for d in read_files.reading.documents if d.refused] == ["FILE-015"]
    assert read_files.images == ()


@pytest.mark.parametrize(
    "engine",
    [Scripted(), Scripted("乱码□□", lines=8), Scripted("出院记录", lines=4, confidence=0.3), Crashing()],
    ids=["empty", "garbage", "unsure", "crash"],
)
def test_no_failure_of_ours_is_told_to_the_applicant_as_theirs(engine: Scripted) -> None:
    verdict = reader(engine).check(CASE).verdict
    assert verdict.route is Route.NEEDS_ATTENTION
    about_papers = [c for c in verdict.checks if c.outcome is Outcome.UNMET]
    assert about_papers == []
