"""A case folder → what the portal states, and the files to read.

Everything wrong with a folder is collected before it is refused, so that one look mends it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from intake.case_yaml import CASE_YAML, MAX_BYTES, CaseYamlRefused, read_mapping
from intake.faults import Fault, faults_of
from validators.application import Agent, Applicant, Application, Entitlement

NOT_PAPERS = frozenset({CASE_YAML, "expected.yaml", "truth.yaml", "Thumbs.db", "desktop.ini", "__MACOSX"})
MAX_ENTRIES = 2000
"""Names looked at in one folder before giving up; a case has some dozens."""
MAX_DEPTH = 8
_PYDANTIC_CODES = {"missing": "CASE-009", "extra_forbidden": "CASE-010"}
_DATES = (("submitted_on",), ("entitlement", "valid_until"))
_NEVER_BLANK = (("applicant", "name"), ("applicant", "id_number"))


@dataclass(frozen=True, slots=True)
class CaseLimits:
    """``files`` a case may hold, and ``yaml_bytes`` of its ``case.yaml``."""

    files: int = 30
    yaml_bytes: int = MAX_BYTES


@dataclass(frozen=True, slots=True)
class OpenedCase:
    """``name`` is the folder's; ``files`` are its papers, sorted by their path inside it."""

    name: str
    application: Application
    files: tuple[Path, ...]


class CaseRefused(Exception):
    """The folder cannot be taken as a case; ``faults`` holds everything that is wrong with it."""

    def __init__(self, case: str, faults: tuple[Fault, ...]) -> None:
        super().__init__(f"{case}：" + "；".join(f"{fault.where}：{fault.message}" for fault in faults))
        self.case = case
        self.faults = faults


def open_case(
    folder: Path, limits: CaseLimits | None = None, *, overrides: Mapping[str, str] | None = None
) -> OpenedCase:
    """Read ``case.yaml`` and list the papers of ``folder``, sub-folders included.

    ``overrides`` stand in place of what ``case.yaml`` says under the same names, or leaves out. Hidden
    files, ``case.yaml``, ``expected.yaml`` and ``truth.yaml`` are no papers. Raises ``CaseRefused``.
    """
    limits = limits or CaseLimits()
    name = case_name(folder)
    fault = _folder_fault(folder)
    if fault:
        raise CaseRefused(name, (fault,))
    faults: list[Fault] = []
    application = _application(folder, limits, overrides or {}, faults)
    files = _papers(folder, limits, faults)
    if faults or application is None:
        raise CaseRefused(name, tuple(faults))
    return OpenedCase(name, application, files)


def case_name(folder: Path) -> str:
    """How a case is named after its folder, also where that is given as ``.``; always valid Unicode."""
    return _written(Path(os.path.abspath(folder)).name)


