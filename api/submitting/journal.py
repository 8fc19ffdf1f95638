"""What is through of a hand-in, in a file of this machine: after a cut the same command goes on from there.

The file holds ids, keys and addresses of the service, no personal data.
"""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(slots=True)
class Entry:
    """One parcel: its batch and upload at the service, and whether it was handed over whole."""

    batch: str = ""
    upload: str = ""
    through: bool = False


class Journal:
    """The entries of one hand-in at one service, written after every change."""

    def __init__(self, folder: Path, service: str, source: Path) -> None:
        name = hashlib.sha256(f"{service}\0{source.resolve()}".encode("utf-8", "surrogateescape"))
        self._path = folder / f"{name.hexdigest()[:24]}.json"
        self._entries: dict[str, Entry] = {}
        try:
            known = json.loads(self._path.read_text("utf-8"))
            self._entries = {key: Entry(**entry) for key, entry in known.items()}
        except (FileNotFoundError, ValueError, TypeError, AttributeError):
            self._entries = {}  # a first time, or a file cut short: at worst a parcel is sent again

    def entry(self, key: str) -> Entry:
        """What is known of a parcel."""
        return self._entries.setdefault(key, Entry())

    def save(self) -> None:
        """Write it all, whole or not at all."""
        self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        beside = self._path.with_suffix(".partial")
        text = json.dumps({key: asdict(entry) for key, entry in self._entries.items()})
        with beside.open("w", encoding="utf-8") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(beside, self._path)

    def forget(self) -> None:
        """The hand-in is over."""
        self._path.unlink(missing_ok=True)
