"""Three-valued k of n against every way in which the open ones may turn out."""

from __future__ import annotations

from itertools import product

import pytest

from validators.evidence.finding import Finding, all_of, at_least, contradicted, lacking, met, named
from validators.verdict import Evidence, Outcome

MADE = {
    Outcome.MET: met("见到甲"),
    Outcome.UNKNOWN: lacking("乙报告"),
    Outcome.UNMET: contradicted("丙报告写明相反", "请补交丙报告"),
}


def by_hand(count: int, outcomes: tuple[Outcome, ...]) -> Outcome:
    """Met or unmet only where every way to settle the open ones agrees."""
    open_ones = outcomes.count(Outcome.UNKNOWN)
    sure = outcomes.count(Outcome.MET)
    ways = {sure + extra >= count for extra in range(open_ones + 1)}
    return Outcome.UNKNOWN if len(ways) > 1 else Outcome.MET if True in ways else Outcome.UNMET


@pytest.mark.parametrize("size", [1, 2, 3, 4])
def test_k_of_n_is_what_every_outcome_of_the_open_ones_says(size: int) -> None:
    for outcomes in product(MADE, repeat=size):
        findings = [MADE[outcome] for outcome in outcomes]
        for count in range(1, size + 1):
            assert at_least(count, findings).outcome is by_hand(count, outcomes), (count, outcomes)
        assert all_of(findings).outcome is by_hand(size, outcomes), outcomes


def test_a_met_choice_tells_only_the_branch_that_met_it() -> None:
    found = at_least(1, [MADE[Outcome.UNKNOWN], MADE[Outcome.MET], MADE[Outcome.UNMET]])
    assert (found.shown, found.wanted, found.against) == (("见到甲",), (), ())


def test_an_open_choice_names_the_papers_and_what_speaks_against() -> None:
    found = at_least(2, [MADE[Outcome.MET], lacking("乙报告"), lacking("丁报告"), MADE[Outcome.UNMET]])
    assert found.wanted == ("以下任 1 项：乙报告／丁报告",)
    assert found.notes == ("丙报告写明相反",)
    assert found.against == ()


def test_a_named_group_is_asked_for_by_its_name() -> None:
    half = all_of([MADE[Outcome.MET], MADE[Outcome.UNKNOWN]])
    assert named(half, "两项检查", choice=False).wanted == ("两项检查（尚缺乙报告）",)
    assert named(half, "两项检查", choice=True).wanted == ("两项检查",)
    assert named(half, None, choice=True).wanted == ("乙报告",)


def test_places_are_told_once_even_for_rows_of_tests() -> None:
    place = Evidence("lab.jpg", 1, "test_items", {"name": "肌酐", "result": "812"}, (0, 0, 9, 9), 0.97)
    twice: list[Finding] = [met("一", [place]), met("二", [place])]
    assert all_of(twice).evidence == (place,)
