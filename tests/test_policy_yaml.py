"""A pack that is no YAML at all: the line, and what is most likely wrong there."""

from __future__ import annotations

from pathlib import Path

import pytest

from validators.pack import load_pack
from validators.policy_errors import PackBroken

HEAD = "id: some-place\n"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("region： {code: '330100'}\ntitle: 甲\n", "第 2 行：冒号请用半角"),
        ("region: {code： '330100'\ntitle: 甲\n", "第 2 行：冒号请用半角"),
        ("window:\n\tvalue: 1\n", "第 3 行：缩进用了制表符"),
        ("clause: 规定: 须交材料\n", "第 2 行：一行里有两个冒号"),
        ("kinds: [lab_report, exam_report\ntitle: 甲\n", "方括号没有成对"),
        ("value: {minimum: 二级\ntitle: 甲\n", "花括号没有成对"),
        ("title: '甲市\n", "引号没有成对"),
        ("window:\n    value: 1\n  clause: 甲\n", "第 4 行：缩进与上面几行不一致"),
        ("clause: @甲市\n", "第 2 行：文字以 @ 开头"),
        ("clause: *甲市\n", "第 2 行：文字以 & 或 * 开头"),
        ("effective_from: 2025-02-30\n", "有无效的日期或数字"),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, text: str, words: str) -> None:
    path = tmp_path / "pack.yaml"
    path.write_text(HEAD + text, encoding="utf-8")
    with pytest.raises(PackBroken) as refused:
        load_pack(path)
    assert words in str(refused.value), str(refused.value)


def test_yes_and_no_in_chinese(tmp_path: Path) -> None:
    path = tmp_path / "pack.yaml"
    path.write_text(HEAD + "id_card_valid: {value: 是}\n", encoding="utf-8")
    with pytest.raises(PackBroken, match=r"第 2 行 id_card_valid\.value：应为 true 或 false（是）"):
        load_pack(path)
