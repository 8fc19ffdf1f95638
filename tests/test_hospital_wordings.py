"""Names as hospitals and applicants really write them, against both lists.

The wordings are from medical practice; every answer of the table was read through by hand. ``never`` is a
wording that must not pass for the disease; everything else there must at least never be refused for it.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from validators.catalogue import Support, load_catalogues

ROWS = list(
    csv.DictReader((Path(__file__).parent / "resources" / "hospital_wordings.csv").open(encoding="utf-8"))
)
CATALOGUES = load_catalogues()


def _rows(kind: str, *answers: str) -> list[dict[str, str]]:
    return [r for r in ROWS if r["as_what"] == kind and (not answers or r["answer"] in answers)]


def _name(row: dict[str, str]) -> str:
    return f"{row['list']}-{row['no']}-{row['wording']}"


@pytest.mark.parametrize("row", _rows("claim"), ids=_name)
def test_what_a_claim_means(row: dict[str, str]) -> None:
    found = CATALOGUES[row["list"]].match(row["wording"])
    assert found.likeness.value == row["answer"]
    assert row["answer"] == "none" or "|".join(r.no for r in found.rows) == row["no"]


@pytest.mark.parametrize("row", _rows("diagnosis"), ids=_name)
def test_what_a_diagnosis_supports(row: dict[str, str]) -> None:
    catalogue = CATALOGUES[row["list"]]
    diagnoses = row["wording"].split("；")
    answers = {catalogue.supports(diagnoses, catalogue.row(no)) for no in row["no"].split("|")}
    if row["answer"] == "never":
        assert Support.SUPPORTS not in answers
        assert all(catalogue.row(row["no"]) not in catalogue.match(d).rows
                   or catalogue.match(d).likeness.value != "listed" for d in diagnoses)  # fmt: skip
    else:
        assert (Support.SUPPORTS in answers) == (row["answer"] == "supports")
        assert Support.OTHER not in answers


def test_the_table_is_large_enough() -> None:
    assert len(_rows("diagnosis", "supports")) > 280
    assert len(_rows("diagnosis", "never")) > 80
