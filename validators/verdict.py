"""The shapes of a verdict: what was asked, what came out, and where that stands on the papers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ocr.types import Box, Document, Engine, FieldValue


class Outcome(StrEnum):
    """Three-valued, and "does not apply here". A doubt in reading is never ``UNMET``."""

    MET = "met"
    UNMET = "unmet"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not_applicable"


class Route(StrEnum):
    """To whom the case goes next; a person always takes the decision."""

    READY_FOR_REVIEW = "ready_for_review"
    NEEDS_CORRECTION = "needs_correction"
    NEEDS_ATTENTION = "needs_attention"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One place on one paper. ``box`` in pixels of the page image, ``None`` for a whole page or file."""

    file: str
    page: int | None = None
    field: str | None = None
    value: FieldValue | None = None
    box: Box | None = None
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class CheckResult:
    """The answer to one check about one subject.

    ``code`` is permanent and names the finding (``HOSP-001``); ``subject`` is the file or document
    kind asked about; ``message`` says the finding to a reviewer, ``remedy`` says to the applicant what
    to bring (``None`` where nothing is needed); ``clause`` quotes the pack's rule with its source.
    ``mendable`` is false where only a person may judge an unmet check.
    """

    id: str
    outcome: Outcome
    code: str
    subject: str | None
    message: str
    clause: str
    remedy: str | None = None
    evidence: tuple[Evidence, ...] = ()
    advisory: bool = False
    mendable: bool = True


@dataclass(frozen=True, slots=True)
class Correction:
    """One thing the applicant is asked to mend, in the applicant's words."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class PolicyRef:
    """Which pack judged: id, version (the day it came into force) and SHA-256 over the pack's files."""

    id: str
    version: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """Everything said about one case; replayable from ``policy``, ``engine`` and ``documents``."""

    case: str
    policy: PolicyRef
    route: Route
    checks: tuple[CheckResult, ...]
    corrections: tuple[Correction, ...]
    documents: tuple[Document, ...]
    engine: Engine
    digest: str
