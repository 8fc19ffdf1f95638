"""``menshen registrations``: registration records of approved cases into a file."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

_FORMS = ("json", "csv", "xlsx")
_DAY = ["%Y-%m-%d"]


def registrations(
    out: Annotated[
        Path,
        typer.Option("--out", metavar="文件", help="写入的文件：.xlsx、.csv 或 .json。", show_default=False),
    ],
    since: Annotated[
        datetime | None,
        typer.Option(
            "--from", metavar="日期", help="决定日期起（含当日）。", formats=_DAY, show_default=False
        ),
    ] = None,
    until: Annotated[
        datetime | None,
        typer.Option("--to", metavar="日期", help="决定日期止（含当日）。", formats=_DAY, show_default=False),
    ] = None,
    policy: Annotated[
        str | None, typer.Option("--policy", metavar="编号", help="只要这项政策的。", show_default=False)
    ] = None,
    region: Annotated[
        str | None, typer.Option("--region", metavar="编码", help="只要这个地区的。", show_default=False)
    ] = None,
) -> None:
    """导出已通过案件的备案记录（国家接口 2503 的字段）；尚缺的项目逐项写明。含个人信息，记入审计。

    示例：

    menshen registrations --from 2025-12-01 --to 2025-12-31 --out 备案.xlsx
    """
    from api.commands.serving import SYSTEM, fail, serving
    from api.terminal import messages
    from api.words import plain
    from intake.registration import to_csv, to_json, to_xlsx
    from intake.registration.export import Wanted
    from intake.registration.export import registrations as exported

    form = out.suffix.lower().removeprefix(".")
    if form not in _FORMS:
        fail("文件名须以 .xlsx、.csv 或 .json 结尾。")
    wanted = Wanted(policy, region, since.date() if since else None, until.date() if until else None)
    write = {"json": to_json, "csv": to_csv, "xlsx": to_xlsx}[form]
    with serving() as service:
        records = list(exported(service, SYSTEM, wanted, form))
    try:
        _write(out.expanduser(), write(records))
    except OSError:
        fail(f"文件写不了：{out}。请核对文件夹与权限。")
    messages().print(f"已导出 {len(records)} 条，写入 {plain(str(out))}。", style="green")


def _write(place: Path, data: bytes) -> None:
    """For its owner's eyes alone: it holds names and numbers in the clear."""
    place.touch()
    place.chmod(0o600)
    place.write_bytes(data)
