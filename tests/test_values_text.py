"""Folding and cleaning of text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocr.values.text import clean, digits_of, fold, is_chinese, narrow


@given(st.text())
def test_narrow_keeps_every_offset(text: str) -> None:
    assert len(narrow(text)) == len(text)


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert clean(clean(text)) == clean(text)


@given(st.text(alphabet="宜春市人民医院12(甲)"), st.integers(0, 5))
def test_spaces_do_not_count(text: str, every: int) -> None:
    spaced = "　".join(text) if every % 2 else " ".join(text)
    assert fold(spaced) == fold(text)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("姓名：李建国", "姓 名:李建国"),
        ("（甲）", "(甲)"),
        ("2015.06.18—2035.06.18", "2015.06.18-2035.06.18"),
        ("买买提•吐尔逊", "买买提·吐尔逊"),
        ("１２３ＡＢ", "123AB"),
        ("µmol", "μmol"),
    ],
)
def test_two_writings_fold_alike(left: str, right: str) -> None:
    assert fold(left) == fold(right)


def test_different_words_stay_different() -> None:
    assert fold("三级甲等") != fold("二级甲等")


def test_clean_keeps_spaces_between_latin_words() -> None:
    assert clean("CT  plain　scan 胸 部") == "CT plain scan 胸部"


def test_look_alikes_of_digits() -> None:
    assert digits_of("O0lI|ZSbB") == "001112568"


@pytest.mark.parametrize(("text", "chinese"), [("李建国", True), ("李A", False), ("", False), ("〇", True)])
def test_is_chinese(text: str, chinese: bool) -> None:
    assert is_chinese(text) is chinese
