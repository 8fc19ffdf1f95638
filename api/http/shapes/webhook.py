"""Webhook endpoints and deliveries as portals send and see them."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Final, Literal

from pydantic import AwareDatetime, ConfigDict, Field, model_validator

from api.http.shapes.base import Id, Sent, Told
from intake.delivering.webhook_address import MAX_URL
from intake.delivering.webhook_endpoints import OLD_SECRET_LASTS
from intake.delivering.webhook_schedule import DeliveryState, Trouble

EventType = Literal["case.received", "case.checked", "case.returned", "case.decided"]
_URL: Final = "https://portal.example/menshen/events"
_SECRET: Final = "whsec_" + "…"
_HOURS: Final = int(OLD_SECRET_LASTS.total_seconds() // 3600)

Url = Annotated[str, Field(description="接收事件的网址，须为 https", max_length=2 * MAX_URL, examples=[_URL])]
Events = Annotated[
    tuple[EventType, ...],
    Field(description="订阅的事件；空为全部", max_length=20, examples=[["case.checked", "case.decided"]]),
]


class NewEndpoint(Sent):
    """新的推送地址。"""

    url: Url
    events: Events = ()


class EndpointChange(Sent):
    """要修改的内容；未列的不变。"""

    model_config = ConfigDict(json_schema_extra={"examples": [{"events": ["case.decided"]}]})

    url: Url | None = None
    events: Events | None = None
    enabled: bool | None = Field(default=None, description="启用或停用；停用后未送达的事件不再推送，可补发")


class EndpointAnswer(Told):
    """一个推送地址。"""

    id: Id
    url: str = Field(description="接收事件的网址", examples=[_URL])
    events: tuple[EventType, ...] = Field(description="订阅的事件；空为全部")
    enabled: bool = Field(description="是否启用")
    disabled_why: Literal["owner", "gone"] | None = Field(
        description="停用的原因：owner 为自行停用，gone 为该地址答复了 410"
    )
    created_at: dt.datetime = Field(description="登记的时刻")
    old_secret_until: dt.datetime | None = Field(
        description=f"更换密钥后 {_HOURS} 小时内，旧密钥的签名同时有效，至此时为止"
    )
    resting_until: dt.datetime | None = Field(description="因没有应答或要求暂停，此时之前不推送")


class EndpointSecret(EndpointAnswer):
    """推送地址及其签名密钥；密钥只显示这一次。"""

    secret: str = Field(description="签名密钥（Standard Webhooks），请妥善保存", examples=[_SECRET])


class EndpointList(Told):
    """本密钥的推送地址。"""

    endpoints: tuple[EndpointAnswer, ...]


class TestSent(Told):
    """已安排的测试事件。"""

    event: Id


class DeliveryAnswer(Told):
    """一个事件的推送情况。"""

    id: Id
    event: Id = Field(description="事件编号，即请求头 webhook-id")
    type: str = Field(description="事件类型", examples=["case.checked"])
    case: str | None = Field(description="案件编号（id）；测试事件为空")
    at: dt.datetime = Field(description="事件发生的时刻")
    state: DeliveryState = Field(description="waiting 待推送，delivered 已送达，given_up 已放弃（可补发）")
    attempts: int = Field(description="已推送的次数")
    due_at: dt.datetime | None = Field(description="下次推送的时刻")
    last_status: int | None = Field(description="最近一次答复的 HTTP 状态码")
    last_error: Trouble | None = Field(
        description="最近一次未成功的原因：address 指向不允许的地址，name 域名无法解析，connect 连接失败，"
        "tls 证书或加密有误，timeout 超时，protocol 答复不是 HTTP，status 状态码不是 2xx，"
        "lost 推送中断，disabled 地址已停用"
    )
    delivered_at: dt.datetime | None = Field(description="送达的时刻")


class DeliveryList(Told):
    """推送记录，新的在前。"""

    deliveries: tuple[DeliveryAnswer, ...]
    next: str | None = Field(description="下一页的 cursor；没有更多时为空")


class Replay(Sent):
    """要补发的事件：写一个 `event`，或一段时间 `since`、`until`。"""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"event": "01990f3c2a7b5d1e8c4f90ab12cd34ef"},
                {"since": "2025-11-20T08:00:00+08:00", "until": "2025-11-20T12:00:00+08:00"},
            ]
        }
    )

    event: str | None = Field(default=None, description="事件编号", max_length=64)
    since: AwareDatetime | None = Field(default=None, description="起点（含），带时区")
    until: AwareDatetime | None = Field(default=None, description="终点（不含），带时区")
    events: Events = Field(default=(), description="只补发这些类型；空为该地址订阅的全部")

    @model_validator(mode="after")
    def _one_or_span(self) -> Replay:
        span = (self.since is not None, self.until is not None)
        if (self.event is not None) == any(span) or any(span) != all(span):
            raise ValueError("请写 event，或同时写 since 与 until")
        return self


class Replayed(Told):
    """已安排补发的事件数。"""

    events: int
