"""The areas of the console, whom each is for, and where somebody begins.

An area shows in the top bar once a route of it is mounted (``api.console.app``), to the roles that may
``action``; ``roles`` narrows that further where an action alone says too little.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from intake.actors import Actor, Role
from intake.doorkeeping import access


@dataclass(frozen=True, slots=True)
class Area:
    """One entry of the top bar; ``icon`` is a name of ``assets/icons.txt``."""

    key: str
    title: str
    path: str
    icon: str
    action: str
    roles: frozenset[Role] | None = None

    def open_to(self, actor: Actor) -> bool:
        """Whether the actor sees the area."""
        return access.permits(actor, self.action) and (self.roles is None or actor.role in self.roles)


AREAS: Final = (
    Area("queue", "审核队列", "/console/queue", "list-details", "review.view"),
    Area("counter", "窗口受理", "/console/counter", "clipboard-list", "counter.use"),
    Area("hospital", "医院报送", "/console/hospital", "building-hospital", "batch.open",
         frozenset({Role.HOSPITAL})),
    Area("figures", "统计", "/console/figures", "chart-bar", "figures.view"),
    Area("administration", "管理", "/console/admin", "settings", "administration.view"),
)  # fmt: skip


def areas_of(actor: Actor, mounted: frozenset[str]) -> tuple[Area, ...]:
    """What the top bar shows to ``actor``: areas with a page (``mounted``: paths of routes), by role."""
    return tuple(area for area in AREAS if area.path in mounted and area.open_to(actor))
