"""Which sample comes by which way, how long ago, and what becomes of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from intake.case import NOT_PAPERS

_PHOTOS: Final = frozenset({".jpg", ".jpeg", ".png", ".tif", ".tiff", ".heic", ".webp", ".bmp"})


class Act(StrEnum):
    """What demo people do with a sample once it is checked, where its verdict allows it."""

    LEAVE = "leave"
    APPROVE = "approve"
    RETURN = "return"
    REJECT = "reject"
    PASS = "pass"  # noqa: S105 - to a senior
    CLAIM = "claim"
    CLAIM_BY_SENIOR = "claim_by_senior"


ACTS: Final[Mapping[str, Act]] = {
    "shaoyang-application-01-sound-digital": Act.APPROVE,
    "yichun-renewal-01-sound-digital": Act.APPROVE,
    "yichun-renewal-04-last-day": Act.APPROVE,
    "shaoyang-remote-filing-01-settled-retirement": Act.APPROVE,
    "shangrao-application-06-no-seal": Act.RETURN,
    "shaoyang-application-05-no-report": Act.RETURN,
    "yichun-renewal-05-no-recognition-form": Act.RETURN,
    "shaoyang-application-08-insured-elsewhere": Act.REJECT,
    "yichun-renewal-12-unknown-hospital": Act.PASS,
    "shangrao-application-01-sound-mixed": Act.CLAIM,
    "shangrao-application-04-attending-physician": Act.CLAIM_BY_SENIOR,
}
NEAR: Final[Mapping[str, int]] = {
    "yichun-renewal-07-stale-report": 1,
    "shaoyang-application-06-hospital-without-level": 2,
    "shangrao-application-09-not-in-catalogue": 0,
}
"""Samples whose time is nearly up: working days that are left of it."""
_WAYS: Final[Mapping[str, Sequence[str]]] = {
    "yichun": ("ganfutong", "jiangxi-gov", "counter"),
    "shangrao": ("shangrao-wechat", "jiangxi-gov", "counter"),
    "shaoyang": ("xiangyibao", "counter", "hospital", "nhsa-app"),
}
_AGES: Final = (0, 3, 1, 6, 2, 9, 0, 4, 1, 12, 5, 2)


@dataclass(frozen=True, slots=True)
class Planned:
    """A sample: its folder, the channel it comes by, how many working days ago it was handed in (``left``:
    rather so that as many are left), and what becomes of it."""

    folder: Path
    channel: str
    ago: int
    left: int | None
    act: Act

    @property
    def name(self) -> str:
        """Of the folder: what the portal calls the case."""
        return self.folder.name


def planned(samples: Path, most: int | None = None) -> tuple[Planned, ...]:
    """Every sample, those that are read soonest first, so that there is something to see at once."""
    folders = sorted(path.parent for path in samples.glob("*/case.yaml"))
    made = [
        Planned(
            folder,
            channel=_way(folder.name, number),
            ago=_AGES[number % len(_AGES)],
            left=NEAR.get(folder.name),
            act=ACTS.get(folder.name, Act.LEAVE),
        )
        for number, folder in enumerate(folders)
    ]
    return tuple(sorted(made, key=lambda one: (_effort(one.folder), one.name))[:most])


def _way(name: str, number: int) -> str:
    ways = _WAYS.get(name.split("-", maxsplit=1)[0], ("counter",))
    return ways[number % len(ways)]


def _effort(folder: Path) -> int:
    """About how long a sample takes to read: its photos and scans, by their bytes."""
    papers = [path for path in folder.iterdir() if path.name not in NOT_PAPERS]
    photos = sum(path.stat().st_size for path in papers if path.suffix.lower() in _PHOTOS)
    return photos + sum(path.stat().st_size for path in papers) // 2
