"""``menshen keys``: the keys of portals, hospitals and auditors; and ``rotate``, of the keys that seal."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Annotated

import typer

from api.commands import rotate
from intake.actors import CLIENT_ROLES, Role

app = typer.Typer(options_metavar="[选项]", subcommand_metavar="命令 …", pretty_exceptions_enable=False)
app.command("rotate")(rotate.rotate)


@app.callback(invoke_without_command=True)
def keys(context: typer.Context) -> None:
    """密钥：为门户、医院、审计单位发放与停用，轮换加密密钥。

    示例：

    menshen keys create 湘医保 --role portal --region 430500

    menshen keys list

    menshen keys revoke k3v9x2mq
    """
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


@app.command("create")
def create(
    name: Annotated[str, typer.Argument(metavar="名称", help="单位名称。", show_default=False)],
    role: Annotated[
        str, typer.Option("--role", metavar="角色", help="portal 门户，hospital 医院，auditor 审计。")
    ] = Role.PORTAL.value,
    region: Annotated[
        list[str] | None,
        typer.Option(
            "--region", metavar="编码", help="可办理的地区，可写多次；不写为不限。", show_default=False
        ),
    ] = None,
    hospital: Annotated[
        str | None, typer.Option("--hospital", metavar="全称", help="医院全称。", show_default=False)
    ] = None,
    days: Annotated[
        int | None,
        typer.Option(
            "--days", metavar="天数", help="多少天后到期；不写为不过期。", show_default=False, min=1
        ),
    ] = None,
) -> None:
    """发放密钥；密钥只显示这一次，标准输出中只有密钥一行。

    示例：

    menshen keys create 湘医保 --role portal --region 430500

    menshen keys create 大祥区人民医院 --role hospital --region 430500 --days 365
    """
    from api.commands.serving import SYSTEM, fail, serving
    from api.terminal import messages
    from intake.doorkeeping import clients

    if role not in CLIENT_ROLES:
        fail(f"角色只能是 {'、'.join(sorted(CLIENT_ROLES))} 之一。")
    request = clients.KeyRequest(
        name=name.strip(),
        role=Role(role),
        regions=tuple(region or ()),
        hospital=hospital,
        expires_at=datetime.now(UTC) + timedelta(days=days) if days else None,
    )
    with serving() as service:
        made = clients.create_key(service, SYSTEM, request)
    typer.echo(made.key)
    messages().print("请妥善保存：密钥只显示这一次，本系统只保留其摘要。", style="yellow")


@app.command("list")
def list_keys() -> None:
    """列出全部密钥的情况，不含密钥本身。

    示例：

    menshen keys list
    """
    from rich import box
    from rich.table import Table

    from api.commands.serving import SYSTEM, serving
    from api.terminal import results
    from api.words import plain
    from intake.doorkeeping import clients

    table = Table(box=box.SIMPLE_HEAD)
    for head in ("编号", "单位", "角色", "地区", "状态", "最近使用"):
        table.add_column(head, overflow="fold")
    with serving() as service:
        for key in clients.list_keys(service, SYSTEM):
            client = key.client
            state = "已停用" if key.revoked_at or client.disabled_at else "有效"
            if key.expires_at and key.expires_at <= datetime.now(UTC):
                state = "已过期"
            used = f"{key.used_at.astimezone():%Y-%m-%d %H:%M}" if key.used_at else "未使用"
            regions = "、".join(client.regions) or "不限"
            table.add_row(key.prefix, plain(client.name), client.role.value, regions, state, used)
    results().print(table)


@app.command("revoke")
def revoke(
    key: Annotated[str, typer.Argument(metavar="编号", help="keys list 列出的编号。", show_default=False)],
) -> None:
    """立即停用一个密钥，不能恢复。

    示例：

    menshen keys revoke k3v9x2mq
    """
    from api.commands.serving import SYSTEM, serving
    from api.terminal import messages
    from api.words import plain
    from intake.doorkeeping import clients

    with serving() as service:
        revoked = clients.revoke_key(service, SYSTEM, key)
    messages().print(f"已停用 {revoked.prefix}（{plain(revoked.client.name)}）。", style="green")
