"""``/v1/batches``: many cases at once, by multipart or tus, and what came of them."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Final

from fastapi import APIRouter, Depends, Path, Query, Request, Response
from fastapi.exceptions import RequestValidationError
from pydantic import ValidationError
from starlette.concurrency import run_in_threadpool
from starlette.responses import StreamingResponse

from api.http.auth import Serving, may
from api.http.idempotency import Key, once
from api.http.media_type import media_type
from api.http.receive import FILE, Form, receiving
from api.http.shapes.base import Id
from api.http.shapes.batch import (
    BatchAnswer,
    BatchFileAnswer,
    BatchList,
    BatchResults,
    NewBatch,
    batch_answer,
    batch_form,
    batch_row,
)
from api.http.shapes.problem import problems
from api.http.state import Pressing, unpressed
from intake import batches, idempotency
from intake.actors import Actor
from intake.batch_results import results
from intake.batch_views import BatchView
from intake.bulk.results import ResultRow, results_csv, write_results_xlsx
from intake.idempotency import Answer, Claim
from intake.refusals import Refused
from intake.refusals.batches import BATCH_FILE_EMPTY, NO_SUCH_BATCH
from intake.service import Service
from intake.settings import MEGABYTE

router = APIRouter(prefix="/v1/batches", tags=["批量报送"])
MOST_FILES: Final = 1000
_XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_FIELDS: Final = frozenset({"external_id"})
_PIECE: Final = 256 * 1024


async def known_batch_id(batch_id: Annotated[Id, Path(description="批次编号（id）")]) -> str:
    """An id that can be one; any other is a batch that does not exist. Raises ``Refused``."""
    if not re.fullmatch(r"[0-9a-f]{32}", batch_id):
        raise Refused(NO_SUCH_BATCH)
    return batch_id


BatchId = Annotated[str, Depends(known_batch_id)]


@router.post(
    "",
    status_code=202,
    summary="批量报送",
    response_model=BatchAnswer,
    responses=problems(408, 409, 413, 415),
    openapi_extra={"requestBody": batch_form()},
    dependencies=[Depends(unpressed)],
)
async def open_batch(
    request: Request,
    service: Serving,
    actor: Annotated[Actor, may("batch.open")],
    pressure: Pressing,
    key: Key,
) -> Response:
    """一次报送多个案件：每个案件一个文件夹（含 `case.yaml`）的压缩包，或一份清单和它列出的文件。

    用 multipart 上传文件的，收齐即开始拆分。文件很大或网络不稳时，先以 JSON 新建批次，再用 tus
    （元数据 `batch`）逐个上传，最后提交。有问题的案件不影响其余案件，原因见结果表。

    两种方式都认 `Idempotency-Key`：中断后以同一编号、同样的内容重试，得到同一个批次。
    """
    if media_type(request.headers) != "multipart/form-data":
        body = await _stated(request)
        return await run_in_threadpool(_opened, service, actor, key, body)
    limit = int(service.settings.max_batch_mb * MEGABYTE)
    async with receiving(request, service, pressure, limit, _FIELDS, most_files=MOST_FILES) as form:
        return await run_in_threadpool(_handed_in, service, actor, key, form)


def _handed_in(service: Service, actor: Actor, key: str | None, form: Form) -> Response:
    """A whole hand-in in one call: the same key with the same fields and bytes is the same batch; one that
    an earlier call left unfinished is gone on with."""
    stated = _new_batch({"external_id": form.fields.get("external_id") or None})
    if any(file.received.size == 0 for file in form.files):
        raise Refused(BATCH_FILE_EMPTY, [BATCH_FILE_EMPTY.fault(FILE)])
    files = [(file.filename, file.received.sha256) for file in form.files]
    asked = f"POST /v1/batches multipart {json.dumps([form.fields, files], sort_keys=True)}"

    def do(claim: Claim | None) -> Answer:
        batch_id, there = None, 0
        request = service.sealer.look_up(f"batch request:{key}:{asked}") if key is not None else None
        if request is not None:
            batch_id, there = batches.find_unfinished(service, actor, request) or (None, 0)
        if batch_id is None:
            batch_id = _new(service, actor, stated, None, request=request).id
        for file in form.files[there:]:
            batches.add_batch_file(
                service, actor, batch_id, file.received, file.filename, recorded=idempotency.fence(claim)
            )
        recorded = idempotency.recorder(service, claim, _answer) if claim is not None else None
        return _answer(batches.submit_batch(service, actor, batch_id, recorded=recorded))

    return once(service, actor, key, asked, do)


async def _stated(request: Request) -> NewBatch:
    return _new_batch(await request.body() or b"{}")


def _new_batch(told: bytes | Mapping[str, Any]) -> NewBatch:
    try:
        if isinstance(told, bytes):
            return NewBatch.model_validate_json(told)
        return NewBatch.model_validate(told)
    except ValidationError as error:
        raise RequestValidationError(error.errors(include_url=False)) from None


def _opened(service: Service, actor: Actor, key: str | None, body: NewBatch) -> Response:
    def do(claim: Claim | None) -> Answer:
        return _answer(_new(service, actor, body, claim))

    return once(service, actor, key, f"POST /v1/batches {body.model_dump_json()}", do)


def _new(
    service: Service, actor: Actor, stated: NewBatch, claim: Claim | None, *, request: str | None = None
) -> BatchView:
    options = {"defaults": stated.defaults, "channel": stated.channel}
    recorded = idempotency.recorder(service, claim, _answer) if claim is not None else None
    return batches.open_batch(
        service,
        actor,
        external_id=stated.external_id,
        options=options | ({"request": request} if request is not None else {}),
        recorded=recorded,
    )


@router.get("", summary="批次列表", responses=problems())
def list_batches(
    service: Serving,
    actor: Annotated[Actor, may("batch.view")],
    cursor: Annotated[str | None, Query(description="上一页答复中的 next", pattern=r"^[0-9a-f]{32}$")] = None,
    limit: Annotated[int, Query(ge=1, le=200, description="每页个数")] = 50,
) -> BatchList:
    """本密钥（或本人）报送的批次，新的在前。"""
    views = batches.list_batches(service, actor, cursor=cursor, limit=limit)
    following = views[-1].id if len(views) == limit else None
    return BatchList(batches=tuple(batch_answer(view) for view in views), next=following)


@router.post(
    "/{batch_id}/files",
    status_code=201,
    summary="上传批次文件",
    responses=problems(404, 408, 409, 413, 415),
    openapi_extra={"requestBody": batch_form()},
    dependencies=[Depends(unpressed)],
)
async def add_file(
    request: Request,
    service: Serving,
    actor: Annotated[Actor, may("batch.open")],
    pressure: Pressing,
    batch_id: BatchId,
) -> BatchFileAnswer:
    """为未提交的批次上传一个文件：压缩包、清单，或清单列出的材料（文件名写清单里的路径）。"""
    await run_in_threadpool(batches.admit, service, actor, batch_id, 1)
    limit = int(service.settings.max_batch_mb * MEGABYTE)
    async with receiving(request, service, pressure, limit, frozenset()) as form:
        added = await run_in_threadpool(
            batches.add_batch_file, service, actor, batch_id, form.received, form.filename
        )
    return BatchFileAnswer(id=added)


@router.post("/{batch_id}/submit", status_code=202, summary="提交批次", responses=problems(404, 409))
def submit(service: Serving, actor: Annotated[Actor, may("batch.open")], batch_id: BatchId) -> BatchAnswer:
    """文件传齐后提交，开始拆分为案件；重复提交不起作用。处理中断（`stuck`）的，再次提交即从中断处继续。"""
    return batch_answer(batches.submit_batch(service, actor, batch_id))


@router.get("/{batch_id}", summary="批次进展", responses=problems(404))
def get_batch(service: Serving, actor: Annotated[Actor, may("batch.view")], batch_id: BatchId) -> BatchAnswer:
    """收到、受理、未受理、已核对的件数。"""
    return batch_answer(batches.view_batch(service, actor, batch_id))


@router.get("/{batch_id}/results", summary="结果表（JSON）", responses=problems(404))
def results_as_json(
    service: Serving, actor: Annotated[Actor, may("batch.view")], batch_id: BatchId
) -> BatchResults:
    """同 `results.csv`，供程序使用。"""
    return BatchResults(rows=tuple(batch_row(row) for row in results(service, actor, batch_id)))


@router.get(
    "/{batch_id}/results.csv",
    summary="结果表（CSV）",
    response_class=Response,
    responses={200: {"content": {"text/csv": {}}, "description": "每个案件一行"}, **problems(404)},
)
def results_as_csv(
    service: Serving, actor: Annotated[Actor, may("batch.view")], batch_id: BatchId
) -> StreamingResponse:
    """每个案件一行：状态、结论、需补正事项、未受理的原因；姓名和证件号码已掩码。用 Excel 可直接打开。"""
    rows = results(service, actor, batch_id)
    return StreamingResponse(results_csv(rows), media_type="text/csv; charset=utf-8", headers=_named("csv"))


@router.get(
    "/{batch_id}/results.xlsx",
    summary="结果表（Excel）",
    response_class=Response,
    responses={200: {"content": {_XLSX: {}}, "description": "每个案件一行"}, **problems(404)},
)
def results_as_xlsx(
    service: Serving, actor: Annotated[Actor, may("batch.view")], batch_id: BatchId
) -> StreamingResponse:
    """同 `results.csv`，Excel 格式。"""
    rows = results(service, actor, batch_id)
    return StreamingResponse(_workbook(rows), media_type=_XLSX, headers=_named("xlsx"))


def _workbook(rows: Iterator[ResultRow]) -> Iterator[bytes]:
    with tempfile.TemporaryFile() as stream:
        write_results_xlsx(rows, stream)
        stream.seek(0)
        while piece := stream.read(_PIECE):
            yield piece


def _named(ending: str) -> dict[str, str]:
    return {"Content-Disposition": f'attachment; filename="results.{ending}"'}


def _answer(view: BatchView) -> Answer:
    return Answer(202, batch_answer(view).model_dump_json().encode())
