"""The audit log in words: what each act is called, and what its particulars say."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from api.console.admin.words import CLIENT_ROLES, ROLES, region_words
from intake.safekeeping.audit_search import AuditLine

ACTS: Final[Mapping[str, str]] = {
    "case.claim": "领取案件",
    "case.release": "放回案件",
    "case.approve": "通过",
    "case.return": "退回补正",
    "case.reject": "不予通过",
    "case.pass": "转复核",
    "case.undo": "撤销决定",
    "case.erase": "清除案件",
    "case.view_unmasked": "查看完整身份证号",
    "fields.correct": "更正字段",
    "image.view": "查看页面图像",
    "original.view": "查看原件",
    "second_review.claim": "领取复评",
    "second_review.release": "放回复评",
    "second_review.give": "完成复评",
    "deadline.warn": "时限提醒",
    "registration.export": "导出登记",
    "session.begin": "登录",
    "session.end": "退出登录",
    "person.add": "新增人员",
    "person.change": "修改人员",
    "person.reset": "换发密码",
    "person.unlock": "解除锁定",
    "person.lock": "连续输错，锁定",
    "person.reset_factor": "解除动态口令",
    "person.enrol_factor": "绑定动态口令",
    "person.remove_factor": "取消动态口令",
    "person.change_password": "更换密码",
    "person.erase": "清除个人信息",
    "client.create": "新增单位",
    "client.disable": "停用单位",
    "client.enable": "启用单位",
    "key.create": "新建密钥",
    "key.revoke": "停用密钥",
    "key.rotate": "更换加密密钥",
    "master_key.change": "更换主密钥",
    "webhook.create": "登记推送地址",
    "webhook.change": "修改推送地址",
    "webhook.remove": "删除推送地址",
    "webhook.rotate": "更换推送签名密钥",
    "webhook.disable": "推送地址自动停用",
    "webhook.replay": "补发事件",
    "webhook.test": "发送测试事件",
    "work.retry": "重试停滞任务",
    "register.import": "导入登记",
    "register.replace": "整表替换登记",
    "entitlement.import": "导入待遇登记",
    "batch.erase": "清除批次",
    "audit.verify": "核对审计记录",
}
"""By action of the log, in the order in which they are offered."""
SUBJECTS: Final[Mapping[str, str]] = {
    "case": "案件",
    "person": "人员",
    "client": "单位",
    "key": "密钥",
    "endpoint": "推送地址",
    "batch": "批次",
    "registrations": "登记表",
    "entitlements": "待遇登记",
    "persons": "参保登记",
    "hospitals": "医院登记",
    "physicians": "医师登记",
    "master_key": "主密钥",
    "audit_log": "审计记录",
}
_DETAILS: Final[Mapping[str, str]] = {
    "page": "页",
    "round": "轮次",
    "role": "角色",
    "regions": "地区",
    "enabled": "启用",
    "cases": "案件数",
    "events": "事件数",
    "added": "新增",
    "changed": "更新",
    "unchanged": "未变",
    "entries": "条数",
    "form": "格式",
}
_ROLES: Final[Mapping[str, str]] = {role.value: words for role, words in {**CLIENT_ROLES, **ROLES}.items()}


def subject_words(line: AuditLine) -> str:
    """What an entry is about."""
    kind = SUBJECTS.get(line.subject_kind, line.subject_kind)
    return f"{kind} {line.subject}".strip()


def detail_words(detail: Mapping[str, Any]) -> str:
    """The particulars that say something to people; ids stay in the log.

    >>> detail_words({"file": "0" * 32, "page": 2}), detail_words({"enabled": False, "regions": ["430500"]})
    ('页 2', '启用 否，地区 邵阳市')
    """
    told = ((_DETAILS[name], _words(name, value)) for name, value in detail.items() if name in _DETAILS)
    return "，".join(f"{name} {value}" for name, value in told if value)


def _words(name: str, value: Any) -> str:
    if isinstance(value, bool):
        return "是" if value else "否"
    if name == "role":
        return _ROLES.get(str(value), str(value))
    if name == "regions" and isinstance(value, list):
        return region_words(map(str, value))
    return "" if value is None else str(value)
