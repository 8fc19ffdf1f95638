"""``/healthz``, ``/readyz``, ``/metrics``: for whoever runs the service."""

from __future__ import annotations

import ipaddress

from fastapi import APIRouter, Depends, Request, Response

from api.http.auth import Serving, caller
from api.http.shapes.base import Told
from api.http.shapes.problem import problems
from intake.doorkeeping import access
from intake.operating import metrics
from intake.operating.health import Health

router = APIRouter(tags=["运行"])
_METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8"


class Alive(Told):
    """进程在运行。"""

    status: str = "ok"


class Ready(Told):
    """能否办理业务，以及各部件是否正常。"""

    ready: bool
    parts: dict[str, bool]


@router.get("/healthz", summary="进程是否在运行")
async def healthz() -> Alive:
    """只说明本进程在运行，不检查所依赖的部件。"""
    return Alive()


@router.get(
    "/readyz",
    summary="能否办理业务",
    response_model=Ready,
    responses={503: {"model": Ready, "description": "有部件不可用"}},
)
def readyz(request: Request) -> Response:
    """数据库（database）、消息（broker）、存储（vault）、清扫进程（sweeper）与所设的各组识别进程
    （precheck_workers、case_workers、bulk_workers）都正常时为 200，否则为 503。"""
    health: Health = request.app.state.health
    parts = dict(health.parts())
    answer = Ready(ready=all(parts.values()), parts=parts)
    body = answer.model_dump_json().encode()
    headers = {"Cache-Control": "no-store"}
    return Response(body, 200 if answer.ready else 503, headers, media_type="application/json")


def _may_see_metrics(request: Request, service: Serving) -> None:
    """This machine, or a key or person whose role allows it. Raises ``Refused``."""
    if "authorization" not in request.headers and _is_here(request):
        return
    access.check(caller(request, service), "metrics.view")


@router.get(
    "/metrics",
    summary="运行指标（Prometheus）",
    response_class=Response,
    responses={200: {"content": {"text/plain": {"schema": {"type": "string"}}}}, **problems()},
    dependencies=[Depends(_may_see_metrics)],
)
def exposition(service: Serving) -> Response:
    """Prometheus 文本格式；不含个人信息。本机可直接读取，其他主机须用审计或管理员角色的密钥。"""
    return Response(metrics.exposition(service), headers={"Content-Type": _METRICS_TYPE})


def _is_here(request: Request) -> bool:
    """Whether the call comes from this machine, and no proxy passed it on.

    The attack: a page whose name is made to point here a moment later has this machine's browser ask; it asks
    under that name.
    """
    if request.client is None or "x-forwarded-for" in request.headers or "forwarded" in request.headers:
        return False
    name = request.url.hostname or ""
    return _is_loopback(request.client.host) and (name == "localhost" or _is_loopback(name))


def _is_loopback(address: str) -> bool:
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False
