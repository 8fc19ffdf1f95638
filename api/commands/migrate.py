"""``menshen migrate``: bring the database to this version."""

from __future__ import annotations


def migrate() -> None:
    """把数据库升级到当前版本；可以重复运行，几个进程同时运行也无妨。

    menshen up 会自动升级；分开部署时，请在启动各进程前先运行一次。

    示例：

    menshen migrate
    """
    from api.commands.serving import serving
    from api.terminal import messages

    with serving():
        messages().print("数据库已是当前版本。", style="green")
