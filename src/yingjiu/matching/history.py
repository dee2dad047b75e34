"""The history of a case for one victim (案件经过): every paper a node in time, what it said, which word holds now and why.

A case is the sum of its papers; nothing that a paper said is lost: what was overridden stays on the node line (立案 ·
提请批捕 · 批捕 · 移送起诉 · 起诉 · 判决 …), dated and cited. ``facts_of`` gives the single facts that hold of a person.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from yingjiu.matching.folders import FiledPaper
from yingjiu.matching.papers import sort_papers
from yingjiu.matching.weighing import (
    FORGIVENESS,
    NEWEST,
    ONLY,
    PAYMENT,
    Holding,
    Source,
    Word,
    is_claim,
    source_of,
    weigh,
    weigh_finding,
)
from yingjiu.reading.facts import FACT_KINDS, Compensation, Fact, Forgiven, Paper, Victim

NODES: Final = {
    "立案决定书": "立案", "受案登记表": "受案", "提请批准逮捕书": "提请批捕", "审查逮捕意见书": "审查逮捕", "批准逮捕决定书": "批捕",
    "不批准逮捕决定书": "不批捕", "起诉意见书": "移送起诉", "审查报告": "审查起诉", "起诉书": "起诉", "不起诉决定书": "不起诉",
    "撤诉决定书": "撤回起诉", "撤回起诉决定书": "撤回起诉", "鉴定意见": "鉴定", "道路交通事故认定书": "事故认定",
    "询问笔录": "询问", "讯问笔录": "讯问", "和解协议": "和解", "调解协议": "调解", "民事调解书": "法院调解", "谅解书": "谅解",
    "撤回谅解声明": "撤回谅解", "收条": "收款", "银行回单": "转账", "信访件": "信访", "刑事判决书": "判决", "民事判决书": "民事判决",
    "民事裁定书": "民事裁定", "执行裁定书": "执行裁定", "结案通知书": "执行结案", "恢复执行通知书": "恢复执行",
}  # fmt: skip
"""The node a paper stands for on the line, by its finer name, else by its type; other papers are nodes when they say something."""
_MARKING: Final = frozenset(NODES) - {
    "询问笔录",
    "讯问笔录",
    "收条",
    "谅解书",
    "和解协议",
    "调解协议",
    "银行回单",
    "鉴定意见",
    "信访件",
}
_FOUND_KINDS: Final = frozenset(("伤情", "伤残", "劳动能力", "护理依赖", "损失", "责任"))
_OF_CASE: Final = frozenset(("处理", "责任", "逃逸", "未侦破", "保险"))
_STRENGTHS: Final = {"+": "paid", "±": "partial", "-": "none"}
_FORGIVING: Final = {"+": "yes", "±": "yes", "-": "no"}


@dataclass(frozen=True, slots=True)
class Node:
    """One paper on the line: what it says of the victim; ``holds`` maps a fact (赔偿 谅解 伤情) that holds by it to the reason."""

    node: str
    paper: str
    place: str
    day: str | None = None
    compensation: str | None = None
    forgiven: str | None = None
    injury: str | None = None
    holds: Mapping[str, str] = field(default_factory=dict)

    def to_line(self) -> str:
        """The node as one line of JSON, without what is not told."""
        told = {name: value for name in self.__dataclass_fields__ if (value := getattr(self, name))}
        return json.dumps(told, ensure_ascii=False)

    @classmethod
    def from_line(cls, line: str) -> Node:
        """The node that ``to_line`` wrote."""
        return cls(**json.loads(line))


@dataclass(frozen=True, slots=True)
class Held:
    """A single fact that holds, with the paper it stands in."""

    fact: Fact
    place: str
    paper: str
    day: str | None
    why: str


def node_name(paper: Paper) -> str:
    """The node a paper stands for (二审 for a judgment of second instance, 补充鉴定 for a later opinion)."""
    name = NODES.get(paper.title or "") or NODES.get(paper.type) or paper.called
    if paper.type == "刑事判决书" and "刑终" in (paper.own_number or ""):
        return "二审"
    if paper.type == "鉴定意见" and is_later_opinion(paper):
        return "补充鉴定" if "补充" in str(paper.title) else "重新鉴定"
    if paper.enforcement and paper.enforcement.closing:
        return paper.enforcement.closing.replace("终结本次执行程序", "终本")
    return name


def is_later_opinion(paper: Paper) -> bool:
    """A supplementary or renewed opinion follows the one it amends, whatever day is missing."""
    return paper.type == "鉴定意见" and any(word in (paper.title or "") for word in ("补充", "重新"))


def payment_holding(seen: Sequence[tuple[FiledPaper, Victim]]) -> Holding | None:
    """The word on payment that holds, over papers in the order of time."""
    return weigh(_words(seen, "compensation", Compensation.UNKNOWN), PAYMENT)


def forgiveness_holding(seen: Sequence[tuple[FiledPaper, Victim]]) -> Holding | None:
    """The word on forgiveness that holds."""
    return weigh(_words(seen, "forgiven", Forgiven.UNKNOWN), FORGIVENESS)


def injury_holding(seen: Sequence[tuple[FiledPaper, Victim]]) -> Holding | None:
    """The injury that holds: death always, else the newest finding."""
    words = _words(seen, "injury", None)
    dead = next((w for w in words if w.value == "死亡"), None)
    return Holding(dead, ONLY if len(words) == 1 else "死亡不因其他文书改变") if dead else weigh_finding(words)


def _words(seen: Sequence[tuple[FiledPaper, Victim]], attribute: str, silent: str | None) -> list[Word]:
    return [
        Word(str(value), source_of(one.paper), at)
        for at, (one, victim) in enumerate(seen)
        if (value := getattr(victim, attribute)) is not None and value != silent and not is_claim(one.paper, str(value))
    ]


def case_nodes(papers: Sequence[FiledPaper], seen: Sequence[tuple[FiledPaper, Victim]]) -> list[Node]:
    """The node line of one victim.

    Args:
        papers: all papers of the case in the order of time.
        seen: those that name the victim, in the same order, with what they say.
    """
    holdings = {"赔偿": payment_holding(seen), "谅解": forgiveness_holding(seen), "伤情": injury_holding(seen)}
    said = {one.place: (at, victim) for at, (one, victim) in enumerate(seen)}
    nodes = []
    for one in papers:
        at, victim = said.get(one.place, (-1, None))
        holds = {kind: h.why for kind, h in holdings.items() if h and h.word.at == at}
        if node := _node(one, victim, holds):
            nodes.append(node)
    return nodes


def _node(one: FiledPaper, victim: Victim | None, holds: Mapping[str, str]) -> Node | None:
    """The node of a paper, None where it neither marks a step of the case nor says anything of the victim."""
    paper = one.paper
    paid = victim.compensation if victim and victim.compensation is not Compensation.UNKNOWN else None
    forgiven = victim.forgiven if victim and victim.forgiven is not Forgiven.UNKNOWN else None
    injury = victim.injury if victim else None
    if not (paid or forgiven or injury or {paper.title, paper.type} & _MARKING):
        return None
    return Node(node_name(paper), paper.called, one.place, paper.day, paid, forgiven, injury, dict(holds))


def facts_of(person: str, papers: Iterable[FiledPaper]) -> dict[str, tuple[Held, ...]]:
    """By kind, the single facts that hold of a person over the papers of a lineage (any order).

    The newest paper of each kind wins, as ``weighing`` says: a receipt against an agreement, findings for what must be
    found (injury, disability, loss, share of blame). Decoys (polarity 0) never count. A fact that names nobody counts for
    the only victim of its paper, and for everybody where its kind is of the whole case (处理, 责任, 逃逸 …).
    """
    told: dict[str, list[tuple[FiledPaper, list[Fact]]]] = {}
    for one in sort_papers(papers):
        by_kind: dict[str, list[Fact]] = {}
        for fact in one.paper.facts:
            if fact.polarity != "0" and _concerns(fact, person, one.paper):
                by_kind.setdefault(fact.kind, []).append(fact)
        for kind, facts in by_kind.items():
            told.setdefault(kind, []).append((one, facts))
    return {kind: _held(kind, told[kind]) for kind in FACT_KINDS if kind in told}


def _concerns(fact: Fact, person: str, paper: Paper) -> bool:
    if fact.person == person or fact.kind in _OF_CASE:
        return True
    return fact.person is None and [v.name for v in paper.victims] == [person]


def _held(kind: str, told: Sequence[tuple[FiledPaper, list[Fact]]]) -> tuple[Held, ...]:
    """The facts of the paper that wins; what organs decided adds up and all of it stays."""
    if kind == "处理":
        return tuple(_hold(one, fact, NEWEST) for one, facts in told for fact in facts)
    words = [Word(_strength(kind, facts), source_of(one.paper), at) for at, (one, facts) in enumerate(told)]
    rows = {"赔偿": PAYMENT, "谅解": FORGIVENESS}.get(kind, ())
    holding = weigh_finding(words) if kind in _FOUND_KINDS else weigh(words, rows)
    if holding is None:
        return ()
    one, facts = told[holding.word.at]
    return tuple(_hold(one, fact, holding.why) for fact in facts)


def _strength(kind: str, facts: Sequence[Fact]) -> str:
    """The facts of one paper as one word: in part where they say several things."""
    words = {(_FORGIVING if kind == "谅解" else _STRENGTHS).get(f.polarity, "partial") for f in facts}
    return words.pop() if len(words) == 1 else "no" if kind == "谅解" else "partial"


def _hold(one: FiledPaper, fact: Fact, why: str) -> Held:
    return Held(fact, one.place, one.paper.called, one.paper.day, why)


__all__ = ["NODES", "Held", "Node", "Source", "case_nodes", "facts_of", "node_name"]
