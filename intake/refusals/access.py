"""Refusals about who asks, and what they may."""

from __future__ import annotations

from typing import Final

from intake.refusals.base import Kind, Refusal

NO_CREDENTIALS: Final = Refusal(
    Kind.UNKNOWN_CALLER, "ACC-001", "尚未登录，也没有提供密钥。", "请登录，或在请求中附上有效的密钥。"
)
BAD_KEY: Final = Refusal(
    Kind.UNKNOWN_CALLER, "ACC-002", "密钥无效。", "请核对密钥；已停用或过期的，请联系管理员换发。"
)
SESSION_OVER: Final = Refusal(Kind.UNKNOWN_CALLER, "ACC-003", "登录已失效。", "请重新登录。")
NOT_ALLOWED: Final = Refusal(Kind.FORBIDDEN, "ACC-004", "没有权限进行这项操作。", "如有需要，请联系管理员。")
FOREIGN_PAGE: Final = Refusal(
    Kind.FORBIDDEN, "ACC-005", "请求不是从本系统页面发出的。", "请刷新页面后重试，不要从其他网站的链接操作。"
)
WRONG_SIGN_IN: Final = Refusal(
    Kind.UNKNOWN_CALLER,
    "ACC-006",
    "账号或密码不正确，或账号已暂时锁定。",
    "请核对后再试；连续输错会锁定一段时间，忘记密码请联系管理员重置。",
)
TOO_MANY_SIGN_INS: Final = Refusal(
    Kind.TOO_MANY, "ACC-007", "登录失败次数过多。", "请稍后再试；忘记密码请联系管理员重置。"
)
WRONG_CODE: Final = Refusal(
    Kind.UNKNOWN_CALLER,
    "ACC-008",
    "动态口令不正确、已用过，或账号已暂时锁定。",
    "请等待下一个口令再试；手机时间须准确。",
)
NO_PENDING_FACTOR: Final = Refusal(
    Kind.CONFLICT, "ACC-009", "没有等待确认的动态口令。", "请先获取动态口令二维码。"
)
FACTOR_REQUIRED: Final = Refusal(
    Kind.FORBIDDEN, "ACC-010", "本系统要求使用动态口令。", "如更换手机，请重新绑定。"
)
WEAK_PASSWORD: Final = Refusal(Kind.INVALID, "ACC-011", "密码不符合要求。", "请按提示另选一个密码。")
WRONG_PASSWORD: Final = Refusal(Kind.FORBIDDEN, "ACC-012", "当前密码不正确。", "请重新输入当前密码。")
PEOPLE_ONLY: Final = Refusal(
    Kind.FORBIDDEN, "ACC-013", "这项操作须由人员登录后进行。", "请用人员账号登录，不能使用密钥。"
)
SIGN_IN_BUSY: Final = Refusal(Kind.BUSY, "ACC-014", "登录的人较多。", "请稍等几秒再试。")
PASSWORD_ONCE: Final = Refusal(
    Kind.FORBIDDEN, "ACC-015", "现在用的是一次性密码。", "请先更换成自己的密码，再继续使用。"
)

NO_SUCH_PERSON: Final = Refusal(Kind.NOT_FOUND, "ACC-020", "没有这个人员。", "请核对人员编号。")
SAME_LOGIN: Final = Refusal(Kind.CONFLICT, "ACC-021", "这个账号已经有人使用。", "请换一个账号。")
PERSON_INVALID: Final = Refusal(Kind.INVALID, "ACC-022", "人员信息有误。", "请按各项提示改正后再试。")
LAST_ADMINISTRATOR: Final = Refusal(
    Kind.CONFLICT, "ACC-023", "不能停用最后一名管理员。", "请先设立另一名管理员。"
)
OWN_ACCOUNT: Final = Refusal(
    Kind.CONFLICT, "ACC-024", "不能停用自己，也不能修改自己的角色和地区。", "请由另一名管理员操作。"
)
OWN_FACTOR: Final = Refusal(
    Kind.CONFLICT, "ACC-025", "不能在这里解除自己的动态口令。", "请在“我的账号”中更换手机。"
)
NO_SUCH_KEY: Final = Refusal(Kind.NOT_FOUND, "ACC-030", "没有这个密钥。", "请核对密钥编号。")
KEY_INVALID: Final = Refusal(Kind.INVALID, "ACC-031", "密钥信息有误。", "请按各项提示改正后再试。")
OTHER_CLIENT: Final = Refusal(
    Kind.CONFLICT, "ACC-032", "同名的单位已有其他角色或地区。", "请核对名称，或按原有的角色和地区换发密钥。"
)
NO_SUCH_CLIENT: Final = Refusal(Kind.NOT_FOUND, "ACC-033", "没有这个单位。", "请核对单位编号。")

NO_SINGLE_SIGN_ON: Final = Refusal(
    Kind.NOT_FOUND, "ACC-040", "没有启用统一身份登录。", "请使用账号和密码登录。"
)
SINGLE_SIGN_ON_FAILED: Final = Refusal(
    Kind.UNKNOWN_CALLER, "ACC-041", "统一身份登录没有完成。", "请重新登录；仍不成功请联系管理员。"
)
SINGLE_SIGN_ON_UNKNOWN: Final = Refusal(
    Kind.FORBIDDEN, "ACC-042", "您的统一身份尚未开通本系统。", "请联系管理员开通账号。"
)
SINGLE_SIGN_ON_DOWN: Final = Refusal(
    Kind.BUSY, "ACC-043", "暂时连不上统一身份平台。", "请稍后再试，或使用账号和密码登录。"
)
