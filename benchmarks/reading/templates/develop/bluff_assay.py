"""What laboratories measure: items with units and bounds, drawn into results with their flags."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.html import row

TEMPLATES: dict[str, Template] = {}
Item = tuple[str, str, str, float, float, int]

LIVER: tuple[Item, ...] = (
    ("ALT", "丙氨酸氨基转移酶", "U/L", 9, 50, 1), ("AST", "天门冬氨酸氨基转移酶", "U/L", 15, 40, 1),
    ("ALP", "碱性磷酸酶", "U/L", 45, 125, 0), ("GGT", "γ-谷氨酰转肽酶", "U/L", 10, 60, 1),
    ("TP", "总蛋白", "g/L", 65, 85, 1), ("ALB", "白蛋白", "g/L", 40, 55, 1),
    ("GLO", "球蛋白", "g/L", 20, 40, 1), ("TBIL", "总胆红素", "μmol/L", 3.4, 20.5, 1),
    ("DBIL", "直接胆红素", "μmol/L", 0, 6.8, 1), ("TBA", "总胆汁酸", "μmol/L", 0, 10, 1),
    ("PA", "前白蛋白", "mg/L", 200, 430, 0), ("CHE", "胆碱酯酶", "U/L", 5000, 12000, 0),
)  # fmt: skip
KIDNEY: tuple[Item, ...] = (
    ("UREA", "尿素", "mmol/L", 3.1, 8.8, 2), ("CREA", "肌酐", "μmol/L", 57, 97, 1),
    ("UA", "尿酸", "μmol/L", 208, 428, 0), ("CO2", "二氧化碳", "mmol/L", 22, 29, 1),
    ("CysC", "胱抑素C", "mg/L", 0.51, 1.09, 2), ("β2-MG", "β2-微球蛋白", "mg/L", 1, 3, 2),
)  # fmt: skip
FAT: tuple[Item, ...] = (
    ("TC", "总胆固醇", "mmol/L", 2.8, 5.2, 2), ("TG", "甘油三酯", "mmol/L", 0.56, 1.7, 2),
    ("HDL-C", "高密度脂蛋白胆固醇", "mmol/L", 1.04, 1.55, 2), ("LDL-C", "低密度脂蛋白胆固醇", "mmol/L", 1.9, 3.4, 2),
    ("GLU", "葡萄糖", "mmol/L", 3.9, 6.1, 2), ("HCY", "同型半胱氨酸", "μmol/L", 0, 15, 1),
)  # fmt: skip
SALTS: tuple[Item, ...] = (
    ("K", "钾", "mmol/L", 3.5, 5.3, 2), ("Na", "钠", "mmol/L", 137, 147, 1), ("Cl", "氯", "mmol/L", 99, 110, 1),
    ("Ca", "钙", "mmol/L", 2.11, 2.52, 2), ("P", "无机磷", "mmol/L", 0.85, 1.51, 2), ("Mg", "镁", "mmol/L", 0.75, 1.02, 2),
)  # fmt: skip
HEART: tuple[Item, ...] = (
    ("CK", "肌酸激酶", "U/L", 50, 310, 0), ("CK-MB", "肌酸激酶同工酶", "U/L", 0, 25, 1),
    ("LDH", "乳酸脱氢酶", "U/L", 120, 250, 0), ("α-HBDH", "α-羟丁酸脱氢酶", "U/L", 72, 182, 0),
)  # fmt: skip
BLOOD: tuple[Item, ...] = (
    ("WBC", "白细胞计数", "10^9/L", 3.5, 9.5, 2), ("NEUT%", "中性粒细胞百分比", "%", 40, 75, 1),
    ("LYMPH%", "淋巴细胞百分比", "%", 20, 50, 1), ("MONO%", "单核细胞百分比", "%", 3, 10, 1),
    ("EO%", "嗜酸性粒细胞百分比", "%", 0.4, 8, 1), ("BASO%", "嗜碱性粒细胞百分比", "%", 0, 1, 1),
    ("NEUT#", "中性粒细胞绝对值", "10^9/L", 1.8, 6.3, 2), ("LYMPH#", "淋巴细胞绝对值", "10^9/L", 1.1, 3.2, 2),
    ("MONO#", "单核细胞绝对值", "10^9/L", 0.1, 0.6, 2), ("RBC", "红细胞计数", "10^12/L", 4.3, 5.8, 2),
    ("HGB", "血红蛋白浓度", "g/L", 130, 175, 0), ("HCT", "红细胞压积", "%", 40, 50, 1),
    ("MCV", "平均红细胞体积", "fL", 82, 100, 1), ("MCH", "平均血红蛋白量", "pg", 27, 34, 1),
    ("MCHC", "平均血红蛋白浓度", "g/L", 316, 354, 0), ("RDW-CV", "红细胞分布宽度变异系数", "%", 11, 16, 1),
    ("PLT", "血小板计数", "10^9/L", 125, 350, 0), ("MPV", "平均血小板体积", "fL", 7, 13, 1),
    ("PDW", "血小板分布宽度", "fL", 9, 17, 1), ("PCT", "血小板压积", "%", 0.17, 0.35, 2),
)  # fmt: skip
CLOT: tuple[Item, ...] = (
    ("PT", "凝血酶原时间", "s", 9.8, 12.1, 1), ("PT%", "凝血酶原活动度", "%", 80, 120, 0),
    ("INR", "国际标准化比值", "", 0.85, 1.15, 2), ("APTT", "活化部分凝血活酶时间", "s", 22.7, 31.8, 1),
    ("TT", "凝血酶时间", "s", 14, 21, 1), ("FIB", "纤维蛋白原", "g/L", 1.8, 3.5, 2),
    ("D-D", "D-二聚体", "mg/L", 0, 0.55, 2), ("FDP", "纤维蛋白(原)降解产物", "mg/L", 0, 5, 1),
    ("AT-Ⅲ", "抗凝血酶Ⅲ", "%", 83, 128, 1),
)  # fmt: skip
TUMOUR: tuple[Item, ...] = (
    ("AFP", "甲胎蛋白", "ng/mL", 0, 7, 2), ("CEA", "癌胚抗原", "ng/mL", 0, 5, 2),
    ("CA19-9", "糖类抗原19-9", "U/mL", 0, 27, 2), ("CA72-4", "糖类抗原72-4", "U/mL", 0, 6.9, 2),
    ("CA125", "糖类抗原125", "U/mL", 0, 35, 2), ("SF", "铁蛋白", "ng/mL", 30, 400, 1),
)  # fmt: skip
RHEUMA: tuple[Item, ...] = (
    ("C3", "补体C3", "g/L", 0.9, 1.8, 2), ("C4", "补体C4", "g/L", 0.1, 0.4, 2),
    ("IgG", "免疫球蛋白G", "g/L", 7.51, 15.6, 2), ("IgA", "免疫球蛋白A", "g/L", 0.82, 4.53, 2),
    ("IgM", "免疫球蛋白M", "g/L", 0.46, 3.04, 2), ("RF", "类风湿因子", "IU/mL", 0, 20, 1),
    ("ASO", "抗链球菌溶血素O", "IU/mL", 0, 200, 0), ("hs-CRP", "超敏C反应蛋白", "mg/L", 0, 3, 2),
)  # fmt: skip
THYROID: tuple[Item, ...] = (
    ("TSH", "促甲状腺激素", "μIU/mL", 0.27, 4.2, 3), ("FT3", "游离三碘甲状腺原氨酸", "pmol/L", 3.1, 6.8, 2),
    ("FT4", "游离甲状腺素", "pmol/L", 12, 22, 2), ("TPOAb", "甲状腺过氧化物酶抗体", "IU/mL", 0, 34, 1),
    ("TGAb", "甲状腺球蛋白抗体", "IU/mL", 0, 115, 1),
)  # fmt: skip
URINE = (
    ("COL", "颜色", "淡黄色", ("黄色", "淡红色"), ""), ("TUR", "透明度", "清晰", ("微浑", "浑浊"), ""),
    ("GLU", "葡萄糖", "-", ("1+", "2+", "3+"), "阴性"), ("PRO", "蛋白质", "-", ("±", "1+", "2+", "3+"), "阴性"),
    ("BLD", "隐血", "-", ("±", "1+", "3+"), "阴性"), ("LEU", "白细胞酯酶", "-", ("±", "1+", "2+"), "阴性"),
    ("KET", "酮体", "-", ("±", "1+"), "阴性"), ("NIT", "亚硝酸盐", "-", ("+",), "阴性"),
    ("BIL", "胆红素", "-", ("1+",), "阴性"), ("UBG", "尿胆原", "正常", ("1+",), "正常"),
)  # fmt: skip


@dataclass(frozen=True)
class Result:
    """One printed line of a table."""

    code: str
    name: str
    result: str
    unit: str
    reference: str
    flag: str

    def told(self, **other: str) -> dict[str, str | None]:
        """The row's truth; what is printed otherwise is given."""
        cells: dict[str, str | None] = {
            "name": self.name, "result": self.result, "unit": self.unit or None,
            "reference": self.reference or None, "flag": self.flag or None,
        }  # fmt: skip
        return {**cells, **{k: v or None for k, v in other.items()}}

    def row(self, cells: str, tag: str = "tr", **other: str) -> str:
        """The row around its cells."""
        return row(self.told(**other), cells, tag)


