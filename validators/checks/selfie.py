"""Does the photo show the applicant holding the card, and is it recent?"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from ocr.types import Box, DocumentKind, Face, Finding
from ocr.values.dates import PartialDate, parse_date
from ocr.values.id_number import is_valid
from validators.answers import Question
from validators.case import Case, is_certain
from validators.certainty import HARMFUL, READABLE
from validators.codes import Code
from validators.papers import Paper, Value
from validators.persons import Agreement, compare_names, compare_numbers, shown_number
from validators.verdict import CheckResult, Evidence, Outcome

K = DocumentKind
_FACE_TO_DIGITS = 9.0
"""A living face is at least so many times as high as the card's digits; the portrait on a card is 4–8
times, a holder's face 15 and more (arm's length, digits of 2.8 mm, a head of 200 mm)."""
_CARD_TO_DIGITS = 25.0
"""A card is some 31 times as wide and 19 times as high as its digits: its portrait is nearer than this."""
_SECOND_PERSON = 0.6
"""Another face of at least this share of the largest one is another person, not a portrait on a card."""
_PART_OF_NUMBER = 6
_CARD_WORDS = re.compile(r"公民|身份|号码|姓名|住址|民族|出生|居民|\d{6}|\d{4}年")
_CARD, _CARD_SEEN = "card", 0.9
"""Measure of a picture with a face: how rectangular the best card-shaped patch is, 0–1; absent where not
searched. Tried: held cards 0.998 and more; without a card 0–0.7 where drawn, up to 0.97 in real rooms."""
_HIDING = HARMFUL - {Finding.TEXT_TOO_SMALL}
"""Faults under which a card could be in the picture and not be seen."""
_PROMINENT = 0.12
"""Share of the picture's height from which a face without a known kind is taken for a portrait photo."""


def id_selfie(case: Case) -> Iterator[CheckResult]:
    """One living face, a card apart from it, its number (or name and part of the number) the applicant's.

    Worse mistake: passing a photo in which the applicant cannot be told. A face with nothing like a card
    on a faultless picture is unmet; a card that cannot be read is unknown. Of several photos one that
    meets the demand is enough; else a plain fault outweighs a doubt, in whichever order they come, but
    a mere portrait has no say beside a photo told to be the one with the card.
    """
    rule = case.pack.policy.selfie
    question = case.question("id-selfie", rule)
    if rule is None:
        yield question.not_applicable(Code.NOT_ASKED, "本业务不要求手持身份证照片。")
        return
    photos = _photos(case)
    if not photos:
        yield question.unknown(Code.SELFIE_UNCLEAR, "没有看到手持身份证照片。")
        return
    answers = [(photo, _judge(case, question, photo)) for photo in photos]
    met = [answer for _, answer in answers if answer.outcome is Outcome.MET]
    held = [answer for photo, answer in answers if photo.kind is K.ID_SELFIE]
    faults = held or [answer for _, answer in answers]
    yield met[0] if met else min(faults, key=lambda answer: answer.outcome is not Outcome.UNMET)


def id_selfie_recent(case: Case) -> Iterator[CheckResult]:
    """The photo was taken within the days demanded, by the camera's time where the file tells it.

    Camera times are easily wrong or forged: unmet rests on a date surely read in the picture alone, and
    the check is advisory in the shipped packs.
    """
    rule = case.pack.policy.selfie_days
    question = case.question("id-selfie-recent", rule)
    if rule is None:
        yield question.not_applicable(Code.NOT_ASKED, "本业务不限定照片拍摄时间。")
        return
    photos = _photos(case)
    if not photos:
        yield question.unknown(Code.SELFIE_UNDATED, "没有看到手持身份证照片。")
        return
    yield _taken(case, photos[0], rule.value)


def _photos(case: Case) -> list[Paper]:
    """Photos of the kind, or stated to be, or of no known kind with a large face and no lines of text."""
    hinted = {name for name, kind in case.application.files.items() if kind == K.ID_SELFIE.value}
    photos = list(case.of_kind(K.ID_SELFIE))
    for paper in case.of_kind(K.UNKNOWN):
        bare = len(list(paper.lines())) <= 2 and _prominent_face(paper)
        if paper.document.marks.faces and (paper.file in hinted or bare):
            photos.append(paper)
    return photos


