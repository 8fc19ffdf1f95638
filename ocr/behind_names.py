"""What tables and screens mark behind a disease's name: which of several it is, and what became of it."""

from __future__ import annotations

import re

from ocr.likely_diseases import likely_disease
from ocr.values.diseases import looks_like_disease

_RANK = re.compile(r"(?<=[病症炎癌瘤征痹痛晕证压血塞死化期级型)）])(?:[主次]|主诊|次诊)$")
"""Which it is of several, as screens mark it behind the name: 高血压病 [主]."""
LIKELY = 0.5
"""Likelihood from which a name without any sign of illness is a disease's: 门静脉高压."""
_OUTCOME = re.compile(
    r"(?<![较前有显已渐略稍])(?<!(?<!术)后)[（(]?(?:治愈|痊愈|好转|未愈|显效|无变化|未治)[)）]?$"
)
"""How the stay ended for each, in a column that a needle printer sets close: 支气管扩张症 好转."""


_COURSE = re.compile(r"(?:病情|症状|体征)$")
"""What got better, and no name: 病情好转."""


def without_marks_behind(value: str) -> str:
    """A diagnosis without its rank and its outcome.

    >>> [without_marks_behind(t) for t in ("高血压病主", "支气管扩张症好转", "肺部感染较前好转", "好转")]
    ['高血压病', '支气管扩张症', '肺部感染较前好转', '好转']
    """
    value = _RANK.sub("", value)
    name = _OUTCOME.sub("", value)
    ill = looks_like_disease(name) or likely_disease(name) >= LIKELY
    return name if ill and not _COURSE.search(name) else value
