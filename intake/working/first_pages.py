"""The worker's half of a precheck: look at the first pages of a file, and tell the one who waits."""

from __future__ import annotations

import base64
import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Final, cast

from intake.opening.guard import OpenerLostError
from intake.pipeline import FilePages, Reader, papers_of
from intake.safekeeping.vault import ObjectLost
from intake.service import Service
from intake.tables.cases import StoredObject
from intake.working.id_card import ID_CARD, IdCardAnswer, card_of, refused_card, sealed_answer
from intake.working.precheck import ANSWER_SECONDS, PrecheckAnswer, about, answer_key, asked_key
from ocr.page import PageReading
from ocr.papers import group
from ocr.quality import FINDING_WORDS
from ocr.refusals import READER_FAILED, FileRefused
from ocr.types import DocumentKind, Finding, Page, Refusal
from validators.legibility import legible_page

PAGES: Final = 2
"""So many first pages are looked at: both sides of a card, or the beginning of a long file."""
LEAST_TEXT: Final = 4
"""Characters; a page with fewer shows no text."""


def answer(service: Service, reader: Reader, token: str) -> None:
    """In the worker: look at the file, tell the one who waits, take the bytes away."""
    sealed = cast(bytes | None, service.broker.getdel(asked_key(token)))
    if sealed is None:
        return  # nobody waits any more
    asked = json.loads(service.sealer.open(sealed, about(token)))
    row = StoredObject(id=asked["id"], path=asked["path"], size=asked["size"])
    row.key_sealed = base64.b64decode(asked["key"])
    name = f"precheck{asked['suffix']}"
    told: bytes | str
    try:
        data = service.vault.read(row, service.sealer)
        if asked["wants"] == ID_CARD:
            told = sealed_answer(service, token, read_card(reader, data, name))
        else:
            told = json.dumps(asdict(look(reader, data, name)), ensure_ascii=False)
    except ObjectLost:
        return  # given up meanwhile
    finally:
        service.vault.delete(row.path)
    with service.broker.pipeline() as pipeline:
        pipeline.rpush(answer_key(token), told)
        pipeline.expire(answer_key(token), ANSWER_SECONDS)
        pipeline.execute()


def read_card(reader: Reader, data: bytes, name: str) -> IdCardAnswer:
    """What stands on the ID card that a photo shows."""
    read = _read(reader, data, name)
    if isinstance(read, Refusal):
        return refused_card(read)
    readable = bool(read.pages) and all(_readable(page.page) for page in read.pages)
    return card_of(papers_of(name, "", read.facts, read.pages), readable=readable)


def _read(reader: Reader, data: bytes, name: str) -> FilePages | Refusal:
    """The first pages; why there are none."""
    for last_try in (False, True):
        try:
            return reader.read_pages(data, name, last=PAGES)
        except FileRefused as refused:
            return refused.refusal
        except OpenerLostError:
            if last_try:
                return READER_FAILED
    raise AssertionError("two tries ended without an answer")


def look(reader: Reader, data: bytes, name: str) -> PrecheckAnswer:
    """What the first pages of a file show."""
    read = _read(reader, data, name)
    if isinstance(read, Refusal):
        return _refused(read)
    papers = group(read.pages)
    kind = papers[0].kind if papers else DocumentKind.UNKNOWN
    findings = {finding for page in read.pages for finding in page.page.quality.findings}
    readable = bool(read.pages) and all(_readable(page.page) for page in read.pages)
    return PrecheckAnswer(
        media_type=read.facts.media_type,
        kind=kind.value,
        kind_confidence=round(papers[0].confidence, 3) if papers else None,
        pages=read.facts.pages,
        quality=tuple(finding.value for finding in Finding if finding in findings),
        readable=readable,
        refused=None,
        hints=_hints(read.pages, kind, readable, many=read.facts.pages > 1),
    )


def _readable(page: Page) -> bool:
    """Whether a person need not take the picture again.

    Which error is worse: a retake of a good picture costs a minute, so doubt passes; but a picture on
    which no text was found at all is of no use, whatever it shows.
    """
    legible = legible_page(page)
    return sum(len(line.text) for line in page.lines) >= LEAST_TEXT if legible is None else legible


def _refused(refusal: Refusal) -> PrecheckAnswer:
    hint = f"{refusal.message.rstrip('。')}。{refusal.remedy}"
    return PrecheckAnswer(None, DocumentKind.UNKNOWN.value, None, 0, (), False, refusal, (hint,))


def _hints(
    pages: Sequence[PageReading], kind: DocumentKind, readable: bool, *, many: bool
) -> tuple[str, ...]:
    """A sentence for each thing to mend; where the page can be read all the same, an offer."""
    hints: list[str] = []
    for page in pages:
        where = f"第 {page.page.number} 页" if many else ""
        unreadable = not _readable(page.page)
        findings = [f for f in page.page.quality.findings if f in FINDING_WORDS]
        for finding in findings:
            wrong, advice = FINDING_WORDS[finding]
            offer = "" if unreadable else "可以辨认，如方便，"
            hints.append(f"{where}{wrong}，{offer}{advice}。")
        if unreadable and not findings:
            hints.append(f"{where}文字无法辨认，请在光线充足处拿稳手机，让纸面占满画面后重新拍摄。")
    if readable and kind is DocumentKind.UNKNOWN:
        hints.append("未能识别这是哪种材料，请确认拍摄的是所需材料。")
    return tuple(hints)
