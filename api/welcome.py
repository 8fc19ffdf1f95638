"""What ``menshen up`` tells of itself, once there is something to look at."""

from __future__ import annotations

import socket
from collections.abc import Mapping, Sequence
from typing import Final

from redis import Redis
from redis.exceptions import RedisError

from api.terminal import results
from api.words import plain
from intake.operating.preparing import LogIn
from intake.service_settings import ServiceSettings
from intake.working.heartbeats import WORKER_KINDS, counted

_ROLES: Final[Mapping[str, str]] = {
    "reviewer": "审核",
    "senior": "复核、统计",
    "clerk": "窗口受理",
    "hospital": "医院报送",
    "auditor": "审计、统计",
    "administrator": "管理、统计",
}


class Welcome:
    """Watches the service come up: says where to look when the door answers, and when work can be done."""

    def __init__(self, settings: ServiceSettings, logins: Sequence[LogIn]) -> None:
        self._settings = settings
        self._logins = logins
        self._broker = Redis.from_url(settings.broker, socket_connect_timeout=1, socket_timeout=1)
        self._open = self._ready = False

    def tick(self) -> bool:
        """Look once; says each thing once. Whether the door answers."""
        if not self._open and self._answers():
            self._open = True
            self._say_where()
        if self._open and not self._ready and self._workers():
            self._ready = True
            results().print("识别进程已就绪。")
        return self._open

    def _answers(self) -> bool:
        try:
            with socket.create_connection((_local(self._settings.host), self._settings.port), timeout=0.2):
                return True
        except OSError:
            return False

    def _workers(self) -> bool:
        try:
            alive = counted(self._broker)
        except RedisError:
            return False
        return any(alive.get(kind) for kind in WORKER_KINDS)

    def _say_where(self) -> None:
        settings = self._settings
        host = _local(settings.host)
        base = (
            settings.public_url or f"http://{f'[{host}]' if ':' in host else host}:{settings.port}"
        ).rstrip("/")
        console = results()
        console.print(f"门审已启动：{base}", style="bold green", soft_wrap=True)
        for name, place in (
            ("审核页面", f"{base}/console"),
            ("接口文档", f"{base}/docs"),
            ("运行状态", f"{base}/readyz"),
            ("数据目录", plain(str(settings.home))),
        ):
            console.print(f"  {name}  {place}", soft_wrap=True)
        if self._logins:
            console.print("演示账号（密码每次启动时更换，勿用于正式业务）：")
        for one in self._logins:
            told = f"  {one.login}  {one.password}  {_ROLES[one.role]}"
            console.print(plain(told), soft_wrap=True)
        console.print("识别进程正在加载模型，此时已可接收材料。按 Ctrl-C 停止。")


def _local(host: str) -> str:
    """An address to call for what listens on every address."""
    return {"0.0.0.0": "127.0.0.1", "::": "::1", "": "127.0.0.1"}.get(host, host)  # noqa: S104 - compared, not bound
