"""Who acts: a client with a key, a person with a role, or the service itself."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """Roles of clients (the first three), of people, and of whoever came to one case with its code."""

    PORTAL = "portal"
    HOSPITAL = "hospital"
    AUDITOR = "auditor"
    REVIEWER = "reviewer"
    SENIOR = "senior"
    CLERK = "clerk"
    ADMINISTRATOR = "administrator"
    APPLICANT = "applicant"
    SYSTEM = "system"


CLIENT_ROLES = frozenset({Role.PORTAL, Role.HOSPITAL, Role.AUDITOR})
PERSON_ROLES = frozenset(
    {Role.REVIEWER, Role.SENIOR, Role.CLERK, Role.HOSPITAL, Role.ADMINISTRATOR, Role.AUDITOR}
)


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who asks for something.

    ``id`` names the actor in steps and in the audit log (``client:<id>``, ``person:<id>``, ``system``).
    ``client_id`` is whose cases it may file and see as its own: the client's, or the one a hospital's
    person belongs to. ``regions`` are GB/T 2260 codes, empty for any: ``360900`` covers all codes that
    begin with ``3609``, ``360000`` the province. ``case_id`` is the one case an applicant sees.
    """

    id: str
    role: Role
    regions: tuple[str, ...] = ()
    client_id: str | None = None
    person_id: str | None = None
    name: str = ""
    case_id: str | None = None

    @property
    def is_person(self) -> bool:
        """Whether a human being signed in."""
        return self.person_id is not None

    def covers(self, region: str) -> bool:
        """Whether the actor's regions take in ``region``."""
        return not self.regions or any(region.startswith(stem(one)) for one in self.regions)


SYSTEM = Actor(id="system", role=Role.SYSTEM)


def stem(region: str) -> str:
    """A region's code without the zeros that stand for "all of it", two digits at a time.

    >>> stem("360900"), stem("360000"), stem("430503")
    ('3609', '36', '430503')
    """
    while region.endswith("00") and len(region) > 2:
        region = region[:-2]
    return region
