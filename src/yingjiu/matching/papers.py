"""Papers grouped into cases (归案): by the number and folder of the place, by lineage numbers, by what the papers say.

Where no number links a judgment to its file: the same charge, a common defendant and a common victim (golden README, "same
case"); the same holds for papers of a file that lie apart. Where more than one case fits, nothing is joined.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from yingjiu.matching.folders import MAIN_TYPES, FiledPaper, case_folder, find_homes, numbers_of_place
from yingjiu.reading.facts import Paper, Party, Victim
from yingjiu.values.casenumber import is_court_number, year_of_number
from yingjiu.values.names import is_masked

RANK: Final = {
    "提请批准逮捕书": 1, "审查逮捕意见书": 2, "询问笔录": 3, "讯问笔录": 3, "鉴定意见": 3, "道路交通事故认定书": 3,
    "起诉意见书": 4, "起诉书": 5, "不起诉决定书": 6, "撤诉决定书": 6, "和解协议": 7, "调解协议": 7, "收条": 8, "谅解书": 8,
    "信访件": 8, "其他": 8, "刑事判决书": 9, "民事判决书": 9, "执行裁定书": 10, "结案通知书": 10,
}  # fmt: skip
_TITLED_RANK: Final = {"立案决定书": 0, "受案登记表": 0, "批准逮捕决定书": 2, "不批准逮捕决定书": 2, "审查报告": 4}
COURT_TYPES: Final = frozenset({"刑事判决书", "民事判决书", "执行裁定书", "结案通知书"})
CIVIL_TYPES: Final = frozenset({"民事判决书", "执行裁定书", "结案通知书"})
# Numbers of penalties and of relief or supervision are no number of the criminal case.
_OTHER_MATTER: Final = re.compile(r"行罚|罚决|强戒|强制隔离|社戒|检.*(?:救|民|行|赔)")
_LATER_INSTANCE: Final = re.compile(r"刑(?:终|再|申|抗)")
_FIRST_INSTANCE: Final = re.compile(r"^（.*刑初")
_INDICTMENT: Final = re.compile(r"检(?!.*[受不]).*诉")
_MARKED: Final = ("受理", "提请批准逮捕书", "起诉意见书", "起诉书")
__all__ = ["CIVIL_TYPES", "COURT_TYPES", "RANK", "CaseFile", "FiledPaper", "group_papers", "lineage_numbers"]


@dataclass(frozen=True, slots=True)
class CaseFile:
    """All papers of one case, oldest first, with the numbers it is known by."""

    group: str
    papers: tuple[FiledPaper, ...]
    accepted: str | None
    filed: tuple[str, ...]
    judged: tuple[str, ...]


class _Groups:
    """Union-find over names of groups and numbers."""

    def __init__(self) -> None:
        self.parent: dict[str, str] = {}

    def find(self, name: str) -> str:
        root = name
        while (up := self.parent.get(root, root)) != root:
            root = up
        while (up := self.parent.get(name, name)) != root:
            self.parent[name] = root
            name = up
        return root

    def join(self, one: str, other: str) -> None:
        a, b = self.find(one), self.find(other)
        if a != b:
            self.parent[max(a, b)] = min(a, b)


def group_papers(filed: Sequence[FiledPaper]) -> list[CaseFile]:
    """Case files of all criminal papers; civil judgments and enforcement papers are cases by their number and stay out."""
    criminal = [f for f in filed if f.paper.type not in CIVIL_TYPES]
    groups = _Groups()
    homes = find_homes(criminal)
    for one in criminal:
        node = f"p:{one.place}"
        for name in (*homes[one.place], *(f"n:{n}" for n in lineage_numbers(one.paper))):
            groups.join(node, name)
    _join_files(criminal, groups)
    _join_loose(criminal, groups)
    _join_unnumbered(criminal, groups)
    members: dict[str, list[FiledPaper]] = {}
    for one in criminal:
        members.setdefault(groups.find(f"p:{one.place}"), []).append(one)
    return [_case_file(name, papers) for name, papers in sorted(members.items())]


def lineage_numbers(paper: Paper) -> tuple[str, ...]:
    """The numbers of a paper that are its case, not merely mentioned (an earlier conviction or penalty, another file).

    A judgment's own number, the indictment it names and, at second instance, the judgment under appeal; a file paper's own
    number and the police's or office's numbers in it. A number that is more than two years older belongs to an earlier matter.
    """
    own = (paper.own_number,) if paper.own_number else ()
    if paper.type in CIVIL_TYPES:
        return own
    year = _year_of_paper(paper)
    named = [
        n for n in paper.numbers
        if not is_court_number(n) and ("检" in n or "公" in n) and not _OTHER_MATTER.search(n) and _is_near(n, year)
    ]  # fmt: skip
    if paper.own_number and _LATER_INSTANCE.search(paper.own_number):
        named += [n for n in paper.numbers if _FIRST_INSTANCE.search(n) and _is_near(n, year)][:1]
    return tuple(dict.fromkeys((*own, *named)))


def _year_of_paper(paper: Paper) -> int | None:
    if paper.day:
        return int(paper.day[:4])
    return year_of_number(paper.own_number) if paper.own_number else None


def _is_near(number: str, year: int | None) -> bool:
    given = year_of_number(number)
    return year is None or given is None or year - given <= 2


def _join_files(filed: Sequence[FiledPaper], groups: _Groups) -> None:
    """Join file papers that lie apart: same charge, a common suspect and victim, and nothing that makes two cases of them.

    Two cases they are when both have a 受理号 of their own, or each has an indictment (or other paper a case has once).
    """
    files: dict[tuple[str, str, str], list[FiledPaper]] = {}
    heaps: dict[str, list[FiledPaper]] = {}
    for one in filed:
        heaps.setdefault(groups.find(f"p:{one.place}"), []).append(one)
        if one.paper.type in MAIN_TYPES:
            for key in _common_keys(one.paper):
                files.setdefault(key, []).append(one)
    marks = {root: _marks(papers) for root, papers in heaps.items()}
    for key, papers in files.items():
        roots = {groups.find(f"p:{one.place}") for one in papers}
        agreed = all(_same_people(papers[0].paper, other.paper, key) for other in papers[1:])
        if len(roots) < 2 or not agreed or _clash([marks[r] for r in roots]):
            continue
        first, *rest = sorted(roots)
        for root in rest:
            groups.join(first, root)
        marks[groups.find(first)] = {k: set().union(*(marks[r].get(k, set()) for r in roots)) for k in _MARKED}


def _marks(papers: Sequence[FiledPaper]) -> dict[str, set[str]]:
    """The numbers that a case has once: 受理号, and by type of paper."""
    marks: dict[str, set[str]] = {kind: set() for kind in _MARKED}
    for one in papers:
        numbers = (*numbers_of_place(one.place), *lineage_numbers(one.paper))
        marks["受理"].update(n for n in numbers if "受" in n and not is_court_number(n))
        if one.paper.type in marks and one.paper.own_number:
            marks[one.paper.type].add(one.paper.own_number)
    return marks


def _clash(marks: Sequence[dict[str, set[str]]]) -> bool:
    return any(sum(bool(m[kind]) for m in marks) > 1 for kind in _MARKED)


def _join_loose(filed: Sequence[FiledPaper], groups: _Groups) -> None:
    """Papers that lie alone in a heap (收条, 鉴定, 笔录) join the one case of the heap that knows their victims."""
    rooted: dict[str, list[FiledPaper]] = {}
    for one in filed:
        rooted.setdefault(groups.find(f"p:{one.place}"), []).append(one)
    cases: dict[tuple[str, str], dict[str, list[FiledPaper]]] = {}
    for root, papers in rooted.items():
        for one in papers:
            if one.paper.type in MAIN_TYPES:
                for victim in one.paper.victims:
                    cases.setdefault((case_folder(one.place), victim.name), {}).setdefault(root, []).append(one)
    for papers in rooted.values():
        one = papers[0]
        if len(papers) > 1 or one.paper.type in MAIN_TYPES | COURT_TYPES or lineage_numbers(one.paper):
            continue
        fitting = [
            {r: o for r, o in cases.get((case_folder(one.place), v.name), {}).items() if _fits(one.paper, o, v.name)}
            for v in one.paper.victims
            if not is_masked(v.name)
        ]
        common = set(fitting[0]).intersection(*fitting) if fitting else set()
        if len(common) == 1 and all(len(f) == 1 for f in fitting):
            groups.join(f"p:{one.place}", common.pop())


def _fits(paper: Paper, others: Sequence[FiledPaper], victim: str) -> bool:
    return all(
        _agree(paper.victims, o.paper.victims, victim)
        and not (paper.charge and o.paper.charge and paper.charge != o.paper.charge)
        and not _differ({s.name for s in paper.suspects}, {s.name for s in o.paper.suspects})
        for o in others
    )


def _join_unnumbered(filed: Sequence[FiledPaper], groups: _Groups) -> None:
    """Join judgments to files with the same charge, a common defendant and a common victim.

    Not where a number already links the judgment to a file, where both name their indictment and it is another one, or
    where more than one file fits.
    """
    files: dict[tuple[str, str, str], list[FiledPaper]] = {}
    indictments: dict[str, set[str]] = {}
    linked: set[str] = set()
    for one in filed:
        root = groups.find(f"p:{one.place}")
        indictments.setdefault(root, set()).update(n for n in lineage_numbers(one.paper) if _INDICTMENT.search(n))
        if one.paper.type != "刑事判决书":
            linked.add(root)
            for key in _common_keys(one.paper):
                files.setdefault(key, []).append(one)
    wanted: list[tuple[str, str]] = []
    for one in filed:
        root = groups.find(f"p:{one.place}")
        if one.paper.type != "刑事判决书" or root in linked:
            continue
        fitting = {
            groups.find(f"p:{other.place}")
            for key in _common_keys(one.paper)
            for other in files.get(key, ())
            if _same_people(one.paper, other.paper, key)
        }
        fitting = {r for r in fitting if not _differ(indictments[root], indictments[r])}
        if len(fitting) == 1:
            wanted.append((f"p:{one.place}", fitting.pop()))
    for place, root in wanted:
        groups.join(place, root)


def _differ(ones: set[str], others: set[str]) -> bool:
    return bool(ones and others and not ones & others)


def _common_keys(paper: Paper) -> Iterable[tuple[str, str, str]]:
    for suspect in paper.suspects:
        for victim in paper.victims:
            if paper.charge and not is_masked(suspect.name) and not is_masked(victim.name):
                yield (paper.charge, suspect.name, victim.name)


def _same_people(one: Paper, other: Paper, key: tuple[str, str, str]) -> bool:
    _, suspect, victim = key
    return _agree(one.suspects, other.suspects, suspect) and _agree(one.victims, other.victims, victim)


def _agree(ones: Sequence[Party | Victim], others: Sequence[Party | Victim], name: str) -> bool:
    a = next(p for p in ones if p.name == name)
    b = next(p for p in others if p.name == name)
    if a.id_number and b.id_number:
        return a.id_number == b.id_number
    return not (a.birth and b.birth) or a.birth[:7] == b.birth[:7]


def _case_file(group: str, papers: list[FiledPaper]) -> CaseFile:
    of_places = [n for one in papers if one.paper.type != "刑事判决书" for n in numbers_of_place(one.place)]
    of_papers = [n for one in papers for n in lineage_numbers(one.paper)]
    numbers = tuple(dict.fromkeys((*of_places, *of_papers)))
    judged = tuple(n for n in numbers if is_court_number(n))
    accepted = next((n for n in numbers if not is_court_number(n) and "受" in n), None)
    others = tuple(n for n in numbers if n != accepted and n not in judged)
    return CaseFile(group, tuple(sort_papers(papers)), accepted, others, judged)


def sort_papers(papers: Iterable[FiledPaper]) -> list[FiledPaper]:
    """Oldest first: by day; a paper without a day stands after those that its kind follows."""
    ranked = sorted(papers, key=lambda f: (*_rank(f.paper), f.paper.day or "", f.place))
    days: list[tuple[str, int, bool, int]] = []
    latest = ""
    for n, one in enumerate(ranked):
        day = one.paper.day or latest
        latest = max(latest, day) if one.paper.day else latest
        days.append((day, *_rank(one.paper), n))
    return [ranked[n] for *_, n in sorted(days)]


def _rank(paper: Paper) -> tuple[int, bool]:
    """Order of the kinds of papers; a supplementary or renewed opinion follows the one it amends."""
    later = paper.type == "鉴定意见" and any(word in (paper.title or "") for word in ("补充", "重新"))
    return _TITLED_RANK.get(paper.title or "", RANK.get(paper.type, 8)), later
