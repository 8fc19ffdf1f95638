"""The same page in HTML: one file, nothing loaded from elsewhere, made for A4 paper."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from validators.pack import Pack
from validators.render import TIERS, diseases_of, head_of, shown_values, sources_of, standards_of

_STYLE = """
body { font: 15px/1.6 "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif;
  color: #1b1b1b; max-width: 68rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 2rem; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid #999; padding: .35rem .5rem; text-align: left; vertical-align: top;
  overflow-wrap: anywhere; }
thead { display: table-header-group; } th { background: #f1f1f1; }
tr { break-inside: avoid; }
.open td:last-child { font-weight: bold; }
.sign { display: flex; gap: 3rem; margin-top: 3rem; break-inside: avoid; }
.sign p { flex: 1; border-bottom: 1px solid #1b1b1b; padding-bottom: 3rem; }
@page { size: A4; margin: 18mm 15mm; }
@media print { body { font-size: 10.5pt; margin: 0; max-width: none; padding: 0; } th { background: none; } }
"""


def render_html(pack: Pack) -> str:
    """The page as one HTML document."""
    title = escape(f"{pack.policy.title}（{pack.policy.id}）")
    values = shown_values(pack)
    rows = "".join(
        _row(
            (v.name, v.clause, v.value, v.source, v.as_of, v.tier, v.adopted),
            "open" if v.adopted == "尚未采用" else "",
        )
        for v in values
    )
    rivals = "".join(f"<li>{escape(v.name)}：{escape(r)}</li>" for v in values for r in v.rivals)
    diseases = diseases_of(pack)
    listed = "".join(_row(row) for row in diseases)
    standards = "".join(_row(row) for row in standards_of(pack))
    return "".join(
        (
            f'<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8"><title>{title}</title>',
            f"<style>{_STYLE}</style></head><body><h1>{title}</h1>",
            _table((), "".join(_row(pair) for pair in head_of(pack))),
            f"<p>{TIERS}</p>",
            "<h2>取值</h2>",
            _table(("项目", "要求", "取值", "来源", "时间", "级别", "采用"), rows),
            f"<h2>其他来源的不同说法（备查，不使用）</h2><ul>{rivals}</ul>" if rivals else "",
            f"<h2>病种目录（{len(diseases)} 种）</h2>" if diseases else "",
            _table(("编号", "病种", "参保类型", "年龄"), listed) if diseases else "",
            "<h2>病种认定标准</h2>" if standards else "",
            _table(("病种", "标准", "逐项核对", "级别"), standards) if standards else "",
            "<h2>来源</h2><ul>",
            "".join(f"<li>{escape(line)}</li>" for line in sources_of(pack)),
            '</ul><div class="sign"><p>审定人（签字）</p><p>单位（盖章）</p><p>日期</p></div>',
            "</body></html>\n",
        )
    )


def _table(heads: Iterable[str], rows: str) -> str:
    cells = "".join(f"<th>{escape(head)}</th>" for head in heads)
    head = f"<thead><tr>{cells}</tr></thead>" if cells else ""
    return f"<table>{head}<tbody>{rows}</tbody></table>"


def _row(cells: Iterable[str], name: str = "") -> str:
    mark = f' class="{name}"' if name else ""
    return f"<tr{mark}>{''.join(f'<td>{escape(cell)}</td>' for cell in cells)}</tr>"
