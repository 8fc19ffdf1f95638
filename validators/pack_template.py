"""A new pack for a place, from the template: ``menshen policy new``."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import Literal, TypeAlias

from jinja2 import Environment, StrictUndefined

from validators.own_tables import CATALOGUE, CATALOGUE_HEADS
from validators.pack_schema import SCHEMAS, schema_text
from validators.policy_errors import PolicyError
from validators.regions import load_regions
from validators.tables import read_table_bytes

Business: TypeAlias = Literal["renewal", "application", "remote-filing"]
BUSINESSES = {
    "renewal": "门特病待遇续期",
    "application": "门诊慢特病资格申请",
    "remote-filing": "异地就医备案",
}
_LISTS = {"36": "jiangxi", "43": "hunan"}
_ID = re.compile(r"[a-z]+(-[a-z]+)+")


class CannotBegin(PolicyError):
    """A new pack cannot be begun: a name that is no id, a region that is none, a folder that is there."""

    code = "POLICY-005"


def begin_pack(root: Path, identity: str, region: str, business: Business, from_day: dt.date) -> Path:
    """Write the folder ``root/identity`` with ``pack.yaml``, an example and, where no shipped list fits, an
    empty disease list, and in ``root`` the schemas by which editors complete.

    Gives the path of ``pack.yaml``. Raises ``CannotBegin`` or ``OSError``.
    """
    if not _ID.fullmatch(identity):
        raise CannotBegin(f"编号“{identity}”无效。", "请用小写拼音和连字符，如 hangzhou-application。")
    regions = load_regions()
    name, province = regions.name_of(region), regions.name_of(f"{region[:2]}0000")
    if name is None or province is None:
        raise CannotBegin(f"没有代码为 {region} 的地区。", "请核对行政区划代码（6 位），如杭州市 330100。")
    folder = root / identity
    if folder.exists():
        raise CannotBegin(f"文件夹 {folder} 已经存在。", "请换一个编号，或先移走它。")
    catalogue = _LISTS.get(region[:2], "own")
    text = _filled(
        "pack_template.yaml",
        id=identity,
        code=region,
        name=name,
        province=province,
        business=business,
        business_words=BUSINESSES[business],
        catalogue=catalogue,
        effective_from=from_day.isoformat(),
        year=str(from_day.year),
        schema=f"../{SCHEMAS['pack'].file}",
    )
    (folder / "examples").mkdir(parents=True)
    for published in SCHEMAS.values():
        (root / published.file).write_text(schema_text(published.make()), encoding="utf-8")
    path = folder / "pack.yaml"
    path.write_text(text, encoding="utf-8")
    example = _filled("example_template.yaml", business=business, submitted_on=from_day.isoformat())
    (folder / "examples" / "sound.yaml").write_text(example, encoding="utf-8")
    if catalogue == "own" and business != "remote-filing":
        heads = ",".join(CATALOGUE_HEADS.values())
        row = "1,【病种名称】,职工和居民,【别名一|别名二，没有则留空】,,,,A,"
        (folder / CATALOGUE).write_text(f"{heads}\n{row}\n", encoding="utf-8-sig")
    return path


def _filled(template: str, **values: str) -> str:
    environment = Environment(undefined=StrictUndefined, keep_trailing_newline=True)  # noqa: S701 - YAML
    return environment.from_string(read_table_bytes(template).decode("utf-8")).render(**values)
