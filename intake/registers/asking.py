"""What may be asked of a register, and the one trouble there is: no answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from validators.hospitals import Hospital
from validators.register import InsuredPerson, Physician, Qualification


class RegisterDown(Exception):
    """A register gave no answer; ``why`` in Chinese, never with what was asked. ``asked``: it was asked, and
    not left alone; it is for ``paused`` seconds from now on."""

    def __init__(self, why: str, *, asked: bool = True, paused: float = 0.0) -> None:
        super().__init__(why)
        self.why, self.asked, self.paused = why, asked, paused


@dataclass(frozen=True, slots=True)
class Asked:
    """What one case asks: the applicant, and the names of hospitals and physicians on its papers."""

    name: str
    id_number: str
    hospitals: tuple[str, ...] = ()
    physicians: tuple[str, ...] = ()


class Register(Protocol):
    """A register as connected; every question raises ``RegisterDown`` where there is no answer."""

    def persons(self, asked: Asked) -> Sequence[InsuredPerson]:
        """Who bears the number, and people of the same name whose number is nearly the one asked for."""

    def entitlements(self, asked: Asked) -> Sequence[Qualification]:
        """The qualifications of the applicant."""

    def hospitals(self, asked: Asked) -> Sequence[Hospital]:
        """The hospitals that the names may mean."""

    def physicians(self, asked: Asked) -> Sequence[Physician]:
        """The physicians of these names, at whatever hospital."""
