"""What kind of paper a page is, by its title and by the labels and words that stand on it.

A title decides where it is plain: a short line of large type near the top that reads like a known
title. Otherwise the words weigh in. Where nothing weighs enough, the page stays ``unknown``: a wrong
kind makes a wrong check, an unknown one makes a person look.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from ocr.layout import usual_height
from ocr.types import DocumentKind as K
from ocr.types import TextLine
from ocr.values.text import fold

TITLES: Mapping[K, str] = {
    K.APPLICATION_FORM: "门诊慢特病病种待遇认定申请表 门诊慢特病待遇资格认定申请表 门诊慢特病申请表 慢特病认定申请表 特殊病种申请表 "
    "门诊慢性病申请表 门诊特殊病种申请表 门诊特殊慢性病申请表 待遇认定申请表 特殊门诊申请表 门诊慢特病待遇申请表 门特病申请表 待遇资格认定申请表 "
    "门诊慢特病资格认定申请表 门诊慢特病病种认定申请表 慢性病鉴定申请表 门诊慢特病认定申请表 资格申请表 门诊慢特病待遇认定申请表 门诊特慢病申请表 "
    "特门延期申请表 门诊慢特病续期申请表 延期申请表 慢特病待遇申请表 门诊特殊疾病申请表 门诊慢特病申报表 慢特病申报表 特殊慢性病认定申请表",
    K.RECOGNITION_FORM: "门特病认定表 门诊慢特病认定表 门特病认定卡 门诊慢特病认定卡 慢特病证 门诊特殊病种认定表 门诊慢特病资格认定表 待遇认定表 "
    "门诊慢特病待遇证 门诊特殊病认定表 慢性病认定表 资格认定表 门诊慢特病待遇认定表 门特病待遇认定表 门诊慢特病病种待遇认定表 门诊慢特病资格证 门诊特殊慢性病认定表 "
    "门诊慢特病待遇资格认定表 门诊慢特病医疗证 特殊病种认定卡 门特病资格认定表 门诊慢特病待遇认定卡 门特待遇认定卡 门特病待遇认定卡 门诊慢特病待遇卡 待遇认定卡 慢特病待遇证 "
    "门诊慢特病认定结果告知书 门诊慢特病资格认定结果 认定结果通知书 门诊慢特病待遇认定结果 门诊慢特病登记卡 门特病登记卡 资格认定卡",
    K.DIAGNOSIS_CERTIFICATE: "疾病诊断证明书 诊断证明书 疾病诊断证明 病情证明单 诊断证明 疾病证明书 病情诊断证明书 医学诊断证明书 门诊诊断证明书 "
    "病情证明书 出院诊断证明书 住院诊断证明书 医疗诊断证明书 病情诊断证明 诊断证明单",
    K.DISCHARGE_SUMMARY: "出院小结 出院记录 出院志 出院总结 出院病情小结 二十四小时入出院记录 24小时入出院记录 出院摘要 出院病历摘要",
    K.INPATIENT_FRONT_PAGE: "住院病案首页 病案首页 中医住院病案首页 住院病历首页",
    K.OUTPATIENT_RECORD: "门诊病历 门诊病历记录 门急诊病历 门(急)诊病历 门诊电子病历 门诊就诊记录 门诊记录 急诊病历 门诊初诊记录 门诊复诊记录 门诊病历本 "
    "门诊病历单 门诊初诊病历 门诊复诊病历 门(急)诊病历记录 门急诊病历记录 门诊诊疗记录 慢病门诊病历",
    K.LAB_REPORT: "检验报告单 检验报告 化验单 化验报告单 检测报告 检验结果报告单 临床检验报告单 生化检验报告单 血常规检验报告单 检测报告单 检验科报告单 "
    "检验医学报告单 实验室报告单 尿常规检验报告单 免疫检验报告单 检验结果报告 生化报告单 检验中心报告单 临床检验报告 检验结果单 化验结果报告单 血液检验报告单",
    K.EXAM_REPORT: "检查报告单 影像诊断报告 CT检查报告单 CT诊断报告单 MRI检查报告单 磁共振检查报告单 超声检查报告单 彩色超声检查报告单 彩超报告单 心电图报告单 "
    "心电图报告 X线诊断报告单 DR检查报告单 放射诊断报告单 超声诊断报告单 影像检查报告单 动态心电图报告 胃镜检查报告单 内镜检查报告单 肺功能检查报告单 "
    "超声心动图报告单 检查报告 影像报告单 CT报告单 MR诊断报告单 X线检查报告单 放射检查报告单 医学影像诊断报告单 心电图检查报告单 常规心电图报告 电子胃镜检查报告单 "
    "肌电图报告 脑电图报告单 骨密度检查报告 彩色多普勒超声检查报告单 动态心电图报告单 磁共振诊断报告单 医学影像检查报告单 影像学检查报告单 影像学诊断报告单 超声医学诊断报告 "
    "CT影像诊断报告 MRI诊断报告单 超声影像报告单 电子内镜报告单 肺功能报告单 眼底检查报告单 同步心电图 十二导联心电图 DR诊断报告单 超声检查报告 影像诊断报告单 医学影像科报告单 "
    "心脏彩超报告单 冠状动脉造影报告 介入诊疗报告 放射科诊断报告单 磁共振成像诊断报告单 MR检查报告单 CT检查诊断报告 超声医学检查报告单 心电图诊断报告单",
    K.PATHOLOGY_REPORT: "病理诊断报告书 病理报告单 病理诊断报告 病理检查报告单 病理诊断报告单 活体组织检查报告 病理学检查报告单 细胞学检查报告单 病理检查报告 "
    "组织病理学检查报告单 病理学诊断报告书 细胞病理学诊断报告 病理科报告单 骨髓活检报告 组织病理诊断报告书 病理会诊报告",
    K.PRESCRIPTION: "处方笺 处方 门诊处方 门诊处方笺 普通处方 处方单 电子处方 急诊处方 西药处方笺 慢病处方 长期处方 慢性病处方 慢特病处方 外配处方 中药处方笺 门诊西药处方",
    K.MEDICAL_INVOICE: "医疗门诊收费票据 医疗住院收费票据 门诊收费票据 住院收费票据 医疗收费票据 收费票据 电子票据 医疗收费明细 门诊医疗收费票据 住院医疗收费票据 "
    "医疗门诊收费票据(电子) 医疗住院收费票据(电子) 医疗收费电子票据 门诊收费收据 住院费用结算单 医疗费用结算单 门诊发票 医疗门诊电子票据",
    K.ID_CARD_BACK: "中华人民共和国居民身份证 居民身份证",
    K.SOCIAL_SECURITY_CARD: "社会保障卡 中华人民共和国社会保障卡",
    K.INSURANCE_VOUCHER: "医保电子凭证 医保码 国家医保服务平台 医疗保障电子凭证 我的医保码 医保电子码",
    K.AUTHORIZATION_LETTER: "授权委托书 委托书 委托办理书 代办委托书 医保业务授权委托书 授权书 委托代办书 业务办理委托书 医疗保障业务授权委托书 个人授权委托书 委托协议书",
    K.COMMITMENT_LETTER: "承诺书 个人行为责任承诺书 信用承诺书 个人承诺书 材料真实性承诺书 异地长期居住承诺书 个人信用承诺书 责任承诺书 告知承诺书 异地居住承诺书 "
    "诚信承诺书 个人承诺书(异地) 真实性承诺书 承诺函 申请材料真实性承诺书 异地安置承诺书",
    K.REMOTE_FILING_FORM: "异地就医备案表 异地就医登记备案表 基本医疗保险异地就医备案表 跨省异地就医备案表 异地就医备案登记表 异地就医备案申请表 省内异地就医备案表 "
    "跨省异地就医登记备案表 异地就医登记表 异地就医直接结算备案表 异地就医人员备案表 异地安置备案表 异地居住备案表",
    K.RESIDENCE_PERMIT: "居住证 中华人民共和国居住证",
    K.HOUSEHOLD_REGISTER: "常住人口登记卡 居民户口簿 户口簿 常住人口登记表 户口本",
    K.WORK_POSTING_LETTER: "异地工作证明 派驻证明 工作证明 外派证明 长期驻外工作证明 常驻异地工作证明 派驻异地工作证明 驻外证明 派遣证明 派驻函 外派工作证明 工作派驻证明 "
    "异地工作派驻证明 单位派驻证明 常驻外地工作证明 在职证明 派出证明 驻外工作证明 长期派驻异地工作证明 介绍信",
    K.REFERRAL_LETTER: "转诊意见 转诊转院意见书 转院证明 转诊单 转诊证明 转诊转院申请表 转院审批表 转诊意见书 转诊转院证明 异地转诊单 双向转诊单 转诊转院备案表 转诊转院单 "
    "转外就医申请表 转诊转院审批表 转院申请表 异地转诊转院意见书 转诊证明书 转院意见书 双向转诊转出单 转诊(转院)意见书 转诊转院审核表 转外就医意见书 市外转诊意见书 医疗机构转诊单",
}
"""Kind → the titles such papers carry, separated by spaces."""

WORDS: Mapping[K, str] = {
    K.APPLICATION_FORM: "申请病种 申报病种 申请门诊慢特病 病史简述 定点医疗机构意见 经办机构意见 申请人签名 申请人承诺 身份证件号码 选定定点医疗机构 参保类型 医保经办机构 申请人签字 病史摘要",
    K.RECOGNITION_FORM: "认定病种 有效期 待遇有效期 认定医疗机构 认定结果 待遇起始 待遇截止 复审 认定日期 享受待遇 待遇享受 认定机构 待遇期限",
    K.DIAGNOSIS_CERTIFICATE: "诊断证明专用章 处理意见 特此证明 诊断证明 医师签章 证明专用章 建议休息",
    K.DISCHARGE_SUMMARY: "入院日期 出院日期 入院诊断 出院诊断 入院情况 诊疗经过 出院情况 出院医嘱 住院天数 住院经过 治疗经过 入院时间 出院时间 出院带药",
    K.INPATIENT_FRONT_PAGE: "医疗付费方式 健康卡号 第次住院 病案号 新生儿出生体重 入院途径 离院方式 编码员 质控医师 病案质量 实际住院天数 入院科别 出院科别 主要诊断 "
    "损伤中毒 尸检 疾病编码 入院病情 转科科别 责任护士 手术及操作 切口愈合 麻醉方式 组织机构代码",
    K.OUTPATIENT_RECORD: "主诉 现病史 既往史 体格检查 辅助检查 就诊时间 就诊日期 门诊号 初步诊断 处理意见 就诊科室 接诊医生 查体 复诊",
    K.LAB_REPORT: "参考范围 参考区间 参考值 标本类型 标本种类 检验者 审核者 采样时间 接收时间 检验项目 送检医师 样本号 标本号 本报告仅对 检验日期 采集时间 报告仅对 检测方法 检验师",
    K.EXAM_REPORT: "检查部位 影像所见 检查所见 超声所见 诊断意见 超声提示 检查号 影像号 报告医师 审核医师 检查方法 检查项目 印象 心率 QRS 电轴 PR间期 影像表现 放射 窦性心律 QT 扫描 超声 "
    "影像诊断 检查日期 所见 检查名称 摄片 回声 P-R间期 导联",
    K.PATHOLOGY_REPORT: "病理号 肉眼所见 镜下所见 免疫组化 病理诊断 送检材料 巨检 收到日期 送检单位 大体所见 取材部位 送检部位 镜检 标本部位 组织病理",
    K.PRESCRIPTION: "Rp 用法 临床诊断 审核药师 调配 发药 药品金额 核对 每日 口服 费别 用量 Sig 处方医师 审方 药师 处方当日有效 片/盒 一日",
    K.MEDICAL_INVOICE: "票据代码 票据号码 校验码 金额合计 大写 收款单位 个人账户支付 医保统筹基金支付 交款人 财政部监制 收费票据 个人现金支付 开票日期 业务流水号 其他信息 个人自付 小写 财政票据 医保统筹",
    K.ID_CARD_FRONT: "姓名 性别 民族 出生 住址 公民身份号码 身份号码",
    K.ID_CARD_BACK: "中华人民共和国 居民身份证 签发机关 有效期限",
    K.SOCIAL_SECURITY_CARD: "社会保障号码 社会保障卡 发卡日期 卡号 银联 12333 人力资源和社会保障 社会保障号 发卡机构 银行 有效期",
    K.INSURANCE_VOUCHER: "医保电子凭证 医保码 参保地 国家医疗保障局 出示 激活 展码 医保 凭证 亲情账户 个人账户 扫码 刷新 医保卡 动态码 付款码 国家医保局 切换",
    K.AUTHORIZATION_LETTER: "委托人 受托人 委托事项 被委托人 代为办理 委托权限 委托期限 代理权限 法律后果 受委托人 全权 代办人 签署的 承担",
    K.COMMITMENT_LETTER: "承诺人 承诺 本人承诺 真实有效 法律责任 自愿承担 如有虚假 郑重承诺 失信 责任 虚假 弄虚作假",
    K.REMOTE_FILING_FORM: "异地安置退休 异地长期居住 常驻异地工作 备案类型 就医地 转入地 备案 异地转诊 临时外出 备案人员 联系人 参保地 跨省 异地转诊人员 温馨提示 长期居住",
    K.RESIDENCE_PERMIT: "居住证 居住地址 签发机关 有效期限 公安局 居住证持有人 持证人 通行证",
    K.HOUSEHOLD_REGISTER: "户主或与户主关系 曾用名 籍贯 宗教信仰 兵役状况 服务处所 何时由何地迁来 常住人口登记卡 文化程度 婚姻状况 户号 户别 登记日期 承办人签章 常住户口 户主关系 出生地 公民身份证件编号",
    K.WORK_POSTING_LETTER: "兹证明 派驻 外派 我单位 工作地点 单位公章 特此证明 兹有 劳动合同 职工 常驻 我公司 驻外 单位盖章 派往 分公司 在职 派驻期限",
    K.REFERRAL_LETTER: "转诊 转院 转入医院 转往 转出医院 转诊理由 转诊原因 转院理由 接诊医院 转入医疗机构 拟转入 转诊医师 转出 因病情 上级医院 转诊有效期 医保科 转外",
}
"""Kind → words whose presence speaks for it, separated by spaces."""

_TITLE_LIST = [(kind, fold(title)) for kind, titles in TITLES.items() for title in titles.split()]
_WORD_LISTS = {kind: tuple(fold(w) for w in words.split()) for kind, words in WORDS.items()}
_NOT_A_TITLE = re.compile(r"[:,。;]|^\d|见|附|详|请|如|凭|须|领取|持")
_CARDS = frozenset({K.ID_CARD_BACK, K.SOCIAL_SECURITY_CARD, K.RESIDENCE_PERMIT, K.INSURANCE_VOUCHER})
PLAIN_TITLE = 0.88


@dataclass(frozen=True, slots=True)
class KindGuess:
    """A kind, how sure (0–1), and whether the page carries a title of its own."""

    kind: K
    confidence: float
    titled: bool


def classify(lines: Sequence[TextLine], *, width: int, height: int) -> KindGuess:
    """The kind of an upright page of ``width`` × ``height`` pixels."""
    if not lines:
        return KindGuess(K.UNKNOWN, 0.0, titled=False)
    title_kind, title_score = _by_title(lines, height)
    words = _by_words(lines)
    scores = dict(words)
    if title_kind is not K.UNKNOWN:
        scores[title_kind] = scores.get(title_kind, 0.0) + 1.6 * title_score
    ranked = sorted(scores.items(), key=lambda kv: -kv[1])
    best, score = ranked[0]
    second = ranked[1][1] if len(ranked) > 1 else 0.0
    titled = best is title_kind and title_score >= PLAIN_TITLE
    if score < 0.45 or (not titled and score - second < 0.08):
        return KindGuess(K.UNKNOWN, round(min(score, 0.5), 3), titled=False)
    margin = (score - second) / max(score, 1e-6)
    confidence = min(0.99, 0.5 + 0.3 * min(score, 1.2) + 0.3 * margin)
    return KindGuess(best, round(confidence, 3), titled=titled)


def _by_title(lines: Sequence[TextLine], height: int) -> tuple[K, float]:
    """The title found and how well it fits (0–1), weighed by size and place."""
    usual = usual_height(lines)
    best: tuple[K, float] = (K.UNKNOWN, 0.0)
    candidates = [(x, fold(x.text)) for x in lines]
    joined = _neighbours(lines)
    for line, text in [*candidates, *joined]:
        if not 2 <= len(text) <= 40:
            continue
        x0, y0, _, y1 = line.box
        large = (y1 - y0) / usual
        weight = min(1.0, 0.55 + 0.3 * (large - 0.8)) if y0 < 0.45 * height else 0.45
        for kind, title in _TITLE_LIST:
            fit = _title_fit(text, title)
            place = 1.0 if kind in _CARDS and fit > 0.9 else max(0.3, weight)
            score = fit * (0.75 + 0.25 * place) if fit >= 0.8 else 0.0
            # among titles that fit as well, the longer says more: 病理诊断报告 over 诊断报告
            score += 0.002 * len(title) if score else 0.0
            if score > best[1]:
                best = (kind, score)
    return best[0], min(1.0, best[1])


def _neighbours(lines: Sequence[TextLine]) -> list[tuple[TextLine, str]]:
    """Large lines whose characters were found as several pieces on one row, joined."""
    usual = usual_height(lines)
    large = [x for x in lines if x.box[3] - x.box[1] > 1.15 * usual]
    rows: list[list[TextLine]] = []
    for line in sorted(large, key=lambda x: x.box[1]):
        middle = (line.box[1] + line.box[3]) / 2
        for row in rows:
            if row[0].box[1] < middle < row[0].box[3]:
                row.append(line)
                break
        else:
            rows.append([line])
    joined = []
    for row in rows:
        if len(row) > 1:
            row.sort(key=lambda x: x.box[0])
            joined.append((row[0], fold("".join(x.text for x in row))))
    return joined


def _title_fit(text: str, title: str) -> float:
    """How well a line reads as a title: whole, at its end after a hospital's name, or one character off."""
    if text == title:
        return 1.0
    if text.endswith(title) and not _NOT_A_TITLE.search(text[: -len(title)]):
        return 0.97
    if len(title) >= 4 and title in text and not _NOT_A_TITLE.search(text) and len(text) <= len(title) + 14:
        return 0.93
    if len(title) >= 4 and abs(len(text) - len(title)) <= 1:
        ratio = fuzz.ratio(text, title) / 100
        return ratio if ratio >= 0.8 else 0.0
    if len(title) >= 5 and len(text) > len(title) and not _NOT_A_TITLE.search(text):
        tail = fuzz.ratio(text[-len(title) :], title) / 100
        return 0.95 * tail if tail >= 0.85 else 0.0
    return 0.0


