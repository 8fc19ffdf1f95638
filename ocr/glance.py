"""A first look at a file while its sender still waits: what it is, how many pages, is the light any good.

Only what can be told without reading: a picture is decoded small. Everything else is judged when the page
is read.
"""

from __future__ import annotations

import io

import numpy as np
from PIL import Image

from ocr.images import open_picture
from ocr.inspect import OFD, PDF, sniff
from ocr.limits import Limits, OpenedFile
from ocr.pages import open_file
from ocr.types import Finding, Pixels, RawPage

SIDE = 192
"""Long side of the small picture, px; JPEG decodes it at an eighth of the cost."""
_LEAST_SIDE = 500
"""A picture whose long side is shorter holds no readable page, only perhaps a card."""
_DARK, _EVEN = 0.22, 0.02


def glance(data: bytes, name: str, limits: Limits) -> OpenedFile:
    """As ``ocr.pages.open_file``, but a picture gives one small page, and other files none.

    ``RawPage.scale`` is small over full size. Raises ``FileRefused``. Runs in the opener's child.
    """
    media_type = sniff(data, name)
    if media_type in (PDF, OFD):
        return OpenedFile(open_file(data, name, limits).facts, iter(()))
    facts = open_picture(data, media_type, limits).facts
    return OpenedFile(facts, iter((_small(data),)))


def _small(data: bytes) -> RawPage:
    image = Image.open(io.BytesIO(data))
    whole = max(image.size)
    image.draft("RGB", (SIDE, SIDE))
    image.thumbnail((SIDE, SIDE))
    return RawPage(1, np.asarray(image.convert("RGB"), np.uint8), scale=max(image.size) / max(whole, 1))


def findings(pixels: Pixels, scale: float | None) -> tuple[Finding, ...]:
    """What the small picture already shows to be wrong; silent where in doubt."""
    found: list[Finding] = []
    grey = pixels[:, :, 1] / 255  # green carries most of the light
    paper, ink = np.percentile(grey, (75, 1))
    if max(pixels.shape[:2]) / (scale or 1.0) < _LEAST_SIDE:
        found.append(Finding.LOW_RESOLUTION)
    if paper < _DARK:
        found.append(Finding.TOO_DARK)
    elif paper - ink < _EVEN:
        found.append(Finding.BLANK)
    return tuple(found)
