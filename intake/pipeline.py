"""The way of a case, from files to a verdict, on one screen.

receive → inspect → open pages → straighten → find seals → read → judge quality → classify → find other
marks → group → extract → check → route. Every stage is pure and stands in its own file; this file calls
them in order, keeps one reader a process, and holds at most one page's pixels at a time.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import logging
import traceback
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from intake.case import CaseLimits, OpenedCase, open_case
from intake.opening.deadline import DeadlineExceeded, deadline
from intake.opening.guard import OpenerLostError, open_guarded
from intake.settings import Settings
from ocr.engine import TextEngine, open_engine
from ocr.jpeg import as_jpeg
from ocr.models import ModelsMissing, bundled_models, user_models
from ocr.page import PageReading, read_page
from ocr.papers import as_document, group
from ocr.refusals import NOT_RECEIVED, READER_FAILED, READER_TIMED_OUT, TOO_MANY_BYTES, FileRefused
from ocr.types import Document, FileFacts, RawPage, Reading
from validators.check import check_case
from validators.pack import Pack, pack_in_force
from validators.verdict import Verdict

_log = logging.getLogger(__name__)
Progress = Callable[[str, int, int], None]
"""Called with what is being done (Chinese), how many files are done, and how many there are."""
IMAGE_SIDE = 1600
"""Kept page images are reduced to this long side."""


@dataclass(frozen=True, slots=True)
class PageImage:
    """A straightened page for people to look at; boxes are in ``width`` × ``height``.

    The JPEG may be smaller than that.
    """

    file: str
    page: int
    width: int
    height: int
    jpeg: bytes


@dataclass(frozen=True, slots=True)
class ReadFiles:
    """What was read, and the page images where they were asked for."""

    reading: Reading
    images: tuple[PageImage, ...]


@dataclass(frozen=True, slots=True)
class FilePages:
    """Pages of one file as read, and their images where they were asked for."""

    facts: FileFacts
    pages: tuple[PageReading, ...]
    images: tuple[PageImage, ...]


@dataclass(frozen=True, slots=True)
class CheckedCase:
    """A verdict, and the page images where they were asked for."""

    verdict: Verdict
    images: tuple[PageImage, ...]


class Reader:
    """Reads files and checks cases. Loads the text engine at first need; not thread-safe."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    @cached_property
    def engine(self) -> TextEngine:
        """The one text engine of this process. Raises ``ocr.models.ModelsMissing``."""
        models = self._settings.models
        found = user_models(models) if models else bundled_models(self._settings.home / "models")
        return open_engine(found, threads=self._settings.threads, name=self._settings.engine)

    def read(
        self, files: Sequence[Path], *, progress: Progress | None = None, keep_images: bool = False
    ) -> ReadFiles:
        """Read files outside any case; a refused file never stops the others.

        Documents carry the file's bare name, or its path where two files bear the same name.
        """
        counted = Counter(path.name for path in files)
        named = [(path.name if counted[path.name] == 1 else path.as_posix(), path) for path in files]
        documents, images = self._read_all(named, progress, keep_images)
        return ReadFiles(Reading(documents, self.engine.info), images)

    def check(
        self,
        folder: Path,
        *,
        policy: str | None = None,
        on: dt.date | None = None,
        progress: Progress | None = None,
        keep_images: bool = False,
    ) -> CheckedCase:
        """Read a case folder and check it against its policy.

        ``policy`` and ``on`` override what ``case.yaml`` says. Raises ``intake.case.CaseRefused`` and
        ``validators.policy.PolicyError`` where the case cannot be opened or has no policy.
        """
        overrides = {"policy": policy, "submitted_on": on.isoformat() if on else None}
        case: OpenedCase = open_case(
            folder,
            CaseLimits(files=self._settings.max_files),
            overrides={name: value for name, value in overrides.items() if value},
        )
        stated = case.application
        pack: Pack = pack_in_force(
            policy=stated.policy,
            region=stated.region,
            business=stated.business,
            on=stated.submitted_on,
        )
        named = [(path.relative_to(folder).as_posix(), path) for path in case.files]
        documents, images = self._read_all(named, progress, keep_images)
        verdict = check_case(case.name, stated, documents, self.engine.info, pack)
        return CheckedCase(verdict, images)

    def _read_all(
        self, files: Sequence[tuple[str, Path]], progress: Progress | None, keep_images: bool
    ) -> tuple[tuple[Document, ...], tuple[PageImage, ...]]:
        documents: list[Document] = []
        images: list[PageImage] = []
        for done, (name, path) in enumerate(files):
            if progress:
                progress(f"正在读取 {name}", done, len(files))
            documents += self._read_file(name, path, images if keep_images else None)
        if progress:
            progress("读取完成", len(files), len(files))
        return tuple(documents), tuple(images)

    def _read_file(
        self, name: str, path: Path, images: list[PageImage] | None, *, again: bool = True
    ) -> tuple[Document, ...]:
        """The papers in one file, or one refused document that says why.

        A file whose opening process was lost, by no fault of its own, is opened once more.
        """
        sha256 = ""
        try:
            data = receive(path, self._settings.limits.file_bytes)
            sha256 = hashlib.sha256(data).hexdigest()
            read = self.read_pages(data, path.name, keep_images=images is not None)
        except OpenerLostError:
            if again:
                return self._read_file(name, path, images, again=False)
            return (Document(name, sha256, None, refused=READER_FAILED),)
        except FileRefused as refused:
            return (Document(name, sha256, None, refused=refused.refusal),)
        if images is not None:
            images += [replace(image, file=name) for image in read.images]
        return papers_of(name, sha256, read.facts, read.pages)

    def read_pages(
        self, data: bytes, name: str, *, first: int = 1, last: int | None = None, keep_images: bool = False
    ) -> FilePages:
        """Read pages ``first`` to ``last`` of one file (``None``: to its end).

        Raises ``FileRefused`` for a file that cannot be opened or read, and ``OpenerLostError``.
        """
        limits = replace(self._settings.limits, first_page=first, last_page=last)
        opened = open_guarded(data, name, limits)
        picture = opened.facts.media_type.startswith("image/")
        images: list[PageImage] | None = [] if keep_images else None
        pages = tuple(self._read_page(name, raw, picture, images) for raw in opened.pages)
        return FilePages(opened.facts, pages, tuple(images or ()))

    def _read_page(
        self, name: str, raw: RawPage, picture: bool, images: list[PageImage] | None
    ) -> PageReading:
        try:
            with deadline(self._settings.read_seconds):
                reading = read_page(raw, self.engine, picture=picture)
        except DeadlineExceeded as error:
            raise FileRefused(READER_TIMED_OUT, f"page {raw.number}") from error
        except ModelsMissing:
            raise  # trouble of the operator: no file can be read
        except Exception as error:
            # a fault of ours on one page must not take the other files' reading with it; the case goes to
            # a person. The message is not logged: it may hold what stood on the page
            _log.error("reading page %d failed: %s at %s", raw.number, type(error).__name__, _places(error))
            raise FileRefused(READER_FAILED, type(error).__name__) from error
        if images is not None:
            images.append(_image(name, reading))
        return reading.without_pixels()


