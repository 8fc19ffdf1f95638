"""Does the insurance register know the applicant, under this name and this number?"""

from __future__ import annotations

from collections.abc import Iterator

from validators.answers import Question
from validators.case import Case, stated
from validators.codes import Code
from validators.near_misses import difference_of_names, difference_of_numbers, plain_name, plain_number
from validators.persons import shown_number
from validators.regions import Location
from validators.register import InsuredPerson, given, why_silent
from validators.verdict import CheckResult, Evidence

_INSURANCE = {"employee": "职工医保", "resident": "居民医保"}


def identity_on_record(case: Case) -> Iterator[CheckResult]:
    """Name and number are exactly those of the insurance register, where one is connected.

    Source: the packs' standing rule for this id. One name in several spellings of computers (dots of
    names, rare characters, 15 and 18 digits) is the same; one character, or two digits changed about, is a
    near miss and for a person to judge; a register that does not answer leaves it open. Worse mistake:
    passing somebody who is not insured, for the register's word is no reading; but what may be the
    register's own slip is never unmet.

    430503196703124514 李建国, in the register 430503670312451 李建国: met. In the register 李健国: unknown.
    """
    question = case.question("identity-on-record")
    applicant = case.application.applicant
    if case.register is None or case.register.persons is None:
        yield question.not_applicable(Code.NO_REGISTER, "未接入参保登记，不作比对。")
        return
    evidence = [stated("name", applicant.name), stated("id_number", applicant.id_number)]
    if why := why_silent(case.register.persons):
        words = f"参保登记没有答复（{why}），请稍后重新核对或由审核人员查询。"
        yield question.unknown(Code.REGISTER_SILENT, words, evidence=evidence)
        return
    bearer = case.register.bearer(applicant.id_number)
    if bearer is None:
        yield _without_bearer(case, question, evidence)
    else:
        yield _against(case, question, bearer, evidence)


def _without_bearer(case: Case, question: Question, evidence: list[Evidence]) -> CheckResult:
    """Nobody bears the number: a namesake with nearly the number is told, else that nobody was found."""
    applicant = case.application.applicant
    register = given(case.register.persons) if case.register else ()
    near = [
        words
        for person in register
        if plain_name(person.name) == plain_name(applicant.name)
        and (words := difference_of_numbers(applicant.id_number, person.id_number))
    ]
    if near:
        told = "；".join(dict.fromkeys(near))
        return question.unknown(
            Code.NEARLY_ON_RECORD,
            f"参保登记中没有身份证号 {shown_number(applicant.id_number)}，但有同名者号码相近（{told}），"
            "须核对是申请填错还是登记有误。",
            evidence=evidence,
        )
    return question.unmet(
        Code.NOT_ON_RECORD,
        f"参保登记中没有身份证号 {shown_number(applicant.id_number)}。",
        evidence=evidence,
        remedy="请核对身份证号；如确已参保，请联系参保地医保经办机构。",
    )


def _against(case: Case, question: Question, bearer: InsuredPerson, evidence: list[Evidence]) -> CheckResult:
    applicant = case.application.applicant
    if plain_name(bearer.name) != plain_name(applicant.name):
        if near := difference_of_names(applicant.name, bearer.name):
            words = f"身份证号与参保登记一致，姓名“{applicant.name}”与登记相近而不相同：{near}，须核对。"
            return question.unknown(Code.NEARLY_ON_RECORD, words, evidence=evidence)
        return question.unmet(
            Code.RECORD_DIFFERS,
            f"参保登记中该身份证号的姓名与申请的“{applicant.name}”不一致。",
            evidence=evidence,
            remedy="请核对姓名和身份证号，按参保登记填写；如登记有误，请先到医保窗口更正。",
        )
    if not bearer.active:
        return question.unmet(
            Code.RECORD_DIFFERS,
            "参保状态异常（暂停或终止）。",
            evidence=evidence,
            mendable=False,
            remedy="请先到参保地医保经办机构恢复参保。",
        )
    if differing := _other_differences(case, bearer):
        words = f"姓名、身份证号与参保登记一致，但{'，'.join(differing)}，须核对。"
        return question.unknown(Code.RECORD_DIFFERS, words, evidence=evidence)
    how = _how_written(applicant.name, applicant.id_number, bearer)
    return question.met(Code.ON_RECORD, f"姓名、身份证号与参保登记一致{how}。", evidence=evidence)


def _other_differences(case: Case, bearer: InsuredPerson) -> list[str]:
    """Where the register has another kind of insurance, or a place outside the policy's region."""
    applicant, rule = case.application.applicant, case.pack.policy.insured_place
    found = []
    if bearer.insured_place and case.pack.regions.located(bearer.insured_place, rule.value) is (
        Location.ELSEWHERE
    ):
        found.append(f"登记的参保地不在{case.pack.policy.region.name}")
    if bearer.insurance and applicant.insurance and bearer.insurance != applicant.insurance:
        registered, told = (_INSURANCE.get(kind, kind) for kind in (bearer.insurance, applicant.insurance))
        found.append(f"登记为{registered}，申请为{told}")
    return found


def _how_written(name: str, number: str, bearer: InsuredPerson) -> str:
    """In brackets, where register and application write the same thing in two ways."""
    ways = []
    lengths = len(number.strip()), len(bearer.id_number.strip())
    if lengths[0] != lengths[1] and plain_number(number) == plain_number(bearer.id_number):
        ways.append(f"{'登记' if lengths[1] == 15 else '申请'}为 15 位旧号，升位后相同")
    if name.strip() != bearer.name.strip():
        ways.append("姓名只是写法不同，如间隔号、全角字符")
    return f"（{'；'.join(ways)}）" if ways else ""
