"""Hospital grades and hospital names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocr.values import hospital_levels, hospital_names


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("三级甲等", "三级甲等"),
        ("三甲", "三级甲等"),
        ("三级甲", "三级甲等"),
        ("叁级甲等", "三级甲等"),
        ("Ⅲ级甲等", "三级甲等"),
        ("III级甲等", "三级甲等"),
        ("3级甲等", "三级甲等"),
        ("３级甲等", "三级甲等"),
        ("三级甲等综合医院", "三级甲等"),
        ("三级甲等（中医）", "三级甲等"),
        ("三级甲等（妇幼）", "三级甲等"),
        ("三圾申寺", "三级甲等"),
        ("三级特等", "三级特等"),
        ("三乙", "三级乙等"),
        ("三级丙等", "三级丙等"),
        ("三级", "三级"),
        ("三级医院", "三级"),
        ("三级综合", "三级"),
        ("三级(未定等)", "三级"),
        ("二级甲等", "二级甲等"),
        ("二 级 甲 等", "二级甲等"),
        ("二极由等", "二级甲等"),
        ("2级乙等", "二级乙等"),
        ("Ⅱ级", "二级"),
        ("医院等级：二级", "二级"),
        ("一级甲等", "一级甲等"),
        ("一级", "一级"),
        ("未定级", "未定级"),
        ("未评级", "未定级"),
        ("无等级", "未定级"),
        ("二级及以上", None),
        ("二级以上", None),
        ("≥二级", None),
        ("二级（含）以上", None),
        ("三级医师查房", None),
        ("一级护理", None),
        ("高血压3级", None),
        ("邵阳市第二人民医院", None),
        ("甲等", None),
        ("级", None),
        ("", None),
    ],
)
def test_level(text: str, level: str | None) -> None:
    assert hospital_levels.normalise(text) == level
    if level is not None:
        assert hospital_levels.normalise(level) == level


LEVELS = ["未定级", *(n + "级" + g for n in "一二三" for g in ("", "丙等", "乙等", "甲等"))]


@given(st.sampled_from(LEVELS), st.sampled_from(LEVELS))
def test_levels_are_ordered(left: str, right: str) -> None:
    either = {hospital_levels.at_least(left, right), hospital_levels.at_least(right, left)}
    assert either & {True, None}
    assert hospital_levels.at_least(left, left)


@pytest.mark.parametrize(
    ("level", "minimum", "reached"),
    [
        ("二级", "二级", True),
        ("二级丙等", "二级", True),
        ("三级", "二级", True),
        ("一级甲等", "二级", False),
        ("未定级", "二级", False),
        ("三级", "三级甲等", None),
        ("三级特等", "三级甲等", True),
        ("三级乙等", "三级甲等", False),
        ("二级甲等", "三级甲等", False),
    ],
)
def test_at_least(level: str, minimum: str, reached: bool | None) -> None:
    assert hospital_levels.at_least(level, minimum) is reached


def test_an_unknown_word_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="not a normalised hospital level"):
        hospital_levels.at_least("三甲", "二级")


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("洪塘镇卫生院", "一级"),
        ("隆回县六都寨镇中心卫生院", "一级"),
        ("大祥区城南社区卫生服务中心", "一级"),
        ("翠园社区卫生服务站", "未定级"),
        ("西门村卫生室", "未定级"),
        ("张仲文中医诊所", "未定级"),
        ("邵阳学院医务室", "未定级"),
        ("邵阳市中心医院", None),
        ("双清区人民医院（兴隆社区卫生服务中心）", None),
        ("兴隆社区卫生服务中心（双清区人民医院分院）", None),
        ("邵阳市妇幼保健院", None),
        ("宜春市人民医院门诊部", None),
    ],
)
def test_level_by_kind(name: str, level: str | None) -> None:
    assert hospital_levels.level_by_kind_of_name(name) == level


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("邵阳市中心医院", ["邵阳市中心医院"]),
        ("邵 阳 市 中 心 医 院", ["邵阳市中心医院"]),
        ("邵阳市中心医院出院记录", ["邵阳市中心医院"]),
        ("邵阳市中心医院 检验报告单", ["邵阳市中心医院"]),
        ("宜春市人民医院门诊病历", ["宜春市人民医院"]),
        ("邵阳市中心医院(南华大学附属邵阳医院)", ["邵阳市中心医院", "南华大学附属邵阳医院"]),
        ("南昌大学第一附属医院", ["南昌大学第一附属医院"]),
        ("中南大学湘雅二医院CT检查报告单", ["中南大学湘雅二医院"]),
        ("首都医科大学附属北京安定医院", ["首都医科大学附属北京安定医院"]),
        ("联勤保障部队第908医院", ["联勤保障部队第908医院"]),
        ("医疗机构名称：上饶市立医院", ["上饶市立医院"]),
        ("上饶市人民医院三江院区", ["上饶市人民医院三江院区"]),
        ("隆回县六都寨镇中心卫生院", ["隆回县六都寨镇中心卫生院"]),
        ("大祥区城南社区卫生服务中心处方笺", ["大祥区城南社区卫生服务中心"]),
        ("江西省妇幼保健院", ["江西省妇幼保健院"]),
        ("于都县人民医院", ["于都县人民医院"]),
        ("患者曾在于都县人民医院治疗", ["于都县人民医院"]),
        ("患者于2024年3月在邵阳市中医医院住院治疗", ["邵阳市中医医院"]),
        ("拟转往中南大学湘雅医院进一步治疗", ["中南大学湘雅医院"]),
        ("邵阳市 中心医院", ["邵阳市中心医院"]),
        ("No:20250305 宜春市中医院", ["宜春市中医院"]),
        ("本院", []),
        ("我院门诊随诊", []),
        ("定点医院", []),
        ("二级及以上医院", []),
        ("当地医院复查", []),
        ("外院CT", []),
        ("医院名称：", []),
        ("选定定点医疗机构", []),
        ("出院医嘱", []),
        ("", []),
    ],
)
def test_hospital_names(text: str, names: list[str]) -> None:
    assert [found.name for found in hospital_names.find_hospital_names(text)] == names


def test_spans_point_into_the_text() -> None:
    text = "　邵 阳 市 中 心 医 院（南华大学附属邵阳医院）　出院记录"
    first, second = hospital_names.find_hospital_names(text)
    assert text[first.start : first.end] == "邵 阳 市 中 心 医 院"
    assert text[second.start : second.end] == "南华大学附属邵阳医院"
    assert (first.second, second.second) == (False, True)


@given(st.text(alphabet="邵阳市第一人民中心医院（）在于 :出卫生所", max_size=30))
def test_names_lie_inside_the_text(text: str) -> None:
    for found in hospital_names.find_hospital_names(text):
        assert 0 <= found.start < found.end <= len(text)
        assert found.name in text.replace(" ", "")


def test_medical_centres_of_the_army_are_hospitals() -> None:
    sealed = hospital_names.find_hospital_names("中国人民解放军海军样章医学中心收费专用章")
    assert [n.name for n in sealed] == ["中国人民解放军海军样章医学中心"]
    assert hospital_names.find_hospital_names("样章路检验医学中心") == []
