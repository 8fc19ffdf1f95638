"""Cases of a hand-in packed into zips of a fair size: a cut costs one of them, not the whole."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import yaml

from intake.bulk.found import CaseFound

MOST_CASES: Final = 200
MOST_BYTES: Final = 256 * 1024 * 1024
_CHUNK: Final = 1 << 20
_EPOCH: Final = (2000, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Parcel:
    """Some cases of a hand-in, in their order. ``key`` names them: the same cases have the same key."""

    cases: tuple[CaseFound, ...]
    key: str


def parcels(cases: Sequence[CaseFound]) -> Iterator[Parcel]:
    """The cases that can be handed in, some hundred at a time."""
    held: list[CaseFound] = []
    size = 0
    for case in cases:
        if case.stated is None:
            continue
        grows = sum(file.size or 0 for file in case.files)
        if held and (len(held) >= MOST_CASES or size + grows > MOST_BYTES):
            yield _parcel(held)
            held, size = [], 0
        held.append(case)
        size += grows
    if held:
        yield _parcel(held)


def _parcel(cases: Sequence[CaseFound]) -> Parcel:
    digest = hashlib.sha256()
    for case in cases:
        told = [case.label, str(case.row), repr(case.stated), repr(case.external_id)]
        told += [f"{file.name}:{file.size}" for file in case.files]
        digest.update("\0".join(told).encode("utf-8", "backslashreplace") + b"\1")
    return Parcel(tuple(cases), digest.hexdigest()[:32])


def pack(parcel: Parcel, place: Path) -> None:
    """Write a parcel as a zip: a folder a case with its ``case.yaml`` and files; the same bytes each time.

    Raises ``intake.bulk.found.EntryRefused`` and ``OSError``.
    """
    with zipfile.ZipFile(place, "w", zipfile.ZIP_STORED) as archive:
        for number, case in enumerate(parcel.cases, 1):
            folder = folder_of(case, number)
            stated = dict(case.stated or {})
            if case.external_id is not None:
                stated["external_id"] = case.external_id
            text = yaml.safe_dump(stated, allow_unicode=True, sort_keys=True)
            archive.writestr(_entry(f"{folder}/case.yaml"), text)
            for file in case.files:
                with file.open() as source, archive.open(_entry(f"{folder}/{file.name}"), "w") as target:
                    while chunk := source.read(_CHUNK):
                        target.write(chunk)


def folder_of(case: CaseFound, number: int) -> str:
    """The name of a case's folder inside a parcel: its place there, and how the hospital calls it."""
    label = "".join("_" if c in '/\\:*?"<>|' or not c.isprintable() else c for c in case.label)
    return f"{number:04d}-{label[:80].strip(' .')}"


def _entry(path: str) -> zipfile.ZipInfo:
    return zipfile.ZipInfo(path, date_time=_EPOCH)
