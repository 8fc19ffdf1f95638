"""Signing in to the console in a real browser: password, second factor, out again."""

from __future__ import annotations

import httpx2
import pyotp
import pytest
from browser import PHONE, Console, OpenPage, allow, check_axe, check_fits, press
from playwright.sync_api import Page, expect
from review_world import PASSWORD, add_person

from intake.actors import Role

PAGES = ("/console/sign-in", "/console/account", "/console/sign-in/factor", "/console/nowhere")


def test_a_stranger_signs_in_and_comes_to_where_they_wanted(console: Console, open_page: OpenPage) -> None:
    add_person(console.door.service, "li.hua", Role.REVIEWER)
    page = open_page()
    page.goto(console.url + "/console/account")
    assert page.url.endswith("/console/sign-in?next=%2Fconsole%2Faccount")
    check_axe(page)
    page.keyboard.type("li.hua")
    press(page, "Tab")
    page.keyboard.type("not this one")
    allow(page, "401")
    press(page, "Enter")
    page.get_by_role("alert").wait_for()
    assert "ACC-006" in page.get_by_role("alert").inner_text()
    assert page.get_by_label("账号").input_value() == "li.hua"
    check_axe(page)
    page.get_by_label("密码").fill(PASSWORD)
    press(page, "Enter")
    page.wait_for_url("**/console/account")
    page.get_by_label("我的账号").click()
    page.get_by_role("button", name="退出登录").click()
    page.wait_for_url("**/console/sign-in?out=1")
    page.goto(console.url + "/console/account")
    assert "/console/sign-in" in page.url


def test_a_phone_is_enrolled_and_then_asked_for(console: Console, open_page: OpenPage) -> None:
    add_person(console.door.service, "wang.fang", Role.SENIOR)
    page = open_page(None, PHONE)
    page.goto(console.url + "/console/sign-in")
    sign_in(page, "wang.fang")
    page.goto(console.url + "/console/sign-in/factor")
    page.get_by_label("密码").fill(PASSWORD)
    page.get_by_role("button", name="显示二维码").click()
    page.get_by_text("不能扫描").click()
    check_axe(page)
    check_fits(page)
    phone = pyotp.TOTP(page.locator(".secret").inner_text().replace(" ", ""))
    page.get_by_label("6 位口令").fill(phone.now())
    page.get_by_role("button", name="确认绑定").click()
    expect(page.locator(".recovery li")).to_have_count(8)
    codes = page.locator(".recovery li").all_inner_texts()
    check_axe(page)
    other = open_page()
    other.goto(console.url + "/console/sign-in?next=/console/account")
    sign_in(other, "wang.fang")
    other.wait_for_url("**/code?next=*")
    check_axe(other)
    allow(other, "401")
    other.get_by_label("动态口令或恢复码").fill("000000")
    press(other, "Enter")
    other.get_by_role("alert").wait_for()
    other.get_by_label("动态口令或恢复码").fill(codes[0])
    press(other, "Enter")
    other.wait_for_url("**/console/account")


def sign_in(page: Page, login: str) -> None:
    page.get_by_label("账号").fill(login)
    page.get_by_label("密码").fill(PASSWORD)
    page.get_by_role("button", name="登录").click()


def test_another_password(console: Console, open_page: OpenPage) -> None:
    add_person(console.door.service, "zhao.min", Role.CLERK)
    page = open_page()
    page.goto(console.url + "/console/sign-in")
    sign_in(page, "zhao.min")
    page.goto(console.url + "/console/account")
    allow(page, "422")
    fill(page, PASSWORD, "孤舟蓑笠翁独钓寒江雪", "孤舟蓑笠翁")
    assert "不一致" in page.get_by_role("alert").inner_text()
    fill(page, PASSWORD, "孤舟蓑笠翁独钓寒江雪", "孤舟蓑笠翁独钓寒江雪")
    assert "密码已更换" in page.get_by_text("密码已更换").inner_text()
    page.goto(console.url + "/console/account")
    assert page.url.endswith("/console/account")


