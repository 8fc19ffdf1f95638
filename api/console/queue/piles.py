"""The piles of the queue in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from intake.reviewing.review_queue import Pile, Sort


@dataclass(frozen=True, slots=True)
class PileWords:
    """A pile's name, icon, and what is said where it is empty."""

    title: str
    icon: str
    none: str
    hint: str


PILES: Final = {
    Pile.UNCLAIMED: PileWords(
        "待领取",
        "list-details",
        "没有等待审核的案件",
        "新提交的案件识别、检查完，会自动出现在这里。",
    ),
    Pile.MINE: PileWords(
        "我的",
        "user-check",
        "您手中没有案件",
        "从“待领取”中领取，或按 n 领取下一件。",
    ),
    Pile.NEAR_DEADLINE: PileWords(
        "临近期限",
        "clock-exclamation",
        "没有临近期限的案件",
        "剩余工作日很少或已逾期的案件会列在这里。",
    ),
    Pile.RETURNED: PileWords(
        "已退回",
        "arrow-back-up",
        "没有等申请人补正的案件",
        "退回补正的案件在申请人重新提交之前列在这里。",
    ),
    Pile.STUCK: PileWords(
        "停滞",
        "alert-triangle",
        "没有停滞的案件",
        "识别多次失败的案件会列在这里，可人工审核或重新识别。",
    ),
    Pile.OTHERS: PileWords(
        "他人在审",
        "users",
        "没有他人在审的案件",
        "别的审核人员领取的案件列在这里。",
    ),
    Pile.SENIOR: PileWords(
        "转复核",
        "gavel",
        "没有转复核的案件",
        "审核人员转交复核人员的案件列在这里。",
    ),
    Pile.SECOND: PileWords(
        "待复评",
        "arrows-diff",
        "没有待您复评的案件",
        "系统从已办结的案件中随机抽取一部分，请另一位审核人员独立再看一次。",
    ),
    Pile.ALL: PileWords(
        "全部",
        "archive",
        "没有符合条件的案件",
        "已提交过的案件都在这里，包括已办结和已撤回的。",
    ),
}
"""In the order of the tabs."""
SORTS: Final = {Sort.WAITING: "等待最久", Sort.DEADLINE: "期限最近", Sort.NEWEST: "最新提交"}
