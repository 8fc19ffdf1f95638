"""The administration's pages about the service in a real browser: overview, deliveries, policies, stuck work,
registers, the audit log."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from admin_pages import ADMIN, opened
from browser import PHONE, Console, OpenPage, allow, check_axe, check_fits, picture, press
from playwright.sync_api import expect
from review_world import CASE, SHAOYANG, client_actor, key_of
from sqlalchemy import select, update
from test_administration import stuck_case
from webhook_cases import a_case, told
from webhook_receivers import Receiver, receiving

from intake import cases
from intake.actors import Role
from intake.case_requests import CaseRequest
from intake.delivering import webhook_endpoints, webhooks
from intake.safekeeping import audit
from intake.service import Service, open_service
from intake.tables.delivery import Delivery
from intake.tables.safekeeping import AuditEntry
from validators.pack import load_packs


@pytest.fixture(scope="module")
def receiver() -> Iterator[Receiver]:
    """A portal's receiver."""
    with receiving() as running:
        yield running


def sending(service: Service) -> Service:
    """The service as a sweeper that may send to this machine."""
    return open_service(service.settings.model_copy(update={"webhook_private": True}))


@pytest.fixture(scope="module")
def endpoint_id(console: Console, receiver: Receiver) -> str:
    """An endpoint of 邵阳门户 with one event delivered."""
    service = sending(console.door.service)
    key_of(service, "邵阳门户", Role.PORTAL, [SHAOYANG])
    portal = client_actor(service, "邵阳门户")
    made = webhook_endpoints.create(service, portal, receiver.url.replace("http:", "https:")).endpoint
    with service.database.writing() as session:
        row = webhook_endpoints.find(session, portal, made.id, "webhook.manage")
        row.url = receiver.url  # the receiver here speaks no TLS
    told(service, a_case(service, portal))
    deliver(service)
    return made.id


def deliver(service: Service) -> None:
    """As the sweeper does; in a thread of its own, for the browser's event loop runs in this one."""
    webhooks.fan_out(service)
    with ThreadPoolExecutor(1) as pool:
        pool.submit(webhooks.deliver_due, service).result()


def test_the_overview_says_what_does_not_answer(console: Console, open_page: OpenPage) -> None:
    page = open_page("administrator")
    opened(page, console, "")
    alert = page.get_by_role("alert").inner_text()  # the door of the tests has no workers and no sweeper
    assert "清扫进程没有响应" in alert
    assert "数据库没有响应" not in alert
    expect(page.get_by_role("list").filter(has_text="可用空间")).to_be_visible()
    picture(page, "overview")
    for key, path in (("2", "/people"), ("4", "/webhooks"), ("8", "/audit"), ("1", "")):
        press(page, key)
        page.wait_for_url("**" + ADMIN + path)


def test_a_delivery_is_looked_at_and_sent_again(
    console: Console, open_page: OpenPage, receiver: Receiver, endpoint_id: str
) -> None:
    service, page = sending(console.door.service), open_page("administrator")
    opened(page, console, "/webhooks")
    assert "t0ken" not in page.content()
    picture(page, "webhooks")
    page.get_by_role("link", name="邵阳门户").click()
    check_axe(page)
    check_fits(page)
    assert "t0ken" not in page.content()
    expect(page.locator("table.listing tbody tr")).to_have_count(1)
    assert "已送达" in page.locator("table.listing tbody").inner_text()
    before = len(receiver.got)
    page.locator("table.listing").get_by_role("button", name="补发").click()
    page.get_by_text("已安排补发").wait_for()
    deliver(service)
    assert len(receiver.got) == before + 1
    assert receiver.got[-1].id == receiver.got[before - 1].id
    page.get_by_role("button", name="发送测试事件").click()
    page.get_by_text("测试事件已发出").wait_for()
    receiver.answers.append(500)
    deliver(service)
    opened(page, console, f"/webhooks/{endpoint_id}")
    assert "答复不是成功（500）" in page.locator("table.listing tbody").inner_text()
    picture(page, "webhook")
    page.get_by_role("link", name="已送达").click()
    expect(page.locator("table.listing tbody tr")).to_have_count(1)
    with service.database.reading() as session:
        rows = select(AuditEntry.action).where(AuditEntry.subject == f"endpoint:{endpoint_id}")
        assert {"webhook.replay", "webhook.test"} <= set(session.scalars(rows))


def test_a_span_is_sent_again_on_a_phone(
    console: Console, open_page: OpenPage, receiver: Receiver, endpoint_id: str
) -> None:
    page = open_page("administrator", PHONE)
    opened(page, console, f"/webhooks/{endpoint_id}")
    page.get_by_label("自").fill("2026-01-02T08:00")
    page.get_by_label("至").fill("2026-01-01T08:00")
    allow(page, "422")
    page.get_by_role("button", name="补发这段时间").click()
    assert "结束时间须晚于开始时间" in page.locator("#say-until").inner_text()
    check_axe(page)
    picture(page, "webhook-phone")
    page.get_by_label("自").fill("2020-01-01T08:00")
    page.get_by_label("至").fill("2090-01-01T08:00")
    page.get_by_role("button", name="补发这段时间").click()
    page.get_by_text("已安排补发").wait_for()
    before = len(receiver.got)
    deliver(sending(console.door.service))
    assert len(receiver.got) > before


def test_nothing_is_sent_to_an_endpoint_that_was_shut(
    console: Console, open_page: OpenPage, endpoint_id: str
) -> None:
    service, page = console.door.service, open_page("administrator")
    webhook_endpoints.change(service, client_actor(service, "邵阳门户"), endpoint_id, enabled=False)
    opened(page, console, f"/webhooks/{endpoint_id}")
    assert "停用期间不能测试和补发" in page.inner_text("main")
    expect(page.get_by_role("button", name="发送测试事件")).to_have_count(0)
    with service.database.reading() as session:
        states = set(session.scalars(select(Delivery.state).where(Delivery.endpoint_id == endpoint_id)))
    assert "waiting" not in states


