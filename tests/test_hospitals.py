"""The hospital directory: names, aliases, misreadings, and what must never be mixed up."""

from __future__ import annotations

import pytest

from validators.hospitals import Found, Hospital, load_hospitals, same_hospital

DIRECTORY = load_hospitals()
HOSPITALS = sorted({h for rows in DIRECTORY.by_name.values() for h in rows}, key=lambda h: h.name)


@pytest.mark.parametrize("hospital", HOSPITALS, ids=lambda h: h.name)
def test_every_name_and_alias_finds_its_row(hospital: Hospital) -> None:
    assert DIRECTORY.look_up(hospital.name).hospital == hospital
    for alias in hospital.aliases:
        assert hospital in DIRECTORY.look_up(alias).hospitals, alias


@pytest.mark.parametrize(
    ("printed", "found", "name"),
    [
        ("宜春市人民医院", Found.EXACT, "宜春市人民医院"),
        ("宣春市人民医院", Found.EXACT, "宜春市人民医院"),  # 宣春 is no place
        ("江西省宜春市人民医院", Found.EXACT, "宜春市人民医院"),
        ("宜春市人民医院东院区", Found.EXACT, "宜春市人民医院"),
        ("上饶县人民医院", Found.EXACT, "上饶市广信区人民医院"),
        ("邵阳市隆回县人民医院", Found.EXACT, "隆回县人民医院"),
        ("南昌大学第一附届医院", Found.CLOSE, "南昌大学第一附属医院"),
        ("上饶市第二人民医院（上饶市红十字医院）", Found.EXACT, "上饶市第二人民医院"),
        ("邵阳中医医院", Found.AMBIGUOUS, None),
        ("上饶人民医院", Found.AMBIGUOUS, None),
        ("协和医院", Found.AMBIGUOUS, None),
        ("邵阳市第九人民医院", Found.UNLISTED, None),
        ("宜春市第一人民医院", Found.UNLISTED, None),
        ("宜黄县人民医院", Found.UNLISTED, None),  # not 宜丰县
        ("邵阳县人民医院集团分院", Found.UNLISTED, None),
        ("医院", Found.UNLISTED, None),
    ],
)
def test_look_up(printed: str, found: Found, name: str | None) -> None:
    lookup = DIRECTORY.look_up(printed)
    assert lookup.found is found
    if name:
        assert lookup.hospital is not None
        assert lookup.hospital.name == name


@pytest.mark.parametrize("hospital", [h for h in HOSPITALS if "第二" in h.name], ids=lambda h: h.name)
def test_ordinals_are_never_read_loosely(hospital: Hospital) -> None:
    for other in "一三四五六七八九":
        changed = hospital.name.replace("第二", f"第{other}")
        assert hospital not in DIRECTORY.look_up(changed).hospitals, changed


@pytest.mark.parametrize("hospital", [h for h in HOSPITALS if "人民医院" in h.name], ids=lambda h: h.name)
def test_kinds_are_never_read_loosely(hospital: Hospital) -> None:
    for other in ("中医医院", "妇幼保健院", "中心医院"):
        changed = hospital.name.replace("人民医院", other)
        assert hospital not in DIRECTORY.look_up(changed).hospitals, changed


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("邵阳市中心医院诊断证明专用章", "邵阳市中心医院", True),
        ("邵阳地区人民医院", "邵阳市中心医院", True),
        ("邵阳市中心医阮", "邵阳市中心医院", None),
        ("邵阳巾口心医院", "邵阳市中心医院", None),  # two characters misread: no contradiction
        ("隆回县某某医院", "邵阳市中心医院", False),
        ("邵阳市第二人民医院", "邵阳市中心医院", False),
        ("邵阳县中医医院", "邵阳市中医医院", False),
    ],
)
def test_same_hospital(one: str, other: str, same: bool | None) -> None:
    assert same_hospital(one, other, DIRECTORY) is same
