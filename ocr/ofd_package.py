"""The zip and XML of an OFD (GB/T 33190-2016), read with care: sizes are capped before unpacking."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from typing import Final, Protocol, overload

from lxml import etree

from ocr.inspect import OFD
from ocr.limits import Limits
from ocr.refusals import ARCHIVE_BOMB, BROKEN, PASSWORD_PROTECTED, TRUNCATED, FileRefused
from ocr.truncation import is_truncated


class Element(Protocol):
    """The part of an lxml element that is used here."""

    tag: object
    text: str | None

    @overload
    def get(self, key: str) -> str | None: ...
    @overload
    def get(self, key: str, default: str) -> str: ...
    def __iter__(self) -> Iterator[Element]: ...


_MOST_ENTRIES: Final = 10_000
_RATIO_MATTERS_FROM: Final = 1024 * 1024
"""A small XML of blanks packs 1000:1 and harms nobody."""
_ENCRYPTED: Final = 1


class OfdPackage:
    """The parts of an OFD by their path inside it. Nothing is ever written to disk."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        """Raises ``FileRefused``: truncated, broken, archive bomb, password-protected."""
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError) as error:
            refusal = TRUNCATED if is_truncated(data, OFD) else BROKEN
            raise FileRefused(refusal, f"zip: {error}") from error
        entries = self._zip.infolist()
        _check_sizes(entries, limits)
        self._entries = {_normal(entry.filename): entry for entry in entries if not entry.is_dir()}
        self._folded = {path.lower(): path for path in self._entries}
        if "encryptions.xml" in self._folded:
            raise FileRefused(PASSWORD_PROTECTED, "Encryptions.xml")

    def find(self, reference: str, base: str = "") -> str | None:
        """The path of the part that ``reference``, written in the part ``base``, points at.

        Programs write references from the package's root, from the part's folder, or from the
        document's folder, with or without the leading slash.
        """
        folders = [posixpath.dirname(base)]
        while folders[-1]:
            folders.append(posixpath.dirname(folders[-1]))
        tries = [""] if reference.startswith("/") else folders
        for folder in tries:
            path = _normal(posixpath.join(folder, reference.strip().lstrip("/")))
            if path in self._entries or path.lower() in self._folded:
                return self._folded[path.lower()]
        return None

    def read(self, path: str) -> bytes:
        """The bytes of a part found with ``find``. Raises ``FileRefused`` where it is damaged."""
        try:
            with self._zip.open(self._entries[path]) as part:
                return part.read(self._entries[path].file_size + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            OSError,
            EOFError,
            NotImplementedError,
            RuntimeError,
        ) as error:
            raise FileRefused(BROKEN, f"{type(error).__name__} in a part") from error

    def tree(self, path: str) -> Element:
        """A part as XML: no entities, no DTD, no network. Raises ``FileRefused`` where it is none."""
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True
        )
        try:
            root: Element = etree.fromstring(self.read(path), parser)
            return root
        except (etree.XMLSyntaxError, ValueError) as error:
            raise FileRefused(BROKEN, f"XML: {error}"[:200]) from error


def _check_sizes(entries: list[zipfile.ZipInfo], limits: Limits) -> None:
    unpacked = sum(entry.file_size for entry in entries)
    if len(entries) > _MOST_ENTRIES or unpacked > limits.unpacked_bytes:
        raise FileRefused(ARCHIVE_BOMB, f"{len(entries)} entries, {unpacked} bytes unpacked")
    for entry in entries:
        if entry.flag_bits & _ENCRYPTED:
            raise FileRefused(PASSWORD_PROTECTED, "encrypted entry")
        ratio = entry.file_size / max(entry.compress_size, 1)
        if entry.file_size > _RATIO_MATTERS_FROM and ratio > limits.unpack_ratio:
            raise FileRefused(ARCHIVE_BOMB, f"ratio {ratio:.0f}")


def _normal(path: str) -> str:
    # Some programs write backslashes; ".." cannot lead out, for the path is only looked up.
    return posixpath.normpath(path.replace("\\", "/").lstrip("/")).lstrip("/")


def local_name(element: Element) -> str:
    """The tag without its namespace ('' for comments and instructions)."""
    return element.tag.rsplit("}", 1)[-1] if isinstance(element.tag, str) else ""


def children(element: Element, name: str) -> list[Element]:
    """The direct children of that local name; programs differ in the namespace they write."""
    return [child for child in element if local_name(child) == name]


def child(element: Element | None, *path: str) -> Element | None:
    """The first element down a path of local names."""
    for name in path:
        element = next(iter(children(element, name)), None) if element is not None else None
    return element


def text_of(element: Element | None) -> str:
    """The text of an element, '' where there is none."""
    return (element.text or "").strip() if element is not None else ""


def numbers(text: str | None) -> list[float]:
    """The numbers of an attribute such as ``Boundary``; malformed ones end the list."""
    found: list[float] = []
    for word in (text or "").replace(",", " ").split():
        try:
            number = float(word)
        except ValueError:
            break
        if not abs(number) < 1e7:
            break
        found.append(number)
    return found
