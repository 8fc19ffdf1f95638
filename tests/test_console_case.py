"""The case page in a real browser: a clean case is settled by keyboard alone, with all its evidence."""

from __future__ import annotations

import doctest

from browser import PHONE, Console, OpenPage, check_axe, check_fits, picture, press
from case_world import CLEAN, open_case, sample_case
from playwright.sync_api import expect
from sqlalchemy import select

from api.console.case import checks
from intake.actors import SYSTEM
from intake.reviewing.review_view import reviewed
from intake.tables.safekeeping import AuditEntry

NUMBER = "430503196211080818"


def image_views(console: Console, case_id: str) -> int:
    """How often a picture of the case was looked at, as the audit log has it."""
    with console.door.service.database.reading() as session:
        wanted = select(AuditEntry).where(
            AuditEntry.subject == f"case:{case_id}", AuditEntry.action == "image.view"
        )
        return len(session.scalars(wanted).all())


def test_examples_of_clauses_and_sums() -> None:
    assert doctest.testmod(checks).failed == 0


def test_a_clean_case_is_settled_by_keyboard(console: Console, open_page: OpenPage) -> None:
    case_id = sample_case(console, CLEAN)
    page = open_page("reviewer")
    open_case(page, console, case_id)
    expect(page.locator("#bar")).to_contain_text("由您审核")
    assert NUMBER not in page.content()
    check_axe(page)
    picture(page, "case", full=False)
    press(page, "j")
    expect(page.locator(".check-on")).to_have_count(1)
    press(page, "a")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("手持照片为近期拍摄")  # what is still unknown is named
    check_axe(page)
    picture(page, "case-approve", full=False)
    press(page, "Enter")
    expect(page.locator("#bar")).to_contain_text("已通过")
    assert reviewed(console.door.service, SYSTEM, case_id).view.state == "approved"
    check_axe(page)
    press(page, "u")
    expect(page.locator("#bar")).to_contain_text("由您审核")
    assert reviewed(console.door.service, SYSTEM, case_id).view.state == "in_review"
    press(page, "a")
    press(page, "Enter")
    expect(page.locator("#bar")).to_contain_text("已通过")
    assert reviewed(console.door.service, SYSTEM, case_id).view.decision


def test_every_picture_is_asked_for_once_and_audited(console: Console, open_page: OpenPage) -> None:
    case_id = sample_case(console, CLEAN)
    page = open_page("auditor")
    open_case(page, console, case_id)
    expect(page.locator(".thumb img:not([hidden])")).to_have_count(3)
    press(page, "]")
    page.locator('.pane[data-sheet="p2"]').wait_for()
    press(page, "[")
    page.locator('.pane[data-sheet="p1"]').wait_for()
    assert image_views(console, case_id) == 3
    expect(page.locator("#bar")).to_contain_text("不能作决定")


def test_checks_and_boxes_lead_to_each_other(console: Console, open_page: OpenPage) -> None:
    case_id = sample_case(console, CLEAN)
    page = open_page("reviewer2")
    open_case(page, console, case_id)
    check = page.locator(".check", has_text="姓名与身份证号一致")
    check.click()
    page.locator('.pane[data-sheet="p2"]').wait_for()
    lit = page.locator(".pane .box-lit")
    expect(lit).to_have_count(2)
    press(page, "e")
    expect(check.locator(".place-on")).to_contain_text("身份证号")
    press(page, "j")
    expect(check).not_to_have_class("check-on")
    page.locator(".pane .box", has=page.locator("title", has_text="姓名与身份证号一致")).first.press("Enter")
    expect(page.locator(".check-on")).to_contain_text("姓名与身份证号一致")
    page.locator(".check", has_text="手持照片为近期拍摄").click()
    page.locator('.pane[data-sheet="p3"]').wait_for()
    for key in ("r", "R", "c", "+", "-", "0", "b", "v"):
        press(page, key)
    expect(page.locator(".pane[data-sheet]:visible")).to_have_count(2)
    expect(page.get_by_role("button", name="加强对比")).to_have_attribute("aria-pressed", "true")
    check_axe(page)
    picture(page, "case-pair", full=False)


def test_the_page_on_a_phone_and_in_the_dark(console: Console, open_page: OpenPage) -> None:
    case_id = sample_case(console, CLEAN)
    page = open_page("reviewer", PHONE)
    open_case(page, console, case_id)
    check_fits(page)
    check_axe(page)
    picture(page, "case-phone", full=False)
    dark = open_page("senior", theme="dark")
    open_case(dark, console, case_id)
    expect(dark.locator("#bar")).to_contain_text("正在审核")
    for number in "1234":
        press(dark, number)
        check_axe(dark)
    picture(dark, "case-dark", full=False)
