"""Resumable uploads: ``/v1/uploads/`` speaks tus 1.0.0.

Bytes of a PATCH go piece by piece into the vault's spool; blocking work is done in threads. What HEAD and
``Upload-Offset`` tell is durable.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Final

from anyio import CapacityLimiter, to_thread
from fastapi import APIRouter, Depends, Path, Request, Response
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect

from api.http import upload_answers as answers
from api.http.auth import Serving, may, owner_of
from api.http.media_type import media_type
from api.http.state import Pressing, unpressed
from api.http.tus import BODY, TusRoute, capabilities
from api.http.upload_finishing import LONG, SHORT, Finishing
from api.http.upload_turns import Interrupted, Turn, Turns
from intake.actors import Actor
from intake.operating.pressure import Place, Pressure
from intake.refusals import Refusal, Refused
from intake.refusals.uploads import (
    CHECKSUM_MISMATCH,
    LENGTH_DEFERRED,
    LENGTH_INVALID,
    NO_SUCH_UPLOAD,
    OFFSET_INVALID,
    STILL_FINISHING,
    TOO_LARGE,
    TOO_MANY_PARTS,
    WRONG_OFFSET,
    WRONG_TYPE,
)
from intake.service import Service
from intake.uploads import (
    Checksum,
    PartWriter,
    UploadView,
    end_upload,
    find_upload,
    open_upload,
    purpose_of,
    read_metadata,
)

router = APIRouter(prefix="/v1/uploads", tags=["断点续传"], route_class=TusRoute)
discovery = APIRouter(prefix="/v1/uploads", tags=["断点续传"], route_class=TusRoute)
"""OPTIONS, which asks for no key: browsers send none with it."""

UploadId = Annotated[str, Path(description="这个上传的编号")]
_ID: Final = re.compile(r"[0-9a-f]{32}")
_NUMBER: Final = re.compile(r"[0-9]{1,15}")
_FAIR_PART: Final = 64 * 1024
_SPARE_PARTS: Final = 1000
_KEPT_AT_ONCE: Final = 6


class Uploading:
    """What the connections of one application share. ``keeping`` bounds the threads that put parts into the
    vault: a slow store must not take every thread there is."""

    def __init__(self) -> None:
        self.turns = Turns()
        self.finishing = Finishing()
        self.keeping = CapacityLimiter(_KEPT_AT_ONCE)


async def the_uploading(request: Request) -> Uploading:
    """The application's own, made at the first call."""
    state = request.app.state
    if not hasattr(state, "uploading"):
        state.uploading = Uploading()
    uploading: Uploading = state.uploading
    return uploading


@dataclass(frozen=True, slots=True)
class _Call:
    """Who asks, and all that the answer takes."""

    request: Request
    service: Service
    actor: Actor
    pressure: Pressure
    uploading: Uploading


async def the_call(
    request: Request,
    service: Serving,
    actor: Annotated[Actor, may("case.add_file")],
    pressure: Pressing,
    uploading: Annotated[Uploading, Depends(the_uploading)],
) -> _Call:
    """What every route below begins with."""
    return _Call(request, service, actor, pressure, uploading)


Called = Annotated[_Call, Depends(the_call)]


@discovery.options("", status_code=204, include_in_schema=False)
@discovery.options("/", status_code=204, **answers.OPTIONS)
@discovery.options("/{upload_id}", status_code=204, include_in_schema=False)
async def discover(service: Serving) -> Response:
    """tus 1.0.0 的版本、扩展与大小上限。"""
    return Response(status_code=204, headers=capabilities(service.settings))


@router.post("", status_code=201, include_in_schema=False, dependencies=[Depends(unpressed)])
@router.post("/", status_code=201, dependencies=[Depends(unpressed)], **answers.POST)
async def create(call: Called) -> Response:
    """开始一次续传。`Upload-Metadata` 写 `case`（案件编号）或 `batch`（批次编号），以及 `filename`、`kind`。

    可随本请求发送文件的开头（creation-with-upload）。
    """
    request, service = call.request, call.service
    if "upload-defer-length" in request.headers:
        raise Refused(LENGTH_DEFERRED)
    length = _number(request, "upload-length", LENGTH_INVALID)
    stated = read_metadata(request.headers.get("upload-metadata", ""))
    with_bytes = media_type(request.headers) == BODY
    checksum = _checksum(request) if with_bytes else None
    if with_bytes and _content_length(request) > length:
        raise Refused(TOO_LARGE)
    call.pressure.check_room(2 * length)  # its parts, and the file they are put together to
    view = await run_in_threadpool(open_upload, service, call.actor, length, stated)
    if with_bytes:
        try:
            view = await _receive(call, view.id, 0, checksum)
        except Refused as refused:
            if refused.refusal is CHECKSUM_MISMATCH:
                await run_in_threadpool(end_upload, service, call.actor, view.id)
            raise
    return answers.created(request, service.settings, view)


