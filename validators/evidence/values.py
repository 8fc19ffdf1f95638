"""``value``: a result of a test within bounds, or positive, high, low."""

from __future__ import annotations

from dataclasses import dataclass

from ocr.values.id_number import is_valid
from ocr.values.id_number import sex as sex_of
from validators.evidence.dossier import Dossier, Standing, both, softened
from validators.evidence.finding import Finding, contradicted, lacking, met
from validators.evidence.leaves import Bounds, ValueDemand
from validators.evidence.results import Result, is_in_state, results_on, within_bounds
from validators.evidence.test_items import items_for
from validators.evidence.words import STATES, bounds_in_words, value_in_words


@dataclass(frozen=True, slots=True)
class _Answer:
    result: Result
    holds: bool | None
    standing: Standing


def judge_value(dossier: Dossier, demand: ValueDemand, name: str | None) -> Finding:
    """So many results of the item, on different reports, lie within the bounds (those of the sex).

    Units are converted by the table of items. Worse mistake: refusing for a digit misread, so contradicted
    needs every result of the item surely read, recent, and on the wrong side.

    9.2 mg/dL of 血肌酐 is 813 μmol/L and meets ≥ 707; two results of 180 and 195 μmol/L contradict it.
    """
    wanted = name or value_in_words(demand)
    bounds = _bounds(dossier, demand)
    if demand.by_sex and bounds is None:
        return lacking(wanted, "未能确定性别，无法选用界值")
    answers = [
        _answer(dossier, demand, bounds, result)
        for item in items_for(demand.item, _unit(bounds))
        for paper in dossier.papers(demand.kinds)
        for result in results_on(paper, item)
    ]
    good = [a for a in answers if a.holds and a.standing.holds and a.result.readable]
    sheets = {_sheet(dossier, a) for a in good}
    evidence = [e for a in answers for e in (a.result.evidence, *a.standing.evidence)]
    if len(sheets) >= demand.count and _spread(dossier, demand, good):
        return met(_words(good[: max(demand.count, 1)], bounds, demand), [a.result.evidence for a in good])
    against = [a for a in answers if a.holds is False and a.result.certain and a.standing.holds]
    if answers and len(against) == len(answers):
        words = _words(against, bounds, demand)
        return softened(contradicted(words, f"请补交{wanted}", evidence), dossier)
    notes = [_note(a, bounds, demand) for a in answers if a not in good]
    if good:
        notes.insert(0, f"{_words(good, bounds, demand)}，只有 {len(sheets)} 份，须 {demand.count} 份")
    return lacking(wanted, *notes, evidence=evidence)


def _bounds(dossier: Dossier, demand: ValueDemand) -> Bounds | None:
    if not demand.by_sex:
        return demand
    number = dossier.case.application.applicant.id_number.upper()
    sex = sex_of(number) if is_valid(number, dossier.case.on) else None
    return next((bounds for key, bounds in demand.by_sex.items() if key == sex), None)


def _unit(bounds: Bounds | None) -> str | None:
    if bounds is None:
        return None
    given = (bounds.at_least, bounds.at_most, bounds.above, bounds.below)
    return next((amount.unit for amount in given if amount is not None), None)


def _answer(dossier: Dossier, demand: ValueDemand, bounds: Bounds | None, result: Result) -> _Answer:
    if demand.state:
        holds = is_in_state(result, demand.state)
    else:
        holds = within_bounds(result, bounds) if bounds else None
    recent = dossier.recent(result.paper, demand.within)
    return _Answer(result, holds, both(recent, dossier.issued(result.paper, demand)))


def _sheet(dossier: Dossier, answer: _Answer) -> str:
    """Two results count as two only on reports of two days, or where a day is not known, two papers."""
    dated = dossier.dates_of(answer.result.paper)
    return dated[0][1].iso if dated else answer.result.paper.label


def _spread(dossier: Dossier, demand: ValueDemand, good: list[_Answer]) -> bool:
    """Whether the first and the last result lie as far apart as asked."""
    if demand.span is None:
        return True
    days = [span for a in good for _, span in dossier.dates_of(a.result.paper)[:1]]
    return bool(days) and demand.span.after(min(days).latest) <= max(days).earliest


def _words(answers: list[_Answer], bounds: Bounds | None, demand: ValueDemand) -> str:
    return "；".join(dict.fromkeys(_note(a, bounds, demand) for a in answers))


def _note(answer: _Answer, bounds: Bounds | None, demand: ValueDemand) -> str:
    """``检验报告单（lab.jpg）的血肌酐 650 μmol/L，不在 ≥ 707 μmol/L 之内``."""
    result, holds = answer.result, answer.holds
    asked = STATES[demand.state] if demand.state else bounds_in_words(bounds) if bounds else ""
    own = _converted(result, bounds)
    told = {True: f"符合 {asked}", False: f"不符合 {asked}", None: f"未能与 {asked} 比较"}[holds]
    standing = f"（{answer.standing.words}）" if answer.standing.words else ""
    return f"{result.paper.label}的{result.shown}{own}，{told}{standing}"


def _converted(result: Result, bounds: Bounds | None) -> str:
    """The result in the unit of the bound, where it was printed in another."""
    unit = result.item.unit
    if bounds is None or unit is None or result.low is None or result.low != result.high:
        return ""
    if unit.lower() in result.shown.lower():
        return ""
    return f"（= {result.low.quantize(result.low.__class__('0.01')).normalize():f} {unit}）"
