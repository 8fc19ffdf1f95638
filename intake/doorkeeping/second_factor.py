"""The second factor: time-based codes (RFC 6238, six digits every 30 s) and recovery codes, each good once.

A person's sealed column holds JSON: ``secret`` (in use), ``pending`` (shown, not yet confirmed by a code) and
``recovery`` (SHA-256 of codes not used so far; each has 50 random bits).
"""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
import time
from dataclasses import dataclass
from typing import Any, Final

import pyotp
from sqlalchemy import or_, update
from sqlalchemy.orm import Session

from intake.safekeeping.sealed_columns import about
from intake.safekeeping.sealing import Sealer
from intake.tables.access import Person

ISSUER: Final = "门审"
_STEP_SECONDS: Final = 30
_DRIFT: Final = (0, -1, 1)
"""Steps a phone's clock may be off."""
_RECOVERY_CODES: Final = 8
_RECOVERY_LETTERS: Final = "abcdefghjkmnpqrstuvwxyz23456789"


@dataclass(frozen=True, slots=True)
class Enrolment:
    """What a phone needs: ``uri`` for the QR code, ``secret`` (Base32) for typing in."""

    secret: str
    uri: str


def in_use(sealer: Sealer, person: Person) -> bool:
    """Whether the person signs in with a second factor."""
    return "secret" in _load(sealer, person)


def enrol(sealer: Sealer, person: Person) -> Enrolment:
    """Make a secret for the person's phone; it counts once ``confirm`` has seen a code of it."""
    secret = pyotp.random_base32()
    _store(sealer, person, _load(sealer, person) | {"pending": secret})
    uri = pyotp.TOTP(secret).provisioning_uri(name=person.login, issuer_name=ISSUER)
    return Enrolment(secret, uri)


def pending(sealer: Sealer, person: Person) -> bool:
    """Whether a secret waits for its first code."""
    return "pending" in _load(sealer, person)


def confirm(session: Session, sealer: Sealer, person: Person, code: str) -> tuple[str, ...] | None:
    """Take the pending secret into use where the code is of it: the recovery codes, shown once."""
    secret = _load(sealer, person)["pending"]
    step = _step(secret, code)
    if step is None:
        return None
    codes = tuple(_recovery_code() for _ in range(_RECOVERY_CODES))
    _store(sealer, person, {"secret": secret, "recovery": [_hash(one) for one in codes]})
    person.totp_last_step = step
    session.flush()
    return codes


def accept(session: Session, sealer: Sealer, person: Person, code: str) -> bool:
    """Whether the code is right and new: of a later step than the last one taken, or an unused recovery code.

    Compare-and-set, so that one code sent twice at the same moment opens once.
    """
    held = _load(sealer, person)
    step = _step(held["secret"], code)
    if step is not None:
        later = or_(Person.totp_last_step.is_(None), Person.totp_last_step < step)
        taken = session.execute(
            update(Person)
            .where(Person.id == person.id, later)
            .values(totp_last_step=step)
            .returning(Person.id)
        )
        return taken.one_or_none() is not None
    used = _hash(code.strip().lower())
    if not any(hmac.compare_digest(used, one) for one in held["recovery"]):
        return False
    held["recovery"] = [one for one in held["recovery"] if one != used]
    sealed = sealer.seal(json.dumps(held).encode(), about(Person.totp_sealed, person.id))
    before = Person.totp_sealed == person.totp_sealed
    taken = session.execute(
        update(Person).where(Person.id == person.id, before).values(totp_sealed=sealed).returning(Person.id)
    )
    return taken.one_or_none() is not None


def remove(person: Person) -> None:
    """Take the second factor away."""
    person.totp_sealed = None
    person.totp_last_step = None


def _step(secret: str, code: str) -> int | None:
    """The step a code is of, a little drift allowed."""
    typed = "".join(code.split())
    now = int(time.time()) // _STEP_SECONDS
    totp = pyotp.TOTP(secret)
    found = None
    for drift in _DRIFT:
        if hmac.compare_digest(totp.at((now + drift) * _STEP_SECONDS).encode(), typed.encode()):
            found = now + drift
    return found


def _load(sealer: Sealer, person: Person) -> dict[str, Any]:
    if person.totp_sealed is None:
        return {}
    held: dict[str, Any] = json.loads(sealer.open(person.totp_sealed, about(Person.totp_sealed, person.id)))
    return held


def _store(sealer: Sealer, person: Person, held: dict[str, Any]) -> None:
    person.totp_sealed = sealer.seal(json.dumps(held).encode(), about(Person.totp_sealed, person.id))


def _recovery_code() -> str:
    letters = "".join(secrets.choice(_RECOVERY_LETTERS) for _ in range(10))
    return f"{letters[:5]}-{letters[5:]}"


def _hash(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()
