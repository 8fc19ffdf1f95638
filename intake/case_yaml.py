"""The bytes of ``case.yaml`` → a mapping of plain text, with hostile YAML refused."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import Any

import yaml

from intake.faults import Fault

CASE_YAML = "case.yaml"
MAX_BYTES = 64_000
_MAX_DEPTH = 12


class CaseYamlRefused(Exception):
    """``case.yaml`` is missing or cannot be read; ``fault`` says why."""

    def __init__(self, code: str, message: str, remedy: str) -> None:
        super().__init__(message)
        self.fault = Fault(code, CASE_YAML, message, remedy)


class _Alias(yaml.YAMLError):
    """An alias: ten lines of them unfold to gigabytes."""


class _Duplicate(yaml.YAMLError):
    """The same name twice in one mapping; which of the two was meant is a guess."""


class _TooDeep(yaml.YAMLError):
    """Nested deeper than any case needs; the composer recurses."""


class _TextLoader(yaml.SafeLoader):
    """Every scalar stays the text that was written, but for an empty value and ``null``.

    So an ID number without quotes keeps its digits, and ``2025-11-20`` is turned into a date by the
    model alone.
    """

    depth = 0

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            raise _Alias
        self.depth += 1
        if self.depth > _MAX_DEPTH:
            raise _TooDeep
        try:
            return super().compose_node(parent, index)
        finally:
            self.depth -= 1

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        names = [key.value for key, _ in node.value if isinstance(key, yaml.ScalarNode)]
        twice = next((name for name in names if names.count(name) > 1), None)
        if twice is not None:
            raise _Duplicate(twice)
        return super().construct_mapping(node, deep)


_TextLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag == "tag:yaml.org,2002:null"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def read_mapping(path: Path, max_bytes: int = MAX_BYTES) -> dict[str, Any]:
    """The mapping that ``path`` holds, empty entries left out. Raises ``CaseYamlRefused``."""
    return parse_mapping(_bytes(path, max_bytes), max_bytes)


def parse_mapping(data: bytes, max_bytes: int = MAX_BYTES) -> dict[str, Any]:
    """The same of the bytes of a ``case.yaml``. Raises ``CaseYamlRefused``."""
    text = _text(_checked_size(data, max_bytes))
    try:
        stated = yaml.load(text, Loader=_TextLoader)  # noqa: S506 - a SafeLoader
    except _Alias as error:
        remedy = "请把内容直接写出，不要用 & 和 *。"
        raise CaseYamlRefused("CASE-007", "case.yaml 中不能使用引用（& 和 *）", remedy) from error
    except _Duplicate as error:
        raise CaseYamlRefused("CASE-016", f"“{error}”写了两次", "请只保留一处。") from error
    except _TooDeep as error:
        raise CaseYamlRefused("CASE-006", "case.yaml 嵌套过深", "请对照样例重写。") from error
    except (yaml.YAMLError, ValueError, TypeError) as error:
        raise _syntax(error) from error
    if not isinstance(stated, dict):
        remedy = "请对照样例写成“名称: 值”，冒号用半角并在其后空一格。"
        raise CaseYamlRefused("CASE-008", "case.yaml 不是一组“名称: 值”", remedy)
    return {str(name): _without_blanks(value) for name, value in stated.items() if value is not None}


def _bytes(path: Path, max_bytes: int) -> bytes:
    try:
        if path.is_symlink() or not stat.S_ISREG(path.stat().st_mode):
            raise CaseYamlRefused("CASE-003", "case.yaml 不是普通文件", "请放入文件本身。")
        with path.open("rb") as stream:
            data = stream.read(max_bytes + 1)
    except FileNotFoundError as error:
        raise CaseYamlRefused("CASE-003", "文件夹中没有 case.yaml", "请放入 case.yaml 后再试。") from error
    except OSError as error:
        message = f"读不了 case.yaml（{error.strerror}）"
        raise CaseYamlRefused("CASE-002", message, "请核对文件的读取权限。") from error
    return data


def _checked_size(data: bytes, max_bytes: int) -> bytes:
    if len(data) > max_bytes:
        message = f"case.yaml 超过 {max_bytes // 1000} KB"
        raise CaseYamlRefused("CASE-004", message, "请只写申请内容，材料放在旁边的文件里。")
    return data


def _text(data: bytes) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        remedy = "请用文本编辑器以 UTF-8 编码保存。"
        raise CaseYamlRefused("CASE-005", "case.yaml 不是 UTF-8 文本", remedy) from error
    if "\0" in text:
        raise CaseYamlRefused("CASE-005", "case.yaml 不是文本文件", "请用文本编辑器重新保存。")
    return text


def _syntax(error: Exception) -> CaseYamlRefused:
    mark = error.problem_mark if isinstance(error, yaml.MarkedYAMLError) else None
    where = f"第 {mark.line + 1} 行附近" if mark else ""
    remedy = "请对照样例改正；冒号用半角并在其后空一格。"
    if "\\t" in str(error):
        remedy = "请用空格缩进，不要用制表符（Tab）。"
    return CaseYamlRefused("CASE-006", f"case.yaml {where}写法有误", remedy)


def _without_blanks(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(name): _without_blanks(item) for name, item in value.items() if item is not None}
    if isinstance(value, list):
        return [_without_blanks(item) for item in value if item is not None]
    return value
