"""Several papers may lie on one page; a correction says which of them it is about, counted from 1."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ocr.types import Document


def papers_at(documents: Iterable[Document], file: str, page: int) -> list[Document]:
    """The papers on this page of a file, in their order."""
    return [one for one in documents if one.file == file and any(p.number == page for p in one.pages)]


def place_of(document: Document, documents: Sequence[Document], page: int) -> int:
    """Which paper of the page ``document`` is; 0 where it does not lie on it."""
    there = papers_at(documents, document.file, page)
    return next((n for n, one in enumerate(there, 1) if one is document), 0)


def paper_meant(
    documents: Iterable[Document], file: str, page: int, field: str, paper: int | None
) -> tuple[Document, int] | None:
    """The paper of a page that is meant, and which of the page it is.

    Where nobody says: the first that states the field, else the first.
    """
    there = papers_at(documents, file, page)
    if paper is None:
        paper = next((n for n, one in enumerate(there, 1) if field in one.fields), 1)
    return (there[paper - 1], paper) if 1 <= paper <= len(there) else None
