"""The reader of pixels: PaddleOCR's two networks run straight on OpenVINO or ONNX Runtime.

Detection prepares and reads the network's picture as PaddleOCR does. Recognition draws crops to one of a few
widths and batches those of one width (padding every crop to 320 pixels and to the widest of an unsorted batch
wastes half the work), and decodes the network's output itself, because the checks need each character's
place and confidence, which PaddleOCR folds into one mean. Not importing PaddleOCR saves a process 2.7 s and
120 MB.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import cv2
import numpy as np
import yaml

from ocr.ctc import alphabet, decode
from ocr.engine import ReadText
from ocr.models import ModelFolder, ModelSet, ModelsMissing
from ocr.networks import Runtime, Tensor, open_network, version_of
from ocr.text_boxes import BoxRules, boxes_in
from ocr.types import Engine, Pixels, Polygon

LINE_HEIGHT = 48
"""Height in pixels at which the recogniser reads (PP-OCRv3 to v6)."""
WIDTHS = tuple(8 * round(6 * (8 / 7) ** n) for n in range(32))
"""Widths in pixels at which lines are read, 48 to about 3,000, each a seventh more than the one before: crops
are stretched to the next. OpenVINO prepares itself for each new shape (20-50 ms), and equal widths need no
padding."""
MOST_SQUEEZE = 1.02
"""How much a crop may be squeezed instead: at a twelfth, digits of ID cards that stood close were doubted."""
BATCH_PIXELS = 800
"""Widths of one recogniser batch add up to at most this; more gains nothing on a CPU. On OpenVINO every line
goes alone: it keeps 6 to 7 MB for each shape, and 32 shapes in place of 66 cost a twelfth of the recogniser's
time."""
_DETECTOR_KERNELS, _RECOGNISER_KERNELS = 150, 560
"""Some three pages of different shapes, and lines of 28 widths."""
_PAGE = 3 * 640 * 640
"""After a picture of more numbers, memory is given back."""
_STRIDE = 32
"""The detector's sides are multiples of this."""
_LARGEST_SIDE = 4000
_SMALLEST_SUM = 64
"""Pictures whose sides add up to less are padded first: they hold no line by themselves."""


