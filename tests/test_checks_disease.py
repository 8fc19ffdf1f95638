"""Diseases: listed, open, supported (R04, R12, R13)."""

from __future__ import annotations

import dataclasses

import pytest
from builders import (
    K,
    application,
    codes,
    discharge,
    document,
    faulty,
    form,
    lab,
    outcome,
    page,
    recognition,
    results,
    verdict,
)

from ocr.types import Document


def claimed(*diseases: str, policy: str = "shaoyang-application", **applicant: object) -> str:
    stated = application(policy, diseases=diseases, applicant=applicant)
    return outcome(verdict([], stated), "disease-listed")


class TestListed:
    @pytest.mark.parametrize(
        ("disease", "expected"),
        [
            ("高血压病3级", "met"),
            ("高血压病Ⅲ级（极高危）", "met"),
            ("2型糖尿病", "met"),
            ("肺癌", "met"),
            ("高血压病3级、糖尿病", "met"),
            ("高血压", "unknown"),  # too vague for 3级
            ("高血压病2级", "unknown"),
            ("牛皮癣", "unknown"),  # the row asks for 中重度
            ("类风湿关书炎", "unknown"),  # one misread character
            ("冠心病？", "unknown"),
            ("痛风", "unknown"),  # in the other list; two names of this one are unidentified
            ("颈椎病", "unmet"),
            ("感冒", "unmet"),
        ],
    )
    def test_hunan(self, disease: str, expected: str) -> None:
        assert claimed(disease) == expected

    @pytest.mark.parametrize(
        ("disease", "expected"),
        [
            ("牛皮癣", "met"),
            ("痛风", "met"),
            ("糖尿病", "unknown"),
            ("颈椎病", "unmet"),
            ("甲状腺结节", "unmet"),
        ],
    )
    def test_jiangxi(self, disease: str, expected: str) -> None:
        assert claimed(disease, policy="shangrao-application") == expected

    def test_no_disease_anywhere_is_unknown(self) -> None:
        assert claimed() == "unknown"

    @pytest.mark.parametrize(
        ("insurance", "expected"), [("resident", "met"), ("employee", "unmet"), (None, "unknown")]
    )
    def test_residents_only(self, insurance: str | None, expected: str) -> None:
        assert claimed("尘肺病", insurance=insurance) == expected

    @pytest.mark.parametrize(
        ("number", "expected"),
        [
            ("430503201911205216", "met"),  # 6 on 2025-11-20: inside 0-7
            ("430503201711205211", "unknown"),  # 8: outside an unadopted limit
            ("430503196703124514", "unmet"),  # 58: a disease of children by its name
        ],
    )
    def test_age(self, number: str, expected: str) -> None:
        assert claimed("儿童脑性瘫痪", insurance="resident", id_number=number) == expected

    @pytest.mark.parametrize(
        ("read", "claim", "expected"),
        [
            ((0.97, False), 0.97, "unmet"),
            ((0.82, False), 0.97, "unknown"),  # the insurance is not surely read
            ((0.97, True), 0.97, "unknown"),  # a blurred form
            ((0.97, False), 0.85, "unknown"),  # the disease is not surely read
        ],
    )
    def test_insurance_read_on_the_form(self, read: tuple[float, bool], claim: float, expected: str) -> None:
        confidence, blurred = read
        paper = form("尘肺病", fields={"insurance_type": "employee"})
        surer = {"insurance_type": confidence, "claimed_disease": claim}
        fields = {
            name: tuple(dataclasses.replace(f, confidence=surer.get(name, f.confidence)) for f in held)
            for name, held in paper.fields.items()
        }
        paper = dataclasses.replace(paper, fields=fields)
        stated = application(diseases=[], applicant={"insurance": None})
        found = verdict([faulty(paper) if blurred else paper], stated)
        assert outcome(found, "disease-listed") == expected

    def test_remote_filing_claims_none(self) -> None:
        assert claimed(policy="shaoyang-remote-filing") == "not_applicable"

    def test_a_form_that_claims_something_else(self) -> None:
        found = verdict([form("冠心病")])
        assert codes(found, "disease-listed") == {"DIS-001", "DIS-007"}
        assert outcome(found, "disease-listed") == "unmet"
        assert outcome(verdict([form("冠心病", confidence=0.9)]), "disease-listed") == "unknown"
        assert outcome(verdict([form("高血压病三级")]), "disease-listed") == "met"

    def test_a_recognition_form_may_name_several(self) -> None:
        stated = application("yichun-renewal")
        several = recognition(fields={"claimed_disease": ["冠心病", "癫痫"]})
        assert outcome(verdict([several], stated), "disease-listed") == "met"
        other = recognition(fields={"claimed_disease": ["癫痫"]})
        assert outcome(verdict([other], stated), "disease-listed") == "unmet"

    def test_another_disease_than_the_qualification(self) -> None:
        stated = application(
            "shaoyang-renewal", entitlement={"disease": "冠心病", "valid_until": "2025-12-10"}
        )
        assert outcome(verdict([], stated), "disease-listed") == "unknown"

    def test_two_diseases_on_one_form_is_not_an_adopted_rule(self) -> None:
        stated = application("shangrao-application", diseases=["冠心病"])
        assert (
            outcome(verdict([form(["冠心病", "癫痫"])], stated), "disease-listed") == "unmet"
        )  # 癫痫 not stated
        stated = application("shangrao-application", diseases=["冠心病", "癫痫"])
        found = verdict([form(["冠心病", "癫痫"])], stated)
        assert outcome(found, "disease-listed") == "unknown"
        assert "GEN-002" in codes(found, "disease-listed")

    def test_the_form_alone_tells_the_disease(self) -> None:
        stated = application("yichun-renewal", diseases=[])
        assert outcome(verdict([recognition()], stated), "disease-listed") == "met"
        unsure = verdict([recognition(confidence=0.5)], stated)
        assert outcome(unsure, "disease-listed") == "unknown"


