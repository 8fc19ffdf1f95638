"""The routers of the administration."""

from __future__ import annotations

from typing import Final

from api.console.admin import audit, keys, overview, people, policies, registers, webhooks, work

ROUTERS: Final = (
    overview.router,
    people.router,
    keys.router,
    webhooks.router,
    policies.router,
    work.router,
    registers.router,
    audit.router,
)
