"""``yingjiu read``: what the program reads in papers, each value with the sentence it rests on."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import typer
from rich.console import Console
from rich.markup import escape

from yingjiu.cli.failures import FAILED, USAGE, say, stop, told_in_chinese
from yingjiu.cli.terminal import Bars, open_console
from yingjiu.values.masking import mask_id, mask_name, mask_text

if TYPE_CHECKING:
    from yingjiu.reading.facts import Paper, Party, Victim

PAID: Final = {"paid": "已赔偿", "partial": "部分赔偿", "none": "未赔偿", "unknown": "不明"}
FORGIVEN: Final = {"yes": "已谅解", "no": "未谅解", "unknown": "不明"}
BASIS: Final = {
    "agreed": "达成协议",
    "insurer": "保险赔付",
    "handled": "民事部分已处理",
    "part": "付了一部分",
    "deposit": "预交或提存",
    "suit": "只是判决或起诉",
    "waived": "放弃",
    "withdrawn": "撤回",
    "claim": "只是一方说法",
    "silent": "没有写",
}
FACTS: Final = {"compensation": "赔偿", "forgiven": "谅解", "injury": "伤情", "loss": "损失", "hardship": "困难"}
QUOTE: Final = 120


def read_papers(paths: Sequence[Path], *, reveal: bool) -> None:
    """Print the facts of papers; exit code 1 when none of them could be read."""
    from yingjiu.reading.paper import read_paper
    from yingjiu.texts.files import read_files
    from yingjiu.texts.page import GivenText

    with told_in_chinese():
        files = list_papers(paths)
        console = open_console()
        read = 0
        with Bars() as bars:
            bars.begin("读取文书", len(files))
            outcomes = []
            for path, text in read_files(files):
                outcomes.append((path, text))
                bars.advance()
        for path, text in outcomes:
            if not isinstance(text, GivenText):
                say(f"{path.name}:{text}")
                continue
            read += 1
            print_paper(console, path.name, read_paper(text.text, name=path.stem), text.method, reveal=reveal)
    if not read:
        raise typer.Exit(FAILED)


def list_papers(paths: Sequence[Path]) -> list[Path]:
    """Papers of files and folders, in a fixed order."""
    from yingjiu.texts.file import PAPER_SUFFIXES

    if not paths:
        raise stop("请写要读的文书,例如 yingjiu read 起诉意见书.docx", USAGE)
    found: list[Path] = []
    for path in paths:
        if not path.exists():
            raise stop(f"找不到 {path},请检查路径")
        if path.is_dir():
            found += sorted(p for p in path.rglob("*") if p.suffix.lower() in PAPER_SUFFIXES)
        else:
            found.append(path)
    return found


def read_lines(source: Path, out: Path | None) -> None:
    """Read the field "text" of each line of ``source`` and write one line an item to ``out``.

    A line that is no JSON is told and left out; the others are written.
    """
    from yingjiu.pool.atomic import aside
    from yingjiu.reading.jsonl import read_item

    if out is None:
        raise stop("--jsonl 要与 --out 一起用:yingjiu read --jsonl 输入.jsonl --out 输出.jsonl", USAGE)
    with told_in_chinese(), aside(out) as temporary, temporary.open("w", encoding="utf-8") as file, Bars() as bars:
        items = list(_items(source))
        bars.begin("读取文书", len(items))
        for item in items:
            file.write(json.dumps(read_item(item), ensure_ascii=False) + "\n")
            bars.advance()


def _items(source: Path) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(source.read_text(encoding="utf-8-sig").splitlines(), 1):
        if not line.strip():
            continue
        try:
            item = json.loads(line)
        except ValueError:
            say(f"{source.name} 第{number}行不是 JSON,没有读")
            continue
        if isinstance(item, dict):
            yield item
        else:
            say(f"{source.name} 第{number}行应是一个 {{…}} 对象,没有读")


def print_paper(console: Console, name: str, paper: Paper, method: str, *, reveal: bool) -> None:
    """The facts of one paper for a person to read."""
    names = (*(v.name for v in paper.victims), *(p.name for p in (*paper.suspects, *paper.parties)))
    names += tuple(r.name for v in paper.victims for r in v.relatives)
    shown = _Shown(reveal=reveal, names=names)
    console.rule(
        f"[bold]{escape(shown.text(name))}[/] · {paper.type}{'(扫描识别)' if method == 'ocr' else ''}", align="left"
    )
    rows = [
        ("日期", paper.day),
        ("文号", paper.own_number),
        ("提到的案号", "、".join(n for n in paper.numbers if n != paper.own_number)),
        ("罪名", "、".join(paper.charges) or paper.charge),
        ("案由", paper.cause),
        ("嫌疑人/被告人", "、".join(shown.name(s.name) for s in paper.suspects)),
        ("当事人", "、".join(f"{shown.name(p.name)}({p.role})" for p in paper.parties if p.role in _CIVIL)),
    ]
    for title, value in rows:
        if value:
            console.print(f"  {title}  {escape(str(value))}")
    if paper.enforcement:
        facts = paper.enforcement
        sums = "、".join(f"{w}{v}元" for w, v in (("标的", facts.target), ("到位", facts.collected)) if v is not None)
        console.print(f"  执行  {facts.number or ''} 依据 {facts.instrument or '未写明'} {facts.closing or ''} {sums}")
    for victim in paper.victims:
        _print_victim(console, victim, shown)
    if not paper.victims and paper.type not in {"民事判决书", "执行裁定书", "结案通知书"}:
        console.print("  没有读出被害人")
        _print_quotes(console, paper.evidence, shown, "  ")
    console.print()


_CIVIL: Final = frozenset(["原告", "被告", "申请执行人", "被执行人", "信访人", "法定代理人"])


class _Shown:
    """Names and texts as the terminal shows them."""

    def __init__(self, *, reveal: bool, names: tuple[str, ...]) -> None:
        self.reveal = reveal
        self.names = names

    def name(self, name: str) -> str:
        return name if self.reveal else mask_name(name)

    def number(self, number: str | None) -> str:
        return (number if self.reveal else mask_id(number)) or ""

    def text(self, text: str) -> str:
        return text if self.reveal else mask_text(text, self.names)


def _print_victim(console: Console, victim: Victim, shown: _Shown) -> None:
    about = [victim.sex, victim.birth if shown.reveal else (victim.birth or "")[:4], shown.number(victim.id_number)]
    about += ["单位" if victim.organisation else "", "已死亡" if victim.dead else ""]
    console.print(f"  [bold]被害人 {escape(shown.name(victim.name))}[/]  {' '.join(filter(None, about))}")
    paid, forgiven = PAID[str(victim.compensation)], FORGIVEN[str(victim.forgiven)]
    basis = f"({BASIS[victim.basis]})" if victim.basis in BASIS else ""
    line = f"    赔偿 [bold]{paid}[/]{escape(basis)}  谅解 {forgiven}  伤情 {victim.injury or '未写明'}"
    if victim.loss is not None:
        line += f"  损失 {victim.loss}元"
    console.print(line + ("  自述困难" if victim.hardship else ""))
    if victim.relatives:
        console.print("    近亲属 " + "、".join(escape(_relative(r, shown)) for r in victim.relatives))
    _print_quotes(console, victim.evidence, shown, "    ")


def _relative(party: Party, shown: _Shown) -> str:
    return f"{shown.name(party.name)}({party.relation})" if party.relation else shown.name(party.name)


def _print_quotes(console: Console, evidence: Any, shown: _Shown, indent: str) -> None:
    for fact, words in FACTS.items():
        for span in dict.fromkeys(evidence.get(fact, ())):
            text = re.sub(r"\s+", "", span.quote)
            text = text if len(text) <= QUOTE else text[: QUOTE - 1] + "…"
            console.print(f"{indent}{words}依据 “{escape(shown.text(text))}”(第{span.start + 1}字起)", style="dim")
