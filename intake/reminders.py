"""Who should be reminded to renew, as one caller may know of it."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import true

from intake.actors import Actor, stem
from intake.case_requests import today
from intake.doorkeeping import access
from intake.entitlements import Expiring, ExpiringPage, expiring
from intake.refusals import Refused
from intake.refusals.http import BAD_CURSOR
from intake.service import Service
from intake.tables.cases import EntitlementRecord


def expiring_for(
    service: Service, actor: Actor, *, within_days: int, cursor: str | None, limit: int
) -> ExpiringPage:
    """Qualifications the caller may know of that end within so many days; masked. Raises ``Refused``."""
    access.check(actor, "entitlement.view")
    visible = access.visible_rows(actor, EntitlementRecord.client_id, EntitlementRecord.region)
    with service.database.reading() as session:
        try:
            return expiring(
                session,
                service.sealer,
                visible=visible,
                today=today(),
                within_days=within_days,
                after=cursor,
                limit=limit,
            )
        except ValueError as error:
            raise Refused(BAD_CURSOR, [BAD_CURSOR.fault("cursor")]) from error


def all_expiring(
    service: Service, *, within_days: int, region: str | None = None, on: dt.date | None = None
) -> tuple[Expiring, ...]:
    """Everybody whose qualification ends within so many days of ``on`` (today), masked, soonest first.

    ``region`` is a GB/T 2260 code: ``430500`` takes in all of the city.
    """
    code = EntitlementRecord.region
    visible = code.startswith(stem(region), autoescape=True) if region else true()
    entries: list[Expiring] = []
    cursor: str | None = None
    while True:
        with service.database.reading() as session:
            page = expiring(
                session,
                service.sealer,
                visible=visible,
                today=on or today(),
                within_days=within_days,
                after=cursor,
            )
        entries += page.entries
        cursor = page.next
        if cursor is None:
            return tuple(entries)