def supported(*papers: Document, disease: str = "高血压病3级") -> str:
    return outcome(verdict([form(disease), *papers], application(diseases=[disease])), "disease-supported")


class TestSupported:
    @pytest.mark.parametrize(
        ("diagnoses", "expected"),
        [
            (["高血压病3级（极高危）"], "met"),
            (["高脂血症", "原发性高血压3级"], "met"),
            (["高血压病2级"], "unknown"),
            (["继发性高血压3级"], "unknown"),
            (["高血压病3级？"], "unknown"),
            (["肺部感染"], "unknown"),  # of no chapter known here
            (["腰椎间盘突出症", "骨质疏松症"], "unmet"),
            (["腰椎间盘突出症", "冠心病"], "unknown"),  # same chapter as high blood pressure
            (None, "unknown"),
        ],
    )
    def test_a_record(self, diagnoses: list[str] | None, expected: str) -> None:
        assert supported(discharge(fields={"diagnosis": diagnoses})) == expected

    def test_any_medical_paper_will_do_but_the_form(self) -> None:
        other = discharge(fields={"diagnosis": ["腰椎间盘突出症"]})
        second = discharge(K.OUTPATIENT_RECORD, fields={"diagnosis": ["高血压病3级"]})
        assert supported(other, second) == "met"
        assert supported() == "unknown"

    def test_unmet_needs_a_sure_reading_and_a_faultless_page(self) -> None:
        other = {"diagnosis": ["腰椎间盘突出症"]}
        assert supported(discharge(fields=other, confidence=0.85)) == "unknown"
        assert supported(faulty(discharge(fields=other))) == "unknown"
        assert (
            supported(discharge(fields=other), discharge(fields={"diagnosis": None}, file="b.jpg"))
            == "unknown"
        )

    def test_the_disease_elsewhere_on_the_page_leaves_it_open(self) -> None:
        other = {"diagnosis": ["腰椎间盘突出症"]}
        assert supported(discharge(fields=other, pages=[page(1, "患者高血压病3级病史10年")])) == "unknown"
        assert supported(discharge(fields=other, pages=[page(1, "否认高血压病3级病史")])) == "unmet"

    @pytest.mark.parametrize(
        ("claimed", "diagnoses", "expected"),
        [
            ("2型糖尿病", ["Ⅱ型糖尿病"], "met"),
            ("2型糖尿病", ["2型糖尿病", "1型糖尿病？"], "met"),
            ("2型糖尿病", ["1型糖尿病"], "unknown"),
            ("脑梗死后遗症", ["脑出血后遗症"], "unknown"),
            ("脑梗死后遗症", ["脑梗死急性期"], "unknown"),
            ("肾移植术后", ["肝移植术后"], "unknown"),
            ("血友病A", ["血友病B"], "unknown"),
        ],
    )
    def test_another_type_of_the_same_disease(
        self, claimed: str, diagnoses: list[str], expected: str
    ) -> None:
        assert supported(discharge(fields={"diagnosis": diagnoses}), disease=claimed) == expected

    def test_complications_may_stand_beside_the_disease(self) -> None:
        record = discharge(fields={"diagnosis": ["2型糖尿病", "糖尿病肾病"]})
        stated = application("shangrao-application", diseases=["糖尿病伴有并发症"])
        assert outcome(verdict([record], stated), "disease-supported") == "met"
        apart = discharge(fields={"diagnosis": ["高血压病2级", "脑梗死"]})
        stated = application("shangrao-application", diseases=["高血压伴有并发症"])
        assert outcome(verdict([apart], stated), "disease-supported") == "met"

    def test_each_claimed_disease_is_answered(self) -> None:
        stated = application(diseases=["高血压病3级", "冠心病"])
        held = results(verdict([discharge(), lab()], stated), "disease-supported")
        assert [(r.subject, r.outcome.value) for r in held] == [("高血压病3级", "met"), ("冠心病", "unknown")]

    def test_renewal_in_shaoyang_has_no_records(self) -> None:
        assert outcome(verdict([], application("shaoyang-renewal")), "disease-supported") == "not_applicable"


class TestEvidence:
    def test_advisory_and_never_met(self) -> None:
        stated = application("shangrao-application", diseases=["脑卒中"])
        found = verdict([document(K.DIAGNOSIS_CERTIFICATE, {"diagnosis": "脑卒中"})], stated)
        answer = results(found, "disease-evidence")[0]
        assert (answer.outcome.value, answer.advisory, answer.code) == ("unknown", True, "DIS-021")
        with_summary = results(verdict([discharge()], stated), "disease-evidence")[0]
        assert with_summary.code == "DIS-023"
