"""``menshen read``: what stands on files, outside any case."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.exits import REFUSED

if TYPE_CHECKING:
    from ocr.types import Document, Reading


def read(
    files: Annotated[
        list[Path], typer.Argument(metavar="文件…", help="照片、PDF 或 OFD。", show_default=False)
    ],
    as_json: Annotated[bool, typer.Option("--json", help="在标准输出给出一个 JSON 文档。")] = False,
) -> None:
    """读取文件：种类、画面质量、各栏内容、印章与签名。

    有文件被拒收时退出码为 3，其余文件照常读取。

    示例：

    menshen read 出院小结.pdf

    menshen read *.jpg --json > 读取结果.json
    """
    from api.console import results, write_bytes
    from api.json_output import encoded, reading_json
    from api.tables import reading_tables
    from api.trouble import told

    with told():
        reading = _read(files)
    if as_json:
        write_bytes(encoded(reading_json(reading)))
    else:
        for table in reading_tables(reading):
            results().print(table)
    if any(document.refused for document in reading.documents):
        raise typer.Exit(REFUSED)


def _read(files: list[Path]) -> Reading:
    """Read every file that can be read; the others follow as refused."""
    from api.console import progress_bar, results_only
    from intake.pipeline import Reader
    from intake.settings import load_settings
    from ocr.types import Reading

    refused = {file: document for file in files if (document := _unreachable(file))}
    with results_only(), progress_bar(1) as bar:
        reader = Reader(load_settings())
        found = reader.read([file for file in files if file not in refused], progress=bar.step)
    return Reading((*found.reading.documents, *refused.values()), found.reading.engine)


def _unreachable(path: Path) -> Document | None:
    """The path as a refused document, where there is no file to read at it."""
    from ocr.types import Document, Refusal

    if path.is_dir():
        refusal = Refusal("FILE-102", "这是文件夹，不是文件。", "核对整个案件请用 menshen check。")
    elif not path.exists():
        refusal = Refusal("FILE-101", "没有这个文件。", "请核对路径和文件名。")
    elif not path.is_file():
        refusal = Refusal("FILE-104", "这不是普通文件。", "请给出照片、PDF 或 OFD 文件。")
    elif not os.access(path, os.R_OK):
        refusal = Refusal("FILE-103", "没有权限读取这个文件。", "请向管理员申请读取权限。")
    else:
        return None
    return Document(file=path.name or str(path), sha256="", media_type=None, refused=refusal)
