"""Diagnoses that a space or a comma parts, and names that hold one."""

from __future__ import annotations

import pytest
from page_text import extracted, line

from ocr.diagnoses import parse_diagnoses
from ocr.types import DocumentKind as K

SURE = 0.9


@pytest.mark.parametrize(
    ("told", "read"),
    [
        ("心房颤动 心力衰竭", ["心房颤动", "心力衰竭"]),
        ("慢阻肺 肺心病", ["慢阻肺", "肺心病"]),
        ("系统性红斑狼疮 狼疮性肾炎", ["系统性红斑狼疮", "狼疮性肾炎"]),
        ("冠心病 心功能II级", ["冠心病", "心功能II级"]),
        ("脑梗塞 高血压3级 极高危", ["脑梗塞", "高血压3级极高危"]),
        ("高血压3级(很高危) 冠心病 心功能II级", ["高血压3级（很高危）", "冠心病", "心功能II级"]),
        ("2型糖尿病 糖尿病周围神经病变 高血压2级", ["2型糖尿病", "糖尿病周围神经病变", "高血压2级"]),
        ("肺恶性肿瘤 骨继发恶性肿瘤", ["肺恶性肿瘤", "骨继发恶性肿瘤"]),
        ("慢性萎缩性胃炎，胃息肉", ["慢性萎缩性胃炎", "胃息肉"]),
        ("高血压病，极高危组", ["高血压病,极高危组"]),
        ("慢性肾功能衰竭，尿毒症期，肾性贫血", ["慢性肾功能衰竭,尿毒症期", "肾性贫血"]),
        ("脑梗死，右侧基底节区", ["脑梗死,右侧基底节区"]),
        ("右乳癌 术后 化疗后", ["右乳癌术后化疗后"]),
        ("冠状动脉粥样硬化性 心脏病", ["冠状动脉粥样硬化性心脏病"]),
        ("急性 心肌梗死", ["急性心肌梗死"]),
    ],
)
def test_a_space_parts_what_are_diseases_of_their_own(told: str, read: list[str]) -> None:
    assert [p.value for p in parse_diagnoses(told)] == read


@pytest.mark.parametrize(
    ("told", "sure"),
    [
        ("腰椎间盘突出 坐骨神经疼痛", False),
        ("冠心病 心绞痛", False),
        ("腰椎间盘突出伴坐骨神经疼痛", True),
        ("脑梗死 恢复期", True),
    ],
)
def test_a_space_that_may_part_two_is_not_sure(told: str, sure: bool) -> None:
    (found,) = extracted(K.DISCHARGE_SUMMARY, line(f"出院诊断：{told}", 100, 300))["diagnosis"]
    assert ((found.confidence or 0) >= SURE) == sure
