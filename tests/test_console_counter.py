"""The counter in a real browser: a clerk takes an application, its papers, and prints a receipt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import (
    DESKTOP,
    PHONE,
    Console,
    OpenPage,
    allow,
    check_axe,
    check_fits,
    choose_files,
    picture,
    press,
)
from playwright.sync_api import Page, expect
from precheck_worker import worker
from review_world import SAMPLES, reader, work_off
from test_processes_precheck import blurred

from intake import cases
from intake.actors import SYSTEM

RENEWAL = SAMPLES / "shaoyang-renewal-01-sound-self"
NUMBER = "430503196211080818"


@pytest.fixture(scope="module", autouse=True)
def _looks(console: Console) -> Iterator[None]:
    with worker(console.door.service, reader()):
        yield


def fill_by_keyboard(page: Page) -> None:
    press(page, "p")
    page.get_by_label("办理业务").select_option("shaoyang-renewal")
    page.get_by_role("combobox", name="病种").wait_for()
    page.get_by_label("姓名", exact=True).focus()
    page.keyboard.type("谭志明")
    press(page, "Tab")
    page.keyboard.type(NUMBER)
    press(page, "Tab")
    page.keyboard.type("邵阳市大祥区")
    press(page, "Tab")
    press(page, "Space")
    page.get_by_role("combobox", name="病种").focus()
    page.keyboard.type("高血压")
    press(page, "Enter")


def open_case(page: Page, console: Console) -> None:
    page.goto(console.url + "/console/counter")
    fill_by_keyboard(page)
    page.get_by_role("button", name="下一步").press("Enter")
    page.get_by_role("heading", name="须交的材料").wait_for()


def drop(page: Page, *files: Path | tuple[str, bytes]) -> None:
    given = [
        {"name": one[0], "mimeType": "image/jpeg", "buffer": one[1]} if isinstance(one, tuple) else str(one)
        for one in files
    ]
    page.locator("[data-input]").set_input_files(given)  # type: ignore[arg-type]  # one sort at a time


def test_a_clerk_takes_an_application_by_keyboard(console: Console, open_page: OpenPage) -> None:
    page = open_page("clerk")
    page.goto(console.url + "/console/counter")
    check_axe(page)
    fill_by_keyboard(page)
    expect(page.locator(".chip span").first).to_contain_text("高血压")
    check_axe(page)
    picture(page, "counter")
    page.get_by_role("button", name="下一步").press("Enter")
    page.get_by_role("heading", name="须交的材料").wait_for()
    assert NUMBER not in page.url + page.content()
    drop(page, RENEWAL / "id-front.jpg", RENEWAL / "id-back.jpg")
    expect(page.locator(".paper[data-state=kept]")).to_have_count(2, timeout=60_000)
    drop(page, ("模糊.jpg", blurred((RENEWAL / "id-back.jpg").read_bytes())))
    row = page.locator(".paper[data-state=retake]")
    row.wait_for(timeout=60_000)
    expect(row).to_contain_text("请")
    check_axe(page)
    picture(page, "counter-papers")
    row.get_by_role("button", name="去掉").press("Enter")
    press(page, "s")
    expect(page.get_by_role("dialog")).to_contain_text("还没有")
    check_axe(page)
    press(page, "s")
    page.wait_for_url("**/receipt")
    assert NUMBER not in page.content()
    receipt = page.get_by_role("article")
    expect(receipt).to_contain_text("430***********0818")
    expect(receipt).to_contain_text(re.compile(r"MS\d{8}-\w{6}"))
    expect(receipt).to_contain_text("身份证")
    expect(receipt).to_contain_text("办结期限")
    check_axe(page)
    picture(page, "counter-receipt")
    press(page, "b")
    page.get_by_text("正在识别").wait_for()
    work_off(console.door.service)
    page.locator(".mend li").first.wait_for()
    check_axe(page)
    picture(page, "counter-checked")
    press(page, "h")
    expect(page.locator(".case-list li").first).to_contain_text("谭志明")


def test_what_is_wrong_is_told_beside_the_fields_and_nothing_typed_is_lost(
    console: Console, open_page: OpenPage
) -> None:
    page = open_page("clerk")
    page.goto(console.url + "/console/counter")
    fill_by_keyboard(page)
    page.get_by_label("身份证号", exact=True).fill("430503196211080819")
    allow(page, "422")
    page.get_by_role("button", name="下一步").click()
    page.get_by_role("alert").wait_for()
    expect(page.locator("#say-id_number")).to_contain_text("校验码")
    assert page.get_by_label("姓名", exact=True).input_value() == "谭志明"
    assert page.get_by_label("身份证号", exact=True).input_value() == "430503196211080819"
    expect(page.locator(".chip span").first).to_contain_text("高血压")
    check_axe(page)
    page.get_by_label("号码确实如此").check()
    page.get_by_role("button", name="下一步").click()
    page.get_by_role("heading", name="须交的材料").wait_for()


def test_signing_in_again_brings_back_what_was_typed(console: Console, open_page: OpenPage) -> None:
    page = open_page("clerk")
    page.goto(console.url + "/console/counter")
    fill_by_keyboard(page)
    kept = page.context.cookies()
    page.context.clear_cookies()
    page.get_by_role("button", name="下一步").click()
    page.wait_for_url("**/console/sign-in*")
    page.context.add_cookies(kept)  # type: ignore[arg-type]  # what the browser gave
    page.goto(console.url + "/console/counter")
    expect(page.get_by_label("身份证号", exact=True)).to_have_value(NUMBER)
    expect(page.locator(".chip span").first).to_contain_text("高血压")
    page.reload()
    expect(page.get_by_label("身份证号", exact=True)).to_have_value("")


def test_a_file_that_did_not_arrive_waits_to_be_sent_again(console: Console, open_page: OpenPage) -> None:
    page = open_page("clerk")
    open_case(page, console)
    allow(page, "503", "ERR_FAILED", "net::")
    page.route("**/v1/precheck", lambda route: route.fulfill(status=503, body="{}"))
    page.route("**/v1/cases/*/files", lambda route: route.fulfill(status=409, json={"detail": "不行。"}))
    allow(page, "409")
    drop(page, RENEWAL / "id-front.jpg")
    row = page.locator(".paper[data-state=bad]")
    row.wait_for()
    expect(row).to_contain_text("不行。")
    page.unroute("**/v1/cases/*/files")
    drop(page, RENEWAL / "id-back.jpg")
    expect(page.locator(".paper[data-state=kept]")).to_have_count(1)


def test_a_paper_in_the_place_of_another_is_asked_about(console: Console, open_page: OpenPage) -> None:
    page = open_page("clerk")
    open_case(page, console)
    wanted = page.locator("[data-item~=id_selfie] [data-takes]")
    choose_files(page, lambda: wanted.press("Enter"), RENEWAL / "id-back.jpg")
    row = page.locator(".paper[data-state=ask]")
    row.wait_for(timeout=60_000)
    expect(row).to_contain_text("看起来是")
    row.get_by_role("button", name="收下").press("Enter")
    expect(page.locator(".paper[data-state=kept]")).to_have_count(1)


def test_the_counter_on_a_phone_and_in_the_dark(console: Console, open_page: OpenPage) -> None:
    page = open_page("clerk", PHONE, theme="dark")
    open_case(page, console)
    check_axe(page)
    check_fits(page)
    with page.expect_file_chooser():
        page.get_by_role("button", name="拍照").click()
    page.goto(console.url + "/console/counter")
    check_axe(page)
    check_fits(page)


def test_another_regions_case_is_not_found_by_its_number(console: Console, open_page: OpenPage) -> None:
    page = open_page("clerk", DESKTOP)
    open_case(page, console)
    number = cases.list_cases(console.door.service, SYSTEM).cases[0].case_no
    page.goto(console.url + "/console/counter")
    press(page, "/")
    page.keyboard.type(number.lower())
    press(page, "Enter")
    expect(page.locator(".case-list li")).to_have_count(1)
    page.get_by_label("案件编号").fill("MS20200101-AAAAAA")
    press(page, "Enter")
    page.get_by_text("没有这个案件").wait_for()
