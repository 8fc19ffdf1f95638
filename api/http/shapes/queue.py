"""The queue, saved views and second looks, as the console and reviewers' scripts see them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Annotated

from pydantic import Field, StringConstraints

from api.http.shapes.base import Id, Sent, Told
from intake.reviewing.queue_search import MOST_TYPED
from intake.reviewing.review_queue import Pile
from intake.reviewing.saved_views import MOST_LETTERS
from intake.reviewing.second_choices import MOST_WORDS


class QueueEntry(Told):
    """队列中的一件案件。"""

    id: Id
    case_no: str = Field(description="案件编号")
    applicant: str = Field(description="申请人姓名；无权查看全名的只见姓氏")
    id_number: str = Field(description="证件号码，只见前三位和后四位")
    policy_id: str = Field(description="政策编号")
    region: str = Field(description="地区编码")
    channel: str = Field(description="渠道")
    diseases: tuple[str, ...] = Field(description="申请病种")
    hospitals: tuple[str, ...] = Field(description="材料上的医院")
    state: str = Field(description="状态")
    route: str | None = Field(description="去向")
    round: int = Field(description="第几次提交")
    revision: int = Field(description="变化次数")
    submitted_at: dt.datetime | None = Field(description="提交的时间")
    deadline: dt.date | None = Field(description="办结期限")
    working_days_left: int | None = Field(description="剩余工作日；0 为当日，负数为逾期，空为不计时")
    claimed_by: str | None = Field(description="领取人")
    claimed_until: dt.datetime | None = Field(description="领取到何时为止")
    mine: bool = Field(description="是否由本人领取")
    for_senior: bool = Field(description="是否已转复核")
    findings: tuple[str, ...] = Field(description="未符合或无法判断的检查结论代码")
    second: str | None = Field(description="复评编号；不是复评则为空")


class QueueAnswer(Told):
    """审核队列的一页。"""

    rows: tuple[QueueEntry, ...] = Field(description="案件")
    next: str | None = Field(description="下一页的 cursor；没有则为空")
    counts: Mapping[Pile, int] = Field(description="各类的件数；全部（all）不计")


class SearchBody(Sent):
    """要查找的人或案件。"""

    text: str = Field(
        description="完整姓名、完整证件号码、前三位和后四位（430***4514），或案件编号",
        min_length=1,
        max_length=MOST_TYPED,
        examples=["430***4514"],
    )


class SearchAnswer(Told):
    """查找所用的标记，可放在网址中，看不出所找的是谁。"""

    who: str = Field(description="队列的 who 参数")
    by: str = Field(description="按什么查找：number、masked、name、case")


class ViewBody(Sent):
    """要保存的视图。"""

    name: str = Field(description="名称；同名的被替换", min_length=1, max_length=MOST_LETTERS)
    wanted: str = Field(
        description="筛选条件，即网址中 ? 之后的部分", max_length=2000, examples=["pile=mine&sort=deadline"]
    )


class ViewAnswer(Told):
    """保存的视图。"""

    id: Id
    name: str = Field(description="名称")
    wanted: str = Field(description="筛选条件，即网址中 ? 之后的部分")


class ViewList(Told):
    """本人保存的视图。"""

    views: tuple[ViewAnswer, ...] = Field(description="视图")


class SecondClaimAnswer(Told):
    """复评领取的情况。"""

    id: Id
    case_id: str = Field(description="案件编号（id）")
    until: dt.datetime = Field(description="领取到何时为止；再次领取即续期")


class OpinionBody(Sent):
    """复评意见。"""

    decision: str = Field(
        description="approve 通过，return 退回补正，reject 不予通过", pattern=r"^(approve|return|reject)$"
    )
    reasons: tuple[Annotated[str, StringConstraints(max_length=40)], ...] = Field(
        default=(), description="理由：本案检查结论的代码", max_length=100
    )
    words: str = Field(default="", description="说明", max_length=MOST_WORDS)


class ComparedAnswer(Told):
    """两次意见的对照。"""

    id: Id
    case_id: str = Field(description="案件编号（id）")
    first: str = Field(description="原决定")
    first_by: str = Field(description="原决定人")
    first_reasons: tuple[str, ...] = Field(description="原决定的理由")
    first_words: str = Field(description="原决定的说明")
    second: str = Field(description="复评意见")
    second_by: str = Field(description="复评人")
    reasons: tuple[str, ...] = Field(description="复评的理由")
    words: str = Field(description="复评的说明")
    agrees: bool = Field(description="是否一致")
    given_at: dt.datetime = Field(description="复评的时间")
