"""Figures as tables in the words of the bureau: shown on the page, and exported as they stand there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from api.words import CHANNELS, FIELDS
from intake.figures.counts import BANDS, Part
from intake.figures.gather import Figures
from intake.figures.sheets import Cell, Sheet
from validators.codes import MEANINGS
from validators.pack import load_packs
from validators.verdict import Route

CHOICES: Final[Mapping[str, str]] = {"approve": "通过", "return": "退回", "reject": "不予通过"}
_ROUTES: Final[Mapping[str, str]] = {
    Route.READY_FOR_REVIEW: "材料齐全",
    Route.NEEDS_CORRECTION: "需补正",
    Route.NEEDS_ATTENTION: "需人工核对",
}
_CASES: Final = "按首次提交的日期计入；撤回的也在收件数内。"
_READ: Final = (
    "案件通过或不予通过时，对每份材料上的每个字段计一次；人员未更正即计为一致，并不表示逐项核对过。"
    "按作出决定的日期计入。"
)


def sheets_of(told: Figures) -> dict[str, Sheet]:
    """Every table by its place on the page."""
    return {
        "days": _days(told),
        "policies": _parts("按业务", "业务", told.policies, policy_titles()),
        "channels": _parts("按渠道", "渠道", told.channels, CHANNELS),
        "waits": _waits(told),
        "first": _first(told),
        "returns": _returns(told),
        "hospitals": _hospitals(told),
        "reading": _reading(told),
        "second": _second(told),
        "pairs": _pairs(told),
    }


def policy_titles() -> Mapping[str, str]:
    """The titles of the policies, the newest pack of each."""
    return {pack.policy.id: pack.policy.title for pack in load_packs()}


def band_words(first: int, last: int | None) -> str:
    """A span of working days.

    >>> band_words(0, 0), band_words(1, 1), band_words(2, 3), band_words(21, None)
    ('当日', '1 日', '2–3 日', '21 日以上')
    """
    if last is None:
        return f"{first} 日以上"
    if first == last:
        return f"{first} 日" if first else "当日"
    return f"{first}–{last} 日"


def finding_words(code: str) -> str:
    """What a finding's code means; the code where the table of this version has it no more."""
    return next((words for known, words in MEANINGS.items() if known == code), code)


def share(part: int, whole: int) -> float | None:
    """``part`` of ``whole``, from 0 to 1; ``None`` where there is nothing to be a part of."""
    return part / whole if whole else None


def _days(told: Figures) -> Sheet:
    rows = tuple((one.day.isoformat(), one.received, one.decided) for one in told.days)
    return Sheet(
        "每日收件与办结",
        ("日期", "收件", "办结"),
        rows,
        "收件：首次提交；办结：通过或不予通过，无论何时提交。",
    )


def _parts(title: str, first: str, parts: Sequence[Part], names: Mapping[str, str]) -> Sheet:
    header = (
        first,
        "收件",
        "已通过",
        "不予通过",
        "退回中",
        "在办",
        "撤回",
        "首次核对",
        "首次齐全",
        "首次齐全率",
    )
    rows = tuple(
        (
            names.get(one.key, one.key),
            *(one.received, one.approved, one.rejected, one.returned, one.open, one.withdrawn),
            *(one.checked, one.ready, one.ready_share),
        )
        for one in parts
    )
    return Sheet(title, header, rows, _CASES)


def _waits(told: Figures) -> Sheet:
    waits = told.waits
    rows = tuple(
        (band_words(*band), count, share(count, waits.decided))
        for band, count in zip(BANDS, waits.bands, strict=True)
    )
    note = "从首次提交到通过或不予通过的工作日，含退回申请人补正的时间。"
    return Sheet("办理时长", ("工作日", "案件", "占比"), rows, note)


def _first(told: Figures) -> Sheet:
    rows = tuple(
        (words, told.first_routes.get(route, 0), share(told.first_routes.get(route, 0), told.checked))
        for route, words in _ROUTES.items()
    )
    return Sheet("首次提交的核对结论", ("结论", "案件", "占比"), rows, "首次提交后系统第一次核对的结论。")


def _returns(told: Figures) -> Sheet:
    found = told.returns
    rows: list[tuple[Cell, ...]] = [
        (finding_words(one.code), one.code, one.returns, share(one.returns, found.returns))
        for one in found.reasons
    ]
    if found.without:
        rows.append(("仅以文字说明", "", found.without, share(found.without, found.returns)))
    note = "占比以退回次数为分母；一次退回可有多个理由。"
    return Sheet("退回原因", ("原因", "代码", "退回次数", "占比"), tuple(rows), note)


def _hospitals(told: Figures) -> Sheet:
    rows = tuple(
        (
            one.name,
            one.cases,
            one.faulty,
            share(one.faulty, one.cases),
            "；".join(f"{finding_words(code)}（{count}）" for code, count in one.top),
        )
        for one in told.hospitals
    )
    note = "含该医院材料的案件。问题属于案件，不一定出在该医院的材料上。"
    return Sheet("医院", ("医院", "案件", "有不符项的案件", "占比", "最常见的问题（案件数）"), rows, note)


def _reading(told: Figures) -> Sheet:
    rows = tuple(
        (
            FIELDS.get(one.field, one.field),
            *(one.papers, one.agreed, one.wrong, one.missed, one.invented),
            one.share,
        )
        for one in told.reading
    )
    return Sheet("识别与人工一致", ("字段", "材料", "一致", "改正", "补录", "删去", "一致率"), rows, _READ)


def _second(told: Figures) -> Sheet:
    titles = policy_titles()
    rows = tuple(
        (
            titles.get(one.policy_id, one.policy_id),
            one.drawn,
            one.given,
            one.agreed,
            share(one.agreed, one.given),
        )
        for one in told.second.policies
    )
    note = "随机抽取已决定的案件，由未参与的人员在不知原决定的情况下复评。按原决定的日期计入。"
    return Sheet("复评", ("业务", "抽取", "已复评", "与原决定一致", "一致率"), rows, note)


def _pairs(told: Figures) -> Sheet:
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (CHOICES[first], *(told.second.pairs.get((first, second), 0) for second in CHOICES))
        for first in CHOICES
    )
    return Sheet("复评对照", ("原决定", *(f"复评：{words}" for words in CHOICES.values())), rows)
