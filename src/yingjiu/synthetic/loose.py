"""Papers outside any case folder: petition letters and things of no use (信访件、其他)."""

from __future__ import annotations

import random

from yingjiu.synthetic.phrases import HARDSHIP
from yingjiu.synthetic.prose import describe, write_date
from yingjiu.synthetic.world import Form, LedgerRow, Paper

_NOTICES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "关于开展国家司法救助工作的通知",
        (
            "关于进一步加强国家司法救助工作的通知",
            "各乡镇、街道：",
            "为落实应救尽救要求，请各单位做好被害人困难情况摸排。",
            "栖泉县人民检察院",
            "2024年3月12日",
        ),
    ),
    ("值班安排", ("控告申诉检察部值班安排表", "周一：林若谷", "周二：韦守正", "周三：阮清扬")),
    ("普法宣传稿", ("交通安全宣传", "去年全县共发生多起交通肇事案件，造成多人死亡、重伤。请广大群众遵守交规。")),
)


_ROOT = "06 控申信访材料"


def draw_loose_papers(rng: random.Random, ledger: tuple[LedgerRow, ...]) -> tuple[Paper, ...]:
    """A few letters of people who stand in the petition list anyway, and notices that tell of nobody."""
    papers: list[Paper] = []
    rows = [r for r in ledger if r.ledger == "petition" and not isinstance(r.party, str)]
    for row in rng.sample(rows, min(6, len(rows))):
        assert not isinstance(row.party, str)  # noqa: S101
        poor = rng.random() < 0.6
        told = rng.choice(HARDSHIP) if poor else "请依法办理。"
        lines = (
            rng.choice(("信  访  件", "来 信 摘 要", "控告申诉材料")),
            f"信访人：{describe(rng, row.party, number=True, style=0)}。",
            f"信访事项：{row.matter}。{told}",
            f"登记编号：{row.number}",
            write_date(row.on),
        )
        form: Form = rng.choice(("docx", "txt", "html"))
        truth: dict[str, object] = {"type": "信访件"}
        if poor or row.matter != "请求司法救助":  # whether the bare request tells hardship is a matter of taste
            truth["hardship"] = poor
        papers.append(Paper(f"{_ROOT}/来信{row.number}", "信访件", form, lines, truth, row.on))
    for name, told_lines in _NOTICES:
        papers.append(Paper(f"{_ROOT}/{name}", "其他", "docx", told_lines, {"type": "其他"}))
    return tuple(papers)