def _prominent_face(paper: Paper) -> bool:
    heights = {page.number: page.height for page in paper.pages}
    return any(_height(f.box) >= _PROMINENT * heights.get(f.page, 0) > 0 for f in paper.document.marks.faces)


def _judge(case: Case, question: Question, photo: Paper) -> CheckResult:
    numbers = photo.values("id_number", "agent_id_number")
    names = photo.values("patient_name")
    faces = _by_size(photo)
    evidence = [Evidence(photo.file, f.page, "face", None, f.box, f.confidence) for f in faces]
    evidence += [v.evidence for v in (*numbers, *names)]
    if other := _other_person(case, question, photo, numbers, evidence):
        return other
    if doubt := _face_doubt(photo, faces, numbers):
        code, words = doubt
        return question.unknown(code, words, subject=photo.file, evidence=evidence)
    if not _shows_card(photo, faces):
        return _without_card(question, photo, faces, evidence)
    if _is_applicants(case, photo, numbers, names):
        words = f"{photo.label}为本人手持身份证，证件号码与申请一致。"
        return question.met(Code.SELFIE_MET, words, subject=photo.file, evidence=evidence)
    return question.unknown(
        Code.SELFIE_UNCLEAR,
        f"{photo.label}中的身份证无法读清，须核对原图。",
        subject=photo.file,
        evidence=evidence,
        remedy="请重新拍摄手持身份证照片：让证件上的姓名和号码清晰可辨，手指不要遮挡。",
    )


def _face_doubt(photo: Paper, faces: list[Face], numbers: tuple[Value, ...]) -> tuple[Code, str] | None:
    """No face, two people, or only the portrait on the card."""
    if not faces:
        return Code.SELFIE_UNCLEAR, f"{photo.label}中没有找到人脸，须核对原图。"
    largest = _height(faces[0].box)
    if len(faces) > 1 and _height(faces[1].box) >= _SECOND_PERSON * largest:
        return Code.SELFIE_SEVERAL_PEOPLE, f"{photo.label}中可能不止一人，须核对原图。"
    digits = [v for v in numbers if v.is_readable]
    if digits and _may_be_the_portrait(faces[0].box, digits[0].field.box):
        return Code.SELFIE_UNCLEAR, f"{photo.label}中只看到证件上的头像，没有看到持证人，须核对原图。"
    return None


def _may_be_the_portrait(face: Box, digits: Box) -> bool:
    """Whether the largest face is small and near enough to be the one printed on the card."""
    size = _height(digits)
    apart = (
        max(abs(face[0] + face[2] - digits[0] - digits[2]), abs(face[1] + face[3] - digits[1] - digits[3]))
        / 2
    )
    return _height(face) < _FACE_TO_DIGITS * size and apart < _CARD_TO_DIGITS * size


def _other_person(
    case: Case, question: Question, photo: Paper, numbers: tuple[Value, ...], evidence: list[Evidence]
) -> CheckResult | None:
    """Another person's valid number, surely read, and not the applicant's beside it."""
    stated_number = case.application.applicant.id_number
    agreements = [compare_numbers(v.text, stated_number) for v in numbers]
    if Agreement.SAME in agreements or not is_valid(stated_number.upper()):
        return None
    pairs = zip(numbers, agreements, strict=True)
    others = [v for v, agreement in pairs if agreement is Agreement.DIFFERENT]
    if not others:
        return None
    agent = case.application.applicant.agent
    shown = shown_number(others[0].text)
    words = f"{photo.label}中的身份证号 {shown} 不是参保人的"
    if agent is not None and others[0].text == agent.id_number.upper():
        words += "，而是代办人的"
    if is_certain(others[0]):
        return question.unmet(
            Code.SELFIE_OF_ANOTHER,
            f"{words}。",
            subject=photo.file,
            evidence=evidence,
            remedy="请由参保人本人手持本人身份证重新拍摄（代办时也须参保人本人）。",
        )
    return question.unknown(
        Code.SELFIE_UNCLEAR, f"{words}，可能误读，须核对原图。", subject=photo.file, evidence=evidence
    )


def _shows_card(photo: Paper, faces: list[Face]) -> bool:
    """Whether anything like a card is in the picture: its shape, words or digits, or the portrait on it."""
    shape = (page.quality.measures.get(_CARD, 0.0) for page in photo.pages)
    if len(faces) > 1 or max(shape, default=0.0) >= _CARD_SEEN or photo.values("id_number", "patient_name"):
        return True
    outside = (
        line.text for page in photo.pages for line in page.lines if not _within(line.box, faces[0].box)
    )
    return any(_CARD_WORDS.search(text) for text in outside)


