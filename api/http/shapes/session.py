"""Signing in and out."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from api.http.shapes.base import Sent, Told

Password = Annotated[str, StringConstraints(strip_whitespace=False, min_length=1, max_length=256)]
"""As typed: blanks at its ends belong to it."""
Code = Annotated[str, StringConstraints(min_length=4, max_length=32)]


class SignIn(Sent):
    """账号与密码。"""

    login: str = Field(description="账号", min_length=1, max_length=64, examples=["zhang.min"])
    password: Password = Field(description="密码", examples=["shan-gao-yue-xiao-26"])


class GivenCode(Sent):
    """一次动态口令，或一个恢复码。"""

    code: Code = Field(description="动态口令（六位数字）或恢复码", examples=["492039"])


class GivenPassword(Sent):
    """再次确认的密码。"""

    password: Password = Field(description="当前密码", examples=["shan-gao-yue-xiao-26"])


class NewPassword(Sent):
    """更换密码。"""

    password: Password = Field(description="当前密码", examples=["shan-gao-yue-xiao-26"])
    new_password: Password = Field(description="新密码，至少 10 个字符", examples=["chun-jiang-shui-nuan-27"])


class SessionAnswer(Told):
    """登录会话。"""

    complete: bool = Field(description="是否已完成登录")
    needs: Literal["code", "enrolment"] | None = Field(
        description="还缺什么：code 动态口令，enrolment 绑定动态口令；完成后为空"
    )
    name: str = Field(description="姓名")
    role: str = Field(description="角色")
    csrf: str = Field(description="改动数据的请求须以 X-CSRF-Token 带上")
    expires_at: dt.datetime = Field(description="最迟何时失效")


class WhoAmI(Told):
    """当前登录的人员。"""

    person_id: str | None = Field(description="人员编号；完成登录前为空")
    name: str = Field(description="姓名")
    role: str = Field(description="角色")
    regions: tuple[str, ...] = Field(description="所辖地区的编码；空为不限")
    actions: tuple[str, ...] = Field(description="可以进行的操作")
    complete: bool = Field(description="是否已完成登录")
    csrf: str = Field(description="改动数据的请求须以 X-CSRF-Token 带上")
    expires_at: dt.datetime = Field(description="最迟何时失效")


class EnrolmentAnswer(Told):
    """绑定动态口令所需的内容。"""

    secret: str = Field(description="密钥（Base32），供手工输入")
    uri: str = Field(description="otpauth 地址，供生成二维码")


class ConfirmedAnswer(SessionAnswer):
    """已绑定动态口令。"""

    recovery: tuple[str, ...] = Field(description="恢复码，只显示这一次；每个可用一次")
