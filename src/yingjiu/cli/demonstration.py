"""``yingjiu demo``: an invented county, the main job on it, and how well it did against the known truth."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.markup import escape

from yingjiu.cli.failures import USAGE, stop, told_in_chinese
from yingjiu.cli.mainjob import assistance_models
from yingjiu.cli.summary import print_summary
from yingjiu.cli.terminal import Bars, open_console, open_table, read_on

Hit = tuple[str, str]


def demonstrate(*, people: int, seed: int, out: Path) -> None:
    """Make a county below ``out``, run the main job and score it."""
    from yingjiu.run import run
    from yingjiu.synthetic import build_county, write_county

    folder, result = out / "县", out / "结果"
    cases = max(2, min(120, (people - 200) // 20))
    with told_in_chinese(), Bars() as bars:
        bars.begin("造一个虚构的县", 2)
        try:
            county = build_county(seed=seed, people=people, cases=cases, scans=min(12, cases // 10))
        except ValueError as error:
            raise stop(str(error), USAGE) from None
        bars.advance()
        _clear(folder)
        write_county(county, folder)
        bars.advance()
        run(folder / "input", result, on=read_on(None), progress=bars, replace=True)
    console = open_console()
    console.print(
        f"虚构的县  {escape(str(folder / 'input'))}({people} 人,{cases} 件刑事案件;人都是虚构的)", soft_wrap=True
    )
    print_summary(console, result, assistance=assistance_models(), reveal=True)
    print_score(console, folder / "truth", result)


def _clear(folder: Path) -> None:
    """Remove the county of an earlier demo; nothing else is touched."""
    import shutil

    if (folder / "truth" / "expected.jsonl").exists():
        shutil.rmtree(folder)
    elif folder.exists() and any(folder.iterdir()):
        raise stop(f"{folder} 里有别的东西,没有动它。请用 --out 换一个地方", USAGE)


def print_score(console: Console, truth: Path, out: Path) -> None:
    """Found and expected of every model, in one small table."""
    expected = read_hits(truth / "expected.jsonl")
    found = read_hits(out / "hits.jsonl")
    table = open_table("模型", "应找到", "找到", "找对", "漏掉", "多出", title="与标准答案核对(虚构的县知道谁该被找到)")
    models = sorted({m for m, _ in expected | found})
    for model in [*models, "合计"]:
        want = {h for h in expected if model in {h[0], "合计"}}
        got = {h for h in found if model in {h[0], "合计"}}
        right = len(want & got)
        table.add_row(model, *(str(n) for n in (len(want), len(got), right, len(want) - right, len(got) - right)))
    console.print()
    console.print(table)


def read_hits(path: Path) -> set[Hit]:
    """Model and person of each line."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return {_hit(json.loads(line)) for line in lines if line.strip()}


def _hit(line: Mapping[str, Any]) -> Hit:
    number = line["id_number"] if line.get("id_in_input", True) else None
    return line["model"], number or line["name"]
