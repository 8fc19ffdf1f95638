"""Templates → pages: one environment, the headers of every page, and what every template may name.

Templates live in ``templates/<area>/``; each page extends ``base.html.j2`` and takes its parts from
``macros.html.j2``. A page is never stored by anybody, and forbids itself all that is not this server's.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from api.console import statics
from api.console.navigation import areas_of
from api.console.seats import Seat
from api.words import plain
from intake.figures.sheets import words_of

CONTENT_POLICY: Final = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "connect-src 'self'",
        "font-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    )
)
_HEADERS: Final = {
    "Content-Security-Policy": CONTENT_POLICY,
    "Cache-Control": "no-store",
    "Referrer-Policy": "same-origin",  # without any, browsers send forms from "null", which is not us
}
THEME_COOKIE: Final = "menshen_theme"
_THEMES: Final = frozenset({"light", "dark"})
_HERE: Final = ZoneInfo("Asia/Shanghai")


def render(
    request: Request, template: str, seat: Seat | None = None, *, status: int = 200, **values: Any
) -> HTMLResponse:
    """A page, or a part of one for htmx. ``values`` are what the template names; a name it has not been given
    is an error."""
    theme = request.cookies.get(THEME_COOKIE, "")
    mounted: frozenset[str] = getattr(request.app.state, "console_paths", frozenset())
    given = {
        "seat": seat,
        "csrf": seat.csrf if seat else "",
        "areas": areas_of(seat.actor, mounted) if seat and not seat.standing.once else (),
        "theme": theme if theme in _THEMES else "",
        "path": request.url.path,
        "status": status,
        **values,
    }
    text = _ENVIRONMENT.get_template(template).render(given)
    return HTMLResponse(text, status, _HEADERS)


def is_partial(request: Request) -> bool:
    """Whether htmx asks for a part of a page."""
    return request.headers.get("hx-request") == "true"


def moment(at: dt.datetime | None) -> str:
    """A moment as people of the bureau read it, in their time.

    >>> moment(dt.datetime(2025, 11, 20, 1, 5, tzinfo=dt.UTC))
    '2025-11-20 09:05'
    """
    return f"{at.astimezone(_HERE):%Y-%m-%d %H:%M}" if at else ""


def short_moment(at: dt.datetime | None) -> str:
    """The same without the year, for lists within one case."""
    return f"{at.astimezone(_HERE):%m-%d %H:%M:%S}" if at else ""


def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.globals["asset"] = statics.address
    made.filters |= {"figure": words_of, "plain": plain, "moment": moment, "short_moment": short_moment}
    return made


_ENVIRONMENT: Final = _environment()
