"""The shapes of a registration record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from intake.registration.fields import APPROVAL, INTERFACE_2503, RecordField
from validators.verdict import Evidence

Origin = Literal["stated", "paper", "catalogue", "region", "decision"]


@dataclass(frozen=True, slots=True)
class Entry:
    """What stands in a field: a ``value`` and its ``origin``, or, where empty, ``why``.

    ``evidence`` is the place on a paper. With a value, ``why`` says why it should be looked at again
    (empty: no need).
    """

    value: str = ""
    origin: Origin | None = None
    evidence: Evidence | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Gap:
    """A field that is empty, or to be confirmed, and why, in Chinese."""

    field: RecordField
    why: str


@dataclass(frozen=True, slots=True)
class RegistrationRecord:
    """The record of one disease of one approved case. ``entries`` hold every field by ``RecordField.key``."""

    case_no: str
    entries: Mapping[str, Entry]

    @property
    def missing(self) -> tuple[Gap, ...]:
        """Every empty field, in the order of the interface."""
        return tuple(Gap(f, self.entries[f.key].why) for f in FIELDS if not self.entries[f.key].value)

    @property
    def to_confirm(self) -> tuple[Gap, ...]:
        """Every filled field that a person should look at before it is sent."""
        held = ((f, self.entries[f.key]) for f in FIELDS)
        return tuple(Gap(field, entry.why) for field, entry in held if entry.value and entry.why)

    @property
    def complete(self) -> bool:
        """Whether every field that the interface requires is filled."""
        return not any(gap.field.required for gap in self.missing)


@dataclass(frozen=True, slots=True)
class Unregistered:
    """An approved case that has no record, and why, in Chinese."""

    case_no: str
    why: str


FIELDS = (*INTERFACE_2503, *APPROVAL)
"""Every field of a record, in the order of its columns."""


def fitted(field: RecordField, entry: Entry) -> Entry:
    """``entry``, emptied where its value is longer than the field: a cut name is another name."""
    if field.length is not None and len(entry.value) > field.length:
        return Entry(why=f"读到的内容超过 {field.length} 个字，请人工填写")
    if not entry.value and not entry.why:
        return Entry(why="申请和材料中没有")
    return entry
