"""What one clause says of payment or forgiveness (一处说法), and the clause it is read from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Final

from yingjiu.reading.payment_words import VICTIMS, Token, Word
from yingjiu.values.money import find_amounts, read_amount


class Said(StrEnum):
    """Kinds of saying; how they add up to one value is decided in settlement.py."""

    CLOSED = "closed"  # 履行完毕, 全部损失, 付清: nothing left
    PAID = "paid"  # 已赔偿…, without a word of whole or part
    ITEM = "item"  # one single item paid: 医疗费, 丧葬费
    PART = "part"  # 部分, 垫付, 仅支付
    DEPOSIT = "deposit"  # 预交法院, 提存
    OPEN = "open"  # 余款未付, 分期: something is left
    SHORT = "short"  # 赔了,不够: what was paid is not enough
    NOTE = "note"  # 打了欠条: the rest, or all, is owed
    AGREED = "agreed"  # 达成协议, or a sum agreed
    DUE = "due"  # to be paid by a day to come
    HANDLED = "handled"  # 民事部分已处理
    UNPAID = "unpaid"  # 未赔偿, 无力赔偿
    SPENT = "spent"  # 赃款挥霍, 未追回
    BROKEN = "broken"  # agreement not performed
    NO_AGREEMENT = "no agreement"  # 未达成协议, 协商未果
    ORDERED = "ordered"  # 判决赔偿, 责令退赔
    CLAIMED = "claimed"  # 要求赔偿, 提起附带民事诉讼, 应当赔偿
    PROMISED = "promised"  # 愿意赔偿
    WAIVED = "waived"  # 放弃赔偿请求
    WITHDRAWN = "withdrawn"  # 撤回附带民事诉讼
    FORGIVEN = "forgiven"
    REFUSED = "refused"  # 不予谅解, 未取得谅解
    RECEIPT = "receipt"  # 收条 named
    LETTER = "letter"  # 谅解书 named among the evidence


# 支付8万, 八万, 三千, 一万二: without 元
_SHORT_SUM: Final = re.compile(
    r"(?P<sum>(?:\d{1,6}(?:\.\d{1,4})?|[一二两三四五六七八九十]{1,3})万(?P<tail>[一二三四五六七八九](?![千百十]))?|"
    r"[一二两三四五六七八九]千|\d{3,7}(?=块))"
)
_OWN: Final = re.compile(
    r"自己|自费|自掏|自行|(?<![给帮替为向跟与和对由])(?:我们?|咱们?|俺们?)(?:家里?|爸妈?|妈|老公|老婆|儿子|女儿|父母)?(?:又|先|就|都|也|还|已经|一共|总共|另外)*$"
)

_KIN_PAYS: Final = re.compile(
    "(?:由|系|靠|是|为)(?:其|他|她)?(?:的)?(?:本人|父母|父亲|母亲|子女|儿子?|女儿?|亲友|亲戚|亲人|家人|家属|亲属|娘家|婆家|丈夫|妻子|"
    "[兄弟姐妹哥](?:[弟妹哥姐])?|自己)[^，。；]{0,6}$"
)
_PERSONS: Final = ("被害人", "受害人", "死者", "伤者", "附带民事诉讼原告人")
_FOR: Final = tuple(word + role for word in "为给向对" for role in ("", "被害人", "受害人", "伤者", "死者"))
FORGIVENESS: Final = frozenset((Said.FORGIVEN, Said.REFUSED, Said.LETTER))


@dataclass(frozen=True, slots=True)
class Mark:
    """One saying.

    ``start`` and ``end`` bound its clause in the clean text, ``at`` is its word. ``amount`` is in yuan. ``vague``:
    neither sum nor 已 (积极赔偿); ``past``: said as done; ``insurer``: the insurer pays; ``whole``: 各项, 共计, 一次性;
    ``bare``: a sum without a word of what it makes good (支付18000元, not 赔偿损失18000元).
    """

    said: Said
    start: int
    end: int
    at: int
    amount: Decimal | None = None
    vague: bool = False
    past: bool = False
    insurer: bool = False
    whole: bool = False
    bare: bool = False


@dataclass(slots=True)
class Setting:
    """What the sentence so far and the zone lend to a clause; changed by the clauses as they are read.

    ``agreed``: an agreement was named in this sentence; ``mood``: a claim or order governs the rest of the sentence;
    ``money``: payment is already the topic; ``verdict``: the operative part; ``asked``: the answer to a question about
    payment; ``letter``: a receipt or letter of the victim's side, in the first person; ``contract``: the paper is the
    agreement itself, whose sums are agreed and not yet paid; ``open_negation``: the clause before ended in a negation
    that governs the next (未能就其损失,作出赔偿); ``lost``: the
    greatest loss told in this sentence (损失10万元,追回3万元); ``victim_speaks``: the last subject was the victim's side; ``names``:
    victims' names as (start, end).
    """

    agreed: bool = False
    mood: Word | None = None
    money: bool = False
    verdict: bool = False
    asked: bool = False
    letter: bool = False
    contract: bool = False
    open_negation: bool = False
    victim_speaks: bool = False
    evidence: bool = False
    lost: Decimal | None = None
    names: Sequence[tuple[int, int]] = ()
    offenders: Sequence[str] = ()


def find_sum(text: str, start: int, end: int, *, short: bool = True) -> Decimal | None:
    """The greatest sum between two offsets, in yuan; ``short`` takes 八万 and 三千 too."""
    full = max((value for _, _, value in find_amounts(text, start, end)), default=None)
    if full is not None or not short:
        return full
    found = _SHORT_SUM.search(text, start, end)
    if found is None:
        return None
    return read_amount(found["sum"] + ("千" if found["tail"] else "") + "元")


@dataclass(slots=True)
class Clause:
    """The words of one clause, ended by punctuation."""

    text: str
    tokens: Sequence[Token]
    start: int
    end: int
    setting: Setting
    kinds: frozenset[Word] = field(init=False)

    def __post_init__(self) -> None:
        self.kinds = frozenset([token[0] for token in self.tokens])

    def has(self, *kinds: Word) -> bool:
        """Whether a word of one of the classes stands anywhere in the clause."""
        return not self.kinds.isdisjoint(kinds)

    def before(self, i: int, *kinds: Word) -> bool:
        """Whether a word of one of the classes stands before word ``i``."""
        return any(token[0] in kinds for token in self.tokens[:i])

    def after(self, i: int, *kinds: Word) -> bool:
        """Whether a word of one of the classes stands after word ``i``."""
        return any(token[0] in kinds for token in self.tokens[i + 1 :])

    def word(self, i: int) -> str:
        """Word ``i`` as written."""
        return self.text[self.tokens[i][1] : self.tokens[i][2]]

    def has_word(self, words: Sequence[str]) -> bool:
        """Whether one of these very words was found in the clause."""
        return any(self.text[token[1] : token[2]] in words for token in self.tokens)

    def names_victim(self) -> bool:
        """Whether a victim's name stands in the clause."""
        return any(self.start <= start < self.end for start, _ in self.setting.names)

    def done_suffix(self, i: int) -> bool:
        """Whether 了, 过 or 完 follows word ``i`` at once (赔偿了), or 后 the sum (支付2万元后)."""
        _, start, end = self.tokens[i]
        if self.text[end : end + 1] in ("了", "过", "完") or (end - start > 1 and self.text[end - 1] in "了过"):
            return True
        if (
            self.setting.asked
            and not self.before(i, Word.BARGAIN)
            and self.text.startswith("的", self.tokens[i][2])
            and self.tokens[i][2] + 1 >= self.end - 1
        ):
            return True  # 医药费是他交的
        return any(t[0] is Word.YUAN and self.text[t[2] : t[2] + 1] == "后" for t in self.tokens[i + 1 :])

    def limits_persons(self, i: int) -> bool:
        """Whether word ``i`` says how many persons, not how much (部分被害人)."""
        return self.text.startswith(_PERSONS, self.tokens[i][2])

    def negator(self, i: int) -> str:
        """The last word of negation before word ``i``, empty when there is none."""
        return next((self.word(j) for j in range(i - 1, -1, -1) if self.tokens[j][0] is Word.NOT), "")

    def amount(self) -> Decimal | None:
        """The greatest sum named in the clause, in yuan."""
        return find_sum(self.text, self.start, self.end, short=Word.YUAN not in self.kinds)

    def victim_is_subject(self, at: int) -> bool:
        """Whether the victim, not the offender, stands before this place: the victim's own spending is no payment."""
        if any(token[0] in (Word.OFFENDER, Word.INSURER, Word.FUND) and token[1] < at for token in self.tokens):
            return False
        head = self.text[self.start : at]
        if any(name in head for name in self.setting.offenders) or head[-1:] in ("给", "向"):
            return False
        named = any(self.start <= start < at and not self._is_object(start) for start, _ in self.setting.names)
        return named or any(token[0] in VICTIMS and token[1] < at for token in self.tokens)

    def _is_object(self, start: int) -> bool:
        """为王五垫付: a name behind 为 or 给 is the one paid for."""
        return self.text.endswith(_FOR, 0, start)

    def speaker_pays(self, at: int) -> bool:
        """Whether the victim who speaks paid it himself (我自己垫的, 我们家交了3000): no payment by the other side."""
        if not (self.setting.asked or self.setting.letter):
            return False
        return _OWN.search(self.text[self.start : at]) is not None

    def kin_pays(self, at: int) -> bool:
        """Whether the victim's own kin pays (治疗费由其子女垫付): 其 is the one named last, here a victim."""
        found = _KIN_PAYS.search(self.text, self.start, at)
        if found is None:
            return False
        last = max((s for s, _ in self.setting.names if s < found.start()), default=-1)
        doers = [self.text.rfind(n, max(0, last), found.start()) for n in self.setting.offenders if n]
        doer = max((at for at in doers if at > 0 and self.text[at - 1] not in "被遭受"), default=-1)
        return last >= 0 and last > doer and not self.before_offender(found.start())

    def before_offender(self, at: int) -> bool:
        """Whether a word for the offender stands in the clause before this place."""
        return any(token[0] is Word.OFFENDER and token[1] < at for token in self.tokens)

    def mark(self, said: Said, i: int) -> Mark:
        """A saying of word ``i`` of this clause."""
        return Mark(said, self.start, self.end, self.tokens[i][1])

    def payment(self, said: Said, i: int, *, past: bool = False, insurer: bool | None = None) -> Mark:
        """A saying of word ``i`` with its sum and payer."""
        amount = self.amount()
        whole = self.has(Word.SUM, Word.ONCE, Word.FULL)
        if insurer is None:
            insurer = self.before(i, Word.INSURER) and not self.before(i, Word.OFFENDER) and not self.has(Word.BEYOND)
        vague = amount is None and not past
        bare = amount is not None and not self.has(Word.LOSS, Word.ITEMS, Word.LOOT, Word.RETURN)
        return Mark(said, self.start, self.end, self.tokens[i][1], amount, vague, past, insurer, whole, bare)
