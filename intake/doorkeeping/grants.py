"""Regions that administrators hand out: none wider than their own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from intake.actors import Actor
from intake.faults import Fault
from intake.refusals.access import NOT_ALLOWED
from intake.refusals.base import Refused


def region_faults(regions: Sequence[str], code: str) -> list[Fault]:
    """What is wrong with region codes: each has six digits (GB/T 2260)."""
    return [
        Fault(code, f"regions[{number}]", "地区编码须为六位数字", "请填行政区划代码，例如 360900。")
        for number, region in enumerate(regions)
        if not re.fullmatch(r"[1-9]\d{5}", region, re.ASCII)
    ]


def manages(actor: Actor, regions: Sequence[str]) -> bool:
    """Whether the actor looks after somebody with these regions: all of them lie within its own."""
    return not actor.regions or (bool(regions) and all(actor.covers(one) for one in regions))


def check_regions(actor: Actor, regions: Sequence[str]) -> None:
    """Raises ``Refused`` where the actor would hand out more than it has."""
    if not manages(actor, regions):
        raise Refused(NOT_ALLOWED)
