"""The page of figures in a real browser, over some hundred invented cases."""

from __future__ import annotations

import csv
import datetime as dt
import io
from pathlib import Path

import pytest
from browser import DESKTOP, PHONE, Console, OpenPage, allow, check_axe, check_fits, picture, press
from openpyxl import load_workbook
from playwright.sync_api import expect
from rows import row
from sqlalchemy import select

from benchmarks.console.fill import fill
from intake.clock import china_day
from intake.tables.base import now
from intake.tables.cases import Case
from intake.tables.reviewing import ReaderTally, SecondReview

FIGURES = "/console/figures"
READ = {
    "patient_name": (40, 2, 0, 0),
    "id_number": (41, 0, 1, 0),
    "hospital_name": (20, 3, 1, 1),
    "diagnosis": (30, 9, 0, 0),
}


@pytest.fixture(scope="module", autouse=True)
def _cases(console: Console) -> None:
    service = console.door.service
    filled = fill(service, 300, 300, people=2)
    today = china_day(now())
    with service.database.writing() as session:
        for field, (agreed, wrong, missed, invented) in READ.items():
            session.add(
                ReaderTally(
                    day=today,
                    region="430500",
                    policy_id="shaoyang-application",
                    field=field,
                    agreed=agreed,
                    wrong=wrong,
                    missed=missed,
                    invented=invented,
                )
            )
        case_id = session.scalars(select(Case.id)).first()
        first_by, second_by = filled.people
        for number, (first, second) in enumerate(
            (("approve", "approve"), ("approve", "return"), ("return", "return"), ("reject", None))
        ):
            session.add(
                row(
                    SecondReview,
                    case_id=case_id,
                    decision_id=str(number),
                    region="430500",
                    policy_id="shaoyang-application",
                    first_by=first_by,
                    second_by=second_by if second else None,
                    first=first,
                    second=second,
                    drawn_at=now() - dt.timedelta(minutes=1),
                )
            )


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", [DESKTOP, PHONE])
def test_the_page_is_whole_at_every_size_and_in_the_dark(
    console: Console, open_page: OpenPage, size: tuple[int, int], theme: str
) -> None:
    page = open_page("senior", size, theme=theme)
    page.goto(console.url + FIGURES)
    expect(page.locator(".tile")).to_have_count(6)
    assert page.locator(".chart-main rect.chart-a").count() > 5
    page.locator(".behind summary").click()
    expect(page.locator(".behind tbody tr")).to_have_count(30)
    check_axe(page)
    check_fits(page)
    page.locator(".behind summary").click()
    picture(page, f"figures-{'phone' if size == PHONE else 'desktop'}-{theme}")


def test_numbers_of_the_tables(console: Console, open_page: OpenPage) -> None:
    page = open_page("auditor")
    page.goto(console.url + FIGURES)
    reading = page.get_by_role("region", name="识别与人工一致数据表")
    first = reading.locator("tbody tr").first
    expect(first.locator("th")).to_have_text("诊断")  # 30 of 39 is the least
    assert first.locator("td.num").all_inner_texts() == ["39", "30", "9", "0", "0", "76.9%"]
    pairs = page.get_by_role("region", name="复评对照数据表").locator("tbody tr")
    assert pairs.first.locator("td").all_inner_texts() == ["1", "1", "0"]
    expect(page.locator(".tile", has_text="复评一致")).to_contain_text("66.7%")
    bars = page.get_by_role("region", name="办理时长数据表").locator("rect.bar-ink")
    widths = [float((one.get_attribute("width") or "").rstrip("%")) for one in bars.all()]
    assert sum(widths) == pytest.approx(100, abs=0.1)


def test_choosing_by_keyboard_and_exporting(console: Console, open_page: OpenPage) -> None:
    page = open_page("senior")
    page.goto(console.url + FIGURES)
    press(page, "3")
    page.wait_for_url("**first=*")
    expect(page.locator(".periods [aria-current]")).to_have_text("近 90 天")
    expect(page.locator("#days-title")).to_contain_text("每周一柱")
    press(page, "p")
    expect(page.get_by_label("业务", exact=True)).to_be_focused()
    page.get_by_label("业务", exact=True).select_option(index=1)
    page.get_by_role("button", name="查看").press("Enter")
    page.wait_for_url("**policy=*")
    chosen = page.get_by_label("业务", exact=True).input_value()
    assert f"policy={chosen or '?'}" in page.url
    received = page.locator(".tile", has_text="收件").locator(".tile-value").inner_text()
    with page.expect_download() as csv_file:
        press(page, "c")
    rows = list(csv.reader(io.StringIO(Path(csv_file.value.path()).read_text("utf-8-sig"))))
    [policy] = [one for one in rows if one and one[0] == "按业务"]
    assert policy[2] == received
    with page.expect_download() as workbook:
        press(page, "x")
    book = load_workbook(io.BytesIO(Path(workbook.value.path()).read_bytes()))
    assert str(book["按业务"]["B2"].value) == received


def test_what_cannot_be_asked_is_said(console: Console, open_page: OpenPage) -> None:
    page = open_page("senior")
    page.goto(console.url + FIGURES + "?first=2025-13-40&region=360900&policy=nothing")
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("日期须写作")
    expect(alert).to_contain_text("没有这个地区")  # the senior looks after Shaoyang alone
    expect(alert).to_contain_text("没有这项业务")
    check_axe(page)
    page.goto(console.url + FIGURES + "?first=2019-01-01&last=2019-01-31")
    page.get_by_text("这一期间没有收件").first.wait_for()
    check_axe(page)
    page.goto(console.url + FIGURES + "?first=1900-01-01&last=2019-01-31")
    expect(page.get_by_role("alert")).to_contain_text("最长三年")
    expect(page.locator("#days-title")).to_contain_text("每月一柱")


def test_reviewers_have_no_such_page(console: Console, open_page: OpenPage) -> None:
    page = open_page("reviewer")
    allow(page, "403")
    page.goto(console.url + FIGURES)
    expect(page.locator(".areas")).not_to_contain_text("统计")
    expect(page.locator(".tile")).to_have_count(0)
