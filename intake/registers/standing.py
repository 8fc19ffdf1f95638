"""How the connected registers fare: what came of the last questions, told by whoever asked; and the tables.

Workers ask, and other processes want to know: the broker keeps it. What is lost with it is told anew by the
next question.
"""

from __future__ import annotations

import datetime as dt
import logging
from dataclasses import dataclass
from typing import Final, cast
from urllib.parse import urlsplit

from redis import Redis
from redis.exceptions import RedisError
from sqlalchemy import func, select

from intake.actors import Actor
from intake.doorkeeping import access
from intake.registers.take_in import counted
from intake.service import Service
from intake.tables.base import now
from intake.tables.safekeeping import AuditEntry

_log = logging.getLogger(__name__)
REGISTERS: Final = ("persons", "entitlements", "hospitals", "physicians")
_KEY: Final = "menshen:register:"
_KEPT_SECONDS: Final = 30 * 86_400


@dataclass(frozen=True, slots=True)
class Standing:
    """One register. ``connected``: ``off``, ``table`` or ``http``; ``host`` of the last. ``rows`` stand in
    our own table, last taken in at ``taken_in_at``. Of one asked over HTTP: when it answered last,
    when it did not and why, how often in a row, and until when it is left alone (the circuit
    breaker is open)."""

    register: str
    connected: str
    host: str
    rows: int
    taken_in_at: dt.datetime | None
    answered_at: dt.datetime | None
    failed_at: dt.datetime | None
    why: str
    failures: int
    paused_until: dt.datetime | None


def note_answer(broker: Redis, register: str) -> None:
    """A register answered. Never fails: a broker that is away must not be in the way of checking."""
    told: dict[str, str | int] = {"answered_at": now().isoformat(), "failures": 0, "paused_until": ""}
    _keep(broker, register, told)


def note_silence(broker: Redis, register: str, why: str, paused_seconds: float) -> None:
    """A register was asked and gave no answer; it is left alone for ``paused_seconds``. Never fails."""
    at = now()
    until = (at + dt.timedelta(seconds=paused_seconds)).isoformat() if paused_seconds else ""
    _keep(broker, register, {"failed_at": at.isoformat(), "why": why, "paused_until": until}, failed=True)


def registers(service: Service, actor: Actor) -> tuple[Standing, ...]:
    """All four. Raises ``Refused``."""
    access.check(actor, "administration.view")
    rows = counted(service.database)
    with service.database.reading() as session:
        imports = select(AuditEntry.subject, func.max(AuditEntry.at)).where(
            AuditEntry.action.in_(("register.import", "entitlement.import"))
        )
        taken = {row[0]: row[1] for row in session.execute(imports.group_by(AuditEntry.subject))}
    return tuple(_standing(service, one, rows[one], taken.get(one)) for one in REGISTERS)


def _standing(service: Service, register: str, rows: int, taken_in_at: dt.datetime | None) -> Standing:
    setting = str(getattr(service.settings, f"register_{register}"))
    connected = {"": "off", "off": "off", "table": "table"}.get(setting, "http")
    told = _kept(service.broker, register) if connected == "http" else {}
    until = _moment(told.get("paused_until"))
    return Standing(
        register=register,
        connected=connected,
        host=urlsplit(setting).hostname or "" if connected == "http" else "",
        rows=rows,
        taken_in_at=taken_in_at,
        answered_at=_moment(told.get("answered_at")),
        failed_at=_moment(told.get("failed_at")),
        why=told.get("why", ""),
        failures=int(told.get("failures", 0)),
        paused_until=until if until and until > now() else None,
    )


def _keep(broker: Redis, register: str, told: dict[str, str | int], *, failed: bool = False) -> None:
    key = _KEY + register
    try:
        with broker.pipeline(transaction=False) as pipeline:
            pipeline.hset(key, mapping=told)  # type: ignore[arg-type]  # its stubs know no mixed values
            if failed:
                pipeline.hincrby(key, "failures", 1)
            pipeline.expire(key, _KEPT_SECONDS)
            pipeline.execute()
    except (RedisError, OSError) as error:
        _log.info("not kept how a register fares: %s", type(error).__name__)


def _kept(broker: Redis, register: str) -> dict[str, str]:
    try:
        held = cast(dict[bytes, bytes], broker.hgetall(_KEY + register))
    except (RedisError, OSError):
        return {}
    return {name.decode(): value.decode() for name, value in held.items()}


def _moment(written: str | None) -> dt.datetime | None:
    return dt.datetime.fromisoformat(written) if written else None
