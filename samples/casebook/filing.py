"""邵阳 异地就医备案: ID card, filing form, and what the category demands."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import Any

from samples import chart as ch
from samples import looks
from samples.casebook.case import ALWAYS, DOUBT, Case, application, build, cards, named, papers
from samples.layouts import filing_form, letters, residence
from samples.people import Person, person
from samples.write import drawing

POLICY = "shaoyang-remote-filing"
BASE = ALWAYS | {
    "date-order": "met",
    "hospital-level": "not_applicable",
    "hospital-seal": "not_applicable",
    "disease-listed": "not_applicable",
    "physician-title": "not_applicable",
    "renewal-window": "not_applicable",
    "id-selfie": "not_applicable",
    "agent-authorised": "not_applicable",
}
D = dt.date
DAY = D(2025, 10, 16)
HOME, POLICE = ("广东省东莞市长安镇样张路{n}号", "东莞市公安局长安分局")
EMPLOYER = "邵阳样张机械有限公司"
_case = partial(build, POLICY, BASE)


def _stated(who: Person, category: str = "") -> dict[str, Any]:
    extra: dict[str, Any] = {"category": category} if category else {}
    return application(POLICY, who, "2025-10-20", **extra)


def settled_retirement() -> Case:
    """Settled elsewhere in retirement, shown by the household register."""
    a = person("文国华", "男", "1956-06-03", "shuangqing", 91)
    book = residence.household(a, HOME.format(n=7), POLICE, D(2020, 6, 1))
    return _case(
        1,
        "sound",
        _stated(a, "settled_retirement"),
        [
            *cards(a, "copy", 911, end=None),
            drawing(
                "form",
                filing_form.filing_form(a, "settled_retirement", "广东省东莞市", DAY, None),
                looks.pdf(),
            ),
            drawing("household", book, looks.scan("scan-pdf", 912, 0.3, dpi=160)),
        ],
    )


def long_residence() -> Case:
    """Long residence, shown by a residence permit; the category stands on the form only."""
    b = person("银素芳", "女", "1983-09-12", "shaodong", 92, "resident")
    permit = residence.residence_permit(b, HOME.format(n=18), POLICE, D(2024, 6, 1), D(2027, 5, 31))
    return _case(
        2,
        "sound",
        _stated(b),
        [
            *cards(b, "photo", 921),
            drawing(
                "form",
                filing_form.filing_form(
                    b, "long_residence", "广东省东莞市", DAY, None, listed=False, ticks="√□"
                ),
                looks.photo(923, 2.0, dpi=140),
            ),
            drawing("permit", permit, looks.photo(924, -2.0, 0.02, dpi=170)),
        ],
    )


def promise_alone() -> Case:
    """Long residence with nothing but a commitment letter: a person must judge."""
    c = person("伍海波", "男", "1985-01-05", "longhui", 93, "resident")
    return _case(
        3,
        "R01",
        _stated(c, "long_residence"),
        [
            *cards(c, "copy", 931),
            drawing(
                "form", filing_form.filing_form(c, "long_residence", "广东省东莞市", DAY, None), looks.pdf()
            ),
            drawing("promise", letters.commitment(c, DAY, residence="广东省东莞市长安镇"), looks.pdf()),
        ],
        route="needs_attention",
        checks={"material-present": "unknown"},
    )


def temporary() -> Case:
    """A temporary stay demands nothing beyond form and ID card."""
    d = person("卿小燕", "女", "1990-04-11", "wugang", 94)
    return _case(
        4,
        "sound",
        _stated(d, "temporary"),
        [
            *cards(d, "photo", 941),
            drawing(
                "form",
                filing_form.filing_form(d, "temporary", "上海市", DAY, D(2026, 4, 15), ticks="■□"),
                looks.scan("jpg", 943, 0.5, dpi=130),
            ),
        ],
    )


def _posted_form(who: Person) -> Any:
    return filing_form.filing_form(who, "posted_work", "广东省深圳市", DAY, D(2026, 12, 31))


def posted_work() -> Case:
    """Posted by an employer, whose letter is sealed."""
    a = person("粟志勇", "男", "1988-12-01", "daxiang", 95)
    span = ("广东省深圳市", D(2025, 1, 1), D(2026, 12, 31), D(2025, 10, 10))
    return _case(
        5,
        "sound",
        _stated(a, "posted_work"),
        cards(a, "copy", 951)
        + papers("scan", 952, {"form": _posted_form(a), "letter": letters.posting(a, EMPLOYER, *span)}),
        checks={"hospital-seal": ["met", "not_applicable"]},
    )


def posting_without_seal() -> Case:
    """The employer's letter carries no seal; the scan is without any colour, as copies are."""
    b = person("禹晓东", "男", "1992-07-22", "dongkou", 96)
    span = ("广东省深圳市", D(2025, 1, 1), D(2026, 12, 31), D(2025, 10, 10))
    letter = letters.posting(b, EMPLOYER, *span, seal=None)
    return _case(
        6,
        "R05",
        _stated(b, "posted_work"),
        cards(b, "copy", 961) + papers("scan", 962, {"form": _posted_form(b), "letter": letter}),
        route=["needs_correction", "needs_attention"],
        checks={"hospital-seal": DOUBT},
    )


