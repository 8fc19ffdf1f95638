"""A standard over a case: groups and leaves walked once, each leaf judged by its own module."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from validators.evidence.documents import judge_documents
from validators.evidence.dossier import Dossier
from validators.evidence.finding import Finding, all_of, at_least, contradicted, named
from validators.evidence.people import judge_age, judge_by_person, judge_exclusion, judge_signers
from validators.evidence.reports import judge_declaration, judge_report
from validators.evidence.shapes import Condition, Standard
from validators.evidence.values import judge_value
from validators.evidence.visits import judge_course, judge_visits

_LEAVES: Mapping[str, Callable[[Dossier, Any, str | None], Finding]] = {
    "documents": judge_documents,
    "report": judge_report,
    "value": judge_value,
    "visits": judge_visits,
    "course": judge_course,
    "signers": judge_signers,
    "age": judge_age,
    "declaration": judge_declaration,
    "excludes": judge_exclusion,
    "person": judge_by_person,
}


def judge_standard(dossier: Dossier, standard: Standard) -> Finding:
    """What the papers show of one disease's standard."""
    found = judge(dossier, standard.require)
    both = [name for name in dossier.beside if name in standard.excludes_diseases]
    if not both:
        return found
    words = f"“{standard.disease}”不能与“{'、'.join(both)}”同时申请"
    return all_of([contradicted(words, "请只申请其中一个病种"), found])


def judge(dossier: Dossier, condition: Condition) -> Finding:
    """What the papers show of one condition."""
    if condition.all_of:
        found = all_of([judge(dossier, part) for part in condition.all_of])
        return named(found, condition.name, choice=False)
    if parts := condition.any_of or condition.of:
        found = at_least(condition.at_least or 1, [judge(dossier, part) for part in parts])
        return named(found, condition.name, choice=True)
    return _leaf(dossier, condition)


def _leaf(dossier: Dossier, condition: Condition) -> Finding:
    found = ((getattr(condition, name), leaf) for name, leaf in _LEAVES.items())
    return next(leaf(dossier, demand, condition.name) for demand, leaf in found if demand)
