"""``menshen submit``: hand in a folder, zip or manifest, and get a table back."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.exits import REFUSED, SOME_REFUSED

if TYPE_CHECKING:
    from collections.abc import Iterable

    from api.submitting.run import Outcome
    from intake.bulk.found import HandIn
    from ocr.types import RawPage

KEY_VARIABLE = "MENSHEN_KEY"


def submit(
    path: Annotated[
        Path, typer.Argument(help="文件夹（每个案件一个子文件夹）、压缩包，或清单（CSV、XLSX、JSON）。")
    ],
    to: Annotated[
        str, typer.Option("--to", metavar="网址", help="门审服务的网址，如 http://127.0.0.1:8600。")
    ],
    wait: Annotated[bool, typer.Option("--wait", help="等到每个案件核对完。")] = False,
    key_file: Annotated[
        Path | None, typer.Option("--key-file", help=f"存放密钥的文件；不填则用环境变量 {KEY_VARIABLE}。")
    ] = None,
    table: Annotated[Path | None, typer.Option("--table", help="把结果表写到这里（.csv 或 .xlsx）。")] = None,
    policy: Annotated[str | None, typer.Option("--policy", help="清单没有写明政策时的取值。")] = None,
) -> None:
    """批量报送：一个文件夹交上去，一张结果表拿回来。

    中断后再次运行同一命令，从断开处继续，不会重复报送。有问题的案件逐一列明行号和原因，其余照常报送。

    有案件未受理，或处理中断时，退出码为 4。处理中断的，再次运行同一命令，从中断处继续。

    示例：

    menshen submit 十一月/ --to http://10.0.0.5:8600 --wait --table 结果.xlsx
    """
    from api.commands.serving import fail
    from api.submitting.door import Door, DoorClosed
    from api.submitting.journal import Journal
    from api.submitting.run import hand_over
    from api.terminal import messages, progress_bar, results_only
    from api.words import plain
    from intake.bulk.folders import hand_in_at
    from intake.bulk.scans import with_scans
    from intake.settings import load_settings

    key = _key(key_file)
    if not key:
        fail("没有密钥。", f"请用 --key-file 指定密钥文件，或设置环境变量 {KEY_VARIABLE}。")
    if not path.exists():
        fail(f"没有这个文件或文件夹：{path}", "请核对路径。")
    if table is not None and table.suffix.lower() not in (".csv", ".xlsx"):
        fail("结果表只能是 .csv 或 .xlsx。")
    settings = load_settings()
    journal = Journal(settings.home / "submissions", to, path)
    with results_only(), progress_bar(1) as bar:
        try:
            with hand_in_at(path, defaults={"policy": policy} if policy else None) as found:
                hand_in = with_scans(found, _scan_pages)
                _tell_faults(hand_in)
                with Door(to, key) as door:
                    outcome = hand_over(hand_in, door, journal, wait=wait, progress=bar.step)
        except DoorClosed as closed:
            messages().print(plain(closed.words), style="red")
            messages().print("再次运行同一命令，将从断开处继续。")
            raise typer.Exit(REFUSED) from closed
    _show(outcome)
    if table is not None:
        _write(outcome, table)
    if outcome.refused or outcome.waiting or outcome.stuck or outcome.problems or hand_in.faults:
        raise typer.Exit(SOME_REFUSED)


def _key(key_file: Path | None) -> str:
    if key_file is None:
        return os.environ.get(KEY_VARIABLE, "").strip()
    try:
        return key_file.read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return ""


def _scan_pages(scan: object) -> Iterable[RawPage]:
    from intake.bulk.found import PackedFile
    from intake.opening.guard import open_guarded
    from intake.service_settings import load_service_settings

    if not isinstance(scan, PackedFile):
        raise TypeError("a scan is a packed file")
    with scan.open() as stream:
        return open_guarded(stream.read(), scan.name, load_service_settings().scan_limits).pages


def _tell_faults(hand_in: HandIn) -> None:
    """What is wrong with the whole, and what belongs to no case, before anything is sent."""
    from api.trouble import tell

    if hand_in.faults:
        tell("报送内容有问题", hand_in.faults)
    if hand_in.leftovers:
        tell("以下文件不属于任何案件，未报送", (one.fault for one in hand_in.leftovers))


def _show(outcome: Outcome) -> None:
    from rich.table import Table

    from api.terminal import results
    from api.words import plain

    table = Table(title=None)
    for name in ("行号", "名称", "案件编号", "状态", "结论", "须补正或原因"):
        table.add_column(name, overflow="fold")
    for row in outcome.rows:
        number, label, _, case_no, state, route, corrections, _, reasons = row.masked().cells()
        words = (label, case_no, state, route, f"{corrections}{reasons}")
        table.add_row(str(number), *(plain(str(one)) for one in words))
    results().print(table)
    taken = len(outcome.rows) - outcome.refused - outcome.waiting
    waiting = f"，待受理 {outcome.waiting} 件" if outcome.waiting else ""
    results().print(f"共 {len(outcome.rows)} 件：受理 {taken} 件，未受理 {outcome.refused} 件{waiting}。")
    if outcome.stuck:
        results().print("服务处理中断，其余案件尚未受理。再次运行同一命令，将从中断处继续。")
    for problem in outcome.problems:
        results().print(plain(problem))


def _write(outcome: Outcome, place: Path) -> None:
    from intake.bulk.results import results_csv, write_results_xlsx

    with place.open("wb") as stream:
        if place.suffix.lower() == ".csv":
            stream.writelines(results_csv(outcome.rows))
        else:
            write_results_xlsx(outcome.rows, stream)
