"""Are the papers there, and can they be read?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ocr.refusals import OURS
from ocr.types import KIND_NAMES, DocumentKind
from validators.answers import Question
from validators.case import STATED_FILE, Case, pictures_front
from validators.certainty import CERTAIN
from validators.checks.applicability import applies, unsettled
from validators.codes import Code
from validators.halves import Halves, overlapping
from validators.legibility import faults_in_words
from validators.papers import Paper, is_blank, kind_names, labels
from validators.policy import Material
from validators.verdict import CheckResult, Evidence

K = DocumentKind


def material_present(case: Case) -> Iterator[CheckResult]:
    """Every material that the pack demands is there; one result a material, ``subject`` its kinds.

    Worse mistake: telling somebody to bring what they brought. So a file that could not be opened,
    recognised or surely told makes a missing material unknown, not unmet; nor is a file held for another
    paper than it was handed in as, unless it was told with certainty.
    """
    for rule in case.pack.policy.materials:
        question = case.question("material-present", rule)
        material = rule.value
        if material.when.categories is not None:
            torn = _category_unsettled(case, question, material)
            if torn:
                yield torn
                continue
        arises = applies(case, material.when)
        if arises is None:
            yield unsettled(question, _subject(material))
        elif arises:
            yield _present(case, question, material)
        else:
            yield question.not_applicable(
                Code.NOT_ASKED, f"本案不要求{kind_names(material.any_of)}。", subject=_subject(material)
            )


def material_legible(case: Case) -> Iterator[CheckResult]:
    """Each file can be opened and read; one result a file with a problem, one for all the sound ones.

    A refused file is unmet with the refusal's own words; a page that a person might not read either is
    unknown, with a request to take it again, and so are two photos that picture one sheet between them.
    """
    question = case.question("material-legible")
    if not case.papers:
        yield question.unmet(Code.FILE_NONE, "没有收到任何文件。", remedy="请上传所需材料的照片或扫描件。")
        return
    sound: list[Paper] = []
    for paper in case.papers:
        problem = _legibility_problem(question, paper, alone=case.stands_alone(paper))
        if problem is None:
            sound.append(paper)
        else:
            yield problem
    yield from (_in_halves(question, halves) for halves in overlapping(case.papers))
    if sound:
        evidence = [paper.evidence for paper in sound]
        yield question.met(Code.FILE_LEGIBLE, f"{len(sound)} 份材料可以辨认。", evidence=evidence)


def _present(case: Case, question: Question, material: Material) -> CheckResult:
    subject = _subject(material)
    name = kind_names(material.any_of)
    held = [p for p in case.opened if any(shows(case, p, kind) for kind in material.any_of)]
    sure = [p for p in held if p.kind_is_sure]
    if len(sure) >= material.count:
        evidence = [p.evidence for p in sure]
        return question.met(
            Code.MATERIAL_PRESENT, f"已提交{labels(sure)}。", subject=subject, evidence=evidence
        )
    weak = case.of_kind(*material.weak) if material.weak else ()
    if weak:
        words = f"没有{name}，只有{labels(weak)}，能否代替须由审核人员判断。"
        return question.unknown(
            Code.MATERIAL_WEAK,
            words,
            subject=subject,
            evidence=[p.evidence for p in weak],
            remedy=f"如有{name}，请补交。",
        )
    if sure:
        return _too_few(case, question, material, sure)
    unsure = case.unidentified()
    perhaps = [p for p in case.papers if p in unsure or _may_be(case, p, material)]
    if perhaps:
        words = f"没有认出{name}；{labels(perhaps)}可能就是，须核对原图。"
        return question.unknown(
            Code.MATERIAL_PERHAPS, words, subject=subject, evidence=[p.evidence for p in perhaps]
        )
    return question.unmet(
        Code.MATERIAL_MISSING,
        f"没有收到{name}。",
        subject=subject,
        remedy=f"请补交{name}。",
        evidence=[Evidence(STATED_FILE)],
    )


def _too_few(case: Case, question: Question, material: Material, held: Sequence[Paper]) -> CheckResult:
    """Some papers, but not as many as demanded; one file may picture several, and others may be unread."""
    name, subject = kind_names(material.any_of), _subject(material)
    evidence = [p.evidence for p in held]
    words = f"须有{name} {material.count} 份，只认出 {len(held)} 份（{labels(held)}）"
    open_ = [p for p in case.papers if p in case.unidentified() or _may_be(case, p, material)]
    if open_ or any(len(p.pages) > 1 for p in held):
        words = f"{words}，其余可能在未认出的页面中，须核对原图。"
        return question.unknown(Code.MATERIAL_PERHAPS, words, subject=subject, evidence=evidence)
    return question.unmet(
        Code.MATERIAL_MISSING,
        f"{words}。",
        subject=subject,
        remedy=f"请补交{name}，共须 {material.count} 份。",
        evidence=evidence,
    )


def _may_be(case: Case, paper: Paper, material: Material) -> bool:
    """Whether a paper is handed in as this material, and is told to be another without certainty."""
    confidence = paper.document.kind_confidence
    hinted = case.application.files.get(paper.file) in {kind.value for kind in material.any_of}
    return hinted and confidence is not None and confidence < CERTAIN


def shows(case: Case, paper: Paper, kind: DocumentKind) -> bool:
    """Whether ``paper`` is of ``kind``, or pictures that side of an ID card beside the other side."""
    if not case.is_patients(paper):
        return False
    if paper.kind is kind:
        return True
    if kind is K.ID_CARD_BACK and paper.kind is K.ID_CARD_FRONT:
        return any(v.is_readable for v in paper.values("valid_until", "issuing_authority"))
    return kind is K.ID_CARD_FRONT and pictures_front(paper)


def _category_unsettled(case: Case, question: Question, material: Material) -> CheckResult | None:
    """An answer where the filing category, on which the demand hangs, is torn or not known."""
    categories = material.when.categories or ()
    ticked = {v.text: v for v in case.categories_on_form() if v.is_readable}
    stated = case.application.category
    evidence = [v.evidence for v in ticked.values()]
    if stated and ticked and stated not in ticked and (stated in categories or set(ticked) & set(categories)):
        return question.unknown(
            Code.CATEGORY_DIFFERS,
            "备案表勾选的类别与申请填写的类别不一致，须由审核人员核对。",
            subject=_subject(material),
            evidence=evidence,
        )
    if case.category is None and (not ticked or set(ticked) & set(categories)):
        return question.unknown(
            Code.CATEGORY_UNREAD,
            f"未能确定备案类别，无法判断是否须提交{kind_names(material.any_of)}。",
            subject=_subject(material),
            evidence=evidence,
        )
    return None


def _subject(material: Material) -> str:
    return "|".join(kind.value for kind in material.any_of)


def _legibility_problem(question: Question, paper: Paper, *, alone: bool) -> CheckResult | None:
    refused = paper.document.refused
    if refused is not None and refused.code in OURS:
        return question.unknown(
            Code.FILE_REFUSED,
            f"文件 {paper.file} 未能识别：{refused.message}（{refused.code}）",
            subject=paper.file,
            evidence=[paper.evidence],
        )
    if refused is not None:
        return question.unmet(
            Code.FILE_REFUSED,
            f"文件 {paper.file} 无法打开：{refused.message}（{refused.code}）",
            subject=paper.file,
            remedy=f"{paper.file}：{refused.remedy}",
            evidence=[paper.evidence],
        )
    if all(is_blank(page) for page in paper.pages):
        return _blank(question, paper) if alone else None
    return _hard_to_read(question, paper)


def _blank(question: Question, paper: Paper) -> CheckResult:
    return question.unknown(
        Code.FILE_BLANK,
        f"文件 {paper.file} 没有看到内容。",
        subject=paper.file,
        evidence=[paper.evidence],
        remedy=f"请检查文件 {paper.file}，重新拍摄有内容的一面。",
    )


def _hard_to_read(question: Question, paper: Paper) -> CheckResult | None:
    pages = [p for p in paper.pages if not is_blank(p) and paper.page_legible(p) is not True]
    if not pages:
        return None
    where = "、".join(str(page.number) for page in pages)
    fault, advice = _faults(paper, [page.number for page in pages])
    name = KIND_NAMES[paper.kind]
    return question.unknown(
        Code.FILE_HARD_TO_READ,
        f"{name}（{paper.file}）第 {where} 页{fault}，不能保证读准。",
        subject=paper.file,
        remedy=f"请重新拍摄 {paper.file} 第 {where} 页：{fault}。{advice}",
        evidence=[Evidence(paper.file, page.number) for page in pages],
    )


def _in_halves(question: Question, halves: Halves) -> CheckResult:
    (paper, page), (other, other_page) = halves.upper, halves.lower
    upper, lower = f"{paper.file} 第 {page.number} 页", f"{other.file} 第 {other_page.number} 页"
    return question.unknown(
        Code.FILE_HALVES,
        f"{upper}与{lower}内容首尾重复，可能是同一页材料分两次拍摄，须由审核人员合并查看。",
        subject=paper.file,
        remedy=f"请将{upper}和{lower}所拍的材料完整放入画面，一次拍全后重新上传。",
        evidence=[Evidence(paper.file, page.number), Evidence(other.file, other_page.number)],
    )


def _faults(paper: Paper, numbers: Sequence[int]) -> tuple[str, str]:
    for page in paper.pages:
        if page.number in numbers:
            fault, advice = faults_in_words(page)
            if fault:
                return fault, f"{advice.rstrip('。')}。" if advice else ""
    return "字迹不清", "请在光线充足处拿稳手机，让纸面占满画面。"