def _written(name: str) -> str:
    r"""A file's name with bytes that are no UTF-8 written out (``\xff``)."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _folder_fault(folder: Path) -> Fault | None:
    where = _written(str(folder))
    if not os.path.lexists(folder):
        return Fault("CASE-001", where, "没有这个文件夹", "请核对路径。")
    if not os.path.isdir(folder):
        return Fault("CASE-001", where, "这不是文件夹", "请给出放有 case.yaml 和材料的文件夹。")
    if not os.access(folder, os.R_OK | os.X_OK):
        return Fault("CASE-002", where, "没有权限打开这个文件夹", "请向管理员申请读取权限。")
    return None


def _application(
    folder: Path, limits: CaseLimits, overrides: Mapping[str, str], faults: list[Fault]
) -> Application | None:
    try:
        stated = read_mapping(folder / CASE_YAML, limits.yaml_bytes) | dict(overrides)
    except CaseYamlRefused as refused:
        faults.append(refused.fault)
        return None
    application, found = read_application(stated)
    faults.extend(found)
    return application


def read_application(stated: Mapping[str, Any]) -> tuple[Application | None, tuple[Fault, ...]]:
    """What ``stated`` (the contents of a ``case.yaml``) applies for, and everything wrong with it.

    The application stands only where there is no fault.
    """
    application: Application | None = None
    faults: list[Fault] = []
    try:
        application = Application.model_validate(stated)
    except ValidationError as error:
        faults.extend(faults_of(error, _known_names(), _PYDANTIC_CODES, "CASE-011"))
    seen = {fault.where for fault in faults}
    faults.extend(fault for fault in _stricter(stated) if fault.where not in seen)
    return None if faults else application, tuple(faults)


def _known_names() -> set[str]:
    models: tuple[type[BaseModel], ...] = (Application, Applicant, Agent, Entitlement)
    return {name for model in models for name in model.model_fields}


def _stricter(stated: Mapping[str, Any]) -> Iterator[Fault]:
    """What Pydantic lets pass: it takes ``20251120`` for seconds since 1970, and blanks for names."""
    for path in _DATES:
        value = _at(stated, path)
        if isinstance(value, str) and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value.strip(), re.ASCII):
            message = "须为日期，写作 2025-11-20"
            yield Fault("CASE-011", ".".join(path), message, "请改正这一项后再试。")
    for path in _NEVER_BLANK:
        value = _at(stated, path)
        if isinstance(value, str) and not value.strip():
            yield Fault("CASE-011", ".".join(path), "不能为空", "请填写这一项后再试。")


def _at(stated: Any, path: tuple[str, ...]) -> Any:
    for part in path:
        stated = stated.get(part) if isinstance(stated, Mapping) else None
    return stated


def _papers(folder: Path, limits: CaseLimits, faults: list[Fault]) -> tuple[Path, ...]:
    before = len(faults)
    root = folder.resolve()
    found: list[Path] = []
    for path in _walk(folder, MAX_DEPTH):
        if len(found) >= MAX_ENTRIES:
            break
        fault = _paper_fault(path, root, path.relative_to(folder))
        if fault:
            faults.append(fault)
        else:
            found.append(path)
    if len(found) > limits.files:
        message = f"材料超过 {limits.files} 个文件"
        remedy = f"请只保留本次申请所需的材料，不超过 {limits.files} 个。"
        faults.append(Fault("CASE-013", _written(str(folder)), message, remedy))
    if not found and len(faults) == before:
        faults.append(
            Fault("CASE-012", _written(str(folder)), "文件夹中没有材料", "请放入照片或 PDF 后再试。")
        )
    return tuple(sorted(found, key=lambda path: path.relative_to(folder).as_posix()))


def _walk(folder: Path, depth: int) -> Iterator[Path]:
    """Files and links under ``folder``; links to folders are named, never followed."""
    with os.scandir(folder) as entries:
        names = sorted(entry.name for entry in entries)
    for name in names:
        path = folder / name
        if name.startswith((".", "~$")) or name in NOT_PAPERS:
            continue
        if not path.is_symlink() and os.path.isdir(path) and depth and os.access(path, os.R_OK | os.X_OK):
            yield from _walk(path, depth - 1)
        else:
            yield path


def _paper_fault(path: Path, root: Path, inside: Path) -> Fault | None:
    """A link that leads out of the case would let its sender read this machine's files."""
    name = _written(path.name)
    try:
        target = path.resolve(strict=True)
    except (OSError, RuntimeError):
        return Fault("CASE-015", name, "这个链接没有指向文件", "请放入文件本身。")
    trouble = (
        (
            _written(str(inside)) != str(inside),
            "CASE-017",
            "文件名不是 UTF-8 编码",
            "请用文字重新命名后再试。",
        ),
        (not target.is_relative_to(root), "CASE-014", "这个链接指向案件文件夹之外", "请放入文件本身。"),
        (path.is_symlink() and target.is_dir(), "CASE-014", "这是指向文件夹的链接", "请放入文件夹本身。"),
        (target.is_dir(), "CASE-015", "子文件夹过深或无权打开", "请把材料放到上层文件夹。"),
        (not target.is_file(), "CASE-015", "这不是普通文件", "请移走它后再试。"),
        (not os.access(target, os.R_OK), "CASE-015", "没有权限读取这个文件", "请向管理员申请读取权限。"),
    )
    found = next((row for row in trouble if row[0]), None)
    return Fault(found[1], name, found[2], found[3]) if found else None
