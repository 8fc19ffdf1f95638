"""The language of conditions: one CEL expression over documented names, with three-valued answers.

A fact that was not read is absent. CEL's ``&&`` and ``||`` pass over it where the other side decides, as
Kleene's logic does; ``exists``, ``all``, ``exists_one`` and the size of ``filter`` are answered here item by
item, for CEL's own give up at the first item that lacks a fact.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING, Any

from dateutil.relativedelta import relativedelta

from validators.expression_names import faults_in_names
from validators.expression_tokens import Token, closing, tokens_of

if TYPE_CHECKING:
    import cel

_QUANTIFIERS = ("exists", "all", "exists_one", "filter")
_MOST_WORLDS = 256
_LITERAL_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def faults_of(expression: str) -> tuple[str, ...]:
    """What is wrong with an expression, in Chinese; empty where it can be used.

    >>> faults_of("applicant.age >= 18 && papers.exists(p, p.kind == 'lab_report')")
    ()
    >>> faults_of("applicant.agee >= 18")
    ('没有名为 applicant.agee 的事实，是否为 applicant.age？',)
    """
    try:
        _compiled(expression)
    except ValueError as error:
        return (f"CEL 表达式写法有误：{_first_words(error)}",)
    return faults_in_names(expression)


def truth(expression: str, facts: Mapping[str, Any]) -> bool | None:
    """Whether the expression holds; ``None`` where an absent fact would decide it.

    >>> papers = [{}, {"kind": "lab_report"}]
    >>> truth("papers.exists(p, p.kind == 'lab_report')", {"papers": papers})
    True
    >>> truth("papers.exists(p, p.kind == 'exam_report')", {"papers": papers}) is None
    True
    >>> truth("papers.filter(p, p.kind == 'lab_report').size() >= 1", {"papers": papers})
    True
    """
    answered = _answered(expression, facts)
    worlds = list(product(*(quantifier.counts for quantifier in answered.counted)))
    if len(worlds) > _MOST_WORLDS:
        return None
    names = [quantifier.name for quantifier in answered.counted]
    held: set[bool | None] = set()
    for world in worlds:
        held.add(_evaluate(answered.text, {**answered.known, **dict(zip(names, world, strict=True))}))
        if len(held) > 1:
            return None
    return held.pop()


@dataclass(frozen=True, slots=True)
class _Counted:
    """A size that lies between two bounds."""

    name: str
    counts: Sequence[int]


@dataclass(frozen=True, slots=True)
class _Answered:
    """An expression whose quantifiers stand as names: those known, and those between bounds."""

    text: str
    known: Mapping[str, Any]
    counted: tuple[_Counted, ...]


@dataclass(frozen=True, slots=True)
class _Quantifier:
    """``receiver.macro(variable, body)`` in a text, from ``start`` to ``end``."""

    path: tuple[str, ...]
    macro: str
    variable: str
    body: str
    start: int
    end: int


def _answered(expression: str, facts: Mapping[str, Any]) -> _Answered:
    text, last = "", 0
    known, counted = dict(facts), []
    for number, quantifier in enumerate(_quantifiers(expression)):
        name = f"answer_{number}"
        text += expression[last : quantifier.start] + name
        last = quantifier.end
        items = _at(facts, quantifier.path)
        if not isinstance(items, list):
            continue  # not read: the name stays unknown
        answers = [truth(quantifier.body, {**facts, quantifier.variable: item}) for item in items]
        if quantifier.macro == "filter":
            counted.append(
                _Counted(name, range(answers.count(True), len(answers) - answers.count(False) + 1))
            )
        elif (answer := _together(quantifier.macro, answers)) is not None:
            known[name] = answer
    return _Answered(text + expression[last:], known, tuple(counted))


def _together(macro: str, answers: Sequence[bool | None]) -> bool | None:
    if macro == "exists":
        return True if True in answers else None if None in answers else False
    if macro == "all":
        return False if False in answers else None if None in answers else True
    if answers.count(True) > 1:
        return False
    return None if None in answers else answers.count(True) == 1


def _evaluate(text: str, facts: Mapping[str, Any]) -> bool | None:
    program = _compiled(text)
    needed = {name: facts[name] for name in program.variables() if name in facts}
    try:
        answer = program.execute({**needed, **_FUNCTIONS})
    except (KeyError, RuntimeError, TypeError, ValueError):
        return None  # an absent fact, or one of another type
    return answer if isinstance(answer, bool) else None


@lru_cache(maxsize=1024)
def _compiled(expression: str) -> cel.Program:
    import cel  # noqa: PLC0415 - it imports a command line with it, 0.5 s of every process that starts

    return cel.compile(expression)


@lru_cache(maxsize=1024)
def _quantifiers(expression: str) -> tuple[_Quantifier, ...]:
    """The outermost quantifiers whose receiver is a plain name; a filter only with its size."""
    found: list[_Quantifier] = []
    tokens = tokens_of(expression)
    index = 0
    while index < len(tokens):
        quantifier, after = _quantifier(expression, tokens, index)
        if quantifier:
            found.append(quantifier)
        index = after
    return tuple(found)


def _quantifier(expression: str, tokens: Sequence[Token], index: int) -> tuple[_Quantifier | None, int]:
    if tokens[index].kind != "name" or (index and tokens[index - 1].text == "."):
        return None, index + 1
    path, at = [tokens[index].text], index + 1
    while at + 1 < len(tokens) and tokens[at].text == "." and tokens[at + 1].kind == "name":
        path.append(tokens[at + 1].text)
        at += 2
    called = at < len(tokens) and tokens[at].text == "("
    if not called or path[-1] not in _QUANTIFIERS or len(path) < 2:
        return None, index + 1 if called else at
    end = closing(tokens, at)
    inner = tokens[at + 1 : end]
    if len(inner) < 3 or inner[0].kind != "name" or inner[1].text != ",":
        return None, at + 1
    body = expression[inner[2].start : tokens[end].start]
    start, macro, after = tokens[index].start, path.pop(), end + 1
    if macro == "filter":
        sized = [t.text for t in tokens[after : after + 4]]
        before = [t.text for t in tokens[max(0, index - 2) : index]]
        if sized == [".", "size", "(", ")"]:
            after += 4
        elif before == ["size", "("] and sized[:1] == [")"]:
            start, after = tokens[index - 2].start, after + 1
        else:
            return None, at + 1
    found = _Quantifier(tuple(path), macro, inner[0].text, body, start, tokens[after - 1].end)
    return found, after


def _at(facts: Mapping[str, Any], path: Sequence[str]) -> object:
    held: Any = facts
    for part in path:
        if not isinstance(held, Mapping) or part not in held:
            return None
        held = held[part]
    return held


def names_used(expression: str) -> Iterator[tuple[str, ...]]:
    """The facts of the case, not of its papers, that an expression names: ``("applicant", "age")``."""
    tokens = tokens_of(expression)
    for index, token in enumerate(tokens):
        if token.kind != "name" or (index and tokens[index - 1].text == "."):
            continue
        path, at = [token.text], index + 1
        while at + 1 < len(tokens) and tokens[at].text == "." and tokens[at + 1].kind == "name":
            path.append(tokens[at + 1].text)
            at += 2
        yield tuple(path)


def _first_words(error: Exception) -> str:
    """The parser's own words about the first error, with its column."""
    match = re.search(r"<input>:(\d+):(\d+): ([^\n]*)", str(error))
    return f"第 {match[2]} 个字符处（{match[3].strip()}）" if match else str(error).splitlines()[0]


def _date(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def _moved(unit: str) -> Callable[[str, int], str]:
    def move(day: str, number: int) -> str:
        return (_date(day) + relativedelta(**{unit: number})).isoformat()  # type: ignore[arg-type]

    return move


_FUNCTIONS: Mapping[str, Callable[..., Any]] = {
    "days": lambda one, other: (_date(other) - _date(one)).days,
    "add_days": _moved("days"),
    "add_months": _moved("months"),
    "add_years": _moved("years"),
    "year_of": lambda day: _date(day).year,
    "month_of": lambda day: _date(day).month,
    "day_of": lambda day: _date(day).day,
    "quarter_of": lambda day: (_date(day).month + 2) // 3,
}
