"""Reads whether the victim's side tells of hardship (生活困难); the offender's own poverty does not count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from ahocorasick_rs import AhoCorasick, MatchKind

from yingjiu.catalog.lexicon import load_lexicon
from yingjiu.reading.sentences import sentence_at
from yingjiu.reading.zones import Zones

_OFFENDER: Final = re.compile(
    r"被告人|犯罪嫌疑人|嫌疑人|上诉人|被告(?!诉)|辩护人|肇事者|肇事方|加害人|被执行人|被申请人"
)
_VICTIM: Final = re.compile(
    r"被害人|受害人|被害方|死者|伤者|申请人|原告|申请执行人|信访人|来信人|来访人|被害人家属|其家|"
    r"其家庭|近亲属|遗属|[我本]"
)
_OFFENDERS_PAPER: Final = frozenset(["讯问笔录"])
_VICTIMS_PAPER: Final = frozenset(["询问笔录", "谅解书", "信访件", "收条"])
_SKIPPED: Final = frozenset(["附录", "辩称", "问", "首部", "判决"])


@cache
def _words() -> AhoCorasick:
    return AhoCorasick(load_lexicon("困难")["词"], matchkind=MatchKind.LeftmostLongest)


@cache
def _phrases() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{p})" for p in load_lexicon("困难")["说法"]))


# Signs without one of which no freer phrase (说法) stands: only their sentences are read for those.
_SIGN: Final = re.compile(
    "不出|[借赊欠凑贷靠瘫病残药癌供苦难穷救做干帮]|来源|指望|上学|读书|念书|日子|生活|零工|捡|拾荒|不能|"
    "没法|无法|没办法|卧床|没钱|没有钱|为生|糊口|维持|应付"
)


def _tellings(text: str, zones: Zones) -> Iterator[tuple[int, int]]:
    """Places of words and phrases of hardship."""
    for _, start, end in _words().find_matches_as_indexes(text):
        yield start, end
    done = 0
    for sign in _SIGN.finditer(text):
        if sign.start() < done:
            continue
        begin, done = sentence_at(text, sign.start())
        kind = zones.kind_at(sign.start())
        if kind in _SKIPPED and kind != "辩称":
            continue
        for m in _phrases().finditer(text, begin, done):
            yield m.start(), m.end()


@cache
def _denials() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(load_lexicon("困难")["否定"], key=len, reverse=True))))


_NOT: Final = re.compile(r"(?:不是|并非|不算|没有|没|无|不|未|并未|不存在|谈不上)$")
_TAKEN: Final = re.compile(r"骗取|冒充|虚构|冒领|办理|谎称|以[^，。；]{0,12}为由|挪用")


# 被害方陈述:… after what the offender says is the victim's own word again
_TELLS: Final = re.compile(
    r"[，,\s]*(?:经[^，。；\n]{0,10}[，,])?(?:被害人|受害人|被害方|受害方)[^，。；\n]{0,16}?(?:陈述|反映|诉说|自述|称|表示|说)"
)
# 对余下的款项表示无力承担: about paying, told of the one who pays
_OF_PAYMENT: Final = re.compile(
    r"(?:余下|剩余|剩下|其余|下余|余款|余额|赔偿款?|赔款|欠款|差额|尾款)[^。；\n]{0,16}(?:表示|称|说|确实|也|均|已)?$"
)


def find_hardship(
    text: str, zones: Zones, paper_type: str, suspects: tuple[str, ...], victims: tuple[str, ...]
) -> tuple[int, int] | None:
    """The place where the victim's side first tells of hardship, None where it does not.

    A record of the victim, a letter and a petition speak for themselves; elsewhere the sentence must be about the
    victim's side and no offender may be its subject.
    """
    if paper_type in _OFFENDERS_PAPER or (paper_type == "询问笔录" and _is_witness(text, zones)):
        return None
    own = paper_type in _VICTIMS_PAPER
    for start, end in _tellings(text, zones):
        begin, _ = sentence_at(text, start)
        kind = zones.kind_at(start)
        if (kind in _SKIPPED and not (kind == "辩称" and _TELLS.match(text, begin))) or _is_denied(text, start, end):
            continue
        if _OF_PAYMENT.search(text, begin, start):
            continue
        if not _TAKEN.search(text, begin, start) and _is_of_victim(
            text[begin:start], text[start:end], own=own, suspects=suspects, victims=victims
        ):
            return start, end
    return None


_WITNESS: Final = re.compile(r"系(?:本案|该案)?的?(?:证人|目击者|目击证人|见证人|报案人)(?!家)")


def _is_witness(text: str, zones: Zones) -> bool:
    """Whether the head of a record calls the one who is heard a witness and nobody's relative."""
    heads = zones.of("首部")
    head = text[: heads[0].end] if heads else text[:400]
    return bool(_WITNESS.search(head)) and "系被害人" not in head and "系本案被害人" not in head


def _is_denied(text: str, start: int, end: int) -> bool:
    if _NOT.search(text, max(start - 4, 0), start):
        return True
    denial = _denials().search(text, max(start - 3, 0), min(end + 2, len(text)))
    return bool(denial and denial.start() < end and denial.end() > start)


# 对方家也困难 · 他没钱: told by the victim of the offender
_THEIRS: Final = re.compile(r"(?:对方|他|她|肇事司机)(?:家|也|说|没|无|的)?[^，。；]{0,3}$")


def _is_of_victim(before: str, words: str, *, own: bool, suspects: tuple[str, ...], victims: tuple[str, ...]) -> bool:
    """Whose hardship: of the person named last before it, by role or by name, within the sentence."""
    told = before + words
    offender = max([x.end() for x in _OFFENDER.finditer(told)] + [told.rfind(s) for s in suspects] + [-1])
    victim = max([x.end() for x in _VICTIM.finditer(told)] + [told.rfind(v) for v in victims] + [-1])
    if own and _THEIRS.search(before):
        return False
    if offender >= 0 and offender >= victim:
        return False
    return own or victim >= 0
