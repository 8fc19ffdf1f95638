"""What lint finds."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing to mend: permanent code, place in the file, what is wrong, what to do; ``line`` from 1."""

    code: str
    where: str
    message: str
    remedy: str
    file: Path | None = None
    line: int | None = None
