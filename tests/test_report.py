"""The HTML report: one self-contained file, safe whatever a paper says, every check at its evidence."""

from __future__ import annotations

import base64
import dataclasses
import hashlib
import re
import stat
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hand_made import NUMBER, images, verdict

from api.report.page import ReportFolder, report_html
from api.words import masked

ATTACK = '<script>alert(1)</script><img src=x onerror="alert(2)">\'"><svg/onload=alert(3)>'
FETCHING = {"src", "srcset", "data", "poster", "action", "background", "xlink:href", "formaction"}


class Elements(HTMLParser):
    """Every start tag with its attributes, and the text of ``script`` and ``style``."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.inline: dict[str, list[str]] = {"script": [], "style": []}
        self._inside: str | None = None
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag in self.inline:
            self._inside = tag
            self.inline[tag].append("")

    def handle_endtag(self, tag: str) -> None:
        if tag == self._inside:
            self._inside = None

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.inline[self._inside][-1] += data

    def ids(self) -> list[str]:
        return [attributes["id"] for _, attributes in self.tags if "id" in attributes]

    def links(self) -> list[str]:
        return [attributes["href"] for tag, attributes in self.tags if tag == "a"]


@pytest.fixture(scope="module")
def page() -> str:
    return report_html(verdict(), images())


def test_nothing_comes_from_outside(page: str) -> None:
    elements = Elements(page)
    for _, attributes in elements.tags:
        for name in FETCHING & set(attributes):
            assert attributes[name].startswith("data:image/jpeg;base64,")
    assert all(link.startswith("#") for link in elements.links())
    assert "link" not in {tag for tag, _ in elements.tags}
    assert not re.search(r"@import|url\(", elements.inline["style"][0])
    assert not re.search(r"https?:|fetch|XMLHttp|import\(", elements.inline["script"][0])


def test_the_page_forbids_itself_all_but_its_own(page: str) -> None:
    elements = Elements(page)
    policy = next(a["content"] for _, a in elements.tags if a.get("http-equiv") == "Content-Security-Policy")
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    for tag in ("script", "style"):
        assert len(elements.inline[tag]) == 1
        digest = hashlib.sha256(elements.inline[tag][0].encode()).digest()
        assert f"{tag}-src 'sha256-{base64.b64encode(digest).decode()}'" in policy
    assert not any(name.startswith("on") or name == "style" for _, a in elements.tags for name in a)


def test_a_hostile_name_is_only_text() -> None:
    harmless, hostile = (
        Elements(report_html(verdict(), images())),
        report_html(verdict(name=ATTACK), images()),
    )
    assert [tag for tag, _ in Elements(hostile).tags] == [tag for tag, _ in harmless.tags]
    assert "&lt;script&gt;alert(1)" in hostile
    assert "<script>alert" not in hostile


def test_every_link_leads_somewhere(page: str) -> None:
    elements = Elements(page)
    ids = elements.ids()
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in elements.links()} <= set(ids)


def test_evidence_is_drawn_once_a_place_with_the_worst_outcome(page: str) -> None:
    boxes = [a for tag, a in Elements(page).tags if tag == "a" and "box" in a.get("class", "").split()]
    # two checks rest on the hospital's name: one met, one unmet
    assert [(box["class"], box["data-checks"]) for box in boxes] == [
        ("box unmet", "1 2"),
        ("box unknown", "3"),
    ]
    rectangles = [a for tag, a in Elements(page).tags if tag == "rect"]
    # the place [100.4, 100.6, 300, 140] rounded, with 6 pixels around it
    assert [rectangles[0][side] for side in ("x", "y", "width", "height")] == ["94", "95", "212", "51"]


def test_what_needs_a_person_comes_first(page: str) -> None:
    order = [
        a["id"]
        for tag, a in Elements(page).tags
        if a.get("id") in ("unmet", "unknown", "met", "not_applicable")
    ]
    assert order == ["unmet", "unknown", "met", "not_applicable"]


def test_what_the_page_tells(page: str) -> None:
    for words in (
        "案件-01",
        "需申请人补正",
        "shaoyang-application（2025-03-01 起施行）",
        "f" * 64,
        "没有看到医院印章。",
        "请到医院补盖公章后重新上传。",
        "（依据：样例规则，2025，可信级别 D）",
        "未能打开：文件不完整。请重新上传原文件。（FILE-002）",
        "画面模糊",
        "仅提示",
        "血糖 7.8 mmol/L ↑",
    ):
        assert words in page


def test_personal_numbers_are_masked(page: str) -> None:
    assert NUMBER not in page
    assert "430***********4512" in page


def test_personal_numbers_in_names_are_masked(tmp_path: Path) -> None:
    sound = verdict(f"案件 {NUMBER}")
    papers = (dataclasses.replace(sound.documents[0], file=f"{NUMBER}.jpg"), *sound.documents[1:])
    named = dataclasses.replace(sound, documents=papers)
    assert NUMBER not in report_html(named, ())
    assert ReportFolder(tmp_path).write(named, ()).name == "案件_430_4512.html"


def test_a_report_of_a_case_with_a_long_name(tmp_path: Path) -> None:
    folder = ReportFolder(tmp_path)
    names = [folder.write(verdict("案" * 85), ()).name for _ in range(2)]
    assert names == ["案" * 66 + ".html", "案" * 66 + "-2.html"]


def test_without_images_the_page_says_so() -> None:
    page = report_html(verdict(), ())
    assert page.count("没有这一页的图像") == 2
    assert {link[1:] for link in Elements(page).links()} <= set(Elements(page).ids())


def test_folder_keeps_cases_apart_and_private(tmp_path: Path) -> None:
    folder = ReportFolder(tmp_path / "a" / "报告")
    for case in ("案件-01", "案件-01", "../../etc/x", "."):
        folder.write(verdict(case), images())
    names = [path.name for path in folder.written]
    assert names == ["案件-01.html", "案件-01-2.html", "_.._etc_x.html", "case.html"]
    assert {path.parent for path in folder.written} == {tmp_path / "a" / "报告"}
    assert all(stat.S_IMODE(path.stat().st_mode) == 0o600 for path in folder.written)
    assert sorted(path.name for path in (tmp_path / "a" / "报告").iterdir()) == sorted(names)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("430503196703124512", "430***********4512"),
        ("43050319670312451X，", "430***********451X，"),
        ("430503670312451", "430********2451"),
        ("电话13000000000转8", "电话130****0000转8"),
        ("4305 0319 6703 1245 12", "430***************5 12"),
        ("２３４５６７８９０１２３", "２３４*****０１２３"),
        ("430503-19670312-4514", "430*************4514"),
        ("430503-19670312-4512", "430*************4512"),
        ("4*3*0*5*0*3*19670312*451*X", "4*3*******************51*X"),
        ("2025-11-20，430503 19670312 4512", "2025-11-20，430*************4512"),
        ("430503–19670312–4512", "430*************4512"),
        ("430503-670312-451", "430**********-451"),
        ("138-0000-0000", "138******0000"),
        ("6222-0212-3456-7890", "622************7890"),
        ("2025-11-20 2026-11-20", "2025-11-20 2026-11-20"),
        ("20251120-20261120", "20251120-20261120"),
        ("2025-11-20 至 2026-11-20", "2025-11-20 至 2026-11-20"),
        ("血糖 7.8（3.9-6.1）", "血糖 7.8（3.9-6.1）"),
        ("住院号 1234567890", "住院号 1234567890"),
    ],
)
def test_masking(text: str, shown: str) -> None:
    assert masked(text) == shown
