"""Identity numbers: a valid one always survives, a changed digit never does."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocr.values import masked_id
from ocr.values.id_number import (
    PROVINCES,
    age_on,
    birth_date,
    check_character,
    find_id_numbers,
    is_valid,
    mask,
    normalise,
    region_code,
    sex,
    upgrade,
)


@st.composite
def numbers(draw: st.DrawFn) -> str:
    region = draw(st.sampled_from(sorted(PROVINCES))) + f"{draw(st.integers(0, 9999)):04d}"
    born = draw(st.dates(dt.date(1900, 1, 1), dt.date(2025, 11, 20)))
    first17 = region + f"{born:%Y%m%d}" + f"{draw(st.integers(1, 999)):03d}"
    return first17 + check_character(first17)


def found(text: str) -> list[str]:
    return [match.number for match in find_id_numbers(text)]


WIDE = str.maketrans("0123456789X", "０１２３４５６７８９Ｘ")
PRINTED = [
    lambda n: n,
    lambda n: f"{n[:6]} {n[6:14]} {n[14:]}",
    lambda n: f"{n[:6]}-{n[6:14]}-{n[14:]}",
    " ".join,
    lambda n: f"{n[:6]}*{n[6:14]}*{n[14:]}",
    lambda n: n.translate(WIDE),
    lambda n: n.replace("X", "x"),
    lambda n: n.replace("X", "×"),
    lambda n: n.replace("X", "Ⅹ"),
    lambda n: f"公民身份号码:{n}电话:13873901234",
    lambda n: f"2025-03-05 {n}",
]


@given(numbers(), st.sampled_from(PRINTED))
def test_a_valid_number_survives_print(number: str, printed: object) -> None:
    assert callable(printed)
    assert found(printed(number)) == [number]


@given(numbers(), st.integers(0, 17), st.integers(1, 9))
def test_a_changed_digit_never_comes_out(number: str, place: int, by: int) -> None:
    digit = "9" if number[place] == "X" else number[place]
    changed = number[:place] + str((int(digit) + by) % 10) + number[place + 1 :]
    if changed != number:
        assert number not in found(changed)
        assert found(changed) == ([changed] if is_valid(changed) else [])


@given(numbers(), st.integers(0, 17), st.integers(1, 9))
def test_one_changed_digit_is_not_valid(number: str, place: int, by: int) -> None:
    if number[place] != "X":
        changed = number[:place] + str((int(number[place]) + by) % 10) + number[place + 1 :]
        assert not is_valid(changed)


@given(numbers())
def test_letters_for_digits_are_mended_only_into_a_valid_number(number: str) -> None:
    read = number.replace("0", "O", 1)
    matches = find_id_numbers(read)
    assert [m.number for m in matches] == [number]
    assert matches[0].repaired is (read != number)


@given(numbers())
def test_the_parts_of_a_number(number: str) -> None:
    assert is_valid(number)
    assert birth_date(number) == dt.datetime.strptime(number[6:14], "%Y%m%d").date()
    assert sex(number) == ("男" if number[16] in "13579" else "女")
    assert region_code(number) == number[:6]
    assert mask(number) == number[:3] + "*" * 11 + number[-4:]


def test_a_letter_with_two_meanings_that_both_pass_is_left_alone() -> None:
    matches = find_id_numbers("4305031967O31245l4")
    assert all(match.number == "430503196703124514" for match in matches)


@pytest.mark.parametrize(
    ("number", "valid"),
    [
        ("430503196703124514", True),
        ("430503196703124512", False),
        ("990503196703124514", False),
        ("430503196713124514", False),
        ("43050319670312451", False),
        ("11010519491231002X", True),
        ("11010519491231002x", False),
        ("", False),
    ],
)
def test_is_valid(number: str, valid: bool) -> None:
    assert is_valid(number) is valid


def test_a_birth_in_the_future_is_not_valid() -> None:
    first17 = "43050320260101" + "451"
    number = first17 + check_character(first17)
    assert is_valid(number)
    assert not is_valid(number, on=dt.date(2025, 11, 20))


@pytest.mark.parametrize(
    "text",
    [
        "1430503196703124514",
        "4305031967031245144",
        "6222021967031245142 3456",
        "43050319670312451",
        "4305**********4514",
        "身份证号：",
    ],
)
def test_no_number_is_cut_out_of_something_else(text: str) -> None:
    assert found(text) == []


def test_old_numbers_only_on_request() -> None:
    assert found("430503670312451") == []
    match = find_id_numbers("身份证 430503670312451", old_form=True)[0]
    assert (match.number, match.upgraded) == ("430503196703124514", True)
    assert upgrade("430503671312451") is None


def test_age_counts_birthdays() -> None:
    number = "430503196703124514"
    assert [age_on(number, dt.date(2025, 3, d)) for d in (11, 12)] == [57, 58]
    assert age_on(number, dt.date(1960, 1, 1)) is None


def test_two_different_numbers_give_no_single_one() -> None:
    assert normalise("430503196703124514 11010519491231002X") is None
    assert normalise("430503196703124514（430503196703124514）") == "430503196703124514"


@given(numbers(), st.integers(3, 8), st.sampled_from([2, 3, 4]), st.sampled_from("*＊x"))
def test_a_masked_number_agrees_with_its_own(number: str, head: int, tail: int, star: str) -> None:
    masked = number[:head] + star * (18 - head - tail) + number[-tail:]
    matches = masked_id.find_masked_ids(f"证件号码：{masked}")
    assert len(matches) == 1
    assert matches[0].agrees_with(number)


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("4305**********4514", ("4305", "4514")),
        ("430***********451X", ("430", "451X")),
        ("430503 ******** 4514", ("430503", "4514")),
        ("138****5678", None),
        ("43050319670312****", ("43050319670312", "")),
        ("430503196703124514", None),
    ],
)
def test_masked(text: str, ends: tuple[str, str] | None) -> None:
    masked = masked_id.normalise(text)
    assert (masked and (masked.prefix, masked.suffix)) == ends


def test_a_masked_number_disagrees_with_another() -> None:
    masked = masked_id.normalise("4305**********4512")
    assert masked is not None
    assert not masked.agrees_with("430503196703124514")
