"""Afterwards: is everything there that was acknowledged, once, and did the portal hear of it?"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict

from sqlalchemy import func, select

from intake.safekeeping.audit import verify
from intake.service import Service
from intake.tables.cases import Case, CaseFile, CaseStep, StoredObject, StoredVerdict
from intake.tables.delivery import Delivery, Event
from intake.tables.work import Job
from intake.working.jobs import count_unfinished
from torture.clients import HandedIn
from torture.world import Portal

_VISIBLE = ("stuck", "queued", "reading")


def settled(service: Service) -> bool:
    """Whether nothing waits or runs any more."""
    with service.database.reading() as session:
        pending = session.scalar(
            select(func.count()).select_from(Delivery).where(Delivery.state == "waiting")
        )
        unsent = session.scalar(select(func.count()).select_from(Event).where(Event.fanned_out.is_(False)))
    return count_unfinished(service.database) == 0 and not pending and not unsent


def faults_of(service: Service, cases: list[HandedIn], portal: Portal) -> list[str]:
    """Everything that is not as it must be, in words; nothing where all is well."""
    return [*_cases(service, cases), *_bytes(service, cases), *_events(service, portal), *_chain(service)]


def _cases(service: Service, cases: list[HandedIn]) -> list[str]:
    wrong = []
    with service.database.reading() as session:
        count = session.scalar(select(func.count()).select_from(Case))
        if count != len(cases):
            wrong.append(f"{count} cases of {len(cases)}")
        verdicts = Counter(session.scalars(select(StoredVerdict.case_id)))
        states = {row.id: row.state for row in session.execute(select(Case.id, Case.state))}
        steps = defaultdict(list)
        for row in session.execute(select(CaseStep.case_id, CaseStep.to_state).order_by(CaseStep.revision)):
            steps[row.case_id].append(row.to_state)
        dead = session.scalar(select(func.count()).select_from(Job).where(Job.state == "dead"))
        if dead:
            wrong.append(f"{dead} jobs were given up")
    for case in cases:
        state = states.get(case.case_id, "gone")
        if state == "checked" and verdicts[case.case_id] == 1:
            if Counter(steps[case.case_id])["checked"] != 1:
                wrong.append(f"case {case.number}: steps {steps[case.case_id]}")
        elif state not in _VISIBLE or verdicts[case.case_id]:
            wrong.append(f"case {case.number}: {state} with {verdicts[case.case_id]} verdicts")
    return wrong


def _bytes(service: Service, cases: list[HandedIn]) -> list[str]:
    wrong = []
    for case in cases:
        with service.database.reading() as session:
            rows = session.execute(
                select(CaseFile.sha256, StoredObject)
                .join(StoredObject, StoredObject.id == CaseFile.object_id)
                .where(CaseFile.case_id == case.case_id)
            ).all()
        held = Counter(row.sha256 for row in rows)
        if set(held) != case.files or max(held.values(), default=1) > 1:
            wrong.append(f"case {case.number}: {len(held)} files of {len(case.files)}")
        for sha256, kept in rows:
            if hashlib.sha256(service.vault.read(kept, service.sealer)).hexdigest() != sha256:
                wrong.append(f"case {case.number}: a file is not bit for bit what came in")
    return wrong


def _events(service: Service, portal: Portal) -> list[str]:
    wrong = []
    with service.database.reading() as session:
        events = session.execute(select(Event.id, Event.type, Event.case_id)).all()
    twice = [key for key, count in Counter((row.type, row.case_id) for row in events).items() if count > 1]
    if twice:
        wrong.append(f"{len(twice)} events were recorded twice")
    missing = [row.id for row in events if row.id not in portal.seen]
    if missing:
        wrong.append(f"{len(missing)} of {len(events)} events never arrived")
    if set(portal.seen) - {row.id for row in events}:
        wrong.append("events arrived that were never recorded")
    if any(len({str(one) for one in told}) > 1 for told in portal.seen.values()):
        wrong.append("one event was told in two ways")
    if portal.forged:
        wrong.append(f"{portal.forged} deliveries did not verify")
    return wrong


def _chain(service: Service) -> list[str]:
    with service.database.reading() as session:
        _, broken = verify(session)
    return [f"the audit log is broken at {broken.seq}: {broken.why}"] if broken else []
