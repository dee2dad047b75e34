"""Draws docs/pictures/leads.svg from the leads of the invented county: python docs/pictures/draw_leads.py demo/结果."""

from __future__ import annotations

import json
import sys
from html import escape
from pathlib import Path

from yingjiu.values.masking import mask_id, mask_name

COLUMNS = (("", 36), ("姓名", 80), ("证件号码", 180), ("条线", 60), ("案号", 290), ("在册", 190), ("哪些模型找到", 290))
ROWS, HEIGHT = 10, 34


def cells(number: int, lead: dict) -> list[str]:
    """One line of the picture; names and numbers masked though nobody in it lives."""
    models = lead["models"]
    return [
        str(number),
        mask_name(lead["name"]),
        mask_id(lead["id_number"]),
        lead["stream"],
        next((n for n in lead["case_numbers"] if "受" in n), (lead["case_numbers"] or [""])[0]),
        "、".join(lead["registers"]),
        "、".join(models[:3]) + (f" 等{len(models)}个" if len(models) > 3 else ""),
    ]


def draw(leads: list[dict]) -> str:
    """The picture as SVG, fonts left to the reader's machine."""
    width = sum(w for _, w in COLUMNS) + 40
    lines = [[name for name, _ in COLUMNS], *(cells(n, lead) for n, lead in enumerate(leads[:ROWS], 1))]
    height = HEIGHT * (len(lines) + 1) + 34
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
        "font-family=\"system-ui, 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif\" font-size=\"14\">",
        f'<rect width="{width}" height="{height}" rx="8" fill="#fff" stroke="#cfd8e3"/>',
        f'<text x="20" y="26" fill="#1f4e8c" font-weight="600">线索 {len(leads)} 条(虚构的县)</text>',
    ]
    for n, line in enumerate(lines):
        top = 40 + n * HEIGHT
        fill = "#1f4e8c" if n == 0 else ("#f4f7fb" if n % 2 else "#fff")
        out.append(f'<rect x="12" y="{top}" width="{width - 24}" height="{HEIGHT}" fill="{fill}"/>')
        left = 20
        for text, (_, column) in zip(line, COLUMNS, strict=True):
            ink = "#fff" if n == 0 else "#1c2733"
            out.append(f'<text x="{left}" y="{top + 22}" fill="{ink}">{escape(text)}</text>')
            left += column
    foot = "每条线索都写明依据哪条记录、哪句话;是否救助由检察官决定"
    out.append(f'<text x="20" y="{height - 14}" fill="#5b6b7c" font-size="13">{foot}</text></svg>')
    return "\n".join(out) + "\n"


if __name__ == "__main__":
    lines = Path(sys.argv[1], "leads.jsonl").read_text(encoding="utf-8").splitlines()
    leads = [lead for line in lines if (lead := json.loads(line))["status"] == "open"]
    Path(__file__).with_name("leads.svg").write_text(draw(leads), encoding="utf-8")
