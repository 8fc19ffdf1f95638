"""授权委托书, 承诺书, 异地工作证明 and 转诊意见."""

from __future__ import annotations

import datetime as dt

from samples import chart as ch
from samples import seals, signatures
from samples.chart import Chart
from samples.paper import A4, Paper, Sheet
from samples.people import Person
from samples.setting import Grid, Style, numbered, paragraph, row, say_diagnoses


def signed_line(
    paper: Paper,
    sheet: Sheet,
    role: str,
    label: str,
    x: float,
    y: float,
    name: str | None,
    style: Style,
    seed: int,
) -> None:
    end = sheet.text(x, y, label, style.size, style.face)
    signatures.sign(paper, sheet, role, end + 2, y - 9, name, size=22, seed=seed)


def authorization(
    patient: Person,
    agent: Person,
    day: dt.date,
    *,
    style: Style | None = None,
    signed: bool = True,
    prose: bool = True,
) -> Paper:
    """授权委托书: who entrusts whom with what, until when; both sign."""
    style = style or Style("song", 12)
    paper = Paper(
        "authorization_letter", "authorization-prose" if prose else "authorization-table", face=style.face
    )
    sheet = paper.sheet()
    sheet.text(297, 70, "授 权 委 托 书", 21, style.face, anchor="c", bold=True)
    paper.may_say("sex", patient.sex)
    if prose:
        y = _authorization_prose(paper, sheet, patient, agent, style)
    else:
        y = _authorization_table(paper, sheet, patient, agent, style)
    paper.says("patient_name", patient.name)
    paper.says("id_number", patient.id_number)
    paper.says("agent_name", agent.name)
    paper.says("agent_id_number", agent.id_number)
    for role, label, who, down, seed in (
        ("applicant", "委托人（签名）：", patient, 50, 91),
        ("agent", "受托人（签名）：", agent, 90, 92),
    ):
        signed_line(paper, sheet, role, label, 300, y + down, who.name if signed else None, style, seed)
    sheet.text(330, y + 130, ch.date_cn(day), style.size, style.face)
    paper.says("sign_date", day.isoformat())
    return paper


def _authorization_prose(paper: Paper, sheet: Sheet, patient: Person, agent: Person, style: Style) -> float:
    text = (
        f"    委托人：{patient.name}，{patient.sex}，身份证号：{patient.id_number}，"
        f"联系电话：{patient.phone}。\n"
        f"    受托人：{agent.name}，{agent.sex}，身份证号：{agent.id_number}，"
        f"与委托人关系：子女，联系电话：{agent.phone}。\n"
        "    本人因身体原因不能亲自办理，现委托上述受托人作为本人的合法代理人，全权代表本人办理门诊慢特病"
        "待遇资格相关手续，包括提交材料、签署文书、领取结果。受托人在办理上述事项过程中所签署的有关文件，"
        "本人均予以认可，并承担相应的法律责任。\n    委托期限：自签署之日起至上述事项办结之日止。"
    )
    for phone in (patient.phone, agent.phone):
        paper.may_say("phone", phone)
    return paragraph(sheet, 60, 130, text, 475, style, lead=2.0)


def _authorization_table(paper: Paper, sheet: Sheet, patient: Person, agent: Person, style: Style) -> float:
    grid = Grid(paper, sheet, (60, 130, 210, 270, 340, 410, 535), 120, style)
    for role, who in (("委托人", patient), ("被委托人", agent)):
        grid.cells(34, [(1, role), (1, who.name), (1, "性别"), (1, who.sex), (1, "联系电话"), (1, who.phone)])
        grid.cells(34, [(1, "身份证号码"), (5, who.id_number)])
    grid.cells(34, [(1, "双方关系"), (5, "夫妻")])
    grid.cells(
        120, [(1, "委托事项"), (5, "代为办理门诊特殊病种待遇续期（延期）申请，提交并签署相关材料。")], "cl"
    )
    grid.cells(34, [(1, "委托期限"), (5, "至委托事项办结之日止")])
    for phone in (patient.phone, agent.phone):
        paper.may_say("phone", phone)
    return grid.y + 10


def commitment(
    patient: Person,
    day: dt.date,
    *,
    agent: Person | None = None,
    residence: str = "",
    style: Style | None = None,
    signed: bool = True,
) -> Paper:
    """承诺书: an agent's on conduct, or an applicant's on long residence in another city."""
    style = style or Style("wenkai", 12)
    paper = Paper(
        "commitment_letter", "commitment-residence" if residence else "commitment-conduct", face=style.face
    )
    sheet = paper.sheet()
    title = "异地长期居住承诺书" if residence else "个人行为责任承诺书"
    sheet.text(297, 72, title, 20, style.face, anchor="c", bold=True)
    who = agent or patient
    lines = f"    承诺人：{who.name}    身份证号码：{who.id_number}    联系电话：{who.phone}\n"
    paper.may_say("phone", who.phone)
    lines += _promise(patient, agent, residence)
    if residence:
        paper.may_say("address", residence)
        paper.may_say("insured_place", patient.insured_place)
    y = paragraph(sheet, 60, 128, lines, 475, style, lead=2.0)
    paper.says("patient_name", patient.name)
    paper.says("id_number", patient.id_number)
    if agent:
        paper.says("agent_name", agent.name)
        paper.says("agent_id_number", agent.id_number)
    role = "agent" if agent else "applicant"
    signed_line(paper, sheet, role, "承诺人（签名）：", 300, y + 60, who.name if signed else None, style, 93)
    sheet.text(330, y + 100, ch.date_numerals(day), style.size, style.face)
    paper.says("sign_date", day.isoformat())
    return paper


