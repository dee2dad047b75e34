"""``yingjiu read`` of a volume: a table of its papers, each quotation with its page in the volume."""

from __future__ import annotations

import random
from pathlib import Path

from typer.testing import CliRunner

from yingjiu.cli.app import app
from yingjiu.synthetic.leaves import HEIGHT, WIDTH, Leaf, Mark, write_leaves

COVER = ("刑事侦查卷宗", "（证据卷）", "第 2 卷 共 3 卷", "案件名称 钱大海故意伤害案")
RECEIPT = ("收条", "今收到钱大海家属交来的医疗费5000元。", "孙小荷", "2021年4月1日")
FORGIVEN = ("谅解书", "钱大海已赔偿被害人孙小荷全部损失，孙小荷对钱大海表示谅解。", "谅解人：孙小荷", "2021年5月2日")
PLAIN = ("户籍证明", "兹证明以下人员户籍在我辖区。", "某县公安局", "2021年4月2日")


def volume(folder: Path) -> Path:
    papers = (COVER, PLAIN, PLAIN, RECEIPT, FORGIVEN, PLAIN)
    leaves = [
        Leaf(
            (
                *(Mark(60, 80 + 25 * n, 14, line) for n, line in enumerate(lines)),
                Mark(WIDTH - 60, HEIGHT - 812, 12, str(number + 30)),
            )
        )
        for number, lines in enumerate(papers)
    ]
    path = folder / "扫描.pdf"
    path.write_bytes(write_leaves(leaves, (("封面", 1),), rng=random.Random(1), form="text", font=None))
    return path


def test_a_volume_is_told_paper_by_paper(tmp_path: Path) -> None:
    shown = CliRunner().invoke(app, ["read", str(volume(tmp_path))])
    assert shown.exit_code == 0, shown.output
    for word in ("证据卷二 · 6份材料", "证据卷二 P33", "户籍证明", "谅解书", "(证据卷二 P34)", "已谅解"):
        assert word in shown.output
    assert "孙小荷" not in shown.output, "names are masked"
