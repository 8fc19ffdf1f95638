"""Who recognised the disease: hospital, physician and day, from the papers of one hospital alone.

A form stands before a certificate, a certificate before records: the hospital's opinion on the form is
the recognition that the bureau registers. Values of two hospitals are never mixed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from intake.registration.record import Entry
from ocr.types import DocumentKind
from ocr.values.dates import parse_date
from validators.case import Case
from validators.hospitals import Found, HospitalDirectory, same_hospital
from validators.papers import Paper, Value, kind_names

K = DocumentKind
_KINDS = (
    K.APPLICATION_FORM,
    K.RECOGNITION_FORM,
    K.DIAGNOSIS_CERTIFICATE,
    K.DISCHARGE_SUMMARY,
    K.INPATIENT_FRONT_PAGE,
    K.OUTPATIENT_RECORD,
)
_DATED = {
    K.APPLICATION_FORM: ("sign_date",),
    K.RECOGNITION_FORM: ("issue_date", "sign_date"),
    K.DIAGNOSIS_CERTIFICATE: ("issue_date", "sign_date"),
}
"""Fields that tell the day of recognition; the end of a hospital stay is none."""
_NO_PAPER = "材料上没有读到鉴定医院"


@dataclass(frozen=True, slots=True)
class Recognition:
    """The hospital as listed or printed, the physician and the day."""

    hospital: Entry
    physician: Entry
    day: Entry


def recognition_of(case: Case) -> Recognition:
    """What the papers of ``case`` say of the recognition."""
    directory = case.pack.hospitals
    for kind in _KINDS:
        names = _readable(case.of_kind(kind), "hospital_name")
        if not names:
            continue
        first = names[0]
        if not all(same_hospital(first.text, other.text, directory) for other in names):
            why = f"{kind_names([kind])}上的医院名称不一致，请人工填写"
            return Recognition(*(Entry(why=why),) * 3)
        papers = _papers_of(case, first.text, directory)
        return Recognition(_hospital(first, directory), _physician(papers), _day(papers))
    return Recognition(*(Entry(why=_NO_PAPER),) * 3)


def only_value(values: Sequence[Value], absent: str, several: str) -> Entry:
    """The value that all of ``values`` agree on, or why there is none."""
    if not values:
        return Entry(why=absent)
    if len({value.text for value in values}) > 1:
        return Entry(why=several)
    return Entry(values[0].text, "paper", values[0].evidence)


def _readable(papers: Iterable[Paper], *names: str) -> list[Value]:
    return [v for p in papers if p.kind_is_sure for v in p.values(*names) if v.is_readable]


def _papers_of(case: Case, hospital: str, directory: HospitalDirectory) -> list[Paper]:
    """The papers that name this hospital, forms first."""
    papers = [paper for kind in _KINDS for paper in case.of_kind(kind)]
    return [
        paper
        for paper in papers
        if any(same_hospital(v.text, hospital, directory) for v in _readable([paper], "hospital_name"))
    ]


def _hospital(printed: Value, directory: HospitalDirectory) -> Entry:
    found = directory.look_up(printed.text)
    if found.hospital is None or found.found is Found.AMBIGUOUS:
        return Entry(printed.text, "paper", printed.evidence, "医院名录中没有对应的一家，名称按材料所印")
    why = "" if found.found is Found.EXACT else "名称与名录有一字之差，按名录填写"
    return Entry(found.hospital.name, "paper", printed.evidence, why)


def _physician(papers: Sequence[Paper]) -> Entry:
    for paper in papers:
        if names := _readable([paper], "physician_name"):
            return only_value(names, "", "同一份材料上有几位医师，请人工填写")
    return Entry(why="鉴定医院的材料上没有读到医师姓名")


def _day(papers: Sequence[Paper]) -> Entry:
    for paper in papers:
        days = [v for v in _readable([paper], *_DATED.get(paper.kind, ())) if _is_whole_day(v)]
        if len({v.text for v in days}) == 1:
            return Entry(days[0].text, "paper", days[0].evidence)
    return Entry(why="鉴定医院的材料上没有读到唯一的鉴定日期")


def _is_whole_day(value: Value) -> bool:
    date = parse_date(value.text)
    return date is not None and date.earliest == date.latest