def _promise(patient: Person, agent: Person | None, residence: str) -> str:
    if residence:
        return (
            f"    本人为{patient.insured_place}参保人员，现长期居住在{residence}，"
            "居住时间六个月以上，因暂未办理居住证，"
            "特此承诺：以上所填居住信息真实有效；如有虚假，自愿承担由此产生的一切后果，并退回已享受的医保待遇。"
        )
    if agent:
        return (
            f"    本人受参保人{patient.name}（身份证号码：{patient.id_number}）委托，"
            "代为办理门诊慢特病待遇延期手续，"
            "特此承诺：所提交的材料均真实有效，参保人知悉并同意办理；如有隐瞒、虚假，由本人承担相应责任。"
        )
    return "    本人承诺所提交的门诊慢特病申请材料真实、合法、有效，如有虚假，愿意承担相应法律责任。"


def posting(
    who: Person,
    employer: str,
    place: str,
    start: dt.date,
    end: dt.date,
    day: dt.date,
    *,
    seal: str | None = "",
    style: Style | None = None,
) -> Paper:
    """异地工作证明: the employer says who works where from when to when, and seals it."""
    style = style or Style("song", 13)
    paper = Paper("work_posting_letter", "posting-letter", face=style.face)
    sheet = paper.sheet()
    sheet.text(297, 84, "常驻异地工作证明", 21, style.face, anchor="c", bold=True)
    text = (
        f"{who.insured_place[:3]}医疗保障局：\n    兹有我单位职工{who.name}，性别{who.sex}，"
        f"身份证号码{who.id_number}，"
        f"因工作需要，于{ch.date_cn(start)}至{ch.date_cn(end)}派驻{place}工作，工作地址：{place}样张大道16号。"
        "请贵局予以办理异地就医备案手续。\n    特此证明。"
    )
    y = paragraph(sheet, 64, 150, text, 470, style, lead=2.1)
    paper.says("patient_name", who.name)
    paper.says("sex", who.sex)
    paper.says("id_number", who.id_number)
    paper.says("valid_from", start.isoformat())
    paper.says("valid_until", end.isoformat())
    sheet.text(530, y + 60, employer + "（盖章）", style.size, style.face, anchor="r")
    sheet.text(530, y + 90, ch.date_cn(day), style.size, style.face, anchor="r")
    paper.says("issue_date", day.isoformat())
    sheet.text(64, y + 140, "经办人：唐敏    联系电话：13000009001", style.size - 1, style.face)
    paper.may_say("phone", "13000009001")
    if seal is not None:
        seals.put(paper, sheet, 450, y + 76, seal or employer, size=118, seed=95, tilt=8)
    return paper


def referral(
    c: Chart, to: str, *, style: Style | None = None, seal: str | None = "", signed: bool = True
) -> Paper:
    """转诊转院意见: the sending hospital's certificate, why, where to, signed and sealed."""
    style = style or Style("song", 11.5)
    paper = Paper("referral_letter", "referral", face=style.face)
    sheet = paper.sheet(A4)
    sheet.text(297, 56, c.hospital, 17, style.face, anchor="c", bold=True)
    sheet.text(297, 84, "转诊转院意见书", 17, style.face, anchor="c", bold=True)
    paper.says("hospital_name", c.hospital)
    row(
        paper,
        sheet,
        124,
        [c.item("姓名"), c.item("性别"), c.item("年龄"), c.item("科别")],
        (60, 190, 280, 370),
        style,
    )
    row(paper, sheet, 148, [c.item("身份证号码"), c.item("住院号")], (60, 330), style)
    row(paper, sheet, 172, [c.item("参保地"), c.item("联系电话")], (60, 330), style)
    sheet.text(60, 200, "诊断：" + "；".join(numbered(c.all_diagnoses)), style.size, style.face)
    say_diagnoses(paper, c.all_diagnoses)
    y = paragraph(sheet, 60, 230, "病情摘要：" + c.story.complaint + c.story.course, 475, style, lead=1.8)
    y = paragraph(sheet, 60, y + 6, "转诊理由：因本院条件所限，需进一步诊治。", 475, style, lead=1.8)
    sheet.text(60, y + 6, f"转入医院：{to}", style.size, style.face)
    paper.may_say("hospital_name", to)
    sheet.text(60, y + 30, "转诊有效期：自开具之日起3个月内有效", style.size, style.face)
    end = sheet.text(60, y + 80, "经治医师签名：", style.size, style.face)
    signatures.sign(paper, sheet, "physician", end + 2, y + 71, c.physician if signed else None, seed=96)
    paper.may_say("physician_name", c.physician)
    sheet.text(300, y + 80, "医院医保办（盖章）", style.size, style.face)
    row(paper, sheet, y + 104, [c.item("开具日期", ch.date_cn)], (300,), style)
    if seal is not None:
        seals.put(paper, sheet, 420, y + 88, seal or c.hospital, "转诊专用章", size=112, seed=97, tilt=-6)
    return paper
