"""Did a physician of the title demanded sign?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ocr.types import Page, Signature, TextLine
from ocr.values.titles import rank
from validators.answers import Question
from validators.case import Case, is_certain
from validators.certainty import READABLE, unfaulted
from validators.checks.applicability import applies, unsettled
from validators.checks.registered import title_on_record
from validators.codes import Code
from validators.papers import Paper
from validators.verdict import CheckResult, Evidence

_SEEN = 0.6
"""A signature found with less than this is not taken as there."""
_TITLE_LABEL = re.compile(r"职\s*称")
_NOTHING = re.compile(r"[\s:：_()（）/—\-.…]*")
_OTHER_FIELDS = 3


def physician_title(case: Case) -> Iterator[CheckResult]:
    """The physicians who fill in the form, as many as the pack says, hold the title demanded or a higher one.

    Worse mistake: a lower title passing; but a handwritten title that was not read must not fail a
    sound form. No title read is unmet only where its label stands on a faultless form, its place is
    empty, and the form's other fields were surely read.
    """
    rule = case.pack.policy.signer_title
    question = case.question("physician-title", rule)
    if rule is None:
        yield question.not_applicable(Code.NOT_ASKED, "本业务不要求医师职称。")
        return
    arises = applies(case, rule.value.when)
    if arises is None:
        yield unsettled(question)
        return
    papers = case.of_kind(*rule.value.kinds)
    if not arises:
        yield question.not_applicable(Code.NOT_ASKED, "本案不要求医师职称。")
    elif not papers:
        yield question.unknown(Code.TITLE_UNREAD, "没有看到须由医师填写意见的表格。")
    else:
        for paper in papers:
            answer = _title(question, paper, rule.value.minimum, rule.value.count)
            yield title_on_record(case, question, paper, rule.value, answer)


def physician_signature(case: Case) -> Iterator[CheckResult]:
    """Signatures stand where physicians sign, as many as the pack says; their content is never asserted.

    Worse mistake: taking an unsigned form for signed. Unmet needs every place for it surely empty on a
    page without faults; where no place was found, a person looks.
    """
    rule = case.pack.policy.signature
    question = case.question("physician-signature", rule)
    if rule is None:
        yield question.not_applicable(Code.NOT_ASKED, "本业务不要求医师签名。")
        return
    papers = case.of_kind(*rule.value)
    if not papers:
        yield question.unknown(Code.SIGNATURE_UNCLEAR, "没有看到须由医师签名的表格。")
    demanded = case.pack.policy.signature_count
    for paper in papers:
        if demanded is not None and demanded.value > 1:
            yield _signatures(case.question("physician-signature", demanded), paper, demanded.value)
        else:
            yield _signature(question, paper)


def _title(question: Question, paper: Paper, minimum: str, count: int) -> CheckResult:
    values = paper.values("physician_title")
    evidence = [v.evidence for v in values]
    read = [v for v in values if v.is_readable and rank(v.text) is not None]
    if not values:
        return _no_title(question, paper, minimum)
    needed = rank(minimum) or 0
    high = [(rank(v.text) or 0) >= needed for v in read]
    titles = "、".join(v.text for v in read)
    names = _names(paper)
    one_alone = count > 1 and 0 < len(names) < count
    if count > 1 and any(high) and (len(values) < count or (one_alone and sum(high) >= count)):
        shown = "、".join([*(v.text for v in read), *names])
        words = f"{paper.label}须有{_asked(minimum, count)}，只读到{shown}，须核对原图。"
        return question.unknown(Code.TITLE_UNREAD, words, subject=paper.file, evidence=evidence)
    if len(read) == len(values) and all(high) and len(high) >= count:
        words = f"{paper.label}的医师职称为{titles}，符合{_asked(minimum, count)}的要求。"
        return question.met(Code.TITLE_MET, words, subject=paper.file, evidence=evidence)
    if count > 1 and 0 < sum(high) < count and len(read) == len(values) and all(map(is_certain, values)):
        words = f"{paper.label}须有{_asked(minimum, count)}，所写职称为{titles}，只有 {sum(high)} 名符合。"
        remedy = f"申请表须由{_asked(minimum, count)}填写意见并签名，请到医院重新办理后补交。"
        return question.unmet(Code.TITLE_BELOW, words, subject=paper.file, remedy=remedy, evidence=evidence)
    if read and not any(high) and all(map(is_certain, values)):
        return question.unmet(
            Code.TITLE_BELOW,
            f"{paper.label}的医师职称为{titles}，低于{minimum}。",
            subject=paper.file,
            remedy=f"申请表须由{_asked(minimum, count)}填写意见并签名，请到医院重新办理后补交。",
            evidence=evidence,
        )
    shown = "、".join(dict.fromkeys(v.text for v in values))
    words = f"{paper.label}的医师职称读为“{shown}”，把握不足或前后不一，须核对原图。"
    return question.unknown(Code.TITLE_UNREAD, words, subject=paper.file, evidence=evidence)


def _names(paper: Paper) -> list[str]:
    """The printed names of physicians; a hand's writing is none, so that none says nothing."""
    return list(dict.fromkeys(v.text for v in paper.values("physician_name") if v.is_readable))


