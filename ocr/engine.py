"""What reads pixels: finds lines of text and reads them. Which engine does it is the operator's choice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol, TypeAlias

from ocr.models import ModelSet
from ocr.types import Engine, Pixels, Polygon

EngineName: TypeAlias = Literal["auto", "openvino", "onnxruntime", "paddleocr"]
"""``openvino`` and ``onnxruntime``: the two networks straight on that runtime; ``auto``: the faster of them
on this machine. ``paddleocr``: the same networks inside PaddleOCR's own pipeline, to compare with; slower,
larger, and it knows no character's own confidence."""


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


class TextEngine(Protocol):
    """Finds and reads lines of text. Not thread-safe; one a process."""

    @property
    def info(self) -> Engine:
        """Which engine this is, and the hashes of its networks."""
        ...

    def detect(self, pixels: Pixels, side: int) -> list[Polygon]:
        """The quadrilaterals around lines of text, in pixels of ``pixels``, unordered.

        ``side`` is the long side, in pixels, at which the detector looks.
        """
        ...

    def read(self, crops: Sequence[Pixels]) -> list[ReadText]:
        """Read upright crops (height × width × 3, RGB), each holding one line; same order out."""
        ...


def open_engine(models: ModelSet, *, threads: int = 1, name: EngineName = "auto") -> TextEngine:
    """Load the networks into an engine; ``threads`` is how many a network may use.

    Raises ``ModelsMissing`` where a model folder cannot be used.
    """
    if name == "paddleocr":
        from ocr.paddle_engine import PaddleEngine  # noqa: PLC0415 - imports for 3 s, seldom wanted

        return PaddleEngine(models, threads=threads)
    from ocr.direct_engine import DirectEngine  # noqa: PLC0415 - it builds on the shapes of this file
    from ocr.networks import best_runtime  # noqa: PLC0415

    return DirectEngine(models, best_runtime() if name == "auto" else name, threads=threads)
