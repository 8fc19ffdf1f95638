"""``menshen people``: who may sign in to the console."""

from __future__ import annotations

from typing import Annotated

import typer

from intake.actors import PERSON_ROLES, Role

app = typer.Typer(options_metavar="[选项]", subcommand_metavar="命令 …", pretty_exceptions_enable=False)
_Login = Annotated[str, typer.Argument(metavar="账号", help="登录账号。", show_default=False)]


@app.callback(invoke_without_command=True)
def people(context: typer.Context) -> None:
    """人员：新增、停用、重置可以登录工作台的账号。

    示例：

    menshen people add zhang.min --name 张敏 --role reviewer --region 430500

    menshen people list
    """
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


@app.command("add")
def add(
    login: _Login,
    name: Annotated[str, typer.Option("--name", metavar="姓名", help="姓名。", show_default=False)],
    role: Annotated[
        str,
        typer.Option(
            "--role",
            metavar="角色",
            help="reviewer 审核，senior 复核，clerk 窗口，hospital 医院，administrator 管理，auditor 审计。",
            show_default=False,
        ),
    ],
    region: Annotated[
        list[str] | None,
        typer.Option("--region", metavar="编码", help="所辖地区，可写多次；不写为不限。", show_default=False),
    ] = None,
    hospital: Annotated[
        str | None,
        typer.Option(
            "--hospital", metavar="单位", help="医院人员所属的单位，即发放密钥时的名称。", show_default=False
        ),
    ] = None,
    sso: Annotated[bool, typer.Option("--sso", help="不设密码，只经统一身份登录。")] = False,
) -> None:
    """新增人员；初始密码由系统生成，只显示这一次，标准输出中只有密码一行。

    示例：

    menshen people add zhang.min --name 张敏 --role reviewer --region 430500
    """
    from api.commands.serving import SYSTEM, fail, serving
    from api.terminal import messages
    from intake.doorkeeping import clients, people

    if role not in PERSON_ROLES:
        fail(f"角色只能是 {'、'.join(sorted(PERSON_ROLES))} 之一。")
    password = None if sso else people.generated_password()
    with serving() as service:
        request = people.PersonRequest(
            login=login,
            name=name,
            role=Role(role),
            regions=tuple(region or ()),
            client_id=clients.by_name(service, hospital) if hospital else None,
            password=password,
            once=True,
        )
        people.add(service, SYSTEM, request)
    if password:
        typer.echo(password)
        messages().print("请转告本人；首次登录时须换成自己的密码。", style="yellow")


@app.command("list")
def list_people() -> None:
    """列出全部人员。

    示例：

    menshen people list
    """
    from rich import box
    from rich.table import Table

    from api.commands.serving import SYSTEM, serving
    from api.terminal import results
    from api.words import plain
    from intake.doorkeeping import people

    table = Table(box=box.SIMPLE_HEAD)
    for head in ("账号", "姓名", "角色", "地区", "状态", "动态口令"):
        table.add_column(head, overflow="fold")
    with serving() as service:
        for one in people.list_people(service, SYSTEM):
            state = "已停用" if one.disabled_at else "已锁定" if one.locked_until else "有效"
            regions = "、".join(one.regions) or "不限"
            factor = "已绑定" if one.second_factor else "未绑定"
            table.add_row(one.login, plain(one.name), one.role.value, regions, state, factor)
    results().print(table)


@app.command("disable")
def disable(login: _Login) -> None:
    """停用人员，其会话立即结束。

    示例：

    menshen people disable zhang.min
    """
    _switch(login, enabled=False)


@app.command("enable")
def enable(login: _Login) -> None:
    """恢复已停用的人员。

    示例：

    menshen people enable zhang.min
    """
    _switch(login, enabled=True)


@app.command("reset")
def reset(login: _Login) -> None:
    """换发密码（只显示这一次），解除锁定与动态口令。

    示例：

    menshen people reset zhang.min
    """
    from api.commands.serving import SYSTEM, serving
    from intake.doorkeeping import people

    with serving() as service:
        password = people.reset(service, SYSTEM, people.by_login(service, login))
    typer.echo(password)


def _switch(login: str, *, enabled: bool) -> None:
    from api.commands.serving import SYSTEM, serving
    from api.terminal import messages
    from intake.doorkeeping import people

    with serving() as service:
        person_id = people.by_login(service, login)
        people.change(service, SYSTEM, person_id, people.PersonChange(enabled=enabled))
    messages().print(f"已{'恢复' if enabled else '停用'} {login}。", style="green")
