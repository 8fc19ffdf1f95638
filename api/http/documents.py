"""The documentation of the HTTP door: the OpenAPI document, and pages to read it that ask no other host."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib import resources
from importlib.metadata import version
from typing import Any, Final

from fastapi import APIRouter, FastAPI, Response
from fastapi.openapi.utils import get_openapi
from starlette.exceptions import HTTPException

from api.http.shapes.batch import NewBatch
from api.http.shapes.problem import Problem

OPENAPI_URL: Final = "/v1/openapi.json"
_PAGE_POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_PAGE: Final = """<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>门审接口文档</title>
<link rel="icon" href="/docs/favicon-32x32.png">
<link rel="stylesheet" href="/docs/swagger-ui.css">
</head>
<body>
<main id="swagger-ui"></main>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>
</body>
</html>
"""
_START: Final = """SwaggerUIBundle({
  url: "/v1/openapi.json",
  dom_id: "#swagger-ui",
  deepLinking: true,
  filter: true,
  tryItOutEnabled: false,
  validatorUrl: null,
  displayRequestDuration: true
});
"""
_ASSETS: Final[Mapping[str, str]] = {
    "swagger-ui-bundle.js": "text/javascript; charset=utf-8",
    "swagger-ui.css": "text/css; charset=utf-8",
    "favicon-32x32.png": "image/png",
}
_ABOUT: Final = """门诊慢特病（门特）申请材料的受理与检查接口。

**身份**：机器调用请带 `Authorization: Bearer 密钥`；密钥只能看到自己的案件，
别人的案件与不存在的案件答复完全相同。

**办理次序**：新建案件 → 逐个上传文件 → 提交 → 查询状态（或接收推送、Webhook）→ 按须补正的内容补交后再次提交。
检查只给出结论与依据，决定始终由审核人员作出。

**出错**：一律为 `application/problem+json`（RFC 9457）。程序请按永久不变的 `code` 判断；`detail`、`remedy`
可直接展示给办事人；`errors` 一次列出全部问题。

**限流**：答复带 `RateLimit-Limit`、`RateLimit-Remaining`、`RateLimit-Reset`（秒）。429 与 503 都带
`Retry-After`，请等待所示的秒数后重试。

**格式**：UTF-8 的 JSON；时间为带时区的 ISO 8601，日期为 `YYYY-MM-DD`（北京时间）；
证件号码一律只显示前 3 后 4。
答复可能增加新的字段，请忽略不认识的字段。示例中的人员均为虚构。
"""
_TAGS: Final = (
    ("案件", "新建、上传、提交、撤回与查询"),
    ("断点续传", "以 tus 1.0.0 上传大文件或在网络不稳时上传"),
    ("预检", "拍照后当场检查能否辨认"),
    ("批量报送", "医院成批报送"),
    ("申请人页面", "发给申请人的办理码"),
    ("政策", "施行中的政策及其依据"),
    ("待遇", "即将到期的待遇"),
    ("事件推送", "Webhook"),
    ("审核", "审核人员的工作"),
    ("登录", "人员登录"),
    ("管理", "人员与密钥"),
    ("运行", "健康检查与指标"),
)
_FIELD_WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "NewCase": {
        "policy": "政策编号；或改写 region 与 business",
        "region": "地区代码（GB/T 2260，6 位），与 business 合用",
        "business": "renewal 续期，application 申请，remote-filing 异地备案",
        "applicant": "申请人",
        "diseases": "申报病种；异地备案不填",
        "category": "备案类别，仅异地备案；不填则从备案表上识别",
        "entitlement": "现有待遇，门户或登记册已知时填写",
        "submitted_on": "提交日期，窗口与回溯据此计算；不填为当日（北京时间）",
        "channel": "渠道",
        "external_id": "门户自己的编号，同一密钥内不能重复；请勿使用证件号码",
    },
    "Applicant": {
        "name": "申请人姓名",
        "id_number": "申请人身份证号",
        "insured_place": "参保地",
        "insurance": "employee 职工，resident 居民",
        "relation": "self 本人办理，agent 代办",
        "agent": "代办人，代办时必填",
    },
    "Agent": {"name": "代办人姓名", "id_number": "代办人身份证号"},
    "Entitlement": {"disease": "现有待遇的病种", "valid_until": "现有待遇的到期日"},
}
_MODEL_WORDS: Final[Mapping[str, str]] = {
    "NewCase": "申请内容，与 case.yaml 相同，另加渠道与门户自己的编号。",
    "Applicant": "申请人，以门户所述为准。",
    "Agent": "代办人。",
    "Entitlement": "现有待遇。",
}

router = APIRouter(include_in_schema=False)


@router.get("/docs")
async def page() -> Response:
    """The page for reading the OpenAPI document."""
    return _held(_PAGE.encode(), "text/html; charset=utf-8", "no-cache")


@router.get("/docs/{name}")
async def asset(name: str) -> Response:
    """A part of that page, out of the installed package."""
    if name == "start.js":
        return _held(_START.encode(), "text/javascript; charset=utf-8", "no-cache")
    if name not in _ASSETS:
        raise HTTPException(404)
    return _held(_asset(name), _ASSETS[name], "public, max-age=86400")


def openapi_of(app: FastAPI) -> dict[str, Any]:
    """The OpenAPI document of ``app``, made once."""
    if app.openapi_schema is None:
        document = get_openapi(
            title="门审 Menshen",
            version=version("menshen"),
            summary="门诊慢特病申请材料的受理与检查",
            description=_ABOUT,
            routes=app.routes,
            tags=[{"name": name, "description": words} for name, words in _TAGS],
        )
        app.openapi_schema = _finished(document)
    return app.openapi_schema


def _finished(document: dict[str, Any]) -> dict[str, Any]:
    schemas: dict[str, Any] = document["components"]["schemas"]
    for model in (Problem, NewBatch):  # named by answers and bodies that the framework does not see
        described = model.model_json_schema(ref_template="#/components/schemas/{model}")
        schemas |= described.pop("$defs", {}) | {model.__name__: described}
    for operation in _operations(document):
        _with_problems(operation["responses"])
    for name in ("HTTPValidationError", "ValidationError"):
        schemas.pop(name, None)
    for name, words in _FIELD_WORDS.items():
        for field, text in words.items():
            schemas[name]["properties"][field]["description"] = text
    for name, text in _MODEL_WORDS.items():
        schemas[name]["description"] = text
    document["components"]["schemas"] = dict(sorted(schemas.items()))
    return document


def _operations(document: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for path in document["paths"].values():
        yield from (
            path[method] for method in ("get", "post", "put", "patch", "delete", "head") if method in path
        )


def _with_problems(responses: dict[str, Any]) -> None:
    """Every refusal is a problem, whatever the framework believes; an unforeseen one too."""
    schema = {"schema": {"$ref": "#/components/schemas/Problem"}}
    if "HTTPValidationError" in str(responses.get("422", "")):
        responses["422"] = {"description": "内容有误", "content": {"application/problem+json": schema}}
    responses.setdefault(
        "default",
        {
            "description": "其他错误；内部错误为 500，附编号",
            "content": {"application/problem+json": schema},
        },
    )


def _held(content: bytes, media_type: str, caching: str) -> Response:
    headers = {
        "Content-Type": media_type,
        "Content-Security-Policy": _PAGE_POLICY,
        "Cache-Control": caching,
    }
    return Response(content, headers=headers)


@lru_cache(maxsize=8)
def _asset(name: str) -> bytes:
    return resources.files("fastapi_swagger.resources").joinpath(name).read_bytes()
