"""A check's question, and the four ways to answer it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from validators.codes import Code
from validators.verdict import CheckResult, Evidence, Outcome


@dataclass(frozen=True, slots=True)
class Question:
    """One check under one rule of a pack.

    ``adopted`` is false where the bureau has not adopted the rule: such a rule is advisory; it is shown,
    but never makes a check unmet.
    """

    id: str
    clause: str
    advisory: bool = False
    adopted: bool = True

    def met(
        self, code: Code, message: str, *, subject: str | None = None, evidence: Sequence[Evidence] = ()
    ) -> CheckResult:
        """There is positive evidence that the demand is met."""
        return self._result(Outcome.MET, code, message, subject=subject, evidence=evidence)

    def unmet(
        self,
        code: Code,
        message: str,
        *,
        remedy: str,
        subject: str | None = None,
        evidence: Sequence[Evidence] = (),
        mendable: bool = True,
    ) -> CheckResult:
        """There is plain evidence of the contrary; ``remedy`` tells the applicant what to bring."""
        if not self.adopted:
            words = f"{message}该项规定尚未采用，不据此退件，请审核人员判断。"
            return self._result(Outcome.UNKNOWN, Code.UNADOPTED, words, subject=subject, evidence=evidence)
        return self._result(
            Outcome.UNMET, code, message, subject=subject, evidence=evidence, remedy=remedy, mendable=mendable
        )

    def unknown(
        self,
        code: Code,
        message: str,
        *,
        remedy: str | None = None,
        subject: str | None = None,
        evidence: Sequence[Evidence] = (),
    ) -> CheckResult:
        """It could not be told; ``message`` says why and where."""
        return self._result(Outcome.UNKNOWN, code, message, subject=subject, evidence=evidence, remedy=remedy)

    def not_applicable(self, code: Code, message: str, *, subject: str | None = None) -> CheckResult:
        """The question does not arise in this case."""
        return self._result(Outcome.NOT_APPLICABLE, code, message, subject=subject, evidence=())

    def _result(
        self,
        outcome: Outcome,
        code: Code,
        message: str,
        *,
        subject: str | None,
        evidence: Sequence[Evidence],
        remedy: str | None = None,
        mendable: bool = True,
    ) -> CheckResult:
        return CheckResult(
            id=self.id,
            outcome=outcome,
            code=code.value,
            subject=subject,
            message=message,
            clause=self.clause,
            remedy=remedy,
            evidence=tuple(evidence),
            advisory=self.advisory,
            mendable=mendable,
        )
