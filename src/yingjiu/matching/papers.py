"""Papers grouped into cases (归案): by the number in their folder or name, by lineage numbers, and where no number links a
judgment to its file, by the same charge, a common defendant and a common victim (golden README, "same case").
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Final

from yingjiu.reading.facts import Paper, Party, Victim
from yingjiu.values.casenumber import find_case_numbers, is_court_number
from yingjiu.values.names import is_masked

RANK: Final = {
    "提请批准逮捕书": 1, "审查逮捕意见书": 2, "询问笔录": 3, "讯问笔录": 3, "鉴定意见": 3, "道路交通事故认定书": 3,
    "起诉意见书": 4, "起诉书": 5, "不起诉决定书": 6, "撤诉决定书": 6, "和解协议": 7, "调解协议": 7, "收条": 8, "谅解书": 8,
    "信访件": 8, "其他": 8, "刑事判决书": 9, "民事判决书": 9, "执行裁定书": 10, "结案通知书": 10,
}  # fmt: skip
COURT_TYPES: Final = frozenset({"刑事判决书", "民事判决书", "执行裁定书", "结案通知书"})
CIVIL_TYPES: Final = frozenset({"民事判决书", "执行裁定书", "结案通知书"})


@dataclass(frozen=True, slots=True)
class FiledPaper:
    """A paper with where it lies: ``place`` is its path (and pages) below the input folder."""

    place: str
    paper: Paper
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def folder(self) -> str:
        """Folder of the file."""
        return str(PurePosixPath(self.place.split("#")[0]).parent)


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
    homes = _folder_homes(criminal)
    for one in criminal:
        node = f"p:{one.place}"
        for name in (*homes[one.place], *(f"n:{n}" for n in lineage_numbers(one.paper))):
            groups.join(node, name)
    _join_unnumbered(criminal, groups)
    members: dict[str, list[FiledPaper]] = {}
    for one in criminal:
        members.setdefault(groups.find(f"p:{one.place}"), []).append(one)
    return [_case_file(name, papers) for name, papers in sorted(members.items())]


def lineage_numbers(paper: Paper) -> tuple[str, ...]:
    """The numbers of a paper that are its case, not merely mentioned (an earlier conviction, another file).

    A judgment's own number and the indictment it names; a file paper's own number and the police's or office's numbers in it.
    """
    own = (paper.own_number,) if paper.own_number else ()
    if paper.type in CIVIL_TYPES:
        return own
    named = tuple(n for n in paper.numbers if not is_court_number(n) and ("检" in n or "公" in n))
    return tuple(dict.fromkeys((*own, *named)))


def _folder_homes(filed: Sequence[FiledPaper]) -> dict[str, tuple[str, ...]]:
    """For each paper the group names its place gives: a number in folder or file name, else a folder that holds one case."""
    by_folder: dict[str, list[FiledPaper]] = {}
    homes: dict[str, tuple[str, ...]] = {}
    for one in filed:
        numbers = _numbers_of_place(one.place)
        homes[one.place] = tuple(f"n:{n}" for n in numbers)
        by_folder.setdefault(one.folder, []).append(one)
    for folder, papers in by_folder.items():
        if folder != "." and _is_one_case(papers):
            for one in papers:
                homes[one.place] = (*homes[one.place], f"f:{folder}")
    return homes


def _numbers_of_place(place: str) -> list[str]:
    path = PurePosixPath(place.split("#")[0])
    for part in (path.name, *(p.name for p in path.parents)):
        found = [n for _, _, n in find_case_numbers(part)]
        if found:
            return found
    return []


def _is_one_case(papers: Sequence[FiledPaper]) -> bool:
    """A folder holds one case when its papers that name suspects share one, and it is not a heap of judgments."""
    if sum(p.paper.type in COURT_TYPES for p in papers) > 2:
        return False
    named = [{s.name for s in p.paper.suspects} for p in papers if p.paper.suspects]
    if len(papers) == 1:
        return True
    if not named:
        return len(papers) <= 40
    heads = [n for n in named if n & named[0]]
    return len(heads) == len(named)


def _join_unnumbered(filed: Sequence[FiledPaper], groups: _Groups) -> None:
    """Join judgments to files with the same charge, a common defendant and a common victim."""
    files: dict[tuple[str, str, str], list[FiledPaper]] = {}
    for one in filed:
        if one.paper.type != "刑事判决书":
            for key in _common_keys(one.paper):
                files.setdefault(key, []).append(one)
    for one in filed:
        if one.paper.type != "刑事判决书":
            continue
        for key in _common_keys(one.paper):
            for other in files.get(key, ()):
                if _same_people(one.paper, other.paper, key):
                    groups.join(f"p:{one.place}", f"p:{other.place}")


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
    accepted: dict[str, None] = {}
    filed: dict[str, None] = {}
    judged: dict[str, None] = {}
    for one in papers:
        if one.paper.type == "刑事判决书":
            if one.paper.own_number:
                judged[one.paper.own_number] = None
            names: tuple[str, ...] = lineage_numbers(one.paper)
        else:
            names = (*_numbers_of_place(one.place), *lineage_numbers(one.paper))
        for number in names:
            if is_court_number(number):
                judged[number] = None
            elif "受" in number:
                accepted[number] = None
            else:
                filed[number] = None
    first = next(iter(accepted), None)
    others = tuple(n for n in (*accepted, *filed) if n != first)
    return CaseFile(group, tuple(sort_papers(papers)), first, others, tuple(judged))


def sort_papers(papers: Iterable[FiledPaper]) -> list[FiledPaper]:
    """Oldest first: by day; a paper without a day stands after those that its kind follows."""
    ranked = sorted(papers, key=lambda f: (RANK.get(f.paper.type, 8), f.paper.day or "", f.place))
    days: list[tuple[str, int, int]] = []
    latest = ""
    for n, one in enumerate(ranked):
        day = one.paper.day or latest
        latest = max(latest, day) if one.paper.day else latest
        days.append((day, RANK.get(one.paper.type, 8), n))
    return [ranked[n] for _, _, n in sorted(days)]
