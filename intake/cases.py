"""A case's life as the doors see it: opened, found, submitted, withdrawn. Files are in ``intake.files``,
what is shown of a case in ``intake.case_views``, a person's acts in ``intake.reviewing.review``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from intake import events
from intake.actors import Actor
from intake.case_requests import CaseRequest, new_case_no, pack_for
from intake.case_views import CaseView, view_of
from intake.clock import set_deadline
from intake.doorkeeping import access
from intake.lifecycle import DECIDED, State, WrongState, move
from intake.refusals import Refused
from intake.refusals.cases import (
    BEING_REVIEWED,
    CANNOT_SUBMIT,
    CANNOT_WITHDRAW,
    ERASED,
    NO_FILES,
    NO_SUCH_CASE,
    SAME_EXTERNAL_ID,
)
from intake.reviewing.labels import forget_findings, label_application
from intake.safekeeping import audit
from intake.safekeeping.sealed_columns import about
from intake.service import Service
from intake.supplements import may_supplement, of_round, waits_to_be_submitted
from intake.tables.base import new_id, now
from intake.tables.cases import Case, CaseFile, PageReadings
from intake.tables.work import Job
from intake.working import jobs
from intake.working.queue import wake
from ocr.refusals import OURS
from validators.application import Application
from validators.pack import Pack

Recorded = Callable[[Session, CaseView], None]
"""Called inside the transaction that opens a case, to remember the answer with it (idempotency keys)."""
MOST_LISTED = 200
MOST_WOKEN = 4
"""Messages a submission sends; workers that find more work go on, and the sweeper wakes others."""


@dataclass(frozen=True, slots=True)
class CasePage:
    """Cases, newest first; ``next`` is where the following page begins, ``None`` at the end."""

    cases: tuple[CaseView, ...]
    next: str | None


def open_case(
    service: Service,
    actor: Actor,
    request: CaseRequest,
    *,
    batch_id: str | None = None,
    recorded: Recorded | None = None,
) -> CaseView:
    """A new case under the policy in force. Raises ``Refused``."""
    access.check(actor, "case.open")
    application = request.application()
    pack = pack_for(application, actor)
    case = _case(service, actor, request, application, pack)
    case.batch_id = batch_id
    try:
        with service.database.writing() as session:
            session.add(case)
            label_application(service, session, case, application, pack)
            set_deadline(session, case, service.settings)
            view = view_of(service, session, actor, case)
            if recorded:
                recorded(session, view)
    except IntegrityError as error:
        if request.external_id is None:
            raise
        raise Refused(SAME_EXTERNAL_ID, (SAME_EXTERNAL_ID.fault("external_id"),)) from error
    return view


def _case(service: Service, actor: Actor, request: CaseRequest, application: Application, pack: Pack) -> Case:
    case_id = new_id()
    person = application.applicant
    plain = application.model_dump_json().encode()
    return Case(
        id=case_id,
        case_no=new_case_no(),
        client_id=actor.client_id,
        external_id=request.external_id,
        channel=request.channel,
        policy_id=pack.policy.id,
        policy_version=pack.ref.version,
        region=pack.policy.region.code,
        business=pack.policy.business,
        submitted_on=application.submitted_on,
        application_sealed=service.sealer.seal(plain, about(Case.application_sealed, case_id)),
        name_hash=service.sealer.look_up(f"name:{person.name}"),
        id_number_hash=service.sealer.look_up(f"id_number:{person.id_number.upper()}"),
        opened_by=actor.id,
    )


def application_of(service: Service, case: Case) -> Application:
    """What the portal stated. Raises ``Refused`` where it was erased."""
    if case.erased_at is not None:
        raise Refused(ERASED)
    plain = service.sealer.open(case.application_sealed, about(Case.application_sealed, case.id))
    return Application.model_validate_json(plain)


def find(session: Session, actor: Actor, case_id: str, *, lock: bool = False) -> Case:
    """The case, if the actor may know of it; others' cases are as if they did not exist."""
    wanted = select(Case).where(Case.id == case_id, access.visible_cases(actor))
    case = session.scalars(wanted.with_for_update(of=Case) if lock else wanted).first()
    if case is None:
        raise Refused(NO_SUCH_CASE)
    return case


def view(service: Service, actor: Actor, case_id: str) -> CaseView:
    """Everything the actor may see of a case."""
    access.check(actor, "case.view")
    with service.database.reading() as session:
        return view_of(service, session, actor, find(session, actor, case_id))


def list_cases(
    service: Service,
    actor: Actor,
    *,
    cursor: str | None = None,
    limit: int = 50,
    states: Sequence[str] = (),
    external_id: str | None = None,
    case_no: str | None = None,
) -> CasePage:
    """The actor's cases, newest first, without checks and files' details."""
    access.check(actor, "case.view")
    limit = max(1, min(limit, MOST_LISTED))
    wanted = select(Case).where(access.visible_cases(actor)).order_by(Case.id.desc()).limit(limit + 1)
    if cursor:
        wanted = wanted.where(Case.id < cursor)
    if states:
        wanted = wanted.where(Case.state.in_(states))
    if external_id is not None:
        wanted = wanted.where(Case.external_id == external_id)
        if not actor.is_person:  # another client's numbers are not shown, and so must not be found out
            wanted = wanted.where(Case.client_id == actor.client_id)
    if case_no is not None:
        wanted = wanted.where(Case.case_no == case_no)
    with service.database.reading() as session:
        found = list(session.scalars(wanted))
        views = tuple(view_of(service, session, actor, case, brief=True) for case in found[:limit])
    return CasePage(views, found[limit - 1].id if len(found) > limit else None)


