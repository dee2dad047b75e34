"""Finds the words that speak of payment and forgiveness (lexicons/赔偿用语.yml), longest first, with their classes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Final

from ahocorasick_rs import AhoCorasick, MatchKind

from yingjiu.catalog.lexicon import load_lexicon
from yingjiu.reading.finder import find_words

LEXICON: Final = "赔偿用语"
_THOUSANDS: Final = re.compile(r"\d{3}(?!\d)")


class Word(StrEnum):
    """Classes of words (词类); the values are the names used in the catalogue."""

    PAY = "赔付"
    GIVE = "支付"
    GET = "收取"
    ADVANCE = "垫付"
    DEPOSIT = "提存"
    FORGIVE = "谅解"
    LETTER = "谅解书"
    HARSH = "追惩"
    AGREEMENT = "协议"
    BARGAIN = "专约"
    MAKE = "达成"
    MEDIATE = "调解"
    FAIL = "不成"
    REVOKE = "反悔"
    PERFORM = "履行"
    DONE = "了清"
    AT_ONCE = "当场"
    FULL = "全部"
    ONCE = "一次性"
    SUM = "合计"
    PART = "部分"
    REST = "余款"
    INSTALMENT = "分期"
    FUTURE = "将来"
    NOT = "否定"
    DENY = "否认"
    WILL = "意愿"
    HOPE = "盼望"
    CLAIM = "要求"
    DUTY = "应当"
    ORDER = "判令"
    PAST = "已然"
    BUT = "转折"
    THEN = "方才"
    AND = "并且"
    IF = "条件"
    TOPIC = "话题"
    EXCEPT = "不含"
    DEDUCT = "扣除"
    EARLIER = "先前"
    VICTIM = "被害方"
    OFFENDER = "被告方"
    INSURER = "保险"
    LIMIT = "限额"
    BEYOND = "除外处"
    FUND = "基金"
    LOOT = "赃物"
    RETURN = "退还"
    SEIZED = "追缴"
    SPENT = "挥霍"
    MONEY = "款项"
    LOSS = "损失"
    YUAN = "金额"
    ITEM = "单项"
    ITEMS = "综项"
    CIVIL = "民事"
    HANDLED = "办结"
    APART = "另行"
    SUIT = "诉讼"
    WITHDRAW = "撤回"
    WAIVE = "放弃"
    ABILITY = "能力"
    LIABILITY = "责任"
    FINE = "罚金"
    WAGE = "薪酬"
    LENIENT = "求轻"
    NOTHING = "落空"
    PENNY = "分文"
    DEMAND = "索赔"
    PROMISE = "许诺"
    SHORT = "不足"
    NOTE = "欠条"
    HARM = "造成"
    RECEIPT = "收据"
    EACH = "各自"
    OTHERS = "其他人"
    OFFICE = "官署"
    AFTER = "案后"
    IN_COURT = "审理中"
    SAYS = "转述"
    CLAIMS = "自述"
    TELLS = "称说"
    ACCEPTED = "采纳"
    REJECTED = "不采纳"
    CHECKED = "经查"
    NOISE = "避让"
    BREAK = "断句"


VICTIMS: Final = frozenset((Word.VICTIM, Word.EACH, Word.OTHERS))
"""Classes of words that name the victims."""

Token = tuple[Word, int, int]
"""A word found: its class, start and end in the clean text."""

_BREAKS: Final = ("，", ",", "；", ";", "：", ":", "（", "）", "(", ")", "。", "！", "!", "？", "?", "\n")


@dataclass(frozen=True, slots=True)
class PaymentWords:
    """The lexicon made ready: ``anchors`` finds the places worth reading, ``every`` finds all words."""

    anchors: AhoCorasick
    every: AhoCorasick
    kinds: tuple[Word, ...]

    def places(self, text: str) -> list[tuple[int, int]]:
        """Start and end of each word that makes its sentence worth reading, in order."""
        return [(start, end) for _, start, end in find_words(self.anchors, text)]

    def tokens(self, text: str, start: int, end: int) -> list[Token]:
        """Words between two offsets, in order, without overlap; punctuation counts as BREAK."""
        return self.tokens_of(text[start:end], start)

    def tokens_of(self, words: str, offset: int) -> list[Token]:
        """Words of a piece that starts at ``offset``; the comma of 4,000元 is no break."""
        kinds, noise = self.kinds, Word.NOISE
        found = [(kinds[i], s, e) for i, s, e in find_words(self.every, words) if kinds[i] is not noise]
        return [(k, offset + s, offset + e) for k, s, e in found if not (k is Word.BREAK and _in_sum(words, s))]


def _in_sum(words: str, at: int) -> bool:
    """Whether a comma stands within a sum: 4,000元."""
    return words[at] in ",，" and words[at - 1 : at].isdigit() and _THOUSANDS.match(words, at + 1) is not None


@cache
def load_payment_words() -> PaymentWords:
    """The lexicon of the catalogue.

    Raises:
        ValueError: the file names a class of words that the grammar does not know.
    """
    data = load_lexicon(LEXICON)
    words: list[str] = list(_BREAKS)
    kinds: list[Word] = [Word.BREAK] * len(_BREAKS)
    anchors: list[str] = []
    for name, entries in data["词类"].items():
        try:
            kind = Word(name)
        except ValueError as error:
            raise ValueError(f"{LEXICON}.yml:不认识词类“{name}”") from error
        listed = str(entries).split()
        words += listed
        kinds += [kind] * len(listed)
        if name in data["引子"].split():
            anchors += [word for word in listed if len(word) > 1 or kind is Word.PAY]
    longest = MatchKind.LeftmostLongest
    return PaymentWords(AhoCorasick(anchors, longest), AhoCorasick(words, longest), tuple(kinds))
