"""Names and numbers against a register: the same however written, nearly the same in words, or different."""

from __future__ import annotations

import pytest
from builders import NUMBER
from hypothesis import given
from hypothesis import strategies as st

from validators.near_misses import difference_of_names, difference_of_numbers, plain_name, plain_number

SAME_NAMES = [
    ("李建国", "李建国"),
    ("李建国", " 李 建 国 "),
    ("买买提·吐尔逊", "买买提•吐尔逊"),
    ("买买提·吐尔逊", "买买提．吐尔逊"),
    ("买买提·吐尔逊", "买买提.吐尔逊"),
    ("买买提·吐尔逊", "买买提‧吐尔逊"),
    ("买买提·吐尔逊", "买买提∙吐尔逊"),
    ("买买提·吐尔逊", "买买提・吐尔逊"),
    ("买买提·吐尔逊", "买买提吐尔逊"),
    ("王䶮", "王\ue863"),  # GBK FE9F, private use before GB 18030 gave it U+4DAE
    ("李㤘", "李\ue825"),  # GBK FE60
    ("林\ufa1e", "林羽"),  # a compatibility ideograph
    ("葛\U000e0100城", "葛城"),  # a variation selector
    ("ＡＬＩ", "ALI"),
    ("𠅤大山", " 𠅤 大山"),  # extension B
]
NEAR_NAMES = [
    ("李建国", "李健国", "第 2 个字不同"),
    ("李建国", "王建国", "第 1 个字不同"),
    ("李建国", "李国建", "第 2、3 个字次序颠倒"),
    ("李建国", "李国", "登记的姓名少一个字"),
    ("李国", "李建国", "登记的姓名多一个字"),
    ("买买提·吐尔逊", "买买提·吐尔洪", "第 6 个字不同"),
    ("王䶮", "王?", "第 2 个字在登记中没有显示出来（可能是生僻字）"),
    ("王䶮", "王〓", "第 2 个字在登记中没有显示出来（可能是生僻字）"),
    ("王䶮", "王\uf123", "第 2 个字在登记中没有显示出来（可能是生僻字）"),
    ("刘𬭎", "刘□", "第 2 个字在登记中没有显示出来（可能是生僻字）"),
    ("𠅤大山", "?大山", "第 1 个字在登记中没有显示出来（可能是生僻字）"),  # extension B
    ("𠅤大山", "𠆢大山", "第 1 个字不同"),
    ("刘国强", "劉國強", "第 1、2、3 个字的繁简写法不同"),
]
OTHER_NAMES = [("李建国", "王芳"), ("李建国", "李卫红"), ("李建国", ""), ("李", "王"), ("李建国", "???")]
OLD = "430503670312451"
NEAR_NUMBERS = [
    ("430503196703124514", "430503196703124515", "第 18 位不同"),
    ("430503196703124514", "430503196702124514", "第 12 位不同"),
    ("430503196703124514", "430503196703125414", "第 15、16 位对调"),
    ("43050319670312451", "430503196703124514", "少一位"),
    ("4305031967031245144", "430503196703124514", "多一位"),
    (OLD, NUMBER[:17] + "5", "第 18 位不同"),  # brought to 18 digits
]


@pytest.mark.parametrize(("one", "other"), SAME_NAMES)
def test_one_name_in_two_spellings(one: str, other: str) -> None:
    assert plain_name(one) == plain_name(other)
    assert difference_of_names(one, other) is None


@pytest.mark.parametrize(("stated", "recorded", "words"), NEAR_NAMES)
def test_a_near_name_is_told_in_words(stated: str, recorded: str, words: str) -> None:
    assert difference_of_names(stated, recorded) == words


@pytest.mark.parametrize(("stated", "recorded"), OTHER_NAMES)
def test_another_name_is_no_near_miss(stated: str, recorded: str) -> None:
    assert plain_name(stated) != plain_name(recorded)
    assert difference_of_names(stated, recorded) is None


def test_simplified_and_traditional_are_not_the_same_name() -> None:
    assert difference_of_names("刘建国", "劉建国") == "第 1 个字不同"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (OLD, NUMBER),
        (f" {NUMBER} ", NUMBER),
        ("４３０５０３１９６７０３１２４５１４", NUMBER),
        ("11010519491231002x", "11010519491231002X"),
        ("110105491231002", "11010519491231002X"),
    ],
)
def test_one_number_in_two_spellings(one: str, other: str) -> None:
    assert plain_number(one) == plain_number(other)
    assert difference_of_numbers(one, other) is None


@pytest.mark.parametrize(("stated", "recorded", "words"), NEAR_NUMBERS)
def test_a_near_number_is_told_in_words(stated: str, recorded: str, words: str) -> None:
    assert difference_of_numbers(stated, recorded) == words


def test_a_number_that_differs_in_two_places_is_another() -> None:
    assert difference_of_numbers(NUMBER, "430503196703124523") is None


@given(st.integers(0, 17), st.sampled_from("0123456789X"))
def test_one_digit_changed_is_always_near_and_never_the_same(place: int, digit: str) -> None:
    changed = NUMBER[:place] + digit + NUMBER[place + 1 :]
    words = difference_of_numbers(NUMBER, changed)
    assert words == (None if changed == NUMBER else f"第 {place + 1} 位不同")


@given(st.text(min_size=0, max_size=8), st.text(min_size=0, max_size=8))
def test_names_are_near_both_ways_or_not_at_all(one: str, other: str) -> None:
    assert (difference_of_names(one, other) is None) == (difference_of_names(other, one) is None)
    if plain_name(one) == plain_name(other):
        assert difference_of_names(one, other) is None
