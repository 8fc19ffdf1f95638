"""Whether a page can be read by a person."""

from __future__ import annotations

from ocr.quality import FINDING_WORDS, legible
from ocr.types import Page


def legible_page(page: Page) -> bool | None:
    """True, False, or ``None`` where it cannot be told."""
    return legible(page.quality, page.lines)


def faults_in_words(page: Page) -> tuple[str, str]:
    """What is wrong with the page's picture, and what to do, in Chinese; empty when nothing is."""
    words = [FINDING_WORDS[finding] for finding in page.quality.findings if finding in FINDING_WORDS]
    wrong = "、".join(dict.fromkeys(fault for fault, _ in words))
    return wrong, words[0][1] if words else ""
