"""Pages to print (打印页): A4, nothing asked of anybody, no script; style stands in the page and is named by its hash.

Tokens follow one small set: colour is for grades, done and overdue alone, blue for frame and marks. A page says at its foot
where it comes from and who printed it.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Sequence
from html import escape
from typing import Final

STYLE: Final = """
@page { size: A4; margin: 11mm 12mm 10mm }
* { box-sizing: border-box }
html { -webkit-print-color-adjust: exact; print-color-adjust: exact }
body { font: 12px/1.5 "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif; color: #1b2430; margin: 0 }
article { width: 186mm; margin: 0 auto; display: flex; flex-direction: column; min-height: 275mm }
article + article { break-before: page }
header.top { display: flex; gap: 10px; align-items: baseline; flex-wrap: wrap }
h1 { font-size: 21px; line-height: 30px; font-weight: 600; margin: 0; white-space: nowrap }
h2 { font-size: 14px; line-height: 20px; font-weight: 600; margin: 9px 0 3px; border-bottom: 1px solid #1b2430; break-after: avoid }
h2 span { font-size: 12px; font-weight: 400; color: #566174; margin-left: 6px }
p { margin: 2px 0 }
.sp { flex: 1 } .q { color: #566174 } .nw { white-space: nowrap } b, strong { font-weight: 600 }
.row { display: flex; gap: 6px; flex-wrap: wrap; align-items: baseline; margin-top: 3px }
.tag { border: 1px solid #cfd7e1; padding: 0 6px; line-height: 18px; white-space: nowrap }
.g { color: #fff; padding: 0 7px; line-height: 20px; font-weight: 600; white-space: nowrap; align-self: center }
.red { background: #c8161d } .orange { background: #b85c00 } .yellow { background: #8a6d00 }
.none { background: #fff; color: #566174; border: 1px solid #cfd7e1 }
.seal { color: #c8161d; font-weight: 600 }
table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums } tr { break-inside: avoid }
th, td { padding: 2px 8px 2px 0; text-align: left; vertical-align: top; border-bottom: 1px solid #e6eaf0; white-space: pre-line }
th { font-weight: 400; color: #566174; white-space: nowrap } thead { display: table-header-group }
tbody tr:last-child td { border-bottom: 0 } td { overflow-wrap: anywhere }
td:last-child, th:last-child { padding-right: 0 }
.n { text-align: right; white-space: nowrap } .n + td, .n + th { padding-left: 12px } .k { color: #566174; white-space: nowrap; width: 76px }
.half { width: 46% } .fifth { width: 21% } .w { white-space: nowrap }
.yes { color: #2b7a3d; font-weight: 600 } .no { color: #566174 } .ask { color: #1f4e8c; font-weight: 600 }
.m { width: 20px; white-space: nowrap } .in { padding-left: 14px } .num { color: #1f4e8c; font-weight: 600; white-space: nowrap }
mark { background: #d6e5f8; color: inherit; padding: 0 1px }
.box { border: 1px solid #1f4e8c; border-left-width: 4px; padding: 5px 10px; margin: 8px 0 2px; break-inside: avoid }
.box p { margin: 0 } .box .big { font-size: 14px; font-weight: 600 }
figure { margin: 4px 0 0; break-inside: avoid } svg { display: block; width: 100%; height: auto }
svg text { font-family: inherit; font-variant-numeric: tabular-nums }
.lines { flex: 1 1 75px; height: 0; min-height: 75px; overflow: hidden; break-inside: avoid }
.lines p { height: 25px; margin: 0; border-bottom: 1px solid #cfd7e1 }
footer { display: flex; gap: 12px; margin-top: 8px; padding-top: 3px; border-top: 1px solid #cfd7e1; color: #566174; font-size: 11px }
.cards { display: flex; gap: 8px; margin: 8px 0 2px } .cards div { flex: 1; border: 1px solid #cfd7e1; padding: 4px 10px }
.cards dt { color: #566174 } .cards dd { margin: 0; font-size: 18px; font-weight: 600; white-space: nowrap }
.cards small { font-size: 12px; font-weight: 400; color: #566174 }
.two { display: grid; grid-template-columns: 1fr 1fr; gap: 0 20px } a { color: #1f4e8c; text-decoration: none }
@media screen { html { background: #f1f4f7 } body { padding: 16px }
article { background: #fff; border: 1px solid #cfd7e1; padding: 11mm 12mm 8mm; width: 210mm; min-height: 297mm; margin-bottom: 16px } }
"""
GRADES: Final = {"红": ("red", "红色"), "橙": ("orange", "橙色"), "黄": ("yellow", "黄色")}
LINES: Final = 14
_MARKS: Final = str.maketrans(",:;?!", "，：；？！")
_HALF: Final = re.compile(r"(?<=[\u4e00-\u9fff）”])[,:;?!]")
_ROUND: Final = re.compile(r"(?<=[\u4e00-\u9fff])\(([^()]*[\u4e00-\u9fff][^()]*)\)")
NOTE: Final = "系统依据在册数据和卷宗整理,供核查参考,以检察官决定为准"


def write_document(title: str, articles: Sequence[str]) -> str:
    """A whole file of one article a sheet (an article may run over several)."""
    mark = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
    body = "".join(f"<article>{one}</article>" for one in articles)
    return (
        '<!doctype html>\n<html lang="zh-CN"><head><meta charset="utf-8">'
        f"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{mark}'\">"
        '<meta name="referrer" content="no-referrer">'
        f"<title>{escape(title)}</title><style>{STYLE}</style></head>\n<body>{body}</body></html>\n"
    )


def shown(text: str) -> str:
    """A text as a page shows it: escaped, with the marks of Chinese sentences in full width.

    >>> shown("未付,待查(法院)"), shown("3:2 a,b 卷(1).pdf")
    ('未付，待查（法院）', '3:2 a,b 卷(1).pdf')
    """
    text = _HALF.sub(lambda m: m[0].translate(_MARKS), text)
    return escape(_ROUND.sub(r"（\1）", text))


def heading(title: str, note: str = "") -> str:
    """A section's title with a quiet note."""
    return f"<h2>{shown(title)}{f'<span>{shown(note)}</span>' if note else ''}</h2>"


def chip(colour: str | None) -> str:
    """A grade as a colour with its word; a person without one has the word alone."""
    name, word = GRADES.get(colour or "", ("none", "未分级"))
    return f'<span class="g {name}">{word}</span>'


def tags(words: Sequence[str]) -> str:
    """Short words in frames."""
    return "".join(f'<span class="tag">{shown(w)}</span>' for w in words)


def table(
    columns: Sequence[str], rows: Sequence[Sequence[str]], classes: Sequence[str] = (), *, empty: str = "没有"
) -> str:
    """A table of texts.

    Args:
        columns: titles; empty: none are shown.
        rows: cells.
        classes: of each column: n a number, k a title, w never broken, q quiet.
        empty: said where there are no rows.
    """
    if not rows:
        return f'<p class="q">{shown(empty)}</p>'
    names = [*classes, *("" for _ in range(max(len(rows[0]) - len(classes), 0)))]
    marks = [f' class="{c}"' if c else "" for c in names]
    head = "".join(f"<th{m}>{shown(c)}</th>" for c, m in zip(columns, marks, strict=False))
    body = "".join(
        "<tr>" + "".join(f"<td{m}>{shown(cell)}</td>" for cell, m in zip(row, marks, strict=False)) + "</tr>"
        for row in rows
    )
    return f"<table>{f'<thead><tr>{head}</tr></thead>' if columns else ''}<tbody>{body}</tbody></table>"


def figure(svg: str, empty: str) -> str:
    """A drawing, or why there is none."""
    return f"<figure>{svg}</figure>" if svg else f'<p class="q">{shown(empty)}</p>'


def notes(title: str = "核查记录", note: str = "手写,回来登记") -> str:
    """Lines to write on, down to the foot of the sheet."""
    return f'{heading(title, note)}<div class="lines">{"<p></p>" * LINES}</div>'


def foot(right: str, left: str = NOTE) -> str:
    """The foot of a sheet."""
    return f'<footer><span>{shown(left)}</span><span class="sp"></span><span class="nw">{shown(right)}</span></footer>'
