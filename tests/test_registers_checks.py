"""What the registers' answers do to a verdict: exact, near, other, absent, silent."""

from __future__ import annotations

import datetime as dt

import pytest
from builders import (
    HOSPITAL,
    NAME,
    NUMBER,
    OTHER_NAME,
    OTHER_NUMBER,
    application,
    codes,
    discharge,
    form,
    outcome,
    recognition,
    results,
    sound_application,
    verdict,
)

from validators.hospitals import Hospital
from validators.register import InsuredPerson, Physician, Qualification, RegisterAnswers, Silent
from validators.verdict import Route

D = dt.date
DOWN = Silent("登记系统未在时限内答复")
OLD_NUMBER = "430503670312451"


def on_record(*people: InsuredPerson, **stated: str) -> tuple[str, set[str], str]:
    """Outcome, codes and words of ``identity-on-record``."""
    found = verdict(
        sound_application(), application(applicant=stated), register=RegisterAnswers(persons=people)
    )
    check = "identity-on-record"
    return outcome(found, check), codes(found, check), results(found, check)[0].message


PERSONS = [
    ((InsuredPerson(NAME, NUMBER),), "met", "ID-030", "一致"),
    ((InsuredPerson(NAME, OLD_NUMBER),), "met", "ID-030", "15 位旧号"),
    ((InsuredPerson(f" {NAME[0]} {NAME[1:]}", NUMBER),), "met", "ID-030", "写法不同"),
    ((InsuredPerson(NAME, NUMBER, "邵阳市大祥区", "employee"),), "met", "ID-030", "一致"),
    ((InsuredPerson(NAME[0] + "健" + NAME[2:], NUMBER),), "unknown", "ID-034", "第 2 个字不同"),
    ((InsuredPerson(NAME[0] + "?" + NAME[2:], NUMBER),), "unknown", "ID-034", "生僻字"),
    ((InsuredPerson(OTHER_NAME, NUMBER),), "unmet", "ID-032", "不一致"),
    ((InsuredPerson(NAME, "430503196703124522"),), "unmet", "ID-031", "没有身份证号"),
    ((InsuredPerson(NAME, "430503196703124541"),), "unknown", "ID-034", "第 17、18 位对调"),
    ((InsuredPerson(OTHER_NAME, "430503196703124541"),), "unmet", "ID-031", "没有身份证号"),
    ((InsuredPerson(NAME, NUMBER, active=False),), "unmet", "ID-032", "参保状态异常"),
    ((InsuredPerson(NAME, NUMBER, "长沙市岳麓区"),), "unknown", "ID-032", "登记的参保地不在邵阳市"),
    ((InsuredPerson(NAME, NUMBER, None, "resident"),), "unknown", "ID-032", "登记为居民医保"),
    ((), "unmet", "ID-031", "没有身份证号"),
]


@pytest.mark.parametrize(("people", "expected", "code", "words"), PERSONS)
def test_identity_on_record(people: tuple[InsuredPerson, ...], expected: str, code: str, words: str) -> None:
    found = on_record(*people)
    assert found[:2] == (expected, {code})
    assert words in found[2]


def test_the_words_never_tell_the_name_on_record() -> None:
    assert OTHER_NAME not in on_record(InsuredPerson(OTHER_NAME, NUMBER))[2]
    assert "健" not in on_record(InsuredPerson(NAME[0] + "健" + NAME[2:], NUMBER))[2]
    assert NUMBER not in on_record(InsuredPerson(NAME, "430503196703124541"))[2]


def test_a_silent_register_is_doubt_and_an_unconnected_one_is_nothing() -> None:
    silent = verdict(sound_application(), register=RegisterAnswers(persons=DOWN))
    assert codes(silent, "identity-on-record") == {"REG-001"}
    assert outcome(silent, "identity-on-record") == "unknown"
    assert silent.route is Route.NEEDS_ATTENTION
    assert outcome(verdict(sound_application(), register=RegisterAnswers()), "identity-on-record") == (
        "not_applicable"
    )


def qualified(*held: Qualification) -> RegisterAnswers:
    return RegisterAnswers(entitlements=held)


ENDS_SOON = Qualification("高血压病3级", None, D(2025, 12, 1))
WINDOWS = [
    (qualified(ENDS_SOON), "met", "WIN-001"),
    (qualified(Qualification("高血压病Ⅲ级", None, D(2025, 12, 1))), "met", "WIN-001"),
    (qualified(Qualification("冠心病", None, D(2024, 1, 1)), ENDS_SOON), "met", "WIN-001"),
    (qualified(Qualification("高血压病3级", None, D(2024, 1, 1)), ENDS_SOON), "met", "WIN-001"),
    (qualified(Qualification("高血压病3级", None, D(2025, 11, 19))), "unmet", "WIN-003"),
    (qualified(Qualification("冠心病", None, D(2025, 12, 1))), "unknown", "WIN-006"),
    (qualified(), "unknown", "WIN-004"),
    (RegisterAnswers(entitlements=DOWN), "unknown", "REG-001"),
    (RegisterAnswers(), "unknown", "WIN-004"),
]


