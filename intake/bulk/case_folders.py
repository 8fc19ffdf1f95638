"""Cases by their folders: each holds a ``case.yaml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from intake.bulk.codes import fault
from intake.bulk.found import CaseFound, EntryRefused, HandIn, Leftover, PackedFile
from intake.bulk.index import FileIndex
from intake.bulk.limits import BulkLimits
from intake.bulk.paths import inside, parent
from intake.bulk.statement import put_together
from intake.case_yaml import CASE_YAML, CaseYamlRefused, parse_mapping
from intake.faults import Fault

_THIS_FOLDER = "案件"


@dataclass(slots=True)
class _Folder:
    paths: list[str] = field(default_factory=list)
    refused: list[Leftover] = field(default_factory=list)


def found_in_folders(index: FileIndex, root: str, defaults: Mapping[str, Any], limits: BulkLimits) -> HandIn:
    """Every folder with a ``case.yaml`` as a case; folders beside them without one as refused cases."""
    holders = {parent(path) for path in index.paths if path.rsplit("/", 1)[-1] == CASE_YAML}
    above = {""} | {folder for holder in holders for folder in _ancestors(holder)}
    folders: dict[str, _Folder] = {holder: _Folder() for holder in holders}
    leftovers: list[Leftover] = []
    for path in index.paths:
        folder = _folder_of(path, holders, above)
        if folder is None:
            leftovers.append(Leftover(path, fault("BULK-061", path)))
        else:
            folders.setdefault(folder, _Folder()).paths.append(path)
    for path, leftover in index.refused.items():
        folder = _folder_of(path, holders, above)
        if folder is None:
            leftovers.append(leftover)
        else:
            folders.setdefault(folder, _Folder()).refused.append(leftover)
    if len(folders) > limits.cases:
        return HandIn(faults=(fault("BULK-008", "文件夹", limit=limits.cases),))
    label = root.rsplit("/", 1)[-1] or _THIS_FOLDER
    cases = tuple(
        _case(number, name, name or label, folders[name], index, defaults, limits)
        for number, name in enumerate(sorted(folders), 1)
    )
    return HandIn(cases, whole_faults(len(cases), None, leftovers), None, tuple(leftovers))


def whole_faults(found: int, stated: int | None, leftovers: list[Leftover]) -> tuple[Fault, ...]:
    """What is wrong with a hand-in as a whole, in numbers."""
    unused = sum(leftover.fault.code == "BULK-061" for leftover in leftovers)
    faults = []
    if not found:
        faults.append(fault("BULK-007", "批次"))
    if stated is not None and stated != found:
        faults.append(fault("BULK-011", "批次", stated=stated, found=found))
    if unused:
        faults.append(fault("BULK-014", "批次", count=unused))
    if len(leftovers) > unused:
        faults.append(fault("BULK-015", "批次", count=len(leftovers) - unused))
    return tuple(faults)


def case_files(
    paths: list[str], folder: str, index: FileIndex, limits: BulkLimits
) -> tuple[tuple[PackedFile, ...], list[Fault]]:
    """The papers at ``paths``, named as seen from ``folder``, and what is wrong with their number."""
    papers = [path for path in paths if path.rsplit("/", 1)[-1] != CASE_YAML]
    faults = []
    if len(papers) > limits.files_per_case:
        remedy = f"请只保留本次申请所需的材料，不超过 {limits.files_per_case} 个。"
        faults.append(Fault("CASE-013", "文件", f"材料超过 {limits.files_per_case} 个文件", remedy))
    named = (replace(index.file(path), name=inside(path, folder) or path) for path in papers)
    return tuple(named), faults


def read_case_yaml(file: PackedFile, limits: BulkLimits) -> tuple[dict[str, Any], list[Fault]]:
    """What a ``case.yaml`` says, or why it cannot be taken."""
    try:
        with file.open() as stream:
            return parse_mapping(stream.read(limits.yaml_bytes + 1), limits.yaml_bytes), []
    except CaseYamlRefused as refused:
        return {}, [refused.fault]
    except EntryRefused as refused:
        return {}, [refused.fault]


def no_papers() -> Fault:
    """The fault of a case that has not one file."""
    return Fault("CASE-012", "文件", "没有材料", "请放入照片或 PDF 后再试。")


def _case(
    number: int,
    name: str,
    label: str,
    folder: _Folder,
    index: FileIndex,
    defaults: Mapping[str, Any],
    limits: BulkLimits,
) -> CaseFound:
    files, faults = case_files(folder.paths, name, index, limits)
    faults += [leftover.fault for leftover in folder.refused]
    if not files and not folder.refused:
        faults.append(no_papers())
    yaml_path = f"{name}/{CASE_YAML}" if name else CASE_YAML
    stated: dict[str, Any] | None = None
    external_id: str | None = None
    if yaml_path in folder.paths:
        yaml, wrong = read_case_yaml(index.file(yaml_path), limits)
        faults += wrong
        if not wrong:
            external_id = str(yaml.pop("external_id", "") or "") or None
            stated, wrong_stated = put_together({}, yaml, defaults)
            faults += wrong_stated
    else:
        faults.append(Fault("CASE-003", CASE_YAML, "文件夹中没有 case.yaml", "请放入 case.yaml 后再试。"))
    return CaseFound(label, number, number, None if faults else stated, files, tuple(faults), external_id)


def _ancestors(folder: str) -> list[str]:
    found = []
    while folder:
        folder = parent(folder)
        found.append(folder)
    return found


def _folder_of(path: str, holders: set[str], above: set[str]) -> str | None:
    """The case folder that ``path`` belongs to: the nearest with a ``case.yaml``, else the one that stands
    beside such folders; ``None`` for a file that lies between them."""
    folders = [parent(path), *_ancestors(parent(path))]
    for place, folder in enumerate(folders):
        if folder in holders:
            return folder
        if folder in above:
            return folders[place - 1] if place else None
    return None
