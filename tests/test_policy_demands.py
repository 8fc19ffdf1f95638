"""Demands that other places make: windows, look-backs by disease, two signers, counts, conditions of age."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Sequence
from typing import Any, ClassVar

import pytest

from ocr.types import Document, DocumentKind, Marks
from tests.builders import (
    ENGINE,
    HOSPITAL,
    NAME,
    ON,
    application,
    codes,
    discharge,
    document,
    form,
    id_back,
    id_front,
    lab,
    outcome,
    page,
    recognition,
    refused,
    results,
    seal,
    signature,
)
from validators.application import Application
from validators.catalogue import load_catalogues
from validators.check import check_case
from validators.demands import Validity, Window
from validators.pack import Pack, pack_in_force
from validators.periods import birthday, end_of, first_day
from validators.policy import Policy
from validators.regions import load_regions
from validators.validity import last_day_for
from validators.verdict import Verdict

K = DocumentKind


def pack(policy: str, **changes: Any) -> Pack:
    """The shipped pack with other values in the rules named."""
    shipped = pack_in_force(ON, policy=policy)
    held = shipped.policy.model_dump(mode="json")
    for name, value in changes.items():
        rule = held[name] or {
            "clause": "本地规定如此",
            "source": "seed",
            "as_of": "2025",
            "tier": "A",
            "adopted": True,
        }
        held[name] = rule | {"value": value}
    return dataclasses.replace(shipped, policy=Policy.model_validate(held))


def check(papers: Sequence[Document], held: Pack, stated: Application | None = None) -> Verdict:
    return check_case("case", stated or application(held.policy.id), papers, ENGINE, held)


@pytest.mark.parametrize(
    ("window", "told", "first", "last"),
    [
        ({"days_before": 30}, "2025-12-31", "2025-12-01", "2025-12-31"),
        ({"months_before": 2}, "2025-12-31", "2025-10-31", "2025-12-31"),
        ({"months_before": 2, "months_after": 1}, "2025-12-31", "2025-10-31", "2026-01-31"),
        ({"days_before": 10, "expires": "quarter_end"}, "2025-05-07", "2025-06-20", "2025-06-30"),
        ({"days_before": 10, "expires": "year_end"}, "2025-05-07", "2025-12-21", "2025-12-31"),
        ({"days_before": 10, "expires": "month_end"}, "2024-02-07", "2024-02-19", "2024-02-29"),
        ({"days_before": 30, "until_age": 18}, "2030-01-01", "2025-02-09", "2025-03-11"),
        ({"days_before": 30, "until_age": 18}, "2024-12-31", "2024-12-01", "2024-12-31"),
    ],
)
def test_windows(window: dict[str, Any], told: str, first: str, last: str) -> None:
    """Born 2007-03-12: 18 on 2025-03-12, so the last day is the day before."""
    shape = Window.model_validate({"told_by": ["entitlement"]} | window)
    expiry = shape.expiry(dt.date.fromisoformat(told), dt.date(2007, 3, 12))
    assert (shape.opens(expiry).isoformat(), shape.closes(expiry).isoformat()) == (first, last)


@pytest.mark.parametrize(
    "wrong",
    [{}, {"days_before": 3, "months_before": 1}, {"days_before": 3, "days_after": 3, "months_after": 1}],
)
def test_a_window_has_one_length(wrong: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="只写其一"):
        Window.model_validate({"told_by": ["entitlement"]} | wrong)


@pytest.mark.parametrize(
    ("validity", "last"),
    [
        ({"years": 2}, "2027-03-09"),
        ({"months": 6}, "2025-09-09"),
        ({"years": 1, "ends": "quarter_end"}, "2026-03-31"),
        ({"calendar_years": 1}, "2025-12-31"),
        ({"calendar_years": 3}, "2027-12-31"),
        ({"until_age": 18}, "2026-02-28"),
        ({"unlimited": True}, "None"),
    ],
)
def test_validity(validity: dict[str, Any], last: str) -> None:
    """From 2025-03-10; born 2008-02-29, so 18 on 2026-03-01."""
    told = Validity.model_validate(validity).last_day(dt.date(2025, 3, 10), dt.date(2008, 2, 29))
    assert str(told) == last


def test_a_disease_lasts_as_long_as_it_says() -> None:
    own = [{"names": ["恶性肿瘤"], "years": 5}, {"names": ["地中海贫血"], "until_age": 18}]
    validity = Validity.model_validate({"years": 2, "diseases": own})
    jiangxi, start, born = load_catalogues()["jiangxi"], dt.date(2025, 3, 10), dt.date(2012, 5, 1)
    ends = [last_day_for(validity, name, jiangxi, start, born) for name in ("左肺腺癌", "冠心病", "β地贫")]
    assert [str(end) for end in ends] == ["2030-03-09", "2027-03-09", "2030-04-30"]
    assert last_day_for(validity, "恶性肿瘤待排", jiangxi, start, born) is None  # which length holds is open


def test_periods() -> None:
    on = dt.date(2025, 11, 20)
    firsts = [first_day(text, on) for text in ("2 years", "6 months", "1 day", "this year", "any", "2 年")]
    assert [str(day) for day in firsts] == [
        "2023-11-20",
        "2025-05-20",
        "2025-11-19",
        "2025-01-01",
        "None",
        "2023-11-20",
    ]
    assert end_of(on, "quarter_end") == dt.date(2025, 12, 31)
    assert birthday(dt.date(2008, 2, 29), 20) == dt.date(2028, 2, 29)


class TestRenewalWindow:
    def asked(self, on: str, told: str | None = "2025-12-31", **window: Any) -> str:
        held = pack("yichun-renewal", window={"days_before": 30, "told_by": ["recognition_form"]} | window)
        stated = application("yichun-renewal", submitted_on=on)
        paper = recognition(told) if told else recognition(None, fields={"valid_from": "2024-06-15"})
        (found,) = results(check([paper], held, stated), "renewal-window")
        return found.code

    @pytest.mark.parametrize(
        ("on", "code"), [("2025-11-30", "WIN-002"), ("2025-12-01", "WIN-001"), ("2026-01-01", "WIN-003")]
    )
    def test_year_end_though_june_is_written(self, on: str, code: str) -> None:
        assert self.asked(on, "2025-06-14", expires="year_end") == code

    @pytest.mark.parametrize(("on", "code"), [("2025-12-10", "WIN-001"), ("2025-12-30", "WIN-002")])
    def test_days_on_which_the_counter_is_open(self, on: str, code: str) -> None:
        assert self.asked(on, open_months=[3, 6, 9, 12], open_days=[10, 29]) == code

    def test_the_sum_is_told(self) -> None:
        held = pack("yichun-renewal", window={"months_before": 2, "told_by": ["recognition_form"]})
        stated = application("yichun-renewal", submitted_on="2025-10-01")
        (found,) = results(check([recognition("2025-12-31")], held, stated), "renewal-window")
        assert "2025-12-31 − 2 个月 = 2025-10-31" in found.message
        assert "申请日距到期日 91 天" in found.message

    def test_from_the_beginning_and_the_validity(self) -> None:
        held = pack(
            "yichun-renewal",
            window={"days_before": 30, "told_by": ["recognition_form"]},
            validity={"calendar_years": 2},
        )
        paper = recognition(None, fields={"valid_from": "2024-06-15"})
        for on, wanted in (("2025-12-31", "met"), ("2025-11-30", "unmet"), ("2026-01-01", "unmet")):
            found = check([paper], held, application("yichun-renewal", submitted_on=on))
            assert outcome(found, "renewal-window") == wanted
        without = pack("yichun-renewal", window={"days_before": 30, "told_by": ["recognition_form"]})
        assert outcome(check([paper], without, application("yichun-renewal")), "renewal-window") == "unknown"


class TestLookBack:
    demand: ClassVar[dict[str, Any]] = {
        "within": "1年",
        "groups": [
            {
                "kinds": ["discharge_summary", "outpatient_record"],
                "within": "2年",
                "each": {"outpatient_record": "6个月"},
            },
            ["lab_report"],
        ],
        "diseases": [
            {"names": ["冠心病"], "within": "不限", "kinds": ["lab_report"]},
            {"names": ["肝硬化"], "within": "90天"},
        ],
    }

    def asked(self, record: Document, report: Document, *diseases: str) -> list[str]:
        stated = application("shaoyang-application", diseases=list(diseases))
        found = check([record, report], pack("shaoyang-application", look_back=self.demand), stated)
        return [answer.outcome.value for answer in results(found, "report-recent")]

    def outpatient(self, day: str) -> Document:
        return document(
            K.OUTPATIENT_RECORD, {"patient_name": NAME, "hospital_name": HOSPITAL, "visit_date": day}
        )

    def test_each_kind_its_own(self) -> None:
        """6 months before 2025-11-20 is 2025-05-20; 2 years is 2023-11-20."""
        for day, wanted in (("2025-05-20", "met"), ("2025-05-19", "unmet"), ("2025-05", "unknown")):
            assert self.asked(self.outpatient(day), lab(), "高血压病3级") == [wanted, "met"]
        old = discharge(fields={"discharge_date": "2023-11-20"})
        assert self.asked(old, lab(), "高血压病3级") == ["met", "met"]

    @pytest.mark.parametrize(
        ("diseases", "report", "wanted"),
        [
            (["高血压病3级"], "2024-11-20", "met"),
            (["高血压病3级"], "2024-11-19", "unmet"),
            (["冠心病"], "2015-01-01", "met"),
            (["肝硬化"], "2025-08-22", "met"),
            (["肝硬化"], "2025-08-21", "unmet"),
            (["肝硬化", "冠心病"], "2025-08-21", "unknown"),
            ([], "2025-08-21", "unknown"),
            ([], "2025-08-22", "met"),
        ],
    )
    def test_diseases_their_own(self, diseases: list[str], report: str, wanted: str) -> None:
        record = discharge(fields={"discharge_date": "2025-11-01"})
        paper = lab(fields={"report_date": report})
        assert self.asked(record, paper, *diseases)[1] == wanted

    def test_the_sum_is_told(self) -> None:
        found = check(
            [discharge(), lab(fields={"report_date": "2023-10-02"})],
            pack_in_force(ON, policy="shaoyang-application"),
        )
        old = next(r for r in results(found, "report-recent") if r.outcome.value == "unmet")
        assert "提交日 2025-11-20 − 报告日期 2023-10-02 = 780 天 > 731 天" in old.message
        assert old.remedy == "请补交 2023-11-20 以后的检验报告单、检查报告单或病理报告。"


class TestSigners:
    def asked(self, titles: list[str], *places: bool | None, confidence: float = 0.97) -> tuple[str, str]:
        held = pack(
            "shaoyang-application",
            signer_title={"minimum": "副主任医师", "kinds": ["application_form"], "count": 2},
            signature_count=2,
        )
        marks = Marks(seals=(seal(),), signatures=tuple(signature(place) for place in places))
        paper = form(title=None, fields={"physician_title": titles}, marks=marks, confidence=confidence)
        found = check([paper], held)
        return outcome(found, "physician-title"), outcome(found, "physician-signature")

    @pytest.mark.parametrize(
        ("titles", "wanted"),
        [
            (["主任医师", "副主任医师"], "met"),
            (["主任医师", "主治医师"], "unmet"),
            (["主治医师"], "unmet"),
            (["主任医师"], "unknown"),
            (["主任医师", "副主任医师", "主治医师"], "unknown"),
        ],
    )
    def test_titles(self, titles: list[str], wanted: str) -> None:
        assert self.asked(titles, True, True)[0] == wanted

    def test_a_doubtful_title(self) -> None:
        assert self.asked(["主任医师", "主治医师"], True, True, confidence=0.85)[0] == "unknown"

    @pytest.mark.parametrize(
        ("places", "wanted"),
        [
            ((True, True), "met"),
            ((True, False), "unmet"),
            ((True, None), "unknown"),
            ((True,), "unknown"),
            ((False, False), "unmet"),
            ((), "unknown"),
        ],
    )
    def test_signatures(self, places: tuple[bool | None, ...], wanted: str) -> None:
        assert self.asked(["主任医师", "副主任医师"], *places)[1] == wanted


class TestMaterials:
    def asked(self, papers: Sequence[Document], material: dict[str, Any], **stated: Any) -> tuple[str, str]:
        shipped = pack_in_force(ON, policy="shaoyang-application")
        held = shipped.policy.model_dump(mode="json")
        held["materials"] = [held["materials"][0] | {"value": material}]
        changed = dataclasses.replace(shipped, policy=Policy.model_validate(held))
        (found,) = results(check(papers, changed, application(**stated)), "material-present")
        return found.outcome.value, found.code

    def test_as_many_as_demanded(self) -> None:
        two = {"any_of": ["lab_report"], "count": 2}
        assert self.asked([lab(), lab(file="b.jpg")], two) == ("met", "MAT-001")
        assert self.asked([lab()], two) == ("unmet", "MAT-002")
        assert self.asked([lab(), refused()], two)[0] == "unknown"
        assert self.asked([lab(pages=[page(1), page(2)])], two)[0] == "unknown"
        assert self.asked([], two) == ("unmet", "MAT-002")

    @pytest.mark.parametrize(
        ("when", "stated", "wanted"),
        [
            ({"insurance": "employee"}, {}, "unmet"),
            ({"insurance": "resident"}, {}, "not_applicable"),
            ({"insurance": "resident"}, {"applicant": {"insurance": None}}, "unknown"),
            ({"diseases": ["高血压病3级"]}, {}, "unmet"),
            ({"diseases": ["冠心病"]}, {}, "not_applicable"),
            ({"diseases": ["高血压病3级"]}, {"diseases": ["高血压病2级"]}, "unknown"),
            ({"diseases": ["高血压病3级"]}, {"diseases": []}, "unknown"),
            ({"not_diseases": ["高血压病3级"]}, {}, "not_applicable"),
            ({"not_diseases": ["冠心病"]}, {}, "unmet"),
            ({"age_from": 58}, {}, "unmet"),
            ({"age_below": 58}, {}, "not_applicable"),
            ({"age_from": 18}, {"applicant": {"id_number": "430503196703124510"}}, "unknown"),
            ({"age_from": 18, "insurance": "resident"}, {}, "not_applicable"),
        ],
    )
    def test_only_when(self, when: dict[str, Any], stated: dict[str, Any], wanted: str) -> None:
        assert self.asked([], {"any_of": ["pathology_report"], "when": when}, **stated)[0] == wanted


def test_levels_by_group() -> None:
    groups = [["discharge_summary"], {"kinds": ["lab_report"], "minimum": "三级甲等"}]
    held = pack("shaoyang-application", hospital_level={"minimum": "二级", "groups": groups})
    printed = {"hospital_name": "某某医院", "hospital_level": "二级甲等"}
    found = check([discharge(fields=printed), lab(fields=printed)], held)
    assert {r.subject: r.outcome.value for r in results(found, "hospital-level")} == {
        "discharge_summary.jpg": "met",
        "lab_report.jpg": "unmet",
    }


def test_what_is_not_adopted_never_changes_the_route() -> None:
    shipped = pack_in_force(ON, policy="shaoyang-application")
    papers = [id_front(), id_back(), form(), discharge(), lab(fields={"report_date": "2020-01-01"})]
    assert check(papers, shipped).route.value == "needs_correction"
    rule = shipped.policy.look_back
    assert rule is not None
    loose = shipped.policy.model_copy(update={"look_back": rule.model_copy(update={"adopted": False})})
    found = check(papers, dataclasses.replace(shipped, policy=loose))
    assert (found.route.value, codes(found, "report-recent")) == ("ready_for_review", {"DATE-001", "GEN-002"})
    assert all(r.advisory for r in results(found, "report-recent"))


@pytest.mark.parametrize(
    ("place", "city", "wanted"),
    [
        ("重庆市渝中区", "500000", "inside"),
        ("四川省成都市", "500000", "elsewhere"),
        ("天津市和平区", "120000", "inside"),
        ("浙江省杭州市", "330000", "inside"),
        ("五家渠市", "659004", "inside"),
        ("郑州市金水区", "410200", "elsewhere"),
    ],
)
def test_provinces_and_counties_are_regions_too(place: str, city: str, wanted: str) -> None:
    assert load_regions().located(place, city).value == wanted
