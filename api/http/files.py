"""``/v1/cases/{id}/files``: a file of a case by multipart. The same by tus is in ``api.http.uploads``."""

from __future__ import annotations

from functools import partial
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from starlette.concurrency import run_in_threadpool

from api.http.auth import Serving, may, owner_of
from api.http.receive import receiving
from api.http.shapes.file import FileAnswer, file_answer, form
from api.http.shapes.problem import problems
from api.http.state import CaseId, Pressing, unpressed
from intake import files
from intake.actors import Actor

router = APIRouter(prefix="/v1/cases", tags=["案件"])
_FIELDS = frozenset({"kind", "replaces"})


@router.post(
    "/{case_id}/files",
    status_code=201,
    summary="上传文件",
    responses=problems(404, 408, 409, 410, 413, 415),
    openapi_extra={"requestBody": form(kind=True, most_mb=20)},
    dependencies=[Depends(unpressed)],
)
async def add_file(
    request: Request,
    service: Serving,
    actor: Annotated[Actor, may("case.add_file")],
    pressure: Pressing,
    case_id: CaseId,
) -> FileAnswer:
    """为未提交（或退回补正）的案件上传一个文件：图片（JPEG、PNG、HEIC、WebP、TIFF、BMP）、PDF 或 OFD。
    医院、窗口自己的案件核对出须补正、且还没有人审核的，也可以补传，再次提交。

    答复即表示文件已可靠保存。内容相同的文件只保存一份，`duplicate` 为 true
    并指明先前的文件。打不开的文件也会留存，`refused` 说明原因，
    请申请人另行上传。网络不稳时请改用 tus 断点续传（`/v1/uploads/`）。
    """
    await run_in_threadpool(files.admit, service, actor, case_id, 1)
    async with receiving(request, service, pressure, service.settings.file_bytes, _FIELDS) as form_:
        kind, replaces = (form_.fields.get(name) or None for name in ("kind", "replaces"))
        add = partial(
            files.add_file,
            service,
            actor,
            case_id,
            form_.received,
            form_.filename,
            kind,
            replaces=replaces,
        )
        added = await request.app.state.adding.run(owner_of(request), add)
    return file_answer(added)
