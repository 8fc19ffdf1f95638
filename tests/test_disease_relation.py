"""Claims and diagnoses by pairs: the same disease, not, or not to be told; each pair both ways.

``resources/disease_pairs.csv`` was written from general medical knowledge and the lists' own words, before
the code: ``one_claimed`` is the answer where ``one`` is claimed and ``other`` diagnosed.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from validators.catalogue import load_catalogues
from validators.disease_attributes import attributes_of, conflict
from validators.disease_relation import Relation, relation

PAIRS = list(
    csv.DictReader((Path(__file__).parent / "resources" / "disease_pairs.csv").open(encoding="utf-8"))
)
CATALOGUES = load_catalogues()


def test_there_are_enough_pairs_of_every_kind() -> None:
    told = [pair[way] for pair in PAIRS for way in ("one_claimed", "other_claimed")]
    assert len(PAIRS) >= 300
    assert min(told.count(kind.value) for kind in Relation) >= 60
    assert all(pair["reason"] for pair in PAIRS)


@pytest.mark.parametrize("pair", PAIRS, ids=lambda p: f"{p['list']}-{p['one']}-{p['other']}")
def test_a_pair_both_ways(pair: dict[str, str]) -> None:
    catalogue = CATALOGUES[pair["list"]]
    forward = relation(catalogue, pair["one"], pair["other"])
    backward = relation(catalogue, pair["other"], pair["one"])
    assert (forward.value, backward.value) == (pair["one_claimed"], pair["other_claimed"])


NAMES = sorted({name for c in CATALOGUES.values() for row in c.rows for name in (row.name, *row.aliases)})


@given(st.sampled_from(NAMES), st.sampled_from(sorted(CATALOGUES)))
def test_every_name_is_itself(name: str, listed: str) -> None:
    assert relation(CATALOGUES[listed], name, name) is Relation.SAME


@given(st.sampled_from(NAMES), st.sampled_from(NAMES))
def test_a_conflict_of_types_stands_both_ways(one: str, other: str) -> None:
    alone = all(len({v for g, v in attributes_of(n) if g == group}) == 1
                for n in (one, other) for group, _ in attributes_of(n))  # fmt: skip
    if alone:
        assert (conflict(one, [other]) is None) == (conflict(other, [one]) is None)
