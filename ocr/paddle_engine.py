"""PaddleOCR's own pipeline under ONNX Runtime, as it ships: to compare with at any time.

The only file that knows PaddleOCR. Detection, batching, recognition and decoding are PaddleOCR's; it tells
one mean confidence a line, which here stands for each of its characters, and no place of a character, so
characters are spread evenly over their line.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from importlib.metadata import version
from typing import Any

import cv2
import numpy as np

from ocr.ctc import simplified
from ocr.engine import ReadChar, ReadText
from ocr.models import ModelFolder, ModelSet
from ocr.types import Engine, Pixels, Polygon


class PaddleEngine:
    """A ``TextEngine`` on PaddleOCR. Raises PaddleOCR's own errors where a model cannot be loaded."""

    def __init__(self, models: ModelSet, *, threads: int = 1) -> None:
        # PaddleX makes its cache folder when imported: beside the models, not in the user's home
        os.environ.setdefault("PADDLE_PDX_CACHE_HOME", str(models.detector.path.parent))
        import paddleocr  # noqa: PLC0415 - 3 s to import, wanted only where this engine was chosen

        self._detector = paddleocr.TextDetection(**_options(models.detector, threads))
        self._recogniser = paddleocr.TextRecognition(**_options(models.recogniser, threads))
        self._info = Engine(
            name="paddleocr+onnxruntime",
            models={"det": models.detector.sha256, "rec": models.recogniser.sha256},
            version=version("paddleocr"),
        )

    @property
    def info(self) -> Engine:
        """PaddleOCR, its version, and the hashes of the networks."""
        return self._info

    def detect(self, pixels: Pixels, side: int) -> list[Polygon]:
        """The quadrilaterals around lines of text, in pixels of ``pixels``, unordered."""
        result = self._detector.predict(_bgr(pixels), limit_side_len=side, limit_type="resize_long")
        return [_polygon(quad) for quad in result[0]["dt_polys"]]

    def read(self, crops: Sequence[Pixels]) -> list[ReadText]:
        """Read upright crops (height × width × 3, RGB), each holding one line; same order out."""
        pictures = {i: _bgr(crop) for i, crop in enumerate(crops) if min(crop.shape[:2]) > 1}
        results = self._recogniser.predict(list(pictures.values())) if pictures else []
        texts = [ReadText("", 0.0, ())] * len(crops)
        for i, result in zip(pictures, results, strict=True):
            texts[i] = _spread(simplified(result["rec_text"]), float(result["rec_score"]))
        return texts


def _options(model: ModelFolder, threads: int) -> dict[str, Any]:
    return {
        "model_name": model.name,
        "model_dir": str(model.path),
        "engine": "onnxruntime",
        "engine_config": {"intra_op_num_threads": threads, "inter_op_num_threads": 1},
    }


def _bgr(pixels: Pixels) -> Pixels:
    return np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2BGR), np.uint8)


def _polygon(quad: Any) -> Polygon:
    a, b, c, d = ((float(x), float(y)) for x, y in quad)
    return (a, b, c, d)


def _spread(text: str, confidence: float) -> ReadText:
    step = 1 / max(1, len(text))
    chars = tuple(ReadChar(c, n * step, (n + 1) * step, confidence) for n, c in enumerate(text))
    return ReadText(text, confidence if text else 0.0, chars)
