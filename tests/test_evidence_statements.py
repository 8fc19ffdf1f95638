"""What a page says, denies, or leaves open."""

from __future__ import annotations

import pytest
from builders import K, document, line, page
from hypothesis import given
from hypothesis import strategies as st

from ocr.types import Page
from validators.evidence.statements import Stated, how_stated, is_about, mentions
from validators.papers import papers_of


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("左侧基底节区脑梗死", "脑梗死", Stated.SAID),
        ("未见出血及梗死灶", "梗死", Stated.DENIED),
        ("颅内未见明显出血、梗死", "梗死", Stated.DENIED),
        ("未见出血，右侧见梗死灶", "梗死", Stated.SAID),
        ("否认癫痫病史", "癫痫", Stated.DENIED),
        ("HBV-DNA 阴性", "HBV-DNA", Stated.DENIED),
        ("骶髂关节炎Ⅲ级", "III级", Stated.SAID),
        ("脑梗死？", "脑梗死", Stated.OPEN),
        ("考虑脑梗死", "脑梗死", Stated.OPEN),
        ("脑梗死待排", "脑梗死", Stated.OPEN),
        ("疑肺癌", "癌", Stated.OPEN),
        ("无明显诱因出现抽搐", "抽搐", Stated.SAID),
        ("四肢无力", "无力", Stated.SAID),
        ("未行血液透析", "血液透析", Stated.DENIED),
        ("排除肺结核", "肺结核", Stated.DENIED),
        ("脾脏大小正常", "脾脏大小正常", Stated.SAID),
        ("检查正常", "梗死", None),
        ("对异烟肼、利福平耐药", "异烟肼+利福平+耐药", Stated.SAID),
        ("对异烟肼耐药；对利福平敏感", "异烟肼+利福平+耐药", None),
        ("未见肺癌。右肺腺癌", "癌", Stated.SAID),
    ],
)
def test_a_sentence(text: str, word: str, expected: Stated | None) -> None:
    assert how_stated(text, word) is expected


def _of(*lines: str, held: Page | None = None, **fields: str) -> list[tuple[str, Stated]]:
    paper = papers_of([document(K.EXAM_REPORT, fields, pages=[held or page(1, *lines)])])[0]
    return [(m.word, m.stated) for m in mentions(paper, ("梗死",))]


def test_a_denial_runs_on_over_the_end_of_a_line() -> None:
    broken = ("双侧大脑半球对称，脑实质内未见明确出血及", "梗死灶，中线结构居中。")
    assert {stated for _, stated in _of(*broken)} == {Stated.DENIED}


def test_what_the_ordering_physician_wrote_is_no_finding() -> None:
    assert _of("临床诊断：脑梗死", "检查目的：了解有无梗死") == []
    assert _of("诊断意见：脑梗死") == [("梗死", Stated.SAID)]


def test_a_finding_read_as_a_field_counts() -> None:
    assert ("梗死", Stated.SAID) in _of("报告单", diagnosis="右侧脑梗死")


def test_an_unsure_line_is_neither_readable_nor_certain() -> None:
    held = Page(1, 1600, 2200, page().source, 0, page().quality, (line("右侧脑梗死", confidence=0.6),))
    paper = papers_of([document(K.EXAM_REPORT, pages=[held])])[0]
    found = list(mentions(paper, ("梗死",)))
    assert [(m.readable, m.certain) for m in found] == [(False, False)]


def test_what_a_report_is_about() -> None:
    paper = papers_of([document(K.EXAM_REPORT, pages=[page(1, "头颅ＣＴ平扫")])])[0]
    assert is_about(paper, ())
    assert is_about(paper, ("MR", "CT"))
    assert not is_about(paper, ("胸+CT",))


@given(st.text(alphabet="脑左右侧见梗死出血及未无灶，。；", max_size=24))
def test_a_denied_word_is_never_said_without_a_clause_of_its_own(text: str) -> None:
    """Before 未见 in the same clause nothing can make the word that follows it said."""
    told = how_stated(f"{text}，未见梗死", "梗死")
    if "梗死" not in text:
        assert told is Stated.DENIED