def posting_letter_missing() -> Case:
    """Posted work is ticked, and no letter is there."""
    c = person("庾丽娜", "女", "1994-05-09", "daxiang", 97)
    return _case(
        7,
        "R01",
        _stated(c, "posted_work"),
        cards(c, "photo", 971) + papers("digital", 973, {"form": _posted_form(c)}),
        route="needs_correction",
        checks={"material-present": "unmet", "hospital-seal": ["not_applicable", "unknown", "unmet"]},
        subjects=[("material-present", "work_posting_letter", "unmet")],
    )


def _referral_papers(who: Person, patient: Person, hospital: str) -> dict[str, Any]:
    story = ch.chart(patient, hospital, "肺癌", issued="2025-10-14")
    return {
        "form": filing_form.filing_form(who, "referral", "湖南省长沙市", DAY, D(2026, 1, 15)),
        "referral": letters.referral(story, "湖南省肿瘤医院"),
    }


def referral() -> Case:
    """Referred by a level-3 hospital with its seal."""
    a = person("米建设", "男", "1961-02-28", "shuangqing", 98)
    at = {"hospital-level": "met", "hospital-seal": "met"}
    return _case(
        8,
        "sound",
        _stated(a, "referral"),
        cards(a, "copy", 981) + papers("scan", 982, _referral_papers(a, a, "邵阳市中心医院")),
        checks=at,
    )


def referral_by_township() -> Case:
    """Referred by a 卫生院, which is below level 2."""
    b = person("林冬秀", "女", "1957-09-26", "dongkou", 99, "resident")
    at = {"hospital-level": "met", "hospital-seal": "met"}
    return _case(
        9,
        "R07",
        _stated(b, "referral"),
        cards(b, "copy", 991) + papers("digital", 992, _referral_papers(b, b, "洞口县高沙镇卫生院")),
        route="needs_correction",
        checks=at | {"hospital-level": "unmet"},
    )


def referral_of_another() -> Case:
    """The referral letter is for another person."""
    c = person("邬少华", "男", "1968-11-30", "daxiang", 100)
    other = person("邬少兰", "女", "1971-01-17", "daxiang", 101)
    at = {"hospital-level": "met", "hospital-seal": "met"}
    return _case(
        10,
        "R03",
        _stated(c, "referral"),
        cards(c, "photo", 1001) + papers("bundle", 1003, _referral_papers(c, other, "邵阳市中心医院")),
        route="needs_correction",
        checks=at | {"identity-consistent": "unmet", "date-order": ["met", "unknown"]},
    )


def cases() -> list[Case]:
    """All cases of this policy."""
    return [
        named(make)
        for make in (
            settled_retirement,
            long_residence,
            promise_alone,
            temporary,
            posted_work,
            posting_without_seal,
            posting_letter_missing,
            referral,
            referral_by_township,
            referral_of_another,
        )
    ]
