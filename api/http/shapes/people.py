"""People, keys and the audit log, as administrators send and see them."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any

from pydantic import Field, StringConstraints

from api.http.shapes.base import Id, Sent, Told
from api.http.shapes.session import Password
from intake.actors import Role

Region = Annotated[str, StringConstraints(max_length=12)]


class NewPerson(Sent):
    """新增人员。"""

    login: str = Field(description="账号", max_length=64, examples=["zhang.min"])
    name: str = Field(description="姓名", max_length=50, examples=["张敏"])
    role: Role = Field(
        description="reviewer 审核，senior 复核，clerk 窗口，hospital 医院，administrator 管理，auditor 审计"
    )
    regions: tuple[Region, ...] = Field(
        default=(), description="所辖地区的编码；空为不限", max_length=100, examples=[["430500"]]
    )
    client_id: str | None = Field(default=None, description="所属医院的编号；仅医院人员填写", max_length=32)
    password: Password | None = Field(default=None, description="初始密码；不填则只能经统一身份登录")


class ChangedPerson(Sent):
    """修改人员；不填的不变。"""

    name: str | None = Field(default=None, description="姓名", max_length=50)
    role: Role | None = Field(default=None, description="角色")
    regions: tuple[Region, ...] | None = Field(default=None, description="所辖地区的编码", max_length=100)
    enabled: bool | None = Field(default=None, description="是否可以登录")


class PersonAnswer(Told):
    """一名人员。"""

    id: Id
    login: str = Field(description="账号")
    name: str = Field(description="姓名")
    role: Role = Field(description="角色")
    regions: tuple[str, ...] = Field(description="所辖地区的编码；空为不限")
    client_id: str | None = Field(description="所属医院的编号")
    has_password: bool = Field(description="是否可以用密码登录")
    second_factor: bool = Field(description="是否已绑定动态口令")
    locked_until: dt.datetime | None = Field(description="锁定至何时")
    created_at: dt.datetime = Field(description="建立的时间")
    disabled_at: dt.datetime | None = Field(description="停用的时间")


class PeopleList(Told):
    """人员名单。"""

    people: tuple[PersonAnswer, ...] = Field(description="按账号排列")


class ResetAnswer(Told):
    """重置后的密码。"""

    password: str = Field(description="新密码，只显示这一次")


class NewKeyBody(Sent):
    """新建密钥。"""

    name: str = Field(description="单位名称；已有的单位再发一个密钥", max_length=100, examples=["湘医保"])
    role: Role = Field(description="portal 门户，hospital 医院，auditor 审计")
    regions: tuple[Region, ...] = Field(
        default=(), description="可办理的地区编码；空为不限", max_length=100, examples=[["430500"]]
    )
    hospital: str | None = Field(default=None, description="医院全称；仅医院填写", max_length=100)
    expires_at: dt.datetime | None = Field(default=None, description="到期时间；不填则不过期")
    per_minute: int | None = Field(default=None, description="每分钟请求上限", ge=1, le=1_000_000)
    cases_per_day: int | None = Field(default=None, description="每日新建案件上限", ge=1, le=10_000_000)


class ClientAnswer(Told):
    """一个接入的单位。"""

    id: Id
    name: str = Field(description="单位名称")
    role: Role = Field(description="角色")
    regions: tuple[str, ...] = Field(description="可办理的地区编码；空为不限")
    hospital: str | None = Field(description="医院全称")
    per_minute: int | None = Field(description="每分钟请求上限；空为按设置")
    cases_per_day: int | None = Field(description="每日新建案件上限；空为按设置")
    created_at: dt.datetime = Field(description="建立的时间")
    disabled_at: dt.datetime | None = Field(description="停用的时间")


class KeyAnswer(Told):
    """一个密钥，不含密钥本身。"""

    id: Id
    prefix: str = Field(description="密钥中 msk_ 之后的一段，供辨认")
    client: ClientAnswer = Field(description="所属单位")
    created_at: dt.datetime = Field(description="建立的时间")
    expires_at: dt.datetime | None = Field(description="到期时间")
    revoked_at: dt.datetime | None = Field(description="停用的时间")
    used_at: dt.datetime | None = Field(description="最近使用的时间，精确到分钟")


class NewKeyAnswer(Told):
    """新建的密钥。"""

    key: str = Field(description="密钥，只显示这一次")
    view: KeyAnswer = Field(description="密钥的情况")


class KeyList(Told):
    """密钥名单。"""

    keys: tuple[KeyAnswer, ...] = Field(description="按单位排列")


class ChangedClient(Sent):
    """启用或停用一个单位。"""

    enabled: bool = Field(description="是否可以接入")


class AuditEntryAnswer(Told):
    """一条审计记录。"""

    seq: int = Field(description="序号")
    at: dt.datetime = Field(description="时间")
    actor: str = Field(description="操作者", examples=["person:01990f3c2a7b5d1e8c4f90ab12cd34ef"])
    action: str = Field(description="操作", examples=["image.view"])
    subject: str = Field(description="对象", examples=["case:01990f3c2a7b5d1e8c4f90ab12cd34ef"])
    detail: dict[str, Any] = Field(description="细节；不含个人信息")
    hash: str = Field(description="本条的链式哈希")


class AuditList(Told):
    """审计记录，新的在前。"""

    entries: tuple[AuditEntryAnswer, ...] = Field(description="审计记录")
    next: int | None = Field(description="下一页的 cursor；没有则为空")
