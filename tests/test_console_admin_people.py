"""The administration's people and keys in a real browser: every act, on a desk and on a phone."""

from __future__ import annotations

import datetime as dt

import pyotp
import pytest
from admin_pages import ADMIN, opened
from browser import PHONE, Console, OpenPage, allow, check_axe, check_fits, picture, press, ready
from playwright.sync_api import Page, expect
from review_world import PASSWORD, SHAOYANG, add_person
from sqlalchemy import select

from intake.actors import SYSTEM, Role
from intake.doorkeeping import clients, people, sessions, sign_in
from intake.doorkeeping.clients import KeyRequest
from intake.refusals import Refused
from intake.service import Service
from intake.tables.access import Person
from intake.tables.base import now
from intake.tables.safekeeping import AuditEntry


def acts(service: Service, subject: str) -> list[str]:
    """What the audit log tells of somebody or something, oldest first."""
    with service.database.reading() as session:
        rows = select(AuditEntry.action).where(AuditEntry.subject == subject).order_by(AuditEntry.seq)
        return list(session.scalars(rows))


def confirm(page: Page, button: str, yes: str) -> None:
    """Opens the question, which axe sees, and says yes."""
    ready(page)
    page.get_by_role("button", name=button, exact=True).click()
    dialog = page.locator("dialog[open]")
    expect(dialog.get_by_role("button", name="取消")).to_be_focused()
    check_axe(page)
    dialog.get_by_role("button", name=yes, exact=True).click()


def test_somebody_new_gets_a_password_that_is_shown_once(console: Console, open_page: OpenPage) -> None:
    service, page = console.door.service, open_page("administrator")
    page.goto(console.url + ADMIN)
    assert page.url.endswith("/people") or page.url.endswith(ADMIN)
    opened(page, console, "/people")
    press(page, "n")
    page.wait_for_url("**/people/new")
    check_axe(page)
    page.keyboard.type("周敏")
    press(page, "Tab")
    page.keyboard.type("Zhou.Min")
    page.get_by_label("角色", exact=True).select_option("reviewer")
    page.get_by_label("地区").fill("邵阳市、不存在市")
    allow(page, "422")
    press(page, "Enter")
    page.get_by_role("alert").wait_for()
    assert "没有找到地区“不存在市”" in page.locator("#say-regions").inner_text()
    check_axe(page)
    assert page.get_by_label("账号", exact=True).input_value() == "Zhou.Min"
    page.get_by_label("地区").fill("邵阳市")
    press(page, "Enter")
    shown = page.locator("#once")
    shown.wait_for()
    password = shown.inner_text().strip()
    check_axe(page)
    picture(page, "person-password")
    person = people.person(service, SYSTEM, people.by_login(service, "zhou.min"))
    assert (person.role, person.regions) == (Role.REVIEWER, (SHAOYANG,))
    assert sign_in.sign_in(service, "zhou.min", password, "127.0.0.1").name == "周敏"
    page.get_by_role("link", name="完成").click()
    assert password not in page.content()
    check_axe(page)
    picture(page, "person")


def test_a_password_that_was_handed_out_is_good_for_choosing_another(
    console: Console, open_page: OpenPage
) -> None:
    service, page = console.door.service, open_page()
    person_id = add_person(service, "wu.jing", Role.CLERK, [SHAOYANG])
    given = people.reset(service, console.people["administrator"].actor, person_id)
    page.goto(console.url + "/console/sign-in")
    page.get_by_label("账号").fill("wu.jing")
    page.get_by_label("密码").fill(given)
    page.get_by_role("button", name="登录").click()
    page.wait_for_url("**/console/account")
    assert "一次性密码" in page.get_by_role("status").first.inner_text()
    check_axe(page)
    picture(page, "account-once")
    page.goto(console.url + "/console/counter")
    page.wait_for_url("**/console/account")
    assert page.request.get(console.url + "/v1/cases").status == 403
    assert page.request.get(console.url + "/v1/session").json()["actions"] == []
    allow(page, "422")
    change_password(page, given, given)
    page.get_by_text("不能与原密码相同").wait_for()
    change_password(page, given, PASSWORD)
    page.get_by_role("link", name="继续").click()
    page.wait_for_url("**/console/counter")
    assert page.request.get(console.url + "/v1/cases").status == 200
    assert sign_in.sign_in(service, "wu.jing", PASSWORD, "127.0.0.1").needs is None


