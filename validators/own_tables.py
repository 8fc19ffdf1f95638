"""The tables of one place beside its ``pack.yaml``: ``catalogue.csv`` (diseases) and ``hospitals.csv``.

Both open in a spreadsheet: UTF-8, with or without a byte order mark, heads in Chinese or English, several
names in a cell divided by ``|``. A disease that a shipped list knows by the same name takes over from there
what its row leaves empty.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from ocr.values.hospital_levels import normalise as normal_level
from validators.catalogue import Catalogue, catalogue_of, load_catalogues
from validators.disease_attributes import conflict, says_more
from validators.disease_names import fold_disease
from validators.disease_row import Disease
from validators.hospitals import Hospital, HospitalDirectory, load_hospitals
from validators.icd import category_of
from validators.policy_errors import PackBroken
from validators.tables import split

CATALOGUE, HOSPITALS = "catalogue.csv", "hospitals.csv"
CATALOGUE_HEADS: Mapping[str, str] = {
    "no": "编号",
    "name": "病种名称",
    "insurance": "参保类型",
    "aliases": "别名",
    "near_but_different": "相近但不同",
    "icd10": "ICD-10",
    "age_rule": "年龄",
    "tier": "可信级别",
    "source": "来源",
}
HOSPITAL_HEADS: Mapping[str, str] = {
    "name": "医院名称",
    "level": "等级",
    "aliases": "别名",
    "city_code": "地区代码",
    "kind": "类别",
    "tier": "可信级别",
    "source": "来源",
    "as_of": "时间",
}
_INSURANCE = {"": "both", "both": "both", "职工和居民": "both", "职工与居民": "both", "不限": "both"} | {
    "居民": "resident",
    "resident": "resident",
}
_AGE = re.compile(r"<=?\d{1,3}|\d{1,3}-\d{1,3}|")
_ICD = re.compile(r"[A-Z]\d\d(\.\d+)?(-[A-Z]\d\d(\.\d+)?)?")
_TIERS = ("A", "B", "C", "D")


def own_catalogue(folder: Path) -> Catalogue:
    """The disease list of a pack; raises ``PackBroken`` with every fault and its line."""
    path = folder / CATALOGUE
    return _catalogue(path, _changed(path))


def directory_for(folder: Path) -> HospitalDirectory:
    """The shipped hospital directory with the pack's own rows above it; raises ``PackBroken``."""
    path = folder / HOSPITALS
    return _hospitals(path, _changed(path)) if path.is_file() else load_hospitals()


def _changed(path: Path) -> int:
    if not path.is_file():
        raise PackBroken(path, (f"没有这个文件；catalogue 的 list 为 own 时须有 {CATALOGUE}",))
    return path.stat().st_mtime_ns


@lru_cache(maxsize=32)
def _catalogue(path: Path, _changed_at: int) -> Catalogue:
    rows = _rows(path, CATALOGUE_HEADS)
    faults: list[str] = []
    names = [row["name"] for _, row in rows]
    for line, row in rows:
        where = f"第 {line} 行"
        if not row["name"]:
            faults.append(f"{where} 没有病种名称")
        elif names.count(row["name"]) > 1:
            faults.append(f"{where} 病种“{row['name']}”写了不止一次")
        if row["insurance"] not in _INSURANCE:
            faults.append(f"{where} 参保类型“{row['insurance']}”无效，写“职工和居民”或“居民”")
        if not _AGE.fullmatch(row["age_rule"]):
            faults.append(f"{where} 年龄“{row['age_rule']}”无效，写作 0-14 或 <18，不限则留空")
        wrong = [code for code in split(row["icd10"]) if not _ICD.fullmatch(code)]
        if wrong:
            faults.append(f"{where} ICD-10“{'、'.join(wrong)}”无效，写作 I10 或 I10-I15")
    if not rows:
        faults.append("没有一个病种")
    if faults:
        raise PackBroken(path, tuple(faults))
    taken = {fold_disease(name) for name in names}
    return catalogue_of("own", tuple(_disease(number, row, taken) for number, (_, row) in enumerate(rows, 1)))


