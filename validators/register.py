"""What checks may ask of the world outside a case: the insurance register, and earlier cases.

Both are asked through protocols, so that checks stay pure: whoever runs them brings the answers. Where
nothing is connected, ``None`` is passed and the checks answer ``not_applicable``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from ocr.types import Document


@dataclass(frozen=True, slots=True)
class InsuredPerson:
    """One entry of the insurance register. ``valid_until`` is that of the current qualification."""

    name: str
    id_number: str
    insured_place: str | None = None
    insurance: str | None = None
    active: bool = True
    disease: str | None = None
    valid_until: dt.date | None = None


class InsuranceRegister(Protocol):
    """The register of insured people."""

    def find(self, id_number: str) -> InsuredPerson | None:
        """The entry with this number, or ``None`` where nobody bears it."""


@dataclass(frozen=True, slots=True)
class Reuse:
    """A paper that stands in another person's case: ``what`` in Chinese (同一报告编号 …)."""

    file: str
    what: str
    other_case: str


class EarlierCases(Protocol):
    """Everything handed in before, by content."""

    def find_reuse(self, documents: Sequence[Document], id_number: str) -> Sequence[Reuse]:
        """Papers of ``documents`` that stand in a case of somebody else than ``id_number``."""
