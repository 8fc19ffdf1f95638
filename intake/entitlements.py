"""Qualifications in force (门特病资格): entered when a case is approved, and who should renew soon.

Rows hold the person sealed; people are found by keyed hash. What the policy does not tell, such as an end,
stays empty.
"""

from __future__ import annotations

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Final

from dateutil.relativedelta import relativedelta
from sqlalchemy import ColumnElement, delete, select, tuple_
from sqlalchemy.orm import Session

from intake.bulk.masking import mask_name
from intake.clock import pack_of
from intake.safekeeping.sealed_columns import about
from intake.safekeeping.sealing import Sealer
from intake.tables.base import new_id
from intake.tables.cases import Case, EntitlementRecord
from ocr.types import Document
from ocr.values.id_number import birth_date, is_valid, mask
from validators.application import Application
from validators.case import gather
from validators.catalogue import Likeness
from validators.checks.disease import claims_of
from validators.disease_names import fold_disease
from validators.pack import Pack, pack_in_force
from validators.policy import Policy
from validators.policy_errors import PolicyError
from validators.validity import last_day_for

OF_CASE: Final = "case"
OF_REGISTER: Final = "register"
_DAY: Final = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Holder:
    """Whose qualification it is, and for which disease; what ``record_sealed`` holds."""

    name: str
    id_number: str
    disease: str

    @property
    def key(self) -> tuple[str, str]:
        """What makes two entries the same qualification: the number, and the disease however spaced."""
        return self.id_number, fold_disease(self.disease)


@dataclass(frozen=True, slots=True)
class Expiring:
    """A qualification that ends soon. Name and number are masked unless asked for otherwise.

    ``renew_from`` and ``renew_until`` bound the renewal window, ``advised_by`` is the day by which the
    policy advises to file; ``None`` where no renewal policy of the region tells them.
    """

    id: str
    case_id: str | None
    name: str
    id_number: str
    disease: str
    region: str
    valid_from: dt.date | None
    valid_until: dt.date
    days_left: int
    renew_from: dt.date | None
    renew_until: dt.date | None
    advised_by: dt.date | None


@dataclass(frozen=True, slots=True)
class ExpiringPage:
    """Entries, soonest first; ``next`` is where the following page begins, ``None`` at the end."""

    entries: tuple[Expiring, ...]
    next: str | None


def number_hash(sealer: Sealer, id_number: str) -> str:
    """The keyed hash by which a person's cases and qualifications are found."""
    return sealer.look_up(f"id_number:{id_number.strip().upper()}")


def period(
    pack: Pack, decided_on: dt.date, disease: str = "", born: dt.date | None = None
) -> tuple[dt.date, dt.date | None]:
    """First and last day of a qualification for ``disease`` approved on ``decided_on``.

    It begins with the approval. It has an end only where the pack's adopted ``validity`` says one number
    of years; a range ("1 to 3 years") is no end, and no rival's value is ever taken.
    """
    policy = pack.policy
    if policy.validity is not None:
        adopted = policy.validity.value if policy.validity.adopted else None
        last = last_day_for(adopted, disease, pack.catalogue, decided_on, born) if adopted else None
        return decided_on, last
    rule = policy.information.get("validity")
    told = rule.value if rule is not None and rule.adopted else None
    if not isinstance(told, dict):
        return decided_on, None
    least, most = told.get("years", told.get("years_min")), told.get("years", told.get("years_max"))
    if least != most or not isinstance(most, int):
        return decided_on, None
    return decided_on, decided_on + relativedelta(years=most) - _DAY


def record_approval(
    session: Session,
    sealer: Sealer,
    case: Case,
    application: Application,
    documents: Sequence[Document],
    decided_on: dt.date,
) -> tuple[str, ...]:
    """Enter the qualifications that the approval of ``case`` gives, one a disease; their ids.

    To be called in the transaction of the decision; entries of an earlier approval of the same case are
    replaced. Policies without a disease list (remote filing) give none.
    """
    revoke_approval(session, case.id)
    pack = pack_of(case.policy_id, case.policy_version)
    number = application.applicant.id_number.upper()
    born = birth_date(number) if is_valid(number, decided_on) else None
    rows = []
    for disease in _diseases(pack, application, documents):
        first, last = period(pack, decided_on, disease, born)
        holder = Holder(application.applicant.name, number, disease)
        source = {"case_id": case.id, "client_id": case.client_id, "source": OF_CASE, "region": case.region}
        rows.append(row_of(sealer, holder, **source, valid_from=first, valid_until=last))
    session.add_all(rows)
    session.flush()
    return tuple(row.id for row in rows)


def revoke_approval(session: Session, case_id: str) -> None:
    """Take back what the approval of a case gave, where the decision is undone."""
    session.execute(
        delete(EntitlementRecord).where(
            EntitlementRecord.case_id == case_id, EntitlementRecord.source == OF_CASE
        )
    )


def row_of(sealer: Sealer, holder: Holder, **columns: Any) -> EntitlementRecord:
    """A new row for ``holder``."""
    row_id = new_id()
    plain = {"name": holder.name, "id_number": holder.id_number, "disease": holder.disease}
    sealed = sealer.seal(
        json.dumps(plain, ensure_ascii=False).encode(), about(EntitlementRecord.record_sealed, row_id)
    )
    hashed = number_hash(sealer, holder.id_number)
    return EntitlementRecord(id=row_id, id_number_hash=hashed, record_sealed=sealed, **columns)


