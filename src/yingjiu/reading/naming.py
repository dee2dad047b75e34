"""Reads a person's name at a place of a text (姓名): where it ends, what follows it everywhere in the paper decides.

Chinese has no blank between 张伟 and 停放: each length a name may have is tried, and every place where the shorter form
stands votes by the word that follows. Masked names (张某某, 王某1, 李*) end where their marks do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from yingjiu.catalog.lexicon import load_lexicon
from yingjiu.values.names import COMPOUND_SURNAMES

_HAN: Final = "\u3400-\u9fff"
# Characters no given name holds: particles, pronouns and marks of grammar.
_NEVER: Final = frozenset(
    "的了在被将把与及其们是从因该此又已我你他她它这那您等并却且或给让使均系拿偷盗窃骗抢打砍捅撞杀死伤某案男女岁犯罪未无仅已仍"
)
_PLACES: Final = "日月年天处地市县区镇乡村路街公饭酒宾网超商店厂小中大高医院单品项种户号员警所校局宅栋楼室物事甲方银工"
_NOT_SURNAMES: Final = (
    "在于从到至为是有的该对与和及将把被向给由名个位叫市县区省镇乡村路街组号栋某人员主者友事居客日月年时里内外上下前后"
)


@cache
def _surnames() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Single surnames, compound surnames, and those single ones that are common words too."""
    lists = load_lexicon("姓氏")
    single = frozenset("".join(lists["单姓"].split()))
    return single, frozenset(lists["复姓"]) | COMPOUND_SURNAMES, frozenset(lists["兼用"]) & single


@cache
def _masked() -> re.Pattern[str]:
    """张某某 · 刘某乙 · 王某1 · 欧阳某 · 李* · 冉*甲; not 在某饭店, 5月某日, 某某公司."""
    single, compound, doubtful = _surnames()
    sure = "".join(sorted(single - doubtful))
    tail = (
        r"(?:[甲乙丙丁戊己庚辛壬癸]|[A-Za-z](?![A-Za-z\d])|"
        r"\d{1,2}(?![\d年月日时点分元个次号部辆台只条块张把枚件套颗串双头匹吨斤袋箱瓶包支根万千百余]))?"
    )
    stars = r"[*＊×xX]{1,3}"
    return re.compile(
        rf"(?:(?:{'|'.join(sorted(compound))})(?:某{{1,3}}|{stars}){tail}"
        rf"|[{sure}](?:某{{1,3}}(?![{_PLACES}某])|某{{2,3}}|{stars}(?![\d*×]))(?<!某某路){tail}"
        rf"|[{''.join(sorted(doubtful))}]某{{1,2}}(?![{_PLACES}某]){tail}"
        rf"|[{_HAN}](?<![{_NOT_SURNAMES}])某(?:某(?![{_PLACES}某])|某?[甲乙丙丁戊己庚辛壬癸1-9](?![\d年月日时点分元]))"
        rf"|某某[某甲乙丙丁])"
    )


_DOTTED: Final = re.compile(rf"(?:[{_HAN}]{{1,9}}[·•・‧])+")
_DOTS: Final = "·•・‧"
_ENDS_OF_PART: Final = frozenset(_DOTS)
# marks that end a name; a blank or the end of the text does, too
_ENDS: Final = frozenset(["", *"，,、。；;：:（()）\n \u3000”"])
_ENDS_OR: Final = _ENDS | {"的"}
_ROLE: Final = re.compile("被害|被告|死者|受害|伤者|犯罪嫌疑|嫌疑人")
_MARK: Final = re.compile("[，,（(]")
# 拉马日色,男 · 阿卜杜(绰号…) · 买买提,系
_FOREIGN: Final = re.compile(
    rf"([{_HAN}]{{2,8}}?)(?=[，,（(](?:[^，。\n]{{0,12}}[，,（(])?(?:男|女|系|绰号|别名|曾用名|又名|"
    rf"自报))"
)
_HIDES: Final = frozenset("某*＊×xX")
_WORD: Final = re.compile(rf"[{_HAN}]")


@cache
def _followers() -> tuple[frozenset[str], int]:
    """Words of two and more characters that may follow a name, and the length of the longest."""
    words = set(load_lexicon("名后词")["词"])
    for group in load_lexicon("人物语境")["后"].values():
        for some in group.values():
            words |= {str(w) for w in some}
    words = {w for w in words if len(w) > 1 and _WORD.match(w)}
    return frozenset(words), max(len(w) for w in words)


@cache
def _letters() -> tuple[frozenset[str], frozenset[str]]:
    """Single characters that may follow a name, and characters common in given names."""
    lists = load_lexicon("名后词")
    return frozenset("".join(lists["字"].split())), frozenset("".join(lists["名用字"].split()))


def masked_names(text: str) -> list[tuple[int, int, str]]:
    """All masked names of a text as (start, end, name)."""
    if "某" not in text and "*" not in text and "×" not in text and "＊" not in text:
        return []
    found = list(_find_masked(text))
    whole: dict[str, str] = {}
    for _, _, name in found:
        if name not in whole and name.endswith("某") and not name.endswith("某某"):
            whole[name] = _partly_masked(text, name)
    return [(s, s + len(whole.get(name, name)), whole.get(name, name)) for s, _, name in found]


