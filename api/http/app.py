"""The application behind every address: which routers there are, and what each call passes through."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, Final

from anyio import CapacityLimiter
from fastapi import APIRouter, Depends, FastAPI
from starlette.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse

from api.apply import pages as apply
from api.console import app as console
from api.http import (
    batches,
    cases,
    documents,
    entitlements,
    erasures,
    events,
    files,
    health,
    invitations,
    people,
    policies,
    precheck,
    problems,
    queue,
    registrations,
    review,
    second_reviews,
    session,
    uploads,
    webhooks,
)
from api.http.envelope import Envelope
from api.http.memory import give_back_freed_memory
from api.http.shares import Shares
from api.http.state import metered
from api.http.watching import Watching
from intake.doorkeeping.quotas import Quotas
from intake.operating import metrics
from intake.operating.health import Health
from intake.operating.pressure import Pressure
from intake.service import Service
from validators.pack import load_packs

ADDING: Final = 6
"""Files looked at and kept at once: more would only wait for each other, in threads that others need."""
ADDING_EACH: Final = 4
"""Of one caller: as many as are looked at, and as many again that are ready."""
PRECHECKS: Final = 12
RESOLVING: Final = 4
"""Webhook addresses whose names are looked up at once."""
TURNS: Final = 2
"""Chunks of uploads sealed in one round of the event loop, so that with hundreds of uploads under way a
round stays short: every other call waits for several rounds."""
_COUNTED: Final[tuple[APIRouter, ...]] = (
    cases.router,
    files.router,
    invitations.router,
    events.router,
    precheck.router,
    policies.router,
    entitlements.router,
    webhooks.router,
    uploads.router,
    queue.router,
    review.router,
    second_reviews.router,
    registrations.router,
    erasures.router,
    people.router,
    batches.router,
)
"""Routers whose callers are known: every call counts against its caller's limit."""
_OTHERS: Final[tuple[APIRouter, ...]] = (
    health.router,
    documents.router,
    uploads.discovery,
    session.router,
    apply.router,
)


def create_app(service: Service) -> FastAPI:
    """The application for an open service."""
    app = bare_app()
    app.state.service = service
    app.state.pressure = Pressure(service)
    app.state.quotas = Quotas(service)
    app.state.watching = Watching(service)
    app.state.health = Health(service)
    app.state.resolving = CapacityLimiter(RESOLVING)
    app.state.on_answered = (metrics.answered,)
    return app


def bare_app() -> FastAPI:
    """The routes alone, enough to document them."""
    app = FastAPI(
        lifespan=_lifespan,
        openapi_url=documents.OPENAPI_URL,
        docs_url=None,
        redoc_url=None,
        swagger_ui_oauth2_redirect_url=None,
        redirect_slashes=False,
    )
    for router in _COUNTED:
        app.include_router(router, dependencies=[Depends(metered)])
    for router in _OTHERS:
        app.include_router(router)
    app.add_api_route("/", _front, include_in_schema=False)
    app.add_middleware(Envelope)
    problems.install(app)
    console.install(app)

    def openapi() -> dict[str, Any]:
        return documents.openapi_of(app)

    app.openapi = openapi  # type: ignore[method-assign]  # FastAPI's own way to change the document
    return app


async def _front() -> RedirectResponse:
    return RedirectResponse("/console")


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    give_back_freed_memory()
    app.state.turns = asyncio.Semaphore(TURNS)
    app.state.adding = Shares(ADDING, ADDING_EACH)
    app.state.sealing = CapacityLimiter(ADDING)
    app.state.prechecks = CapacityLimiter(PRECHECKS)
    running = [
        asyncio.create_task(app.state.watching.run()),
        asyncio.create_task(run_in_threadpool(load_packs)),  # the first caller is spared the wait
    ]
    try:
        yield
    finally:
        for task in running:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task
        app.state.health.close()
