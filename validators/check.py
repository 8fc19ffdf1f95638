"""What stands on the papers → a verdict: facts → checks → route → corrections → digest."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence

from ocr.types import Document, Engine
from validators.application import Application
from validators.case import Case, gather
from validators.checks import CHECKS
from validators.codes import Code
from validators.pack import Pack
from validators.register import EarlierCases, RegisterAnswers
from validators.verdict import CheckResult, Correction, Outcome, Route, Verdict

_RETAKES = frozenset({Code.FILE_HARD_TO_READ.value, Code.FILE_BLANK.value})
"""Unknown findings that the applicant can mend by taking the picture again."""


def check_case(
    case: str,
    application: Application,
    documents: Sequence[Document],
    engine: Engine,
    pack: Pack,
    *,
    register: RegisterAnswers | None = None,
    earlier: EarlierCases | None = None,
) -> Verdict:
    """The verdict on one case. Pure: everything counts from ``application.submitted_on``."""
    facts = gather(case, application, documents, pack, register=register, earlier=earlier)
    checks = run_checks(facts)
    return Verdict(
        case=case,
        policy=pack.ref,
        route=route_of(checks),
        checks=checks,
        corrections=corrections_of(checks),
        documents=tuple(documents),
        engine=engine,
        digest=digest_of(pack, engine, documents, checks),
    )


def run_checks(facts: Case) -> tuple[CheckResult, ...]:
    """Every check's answers, in the contract's order; one that the pack turns off does not apply."""
    results: list[CheckResult] = []
    for check, ask in CHECKS.items():
        if facts.pack.policy.checks.get(check) == "off":
            results.append(facts.question(check).not_applicable(Code.NOT_ASKED, "本业务不作此项检查。"))
        else:
            results.extend(ask(facts))
    return tuple(results)


def route_of(checks: Sequence[CheckResult]) -> Route:
    """To whom the case goes: correction before attention before review. Advisory checks never count."""
    mandatory = [check for check in checks if not check.advisory]
    if any(check.outcome is Outcome.UNMET and check.mendable for check in mandatory):
        return Route.NEEDS_CORRECTION
    if any(check.outcome in (Outcome.UNMET, Outcome.UNKNOWN) for check in mandatory):
        return Route.NEEDS_ATTENTION
    return Route.READY_FOR_REVIEW


def corrections_of(checks: Sequence[CheckResult]) -> tuple[Correction, ...]:
    """What the applicant is asked to mend, each thing once, in the order of the checks."""
    asked: dict[str, Correction] = {}
    for check in checks:
        wanted = check.outcome is Outcome.UNMET and check.mendable
        retake = check.outcome is Outcome.UNKNOWN and check.code in _RETAKES
        if check.remedy and not check.advisory and (wanted or retake):
            asked.setdefault(check.remedy, Correction(check.code, check.remedy))
    return tuple(asked.values())


def digest_of(
    pack: Pack, engine: Engine, documents: Sequence[Document], checks: Sequence[CheckResult]
) -> str:
    """SHA-256 over policy, models, file contents and outcomes; the same on every machine."""
    held = {
        "schema": "menshen.digest/1",
        "policy": pack.sha256,
        "models": dict(sorted(engine.models.items())),
        "files": sorted({document.sha256 for document in documents}),
        "checks": [[c.id, c.subject, c.outcome.value, c.code] for c in checks],
    }
    canonical = json.dumps(held, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    # A file name that is not UTF-8 arrives with lone surrogates.
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()
