"""Where words go: results to standard output, progress and complaints to standard error."""

from __future__ import annotations

import logging
import os
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from typing import Protocol

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

STDOUT, STDERR = 1, 2
PIPED_WIDTH = 110


def results() -> Console:
    """Standard output, for tables."""
    width = None if sys.stdout.isatty() else PIPED_WIDTH
    return Console(highlight=False, emoji=False, markup=False, width=width)


def messages() -> Console:
    """Standard error, for everything that is no result."""
    return Console(stderr=True, highlight=False, emoji=False, markup=False)


def write_bytes(data: bytes) -> None:
    """The one JSON document of a run: UTF-8 whatever the locale."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


@contextmanager
def results_only() -> Iterator[None]:
    """Keep standard output for results: whatever a library prints meanwhile goes to standard error.

    Libraries written in C print past ``sys.stdout``, so the file descriptor itself is turned.
    """
    sys.stdout.flush()
    kept, threshold = os.dup(STDOUT), logging.root.manager.disable
    os.dup2(STDERR, STDOUT)
    logging.disable(logging.WARNING)
    try:
        with redirect_stdout(sys.stderr), warnings.catch_warnings(action="ignore"):
            yield
    finally:
        logging.disable(threshold)
        os.dup2(kept, STDOUT)
        os.close(kept)


class Steps(Protocol):
    """Shows how far a run is; a ``Progress`` of the pipeline may be taken from it."""

    def item(self, name: str) -> None:
        """The next of the things counted by ``progress_bar`` begins."""

    def step(self, what: str, done: int, total: int) -> None:
        """Inside the item, ``done`` of ``total`` pieces are ready."""


class _Bars:
    def __init__(self, progress: Progress, total: int) -> None:
        from api.words import plain

        self._plain = plain
        self._progress = progress
        self._outer = progress.add_task("准备", total=total) if total > 1 else None
        self._inner = progress.add_task("加载识别模型", total=None)
        self._begun = 0

    def item(self, name: str) -> None:
        if self._outer is not None:
            self._progress.update(self._outer, description=self._plain(name), completed=self._begun)
        self._progress.update(self._inner, description="打开", total=None, completed=0)
        self._begun += 1

    def step(self, what: str, done: int, total: int) -> None:
        self._progress.update(self._inner, description=self._plain(what), total=total or None, completed=done)


@contextmanager
def progress_bar(total: int) -> Iterator[Steps]:
    """A bar on standard error, gone at the end; nothing at all where that is no terminal."""
    console = messages()
    words = TextColumn("{task.description}", markup=False)  # a name may hold what looks like markup
    columns = (words, BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        yield _Bars(progress, total)
