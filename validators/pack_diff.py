"""What changes from one pack to another, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from pydantic import JsonValue

from validators.pack import Pack, rules_of
from validators.policy import Rule
from validators.render import diseases_of
from validators.value_words import in_words, name_of

Change: TypeAlias = Literal["added", "removed", "changed", "origin"]


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that changes; ``origin`` where only its source, date, tier or adoption does."""

    change: Change
    where: str
    words: str


def differences(old: Pack, new: Pack) -> tuple[Difference, ...]:
    """Everything that changes, in the order of the file's shape; empty where both say the same."""
    return (
        *_head(old, new),
        *_values(old, new),
        *_checks(old, new),
        *_diseases(old, new),
        *_hospitals(old, new),
    )


def _head(old: Pack, new: Pack) -> Iterator[Difference]:
    before, after = old.policy, new.policy
    for where, name in (
        ("title", "名称"),
        ("effective_from", "施行之日"),
        ("effective_to", "施行止日"),
        ("business", "业务"),
    ):
        one, other = getattr(before, where), getattr(after, where)
        if one != other:
            yield Difference("changed", where, f"{name}由“{one or '未写'}”改为“{other or '未写'}”")
    if before.region != after.region:
        yield Difference("changed", "region", f"地区由{before.region.name}改为{after.region.name}")


def _values(old: Pack, new: Pack) -> Iterator[Difference]:
    before, after = (dict(_paired(pack)) for pack in (old, new))
    for key in dict.fromkeys((*after, *before)):
        if key not in before:
            where, rule = after[key]
            yield Difference(
                "added", where, f"新增 {name_of(where)}：{rule.clause}（{in_words(rule.value)}）"
            )
        elif key not in after:
            where, rule = before[key]
            yield Difference("removed", where, f"取消 {name_of(where)}：{rule.clause}")
        else:
            yield from _changed(after[key][0], before[key][1], after[key][1])


def _paired(pack: Pack) -> Iterator[tuple[str, tuple[str, Rule[JsonValue]]]]:
    """Values by a key that stays when a list is re-ordered: materials and seals by what they are."""
    seen: Counter[str] = Counter()
    for where, rule in rules_of(pack.policy):
        head, key = where.partition("[")[0], where
        if head == "materials":
            key = f"{head} {'|'.join(sorted(getattr(rule.value, 'any_of', ())))}"
        elif head == "seals":
            key = f"{head} {getattr(rule.value, 'kind', '')}"
        seen[key] += 1
        yield f"{key} {seen[key]}", (where, rule)


def _changed(where: str, before: Rule[JsonValue], after: Rule[JsonValue]) -> Iterator[Difference]:
    name = name_of(where)
    if before.value != after.value:
        words = f"{name}由“{in_words(before.value)}”改为“{in_words(after.value)}”"
        yield Difference("changed", where, words)
    if before.clause != after.clause:
        yield Difference("changed", where, f"{name}的说法由“{before.clause}”改为“{after.clause}”")
    if before.adopted != after.adopted:
        words = "由未采用改为采用，不符合时将退回补正" if after.adopted else "由采用改为未采用，只作提示"
        yield Difference("changed", where, f"{name}{words}")
    one, other = ((r.source, r.as_of, r.tier) for r in (before, after))
    if one != other:
        words = f"{name}的来源由 {'，'.join(one)} 改为 {'，'.join(other)}"
        yield Difference("origin", where, words)


def _checks(old: Pack, new: Pack) -> Iterator[Difference]:
    words = {"mandatory": "必须", "advisory": "仅提示", "off": "不作"}
    for check in sorted({*old.policy.checks, *new.policy.checks}):
        one = old.policy.checks.get(check, "mandatory")
        other = new.policy.checks.get(check, "mandatory")
        if one != other:
            yield Difference("changed", f"checks.{check}", f"检查 {check} 由{words[one]}改为{words[other]}")


def _diseases(old: Pack, new: Pack) -> Iterator[Difference]:
    before = {row[1]: row for row in diseases_of(old)}
    after = {row[1]: row for row in diseases_of(new)}
    for name in sorted(after.keys() - before.keys()):
        yield Difference("added", "catalogue", f"目录新增病种 {name}")
    for name in sorted(before.keys() - after.keys()):
        yield Difference("removed", "catalogue", f"目录取消病种 {name}")
    if old.standards != new.standards:
        yield Difference("changed", "standards", "病种认定标准有改动，请对照两版的标准文件")
    for name in sorted(before.keys() & after.keys()):
        if before[name][2:] != after[name][2:]:
            one, other = ("，".join(filter(None, row[2:])) for row in (before[name], after[name]))
            yield Difference("changed", "catalogue", f"病种 {name} 由“{one}”改为“{other}”")


def _hospitals(old: Pack, new: Pack) -> Iterator[Difference]:
    before, after = (
        {h.name: h.level for rows in pack.hospitals.by_name.values() for h in rows} for pack in (old, new)
    )
    for name in sorted(before.keys() | after.keys()):
        one, other = before.get(name), after.get(name)
        if one != other:
            words = f"医院 {name} 的等级由“{one or '未列入'}”改为“{other or '未列入'}”"
            yield Difference("changed", "hospitals", words)
