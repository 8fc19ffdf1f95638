"""``menshen``: the command line. Exit statuses are those of the contract, named in ``api.exits``."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Sequence
from typing import Annotated

import typer
from typer import rich_utils

from api.commands import (
    audit,
    backup,
    check,
    demo,
    doctor,
    erase,
    keys,
    migrate,
    openapi,
    people,
    policy,
    read,
    registers,
    registrations,
    reminders,
    separators,
    submit,
    up,
)
from api.exits import DONE, INTERRUPTED, USAGE
from api.terminal import messages

rich_utils.ARGUMENTS_PANEL_TITLE = "参数"
rich_utils.OPTIONS_PANEL_TITLE = "选项"
rich_utils.COMMANDS_PANEL_TITLE = "命令"
rich_utils.DEFAULT_STRING = "[默认：{}]"
rich_utils.REQUIRED_LONG_STRING = "[必填]"

_USAGE_WORDS = {
    "MissingParameter": "缺少",
    "NoSuchOption": "没有这个选项",
    "NoSuchCommand": "没有这个命令",
    "BadOptionUsage": "选项用法有误",
    "BadParameter": "取值有误",
}
"""By the name of Typer's error class, for the classes themselves are not public."""

app = typer.Typer(
    name="menshen",
    add_completion=False,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    options_metavar="[选项]",
    subcommand_metavar="命令 …",
    context_settings={"help_option_names": ["--help", "-h"]},
)
app.command("up")(up.up)
app.command("migrate")(migrate.migrate)
app.command("demo")(demo.demo)
app.command("read")(read.read)
app.command("check")(check.check)
app.add_typer(policy.app, name="policy")
app.add_typer(keys.app, name="keys")
app.add_typer(people.app, name="people")
app.command("submit")(submit.submit)
app.command("separators")(separators.separators)
app.command("backup")(backup.backup)
app.command("restore")(backup.restore)
app.add_typer(audit.app, name="audit")
app.command("registrations")(registrations.registrations)
app.command("erase")(erase.erase)
app.add_typer(registers.app, name="registers")
app.command("reminders")(reminders.reminders)
app.command("doctor")(doctor.doctor)
app.command("openapi")(openapi.openapi)


@app.callback(invoke_without_command=True)
def menshen(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="显示版本号。")] = False,
) -> None:
    """门审：读取并核对门诊慢特病申请材料，每项结论都指明所依据的材料位置。

    示例：

    menshen demo                               运行随附样例

    menshen read 申请表.jpg 病历.pdf           读取文件

    menshen check 案件文件夹 --report 报告     核对一个案件并生成网页报告
    """
    if version:
        from importlib.metadata import version as installed

        typer.echo(f"menshen {installed('menshen')}")
    elif context.invoked_subcommand is None:
        typer.echo(context.get_help())


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit status."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:  # a locale without Chinese must not end in a traceback
            reconfigure(errors="replace")
    try:
        status = app(None if arguments is None else list(arguments), standalone_mode=False)
    except typer.TyperException as error:
        messages().print(_usage_words(error), style="red")
        messages().print("用 --help 查看用法。")
        return USAGE
    except (typer.Abort, KeyboardInterrupt):
        status = INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # quiet the flush at exit
        return DONE
    if status == INTERRUPTED:
        messages().print("已中断。")
    return int(status or DONE)


def _usage_words(error: typer.TyperException) -> str:
    """What is wrong with a command line; what Typer puts in quotation marks is the part that is wrong."""
    words = _USAGE_WORDS.get(type(error).__name__, "命令写法有误")
    part = getattr(error, "option_name", None) or getattr(error, "param_hint", None)
    if part is None:
        quoted = re.search(r"'([^']+)'", error.format_message())
        part = quoted[1] if quoted else error.format_message()
    detail = f"（{error.message}）" if not error.message.isascii() else ""
    from api.words import plain

    return plain(f"{words}：{part}{detail}")
