"""邵阳 特门延期申请: ID card, selfie holding it, an agent's papers, a window of thirty days."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import Any

from samples import looks, selfie
from samples.casebook.case import ALWAYS, EITHER, Case, application, build, cards, named
from samples.layouts import letters
from samples.paper import Paper
from samples.people import Person, person
from samples.write import Drawing, drawing

POLICY = "shaoyang-renewal"
BASE = ALWAYS | {
    "disease-listed": "met",
    "renewal-window": "met",
    "id-selfie": "met",
    "agent-authorised": "not_applicable",
    "hospital-level": "not_applicable",
    "physician-title": "not_applicable",
    "physician-signature": "not_applicable",
    "report-recent": "not_applicable",
}
UNTIL = dt.date(2025, 12, 31)


def _stated(who: Person, on: str, disease: str, agent: Person | None = None) -> dict[str, Any]:
    until = {"disease": disease, "valid_until": UNTIL}
    return application(POLICY, who, on, [disease], agent, entitlement=until)


def _photo(paper: Paper, seed: int) -> Drawing:
    return drawing("selfie", paper, looks.scan("jpg", seed, 0.0, dpi=125))


_case = partial(build, POLICY, BASE)


def sound_self() -> Case:
    """The applicant files: ID card and selfie."""
    a = person("谭志明", "男", "1962-11-08", "daxiang", 71)
    return _case(
        1,
        "sound",
        _stated(a, "2025-12-08", "高血压病3级"),
        [*cards(a, "photo", 711), _photo(selfie.draw(a, seed=5), 713)],
    )


def sound_agent() -> Case:
    """An agent files with their ID card, a letter of authorization and a commitment."""
    b = person("贺淑珍", "女", "1948-03-15", "shaodong", 72, "resident")
    c = person("陆小军", "男", "1974-06-20", "shaodong", 73)
    letter = letters.authorization(b, c, dt.date(2025, 12, 6))
    promise = letters.commitment(b, dt.date(2025, 12, 6), agent=c)
    return _case(
        2,
        "sound",
        _stated(b, "2025-12-08", "糖尿病", c),
        [
            *cards(b, "copy", 721, end=None),
            *cards(c, "copy", 722, stem="agent-id"),
            _photo(selfie.draw(b, seed=6), 723),
            drawing("authorization", letter, looks.scan("jpg", 724, 0.4, dpi=125)),
            drawing("commitment", promise, looks.pdf()),
        ],
        checks={"agent-authorised": "met"},
    )


def first_day() -> Case:
    """Submitted on the first day of the window, 30 days before the end."""
    d = person("申玉兰", "女", "1966-05-25", "dongkou", 74)
    return _case(
        3,
        "sound",
        _stated(d, "2025-12-01", "冠心病"),
        [*cards(d, "copy", 741), _photo(selfie.draw(d, seed=7, newspaper="2025年12月1日"), 742)],
    )


def too_early() -> Case:
    """Submitted 31 days before the end; the window opens 30 days before."""
    a = person("宁国强", "男", "1958-08-18", "wugang", 75)
    return _case(
        4,
        "R14",
        _stated(a, "2025-11-30", "哮喘"),
        [*cards(a, "photo", 751), _photo(selfie.draw(a, seed=8), 753)],
        route="needs_correction",
        checks={"renewal-window": "unmet"},
    )


def expired() -> Case:
    """Submitted on the day after the entitlement ended."""
    b = person("夏春娥", "女", "1963-01-23", "shuangqing", 76, "resident")
    return _case(
        5,
        "R14",
        _stated(b, "2026-01-01", "帕金森病"),
        [*cards(b, "copy", 761), _photo(selfie.draw(b, seed=9), 762)],
        route="needs_correction",
        checks={"renewal-window": "unmet"},
    )


def selfie_without_card() -> Case:
    """The selfie shows a face and no card."""
    a = person("戴春林", "男", "1967-09-02", "daxiang", 77)
    return _case(
        6,
        "R15",
        _stated(a, "2025-12-09", "血友病"),
        [*cards(a, "photo", 771), _photo(selfie.draw(a, hold=False, seed=10), 773)],
        route=["needs_correction", "needs_attention"],
        checks={"id-selfie": "unmet", "material-present": EITHER},
    )


def selfie_card_unreadable() -> Case:
    """A card is held, but nothing on it can be read."""
    b = person("颜金花", "女", "1970-02-06", "longhui", 78, "resident")
    return _case(
        7,
        "R02",
        _stated(b, "2025-12-09", "癫痫"),
        [*cards(b, "copy", 781), _photo(selfie.draw(b, legible=False, seed=11), 782)],
        route="needs_attention",
        checks={"id-selfie": "unknown", "material-present": EITHER, "material-legible": EITHER},
    )


def selfie_card_of_another() -> Case:
    """The card held in the selfie is another person's."""
    c = person("莫建文", "男", "1960-04-29", "shaodong", 79)
    other = person("莫建武", "男", "1964-12-13", "shaodong", 80)
    return _case(
        8,
        "R15",
        _stated(c, "2025-12-09", "肝硬化"),
        [*cards(c, "photo", 791), _photo(selfie.draw(c, card=other, seed=12), 793)],
        route="needs_correction",
        checks={"id-selfie": "unmet", "identity-consistent": ["met", "unknown", "unmet"]},
    )


def no_selfie() -> Case:
    """No selfie is among the files."""
    d = person("匡秋菊", "女", "1955-10-30", "wugang", 81, "resident")
    return _case(
        9,
        "R01",
        _stated(d, "2025-12-09", "类风湿关节炎"),
        cards(d, "photo", 811),
        route="needs_correction",
        checks={"material-present": "unmet", "id-selfie": ["unmet", "unknown", "not_applicable"]},
        subjects=[("material-present", "id_selfie", "unmet")],
    )


def agent_without_letter() -> Case:
    """An agent files with their ID card, without letter or commitment."""
    a = person("姚桂香", "女", "1945-07-13", "dongkou", 82, "resident")
    b = person("向立军", "男", "1972-03-27", "dongkou", 83)
    return _case(
        10,
        "R15",
        _stated(a, "2025-12-10", "帕金森病", b),
        [
            *cards(a, "copy", 821, end=None),
            *cards(b, "photo", 822, stem="agent-id"),
            _photo(selfie.draw(a, seed=13), 824),
        ],
        route="needs_correction",
        checks={"agent-authorised": "unmet", "material-present": ["unmet", "met"]},
    )


def cases() -> list[Case]:
    """All cases of this policy."""
    return [
        named(make)
        for make in (
            sound_self,
            sound_agent,
            first_day,
            too_early,
            expired,
            selfie_without_card,
            selfie_card_unreadable,
            selfie_card_of_another,
            no_selfie,
            agent_without_letter,
        )
    ]
