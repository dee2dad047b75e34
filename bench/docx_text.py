"""Word files to clean text, a second, on one core, in memory.

    python bench/docx_text.py [FOLDER] [--rounds 5]

FOLDER holds docx files; without it, papers of about 600 characters are made with python-docx. Also prints how many
papers of 2,000 characters a second `clean_text` makes clean, for the same texts.
"""

from __future__ import annotations

import argparse
import io
import statistics
import sys
import time
from pathlib import Path

from yingjiu.texts.clean import clean_text
from yingjiu.texts.file import read_content

_PARAGRAPHS = (
    "某某县人民法院",
    "刑 事 判 决 书",
    "（2024）苏3299刑初12号",
    "公诉机关某某县人民检察院。",
    "被告人张某，男，1980年4月4日出生，公民身份号码329901198004040011，汉族，初中文化，无业，户籍地某某县。",
    "公诉机关以起诉书指控被告人张某犯交通肇事罪，向本院提起公诉。本院依法组成合议庭，公开开庭审理了本案，现已审理终结。",
    "经审理查明，2024年4月22日9时许，被告人张某驾驶小型普通客车沿县道由南向北行驶至某某村路口时，因未注意观察，"
    "与驾驶电动自行车的被害人李某发生碰撞，造成李某受伤、两车受损的道路交通事故。经鉴定，被害人李某的损伤程度为重伤二级。"
    "经交警大队认定，被告人张某负事故的主要责任，被害人李某负次要责任。",
    "另查明，案发后被告人张某主动报警并在现场等候处理，归案后如实供述了犯罪事实。被告人张某的家属已垫付医疗费30000元，"
    "余款双方未能达成协议，被害人李某未对其表示谅解。",
    "上述事实，有经庭审质证、认证的受案登记表、户籍证明、道路交通事故认定书、鉴定意见书、证人证言、被害人陈述、"
    "被告人供述和辩解等证据证实，足以认定。",
    "本院认为，被告人张某违反交通运输管理法规，因而发生重大事故，致一人重伤，负事故主要责任，其行为已构成交通肇事罪。"
    "公诉机关指控的罪名成立。被告人张某有自首情节，依法可以从轻处罚。依照《中华人民共和国刑法》第一百三十三条之规定，判决如下：",
    "被告人张某犯交通肇事罪，判处有期徒刑一年。",
    "审判长　某某",
    "2024年12月6日",
)


def main() -> int:
    """Run and print; 0 where a thousand files a second are reached."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    files = [path.read_bytes() for path in sorted(given.folder.rglob("*.docx"))] if given.folder else made_papers(200)
    reading, cleaning = [], []
    for _ in range(given.rounds):
        start = time.perf_counter()
        texts = [read_content(content, ".docx").text for content in files]
        reading.append(time.perf_counter() - start)
        start = time.perf_counter()
        cleaned = [clean_text(text) for text in texts]
        cleaning.append(time.perf_counter() - start)
        assert len(cleaned) == len(files)
    signs = sum(map(len, texts))
    both = len(files) / (statistics.median(reading) + statistics.median(cleaning))
    print(f"docx to text: {len(files) / statistics.median(reading):.0f} files/s")
    print(f"clean_text: {signs / 2000 / statistics.median(cleaning):.0f} papers of 2,000 characters/s")
    print(f"docx to clean text: {both:.0f} files/s ({signs / len(files):.0f} characters each)")
    return 0 if both >= 1000 else 1


def made_papers(count: int) -> list[bytes]:
    """Word files of about 600 characters, each a short invented judgment."""
    import docx

    files = []
    for number in range(count):
        paper = docx.Document()
        for words in _PARAGRAPHS:
            paper.add_paragraph(words.replace("12号", f"{number}号"))
        memory = io.BytesIO()
        paper.save(memory)
        files.append(memory.getvalue())
    return files


if __name__ == "__main__":
    sys.exit(main())
