"""A photo of an ID card read while its holder stands at the counter, so that the clerk need not type.

Asked like a precheck (``intake.working.precheck``), but the answer holds a name and a number: it is sealed
too, taken off the broker by whoever asked, and gone with the photo after seconds. Nothing of it is kept here;
what the clerk then hands in is sealed with the case.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any, Final

from intake.actors import Actor
from intake.doorkeeping import access
from intake.safekeeping import audit
from intake.safekeeping.vault import Received
from intake.service import Service
from intake.tables.base import new_id
from intake.working.precheck import Question, asked
from ocr.types import Document, DocumentKind, Refusal
from ocr.values.id_number import is_valid

ID_CARD: Final = "id_card"
"""What a sealed question wants, beside a plain look."""
SURE: Final = 0.9


@dataclass(frozen=True, slots=True)
class IdCardAnswer:
    """What was read of a card; empty where it could not be told. ``sure``: each value was read with
    confidence, and the number agrees with its check digit; the clerk compares them all the same. ``hint`` is
    a Chinese sentence where the photo is to be taken again, or a value typed."""

    name: str = ""
    id_number: str = ""
    sure: bool = False
    hint: str = ""


def read_id_card(service: Service, actor: Actor, received: Received, filename: str) -> IdCardAnswer:
    """Have a worker read the photo; blocks for at most ``precheck_seconds``. Raises ``Refused``: busy."""
    access.check(actor, "id_card.read")
    token = new_id()
    sealed = asked(service, received, Question(token, filename, ID_CARD))
    told: dict[str, Any] = json.loads(service.sealer.open(sealed, about_answer(token)))
    with service.database.writing() as session:
        audit.append(session, actor.id, "id_card.read", f"person:{actor.person_id}")
    return IdCardAnswer(**told)


def about_answer(token: str) -> str:
    """What a sealed answer is about."""
    return f"id_card:{token}"


def sealed_answer(service: Service, token: str, found: IdCardAnswer) -> bytes:
    """In the worker: the answer as it may stand on the broker."""
    return service.sealer.seal(json.dumps(asdict(found)).encode(), about_answer(token))


def refused_card(refusal: Refusal) -> IdCardAnswer:
    """The answer on a file that cannot be opened."""
    return IdCardAnswer(hint=f"{refusal.message.rstrip('。')}。{refusal.remedy}")


def card_of(papers: Iterable[Document], *, readable: bool) -> IdCardAnswer:
    """Name and number on the first card among ``papers``.

    Worse mistake: a number of somebody else's. One whose check digit disagrees is left out, and so is a name
    of which nothing but a guess was read.
    """
    papers = list(papers)
    card = next((one for one in papers if one.kind is DocumentKind.ID_CARD_FRONT), None)
    if card is None:
        return IdCardAnswer(hint=_no_card(papers, readable=readable))
    name, name_sure = _first(card, "patient_name")
    number, number_sure = _first(card, "id_number")
    if not is_valid(number):
        number, number_sure = "", False
    missing = [word for word, value in (("姓名", name), ("身份证号", number)) if not value]
    hint = f"没有认清{'和'.join(missing)}，请重拍，或对照证件填写。" if missing else ""
    return IdCardAnswer(name, number, name_sure and number_sure, hint)


def _first(card: Document, field: str) -> tuple[str, bool]:
    found = card.fields.get(field, ())
    if not found:
        return "", False
    return str(found[0].value), (found[0].confidence or 0) >= SURE


def _no_card(papers: list[Document], *, readable: bool) -> str:
    if any(one.kind is DocumentKind.ID_CARD_BACK for one in papers):
        return "这是身份证国徽面，请拍有照片的一面。"
    if not readable:
        return "画面看不清，请让身份证占满画面、避开反光，重新拍摄。"
    return "没有认出身份证，请拍身份证有照片的一面，或直接填写。"
