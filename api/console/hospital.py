"""``/console/hospital``: a hospital hands in many cases at once, sees what came of each, mends some."""

from __future__ import annotations

from functools import partial
from typing import Annotated, Final

from fastapi import APIRouter, Depends, File, Query, Request, Response, UploadFile
from starlette.concurrency import run_in_threadpool

from api.console.counter_form import choices
from api.console.desk_view import desk_case, kind_choices
from api.console.hospital_view import batch_page, problem_words
from api.console.pages import render
from api.console.seats import Seat, SeatFirst, may_open
from api.http.auth import Serving
from api.http.batches import BatchId
from api.http.state import CaseId, unpressed
from intake import batches, cases
from intake.batch_lines import Pile, batch_lines, batch_of, files_there
from intake.bulk.blank_manifest import blank_manifest
from intake.bulk.manifest import read_manifest
from intake.case_requests import today
from intake.handing_in import handed_in

PREFIX: Final = "/console/hospital"
router = APIRouter(prefix=PREFIX, include_in_schema=False, route_class=SeatFirst)
Sender = Annotated[Seat, may_open("batch.open")]
_XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_A_PAGE: Final = 20
_LINES: Final = 50
MOST_SHEETS: Final = 1_000
MOST_FAULTS: Final = 20
NOT_NEEDED: Final = {"submitted_on": "", "policy": ""}
"""Columns that a sheet can do without: the page states them for a whole batch."""
Skip = Annotated[int, Query(ge=0, le=1_000_000)]


@router.get("")
def page(
    request: Request,
    service: Serving,
    seat: Sender,
    before: Annotated[str, Query(pattern=r"^([0-9a-f]{32})?$")] = "",
) -> Response:
    """Where a batch is dropped, and the earlier ones."""
    earlier = batches.list_batches(service, seat.actor, cursor=before or None, limit=_A_PAGE)
    return render(
        request,
        "hospital/home.html.j2",
        seat,
        policies=choices(seat.actor),
        today=today().isoformat(),
        batches=earlier,
        problems={one.id: problem_words(one) for one in earlier},
        before=before,
        later=earlier[-1].id if len(earlier) == _A_PAGE else "",
    )


@router.get("/manifest.xlsx")
def template(seat: Sender) -> Response:
    """An empty manifest to fill in."""
    named = {"Content-Disposition": "attachment; filename*=UTF-8''%E6%B8%85%E5%8D%95.xlsx"}
    return Response(blank_manifest(), media_type=_XLSX, headers=named)


@router.get("/batches/{batch_id}")
def one_batch(
    request: Request,
    service: Serving,
    seat: Sender,
    batch_id: BatchId,
    pile: Annotated[str, Query(max_length=20)] = "",
    skip: Skip = 0,
) -> Response:
    """How far a batch is, and its cases; one whose files are not all here yet goes on where it stopped."""
    view = batches.view_batch(service, seat.actor, batch_id)
    if view.state == "open":
        there = files_there(service, seat.actor, batch_id)
        return render(request, "hospital/unfinished.html.j2", seat, batch=view, there=there)
    wanted = Pile(pile) if pile in set(Pile) else None
    found = batch_lines(service, seat.actor, batch_id, wanted, skip=skip, limit=_LINES)
    shown = batch_page(view, found, wanted, skip)
    part = request.headers.get("hx-request") == "true"
    name = "hospital/lines.html.j2" if part else "hospital/batch.html.j2"
    return render(request, name, seat, batch=shown, here=f"{PREFIX}/batches/{batch_id}", a_page=_LINES)


@router.post("/batches/{batch_id}/again")
def again(service: Serving, seat: Sender, batch_id: BatchId) -> Response:
    """A batch whose work was given up goes on."""
    batches.submit_batch(service, seat.actor, batch_id)
    return Response(status_code=303, headers={"Location": f"{PREFIX}/batches/{batch_id}"})


@router.get("/separators")
def separators(request: Request, seat: Sender) -> Response:
    """Sheets to lay between patients' papers: for a manifest, or only numbered."""
    return render(request, "hospital/separators.html.j2", seat, faults=(), most=MOST_SHEETS)


@router.get("/separators.pdf")
def numbered(seat: Sender, count: Annotated[int, Query(ge=1, le=MOST_SHEETS)]) -> Response:
    """Sheets that bear only a number."""
    from intake.bulk.sheet_pdf import numbered_sheets, write_sheets

    return _pdf(write_sheets(numbered_sheets(count)))


@router.post("/separators")
async def of_manifest(request: Request, seat: Sender, manifest: Annotated[UploadFile, File()]) -> Response:
    """A sheet for every row of a manifest; what is wrong with it is told, and nothing printed."""
    from intake.bulk.sheet_pdf import sheets_of, write_sheets

    data = await manifest.read()
    read = await run_in_threadpool(read_manifest, data, manifest.filename or "", defaults=NOT_NEEDED)
    if wrong := read.every_fault():
        page = partial(render, request, "hospital/separators.html.j2", seat, status=422)
        return await run_in_threadpool(page, faults=wrong[:MOST_FAULTS], most=MOST_SHEETS)
    return _pdf(await run_in_threadpool(lambda: write_sheets(sheets_of(read.rows))))


def _pdf(data: bytes) -> Response:
    named = {"Content-Disposition": "attachment; filename*=UTF-8''%E5%88%86%E9%9A%94%E9%A1%B5.pdf"}
    return Response(data, media_type="application/pdf", headers=named | {"Cache-Control": "no-store"})


@router.get("/cases/{case_id}")
def case_page(request: Request, service: Serving, seat: Sender, case_id: CaseId) -> Response:
    """One case: what is to be mended, its papers to replace or add to, and submitting it again."""
    shown = desk_case(handed_in(service, seat.actor, case_id))
    batch = batch_of(service, seat.actor, case_id)
    here = f"{PREFIX}/cases/{case_id}"
    return render(
        request, "hospital/case.html.j2", seat, case=shown, kinds=kind_choices(), here=here, batch=batch
    )


@router.get("/cases/{case_id}/state")
def state(request: Request, service: Serving, seat: Sender, case_id: CaseId) -> Response:
    """Where the case stands, asked for again and again while the readers are at work."""
    shown = desk_case(handed_in(service, seat.actor, case_id))
    here = f"{PREFIX}/cases/{case_id}"
    answer = render(request, "hospital/state.html.j2", seat, case=shown, here=here)
    if not shown.moving:
        answer.headers["HX-Refresh"] = "true"
    return answer


@router.post("/cases/{case_id}/submit", dependencies=[Depends(unpressed)])
def submit(service: Serving, seat: Sender, case_id: CaseId) -> Response:
    """Hands the mended case to the readers."""
    cases.submit(service, seat.actor, case_id)
    return Response(status_code=303, headers={"Location": f"{PREFIX}/cases/{case_id}"})
