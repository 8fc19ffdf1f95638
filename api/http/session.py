"""``/v1/session``: signing in and out, the second factor, OpenID Connect."""

from __future__ import annotations

from typing import Annotated, Final

from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi.responses import RedirectResponse

from api.http.auth import CallerFirst, Serving, cookie_name, own_page, standing
from api.http.shapes.problem import problems
from api.http.shapes.session import (
    ConfirmedAnswer,
    EnrolmentAnswer,
    GivenCode,
    GivenPassword,
    NewPassword,
    SessionAnswer,
    SignIn,
    WhoAmI,
)
from intake.doorkeeping import access, sign_in, single_sign_on
from intake.doorkeeping.sessions import NewSession, Standing
from intake.refusals.access import NO_CREDENTIALS, SINGLE_SIGN_ON_FAILED
from intake.refusals.base import Refused
from intake.service import Service

router = APIRouter(prefix="/v1/session", tags=["登录"], route_class=CallerFirst)
_AWAY: Final = "menshen_oidc"
_AWAY_PATH: Final = "/v1/session/oidc"

Standing_ = Annotated[Standing, Depends(standing)]


def complete_standing(found: Standing_) -> Standing:
    """A session with every factor given. Raises ``Refused``."""
    if not found.complete:
        raise Refused(NO_CREDENTIALS)
    return found


Complete = Annotated[Standing, Depends(complete_standing)]


@router.post(
    "",
    summary="登录",
    response_model=SessionAnswer,
    responses=problems(),
    dependencies=[Depends(own_page)],
)
def begin(request: Request, response: Response, service: Serving, body: SignIn) -> SessionAnswer:
    """用账号和密码登录，答复中设置会话 Cookie。`needs` 不为空时还须提供或绑定动态口令。

    账号不存在、密码不对与账号已锁定，答复完全相同。
    """
    began = sign_in.sign_in(service, body.login, body.password, caller_address(request))
    set_session(response, service, began.session)
    return _answer(began)


@router.get("", summary="当前登录的人员", response_model=WhoAmI, responses=problems())
def who(found: Standing_) -> WhoAmI:
    """当前会话的人员、角色与可以进行的操作。"""
    actor = found.actor
    allowed = sorted(action for action in access.ALLOWED if access.permits(actor, action))
    return WhoAmI(
        person_id=actor.person_id if found.complete else None,
        name=actor.name,
        role=actor.role,
        regions=actor.regions if found.complete else (),
        actions=tuple(allowed) if found.complete and not found.once else (),
        complete=found.complete,
        csrf=found.csrf,
        expires_at=found.expires_at,
    )


@router.delete("", status_code=204, summary="退出登录", responses=problems())
def end(response: Response, service: Serving, found: Standing_) -> None:
    """结束当前会话，Cookie 立即失效。"""
    sign_in.sign_out(service, found)
    drop_session(response, service)


@router.post("/code", summary="提供动态口令", response_model=SessionAnswer, responses=problems())
def give_code(
    request: Request, response: Response, service: Serving, found: Standing_, body: GivenCode
) -> SessionAnswer:
    """以动态口令或恢复码完成登录；每个口令只能用一次。会话编号与 CSRF 令牌随之更换。"""
    session = sign_in.give_code(service, found, body.code, caller_address(request))
    set_session(response, service, session)
    return _completed(session, found)


@router.post("/factor", summary="绑定动态口令", response_model=EnrolmentAnswer, responses=problems(409))
def enrol(service: Serving, found: Standing_, body: GivenPassword) -> EnrolmentAnswer:
    """取得新的动态口令密钥；以口令确认之前，原有的仍然有效。"""
    return EnrolmentAnswer.model_validate(sign_in.enrol(service, found, body.password))


@router.post(
    "/factor/confirm", summary="确认动态口令", response_model=ConfirmedAnswer, responses=problems(409)
)
def confirm(
    request: Request, response: Response, service: Serving, found: Standing_, body: GivenCode
) -> ConfirmedAnswer:
    """以新密钥的一个口令确认绑定，答复恢复码（只此一次）；本人其他会话全部结束。"""
    confirmed = sign_in.confirm(service, found, body.code, caller_address(request))
    set_session(response, service, confirmed.session)
    return ConfirmedAnswer(**_completed(confirmed.session, found).model_dump(), recovery=confirmed.recovery)


