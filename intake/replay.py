"""Judges stored readings again under another pack, without reading a page: who would change route, and why.

Nothing is written. The facts kept with each verdict stand in for everything that was asked of others then,
so under its own pack a case must come out with the very digest that was stored.
"""

from __future__ import annotations

import datetime as dt
import multiprocessing
import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from intake.database import Database
from intake.facts import Facts, SeenBefore, facts_from
from intake.safekeeping.master_keys import MasterKeys
from intake.safekeeping.sealed_columns import about
from intake.safekeeping.sealing import SealBroken, Sealer
from intake.service_settings import ServiceSettings
from intake.stored import StoredOtherwise, verdict_from
from intake.tables.cases import Case, StoredVerdict
from validators.application import Application
from validators.check import check_case
from validators.pack import Pack, load_pack, load_packs
from validators.pack_roots import own_root, use_packs
from validators.verdict import Outcome, PolicyRef, Route, Verdict
from validators.verdict_change import ChangedCheck, difference

_PORTION: Final = 100
_IN_PROCESS: Final = 200
"""So few cases are judged here: a process more takes two seconds to start."""
_SETTLED: Final = frozenset({Outcome.MET, Outcome.NOT_APPLICABLE, None})


@dataclass(frozen=True, slots=True)
class Selection:
    """Which stored cases: by id or case number, of one policy, handed in on or after a day; nothing named
    is every case of the pack's policy."""

    cases: tuple[str, ...] = ()
    policy: str | None = None
    since: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Replayed:
    """One case under the pack of the replay.

    ``before`` is the pack of the stored verdict. ``same_digest`` says whether everything a digest covers
    came out as stored; ``changed`` are the checks that brought another route, empty where it is the same.
    """

    case: str
    before: PolicyRef
    route_before: Route
    route: Route
    same_pack: bool
    same_digest: bool
    digest: str
    changed: tuple[ChangedCheck, ...] = ()

    @property
    def changes_route(self) -> bool:
        """Whether the case would go somewhere else."""
        return self.route is not self.route_before


@dataclass(frozen=True, slots=True)
class NotReplayed:
    """A case that could not be judged again, and why, in Chinese."""

    case: str
    why: str


@dataclass(frozen=True, slots=True)
class Task:
    """What a process needs: ``pack`` is the file of the pack to judge by; without it each case's own."""

    settings: ServiceSettings
    pack: Path | None
    packs: Path | None


def select_cases(session: Session, selection: Selection, pack: Pack | None) -> tuple[str, ...]:
    """The ids of the newest verdicts of the cases selected, oldest case first."""
    newest = (
        select(StoredVerdict.case_id, func.max(StoredVerdict.number).label("number"))
        .group_by(StoredVerdict.case_id)
        .subquery()
    )
    wanted = (
        select(StoredVerdict.id)
        .join(newest, (StoredVerdict.case_id == newest.c.case_id) & (StoredVerdict.number == newest.c.number))
        .join(Case, Case.id == StoredVerdict.case_id)
        .where(Case.erased_at.is_(None), *_conditions(selection, pack))
        .order_by(Case.id)
    )
    return tuple(session.scalars(wanted))


def unknown_cases(session: Session, names: Sequence[str]) -> tuple[str, ...]:
    """The ids and case numbers that name no case."""
    rows = session.execute(select(Case.id, Case.case_no).where(_named(names))).all()
    known = {name for row in rows for name in row}
    return tuple(name for name in names if name not in known)


def _conditions(selection: Selection, pack: Pack | None) -> Iterator[ColumnElement[bool]]:
    policy = selection.policy or (pack.policy.id if pack and not selection.cases else None)
    if selection.cases:
        yield _named(selection.cases)
    if policy:
        yield Case.policy_id == policy
    if selection.since:
        yield Case.submitted_on >= selection.since


def _named(names: Sequence[str]) -> ColumnElement[bool]:
    return or_(Case.id.in_(names), Case.case_no.in_(names))


def replay(
    settings: ServiceSettings, verdicts: Sequence[str], pack: Pack | None, *, processes: int | None = None
) -> Iterator[tuple[Replayed | NotReplayed, ...]]:
    """The stored verdicts with these ids under ``pack`` (``None``: each under its own), in portions as they
    come; several processes where there are many. Raises ``SettingsRefused``."""
    task = Task(settings, pack.path if pack else None, own_root())
    portions = [verdicts[first : first + _PORTION] for first in range(0, len(verdicts), _PORTION)]
    count = processes or len(os.sched_getaffinity(0))
    if count == 1 or (processes is None and len(verdicts) <= _IN_PROCESS):
        replayer = Replayer(task)
        try:
            yield from map(replayer.replay, portions)
        finally:
            replayer.close()
        return
    spawned = multiprocessing.get_context("spawn")  # a fork would share the database's connections
    with ProcessPoolExecutor(count, spawned, _begin, (task,)) as pool:
        yield from pool.map(_replay_portion, portions)


