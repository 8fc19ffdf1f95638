"""The reader of pixels: PaddleOCR's text detection and recognition under ONNX Runtime.

The only file that knows PaddleOCR. Detection runs as PaddleOCR ships it. Recognition uses
PaddleOCR's network and character list, but batches crops of similar width itself (padding every
crop to 320 pixels and to the widest of an unsorted batch wastes half the work) and decodes the
network's output itself, because the checks need each character's place and confidence, which
PaddleOCR folds into one mean.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt
from opencc import OpenCC

from ocr.models import ModelSet
from ocr.types import Engine, Pixels, Point, Polygon

LINE_HEIGHT = 48
"""Height in pixels at which the recogniser reads (PP-OCRv3 to v6)."""
MAX_LINE_WIDTH = 3200
BATCH_PIXELS = 2400
"""Widths of one recogniser batch add up to at most this; more gains nothing on a CPU."""
BATCH_SLACK = 1.15
"""The widest crop of a batch is at most this much wider than the narrowest."""


@dataclass(frozen=True, slots=True)
class ReadChar:
    """One character: ``left`` and ``right`` are fractions 0–1 of the crop's width."""

    text: str
    left: float
    right: float
    confidence: float


@dataclass(frozen=True, slots=True)
class ReadText:
    """What stands in one crop; ``confidence`` is the mean over characters, 0.0 for empty text."""

    text: str
    confidence: float
    chars: tuple[ReadChar, ...]


class TextEngine:
    """Finds and reads lines of text. Not thread-safe; one a process.

    ``threads`` is ONNX Runtime's intra-op thread count. Raises ``ModelsMissing`` through the model
    set and PaddleOCR's own errors where a model folder cannot be loaded.
    """

    def __init__(self, models: ModelSet, *, threads: int = 1) -> None:
        # PaddleX makes its cache folder when imported: beside the models, not in the user's home
        os.environ.setdefault("PADDLE_PDX_CACHE_HOME", str(models.detector.path.parent))
        import paddleocr  # noqa: PLC0415 - 2 s to import, wanted only where pixels are read

        options = {"intra_op_num_threads": threads, "inter_op_num_threads": 1}
        self._detector = paddleocr.TextDetection(
            model_name=models.detector.name,
            model_dir=str(models.detector.path),
            engine="onnxruntime",
            engine_config=options,
        )
        recogniser = paddleocr.TextRecognition(
            model_name=models.recogniser.name,
            model_dir=str(models.recogniser.path),
            engine="onnxruntime",
            engine_config=options,
        )
        self._network = recogniser.paddlex_predictor.runner
        self._characters = _simplified(recogniser.paddlex_predictor.post_op.character)
        self.info = Engine(
            name="paddleocr+onnxruntime",
            models={"det": models.detector.sha256, "rec": models.recogniser.sha256},
            version=version("paddleocr"),
        )

    def detect(self, pixels: Pixels, side: int) -> list[Polygon]:
        """The quadrilaterals around lines of text, in pixels of ``pixels``, unordered.

        ``side`` is the long side, in pixels, at which the detector looks.
        """
        result = self._detector.predict(
            cv2.cvtColor(pixels, cv2.COLOR_RGB2BGR), limit_side_len=side, limit_type="resize_long"
        )
        return [_polygon(quad) for quad in result[0]["dt_polys"]]

    def read(self, crops: Sequence[Pixels]) -> list[ReadText]:
        """Read upright crops (height × width × 3, RGB), each holding one line; same order out."""
        texts: list[ReadText | None] = [None] * len(crops)
        prepared = {i: _prepare(crop) for i, crop in enumerate(crops) if min(crop.shape[:2]) > 1}
        for batch in _batches({i: image.shape[1] for i, image in prepared.items()}):
            width = max(prepared[i].shape[1] for i in batch)
            tensor = np.zeros((len(batch), 3, LINE_HEIGHT, width), np.float32)
            for row, i in enumerate(batch):
                image = prepared[i]
                tensor[row, :, :, : image.shape[1]] = image.transpose(2, 0, 1) / 127.5 - 1.0
            output = self._network(x=[tensor])[0]
            for row, i in enumerate(batch):
                used = prepared[i].shape[1] / width
                texts[i] = self._decode(output[row], used)
        return [text or ReadText("", 0.0, ()) for text in texts]

    def _decode(self, scores: npt.NDArray[np.float32], used: float) -> ReadText:
        """Best path of CTC (Graves 2006): drop repeats and blanks. ``used``: unpadded share of the width."""
        best = scores.argmax(axis=1)
        steps = len(best) * used
        starts = [
            t for t in range(len(best)) if best[t] != 0 and (t == 0 or best[t] != best[t - 1]) and t <= steps
        ]
        centres = []
        for t in starts:
            end = t
            while end + 1 < len(best) and best[end + 1] == best[t]:
                end += 1
            centres.append((t + end + 1) / 2 / steps)
        chars = []
        for n, t in enumerate(starts):
            reach = min(
                [abs(centres[m] - centres[n]) / 2 for m in (n - 1, n + 1) if 0 <= m < len(centres)],
                default=0.5,
            )
            chars.append(
                ReadChar(
                    self._characters[best[t]],
                    max(0.0, centres[n] - reach),
                    min(1.0, centres[n] + reach),
                    float(scores[t, best[t]]),
                )
            )
        text = "".join(c.text for c in chars)
        confidence = sum(c.confidence for c in chars) / len(chars) if chars else 0.0
        return ReadText(text, confidence, tuple(chars))


def _simplified(characters: Sequence[str]) -> list[str]:
    """The recogniser's alphabet with traditional forms as simplified ones: mainland papers print no others.

    Only characters outside GB 2312 are replaced, so that 乾 and 著 in names stay. Entries of more than one
    code point, which no paper holds, become the replacement character.
    """
    convert = OpenCC("t2s").convert
    out = []
    for character in characters:
        plain = character if len(character) == 1 or character == "blank" else "\ufffd"
        out.append(plain if _in_gb2312(plain) else convert(plain))
    return out


def _in_gb2312(character: str) -> bool:
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def _polygon(quad: Any) -> Polygon:
    points: list[Point] = [(float(x), float(y)) for x, y in quad]
    return (points[0], points[1], points[2], points[3])


def _prepare(crop: Pixels) -> Pixels:
    height, width = crop.shape[:2]
    scaled = min(MAX_LINE_WIDTH, max(8, round(width * LINE_HEIGHT / height)))
    return cv2.resize(crop, (scaled, LINE_HEIGHT), interpolation=cv2.INTER_LINEAR).astype(np.uint8)


def _batches(widths: dict[int, int]) -> Iterator[list[int]]:
    """Group crops of similar width, narrow ones first."""
    batch: list[int] = []
    for i in sorted(widths, key=lambda i: (widths[i], i)):
        if batch and (
            widths[i] > BATCH_SLACK * widths[batch[0]] + 8 or (len(batch) + 1) * widths[i] > BATCH_PIXELS
        ):
            yield batch
            batch = []
        batch.append(i)
    if batch:
        yield batch