@router.post("/factor/remove", status_code=204, summary="解除动态口令", responses=problems())
def remove_factor(service: Serving, found: Complete, body: GivenPassword) -> None:
    """解除本人的动态口令；系统要求动态口令时不能解除。"""
    sign_in.remove_factor(service, found, body.password)


@router.post("/password", summary="更换密码", response_model=SessionAnswer, responses=problems())
def change_password(
    response: Response, service: Serving, found: Complete, body: NewPassword
) -> SessionAnswer:
    """更换本人的密码；其他会话全部结束，本会话换用新的编号。"""
    session = sign_in.change_password(service, found, body.password, body.new_password)
    set_session(response, service, session)
    return _completed(session, found)


@router.get(
    "/oidc",
    status_code=303,
    response_class=RedirectResponse,
    summary="统一身份登录",
    responses=problems(404),
)
def depart(request: Request, service: Serving) -> Response:
    """转到统一身份平台（OpenID Connect）登录。"""
    departure = single_sign_on.depart(service, _redirect_uri(request, service))
    response = RedirectResponse(departure.url, status_code=303)
    response.set_cookie(
        _AWAY,
        departure.cookie,
        max_age=single_sign_on.LASTS_SECONDS,
        path=_AWAY_PATH,
        secure=service.settings.secure_cookies,
        httponly=True,
        samesite="lax",
    )
    return response


@router.get(
    "/oidc/callback",
    status_code=303,
    response_class=RedirectResponse,
    summary="统一身份登录的回跳",
    responses=problems(404),
)
def arrive(
    request: Request,
    service: Serving,
    state: Annotated[str, Query(description="发起登录时的 state", max_length=200)] = "",
    code: Annotated[str, Query(description="授权码", max_length=4000)] = "",
) -> Response:
    """统一身份平台登录后回到这里；成功则设置会话 Cookie，并转到设置 `after_sign_in` 所指的页面。"""
    away = request.cookies.get(_AWAY)
    if not (away and state and code):
        single_sign_on.check_configured(service)
        raise Refused(SINGLE_SIGN_ON_FAILED)
    uri = _redirect_uri(request, service)
    began = single_sign_on.arrive(service, uri, cookie=away, state=state, code=code)
    response = RedirectResponse(service.settings.after_sign_in, status_code=303)
    set_session(response, service, began.session)
    response.delete_cookie(_AWAY, path=_AWAY_PATH)
    return response


def set_session(response: Response, service: Service, session: NewSession) -> None:
    """Put a session into the browser: for this host only, out of scripts' reach, gone with the browser."""
    response.set_cookie(
        cookie_name(service.settings),
        session.token,
        path="/",
        secure=service.settings.secure_cookies,
        httponly=True,
        samesite="lax",
    )


def drop_session(response: Response, service: Service) -> None:
    """Take the session's cookie out of the browser."""
    settings = service.settings
    response.delete_cookie(
        cookie_name(settings), path="/", secure=settings.secure_cookies, httponly=True, samesite="lax"
    )


def _answer(began: sign_in.SignedInNow) -> SessionAnswer:
    session = began.session
    return SessionAnswer(
        complete=session.complete,
        needs=began.needs,
        name=began.name,
        role=began.role,
        csrf=session.csrf,
        expires_at=session.expires_at,
    )


def _completed(session: NewSession, found: Standing) -> SessionAnswer:
    return SessionAnswer(
        complete=True,
        needs=None,
        name=found.actor.name,
        role=found.actor.role,
        csrf=session.csrf,
        expires_at=session.expires_at,
    )


def _redirect_uri(request: Request, service: Service) -> str:
    base = service.settings.public_url or str(request.base_url)
    return f"{base.rstrip('/')}{_AWAY_PATH}/callback"


def caller_address(request: Request) -> str:
    """Where a request comes from, for counting guesses."""
    return request.client.host if request.client else "unknown"
