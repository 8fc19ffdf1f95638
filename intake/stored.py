"""Verdicts as bytes, and back: compressed JSON with a version in front. Readings are in
``intake.stored_pages``.

A verdict is kept whole with its documents, so that a case can be judged again under another policy without
reading a page again.
"""

from __future__ import annotations

import zlib
from dataclasses import replace
from typing import Final, TypeVar

from pydantic import TypeAdapter

from ocr.types import Document
from validators.verdict import Correction, Verdict

VERDICT: Final = b"V1"
SUMMARY: Final = b"S1"
_MOST_BYTES: Final = 512 * 1024 * 1024
T = TypeVar("T")


class StoredOtherwise(Exception):
    """The bytes were written by another version of the program; read the pages again."""


_VERDICT: Final = TypeAdapter(Verdict)
_SUMMARY: Final = TypeAdapter(tuple[Correction, ...])


def verdict_bytes(verdict: Verdict) -> bytes:
    """A verdict with its documents, to be kept; places of single characters stay with the readings alone."""
    kept = replace(verdict, documents=tuple(map(_without_characters, verdict.documents)))
    return packed(VERDICT, _VERDICT, kept)


def _without_characters(document: Document) -> Document:
    """No check and no screen asks for them; they are two thirds of the bytes."""
    pages = (
        replace(page, lines=tuple(replace(line, chars=()) for line in page.lines)) for page in document.pages
    )
    return replace(document, pages=tuple(pages))


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
