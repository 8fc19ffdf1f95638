"""Demands of a pack that can never be met, never arise, or name what is not there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ocr.types import DocumentKind
from validators.catalogue import Likeness
from validators.demands import Condition
from validators.disease_row import Disease
from validators.expressions import truth
from validators.lint_fault import Fault
from validators.pack import Pack
from validators.papers import kind_names

_RULES_OF_CHECKS = {
    "renewal-window": "window",
    "report-recent": "look_back",
    "hospital-level": "hospital_level",
    "physician-title": "signer_title",
    "physician-signature": "signature",
    "id-selfie": "selfie",
    "id-selfie-recent": "selfie_days",
    "agent-authorised": "agent",
    "disease-supported": "disease_support",
    "disease-listed": "catalogue",
}


def lint_demands(pack: Pack) -> Iterator[Fault]:
    """Every such fault, in a fixed order."""
    yield from _switched_off(pack)
    yield from _never_arising(pack)
    yield from _unknown_diseases(pack)
    yield from _ages_twice(pack)
    yield from _papers_never_asked(pack)
    yield from _window(pack)
    yield from _local_rules(pack)
    yield from _names_twice(pack)


def _switched_off(pack: Pack) -> Iterator[Fault]:
    for check, standing in pack.policy.checks.items():
        name = _RULES_OF_CHECKS.get(check)
        if standing == "off" and name and getattr(pack.policy, name) is not None:
            message = f"检查 {check} 已关闭，{name} 的取值永远用不到。"
            yield Fault("LINT-020", f"checks.{check}", message, f"请删去 {name}，或不要关闭这项检查。")


def _conditions(pack: Pack) -> Iterator[tuple[str, Condition]]:
    policy = pack.policy
    yield from ((f"materials[{i}].value.when", m.value.when) for i, m in enumerate(policy.materials))
    yield from ((f"seals[{i}].value.when", s.value.when) for i, s in enumerate(policy.seals))
    if policy.hospital_level:
        yield "hospital_level.value.when", policy.hospital_level.value.when
    if policy.signer_title:
        yield "signer_title.value.when", policy.signer_title.value.when


def _never_arising(pack: Pack) -> Iterator[Fault]:
    """Ages that exclude each other, diseases named and excepted, diseases closed to the insurance."""
    for where, when in _conditions(pack):
        if when.age_from is not None and when.age_below is not None and when.age_from >= when.age_below:
            message = f"没有人既满 {when.age_from} 周岁又不满 {when.age_below} 周岁，此项永远不适用。"
            yield Fault("LINT-020", where, message, "请核对 age_from 与 age_below。")
        both = set(when.diseases or ()) & set(when.not_diseases or ())
        if both and both == set(when.diseases or ()):
            yield Fault("LINT-020", where, "列出的病种又全部除外，此项永远不适用。", "请删去一处。")
        rows = [r for n in when.diseases or () for r in _rows(pack, n)]
        if when.insurance == "employee" and rows and all(row.insurance == "resident" for row in rows):
            message = "列出的病种只对居民开放，此项限职工，永远不适用。"
            yield Fault("LINT-020", where, message, "请核对 insurance 与 diseases。")


def _unknown_diseases(pack: Pack) -> Iterator[Fault]:
    named = [
        (f"{where}.{key}", names)
        for where, when in _conditions(pack)
        for key, names in (("diseases", when.diseases), ("not_diseases", when.not_diseases))
        if names
    ]
    if pack.policy.look_back:
        ages = enumerate(pack.policy.look_back.value.diseases)
        named += [(f"look_back.value.diseases[{i}].names", age.names) for i, age in ages]
    if pack.policy.validity:
        terms = enumerate(pack.policy.validity.value.diseases)
        named += [(f"validity.value.diseases[{i}].names", term.names) for i, term in terms]
    for where, names in named:
        for name in names:
            if not _rows(pack, name):
                message = f"病种“{name}”不在本政策的病种目录内。"
                yield Fault("LINT-021", where, message, "请改为目录中的名称。")


def _ages_twice(pack: Pack) -> Iterator[Fault]:
    """Two look-backs for one disease and one kind of paper: which of them holds?"""
    seen: dict[tuple[Disease, DocumentKind | None], str] = {}
    ages = pack.policy.look_back.value.diseases if pack.policy.look_back else ()
    for index, age in enumerate(ages):
        for row in dict.fromkeys(row for name in age.names for row in _rows(pack, name)):
            for kind in age.kinds or (None,):
                earlier = seen.setdefault((row, kind), age.within)
                if earlier != age.within:
                    what = f"“{row.name}”{kind_names([kind]) if kind else ''}"
                    message = f"{what}写了两个时限：{earlier}、{age.within}。"
                    yield Fault("LINT-027", f"look_back.value.diseases[{index}]", message, "请只保留一处。")


def _papers_never_asked(pack: Pack) -> Iterator[Fault]:
    """A look-back, level, title or signature on papers of which none is asked for: always unknown."""
    policy = pack.policy
    asked = {kind for m in policy.materials for kind in (*m.value.any_of, *m.value.weak)}
    groups: list[tuple[str, Sequence[DocumentKind]]] = []
    if policy.look_back:
        aged = enumerate(policy.look_back.value.aged())
        groups += [(f"look_back.value.groups[{i}]", group.kinds) for i, group in aged]
    if policy.signer_title:
        groups.append(("signer_title.value.kinds", policy.signer_title.value.kinds))
    if policy.signature:
        groups.append(("signature", policy.signature.value))
    if policy.hospital_level:
        levels = policy.hospital_level.value.demanded()
        groups.append(("hospital_level", [kind for kinds, _ in levels for kind in kinds]))
    for where, kinds in groups:
        if not asked.intersection(kinds):
            message = f"材料清单中没有{kind_names(list(kinds))}，此项将总是“无法判断”。"
            yield Fault("LINT-023", where, message, "请在 materials 中要求其中一种，或删去此项。")
    for i, material in enumerate(policy.materials):
        if set(material.value.any_of) & set(material.value.weak):
            message = "同一种材料既写在 any_of 又写在 weak。"
            yield Fault("LINT-020", f"materials[{i}].value.weak", message, "请只保留一处。")


def _window(pack: Pack) -> Iterator[Fault]:
    rule = pack.policy.window
    if rule is None:
        return
    window = rule.value
    if window.open_days and window.open_days[0] > window.open_days[1]:
        yield Fault("LINT-020", "window.value.open_days", "受理日的起日晚于止日。", "请写作 [起日, 止日]。")
    asked = {kind for m in pack.policy.materials for kind in m.value.any_of}
    if window.told_by == ("recognition_form",) and DocumentKind.RECOGNITION_FORM not in asked:
        message = "到期日只依据认定表，但材料清单没有要求认定表（recognition_form）。"
        remedy = "请在 materials 中要求认定表，或在 told_by 中加上 entitlement（待遇登记）。"
        yield Fault("LINT-023", "window.value.told_by", message, remedy)


def _local_rules(pack: Pack) -> Iterator[Fault]:
    counted = Counter(rule.id for rule in pack.policy.conditions)
    for index, rule in enumerate(pack.policy.conditions):
        where = f"conditions[{index}]"
        if counted[rule.id] > 1:
            yield Fault("LINT-025", f"{where}.id", f"编号 {rule.id} 用了不止一次。", "请改用不同的编号。")
        if rule.when and truth(rule.when, {}) is False:
            yield Fault("LINT-020", f"{where}.when", "条件恒为假，此项永远不适用。", "请核对 when。")
        always = truth(rule.demand, {})
        if always is not None:
            words = "真，永远符合" if always else "假，永远不符合"
            yield Fault("LINT-020", f"{where}.demand", f"要求恒为{words}。", "请核对 demand。")


def _names_twice(pack: Pack) -> Iterator[Fault]:
    """Names of the pack's own list that several rows bear."""
    if pack.catalogue is None or pack.catalogue.name != "own":
        return
    for name, rows in pack.catalogue.listed.items():
        if len(rows) > 1:
            numbers = "、".join(f"{row.no} {row.name}" for row in rows)
            message = f"“{name}”同时是几个病种的名称或别名：{numbers}。"
            yield Fault("LINT-026", "catalogue", message, "请在 catalogue.csv 中只保留一处。")


def _rows(pack: Pack, name: str) -> tuple[Disease, ...]:
    if pack.catalogue is None:
        return ()
    match = pack.catalogue.match(name)
    return match.rows if match.likeness is Likeness.LISTED else ()
