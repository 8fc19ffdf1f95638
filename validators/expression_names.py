"""Which names of an expression are none: misspelt facts, functions that do not exist, ``has()``."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches

from ocr.types import DocumentKind
from validators.expression_tokens import Token, closing, tokens_of
from validators.fact_names import FUNCTIONS, MACROS, METHODS, NAMES, Fact, ListOf, Names

_WORDS = frozenset({"true", "false", "null", "in"})
_KINDS = frozenset(kind.value for kind in DocumentKind)


def faults_in_names(expression: str) -> tuple[str, ...]:
    """Every name that means nothing, with the nearest that does, in Chinese."""
    return tuple(dict.fromkeys(_scan(tokens_of(expression), NAMES)))


def _scan(tokens: Sequence[Token], known: Mapping[str, Names]) -> Iterator[str]:
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if token.text in _WORDS:
            index += 1
        elif token.kind == "name":
            if _is(tokens, index + 1, "("):
                yield from _function(token.text)
                index += 1
            elif token.text in known:
                yield from _unknown_kind(tokens, index)
                index = yield from _chain(tokens, index + 1, known[token.text], token.text, known)
            else:
                yield f"没有名为 {token.text} 的事实{_nearest(token.text, known)}"
                index += 1
                while _is(tokens, index, "."):
                    index += 2
        elif token.text == "." and index + 1 < len(tokens):
            index = yield from _chain(tokens, index, None, "", known)
        else:
            index += 1


def _chain(
    tokens: Sequence[Token], index: int, held: Names, name: str, known: Mapping[str, Names]
) -> Generator[str, None, int]:
    """Follow ``.part``, ``.method(…)`` and ``[…]``; gives the place behind them."""
    while index < len(tokens):
        if _is(tokens, index, "["):
            end = closing(tokens, index)
            yield from _scan(tokens[index + 1 : end], known)
            held, index = (held.each if isinstance(held, ListOf) else None), end + 1
        elif _is(tokens, index, ".") and index + 1 < len(tokens):
            part = tokens[index + 1].text
            if _is(tokens, index + 2, "("):
                end = closing(tokens, index + 2)
                yield from _method(tokens[index + 3 : end], part, held, known)
                held, index = (held if part == "filter" else None), end + 1
            else:
                held, name = (yield from _part(held, name, part)), f"{name}.{part}"
                index += 2
        else:
            break
    return index


def _part(held: Names, name: str, part: str) -> Generator[str, None, Names]:
    """One step down; says where there is nothing of that name."""
    if held is None:
        return None
    if isinstance(held, Mapping) and part in held:
        return held[part]
    if isinstance(held, ListOf):
        yield f"{name} 是列表，请写作 {name}.exists(x, …) 等"
    elif isinstance(held, Fact):
        yield f"{name} 是单个值，没有 .{part}"
    else:
        hint = _nearest(part, held, f"{name}.")
        yield f"没有名为 {name}.{part} 的事实{hint}"
    return None


def _method(inner: Sequence[Token], method: str, held: Names, known: Mapping[str, Names]) -> Iterator[str]:
    if method in MACROS:
        if held is not None and not isinstance(held, ListOf):
            yield f".{method}() 只能用于列表"
        if len(inner) > 2 and inner[0].kind == "name" and inner[1].text == ",":
            each = held.each if isinstance(held, ListOf) else None
            yield from _scan(inner[2:], {**known, inner[0].text: each})
        else:
            yield f".{method}() 应写作 .{method}(x, 条件)"
        return
    if method not in METHODS:
        yield f"没有名为 .{method}() 的用法{_nearest(method, (*METHODS, *MACROS))}"
    yield from _scan(inner, known)


def _function(name: str) -> Iterator[str]:
    if name == "has":
        yield "不能用 has()：没有读到不等于没有，未读到的事实会自动得出“未知”"
    elif name not in FUNCTIONS:
        yield f"没有名为 {name}() 的函数{_nearest(name, FUNCTIONS)}"


def _unknown_kind(tokens: Sequence[Token], index: int) -> Iterator[str]:
    """``p.kind == 'lab'``: a kind of paper that is none."""
    words = [token.text for token in tokens[index : index + 5]]
    if len(words) == 5 and words[1:3] == [".", "kind"] and words[3] in ("==", "!="):
        kind = words[4].strip("'\"")
        if tokens[index + 4].kind == "text" and kind not in _KINDS:
            yield f"没有名为 {kind} 的材料种类{_nearest(kind, _KINDS)}"


def _nearest(name: str, known: Iterable[str], before: str = "") -> str:
    close = get_close_matches(name, list(known), n=1, cutoff=0.5)
    return f"，是否为 {before}{close[0]}？" if close else ""


def _is(tokens: Sequence[Token], index: int, text: str) -> bool:
    return index < len(tokens) and tokens[index].text == text
