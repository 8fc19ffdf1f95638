"""The tables that packs judge by, read from the package (``validators/data``; sources in its README)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

DATA = Path(__file__).parent / "data"
TABLES = (
    "confusable_characters.txt",
    "diagnosis_terms.csv",
    "disease_attributes.csv",
    "diseases.csv",
    "hospitals.csv",
    "icd10_categories.csv",
    "national_disease_codes.csv",
    "regions.csv",
    "test_items.csv",
)
"""Every table that can change a verdict; all are part of a pack's hash."""


def read_table_bytes(name: str) -> bytes:
    """The table's bytes with LF line ends."""
    return (DATA / name).read_bytes().replace(b"\r\n", b"\n")


def read_lines(name: str) -> list[str]:
    """The table's lines without comments (``#``) and blank ones."""
    text = read_table_bytes(name).decode("utf-8")
    return [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]


def read_rows(name: str) -> Iterator[dict[str, str]]:
    """The table's rows, by column name."""
    text = read_table_bytes(name).decode("utf-8-sig")
    return iter(csv.DictReader(io.StringIO(text)))


def split(cell: str) -> tuple[str, ...]:
    """The parts of a cell that holds several, divided by ``|``."""
    return tuple(part.strip() for part in cell.split("|") if part.strip())
