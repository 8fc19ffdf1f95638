"""Hospital level, title, signature, seal (R05, R06, R07)."""

from __future__ import annotations

import dataclasses

import pytest
from builders import (
    HOSPITAL,
    K,
    application,
    certificate,
    codes,
    discharge,
    document,
    faulty,
    form,
    id_back,
    id_front,
    lab,
    line,
    outcome,
    page,
    results,
    seal,
    signature,
    sound_application,
    unsure,
    verdict,
)

from ocr.types import Document, Marks, Page, Quality, Seal, Source


def level(**fields: object) -> str:
    """Of the only record."""
    return outcome(verdict([discharge(fields=fields)]), "hospital-level")


class TestLevel:
    @pytest.mark.parametrize(
        ("fields", "expected"),
        [
            ({"hospital_name": HOSPITAL}, "met"),  # 三级甲等 in the directory
            ({"hospital_name": "邵阳地区人民医院"}, "met"),  # its former name
            ({"hospital_name": "郡阳市中心医院"}, "met"),  # misread 邵
            ({"hospital_name": "某某医院", "hospital_level": "三级甲等"}, "met"),
            ({"hospital_name": HOSPITAL, "hospital_level": "三级"}, "met"),  # agrees with 三级甲等
            ({"hospital_name": HOSPITAL, "hospital_level": "二级甲等"}, "unknown"),  # print against directory
            ({"hospital_name": "某某医院", "hospital_level": "一级甲等"}, "unmet"),
            ({"hospital_name": "樟树市第三人民医院"}, "unmet"),  # 一级 in the directory
            ({"hospital_name": "邵阳市第二人民医院"}, "unknown"),  # listed without a level
            ({"hospital_name": "邵阳市第九人民医院"}, "unknown"),  # not listed; the ordinal says nothing
            ({"hospital_name": "邵阳中医医院"}, "unknown"),  # of the city or of the county
            ({"hospital_name": "大祥区罗市镇卫生院"}, "unmet"),
            ({"hospital_name": "红旗路社区卫生服务中心"}, "unmet"),
            ({"hospital_name": "六都寨镇中心卫生院", "hospital_level": "二级乙等"}, "unknown"),  # of level 1
            ({"hospital_name": ["西门村卫生室", "某某医院"], "hospital_level": "三级"}, "unknown"),
            ({"hospital_name": ["罗市镇卫生院", HOSPITAL]}, "unknown"),  # one of them only mentioned
            ({"hospital_name": ["湘雅某某民营医院", HOSPITAL]}, "unknown"),
            ({"hospital_name": [HOSPITAL, "邵阳市中心医院检验科"]}, "met"),
            ({"hospital_name": None}, "unknown"),
        ],
    )
    def test_a_record(self, fields: dict[str, str | None], expected: str) -> None:
        assert level(**fields) == expected

    @pytest.mark.parametrize("confidence", [0.5, 0.8, 0.89])
    def test_an_unsure_low_level_is_unknown(self, confidence: float) -> None:
        low = discharge(fields={"hospital_name": "罗市镇卫生院"}, confidence=confidence)
        assert outcome(verdict([low]), "hospital-level") == "unknown"
        assert outcome(
            verdict([faulty(discharge(fields={"hospital_name": "罗市镇卫生院"}))]), "hospital-level"
        ) == ("unknown")

    def test_a_seal_names_the_hospital_where_the_print_does_not(self) -> None:
        sealed = discharge(fields={"hospital_name": None}, marks=Marks(seals=(seal(f"{HOSPITAL}病案室"),)))
        assert outcome(verdict([sealed]), "hospital-level") == "met"

    @pytest.mark.parametrize(
        ("text", "confidence", "expected"),
        [
            (HOSPITAL, 0.9, "met"),
            ("邵阳地区人民医院诊断专用章", 0.95, "met"),  # an alias
            (HOSPITAL, 0.89, "unknown"),
            ("郡阳市中心医院", 0.95, "unknown"),  # misread: close, not exact
            ("邵阳市某某医院", 0.95, "unknown"),  # not in the directory
            ("樟树市第三人民医院", 0.99, "unknown"),  # too low, but a seal alone never refuses
        ],
    )
    def test_a_seal_tells_the_level_only_by_an_exact_sure_name(
        self, text: str, confidence: float, expected: str
    ) -> None:
        marks = Marks(seals=(seal(text, confidence=confidence),))
        assert outcome(
            verdict([discharge(fields={"hospital_name": None}, marks=marks)]), "hospital-level"
        ) == (expected)

    def test_another_hospitals_seal_beside_an_unread_name_tells_nothing(self) -> None:
        for printed, expected in ((HOSPITAL, "met"), ("隆回县人民医院", "unknown")):
            paper = unsure(discharge(fields={"hospital_name": printed}, marks=Marks(seals=(seal(),))), 0.7)
            assert outcome(verdict([paper]), "hospital-level") == expected

    def test_a_low_paper_beside_a_sufficient_one_is_for_a_person(self) -> None:
        low = discharge(K.OUTPATIENT_RECORD, fields={"hospital_name": "罗市镇卫生院"})
        found = verdict([*sound_application(), low])
        assert outcome(found, "hospital-level") == "unknown"
        assert "HOSP-007" in codes(found, "hospital-level")

    def test_a_further_report_without_a_name_is_left_aside(self) -> None:
        nameless = lab(fields={"hospital_name": None}, file="second.jpg")
        assert outcome(verdict([*sound_application(), nameless]), "hospital-level") == "met"
        assert outcome(verdict([*sound_application()[:4], nameless]), "hospital-level") == "unknown"

    def test_the_form_counts_in_applications_only(self) -> None:
        low = form(fields={"hospital_name": "罗市镇卫生院"})
        assert outcome(verdict([low]), "hospital-level") == "unmet"
        assert outcome(verdict([low], application("yichun-renewal")), "hospital-level") == "unknown"
        assert outcome(verdict([low], application("shaoyang-renewal")), "hospital-level") == "not_applicable"

    def test_a_referral_letter_only_for_referrals(self) -> None:
        letter = document(K.REFERRAL_LETTER, {"hospital_name": "罗市镇卫生院"})
        for category, expected in (("referral", "unmet"), ("temporary", "not_applicable")):
            stated = application("shaoyang-remote-filing", category=category)
            assert outcome(verdict([letter], stated), "hospital-level") == expected