def _without_card(
    question: Question, photo: Paper, faces: list[Face], evidence: list[Evidence]
) -> CheckResult:
    """Unmet where the picture was searched for a card's shape, and could show one."""
    searched = all(_CARD in page.quality.measures for page in photo.pages)
    clear = all(not _HIDING.intersection(page.quality.findings) for page in photo.pages)
    if searched and clear and photo.legible is not False and (faces[0].confidence or 0) >= READABLE:
        return question.unmet(
            Code.SELFIE_WITHOUT_CARD,
            f"{photo.label}中有人脸，但没有看到身份证。",
            subject=photo.file,
            remedy="请本人手持身份证重新拍摄：上半身和证件都在画面内，证件上的姓名和号码清晰可辨。",
            evidence=evidence,
        )
    words = f"{photo.label}中没有认出身份证，须核对原图。"
    return question.unknown(Code.SELFIE_UNCLEAR, words, subject=photo.file, evidence=evidence)


def _within(box: Box, face: Box) -> bool:
    """Whether the middle of ``box`` lies on a face: brows and lips are read as strokes."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return face[0] <= x <= face[2] and face[1] <= y <= face[3]


def _is_applicants(case: Case, photo: Paper, numbers: tuple[Value, ...], names: tuple[Value, ...]) -> bool:
    applicant = case.application.applicant
    if any(v.is_readable and compare_numbers(v.text, applicant.id_number) is Agreement.SAME for v in numbers):
        return True
    named = any(v.is_readable and compare_names(v.text, applicant.name) is Agreement.SAME for v in names)
    runs = (run for line in photo.lines() for run in re.findall(rf"\d{{{_PART_OF_NUMBER},18}}[xX]?", line))
    return named and any(run.upper() in applicant.id_number.upper() for run in runs)


def _taken(case: Case, photo: Paper, days: int) -> CheckResult:
    question = case.question("id-selfie-recent", case.pack.policy.selfie_days)
    found = _dates(photo)
    if not found:
        words = f"{photo.label}没有拍摄日期，须由审核人员判断。"
        return question.unknown(Code.SELFIE_UNDATED, words, subject=photo.file)
    date, evidence, sure = found[0]
    first = case.on - dt.timedelta(days=days)
    if first <= date.earliest and date.latest <= case.on:
        words = f"{photo.label}拍摄于 {date.iso}，在申请日前 {days} 天内{_sum(case.on, date)}。"
        return question.met(Code.SELFIE_RECENT, words, subject=photo.file, evidence=[evidence])
    if date.latest < first and sure:
        return question.unmet(
            Code.SELFIE_OLD,
            f"{photo.label}拍摄于 {date.iso}，早于申请日前 {days} 天{_sum(case.on, date)}。",
            subject=photo.file,
            remedy="请重新拍摄近期的手持身份证照片。",
            evidence=[evidence],
        )
    words = f"{photo.label}的拍摄日期 {date.iso} 不在申请日前 {days} 天内，或未能读准，须核对。"
    return question.unknown(Code.SELFIE_UNDATED, words, subject=photo.file, evidence=[evidence])


def _sum(on: dt.date, taken: PartialDate) -> str:
    if taken.day is None:
        return ""
    return f"（提交日 {on.isoformat()} − 拍摄日 {taken.iso} = {(on - taken.latest).days} 天）"


def _dates(photo: Paper) -> list[tuple[PartialDate, Evidence, bool]]:
    """When the photo was taken, whether surely: dates in the picture, then the camera's clock, never sure."""
    values = [v for v in photo.values("photo_date", "issue_date") if v.is_readable]
    dates = [(v.text, v.evidence, is_certain(v)) for v in values]
    facts = photo.document.facts
    if facts is not None and facts.taken_at:
        clock = Evidence(photo.file, field="taken_at", value=facts.taken_at)
        dates.append((facts.taken_at[:10], clock, False))
    return [(d, evidence, sure) for text, evidence, sure in dates if (d := parse_date(text)) is not None]


def _by_size(photo: Paper) -> list[Face]:
    return sorted(photo.document.marks.faces, key=lambda face: -_height(face.box))


def _height(box: Box) -> float:
    return box[3] - box[1]
