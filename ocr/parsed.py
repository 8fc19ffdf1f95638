"""What parsers give back."""

from __future__ import annotations

from dataclasses import dataclass

from ocr.types import FieldValue


@dataclass(frozen=True, slots=True)
class Parsed:
    """A value and where it stands in the text it was parsed from."""

    value: FieldValue
    start: int
    end: int
