"""Mounts the console into the application: one router an area, static files, and pages for trouble.

A new area: its routes in ``api/console/<area>.py`` with a ``router`` named here, its templates in
``templates/<area>/``, its entry in ``navigation.AREAS``.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from fastapi import APIRouter, FastAPI

from api.console import account, counter, home, hospital, mishaps, sign_in, statics
from api.console.admin import administration
from api.console.case import routes as case
from api.console.figures import router as figures
from api.console.queue import acts, live, page, second

_AREAS: Final[tuple[APIRouter, ...]] = (
    home.router,
    figures,
    sign_in.router,
    account.router,
    counter.router,
    hospital.router,
    *administration.ROUTERS,
    case.router,
    page.router,
    live.router,
    acts.router,
    second.router,
)


def install(app: FastAPI) -> None:
    """Add every page of the console. After ``api.http.problems.install``: refusals are told as pages."""
    app.include_router(statics.router)
    for router in _AREAS:
        app.include_router(router)
    mishaps.install(app)
    app.state.console_paths = frozenset(_paths(_AREAS))


def _paths(routers: Iterable[APIRouter]) -> Iterable[str]:
    return (path for router in routers for route in router.routes if (path := getattr(route, "path", "")))
