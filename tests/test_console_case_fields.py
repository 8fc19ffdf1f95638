"""Fields are corrected where they stand; the case is judged again without being read again."""

from __future__ import annotations

from browser import Console, OpenPage, allow, check_axe, picture, press
from case_world import holder_of_card, open_case, wait_for_case
from playwright.sync_api import expect
from review_world import checked_case
from sqlalchemy import func, select

from intake.actors import SYSTEM
from intake.reviewing.review_view import reviewed
from intake.tables.cases import FieldCorrection
from intake.tables.work import Job


def test_a_correction_is_judged_at_once_and_the_difference_shown(
    console: Console, open_page: OpenPage
) -> None:
    service = console.door.service
    applicant = holder_of_card()
    case_id = checked_case(service, applicant=applicant).id
    with service.database.reading() as session:
        jobs_before = session.scalar(select(func.count()).select_from(Job).where(Job.case_id == case_id))
    page = open_page("reviewer")
    open_case(page, console, case_id)
    read = reviewed(service, SYSTEM, case_id)
    assert read.verdict
    name = str(read.verdict.documents[0].fields["patient_name"][0].value)
    assert name == applicant["name"]
    press(page, "2")
    row = page.locator(".read-row", has=page.get_by_text("姓名", exact=True))
    row.get_by_role("button", name="更正姓名").click()
    line = page.get_by_role("textbox", name="姓名")
    expect(line).to_be_focused()
    expect(line).to_have_value(name)
    line.fill("1234")
    allow(page, "422")
    line.press("Enter")
    expect(page.locator("#correction").get_by_role("alert")).to_contain_text("须为姓名")
    check_axe(page)
    line.fill("欧阳某")
    line.press("Enter")
    changed = page.locator("#changed")
    expect(changed).to_contain_text("已更正姓名")
    expect(changed.locator("li", has_text="姓名与身份证号一致").locator(".tag-bad")).to_have_text("不符合")
    expect(changed).to_be_focused()
    check_axe(page)
    picture(page, "case-changed", full=False)
    press(page, "2")
    expect(row).to_contain_text(f"原读作 {name}")
    expect(row).to_contain_text(console.people["reviewer"].actor.name)
    picture(page, "case-fields", full=False)
    row.get_by_role("button", name="更正姓名").click()
    page.get_by_role("textbox", name="姓名").fill(name)
    press(page, "Enter")
    expect(changed.locator("li", has_text="姓名与身份证号一致").locator(".tag-good")).to_have_text("符合")
    press(page, "2")
    expect(row).to_contain_text(f"原读作 {name}")  # what was read, not what was corrected before
    with service.database.reading() as session:
        jobs = session.scalar(select(func.count()).select_from(Job).where(Job.case_id == case_id))
        kept = session.scalar(
            select(func.count()).select_from(FieldCorrection).where(FieldCorrection.case_id == case_id)
        )
    assert (jobs, kept) == (jobs_before, 2)
    press(page, "a")  # the decision rests on the case as it is after the corrections
    page.get_by_label("人工核对的依据").fill("核对原件。")
    press(page, "Control+Enter")
    expect(page.locator("#bar")).to_contain_text("已通过")


def test_facts_that_disagree_are_lit_and_cases_beside_are_told(console: Console, open_page: OpenPage) -> None:
    service = console.door.service
    applicant = {
        "name": "王小明",
        "id_number": "430503198801010018",
        "insured_place": "邵阳市大祥区",
        "insurance": "employee",
    }
    own = checked_case(service)
    other = checked_case(service, applicant=applicant)  # the same card in somebody else's case
    page = open_page("reviewer2")
    open_case(page, console, other.id)
    press(page, "3")
    row = page.locator(".facts tr", has=page.get_by_role("rowheader", name="姓名"))
    expect(row.locator(".lit")).to_have_count(1)
    check_axe(page)
    picture(page, "case-facts", full=False)
    row.get_by_role("button").click()
    expect(page.locator(".pane .box-lit")).to_have_count(1)
    press(page, "4")
    more = page.locator("#pane-more")
    expect(more).to_contain_text(own.case_no)
    expect(more).to_contain_text("李** 430***********4514")
    assert "李建国" not in more.inner_text()
    expect(more).to_contain_text("检查完成")
    check_axe(page)
    picture(page, "case-beside", full=False)
    more.locator("summary").click()
    expect(more).to_contain_text("查看页面图像")


def test_numbers_in_full_are_asked_for_and_audited(console: Console, open_page: OpenPage) -> None:
    case_id = checked_case(console.door.service).id
    page = open_page("senior")
    open_case(page, console, case_id)
    assert "430503196703124514" not in page.content()
    press(page, "m")
    expect(page.locator(".head-number")).to_have_text("430503196703124514")
    wait_for_case(page)
    press(page, "4")
    page.locator("#pane-more summary").click()
    expect(page.locator("#pane-more")).to_contain_text("查看完整身份证号")
    press(page, "?")
    keys = page.get_by_role("dialog", name="快捷键")
    for told in ("通过", "退回补正", "转复核", "不予通过", "下一项检查", "更正所看的字段", "两页并排"):
        expect(keys).to_contain_text(told)
