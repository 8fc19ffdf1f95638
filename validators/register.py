"""What checks may ask of the world outside a case: the registers, and earlier cases.

Checks stay pure: whoever runs them asks beforehand and brings the answers, which are kept with the verdict,
so that it can be given again without asking. ``None`` stands for a register that is not connected, and
``Silent`` for one that is but did not answer: what rests on it is then ``unknown``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, TypeAlias, TypeVar

from ocr.types import Document
from validators.hospitals import Hospital
from validators.near_misses import plain_number

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Silent:
    """A connected register that gave no answer; ``why`` says so in Chinese, without the question."""

    why: str


@dataclass(frozen=True, slots=True)
class Qualification:
    """A qualification in the register of entitlements; without ``valid_until`` no end is told."""

    disease: str
    valid_from: dt.date | None = None
    valid_until: dt.date | None = None


@dataclass(frozen=True, slots=True)
class InsuredPerson:
    """One entry of the insurance register; ``id_number`` has 18 characters, or the 15 of old records."""

    name: str
    id_number: str
    insured_place: str | None = None
    insurance: str | None = None
    active: bool = True


@dataclass(frozen=True, slots=True)
class Physician:
    """One entry of the register of physicians, with the title held at that hospital."""

    name: str
    hospital: str
    title: str


Answered: TypeAlias = tuple[T, ...] | Silent | None
"""What a register answered; nothing at all where it is not connected."""


@dataclass(frozen=True, slots=True)
class RegisterAnswers:
    """Everything the registers answered about one case, asked before the checks ran.

    ``persons`` holds who bears the applicant's number, and people of the same name whose number is nearly
    the applicant's. ``entitlements`` are the applicant's. ``hospitals`` and ``physicians`` are those that
    the papers name; they go before the shipped directory.
    """

    persons: Answered[InsuredPerson] = None
    entitlements: Answered[Qualification] = None
    hospitals: Answered[Hospital] = None
    physicians: Answered[Physician] = None

    def bearer(self, id_number: str) -> InsuredPerson | None:
        """Who bears this number in the register of insured people."""
        wanted = plain_number(id_number)
        return next((p for p in given(self.persons) if plain_number(p.id_number) == wanted), None)


def given(answered: Answered[T]) -> tuple[T, ...]:
    """The entries answered; none where the register is silent or not connected."""
    return answered if isinstance(answered, tuple) else ()


def why_silent(answered: Answered[T]) -> str | None:
    """Why a connected register gave no answer, in Chinese."""
    return answered.why if isinstance(answered, Silent) else None


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