def submit(service: Service, actor: Actor, case_id: str) -> CaseView:
    """Hand a case to the readers. A second call changes nothing. Raises ``Refused``."""
    access.check(actor, "case.submit")
    with service.database.writing() as session:
        case = find(session, actor, case_id, lock=True)
        created = 0
        waits = waits_to_be_submitted(session, case)
        if State(case.state) in (State.OPEN, State.RETURNED) or (waits and may_supplement(actor, case)):
            created = _submit(service, session, actor, case)
        elif State(case.state) is State.WITHDRAWN:
            raise Refused(CANNOT_SUBMIT)
        elif waits and State(case.state) in (State.CHECKED, State.IN_REVIEW, State.STUCK):
            raise Refused(BEING_REVIEWED)
        view = view_of(service, session, actor, case)
    if created:
        wake(service.settings, queue_of(case), min(created, MOST_WOKEN))
    return view


def _submit(service: Service, session: Session, actor: Actor, case: Case) -> int:
    """Queue the work of a new round; how many jobs that is."""
    round_ = case.round + 1
    files = list(session.scalars(select(CaseFile).where(CaseFile.case_id == case.id, of_round(round_))))
    if not files:
        raise Refused(NO_FILES)
    for file in files:
        if file.refused in OURS:
            _forget_reading(session, file)
    new = [job for file in files for job in _reading_jobs(service, case, file, round_)]
    if not new:  # every file was refused when it came in: there is nothing to read, only to check
        new = [Job(kind="check", queue=queue_of(case), case_id=case.id, round=round_)]
    session.add_all(new)
    forget_findings(session, case.id)
    at = now()
    move(
        session,
        case.id,
        State.QUEUED,
        since=(State(case.state),),
        actor=actor.id,
        round=round_,
        submitted_at=at,
        first_submitted_at=case.first_submitted_at or at,
        route=None,
    )
    session.refresh(case)
    set_deadline(session, case, service.settings)
    events.record(session, "case.received", case)
    return len(new)


def _forget_reading(session: Session, file: CaseFile) -> None:
    """A file that could not be read by our own fault is read anew in the next round: its applicant has
    nothing to mend."""
    session.execute(delete(PageReadings).where(PageReadings.file_id == file.id))
    file.refused = None


def _reading_jobs(service: Service, case: Case, file: CaseFile, round_: int) -> list[Job]:
    """A job for every few pages of a file, so that a long file is read on all cores at once."""
    if file.refused:
        return []
    step = service.settings.pages_per_job
    spans: list[tuple[int, int | None]] = [(1, None)]
    if file.pages > step:
        spans = [(first, min(first + step - 1, file.pages)) for first in range(1, file.pages + 1, step)]
    return [
        Job(
            kind="read",
            queue=queue_of(case),
            case_id=case.id,
            file_id=file.id,
            round=round_,
            first_page=first,
            last_page=last,
        )
        for first, last in spans
    ]


def queue_of(case: Case) -> str:
    """A hospital's batch must never delay a phone."""
    return jobs.BULK if case.batch_id else jobs.CASES


def withdraw(service: Service, actor: Actor, case_id: str) -> CaseView:
    """The applicant takes the case back. A second call changes nothing. Raises ``Refused``."""
    access.check(actor, "case.withdraw")
    with service.database.writing() as session:
        case = find(session, actor, case_id, lock=True)
        if State(case.state) is not State.WITHDRAWN:
            since = frozenset(State) - DECIDED - {State.WITHDRAWN}
            try:
                move(
                    session,
                    case.id,
                    State.WITHDRAWN,
                    since=since,
                    actor=actor.id,
                    claimed_by=None,
                    claimed_until=None,
                )
            except WrongState as error:
                raise Refused(CANNOT_WITHDRAW) from error
            session.refresh(case)
        return view_of(service, session, actor, case)


def retry_stuck(service: Service, actor: Actor, case_id: str) -> CaseView:
    """A person has the readers try a stuck case again. Raises ``Refused``."""
    access.check(actor, "stuck.retry")
    with service.database.writing() as session:
        case = find(session, actor, case_id, lock=True)
        created = requeue(session, case, actor)
        view = view_of(service, session, actor, case)
    wake(service.settings, queue_of(case), min(created, MOST_WOKEN))
    return view


def requeue(session: Session, case: Case, actor: Actor) -> int:
    """A stuck case, locked by the caller, is read again; how many jobs wait for that. Raises ``Refused``."""
    try:
        move(session, case.id, State.QUEUED, since=(State.STUCK,), actor=actor.id)
    except WrongState as error:
        raise Refused(CANNOT_SUBMIT) from error
    created = jobs.retry_dead(session, case.id, case.round)
    created += jobs.call_for_check(session, case.id, case.round, queue_of(case))
    audit.append(session, actor.id, "work.retry", f"case:{case.id}")
    session.refresh(case)
    return created