class DirectEngine:
    """A ``TextEngine`` on bare networks. Raises ``ModelsMissing`` where a folder cannot be used."""

    def __init__(self, models: ModelSet, runtime: Runtime, *, threads: int = 1) -> None:
        det, rec = _config(models.detector), _config(models.recogniser)
        try:
            self._rules = BoxRules.of(det["PostProcess"])
            self._gain, self._offset = _normalisation(det)
            self._characters = alphabet(rec["PostProcess"]["character_dict"])
        except (KeyError, TypeError, ValueError) as error:
            raise ModelsMissing(
                f"模型的 inference.yml 不合要求（{error}）；可改用 MENSHEN_ENGINE=paddleocr"
            ) from error
        detector, recogniser = models.detector.path, models.recogniser.path
        self._detector = open_network(detector, threads, runtime, kernels=_DETECTOR_KERNELS)
        self._recogniser = open_network(recogniser, threads, runtime, kernels=_RECOGNISER_KERNELS)
        self._batch_pixels = 0 if runtime == "openvino" else BATCH_PIXELS
        self._info = Engine(
            name=runtime,
            models={"det": models.detector.sha256, "rec": models.recogniser.sha256},
            version=version_of(runtime),
        )

    @property
    def info(self) -> Engine:
        """The runtime, its version, and the hashes of the networks."""
        return self._info

    def detect(self, pixels: Pixels, side: int) -> list[Polygon]:
        """The quadrilaterals around lines of text, in pixels of ``pixels``, unordered.

        ``side`` is the long side, in pixels, at which the detector looks.
        """
        height, width = pixels.shape[:2]
        if height + width < _SMALLEST_SUM:
            padded = np.zeros((max(_STRIDE, height), max(_STRIDE, width), 3), np.uint8)
            padded[:height, :width] = pixels
            pixels = padded
        tensor = self._seen(pixels, side)
        self._recogniser.release()
        heat = self._detector(tensor)[0, 0]
        if tensor.size > _PAGE:
            heat = heat.copy()
            self._detector.release()
        return boxes_in(heat, width, height, self._rules)

    def _seen(self, pixels: Pixels, side: int) -> Tensor:
        """The picture as the detector wants it: its long side about ``side``, 1 × 3 × height × width."""
        size = _detector_size(pixels.shape[1], pixels.shape[0], side)
        small = np.asarray(pixels if size == pixels.shape[1::-1] else cv2.resize(pixels, size))
        tensor = np.empty((1, 3, size[1], size[0]), np.float32)
        for channel in range(3):
            np.multiply(small[:, :, channel], self._gain[channel], out=tensor[0, channel], casting="unsafe")
            tensor[0, channel] += self._offset[channel]
        return tensor

    def read(self, crops: Sequence[Pixels]) -> list[ReadText]:
        """Read upright crops (height × width × 3, RGB), each holding one line; same order out."""
        texts = [ReadText("", 0.0, ())] * len(crops)
        widths = {i: line_width(*crop.shape[:2]) for i, crop in enumerate(crops) if min(crop.shape[:2]) > 1}
        for width, batch in batches(widths, self._batch_pixels):
            tensor = np.empty((len(batch), 3, LINE_HEIGHT, width), np.float32)
            for row, i in enumerate(batch):
                image = cv2.resize(crops[i], (width, LINE_HEIGHT), interpolation=cv2.INTER_LINEAR)
                np.divide(image.transpose(2, 0, 1), 127.5, out=tensor[row])
            tensor -= 1.0
            for i, scores in zip(batch, self._recogniser(tensor), strict=True):
                texts[i] = decode(scores, self._characters)
        return texts


def _config(model: ModelFolder) -> Mapping[str, Any]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # 18,708 characters: 1 s without the C parser
    config = yaml.load((model.path / "inference.yml").read_text(encoding="utf-8"), loader)  # noqa: S506 - safe
    return config if isinstance(config, Mapping) else {}


def _normalisation(config: Mapping[str, Any]) -> tuple[Tensor, Tensor]:
    """Factor and offset a channel (RGB) from bytes to what the network was trained on."""
    steps = config["PreProcess"]["transform_ops"]
    given = next(step["NormalizeImage"] for step in steps if "NormalizeImage" in step)
    numerator, _, denominator = str(given.get("scale", "1/255")).partition("/")
    scale = float(numerator) / float(denominator or 1)
    mean, spread = (np.array(given[key], np.float32) for key in ("mean", "std"))
    return (scale / spread).astype(np.float32), (-mean / spread).astype(np.float32)


def _detector_size(width: int, height: int, side: int) -> tuple[int, int]:
    ratio = min(side, _LARGEST_SIDE) / max(width, height)
    across, down = (max(_STRIDE, round(int(v * ratio) / _STRIDE) * _STRIDE) for v in (width, height))
    return across, down


def line_width(height: int, width: int) -> int:
    """The width of ``WIDTHS`` at which a crop is read."""
    wanted = width * LINE_HEIGHT / height / MOST_SQUEEZE
    return WIDTHS[min(bisect_left(WIDTHS, wanted), len(WIDTHS) - 1)]


def batches(widths: Mapping[int, int], most_pixels: int = BATCH_PIXELS) -> Iterator[tuple[int, list[int]]]:
    """Group crops of one width, narrow ones first; 1, 2, 4 … to a batch, so that shapes stay few."""
    together: dict[int, list[int]] = {}
    for i, width in widths.items():
        together.setdefault(width, []).append(i)
    for width, alike in sorted(together.items()):
        start = 0
        while start < len(alike):
            most = min(len(alike) - start, max(1, most_pixels // width))
            stop = start + (1 << (most.bit_length() - 1))
            yield width, alike[start:stop]
            start = stop
