"""Who may do what, and which cases they see: one table, one condition.

Keys of portals, hospitals and auditors, and people, share it; ``hospital`` and ``auditor`` are roles of
both. Seeing is narrowed twice: an action must be allowed to the role, and a case must be among those
``visible_cases`` gives. What lies outside answers exactly like what does not exist.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import ColumnElement, false, or_, true
from sqlalchemy.orm import InstrumentedAttribute

from intake.actors import Actor, Role, stem
from intake.refusals.access import NOT_ALLOWED
from intake.refusals.base import Refused
from intake.tables.cases import Case

_P, _H, _A = Role.PORTAL, Role.HOSPITAL, Role.AUDITOR
_G = Role.APPLICANT
_R, _S, _C, _M = Role.REVIEWER, Role.SENIOR, Role.CLERK, Role.ADMINISTRATOR

ALLOWED: Final[dict[str, frozenset[Role]]] = {
    action: frozenset(roles)
    for action, *roles in (
        ("case.open", _P, _H, _C),
        ("case.add_file", _P, _H, _C, _G),
        ("case.submit", _P, _H, _C, _G),
        ("case.withdraw", _P, _H, _C),
        ("case.view", _P, _H, _C, _R, _S, _A, _G),
        ("case.view_unmasked", _R, _S),
        ("case.view_audit", _R, _S, _A),
        ("image.view", _H, _C, _R, _S, _A),
        ("precheck", _P, _H, _C, _R, _S, _G),
        ("review.view", _R, _S, _A),
        ("view.save", _R, _S),
        ("case.claim", _R, _S),
        ("fields.correct", _R, _S),
        ("case.decide", _R, _S),
        ("case.reject", _S),
        ("second_review.give", _R, _S),
        ("second_review.compare", _S),
        ("stuck.retry", _R, _S),
        ("figures.view", _S, _A, _M),
        ("counter.use", _C),
        ("id_card.read", _C),
        ("apply.invite", _P, _H, _C),
        ("batch.open", _P, _H, _C),
        ("batch.view", _P, _H, _C),
        ("webhook.view", _P, _H, _M),
        ("webhook.manage", _P, _H),
        ("webhook.replay", _P, _H, _M),
        ("webhook.oversee", _M),
        ("policy.view", _P, _H, _C, _R, _S, _A, _M),
        ("entitlement.view", _P, _H, _C, _R, _S, _A),
        ("entitlement.import", _S),
        ("export.registration", _C, _R, _S),
        ("audit.view", _A, _M),
        ("administration.view", _A, _M),
        ("people.view", _A, _M),
        ("people.manage", _M),
        ("key.view", _A, _M),
        ("key.manage", _M),
        ("work.view", _A, _M),
        ("work.retry", _M),
        ("retention.erase", _M),
        ("metrics.view", _A, _M),
    )
}
"""P portal, H hospital, C clerk, R reviewer, S senior, A auditor, M administrator, G an
applicant who came with a code. The service itself may
everything. Administrators look after accounts and see no case."""

_BY_REGION: Final = frozenset({Role.AUDITOR, Role.REVIEWER, Role.SENIOR, Role.CLERK})


def permits(actor: Actor, action: str) -> bool:
    """Whether the actor's role allows ``action``; raises ``KeyError`` for an action not in the table."""
    return actor.role in ALLOWED[action] or actor.role is Role.SYSTEM


def check(actor: Actor, action: str) -> None:
    """Raises ``Refused`` where ``permits`` says no."""
    if not permits(actor, action):
        raise Refused(NOT_ALLOWED)


def visible_cases(actor: Actor) -> ColumnElement[bool]:
    """The condition every query on ``cases`` carries.

    A portal and a hospital (its key and its people) see what was filed under their client; auditors,
    reviewers, seniors and clerks the cases of their regions; an applicant one;
    administrators none.
    """
    if actor.role is Role.SYSTEM:
        return true()
    if actor.role in {Role.PORTAL, Role.HOSPITAL}:
        return _own(actor, Case.client_id)
    if actor.role in _BY_REGION:
        return in_regions(Case.region, actor.regions)
    if actor.role is Role.APPLICANT:
        return Case.id == actor.case_id if actor.case_id else false()
    return false()


def counted_cases(actor: Actor) -> ColumnElement[bool]:
    """The cases that stand in the figures shown to ``actor``: those it sees; administrators, who see none,
    have those of their regions counted."""
    if actor.role is Role.ADMINISTRATOR:
        return in_regions(Case.region, actor.regions)
    return visible_cases(actor)


def visible_rows(
    actor: Actor, client_id: InstrumentedAttribute[str | None], region: InstrumentedAttribute[str]
) -> ColumnElement[bool]:
    """As ``visible_cases``, for another table that has a client and a region (entitlements)."""
    if actor.role is Role.SYSTEM:
        return true()
    if actor.role in {Role.PORTAL, Role.HOSPITAL}:
        return _own(actor, client_id)
    if actor.role in _BY_REGION:
        return in_regions(region, actor.regions)
    return false()


def in_regions(region: InstrumentedAttribute[str], regions: tuple[str, ...]) -> ColumnElement[bool]:
    """Whether a region column lies in ``regions``, empty meaning anywhere; what ``Actor.covers`` says.

    As spans of text, which an index serves under any collation: codes are digits only.
    """
    if not regions:
        return true()
    spans = ((stem(one), stem(one) + "9" * 12) for one in regions)
    return or_(*(region.between(first, last) for first, last in spans))


def _own(actor: Actor, client_id: InstrumentedAttribute[str | None]) -> ColumnElement[bool]:
    return client_id == actor.client_id if actor.client_id else false()
