"""``/console/admin/policies``: the packs in force, each as a page that a bureau can sign, and what changes
from one version to another."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Sequence
from typing import Annotated, Final

from fastapi import APIRouter, Path, Query, Request, Response
from fastapi.responses import HTMLResponse

from api.console.admin.frame import PREFIX, show
from api.console.seats import Seat, SeatFirst, may_open
from api.words import CHECKS
from intake.case_requests import today
from intake.refusals import Refused
from intake.refusals.http import NO_SUCH_POLICY
from validators.pack import Pack, load_packs
from validators.pack_diff import differences
from validators.policy_errors import PolicyError
from validators.render import TIERS, diseases_of, head_of, shown_values, sources_of, standards_of
from validators.render_html import render_html

POLICIES: Final = f"{PREFIX}/policies"
router = APIRouter(prefix=POLICIES, include_in_schema=False, route_class=SeatFirst)
Viewer = Annotated[Seat, may_open("administration.view")]
_Policy = Annotated[str, Path(max_length=100)]
_Version = Annotated[str, Path(max_length=20)]
_STYLE: Final = re.compile("<style>(.*?)</style>", re.DOTALL)


@router.get("")
def page(request: Request, seat: Viewer) -> Response:
    """Every pack by policy, the versions in force today marked."""
    try:
        packs: Sequence[Pack] = load_packs()
        trouble = None
    except PolicyError as error:  # a bureau's own pack was broken while the service ran
        packs, trouble = (), error
    day = today()
    by_policy: dict[str, list[Pack]] = {}
    for pack in packs:
        by_policy.setdefault(pack.policy.id, []).append(pack)
    groups = [sorted(found, key=lambda pack: pack.ref.version, reverse=True) for found in by_policy.values()]
    two = next((found[:2] for found in groups if len(found) > 1), list(packs)[:2])
    offered = [_key(pack) for pack in reversed(two)]
    return show(
        request,
        "policies",
        seat,
        groups=groups,
        day=day,
        trouble=trouble,
        names=_titles(packs),
        offered=offered,
    )


@router.get("/diff")
def diff(
    request: Request,
    seat: Viewer,
    old: Annotated[str, Query(max_length=130)] = "",
    new: Annotated[str, Query(max_length=130)] = "",
) -> Response:
    """What changes from one pack to another, in words."""
    before, after = _named(old), _named(new)
    found = differences(before, after)
    return show(request, "policy_diff", seat, before=before, after=after, found=found)


@router.get("/{policy_id}/{version}")
def policy(request: Request, seat: Viewer, policy_id: _Policy, version: _Version) -> Response:
    """Every value of a pack with its clause, source, tier and adoption."""
    pack = _one(policy_id, version)
    return show(
        request,
        "policy",
        seat,
        pack=pack,
        in_force=pack.in_force(today()),
        head=_head(pack),
        values=shown_values(pack),
        diseases=diseases_of(pack),
        standards=standards_of(pack),
        sources=sources_of(pack),
        tiers=TIERS,
    )


@router.get("/{policy_id}/{version}/sign")
def to_sign(seat: Viewer, policy_id: _Policy, version: _Version) -> Response:
    """The page of ``menshen policy show``, to print, sign and seal; it may use its own style sheet only."""
    text = render_html(_one(policy_id, version))
    style = _STYLE.search(text)
    assert style is not None
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    headers = {
        "Content-Security-Policy": f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; "
        "form-action 'none'; frame-ancestors 'none'",
        "Cache-Control": "no-store",
    }
    return HTMLResponse(text, headers=headers)


def _head(pack: Pack) -> list[tuple[str, str]]:
    """What stands above the values, checks called by their names."""
    return [
        (name, "、".join(CHECKS.get(one, one) for one in value.split("、"))) for name, value in head_of(pack)
    ]


def _one(policy_id: str, version: str) -> Pack:
    """A pack by policy and version. Raises ``Refused``."""
    for pack in load_packs():
        if (pack.policy.id, pack.ref.version) == (policy_id, version):
            return pack
    raise Refused(NO_SUCH_POLICY)


def _named(written: str) -> Pack:
    identity, _, version = written.partition("@")
    return _one(identity, version)


def _titles(packs: Sequence[Pack]) -> list[tuple[str, str]]:
    """Every pack to choose from, by what addresses call it."""
    return [(_key(pack), f"{pack.policy.title}（{pack.ref.version}）") for pack in packs]


def _key(pack: Pack) -> str:
    return f"{pack.policy.id}@{pack.ref.version}"
