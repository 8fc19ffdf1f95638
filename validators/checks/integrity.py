"""Was a paper used before for somebody else, or changed after it was made?"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from ocr.types import FileFacts
from validators.case import Case
from validators.codes import Code
from validators.papers import Paper
from validators.verdict import CheckResult, Evidence

_EDITORS = re.compile(
    r"photoshop|lightroom|gimp|pics\s?art|snapseed|美图|meitu|醒图|facetune|pixelmator|affinity|paint\.net|修图"
    r"|illustrator|coreldraw|canva|ps express|vsco|acrobat pro|pdf\s?editor|foxit phantom|福昕高级|nitro pro"
    r"|smallpdf|sejda",
    re.IGNORECASE,
)
"""Programs whose purpose is to change pictures or PDF text; scanners (扫描全能王, WPS, Quartz) are none."""
_LONG_AFTER = dt.timedelta(days=1)


def reused_material(case: Case) -> Iterator[CheckResult]:
    """The same report, seal or photo stands in another person's case, where earlier cases are connected.

    Family papers and hospital seals repeat honestly, so a find is never for the applicant to mend.
    """
    question = case.question("reused-material")
    if case.earlier is None:
        yield question.not_applicable(Code.NO_EARLIER_CASES, "未接入既往案件，不作比对。")
        return
    documents = [paper.document for paper in case.papers]
    reuses = case.earlier.find_reuse(documents, case.application.applicant.id_number)
    for reuse in reuses:
        yield question.unknown(
            Code.REUSED,
            f"{reuse.file}：{reuse.what}，见于案件 {reuse.other_case}，须由审核人员核实。",
            subject=reuse.file,
            evidence=[Evidence(reuse.file)],
        )
    if not reuses:
        yield question.met(Code.NOT_REUSED, "未见材料用于他人的案件。")


def altered_material(case: Case) -> Iterator[CheckResult]:
    """Signs that a file was edited after it was made: the program that wrote it, later saved versions.

    File properties are easily forged and honestly odd, so a sign is unknown, for a person, and never
    something the applicant is told to mend.
    """
    question = case.question("altered-material")
    files: dict[str, Paper] = {}
    for paper in case.opened:
        files.setdefault(paper.file, paper)
    told = [(paper, _sign(paper.document.facts)) for paper in files.values() if paper.document.facts]
    found = [(paper, sign) for paper, sign in told if sign]
    for paper, sign in found:
        words = f"{paper.file}：{sign}，须由审核人员留意。"
        yield question.unknown(Code.EDITED, words, subject=paper.file, evidence=[Evidence(paper.file)])
    if not told:
        yield question.not_applicable(Code.NO_FILE_FACTS, "文件没有可供判断的属性信息。")
    elif not found:
        yield question.met(Code.NO_SIGN_OF_EDITING, "文件属性中未见编辑痕迹。")


def _sign(facts: FileFacts | None) -> str | None:
    if facts is None:
        return None
    if facts.software and (match := _EDITORS.search(facts.software)):
        return f"由图像或文档编辑软件（{match.group()}）保存"
    made, changed = _moment(facts.created_at), _moment(facts.modified_at)
    later = made is not None and changed is not None and changed - made > _LONG_AFTER
    if facts.revisions > 1 and later:
        return f"文件生成后又修改过（共 {facts.revisions} 个版本）"
    return None


def _moment(text: str | None) -> dt.datetime | None:
    if not text:
        return None
    try:
        moment = dt.datetime.fromisoformat(text)
    except ValueError:
        return None
    return (
        moment.replace(tzinfo=None)
        if moment.tzinfo is None
        else moment.astimezone(dt.UTC).replace(tzinfo=None)
    )
