"""What a template is: one HTML page a draw, with its truth in data attributes.

====================  =====================================================================
attribute             says
====================  =====================================================================
``data-field``        the contract's field; ``data-value`` its normalised value. Several
                      elements a field are allowed; of a value over several elements the
                      common parent carries it.
``data-row``          JSON of a test-item row: ``name, result, unit, reference, flag``.
``data-seal``         ``ring text|shape|colour``; shape circle, ellipse, square or triangle;
                      red, grey or blue.
``data-signature``    ``role|present`` or ``role|absent`` on the place to sign.
``data-face``         ``1`` on a face.
``data-handwritten``  ``1`` on handwriting, which is never asserted and has no ``data-field``.
====================  =====================================================================

A date of which only the month is printed has the value ``YYYY-MM``.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Template:
    """One layout of one kind of paper.

    ``kind`` is the contract's document kind; ``width`` × ``height`` are CSS pixels of one page (794 × 1123
    for A4 at 96 dpi); ``build`` gives one complete HTML document, self-contained, without scripts.
    """

    kind: str
    width: int
    height: int
    build: Callable[[random.Random], str]