_MASK: Final = re.compile("某|[*＊×]|[xX]{1,3}")


def _find_masked(text: str) -> Iterator[tuple[int, int, str]]:
    """Masked names by their masks: one begins at most two characters before its first mask."""
    pattern, done = _masked(), 0
    for mask in _MASK.finditer(text):
        at = mask.start()
        if at < done:
            continue
        for start in range(max(at - 2, done), at + 1):
            if (found := pattern.match(text, start)) and found.end() > at:
                done = found.end()
                yield start, done, found[0]
                break


_HALF_SEX: Final = re.compile("[，,（(][男女]")


def _partly_masked(text: str, name: str) -> str:
    """李某真 where the same character stands behind every 李某: at two places, or before sex (李某真，男)."""
    behind = [m.end() for m in re.finditer(re.escape(name) + "(?!某)", text)]
    signs = {text[at : at + 1] for at in behind}
    sign = signs.pop() if len(signs) == 1 else ""
    if (
        not sign
        or sign not in _letters()[1]
        or sign in _letters()[0]
        or sign in _NEVER
        or sign in "家一二三四五六七八九十"
    ):
        return name
    if sum(_follow(text, at + 1) > 0 for at in behind) * 3 < len(behind) * 2:
        return name
    return name + sign if len(behind) > 1 or _HALF_SEX.match(text, behind[0] + 1) else name


def masked_at(text: str, start: int) -> str | None:
    """The masked name that begins here."""
    found = _masked().match(text, start)
    return found[0] if found else None


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

    def at(self, start: int, *, sure: bool, hinted: bool = False) -> str | None:
        """The name that begins at ``start``.

        ``sure`` when a role word stands before it (被害人X); ``hinted`` when a word of estate does (行人X): then a
        surname that is a common word too (向, 于) counts where a sure word follows; else only plain surnames count.
        """
        text = self.text
        head = text[start : start + 4]
        if (known := self._known.get(head[:3])) is not None:
            return known
        if not head or not "\u3400" <= head[0] <= "\u9fff":
            return None
        if found := self._marked(start, head, sure=sure):
            return found
        single, compound, doubtful = _surnames()
        if head[:2] in compound:
            return self._decide(start, (4, 3))
        if head[0] in single and (sure or hinted or head[0] not in doubtful):
            name = (self._double(start) if sure else None) or self._decide(start, (3, 2))
            if name and hinted and head[0] in doubtful and _follow(text, start + len(name)) < 2:
                return None
            if not name or not self._is_sound(name, start, sure=sure, doubtful=head[0] in doubtful):
                return None
            self._known[head[:3]] = name
            return name
        return self._foreign(start) if sure else None

    def _marked(self, start: int, head: str, *, sure: bool) -> str | None:
        """A name that shows its own end: masked, dotted, or long with sex or kinship behind it (阿卜杜热合曼,男)."""
        if (head[1:2] in _HIDES or head[2:3] in _HIDES) and (found := _masked().match(self.text, start)):
            return found[0]
        if self._dotted and (found := self._dotted_at(start)):
            return found
        if sure and _MARK.search(self.text, start + 5, start + 10):
            name = self._foreign(start)
            return name if name and len(name) > 4 else None
        return None

    def _is_sound(self, name: str, start: int, *, sure: bool, doubtful: bool) -> bool:
        """Whether a form may stand as a name here; what a mark ends behind a sure word needs no common characters."""
        if not sure:
            return _common(name)
        if self.text[start + len(name) : start + len(name) + 1] in _ENDS and _may_end(name):
            return True
        return _common(name) if doubtful else _no_word(name)

    def _double(self, start: int) -> str | None:
        """Four characters that open with two surnames (张王慧敏): only where no shorter form can end and a mark does."""
        text, form, (single, _, doubtful) = self.text, self.text[start : start + 4], _surnames()
        if len(form) < 4 or form[1] not in single or form[1] in doubtful or text[start + 4 : start + 5] not in _ENDS_OR:
            return None
        ends = any(_follow(text, start + n) for n in (2, 3))
        sound = not ends and form[:2] not in _banned() and _is_given(form) and _common(form[0] + form[2:])
        return form if sound else None

    def _dotted_at(self, start: int) -> str | None:
        """A name with a dot (买买提·艾力): its last part is what most places of the name end with."""
        found = _DOTTED.match(self.text, start)
        if found is None or any(c in _NEVER for c in found[0]):
            return None
        left, text = found[0], self.text
        votes: dict[str, float] = {}
        at = text.find(left)
        while at >= 0:
            begin = at + len(left)
            for length in range(1, 8):
                tail = text[begin : begin + length]
                if len(tail) < length or not _WORD.match(tail[-1]) or tail[-1] in _NEVER:
                    break
                votes[tail] = votes.get(tail, 0.0) + _follow(text, begin + length)
            at = text.find(left, begin)
        best = max(votes, key=lambda tail: (votes[tail], len(tail) > 1, -len(tail)), default="")
        return left + best if best else None

    def before(self, end: int, known: frozenset[str] | set[str] = frozenset()) -> str | None:
        """The name that ends at ``end`` and begins where a word or a place ends; None when no boundary is clear."""
        text = self.text
        single, compound, doubtful = _surnames()
        edges, _ = _edges()
        if (
            text[end - 1 : end] not in _letters()[1]
            and text[max(end - 2, 0) : end] not in known
            and text[max(end - 3, 0) : end] not in known
        ):
            return None
        for length in (4, 3, 2):
            name = text[max(end - length, 0) : end]
            if name in known:
                return name
            if len(name) < length or not (name[0] in single or name[:2] in compound):
                continue
            if any(c in _NEVER for c in name) or not all("\u3400" <= c <= "\u9fff" for c in name):
                continue
            if text[end - length - 1 : end - length] in _ENDS_OF_PART and end > length:
                continue
            if (length > 2 and name[:2] in compound) or (length < 4 and name[0] in single):
                left = text[max(end - length - 4, 0) : end - length]
                if not _common(name) or left[-1:].isdigit():
                    continue
                marked = not left or not _WORD.match(left.rstrip("\n")[-1:] or "。")
                if marked or (name[0] not in doubtful and left.endswith(edges)):
                    return name
        return None

    def _decide(self, start: int, lengths: tuple[int, ...]) -> str | None:
        """The length with most votes among those possible here; the longer one on a tie."""
        text = self.text
        key = text[start : start + max(lengths)]
        if key in self._decided:
            return self._decided[key] or None
        possible = [form for n in lengths if len(form := key[:n]) == n and _is_given(form)]
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
            if not after or not _WORD.match(after):
                return _common(form)
            at = self.text.find(form, at + 1)
        return False

    def _votes(self, form: str, start: int) -> float:
        text, total, count, compound = self.text, 0.0, 0, _surnames()[1]
        at = text.find(form)
        while at >= 0 and count < 8:
            if not at or text[max(at - 2, 0) : at] not in compound:  # 桂玉 within 慕容桂玉
                total += _follow(text, at + len(form))
                count += 1
            at = text.find(form, at + len(form))
        here = _follow(text, start + len(form))
        _, given = _letters()
        common = sum(c in given for c in form[1:]) / max(len(form) - 1, 1)
        odd = len(form) == 3 and form[2] not in given
        return total / max(count, 1) + 0.5 * here + 0.4 * common + (0.05 if len(form) == 3 else 0.0) - 0.6 * odd

    def _foreign(self, start: int) -> str | None:
        """A name without a known surname (阿卜杜热合曼, 拉马日色): only where sex, kinship or an alias follows it."""
        found = _FOREIGN.match(self.text, start)
        return found[1] if found and _is_foreign(found[1]) else None


