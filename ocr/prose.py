"""People and dates in running text: letters of authority, pledges and letters of posting.

本人李建国，身份证号…，委托王芳（身份证号…）: who the patient is and who acts is told by the words before.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ocr.values.id_number import find_id_numbers
from ocr.values.names import looks_like_name, normalise_name

_NAME = r"[\s_＿:：]{0,8}(?P<name>[\u4e00-\u9fff·]{2,6}?)"
_AFTER = r"(?=[\s_＿,，(（、。;；]|系|同志|先生|女士|为|代|作为|是|于|因|[男女]|身份证|$)"
_PATIENT = re.compile(
    r"(?:本人|兹有我?(?:单位|公司|院|校|局)?(?:正式)?(?:职工|员工|同志|工作人员)?|兹证明我?(?:单位|公司|院|局)?(?:正式)?(?:职工|员工|同志|工作人员)?|我(?:单位|公司)(?:职工|员工)|"
    r"承诺人|委托人|授权人|患者|参保人员?|被派驻人员|持证人|兹证明|我叫|兹有)(?:[(（](?!身份)[^()（）]{1,8}[)）])?"
    + _NAME
    + _AFTER
)
_AGENT = re.compile(
    r"(?:(?:特|现|兹|全权|自愿)?(?:委托|授权)|受托人|代办人|代理人|被委托人|被授权人|受委托人)(?:[(（](?!身份)[^()（）]{1,8}[)）])?"
    + _NAME
    + _AFTER
)
_ENTRUSTED = re.compile(
    r"受(?:参保人员?|患者|申请人|委托人|其)?"
    + _NAME
    + r"(?:先生|女士)?(?:[(（][^()（）]{0,40}[)）])?[\s,，]{0,2}(?:的)?委托"
)
"""The writer acts for the person named: 本人受参保人李建国(身份证号码:…)委托."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A value found in prose: ``field`` is the contract's name, the text spans ``start:end``."""

    field: str
    value: str
    start: int
    end: int


def is_written_by_agent(text: str) -> bool:
    """Whether the writer of a pledge acts for somebody else."""
    return bool(_ENTRUSTED.search(text))


def find_people(text: str) -> list[Mention]:
    """Names after words that give their role, and each ID number with the person named before it."""
    mentions: list[Mention] = []
    people: list[tuple[int, str]] = []
    patient, agent = "patient_name", "agent_name"
    roles = [(_PATIENT, patient), (_AGENT, agent)]
    if is_written_by_agent(text):
        roles = [(_PATIENT, agent), (_ENTRUSTED, patient)]
    for pattern, field in roles:
        for match in pattern.finditer(text):
            name = normalise_name(match.group("name"))
            if name and looks_like_name(name) >= 0.5:
                mentions.append(Mention(field, name, match.start("name"), match.end("name")))
                people.append((match.start("name"), field))
    people.sort()
    for number in find_id_numbers(text):
        before = [field for at, field in people if at < number.start]
        role = before[-1] if before else "patient_name"
        field = "agent_id_number" if role == "agent_name" else "id_number"
        mentions.append(Mention(field, number.number, number.start, number.end))
    return sorted(mentions, key=lambda m: m.start)
