"""Returning a case with reasons and words, passing it on, and two people before one case."""

from __future__ import annotations

from browser import PHONE, Console, OpenPage, allow, check_axe, check_fits, picture, press, ready
from case_world import open_case
from playwright.sync_api import expect
from review_world import checked_case

from intake.actors import SYSTEM
from intake.reviewing import review
from intake.reviewing.review_view import ReviewedCase, reviewed


def now(console: Console, case_id: str) -> ReviewedCase:
    return reviewed(console.door.service, SYSTEM, case_id)


def test_a_case_is_returned_with_reasons_and_words(console: Console, open_page: OpenPage) -> None:
    case_id = checked_case(console.door.service).id
    page = open_page("reviewer")
    open_case(page, console, case_id)
    press(page, "t")
    dialog = page.get_by_role("dialog")
    words = dialog.get_by_label("告知申请人")
    ticks = dialog.get_by_role("checkbox")
    suggested = words.input_value()
    assert "请" in suggested
    ticked = dialog.locator("input[name=reasons]:checked")
    first = ticked.first.get_attribute("data-words")
    assert first
    assert first in suggested
    expect(ticks.first).to_be_checked()
    ticks.first.focus()
    press(page, "Space")
    assert first not in words.input_value()
    press(page, "Space")
    assert first in words.input_value()
    words.focus()
    words.press("End")
    page.keyboard.type("如有疑问请到窗口咨询。")
    ticks.first.uncheck()
    assert "窗口咨询" in words.input_value()  # what somebody wrote is not written over
    ticks.first.check()
    check_axe(page)
    picture(page, "case-return", full=False)
    press(page, "Control+Enter")
    expect(page.locator("#bar")).to_contain_text("已退回补正")
    decision = now(console, case_id).view.decision
    assert decision
    assert decision.decision == "return"
    assert first in decision.words
    assert decision.words.endswith("如有疑问请到窗口咨询。")
    assert "MAT-002" in decision.reasons
    press(page, "Escape")
    expect(page.locator("#bar")).to_contain_text("留在本案")
    press(page, "u")
    expect(page.locator("#bar")).to_contain_text("由您审核")
    assert now(console, case_id).view.state == "in_review"


def test_approving_what_is_not_met_must_be_reasoned(console: Console, open_page: OpenPage) -> None:
    case_id = checked_case(console.door.service).id
    page = open_page("reviewer")
    open_case(page, console, case_id)
    press(page, "a")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("不符合的")
    page.keyboard.type(" ")
    allow(page, "422")
    press(page, "Control+Enter")
    expect(dialog.get_by_role("alert")).to_contain_text("请写明人工核对的依据")
    assert now(console, case_id).view.state == "in_review"
    press(page, "Escape")
    expect(dialog).to_be_hidden()
    expect(page.get_by_role("button", name="不予通过")).to_have_count(0)


def test_two_reviewers_before_one_case(console: Console, open_page: OpenPage) -> None:
    service = console.door.service
    case_id = checked_case(service).id
    first, second = open_page("reviewer"), open_page("reviewer2")
    open_case(first, console, case_id)
    expect(first.locator("#bar")).to_contain_text("由您审核")
    open_case(second, console, case_id)
    bar = second.locator("#bar")
    expect(bar).to_contain_text(f"{console.people['reviewer'].actor.name} 正在审核")
    for name in ("通过", "退回补正", "转复核"):
        expect(second.get_by_role("button", name=name)).to_have_count(0)
    for key in "atsx":
        press(second, key)
    expect(second.get_by_role("dialog")).to_have_count(0)
    expect(second.locator("[data-corrects]")).to_have_count(0)
    assert now(console, case_id).view.state == "in_review"
    review.release(service, console.people["reviewer"].actor, case_id)
    review.claim(service, console.people["reviewer2"].actor, case_id)
    press(first, "a")  # the page is older than the claim
    first.get_by_label("人工核对的依据").fill("核对原件。")
    allow(first, "409")
    press(first, "Control+Enter")
    expect(first.get_by_role("dialog").get_by_role("alert")).to_contain_text("案件不在您手中")
    second.reload()
    expect(second.locator("#bar")).to_contain_text("由您审核")


def test_a_case_is_passed_to_a_senior_who_rejects_it(console: Console, open_page: OpenPage) -> None:
    case_id = checked_case(console.door.service).id
    page = open_page("reviewer")
    open_case(page, console, case_id)
    press(page, "s")
    page.get_by_label("请复核什么").fill("申请表上的签名与身份证姓名像是不同的人。")
    press(page, "Control+Enter")
    page.wait_for_url(lambda address: case_id not in address or "next" in address)
    assert now(console, case_id).for_senior
    page.goto(f"{console.url}/console/cases/{case_id}")
    expect(page.locator("#bar")).to_contain_text("由复核人员决定")
    senior = open_page("senior")
    open_case(senior, console, case_id)
    expect(senior.locator("#pane-checks")).to_contain_text("像是不同的人")
    press(senior, "x")
    senior.get_by_label("不予通过的理由和依据").fill("签名不是申请人本人。")
    check_axe(senior)
    press(senior, "Control+Enter")
    expect(senior.locator("#bar")).to_contain_text("已不予通过")
    assert now(console, case_id).view.state == "rejected"
    press(senior, "4")
    expect(senior.locator("#pane-more")).to_contain_text("转复核")
    expect(senior.locator("#pane-more")).to_contain_text("签名不是申请人本人")
    check_axe(senior)


def test_deciding_on_a_phone(console: Console, open_page: OpenPage) -> None:
    case_id = checked_case(console.door.service).id
    page = open_page("reviewer", PHONE)
    open_case(page, console, case_id)
    check_fits(page)
    page.get_by_role("button", name="退回补正").tap()
    check_fits(page)
    check_axe(page)
    picture(page, "case-phone-return", full=False)
    page.get_by_role("button", name="确认退回").tap()
    expect(page.locator("#bar")).to_contain_text("已退回补正")
    ready(page)
    page.get_by_role("button", name="撤销").tap()
    expect(page.locator("#bar")).to_contain_text("由您审核")
