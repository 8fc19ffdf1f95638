"""Word lists as data: labels, titles and telling words, one YAML file each; long lists of names as text."""

from __future__ import annotations

from importlib.resources import files

import yaml


def read_vocabulary(name: str) -> dict[str, str]:
    """The mapping in one of this package's files: key → words parted by spaces."""
    lists: dict[str, str] = yaml.safe_load(_text(name))
    return lists


def read_names(name: str) -> dict[str, list[str]]:
    """The lists in one of this package's long files: a line ``key:``, then indented lines of names."""
    lists: dict[str, list[str]] = {}
    names: list[str] = []
    for line in _text(name).splitlines():
        if line.startswith(" "):
            names += line.split()
        elif not line.startswith("#"):
            names = lists.setdefault(line.removesuffix(":"), [])
    return lists


def _text(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")
