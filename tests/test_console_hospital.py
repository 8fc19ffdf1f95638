"""The hospital's pages in a real browser: many cases handed in at once, what came of each, one mended."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from browser import PHONE, Console, OpenPage, allow, check_axe, check_fits, choose_files, picture, press
from openpyxl import Workbook, load_workbook
from playwright.sync_api import Page, Route, expect
from precheck_worker import worker
from review_world import CASE, SAMPLES, client_actor, reader, work_off
from sqlalchemy import select

from intake import batches, cases
from intake.actors import Role
from intake.bulk.blank_manifest import blank_manifest
from intake.bulk.manifest import read_manifest
from intake.case_requests import CaseRequest
from intake.tables.cases import Case, CaseFile

RENEWAL = SAMPLES / "shaoyang-renewal-01-sound-self"
PEOPLE = (("01", "谭志明", "430503196211080818"), ("02", "李建国", "430503196703124514"))


@pytest.fixture(scope="module", autouse=True)
def _looks(console: Console) -> Iterator[None]:
    with worker(console.door.service, reader()):
        yield


@pytest.fixture
def hand_in(tmp_path: Path) -> Path:
    """A folder as a hospital packs it: a list, a folder a patient; the second one's is misnamed."""
    folder = tmp_path / "11月报送"
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["姓名", "身份证号", "病种", "参保地", "险种", "文件夹"])
    for place, name, number in PEOPLE:
        sheet.append([name, number, "高血压病3级", "邵阳市大祥区", "职工", place])
        packed = folder / place.replace("02", "O2")
        packed.mkdir(parents=True)
        for paper in ("id-front.jpg", "id-back.jpg"):
            (packed / paper).write_bytes((RENEWAL / paper).read_bytes() + place.encode())
    (folder / "Thumbs.db").write_bytes(b"noise")
    book.save(folder / "清单.xlsx")
    return folder


def choose(page: Page, folder: Path) -> None:
    choose_files(page, lambda: page.get_by_role("button", name="选择文件夹").press("Enter"), folder)
    page.locator("[data-sum]").wait_for()


def send(page: Page, console: Console, folder: Path) -> str:
    """Choose the folder and hand it in; the batch's id."""
    page.goto(console.url + "/console/hospital")
    page.get_by_label("办理业务").select_option("shaoyang-renewal")
    choose(page, folder)
    page.get_by_role("button", name="开始报送").press("Enter")
    page.locator("#lines").wait_for(timeout=30_000)
    return page.url.rsplit("/", 1)[-1]


def test_a_hospital_hands_in_a_folder_and_mends_one_case(
    console: Console, open_page: OpenPage, hand_in: Path
) -> None:
    page = open_page("hospital")
    page.goto(console.url + "/console/hospital")
    check_axe(page)
    picture(page, "hospital")
    send(page, console, hand_in)
    work_off(console.door.service)
    lines = page.locator(".table-lines tbody tr")
    expect(lines).to_have_count(4, timeout=30_000)
    expect(page.locator(".desk-progress")).to_have_count(0, timeout=30_000)
    expect(lines.nth(0)).to_contain_text("需补正")
    expect(lines.nth(0)).to_contain_text("请补交")
    expect(lines.nth(1)).to_contain_text("没有受理")
    expect(lines.nth(1)).to_contain_text("没有这个文件夹")
    expect(lines.nth(2)).to_contain_text("没有用到的文件")
    press(page, "2")
    expect(lines).to_have_count(1)
    expect(page.get_by_role("link", name="需要补正")).to_have_attribute("aria-current", "page")
    assert PEOPLE[0][2] not in page.content() + page.url
    check_axe(page)
    picture(page, "hospital-batch")
    with page.expect_download() as table:
        press(page, "x")
    rows = list(load_workbook(io.BytesIO(table.value.path().read_bytes())).active.iter_rows(values_only=True))  # type: ignore[union-attr]
    assert (rows[0][1], len(rows)) == ("文件夹/名称", 5)
    with page.expect_download() as table:
        press(page, "c")
    assert "需补正事项" in table.value.path().read_text("utf-8-sig")

    page.get_by_role("link", name="补正 谭志明").press("Enter")
    allow(page, "503")  # a reader too busy to look: the papers come in all the same
    mend(page, console)


def mend(page: Page, console: Console) -> None:
    """Replace one paper, add one, submit again; nothing else is asked for."""
    page.get_by_role("heading", name=re.compile("请补正")).wait_for()
    submit = page.get_by_role("button", name="再次提交")
    expect(submit).to_be_disabled()
    check_axe(page)
    picture(page, "hospital-case")
    instead = page.get_by_role("button", name="更换 id-back.jpg")
    choose_files(page, lambda: instead.press("Enter"), RENEWAL / "id-back.jpg")
    expect(page.locator(".paper[data-state=kept]")).to_contain_text("代替“id-back.jpg”", timeout=60_000)
    wanted = page.locator("[data-item~=id_selfie] [data-takes]")
    choose_files(page, lambda: wanted.press("Enter"), RENEWAL / "selfie.jpg")
    expect(page.locator(".paper[data-state=kept]")).to_have_count(2, timeout=60_000)
    press(page, "s")
    press(page, "s")
    page.get_by_text("正在识别").wait_for()
    with console.door.service.database.reading() as session:
        case = session.scalars(select(Case).where(Case.round == 2)).one()
        replaced = session.scalars(select(CaseFile.replaced_round).where(CaseFile.case_id == case.id)).all()
        assert (case.state, sorted(one or 0 for one in replaced)) == ("queued", [0, 0, 0, 2])
    work_off(console.door.service)
    page.get_by_text("正在识别").wait_for(state="hidden", timeout=30_000)
    expect(page.locator(".paper")).to_have_count(3)