class TestTitle:
    @pytest.mark.parametrize(
        ("title", "expected"),
        [
            ("主任医师", "met"),
            ("副主任医师", "met"),
            ("副主任中医师", "met"),
            ("主治医师", "unmet"),
            ("住院医师", "unmet"),
            (None, "unknown"),
        ],
    )
    def test_title(self, title: str | None, expected: str) -> None:
        assert outcome(verdict([form(title=title)]), "physician-title") == expected

    def test_doubt_is_unknown(self) -> None:
        assert outcome(verdict([form(title="主治医师", confidence=0.85)]), "physician-title") == "unknown"
        assert outcome(verdict([faulty(form(title="主治医师"))]), "physician-title") == "unknown"
        two = form(fields={"physician_title": ["副主任医师", "主治医师"]})
        assert outcome(verdict([two]), "physician-title") == "unknown"
        assert outcome(verdict([]), "physician-title") == "unknown"

    def test_an_empty_place_behind_the_label_on_a_clear_form(self) -> None:
        empty = form(title=None, pages=[page(1, "姓名：李建国", "职称：", "", "医师签名")])
        lines = (line("姓名：李建国"), line("医师职称：", at=300))
        clear = Page(1, 1600, 2200, Source.OCR, 0, Quality(), lines)
        assert codes(verdict([form(title=None, pages=[clear])]), "physician-title") == {"SIGN-004"}
        scrawl = Page(1, 1600, 2200, Source.OCR, 0, Quality(), (*lines, line("剐壬", at=320)))
        assert codes(verdict([form(title=None, pages=[scrawl])]), "physician-title") == {"SIGN-003"}
        assert codes(verdict([unsure(empty, 0.8)]), "physician-title") == {"SIGN-003"}


class TestSignature:
    @pytest.mark.parametrize(
        ("present", "confidence", "expected"),
        [
            (True, 0.9, "met"),
            (True, 0.5, "unknown"),
            (False, 0.9, "unmet"),
            (False, 0.7, "unknown"),
            (None, 0.9, "unknown"),
        ],
    )
    def test_the_place(self, present: bool | None, confidence: float, expected: str) -> None:
        marks = Marks(signatures=(signature(present, confidence=confidence),))
        assert outcome(verdict([form(marks=marks)]), "physician-signature") == expected

    def test_no_place_or_a_faulty_page_is_unknown(self) -> None:
        assert outcome(verdict([form(marks=Marks())]), "physician-signature") == "unknown"
        empty = form(marks=Marks(signatures=(signature(False),)))
        assert outcome(verdict([faulty(empty)]), "physician-signature") == "unknown"

    def test_the_applicants_signature_is_not_the_physicians(self) -> None:
        marks = Marks(signatures=(signature(True, role="applicant"), signature(False)))
        assert outcome(verdict([form(marks=marks)]), "physician-signature") == "unmet"