def change_password(page: Page, old: str, new: str) -> None:
    page.get_by_label("当前密码").fill(old)
    page.get_by_label("新密码", exact=True).fill(new)
    page.get_by_label("再输入一次新密码").fill(new)
    page.get_by_role("button", name="更换密码").click()


def test_rights_are_changed_and_doors_shut_and_opened(console: Console, open_page: OpenPage) -> None:
    service, page = console.door.service, open_page("administrator", PHONE)
    person_id = add_person(service, "qian.fang", Role.REVIEWER, [SHAOYANG])
    opened(page, console, f"/people/{person_id}")
    page.get_by_label("角色", exact=True).select_option("senior")
    page.get_by_role("button", name="保存").click()
    page.get_by_text("已保存").wait_for()
    assert people.person(service, SYSTEM, person_id).role is Role.SENIOR
    page.get_by_label("地区").fill("宜春市")  # not this administrator's to give
    allow(page, "422")
    page.get_by_role("button", name="保存").click()
    assert "ACC-004" in page.get_by_role("alert").inner_text()
    page.goto(console.url + f"{ADMIN}/people/{person_id}")
    confirm(page, "停用", "停用")
    page.get_by_text("已停用，其登录已全部结束").wait_for()
    with pytest.raises(Refused):
        sign_in.sign_in(service, "qian.fang", PASSWORD, "127.0.0.1")
    page.get_by_role("button", name="启用", exact=True).click()
    page.get_by_text("已启用").wait_for()
    check_fits(page)
    assert acts(service, f"person:{person_id}").count("person.change") == 3


def test_a_lock_a_lost_phone_and_a_lost_password(console: Console, open_page: OpenPage) -> None:
    service, page = console.door.service, open_page("administrator")
    person_id = add_person(service, "sun.li", Role.REVIEWER, [SHAOYANG])
    standing = sign_in.sign_in(service, "sun.li", PASSWORD, "127.0.0.1").session
    lost_phone(service, person_id, standing.token)
    with service.database.writing() as session:
        row = session.get_one(Person, person_id)
        row.failures, row.locked_until = 9, now() + dt.timedelta(minutes=15)
    opened(page, console, f"/people/{person_id}")
    picture(page, "person-locked")
    page.get_by_role("button", name="解除锁定").click()
    page.get_by_text("已解除锁定。").wait_for()
    assert people.person(service, SYSTEM, person_id).locked_until is None
    confirm(page, "解除动态口令", "解除")
    page.get_by_text("已解除动态口令").wait_for()
    assert not people.person(service, SYSTEM, person_id).second_factor
    confirm(page, "换发一次性密码", "换发")
    fresh = page.locator("#once").inner_text().strip()
    assert sign_in.sign_in(service, "sun.li", fresh, "127.0.0.1").needs is None
    done = acts(service, f"person:{person_id}")
    assert [one for one in done if one in ("person.unlock", "person.reset_factor", "person.reset")] == [
        "person.unlock",
        "person.reset_factor",
        "person.reset",
    ]


def lost_phone(service: Service, person_id: str, token: str) -> None:
    """Binds a phone to somebody, as they would."""
    standing = sessions.find(service, token, seen=True)
    assert standing
    enrolled = sign_in.enrol(service, standing, PASSWORD)
    sign_in.confirm(service, standing, pyotp.TOTP(enrolled.secret).now(), "127.0.0.1")
    assert people.person(service, SYSTEM, person_id).second_factor


def test_nobody_shuts_themselves_out(console: Console, open_page: OpenPage) -> None:
    page = open_page("administrator")
    opened(page, console, f"/people/{console.people['administrator'].actor.person_id}")
    for button in ("停用", "换发一次性密码", "解除动态口令"):
        expect(page.get_by_role("button", name=button, exact=True)).to_have_count(0)
    page.get_by_role("button", name="保存").click()
    page.get_by_text("已保存").wait_for()


