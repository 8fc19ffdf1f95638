"""``menshen policy list``, ``show``, ``diff``: what packs say, for people and programs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from api.commands.policy.finding import one_pack, packs_named, refuse

if TYPE_CHECKING:
    from validators.pack import Pack

Json = Annotated[bool, typer.Option("--json", help="以 JSON 输出。")]


def list_packs(as_json: Json = False) -> None:
    """列出全部政策包：编号、名称、施行期。

    示例：

    menshen policy list
    """
    from rich import box
    from rich.table import Table

    from api.terminal import results
    from validators.pack import load_packs
    from validators.policy_errors import PolicyError

    try:
        packs = load_packs()
    except PolicyError as error:
        refuse(error)
    if as_json:
        _write({"schema": "menshen.policy-list/1", "policies": [_head(pack) for pack in packs]})
        return
    table = Table(box=box.SIMPLE_HEAD)
    table.add_column("编号", no_wrap=True)
    table.add_column("名称", overflow="fold")
    table.add_column("施行期", no_wrap=True)
    for pack in packs:
        policy, until = pack.policy, pack.policy.effective_to
        own = "" if pack.shipped else "（自备）"
        table.add_row(policy.id, policy.title + own, f"{policy.effective_from} 至 {until or '今'}")
    results().print(table)


def show(
    identity: Annotated[
        str,
        typer.Argument(
            metavar="编号",
            help="如 yichun-renewal、yichun-renewal@2025-01-01，或文件夹。",
            show_default=False,
        ),
    ],
    form: Annotated[
        Literal["md", "html"], typer.Option("--format", help="md（Markdown）或 html（可打印签字）。")
    ] = "md",
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="文件", help="写到文件；不写则显示。")
    ] = None,
    as_json: Json = False,
) -> None:
    """查看一个政策包：每个取值、给人看的说法、来源、时间、可信级别，由谁采用。

    示例：

    menshen policy show yichun-renewal

    menshen policy show yichun-renewal --format html -o 宜春续期.html
    """
    from api.terminal import messages, results
    from api.words import plain
    from validators.render import render, shown_values
    from validators.render_html import render_html

    packs = packs_named(identity)
    if as_json:
        from dataclasses import asdict

        told = [_head(pack) | {"values": [asdict(value) for value in shown_values(pack)]} for pack in packs]
        _write({"schema": "menshen.policy/1", "policies": told})
        return
    pages = [render_html(pack) if form == "html" else render(pack) for pack in packs]
    if output is None:
        for page in pages:
            results().print(page, soft_wrap=True)
        return
    try:
        output.write_text("\n".join(pages if form == "md" else pages[-1:]), encoding="utf-8")
    except OSError as error:
        raise typer.BadParameter(f"写不了 {output}（{error.strerror}）", param_hint="--output") from error
    messages().print(plain(f"已写入 {output}。"), soft_wrap=True)


def diff(
    old: Annotated[str, typer.Argument(metavar="旧", help="编号、编号@版本或文件夹。", show_default=False)],
    new: Annotated[str, typer.Argument(metavar="新", help="编号、编号@版本或文件夹。", show_default=False)],
    as_json: Json = False,
) -> None:
    """用文字说明两个政策包有何不同。

    示例：

    menshen policy diff yichun-renewal@2025-01-01 yichun-renewal@2026-01-01

    menshen policy diff shaoyang-application 我的政策/shaoyang-application
    """
    from api.terminal import results
    from api.words import plain
    from validators.pack_diff import differences

    before, after = one_pack(old), one_pack(new)
    found = differences(before, after)
    if as_json:
        changes = [{"change": d.change, "where": d.where, "words": d.words} for d in found]
        told = {"schema": "menshen.policy-diff/1", "old": _head(before), "new": _head(after)}
        _write(told | {"changes": changes})
        return
    console = results()
    for difference in found:
        console.print(plain(difference.words + "。"), soft_wrap=True)
    console.print(f"共 {len(found)} 处不同。" if found else "两个政策包的规定相同。")


def schema(
    of: Annotated[
        Literal["pack", "example", "standards"],
        typer.Argument(metavar="[pack|example|standards]", help="哪一种文件：政策包、案例、认定标准。"),
    ] = "pack",
) -> None:
    """显示 pack.yaml（或案例、认定标准）的 JSON Schema，供编辑器补全和核对。

    示例：

    menshen policy schema > pack.schema.json
    """
    from api.terminal import write_bytes
    from validators.pack_schema import SCHEMAS, schema_text

    write_bytes(schema_text(SCHEMAS[of].make()).encode())


def _head(pack: Pack) -> dict[str, Any]:
    policy = pack.policy
    until = policy.effective_to.isoformat() if policy.effective_to else None
    return {
        "id": policy.id,
        "version": pack.ref.version,
        "title": policy.title,
        "region": policy.region.code,
        "business": policy.business,
        "effective_from": policy.effective_from.isoformat(),
        "effective_to": until,
        "shipped": pack.shipped,
        "sha256": pack.sha256,
    }


def _write(document: dict[str, Any]) -> None:
    from api.json_output import encoded
    from api.terminal import write_bytes

    write_bytes(encoded(document))
