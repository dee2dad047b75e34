"""The portrait as one printable page (打印页): A4, no request to anywhere, for a visit or a file."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Final

from yingjiu.leads.look import Section

_STYLE: Final = """
@page { size: A4; margin: 14mm 12mm 16mm }
* { box-sizing: border-box }
body { font: 12px/1.5 "Noto Sans CJK SC", "Microsoft YaHei", "宋体", sans-serif; color: #1b2430 }
body { max-width: 186mm; margin: 0 auto }
header { border-bottom: 2px solid #1f4e8c; margin-bottom: 6px }
h1 { font-size: 20px; margin: 8px 0 2px }
header p { margin: 0 0 6px; color: #566174 }
dl { display: flex; flex-wrap: wrap; margin: 4px 0 8px; gap: 2px 20px }
dl div { display: flex; gap: 6px } dt { color: #566174 }
dd { margin: 0; font-weight: 600; font-variant-numeric: tabular-nums }
h2 { font-size: 13px; color: #1f4e8c; margin: 9px 0 2px; break-after: avoid }
table { width: 100%; border-collapse: collapse; break-inside: auto } tr { break-inside: avoid }
th, td { border: 1px solid #cfd7e1; padding: 1px 5px; text-align: left; vertical-align: top }
td { white-space: pre-line; overflow-wrap: anywhere }
th { background: #eef2f7; font-weight: 600; white-space: nowrap } thead { display: table-header-group }
p.empty { margin: 0; color: #566174 } p.seal { color: #c8161d; font-weight: 600; margin: 4px 0 }
.notes p { border-bottom: 1px solid #cfd7e1; height: 22px; margin: 0 }
footer { margin-top: 10px; color: #566174; border-top: 1px solid #cfd7e1; font-size: 11px }
@media screen { body { padding: 16px; background: #fff } html { background: #f1f4f7 } }
"""


def html_page(
    title: str,
    subtitle: str,
    identity: Sequence[tuple[str, str]],
    sections: Sequence[Section],
    *,
    sealed: bool,
    footer: str,
) -> str:
    """The page as a file that needs nothing else."""
    people = "".join(f"<div><dt>{escape(k)}</dt><dd>{escape(v)}</dd></div>" for k, v in identity)
    seal = '<p class="seal">未成年人或性侵害案件被害人:身份信息严格保密。</p>' if sealed else ""
    body = "".join(_section(s) for s in sections)
    return (
        '<!doctype html>\n<html lang="zh-CN"><head><meta charset="utf-8">'
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head>\n<body>"
        f"<header><h1>{escape(title)}</h1><p>{escape(subtitle)}</p></header>{seal}<dl>{people}</dl>{body}"
        f'<h2>核实情况</h2><div class="notes"><p></p><p></p><p></p></div>'
        f"<footer>{escape(footer)}</footer></body></html>\n"
    )


def _section(section: Section) -> str:
    if not section.rows:
        return f'<h2>{escape(section.title)}</h2><p class="empty">{escape(section.empty)}</p>'
    head = "".join(f"<th>{escape(c)}</th>" for c in section.columns)
    rows = "".join("<tr>" + "".join(f"<td>{escape(c)}</td>" for c in row) + "</tr>" for row in section.rows)
    return f"<h2>{escape(section.title)}</h2><table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
