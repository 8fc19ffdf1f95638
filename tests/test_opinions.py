"""What an expert's or a hospital's opinion says beside the disease is no diagnosis."""

from __future__ import annotations

import pytest

from ocr.parse import parser_of


@pytest.mark.parametrize(
    ("told", "diagnoses"),
    [
        ("经审核，符合糖尿病门诊特殊慢性病准入标准", []),
        ("该患者符合门诊慢特病认定标准，同意申报", []),
        ("情况属实，建议准入", []),
        ("患者诊断为高血压病3级，符合门慢标准。", ["高血压病3级"]),
        ("糖尿病伴周围神经病变，同意认定", ["糖尿病伴周围神经病变"]),
        ("确诊为慢性肾功能衰竭（尿毒症期），需长期血液透析治疗。", ["慢性肾功能衰竭（尿毒症期）"]),
        ("高血压病3级（极高危）\n医师签名：\n2025年3月4日", ["高血压病3级（极高危）"]),
        ("既往史、现病史、体征", []),
        ("慢性阻塞性肺疾病急性加重", ["慢性阻塞性肺疾病急性加重"]),
    ],
)
def test_only_the_disease_is_taken(told: str, diagnoses: list[str]) -> None:
    assert [p.value for p in parser_of("diagnosis")(told)] == diagnoses
