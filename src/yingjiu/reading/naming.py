"""Reads a person's name at a place of a text (姓名): where it ends, what follows it everywhere in the paper decides.

Chinese has no blank between 张伟 and 停放: each length a name may have is tried, and every place where the shorter form
stands votes by the word that follows. Masked names (张某某, 王某1, 李*) end where their marks do.
"""

from __future__ import annotations

import re
from typing import Final

from yingjiu.reading.masking import masked_at
from yingjiu.reading.name_words import (
    HAN,
    HAN_SIGN,
    NEVER,
    banned_words,
    edges,
    follow_weight,
    followers,
    is_common,
    is_given,
    is_no_word,
    letters,
    may_end,
    surnames,
)

_DOTTED: Final = re.compile(rf"(?:[{HAN}]{{1,9}}[·•・‧])+")
_DOTS: Final = "·•・‧"
_NEVER_DOTTED: Final = frozenset("的了在被将把从因该此")
_ENDS_OF_PART: Final = frozenset(_DOTS)
# marks that end a name; a blank or the end of the text does, too
_ENDS: Final = frozenset(["", *"，,、。；;：:（()）\n \u3000”"])
_SURE_FOLLOW: Final = 2.0
_PAYERS: Final = ("家属", "亲属", "家人", "亲友", "父母", "父亲", "母亲", "妻子", "丈夫", "朋友", "监护人", "代理人")
_TWICE: Final = 2
# behind these a surname that is a common word, too, is one
_PLAIN_EDGES: Final = ("门口", "附近", "楼下", "门前", "路边", "院内", "村民", "居民", "家住")
_ENDS_OR: Final = _ENDS | {"的"}
_ROLE: Final = re.compile("被害|被告|死者|受害|伤者|犯罪嫌疑|嫌疑人")
_MARK: Final = re.compile("[，,（(]")
# 拉马日色,男 · 阿卜杜(绰号…) · 买买提,系
_FOREIGN: Final = re.compile(
    rf"([{HAN}]{{2,8}}?)(?=[，,（(](?:[^，。\n]{{0,12}}[，,（(])?(?:男|女|系|绰号|别名|曾用名|又名|"
    rf"自报))"
)
_HIDES: Final = frozenset("某*＊×xX")


