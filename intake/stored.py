"""Readings and verdicts as bytes, and back: compressed JSON with a version in front.

What was read is kept whole, so that a case can be judged again, under the same or another policy, without
reading a page again.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from pydantic import TypeAdapter

from ocr.extract import PageText
from ocr.kinds import KindGuess
from ocr.page import PageReading
from ocr.types import FileFacts, Marks, Page
from validators.verdict import Correction, Verdict

READING: Final = b"R1"
VERDICT: Final = b"V1"
SUMMARY: Final = b"S1"
_MOST_BYTES: Final = 512 * 1024 * 1024
T = TypeVar("T")


class StoredOtherwise(Exception):
    """The bytes were written by another version of the program; read the pages again."""


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
_VERDICT: Final = TypeAdapter(Verdict)
_SUMMARY: Final = TypeAdapter(tuple[Correction, ...])


def reading_bytes(facts: FileFacts | None, refused: str | None, pages: Sequence[PageReading]) -> bytes:
    """Pages as read, to be kept; their pixels are not."""
    kept = tuple(_StoredPage(one.page, one.text, one.guess, one.marks) for one in pages)
    return packed(READING, _PAGES, _StoredPages(facts, refused, kept))


def reading_from(data: bytes) -> ReadPages:
    """``reading_bytes`` undone. Raises ``StoredOtherwise``."""
    stored = unpacked(READING, _PAGES, data)
    pages = tuple(PageReading(one.page, one.text, one.guess, one.marks, None) for one in stored.pages)
    return ReadPages(stored.facts, stored.refused, pages)


def verdict_bytes(verdict: Verdict) -> bytes:
    """A verdict with its documents, to be kept."""
    return packed(VERDICT, _VERDICT, verdict)


def verdict_from(data: bytes) -> Verdict:
    """``verdict_bytes`` undone. Raises ``StoredOtherwise``."""
    return unpacked(VERDICT, _VERDICT, data)


def summary_bytes(verdict: Verdict) -> bytes:
    """What a table of many cases shows of a verdict: codes and sentences of its corrections."""
    return packed(SUMMARY, _SUMMARY, verdict.corrections)


def summary_from(data: bytes) -> tuple[Correction, ...]:
    """``summary_bytes`` undone. Raises ``StoredOtherwise``."""
    return unpacked(SUMMARY, _SUMMARY, data)


def packed(form: bytes, adapter: TypeAdapter[T], value: T) -> bytes:
    """A value as compressed JSON behind two bytes that name its form."""
    return form + zlib.compress(adapter.dump_json(value), 6)


def unpacked(form: bytes, adapter: TypeAdapter[T], data: bytes) -> T:
    """``packed`` undone. Raises ``StoredOtherwise``."""
    if not data.startswith(form):
        raise StoredOtherwise(f"{data[:2]!r} where {form!r} was expected")
    inflate = zlib.decompressobj()
    plain = inflate.decompress(data[len(form) :], _MOST_BYTES)
    try:
        return adapter.validate_json(plain)
    except ValueError as error:
        raise StoredOtherwise(f"{error.__class__.__name__} in a stored value") from None
