"""Papers that belong to no case: a drug's leaflet, a booking slip, advice for living."""

from __future__ import annotations

import random

from benchmarks.reading.template import Template
from benchmarks.reading.templates.scored.markup import A4, A5, HEI, MICRO, SANS, SONG, code, dash, f, on, page
from benchmarks.reading.templates.scored.people import later, number
from benchmarks.reading.templates.scored.visit import visit


def leaflet(dice: random.Random) -> str:
    """A drug's instructions in two narrow columns: many labels in brackets, nobody's paper."""
    v = visit(dice, most=1)
    name, pack, use = dice.choice(v.illness.drugs)
    part = lambda label, text: f'<p style="margin-top:6px"><b>【{label}】</b>{text}</p>'
    text = "".join((
        part("药品名称", f"通用名称：{name}"), part("成份", "本品主要成份详见说明书首页，辅料为乳糖、微晶纤维素、硬脂酸镁等。"), part("性状", "本品为白色或类白色片，除去包衣后显白色。"),
        part("适应症", f"用于{v.illness.claimed}等疾病的治疗，应在医师指导下使用。"), part("规格", pack), part("用法用量", use + "。肾功能不全患者应调整剂量。"),
        part("不良反应", "常见头痛、头晕、恶心、腹痛、乏力；少见皮疹、瘙痒、转氨酶升高；罕见血管神经性水肿。上市后监测中有个例肝功能异常报告。"), part("禁忌", "对本品任何成份过敏者禁用；严重肝功能损害者禁用；孕妇及哺乳期妇女禁用。"),
        part("注意事项", "1.用药期间应定期监测肝肾功能；2.驾驶及操作机械者慎用；3.请置于儿童不能触及处；4.如出现皮疹、呼吸困难应立即停药并就医。"), part("老年用药", "老年患者（65岁以上）无需调整起始剂量，但应从小剂量开始。"),
        part("药物相互作用", "与强效CYP3A4抑制剂合用时血药浓度可升高，应监测症状。"), part("贮藏", "密封，在25℃以下保存。"), part("有效期", "36个月"), part("批准文号", f"国药准字H{number(dice, 8)}"), part("生产企业", f"{dice.choice(('江南', '华东', '嘉陵', '北麓'))}制药股份有限公司"),
    ))  # fmt: skip
    body = f'<div style="padding:46px 50px"><div class="c" style="font-size:20px;font-weight:bold">{name}说明书</div><div class="c" style="font-size:13px">请仔细阅读说明书并在医师指导下使用</div><div style="columns:2;column-gap:30px;margin-top:14px;font-size:13.5px;line-height:1.65">{text}</div><div class="abs" style="left:50px;bottom:30px;font-size:12px">核准日期：{dash(later(v.first, -900))}　修改日期：{dash(later(v.first, -300))}</div></div>'
    return page(A4, body, dice.choice((SONG, SANS)))


def booking(dice: random.Random) -> str:
    """A slip that tells where to wait: number, room, doctor."""
    v = visit(dice, most=1)
    body = f"""<div style="padding:18px;font-size:15px;line-height:1.7"><div class="c" style="font-size:17px">{f("hospital_name", v.hospital.name)}</div><div class="c" style="font-size:18px;font-weight:bold">预约挂号凭条</div><div class="c" style="font-size:44px;line-height:1.3">{dice.randint(1, 68):03d}号</div><div>姓名：{f("patient_name", v.person.name)}</div><div>就诊科室：{f("department", v.illness.department)}</div><div>就诊医生：{f("physician_name", v.doctor)}</div><div>就诊日期：{on("visit_date", v.first, dash)}</div><div>候诊时段：{dice.randint(8, 11):02d}:00-{dice.randint(12, 17):02d}:00</div><div>诊室：门诊楼{dice.randint(1, 6)}楼{dice.randint(1, 30)}诊室</div><div>挂号费：{dice.randint(3, 30)}.00元</div><div class="c" style="margin-top:8px">{code("Code128", number(dice, 10), 46)}</div><div style="font-size:13px">请提前30分钟到分诊台签到，过号需重新排队，当日有效。</div></div>"""
    return page((340, 540), body, dice.choice((HEI, MICRO)), ink="#3b3b40")


def living(dice: random.Random) -> str:
    """A health-education sheet that speaks of diagnoses, values and visits, and is about nobody."""
    v = visit(dice, most=1)
    rows = "".join(f"<p style='margin-top:9px;text-indent:2em'>{n}. {t}</p>" for n, t in enumerate((f"{v.illness.claimed}患者应在{v.illness.department}长期随访，遵医嘱服药，不可自行停药。", "每日食盐摄入量不超过5克，多吃新鲜蔬菜，戒烟限酒，控制体重。", "坚持每周5天、每次30分钟的中等强度运动，如快走、太极拳。", "家庭自测血压低于135/85mmHg、空腹血糖4.4～7.0mmol/L为宜。", f"出现{v.complaint[:6]}等不适时，请及时到医院就诊。", "保持心情舒畅，保证充足睡眠。"), 1))  # fmt: skip
    body = f'<div style="padding:34px 38px;font-size:15px;line-height:1.8"><div style="background:{dice.choice(("#2b8a6e", "#c0653a", "#3a6fb0"))};color:#fff;text-align:center;font-size:22px;padding:10px">健康教育宣传单</div><div class="c" style="font-size:18px;margin-top:10px">{v.illness.claimed}的家庭护理</div>{rows}<div class="c" style="margin-top:30px;font-size:14px">关爱生命　从健康生活方式开始</div><div class="c" style="margin-top:10px">{code("QRCode", "https://health.example", 72)}<br><span style="font-size:12px">扫码关注，获取更多健康知识</span></div></div>'
    return page(A5, body, dice.choice((SANS, HEI)))


TEMPLATES = {
    "leaflet": Template("unknown", *A4, leaflet),
    "booking": Template("unknown", 340, 540, booking),
    "living": Template("unknown", *A5, living),
}
