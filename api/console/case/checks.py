"""Checks as the page lists them: by outcome, those that need a person first, each with clause, source,
arithmetic and the places of its evidence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from api.console.case.drawn import Places
from api.words import PLACES, check_name, shown
from intake.case_yaml import CASE_YAML
from ocr.types import KIND_NAMES, DocumentKind
from validators.verdict import CheckResult, Evidence, Outcome

Show = Callable[[str], str]
"""A text as it may be shown: printable, numbers masked unless they were asked for."""
_CLAUSE: Final = re.compile(
    r"(?P<words>.*)（依据：(?P<source>.*)，(?P<as_of>[\d-]+)，"
    r"可信级别 (?P<tier>[ABCD][+-]?)(?P<not_yet>，尚未采用)?）",
    re.DOTALL,
)
_SUM: Final = re.compile(r"（(?P<sum>[^（）]*[−＝=][^（）]*)）")
_WANTING: Final = frozenset({Outcome.UNMET, Outcome.UNKNOWN})


@dataclass(frozen=True, slots=True)
class Clause:
    """The rule in the pack's words. ``tier`` is empty where the pack makes no such demand."""

    words: str
    source: str = ""
    as_of: str = ""
    tier: str = ""
    adopted: bool = True


@dataclass(frozen=True, slots=True)
class PlaceView:
    """Where a piece of evidence stands: ``box`` and ``page`` are ids on the page, ``None`` where nothing is
    drawn."""

    name: str
    value: str
    where: str
    page: str | None
    box: str | None


@dataclass(frozen=True, slots=True)
class CheckView:
    """One check; ``number`` counts from 1 in the order of the verdict. ``words``: what the applicant would be
    told to do about it."""

    number: int
    id: str
    name: str
    outcome: Outcome
    code: str
    message: str
    sums: tuple[str, ...]
    remedy: str
    clause: Clause
    advisory: bool
    places: tuple[PlaceView, ...]
    words: str

    @property
    def wanting(self) -> bool:
        """Whether it is open: unmet or unknown."""
        return self.outcome in _WANTING


@dataclass(frozen=True, slots=True)
class GroupView:
    """Checks that belong together; ``folded``: shown when asked for."""

    key: str
    title: str
    note: str
    checks: tuple[CheckView, ...]
    folded: bool


def check_views(checks: Sequence[CheckResult], places: Places, show: Show) -> tuple[CheckView, ...]:
    """Every check of the verdict, in its order."""
    return tuple(_view(number, check, places, show) for number, check in enumerate(checks, 1))


def groups_of(checks: Sequence[CheckView]) -> Iterator[GroupView]:
    """The groups that are not empty, those that need a person first."""
    for key, title, note, folded, belongs in _GROUPS:
        members = tuple(one for one in checks if belongs(one))
        if members:
            yield GroupView(key, title, note, members, folded)


_GROUPS: Final[tuple[tuple[str, str, str, bool, Callable[[CheckView], bool]], ...]] = (
    ("unmet", "不符合", "", False, lambda one: one.outcome is Outcome.UNMET and not one.advisory),
    ("unknown", "无法判断", "请看原件后判断", False,
     lambda one: one.outcome is Outcome.UNKNOWN and not one.advisory),
    ("advisory", "仅提示", "不影响去向", False, lambda one: one.wanting and one.advisory),
    ("met", "符合", "", False, lambda one: one.outcome is Outcome.MET),
    ("not_applicable", "不适用", "", True, lambda one: one.outcome is Outcome.NOT_APPLICABLE),
)  # fmt: skip


def clause_of(written: str) -> Clause:
    """A clause taken apart into its sentence, source, date, tier and standing.

    >>> clause_of("须交身份证（依据：办事指南，2025，可信级别 C，尚未采用）")
    Clause(words='须交身份证', source='办事指南', as_of='2025', tier='C', adopted=False)
    """
    found = _CLAUSE.fullmatch(written)
    if found is None:
        return Clause(written)
    return Clause(found["words"], found["source"], found["as_of"], found["tier"], not found["not_yet"])


def arithmetic(message: str) -> tuple[str, tuple[str, ...]]:
    """A message without its sums, and the sums.

    >>> arithmetic("日期过早（提交日 2025-11-05 − 报告日期 2023-11-04 = 732 天 > 731 天）。")
    ('日期过早。', ('提交日 2025-11-05 − 报告日期 2023-11-04 = 732 天 > 731 天',))
    """
    sums = tuple(found["sum"] for found in _SUM.finditer(message))
    return (_SUM.sub("", message), sums) if sums else (message, ())


def _view(number: int, check: CheckResult, places: Places, show: Show) -> CheckView:
    message, sums = arithmetic(show(check.message))
    name = check_name(check)
    subject = _subject(check.subject)
    evidence = check.evidence
    if not evidence and check.subject and places.page_of(check.subject, None):
        evidence = (Evidence(check.subject),)  # what it is about, where it names no place
    return CheckView(
        number=number,
        id=check.id,
        name=f"{name} · {subject}" if subject else name,
        outcome=check.outcome,
        code=check.code,
        message=message,
        sums=sums,
        remedy=show(check.remedy) if check.remedy and check.outcome is not Outcome.MET else "",
        clause=clause_of(show(check.clause)),
        advisory=check.advisory,
        places=tuple(dict.fromkeys(_place(one, places, show) for one in evidence)),
        words=show(check.remedy) if check.remedy else f"请补充或更换材料，以便核对“{name}”。",
    )


def _subject(subject: str | None) -> str:
    """Kinds of papers by their names; a file's or a disease's name stands in the message already."""
    kinds = (subject or "").split("|")
    if not all(one in {kind.value for kind in DocumentKind} for one in kinds):
        return ""
    names = [KIND_NAMES[DocumentKind(one)] for one in kinds]
    return names[0] if len(names) == 1 else f"{names[0]}等"


def _place(evidence: Evidence, places: Places, show: Show) -> PlaceView:
    name = PLACES.get((evidence.field or "").partition(".")[0], "")
    stated = evidence.file == CASE_YAML
    where = "申请信息" if stated else show(evidence.file)
    if evidence.page and evidence.page > 1:
        where += f" 第 {evidence.page} 页"
    value = "" if isinstance(evidence.value, bool) else show(shown(evidence.field, evidence.value))
    return PlaceView(
        name=name,
        value=value,
        where=where,
        page=None if stated else places.page_of(evidence.file, evidence.page),
        box=None if stated else places.box_of(evidence.file, evidence.page, evidence.box),
    )