def _asked(minimum: str, count: int) -> str:
    return f"{minimum}及以上职称的医师" + (f" {count} 名" if count > 1 else "")


def _no_title(question: Question, paper: Paper, minimum: str) -> CheckResult:
    sure = [
        v
        for name in ("patient_name", "id_number", "claimed_disease", "hospital_name", "sex")
        for v in paper.values(name)[:1]
        if is_certain(v)
    ]
    if paper.faultless and len(sure) >= _OTHER_FIELDS and _title_left_empty(paper):
        return question.unmet(
            Code.TITLE_MISSING,
            f"{paper.label}的医师职称处没有填写。",
            subject=paper.file,
            evidence=[paper.evidence],
            remedy=f"请由{minimum}及以上职称的医师在申请表上写明职称后补交。",
        )
    words = f"{paper.label}上没有读出医师职称，须核对原图。"
    return question.unknown(Code.TITLE_UNREAD, words, subject=paper.file, evidence=[paper.evidence])


def _title_left_empty(paper: Paper) -> bool:
    """Whether every 职称 label has nothing behind it, beside it or under it."""
    places = [(page, line) for page in paper.pages for line in page.lines if _TITLE_LABEL.search(line.text)]
    return bool(places) and all(_is_empty_behind(page, line) for page, line in places)


def _is_empty_behind(page: Page, label: TextLine) -> bool:
    match = _TITLE_LABEL.search(label.text)
    if match is None or not _NOTHING.fullmatch(label.text[match.end() :]):
        return False
    x0, y0, x1, y1 = label.box
    height = y1 - y0
    zone = (x0, y0 - 0.6 * height, x1 + 12 * height, y1 + 1.6 * height)
    return not any(line is not label and _meets(line.box, zone) for line in page.lines)


def _meets(box: Sequence[float], zone: Sequence[float]) -> bool:
    return box[0] < zone[2] and zone[0] < box[2] and box[1] < zone[3] and zone[1] < box[3]


def _signature(question: Question, paper: Paper) -> CheckResult:
    places = [s for s in paper.document.marks.signatures if s.role == "physician"]
    evidence = [Evidence(paper.file, s.page, "signature", None, s.box, s.confidence) for s in places]
    signed = [s for s in places if s.present and (s.confidence or 0) >= _SEEN]
    if signed:
        found = [Evidence(paper.file, s.page, "signature", None, s.box, s.confidence) for s in signed]
        return question.met(
            Code.SIGNED, f"{paper.label}的医师签名处有签名。", subject=paper.file, evidence=found
        )
    if places and paper.kind_is_sure and all(_surely_empty(s, paper) for s in places):
        return question.unmet(
            Code.UNSIGNED,
            f"{paper.label}的医师签名处没有签名。",
            subject=paper.file,
            evidence=evidence,
            remedy="请由出具意见的医师在申请表的医师签名处签名后补交。",
        )
    why = "不能确定是否已签名" if places else "没有找到医师签名处"
    return question.unknown(
        Code.SIGNATURE_UNCLEAR, f"{paper.label}{why}，须核对原图。", subject=paper.file, evidence=evidence
    )


def _signatures(question: Question, paper: Paper, count: int) -> CheckResult:
    """Unmet where every place was found and surely judged, and too few are signed."""
    places = [s for s in paper.document.marks.signatures if s.role == "physician"]
    evidence = [Evidence(paper.file, s.page, "signature", None, s.box, s.confidence) for s in places]
    signed = sum(s.present is True and (s.confidence or 0) >= _SEEN for s in places)
    empty = sum(_surely_empty(s, paper) for s in places)
    if signed >= count:
        words = f"{paper.label}有 {signed} 名医师签名，符合 {count} 名的要求。"
        return question.met(Code.SIGNED, words, subject=paper.file, evidence=evidence)
    words = f"{paper.label}须有 {count} 名医师签名，只看到 {signed} 处签名"
    if paper.kind_is_sure and len(places) >= count and signed + empty == len(places):
        remedy = f"申请表须由 {count} 名医师签名，请到医院补签后补交。"
        return question.unmet(
            Code.UNSIGNED, f"{words}。", subject=paper.file, remedy=remedy, evidence=evidence
        )
    words = f"{words}，须核对原图。"
    return question.unknown(Code.SIGNATURE_UNCLEAR, words, subject=paper.file, evidence=evidence)


def _surely_empty(signature: Signature, paper: Paper) -> bool:
    pages = [page for page in paper.pages if page.number == signature.page]
    clear = paper.legible is True and bool(pages) and all(map(unfaulted, pages))
    return signature.present is False and (signature.confidence or 0) >= READABLE and clear
