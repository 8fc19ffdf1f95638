"""The hospital's pages in a real browser: many cases handed in at once, what came of each, one mended."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import Console, OpenPage, check_axe
from openpyxl import Workbook, load_workbook
from playwright.sync_api import Page, expect
from precheck_worker import worker
from review_world import SAMPLES, reader, work_off
from sqlalchemy import select
from test_console_counter import picture

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


def send(page: Page, console: Console, folder: Path) -> str:
    """Choose the folder and hand it in; the batch's id."""
    page.goto(console.url + "/console/hospital")
    page.get_by_label("办理业务").select_option("shaoyang-renewal")
    with page.expect_file_chooser() as chooser:
        page.keyboard.press("Escape")
        page.get_by_role("button", name="选择文件夹").press("Enter")
    chooser.value.set_files(folder)
    page.locator("[data-sum]").wait_for()
    page.get_by_role("button", name="开始报送").press("Enter")
    page.wait_for_url(re.compile(r"/batches/[0-9a-f]{32}$"))
    return page.url.rsplit("/", 1)[-1]


def test_a_hospital_hands_in_a_folder_and_mends_one_case(
    console: Console, open_page: OpenPage, hand_in: Path
) -> None:
    page = open_page("hospital")
    page.goto(console.url + "/console/hospital")
    check_axe(page)
    picture(page, "hospital")
    send(page, console, hand_in)
    page.locator("#lines").wait_for()
    work_off(console.door.service)
    lines = page.locator(".table-lines tbody tr")
    expect(lines).to_have_count(4, timeout=20_000)
    expect(page.locator(".desk-progress")).to_have_count(0, timeout=20_000)
    expect(lines.nth(0)).to_contain_text("需补正")
    expect(lines.nth(0)).to_contain_text("请补交")
    expect(lines.nth(1)).to_contain_text("没有受理")
    expect(lines.nth(1)).to_contain_text("没有这个文件夹")
    expect(lines.nth(2)).to_contain_text("没有用到的文件")
    page.keyboard.press("2")
    expect(lines).to_have_count(1)
    expect(page.get_by_role("link", name="需要补正")).to_have_attribute("aria-current", "page")
    assert PEOPLE[0][2] not in page.content() + page.url
    check_axe(page)
    picture(page, "hospital-batch")
    with page.expect_download() as table:
        page.keyboard.press("x")
    rows = list(load_workbook(io.BytesIO(table.value.path().read_bytes())).active.iter_rows(values_only=True))  # type: ignore[union-attr]
    assert (rows[0][1], len(rows)) == ("文件夹/名称", 5)
    with page.expect_download() as table:
        page.keyboard.press("c")
    assert "需补正事项" in table.value.path().read_text("utf-8-sig")

    page.get_by_role("link", name="补正 谭志明").press("Enter")
    mend(page, console)


def mend(page: Page, console: Console) -> None:
    """Replace one paper, add one, submit again; nothing else is asked for."""
    page.get_by_role("heading", name=re.compile("请补正")).wait_for()
    submit = page.get_by_role("button", name="再次提交")
    expect(submit).to_be_disabled()
    check_axe(page)
    picture(page, "hospital-case")
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="更换 id-back.jpg").press("Enter")
    chooser.value.set_files(str(RENEWAL / "id-back.jpg"))
    expect(page.locator(".paper[data-state=kept]")).to_contain_text("代替“id-back.jpg”", timeout=60_000)
    with page.expect_file_chooser() as chooser:
        page.locator("[data-item~=id_selfie] [data-takes]").press("Enter")
    chooser.value.set_files(str(RENEWAL / "selfie.jpg"))
    expect(page.locator(".paper[data-state=kept]")).to_have_count(2, timeout=60_000)
    page.keyboard.press("s")
    page.keyboard.press("s")
    page.get_by_text("正在识别").wait_for()
    with console.door.service.database.reading() as session:
        case = session.scalars(select(Case).where(Case.round == 2)).one()
        replaced = session.scalars(select(CaseFile.replaced_round).where(CaseFile.case_id == case.id)).all()
        assert (case.state, sorted(one or 0 for one in replaced)) == ("queued", [0, 0, 0, 2])
    work_off(console.door.service)
    page.get_by_text("正在识别").wait_for(state="hidden", timeout=20_000)
    expect(page.locator(".paper")).to_have_count(3)
