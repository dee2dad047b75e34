"""Reads whether the victim's side tells of hardship (生活困难) in a paper; the offender's own poverty does not count."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from yingjiu.catalog.lexicon import load_lexicon
from yingjiu.reading.zones import Zones

_OFFENDER: Final = re.compile(r"被告人|犯罪嫌疑人|嫌疑人|上诉人|被告(?!诉)|辩护人|肇事者|肇事方|加害人|被执行人|被申请人")
_VICTIM: Final = re.compile(r"被害人|受害人|被害方|死者|伤者|申请人|原告|申请执行人|信访人|来信人|来访人|被害人家属|其家|其家庭|近亲属|遗属|[我本]")
_OFFENDERS_PAPER: Final = frozenset(["讯问笔录"])
_VICTIMS_PAPER: Final = frozenset(["询问笔录", "谅解书", "信访件", "收条"])
_SKIPPED: Final = frozenset(["附录", "辩称", "问", "首部", "判决"])


@cache
def _words() -> re.Pattern[str]:
    lists = load_lexicon("困难")
    plain = "|".join(re.escape(w) for w in sorted(lists["词"], key=len, reverse=True))
    return re.compile("|".join([plain, *(f"(?:{p})" for p in lists["说法"])]))


@cache
def _hints() -> re.Pattern[str]:
    """Characters without which no phrase of hardship can stand: a quick no for most papers."""
    return re.compile(r"困|穷|贫|债|低保|低收入|五保|特困|钱|不起|无力|劳动|来源|收入|难|靠|顶梁柱|残|病|瘫|救助|救济|借|借|自理|药|治|无人|没人|户|揭|敷|依|着落|拮据|贫寒|干活|上班|欠|供")


@cache
def _denials() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(load_lexicon("困难")["否定"], key=len, reverse=True))))


_NOT: Final = re.compile(r"(?:不是|并非|不算|没有|没|无|不|未|并未|不存在|谈不上)$")
_TAKEN: Final = re.compile(r"骗取|冒充|虚构|冒领|办理|谎称|以[^，。；]{0,12}为由|挪用")


def find_hardship(text: str, zones: Zones, paper_type: str, suspects: tuple[str, ...], victims: tuple[str, ...]) -> tuple[int, int] | None:
    """The place where the victim's side first tells of hardship, None where it does not.

    A record of the victim, a letter and a petition speak for themselves; elsewhere the sentence must be about the victim's
    side and no offender may be its subject.
    """
    if paper_type in _OFFENDERS_PAPER or not _hints().search(text):
        return None
    own = paper_type in _VICTIMS_PAPER
    for m in _words().finditer(text):
        if zones.kind_at(m.start()) in _SKIPPED or _is_denied(text, m):
            continue
        begin = max(text.rfind(mark, 0, m.start()) for mark in "。；;！？\n") + 1
        before = text[begin : m.start()]
        if _TAKEN.search(before):
            continue
        if _is_of_victim(text, begin, m, own=own, suspects=suspects, victims=victims):
            return m.start(), m.end()
    return None


def _is_denied(text: str, m: re.Match[str]) -> bool:
    if _NOT.search(text, max(m.start() - 4, 0), m.start()):
        return True
    denial = _denials().search(text, max(m.start() - 3, 0), min(m.end() + 2, len(text)))
    return bool(denial and denial.start() < m.end() and denial.end() > m.start())


def _is_of_victim(
    text: str, begin: int, m: re.Match[str], *, own: bool, suspects: tuple[str, ...], victims: tuple[str, ...]
) -> bool:
    """Whose hardship: the person named last before it, by role or by name, within the sentence."""
    before = text[begin : m.start()] + m[0]
    offender = max([x.end() for x in _OFFENDER.finditer(before)] + [before.rfind(s) for s in suspects] + [-1])
    victim = max([x.end() for x in _VICTIM.finditer(before)] + [before.rfind(v) for v in victims] + [-1])
    if re.search(r"(?:对方|他|她|肇事司机)(?:家|也|说|没|无|的)?[^，。；]{0,3}$", before[: -len(m[0])]) and own:
        return False
    if offender >= 0 and offender >= victim:
        return False
    return own or victim >= 0