def test_a_key_is_shown_once_and_revoked_for_good(console: Console, open_page: OpenPage) -> None:
    service, page = console.door.service, open_page("administrator")
    opened(page, console, "/keys/new")
    page.get_by_label("单位").fill("邵阳掌上医保")
    page.get_by_label("用途").select_option("portal")
    page.get_by_label("地区").fill("430500")
    page.get_by_label("有效期至").fill("2001-01-01")
    allow(page, "422")
    page.get_by_role("button", name="新建").click()
    assert "日期已过" in page.locator("#say-expires_on").inner_text()
    check_axe(page)
    page.get_by_label("有效期至").fill("")
    page.get_by_role("button", name="新建").click()
    key = page.locator("#once").inner_text().strip()
    check_axe(page)
    picture(page, "key-made")
    actor = clients.authenticate(service, key)
    assert (actor.role, actor.regions) == (Role.PORTAL, (SHAOYANG,))
    page.get_by_role("link", name="已保存，返回").click()
    assert key not in page.content()
    check_axe(page)
    check_fits(page)
    picture(page, "keys")
    panel = page.locator("section.panel", has_text="邵阳掌上医保")
    panel.get_by_role("button", name="停用", exact=True).click()
    check_axe(page)
    page.locator("dialog[open]").get_by_role("button", name="停用", exact=True).click()
    page.get_by_text("密钥已停用。").wait_for()
    with pytest.raises(Refused):
        clients.authenticate(service, key)


def test_a_system_is_shut_out_and_let_in_again(console: Console, open_page: OpenPage) -> None:
    service, page = console.door.service, open_page("administrator", PHONE)
    key = clients.create_key(service, SYSTEM, KeyRequest("北塔医院", Role.HOSPITAL, (SHAOYANG,))).key
    opened(page, console, "/keys")
    picture(page, "keys-phone")
    panel = page.locator("section.panel", has_text="北塔医院")
    panel.get_by_role("button", name="停用单位").click()
    page.locator("dialog[open]").get_by_role("button", name="停用", exact=True).click()
    page.get_by_text("单位已停用").wait_for()
    with pytest.raises(Refused):
        clients.authenticate(service, key)
    panel.get_by_role("button", name="启用单位").click()
    page.get_by_text("单位已启用").wait_for()
    assert clients.authenticate(service, key).name == "北塔医院"


def test_an_auditor_sees_and_changes_nothing(console: Console, open_page: OpenPage) -> None:
    page = open_page("auditor")
    person_id = console.people["clerk"].actor.person_id
    for path in ("/people", f"/people/{person_id}", "/keys"):
        opened(page, console, path)
        assert page.locator(".admin-page form[method=post]").count() == 0, path
    allow(page, "403")
    assert page.goto(console.url + f"{ADMIN}/people/new").status == 403  # type: ignore[union-attr]


@pytest.mark.parametrize("role", ["reviewer", "senior", "clerk", "hospital"])
def test_others_are_told_that_they_may_not(console: Console, open_page: OpenPage, role: str) -> None:
    page = open_page(role)
    allow(page, "403")
    for path in ("", "/people", "/people/new", "/keys", "/keys/new"):
        answer = page.goto(console.url + ADMIN + path)
        assert answer
        assert answer.status == 403
        assert "没有权限" in page.inner_text("main")
    check_axe(page)


def test_pages_are_sound_in_the_dark_and_on_a_phone(console: Console, open_page: OpenPage) -> None:
    person_id = console.people["reviewer"].actor.person_id
    for size, theme in (((1366, 768), "dark"), (PHONE, "light")):
        page = open_page("administrator", size, theme=theme)
        for number, path in enumerate(
            ("/people", "/people/new", f"/people/{person_id}", "/keys", "/keys/new")
        ):
            opened(page, console, path)
            picture(page, f"admin-{theme}-{number}")
