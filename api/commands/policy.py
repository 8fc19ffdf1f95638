"""``menshen policy``: the policy packs."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
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
    from api.words import plain
    from validators.pack import load_packs
    from validators.render import render

    packs = [pack for pack in load_packs() if pack.policy.id == identity]
    if not packs:
        known = "、".join(dict.fromkeys(pack.policy.id for pack in load_packs()))
        messages().print(f"没有名为“{plain(identity)}”的政策。可用的政策：{known}。", style="red")
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
    from api.words import plain

    console = results()
    paths = list(dict.fromkeys(_paths(wanted or [])))
    findings = list(_findings(paths))
    for line in findings:
        console.print(plain(line), soft_wrap=True)
    if findings:
        console.print(f"发现 {len(findings)} 处问题。", style="bold red")
        raise typer.Exit(POLICY_FAULT)
    console.print(f"{len(paths)} 个政策包没有发现问题。", style="green")


def _paths(wanted: list[str]) -> list[Path]:
    """The files of the packs asked for, by id or by path; all shipped ones where none is named."""
    from validators.pack import PACKS

    if not wanted:
        return sorted(PACKS.glob("**/pack.yaml"))
    paths = []
    for name in wanted:
        path = Path(name) / "pack.yaml" if os.path.isdir(name) else Path(name)
        shipped = PACKS / name / "pack.yaml"
        found = next((one for one in (path, shipped) if os.path.isfile(one)), None)
        if found is None:
            raise typer.BadParameter(f"没有这个政策包：{name}", param_hint=name)
        paths.append(found)
    return paths


def _findings(paths: Sequence[Path]) -> Iterator[str]:
    """What is wrong with each pack, and then with those that could be loaded, side by side."""
    from validators.lint import lint, lint_together
    from validators.pack import load_pack
    from validators.policy_errors import PackBroken

    packs = []
    for path in paths:
        try:
            pack = load_pack(path)
        except PackBroken as broken:
            yield from (f"{path.parent.name}：{fault}（{broken.code}）" for fault in broken.faults)
            continue
        packs.append(pack)
        for finding in lint(pack):
            yield f"{path.parent.name}：{finding.where}：{finding.message}{finding.remedy}（{finding.code}）"
    for finding in lint_together(packs):
        yield f"{finding.where}：{finding.message}{finding.remedy}（{finding.code}）"
