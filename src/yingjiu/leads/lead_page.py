"""One lead on paper (线索核查单): what to ask first, why this colour, conditions met or not, the sentences, room to write.

A number in brackets is one and the same ground wherever it stands: beside a condition, and in the list of grounds with the
sentence and the place where to find it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from yingjiu.leads.graded import Graded
from yingjiu.leads.page import chip, foot, heading, notes, shown, table
from yingjiu.leads.portrait import Profile
from yingjiu.leads.portrait_page import SEAL, hider, short
from yingjiu.leads.reasons import NO, UNKNOWN, YES, Line, Part, Reasons
from yingjiu.leads.sheets_grade import change_words, next_words
from yingjiu.leads.sheets_lead import event_mentions, ordered_numbers
from yingjiu.leads.sheets_record import FACT_WORDS, Quote, choose_quotes, place_words
from yingjiu.values.masking import mask_id

MARKS: Final = {YES: ("yes", "✓"), NO: ("no", "✗"), UNKNOWN: ("ask", "？"), "": ("", "")}
QUOTES: Final = 6
WIDTH: Final = 120
GROUND: Final = 96

Hide = Callable[[str], str]


@dataclass(slots=True)
class _Grounds:
    """Grounds by number (from 1), in the order in which they are first cited."""

    known: tuple[tuple[str, str, str], ...]
    cited: dict[str, tuple[str, str]] = field(default_factory=dict)

    def numbers(self, rests: str) -> str:
        """The numbers of the grounds in a text; what is no known ground becomes one."""
        if not rests:
            return ""
        found, left = [], rests
        for said, words, place in sorted(self.known, key=lambda k: -len(k[0])):
            if said and said in left:
                found.append((said, words, place))
                left = left.replace(said, "")
        found = found or [(rests, rests, "")]
        for said, words, place in found:
            self.cited.setdefault(said, (words, place))
        order = list(self.cited)
        return "".join(f"[{n}]" for n in sorted(order.index(said) + 1 for said, _, _ in found))


def lead_article(
    sheet: Profile, graded: Graded, reasons: Reasons, *, office: str, printed: str, reveal: bool = False
) -> str:
    """The lead as the body of a page.

    Args:
        sheet: the person's portrait.
        graded: the lead with its colour.
        reasons: why, already masked as asked.
        office: name of the office.
        printed: who printed it and when.
        reveal: show names and numbers in full.
    """
    hide = hider(sheet.names, reveal=reveal)
    bases = graded.situation.bases.values()
    known = tuple((hide(f"{b.words}({b.place})" if b.place else b.words), hide(b.words), hide(b.place)) for b in bases)
    grounds = _Grounds(known)
    parts = [_part(p, grounds) for p in reasons.parts]
    body = [
        _top(sheet, graded, hide, office, reveal=reveal),
        SEAL if sheet.sealed else "",
        _first(graded),
        *parts,
        _advice(sheet),
        _grounds(grounds),
        _quotes(choose_quotes(event_mentions(graded.lead), QUOTES), hide),
        _remarks(graded, hide),
        notes(),
        foot(printed),
    ]
    return "".join(body)


def _top(sheet: Profile, graded: Graded, hide: Hide, office: str, *, reveal: bool) -> str:
    person, lead = sheet.person, graded.lead
    number = (person.id_number if reveal else mask_id(person.id_number)) or "没有证件号码"
    numbers = "、".join(ordered_numbers(lead)[:3])
    told = " · ".join(
        filter(None, (lead.stream, numbers, "、".join(lead.officers) and f"承办 {'、'.join(lead.officers)}"))
    )
    sure = "" if graded.sure else f'<span class="q">有不明的事按可能成立算,查清后最轻 {graded.grade.sure}色</span>'
    changed = change_words(graded)
    return (
        f'<header class="top"><h1>{shown(hide(person.name))}</h1>{chip(graded.grade.colour)}'
        f'<span class="nw">{shown(number)}</span><span class="sp"></span>'
        f'<span class="q nw">{shown(" · ".join(filter(None, (office, sheet.on.isoformat()))))}</span></header>'
        f'<div class="row"><span>{shown(hide(told))}</span><span class="sp"></span><span class="q">线索 {lead.id}</span></div>'
        f'<div class="row"><span>{shown(hide(sheet.sentence))}</span></div>'
        f'<div class="row">{sure.replace(",", "，")}<span class="q">{shown(changed)}</span></div>'
    )


def _first(graded: Graded) -> str:
    """The one fact to check, above everything."""
    asked = graded.question
    if asked is not None:
        flips = graded.grade.colour
        return (
            (
                f'<div class="box"><p class="q">先核实这一件(答案会改变“{flips}色”)</p>'
                f'<p class="big">{shown(asked.question)}？</p><p class="q">办法:{shown(asked.how)}</p></div>'
            )
            .replace("(答案", "（答案")
            .replace("”)", "”）")
            .replace("办法:", "办法：")
        )
    words = next_words(graded) or "没有待核的事会改变颜色,核实身份和家庭情况即可"
    return f'<div class="box"><p class="q">先核实</p><p>{shown(words)}</p></div>'


def _part(part: Part, grounds: _Grounds) -> str:
    """A part of the reasons: mark, words, numbers of the grounds."""
    rows = "".join(_line(line, grounds) for line in part.lines)
    return f"{heading(part.title)}<table><tbody>{rows}</tbody></table>"


def _line(line: Line, grounds: _Grounds) -> str:
    name, mark = MARKS.get(line.mark, ("", ""))
    inner = line.words.startswith("  ")
    words = shown(short(line.words.strip().replace("  ", " · "), WIDTH))
    return (
        f'<tr><td class="m {name}">{mark}</td><td class="{"in" if inner else ""}">{words}</td>'
        f'<td class="num n">{grounds.numbers(line.rests)}</td></tr>'
    )


def _advice(sheet: Profile) -> str:
    advice = sheet.advice
    if advice is None:
        return ""
    rows = [("方式", f"{advice.way}。{advice.reason}")]
    rows.append(("环节", "。".join(filter(None, (advice.stage_words, advice.point_words)))))
    if advice.besides:
        rows.append(("同时", advice.besides))
    rows += [("如果", f"查明“{'、'.join(facts)}”后,可能改为{way}") for way, facts in advice.instead]
    rows += [(m.need.name, f"{m.words}({m.departments})") for m in advice.needs if m.sure]
    open_ = [m.need.name for m in advice.needs if not m.sure]
    if open_:
        rows.append(("顺带问", f"是否还需要:{'、'.join(open_)}"))
    return heading("建议(由检察官决定)") + table((), rows, ("k", ""))


def _grounds(grounds: _Grounds) -> str:
    rows = [
        (f"[{n}]", short(words, GROUND), place_words(place).rpartition("/")[2] if place else "")
        for n, (words, place) in enumerate(grounds.cited.values(), 1)
    ]
    return heading("依据", "上面方括号里的数字就是这里的条目") + table((), rows, ("num", "", "q"), empty="没有记录可引")


def _quotes(quotes: Sequence[Quote], hide: Hide) -> str:
    rows = [
        (
            "、".join(dict.fromkeys(FACT_WORDS.get(f, f) for f in q.fact.split("+"))),
            f"“{short(hide(''.join(q.text.split())), WIDTH)}”",
            hide(f"{q.source} {place_words(q.place, q.cited).rpartition('/')[2]}"),
        )
        for q in quotes
    ]
    return heading("文书原话", "新的在前") + table((), rows, ("k", "", "q"), empty="没有文书,只有名册和台账")


def _remarks(graded: Graded, hide: Hide) -> str:
    if not graded.lead.remarks:
        return ""
    return heading("提示") + table((), [(hide(r),) for r in graded.lead.remarks])
