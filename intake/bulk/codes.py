"""The permanent codes of hand-ins, with what people are told. ``{…}`` stands for a count or a column."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from intake.faults import Fault

_TEXTS: Final[Mapping[str, tuple[str, str]]] = {
    # The whole of a manifest
    "BULK-001": ("清单的文字编码无法辨认", "请另存为 XLSX，或 UTF-8 编码的 CSV。"),
    "BULK-002": ("清单不是 CSV、XLSX 或 JSON 文件", "请改用其中一种格式。"),
    "BULK-003": ("清单过大，超过 {limit}", "请分成几批提交。"),
    "BULK-004": ("清单中找不到表头", "请在第一行写明各列名称，如姓名、身份证号、政策、提交日期。"),
    "BULK-005": ("清单缺少“{column}”列", "请补上这一列后重新提交。"),
    "BULK-006": ("“{column}”列出现了两次", "请只保留一列。"),
    "BULK-007": ("没有找到任何案件", "请核对清单或文件夹后重新提交。"),
    "BULK-008": ("案件超过 {limit} 个", "请分成几批提交。"),
    "BULK-009": ("清单不是完好的 XLSX 文件", "请用 Excel 或 WPS 重新保存后再试。"),
    "BULK-010": ("清单的 JSON 写法有误（{detail}）", "请改正后重新提交。"),
    "BULK-011": ("写明 {stated} 个案件，实际有 {found} 个", "请核对是否有遗漏或多余的案件。"),
    "BULK-012": ("有多份清单，不知以哪份为准", "请只保留一份清单。"),
    "BULK-013": ("未使用“{column}”列", "是否应为“{near}”？如是，请改正列名后重新提交。"),
    "BULK-014": ("有 {count} 个文件不属于任何案件，未使用", "请核对清单中的文件名，或移走这些文件。"),
    "BULK-015": ("有 {count} 个文件或文件夹不能受理，未使用", "请按所列原因改正后重新提交。"),
    "BULK-016": ("列数超过 {limit}", "请删去多余的列。"),
    "BULK-017": ("清单中有大量空行", "请把各行复制到新的工作表，保存后再试。"),
    "BULK-018": ("清单第 {line} 行附近的引号不成对", "请用 Excel 或 WPS 打开，另存为 XLSX 后再试。"),
    # A row
    "BULK-021": ("这一格是公式或公式错误，系统不会计算公式", "请复制后“选择性粘贴”为数值。"),
    "BULK-022": (
        "数字的末几位已被表格软件改掉，无法还原",
        "请先把这一列设为“文本”格式，再重新填写完整号码。",
    ),
    "BULK-023": ("日期无法辨认", "请写作 2025-11-20。"),
    "BULK-024": ("取值无法辨认", "可填：{choices}。"),
    "BULK-025": ("内容过长，超过 {limit} 个字", "请只填写这一列应有的内容。"),
    "BULK-026": ("外部编号与第 {rows} 行相同，而内容不同", "请为每个案件填写不同的编号。"),
    "BULK-027": ("与第 {rows} 行重复", "请删去重复的一行。"),
    "BULK-028": ("文件路径不能使用", "请填写相对路径，如 01/申请表.jpg，不能含“..”。"),
    "BULK-029": ("没有这个文件", "请核对文件名，并把文件一起提交。"),
    "BULK-030": ("没有这个文件夹，或其中没有文件", "请核对文件夹名称。"),
    "BULK-031": ("与第 {rows} 行用了同一个文件，而身份证号不同", "请核对两行的文件。"),
    "BULK-032": ("这一格被表格软件改成了日期", "请先把这一列设为“文本”格式，再重新填写。"),
    "BULK-033": ("清单与 case.yaml 所写不同", "请改为一致。"),
    # Archives and folders
    "BULK-041": ("不是完好的 ZIP 压缩包", "请重新打包后再试。"),
    "BULK-042": ("压缩包或文件夹中的文件超过 {limit} 个", "请分成几批提交。"),
    "BULK-043": ("解压后的总大小超过 {limit}", "请分成几批提交。"),
    "BULK-044": ("文件有密码", "请去掉密码后重新打包。"),
    "BULK-045": ("路径不能使用（过长、过深或指向外部）", "请用简短的名称重新打包。"),
    "BULK-046": ("这是链接或特殊文件", "请放入文件本身。"),
    "BULK-047": ("同名文件出现了两次", "请只保留一份，或改名。"),
    "BULK-048": ("压缩包里不能再有压缩包", "请解开后放入文件夹。"),
    "BULK-049": ("压缩方式不受支持", "请用系统自带的 ZIP 压缩重新打包。"),
    "BULK-050": ("文件超过 {limit}", "请减小文件后再试。"),
    "BULK-051": ("压缩比异常", "请直接提交原始照片或 PDF。"),
    "BULK-052": ("压缩包的内部结构异常，各文件互相重叠", "请重新打包后再试。"),
    "BULK-053": ("文件已损坏", "请重新打包后再试。"),
    "BULK-054": ("文件名的编码无法辨认", "请用 UTF-8 文件名重新打包。"),
    "BULK-055": ("没有权限读取", "请向管理员申请读取权限。"),
    "BULK-061": ("不属于任何案件", "请放入案件文件夹，或在清单中写明。"),
    # Separator sheets and scans
    "BULK-071": ("第 {pages} 页在第一张分隔页之前", "请把分隔页放在每个案件材料之前重新扫描。"),
    "BULK-072": ("同一张分隔页出现了两次（第 {pages} 页）", "请核对是否夹错，或重复扫描。"),
    "BULK-073": ("第 {pages} 页的分隔页不属于本批清单", "请用本批清单重新打印分隔页。"),
    "BULK-074": ("扫描件中没有找到分隔页", "请用 menshen separators 打印分隔页，夹在各案件之间扫描。"),
    "BULK-075": ("分隔页（第 {pages} 页）之后没有材料", "请核对是否漏扫。"),
    "BULK-076": ("第 {pages} 页有两张不同的分隔页", "请逐张扫描。"),
    "BULK-077": ("第 {pages} 页的分隔码不完整或被改动", "请用 menshen separators 重新打印这张分隔页。"),
    "BULK-078": ("扫描件不能按页拆分", "请提交完好、无密码的 PDF。"),
    "BULK-079": ("没有扫到这个案件的分隔页，或其后没有材料", "请核对后补扫。"),
    "BULK-080": (
        "没有扫到第 {missing} 行的分隔页，其材料可能混在第 {before} 行的案件中",
        "请核对该案件的材料。",
    ),
}  # fmt: skip


def fault(code: str, where: str, **values: object) -> Fault:
    """The fault ``code`` at ``where``, its words filled with ``values``."""
    message, remedy = _TEXTS[code]
    return Fault(code, where, message.format(**values), remedy.format(**values))


def size_words(count: int) -> str:
    """A byte count for people.

    >>> size_words(512 * 1024 * 1024), size_words(32_000)
    ('512 MB', '31 KB')
    """
    for unit, bytes_ in (("GB", 1024**3), ("MB", 1024**2), ("KB", 1024)):
        if count >= bytes_:
            return f"{count // bytes_} {unit}"
    return f"{count} 字节"
