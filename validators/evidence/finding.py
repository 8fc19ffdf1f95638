"""What one condition found, and how findings join: all of them, or at least k of n, in three values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from validators.verdict import Evidence, Outcome


@dataclass(frozen=True, slots=True)
class Finding:
    """``shown``: sentences of what is met, with their arithmetic; ``wanted``: papers not seen; ``notes``:
    what could not be told; ``against``: what is plainly contradicted; ``remedies``: what to bring.
    """

    outcome: Outcome
    shown: tuple[str, ...] = ()
    wanted: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    remedies: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    substituted: bool = False


def met(shown: str, evidence: Sequence[Evidence] = ()) -> Finding:
    """The papers show it."""
    return Finding(Outcome.MET, shown=(shown,), evidence=tuple(evidence))


def lacking(wanted: str, *notes: str, evidence: Sequence[Evidence] = ()) -> Finding:
    """The papers do not show it; ``wanted`` names what is missing."""
    return Finding(Outcome.UNKNOWN, wanted=(wanted,), notes=notes, evidence=tuple(evidence))


def contradicted(
    against: str, remedy: str, evidence: Sequence[Evidence] = (), *, substituted: bool = False
) -> Finding:
    """The papers plainly say the contrary."""
    return Finding(
        Outcome.UNMET,
        against=(against,),
        remedies=(remedy,),
        evidence=tuple(evidence),
        substituted=substituted,
    )


def all_of(findings: Sequence[Finding]) -> Finding:
    """Every one must be met; one contradicted decides.

    >>> all_of([met("甲"), lacking("乙")]).outcome.value
    'unknown'
    >>> all_of([lacking("乙"), contradicted("丙", "")]).outcome.value
    'unmet'
    """
    outcomes = {finding.outcome for finding in findings}
    outcome = next((o for o in (Outcome.UNMET, Outcome.UNKNOWN) if o in outcomes), Outcome.MET)
    return _joined(outcome, findings)


def at_least(count: int, findings: Sequence[Finding]) -> Finding:
    """At least ``count`` must be met; contradicted only where too few are left that may be.

    >>> two = [met("甲"), lacking("乙"), contradicted("丙", "")]
    >>> [at_least(n, two).outcome.value for n in (1, 2, 3)]
    ['met', 'unknown', 'unmet']
    """
    held = [f for f in findings if f.outcome is Outcome.MET]
    open_ = [f for f in findings if f.outcome is Outcome.UNKNOWN]
    if len(held) >= count:
        return _joined(Outcome.MET, held)
    if len(held) + len(open_) < count:
        return _joined(Outcome.UNMET, findings)
    told = _joined(Outcome.UNKNOWN, [*held, *open_])
    short = count - len(held)
    choice = f"以下任 {short} 项：" if len(open_) > short else ""
    wanted = (choice + "／".join(told.wanted),) if told.wanted else ()
    notes = (*told.notes, *_distinct([f for f in findings if f.outcome is Outcome.UNMET], "against"))
    return replace(told, wanted=wanted, notes=notes)


def named(finding: Finding, name: str | None, *, choice: bool) -> Finding:
    """The finding of a group under the name that the standard gives it."""
    if name is None or not finding.wanted:
        return finding
    left = "" if choice or not finding.shown else f"（尚缺{'、'.join(finding.wanted)}）"
    return replace(finding, wanted=(name + left,))


def _joined(outcome: Outcome, findings: Sequence[Finding]) -> Finding:
    return Finding(
        outcome,
        shown=_distinct(findings, "shown"),
        wanted=_distinct(findings, "wanted"),
        notes=_distinct(findings, "notes"),
        against=_distinct(findings, "against"),
        remedies=_distinct(findings, "remedies"),
        evidence=_places(findings),
        substituted=any(f.substituted for f in findings),
    )


def _distinct(findings: Sequence[Finding], name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words for f in findings for words in getattr(f, name)))


def _places(findings: Sequence[Finding]) -> tuple[Evidence, ...]:
    """Each place once; rows of test items make evidence that cannot be hashed."""
    held: list[Evidence] = []
    for finding in findings:
        held += [evidence for evidence in finding.evidence if evidence not in held]
    return tuple(held)