class NameReader:
    """Reads names of one text; votes are kept, so each name is decided once."""

    __slots__ = ("_certain", "_decided", "_dotted", "_known", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._decided: dict[str, str] = {}
        self._certain: set[str] = set()
        self._known: dict[str, str] = {}
        self._dotted = any(dot in text for dot in _DOTS)

    def known_at(self, start: int) -> str | None:
        """The name that begins here, where it was decided before."""
        return self._known.get(self.text[start : start + 3])

    def at(self, start: int, *, sure: bool, hinted: bool = False, firm: bool = False) -> str | None:
        """The name that begins at ``start``.

        ``sure`` when a role word stands before it (被害人X); ``hinted`` when a word of estate does (行人X): then a
        surname that is a common word too (向, 于) counts where a sure word follows; else only plain surnames count.
        ``firm`` when the role word is 被害人, 被告人 and the like, behind which a name nearly always stands.
        """
        text = self.text
        head = text[start : start + 4]
        if (known := self._known.get(head[:3])) is not None:
            return known
        if not head or not "\u3400" <= head[0] <= "\u9fff":
            return None
        if found := self._marked(start, head, sure=sure):
            return found
        single, compound, doubtful = surnames()
        if head[:2] in compound:
            return self._decide(start, (4, 3))
        if head[0] in single and (sure or hinted or head[0] not in doubtful):
            name = (self._double(start) if sure else None) or self._decide(start, (3, 2))
            if firm and name and len(name) == 3:
                name = self._longer(name)
            if name and hinted and head[0] in doubtful and follow_weight(text, start + len(name)) < 2:
                return None
            if not name or not self._is_sound(name, start, sure=sure, firm=firm):
                return None
            self._known[head[:3]] = name
            return name
        return self._foreign(start) if sure else None

    def _marked(self, start: int, head: str, *, sure: bool) -> str | None:
        """A name that shows its own end: masked, dotted, or long with sex or kinship behind it (阿卜杜热合曼,男)."""
        if (head[1:2] in _HIDES or head[2:3] in _HIDES) and (found := masked_at(self.text, start)):
            return found
        if self._dotted and (dotted := self._dotted_at(start)):
            return dotted
        if sure and _MARK.search(self.text, start + 5, start + 10):
            name = self._foreign(start)
            return name if name and len(name) > 4 else None
        return None

    def _is_sound(self, name: str, start: int, *, sure: bool, firm: bool) -> bool:
        """Whether a form may stand as a name here; what a mark ends behind a sure word needs no common characters."""
        if name[0] == "付" and self.text.endswith(_PAYERS, 0, start) and self.text.count(name) < _TWICE:
            return False  # 家属付医药费: a verb
        if not sure:
            return is_common(name)
        single, _, doubtful = surnames()
        end = start + len(name)
        if self.text[end : end + 1] in _ENDS and (may_end(name) or (firm and self._returns(name))):
            return True
        if name[0] not in doubtful:
            return is_no_word(name)
        known = firm and follow_weight(self.text, end) == _SURE_FOLLOW and is_no_word(name)
        return is_common(name) or (known and not (single - doubtful) & set(name[1:]))  # not 向王强借款

    def _returns(self, name: str) -> bool:
        """Whether a name that opens like a word (查明远) comes again, with a last character common in names."""
        return len(name) > len("查明") and name[-1] in letters()[1] and self.text.count(name) > 1

    def _double(self, start: int) -> str | None:
        """Four characters that open with two surnames (张王慧敏): only where no shorter form can end and a mark does."""
        text, form, (single, _, doubtful) = self.text, self.text[start : start + 4], surnames()
        if len(form) < 4 or form[1] not in single or form[1] in doubtful or text[start + 4 : start + 5] not in _ENDS_OR:
            return None
        ends = any(follow_weight(text, start + n) for n in (2, 3))
        sound = not ends and form[:2] not in banned_words() and is_given(form) and is_common(form[0] + form[2:])
        return form if sound else None

    def _longer(self, name: str) -> str:
        """A name of four characters (冯春文凯): the same character of given names goes on wherever the shorter stands."""
        text, places, at = self.text, [], self.text.find(name)
        sign = text[at + len(name) : at + len(name) + 1]
        if not sign or sign not in letters()[1] or sign in letters()[0] or sign in NEVER:
            return name
        while at >= 0:
            places.append(at + len(name))
            at = text.find(name, at + len(name))
        goes_on = all(text[at : at + 1] == sign and follow_weight(text, at) == 0 for at in places)
        ends = all(follow_weight(text, at + 1) > 0 for at in places) and is_common(name[0] + name[2:] + sign)
        return name + sign if goes_on and ends else name

    def _dotted_at(self, start: int) -> str | None:
        """A name with a dot (买买提·艾力): its last part is what most places of the name end with."""
        found = _DOTTED.match(self.text, start)
        if found is None or any(c in _NEVER_DOTTED for c in found[0]):
            return None
        left, text = found[0], self.text
        joint = next((at for at, sign in enumerate(left) if at > 1 and sign in "和及与"), 0)
        if joint and text.count(left[:joint]) > text.count(left):
            return None  # 穆淑和艾尔肯·吐尔逊, where 穆淑 stands elsewhere
        votes: dict[str, float] = {}
        at = text.find(left)
        while at >= 0:
            begin = at + len(left)
            for length in range(1, 8):
                tail = text[begin : begin + length]
                if len(tail) < length or not HAN_SIGN.match(tail[-1]) or tail[-1] in NEVER:
                    break
                votes[tail] = votes.get(tail, 0.0) + follow_weight(text, begin + length)
            at = text.find(left, begin)
        best = max(votes, key=lambda tail: (votes[tail], len(tail) > 1, -len(tail)), default="")
        return left + best if best else None

    def before(self, end: int, known: frozenset[str] | set[str] = frozenset()) -> str | None:
        """The name that ends at ``end`` and begins where a word or a place ends; None when no boundary is clear."""
        text = self.text
        last = text[end - 1 : end]
        if (last == "之" and text[max(end - 3, 0) : end] not in known) or (
            last in ("同", "和") and _ROLE.match(text, end)
        ):
            end -= 1  # 向阳之损伤程度 · 尹昌同被害人
        possible = [text[max(end - length, 0) : end] for length in (4, 3, 2)]
        if text[end - 1 : end] not in letters()[1] and not known.intersection(possible):
            return None
        return next((name for name in possible if name in known or self._begins(name, end - len(name))), None)

    def _begins(self, name: str, start: int) -> bool:
        """Whether a form read backwards is a name: a surname, common characters, and a clear boundary before it."""
        single, compound, doubtful = surnames()
        double = name[:2] in compound and len(name) > len("欧阳")
        if not double and not (name[:1] in single and len(name) < len("欧阳建国")):
            return False
        left = self.text[max(start - 4, 0) : start]
        if left[-1:].isdigit() or left[-1:] in _ENDS_OF_PART or not is_given(name) or name[0] in NEVER:
            return False
        if not is_common(name):
            return False
        marked = not left or not HAN_SIGN.match(left.rstrip("\n")[-1:] or "。")
        return marked or left.endswith(edges()[0] if name[0] not in doubtful else _PLAIN_EDGES)

    def _decide(self, start: int, lengths: tuple[int, ...]) -> str | None:
        """The length with most votes among those possible here; the longer one on a tie."""
        text = self.text
        key = text[start : start + max(lengths)]
        if key in self._decided:
            return self._decided[key] or None
        possible = [form for n in lengths if len(form := key[:n]) == n and is_given(form)]
        best = self._elect(possible, start)
        self._decided[key] = best
        if best and len(best) == min(lengths) and text[start + len(best) : start + len(best) + 1] != "\n":
            self._certain.add(best)  # at the end of a line the name may go on in the next
        return best or None

    def _elect(self, possible: list[str], start: int) -> str:
        """The form with most votes; the longer of two goes before only where it is a person beside the shorter."""
        if len(possible) < 2:
            return possible[0] if possible else ""
        if possible[0][-1] in "同和" and _ROLE.match(self.text, start + len(possible[0])):
            return possible[-1]  # 尹昌同被害人
        if possible[0][-1] == "之" and not (self._stands(possible[0]) or possible[0] + "的" in self.text):
            return possible[-1]  # 向阳之损伤程度
        if possible[-1] in self._certain and not self._stands(possible[0]):
            return possible[-1]
        votes = [(self._votes(form, start), form) for form in possible]
        score, best = max(votes, key=lambda vote: vote[0])
        return best if score > 0 else ""

    def _stands(self, form: str) -> bool:
        """Whether a longer form is a person beside a shorter one (李建 and 李建国): it ends before a mark."""
        at = self.text.find(form)
        while at >= 0:
            after = self.text[at + len(form) : at + len(form) + 1]
            if not after or not HAN_SIGN.match(after):
                return is_common(form)
            at = self.text.find(form, at + 1)
        return False

    def _votes(self, form: str, start: int) -> float:
        text, total, count, compound = self.text, 0.0, 0, surnames()[1]
        at = text.find(form)
        while at >= 0 and count < 8:
            if not at or text[max(at - 2, 0) : at] not in compound:  # 桂玉 within 慕容桂玉
                total += follow_weight(text, at + len(form))
                count += 1
            at = text.find(form, at + len(form))
        here = follow_weight(text, start + len(form))
        _, given = letters()
        common = sum(c in given for c in form[1:]) / max(len(form) - 1, 1)
        odd = len(form) == 3 and form[2] not in given
        return total / max(count, 1) + 0.5 * here + 0.4 * common + (0.05 if len(form) == 3 else 0.0) - 0.6 * odd

    def _foreign(self, start: int) -> str | None:
        """A name without a known surname (阿卜杜热合曼, 拉马日色): only where sex, kinship or an alias follows it."""
        found = _FOREIGN.match(self.text, start)
        return found[1] if found and _is_foreign(found[1]) else None


def _is_foreign(name: str) -> bool:
    """Whether a long name holds no character and no word that names never hold."""
    words, _ = followers()
    pairs = {name[i : i + 2] for i in range(len(name) - 1)}
    return not any(c in NEVER for c in name) and not pairs & words and not pairs & banned_words()
