"""What a refusal is. The doors turn its kind into a status; the code, words and remedy are the same at
every door."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from intake.faults import Fault


class Kind(Enum):
    """The sort of trouble; the value is the HTTP status that says the same."""

    MALFORMED = 400
    UNKNOWN_CALLER = 401
    FORBIDDEN = 403
    NOT_FOUND = 404
    WRONG_METHOD = 405
    TOO_SLOW = 408
    CONFLICT = 409
    GONE = 410
    PRECONDITION = 412
    TOO_LARGE = 413
    UNSUPPORTED = 415
    INVALID = 422
    LOCKED = 423
    TOO_MANY = 429
    CHECKSUM_MISMATCH = 460  # of tus 1.0
    BUSY = 503
    FULL = 507


@dataclass(frozen=True, slots=True)
class Refusal:
    """A row of an area's table: permanent ``code``, two Chinese sentences."""

    kind: Kind
    code: str
    message: str
    remedy: str

    def fault(self, where: str = "") -> Fault:
        """The refusal as a fault at a place."""
        return Fault(self.code, where, self.message, self.remedy)


class Refused(Exception):
    """A call that cannot be done. ``faults`` are all the things wrong with it, the refusal's own first
    where there are no others; ``retry_after`` is in seconds."""

    def __init__(
        self, refusal: Refusal, faults: Sequence[Fault] = (), *, retry_after: float | None = None
    ) -> None:
        super().__init__(refusal.code)
        self.refusal = refusal
        self.faults = tuple(faults)
        self.retry_after = retry_after
