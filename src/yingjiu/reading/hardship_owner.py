"""Whose hardship it is (谁的困难): the victim's side, the offender's, or another person's.

Who is named last before the words decides, as a subject: one named behind 被 or 向 is none. In a paper that the victim's
side speaks itself (record, letter, petition) words without a subject are the speaker's.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Final, NamedTuple

from yingjiu.reading.people import Mention
from yingjiu.reading.scene import Scene
from yingjiu.reading.sentences import behind_last

VICTIM: Final = "被害"
OFFENDER: Final = "嫌疑"
OTHER: Final = "他人"

_SIDES: Final = {
    OFFENDER: "被告人 犯罪嫌疑人 嫌疑人 上诉人 被告 辩护人 辩护意见 肇事者 肇事方 肇事司机 加害人 加害方 被执行人 被申请人 侵害人 凶手 作案人",
    OTHER: "证人 鉴定人 同案人 案外人",
    VICTIM: "被害人 受害人 被害方 受害方 死者 伤者 申请人 原告 申请执行人 信访人 来信人 来访人 遗属 近亲属",
    "t": "对方 人家 这个人 那个人 这人 那人 这家伙 那家伙",
    "h": "他 她 其",
    "i": "我 俺 咱 本人",
}
_SIDE_OF: Final = {word: side for side, words in _SIDES.items() for word in words.split()}
# one flat choice of words: the engine skips by their first signs
_ROLE: Final = re.compile("|".join(sorted(_SIDE_OF, key=len, reverse=True)))
# behind the word: 被告诉 · 其他 · 我院 are no such persons
_NO_ROLE: Final = re.compile(r"被告诉|其[他它中余次实间]|[我咱俺](?:院|局|市|县|国|省|镇|乡)")
# 被史进财打伤 · 向被告人讨要: an object, no subject
_OBJECT: Final = re.compile(r"(?:[被遭由让向与跟和对把将找因同给要求到来骗]|导致|使得|由于|起诉|控告|通过|追究|请求)$")
# the clause of the offender tells of the offender's own means or gives the offender's words
_OF_MEANS: Final = re.compile(
    r"(?<=[他她])的?(?:爸|妈|父|母|爹|娘|老婆|妻|孩子|儿子|女儿)|家|说|称|讲|表示|困难|穷|经济|收入|低保|条件|身体|有病|没工作"
)
_GOES_ON: Final = re.compile(r"[，,、\s]*(?:他|她|其|也|还有|而且|又|对方|同时)")
_SAYS: Final = re.compile(r"说|称|表示|求我|讲")
_SPEAKERS: Final = (
    "被询问人",
    "谅解人",
    "收款人",
    "领款人",
    "信访人",
    "来信人",
    "来访人",
    "上访人",
    "申诉人",
    "求助人",
)
_SPEAKERS_TOO: Final = (*_SPEAKERS, "我叫", "救助申请人", "申请人", "立据人", "出具人", "本人", "控告人")
_OWN_PAPERS: Final = frozenset(["询问笔录", "谅解书", "信访件", "收条"])
_OWN_TITLE: Final = re.compile(r"申请书|求助|来信|情况反映|自述|陈述材料|请求书|困难说明|救助申请")
_WITNESS: Final = re.compile(r"系(?:本案|该案)?的?(?:证人|目击者|目击证人|见证人|报案人)(?!家)")


_CAUSES: Final = ("因", "由于", "为", "鉴于")
_NAMED_FROM: Final = frozenset([OFFENDER, "t", "i"])


class Owner(NamedTuple):
    """A side (被害 嫌疑 他人) and the person's name where it is told."""

    side: str
    name: str | None


class Voice(NamedTuple):
    """Who speaks in a paper: ``own`` says that the victim's side does, ``offender`` that the suspect does."""

    own: bool
    offender: bool
    speaker: str | None


class _Mark(NamedTuple):
    start: int
    end: int
    side: str
    name: str | None


def find_voice(scene: Scene) -> Voice:
    """Who speaks: the suspect (讯问笔录), the victim's side, or an office about others."""
    if scene.paper_type == "讯问笔录":
        return Voice(own=False, offender=True, speaker=scene.suspects[0] if scene.suspects else None)
    own = scene.paper_type in _OWN_PAPERS or (
        scene.paper_type == "其他" and bool(_OWN_TITLE.search(scene.text, 0, 60)) and "强制执行" not in scene.text[:60]
    )
    if own and scene.paper_type == "询问笔录" and _is_witness(scene):
        own = False
    named = (m.name for word in _SPEAKERS_TOO for m in scene.mentions if m.left.word == word)
    speaker = next(named, None) if own else None
    if own and speaker is None and len(scene.victims) == 1:
        speaker = scene.victims[0]
    return Voice(own=own, offender=False, speaker=speaker)


def _is_witness(scene: Scene) -> bool:
    """Whether the head of a record calls the one who is heard a witness and nobody's relative."""
    heads = scene.zones.of("首部")
    head = scene.text[: heads[0].end] if heads else scene.text[:400]
    return bool(_WITNESS.search(head)) and "系被害人" not in head and "系本案被害人" not in head


