"""YAML files with the line of every place, and keys that are written twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, SequenceNode

from validators.yaml_trouble import trouble_in_words

_STEP = re.compile(r"\[(\d+)\]|([^.\[\]]+)")


class NotYaml(ValueError):
    """A file that is no YAML at all; the words say where."""


@dataclass(frozen=True, slots=True)
class YamlFile:
    """What a file holds, and where."""

    path: Path
    held: Any
    root: Node | None

    def line(self, place: str | Sequence[int | str]) -> int:
        """The line, from 1, of the deepest part of ``place`` (``materials[0].value``) that is there."""
        steps = steps_of(place) if isinstance(place, str) else place
        node, line = self.root, 0
        for step in steps:
            found = _child(node, step)
            if found is None:
                break
            line, node = found
        return line + 1

    def repeated(self) -> tuple[tuple[int, str], ...]:
        """Keys that stand twice in one mapping: line and key."""
        return tuple(_repeated(self.root))


def read_yaml(path: Path) -> YamlFile:
    """The file; raises ``NotYaml`` with words in Chinese, or ``OSError``."""
    try:
        text = path.read_text(encoding="utf-8-sig")
        return YamlFile(path, yaml.safe_load(text), yaml.compose(text, Loader=yaml.SafeLoader))
    except UnicodeDecodeError as error:
        raise NotYaml("编码不是 UTF-8") from error
    except (yaml.YAMLError, ValueError) as error:
        raise NotYaml(trouble_in_words(error, text)) from error


def steps_of(place: str) -> tuple[int | str, ...]:
    """The parts of a place.

    >>> steps_of("materials[0].value.any_of[1]")
    ('materials', 0, 'value', 'any_of', 1)
    """
    return tuple(int(number) if number else name for number, name in _STEP.findall(place))


def _child(node: Node | None, step: int | str) -> tuple[int, Node] | None:
    if isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step].start_mark.line, node.value[step]
    if isinstance(node, SequenceNode) and isinstance(step, str):
        for item in node.value:
            if isinstance(item, MappingNode) and any(
                key.value == "id" and value.value == step for key, value in item.value
            ):
                return item.start_mark.line, item
    if isinstance(node, MappingNode):
        for key, value in node.value:
            if key.value == str(step):
                return key.start_mark.line, value
    return None


def _repeated(node: Node | None) -> Iterator[tuple[int, str]]:
    if isinstance(node, MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if key.value in seen:
                yield key.start_mark.line + 1, str(key.value)
            seen.add(str(key.value))
            yield from _repeated(value)
    elif isinstance(node, SequenceNode):
        for part in node.value:
            yield from _repeated(part)
