"""Two verdicts on one case: which checks say something else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from validators.verdict import CheckResult, Outcome, Verdict


@dataclass(frozen=True, slots=True)
class ChangedCheck:
    """A check whose outcome or finding is another in the later verdict; ``None``: there was none."""

    id: str
    subject: str | None
    before: Outcome | None
    after: Outcome | None
    message: str


def difference(before: Verdict, after: Verdict) -> tuple[ChangedCheck, ...]:
    """The checks that say something else than before, in the order of the new verdict."""
    earlier, later = _by_key(before), _by_key(after)
    changed = []
    for key in dict.fromkeys((*later, *earlier)):
        old, new = earlier.get(key), later.get(key)
        if (old and (old.outcome, old.code)) != (new and (new.outcome, new.code)):
            message = new.message if new else ""
            changed.append(
                ChangedCheck(
                    key[0], key[1], old.outcome if old else None, new.outcome if new else None, message
                )
            )
    return tuple(changed)


def _by_key(verdict: Verdict) -> Mapping[tuple[str, str | None, int], CheckResult]:
    """Checks by id and subject; where several share both, by their order as well."""
    seen: dict[tuple[str, str | None], int] = {}
    found = {}
    for check in verdict.checks:
        key = (check.id, check.subject)
        seen[key] = seen.get(key, 0) + 1
        found[(*key, seen[key])] = check
    return found