def measure(dice: random.Random, item: Item, dash: str = "-", flags: str = "↑↓", below: str = "",
            odd: float = 0.3) -> Result:  # fmt: skip
    """A result of an item, beyond its bounds now and then; ``below`` writes bounds from nought as ``<5``."""
    code, label, unit, low, high, places = item
    span = high - low
    value = dice.uniform(low + span * 0.05, high - span * 0.05)
    if dice.random() < odd:
        over = high + span * dice.uniform(0.05, 0.9)
        under = max(low * 0.4, low - span * dice.uniform(0.05, 0.6))
        value = over if low == 0 or dice.random() < 0.6 else under
    value = round(value, places)
    flag = flags[0] if value > high else flags[1] if value < low else ""
    reference = f"{below}{high:g}" if below and low == 0 else f"{low:g}{dash}{high:g}"
    return Result(code, label, f"{value:.{places}f}", unit, reference, flag)


def run(dice: random.Random, items: Sequence[Item], least: int = 99, dash: str = "-", flags: str = "↑↓",
        below: str = "", odd: float = 0.3) -> list[Result]:  # fmt: skip
    """Results of a panel in its order, of at least so many items."""
    count = dice.randint(min(least, len(items)), len(items))
    kept = sorted(dice.sample(range(len(items)), count))
    return [measure(dice, items[n], dash, flags, below, odd) for n in kept]


def cells(values: Iterable[str], styles: Sequence[str] = ()) -> str:
    """Table cells, each of its column's style."""
    padded = (*styles, *("",) * 20)
    return "".join(
        f'<td style="{style}">{value}</td>' if style else f"<td>{value}</td>"
        for value, style in zip(values, padded, strict=False)
    )
