"""What the queue can be narrowed to, by name, and what it is narrowed to now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from api.console.desk_view import policy_title
from api.console.queue.address import NARROWING, Look
from api.console.queue.rows import FOUND
from api.words import CHANNELS
from intake.actors import Actor
from intake.reviewing.queue_search import By, Who
from validators.hospitals import load_hospitals
from validators.pack import Pack, load_packs
from validators.regions import load_regions

ROUTES: Final = {
    "ready_for_review": "材料齐全",
    "needs_correction": "需补正",
    "needs_attention": "需人工核对",
}
TITLES: Final = {
    "region": "地区",
    "policy": "办理业务",
    "disease": "病种",
    "channel": "渠道",
    "hospital": "医院",
    "route": "检查结果",
    "finding": "检查发现",
    "who": "查找",
}
_SEARCHED: Final = {By.NUMBER: "按身份证号", By.MASKED: "按身份证号首尾", By.NAME: "按姓名"}


@dataclass(frozen=True, slots=True)
class Choice:
    """A value with its name. As a chip: ``value`` is the address without it."""

    value: str
    words: str
    of: str = ""


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be chosen in the form that narrows; diseases and hospitals may also be typed."""

    regions: tuple[Choice, ...]
    policies: tuple[Choice, ...]
    diseases: tuple[str, ...]
    channels: tuple[Choice, ...]
    hospitals: tuple[str, ...]
    routes: tuple[Choice, ...]
    findings: tuple[Choice, ...]


def choices_of(actor: Actor, codes: Sequence[str]) -> Choices:
    """The choices for whoever is responsible for some regions; ``codes`` are those found in cases."""
    packs = _packs(actor)
    hospitals = {one.name for rows in load_hospitals().by_name.values() for one in rows}
    diseases = {row.name: None for pack in packs if pack.catalogue for row in pack.catalogue.rows}
    return Choices(
        regions=tuple(_regions(packs)),
        policies=tuple(Choice(one, policy_title(one)) for one in dict.fromkeys(p.policy.id for p in packs)),
        diseases=tuple(diseases),
        channels=tuple(Choice(value, words) for value, words in CHANNELS.items()),
        hospitals=tuple(sorted(hospitals)),
        routes=tuple(Choice(value, words) for value, words in ROUTES.items()),
        findings=tuple(Choice(code, FOUND.get(code, code)) for code in codes),
    )


def chips_of(look: Look) -> tuple[Choice, ...]:
    """What is asked for beside the pile, each with the address that no longer asks for it."""
    values = look.values
    return tuple(
        Choice(look.address(**{name: None}), _words(name, values[name]), TITLES[name])
        for name in NARROWING
        if name in values
    )


def _words(name: str, value: str) -> str:
    if name == "who":
        who = Who.of(value)
        return who.key if who.by is By.CASE else _SEARCHED[who.by]
    if name == "policy":
        return policy_title(value)
    if name == "region":
        return load_regions().name_of(value) or value
    return {"channel": CHANNELS, "route": ROUTES, "finding": FOUND}.get(name, {}).get(value, value)


def _packs(actor: Actor) -> list[Pack]:
    return [pack for pack in load_packs() if actor.covers(pack.policy.region.code)]


def _regions(packs: Sequence[Pack]) -> Iterator[Choice]:
    """The regions of the packs and the provinces above them, the greater first."""
    names = load_regions()
    codes = {pack.policy.region.code for pack in packs}
    for code in sorted(codes | {f"{one[:2]}0000" for one in codes}):
        yield Choice(code, names.name_of(code) or code)