def test_an_upload_that_was_cut_goes_on_where_it_stopped(
    console: Console, open_page: OpenPage, hand_in: Path
) -> None:
    page = open_page("hospital")
    page.goto(console.url + "/console/hospital")
    page.get_by_label("办理业务").select_option("shaoyang-renewal")
    choose(page, hand_in)
    expect(page.locator("[data-sum]")).to_contain_text("共 5 个文件")
    allow(page, "413")
    cut: list[str] = []

    def once(route: Route) -> None:
        if route.request.method == "PATCH" and not cut:
            cut.append(route.request.url)
            route.fulfill(status=413, json={"detail": "中断了。"})
        else:
            route.continue_()

    page.route("**/v1/uploads/*", once)
    page.get_by_role("button", name="开始报送").press("Enter")
    again = page.get_by_role("button", name="重试没有传到的")
    expect(again).to_be_enabled(timeout=30_000)  # the other four have arrived
    expect(page.locator(".sent-row[data-state=kept]")).to_have_count(4)
    expect(page.locator("[data-state=bad]")).to_contain_text("中断了。")
    check_axe(page)
    picture(page, "hospital-cut")
    page.unroute("**/v1/uploads/*")
    page.reload()
    page.get_by_text("已经收到 4 个文件").wait_for()
    choose(page, hand_in)
    expect(page.locator(".sent-row[data-state=kept]")).to_have_count(4)
    page.get_by_role("button", name="开始报送").press("Enter")
    page.locator("#lines").wait_for(timeout=30_000)


def test_the_hospitals_pages_on_a_phone_and_in_the_dark(
    console: Console, open_page: OpenPage, hand_in: Path
) -> None:
    page = open_page("hospital", PHONE, theme="dark")
    page.goto(console.url + "/console/hospital/separators")
    check_axe(page)
    check_fits(page)
    send(page, console, hand_in)
    work_off(console.door.service)
    expect(page.locator(".table-lines tbody tr")).to_have_count(4, timeout=30_000)
    expect(page.locator(".desk-progress")).to_have_count(0, timeout=30_000)
    check_axe(page)
    check_fits(page)
    picture(page, "hospital-batch-phone")
    page.get_by_role("link", name="补正 谭志明").click()
    page.get_by_role("heading", name=re.compile("请补正")).wait_for()
    check_axe(page)
    check_fits(page)
    picture(page, "hospital-case-phone")
    page.goto(console.url + "/console/hospital")
    check_axe(page)
    check_fits(page)
    picture(page, "hospital-phone")


def test_another_hospitals_batch_and_case_are_not_found(console: Console, open_page: OpenPage) -> None:
    service = console.door.service
    others = client_actor(service, "双清医院", Role.HOSPITAL)
    batch = batches.open_batch(service, others).id
    stated = CaseRequest.model_validate(CASE | {"channel": "hospital"})
    case = cases.open_case(service, others, stated, batch_id=batch).id
    page = open_page("hospital")
    allow(page, "404")
    for path in (f"batches/{batch}", f"cases/{case}", f"cases/{case}/state", "batches/" + "0" * 32):
        answer = page.goto(f"{console.url}/console/hospital/{path}")
        assert answer is not None
        assert answer.status == 404, path
        assert CASE["applicant"]["name"] not in page.content()
    answer = page.goto(f"{console.url}/v1/batches/{batch}/results.csv")
    assert answer is not None
    assert answer.status == 404
    page.goto(console.url + "/console/hospital")
    assert batch not in page.content()


def test_separator_sheets_are_printed_for_a_list_or_by_number(
    console: Console, open_page: OpenPage, hand_in: Path, tmp_path: Path
) -> None:
    page = open_page("hospital")
    page.goto(console.url + "/console/hospital")
    press(page, "s")
    page.get_by_label("张数").fill("3")
    with page.expect_download() as sheets:
        press(page, "Enter")
    with pikepdf.open(sheets.value.path()) as document:
        assert len(document.pages) == 3
    page.get_by_label("清单（Excel 或 CSV）").set_input_files(str(hand_in / "清单.xlsx"))
    for _ in range(2):  # the page stays as it is, and prints again
        with page.expect_download() as sheets:
            page.get_by_role("button", name="生成分隔页").first.press("Enter")
        with pikepdf.open(sheets.value.path()) as document:
            assert len(document.pages) == len(PEOPLE)
    wrong = tmp_path / "wrong.csv"
    wrong.write_text("姓名,身份证号\n谭志明,1.23E+17\n", "utf-8")
    page.get_by_label("清单（Excel 或 CSV）").set_input_files(str(wrong))
    allow(page, "422")
    page.get_by_role("button", name="生成分隔页").first.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("第 2 行")
    check_axe(page)


def test_the_empty_manifest_is_one_that_can_be_read() -> None:
    book = load_workbook(io.BytesIO(blank_manifest()))
    sheet = book.active
    assert sheet is not None
    for column, value in enumerate(("01", "谭志明", PEOPLE[0][2], "高血压病3级", "", "职工"), 1):
        sheet.cell(2, column, value)
    filled = io.BytesIO()
    book.save(filled)
    defaults = {"policy": "shaoyang-renewal", "submitted_on": "2025-11-20"}
    read = read_manifest(filled.getvalue(), "清单.xlsx", defaults=defaults)
    assert read.every_fault() == ()
    assert [(row.folder, row.id_number, row.stated["applicant"]["insurance"]) for row in read.rows] == [
        ("01", PEOPLE[0][2], "employee")
    ]
