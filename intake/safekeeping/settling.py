"""Moves a file to where it stays, durably: what is acknowledged survives a power cut."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path
from typing import Final

MOST_LASTING: Final = 4096


def settle(spooled: Path, place: Path, lasting: set[Path]) -> None:
    """Move a file, so that it is whole and durable under its new name, or not there.

    ``lasting``: folders whose own names are known to be durable; a disk is asked once for each.
    """
    place.parent.mkdir(parents=True, exist_ok=True)
    _to_disk(spooled)
    try:
        os.replace(spooled, place)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        partial = place.with_name(place.name + ".partial")
        shutil.copyfile(spooled, partial)
        _to_disk(partial)
        os.replace(partial, place)
        spooled.unlink(missing_ok=True)
    _to_disk(place.parent)
    if len(lasting) > MOST_LASTING:
        lasting.clear()
    for folder in (place.parent, place.parent.parent):
        if folder not in lasting:
            _to_disk(folder.parent)
            lasting.add(folder)


def _to_disk(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
