"""The text of the develop half's layouts and what of it is which field, without drawing a page."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from importlib import import_module
from pkgutil import iter_modules

from benchmarks.reading.templates import develop

DRAWS = 6
OWN = ("cards", "clinic", "discharge", "exam", "forms", "lab", "letters", "money")
"""Modules of one author, the reader's; the others are named for theirs."""
_INLINE = frozenset({"b", "i", "u", "span", "em", "strong", "font", "sup", "sub", "small"})
_UNSEEN = frozenset({"style", "script", "title"})


@dataclass(frozen=True)
class LayoutText:
    """One draw of a layout: its author, its name, its kind, its lines and its values as (field, value)."""

    author: str
    layout: str
    kind: str
    lines: tuple[str, ...]
    values: tuple[tuple[str, str], ...]


class _Page(HTMLParser):
    """The text of a page, a line for each element that is not part of a line."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text: list[str] = []
        self.values: list[tuple[str, str]] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._unseen += tag in _UNSEEN
        told = dict(attrs)
        field, value = told.get("data-field"), told.get("data-value")
        if field and value:
            self.values.append((field, value))
        self._part(tag)

    def handle_endtag(self, tag: str) -> None:
        self._unseen -= tag in _UNSEEN
        self._part(tag)

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.text.append(re.sub(r"\s+", "", data))

    def _part(self, tag: str) -> None:
        if tag not in _INLINE:
            self.text.append("\n")


def layout_texts() -> Iterator[LayoutText]:
    """All layouts of the develop half, each drawn a few times."""
    for module in iter_modules(develop.__path__):
        templates = getattr(import_module(f"{develop.__name__}.{module.name}"), "TEMPLATES", {})
        author = module.name.split("_")[0]
        for name, template in templates.items():
            for draw in range(DRAWS):
                page = _Page()
                page.feed(template.build(random.Random(1000 + draw)))
                lines = tuple("".join(page.text).split("\n"))
                whose = "own" if author in OWN else author
                yield LayoutText(whose, name, template.kind, lines, tuple(page.values))
