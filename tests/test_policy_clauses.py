"""A clause names the time that its value asks."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import Any

import pytest

from validators.demands import LookBack, Window
from validators.lint_clauses import lint_clauses
from validators.pack import Pack, pack_in_force

KINDS = ["discharge_summary"]


def with_rule(name: str, value: Any, clause: str) -> Pack:
    pack = pack_in_force(dt.date(2025, 11, 20), policy="yichun-renewal")
    rule = getattr(pack.policy, name).model_copy(update={"value": value, "clause": clause})
    return dataclasses.replace(pack, policy=pack.policy.model_copy(update={name: rule}))


def back(within: str, *more: Any) -> LookBack:
    return LookBack.model_validate({"within": within, "groups": [KINDS, *more]})


@pytest.mark.parametrize(
    ("name", "value", "clause", "faults"),
    [
        ("decision_working_days", 15, "受理后 20 个工作日内办结", ["LINT-028"]),
        ("decision_working_days", 30, "审核 10 至 30 个工作日", []),
        ("decision_working_days", 15, "受理后按期办结", []),
        ("look_back", back("12个月"), "病历须在近 24 个月内", ["LINT-028"]),
        ("look_back", back("24个月"), "病历须在近两年内", []),
        ("look_back", back("6个月"), "病历须在半年内", []),
        ("look_back", back("1年", {"kinds": KINDS, "within": "90天"}), "化验单须在 90 天内", []),
        ("window", Window(days_before=60, told_by=("entitlement",)), "到期前 30 天内申请", ["LINT-028"]),
        ("window", Window(months_before=2, told_by=("entitlement",)), "到期前 60 天内申请", []),
        ("window", Window(days_before=60, told_by=("entitlement",)), "待遇止于 12 月 31 日，提前办理", []),
    ],
)
def test_times_in_words_and_value(name: str, value: Any, clause: str, faults: list[str]) -> None:
    found = [fault for fault in lint_clauses(with_rule(name, value, clause)) if fault.where.startswith(name)]
    assert [fault.code for fault in found] == faults