def fill(page: Page, *passwords: str) -> None:
    for label, password in zip(("当前密码", "新密码", "再输入一次新密码"), passwords, strict=True):
        page.get_by_label(label, exact=True).fill(password)
    page.get_by_role("button", name="更换密码").click()


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_pages_are_clean_and_fit_a_phone(
    console: Console, open_page: OpenPage, path: str, theme: str
) -> None:
    page = open_page("auditor", PHONE, theme=theme)
    allow(page, "404")
    page.goto(console.url + path)
    assert page.locator("html").get_attribute("data-bs-theme") == theme
    check_axe(page)
    check_fits(page)


def test_the_theme_is_kept_and_keys_are_listed(console: Console, open_page: OpenPage) -> None:
    page = open_page("auditor")
    page.goto(console.url + "/console/account")
    page.get_by_role("button", name="切换深色或浅色").click()
    page.reload()
    assert page.locator("html").get_attribute("data-bs-theme") == "dark"
    press(page, "?")
    assert "显示本页快捷键" in page.get_by_role("dialog").inner_text()
    check_axe(page)
    press(page, "Escape")
    assert page.get_by_role("dialog").count() == 0


def test_what_every_page_forbids_itself(console: Console) -> None:
    answer = httpx2.get(console.url + "/console/sign-in")
    policy = dict(part.strip().split(" ", 1) for part in answer.headers["content-security-policy"].split(";"))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["connect-src"] == "'self'"
    assert answer.headers["cache-control"] == "no-store"
    assert "style=" not in answer.text
    assert "<script>" not in answer.text


@pytest.mark.parametrize(
    "wanted", ["//evil.example/console", "https://evil.example", "/v1/session", "/console/../docs"]
)
def test_signing_in_leads_to_no_other_place(console: Console, wanted: str) -> None:
    if not signs_in(console, "next.one"):
        add_person(console.door.service, "next.one", Role.AUDITOR)
    answer = httpx2.post(
        console.url + "/console/sign-in", data={"login": "next.one", "password": PASSWORD, "next": wanted}
    )
    assert answer.headers["location"] == "/console"


def signs_in(console: Console, login: str) -> bool:
    """Whether there is such a person."""
    answer = httpx2.post(console.url + "/console/sign-in", data={"login": login, "password": PASSWORD})
    return bool(answer.status_code == 303)


def test_forms_of_other_sites_change_nothing(console: Console) -> None:
    auditor = console.people["auditor"]
    cookies = {"menshen_session": auditor.token}
    for given in ({}, {"csrf": "x"}):
        answer = httpx2.post(
            console.url + "/console/account/password", data={"password": "x"} | given, cookies=cookies
        )
        assert answer.status_code == 403
        assert "ACC-005" in answer.text
    foreign = {"Origin": "https://evil.example"}
    data = {"csrf": auditor.csrf, "password": "x", "new_password": "y", "again": "z"}
    answer = httpx2.post(
        console.url + "/console/account/password", data=data, cookies=cookies, headers=foreign
    )
    assert (answer.status_code, "ACC-005" in answer.text) == (403, True)


def test_htmx_is_told_trouble_as_a_message(console: Console) -> None:
    headers = {"HX-Request": "true", "HX-Current-URL": console.url + "/console/account"}
    answer = httpx2.get(console.url + "/console/nowhere", headers=headers)
    assert (answer.status_code, answer.headers["hx-retarget"]) == (404, "#toasts")
    answer = httpx2.post(console.url + "/console/sign-in/out", headers=headers)
    assert answer.headers["hx-redirect"] == "/console/sign-in?next=%2Fconsole%2Faccount"
    for nowhere in ("http://[", "//[", "https://evil.example/v1/session", "javascript:alert(1)"):
        answer = httpx2.post(
            console.url + "/console/sign-in/out", headers=headers | {"HX-Current-URL": nowhere}
        )
        assert (answer.status_code, answer.headers["hx-redirect"]) == (204, "/console/sign-in")
