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
    from yingjiu.reading.citation import Bound
    from yingjiu.reading.facts import Paper, Party, Span, Victim

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
_OTHERS: Final = 5
_HALF: Final = re.compile("[\ud800-\udfff]")


def read_papers(paths: Sequence[Path], *, reveal: bool, show: Path | None = None) -> None:
    """Print the facts of papers, and write pages with the evidence marked to ``show``; exit code 1 when none could be read."""
    from yingjiu.cli.scans import print_doubts, show_pages
    from yingjiu.cli.volumes import print_volume
    from yingjiu.reading.dossier import read_dossier
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
            note = read_dossier((path.name, text)) if len(text.pages) > 1 else {}
            if len(note.get("papers", ())) > 1:
                print_volume(console, path.name, note, text.method, reveal=reveal)
            else:
                paper = read_paper(text.text, name=path.stem)
                print_paper(console, path.name, paper, text.method, reveal=reveal)
            print_doubts(console, text)
            if show is not None:
                show_pages(console, show, path, text)
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
            files = sorted(p for p in path.rglob("*") if not p.is_dir())
            found += [p for p in files if p.suffix.lower() in PAPER_SUFFIXES]
            _tell_others([p for p in files if p.suffix.lower() not in PAPER_SUFFIXES and p.name[0] != "."])
        else:
            found.append(path)
    return found


def _tell_others(files: Sequence[Path]) -> None:
    """Say which files of a folder are not read because their names are none of papers."""
    if files:
        names = "、".join(p.name for p in files[:_OTHERS]) + (" 等" if len(files) > _OTHERS else "")
        say(f"{len(files)} 个文件不是文书,没有读:{names}")


def read_lines(source: Path, out: Path | None) -> None:
    """Read the field "text" of each line of ``source`` and write one line an item to ``out``.

    A line that is no JSON is told and left out; the others are written.
    """
    from yingjiu.pool.atomic import aside
    from yingjiu.reading.jsonl import read_item

    if out is None:
        raise stop("--jsonl 要与 --out 一起用:yingjiu read --jsonl 输入.jsonl --out 输出.jsonl", USAGE)
    with told_in_chinese(), aside(out) as temporary, temporary.open("w", encoding="utf-8") as file, Bars() as bars:
        items = list(json_items(source))
        bars.begin("读取文书", len(items))
        for item in items:
            file.write(_json_line(read_item(item)))
            bars.advance()


def _json_line(record: dict[str, Any]) -> str:
    """One line; half characters, which no file can hold, stay escaped as they came."""
    line = json.dumps(record, ensure_ascii=False) + "\n"
    return line if line.isascii() or not _HALF.search(line) else json.dumps(record) + "\n"


def json_items(source: Path) -> Iterator[dict[str, Any]]:
    """The objects of a file of JSON lines; a line that is none is told and left out."""
    for number, line in enumerate(source.read_text(encoding="utf-8-sig").split("\n"), 1):
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


def print_paper(
    console: Console, name: str, paper: Paper, method: str, *, reveal: bool, bound: Bound | None = None
) -> None:
    """The facts of one paper for a person to read; in a volume each quotation with its page there."""
    names = (*(v.name for v in paper.victims), *(p.name for p in (*paper.suspects, *paper.parties)))
    names += tuple(r.name for v in paper.victims for r in v.relatives)
    shown = _Shown(reveal=reveal, names=names, bound=bound)
    console.rule(
        f"[bold]{escape(shown.text(name))}[/] · {paper.called}{'(扫描识别)' if method == 'ocr' else ''}", align="left"
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
    _print_terms(console, paper)
    if not paper.victims and paper.type not in {"民事判决书", "执行裁定书", "结案通知书"}:
        console.print("  没有读出被害人")
        _print_quotes(console, paper.evidence, shown, "  ")
    console.print()


_CIVIL: Final = frozenset(["原告", "被告", "申请执行人", "被执行人", "信访人", "法定代理人"])


def _print_terms(console: Console, paper: Paper) -> None:
    """The key words of the six classes that count in this paper, a class a line, the most frequent first."""
    from yingjiu.reading.terms import by_group

    for group, counts in by_group(paper.terms):
        console.print(f"  关键词·{group}  " + "、".join(f"{c.term}{c.counted}" for c in counts), style="dim")


class _Shown:
    """Names and texts as the terminal shows them."""

    def __init__(self, *, reveal: bool, names: tuple[str, ...], bound: Bound | None = None) -> None:
        self.reveal = reveal
        self.names = names
        self.bound = bound

    def place(self, span: Span) -> str:
        return self.bound.cited(span.start, span.end) if self.bound else f"第{span.start + 1}字起"

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
            console.print(f"{indent}{words}依据 “{escape(shown.text(text))}”({shown.place(span)})", style="dim")
