"""The portrait as one A4 sheet (画像页): masked by default, the timeline in the middle, lines to write on down to the foot."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from yingjiu.leads.look import Section
from yingjiu.leads.measures import Matched
from yingjiu.leads.page import chip, figure, foot, heading, notes, shown, table, tags
from yingjiu.leads.payments import COLUMNS, Payment
from yingjiu.leads.portrait import Profile
from yingjiu.leads.sheets_lead import age_on
from yingjiu.leads.sheets_table import text_width
from yingjiu.leads.timeline import draw_timeline, timeline_height
from yingjiu.values.masking import mask_address, mask_id, mask_text

KIN: Final = ("姓名", "关系", "年龄", "状况", "出处")
MOST_BARS: Final = 6
ROOM: Final = 985
"""Height of a sheet between its margins in px, with some to spare."""
FIXED: Final = 76 + 6 * 32 + 24 + 80
"""Of that, the head, six titles, the foot, and the least lines to write on."""
ROW: Final = 23
WRAPPED: Final = 18
MONEY: Final = (10, 18, 20, 14, 22)
"""Characters of a line of the money table, each column."""
WIDTHS: Final = (25, 10, 12)
"""Characters of a line: measures, grounds, departments."""
QUOTE: Final = 44
SEAL: Final = '<p class="seal">未成年人或性侵害案件被害人：身份信息严格保密。</p>'

Hide = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class _Rows:
    """How many rows each table may have so that all of it stands on one sheet."""

    kin: int = 6
    harm: int = 6
    money: int = 8
    needs: int = 8

    @classmethod
    def fit(cls, sheet: Profile) -> _Rows:
        """Cut what tells least, a row at a time, until the sheet holds."""
        rows = cls()
        for name, least in (
            ("needs", 5),
            ("money", 6),
            ("kin", 4),
            ("needs", 3),
            ("harm", 3),
            ("money", 5),
            ("kin", 2),
            ("needs", 2),
        ):
            while rows.height(sheet) > ROOM and getattr(rows, name) > least:
                rows = replace(rows, **{name: getattr(rows, name) - 1})
        return rows

    def height(self, sheet: Profile) -> int:
        """About how high the sheet is."""
        kin = min(len(sheet.kin), self.kin)
        money = min(len(sheet.payments) + len(sheet.reliefs), self.money)
        needs = _sure(sheet)[: self.needs]
        wraps = sum(
            max(_lines(m.words, 0), _lines("、".join(m.because), 1), _lines(m.departments, 2)) - 1 for m in needs
        )
        words = WRAPPED * (1 + text_width(sheet.sentence) // 112)
        seal = WRAPPED + 4 if sheet.sealed else 0
        drawn = timeline_height(sheet.bars[:MOST_BARS], sheet.marks, event=sheet.timed, on=sheet.on)
        tables = (kin + 1) + min(len(sheet.harm), self.harm) + (money + 1) + len(needs)
        return FIXED + words + seal + drawn + ROW * tables + WRAPPED * wraps


def _lines(text: str, column: int) -> int:
    return -(-text_width(text) // (2 * WIDTHS[column])) or 1


def _sure(sheet: Profile) -> list[Matched]:
    return [m for m in sheet.advice.needs if m.sure] if sheet.advice else []


def portrait_article(sheet: Profile, *, office: str, printed: str, reveal: bool = False) -> str:
    """The sheet as the body of a page.

    Args:
        sheet: what to show.
        office: name of the office.
        printed: who printed it and when.
        reveal: show names and numbers in full; a sealed person's papers still mask everyone else.
    """
    hide = hider(sheet.names, reveal=reveal)
    rows = _Rows.fit(sheet)
    parts = [
        _top(sheet, hide, office, reveal=reveal),
        SEAL if sheet.sealed else "",
        f"{heading('一句话')}<p>{shown(hide(sheet.sentence))}</p>",
        _family(sheet, hide, rows.kin),
        _timeline(sheet),
        _harm(sheet, hide, rows.harm),
        _money(sheet, hide, rows.money),
        _needs(sheet, rows.needs),
        notes(),
        foot(printed),
    ]
    return "".join(parts)


def records_article(identity: Sequence[tuple[str, str]], sections: Sequence[Section], *, printed: str) -> str:
    """Every record of the person, table after table, as the look-up shows them; masked by whoever gives them."""
    told = "".join(f'<span><span class="q">{shown(k)}</span> {shown(v)}</span>' for k, v in identity)
    parts = [heading(s.title) + table(s.columns, s.rows, empty=s.empty) for s in sections]
    head = f'<header class="top"><h1>全部记录</h1></header><div class="row">{told}</div>'
    return f'{head}{"".join(parts)}<p class="sp"></p>{foot(printed)}'


def hider(names: Sequence[str], *, reveal: bool) -> Hide:
    """How texts are shown: as they are, or with these names and every long number masked."""
    return (lambda text: text) if reveal else (lambda text: mask_text(text, tuple(names)))


def _top(sheet: Profile, hide: Hide, office: str, *, reveal: bool) -> str:
    person = sheet.person
    age = age_on(person.birth, sheet.on)
    number = person.id_number if reveal else mask_id(person.id_number)
    told = " · ".join(filter(None, (person.sex, f"{age} 岁" if age is not None else "", number or "没有证件号码")))
    address = (person.address if reveal else mask_address(person.address or "")) or person.township or "住址不明"
    phone = (person.phone if reveal else mask_id(person.phone)) or "没有电话"
    suggested = f"建议:{sheet.advice.way}({sheet.advice.stage_words})" if sheet.advice else "不是待核查的线索"
    return (
        f'<header class="top"><h1>{shown(hide(person.name))}</h1>{chip(sheet.colour)}'
        f'<span class="nw">{shown(told)}</span><span class="sp"></span>'
        f'<span class="q nw">{shown(" · ".join(filter(None, (office, sheet.on.isoformat()))))}</span></header>'
        f'<div class="row">{tags(sheet.tags)}<span class="q">{shown(suggested)}</span></div>'
        f'<div class="row"><span class="q">{shown(address)} · {shown(phone)}</span></div>'
    )


def _family(sheet: Profile, hide: Hide, most: int) -> str:
    near = sheet.kin[:most]
    rest = len(sheet.kin) - len(near)
    rows = [(hide(k.name), hide(k.relation), k.age, short(k.state, 16), short(hide(k.place), 26)) for k in near]
    note = f"另有 {rest} 人见名册" if rest else "名册同户的人和文书写明的近亲属"
    empty = "名册和文书里没有写到家里人,走访时问清"
    return heading("人与家庭", note) + table(KIN, rows, ("w", "w", "n", "w", "q w"), empty=empty)


def _timeline(sheet: Profile) -> str:
    note = "名册入册时间与案发时间相比,看困难是不是这个案子造成的"
    if sheet.event is None:
        note = "案发日期不明,名册与案件的先后待查"
    elif not sheet.event.exact:
        note = f"案发日期:{sheet.event.words}"
    svg = draw_timeline(sheet.bars[:MOST_BARS], sheet.marks, event=sheet.timed, on=sheet.on)
    return heading("时间线", note) + figure(svg, "不在任何名册上,案件经过也没有写明日期")


def _harm(sheet: Profile, hide: Hide, most: int) -> str:
    rows = [(name, value, hide(short(words, QUOTE))) for name, value, words in sheet.harm[:most]]
    return heading("案件与损害", hide(sheet.case)) + table((), rows, ("k", "w", "q"), empty="文书没有写明损害")


def _money(sheet: Profile, hide: Hide, most: int) -> str:
    """Payments and relief oldest first; what has no day, and organs that have not answered, at the end."""
    dated = sorted((p for p in (*sheet.payments, *sheet.reliefs) if p.day), key=lambda p: p.day)
    rest = [p for p in (*sheet.payments, *sheet.reliefs) if not p.day]
    chosen = [*dated[-max(most - len(rest), 3) :], *rest][:most]
    left = len(dated) + len(rest) - len(chosen)
    note = f"另有 {left} 条见全部记录" if left else ""
    rows = [_cells(p, hide) for p in chosen]
    return heading("赔偿与救助", note) + table(COLUMNS, rows, ("w", "w", "w", "n", "q w"), empty="没有记录")


def _cells(payment: Payment, hide: Hide) -> tuple[str, ...]:
    return tuple(short(hide(cell), most) for cell, most in zip(payment.row, MONEY, strict=True))


def _needs(sheet: Profile, most: int) -> str:
    if sheet.advice is None:
        return heading("需要与措施") + '<p class="q">不是待核查的线索,没有建议</p>'
    sure = _sure(sheet)[:most]
    rows = [(m.need.name, m.words, "、".join(m.because), m.departments) for m in sure]
    note = ";".join(filter(None, (sheet.advice.point_words, sheet.advice.besides)))
    empty = "没有看出需要别的部门帮助的地方,走访时问清"
    return heading("需要与措施", note) + table((), rows, ("k", "half", "fifth q", "q"), empty=empty)


def short(text: str, most: int) -> str:
    """A text cut at its end; a citation in brackets at the end is kept."""
    if len(text) <= most:
        return text
    body, bracket, cite = text.rpartition(" (")
    if bracket and len(cite) < most // 2 and body:
        room = most - len(cite) - 3
        return f"{body[:room]}… ({cite}" if len(body) > room else text
    return text[: most - 1] + "…"
