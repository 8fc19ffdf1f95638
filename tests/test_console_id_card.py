"""The counter reads an ID card's photo into its form, in a real browser; nothing of it stays anywhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import PHONE, Console, OpenPage, allow, check_axe, check_fits, choose_files, picture, press
from playwright.sync_api import Page, expect
from precheck_worker import worker
from review_world import SAMPLES, reader
from sqlalchemy import func, select

from intake.tables.cases import StoredObject
from intake.tables.safekeeping import AuditEntry

RENEWAL = SAMPLES / "shaoyang-renewal-01-sound-self"
NAME, NUMBER = "谭志明", "430503196211080818"


@pytest.fixture(scope="module", autouse=True)
def _reads(console: Console) -> Iterator[None]:
    with worker(console.door.service, reader()):
        yield


def choose(page: Page, path: Path, nth: int = 0) -> None:
    button = page.get_by_role("button", name="选择照片").nth(nth)
    choose_files(page, lambda: button.press("Enter"), path)


def test_a_photo_fills_the_form_and_the_clerk_mends_it(console: Console, open_page: OpenPage) -> None:
    page = open_page("clerk")
    page.goto(console.url + "/console/counter")
    choose_files(page, lambda: press(page, "u"), RENEWAL / "id-front.jpg")
    number = page.get_by_label("身份证号", exact=True)
    expect(number).to_have_value(NUMBER, timeout=60_000)
    name = page.get_by_label("姓名", exact=True)
    expect(name).to_have_value(NAME)
    expect(page.locator("[data-card-say]").first).to_contain_text("请对照证件")
    expect(page.get_by_role("img", name="刚拍的身份证，供对照")).to_be_visible()
    assert NUMBER not in page.url
    check_axe(page)
    picture(page, "id-card")
    name.fill("谭志民")
    expect(name).not_to_have_class("filled")
    name.fill(NAME)
    page.get_by_label("办理业务").select_option("shaoyang-renewal")
    page.get_by_role("combobox", name="病种").fill("高血压")
    press(page, "Enter")
    page.get_by_role("button", name="下一步").press("Enter")
    page.get_by_role("heading", name="须交的材料").wait_for()


def test_a_photo_of_another_thing_says_what_to_do(console: Console, open_page: OpenPage) -> None:
    page = open_page("clerk", PHONE, theme="dark")
    page.goto(console.url + "/console/counter")
    choose(page, RENEWAL / "id-back.jpg")
    told = page.locator("[data-card-say]").first
    expect(told).to_contain_text("国徽面", timeout=60_000)
    expect(page.get_by_label("身份证号", exact=True)).to_have_value("")
    check_axe(page)
    check_fits(page)
    picture(page, "id-card-phone")
    allow(page, "503")
    page.route("**/v1/precheck/id-card", lambda route: route.fulfill(status=503, body="{}"))
    choose(page, RENEWAL / "id-front.jpg")
    expect(told).to_contain_text("直接填写")


def test_neither_photo_nor_answer_stays(console: Console, open_page: OpenPage) -> None:
    service = console.door.service
    page = open_page("clerk")
    page.goto(console.url + "/console/counter")
    with service.database.reading() as session:
        before = session.scalar(select(func.count()).select_from(StoredObject))
    page.get_by_label("由他人代办").check()
    choose(page, RENEWAL / "id-front.jpg", nth=1)
    expect(page.get_by_label("代办人身份证号")).to_have_value(NUMBER, timeout=60_000)
    assert page.get_by_label("身份证号", exact=True).input_value() == ""
    with service.database.reading() as session:
        assert session.scalar(select(func.count()).select_from(StoredObject)) == before
        entry = session.scalars(select(AuditEntry).order_by(AuditEntry.seq.desc())).first()
    assert entry is not None
    assert (entry.action, entry.actor) == ("id_card.read", console.people["clerk"].actor.id)
    kept = [path for path in service.settings.home.rglob("*") if path.is_file() and "vault" in path.parts]
    assert kept == []
    assert not list(service.broker.scan_iter("menshen:precheck:*:*"))
    for text in (console.door.log.read_text("utf-8"), str(entry.detail), entry.subject):
        assert NUMBER not in text
        assert NAME not in text
