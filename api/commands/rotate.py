"""``menshen keys rotate``: seal everything under a new key while the service works."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from intake.service import Service


def rotate(
    master: Annotated[bool, typer.Option("--master", help="更换主密钥，而不是数据密钥。")] = False,
) -> None:
    """轮换加密密钥，服务不必停止；中途停下，再运行一次即可接着做。

    数据密钥：生成新密钥，把全部加密内容逐批换到新密钥下，旧密钥不再有内容时停用。

    主密钥（--master）：主密钥在主目录文件里时自动更换；由 MENSHEN_MASTER_KEY 给出时，
    先设为“新密钥,旧密钥”并重启各进程，再运行本命令，最后去掉旧密钥。

    示例：

    menshen keys rotate

    menshen keys rotate --master
    """
    from api.commands.serving import SYSTEM, serving
    from api.terminal import messages
    from api.trouble import told
    from intake.safekeeping.master_keys import MasterKeys
    from intake.safekeeping.rotation import change_master

    console = messages()
    with serving() as service, told():
        if not master:
            _rotate_data_keys(service)
            return
        given = service.settings.master_key
        masters = MasterKeys(given.get_secret_value() if given else None, service.settings.home)
        count = change_master(service.database, service.sealer, masters, SYSTEM.id)
    console.print(f"主密钥已更换，{count} 把数据密钥已换到新主密钥下。", style="green")
    if masters.file is None:
        console.print("请把 MENSHEN_MASTER_KEY 改为只留新密钥。", style="yellow")
    else:
        console.print(f"新主密钥在 {masters.file}，请另行备份。", style="yellow", soft_wrap=True)


def _rotate_data_keys(service: Service) -> None:
    from rich.progress import Progress as Bar
    from rich.progress import SpinnerColumn, TextColumn

    from api.commands.serving import SYSTEM
    from api.exits import REFUSED
    from api.terminal import messages
    from intake.safekeeping.rotation import Progress, rotate

    console = messages()
    with Bar(SpinnerColumn(), TextColumn("{task.description}"), console=console, transient=True) as bar:
        task = bar.add_task("正在轮换 …")

        def told(progress: Progress) -> None:
            words = f"第 {progress.number} 遍：{progress.column} 已换 {progress.resealed} 项"
            bar.update(task, description=words)

        rotated = rotate(service.database, service.sealer, SYSTEM.id, told=told)
    begun = "接着上次未完成的轮换：" if rotated.resumed else ""
    console.print(
        f"{begun}换新 {rotated.resealed} 项，停用旧密钥 {rotated.retired} 把，销毁 {rotated.destroyed} 把。",
        style="green",
    )
    if rotated.broken:
        console.print(
            f"有 {rotated.broken} 项打不开，仍留在旧密钥下。请用 menshen audit verify 核对，并从备份恢复。",
            style="red",
        )
        raise typer.Exit(REFUSED)
