"""``menshen policy``: the policy packs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from api.exits import POLICY_FAULT, REFUSED

app = typer.Typer(options_metavar="[选项]", subcommand_metavar="命令 …", pretty_exceptions_enable=False)


@app.callback(invoke_without_command=True)
def policy(context: typer.Context) -> None:
    """政策包：列出、查看、检查。

    示例：

    menshen policy list

    menshen policy show yichun-renewal

    menshen policy lint
    """
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


@app.command("list")
def list_packs() -> None:
    """列出全部政策包：编号、名称、施行期。

    示例：

    menshen policy list
    """
    from rich import box
    from rich.table import Table

    from api.console import results
    from validators.pack import load_packs

    table = Table(box=box.SIMPLE_HEAD)
    table.add_column("编号", no_wrap=True)
    table.add_column("名称", overflow="fold")
    table.add_column("施行期", no_wrap=True)
    for pack in load_packs():
        policy, until = pack.policy, pack.policy.effective_to
        table.add_row(policy.id, policy.title, f"{policy.effective_from} 至 {until or '今'}")
    results().print(table)


@app.command("show")
def show(
    identity: Annotated[str, typer.Argument(metavar="编号", help="如 yichun-renewal。", show_default=False)],
) -> None:
    """查看一个政策包：每个取值、给人看的说法、来源与可信级别。

    示例：

    menshen policy show yichun-renewal
    """
    from api.console import messages, results
    from validators.pack import load_packs
    from validators.render import render

    packs = [pack for pack in load_packs() if pack.policy.id == identity]
    if not packs:
        known = "、".join(dict.fromkeys(pack.policy.id for pack in load_packs()))
        messages().print(f"没有名为“{identity}”的政策。可用的政策：{known}。", style="red")
        raise typer.Exit(REFUSED)
    for pack in packs:
        results().print(render(pack), soft_wrap=True)


@app.command("lint")
def lint_packs(
    wanted: Annotated[
        list[str] | None,
        typer.Argument(metavar="编号或文件…", help="不写则检查全部政策包。", show_default=False),
    ] = None,
) -> None:
    """检查政策包：名称、日期、来源是否齐全无误。

    发现问题时退出码为 5。

    示例：

    menshen policy lint

    menshen policy lint 我的政策/pack.yaml
    """
    from api.console import results

    console = results()
    count = 0
    paths = _paths(wanted or [])
    for path in paths:
        for line in _findings(path):
            console.print(line, soft_wrap=True)
            count += 1
    if count:
        console.print(f"发现 {count} 处问题。", style="bold red")
        raise typer.Exit(POLICY_FAULT)
    console.print(f"{len(paths)} 个政策包没有发现问题。", style="green")


def _paths(wanted: list[str]) -> list[Path]:
    """The files of the packs asked for, by id or by path; all shipped ones where none is named."""
    from validators.pack import PACKS

    if not wanted:
        return sorted(PACKS.glob("**/pack.yaml"))
    paths = []
    for name in wanted:
        path = Path(name) / "pack.yaml" if Path(name).is_dir() else Path(name)
        shipped = PACKS / name / "pack.yaml"
        found = next((one for one in (path, shipped) if one.is_file()), None)
        if found is None:
            raise typer.BadParameter(f"没有这个政策包：{name}", param_hint=name)
        paths.append(found)
    return paths


def _findings(path: Path) -> Iterator[str]:
    from validators.lint import lint
    from validators.pack import load_pack
    from validators.policy_errors import PackBroken

    try:
        pack = load_pack(path)
    except PackBroken as broken:
        yield from (f"{path.parent.name}：{fault}（{broken.code}）" for fault in broken.faults)
        return
    for finding in lint(pack):
        yield f"{path.parent.name}：{finding.where}：{finding.message}{finding.remedy}（{finding.code}）"
