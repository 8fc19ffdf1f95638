"""An administrator lets somebody in again who stands outside: locked by wrong passwords, or a phone lost.

The password stays as it is. Who may have lost that as well is given a new one (``people.reset``).
"""

from __future__ import annotations

from intake.actors import Actor
from intake.doorkeeping import second_factor, sessions
from intake.doorkeeping.people import PersonView, managed, subject, view_of
from intake.refusals.access import OWN_FACTOR
from intake.refusals.base import Refused
from intake.safekeeping import audit
from intake.service import Service


def unlock(service: Service, actor: Actor, person_id: str) -> PersonView:
    """Wrong passwords are forgotten and the lock is gone; a person who is not locked stays so. Raises
    ``Refused``."""
    with service.database.writing() as session:
        person = managed(session, actor, person_id)
        if person.locked_until is not None:
            person.failures, person.locked_until = 0, None
            audit.append(session, actor.id, "person.unlock", subject(person))
        return view_of(service, person)


def remove_factor(service: Service, actor: Actor, person_id: str) -> PersonView:
    """The person's second factor is gone and every session ends; where the settings demand one, the next
    sign-in asks for a new phone. Nobody takes away their own so: that asks for the password. Raises
    ``Refused``."""
    with service.database.writing() as session:
        person = managed(session, actor, person_id)
        if actor.person_id == person.id:
            raise Refused(OWN_FACTOR)
        if person.totp_sealed is not None:
            second_factor.remove(person)
            sessions.end_all(session, person.id)
            audit.append(session, actor.id, "person.reset_factor", subject(person))
        return view_of(service, person)
