"""Why a text is no YAML, in words for somebody who has never heard of YAML."""

from __future__ import annotations

import re

import yaml

_BEHIND = re.compile(r"^\s*(?:-\s*)?[A-Za-z_\u4e00-\u9fff]+：|[{，,]\s*[A-Za-z_]+：")
_WORDS = (
    ("cannot start any token", "文字以 {found} 开头，请整段放在引号里"),
    ("mapping values are not allowed", "一行里有两个冒号，或上一行缩进不对；含冒号的文字请放在引号里"),
    ("expected ',' or ']'", "方括号没有成对，或列表里少了半角逗号"),
    ("expected ',' or '}'", "花括号没有成对，或少了半角逗号"),
    ("did not find expected ',' or", "括号没有成对，或少了半角逗号"),
    ("unexpected end of stream", "引号没有成对"),
    ("could not find expected ':'", "上面某一行少了半角冒号和空格，或引号没有成对"),
    ("expected <block end>", "缩进与上面几行不一致，请对齐"),
    ("undefined alias", "文字以 * 开头，请放在引号里"),
    ("expected alphabetic or numeric", "文字以 & 或 * 开头，请放在引号里"),
    ("could not determine a constructor", "文字以 ! 开头，请放在引号里"),
)


def trouble_in_words(error: yaml.YAMLError | ValueError, text: str) -> str:
    """The line, and what is most likely wrong there: ``第 12 行：缩进用了制表符，请改用空格``.

    >>> broken = "title：甲市\\nid: a"
    >>> try:
    ...     _ = yaml.safe_load(broken)
    ... except yaml.YAMLError as error:
    ...     print(trouble_in_words(error, broken))
    第 1 行：冒号请用半角“:”，后面空一格
    """
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return "有无效的日期或数字"
    lines = text.splitlines()
    for number in (mark.line, mark.line - 1):  # a key without its colon is only missed on the next line
        if not 0 <= number < len(lines):
            continue
        if "\t" in lines[number][: len(lines[number]) - len(lines[number].lstrip())]:
            return f"第 {number + 1} 行：缩进用了制表符，请改用空格"
        if _BEHIND.search(lines[number]):
            return f"第 {number + 1} 行：冒号请用半角“:”，后面空一格"
    problem = str(getattr(error, "problem", ""))
    told = next((words for part, words in _WORDS if part in problem), None)
    found = lines[mark.line][mark.column : mark.column + 1] if mark.line < len(lines) else ""
    return f"第 {mark.line + 1} 行" + (f"：{told.format(found=found)}" if told else "")