class Sides:
    """Sides of the persons of one paper, asked for one place after another; marks of a sentence are found once."""

    def __init__(self, scene: Scene, voice: Voice) -> None:
        """Note the sides of all names."""
        self._scene = scene
        self.voice = voice
        self._starts = [m.start for m in scene.mentions]
        self._names: dict[str, str] = {r.name: VICTIM for r in scene.relations if r.of in scene.victims}
        self._names |= {r.name: OFFENDER for r in scene.relations if r.of in scene.suspects}
        self._names |= dict.fromkeys(scene.victims, VICTIM) | dict.fromkeys(scene.suspects, OFFENDER)
        if voice.speaker and voice.own:
            self._names.setdefault(voice.speaker, VICTIM)
        self._marks: dict[int, tuple[list[_Mark], int]] = {}

    def owner(self, begin: int, start: int, end: int) -> Owner | None:
        """Whose words at start…end are, in the sentence that begins at ``begin``; None where nobody is named."""
        marks = [m for m in self._of(begin, end) if m.start < end]
        last = self._last(marks, start)
        if self.voice.own:
            return self._own(last, begin, start)
        if last is None:
            return self._ahead(begin, end) or self._carried(begin)
        return self._named(last)

    def _ahead(self, begin: int, end: int) -> Owner | None:
        """因医疗费无着，被害人X…: the cause stands before the one it is told of."""
        text = self._scene.text
        if not text.startswith(_CAUSES, begin):
            return None
        stop = text.find("。", end)
        marks = [m for m in self._of(begin, stop if stop >= 0 else len(text)) if m.start >= end]
        return self._named(marks[0]) if marks and marks[0].side == VICTIM else None

    def _last(self, marks: list[_Mark], start: int) -> _Mark | None:
        """The last mark, a pronoun standing for the one before it."""
        kept: _Mark | None = None
        named: _Mark | None = None
        for mark in marks:
            if mark.side == "h":
                if named is not None:
                    kept = named._replace(start=mark.start, end=mark.end)
                elif self.voice.own and mark.start < start and self._scene.text[mark.start] != "其":
                    stranger = self.voice.speaker in self._scene.victims or self.voice.speaker is None
                    kept = mark._replace(side=OFFENDER if stranger else VICTIM)
            else:
                kept = mark
                named = mark if mark.side != "i" else named
        return kept._replace(side=VICTIM) if kept and kept.side == "i" else kept

    def _own(self, last: _Mark | None, begin: int, start: int) -> Owner:
        text = self._scene.text
        if last is None or last.side == VICTIM:
            return self._named(last) if last else Owner(VICTIM, self.voice.speaker)
        comma = max(text.rfind("，", begin, start), text.rfind(",", begin, start), text.rfind("：", begin, start))
        clause = text.find("，", last.end, comma + 1)
        if last.start < comma and not (
            _OF_MEANS.search(text, last.end, clause if clause >= 0 else comma)
            or _GOES_ON.match(text, comma)
            or _SAYS.search(text, last.end, start)
            or last.side == OTHER
        ):
            return Owner(VICTIM, self.voice.speaker)
        return self._named(last)

    def _named(self, mark: _Mark) -> Owner:
        name = mark.name
        if mark.side == VICTIM:
            if name is None:
                name = self.voice.speaker or (self._scene.victims[0] if len(self._scene.victims) == 1 else None)
            elif name in self._scene.dead and self.voice.own and self.voice.speaker:
                name = self.voice.speaker
        elif mark.side == OFFENDER and name is None and len(self._scene.suspects) == 1:
            name = self._scene.suspects[0]
        return Owner(mark.side, name)

    def _carried(self, begin: int) -> Owner | None:
        """Of the sentence before in the paragraph, where it speaks of one victim's side only."""
        text = self._scene.text
        if begin == 0 or text[begin - 1] == "\n":
            return None
        before = behind_last("。；;\n", text, begin - 1)
        marks = [m for m in self._of(before, begin) if m.side != "h" and m.start < begin]
        if not marks or {m.side for m in marks} - {"i"} != {VICTIM}:
            return None
        return self._named(marks[-1])

    def _of(self, begin: int, end: int) -> list[_Mark]:
        """All marks of the sentence that begins there, up to ``end``; what was found before is kept."""
        known, upto = self._marks.get(begin, ([], begin))
        if upto < end:
            known = known + sorted(self._find(begin, upto, end))
            self._marks[begin] = known, end
        return known

    def _stranger(self, mention: Mention, begin: int) -> str:
        """In the victim's own words, somebody named without a role who begins a clause is the other side."""
        if not self.voice.own or mention.name == self.voice.speaker:
            return ""
        return OFFENDER if mention.start == begin or self._scene.text[mention.start - 1] in "，,：:；" else ""

    def _find(self, begin: int, start: int, end: int) -> Iterator[_Mark]:
        text, mentions = self._scene.text, self._scene.mentions
        for number in range(bisect_left(self._starts, start), len(mentions)):
            mention = mentions[number]
            if mention.start >= end:
                break
            side = self._names.get(mention.name) or (
                OTHER if mention.left.kind == "证人" else self._stranger(mention, begin)
            )
            if side and not (side == OFFENDER and _OBJECT.search(text, max(mention.start - 8, begin), mention.start)):
                yield _Mark(mention.start, mention.end, side, mention.name)
        for role in _ROLE.finditer(text, start, end):
            side = _SIDE_OF[role[0]]
            if side in ("i", "t") and not self.voice.own:
                continue
            if _NO_ROLE.match(text, role.start()) or (side in _NAMED_FROM and _is_object(text, begin, role.start())):
                continue
            yield _Mark(role.start(), role.end(), OFFENDER if side == "t" else side, None)


def _is_object(text: str, begin: int, at: int) -> bool:
    return _OBJECT.search(text, max(at - 2, begin), at) is not None
