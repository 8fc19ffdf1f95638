"""``menshen up``: the whole service with one command, or one part of it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.exits import MISSING_PARTS, USAGE

if TYPE_CHECKING:
    from api.welcome import Welcome
    from intake.operating.supervisor import Program
    from intake.service_settings import ServiceSettings

_PARTS_MISSING = frozenset({"UP-004"})
STOP_SECONDS = 8.0
"""How long work in hand may go on after a stop was asked for; the rest is done at the next start."""


class Part(StrEnum):
    """What ``--only`` runs."""

    API = "api"
    WORKERS = "workers"
    SWEEPER = "sweeper"


class Workers(StrEnum):
    """Groups of workers."""

    PRECHECK = "precheck"
    CASES = "cases"
    BULK = "bulk"


def up(
    only: Annotated[
        Part | None, typer.Option(help="只运行一个部分：api、workers 或 sweeper（用于分开部署）。")
    ] = None,
    group: Annotated[
        list[Workers] | None,
        typer.Option(help="只运行这些工作组：precheck、cases、bulk；与 --only workers 同用，可重复。"),
    ] = None,
    after: Annotated[Path | None, typer.Option(hidden=True)] = None,
) -> None:
    """启动接口、审核台与识别进程；按 Ctrl-C 停止。

    不填设置时只用本机：数据在主目录中，消息服务由本命令启动并随之停止。

    示例：

    menshen up

    menshen up --only workers --group cases
    """
    from api.trouble import tell, told
    from intake.operating.starting import StartRefused
    from intake.service_settings import load_service_settings

    if group and only is not Part.WORKERS:
        raise typer.BadParameter("--group 只与 --only workers 同用")
    groups = [one.value for one in group or Workers]
    with told():
        settings = load_service_settings()
        try:
            status = everything(settings) if only is None else _part(settings, only, groups, after)
        except StartRefused as refused:
            tell("不能启动", (refused.fault,))
            raise typer.Exit(MISSING_PARTS if refused.fault.code in _PARTS_MISSING else USAGE) from refused
    raise typer.Exit(status)


def everything(settings: ServiceSettings, further: Sequence[Program] = ()) -> int:
    """Run the whole service until it is stopped, and ``further`` programs once the door is open.

    Raises ``StartRefused``.
    """
    from intake.operating.broker import server_command
    from intake.operating.starting import free_port, only_one
    from intake.operating.supervisor import Program, Supervisor

    with only_one(settings.home):
        free_port(settings)
        broker = () if settings.broker_url else (Program("broker", server_command(settings), last=True),)
        start = _Start(settings)
        programs = (
            *broker,
            _program("api", "--after", str(start.prepared)),
            *_worker_programs(settings, list(Workers)),
            _program("sweeper", late=True),
            *further,
        )
        return Supervisor(programs, stop_seconds=STOP_SECONDS).run(start.begin, start.tick)


class _Start:
    """What is done while the API's process imports what it needs, which takes as long."""

    def __init__(self, settings: ServiceSettings) -> None:
        self._settings = settings
        self._welcome: Welcome | None = None
        self.prepared = settings.home / "run" / "prepared"
        self.prepared.unlink(missing_ok=True)

    def begin(self) -> None:
        from api.welcome import Welcome
        from intake.operating.logs import configure
        from intake.operating.preparing import prepare

        configure()
        self._welcome = Welcome(self._settings, prepare(self._settings))
        self.prepared.touch()

    def tick(self) -> bool:
        return self._welcome is not None and self._welcome.tick()


def _part(settings: ServiceSettings, only: Part, groups: Sequence[str], after: Path | None) -> int:
    if only is Part.API:
        from api.server import serve

        return serve(settings, after=after)
    if only is Part.SWEEPER:
        from intake.working.duties import sweep

        return sweep(settings)
    if len(groups) == 1:
        from intake.working.groups import GROUPS
        from intake.working.worker import run

        return run(settings, GROUPS[groups[0]])
    from intake.operating.logs import configure
    from intake.operating.supervisor import Supervisor

    configure()
    return Supervisor(_worker_programs(settings, groups), stop_seconds=STOP_SECONDS).run()


def _worker_programs(settings: ServiceSettings, groups: Sequence[str]) -> tuple[Program, ...]:
    from intake.working.groups import size

    wanted = [group for group in groups if size(settings, group)]
    return tuple(_program("workers", "--group", group, late=True) for group in wanted)


def _program(part: str, *arguments: str, late: bool = False) -> Program:
    from intake.operating.supervisor import Program

    # -P: a folder "api" where the command is given must not be taken for this one
    command = (sys.executable, "-P", "-m", "api", "up", "--only", part, *arguments)
    name = f"{part}.{arguments[-1]}" if part == Part.WORKERS else part
    return Program(name, command, late=late)
