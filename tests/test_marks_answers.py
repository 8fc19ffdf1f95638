"""Several readings of one line of a seal: put to the vote, and as sure as their weakest character."""

from __future__ import annotations

from dataclasses import replace

import pytest
from scripted_lines import said

from ocr.engine import ReadText
from ocr.marks.answers import NOTHING, Answer, agreed, heard


def doubtful(text: str, place: int, confidence: float) -> ReadText:
    """A line whose characters are sure but for one."""
    read = said(text, 0.99)
    chars = [replace(c, confidence=confidence) if n == place else c for n, c in enumerate(read.chars)]
    return replace(read, confidence=sum(c.confidence for c in chars) / len(chars), chars=tuple(chars))


def without(text: str, place: int) -> ReadText:
    """A line of which one character was passed over."""
    read = said(text, 0.99)
    chars = read.chars[:place] + read.chars[place + 1 :]
    return replace(read, text=text[:place] + text[place + 1 :], chars=chars)


def test_a_line_is_as_sure_as_its_weakest_character() -> None:
    answer = heard(doubtful("样山市人民医院", 1, 0.4))
    assert answer.confidence > 0.9
    assert answer.weakest == 0.4


@pytest.mark.parametrize(("place", "lost"), [(2, True), (0, False), (6, False)])
def test_a_gap_between_characters_is_a_doubt(place: int, lost: bool) -> None:
    assert (heard(without("样山市人民医院", place)).weakest < 0.75) is lost


def test_readings_that_agree_stay_sure() -> None:
    answer = agreed([heard(said("样山市人民医院", 0.98)), heard(said("样山市人民医院", 0.95))])
    assert answer.text == "样山市人民医院"
    assert answer.weakest > 0.9


def test_the_surer_reading_of_a_character_counts() -> None:
    answer = agreed([heard(doubtful("祥山市人民医院", 0, 0.4)), heard(doubtful("样山市人民医院", 5, 0.8))])
    assert answer.text == "样山市人民医院"


def test_where_sure_readings_disagree_nothing_is_sure() -> None:
    answer = agreed([heard(said("祥山市人民医院", 0.98)), heard(said("样山市人民医院", 0.97))])
    assert answer.weakest < 0.6


def test_noise_has_no_vote() -> None:
    name = heard(said("样山市人民医院", 0.98))
    assert agreed([name, heard(said("柞出", 0.9)), NOTHING]) == name


def test_no_reading_adds_characters() -> None:
    answer = agreed([heard(said("样山市人民医院", 0.98)), heard(said("样山市大人民医院", 0.7))])
    assert answer.text == "样山市人民医院"


def test_nothing_read_says_nothing() -> None:
    assert agreed([]) == NOTHING
    assert heard(said("", 0.0)) == Answer("", 0.0)
