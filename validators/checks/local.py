"""The rules of the place that a pack writes as expressions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from ocr.types import KIND_NAMES, DocumentKind
from validators.answers import Question
from validators.case import Case
from validators.checks.local_facts import facts_of
from validators.codes import Code
from validators.expression_tokens import tokens_of
from validators.expressions import names_used, truth
from validators.fact_names import NAMES, Fact
from validators.papers import Paper
from validators.policy import LocalRule
from validators.verdict import CheckResult

_STOP = re.compile(r"[。；\s]+$")
_MOST_PAPERS = 6


def local_rule(case: Case) -> Iterator[CheckResult]:
    """Each rule that the pack writes as an expression; ``subject`` is the rule's id.

    Met rests on what was readable (it then does not matter whether the rule is asked at all), unmet needs
    the demand to be false on what was surely read alone; an absent fact that would decide makes it unknown.
    A rule that is not adopted is advisory and never unmet. Worse mistake: refusing somebody for a fact that
    was misread.
    """
    rules = case.pack.policy.conditions
    if not rules:
        question = Question("local-rule", f"{case.pack.policy.title}没有另写当地规定")
        yield question.not_applicable(Code.NOT_ASKED, "政策包没有另写当地规定。")
        return
    written = [part for rule in rules for part in (rule.demand, rule.when or "")]
    levels = any(token.text == "hospital" for part in written for token in tokens_of(part))
    readable = facts_of(case, sure=False, levels=levels)
    sure = facts_of(case, sure=True, levels=levels)
    for rule in rules:
        yield _answer(case, rule, readable, sure)


def _answer(case: Case, rule: LocalRule, readable: Mapping[str, Any], sure: Mapping[str, Any]) -> CheckResult:
    question = _question(case, rule)
    asked = truth(rule.when, readable) if rule.when else True
    if asked is False and rule.when and truth(rule.when, sure) is False:
        return question.not_applicable(Code.NOT_ASKED, "本案不适用此项规定。", subject=rule.id)
    papers = _papers_named(case, rule)
    evidence = [paper.evidence for paper in papers]
    shown = _facts_in_words(case, rule, readable, papers)
    holds = truth(rule.demand, readable)
    if holds:
        words = f"符合：{_STOP.sub('', rule.clause)}{shown}。"
        return question.met(Code.LOCAL_MET, words, subject=rule.id, evidence=evidence)
    firmly = truth(rule.demand, sure) is False and (not rule.when or truth(rule.when, sure) is True)
    if asked and holds is False and firmly:
        return question.unmet(
            Code.LOCAL_UNMET,
            f"{_STOP.sub('', rule.message)}{shown}。",
            remedy=rule.remedy or "此项由审核人员判断。",
            subject=rule.id,
            evidence=evidence,
            mendable=rule.remedy is not None,
        )
    absent = "、".join(_absent(rule, readable))
    why = f"没有读到{absent}" if absent else "材料中有没有认出或把握不足的内容"
    words = f"不能确定是否符合“{_STOP.sub('', rule.clause)}”：{why}{shown}，须由审核人员核对。"
    return question.unknown(Code.LOCAL_UNKNOWN, words, subject=rule.id, evidence=evidence)


def _question(case: Case, rule: LocalRule) -> Question:
    told = case.pack.policy.checks.get("local-rule") == "advisory"
    advisory = rule.advisory or told or not rule.adopted
    return Question("local-rule", case.pack.policy.clause(rule), advisory=advisory, adopted=rule.adopted)


def _papers_named(case: Case, rule: LocalRule) -> list[Paper]:
    """The papers of the kinds that the demand names."""
    words = {token.text.strip("'\"") for token in tokens_of(rule.demand) if token.kind == "text"}
    kinds = [kind for kind in DocumentKind if kind.value in words]
    return list(case.of_kind(*kinds)) if kinds else []


def _facts_in_words(case: Case, rule: LocalRule, facts: Mapping[str, Any], papers: list[Paper]) -> str:
    """The facts that the rule looked at, with their arithmetic, in brackets."""
    said: list[str] = []
    for path in dict.fromkeys(names_used(rule.demand)):
        fact, value = _look(NAMES, path), _look(facts, path)
        if isinstance(fact, Fact) and value is not None and fact.type:
            said.append(f"{fact.meaning.split('，')[0]} {_in_words(value)}")
    entries = [e for e in facts["papers"] if e.get("file") in {p.file for p in papers}]
    for entry in entries[:_MOST_PAPERS]:
        kind = KIND_NAMES[DocumentKind(entry["kind"])] if "kind" in entry else "未认出的材料"
        if "date" in entry:
            sum_ = f"提交日 {case.on.isoformat()} − {entry['date']} = {entry['age_days']} 天"
            said.append(f"{kind}（{entry['file']}）{sum_}")
        else:
            said.append(f"{kind}（{entry['file']}）")
    return f"（{'；'.join(said)}）" if said else ""


def _absent(rule: LocalRule, facts: Mapping[str, Any]) -> Iterator[str]:
    used = [*names_used(rule.demand), *(names_used(rule.when) if rule.when else ())]
    for path in dict.fromkeys(used):
        named = _look(NAMES, path)
        if named is not None and path != ("papers",) and _look(facts, path) is None:
            yield getattr(named, "meaning", ".".join(path)).split("，")[0]


def _look(held: Any, path: tuple[str, ...]) -> Any:
    for part in path:
        if not isinstance(held, Mapping) or part not in held:
            return None
        held = held[part]
    return held


def _in_words(value: object) -> str:
    return "是" if value is True else "否" if value is False else str(value)
