"""``Idempotency-Key`` at the door: the header, and answers given again."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Annotated, Final

from fastapi import Depends, Header, Response

from intake import idempotency
from intake.actors import Actor
from intake.idempotency import Answer, Claim
from intake.refusals import Refused
from intake.refusals.http import KEY_MALFORMED
from intake.service import Service

_KEY: Final = re.compile(r"[\x21-\x7e]{1,255}")
REPLAYED: Final = "Idempotent-Replayed"


async def key_of(
    written: Annotated[
        str | None,
        Header(
            alias="Idempotency-Key",
            description="由调用方生成的唯一编号（如 UUID）。同一编号、同一内容的请求只办理一次，"
            "重复请求得到同样的答复；同一编号、不同内容为 422；仍在处理为 409。保留 24 小时。",
            examples=["5f0c6a0e-4f0e-4f5a-9a55-0f6d9a3f6f10"],
        ),
    ] = None,
) -> str | None:
    """The key, if it is written as one. Raises ``Refused``."""
    if written is not None and not _KEY.fullmatch(written):
        raise Refused(KEY_MALFORMED)
    return written


Key = Annotated[str | None, Depends(key_of)]


def once(
    service: Service, actor: Actor, key: str | None, asked: str, do: Callable[[Claim | None], Answer]
) -> Response:
    """Do it, or give again what was answered under the same key.

    ``do`` gets the claim and writes its answer with it, in the transaction that does the work
    (``intake.idempotency.record``) or behind it (``record_after``). A refusal frees the key.
    """
    if key is None:
        return _response(do(None))
    claim = idempotency.claim(service, actor, key, asked.encode())
    if isinstance(claim, Answer):
        return _response(claim, replayed=True)
    try:
        return _response(do(claim))
    except Exception:
        idempotency.release(service, claim)
        raise


def record_after(service: Service, claim: Claim | None, answer: Answer) -> Answer:
    """Write the answer of a call that changes nothing the second time, in a transaction of its own."""
    if claim is not None:
        with service.database.writing() as session:
            idempotency.record(session, service, claim, answer)
    return answer


def _response(answer: Answer, *, replayed: bool = False) -> Response:
    headers = {REPLAYED: "true"} if replayed else {}
    return Response(answer.body, answer.status, headers, media_type="application/json")
