"""The queue in a real browser: piles, filters, search, views, claiming, by mouse, keys and on a phone."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from browser import PHONE, WIDE, Console, OpenPage, allow, check_axe, check_fits, picture, press
from playwright.sync_api import Page, expect
from queue_world import HOSPITAL, PEOPLE, every_pile, waiting_case
from review_world import YICHUN
from sqlalchemy import select, update

from intake.doorkeeping import sessions
from intake.reviewing import review
from intake.tables.base import now
from intake.tables.cases import Case

QUEUE = "/console/queue"


@pytest.fixture(scope="module")
def made(console: Console) -> Mapping[str, str]:
    return every_pile(console.door.service)


@pytest.fixture(autouse=True)
def _nobody_holds_any(console: Console) -> Iterator[None]:
    yield
    review.free_claims(console.door.service, now() + dt.timedelta(days=1))


def opened(open_page: OpenPage, console: Console, query: str = "", **given: Any) -> Page:
    page = open_page(given.pop("role", "reviewer"), given.pop("size", (1366, 768)), **given)
    page.goto(f"{console.url}{QUEUE}{query}")
    return page


def row(page: Page, case_id: str) -> Any:
    return page.locator(f"[data-row='{case_id}']")


def pile(page: Page, title: str) -> Any:
    return page.get_by_role("navigation", name="案件分类").get_by_role("link", name=re.compile(f"^{title}"))


def test_home_is_the_queue_with_every_pile_counted_and_days_in_words(
    console: Console, open_page: OpenPage, made: Mapping[str, str]
) -> None:
    page = open_page("reviewer")
    page.goto(console.url + "/console")
    page.wait_for_url("**/console/queue")
    expect(pile(page, "待领取")).to_contain_text("4")
    for title in ("我的", "临近期限", "已退回", "停滞", "他人在审", "转复核", "待复评"):
        expect(pile(page, title).locator(".count")).to_have_text(re.compile(r"\d"))
    overdue = row(page, made["overdue"])
    expect(overdue.locator(".tag-bad").first).to_contain_text("逾期")
    expect(row(page, made["near"]).locator(".cell-left .tag-doubt")).to_have_text("剩 2 个工作日")
    expect(row(page, made["far"]).locator(".cell-left .tag-quiet")).to_have_text("剩 15 个工作日")
    expect(overdue).to_contain_text("李建国")
    expect(overdue).to_contain_text("430***********4514")
    assert PEOPLE[0][1] not in page.content()
    check_axe(page)
    picture(page, "queue")
    for title, case in (
        ("已退回", "returned"),
        ("停滞", "stuck"),
        ("转复核", "senior"),
        ("临近期限", "near"),
    ):
        pile(page, title).click()
        expect(row(page, made[case])).to_be_visible()
        check_axe(page)
    expect(row(page, made["far"])).to_have_count(0)
    pile(page, "已退回").click()
    expect(row(page, made["returned"])).to_contain_text("待补正，暂停计时")


def test_filters_narrow_and_chips_take_away(
    console: Console, open_page: OpenPage, made: Mapping[str, str]
) -> None:
    page = opened(open_page, console, "?pile=all")
    finding = row(page, made["overdue"]).locator(".cell-found .sub").inner_text().split("、")[0]
    choices = {
        "病种": ("糖尿病", "near"),
        "渠道": ("医院报送", "far"),
        "材料上的医院": (HOSPITAL, "near"),
        "地区": ("邵阳市", "far"),
        "检查发现（不符合或无法判断）": (finding, "overdue"),
    }
    for label, (value, case) in choices.items():
        page.goto(f"{console.url}{QUEUE}?pile=all")
        press(page, "f")
        form = page.get_by_role("dialog", name="筛选案件")
        field = form.get_by_label(label, exact=True)
        field.wait_for()
        if label in ("病种", "材料上的医院"):
            field.fill(value)
            field.press("Enter")
        else:
            field.select_option(label=value)
            form.get_by_role("button", name="筛选").click()
        expect(page.locator(".chip")).to_have_count(1)
        expect(page.locator(".chip")).to_contain_text(value)
        expect(row(page, made[case])).to_be_visible()
    press(page, "f")
    page.get_by_label("病种").wait_for()
    check_axe(page)
    picture(page, "queue-filters")
    page.get_by_role("dialog").get_by_label("办理业务").select_option("shaoyang-renewal")
    page.get_by_label("检查结果").select_option(label="材料齐全")
    page.get_by_role("dialog").get_by_role("button", name="筛选").click()
    expect(page.locator(".chip")).to_have_count(3)
    expect(page.get_by_text("没有符合条件的案件")).to_be_visible()
    check_axe(page)
    page.get_by_label("去掉条件 检查结果").click()
    expect(page.locator(".chip")).to_have_count(2)
    page.get_by_role("link", name="全部去掉").click()
    expect(page.locator(".chip")).to_have_count(0)


def test_a_search_finds_by_name_masked_number_and_case_number_and_names_nobody_in_the_address(
    console: Console, open_page: OpenPage, made: Mapping[str, str]
) -> None:
    page = opened(open_page, console)
    with console.door.service.database.reading() as session:
        case_no = session.scalars(select(Case.case_no).where(Case.id == made["near"])).one()
    for typed in ("王秀英", "430***4527", "430503195802104527", case_no.lower()):
        press(page, "/")
        expect(page.get_by_label("查找姓名")).to_be_focused()
        page.keyboard.type(typed)
        press(page, "Enter")
        page.wait_for_url("**who=*")
        expect(row(page, made["near"])).to_be_visible()
        expect(row(page, made["far"])).to_have_count(0)
        assert not {"4527", "%E7%8E%8B"} & {part for part in ("4527", "%E7%8E%8B") if part in page.url}
        page.goto(f"{console.url}{QUEUE}")
    allow(page, "422")
    page.get_by_label("查找姓名").fill("4305")
    press(page, "Enter")
    expect(page.get_by_role("alert")).to_contain_text("请输入完整姓名")
    expect(page.get_by_label("查找姓名")).to_have_value("4305")
    check_axe(page)
    page.get_by_label("查找姓名").fill("赵没有")
    press(page, "Enter")
    expect(page.get_by_text("没有找到")).to_be_visible()


def test_three_orders(console: Console, open_page: OpenPage, made: Mapping[str, str]) -> None:
    page = opened(open_page, console)

    def shown() -> list[str]:
        there = page.locator("[data-row]").evaluate_all("rows => rows.map(row => row.dataset.row)")
        return [name for one in there for name, case_id in made.items() if case_id == one]

    assert shown() == ["stuck", "far", "near", "overdue"]
    page.get_by_role("link", name="期限最近").click()
    page.wait_for_url("**sort=deadline")
    assert shown() == ["overdue", "near", "stuck", "far"]
    page.get_by_role("link", name="最新提交").click()
    page.wait_for_url("**sort=newest")
    assert shown() == ["overdue", "near", "far", "stuck"]


def test_views_are_made_named_used_and_deleted(
    console: Console, open_page: OpenPage, made: Mapping[str, str]
) -> None:
    page = opened(open_page, console, "?pile=near_deadline&sort=deadline")
    press(page, "v")
    form = page.get_by_role("dialog", name="保存的视图")
    form.get_by_label("存为视图").fill("先看到期的")
    form.get_by_role("button", name="保存").click()
    expect(form.get_by_role("link", name="先看到期的")).to_be_visible()
    expect(form.get_by_role("status")).to_have_text("已保存视图“先看到期的”。")
    check_axe(page)
    picture(page, "queue-views")
    allow(page, "422")
    form.get_by_label("存为视图").fill("430503196703124514")
    form.get_by_role("button", name="保存").click()
    expect(page.locator("#toasts")).to_contain_text("这个视图不能保存")
    page.goto(console.url + QUEUE)
    quick = page.get_by_role("list", name="我的视图").get_by_role("link", name="先看到期的")
    expect(quick).to_be_visible()
    press(page, "v")
    form.get_by_role("link", name="先看到期的").click()
    page.wait_for_url("**pile=near_deadline&sort=deadline")
    expect(quick).to_have_attribute("aria-current", "true")
    check_axe(page)
    press(page, "v")
    form.get_by_role("button", name="删除视图 先看到期的").click()
    expect(form.get_by_role("link", name="先看到期的")).to_have_count(0)


def test_the_keyboard_alone_moves_opens_claims_and_puts_back(
    console: Console, open_page: OpenPage, made: Mapping[str, str]
) -> None:
    page = opened(open_page, console)
    press(page, "j")
    expect(page.locator(f"#row-{made['stuck']}")).to_be_focused()
    press(page, "ArrowDown")
    press(page, "j")
    expect(page.locator(f"#row-{made['near']}")).to_be_focused()
    press(page, "k")
    press(page, "ArrowUp")
    press(page, "ArrowUp")
    expect(page.locator(f"#row-{made['stuck']}")).to_be_focused()
    press(page, "?")
    keys = page.get_by_role("dialog", name="快捷键")
    for words in ("下一行", "上一行", "打开当前行", "领取当前行", "领取下一件", "查找", "筛选"):
        expect(keys).to_contain_text(words)
    check_axe(page)
    press(page, "Escape")
    press(page, "j")
    press(page, "c")
    page.wait_for_url(f"**/console/cases/{made['far']}")
    page.goto(f"{console.url}{QUEUE}?pile=mine")
    mine = row(page, made["far"])
    expect(mine).to_contain_text("我 至")
    check_axe(page)
    picture(page, "queue-mine")
    mine.get_by_role("button", name="放回").press("Enter")
    expect(page.get_by_text("您手中没有案件")).to_be_visible()
    page.goto(console.url + QUEUE)
    press(page, "n")
    page.wait_for_url(f"**/console/cases/{made['stuck']}")
    page.goto(console.url + QUEUE)
    press(page, "j")
    press(page, "Enter")
    page.wait_for_url(f"**/console/cases/{made['far']}")


def test_two_reviewers_at_once_and_exactly_one_gets_the_case(
    console: Console, open_page: OpenPage, made: Mapping[str, str]
) -> None:
    first, second = open_page("reviewer"), open_page("reviewer2")
    for page in (first, second):
        page.route("**/queue/live*", lambda route: route.fulfill(status=204))  # the list stays as it was
        page.goto(console.url + QUEUE)
        allow(page, "409")
        expect(row(page, made["near"]).get_by_role("button")).to_be_visible()
    row(first, made["near"]).get_by_role("button", name="领取").click()
    first.wait_for_url(f"**/console/cases/{made['near']}")
    row(second, made["near"]).get_by_role("button", name="领取").click()
    expect(second.locator("#toasts")).to_contain_text("案件已由他人领取")
    expect(row(second, made["near"])).to_have_count(0)
    assert second.url == console.url + QUEUE
    second.goto(f"{console.url}{QUEUE}?pile=others")
    held = row(second, made["near"])
    expect(held.locator(".holder")).to_contain_text(console.people["reviewer"].actor.name)
    expect(held.locator(".holder")).to_contain_text(re.compile(r"至 \d\d:\d\d"))
    check_axe(second)


def test_the_next_case_is_never_given_to_two(console: Console, made: Mapping[str, str]) -> None:
    import httpx2  # noqa: PLC0415

    def take(role: str) -> str:
        who = console.people[role]
        answer = httpx2.post(
            f"{console.url}{QUEUE}/next",
            data={"csrf": who.csrf},
            cookies={"menshen_session": who.token},
            headers={"Origin": console.url},
            timeout=30,
        )
        assert answer.status_code == 303, answer.text
        return str(answer.headers["location"]).rpartition("/")[2]

    taken: list[str] = []
    for _ in range(2):  # a second press of one person within a moment gives them the same case again
        with ThreadPoolExecutor(2) as pool:
            taken += pool.map(take, ("reviewer", "reviewer2"))
    assert sorted(taken) == sorted(made[name] for name in ("overdue", "near", "far", "stuck"))


def test_what_others_do_shows_without_losing_the_place(
    console: Console, open_page: OpenPage, made: Mapping[str, str]
) -> None:
    page = opened(open_page, console)
    expect(page.locator("#queue-live")).to_have_class(re.compile("live-on"))
    page.get_by_label("查找姓名").fill("半个名")
    press(page, "Escape")
    press(page, "j")
    press(page, "j")
    expect(page.locator(f"#row-{made['far']}")).to_be_focused()
    other = console.people["reviewer2"].actor
    review.claim(console.door.service, other, made["stuck"])
    expect(row(page, made["stuck"])).to_have_count(0, timeout=30_000)
    expect(page.locator(f"#row-{made['far']}")).to_be_focused()
    expect(pile(page, "他人在审")).to_contain_text("1")
    expect(page.locator("#queue-said")).to_contain_text("移出 1 件")
    assert page.get_by_label("查找姓名").input_value() == "半个名"
    review.claim(console.door.service, other, made["far"])
    expect(row(page, made["far"])).to_have_count(0, timeout=30_000)
    expect(page.locator(f"#row-{made['near']}")).to_be_focused()
    fresh = waiting_case(console.door.service, 3, days_left=8)
    expect(row(page, fresh)).to_be_visible(timeout=30_000)
    expect(page.locator(f"#row-{made['near']}")).to_be_focused()
    check_axe(page)
    with console.door.service.database.writing() as session:
        session.execute(update(Case).where(Case.id == fresh).values(region=YICHUN))


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_queue_on_a_phone_on_a_wall_and_in_the_dark(
    console: Console, open_page: OpenPage, made: Mapping[str, str], theme: str
) -> None:
    for name, size in (("phone", PHONE), ("wide", WIDE), ("desk", (1366, 768))):
        page = opened(open_page, console, size=size, theme=theme)
        expect(row(page, made["near"])).to_be_visible()
        check_axe(page)
        check_fits(page)
        picture(page, f"queue-{name}-{theme}")
    page = opened(open_page, console, size=PHONE, theme=theme)
    page.get_by_role("button", name="筛选").tap()
    page.get_by_label("病种").wait_for()
    check_axe(page)
    check_fits(page)
    picture(page, f"queue-phone-filters-{theme}")
    page.get_by_role("button", name="取消").tap()
    row(page, made["near"]).get_by_role("button", name="领取").tap()
    page.wait_for_url(f"**/console/cases/{made['near']}")


def test_an_auditor_looks_and_takes_nothing(
    console: Console, open_page: OpenPage, made: Mapping[str, str]
) -> None:
    page = opened(open_page, console, role="auditor")
    near = row(page, made["near"])
    expect(near).to_contain_text("王**")
    expect(near.get_by_role("button")).to_have_count(0)
    expect(page.get_by_role("button", name="领取下一件")).to_have_count(0)
    check_axe(page)


def test_where_the_session_ends_the_open_page_leads_to_signing_in_and_back(
    console: Console, open_page: OpenPage, made: Mapping[str, str]
) -> None:
    page = opened(open_page, console, "?pile=near_deadline", role="senior")
    expect(page.locator("#queue-live")).to_have_class(re.compile("live-on"))
    allow(page, "MIME type", "EventSource")
    person_id = console.people["senior"].actor.person_id
    assert person_id
    with console.door.service.database.writing() as session:
        sessions.end_all(session, person_id)
    page.wait_for_url("**/console/sign-in?next=*near_deadline", timeout=30_000)
