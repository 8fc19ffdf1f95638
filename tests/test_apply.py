"""The applicant's page: with a code to one case, by phone; whoever has none learns nothing."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import (
    PHONE,
    Console,
    OpenPage,
    allow,
    check_axe,
    check_fits,
    choose_files,
    people_of,
    picture,
    press,
)
from http_server import running_door
from playwright.sync_api import Page, expect
from precheck_worker import worker
from review_world import CASE, SAMPLES, hand_in, reader, work_off
from sqlalchemy import select, update
from test_processes_precheck import blurred

from intake import cases
from intake.actors import Actor, Role
from intake.case_requests import CaseRequest
from intake.doorkeeping import passes
from intake.doorkeeping.clients import client_actor
from intake.refusals import Refused
from intake.refusals.apply import CASE_CLOSED, WRONG_PASS
from intake.service import Service
from intake.tables.access import ApplyPass, Client
from intake.tables.base import now
from intake.tables.cases import Case

RENEWAL = SAMPLES / "shaoyang-renewal-01-sound-self"
NAME, NUMBER = "谭志明", "430503196211080818"
THEIRS = {"applicant": {"name": NAME, "id_number": NUMBER, "insured_place": "邵阳市大祥区"}}


@pytest.fixture(scope="module")
def console(tmp_path_factory: pytest.TempPathFactory, redis_server: str) -> Iterator[Console]:
    """A door that has the page, and one portal."""
    home = tmp_path_factory.mktemp("apply")
    given = {"calls_per_minute": 100_000, "precheck_seconds": 110, "apply_page": True}
    with running_door(home, broker_url=redis_server, **given) as door:
        door.key("湘医保", Role.PORTAL)
        with worker(door.service, reader()):
            yield Console(door, people_of(door))


def portal(service: Service) -> Actor:
    with service.database.reading() as session:
        return client_actor(session.scalars(select(Client).where(Client.name == "湘医保")).one())


def new_case(service: Service) -> str:
    return cases.open_case(service, portal(service), CaseRequest.model_validate(CASE | THEIRS)).id


def enter(page: Page, console: Console, code: str) -> None:
    page.goto(f"{console.url}/apply#{code}")
    page.get_by_role("button", name="进入办理").click()
    page.wait_for_url("**/apply/case")


def give(page: Page, button: str, *files: Path) -> None:
    choose_files(page, lambda: page.get_by_role("button", name=button, exact=True).press("Enter"), *files)


def test_an_applicant_hands_papers_in_by_phone(console: Console, open_page: OpenPage, tmp_path: Path) -> None:
    service = console.door.service
    case_id = new_case(service)
    code = passes.issue(service, portal(service), case_id).code
    page = open_page(None, PHONE)
    page.goto(f"{console.url}/apply#{code}")
    check_axe(page)
    check_fits(page)
    picture(page, "apply-enter")
    assert code not in page.url
    page.get_by_role("button", name="进入办理").press("Enter")
    page.get_by_role("heading", name="请提交材料").wait_for()
    text = page.content()
    assert NUMBER not in text
    assert NAME not in text
    assert "谭**" in text
    check_axe(page)
    check_fits(page)
    picture(page, "apply")
    unclear = tmp_path / "IMG_1.jpg"
    unclear.write_bytes(blurred((RENEWAL / "id-front.jpg").read_bytes()))
    give(page, "拍照：身份证人像面", unclear)
    bad = page.locator(".paper[data-state=retake]")
    expect(bad).to_contain_text("请", timeout=120_000)
    check_axe(page)
    picture(page, "apply-retake")
    choose_files(page, lambda: bad.get_by_role("button", name="重拍").click(), RENEWAL / "id-front.jpg")
    expect(page.locator(".paper[data-state=kept]")).to_have_count(1, timeout=60_000)
    give(page, "从相册或文件中选", RENEWAL / "id-back.jpg", RENEWAL / "selfie.jpg")
    expect(page.locator(".paper[data-state=kept]")).to_have_count(3, timeout=60_000)
    page.get_by_role("button", name="提交", exact=True).press("Enter")
    page.get_by_role("heading", name="已提交，正在识别").wait_for(timeout=30_000)
    work_off(service)
    page.get_by_role("heading", name=re.compile("已核对")).wait_for(timeout=20_000)
    check_axe(page)
    check_fits(page)
    picture(page, "apply-checked")
    with service.database.reading() as session:
        assert session.get_one(Case, case_id).state == "checked"


def test_what_to_bring_and_handing_in_again_in_the_dark(console: Console, open_page: OpenPage) -> None:
    service = console.door.service
    case_id = new_case(service)
    hand_in(service, portal(service), case_id, RENEWAL / "id-front.jpg")
    cases.submit(service, portal(service), case_id)
    work_off(service)
    page = open_page(None, PHONE, theme="dark")
    enter(page, console, passes.issue(service, portal(service), case_id).code)
    page.get_by_role("heading", name="已核对，可能要补材料").wait_for()
    expect(page.locator(".mend")).to_contain_text("手持身份证照片")
    expect(page.get_by_role("button", name="拍照：身份证人像面")).to_have_count(0)
    check_axe(page)
    picture(page, "apply-bring")
    with service.database.writing() as session:
        session.execute(update(Case).where(Case.id == case_id).values(state="returned"))
    page.reload()
    page.get_by_role("heading", name="请补交材料").wait_for()
    give(page, "拍照：身份证国徽面", RENEWAL / "id-back.jpg")
    expect(page.locator(".paper[data-state=kept]")).to_have_count(1, timeout=60_000)
    check_axe(page)
    check_fits(page)
    page.get_by_role("button", name="再次提交").press("Enter")
    page.get_by_role("dialog").get_by_role("button", name="仍然提交").press("Enter")
    page.get_by_role("heading", name="已提交，正在识别").wait_for()


def test_a_code_is_typed_by_keyboard_and_used_once(console: Console, open_page: OpenPage) -> None:
    service = console.door.service
    made = passes.issue(service, portal(service), new_case(service))
    page = open_page(None)
    page.goto(console.url + "/apply")
    page.get_by_label("办理码").focus()
    page.keyboard.type(made.spoken.lower())
    press(page, "Enter")
    page.wait_for_url("**/apply/case")
    cookie = next(one for one in page.context.cookies() if one["name"] == "menshen_apply")
    assert (cookie["httpOnly"], cookie["sameSite"]) == (True, "Strict")
    page.goto(console.url + "/apply")  # as from a link on another page: taken on by the script
    page.wait_for_url("**/apply/case")
    page.get_by_role("button", name="退出办理").press("Enter")
    page.wait_for_url("**/apply")
    page.goto(console.url + "/apply/case")
    page.wait_for_url("**/apply")
    allow(page, "403")
    page.get_by_label("办理码").fill(made.code)
    press(page, "Enter")
    expect(page.get_by_role("alert")).to_contain_text("不正确、已用过或已过期")
    check_axe(page)


def test_a_clerk_gives_the_applicant_a_code(console: Console, open_page: OpenPage) -> None:
    service, clerk = console.door.service, console.people["clerk"].actor
    case = cases.open_case(service, clerk, CaseRequest.model_validate(CASE | THEIRS | {"channel": "counter"}))
    page = open_page("clerk")
    page.goto(f"{console.url}/console/counter/{case.id}")
    press(page, "a")
    page.get_by_role("heading", name="用手机继续办理").wait_for()
    expect(page.get_by_role("img", name="打开申请人页面的二维码")).to_be_visible()
    check_axe(page)
    picture(page, "counter-invite")
    code = page.locator(".receipt-no").inner_text()
    assert passes.compact(code) not in page.url
    found = passes.find(service, passes.enter(service, code).token)
    assert found is not None
    assert found.case_id == case.id


def test_strangers_learn_nothing(console: Console) -> None:
    service = console.door.service
    made = passes.issue(service, portal(service), new_case(service))
    http = console.door.client()
    del http.headers["authorization"]
    page = {"Origin": console.url}
    told = set()
    old = passes.issue(service, portal(service), new_case(service)).code
    with service.database.writing() as session:
        late = ApplyPass.code_hash == service.sealer.look_up(f"apply code:{old}")
        session.execute(update(ApplyPass).where(late).values(code_until=now() - dt.timedelta(seconds=1)))
    passes.enter(service, made.code)
    for code in ("", "1", "Z" * 26, made.code, old, made.code + "0", "Z" * 60):
        answer = http.post("/apply/enter", data={"code": code}, headers=page)
        told.add((answer.status_code, answer.text))
        assert not answer.cookies
    assert len(told) == 1
    assert {status for status, _ in told} == {403}
    for method, path in (("GET", "/case"), ("GET", "/state"), ("POST", "/files"), ("POST", "/submit")):
        answer = http.request(method, f"/apply{path}", headers={"Accept": "application/json", **page})
        assert (answer.status_code, answer.json()["code"]) == (403, "APP-003"), path
    assert http.get("/apply/standing").json() == {"entered": False}


def test_another_sites_page_neither_enters_nor_changes_anything(console: Console) -> None:
    service = console.door.service
    case_id = new_case(service)
    made = passes.issue(service, portal(service), case_id)
    http = console.door.client()
    del http.headers["authorization"]
    elsewhere = {"Origin": "https://evil.example", "Accept": "application/json"}
    refused = http.post("/apply/enter", data={"code": made.code}, headers=elsewhere)
    assert (refused.status_code, refused.json()["code"]) == (403, "ACC-005")
    session = passes.enter(service, made.code)
    http.cookies["menshen_apply"] = session.token
    found = passes.find(service, session.token)
    assert found is not None
    for headers in ({}, {"X-CSRF-Token": "x" * 64}, {"X-CSRF-Token": found.csrf, **elsewhere}):
        answer = http.post("/apply/submit", headers={"Accept": "application/json"} | headers)
        assert (answer.status_code, answer.json()["code"]) == (403, "ACC-005"), headers
    own = {"X-CSRF-Token": found.csrf, "Accept": "application/json", "Origin": console.url}
    assert http.post("/apply/submit", headers=own).json()["code"] == "CASE-106"  # nothing to submit yet
    with service.database.reading() as rows:
        row = rows.get_one(ApplyPass, case_id)
        assert made.code not in f"{row.code_hash}{row.session_hash}"
        assert session.token not in f"{row.code_hash}{row.session_hash}"


def test_an_applicant_sees_one_case_and_nothing_else(console: Console) -> None:
    service = console.door.service
    mine, other = new_case(service), new_case(service)
    code = passes.issue(service, portal(service), mine).code
    found = passes.find(service, passes.enter(service, code).token)
    assert found is not None
    assert [one.id for one in cases.list_cases(service, found.actor).cases] == [mine]
    for act in (cases.view, cases.submit):
        with pytest.raises(Refused) as refused:
            act(service, found.actor, other)
        assert refused.value.refusal.code == "CASE-101"
    with pytest.raises(Refused) as refused:
        passes.issue(service, found.actor, mine)
    assert refused.value.refusal.code == "ACC-004"


def test_a_new_code_ends_the_one_before_and_the_session_once_used(console: Console) -> None:
    service = console.door.service
    case_id = new_case(service)
    first, second = (passes.issue(service, portal(service), case_id).code for _ in range(2))
    with pytest.raises(Refused) as refused:
        passes.enter(service, first)
    assert refused.value.refusal is WRONG_PASS
    began = passes.enter(service, second).token
    third = passes.issue(service, portal(service), case_id).code
    assert passes.find(service, began)
    later = passes.enter(service, third).token
    assert passes.find(service, began) is None
    assert passes.find(service, later)
    passes.drop_passes(service, now())
    assert passes.find(service, later)
    passes.leave(service, later)
    assert passes.drop_passes(service, now()) >= 1
    with service.database.reading() as session:
        assert session.get(ApplyPass, case_id) is None
    cases.withdraw(service, portal(service), case_id)
    with pytest.raises(Refused) as refused:
        passes.issue(service, portal(service), case_id)
    assert refused.value.refusal is CASE_CLOSED


def test_the_page_is_off_unless_the_operator_opens_it(tmp_path: Path, redis_server: str) -> None:
    with running_door(tmp_path / "home", broker_url=redis_server) as door:
        client = door.client("湘医保")
        case_id = client.post("/v1/cases", json=CASE).json()["id"]
        assert client.post(f"/v1/cases/{case_id}/apply-code").json()["code"] == "APP-001"
        for path in ("/apply", "/apply/standing", "/apply/case"):
            assert client.get(path).status_code == 404


def test_who_may_embed_the_page(tmp_path: Path, redis_server: str) -> None:
    frames = "https://portal.example.cn, https://*.hunan.example.cn"
    given = {"apply_page": True, "apply_frames": frames, "public_url": "https://menshen.example.cn"}
    with running_door(tmp_path / "home", broker_url=redis_server, **given) as door:
        client = door.client("湘医保")
        policy = client.get("/apply").headers["content-security-policy"]
        assert policy.split("frame-ancestors ")[1].split(";")[0] == (
            "'self' https://portal.example.cn https://*.hunan.example.cn"
        )
        assert "frame-ancestors 'none'" in client.get("/console/sign-in").headers["content-security-policy"]
        case_id = client.post("/v1/cases", json=CASE).json()["id"]
        made = client.post(f"/v1/cases/{case_id}/apply-code").json()
        assert re.fullmatch(r"https://menshen\.example\.cn/apply#[0-9A-Z]{26}", made["url"])
        assert made["url"].endswith(made["code"].replace("-", ""))
        log = door.log.read_text("utf-8")
        assert made["code"] not in log
        assert made["url"][-26:] not in log
