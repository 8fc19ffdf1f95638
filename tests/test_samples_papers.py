"""Every shipped paper read: kinds and fields against their truth.

Fields are compared as a whole, with a tolerance: no reading is perfect, and a snapshot of today's
reading would prove nothing. What may never happen is asserted paper by paper: a wrong identity number.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import pytest
from sample_cases import SAMPLES, reader, truth

from ocr.types import Document
from ocr.values.text import fold

PAPERS = truth(SAMPLES / "documents")
LEAST_PRECISION, LEAST_RECALL = 0.96, 0.93
LEAST_KINDS = 0.97


@cache
def documents(name: str) -> tuple[Document, ...]:
    return reader().read([SAMPLES / "documents" / name]).reading.documents


def plain(value: object) -> object:
    if isinstance(value, Mapping):
        return tuple(fold(str(value.get(k) or "")) for k in ("name", "result", "unit", "reference", "flag"))
    return fold(str(value))


def counted(values: Any) -> Counter[object]:
    return Counter(plain(v) for v in values)


def pairs(*names: str) -> Iterator[tuple[Mapping[str, Any], Document]]:
    """Each true paper of these files with the paper read at its first page."""
    for name in names or PAPERS:
        found = documents(name)
        for paper in PAPERS[name]["documents"]:
            first = paper["pages"][0]
            same = [d for d in found if d.pages and d.pages[0].number == first]
            yield paper, next((d for d in same if d.kind == paper["kind"]), same[0] if same else found[0])


def test_there_are_enough_samples() -> None:
    kinds = {paper["kind"] for entry in PAPERS.values() for paper in entry["documents"]}
    assert len(PAPERS) >= 60
    assert len(kinds) >= 23


@pytest.mark.parametrize("name", sorted(PAPERS))
def test_no_identity_number_is_wrong(name: str) -> None:
    for paper, document in pairs(name):
        told = [paper.get("fields") or {}, paper.get("also_right") or {}]
        allowed = [v for t in told for n in ("id_number", "agent_id_number") for v in t.get(n, [])]
        read = [f.value for n in ("id_number", "agent_id_number") for f in document.fields.get(n, ())]
        assert set(read) <= set(allowed), document.file


def test_kinds() -> None:
    right = [document.kind == paper["kind"] for paper, document in pairs()]
    assert sum(right) >= LEAST_KINDS * len(right)


def test_fields() -> None:
    hits = misses = extras = 0
    for paper, document in pairs():
        wanted, allowed = paper.get("fields") or {}, paper.get("also_right") or {}
        for name in {*wanted, *document.fields}:
            true = counted(wanted.get(name, []))
            read = counted(f.value for f in document.fields.get(name, ()))
            hits += (true & read).total()
            misses += (true - read).total()
            extras += (read - true - counted(allowed.get(name, []))).total()
    assert hits / (hits + extras) >= LEAST_PRECISION
    assert hits / (hits + misses) >= LEAST_RECALL
