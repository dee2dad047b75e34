"""Which papers lie together (同一卷宗): what the place of a file says of its case, whatever the layout of the folders.

A case folder is the nearest folder above a paper that is not merely a volume of one (证据卷一, 笔录); it holds one case when
its papers do not contradict that. In a heap of files, the parts of one PDF and files named after one case (张三盗窃案_收条)
lie together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Final

from yingjiu.reading.citation import Bound
from yingjiu.reading.facts import Paper
from yingjiu.values.casenumber import find_case_numbers, year_of_number
from yingjiu.values.names import begins_with_surname, is_masked

MAIN_TYPES: Final = frozenset({"提请批准逮捕书", "审查逮捕意见书", "起诉意见书", "起诉书", "不起诉决定书"})
_ONE_A_CASE: Final = ("提请批准逮捕书", "起诉意见书", "起诉书", "刑事判决书")
_VOLUME_WORDS: Final = re.compile(
    r"卷|证据|材料|笔录|文书|附件|附卷|扫描|照片|图片|程序|鉴定|赔偿|谅解|和解|批捕|逮捕|起诉|公诉|公安|法院|一审|二审|补充|侦查|电子|其他|被害人|嫌疑人|被告人"
)
_ORDER: Final = re.compile(r"^[\s\d.、_（）()\[\]第一二三四五六七八九十-]+|[\s\d（）()一二三四五六七八九十_-]+$")
_CASE_STEM: Final = re.compile(r"^.{2,30}?案(?![件卷由情])")


@dataclass(frozen=True, slots=True)
class FiledPaper:
    """A paper with where it lies: ``place`` is its path (and pages) below the input folder, ``bound`` its place in a volume.

    ``doubts`` are numbers of a scan to be held against the paper, a Chinese line each.
    """

    place: str
    paper: Paper
    bound: Bound | None = None
    doubts: tuple[str, ...] = ()

    @property
    def file(self) -> PurePosixPath:
        """The file, without the pages of a part."""
        return PurePosixPath(self.place.split("#")[0])

    @property
    def folder(self) -> str:
        """Folder of the file."""
        return str(self.file.parent)


def find_homes(filed: Sequence[FiledPaper]) -> dict[str, tuple[str, ...]]:
    """For each paper the names of groups that its place gives: numbers in file or folder name, the case folder it lies in."""
    homes: dict[str, list[str]] = {one.place: [f"n:{n}" for n in numbers_of_place(one.place)] for one in filed}
    for name, papers in _heaps(filed).items():
        for one in followers(papers, named_case=_names_a_case(name)):
            homes[one.place].append(f"f:{name}")
    return {place: tuple(dict.fromkeys(names)) for place, names in homes.items()}


@lru_cache(maxsize=100_000)
def _numbers_in(name: str) -> tuple[str, ...]:
    """Case numbers in one name; folders repeat for every file below them."""
    return tuple(n for _, _, n in find_case_numbers(name))


def numbers_of_place(place: str) -> list[str]:
    """The numbers in the file's name and in the nearest folder that is named by any.

    >>> numbers_of_place("卷宗/青检刑诉受〔2021〕1号/证据卷一/收条.txt")
    ['青检刑诉受〔2021〕1号']
    """
    path = PurePosixPath(place.split("#")[0])
    found = list(_numbers_in(path.name))
    for folder in path.parents:
        if numbers := _numbers_in(folder.name):
            return list(dict.fromkeys([*found, *numbers]))
    return found


def case_folder(place: str) -> str:
    """The nearest folder of a file that is not merely a volume of a case.

    >>> case_folder("2021/张三涉嫌盗窃案/证据卷一/收条.txt"), case_folder("收条.txt")
    ('2021/张三涉嫌盗窃案', '.')
    """
    folder = PurePosixPath(place.split("#")[0]).parent
    while folder.name and _is_volume(folder.name):
        folder = folder.parent
    return str(folder)


def followers(papers: Sequence[FiledPaper], *, named_case: bool) -> list[FiledPaper]:
    """The papers of a heap that are one case; empty when the heap holds several or does not tell.

    Papers that name suspects must hang together by them; a paper that names none follows, unless it names only victims that
    the others do not know (in a folder named after a case it follows all the same).
    """
    if len(papers) == 1:
        return list(papers)
    if not is_one_case(papers):
        return []
    suspects = [one for one in papers if _suspects(one.paper)]
    if named_case:
        return list(papers)
    if suspects:
        known = {v for one in suspects for v in _victims(one.paper)}
        return [o for o in papers if _suspects(o.paper) or not known or not (v := _victims(o.paper)) or v & known]
    return list(papers) if _hang_together([_victims(o.paper) for o in papers]) else []


def is_one_case(papers: Sequence[FiledPaper]) -> bool:
    """Whether nothing in these papers says that they are several cases."""
    return _hang_together([s for one in papers if (s := _suspects(one.paper))]) and not _have_rivals(papers)


def _hang_together(sets: Iterable[frozenset[str]]) -> bool:
    """Whether every set shares a name with another, all in one chain."""
    heaps: list[set[str]] = []
    for names in sets:
        near = [h for h in heaps if h & names]
        heaps = [h for h in heaps if not h & names] + [set(names).union(*near)]
    return len(heaps) <= 1


def _have_rivals(papers: Sequence[FiledPaper]) -> bool:
    """Two papers of a type that a case has once, with different numbers and other victims (judgments: of one instance)."""
    for kind in _ONE_A_CASE:
        known: dict[str, frozenset[str]] = {}
        for one in papers:
            number = one.paper.own_number
            if one.paper.type != kind or not number or number in known:
                continue
            victims = _victims(one.paper)
            if kind == "刑事判决书":
                if any(("刑终" in n) == ("刑终" in number) for n in known):
                    return True
            elif any(_apart(victims, v) or _far(number, n) for n, v in known.items()):
                return True
            known[number] = victims
    return False


def _apart(ones: frozenset[str], others: frozenset[str]) -> bool:
    return bool(ones and others and not ones & others)


def _far(one: str, other: str) -> bool:
    a, b = year_of_number(one), year_of_number(other)
    return a is not None and b is not None and abs(a - b) > 1


def _suspects(paper: Paper) -> frozenset[str]:
    return frozenset(s.name for s in paper.suspects if not is_masked(s.name))


def _victims(paper: Paper) -> frozenset[str]:
    return frozenset(v.name for v in paper.victims if not is_masked(v.name))


def _is_volume(name: str) -> bool:
    """证据卷一, 01 文书: a part of a case, not a case; a folder that names a number, a case or a year is none."""
    bare = _ORDER.sub("", name)
    if "案" in bare or "年" in bare or _numbers_in(name):
        return False
    if not bare:
        return not re.search(r"(?:19|20)\d\d", name)
    return len(bare) <= 8 and bool(_VOLUME_WORDS.search(bare))


def _names_a_case(name: str) -> bool:
    """Whether folder or file is named after one case: by its number, or 张三(等人)(涉嫌)…案."""
    last = PurePosixPath(name).name
    return bool(_numbers_in(last)) or "涉嫌" in last or ("案" in last and begins_with_surname(_ORDER.sub("", last)))


def _heaps(filed: Sequence[FiledPaper]) -> Mapping[str, list[FiledPaper]]:
    """Papers that may be one case: of one case folder; in a folder of many cases, of one file or of one name of a case."""
    folders: dict[str, list[FiledPaper]] = {}
    for one in filed:
        folders.setdefault(case_folder(one.place), []).append(one)
    main = {f: any(p.paper.type in MAIN_TYPES for p in papers) for f, papers in folders.items()}
    heaps: dict[str, list[FiledPaper]] = {}
    for folder in sorted(folders):
        papers = folders[folder]
        above = str(PurePosixPath(folder).parent)
        if not main[folder] and above in heaps and main.get(above) and is_one_case([*heaps[above], *papers]):
            heaps[above] += papers
        elif folder != "." and is_one_case(papers):
            heaps[folder] = list(papers)
        else:
            for one in papers:
                heaps.setdefault(f"{folder}/{_stem(one)}", []).append(one)
    return heaps


def _stem(one: FiledPaper) -> str:
    """The case a file's name tells (张三盗窃案_收条 → 张三盗窃案), else the file itself."""
    found = _CASE_STEM.match(one.file.stem)
    return found[0] if found else one.file.name
