"""How much of a machine one file may use, and the shape an opened file has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ocr.types import FileFacts, RawPage


@dataclass(frozen=True, slots=True)
class Limits:
    """Upper bounds for opening one file; every one of them can be set.

    ``file_bytes`` and ``unpacked_bytes`` are bytes, ``page_pixels`` width × height of one page,
    ``pages`` and ``frames`` counts (frames: pictures inside a picture file), ``unpack_ratio``
    unpacked to packed bytes of an archive's entry, ``render_dpi`` / ``finest_dpi`` the resolution
    of a drawn page and the finest one a fine scan may raise it to. ``memory_bytes`` and the
    seconds bind only where the file is opened in a process of its own (``intake.opening.guard``):
    ``page_seconds`` for any one answer, ``file_seconds`` for the whole file to which each page
    opened adds ``seconds_per_page``; the time a caller takes between pages is not counted.
    Pages before ``first_page`` and after ``last_page`` (from 1; ``None``: the end) are counted, not opened.
    """

    file_bytes: int = 20 * 1024 * 1024
    pages: int = 100
    frames: int = 100
    page_pixels: int = 40_000_000
    unpack_ratio: float = 200.0
    unpacked_bytes: int = 256 * 1024 * 1024
    render_dpi: float = 200.0
    finest_dpi: float = 300.0
    memory_bytes: int = 2 * 1024**3
    page_seconds: float = 20.0
    file_seconds: float = 25.0
    seconds_per_page: float = 1.0
    first_page: int = 1
    last_page: int | None = None

    def wants(self, number: int) -> bool:
        """Whether page ``number`` (from 1) is to be opened."""
        return number >= self.first_page and (self.last_page is None or number <= self.last_page)


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """What a file says of itself, and its pages, opened one at a time as they are asked for.

    ``pages`` can be walked once, and raises ``FileRefused`` at the first page that cannot be
    opened: a file is whole or refused, never silently short of a page.
    """

    facts: FileFacts
    pages: Iterator[RawPage]
