"""A chart: one person's one stay or visit, and how each of its labels is printed and understood."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from samples.clinical import STORIES, Story
from samples.panels import PANELS, Test
from samples.paper import Paper
from samples.people import Person

Item: TypeAlias = tuple[str, str, str | None, Any]
"""(label, as printed, field or None, normalised value)."""
DateStyle: TypeAlias = Callable[[dt.date], str]

INSURANCE = {"employee": "职工基本医疗保险", "resident": "城乡居民基本医疗保险"}
DIGITS = "〇一二三四五六七八九"


def date_dash(day: dt.date) -> str:
    return day.isoformat()


def date_cn(day: dt.date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def date_cn0(day: dt.date) -> str:
    return f"{day.year}年{day.month:02d}月{day.day:02d}日"


def date_dot(day: dt.date) -> str:
    return f"{day.year}.{day.month:02d}.{day.day:02d}"


def date_slash(day: dt.date) -> str:
    return f"{day.year}/{day.month}/{day.day}"


def date_numerals(day: dt.date) -> str:
    """二〇二五年十一月二十日."""
    year = "".join(DIGITS[int(c)] for c in str(day.year))
    return f"{year}年{_upto99(day.month)}月{_upto99(day.day)}日"


def _upto99(n: int) -> str:
    tens, ones = divmod(n, 10)
    head = "" if tens == 0 else ("十" if tens == 1 else DIGITS[tens] + "十")
    return head + (DIGITS[ones] if ones else "")


def full_width(text: str) -> str:
    """Digits, letters and dashes in full width, as older systems print them."""
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)


PHYSICIANS = ("周明远", "邹建华", "贺晓岚", "欧阳志成", "段国平", "龚雪梅", "谢立群", "肖文斌")


@dataclass(frozen=True, slots=True)
class Chart:
    """What the papers of one stay or visit say; dates a paper does not need stay ``None``."""

    patient: Person
    hospital: str
    story: Story
    physician: str = "周明远"
    title: str = "副主任医师"
    admitted: dt.date = dt.date(2025, 8, 11)
    discharged: dt.date = dt.date(2025, 8, 20)
    visited: dt.date = dt.date(2025, 9, 2)
    reported: dt.date = dt.date(2025, 8, 13)
    issued: dt.date = dt.date(2025, 9, 2)
    record: str = "202508110237"
    report: str = "2508130416"
    tests: tuple[Test, ...] = ()
    diagnoses: tuple[str, ...] = ()
    level: str = ""
    bed: str = "23"
    name: str = ""
    number: str = ""
    wide: bool = False

    @property
    def patient_name(self) -> str:
        return self.name or self.patient.name

    @property
    def id_number(self) -> str:
        return self.number or self.patient.id_number

    def item(self, label: str, date_as: DateStyle | None = None) -> Item:
        """How ``label`` is printed on this chart's papers, and what it means."""
        name, printed, field, value = self._item(label, date_as or date_dash)
        return name, full_width(printed) if self.wide else printed, field, value

    def _item(self, label: str, date_as: DateStyle) -> Item:
        who = self.patient
        days = {
            "入院日期": ("admission_date", self.admitted),
            "入院时间": ("admission_date", self.admitted),
            "出院日期": ("discharge_date", self.discharged),
            "出院时间": ("discharge_date", self.discharged),
            "就诊日期": ("visit_date", self.visited),
            "就诊时间": ("visit_date", self.visited),
            "报告日期": ("report_date", self.reported),
            "报告时间": ("report_date", self.reported),
            "出生日期": ("birth_date", who.born),
            "开具日期": ("issue_date", self.issued),
            "日期": ("issue_date", self.issued),
        }
        if label in days:
            kind, day = days[label]
            return label, date_as(day), kind, day.isoformat()
        printed, field, value = self._plain()[label]
        return label, printed, field, value

    def _plain(self) -> dict[str, tuple[str, str | None, Any]]:
        """Everything that is no date: label → (as printed, field, value)."""
        who = self.patient
        age = who.age_on(self.admitted)
        plain: dict[str, tuple[str, str | None, Any]] = {
            "姓名": (self.patient_name, "patient_name", self.patient_name),
            "患者姓名": (self.patient_name, "patient_name", self.patient_name),
            "性别": (who.sex, "sex", who.sex),
            "年龄": (f"{age}岁", "age", age),
            "民族": (f"{who.ethnicity}族", "ethnicity", who.ethnicity),
            "科别": (self.story.department, "department", self.story.department),
            "科室": (self.story.department, "department", self.story.department),
            "床号": (f"{self.bed}床", None, None),
            "住院号": (self.record, "record_number", self.record),
            "病案号": (self.record, "record_number", self.record),
            "门诊号": (self.record, "record_number", self.record),
            "报告单号": (self.report, "report_number", self.report),
            "检查号": (self.report, "report_number", self.report),
            "身份证号": (self.id_number, "id_number", self.id_number),
            "身份证号码": (self.id_number, "id_number", self.id_number),
            "身份证件号码": (self.id_number, "id_number", self.id_number),
            "公民身份号码": (self.id_number, "id_number", self.id_number),
            "联系电话": (who.phone, "phone", who.phone),
            "电话": (who.phone, "phone", who.phone),
            "住址": (who.address, "address", who.address),
            "现住址": (who.address, "address", who.address),
            "联系地址": (who.address, "address", who.address),
            "参保地": (who.insured_place, "insured_place", who.insured_place),
            "费别": (INSURANCE[who.insurance], "insurance_type", who.insurance),
            "参保类型": (INSURANCE[who.insurance], "insurance_type", who.insurance),
            "住院天数": (f"{(self.discharged - self.admitted).days}天", None, None),
            "职业": ("退（离）休人员" if age > 60 else "职员", None, None),
        }
        return plain

    @property
    def all_diagnoses(self) -> tuple[str, ...]:
        return self.diagnoses or self.story.diagnoses

    @property
    def all_tests(self) -> tuple[Test, ...]:
        return self.tests or PANELS[self.story.panel]


def chart(patient: Person, hospital: str, story: str, **changes: Any) -> Chart:
    """A chart of ``STORIES[story]``; dates may be given as ISO text."""
    dates = ("admitted", "discharged", "visited", "reported", "issued")
    for name in dates:
        if isinstance(changes.get(name), str):
            changes[name] = dt.date.fromisoformat(changes[name])
    plain = Chart(patient, hospital, STORIES[story])
    admitted, reported, n = (
        changes.get("admitted", plain.admitted),
        changes.get("reported", plain.reported),
        patient.face,
    )
    own = {
        "record": f"{admitted:%Y%m%d}{n * 7 + 112:04d}",
        "report": f"{reported:%y%m%d}{n * 13 + 301:04d}",
        "physician": PHYSICIANS[n % len(PHYSICIANS)],
        "bed": f"{n % 40 + 2}",
    }
    return replace(plain, **{**own, **changes})


def say_tests(paper: Paper, tests: tuple[Test, ...]) -> None:
    """Write down the rows of a report as the contract names them."""
    for t in tests:
        row = {
            "name": t.name,
            "result": t.result,
            "unit": t.unit or None,
            "reference": t.reference or None,
            "flag": t.flag or None,
        }
        paper.says("test_items", row)
