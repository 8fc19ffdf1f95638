"""Working days: the published years by table, the properties of counting, overrides, years to come."""

from __future__ import annotations

import datetime as dt
import doctest

import pytest
from chinese_calendar import constants
from hypothesis import given
from hypothesis import strategies as st

from validators import workdays
from validators.workdays import (
    NATIONAL,
    CalendarRefused,
    WorkCalendar,
    add_working_days,
    read_overrides,
    working_days_between,
)

D = dt.date
DAYS = st.dates(D(2024, 1, 1), D(2028, 12, 31))
LAST_PUBLISHED = max(constants.holidays).year


@pytest.mark.parametrize(
    ("start", "days", "end"),
    [
        # 国庆 2025: 1–8 October off, Sunday 28 September and Saturday 11 October worked
        (D(2025, 9, 26), 1, D(2025, 9, 28)),
        (D(2025, 9, 30), 1, D(2025, 10, 9)),
        (D(2025, 10, 1), 1, D(2025, 10, 9)),
        (D(2025, 10, 9), 2, D(2025, 10, 11)),
        (D(2025, 9, 30), 20, D(2025, 11, 4)),
        # 元旦 2026: 1–3 January off, Sunday 4 January worked
        (D(2025, 12, 31), 1, D(2026, 1, 4)),
        (D(2025, 12, 22), 9, D(2026, 1, 5)),
        (D(2025, 11, 20), 20, D(2025, 12, 18)),
        # 春节 2026: 15–23 February off, Saturdays 14 and 28 February worked
        (D(2026, 2, 13), 1, D(2026, 2, 14)),
        (D(2026, 2, 14), 1, D(2026, 2, 24)),
        (D(2026, 2, 13), 6, D(2026, 2, 28)),
        # a Saturday that is just a Saturday
        (D(2025, 11, 22), 1, D(2025, 11, 24)),
        (D(2025, 11, 22), 0, D(2025, 11, 22)),
    ],
)
def test_a_period_ends_on_its_last_working_day(start: D, days: int, end: D) -> None:
    deadline = add_working_days(start, days)
    assert deadline.date == end
    assert not deadline.estimated


def test_a_deadline_across_the_last_published_year_is_estimated() -> None:
    start = D(LAST_PUBLISHED, 12, 20)
    deadline = add_working_days(start, 20)
    assert deadline.estimated
    assert deadline.date.year == LAST_PUBLISHED + 1
    assert not NATIONAL.is_working_day(D(LAST_PUBLISHED + 1, 1, 1))
    assert working_days_between(start, deadline.date).estimated
    assert not add_working_days(start, 2).estimated


@pytest.mark.parametrize("year", [1990, 2003, 2031, 2099])
def test_years_nobody_published_have_weekends(year: int) -> None:
    monday = next(D(year, 7, day) for day in range(1, 8) if D(year, 7, day).weekday() == 0)
    assert add_working_days(monday, 5).date == monday + dt.timedelta(days=7)
    assert add_working_days(monday, 5).estimated


@given(DAYS, st.integers(1, 60))
def test_what_was_added_is_counted(start: D, days: int) -> None:
    end = add_working_days(start, days).date
    assert end > start
    assert NATIONAL.is_working_day(end)
    assert working_days_between(start, end).days == days
    assert working_days_between(end, start).days == -days


@given(DAYS, st.integers(0, 40), st.integers(0, 40))
def test_two_periods_one_after_the_other_are_one(start: D, first: int, second: int) -> None:
    middle = add_working_days(start, first).date
    assert add_working_days(middle, second).date == add_working_days(start, first + second).date


@given(DAYS, DAYS, DAYS)
def test_counts_add_up(a: D, b: D, c: D) -> None:
    whole = working_days_between(a, c).days
    first, second = sorted((a, c))
    if first <= b <= second:
        assert working_days_between(a, b).days + working_days_between(b, c).days == whole


@given(DAYS, st.integers(1, 40), st.dictionaries(DAYS, st.booleans(), max_size=30))
def test_overrides_hold(start: D, days: int, overrides: dict[D, bool]) -> None:
    calendar = WorkCalendar(overrides)
    assert all(calendar.is_working_day(day) is worked for day, worked in overrides.items())
    assert not any(calendar.is_estimated(day) for day in overrides)
    end = add_working_days(start, days, calendar).date
    assert working_days_between(start, end, calendar).days == days


def test_an_override_table_changes_single_days() -> None:
    calendar = read_overrides(
        "\ufeff# 邵阳市 2027 年\n"
        "date,kind,note,source\n"
        "\n"
        '2027-02-05,holiday,"除夕前,提前放假",市政府通知\n'
        "2027-02-13, 工作日 ,调休,市政府通知\n"
    )
    assert calendar.overrides == {D(2027, 2, 5): False, D(2027, 2, 13): True}
    assert not calendar.is_estimated(D(2027, 2, 13))
    assert add_working_days(D(2027, 2, 4), 1, calendar).date == D(2027, 2, 8)


def test_every_fault_of_an_override_table_is_told() -> None:
    with pytest.raises(CalendarRefused) as caught:
        read_overrides(
            "date,kind\n2027-2-30,holiday\n2027-03-01,halfday\n"
            "2027-03-02,holiday\n2027-03-02,workday\n20270303,workday\n2027-03-04\n"
        )
    assert [fault.line for fault in caught.value.faults] == [2, 3, 5, 6, 7]


@pytest.mark.parametrize("text", ["", "day,kind\n2027-03-01,holiday\n", "# nothing\n"])
def test_a_table_without_its_columns_is_refused(text: str) -> None:
    with pytest.raises(CalendarRefused, match="缺少列"):
        read_overrides(text)


def test_a_negative_period_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="negative"):
        add_working_days(D(2025, 11, 20), -1)


def test_examples_run() -> None:
    assert doctest.testmod(workdays).failed == 0
