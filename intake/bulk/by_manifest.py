"""Cases by the rows of a manifest, each with its files from the folder or archive around it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from intake.bulk.case_folders import case_files, no_papers, read_case_yaml, whole_faults
from intake.bulk.codes import fault
from intake.bulk.found import CaseFound, HandIn, Leftover
from intake.bulk.index import FileIndex
from intake.bulk.limits import BulkLimits
from intake.bulk.manifest import Manifest
from intake.bulk.paths import clean_path, inside
from intake.bulk.rows import ManifestRow
from intake.bulk.sheet_codes import batch_mark
from intake.bulk.statement import put_together
from intake.case_yaml import CASE_YAML
from intake.faults import Fault


@dataclass(frozen=True, slots=True)
class _Found:
    """The files of a row: their paths, the folder they are named from, and what is missing."""

    paths: list[str]
    folder: str
    faults: list[Fault]


def named_by_manifest(
    manifest: Manifest, index: FileIndex, table: str, defaults: Mapping[str, Any], limits: BulkLimits
) -> HandIn:
    """The cases that ``manifest`` (the file ``table``) names. PDFs that no row names are ``scans`` where a
    row has no file of its own: its pages stand in them, behind its separator sheet."""
    if not manifest.rows:
        return HandIn(faults=manifest.faults, stated_cases=manifest.stated_cases)
    found = [_files_of(row, index, limits) for row in manifest.rows]
    claimed = {table} | {path for one in found for path in one.paths}
    unclaimed = [path for path in index.paths if path not in claimed]
    waits = any(not one.paths and not one.faults for one in found)
    scans = [path for path in unclaimed if path.lower().endswith(".pdf")] if waits else []
    shared = _shared(manifest.rows, found)
    cases = tuple(
        _case(number, row, one, shared.get(row.row), index, defaults, limits, scanned=bool(scans))
        for number, (row, one) in enumerate(zip(manifest.rows, found, strict=True), 1)
    )
    leftovers = [Leftover(path, fault("BULK-061", path)) for path in unclaimed if path not in scans]
    told = {problem.where for case in cases for problem in case.faults}
    leftovers += [leftover for path, leftover in index.refused.items() if leftover.fault.where not in told]
    return HandIn(
        cases,
        (*manifest.faults, *whole_faults(len(cases), manifest.stated_cases, leftovers)),
        manifest.stated_cases,
        tuple(leftovers),
        tuple(index.file(path) for path in scans),
        batch_mark(manifest.rows),
    )


def _files_of(row: ManifestRow, index: FileIndex, limits: BulkLimits) -> _Found:
    faults: list[Fault] = []
    folder = _folder_of(row, index, limits, faults)
    if not row.files:
        beneath = list(index.beneath(folder)) if folder else []
        refused = [bad.fault for bad in index.refused_beneath(folder)] if folder else []
        if row.folder and not beneath and not refused and not faults:
            faults.append(fault("BULK-030", row.folder))
        return _Found(beneath, folder or "", faults + refused)
    paths: list[str] = []
    for written in row.files:
        path = clean_path(written, limits)
        found = index.find(path, folder) if path else None
        if path is None:
            faults.append(fault("BULK-028", written[: limits.path_chars]))
        elif found is None:
            faults.append(_missing(path, folder, index))
        else:
            paths += found
    yaml = f"{folder}/{CASE_YAML}"
    if folder and index.holds(yaml):
        paths.append(yaml)
    return _Found(list(dict.fromkeys(paths)), folder or "", faults)


def _folder_of(row: ManifestRow, index: FileIndex, limits: BulkLimits, faults: list[Fault]) -> str | None:
    """The row's folder: as it says, else the one folder called exactly as its external id or ID number."""
    if row.folder:
        folder = clean_path(row.folder, limits)
        if folder is None:
            faults.append(fault("BULK-028", row.folder[: limits.path_chars]))
        return folder
    if row.files:
        return None
    names = (name for name in (row.external_id, row.id_number) if name)
    return next((folder for name in names if (folder := index.folder_named(name))), None)


def _kinds(row: ManifestRow, folder: str, index: FileIndex, limits: BulkLimits) -> dict[str, str]:
    """What the row says its files are, by the names that the case calls them."""
    kinds: dict[str, str] = {}
    for written, kind in (row.kinds or {}).items():
        path = clean_path(written, limits)
        for place in (index.find(path, folder or None) or ()) if path else ():
            kinds[inside(place, folder) or place] = kind
    return kinds


def _missing(path: str, folder: str | None, index: FileIndex) -> Fault:
    for place in (f"{folder}/{path}", path):
        if place in index.refused:
            return index.refused[place].fault
    return fault("BULK-029", path)


def _shared(rows: tuple[ManifestRow, ...], found: list[_Found]) -> dict[int, str]:
    """Rows, by line, that use a file which a row of another person uses too; with those rows' lines."""
    users: dict[str, list[ManifestRow]] = defaultdict(list)
    for row, one in zip(rows, found, strict=True):
        for path in one.paths:
            users[path].append(row)
    clashes: dict[int, set[int]] = defaultdict(set)
    for using in users.values():
        if len({row.id_number for row in using}) > 1:
            for row in using:
                clashes[row.row] |= {other.row for other in using if other.id_number != row.id_number}
    return {line: "、".join(map(str, sorted(others)[:5])) for line, others in clashes.items()}


def _case(
    number: int,
    row: ManifestRow,
    found: _Found,
    shared: str | None,
    index: FileIndex,
    defaults: Mapping[str, Any],
    limits: BulkLimits,
    *,
    scanned: bool,
) -> CaseFound:
    files, faults = case_files(found.paths, found.folder, index, limits)
    faults = [*found.faults, *faults]
    if shared:
        faults.append(fault("BULK-031", "文件", rows=shared))
    awaits = not files and not found.faults and scanned
    if not files and not found.faults and not scanned:
        faults.append(no_papers())
    yaml: dict[str, Any] = {}
    yaml_path = f"{found.folder}/{CASE_YAML}"
    if found.folder and yaml_path in found.paths:
        yaml, wrong = read_case_yaml(index.file(yaml_path), limits)
        faults += wrong
    said = dict(row.stated)
    if kinds := _kinds(row, found.folder, index, limits):
        said["files"] = kinds
    stated: dict[str, Any] | None = None
    if any(one.where == CASE_YAML for one in faults):
        faults += row.faults  # what it would have said cannot be called missing
    else:
        stated, wrong_stated = put_together(said, yaml, defaults, row.faults)
        faults += wrong_stated
    case = CaseFound(
        label=row.folder or row.external_id or str(row.stated.get("applicant", {}).get("name", "")),
        row=row.row,
        number=number,
        stated=None if faults else stated,
        files=files,
        faults=tuple(faults),
        external_id=row.external_id,
        awaits_scan=awaits,
    )
    return case if case.label else replace(case, label=f"第 {row.row} 行")
