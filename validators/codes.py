"""The permanent codes of findings: one table, never renumbered, never reused.

A code names what was found, not how grave it is; ``MEANINGS`` says each in Chinese for lists and
statistics. Codes of refused files (``FILE-…``) belong to opening and pass through in messages.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class Code(StrEnum):
    """What was found. The number stays; the words may improve."""

    NOT_ASKED = "GEN-001"
    UNADOPTED = "GEN-002"

    MATERIAL_PRESENT = "MAT-001"
    MATERIAL_MISSING = "MAT-002"
    MATERIAL_PERHAPS = "MAT-003"
    MATERIAL_WEAK = "MAT-004"
    CATEGORY_UNREAD = "MAT-005"
    CATEGORY_DIFFERS = "MAT-006"

    FILE_LEGIBLE = "DOC-001"
    FILE_REFUSED = "DOC-002"
    FILE_HARD_TO_READ = "DOC-003"
    FILE_BLANK = "DOC-004"
    FILE_NONE = "DOC-005"
    FILE_HALVES = "DOC-006"

    IDENTITY_AGREES = "ID-001"
    NAME_DIFFERS = "ID-002"
    NUMBER_DIFFERS = "ID-003"
    IDENTITY_DOUBTFUL = "ID-004"
    IDENTITY_UNREAD = "ID-005"
    OTHER_PERSONS_CARD = "ID-006"
    SEX_DIFFERS = "ID-007"
    NUMBER_VALID = "ID-010"
    NUMBER_INVALID = "ID-011"
    NUMBER_MISREAD = "ID-012"
    CARD_VALID = "ID-020"
    CARD_EXPIRED = "ID-021"
    CARD_DATE_UNREAD = "ID-022"
    ON_RECORD = "ID-030"
    NOT_ON_RECORD = "ID-031"
    RECORD_DIFFERS = "ID-032"
    NO_REGISTER = "ID-033"
    NEARLY_ON_RECORD = "ID-034"
    REGISTER_SILENT = "REG-001"

    PLACE_INSIDE = "PLACE-001"
    PLACE_OUTSIDE = "PLACE-002"
    PLACE_UNCLEAR = "PLACE-003"
    PLACE_DIFFERS = "PLACE-004"

    DISEASE_LISTED = "DIS-001"
    DISEASE_NOT_LISTED = "DIS-002"
    DISEASE_NEAR = "DIS-003"
    DISEASE_UNREAD = "DIS-004"
    DISEASE_CLOSED_TO_INSURANCE = "DIS-005"
    DISEASE_CLOSED_TO_AGE = "DIS-006"
    DISEASE_DIFFERS = "DIS-007"
    DISEASES_ON_ONE_FORM = "DIS-008"
    DISEASE_SUPPORTED = "DIS-010"
    DISEASE_UNSUPPORTED = "DIS-011"
    DISEASE_SUPPORT_UNCLEAR = "DIS-012"
    EVIDENCE_BY_PERSON = "DIS-020"
    EVIDENCE_SUBSTITUTED = "DIS-021"
    EVIDENCE_MET = "DIS-022"
    EVIDENCE_LACKING = "DIS-023"
    EVIDENCE_CONTRADICTED = "DIS-024"

    LEVEL_MET = "HOSP-001"
    LEVEL_BELOW = "HOSP-002"
    LEVEL_UNKNOWN = "HOSP-003"
    LEVEL_DISAGREES = "HOSP-004"
    HOSPITAL_AMBIGUOUS = "HOSP-005"
    HOSPITAL_UNREAD = "HOSP-006"
    PAPER_NOT_RELIED_ON = "HOSP-007"

    TITLE_MET = "SIGN-001"
    TITLE_BELOW = "SIGN-002"
    TITLE_UNREAD = "SIGN-003"
    TITLE_MISSING = "SIGN-004"
    TITLE_ON_RECORD = "SIGN-005"
    TITLE_DISAGREES = "SIGN-006"
    SIGNED = "SIGN-010"
    UNSIGNED = "SIGN-011"
    SIGNATURE_UNCLEAR = "SIGN-012"

    SEALED = "SEAL-001"
    SEAL_MISSING = "SEAL-002"
    SEAL_OF_ANOTHER = "SEAL-003"
    SEAL_UNCLEAR = "SEAL-004"

    RECENT = "DATE-001"
    TOO_OLD = "DATE-002"
    RECENCY_UNCLEAR = "DATE-003"
    ORDER_SOUND = "DATE-010"
    ORDER_BROKEN = "DATE-011"
    ORDER_DOUBTFUL = "DATE-012"
    IN_THE_FUTURE = "DATE-013"

    WINDOW_OPEN = "WIN-001"
    WINDOW_EARLY = "WIN-002"
    WINDOW_EXPIRED = "WIN-003"
    WINDOW_UNCLEAR = "WIN-004"
    WINDOW_CONFLICT = "WIN-005"
    NOT_ENTITLED = "WIN-006"

    SELFIE_MET = "SELF-001"
    SELFIE_WITHOUT_CARD = "SELF-002"
    SELFIE_OF_ANOTHER = "SELF-003"
    SELFIE_UNCLEAR = "SELF-004"
    SELFIE_SEVERAL_PEOPLE = "SELF-005"
    SELFIE_RECENT = "SELF-010"
    SELFIE_OLD = "SELF-011"
    SELFIE_UNDATED = "SELF-012"

    AGENT_AUTHORISED = "AGT-001"
    AGENT_PAPER_MISSING = "AGT-002"
    AGENT_DIFFERS = "AGT-003"
    AGENT_UNCLEAR = "AGT-004"
    AGENT_NOT_NAMED = "AGT-005"

    NOT_REUSED = "INT-001"
    REUSED = "INT-002"
    NO_EARLIER_CASES = "INT-003"
    NO_SIGN_OF_EDITING = "INT-010"
    EDITED = "INT-011"
    NO_FILE_FACTS = "INT-012"

    LOCAL_MET = "LOCAL-001"
    LOCAL_UNMET = "LOCAL-002"
    LOCAL_UNKNOWN = "LOCAL-003"
    CONDITION_UNCLEAR = "GEN-003"


MEANINGS: Mapping[Code, str] = {
    Code.NOT_ASKED: "本业务不要求此项",
    Code.UNADOPTED: "规定尚未采用，不据此退件",
    Code.MATERIAL_PRESENT: "材料已提交",
    Code.MATERIAL_MISSING: "缺少材料",
    Code.MATERIAL_PERHAPS: "未能确认材料是否已提交",
    Code.MATERIAL_WEAK: "仅有替代材料，需人工判断",
    Code.CATEGORY_UNREAD: "未能确定备案类别",
    Code.CATEGORY_DIFFERS: "备案类别前后不一致",
    Code.FILE_LEGIBLE: "文件可以辨认",
    Code.FILE_REFUSED: "文件无法打开",
    Code.FILE_HARD_TO_READ: "页面难以辨认",
    Code.FILE_BLANK: "页面空白",
    Code.FILE_NONE: "没有收到文件",
    Code.FILE_HALVES: "一页材料分两次拍摄",
    Code.IDENTITY_AGREES: "姓名与身份证号一致",
    Code.NAME_DIFFERS: "姓名不一致",
    Code.NUMBER_DIFFERS: "身份证号不一致",
    Code.IDENTITY_DOUBTFUL: "姓名或身份证号存疑",
    Code.IDENTITY_UNREAD: "未能读出姓名或身份证号",
    Code.OTHER_PERSONS_CARD: "身份证件属于他人",
    Code.SEX_DIFFERS: "性别与身份证号不符",
    Code.NUMBER_VALID: "身份证号有效",
    Code.NUMBER_INVALID: "身份证号无效",
    Code.NUMBER_MISREAD: "身份证号可能误读",
    Code.CARD_VALID: "身份证在有效期内",
    Code.CARD_EXPIRED: "身份证已过期",
    Code.CARD_DATE_UNREAD: "未能读出身份证有效期",
    Code.ON_RECORD: "与参保登记一致",
    Code.NOT_ON_RECORD: "参保登记中查无此人",
    Code.RECORD_DIFFERS: "与参保登记不一致",
    Code.NO_REGISTER: "未接入参保登记",
    Code.NEARLY_ON_RECORD: "与参保登记相近而不相同",
    Code.REGISTER_SILENT: "登记系统没有答复",
    Code.PLACE_INSIDE: "参保地在受理范围内",
    Code.PLACE_OUTSIDE: "参保地不在受理范围内",
    Code.PLACE_UNCLEAR: "未能确定参保地",
    Code.PLACE_DIFFERS: "参保地前后不一致",
    Code.DISEASE_LISTED: "病种在目录内",
    Code.DISEASE_NOT_LISTED: "病种不在目录内",
    Code.DISEASE_NEAR: "病种名称近似，需核对",
    Code.DISEASE_UNREAD: "未能读出申报病种",
    Code.DISEASE_CLOSED_TO_INSURANCE: "病种不对该参保类型开放",
    Code.DISEASE_CLOSED_TO_AGE: "年龄不在病种范围内",
    Code.DISEASE_DIFFERS: "申报病种前后不一致",
    Code.DISEASES_ON_ONE_FORM: "一张表填写了多个病种",
    Code.DISEASE_SUPPORTED: "诊断支持申报病种",
    Code.DISEASE_UNSUPPORTED: "诊断与申报病种不符",
    Code.DISEASE_SUPPORT_UNCLEAR: "未能确认诊断是否支持申报病种",
    Code.EVIDENCE_BY_PERSON: "认定标准由审核人员核对",
    Code.EVIDENCE_SUBSTITUTED: "以其他材料代替了标准指定的材料",
    Code.EVIDENCE_MET: "符合认定标准",
    Code.EVIDENCE_LACKING: "尚未见到认定标准要求的材料",
    Code.EVIDENCE_CONTRADICTED: "材料与认定标准不符",
    Code.LEVEL_MET: "医院等级符合",
    Code.LEVEL_BELOW: "医院等级不足",
    Code.LEVEL_UNKNOWN: "未能确定医院等级",
    Code.LEVEL_DISAGREES: "印刷等级与名录不一致",
    Code.HOSPITAL_AMBIGUOUS: "医院名称对应多家医院",
    Code.HOSPITAL_UNREAD: "未能读出医院名称",
    Code.PAPER_NOT_RELIED_ON: "未采信该材料",
    Code.TITLE_MET: "医师职称符合",
    Code.TITLE_BELOW: "医师职称不足",
    Code.TITLE_UNREAD: "未能读出医师职称",
    Code.TITLE_MISSING: "未填写医师职称",
    Code.TITLE_ON_RECORD: "医师职称以登记为据符合",
    Code.TITLE_DISAGREES: "所写职称与医师登记不一致",
    Code.SIGNED: "医师已签名",
    Code.UNSIGNED: "医师未签名",
    Code.SIGNATURE_UNCLEAR: "未能确定医师是否签名",
    Code.SEALED: "印章符合",
    Code.SEAL_MISSING: "缺少印章",
    Code.SEAL_OF_ANOTHER: "印章属于其他单位",
    Code.SEAL_UNCLEAR: "未能确定印章",
    Code.RECENT: "日期在时限内",
    Code.TOO_OLD: "日期早于时限",
    Code.RECENCY_UNCLEAR: "未能确定日期是否在时限内",
    Code.ORDER_SOUND: "日期先后合理",
    Code.ORDER_BROKEN: "日期先后矛盾",
    Code.ORDER_DOUBTFUL: "日期先后存疑",
    Code.IN_THE_FUTURE: "日期晚于申请日",
    Code.WINDOW_OPEN: "在续期办理期内",
    Code.WINDOW_EARLY: "未到续期办理期",
    Code.WINDOW_EXPIRED: "待遇已到期",
    Code.WINDOW_UNCLEAR: "未能确定待遇到期日",
    Code.WINDOW_CONFLICT: "待遇到期日前后不一致",
    Code.NOT_ENTITLED: "登记中没有该病种的待遇",
    Code.SELFIE_MET: "手持身份证照片符合",
    Code.SELFIE_WITHOUT_CARD: "照片中没有身份证",
    Code.SELFIE_OF_ANOTHER: "照片中的身份证属于他人",
    Code.SELFIE_UNCLEAR: "照片中的身份证无法辨认",
    Code.SELFIE_SEVERAL_PEOPLE: "照片中不止一人",
    Code.SELFIE_RECENT: "照片为近期拍摄",
    Code.SELFIE_OLD: "照片拍摄过早",
    Code.SELFIE_UNDATED: "照片没有拍摄日期",
    Code.AGENT_AUTHORISED: "代办手续齐全",
    Code.AGENT_PAPER_MISSING: "缺少代办材料",
    Code.AGENT_DIFFERS: "代办人信息不一致",
    Code.AGENT_UNCLEAR: "代办手续存疑",
    Code.AGENT_NOT_NAMED: "申请未写明代办人",
    Code.NOT_REUSED: "未见重复使用的材料",
    Code.REUSED: "材料曾用于他人申请",
    Code.NO_EARLIER_CASES: "未接入既往案件",
    Code.NO_SIGN_OF_EDITING: "未见编辑痕迹",
    Code.EDITED: "文件有编辑痕迹",
    Code.NO_FILE_FACTS: "文件没有可用的属性信息",
    Code.LOCAL_MET: "符合当地规定",
    Code.LOCAL_UNMET: "不符合当地规定",
    Code.LOCAL_UNKNOWN: "未能确定是否符合当地规定",
    Code.CONDITION_UNCLEAR: "未能确定此项要求是否适用",
}
