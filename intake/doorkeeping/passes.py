"""How an applicant comes to one case without an account: a code used once, then a session of that browser.

The portal or the clerk who may hand the case in has a code made and passes it on; only keyed hashes of code
and session are kept. A case has one code and one session at a time: a new code ends the code before it, and
entering with it the session before. Whoever shows a wrong, used or old code learns the same: nothing.
"""

from __future__ import annotations

import datetime as dt
import re
import secrets
from dataclasses import dataclass
from typing import Any, Final, cast

from sqlalchemy import CursorResult, delete, select, update

from intake import cases
from intake.actors import Actor, Role
from intake.doorkeeping import access
from intake.lifecycle import DECIDED, State
from intake.refusals import Refused
from intake.refusals.apply import APPLY_OFF, CASE_CLOSED, WRONG_PASS
from intake.safekeeping import audit
from intake.service import Service
from intake.tables.access import ApplyPass
from intake.tables.base import now
from intake.tables.cases import Case

CODE_LETTERS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's 32: none is taken for another when a person types them."""
CODE_LENGTH: Final = 26
"""130 bits."""
_MEANT: Final = str.maketrans("OIL", "011")
_GROUPS: Final = re.compile(r".{1,5}")


@dataclass(frozen=True, slots=True)
class NewPass:
    """A code just made; it is told now and never again."""

    code: str
    until: dt.datetime

    @property
    def spoken(self) -> str:
        """The code in groups, for typing.

        >>> NewPass("0123456789ABCDEFGHJKMNPQRS", dt.datetime.max).spoken
        '01234-56789-ABCDE-FGHJK-MNPQR-S'
        """
        return "-".join(_GROUPS.findall(self.code))


@dataclass(frozen=True, slots=True)
class Entered:
    """A session begun with a code; ``token`` goes into the cookie and is nowhere else."""

    token: str
    until: dt.datetime


@dataclass(frozen=True, slots=True)
class Applicant:
    """Whoever holds a session of a case; ``csrf`` goes into the page."""

    actor: Actor
    case_id: str
    csrf: str


def issue(service: Service, actor: Actor, case_id: str) -> NewPass:
    """A new code for a case of the actor's. Raises ``Refused``."""
    access.check(actor, "apply.invite")
    if not service.settings.apply_page:
        raise Refused(APPLY_OFF)
    code = "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_LENGTH))
    until = now() + dt.timedelta(hours=service.settings.apply_code_hours)
    with service.database.writing() as session:
        case = cases.find(session, actor, case_id, lock=True)
        if State(case.state) in (*DECIDED, State.WITHDRAWN) or case.erased_at is not None:
            raise Refused(CASE_CLOSED)
        row = session.get(ApplyPass, case_id) or ApplyPass(case_id=case_id)
        row.code_hash, row.code_until = _code_hash(service, code), until
        row.issued_by, row.issued_at = actor.id, now()
        session.add(row)
        audit.append(session, actor.id, "apply.invite", f"case:{case_id}")
    return NewPass(code, until)


def enter(service: Service, written: str) -> Entered:
    """Use a code up and begin a session. Raises ``Refused``: the same for every code that does not open."""
    code = compact(written)
    if len(code) != CODE_LENGTH:
        raise Refused(WRONG_PASS)
    token = secrets.token_urlsafe(32)
    until = now() + dt.timedelta(hours=service.settings.apply_hours)
    fits = update(ApplyPass).where(
        ApplyPass.code_hash == _code_hash(service, code), ApplyPass.code_until > now()
    )
    begun = fits.values(code_hash=None, session_hash=_session_hash(service, token), session_until=until)
    with service.database.writing() as session:
        if cast(CursorResult[Any], session.execute(begun)).rowcount != 1:
            raise Refused(WRONG_PASS)
        case_id = session.scalar(
            select(ApplyPass.case_id).where(ApplyPass.session_hash == _session_hash(service, token))
        )
        audit.append(session, f"applicant:{case_id}", "apply.enter", f"case:{case_id}")
    return Entered(token, until)


def find(service: Service, token: str) -> Applicant | None:
    """Whoever holds this session; ``None`` where it is none, or over, or its case erased."""
    wanted = (
        select(ApplyPass.case_id)
        .join(Case, Case.id == ApplyPass.case_id)
        .where(
            ApplyPass.session_hash == _session_hash(service, token),
            ApplyPass.session_until > now(),
            Case.erased_at.is_(None),
        )
    )
    with service.database.reading() as session:
        case_id = session.scalar(wanted)
    if case_id is None:
        return None
    actor = Actor(f"applicant:{case_id}", Role.APPLICANT, case_id=case_id)
    return Applicant(actor, case_id, service.sealer.look_up(f"apply csrf:{token}"))


def leave(service: Service, token: str) -> None:
    """End a session."""
    over = update(ApplyPass).where(ApplyPass.session_hash == _session_hash(service, token))
    with service.database.writing() as session:
        session.execute(over.values(session_hash=None, session_until=None))


def drop_passes(service: Service, moment: dt.datetime) -> int:
    """Remove what opens nothing any more; for the sweeper. How many."""
    gone = delete(ApplyPass).where(
        (ApplyPass.code_hash.is_(None)) | (ApplyPass.code_until < moment),
        (ApplyPass.session_hash.is_(None)) | (ApplyPass.session_until < moment),
    )
    with service.database.writing() as session:
        return cast(CursorResult[Any], session.execute(gone)).rowcount


def compact(written: str) -> str:
    """A code as typed or read aloud, without what stands between its letters.

    >>> compact(" olo12-34567 ")
    '0101234567'
    """
    plain = "".join(letter for letter in written.upper().translate(_MEANT) if letter in CODE_LETTERS)
    return plain[: CODE_LENGTH + 1]


def _code_hash(service: Service, code: str) -> str:
    return service.sealer.look_up(f"apply code:{code}")


def _session_hash(service: Service, token: str) -> str:
    return service.sealer.look_up(f"apply session:{token}")
