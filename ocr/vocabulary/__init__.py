"""Word lists as data: labels, titles and telling words, one YAML file each."""

from __future__ import annotations

from importlib.resources import files

import yaml


def read_vocabulary(name: str) -> dict[str, str]:
    """The mapping in one of this package's files: key → words parted by spaces."""
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    lists: dict[str, str] = yaml.safe_load(text)
    return lists