class Replayer:
    """Opens the database on its own; one a process."""

    def __init__(self, task: Task) -> None:
        use_packs(task.packs)
        given = task.settings.master_key.get_secret_value() if task.settings.master_key else None
        self._database = Database(task.settings.database)
        self._sealer = Sealer(self._database, MasterKeys(given, task.settings.home).read)
        self._pack = load_pack(task.pack) if task.pack else None
        self._own = {(p.policy.id, p.ref.version): p for p in load_packs()} if not task.pack else {}

    def replay(self, verdicts: Sequence[str]) -> tuple[Replayed | NotReplayed, ...]:
        """Some stored verdicts, in their order."""
        wanted = (
            select(StoredVerdict, Case.case_no, Case.application_sealed)
            .join(Case, Case.id == StoredVerdict.case_id)
            .where(StoredVerdict.id.in_(verdicts))
            .order_by(Case.id)
        )
        with self._database.reading() as session:
            rows = session.execute(wanted).all()
        return tuple(self._one(stored, case_no, application) for stored, case_no, application in rows)

    def close(self) -> None:
        """Let go of the database."""
        self._database.close()

    def _one(self, stored: StoredVerdict, case_no: str, application: bytes) -> Replayed | NotReplayed:
        pack = self._pack or self._own.get((stored.policy_id, stored.policy_version))
        if pack is None:
            return NotReplayed(case_no, f"没有政策包 {stored.policy_id}@{stored.policy_version}")
        try:
            plain = self._sealer.open(stored.verdict_sealed, about(StoredVerdict.verdict_sealed, stored.id))
            again = judge_again(verdict_from(plain), self._facts(stored, application), pack)
            return replace(again, same_digest=again.same_digest and again.digest == stored.digest)
        except StoredOtherwise:
            return NotReplayed(case_no, "结论由另一版本的程序写成，须重新读取")
        except SealBroken:
            return NotReplayed(case_no, "密封的内容打不开，请核对主密钥")

    def _facts(self, stored: StoredVerdict, application: bytes) -> Facts:
        if stored.facts_sealed:
            place = about(StoredVerdict.facts_sealed, stored.id)
            return facts_from(self._sealer.open(stored.facts_sealed, place))
        plain = self._sealer.open(application, about(Case.application_sealed, stored.case_id))
        return Facts(Application.model_validate_json(plain), None, SeenBefore(()))


def judge_again(before: Verdict, facts: Facts, pack: Pack) -> Replayed:
    """One verdict given again on its own documents and facts, under ``pack``."""
    after = check_case(
        before.case,
        facts.application,
        before.documents,
        before.engine,
        pack,
        register=facts.answers,
        earlier=facts.seen_before,
    )
    same_pack = pack.sha256 == before.policy.sha256
    changed = _reasons(before, after) if after.route is not before.route else ()
    return Replayed(
        before.case,
        before.policy,
        before.route,
        after.route,
        same_pack,
        after.digest == before.digest,
        after.digest,
        changed,
    )


def _reasons(before: Verdict, after: Verdict) -> tuple[ChangedCheck, ...]:
    """The mandatory findings that say something else, where either of the two stood in the way."""
    weighed = {(c.id, c.subject) for v in (before, after) for c in v.checks if not c.advisory}
    return tuple(
        one
        for one in difference(before, after)
        if (one.id, one.subject) in weighed
        and one.before is not one.after
        and not {one.before, one.after} <= _SETTLED
    )


def routes(replayed: Iterable[Replayed]) -> dict[tuple[Route, Route], int]:
    """How many cases go from which route to which."""
    counts: dict[tuple[Route, Route], int] = {}
    for one in replayed:
        way = (one.route_before, one.route)
        counts[way] = counts.get(way, 0) + 1
    return counts


_here: list[Any] = []


def _begin(task: Task) -> None:
    _here[:] = [Replayer(task)]


def _replay_portion(verdicts: Sequence[str]) -> tuple[Replayed | NotReplayed, ...]:
    replayer: Replayer = _here[0]
    return replayer.replay(verdicts)
