"""``menshen read``: what stands on files, outside any case."""

from __future__ import annotations

import os
import stat
from collections import Counter
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.exits import REFUSED

if TYPE_CHECKING:
    from ocr.types import Document, Reading, Refusal


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
    from api.json_output import encoded, reading_json
    from api.tables import reading_tables
    from api.terminal import results, write_bytes
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
    """Every file in the order given, one that was given twice too; each is read once."""
    from ocr.types import Reading

    distinct = list(dict.fromkeys(files))
    named = Counter(file.name for file in distinct)
    found: dict[Path, list[Document]] = {}
    for file in distinct:
        refusal = _unreachable(file)
        if refusal:
            found[file] = [_refused(file, refusal, alone=named[file.name] == 1)]
    reading = _read_reachable([file for file in distinct if file not in found])
    read: dict[str, list[Document]] = {}
    for document in reading.documents:
        read.setdefault(document.file, []).append(document)
    for file in distinct:
        if file not in found:
            found[file] = read.get(file.as_posix()) or read[file.name]
    return Reading(tuple(document for file in files for document in found[file]), reading.engine)


def _read_reachable(files: list[Path]) -> Reading:
    """The reading of files that are there; no model is loaded where there is none."""
    from api.terminal import progress_bar, results_only
    from intake.pipeline import Reader
    from intake.settings import load_settings
    from ocr.types import Engine, Reading

    settings = load_settings()
    if not files:
        return Reading((), Engine("none", {}, version("menshen")))
    with results_only(), progress_bar(1) as bar:
        return Reader(settings).read(files, progress=bar.step).reading


def _refused(path: Path, refusal: Refusal, *, alone: bool) -> Document:
    from ocr.types import Document

    name = path.name if alone and path.name else path.as_posix()
    return Document(file=name, sha256="", media_type=None, refused=refusal)


def _unreachable(path: Path) -> Refusal | None:
    """Why there is no file to read at ``path``, whatever it is; ``None`` where there is one."""
    from ocr.types import Refusal

    try:
        mode = path.stat().st_mode
    except PermissionError:
        return Refusal("FILE-103", "没有权限读取这个文件。", "请向管理员申请读取权限。")
    except (OSError, ValueError):  # no such name, one too long for any file, a link that turns in a circle
        return Refusal("FILE-101", "没有这个文件。", "请核对路径和文件名。")
    if stat.S_ISDIR(mode):
        return Refusal("FILE-102", "这是文件夹，不是文件。", "核对整个案件请用 menshen check。")
    if not stat.S_ISREG(mode):
        return Refusal("FILE-104", "这不是普通文件。", "请给出照片、PDF 或 OFD 文件。")
    if not os.access(path, os.R_OK):
        return Refusal("FILE-103", "没有权限读取这个文件。", "请向管理员申请读取权限。")
    return None
