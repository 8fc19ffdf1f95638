"""How sure a measured figure is: 95 % intervals."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

import numpy as np

T = TypeVar("T")
Z = 1.959964
DRAWS = 400


def wilson(hits: int, of: int) -> tuple[float, float]:
    """Wilson's score interval of a share (Wilson 1927); 0 to 1 where nothing was counted.

    >>> [round(x, 3) for x in wilson(95, 100)]
    [0.888, 0.978]
    """
    if of == 0:
        return (0.0, 1.0)
    share = hits / of
    middle = share + Z * Z / (2 * of)
    reach = Z * ((share * (1 - share) + Z * Z / (4 * of)) / of) ** 0.5
    scale = 1 + Z * Z / of
    return (max(0.0, (middle - reach) / scale), min(1.0, (middle + reach) / scale))


def bootstrap(
    pages: Sequence[T], figure: Callable[[Sequence[T]], float], seed: int = 0
) -> tuple[float, float]:
    """Percentile interval of a figure over pages drawn anew (Efron 1979): values of a page err together."""
    if not pages:
        return (0.0, 1.0)
    rng = np.random.default_rng(seed)
    drawn = [figure([pages[i] for i in rng.integers(0, len(pages), len(pages))]) for _ in range(DRAWS)]
    low, high = np.percentile(drawn, (2.5, 97.5))
    return (float(low), float(high))
