"""``menshen check``: one verdict a case folder, without a server."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.exits import REFUSED, USAGE

if TYPE_CHECKING:
    from api.json_output import RefusedCase
    from api.report.page import ReportFolder
    from validators.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of a run over case folders, and where the HTML report of each verdict stands."""

    verdicts: tuple[Verdict, ...]
    refused: tuple[RefusedCase, ...]
    reports: tuple[Path, ...] = ()


def check(
    folders: Annotated[
        list[Path],
        typer.Argument(metavar="案件文件夹…", help="放有 case.yaml 和材料的文件夹。", show_default=False),
    ],
    policy: Annotated[
        str | None, typer.Option(metavar="ID", help="改用这个政策，而不是 case.yaml 中写的。")
    ] = None,
    on: Annotated[
        str | None, typer.Option(metavar="日期", help="改按这一天（2025-11-20）提交来核对。")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="在标准输出给出一个 JSON 文档。")] = False,
    report: Annotated[
        Path | None, typer.Option(metavar="文件夹", help="为每个案件写一个可离线查看的网页报告。")
    ] = None,
    packs: Annotated[
        Path | None,
        typer.Option(metavar="文件夹", help="自备的政策包文件夹；不写则用设置 MENSHEN_PACKS。"),
    ] = None,
) -> None:
    """核对案件：每个文件夹给出一份结论。

    无论结论如何退出码都是 0；有案件打不开时为 3，其余案件照常核对。

    示例：

    menshen check 案件-01 案件-02

    menshen check 案件-01 --report 报告

    menshen check 案件-01 --policy shaoyang-renewal --on 2025-11-20 --json
    """
    from api.trouble import told

    day = _day(on)
    with told():
        checked = check_folders(folders, policy=policy, on=day, report=report, packs=packs)
    _show(checked, as_json=as_json)
    if checked.refused:
        raise typer.Exit(REFUSED)


def check_folders(
    folders: Sequence[Path],
    *,
    policy: str | None,
    on: dt.date | None,
    report: Path | None,
    packs: Path | None = None,
) -> Checked:
    """Check each folder; a case that cannot be opened is told at once and stops no other."""
    from api.json_output import RefusedCase
    from api.terminal import progress_bar, results_only
    from api.trouble import tell
    from intake.case import CaseRefused, case_name
    from intake.faults import Fault
    from intake.pipeline import Reader
    from intake.settings import load_settings
    from validators.pack_roots import use_packs
    from validators.policy_errors import PolicyError

    pages = _report_folder(report) if report else None
    verdicts: list[Verdict] = []
    refused: list[RefusedCase] = []
    with results_only(), progress_bar(len(folders)) as bar:
        reader = Reader(load_settings())
        if packs is not None:
            use_packs(packs.expanduser())
        for folder in folders:
            bar.item(case_name(folder))
            try:
                case = reader.check(
                    folder, policy=policy, on=on, progress=bar.step, keep_images=pages is not None
                )
            except CaseRefused as error:
                refused.append(RefusedCase(error.case, error.faults))
            except PolicyError as error:
                fault = Fault(error.code, "policy", error.message.rstrip("。"), error.remedy)
                refused.append(RefusedCase(case_name(folder), (fault,)))
            else:
                verdicts.append(case.verdict)
                if pages:
                    pages.write(case.verdict, case.images)
                continue
            tell(f"打不开案件 {folder}", refused[-1].faults)
    return Checked(tuple(verdicts), tuple(refused), tuple(pages.written) if pages else ())


def _show(checked: Checked, *, as_json: bool) -> None:
    from api.json_output import encoded, verdicts_json
    from api.tables import verdict_tables
    from api.terminal import messages, results, write_bytes
    from api.words import plain

    if as_json:
        write_bytes(encoded(verdicts_json(checked.verdicts, checked.refused)))
    else:
        for verdict in checked.verdicts:
            for part in verdict_tables(verdict):
                results().print(part)
    for path in checked.reports:
        messages().print(f"网页报告：{plain(str(path))}", soft_wrap=True)


def _report_folder(path: Path) -> ReportFolder:
    from api.report.page import ReportFolder
    from api.terminal import messages
    from api.words import plain

    try:
        return ReportFolder(path)
    except OSError as error:
        words = f"不能在 {plain(str(path))} 写报告（{error.strerror}）。请换一个文件夹。"
        messages().print(words, style="red")
        raise typer.Exit(USAGE) from error


def _day(text: str | None) -> dt.date | None:
    if text is None:
        return None
    try:
        return dt.datetime.strptime(text, "%Y-%m-%d").date()
    except ValueError as error:
        raise typer.BadParameter("日期须写作 2025-11-20", param_hint="--on") from error
