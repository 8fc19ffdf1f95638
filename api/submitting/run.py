"""The story of a hand-in: look, pack, send, wait, tell."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from api.submitting.door import Door, DoorClosed, UploadLost
from api.submitting.journal import Entry, Journal
from api.submitting.parcels import Parcel, pack, parcels
from intake.bulk.found import CaseFound, HandIn
from intake.bulk.results import ResultRow, reason
from intake.refusals.batches import BATCH_WAITS

Progress = Callable[[str, int, int], None]
"""What is being done (Chinese), how much is done, of how much."""
_POLL_SECONDS: Final = 2.0
_PUT_TOGETHER_SECONDS: Final = 900.0
_OVER: Final = frozenset({"done", "refused", "stuck"})
_NOT_YET: Final = frozenset({"waiting", "opened"})


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a hand-in: a row a case, and faults of the whole batches."""

    rows: tuple[ResultRow, ...]
    problems: tuple[str, ...]
    stuck: bool = False
    """Whether the service gave up on some of it; the next run has it try again."""

    @property
    def waiting(self) -> int:
        """How many cases were neither taken nor refused."""
        return sum(row.state in _NOT_YET for row in self.rows)

    @property
    def refused(self) -> int:
        """How many cases were not taken."""
        return sum(row.state == "refused" for row in self.rows)


def hand_over(hand_in: HandIn, door: Door, journal: Journal, *, wait: bool, progress: Progress) -> Outcome:
    """Hand in what can be; with ``wait``, until every case is checked. Raises ``door.DoorClosed``."""
    packed = list(parcels(hand_in.cases))
    for number, parcel in enumerate(packed):
        entry = journal.entry(parcel.key)
        if not entry.through:
            progress("上传", number, len(packed))
            _send(parcel, entry, door, journal, progress)
        else:
            _try_again(door, entry.batch)
    for number, parcel in enumerate(packed):
        _await(door, journal.entry(parcel.key).batch, wait, progress)
        progress("汇总结果", number + 1, len(packed))
    rows = {case.number: _refused(case) for case in hand_in.cases if case.stated is None}
    problems: list[str] = []
    states: set[str] = set()
    for parcel in packed:
        batch = journal.entry(parcel.key).batch
        told = door.batch(batch)
        states.add(told["state"])
        problems += [
            f"{one['message'].rstrip('。')}（{one['code']}）。{one['remedy']}" for one in told["problems"]
        ]
        rows |= dict(_rows(parcel, door.results(batch)))
    if states <= {"done", "refused"}:
        journal.forget()
    told_rows = tuple(rows[number] for number in sorted(rows))
    return Outcome(told_rows, tuple(dict.fromkeys(problems)), stuck="stuck" in states)


def _send(parcel: Parcel, entry: Entry, door: Door, journal: Journal, progress: Progress) -> None:
    """Send one parcel, from wherever an earlier run of the command got to."""
    with tempfile.TemporaryDirectory(prefix="menshen-submit-") as folder:
        place = Path(folder) / "batch.zip"
        pack(parcel, place)
        size = place.stat().st_size
        if not entry.batch:
            entry.batch = door.open_batch(parcel.key)
            journal.save()
        if door.batch(entry.batch)["state"] == "open":
            _upload(entry, door, journal, place, size, progress)
            door.submit(entry.batch)
        entry.through = True
        journal.save()


def _try_again(door: Door, batch: str) -> None:
    """Have the service go on with a parcel that it gave up on, if it still has its bytes."""
    told = door.batch(batch)
    if told["state"] == "stuck" and told["files"]:
        door.submit(batch)


def _upload(entry: Entry, door: Door, journal: Journal, place: Path, size: int, progress: Progress) -> None:
    while True:
        if not entry.upload:
            entry.upload = door.open_upload(entry.batch, "batch.zip", size)
            journal.save()
        try:
            door.send(entry.upload, place, size, lambda at: progress("上传", at, size))
            break
        except UploadLost:
            entry.upload = ""
    end = time.monotonic() + _PUT_TOGETHER_SECONDS
    while door.batch(entry.batch)["files"] == 0:  # the last bytes are there, being put together
        if time.monotonic() > end:
            raise DoorClosed("服务没有收下上传的文件")
        time.sleep(0.2)


def _await(door: Door, batch: str, wait: bool, progress: Progress) -> None:
    """Until the batch is taken apart, or waits for another day; with ``wait``, until its cases are checked
    too."""
    while True:
        told = door.batch(batch)
        apart = told["state"] in _OVER
        if any(one["code"] == BATCH_WAITS.code for one in told["problems"]):
            return
        if apart and (not wait or told["finished"] >= told["taken"]):
            return
        if apart:
            progress("读取与核对", told["finished"], told["taken"])
        else:
            progress("受理", told["found"], max(told["found"], told["stated"] or 0))
        time.sleep(_POLL_SECONDS)


def _refused(case: CaseFound) -> ResultRow:
    """A case that was refused on this machine already."""
    return ResultRow(
        row=case.row,
        label=case.label,
        state="refused",
        external_id=case.external_id,
        codes=tuple(fault.code for fault in case.faults),
        reasons=tuple(reason(where=one.where, message=one.message, remedy=one.remedy) for one in case.faults),
    )


def _rows(parcel: Parcel, told: Sequence[dict[str, object]]) -> Iterator[tuple[int, ResultRow]]:
    """The service's rows under the rows and names of the hospital's own list."""
    by_place = {str(row["label"]).split("-", 1)[0]: row for row in told}
    for number, case in enumerate(parcel.cases, 1):
        row = by_place.get(f"{number:04d}")
        if row is None:
            yield case.number, ResultRow(case.row, case.label, "waiting", case.external_id)
            continue
        yield (
            case.number,
            ResultRow(
                row=case.row,
                label=case.label,
                state=str(row["state"]),
                external_id=case.external_id,
                case_no=_text(row["case_no"]),
                route=_text(row["route"]),
                corrections=_texts(row["corrections"]),
                codes=_texts(row["codes"]),
                reasons=_texts(row["reasons"]),
            ),
        )


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _texts(value: object) -> tuple[str, ...]:
    return tuple(str(one) for one in value) if isinstance(value, list) else ()
