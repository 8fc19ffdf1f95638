"""Names of other people, as portals and hospitals see them: a paper that was handed in by mistake must not
tell whose it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from intake.bulk.masking import mask_name
from ocr.types import FieldValue
from validators.verdict import CheckResult, Correction, Evidence, Verdict

_NAMES: Final = frozenset({"patient_name", "physician_name", "agent_name"})


def without_other_names(verdict: Verdict, applicant: str) -> Verdict:
    """``verdict`` with every name read from its papers masked in what is said, but for the applicant's.

    Its documents stay as they are: they are for people alone.
    """
    masks = _masks(verdict, applicant)
    return replace(
        verdict,
        checks=tuple(_check(check, masks) for check in verdict.checks),
        corrections=tuple(Correction(one.code, _masked(one.message, masks)) for one in verdict.corrections),
    )


def _masks(verdict: Verdict, applicant: str) -> Mapping[str, str]:
    """Each name and how it is shown, longer ones first: one may stand inside another."""
    known = sorted({name for name in _names(verdict) if len(name) > 1 and name != applicant})
    keeper = {applicant: applicant} if applicant else {}  # 李建 must not be masked inside 李建国
    masks = {name: mask_name(name) for name in known} | keeper
    return dict(sorted(masks.items(), key=lambda one: -len(one[0])))


def _names(verdict: Verdict) -> Iterable[str]:
    for document in verdict.documents:
        for name in _NAMES & document.fields.keys():
            for field in document.fields[name]:
                yield from (text.strip() for text in (field.value, field.raw) if isinstance(text, str))
    for check in verdict.checks:
        for one in check.evidence:
            if one.field in _NAMES and isinstance(one.value, str):
                yield one.value.strip()


def _check(check: CheckResult, masks: Mapping[str, str]) -> CheckResult:
    return replace(
        check,
        message=_masked(check.message, masks),
        remedy=_masked(check.remedy, masks) if check.remedy else None,
        evidence=tuple(_evidence(one, masks) for one in check.evidence),
    )


def _evidence(evidence: Evidence, masks: Mapping[str, str]) -> Evidence:
    value: FieldValue | None = evidence.value
    if evidence.field in _NAMES and isinstance(value, str):
        value = _masked(value, masks)
    return replace(evidence, value=value)


def _masked(text: str, masks: Mapping[str, str]) -> str:
    """Every name masked in one pass from left to right, so that no mask is masked again."""
    out, place = [], 0
    while place < len(text):
        name = next((name for name in masks if text.startswith(name, place)), None)
        out.append(masks[name] if name else text[place])
        place += len(name) if name else 1
    return "".join(out)
