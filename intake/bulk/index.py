"""Files of a hand-in by path and by folder, found under the names that people write."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from intake.bulk.found import Leftover, PackedFile
from intake.bulk.paths import inside, parent

_MORE_SEPARATORS: Final = re.compile(r"[、，,]+\s*")


class FileIndex:
    """The files under ``root``; paths are seen from there. Case of letters matters only where it must."""

    def __init__(self, files: Sequence[PackedFile], refused: Sequence[Leftover], root: str) -> None:
        self._files: dict[str, PackedFile] = {}
        self._alike: dict[str, list[str]] = {}
        self._beneath: dict[str, list[str]] = {}
        self._folders_alike: dict[str, list[str]] = {}
        self._refused_beneath: dict[str, list[Leftover]] = {}
        self._by_name: dict[str, list[str]] | None = None
        self.refused: dict[str, Leftover] = {}
        for file in files:
            if (path := inside(file.path, root)) is not None:
                self._files[path] = file
                self._alike.setdefault(path.casefold(), []).append(path)
                folder = parent(path)
                while folder:
                    self._beneath.setdefault(folder, []).append(path)
                    folder = parent(folder)
        for folder in self._beneath:
            self._folders_alike.setdefault(folder.casefold(), []).append(folder)
        for leftover in refused:
            path = inside(leftover.path, root) or leftover.path
            self.refused[path] = leftover
            folder = parent(path)
            while folder:
                self._refused_beneath.setdefault(folder, []).append(leftover)
                folder = parent(folder)

    @property
    def paths(self) -> tuple[str, ...]:
        """Every path, sorted."""
        return tuple(sorted(self._files))

    def file(self, path: str) -> PackedFile:
        """The file at an exact path."""
        return self._files[path]

    def holds(self, path: str) -> bool:
        """Whether there is a file at exactly ``path``."""
        return path in self._files

    def holds_named(self, name: str) -> bool:
        """Whether a file called ``name`` stands anywhere."""
        return any(path.rsplit("/", 1)[-1] == name for path in self._files)

    def beneath(self, folder: str) -> tuple[str, ...]:
        """Every path under ``folder``, however deep; none where there is no such folder."""
        exact = self._beneath.get(folder)
        if exact is None:
            alike = self._folders_alike.get(folder.casefold(), [])
            exact = self._beneath[alike[0]] if len(alike) == 1 else []
        return tuple(sorted(exact))

    def refused_beneath(self, folder: str) -> tuple[Leftover, ...]:
        """Entries under ``folder`` that cannot be taken."""
        return tuple(self._refused_beneath.get(folder, ()))

    def folder_named(self, name: str) -> str | None:
        """The one folder whose last part is exactly ``name``; ``None`` where there is none or several."""
        if self._by_name is None:
            names: dict[str, list[str]] = {}
            for folder in self._beneath:
                names.setdefault(folder.rsplit("/", 1)[-1], []).append(folder)
            self._by_name = names
        found = self._by_name.get(name, [])
        return found[0] if len(found) == 1 else None

    def find(self, written: str, folder: str | None) -> tuple[str, ...] | None:
        """The paths that ``written`` names, looked for in ``folder`` and then from the root.

        A folder's name stands for all under it; ``甲.jpg、乙.jpg`` for both where both are there.
        """
        for base in (folder, None) if folder else (None,):
            path = f"{base}/{written}" if base else written
            if path in self._files:
                return (path,)
            alike = self._alike.get(path.casefold(), ())
            if len(alike) == 1:
                return (alike[0],)
            if beneath := self.beneath(path):
                return beneath
        parts = [part.strip() for part in _MORE_SEPARATORS.split(written) if part.strip()]
        if len(parts) < 2:
            return None
        found = [self.find(part, folder) for part in parts]
        return None if None in found else tuple(path for paths in found if paths for path in paths)