class TestSeal:
    def sealed(self, *seals: Seal, paper: Document | None = None) -> str:
        document = paper or certificate(marks=Marks(seals=seals))
        return outcome(verdict([id_front(), id_back(), document]), "hospital-seal")

    @pytest.mark.parametrize(
        ("seals", "expected"),
        [
            ((seal(),), "met"),
            ((seal("邵阳市中心医院"),), "met"),
            ((seal("邵阳地区人民医院诊断专用章"),), "met"),  # an alias in the directory
            ((seal(""),), "met"),  # there, its text unread
            ((dataclasses.replace(seal(""), colour="blue"),), "unknown"),  # a stamp of a date looks like it
            ((dataclasses.replace(seal(), colour="blue"),), "met"),
            ((seal("都阳市中心医院诊断专用章"),), "met"),  # 都阳 is no place: half read
            ((seal("诊断证明专用章"),), "met"),
            ((seal("门诊疾病诊断证明专用章"),), "met"),
            ((seal("阳市中心医诊断专用章"),), "met"),  # a piece of the name
            ((seal("湖南鑫达贸易有限公司合同专用章"),), "unknown"),
            ((seal("老百姓大药房发票专用章"),), "unknown"),
            ((seal("张三律师事务所公章"),), "unknown"),
            ((seal("财务专用章"),), "unknown"),
            ((seal("隆回县人民医院诊断证明专用章"),), "unmet"),
            ((seal("隆回县人民医院诊断证明专用章", confidence=0.8),), "unknown"),
            ((seal("邵阳市医疗保障局"),), "unknown"),  # the bureau's alone
            ((seal("隆回县人民医院"), seal()), "met"),
            ((seal("李建国", shape="square"),), "unknown"),  # a physician's name stamp
            ((seal(confidence=0.3),), "unknown"),
            ((), "unmet"),
        ],
    )
    def test_a_certificate(self, seals: tuple[Seal, ...], expected: str) -> None:
        assert self.sealed(*seals) == expected

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            (f"{HOSPITAL}医保科", "met"),
            ("隆回县康宁医院", "met"),  # a hospital's name: the seal is the issuer
            ("", "met"),
            ("湖南鑫达贸易有限公司合同专用章", "unknown"),
            ("邵阳市大祥区城南街道办事处", "unknown"),
        ],
    )
    def test_a_paper_that_prints_no_hospital(self, text: str, expected: str) -> None:
        paper = certificate(marks=Marks(seals=(seal(text),)))
        fields = {name: held for name, held in paper.fields.items() if name != "hospital_name"}
        assert self.sealed(paper=dataclasses.replace(paper, fields=fields)) == expected

    def test_a_seal_is_never_compared_with_the_name_it_gave_itself(self) -> None:
        mark = seal(f"{HOSPITAL}医保科", confidence=0.97)
        paper = certificate(marks=Marks(seals=(mark,)))
        (held,) = paper.fields["hospital_name"]
        given = dataclasses.replace(held, value=HOSPITAL, confidence=0.6, box=mark.box)
        paper = dataclasses.replace(paper, fields={**paper.fields, "hospital_name": (given,)})
        (answer,) = results(verdict([paper]), "hospital-seal")
        assert answer.outcome.value == "met"
        assert "未印出具医院" in answer.message

    def test_a_seal_is_compared_with_a_name_that_was_hard_to_read(self) -> None:
        for text, expected in ((HOSPITAL, "met"), ("隆回县人民医院", "unknown")):
            paper = certificate(marks=Marks(seals=(seal(text),)))
            assert self.sealed(paper=unsure(paper, 0.7)) == expected

    def test_an_unlisted_second_name_of_one_place_is_for_a_person(self) -> None:
        paper = certificate(
            fields={"hospital_name": "新余市某某医院"}, marks=Marks(seals=(seal("新余市第一人民医院"),))
        )
        assert self.sealed(paper=paper) == "unknown"

    def test_missing_on_a_faulty_or_grey_page_is_unknown(self) -> None:
        bare = certificate(marks=Marks())
        assert self.sealed(paper=faulty(bare)) == "unknown"
        grey = Page(
            1, 1600, 2200, Source.OCR, 0, Quality((), {"colourfulness": 0.0}), (line("疾病诊断证明书"),)
        )
        assert self.sealed(paper=certificate(marks=Marks(), pages=[grey])) == "unknown"

    def test_papers_that_need_none(self) -> None:
        assert outcome(verdict([discharge(), lab()]), "hospital-seal") == "not_applicable"

    def test_yichun_seal_is_advisory_and_may_be_the_bureaus(self) -> None:
        recognised = document(K.RECOGNITION_FORM, {}, marks=Marks(seals=(seal("宜春市医疗保障局"),)))
        bare = document(K.RECOGNITION_FORM, {}, marks=Marks())
        for paper, expected in ((recognised, "met"), (bare, "unmet")):
            answer = results(verdict([paper], application("yichun-renewal")), "hospital-seal")[0]
            assert (answer.outcome.value, answer.advisory) == (expected, True)

    def test_an_employers_letter(self) -> None:
        stated = application("shaoyang-remote-filing", category="posted_work")
        for seals, expected in (((seal("湖南某某建设有限公司"),), "met"), ((), "unmet")):
            letter = document(K.WORK_POSTING_LETTER, {"patient_name": "李建国"}, marks=Marks(seals=seals))
            assert outcome(verdict([letter], stated), "hospital-seal") == expected
