"""The pages of each case taken out of the scans of a hand-in, as files of that case."""

from __future__ import annotations

import io
import shutil
import tempfile
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import BinaryIO, Final, TypeAlias

import pikepdf

from intake.bulk.codes import fault
from intake.bulk.found import CaseFound, EntryRefused, HandIn, Leftover, PackedFile
from intake.bulk.limits import SCAN_LIMITS
from intake.bulk.separators import ScanSplit, page_words, split_scan
from intake.bulk.sheet_codes import keys_of
from intake.faults import Fault
from intake.opening.guard import open_guarded
from ocr.limits import Limits
from ocr.refusals import FileRefused
from ocr.types import RawPage

_NOT_ALONG: Final = ("/B", "/PieceInfo", "/Metadata", "/AA", "/StructParents", "/Thumb")
"""Of a page: threads, private data of programs, actions."""

OpenPages: TypeAlias = Callable[[PackedFile], Iterable[RawPage]]
KeepSplit: TypeAlias = Callable[[int, Callable[[], ScanSplit]], ScanSplit]
"""Given a scan's number and what splits it, gives the split: made now, or kept from before."""


def _made_now(_: int, make: Callable[[], ScanSplit]) -> ScanSplit:
    return make()


def open_scan(scan: PackedFile, limits: Limits = SCAN_LIMITS) -> Iterable[RawPage]:
    """The pages of a scan, one at a time, opened in a process of its own.

    Raises ``FileRefused`` or ``EntryRefused``, here or while the pages are walked.
    """
    with scan.open() as stream:
        return open_guarded(stream.read(limits.file_bytes + 1), scan.name, limits).pages


def with_scans(hand_in: HandIn, open_pages: OpenPages = open_scan, keep: KeepSplit = _made_now) -> HandIn:
    """``hand_in`` with every case's pages from its ``scans`` among its files.

    ``open_pages`` opens a scan's pages as ``open_scan`` does; ``keep`` may spare looking through them. A scan
    that cannot be opened is left over, with the reason. A case whose pages are in no scan is told so; one
    whose sheet came twice is refused.
    """
    if not hand_in.scans:
        return hand_in
    keys = keys_of(hand_in)
    splits: list[tuple[ScanPages, PackedFile, ScanSplit]] = []
    leftovers: list[Leftover] = []
    faults: list[Fault] = []
    for number, scan in enumerate(hand_in.scans, 1):
        where = "扫描件" if len(hand_in.scans) == 1 else f"第 {number} 个扫描件"
        try:
            split = keep(number, partial(_split, open_pages, scan, keys, where))
        except FileRefused as refused:
            reason = refused.refusal
            wrong = Fault(reason.code, scan.path, reason.message.rstrip("。"), reason.remedy)
        except EntryRefused as refused:
            wrong = refused.fault
        else:
            splits.append((ScanPages(scan), scan, split))
            faults += split.faults
            continue
        leftovers.append(Leftover(scan.path, wrong))
        faults.append(fault("BULK-078", where))
    cases = tuple(_with_pages(case, splits) for case in hand_in.cases)
    faults += _perhaps_mixed(hand_in.cases, [split for _, _, split in splits])
    return replace(
        hand_in,
        cases=cases,
        faults=(*hand_in.faults, *faults),
        leftovers=(*hand_in.leftovers, *leftovers),
        scans=(),
    )


def _split(open_pages: OpenPages, scan: PackedFile, keys: Mapping[str, int], where: str) -> ScanSplit:
    return split_scan(open_pages(scan), keys, where)


def _with_pages(case: CaseFound, splits: Sequence[tuple[ScanPages, PackedFile, ScanSplit]]) -> CaseFound:
    found = [
        (pages, scan, group)
        for pages, scan, split in splits
        for group in split.groups
        if group.number == case.number
    ]
    faults = [*case.faults, *(wrong for _, _, group in found for wrong in group.faults)]
    if len(found) > 1:
        sheets = page_words(group.sheet for _, _, group in found)
        faults.append(fault("BULK-072", "扫描件", pages=sheets))
    files = list(case.files)
    for pages, scan, group in found:
        if group.pages:
            words = page_words(group.pages)
            opener = partial(pages.cut, group.pages)
            files.append(PackedFile(f"{scan.path}#{words}", f"扫描第{words}页.pdf", None, opener))
    if not files and case.awaits_scan:
        faults.append(fault("BULK-079", "文件"))
    return replace(
        case,
        files=tuple(files),
        faults=tuple(faults),
        stated=None if faults else case.stated,
        awaits_scan=False,
    )


def _perhaps_mixed(cases: Sequence[CaseFound], splits: Sequence[ScanSplit]) -> Iterator[Fault]:
    """Where a sheet is missing between two that were scanned, its papers lie behind the one before."""
    rows = {case.number: case.row for case in cases}
    seen = {group.number for split in splits for group in split.groups}
    for case in cases:
        if case.awaits_scan and case.number not in seen and case.number - 1 in seen:
            yield fault("BULK-080", "扫描件", missing=case.row, before=rows[case.number - 1])


class ScanPages:
    """A scan's PDF, opened once, from which groups of pages are taken as PDFs of their own, images untouched.

    Nothing but those pages goes along: scanners list every page's image in one table that all pages share,
    and other patients' pages would be inside each file.
    """

    def __init__(self, scan: PackedFile) -> None:
        self._scan = scan
        self._whole: pikepdf.Pdf | None = None
        self._lock = threading.Lock()

    def cut(self, pages: Sequence[int]) -> BinaryIO:
        """The PDF of ``pages``, numbered from 1. Raises ``EntryRefused``."""
        written = io.BytesIO()
        try:
            with self._lock, pikepdf.new() as part:
                whole = self._opened()
                for number in pages:
                    part.pages.append(whole.pages[number - 1])
                    for key in _NOT_ALONG:
                        if key in part.pages[-1].obj:
                            del part.pages[-1].obj[key]
                part.save(written, compress_streams=True)
        except (pikepdf.PdfError, IndexError, ValueError) as error:
            raise EntryRefused(fault("BULK-078", self._scan.path)) from error
        written.seek(0)
        return written

    def _opened(self) -> pikepdf.Pdf:
        if self._whole is None:
            kept = tempfile.TemporaryFile()  # noqa: SIM115 - lives as long as the document over it
            with self._scan.open() as stream:
                shutil.copyfileobj(stream, kept, 1 << 20)
            self._whole = pikepdf.open(kept, suppress_warnings=True)
            self._whole.remove_unreferenced_resources()
        return self._whole