def holder_of(sealer: Sealer, row: EntitlementRecord) -> Holder:
    """Whose qualification a row is. Raises ``SealBroken``."""
    plain = json.loads(sealer.open(row.record_sealed, about(EntitlementRecord.record_sealed, row.id)))
    return Holder(plain["name"], plain["id_number"], plain["disease"])


def expiring(
    session: Session,
    sealer: Sealer,
    *,
    visible: ColumnElement[bool],
    today: dt.date,
    within_days: int = 60,
    after: str | None = None,
    limit: int = 200,
    unmasked: bool = False,
) -> ExpiringPage:
    """Qualifications that end between ``today`` and ``within_days`` later, both included.

    ``visible`` is what the asker may see (``access.visible_rows``). One that was renewed, or stands twice,
    is told once or not at all. With ``unmasked`` the caller audits. Raises ``ValueError`` for an ``after``
    that no page gave.
    """
    wanted = select(EntitlementRecord).where(
        visible, EntitlementRecord.valid_until.between(today, today + _DAY * within_days)
    )
    place = (EntitlementRecord.valid_until, EntitlementRecord.id)
    if after is not None:
        day, _, row_id = after.partition("_")
        wanted = wanted.where(tuple_(*place) > (dt.date.fromisoformat(day), row_id))
    rows = session.scalars(wanted.order_by(*place).limit(limit + 1)).all()
    page = rows[:limit]
    current = _not_renewed(session, sealer, page)
    renewals: dict[str, Policy | None] = {}
    entries = tuple(_entry(row, holder, today, renewals, unmasked=unmasked) for row, holder in current)
    more = len(rows) > limit and bool(page)
    return ExpiringPage(entries, f"{page[-1].valid_until}_{page[-1].id}" if more else None)


def _diseases(pack: Pack, application: Application, documents: Sequence[Document]) -> tuple[str, ...]:
    """The diseases of a case, by the catalogue's names where they stand in it."""
    if pack.catalogue is None or pack.policy.business == "remote-filing":
        return ()
    case = gather("", application, documents, pack, register=None, earlier=None)
    names = []
    for claim in claims_of(case, pack.catalogue):
        rows = claim.match.rows
        listed = claim.match.likeness is Likeness.LISTED and len(rows) == 1
        names.append(rows[0].name if listed else claim.text)
    return tuple(dict.fromkeys(names))


def _not_renewed(
    session: Session, sealer: Sealer, rows: Sequence[EntitlementRecord]
) -> Iterable[tuple[EntitlementRecord, Holder]]:
    """The rows that no other row of the same person and disease replaces, with their holders."""
    hashes = {row.id_number_hash for row in rows}
    known: dict[tuple[str, str], list[EntitlementRecord]] = defaultdict(list)
    for row in session.scalars(select(EntitlementRecord).where(EntitlementRecord.id_number_hash.in_(hashes))):
        known[holder_of(sealer, row).key].append(row)
    for row in rows:
        holder = holder_of(sealer, row)
        if not any(_replaces(other, row) for other in known[holder.key]):
            yield row, holder


def _replaces(other: EntitlementRecord, row: EntitlementRecord) -> bool:
    """Whether ``other`` is a later period, or the same one entered again. Without an end it is later if it
    began later."""
    if row.valid_until is None:
        raise ValueError("a qualification without an end does not expire")
    if other.valid_until is not None:
        return (other.valid_until, row.id) > (row.valid_until, other.id)
    return other.valid_from is not None and (row.valid_from is None or other.valid_from > row.valid_from)


def _entry(
    row: EntitlementRecord,
    holder: Holder,
    today: dt.date,
    renewals: dict[str, Policy | None],
    *,
    unmasked: bool,
) -> Expiring:
    if row.valid_until is None:
        raise ValueError("a qualification without an end does not expire")
    if row.region not in renewals:
        renewals[row.region] = _renewal(row.region, today)
    days = _renewal_days(renewals[row.region], row.valid_until, birth_date(holder.id_number))
    return Expiring(
        id=row.id,
        case_id=row.case_id,
        name=holder.name if unmasked else mask_name(holder.name),
        id_number=holder.id_number if unmasked else mask(holder.id_number),
        disease=holder.disease,
        region=row.region,
        valid_from=row.valid_from,
        valid_until=row.valid_until,
        days_left=(row.valid_until - today).days,
        **days,
    )


def _renewal(region: str, today: dt.date) -> Policy | None:
    """The renewal policy of a county, its city or its province, where there is one in force."""
    for code in dict.fromkeys((region, f"{region[:4]}00", f"{region[:2]}0000")):
        with suppress(PolicyError):
            return pack_in_force(today, region=code, business="renewal").policy
    return None


def _renewal_days(
    policy: Policy | None, until: dt.date, born: dt.date | None
) -> Mapping[str, dt.date | None]:
    window = policy.window.value if policy and policy.window and policy.window.adopted else None
    advice = policy.information.get("advised_days_before_expiry") if policy else None
    advised = advice.value if advice is not None and advice.adopted else None
    return {
        "renew_from": window.opens(window.expiry(until, born)) if window else None,
        "renew_until": window.closes(window.expiry(until, born)) if window else None,
        "advised_by": until - _DAY * advised if isinstance(advised, int) else None,
    }
