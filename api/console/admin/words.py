"""Roles and regions as administrators write and read them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from intake.actors import Role
from intake.faults import Fault
from validators.regions import load_regions

ROLES: Final[Mapping[Role, str]] = {
    Role.REVIEWER: "审核人员",
    Role.SENIOR: "复核人员",
    Role.CLERK: "窗口人员",
    Role.HOSPITAL: "医院人员",
    Role.ADMINISTRATOR: "管理员",
    Role.AUDITOR: "审计人员",
}
"""Of people, in the order in which they are offered."""
CLIENT_ROLES: Final[Mapping[Role, str]] = {
    Role.PORTAL: "申报平台",
    Role.HOSPITAL: "医院系统",
    Role.AUDITOR: "审计系统",
}
_BETWEEN: Final = re.compile(r"[\s、,，;；]+")


def region_words(regions: Iterable[str]) -> str:
    """Regions by name.

    >>> region_words(["430500", "360900"]), region_words([])
    ('邵阳市、宜春市', '不限')
    """
    known = load_regions()
    return "、".join(known.name_of(code) or code for code in regions) or "不限"


def regions_written(text: str) -> tuple[tuple[str, ...], tuple[Fault, ...]]:
    """The codes of the regions somebody wrote, by name or code, and what was not understood.

    >>> regions_written("邵阳市、360900")[0], regions_written(" ")[0]
    (('430500', '360900'), ())
    """
    known, codes, faults = load_regions(), [], []
    for word in filter(None, _BETWEEN.split(text)):
        bearers: Sequence[str] = (word,) if re.fullmatch(r"[1-9]\d{5}", word) else known.bearers.get(word, ())
        if len(bearers) == 1 and known.knows(bearers[0]):
            codes.append(bearers[0])
        elif len(bearers) > 1:
            faults.append(_fault(f"叫“{word}”的地区不止一个", "请改填六位行政区划代码。"))
        else:
            faults.append(_fault(f"没有找到地区“{word}”", "请填全称（如邵阳市）或六位行政区划代码。"))
    return tuple(dict.fromkeys(codes)), tuple(faults)


def _fault(message: str, remedy: str) -> Fault:
    return Fault("ACC-022", "regions", message, remedy)
