"""``menshen backup`` and ``menshen restore``."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

if TYPE_CHECKING:
    from intake.safekeeping.backup import Told

_Folder = Annotated[Path, typer.Argument(metavar="文件夹", show_default=False)]


def backup(
    folder: _Folder,
    with_master_key: Annotated[
        bool, typer.Option("--with-master-key", help="把主密钥也放进备份；得到备份的人就能解密。")
    ] = False,
) -> None:
    """备份数据库与全部文件，服务不必停止。内容仍是加密的，恢复时需要主密钥。

    有文件缺失时照样备份其余，并以退出码 3 结束。

    示例：

    menshen backup /mnt/backup/2025-11-20
    """
    from api.commands.serving import serving
    from api.exits import REFUSED
    from api.terminal import messages
    from intake.safekeeping.backup import backup as back_up

    with serving() as service, _troubles(), _bar("备份文件") as told:
        manifest = back_up(service, folder.expanduser(), with_master_key=with_master_key, told=told)
    size = manifest.bytes / 1024 / 1024
    console = messages()
    console.print(f"已备份数据库与 {manifest.objects} 个文件（{size:.0f} MB）。", style="green")
    if manifest.lost:
        console.print(f"有 {len(manifest.lost)} 个文件在存储中缺失或已损坏：", style="bold red")
        for lost in manifest.lost:
            console.print(f"  {lost}")
        raise typer.Exit(REFUSED)
    if not with_master_key:
        console.print("备份里没有主密钥，请另行妥善保管；没有它，备份无法恢复。", style="yellow")


def restore(folder: _Folder) -> None:
    """把备份恢复到空的主目录（或空的数据库与存储），并逐个核对文件。

    示例：

    MENSHEN_HOME=/srv/menshen menshen restore /mnt/backup/2025-11-20
    """
    from api.terminal import messages
    from api.trouble import told as settings_told
    from intake.safekeeping.backup import restore as put_back
    from intake.service_settings import load_service_settings

    with settings_told(), _troubles(), _bar("恢复文件") as told:
        manifest = put_back(load_service_settings(), folder.expanduser(), told=told)
    words = f"已恢复 {manifest.made_at} 的备份：数据库与 {manifest.objects} 个文件，均已核对。"
    messages().print(words, style="green")
    if manifest.lost:
        messages().print(f"其中 {len(manifest.lost)} 个文件在备份时已缺失。", style="yellow")


@contextmanager
def _bar(words: str) -> Iterator[Told]:
    from rich.progress import Progress as Bar

    from api.terminal import messages
    from intake.safekeeping.backup import Progress

    with Bar(console=messages(), transient=True) as bar:
        task = bar.add_task(words, total=None)

        def told(progress: Progress) -> None:
            bar.update(task, completed=progress.done, total=progress.total)

        yield told


@contextmanager
def _troubles() -> Iterator[None]:
    from api.exits import REFUSED
    from api.trouble import tell
    from intake.faults import Fault
    from intake.safekeeping.database_copy import BackupRefused
    from intake.safekeeping.vault import VaultError

    def end(title: str, fault: Fault, error: Exception) -> NoReturn:
        tell(title, (fault,))
        raise typer.Exit(REFUSED) from error

    try:
        yield
    except BackupRefused as refused:
        end("不能备份或恢复", refused.fault, refused)
    except VaultError as error:
        end(
            "存储不可用",
            Fault("BACKUP-010", "vault_url", "文件存储读写不了", "请核对地址与网络后再试。"),
            error,
        )
    except OSError as error:
        fault = Fault(
            "BACKUP-011", str(error.filename or ""), "文件夹读写不了", "请核对权限与磁盘余量后再试。"
        )
        end("不能备份或恢复", fault, error)
