"""Readings of lines as scripted readers give them."""

from __future__ import annotations

from ocr.engine import ReadChar, ReadText


def said(text: str, confidence: float) -> ReadText:
    """A line of which every character is as sure, all of them evenly spaced."""
    step = 1 / max(1, len(text))
    chars = tuple(ReadChar(c, n * step, (n + 1) * step, confidence) for n, c in enumerate(text))
    return ReadText(text, confidence, chars)