def test_policies_are_read_compared_and_signed(console: Console, open_page: OpenPage) -> None:
    page = open_page("auditor")
    opened(page, console, "/policies")
    assert page.locator("table.listing tbody tr").count() == len(load_packs())
    picture(page, "policies")
    page.get_by_role("link", name="邵阳市门特病待遇延期").first.click()
    check_axe(page)
    check_fits(page)
    picture(page, "policy")
    with page.expect_popup() as popup:
        page.get_by_role("link", name="签字页").first.click()
    sheet = popup.value
    sheet.wait_for_load_state()
    assert "审定人（签字）" in sheet.inner_text("body")
    assert sheet.evaluate("getComputedStyle(document.querySelector('.sign')).display") == "flex"
    check_axe(sheet)
    page.goto(console.url + ADMIN + "/policies")
    page.get_by_label("旧", exact=True).select_option(index=0)
    page.get_by_label("新", exact=True).select_option(index=1)
    page.get_by_role("button", name="比较").click()
    page.get_by_role("heading", name="政策比较").wait_for()
    assert page.locator(".changes li").count() > 3
    check_axe(page)
    picture(page, "policy-diff")
    allow(page, "404")
    gone = page.goto(console.url + ADMIN + "/policies/shaoyang-renewal/1999-01-01")
    assert gone
    assert gone.status == 404


def test_a_stuck_case_is_tried_again(console: Console, open_page: OpenPage) -> None:
    service, page = console.door.service, open_page("administrator")
    case_id = stuck_case(service, client_actor(service))
    number = cases.view(service, client_actor(service), case_id).case_no
    opened(page, console, "/work")
    row = page.locator("tr", has_text=number)
    assert "内存不足" in row.inner_text()
    picture(page, "work")
    looking = open_page("auditor", PHONE)
    opened(looking, console, "/work")
    picture(looking, "work-phone")
    assert looking.locator(".admin-page form").count() == 0
    row.get_by_role("button", name="重试").click()
    page.get_by_text("案件已重新排队识别").wait_for()
    assert cases.view(service, client_actor(service), case_id).state == "queued"
    expect(page.locator("tr", has_text=number)).to_have_count(0)


def test_the_registers_are_shown(console: Console, open_page: OpenPage) -> None:
    page = open_page("auditor")
    opened(page, console, "/registers")
    assert page.get_by_text("未接入").count() >= 4
    picture(page, "registers")


def test_the_log_is_searched_and_walked(console: Console, open_page: OpenPage) -> None:
    service, page = console.door.service, open_page("auditor")
    case = cases.open_case(service, client_actor(service), CaseRequest.model_validate(CASE))
    with service.database.writing() as session:
        actor = console.people["reviewer"].actor
        audit.append(session, actor.id, "image.view", f"case:{case.id}", {"file": "0" * 32, "page": 3})
    opened(page, console, "/audit")
    press(page, "/")
    page.keyboard.type(case.case_no)
    press(page, "Enter")
    row = page.locator("table.listing tbody tr")
    expect(row).to_have_count(1)
    assert "查看页面图像" in row.inner_text()
    assert "页 3" in row.inner_text()
    page.get_by_label("操作", exact=True).select_option("case.approve")
    page.get_by_role("button", name="查找").click()
    page.get_by_text("没有符合条件的记录").wait_for()
    page.get_by_role("link", name="清除").click()
    page.get_by_role("button", name="逐条核对").click()
    page.get_by_text("末条哈希").wait_for()
    assert "记录完好" in page.locator("#chain").inner_text()
    check_axe(page)
    picture(page, "audit")


def test_a_log_that_was_changed_is_said_to_be(console: Console, open_page: OpenPage) -> None:
    service, page = console.door.service, open_page("administrator")
    with service.database.writing() as session:
        audit.append(session, "system", "image.view", "case:1", {})
        last = session.scalar(select(AuditEntry.seq).order_by(AuditEntry.seq.desc()).limit(1))
        session.execute(update(AuditEntry).where(AuditEntry.seq == last).values(actor="person:0"))
    try:
        opened(page, console, "/audit")
        told_so = page.locator("#chain").inner_text()
        assert "记录被改动" in told_so
        assert f"第 {last} 条内容被改动" in told_so
        picture(page, "audit-broken")
    finally:
        with service.database.writing() as session:
            session.execute(update(AuditEntry).where(AuditEntry.seq == last).values(actor="system"))


@pytest.mark.parametrize("role", ["reviewer", "senior", "clerk", "hospital"])
def test_others_are_told_that_they_may_not(console: Console, open_page: OpenPage, role: str) -> None:
    page = open_page(role)
    allow(page, "403")
    for path in ("", "/webhooks", "/policies", "/work", "/registers", "/audit"):
        answer = page.goto(console.url + ADMIN + path)
        assert answer
        assert answer.status == 403
        assert "没有权限" in page.inner_text("main")


def test_pages_are_sound_in_the_dark_and_on_a_phone(console: Console, open_page: OpenPage) -> None:
    policy = "/policies/shaoyang-renewal/" + next(
        one.ref.version for one in load_packs() if one.policy.id == "shaoyang-renewal"
    )
    paths = ("", "/webhooks", "/policies", policy, "/work", "/registers", "/audit")
    for size, theme in (((1366, 768), "dark"), (PHONE, "light"), (PHONE, "dark")):
        page = open_page("administrator", size, theme=theme)
        for number, path in enumerate(paths):
            opened(page, console, path)
            picture(page, f"service-{theme}-{size[0]}-{number}")