@router.head("/{upload_id}", **answers.HEAD)
async def look(call: Called, upload_id: UploadId) -> Response:
    """已收到的字节数。文件已收齐时，`Menshen-File` 为其编号。"""
    await _find(call, upload_id)
    await call.uploading.turns.settled(upload_id)
    return answers.state(await _finished(call, await _find(call, upload_id)))


@router.patch("/{upload_id}", status_code=204, dependencies=[Depends(unpressed)], **answers.PATCH)
async def append(call: Called, upload_id: UploadId) -> Response:
    """从 `Upload-Offset` 起续传一段。带 `Upload-Checksum` 时，校验不符则这一段全不保存（460）。

    最后一段的答复以 `Menshen-File` 给出文件编号；同一案件已有相同文件时，另有 `Menshen-Duplicate: true`。
    """
    if media_type(call.request.headers) != BODY:
        raise Refused(WRONG_TYPE)
    await _find(call, upload_id)
    offset = _number(call.request, "upload-offset", OFFSET_INVALID)
    checksum = _checksum(call.request)
    return answers.progress(await _receive(call, upload_id, offset, checksum))


@router.delete("/{upload_id}", status_code=204, **answers.DELETE)
async def terminate(call: Called, upload_id: UploadId) -> Response:
    """取消续传，删去已收到的内容。已经成为案件材料的文件不受影响。"""
    if not _ID.fullmatch(upload_id):
        raise Refused(NO_SUCH_UPLOAD)
    await run_in_threadpool(end_upload, call.service, call.actor, upload_id)
    call.uploading.turns.end(upload_id)
    return Response(status_code=204)


@router.post("/{upload_id}", include_in_schema=False, dependencies=[Depends(unpressed)])
async def overridden(call: Called, upload_id: UploadId) -> Response:
    """For clients and proxies that know only GET and POST: ``X-HTTP-Method-Override``."""
    match call.request.headers.get("x-http-method-override", "").upper():
        case "PATCH":
            return await append(call, upload_id)
        case "DELETE":
            return await terminate(call, upload_id)
        case "HEAD":
            return await look(call, upload_id)
    raise HTTPException(405, headers={"Allow": "HEAD, PATCH, DELETE, OPTIONS"})


async def _receive(call: _Call, upload_id: str, offset: int, checksum: Checksum | None) -> UploadView:
    """Take in the body from ``offset`` on, and finish the upload if that made it whole."""
    async with call.uploading.turns.take(upload_id) as turn:
        view = await _find(call, upload_id)
        if offset != view.offset:
            raise Refused(WRONG_OFFSET)
        if offset + _content_length(call.request) > view.length:
            raise Refused(TOO_LARGE)
        if view.parts > _SPARE_PARTS + view.length // _FAIR_PART:
            raise Refused(TOO_MANY_PARTS)
        rest = _content_length(call.request) or view.length - offset
        with call.pressure.taking_in(owner_of(call.request), rest) as place:
            writer = PartWriter(call.service, upload_id, offset, view.length, checksum)
            await _write(call, turn, writer, place)
    return await _finished(call, await _find(call, upload_id))


async def _write(call: _Call, turn: Turn, writer: PartWriter, place: Place) -> None:
    threads = call.uploading.keeping
    try:
        async for chunk in turn.chunks(call.request):
            place.grow(len(chunk))
            rest = memoryview(chunk)
            while rest:
                rest = rest[writer.write(rest) :]
                if writer.full:
                    await to_thread.run_sync(writer.settle, limiter=threads)
        await to_thread.run_sync(writer.complete, limiter=threads)
    except (ClientDisconnect, Interrupted):
        await to_thread.run_sync(writer.broken_off, limiter=threads)
        raise
    finally:
        writer.discard()


async def _finished(call: _Call, view: UploadView) -> UploadView:
    """The upload, finished if it was whole. Raises ``Refused``, also with why it was not taken in."""
    if not view.unfinished:
        return view
    waits = purpose_of(view.stated).waits
    owner, seconds = owner_of(call.request), LONG if waits else SHORT
    done = await call.uploading.finishing.done(call.service, owner, view.id, seconds)
    if waits and not done:
        raise Refused(STILL_FINISHING, retry_after=2)
    return await _find(call, view.id)


async def _find(call: _Call, upload_id: str) -> UploadView:
    if not _ID.fullmatch(upload_id):
        raise Refused(NO_SUCH_UPLOAD)
    return await run_in_threadpool(find_upload, call.service, call.actor, upload_id)


def _number(request: Request, name: str, otherwise: Refusal) -> int:
    written = request.headers.get(name, "")
    if not _NUMBER.fullmatch(written):
        raise Refused(otherwise)
    return int(written)


def _checksum(request: Request) -> Checksum | None:
    written = request.headers.get("upload-checksum")
    return None if written is None else Checksum(written)


def _content_length(request: Request) -> int:
    written = request.headers.get("content-length", "")
    return int(written) if _NUMBER.fullmatch(written) else 0
