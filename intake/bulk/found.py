"""What a hand-in holds: files, and the cases found among them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, BinaryIO

from intake.faults import Fault


class EntryRefused(Exception):
    """A file of a hand-in cannot be read to its end; ``fault`` says why (its ``where`` is the path)."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.code)  # paths hold names of people; exception texts reach logs
        self.fault = fault


@dataclass(frozen=True, slots=True)
class PackedFile:
    """One file of a hand-in. ``path`` is its place there, ``name`` how its case calls it (both with ``/``).

    ``size`` is in bytes, ``None`` for pages that are yet to be cut out of a scan.
    """

    path: str
    name: str
    size: int | None
    opener: Callable[[], BinaryIO] = field(repr=False, compare=False)

    def open(self) -> BinaryIO:
        """A stream of its bytes, to be closed. It, or reading from it, raises ``EntryRefused``."""
        return self.opener()


@dataclass(frozen=True, slots=True)
class Leftover:
    """A file or folder of the hand-in that belongs to no case, and why. ``path`` may hold personal data."""

    path: str
    fault: Fault


@dataclass(frozen=True, slots=True)
class Listing:
    """The files of a folder or archive, sorted by path. ``faults`` are of the whole and leave no files;
    ``refused`` are entries that cannot be taken."""

    files: tuple[PackedFile, ...] = ()
    faults: tuple[Fault, ...] = ()
    refused: tuple[Leftover, ...] = ()


@dataclass(frozen=True, slots=True)
class CaseFound:
    """One case of a hand-in.

    ``row`` is the manifest's line as a spreadsheet numbers it, or the case's place in the folder, from 1;
    ``number`` counts the cases from 1. ``stated`` is what ``validators.application.Application`` takes;
    ``None`` where ``faults`` say why there is none. ``awaits_scan``: its pages are inside one of the
    hand-in's ``scans``. ``label``, ``stated`` and the ``where`` of faults may hold personal data.
    """

    label: str
    row: int
    number: int
    stated: dict[str, Any] | None
    files: tuple[PackedFile, ...]
    faults: tuple[Fault, ...]
    external_id: str | None = None
    awaits_scan: bool = False


@dataclass(frozen=True, slots=True)
class HandIn:
    """The cases of a folder, zip or manifest. ``faults`` are of the whole and hold no personal data.

    ``stated_cases`` is how many the sender says there are. ``scans`` are PDFs of many patients, to be
    split at their separator sheets; ``batch`` is the manifest's mark on those sheets.
    """

    cases: tuple[CaseFound, ...] = ()
    faults: tuple[Fault, ...] = ()
    stated_cases: int | None = None
    leftovers: tuple[Leftover, ...] = ()
    scans: tuple[PackedFile, ...] = ()
    batch: str | None = None
