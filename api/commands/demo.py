"""``menshen demo``: the shipped sample cases through the whole pipeline."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.exits import MISSING_PARTS, USAGE

if TYPE_CHECKING:
    from rich.table import Table

    from validators.verdict import Verdict

SAMPLE_CASES = Path(__file__).resolve().parents[2] / "samples" / "cases"
SHOWN = 8
READY = "ready_for_review"


def demo(
    every: Annotated[bool, typer.Option("--all", help="运行全部样例，而不只是其中几个。")] = False,
    report: Annotated[
        Path | None, typer.Option(metavar="文件夹", help="为每个案件写一个可离线查看的网页报告。")
    ] = None,
    serve: Annotated[
        bool, typer.Option("--serve", help="启动一个装有样例案件的审核台，按 Ctrl-C 停止。")
    ] = False,
    home: Annotated[
        Path | None,
        typer.Option(metavar="文件夹", help="与 --serve 同用：保留演示数据的新文件夹；不填则停止后删除。"),
    ] = None,
    most: Annotated[int | None, typer.Option(min=1, hidden=True)] = None,
) -> None:
    """运行随附的样例案件，逐案给出结论；或装进审核台。

    样例中的人物、医院与材料均为虚构。

    示例：

    menshen demo

    menshen demo --serve

    menshen demo --all --report 报告
    """
    from api.commands.check import check_folders
    from api.terminal import messages, results
    from api.trouble import told
    from api.words import plain

    if serve and (every or report):
        raise typer.BadParameter("--serve 不与 --all、--report 同用")
    if home and not serve:
        raise typer.BadParameter("--home 只与 --serve 同用")
    folders = sorted(path.parent for path in SAMPLE_CASES.glob("*/case.yaml"))
    if not folders:
        messages().print(f"找不到样例：{SAMPLE_CASES}。请在完整的源代码目录中运行 make demo。", style="red")
        raise typer.Exit(MISSING_PARTS)
    if serve:
        raise typer.Exit(_serve(home, most))
    expected = {folder.name: _expected_routes(folder) for folder in folders}
    if not every:
        folders = chosen(folders, expected)
    with told():
        checked = check_folders(folders, policy=None, on=None, report=report)
    results().print(_summary(checked.verdicts, expected))
    if report:
        results().print(f"网页报告在 {plain(str(report.resolve()))}，用浏览器打开即可。", soft_wrap=True)
    elif not every:
        results().print("menshen demo --all 运行全部样例；--report 文件夹 另写网页报告。", soft_wrap=True)


def _serve(home: Path | None, most: int | None) -> int:
    from api.commands import demo_serve
    from api.terminal import results
    from api.trouble import tell, told
    from intake.operating.starting import StartRefused

    results().print("正在启动演示：随附的样例案件会逐个读完，出现在审核队列中。", soft_wrap=True)
    with told():
        try:
            return demo_serve.serve(SAMPLE_CASES, home, most)
        except StartRefused as refused:
            tell("不能启动演示", (refused.fault,))
            return USAGE


def chosen(folders: Sequence[Path], routes: Mapping[str, Sequence[str]]) -> list[Path]:
    """A few cases that show much: of each policy one that is in order, then one that is not."""
    policies: dict[str, list[Path]] = {}
    for folder in folders:
        policies.setdefault(_policy(folder), []).append(folder)
    groups = list(policies.values())
    ready = [next((one for one in group if READY in routes[one.name]), None) for group in groups]
    others = [next((one for one in group if READY not in routes[one.name]), None) for group in groups]
    picked = [folder for folder in (*ready, *others) if folder is not None]
    return sorted(picked[:SHOWN])


def _policy(folder: Path) -> str:
    """The policy's id, as the case states it; its region and business where it names no policy."""
    from intake.case_yaml import CASE_YAML, read_mapping

    stated = read_mapping(folder / CASE_YAML)
    return str(stated.get("policy") or (stated.get("region"), stated.get("business")))


def _expected_routes(folder: Path) -> tuple[str, ...]:
    """The routes that are right for a sample; none where the sample does not say."""
    from intake.case_yaml import read_mapping

    path = folder / "expected.yaml"
    routes = read_mapping(path).get("route", ()) if path.is_file() else ()
    return (routes,) if isinstance(routes, str) else tuple(routes)


def _summary(verdicts: Sequence[Verdict], expected: Mapping[str, Sequence[str]]) -> Table:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    from api.tables import ROUTE_STYLES
    from api.words import ROUTES, plain
    from validators.verdict import Outcome

    table = Table(title="样例案件", box=box.SIMPLE_HEAD, title_style="bold")
    for name in ("案件", "结论", "与预期", "要点"):
        table.add_column(name, overflow="fold")
    for verdict in verdicts:
        wanted = expected.get(verdict.case)
        agrees = "—" if not wanted else "一致" if verdict.route.value in wanted else "不一致"
        open_points = [check for check in verdict.checks if check.outcome in (Outcome.UNMET, Outcome.UNKNOWN)]
        open_points = [check for check in open_points if not check.advisory]
        told = "；".join(dict.fromkeys(plain(check.message) for check in open_points[:2])) or "各项均符合"
        if len(open_points) > 2:
            told += f"；另有 {len(open_points) - 2} 项"
        route = Text(ROUTES[verdict.route], style=ROUTE_STYLES[verdict.route])
        table.add_row(plain(verdict.case), route, agrees, told)
    return table
