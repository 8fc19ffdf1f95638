"""What was read of a file's pages as bytes, and back: whole, so that no page is read twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from pydantic import TypeAdapter

from intake.stored import packed, unpacked
from ocr.extract import PageText
from ocr.kinds import KindGuess
from ocr.page import PageReading
from ocr.types import FileFacts, Marks, Page

READING: Final = b"R1"


@dataclass(frozen=True, slots=True)
class _StoredPage:
    page: Page
    text: PageText
    guess: KindGuess
    marks: Marks


@dataclass(frozen=True, slots=True)
class _StoredPages:
    facts: FileFacts | None
    refused: str | None
    pages: tuple[_StoredPage, ...]


@dataclass(frozen=True, slots=True)
class ReadPages:
    """Pages of one file as read; or the code of the refusal, where the file cannot be opened."""

    facts: FileFacts | None
    refused: str | None
    pages: tuple[PageReading, ...]


_PAGES: Final = TypeAdapter(_StoredPages)


def reading_bytes(facts: FileFacts | None, refused: str | None, pages: Sequence[PageReading]) -> bytes:
    """Pages as read, to be kept; their pixels are not."""
    kept = tuple(_StoredPage(one.page, one.text, one.guess, one.marks) for one in pages)
    return packed(READING, _PAGES, _StoredPages(facts, refused, kept))


def reading_from(data: bytes) -> ReadPages:
    """``reading_bytes`` undone. Raises ``StoredOtherwise``."""
    stored = unpacked(READING, _PAGES, data)
    pages = tuple(PageReading(one.page, one.text, one.guess, one.marks, None) for one in stored.pages)
    return ReadPages(stored.facts, stored.refused, pages)
