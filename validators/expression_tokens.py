"""The words of a CEL expression with their places."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

_TOKEN = re.compile(
    r"(?P<text>[rRbB]?(?:\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'))"
    r"|(?P<number>\d+(?:\.\d+)?u?)|(?P<name>[A-Za-z_]\w*)|(?P<mark>&&|\|\||[<>=!]=|\S)"
)
_OPEN, _CLOSE = "([{", ")]}"


@dataclass(frozen=True, slots=True)
class Token:
    """One word: ``kind`` is ``text``, ``number``, ``name`` or ``mark``; the ends in characters."""

    kind: str
    text: str
    start: int
    end: int


@lru_cache(maxsize=1024)
def tokens_of(expression: str) -> tuple[Token, ...]:
    """The words in order.

    >>> [token.text for token in tokens_of("p.kind == 'a b'")]
    ['p', '.', 'kind', '==', "'a b'"]
    """
    found = _TOKEN.finditer(expression)
    return tuple(Token(str(match.lastgroup), match[0], *match.span()) for match in found)


def closing(tokens: Sequence[Token], opening: int) -> int:
    """Where the bracket that stands at ``opening`` is closed; the last word where it is not."""
    depth = 0
    for index in range(opening, len(tokens)):
        depth += (tokens[index].text in _OPEN) - (tokens[index].text in _CLOSE)
        if depth == 0:
            return index
    return len(tokens) - 1
