"""The page of figures: what was asked for, the numbers at its head, and bars beside its tables."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from api.console.figures_charts import Columns, columns_of
from api.console.figures_sheets import policy_titles, share, sheets_of
from intake.actors import Actor
from intake.case_requests import today
from intake.figures.asked import LONGEST, Wanted
from intake.figures.gather import Figures
from intake.figures.sheets import Sheet, words_of
from validators.pack import load_packs
from validators.regions import load_regions

_PERIODS: Final = ((7, "近 7 天"), (30, "近 30 天"), (90, "近 90 天"), (365, "近一年"))
_USUAL: Final = 30


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to choose; ``href`` where it is a link."""

    value: str
    words: str
    chosen: bool
    href: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks for, made sound; ``told``: what of it could not be taken."""

    wanted: Wanted
    told: str = ""


@dataclass(frozen=True, slots=True)
class Tile:
    """One number at the head of the page, and what it is of."""

    title: str
    value: str
    words: str


@dataclass(frozen=True, slots=True)
class FiguresView:
    """All that the page shows."""

    asked: Asked
    query: str
    periods: tuple[Choice, ...]
    regions: tuple[Choice, ...]
    policies: tuple[Choice, ...]
    tiles: tuple[Tile, ...]
    columns: Columns
    sheets: Mapping[str, Sheet]
    found: Figures


def asked_for(actor: Actor, first: str, last: str, region: str, policy: str) -> Asked:
    """The figures wanted. What cannot be is left out, and said: days that are none, a region or policy the
    actor has no cases of."""
    told = []
    end = _day(last) or today()
    begin = _day(first) or end - dt.timedelta(days=_USUAL - 1)
    if (first and not _day(first)) or (last and not _day(last)):
        told.append("日期须写作 2025-11-20")
    begin, end = sorted((begin, end))
    if end - begin >= LONGEST:
        begin = end - LONGEST
        told.append("统计期间最长三年")
    regions, policies = regions_of(actor), policies_of(actor)
    if region and region not in regions:
        told.append("没有这个地区")
    if policy and policy not in policies:
        told.append("没有这项业务")
    wanted = Wanted(begin, end, region if region in regions else None, policy if policy in policies else None)
    return Asked(wanted, "；".join(told))


def regions_of(actor: Actor) -> Mapping[str, str]:
    """Regions with a policy in force that the actor looks after: code and name."""
    names = load_regions().names
    codes = {pack.policy.region.code for pack in load_packs()}
    return {code: names.get(code, code) for code in sorted(codes) if actor.covers(code)}


def policies_of(actor: Actor) -> Mapping[str, str]:
    """Policies of these regions: id and title."""
    own = {pack.policy.id for pack in load_packs() if actor.covers(pack.policy.region.code)}
    return {one: title for one, title in policy_titles().items() if one in own}


def figures_view(actor: Actor, asked: Asked, found: Figures) -> FiguresView:
    """The page of what was found."""
    wanted = asked.wanted
    return FiguresView(
        asked=asked,
        query=_query(wanted),
        periods=tuple(_periods(wanted)),
        regions=_choices(regions_of(actor), wanted.region),
        policies=_choices(policies_of(actor), wanted.policy),
        tiles=_tiles(found),
        columns=columns_of(found.days),
        sheets=sheets_of(found),
        found=found,
    )


def file_name(wanted: Wanted) -> str:
    """Of an export, without its ending."""
    return f"menshen-figures-{wanted.first:%Y%m%d}-{wanted.last:%Y%m%d}"


def _tiles(found: Figures) -> tuple[Tile, ...]:
    waits, second = found.waits, found.second
    read = sum(one.papers for one in found.reading)
    agreed = sum(one.agreed for one in found.reading)
    median = f"{waits.median} 个工作日" if waits.median is not None else "—"
    return (
        Tile("收件", str(found.received), f"已办结 {waits.decided} 件"),
        Tile(
            "首次提交即齐全",
            words_of(share(found.ready, found.checked)),
            f"{found.checked} 件中 {found.ready} 件",
        ),
        Tile(
            "办理时长（中位）",
            median,
            f"九成在 {waits.nine_tenths} 个工作日内" if waits.nine_tenths is not None else "尚无办结的案件",
        ),
        Tile("退回", f"{found.returns.returns} 次", f"涉及 {found.returns.cases} 件"),
        Tile("识别与人工一致", words_of(share(agreed, read)), f"{read} 个字段值"),
        Tile(
            "复评一致",
            words_of(share(second.agreed, second.given)),
            f"已复评 {second.given} 件，抽取 {second.drawn} 件",
        ),
    )


def _periods(wanted: Wanted) -> Iterable[Choice]:
    end = today()
    for days, words in _PERIODS:
        one = Wanted(end - dt.timedelta(days=days - 1), end, wanted.region, wanted.policy)
        yield Choice(str(days), words, one == wanted, f"/console/figures?{_query(one)}")


def _choices(known: Mapping[str, str], chosen: str | None) -> tuple[Choice, ...]:
    return tuple(Choice(value, words, value == chosen) for value, words in known.items())


def _query(wanted: Wanted) -> str:
    given = {
        "first": wanted.first.isoformat(),
        "last": wanted.last.isoformat(),
        "region": wanted.region,
        "policy": wanted.policy,
    }
    return urlencode({name: value for name, value in given.items() if value})


def _day(written: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(written)
    except ValueError:
        return None
