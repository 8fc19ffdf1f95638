"""Second looks in a real browser: drawn, taken, blind until given, then compared."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from browser import PHONE, Console, OpenPage, allow, check_axe, check_fits, people_of, picture, press
from http_server import running_door
from playwright.sync_api import expect
from queue_world import drawn_case
from sqlalchemy import select
from test_console_queue import row

from intake.reviewing import second_reviews
from intake.reviewing.decisions import Choice
from intake.tables.cases import Case
from intake.tables.reviewing import SecondReview

WORDS = "原决定的说明：材料与医院核对过"
LIST = "/console/queue?pile=second"


@pytest.fixture(scope="module")
def console(tmp_path_factory: pytest.TempPathFactory, redis_server: str) -> Iterator[Console]:
    """As in ``browser``, with every decision drawn."""
    home = tmp_path_factory.mktemp("console")
    given = {"broker_url": redis_server, "calls_per_minute": 100_000, "second_review_percent": 100}
    with running_door(home, **given) as door:
        yield Console(door, people_of(door))


def test_a_second_look_is_taken_given_blind_and_compared(console: Console, open_page: OpenPage) -> None:
    service = console.door.service
    second_id = drawn_case(service, console.people["senior"].actor, Choice.RETURN, words=WORDS)
    page = open_page("reviewer")
    page.goto(console.url + LIST)
    drawn = row(page, second_id)
    expect(drawn).to_contain_text("李建国")
    for told in ("退回", "待补正", WORDS):
        assert told not in drawn.inner_text()
    check_axe(page)
    picture(page, "second-list")
    press(page, "j")
    press(page, "Enter")
    page.wait_for_url(f"**/console/second/{second_id}")
    expect(page.get_by_role("heading", name="复评")).to_be_visible()
    assert WORDS not in page.content()
    check_axe(page)
    picture(page, "second-offer")
    press(page, "c")
    page.get_by_text("如果由您决定").wait_for()
    expect(page.locator(".thumb-picture img").first).to_be_visible()
    expect(page.locator(".check").first).to_be_visible()
    press(page, "j")
    expect(page.locator(".check-on")).to_have_count(1)
    for told in ("已退回", WORDS, console.people["senior"].actor.name + " "):
        assert told not in page.locator("main").inner_text()
    check_axe(page)
    picture(page, "second-form")
    press(page, "t")
    form = page.get_by_role("dialog", name="复评意见：退回补正")
    expect(form.get_by_role("checkbox").first).to_be_visible()
    expect(form.get_by_label("说明")).to_be_focused()
    page.keyboard.type("材料不全")
    check_axe(page)
    picture(page, "second-opinion")
    press(page, "Control+Enter")
    expect(page.get_by_role("heading", name="复评对照")).to_be_visible()
    expect(page.get_by_text("与原决定一致", exact=True)).to_be_visible()
    first, second = page.get_by_label("原决定"), page.get_by_label("复评意见")
    expect(first).to_contain_text(WORDS)
    expect(first).to_contain_text(console.people["senior"].actor.name)
    expect(second).to_contain_text("材料不全")
    expect(second.get_by_role("listitem").first).to_be_visible()
    expect(page.get_by_text("您已复评 1 件，与原决定一致 1 件（100%）")).to_be_visible()
    check_axe(page)
    picture(page, "second-compared")
    with service.database.reading() as session:
        assert session.get_one(SecondReview, second_id).agrees is True


def test_a_difference_is_told_and_changes_nothing(console: Console, open_page: OpenPage) -> None:
    service = console.door.service
    second_id = drawn_case(service, console.people["senior"].actor, place=1)
    page = open_page("reviewer")
    page.goto(console.url + LIST)
    press(page, "n")
    page.get_by_text("如果由您决定").wait_for()
    press(page, "x")
    form = page.get_by_role("dialog", name="复评意见：不予通过")
    form.get_by_role("button", name="提交意见").click()
    expect(page.get_by_text("与原决定不一致", exact=True)).to_be_visible()
    check_axe(page)
    with service.database.reading() as session:
        case_id = session.get_one(SecondReview, second_id).case_id
        assert session.scalar(select(Case.state).where(Case.id == case_id)) == "approved"
    press(page, "o")
    page.wait_for_url(f"**/console/cases/{case_id}")


def test_two_at_once_and_whoever_decided_is_not_asked(console: Console, open_page: OpenPage) -> None:
    service = console.door.service
    second_id = drawn_case(service, console.people["reviewer"].actor, place=2)
    decided = open_page("reviewer")
    decided.goto(console.url + LIST)
    expect(row(decided, second_id)).to_have_count(0)
    allow(decided, "403")
    decided.goto(f"{console.url}/console/second/{second_id}")
    expect(decided.get_by_text("您参与过本案的审核")).to_be_visible()
    first, second = open_page("senior"), open_page("reviewer2")
    for page in (first, second):
        page.goto(console.url + LIST)
        expect(row(page, second_id).get_by_role("button", name="复评")).to_be_visible()
    row(first, second_id).get_by_role("button", name="复评").click()
    first.wait_for_url(f"**/console/second/{second_id}")
    allow(second, "409")
    row(second, second_id).get_by_role("button", name="复评").click()
    expect(second.locator("#toasts")).to_contain_text("已由他人领取")
    expect(row(second, second_id).locator(".holder")).to_contain_text(console.people["senior"].actor.name)
    second.goto(f"{console.url}/console/second/{second_id}")
    expect(second.get_by_text("正在复评")).to_be_visible()
    check_axe(second)
    press(first, "g")
    first.wait_for_url("**pile=second")
    second.reload()
    second.get_by_role("button", name="开始复评").click()
    second.get_by_text("如果由您决定").wait_for()
    second_reviews.release(service, console.people["reviewer2"].actor, second_id)


def test_the_form_on_a_phone_and_in_the_dark(console: Console, open_page: OpenPage) -> None:
    second_id = drawn_case(console.door.service, console.people["senior"].actor, place=3)
    second_reviews.claim(console.door.service, console.people["reviewer2"].actor, second_id)
    page = open_page("reviewer2", PHONE, theme="dark")
    page.goto(f"{console.url}/console/second/{second_id}")
    page.get_by_role("button", name="通过", exact=True).wait_for()
    check_axe(page)
    check_fits(page)
    picture(page, "second-phone")
    page.get_by_role("button", name="通过", exact=True).tap()
    check_axe(page)
    check_fits(page)
    page.get_by_role("button", name="提交意见").tap()
    expect(page.get_by_text("与原决定一致", exact=True)).to_be_visible()
    check_axe(page)
    check_fits(page)
    picture(page, "second-compared-phone")


def test_others_do_not_see_what_was_given(console: Console, open_page: OpenPage) -> None:
    service = console.door.service
    second_id = drawn_case(service, console.people["senior"].actor)
    second_reviews.claim(service, console.people["reviewer"].actor, second_id)
    second_reviews.give(
        service, console.people["reviewer"].actor, second_id, second_reviews.Opinion("approve", (), "无异议")
    )
    page = open_page("reviewer2")
    allow(page, "409")
    page.goto(f"{console.url}/console/second/{second_id}")
    expect(page.get_by_text("REV-017")).to_be_visible()
    assert "无异议" not in page.content()
    boss = open_page("senior")
    boss.goto(f"{console.url}/console/second/{second_id}")
    expect(boss.get_by_text("无异议")).to_be_visible()