def _by_words(lines: Sequence[TextLine]) -> dict[K, float]:
    """For each kind, the share of its words on the page, damped so that a few suffice (0–1)."""
    text = "\n".join(fold(x.text) for x in lines)
    scores = {}
    for kind, words in _WORD_LISTS.items():
        found = sum(w in text for w in words)
        enough = min(6, max(3, len(words) // 2))
        scores[kind] = min(1.0, found / enough) * 0.9
    return _weigh_cards(scores, text, len(lines))


def _weigh_cards(scores: dict[K, float], text: str, count: int) -> dict[K, float]:
    """Identity cards carry common words only; they need their own number label and little else."""
    number = "公民身份号码" in text or "身份号码" in text or "民身份号" in text
    if not number or count > 30:
        scores[K.ID_CARD_FRONT] *= 0.3
    elif "户主" in text or "登记卡" in text:
        scores[K.ID_CARD_FRONT] *= 0.4
    else:
        scores[K.ID_CARD_FRONT] += 0.4
    if "签发机关" not in text or count > 20:
        scores[K.ID_CARD_BACK] *= 0.4
    if "居住证" not in text:
        scores[K.RESIDENCE_PERMIT] *= 0.3
    if not ("户主" in text or "登记卡" in text or "户口" in text):
        scores[K.HOUSEHOLD_REGISTER] *= 0.4
    return scores