def receive(path: Path, most: int) -> bytes:
    """The file's bytes, at most ``most`` of them. Raises ``FileRefused`` for what cannot be read."""
    try:
        with path.open("rb") as stream:
            data = stream.read(most + 1)
    except OSError as error:
        raise FileRefused(NOT_RECEIVED, type(error).__name__) from error
    if len(data) > most:
        raise FileRefused(TOO_MANY_BYTES, f"{len(data)} bytes")
    return data


def papers_of(name: str, sha256: str, facts: FileFacts, pages: Sequence[PageReading]) -> tuple[Document, ...]:
    """The papers in one file whose pages are all read, in their order."""
    return tuple(as_document(paper, file=name, sha256=sha256, facts=facts) for paper in group(pages))


def _places(error: Exception) -> str:
    """Where an error went through our code, outermost first, without its message."""
    return " > ".join(
        f"{Path(f.filename).name}:{f.lineno}" for f in traceback.extract_tb(error.__traceback__)
    )


def _image(name: str, reading: PageReading) -> PageImage:
    if reading.pixels is None:
        raise AssertionError("the page's pixels were let go too early")
    height, width = reading.pixels.shape[:2]
    return PageImage(name, reading.page.number, width, height, as_jpeg(reading.pixels, IMAGE_SIDE))
