"""Clauses that say another number than their value: the applicant would be told what is not asked."""

from __future__ import annotations

import re
from collections.abc import Iterator

from validators.demands import LookBack, Window
from validators.lint_fault import Fault
from validators.pack import Pack, rules_of

_SPAN = re.compile(
    r"(?P<number>\d{1,3}|半|[一二两三四五六七八九十])\s*(?P<unit>个工作日|工作日|天|日|个?月|年)(?!前|以前)"
)
_DATE = re.compile(r"\d{1,2}\s*月\s*(?:\d{1,2}\s*日?)?\s*[至到、-]?\s*\d{1,2}\s*日")
"""A day of the calendar (12 月 31 日) is no span."""
_DAYS = {"天": 1, "日": 1, "月": 30, "个月": 30, "年": 360}
_NUMERALS = {word: number for number, word in enumerate("零一二三四五六七八九十")} | {"两": 2, "半": 0.5}


def lint_clauses(pack: Pack) -> Iterator[Fault]:
    """Time limits whose clause names spans, and none of them is the value's (24 个月 is 2 年)."""
    for where, rule in rules_of(pack.policy):
        wanted = set(_spans_of(rule.value, where))
        told = set(_spans_in(rule.clause))
        if wanted and told and not wanted & told:
            message = f"说法“{rule.clause}”与取值中的时间不一致。"
            yield Fault("LINT-028", f"{where}.clause", message, "请核对，改成同一个时间。")


def _spans_of(value: object, where: str) -> Iterator[float]:
    """The lengths that a value asks, in days of a year of 360."""
    if where in ("decision_working_days", "selfie_days") and isinstance(value, int):
        yield float(value)
    elif isinstance(value, LookBack):
        written = [value.period, *(one.within for one in value.diseases)]
        for group in value.aged():
            written += [group.within or "", *group.each.values()]
        for length in written:
            yield from _spans_in(length)
    elif isinstance(value, Window) and not (value.open_days or value.open_months):
        yield from (float(days) for days in (value.days_before, value.days_after) if days)
        yield from (30.0 * months for months in (value.months_before, value.months_after) if months)


def _spans_in(text: str) -> Iterator[float]:
    for match in _SPAN.finditer(_DATE.sub("", text)):
        number = match["number"]
        held = float(number) if number.isdigit() else float(_NUMERALS[number])
        yield held * _DAYS.get(match["unit"], 1)
