"""The outbox: what portals are told, written in the transaction in which it became true.

An event is there if and only if the change is. Its payload is thin: ids, states and codes, never a name, a
number or a sentence; who wants more asks with its key (``GET /v1/cases/{id}``).
``intake.delivering.webhooks`` carries events out.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from typing import Any, Final

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from intake.tables.base import new_id, now
from intake.tables.cases import Case
from intake.tables.delivery import Event
from ocr.values.id_number import find_id_numbers

RECEIVED: Final = "case.received"
CHECKED: Final = "case.checked"
RETURNED: Final = "case.returned"
DECIDED: Final = "case.decided"
TYPES: Final = (RECEIVED, CHECKED, RETURNED, DECIDED)
"""What a portal may subscribe to."""

_NAME = re.compile(r"[a-z][a-z_]{0,39}")
_CODE = re.compile(r"[A-Za-z][A-Za-z0-9_.-]{0,63}")
_NUMBER = re.compile(r"[A-Za-z0-9_.:/-]{1,100}")
_PHONE = re.compile(r"(?<![0-9])(?:86)?1[3-9][0-9](?:[-_.:/]?[0-9]{4}){2}(?![0-9])")
_MANY = 1_000_000  # counts stay below; a telephone number does not


def record(session: Session, type_: str, case: Case | str, *, hold_seconds: float = 0, **facts: Any) -> str:
    """Tell the case's client of ``type_`` (one of ``TYPES``), in the caller's transaction. The event's id.

    State, route and revision are read from the database, after the caller's change. ``facts`` stand beside
    them in the payload: codes, counts, dates, truth values, or lists of these. ``hold_seconds`` keeps the
    event back, so that ``take_back`` can still undo it. Raises ``ValueError`` for another type, or a fact
    that could be personal data.
    """
    if type_ not in TYPES:
        raise ValueError(f"no such event: {type_}")
    case_id = case if isinstance(case, str) else case.id
    columns = (Case.case_no, Case.external_id, Case.client_id, Case.state, Case.route, Case.revision)
    policy = (Case.policy_id, Case.policy_version)
    row = session.execute(select(*columns, *policy).where(Case.id == case_id)).one()
    at = now()
    about_case = {
        "case": case_id,
        "case_no": row.case_no,
        "external_id": _harmless(row.external_id),
        "state": row.state,
        "route": row.route,
        "revision": row.revision,
        "policy": {"id": row.policy_id, "version": row.policy_version},
    }
    event = Event(
        id=new_id(),
        type=type_,
        case_id=case_id,
        client_id=row.client_id,
        payload={
            "type": type_,
            "timestamp": at.isoformat(timespec="milliseconds"),
            "data": _facts(facts) | about_case,
        },
        at=at,
        due_at=at + dt.timedelta(seconds=hold_seconds),
    )
    session.add(event)
    session.flush()
    return event.id


def take_back(session: Session, case_id: str) -> int:
    """Drop the case's events that are still held: what they tell was undone. How many there were.

    An event whose time has come stays, even where it has not been sent yet.
    """
    held = delete(Event).where(Event.case_id == case_id, Event.fanned_out.is_(False), Event.due_at > now())
    return int(session.execute(held).rowcount)  # type: ignore[attr-defined]  # a cursor result


def _harmless(external_id: str | None) -> str | None:
    """The portal's own number where it is one: what holds words, an ID number or a telephone number is not
    repeated over the network."""
    if external_id is None or not _NUMBER.fullmatch(external_id):
        return None
    personal = find_id_numbers(external_id, old_form=True) or _PHONE.search(external_id)
    return None if personal else external_id


def _facts(facts: dict[str, Any]) -> dict[str, Any]:
    return {_name(name): _fact(name, value) for name, value in facts.items()}


def _name(name: str) -> str:
    if not _NAME.fullmatch(name):
        raise ValueError("a fact needs a name in lower case")
    return name


def _fact(name: str, value: Any) -> Any:
    """``value`` as JSON takes it; the error never repeats it."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int) and abs(value) < _MANY:
        return value
    if isinstance(value, str) and _CODE.fullmatch(value):
        return str(value)
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return value.isoformat()
    if isinstance(value, Iterable) and not isinstance(value, str | bytes | dict):
        return [_fact(name, one) for one in value]
    raise ValueError(f"{name} is no code, count, date or truth value")
