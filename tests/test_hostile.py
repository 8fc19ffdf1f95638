"""Every hostile file gives pages or a refusal: soon, quietly, and without harm to the next file."""

from __future__ import annotations

import logging
import os
import time
import warnings
from pathlib import Path

import pytest

from intake.opening.guard import open_guarded
from ocr.pages import Limits
from ocr.refusals import REFUSALS, FileRefused

OWN = Path(__file__).parent / "resources" / "opening"
CORPUS = os.environ.get("MENSHEN_HOSTILE_CORPUS")
"""A folder of crash and fuzz files of other projects; they may not be copied into this repository."""
SECONDS = 30.0

EXPECTED = {
    "billion_forms.pdf": ("FILE-012", "FILE-013"),
    "box.heic": ("FILE-002", "FILE-011"),
    "cut.jpg": ("FILE-002",),
    "cut.pdf": ("FILE-002",),
    "cut_and_closed.jpg": ("FILE-002",),
    "endless_composite.ofd": ("pages", "FILE-012"),
    "escape.ofd": ("FILE-011",),
    "giant.bmp": ("FILE-007",),
    "kids_loop.pdf": ("FILE-011",),
    "loop.tif": ("pages", "FILE-009"),
    "pixel_bomb.png": ("FILE-007",),
    "script.pdf": ("pages",),
    "wide.png": ("FILE-007",),
    "zip_bomb.ofd": ("FILE-010",),
}
"""Where more than one outcome is sound, all are listed; files not listed may end in any."""


def outcome(path: Path, limits: Limits) -> str:
    """``pages``, or the code of the refusal."""
    try:
        for page in open_guarded(path.read_bytes(), path.name, limits).pages:
            assert page.pixels.size > 0
    except FileRefused as refused:
        return refused.refusal.code
    return "pages"


def check(
    path: Path,
    capfd: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
    limits: Limits | None = None,
) -> str:
    start = time.monotonic()
    with caplog.at_level(logging.ERROR):
        told = outcome(path, limits or Limits())
    assert time.monotonic() - start < SECONDS
    # An error in the log is a mistake in this program, not in the file.
    assert not caplog.records
    assert capfd.readouterr() == ("", "")
    assert told in ("pages", *REFUSALS)
    return told


@pytest.mark.parametrize("path", sorted(p for p in OWN.iterdir() if p.suffix != ".md"), ids=lambda p: p.name)
def test_own_files(path: Path, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture) -> None:
    # Less memory than usual, so that the file that eats it is done sooner.
    told = check(path, capfd, caplog, Limits(memory_bytes=1024**3))
    assert told in EXPECTED.get(path.name, ("pages", *REFUSALS))


def test_the_expected_files_are_there() -> None:
    assert set(EXPECTED) <= {path.name for path in OWN.iterdir()}


if CORPUS:

    @pytest.mark.parametrize("path", sorted(Path(CORPUS).iterdir()), ids=lambda p: p.name)
    def test_corpus(path: Path, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture) -> None:
        check(path, capfd, caplog)

else:

    def test_corpus() -> None:
        words = "NO HOSTILE CORPUS: MENSHEN_HOSTILE_CORPUS is unset, only the repository's own files ran"
        warnings.warn(words, stacklevel=1)
        pytest.skip(words)
