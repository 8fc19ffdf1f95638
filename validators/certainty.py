"""How sure a reading must be before a check may lean on it.

Three thresholds, from calm to grave. A wrong "unmet" tells a sound applicant to come back, a wrong
"met" lets a bad case through; so a reading that makes a check unmet must be surer than one that makes
it met, and a page with a fault in its picture can make nothing unmet at all.
"""

from __future__ import annotations

from ocr.types import Field, Finding, Page, Source

READABLE = 0.8
"""A reading at or above this may make a check met."""
CERTAIN = 0.9
"""A reading at or above this, on a page without faults, may make a check unmet."""
NAME_CERTAIN = 0.95
"""The same for personal names: one wrong character of three is another person."""
KIND_READABLE = 0.6
"""Below this the kind of a paper counts as unsure."""

HARMFUL = frozenset(
    {
        Finding.BLURRED,
        Finding.TOO_DARK,
        Finding.TOO_BRIGHT,
        Finding.GLARE,
        Finding.LOW_RESOLUTION,
        Finding.TEXT_TOO_SMALL,
        Finding.CUT_OFF,
        Finding.OBSTRUCTED,
        Finding.BLANK,
    }
)
"""Faults of a picture under which a value may be misread or hidden. A tilt is straightened, and what was
surely read in a shadow or off a screen was read."""


def at_least(confidence: float | None, threshold: float, source: Source = Source.OCR) -> bool:
    """Whether a reading is as sure as ``threshold``.

    A text layer, a barcode and a reviewer carry no confidence and are taken as written; an unmeasured
    reading by OCR is not.
    """
    if confidence is None:
        return source is not Source.OCR
    return confidence >= threshold


def readable(field: Field) -> bool:
    """Whether ``field`` may make a check met."""
    return at_least(field.confidence, READABLE, field.source)


def unfaulted(page: Page) -> bool:
    """Whether nothing in the picture of ``page`` could hide or twist a value."""
    return not HARMFUL.intersection(page.quality.findings)
