"""Readings and verdicts as tables for a terminal. Personal numbers are masked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from api.titles import policy_title
from api.words import (
    FINDINGS,
    OUTCOME_ORDER,
    OUTCOMES,
    ROUTES,
    check_name,
    field_rows,
    place_words,
    plain,
    refusal_words,
)
from ocr.types import KIND_NAMES, Document, Marks, Reading
from validators.verdict import CheckResult, Outcome, Route, Verdict

ROUTE_STYLES = {
    Route.READY_FOR_REVIEW: "bold green",
    Route.NEEDS_CORRECTION: "bold red",
    Route.NEEDS_ATTENTION: "bold yellow",
}
OUTCOME_STYLES = {
    Outcome.UNMET: "red",
    Outcome.UNKNOWN: "yellow",
    Outcome.MET: "green",
    Outcome.NOT_APPLICABLE: "dim",
}
_ROLES = {"physician": "医师", "applicant": "申请人", "agent": "代办人"}
_PRESENT = {True: "已签名", False: "未签名", None: "看不清是否签名"}


def verdict_tables(verdict: Verdict) -> Iterator[RenderableType]:
    """The verdict of one case: heading, checks grouped by outcome, corrections."""
    policy = verdict.policy
    heading = Text(f"\n{plain(verdict.case)}  ", style="bold")
    heading.append(ROUTES[verdict.route], style=ROUTE_STYLES[verdict.route])
    heading.append(
        f"\n{policy_title(policy)} {policy.id}（{policy.version} 起施行）  摘要 {verdict.digest[:12]}",
        style="dim",
    )
    yield heading
    yield _checks(verdict.checks)
    apart = [check for check in verdict.checks if check.outcome is Outcome.NOT_APPLICABLE]
    if apart:
        names = dict.fromkeys(check_name(check) for check in apart)
        yield Text("不适用：" + "、".join(names), style="dim")
    if verdict.corrections:
        yield Text("请申请人：", style="bold")
        for number, correction in enumerate(verdict.corrections, 1):
            yield Text(f"{number}、{plain(correction.message)}（{correction.code}）")


def reading_tables(reading: Reading) -> Iterator[RenderableType]:
    """One table a paper: kind, quality, fields and marks."""
    for document in reading.documents:
        yield _document(document)


def _checks(checks: Sequence[CheckResult]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("结论", no_wrap=True)
    table.add_column("检查", min_width=8, overflow="fold")
    table.add_column("说明", overflow="fold", ratio=1)
    for outcome in OUTCOME_ORDER[:3]:
        for check in checks:
            if check.outcome is outcome:
                table.add_row(*_check_row(check))
    return table


def _check_row(check: CheckResult) -> tuple[Text, Text, Text]:
    name = Text(check_name(check))
    if check.advisory:
        name.append("（仅提示）", style="dim")
    words = Text(plain(check.message))
    if check.remedy and check.outcome is not Outcome.MET:
        words.append(f"\n{plain(check.remedy)}", style="cyan")
    places = dict.fromkeys(place_words(evidence) for evidence in check.evidence)
    if places and check.outcome is not Outcome.MET:
        words.append("\n依据：" + "；".join(places), style="dim")
    return Text(OUTCOMES[check.outcome], style=OUTCOME_STYLES[check.outcome]), name, words


def _document(document: Document) -> RenderableType:
    title = Text(f"\n{plain(document.file)}  ", style="bold")
    if refused := refusal_words(document):
        title.append("未能读取", style="bold red")
        return Group(title, Text(f"  {refused}"))
    title.append(KIND_NAMES[document.kind], style="cyan")
    title.append(_percent(document.kind_confidence), style="dim")
    parts: list[RenderableType] = [title]
    for page in document.pages:
        found = "、".join(FINDINGS[finding] for finding in page.quality.findings) or "清晰"
        parts.append(Text(f"  第 {page.number} 页  {page.width}×{page.height}  {found}", style="dim"))
    if document.fields:
        parts.append(_fields(document))
    marks = _marks(document.marks)
    if marks:
        parts.append(Text("  " + "；".join(marks)))
    return Group(*parts)


def _fields(document: Document) -> Table:
    table = Table(box=None, show_header=False, padding=(0, 2))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    table.add_column(justify="right", style="dim", no_wrap=True)
    for name, value, field in field_rows(document):
        table.add_row(name, Text(value), _percent(field.confidence))
    return table


def _marks(marks: Marks) -> list[str]:
    words = [f"印章“{plain(seal.text) or '文字不清'}”" for seal in marks.seals]
    words += [f"{_ROLES.get(one.role, one.role)}{_PRESENT[one.present]}" for one in marks.signatures]
    if marks.faces:
        words.append(f"人脸 {len(marks.faces)} 处")
    if marks.handwriting:
        words.append(f"手写 {len(marks.handwriting)} 处，未采信，请人工辨认")
    words += [f"{code.format} 码“{plain(code.text)}”" for code in marks.barcodes]
    return words


def _percent(confidence: float | None) -> str:
    return "" if confidence is None else f" {confidence:.0%}"
