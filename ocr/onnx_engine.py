"""The reader of pixels: PaddleOCR's two networks run straight on ONNX Runtime.

Detection prepares and reads the network's picture as PaddleOCR does. Recognition batches crops of similar
width (padding every crop to 320 pixels and to the widest of an unsorted batch wastes half the work) and
decodes the network's output itself, because the checks need each character's place and confidence, which
PaddleOCR folds into one mean. Not importing PaddleOCR saves a process 2.7 s and 120 MB.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt
import onnxruntime
import yaml

from ocr.ctc import alphabet, decode
from ocr.engine import ReadText
from ocr.models import ModelFolder, ModelSet, ModelsMissing
from ocr.text_boxes import BoxRules, boxes_in
from ocr.types import Engine, Pixels, Polygon

LINE_HEIGHT = 48
"""Height in pixels at which the recogniser reads (PP-OCRv3 to v6)."""
MAX_LINE_WIDTH = 3200
BATCH_PIXELS = 2400
"""Widths of one recogniser batch add up to at most this; more gains nothing on a CPU."""
BATCH_SLACK = 1.15
"""The widest crop of a batch is at most this much wider than the narrowest."""
_STRIDE = 32
"""The detector's sides are multiples of this."""
_LARGEST_SIDE = 4000
_SMALLEST_SUM = 64
"""Pictures whose sides add up to less are padded first: they hold no line by themselves."""

Tensor = npt.NDArray[np.float32]


class OnnxEngine:
    """A ``TextEngine`` on ONNX Runtime. Raises ``ModelsMissing`` where a folder cannot be used."""

    def __init__(self, models: ModelSet, *, threads: int = 1) -> None:
        det, rec = _config(models.detector), _config(models.recogniser)
        try:
            self._rules = BoxRules.of(det["PostProcess"])
            self._gain, self._offset = _normalisation(det)
            self._characters = alphabet(rec["PostProcess"]["character_dict"])
        except (KeyError, TypeError, ValueError) as error:
            raise ModelsMissing(
                f"模型的 inference.yml 不合要求（{error}）；可改用 MENSHEN_ENGINE=paddleocr"
            ) from error
        self._detector = _session(models.detector.path, threads)
        self._recogniser = _session(models.recogniser.path, threads)
        self._info = Engine(
            name="onnxruntime",
            models={"det": models.detector.sha256, "rec": models.recogniser.sha256},
            version=onnxruntime.__version__,
        )

    @property
    def info(self) -> Engine:
        """ONNX Runtime, its version, and the hashes of the networks."""
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
        heat = _run(self._detector, tensor)[0, 0]
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
        texts: list[ReadText | None] = [None] * len(crops)
        prepared = {i: _prepare(crop) for i, crop in enumerate(crops) if min(crop.shape[:2]) > 1}
        for batch in batches({i: image.shape[1] for i, image in prepared.items()}):
            width = max(prepared[i].shape[1] for i in batch)
            tensor = np.zeros((len(batch), 3, LINE_HEIGHT, width), np.float32)
            for row, i in enumerate(batch):
                image = prepared[i]
                tensor[row, :, :, : image.shape[1]] = image.transpose(2, 0, 1) / 127.5 - 1.0
            scores = _run(self._recogniser, tensor)
            for row, i in enumerate(batch):
                texts[i] = decode(scores[row], prepared[i].shape[1] / width, self._characters)
        return [text or ReadText("", 0.0, ()) for text in texts]


def _session(folder: Path, threads: int) -> onnxruntime.InferenceSession:
    """A session for shapes that never come twice.

    Memory patterns are planned and kept for each shape: without them four page shapes peaked at 396 MB in
    place of 642. The arena stays: without it every run takes its pages from the system anew, a fifth slower.
    """
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.enable_mem_pattern = False
    options.log_severity_level = 3
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    try:
        return onnxruntime.InferenceSession(
            str(folder / "inference.onnx"), options, providers=["CPUExecutionProvider"]
        )
    except Exception as error:
        raise ModelsMissing(
            f"模型文件 {folder / 'inference.onnx'} 无法载入（{type(error).__name__}）"
        ) from error


def _run(session: onnxruntime.InferenceSession, tensor: Tensor) -> Tensor:
    (output,) = session.run(None, {session.get_inputs()[0].name: tensor})
    return np.asarray(output, np.float32)


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


def _prepare(crop: Pixels) -> Pixels:
    height, width = crop.shape[:2]
    scaled = min(MAX_LINE_WIDTH, max(8, round(width * LINE_HEIGHT / height)))
    return cv2.resize(crop, (scaled, LINE_HEIGHT), interpolation=cv2.INTER_LINEAR).astype(np.uint8)


def batches(widths: Mapping[int, int]) -> Iterator[list[int]]:
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
