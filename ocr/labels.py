"""The printed labels of Chinese medical and insurance papers, and where they stand in a run of text.

A *concept* is what a label asks for (``name``, ``id``, ``admission_date`` …); which field it fills
depends on the kind of paper and stands in ``ocr.schema``. ``STOP`` labels fill no field: they are
known so that they end the value before them. Vocabulary: 病历书写基本规范 (2010), the 住院病案首页
layout of 2011, and the forms described in the policy packs.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

STOP = "stop"

CONCEPTS: Mapping[str, str] = {
    "name": "姓名 患者姓名 病人姓名 参保人姓名 参保人员姓名 参保患者姓名 申请人姓名 申请人 申请者姓名 患者 病人 "
    "被保险人 人员姓名 交款人 持卡人 持证人 持卡人姓名 员工姓名 被派驻人员 派驻人员姓名 备案人姓名 备案人员姓名 承诺人 "
    "承诺人姓名 本人姓名 职工姓名 参保人 参保人员 就诊人 缴款人 受检者 受检人 受检者姓名 病员姓名 患儿姓名 病人名称 Name",
    "principal": "委托人 委托人姓名 授权人 授权人姓名 委托方 授权委托人",
    "agent": "受托人 受托人姓名 被委托人 被委托人姓名 代办人 代办人姓名 代理人 代理人姓名 委托代理人 被授权人 "
    "被授权人姓名 受委托人 受委托人姓名 代办人员 代办人员姓名 委托代理人姓名 代办者姓名",
    "sex": "性别 Sex",
    "age": "年龄 实足年龄 Age 就诊年龄",
    "birth": "出生日期 出生年月 出生年月日 出生 出生时间 生日",
    "ethnicity": "民族",
    "id": "身份证号 身份证号码 身份证件号码 身份证件号 公民身份号码 证件号码 证件号 有效证件号码 社会保障号码 社会保障号 "
    "身份号码 公民身份证号码 公民身份证号 居民身份证号 居民身份证号码 身份证 有效身份证件号码 患者身份证号 患者身份证号码 "
    "参保人身份证号 申请人身份证号 申请人身份证号码 委托人身份证号 委托人身份证号码 本人身份证号 身份证明号码 社保号码 社会保险号 "
    "ID号码 个人身份号码 参保人身份证号码 承诺人身份证号 承诺人身份证号码 公民身份证件号码 公民身份证件编号 公民身份证件编号码 "
    "公民身份证编号 身份证编号 患者证件号码",
    "agent_id": "受托人身份证号 受托人身份证号码 代办人身份证号 代办人身份证号码 代理人身份证号 代理人身份证号码 "
    "被委托人身份证号 被委托人身份证号码 代办人证件号码 被授权人身份证号 被授权人身份证号码 受委托人身份证号 受委托人身份证号码",
    "phone": "联系电话 电话 手机 手机号 手机号码 联系方式 电话号码 本人电话 移动电话 联系手机 患者电话 联系人手机号",
    "agent_phone": "代办人电话 代办人联系电话 受托人电话 受托人联系电话 联系人电话 单位电话 咨询电话 服务热线 投诉电话 工作单位电话 "
    "医院电话 代理人电话 代理人联系电话 被委托人电话 被委托人联系电话 预约电话 科室电话 急诊电话",
    "address": "住址 地址 现住址 家庭住址 联系地址 居住地址 常住地址 通讯地址 家庭地址 住所 现居住地址 居住地 异地居住地址 异地居住地 "
    "居住地详细地址 常住户口地址 单位住址 单位或住址 单位/住址 工作单位/住址 详细地址 现住地址 本市(县)其他住址 居住证地址",
    "other_address": "户口地址 户籍地址 户籍所在地 工作单位及地址 工作单位 单位名称 籍贯 出生地 单位地址 医院地址 户籍地 用人单位 "
    "户口所在地 服务处所 何时由何地迁来本市(县) 何时由何地迁来本址",
    "insured_place": "参保地 参保地区 参保所在地 统筹区 医保区划 参保统筹区 参保地医保区划 参保地统筹区 参保区划 参保市县 参保县区 "
    "参保所属地 参保统筹地区 参保县(市区) 参保县(市、区) 参保机构 参保机构医保区划 医保参保地 参保属地",
    "insurance": "参保类型 险种类型 医保类型 险种 参保险种 人员类别 费别 医疗付费方式 付费方式 医保类别 参保类别 费用类别 参保性质 "
    "参保人员类别 医疗保险类型 医疗类别 病人类型 患者类型 结算类型 参保人类别 参保身份 险种名称 保险类型",
    "disease": "申请病种 申报病种 病种名称 认定病种 慢特病病种 门特病种 病种 申请门诊慢特病病种 申请慢特病病种 门诊慢特病病种 "
    "门诊慢特病名称 申请病种名称 申报病种名称 门特病种名称 慢特病名称 慢特病病种名称 认定病种名称 申请特殊病种 特门病种 特殊病种 "
    "申请认定病种 门特病名称 病种(名称) 申请门特病种 申报疾病 申请疾病 疾病名称 申请门诊慢特病名称 已认定病种 享受病种 批准病种 "
    "准予病种 病种类别 拟申请病种 申请门诊慢特病 待遇病种 门慢门特病种名称 门慢门特病种 慢性病病种 特慢病病种",
    "diagnosis": "诊断 临床诊断 初步诊断 诊断结论 疾病诊断 确诊诊断 门诊诊断 西医诊断 中医诊断 诊断名称 门诊临床诊断 明确诊断 疾病诊断结论 "
    "诊断及诊断依据 转诊诊断 病情诊断 医疗诊断 就诊诊断 主要疾病诊断 目前诊断 确定诊断 临床印象 诊断为 处方诊断 门(急)诊诊断 门急诊诊断 "
    "门诊(急)诊断 疾病诊断名称 诊断疾病 主诊断 认定诊断 医院诊断 转诊疾病诊断 疾病名称及诊断 病情及诊断 Dx",
    "discharge_diagnosis": "出院诊断 主要诊断 其他诊断 出院主要诊断 出院主要诊断名称 出院其他诊断 次要诊断 最后诊断 最终诊断 "
    "出院西医诊断 出院中医诊断 出院时诊断 出院诊断名称",
    "admission_diagnosis": "入院诊断 入院初步诊断 入院时诊断 术前诊断 收治诊断 修正诊断",
    "finding": "诊断意见 印象 检查结论 影像诊断 影像学诊断 超声提示 超声诊断 心电图诊断 诊断提示 检查提示 检查诊断 检查意见 "
    "超声印象 放射学诊断 诊断印象 提示 结论 放射诊断 CT诊断 MRI诊断 影像印象 内镜诊断 检查印象 心电诊断 报告结论 影像意见 检查所见及诊断 "
    "影像诊断意见 影像学意见 心电图结论 报告诊断 诊断结果",
    "pathology": "病理诊断 病理诊断意见 诊断意见及建议 病理结论 病理学诊断",
    "hospital": "医院名称 医疗机构名称 医疗机构 就诊医院 定点医疗机构 就诊医疗机构 收款单位 诊断医院 认定医院 认定医疗机构 "
    "就诊医院名称 鉴定医疗机构 转出医院 转出医疗机构 定点医疗机构名称 就诊医疗机构名称 开具医院 认定机构 诊断医疗机构 医院 "
    "转诊医院 出具医院 诊断医疗机构名称 认定医院名称 认定医疗机构名称 责任医疗机构 鉴定医院 收费单位 申请医院 初审医院",
    "other_hospital": "转入医院 转入医疗机构 选定医院 选定定点医疗机构 送检单位 送检医院 就医地医院 拟转入医院 拟转往医院 拟转诊医院 "
    "接诊医院 选定医疗机构 选定治疗医院 定点治疗医院 转入医院名称 转往医院 接收医院 拟转入医疗机构 异地定点医院 治疗医院 选择定点医疗机构",
    "level": "医院等级 医院级别 医疗机构等级 机构等级 级别 医疗机构级别 等级 医疗机构等次 定点等级 机构级别 医院等次 转出医院等级 "
    "转出医院级别 诊断医院级别 认定医院等级 认定医院级别",
    "department": "科别 科室 就诊科室 开单科室 送检科室 申请科室 科室名称 就诊科别 送检科别 科 申请科别 临床科室 住院科室 开方科室 所在科室 诊断科室 "
    "病区/科室 送检部门",
    "discharge_department": "出院科别 出院科室",
    "other_department": "入院科别 转科科别 入院科室 病区 病房 检查科室 执行科室 检验科室 转入科室 转科科室",
    "physician": "医师签名 医生签名 医师 医生 主治医师 经治医师 接诊医师 责任医师 诊断医师 开具医师 主治医生 经治医生 接诊医生 "
    "主管医师 主管医生 就诊医师 就诊医生 医师姓名 医生姓名 住院医师 副主任医师 主任医师 开方医师 处方医师 医师签字 医生签字 医师签章 "
    "医师(签章) 医师(签名) 医师(签字) 医师签名(章) 经治医师签名 主治医师签名 责任医师签名 认定医师 认定医师签名 诊断医师签名 管床医师 "
    "临床医师 开单医师 转诊医师 医生(签章) 医生(签名) 副主任及以上医师签名 副主任及以上医师 副主任医师签名 床位医师 签名医师 坐诊医生 "
    "主诊医师 主诊医生 出诊医师 出诊医生 经管医师 经管医生 主(经)治医师 经治医师签字 主治医师签字 医师签名(盖章) 责任医师签字 接诊医师签名 "
    "诊治医师 诊治医生 诊断医师姓名 医师意见签名",
    "reporter": "报告医师 报告医生 审核医师 审核医生 诊断医生 报告人 书写医师 复核医师 初诊医师 检查医师 检查医生 操作医师 报告者 审核者 "
    "审核人 复核者 记录医师 审签医师 终审医师 初步诊断医师",
    "requester": "送检医师 送检医生 申请医师 申请医生 开单医生 申请人员 检验者 检验医师 检验人 核对者 技师 检验技师 送检人 采集人 采样人 接收人 "
    "操作者 记录者 录入 录入员 打印者 经办人 初审人 复审人 复核人 收费员 收款人 开票人 调配 核对 发药 审方 药师 调剂 审核药师 调配药师 核对药师 发药药师 "
    "科主任 主任(副主任)医师 责任护士 进修医师 实习医师 编码员 质控医师 质控护士 病案质量 质控日期 麻醉医师 术者 法定代表人 户主 户主姓名 "
    "联系人 联系人姓名 负责人 单位负责人 见证人 紧急联系人 主任 护士 护士签名 经手人 审批人 审核药师签名 户主或与户主关系 户主或与户主的关系 "
    "录入者 记录员 初审 复审 申请单位 单位经办人 医保科经办人 复核 审批 医院经办人",
    "title": "职称 医师职称 技术职称 专业技术职务 专业技术职称 职务 职称/职务 医生职称 技术职务 医师技术职称 专业职称",
    "record_number": "住院号 病案号 门诊号 病历号 就诊卡号 登记号 患者ID 病人ID 就诊号 门诊号码 门(急)诊号 门诊/住院号 住院号码 "
    "住院/门诊号 ID号 住院(门诊)号 病案号码 门诊病历号 病人编号 患者编号 就诊编号 门诊(住院)号 住院病案号 诊疗号 PID 住院编号 门诊编号 "
    "门诊/住院 病员号 病历编号 门诊ID 住院ID",
    "report_number": "报告编号 报告单号 检查号 检验号 影像号 标本号 样本号 条码号 病理号 编号 超声号 放射号 检查编号 标本编号 条形码号 "
    "条码 样本编号 检验编号 No NO 报告号 CT号 MRI号 MR号 X线号 片号 处方编号 处方号 票据号码 票据代码 证明编号 申请单号 检查单号 流水号 "
    "心电号 图号 证书编号 业务流水号 申请编号 受理编号 医嘱号 检验单号 DR号 X光号 B超号 序列号 开单号 仪器编号 样品编号 病理编号 镜检号 "
    "心电图号 超声编号 影像编号 放射编号 影像检查号",
    "card_number": "卡号 社保卡号 医保卡号 社会保障卡号 健康卡号 社会保障卡卡号 医疗证号 医保编号 医保号 个人编号 人员编号 医保个人编号 "
    "电子凭证号 社保号 医保证号 银行卡号 医疗保险卡号 社会保障卡号码 医疗保险号 就诊卡 医保个人号 银行账号 社保卡号码 参保编号",
    "authority": "签发机关 发证机关 签发单位 发证单位",
    "validity": "有效期限 有效期 待遇有效期 有效期间 待遇期限 待遇享受期限 待遇期 享受待遇期限 资格有效期 待遇享受期 待遇享受有效期 当前待遇期限 享受待遇时间 "
    "待遇有效期限 享受期限 委托期限 待遇起止时间 待遇起止日期 有效时间 派驻期限 派驻时间 备案有效期 备案期限 外派期限 工作期限 转诊有效期 起止日期 起止时间 "
    "派驻起止日期 派驻起止时间 备案起止日期 授权期限 委托有效期 委托有效期限 外派时间 异地工作期限 待遇有效起止日期",
    "valid_from": "起始日期 待遇开始日期 生效日期 开始日期 起始时间 待遇起始日期 有效期起 待遇开始时间 备案开始日期 开始时间 待遇起始时间 "
    "备案开始时间 待遇生效日期 生效时间 备案生效日期 有效期自 派驻开始日期 待遇享受开始时间 享受开始日期 享受待遇开始时间 享受待遇开始日期",
    "valid_until": "有效期至 有效期止 终止日期 到期日期 待遇截止日期 待遇终止日期 截止日期 待遇到期日 有效期截止 结束日期 待遇结束日期 待遇到期日期 "
    "资格到期日 终止时间 有效期限至 有效至 备案结束日期 到期时间 失效日期 到期日 待遇截止时间 待遇终止时间 待遇到期时间 备案终止日期 截止时间 有效期截止日期 "
    "资格有效期至 待遇有效期至 派驻结束日期 有效截止日期 享受截止日期 待遇结束时间 结束时间",
    "visit_date": "就诊时间 就诊日期 就医日期 接诊时间 就诊日 诊疗日期 接诊日期 看诊时间 门诊日期 就诊 就医时间",
    "admission_date": "入院日期 入院时间 住院日期 入院 入院日 住院时间",
    "discharge_date": "出院日期 出院时间 出院 出院日",
    "report_date": "报告日期 报告时间 审核时间 审核日期 发布时间 报告日 审核报告时间 报告发布时间 报告审核时间 发报告时间 报告发出时间 签发时间 "
    "发报告日期 诊断日期 诊断时间 报告打印时间 报告完成时间 检验日期 检验时间",
    "exam_date": "检查日期 检查时间 检测日期 检测时间 检查日 测试时间 记录时间 检测时间 摄片日期 摄片时间 扫描日期 拍片日期 诊断检查日期",
    "issue_date": "开具日期 出具日期 开票日期 开方日期 处方日期 签发日期 发卡日期 发证日期 登记日期 开具时间 转诊日期 出具时间 发证时间 开立日期 "
    "填发日期 证明日期 签发时间 开单日期 认定日期 核发日期 认定时间 领证日期 开方时间 开证日期 制卡日期 证明开具日期 转出日期",
    "application_date": "申请日期 填表日期 申报日期 申请时间 备案申请日期 填报日期 备案日期 填表时间 申报时间 申请备案日期 填写日期",
    "sign_date": "签名日期 签字日期 日期 签署日期 签订日期 落款日期 承诺日期 委托日期 签署时间 签章日期 签名时间",
    "category": "备案类型 备案类别 备案人员类别 异地就医类型 人员类型 异地就医备案类型 备案种类 备案原因 申请备案类型 异地就医类别 异地备案类型 "
    "异地就医人员类别 异地就医人员类型 就医类型 备案人员类型 登记类别",
    STOP: "床号 职业 婚姻 婚姻状况 婚否 国籍 邮编 关系 与患者关系 联系人关系 标本类型 标本种类 标本 样本类型 采样时间 采集时间 接收时间 送检日期 送检时间 "
    "收到日期 采集日期 打印时间 打印日期 签收时间 申请科 备注 仪器 检验仪器 方法 检查部位 检查项目 检查方法 检查技术 检查名称 部位 影像所见 检查所见 超声所见 "
    "影像表现 影像学表现 肉眼所见 镜下所见 免疫组化 大体所见 大体检查 镜下检查 临床症状 主诉 现病史 既往史 个人史 家族史 过敏史 药物过敏史 体格检查 查体 辅助检查 "
    "处理 处理意见 治疗意见 建议 医嘱 出院医嘱 诊疗经过 入院情况 出院情况 住院经过 治疗经过 治疗结果 出院去向 住院天数 实际住院天数 住院日数 转归 血型 体温 脉搏 "
    "血压 呼吸 身高 体重 病史 病史简述 病史摘要 病情摘要 申请理由 理由 委托事项 委托权限 承诺内容 附件 币种 金额 金额合计 合计 大写 小写 入院途径 疾病编码 入院病情 "
    "项目 项目名称 检验项目 结果 单位 参考范围 参考值 参考区间 提示标志 标志 申请项目 送检材料 送检部位 取材部位 标本部位 标本名称 规格 用法 用法用量 数量 剂量 Rp R 药品名称 "
    "申请人签名 申请人签字 参保人签名 本人签名 患者签名 患者签字 委托人签名 受托人签名 代办人签名 承诺人签名 申请人(签名) 申请人(签字) 承诺人(签名) 委托人(签名) "
    "委托人(签字) 受托人(签名) 参保人(签名) 申请人签名(手印) 委托人签字 受托人签字 承诺人签字 心率 定点医疗机构意见 医疗机构意见 医院意见 医院医保科意见 医保科意见 "
    "经办机构意见 医保经办机构意见 审批意见 科室意见 医师意见 责任医师意见 审核意见 诊断依据 提交材料 材料清单 医保科 盖章 公章 单位盖章 医院盖章 机构盖章 医疗机构(盖章) "
    "(盖章) (公章) 说明 填表说明 注 注意事项 声明 温馨提示 证件类型 身份证件类型 病种编码 病种代码 疾病代码 诊断编码 ICD编码 ICD-10 ICD10 编码 待遇类型 待遇标准 "
    "就医地 备案就医地 转入地 异地就医地 就医地区 就医省市 派驻地 派驻地点 派驻单位 工作地点 统一社会信用代码 户别 户号 曾用名 文化程度 文化程度 服役状况 兵役状况 宗教信仰 身高 登记事项 "
    "何时由何地迁来 支付方式 校验码 开票人 收款人 业务流水号 医保统筹基金支付 个人账户支付 个人现金支付 个人自付 个人自费 其他支付 个人支付 费用类别 发票代码 发票号码 "
    "住院次数 病案首页 新生儿出生体重 新生儿入院体重 门诊类别 初诊 复诊 初/复诊 就诊类型 号别 挂号 诊室 时间 次数 疗程 参保状态 关系证明 与申请人关系 与参保人关系 "
    "与委托人关系 与患者的关系 待遇享受 申请人承诺 本人承诺 个人承诺 检测方法 采样部位 送检目的 检验目的 临床病史 病史及检查目的 检查目的 临床资料 简要病史 转诊理由 转诊原因 "
    "转院理由 转院原因 转诊类型 病情介绍 主要病情 治疗情况 处方类型 费用 药费 药品金额 剂数 检验备注 检查费 审核 报告 复核时间 健康状况 抢救 随诊 随访 切口愈合 手术日期 手术名称 "
    "死亡原因 住院费用 离院方式 过敏药物 质控 单位公章 医院公章 代理权限 人员身份 岗位 职位 部门",
}
"""Concept → its labels, separated by spaces."""

VOCABULARY: Mapping[str, str] = {
    word: concept for concept, words in reversed(list(CONCEPTS.items())) for word in words.split()
}
_LONGEST = max(map(len, VOCABULARY))
_LEAD = set(" \t\u3000,，、;；.。:：|｜/)）】]》>〉·•*＊-—□■☑√✓")
_LATIN = re.compile(r"[A-Za-z]")
_FUZZY_LEAST = 4
"""Labels shorter than this are never matched with a misread character."""
_ENDINGS = frozenset(w for w in VOCABULARY for other in VOCABULARY if other != w and other.endswith(w)) - {
    "姓名",
    "年龄",
    "身份证号",
    "身份证号码",
}
"""Labels that are the end of longer ones (日期, 诊断 …): they need a break before them."""
_UNKNOWN_LABEL = re.compile(r"[\u4e00-\u9fff][\u4e00-\u9fff()/、]{1,11}(?=:)")
_CHOICES = [w for w in VOCABULARY if len(w) >= _FUZZY_LEAST]


@dataclass(frozen=True, slots=True)
class Hit:
    """A label at ``text[start:end]`` (``end`` after its colon); ``colon`` tells whether it had one."""

    concept: str
    word: str
    start: int
    end: int
    colon: bool


def find_labels(text: str, *, glued: frozenset[str] = frozenset()) -> list[Hit]:
    """Labels in a run of text, left to right, not overlapping.

    A label counts where it stands at the start or after a space or punctuation, and is followed by a
    colon, a space or the end. ``glued`` names labels that also count when the value follows at once
    (姓名李建国 on an identity card).
    """
    folded, index = _fold(text)
    hits: list[Hit] = []
    at = 0
    while at < len(folded):
        hit = _label_at(folded, index, text, at, glued, after_value=bool(hits)) or _unlisted_label(
            folded, index, text, at
        )
        if hit is None:
            at += 1
            continue
        word_end, found = hit
        hits.append(found)
        at = word_end
    return hits


def _label_at(
    folded: str, index: list[int], text: str, at: int, glued: frozenset[str], *, after_value: bool
) -> tuple[int, Hit] | None:
    for length in range(min(_LONGEST, len(folded) - at), 0, -1):
        word = folded[at : at + length]
        concept = VOCABULARY.get(word)
        if concept is None:
            continue
        end = _skip_brackets(folded, at + length)
        colon = end < len(folded) and (folded[end] == ":" or (folded[end] == "." and word in ("No", "NO")))
        if not _stands_alone(folded, index, text, at, end, colon=colon):
            if word not in glued or (at > 0 and not after_value and not _boundary_before(text, index[at])):
                continue
        elif length == 1 and not colon:
            continue
        end += colon
        stop = index[end - 1] + 1
        return end, Hit(concept, word, index[at], stop, colon)
    return None


def _stands_alone(folded: str, index: list[int], text: str, at: int, end: int, *, colon: bool) -> bool:
    """Whether the characters around ``folded[at:end]`` part it from its neighbours."""
    first = _boundary_before(text, index[at])
    latin = bool(_LATIN.match(folded[at]))
    if colon:
        # before a colon a label may also follow a value at once: 姓名:李建国性别:男
        return first or (not latin and end - at >= 2 and folded[at:end] not in _ENDINGS)
    following = index[end - 1] + 1
    last = following >= len(text) or text[following] in " \t\u3000|｜□■☑√"
    return first and last


def _boundary_before(text: str, at: int) -> bool:
    return at == 0 or text[at - 1] in _LEAD


def _skip_brackets(folded: str, end: int) -> int:
    """Past a bracketed note between a label and its colon: 出院诊断(中医): or 医师签名(章)."""
    if end < len(folded) and folded[end] == "(":
        close = folded.find(")", end, end + 12)
        if close > 0 and close + 1 < len(folded) and folded[close + 1] == ":":
            return close + 1
    return end


def _unlisted_label(folded: str, index: list[int], text: str, at: int) -> tuple[int, Hit] | None:
    """Words before a colon that are no listed label: one with a character misread, or a stranger.

    人院时间: is taken for 入院时间: where no other label is as near; a stranger counts as ``STOP``, because its value is not ours.
    """
    found = _UNKNOWN_LABEL.match(folded, at)
    if not found or not _boundary_before(text, index[at]):
        return None
    head, end = found.group(), found.end() + 1
    if index[end - 2] - index[at] != len(head) - 1 or any(
        head[i:] in VOCABULARY and head[i:] not in _ENDINGS for i in range(1, len(head))
    ):
        return None  # a value and the label after it
    word, concept = head, STOP
    if len(head) >= _FUZZY_LEAST:
        near = process.extract(head, _CHOICES, scorer=Levenshtein.distance, score_cutoff=1, limit=5)
        meant = {VOCABULARY[n[0]] for n in near if len(n[0]) == len(head)}
        if len(meant) == 1:
            word, concept = near[0][0], meant.pop()
    return end, Hit(concept, word, index[at], index[end - 1] + 1, True)


_FORMS = str.maketrans(
    {"（": "(", "）": ")", "【": "", "】": "", "[": "", "]": "", "﹕": ":", "∶": ":", "︰": ":"}
)


def _fold(text: str) -> tuple[str, list[int]]:
    """Half-width, without spaces; with the place in ``text`` of each character left."""
    folded: list[str] = []
    index: list[int] = []
    for at, char in enumerate(text):
        for piece in unicodedata.normalize("NFKC", char).translate(_FORMS):
            if not piece.isspace():
                folded.append(piece)
                index.append(at)
    return "".join(folded), index
