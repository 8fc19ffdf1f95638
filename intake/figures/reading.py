"""How often people left what was read as it was, field by field: what the readers should learn next.

Counted once a case, in the transaction that approves or rejects it, and taken back with an undoing. What
nobody corrected counts as agreed: the person let it stand, which is less than having compared it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from intake.actors import Actor
from intake.clock import china_day
from intake.doorkeeping import access
from intake.figures.asked import Wanted, narrowed
from intake.reviewing.field_values import FIELDS
from intake.safekeeping.sealed_columns import about
from intake.service import Service
from intake.stored import verdict_from
from intake.tables.cases import Case, Decision, FieldCorrection, StoredVerdict
from intake.tables.reviewing import ReaderTally
from ocr.types import Document, Field, Source
from validators.verdict import Verdict

_COUNTS: Final = ("agreed", "wrong", "missed", "invented")


@dataclass(frozen=True, slots=True)
class FieldReading:
    """How one field was read on the papers of decided cases; see ``ReaderTally``."""

    field: str
    agreed: int = 0
    wrong: int = 0
    missed: int = 0
    invented: int = 0

    @property
    def papers(self) -> int:
        """Papers on which the field was read or should have been."""
        return self.agreed + self.wrong + self.missed + self.invented

    @property
    def share(self) -> float:
        """Of the papers, those that were left as read."""
        return self.agreed / self.papers


def count(
    service: Service, session: Session, case: Case, decision: Decision, verdict: Verdict | None, *, sign: int
) -> None:
    """Add the papers of a case that was just decided to the tally; ``sign`` -1 takes them out again."""
    if verdict is None:
        return
    counted = compared(_as_read(service, session, case.id, verdict), verdict.documents)
    place = {"day": china_day(decision.at), "region": case.region, "policy_id": case.policy_id}
    rows = [
        place | {"field": one.field} | {name: sign * getattr(one, name) for name in _COUNTS}
        for one in counted  # sorted by field: two decisions at once must not deadlock
    ]
    if not rows:
        return
    dialect = sqlite if session.get_bind().dialect.name == "sqlite" else postgresql
    insert = dialect.insert(ReaderTally)
    session.execute(
        insert.on_conflict_do_update(
            index_elements=["day", "region", "policy_id", "field"],
            set_={name: getattr(ReaderTally, name) + insert.excluded[name] for name in _COUNTS},
        ),
        rows,
    )


def compared(read: Sequence[Document], held: Sequence[Document]) -> tuple[FieldReading, ...]:
    """The papers as read and as they stood at the decision, field by field, sorted by field.

    A paper that is in ``held`` alone was never corrected: it is what was read.
    """
    found: dict[str, FieldReading] = {}
    left = list(read)
    for paper in held:
        before = next((one for one in left if _same(one, paper)), None)
        if before is None:
            before = paper
        else:
            left.remove(before)
        for name in (before.fields.keys() | paper.fields.keys()) & FIELDS:
            what = _told(before.fields.get(name, ()), paper.fields.get(name, ()))
            if what:
                so_far = found.setdefault(name, FieldReading(name))
                found[name] = replace(so_far, **{what: getattr(so_far, what) + 1})
    return tuple(found[name] for name in sorted(found))


def _same(one: Document, other: Document) -> bool:
    """Both sides of an identity card stand on one page: the page alone does not tell a paper."""
    pages = {page.number for page in one.pages}
    alike = one.file == other.file and one.kind is other.kind
    return alike and any(page.number in pages for page in other.pages)


def _told(read: Iterable[Field], held: Iterable[Field]) -> str | None:
    """What became of a field of one paper. ``read`` may itself be a person's, of a round before: then nobody
    knows what was read."""
    read, held = tuple(read), tuple(held)
    if any(one.source is Source.REVIEWER for one in read):
        return None
    if not held:
        return "invented"
    if not any(one.source is Source.REVIEWER for one in held):
        return "agreed" if read else None  # another engine read it in a later round
    if not read:
        return "missed"
    return "agreed" if [one.value for one in read] == [one.value for one in held] else "wrong"


def _as_read(service: Service, session: Session, case_id: str, verdict: Verdict) -> tuple[Document, ...]:
    """Each paper as it stood in the first verdict that has it, which no correction can have come before."""
    if not session.scalar(select(FieldCorrection.id).where(FieldCorrection.case_id == case_id).limit(1)):
        return verdict.documents
    wanted = select(StoredVerdict).where(
        StoredVerdict.case_id == case_id,
        StoredVerdict.cause == "submitted",
        StoredVerdict.verdict_sealed != b"",
    )
    papers: list[Document] = []
    for row in session.scalars(wanted.order_by(StoredVerdict.number)):
        place = about(StoredVerdict.verdict_sealed, row.id)
        earlier = verdict_from(service.sealer.open(row.verdict_sealed, place)).documents
        known = tuple(papers)
        papers += [one for one in earlier if not any(_same(one, other) for other in known)]
    return tuple(papers)


def by_field(session: Session, actor: Actor, wanted: Wanted) -> tuple[FieldReading, ...]:
    """The tally of the decisions of the period, the field that agrees least first."""
    sums = [func.sum(getattr(ReaderTally, name)) for name in _COUNTS]
    rows = session.execute(
        select(ReaderTally.field, *sums)
        .where(
            ReaderTally.day.between(wanted.first, wanted.last),
            access.in_regions(ReaderTally.region, actor.regions),
            *narrowed(ReaderTally.region, ReaderTally.policy_id, wanted),
        )
        .group_by(ReaderTally.field)
    )
    found = [FieldReading(row[0], *(int(one) for one in row[1:])) for row in rows]
    told = [one for one in found if one.papers]
    return tuple(sorted(told, key=lambda one: (one.share, -one.papers, one.field)))
