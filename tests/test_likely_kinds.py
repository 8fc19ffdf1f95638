"""What a paper is, by all its words: learnt from drawn papers, trusted as far as there are words."""

from __future__ import annotations

from itertools import pairwise

import pytest
from page_text import line

from benchmarks.reading.learn_kinds import told
from benchmarks.reading.logistic import Text, learn
from ocr.kinds import classify
from ocr.likely_kinds import likely_kinds, runs_of
from ocr.types import DocumentKind as K

NOBODY_KNOWS = "某某专用纸第三联"
"""A head that is no title of any kind."""
LEAVING = (
    "姓名 性别 年龄 科室 床号 住院号",
    "入院时间 出院时间 住院天数",
    "入院诊断 出院诊断",
    "入院时情况：患者因反复胸闷气促入院，查体神志清楚，双肺呼吸音粗",
    "诊疗经过：入院后完善相关检查，予以抗血小板、调脂、降压等治疗，症状好转",
    "出院时情况：生命体征平稳",
    "出院医嘱：注意休息，低盐低脂饮食，定期复查，不适随诊",
    "经治医师",
)
APPLYING = (
    "姓名 性别 出生日期 参保地 参保险种 联系电话 家庭住址",
    "申请病种 申请人签名 申请日期",
    "定点医疗机构 责任医师意见",
    "病情摘要及诊断依据",
    "医疗机构医保部门意见 盖章",
    "医疗保险经办机构审核意见 盖章",
    "本人自愿申请，承诺所提供的材料真实有效，如有虚假愿承担相应责任",
    "填表说明 申请人须提供近期住院病历、诊断证明等材料 代办人 与申请人关系",
)


def page(*texts: str):
    return [line(text, 100, 160 + 60 * n) for n, text in enumerate(texts)]


@pytest.mark.parametrize(("texts", "kind"), [(LEAVING, K.DISCHARGE_SUMMARY), (APPLYING, K.APPLICATION_FORM)])
def test_a_paper_whose_title_nobody_knows_is_told_by_its_words(texts: tuple[str, ...], kind: K) -> None:
    likely = likely_kinds(texts)
    assert max(likely, key=likely.__getitem__) is kind
    assert likely[kind] > 0.5
    assert classify(page(NOBODY_KNOWS, *texts), width=1654, height=2339).kind is kind


def test_few_words_tell_little() -> None:
    assert sum(likely_kinds(["姓名 性别 年龄"]).values()) < 0.2
    assert likely_kinds(["", "12345", "!"]) == {}
    whole = [sum(likely_kinds(LEAVING[:n]).values()) for n in range(1, len(LEAVING) + 1)]
    assert all(a <= b + 1e-6 for a, b in pairwise(whole))
    assert 0.7 < whole[-1] < 1.0 + 1e-4


def test_runs_stand_within_a_word() -> None:
    assert runs_of(["处12方"]) == set()
    assert runs_of(["出院小结"]) == {"出院", "院小", "小结", "出院小", "院小结", "出院小结"}


def test_a_plain_title_is_believed_whatever_the_words() -> None:
    lines = [line("门诊处方笺", 400, 100, height=44), *page("", *LEAVING)[1:]]
    assert classify(lines, width=1654, height=2339).kind is K.PRESCRIPTION


def test_words_of_one_kind_are_learnt_and_names_of_one_layout_are_not() -> None:
    def papers(kind: str, text: str) -> list[Text]:
        return [
            Text("a", f"{kind}{n}", kind, frozenset(runs_of([text, f"{kind}甲乙{n * 'x'}"])))
            for n in range(4)
        ]

    given = papers("bill", "收费项目金额合计") + papers("report", "检验项目结果参考范围")
    given.append(Text("a", "odd", "bill", frozenset(runs_of(["张三丰"]))))
    learnt = learn(given, ["bill", "report"])
    assert "张三丰" not in learnt.runs
    assert told(learnt, papers("report", "检验结果")[:1]) == ["report"]


def test_a_leaflet_is_no_form() -> None:
    texts = (
        "门诊慢特病办事指南",
        "参保人员患有规定病种的，可申请门诊慢特病待遇",
        "申请后由专家评审认定",
        "享受待遇期限自认定次月起",
    )
    lines = [line(text, 300, 150 + 60 * n) for n, text in enumerate(texts)]
    assert classify(lines, width=1654, height=2339).kind is K.UNKNOWN
