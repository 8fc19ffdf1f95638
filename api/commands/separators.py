"""``menshen separators``: sheets to lay between patients' papers before a pile is scanned."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.exits import REFUSED, USAGE

if TYPE_CHECKING:
    from intake.bulk.sheet_pdf import SeparatorSheet

MOST = 5_000


def separators(
    manifest: Annotated[
        Path | None,
        typer.Argument(
            metavar="[清单]", help="案件清单（CSV、XLSX 或 JSON），每行打印一张。", show_default=False
        ),
    ] = None,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="文件", help="写成这个 PDF。")] = Path(
        "sheets.pdf"
    ),
    count: Annotated[
        int | None, typer.Option(metavar="张数", min=1, max=MOST, help="不用清单，打印只带序号的分隔页。")
    ] = None,
) -> None:
    """打印分隔页：夹在各案件材料之间，一次扫描后自动拆分。

    分隔页上没有身份证号，姓名只留姓氏。清单有误时不打印，退出码为 3。

    示例：

    menshen separators 清单.xlsx -o 分隔页.pdf

    menshen separators --count 20 -o 分隔页.pdf
    """
    from intake.bulk.sheet_pdf import numbered_sheets, write_sheets

    if (manifest is None) == (count is None):
        raise typer.BadParameter("请给出清单，或用 --count 写明张数", param_hint="清单")
    sheets = _of_manifest(manifest) if manifest else numbered_sheets(count or 0)
    _write(output, write_sheets(sheets))
    _tell(f"已写好 {len(sheets)} 张分隔页：{output}")


def _of_manifest(path: Path) -> tuple[SeparatorSheet, ...]:
    from api.trouble import tell
    from intake.bulk.limits import DEFAULT_LIMITS
    from intake.bulk.manifest import read_manifest
    from intake.bulk.sheet_pdf import sheets_of

    try:
        with path.open("rb") as stream:
            data = stream.read(DEFAULT_LIMITS.manifest_bytes + 1)
    except OSError as error:
        _tell(f"读不了 {path}（{error.strerror}）。请核对路径和权限。", style="red")
        raise typer.Exit(USAGE) from error
    manifest = read_manifest(data, path.name, defaults=_ANYTHING)
    if wrong := manifest.every_fault():
        tell("清单有误，请改正后再打印：改动姓名、身份证号或行次后，已打印的分隔页会失效", wrong)
        raise typer.Exit(REFUSED)
    return sheets_of(manifest.rows)


_ANYTHING = {"submitted_on": "", "policy": ""}
"""Columns that a sheet does not need: the hand-in may state them for the whole batch."""


def _write(path: Path, data: bytes) -> None:
    try:
        path.write_bytes(data)
    except OSError as error:
        _tell(f"不能写 {path}（{error.strerror}）。请换一个位置。", style="red")
        raise typer.Exit(USAGE) from error


def _tell(words: str, style: str | None = None) -> None:
    from api.terminal import messages
    from api.words import plain

    messages().print(plain(words), style=style, soft_wrap=True)
