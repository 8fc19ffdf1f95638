"""What looking at one part of the machine or its settings found."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Examined:
    """One thing looked at. ``well`` is whether it is as it should be; ``needed`` whether the work stops
    without it; ``found`` and ``remedy`` are Chinese words."""

    name: str
    well: bool
    needed: bool
    found: str
    remedy: str | None = None