def _disease(number: int, row: Mapping[str, str], taken: set[str]) -> Disease:
    """One row; what it leaves empty comes from the shipped row of the same name, if there is one."""
    own = Disease(
        catalogue="own",
        no=row["no"] or str(number),
        name=row["name"],
        insurance=_INSURANCE[row["insurance"]],
        aliases=split(row["aliases"]),
        near=split(row["near_but_different"]),
        icd10=split(row["icd10"]),
        age_rule=row["age_rule"],
        tier=row["tier"] if row["tier"] in _TIERS else "A",
    )
    like = _shipped_like(row["name"])
    others = taken - {fold_disease(own.name)}
    if like is not None:
        names = [n for n in (like.name, *like.aliases) if n != own.name and fold_disease(n) not in others]
        names = [n for n in names if not conflict(own.name, [n]) and not says_more(own.name, [n])]
        said = {fold_disease(n) for n in (own.name, *own.aliases)}
        same = fold_disease(like.name) == fold_disease(own.name)
        own = replace(
            own,
            aliases=own.aliases or tuple(names),
            near=own.near or tuple(n for n in like.near if fold_disease(n) not in said),
            vague=tuple(n for n in like.vague if fold_disease(n) not in said),
            apart=like.apart,
            icd10=own.icd10 or like.icd10,
            icd10_whole=like.icd10_whole if same else (),
            m_codes=like.m_codes,
            review=like.review,
            terms=like.terms,
        )
    category = category_of(fold_disease(own.name))
    return own if own.icd10 or category is None else replace(own, icd10=(category,))


def _shipped_like(name: str) -> Disease | None:
    """The shipped row of that very name, else the one row that has it as an alias.

    Several rows of the same categories (恶性肿瘤 for after-care and for treatment) count as one.
    """
    folded = fold_disease(name)
    rows = [row for catalogue in load_catalogues().values() for row in catalogue.rows]
    named = [row for row in rows if fold_disease(row.name) == folded]
    known = named or [row for row in rows if folded in {fold_disease(a) for a in row.aliases}]
    return known[0] if known and (named or len({row.icd10 for row in known}) == 1) else None


@lru_cache(maxsize=32)
def _hospitals(path: Path, _changed_at: int) -> HospitalDirectory:
    rows, faults, found = _rows(path, HOSPITAL_HEADS), [], []
    for line, row in rows:
        level = normal_level(row["level"]) if row["level"] else ""
        if not row["name"]:
            faults.append(f"第 {line} 行 没有医院名称")
        elif level is None:
            faults.append(f"第 {line} 行 等级“{row['level']}”无效，写作 三级甲等、二级 等，不详则留空")
        tier = row["tier"] if row["tier"] in _TIERS else "A"
        aliases = split(row["aliases"])
        city, kind, source, as_of = row["city_code"], row["kind"], row["source"], row["as_of"]
        found.append(Hospital(row["name"], aliases, city, level or "", kind, tier, source, as_of))
    if faults:
        raise PackBroken(path, tuple(faults))
    return load_hospitals(tuple(found))


def _rows(path: Path, heads: Mapping[str, str]) -> Sequence[tuple[int, dict[str, str]]]:
    """The rows with their lines (from 1), by English column names; missing columns are empty."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise PackBroken(path, ("编码不是 UTF-8：在表格软件中另存为“CSV UTF-8”",)) from error
    reader = csv.reader(io.StringIO(text))
    head = [cell.strip() for cell in next(reader, [])]
    columns = {cell: key for key, word in heads.items() for cell in (key, word)}
    unknown = [cell for cell in head if cell and cell not in columns]
    if "name" not in {columns.get(cell) for cell in head} or unknown:
        wrong = f"不认识的列：{'、'.join(unknown)}；" if unknown else ""
        raise PackBroken(path, (f"{wrong}可用的列：{'、'.join(heads.values())}，须有{heads['name']}",))
    found: list[tuple[int, dict[str, str]]] = []
    for cells in reader:
        given = dict(zip((columns.get(cell, "") for cell in head), (c.strip() for c in cells), strict=False))
        if any(given.values()):
            found.append((reader.line_num, {key: given.get(key, "") for key in heads}))
    return found