def _common(name: str) -> bool:
    """Whether all characters of a given name are common in given names and the whole is no known word."""
    _, given = _letters()
    return all(c in given for c in name[2 if name[:2] in _surnames()[1] else 1 :]) and _no_word(name)


def _may_end(name: str) -> bool:
    """Whether a form a mark ends is no word of its own (成年, 车主)."""
    words, _ = _followers()
    banned = _banned()
    return not (name in words or name in banned or name[:2] in words or name[:2] in banned)


def _is_foreign(name: str) -> bool:
    """Whether a long name holds no character and no word that names never hold."""
    words, _ = _followers()
    pairs = {name[i : i + 2] for i in range(len(name) - 1)}
    return not any(c in _NEVER for c in name) and not pairs & words and not pairs & _banned()


def _no_word(name: str) -> bool:
    words, _ = _followers()
    banned = _banned()
    return not (name in words or name[:2] in words or name[1:] in words or name in banned or name[:2] in banned)


@cache
def _banned() -> frozenset[str]:
    return frozenset(load_lexicon("名后词")["非名"])


def _is_given(form: str) -> bool:
    return all(_WORD.match(c) and c not in _NEVER for c in form[1:])


def _follow(text: str, at: int) -> float:
    """How well what stands here can follow a name: 2 a mark or a known word, 1 a particle, 0 nothing known."""
    if at >= len(text) or not _WORD.match(text[at]):
        return 2.0
    words, _ = _followers()
    for length in _follow_lengths().get(text[at], ()):
        if text[at : at + length] in words:
            return 2.0
    letters, _ = _letters()
    return 1.2 if text[at] in letters else 0.0


@cache
def _follow_lengths() -> dict[str, tuple[int, ...]]:
    """Lengths up to 4 of the words that may follow a name, by their first character."""
    lengths: dict[str, set[int]] = {}
    for word in _followers()[0]:
        if len(word) <= 4:
            lengths.setdefault(word[0], set()).add(len(word))
    return {sign: tuple(some) for sign, some in lengths.items()}


@cache
def _edges() -> tuple[tuple[str, ...], int]:
    """Ends of words and places after which a name may begin (村, 组, 家住, 的 …)."""
    lists = load_lexicon("名后词")["名前"]
    return tuple(lists), max(map(len, lists))