@pytest.mark.parametrize(("register", "expected", "code"), WINDOWS)
def test_renewal_window_by_the_register(register: RegisterAnswers, expected: str, code: str) -> None:
    found = verdict([], application("shaoyang-renewal"), register=register)
    assert (outcome(found, "renewal-window"), codes(found, "renewal-window")) == (expected, {code})


def test_a_form_that_says_otherwise_than_the_register_is_doubt() -> None:
    stated = application("yichun-renewal")
    agreeing = qualified(Qualification("冠心病", None, D(2025, 12, 31)))
    differing = qualified(Qualification("冠心病", None, D(2025, 10, 31)))
    assert outcome(verdict([recognition()], stated, register=agreeing), "renewal-window") == "met"
    assert codes(verdict([recognition()], stated, register=differing), "renewal-window") == {"WIN-005"}


def registered(name: str, level: str) -> Hospital:
    return Hospital(name, (), "430500", level, "", "A", "医院登记", "2025-10-01")


UNLISTED = "邵阳市雪峰医院"
LEVELS = [
    (UNLISTED, RegisterAnswers(), "unknown"),
    (UNLISTED, RegisterAnswers(hospitals=(registered(UNLISTED, "二级"),)), "met"),
    (UNLISTED, RegisterAnswers(hospitals=(registered(UNLISTED, "一级"),)), "unmet"),
    (HOSPITAL, RegisterAnswers(hospitals=(registered(HOSPITAL, "一级甲等"),)), "unmet"),
    (HOSPITAL, RegisterAnswers(hospitals=DOWN), "met"),
    ("邵阳市大祥区城南卫生院", RegisterAnswers(), "unmet"),
    ("邵阳市大祥区城南卫生院", RegisterAnswers(hospitals=DOWN), "unknown"),
]


@pytest.mark.parametrize(("name", "register", "expected"), LEVELS)
def test_hospital_level_by_the_register(name: str, register: RegisterAnswers, expected: str) -> None:
    paper = discharge(fields={"hospital_name": name, "hospital_level": None})
    assert outcome(verdict([paper], register=register), "hospital-level") == expected


DOCTOR = "周明德"
HIGH, LOW = Physician(DOCTOR, HOSPITAL, "副主任医师"), Physician(DOCTOR, HOSPITAL, "主治医师")
TITLES = [
    # what the form says, the register's answer, outcome and code
    ("副主任医师", (HIGH,), "met", "SIGN-001"),
    (None, (HIGH,), "met", "SIGN-005"),
    (None, None, "unknown", "SIGN-003"),
    (None, (LOW,), "unknown", "SIGN-006"),
    (None, (Physician(DOCTOR, "上饶市人民医院", "主任医师"),), "unknown", "SIGN-003"),
    (None, (HIGH, LOW), "unknown", "SIGN-006"),
    ("主治医师", (LOW,), "unmet", "SIGN-002"),
    ("主治医师", (HIGH,), "unknown", "SIGN-006"),
    ("副主任医师", (LOW,), "unknown", "SIGN-006"),
    ("主治医师", DOWN, "unknown", "REG-001"),
    ("副主任医师", DOWN, "met", "SIGN-001"),
    ("副主任医师", (), "met", "SIGN-001"),
]


@pytest.mark.parametrize(("written", "answer", "expected", "code"), TITLES)
def test_physician_title_by_the_register(
    written: str | None, answer: tuple[Physician, ...] | Silent | None, expected: str, code: str
) -> None:
    paper = form(title=written, fields={"physician_name": DOCTOR, "hospital_name": HOSPITAL})
    found = verdict([paper], register=RegisterAnswers(physicians=answer))
    assert (outcome(found, "physician-title"), codes(found, "physician-title")) == (expected, {code})


def test_a_physician_who_is_not_in_the_register_is_said_to_be_so() -> None:
    paper = form(fields={"physician_name": DOCTOR, "hospital_name": HOSPITAL})
    found = verdict([paper], register=RegisterAnswers(physicians=()))
    (told,) = results(found, "physician-title")
    assert told.message.endswith(f"医师登记中没有查到认定申请表（application_form.jpg）所写的医师{DOCTOR}。")


def test_silence_everywhere_turns_nothing_into_unmet() -> None:
    silent = RegisterAnswers(DOWN, DOWN, DOWN, DOWN)
    for policy in ("shaoyang-application", "shaoyang-renewal", "yichun-renewal"):
        stated = application(policy)
        before = {(c.id, c.subject): c.outcome for c in verdict(sound_application(), stated).checks}
        after = verdict(sound_application(), stated, register=silent).checks
        new = [c for c in after if c.outcome == "unmet" and before.get((c.id, c.subject)) != "unmet"]
        assert new == []


def test_somebody_elses_entry_is_no_answer_about_the_applicant() -> None:
    assert on_record(InsuredPerson(NAME, OTHER_NUMBER))[:2] == ("unmet", {"ID-031"})
