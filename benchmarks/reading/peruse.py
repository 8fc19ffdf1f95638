"""Reads a page as ``menshen read`` does, and counts what that costs."""

from __future__ import annotations

import resource
import time
from dataclasses import dataclass
from pathlib import Path

from intake.pipeline import Reader
from intake.settings import Settings, with_packs
from ocr.types import Document


@dataclass(frozen=True, slots=True)
class Perused:
    """What was read from one file, and the CPU seconds it took, those of the opening process among them."""

    documents: tuple[Document, ...]
    lines: tuple[str, ...]
    core_seconds: float


class Menshen:
    """The product's own reader, on one thread."""

    name = "menshen"

    def __init__(self) -> None:
        self._reader = Reader(with_packs(Settings(threads=1)))

    def peruse(self, path: Path) -> Perused:
        """Read one file."""
        before = core_seconds()
        documents = self._reader.read([path]).reading.documents
        spent = core_seconds() - before
        pages = (page for document in documents for page in document.pages)
        lines = {(page.number, x.polygon): x.text for page in pages for x in page.lines}
        return Perused(documents, tuple(lines.values()), spent)


def core_seconds() -> float:
    """CPU seconds of this process and of its children that have ended."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def peak_megabytes() -> float:
    """The most memory this process ever held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
