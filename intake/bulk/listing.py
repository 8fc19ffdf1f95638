"""A folder on disk → its files; links that lead outside are refused, never followed."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from functools import partial
from pathlib import Path
from typing import BinaryIO

from intake.bulk.codes import fault, size_words
from intake.bulk.found import EntryRefused, Leftover, Listing, PackedFile
from intake.bulk.limits import DEFAULT_LIMITS, BulkLimits
from intake.bulk.paths import clean_path, is_archive, is_noise


def list_folder(
    folder: Path, limits: BulkLimits = DEFAULT_LIMITS, *, only: Collection[str] | None = None
) -> Listing:
    """The files under ``folder``, sorted by path; opened when read, which raises ``EntryRefused``.

    ``only`` leaves out what at the top has none of these names (case-folded).
    """
    root = folder.resolve()
    files: list[PackedFile] = []
    refused: list[Leftover] = []
    for path in _walk(folder, limits.depth, only):
        if len(files) + len(refused) >= limits.entries:
            return Listing(faults=(fault("BULK-042", "文件夹", limit=limits.entries),))
        written = os.fsencode(path.relative_to(folder)).decode("utf-8", "backslashreplace")
        name = clean_path(written, limits)
        if name is not None and is_noise(name):
            continue
        code = _trouble(path, root, name, limits)
        if code or name is None:
            words = fault(code or "BULK-045", written, limit=size_words(limits.entry_bytes))
            refused.append(Leftover(written, words))
        else:
            files.append(PackedFile(name, name, path.stat().st_size, partial(_open, path, name)))
    if sum(file.size or 0 for file in files) > limits.total_bytes:
        return Listing(faults=(fault("BULK-043", "文件夹", limit=size_words(limits.total_bytes)),))
    return Listing(tuple(sorted(files, key=lambda file: file.path)), (), tuple(refused))


def _walk(folder: Path, depth: int, only: Collection[str] | None = None) -> Iterator[Path]:
    """Files, links, and folders that cannot be entered; hidden folders are left out."""
    with os.scandir(folder) as entries:
        found = sorted(entries, key=lambda entry: entry.name)
    for entry in found:
        path = folder / entry.name
        if only is not None and entry.name.casefold() not in only:
            continue
        if entry.is_dir(follow_symlinks=False):
            if is_noise(entry.name):
                continue
            if depth and os.access(path, os.R_OK | os.X_OK):
                yield from _walk(path, depth - 1)
                continue
        yield path


def _trouble(path: Path, root: Path, name: str | None, limits: BulkLimits) -> str | None:
    """The code of what hinders taking ``path``. A link out of the folder would send this machine's files."""
    try:
        target = path.resolve(strict=True)
    except (OSError, RuntimeError):
        return "BULK-046"
    rows: tuple[tuple[bool, str], ...] = (
        (name is None, "BULK-045"),
        (os.fsencode(path) != str(path).encode("utf-8", "replace"), "BULK-054"),
        (target.is_dir() and not path.is_symlink(), "BULK-055"),
        (not target.is_relative_to(root) or not target.is_file(), "BULK-046"),
        (not os.access(target, os.R_OK), "BULK-055"),
        (name is not None and is_archive(name), "BULK-048"),
        (target.stat().st_size > limits.entry_bytes, "BULK-050"),
    )
    return next((code for applies, code in rows if applies), None)


def _open(path: Path, name: str) -> BinaryIO:
    try:
        return path.open("rb")
    except OSError as error:
        raise EntryRefused(fault("BULK-053", name)) from error
