"""Whether a diagnosis names a row of a disease list: by names, by terms of several parts, by code."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ocr.values.codes import find_icd10
from validators.disease_names import fold_disease, hedged, occurrences
from validators.disease_row import Disease, near_names, own_names
from validators.icd import category_by_name, category_of, chapter_of, in_ranges

_DENIED = re.compile(r"无(?!功能)|未(?!分化|特指|定型)|非(?!ST|S-T|胰岛素|霍奇金|小细胞|瓣膜)|不伴")
_BETWEEN = ".{0,12}"
"""Between the parts of a term such as ``陈旧性…心肌梗死``: an organ's wall, a side, a place."""
_ORGANS = re.compile(
    "肾|肝|脑|心|肺|胃|肠|胰|骨|关节|脊|眼|视网膜|皮|乳腺|子宫|卵巢|前列腺|膀胱|甲状腺|垂体|血小板|贫血|凝血|"
    "神经|精神|移植|癌|瘤|白血病|糖尿病|高血压|结核|狼疮|风湿|痛风|硬化"
)
_OPEN = re.compile(r"[RZ]|G8[1-3]")
"""Categories that say a symptom, a palsy or a circumstance, and leave the disease open."""


def names(diagnosis: str, disease: Disease, listed: Mapping[str, tuple[Disease, ...]]) -> bool:
    """Whether ``diagnosis`` names ``disease``, outside any longer name of something else in the list."""
    text = fold_disease(diagnosis)
    own = own_names(disease)
    spans = [span for name in own for span in occurrences(name, text)]
    if not spans:
        return False
    longer = {n for n, rows in listed.items() if n in text and n not in own and disease not in rows}
    near = [span for n in near_names(disease) if n in text for span in occurrences(n, text)]
    hidden = [span for n in longer for span in occurrences(n, text)] + near
    return any(
        not any(_covers(other, span) for other in hidden) and not any(_leads(other, span) for other in near)
        for span in spans
    )


def is_coded(diagnosis: str, disease: Disease) -> bool:
    """Whether ``diagnosis`` bears a code, or the name, of a category that is the disease as a whole."""
    if not disease.icd10_whole:
        return False
    text = fold_disease(diagnosis)
    if any(occurrences(name, text) for name in near_names(disease)):
        return False
    printed = [code for code, _, _ in find_icd10(diagnosis)]
    if printed:
        worded = category_of(text)
        agrees = worded is None or in_ranges(worded, disease.icd10)
        return agrees and all(in_ranges(code, disease.icd10_whole) for code in printed)
    category = category_by_name(text)
    return category is not None and in_ranges(category, disease.icd10_whole)


def together(diagnoses: Sequence[str], disease: Disease) -> bool:
    """Whether a term of several parts is complete over the paper's diagnoses.

    ``糖尿病+肾病`` may stand in two diagnoses, ``陈旧性…心肌梗死`` stands in one, in that order. Names that
    are not the disease do not count: 急性肾功能衰竭 and 透析 are no 肾功能衰竭+透析.
    """
    said = [_without_others(fold_disease(d), disease) for d in diagnoses if not _DENIED.search(d)]
    text = "\n".join(said)
    return any(_complete(term, text) for term in disease.terms if "+" in term or "…" in term)


def _complete(term: str, text: str) -> bool:
    if "…" in term:
        pattern = _BETWEEN.join(re.escape(fold_disease(part)) for part in term.split("…"))
        return re.search(pattern, text) is not None
    return all(fold_disease(part) in text for part in term.split("+"))


def _without_others(text: str, disease: Disease) -> str:
    """``text`` without names of something else; a grade too low (高血压1级) is judged elsewhere."""
    vague = set(map(fold_disease, disease.vague))
    for name in sorted(near_names(disease) - vague, key=len, reverse=True):
        if len(name) >= 3 and name in text and not any(c.isdigit() for c in name):
            text = text.replace(name, "〇")
    return text


def is_other(diagnosis: str, disease: Disease, known: Sequence[str]) -> bool:
    """Whether ``diagnosis`` plainly is something else than the row with the ``known`` names.

    Of another chapter of ICD-10, and of no organ that the disease's names speak of: 糖尿病肾病 stands among
    the endocrine diseases and still is a disease of the kidney.
    """
    text = fold_disease(diagnosis)
    if hedged(diagnosis) or any(len(n) >= 2 and (n in text or text in n) for n in known):
        return False
    own = "".join((disease.name, *disease.aliases))
    if set(_ORGANS.findall(text)) & set(_ORGANS.findall(own)):
        return False
    category = category_of(text)
    if category is None or _OPEN.match(category) or in_ranges(category, disease.icd10):
        return False
    return chapter_of(category) not in {chapter_of(r.split("-")[0]) for r in disease.icd10}


def _covers(other: tuple[int, int], own: tuple[int, int]) -> bool:
    """Whether a longer name overlaps the own one, so that it decides."""
    longer = other[1] - other[0] > own[1] - own[0]
    return longer and other[0] < own[1] and own[0] < other[1]


def _leads(other: tuple[int, int], own: tuple[int, int]) -> bool:
    """Whether a near name begins before the own one and runs into it: 肾性高血压病3级."""
    return other[0] < own[0] < other[1] < own[1]
