"""Labels that count with neither colon nor space, by what follows them: 主治医师 张三, 出院诊断帕金森病."""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import median

from ocr.diagnoses import parse_diagnoses
from ocr.label_words import FUZZY_LEAST, STOP, VOCABULARY
from ocr.labels import TITLE_WORDS, Hit
from ocr.layout import Run, right_of, same_row
from ocr.parse import SURELY_A_NAME
from ocr.schema import SET_CLOSE
from ocr.values.names import looks_like_name
from ocr.values.text import fold

FARTHEST = 14.0
"""Text heights that a value may stand right of its label where no ruling line bounds it."""
_OPENING = frozenset(w for w in SET_CLOSE if len(w) >= FUZZY_LEAST and VOCABULARY.get(w) == STOP)
_GLUED_LIST = re.compile(
    r"(?:(?:出院|入院|临床|门诊|初步|最后|确定|西医|中医|主要|其他)诊断)(?=[\u4e00-\u9fff\d(（①])"
    r"(?![为是系明依及或和与结意名编后时书证符报日])"
)
_NAMES_A_DISEASE = re.compile(r"[病症炎癌瘤征痹痛晕畸塞死]$|[期级型]$|[)）]$")
_SIGNED_CLOSE = re.compile(r"(?P<word>医[师生])\s?(?P<name>[\u4e00-\u9fff·]{2,4})")
HANDS_ARE_LARGER = 1.25
"""Against the usual line; a name written behind its printed label makes the line higher."""
_TITLE_LABEL = re.compile(r"职\s*[称务]\s*[:：]?\s*$")
SCHOOLS = frozenset({"中医", "西医"})
LONGEST_NAME = 4


def opening_words(run: Run) -> frozenset[str]:
    """The long label of no field that opens a text, its value right behind it: 检查部位上腹部平扫."""
    return frozenset(w for w in _OPENING if run.text.startswith(w))


def names_a_school(run: Run, runs: Sequence[Run]) -> tuple[Hit, ...]:
    """中医 or 西医 alone in its cell: the label of that school's diagnoses, without a colon."""
    word = fold(run.text)
    alone = (
        word in SCHOOLS
        and run.cell is not None
        and not any(r is not run and r.cell == run.cell for r in runs)
    )
    return (Hit("school", word, 0, len(run.text), colon=False),) if alone else ()


def asks_for_a_name(run: Run, runs: Sequence[Run]) -> frozenset[str]:
    """The title that is a label without a colon: a name right behind it (主治医师 | 张三, 医师张三)."""
    word = fold(run.text)
    if signed := _SIGNED_CLOSE.fullmatch(run.text.strip()):
        usual = median(r.height for r in runs)
        sure = looks_like_name(signed["name"]) >= SURELY_A_NAME and run.height < HANDS_ARE_LARGER * usual
        return frozenset({signed["word"]}) if sure else frozenset()
    if word not in TITLE_WORDS or run.vertical:
        return frozenset()
    beside = next(iter(right_of(runs, run)), None)
    named = (
        beside is not None
        and beside.box[0] - run.box[2] < FARTHEST * run.height
        and looks_like_name(beside.text) >= SURELY_A_NAME
        and len(fold(beside.text)) <= LONGEST_NAME
    )
    before = [r for r in runs if r.box[2] <= run.box[0] and same_row(r, run)]
    behind_label = bool(before) and bool(_TITLE_LABEL.search(max(before, key=lambda r: r.box[2]).text))
    return frozenset({word}) if named and not behind_label else frozenset()


def opens_a_list(run: Run) -> frozenset[str]:
    """The label of diagnoses that a line begins with where a disease follows at once: 出院诊断帕金森病."""
    found = _GLUED_LIST.match(run.text)
    diseases = parse_diagnoses(run.text[found.end() :]) if found else []
    named = bool(diseases) and _NAMES_A_DISEASE.search(str(diseases[0].value)) is not None
    return frozenset({found.group()}) if found and named else frozenset()
