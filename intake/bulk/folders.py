"""A folder, zip or manifest with files → the cases in it; one shape for all three.

A folder with a ``case.yaml`` is a case. A manifest at the root (``manifest.csv``, ``清单.xlsx``, or the only
table there) names cases by row, with their files or their folder, and may stand beside ``case.yaml`` files.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import Final

from intake.bulk.archive import list_archive
from intake.bulk.by_manifest import named_by_manifest
from intake.bulk.case_folders import found_in_folders
from intake.bulk.codes import fault
from intake.bulk.found import EntryRefused, HandIn, Listing, PackedFile
from intake.bulk.index import FileIndex
from intake.bulk.limits import DEFAULT_LIMITS, BulkLimits
from intake.bulk.listing import list_folder
from intake.bulk.manifest import ENDINGS, Manifest, read_manifest
from intake.bulk.paths import inside
from intake.bulk.statement import shaped_defaults
from intake.case_yaml import CASE_YAML
from intake.faults import Fault
from validators.pack import Pack, load_packs

_NAMED: Final = frozenset({"manifest", "清单", "案件清单", "名单", "申报清单", "批次清单", "目录清单"})
_TABLES: Final = (".csv", ".tsv", ".xlsx", ".json")


def take_apart(
    listing: Listing,
    *,
    defaults: Mapping[str, str] | None = None,
    packs: Sequence[Pack] | None = None,
    limits: BulkLimits = DEFAULT_LIMITS,
) -> HandIn:
    """The cases among the files of ``listing``.

    ``defaults`` (by column of a manifest: ``policy``, ``submitted_on``, ``insurance`` …) fill what neither
    manifest nor ``case.yaml`` says. Every fault is told; a bad case never hinders another.
    """
    if listing.faults:
        return HandIn(faults=listing.faults)
    packs = load_packs() if packs is None else packs
    spare, wrong = shaped_defaults(defaults or {}, packs, limits)
    if wrong:
        return HandIn(faults=wrong)
    root = _root(listing.files)
    index = FileIndex(listing.files, listing.refused, root)
    tables = () if index.holds(CASE_YAML) else _manifests(index)
    if len(tables) > 1:
        return HandIn(faults=(fault("BULK-012", "清单"),))
    manifest = Manifest()
    if tables:
        manifest = _manifest(index.file(tables[0]), defaults, packs, limits)
        no_table = {found.code for found in manifest.faults} == {"BULK-004"}
        if no_table and index.holds_named(CASE_YAML):
            tables = ()  # some other table beside the case folders
    if not tables:
        return found_in_folders(index, root, spare, limits)
    return named_by_manifest(manifest, index, tables[0], spare, limits)


def _manifest(
    file: PackedFile, defaults: Mapping[str, str] | None, packs: Sequence[Pack], limits: BulkLimits
) -> Manifest:
    try:
        with file.open() as stream:
            data = stream.read(limits.manifest_bytes + 1)
    except EntryRefused as refused:
        broken = refused.fault
        return Manifest(faults=(Fault(broken.code, "清单", broken.message, broken.remedy),))
    return read_manifest(data, file.path, defaults=defaults, packs=packs, limits=limits)


@contextmanager
def hand_in_at(
    path: Path,
    *,
    scans: Collection[str] = (),
    defaults: Mapping[str, str] | None = None,
    packs: Sequence[Pack] | None = None,
    limits: BulkLimits = DEFAULT_LIMITS,
) -> Iterator[HandIn]:
    """The hand-in at ``path``: a folder, a zip, or a manifest whose files stand beside it.

    Beside a manifest only what it names is looked at, ``scans`` (file names), and the PDF of its own name.
    Files can be read inside the ``with`` block. Raises ``OSError`` where ``path`` cannot be opened.
    """
    if path.is_dir():
        yield take_apart(list_folder(path, limits), defaults=defaults, packs=packs, limits=limits)
    elif path.suffix.lower() in ENDINGS:
        manifest = read_manifest(
            _bytes(path, limits), path.name, defaults=defaults, packs=packs, limits=limits
        )
        wanted = {*_first_parts(manifest), *scans, path.stem + ".pdf"}
        listing = list_folder(path.parent, limits, only={name.casefold() for name in wanted})
        packs = load_packs() if packs is None else packs
        spare, wrong = shaped_defaults(defaults or {}, packs, limits)
        index = FileIndex(listing.files, listing.refused, "")
        if listing.faults or wrong:
            yield HandIn(faults=(*listing.faults, *wrong))
        else:
            yield named_by_manifest(manifest, index, path.name, spare, limits)
    else:
        with path.open("rb") as stream:
            listing = list_archive(stream, limits)
            yield take_apart(listing, defaults=defaults, packs=packs, limits=limits)


def _first_parts(manifest: Manifest) -> frozenset[str]:
    """The names beside a manifest that its rows may mean."""
    written = [path for row in manifest.rows for path in (*row.files, row.folder or "")]
    parts = {part for path in written for part in path.replace("\\", "/").split("/") if part not in ("", ".")}
    for row in manifest.rows:
        parts |= {row.external_id or "", row.id_number}
    return frozenset(parts)


def _bytes(path: Path, limits: BulkLimits) -> bytes:
    with path.open("rb") as stream:
        return stream.read(limits.manifest_bytes + 1)


def _root(files: Sequence[PackedFile]) -> str:
    """The folder under which everything stands: people zip a folder as often as what is in it."""
    root = ""
    while files:
        seen = [path for file in files if (path := inside(file.path, root)) is not None]
        tops = {path.split("/", 1)[0] for path in seen}
        if len(tops) != 1 or any("/" not in path for path in seen):
            return root
        root = f"{root}/{tops.pop()}" if root else tops.pop()
    return root


def _manifests(index: FileIndex) -> tuple[str, ...]:
    """The manifest at the root: by its name, else the only table there; several where it is unclear."""
    at_root = [PurePosixPath(path) for path in index.paths if "/" not in path]
    named = [str(path) for path in at_root if path.stem.lower() in _NAMED and path.suffix.lower() in _TABLES]
    return tuple(named or (str(path) for path in at_root if path.suffix.lower() in _TABLES))
