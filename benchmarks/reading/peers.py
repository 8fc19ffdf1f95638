"""The readers to compare with: default pipelines, one thread, the same models, the same pages.

None of them knows fields or kinds: only their text and their cost can be compared. PaddleOCR's models for
turning and unwarping pages cannot be had without a network, so its pipeline runs without them, which makes
it cheaper; its other settings, and all of RapidOCR's and Tesseract's, are their defaults.
"""

from __future__ import annotations

import io
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from PIL import Image, ImageOps

from benchmarks.reading.peruse import Menshen, Perused, core_seconds
from intake.settings import Settings
from ocr.models import bundled_models


class Peruser(Protocol):
    """Anything that reads a file."""

    def peruse(self, path: Path) -> Perused:
        """Read one file."""


class PaddlePipeline:
    """``paddleocr.PaddleOCR`` with ONNX Runtime."""

    def __init__(self) -> None:
        models = bundled_models(Settings().home / "models")
        os.environ.setdefault("PADDLE_PDX_CACHE_HOME", str(models.detector.path.parent))
        import paddleocr  # noqa: PLC0415 - two seconds, wanted only where it runs

        self._pipeline: Any = paddleocr.PaddleOCR(
            text_detection_model_name=models.detector.name,
            text_detection_model_dir=str(models.detector.path),
            text_recognition_model_name=models.recogniser.name,
            text_recognition_model_dir=str(models.recogniser.path),
            use_doc_orientation_classify=False,
            use_doc_unwarping=False,
            use_textline_orientation=False,
            engine="onnxruntime",
            engine_config={"intra_op_num_threads": 1, "inter_op_num_threads": 1},
        )

    def peruse(self, path: Path) -> Perused:
        """Read one file."""
        before = core_seconds()
        found = self._pipeline.predict(np.ascontiguousarray(_upright(path)[..., ::-1]))
        lines = tuple(found[0]["rec_texts"])
        return Perused((), lines, core_seconds() - before)


class RapidPipeline:
    """``rapidocr.RapidOCR``."""

    def __init__(self) -> None:
        from rapidocr import RapidOCR  # noqa: PLC0415 - wanted only where it runs

        self._pipeline: Any = RapidOCR(
            params={
                "EngineConfig.onnxruntime.intra_op_num_threads": 1,
                "EngineConfig.onnxruntime.inter_op_num_threads": 1,
                "Global.log_level": "error",
            }
        )

    def peruse(self, path: Path) -> Perused:
        """Read one file."""
        before = core_seconds()
        found = self._pipeline(np.ascontiguousarray(_upright(path)[..., ::-1]))
        return Perused((), tuple(found.txts or ()), core_seconds() - before)


class Tesseract:
    """The ``tesseract`` program with ``chi_sim``."""

    def __init__(self) -> None:
        if shutil.which("tesseract") is None:
            raise FileNotFoundError("tesseract")

    def peruse(self, path: Path) -> Perused:
        """Read one file."""
        before = core_seconds()
        png = io.BytesIO()
        Image.fromarray(_upright(path)).save(png, "PNG", compress_level=1)
        done = subprocess.run(
            ["tesseract", "stdin", "stdout", "-l", "chi_sim"],
            input=png.getvalue(),
            capture_output=True,
            check=True,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
        lines = tuple(done.stdout.decode("utf-8", "replace").splitlines())
        return Perused((), lines, core_seconds() - before)


READERS: dict[str, Callable[[], Peruser]] = {
    "menshen": Menshen,
    "paddleocr": PaddlePipeline,
    "rapidocr": RapidPipeline,
    "tesseract": Tesseract,
}
PEERS = ("paddleocr", "rapidocr", "tesseract")


def _upright(path: Path) -> np.ndarray:
    """The picture after EXIF orientation, RGB: peers get what a viewer shows."""
    with Image.open(path) as picture:
        return np.asarray(ImageOps.exif_transpose(picture).convert("RGB"))
