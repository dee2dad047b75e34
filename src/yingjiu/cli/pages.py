"""``yingjiu pages``: pages to print of the first leads, two a person (线索核查单, 精准画像), and a list that leads to them."""

from __future__ import annotations

import getpass
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from rich.markup import escape

from yingjiu.cli.failures import stop, told_in_chinese
from yingjiu.cli.lookup import ask_purpose, open_county_for
from yingjiu.cli.terminal import open_console, read_on

if TYPE_CHECKING:
    from yingjiu.catalog.measure import Measures
    from yingjiu.leads.graded import Graded
    from yingjiu.leads.journal import Look
    from yingjiu.leads.portrait import Profile
    from yingjiu.run import County

LIST: Final = "目录.html"


def write_pages(
    out: Path,
    folder: Path,
    *,
    first: int,
    pool: Path | None,
    office: Path | None,
    purpose: str | None,
    reveal: bool,
    on: str | None,
) -> None:
    """Write the pages of the first leads, the most urgent first; every one is noted in the journal as a look."""
    from yingjiu.catalog.measure import load_measures
    from yingjiu.cli.offices import open_office
    from yingjiu.leads.journal import Look
    from yingjiu.leads.outputs import make_private
    from yingjiu.leads.portrait_page import hider

    why = ask_purpose(purpose)
    day = read_on(on)
    console = open_console()
    with told_in_chinese():
        county, unit = open_county_for(out, pool, office, day)
        chosen = county.grades.ranked()[: max(first, 0)]
        if not chosen:
            raise stop("没有待核查的线索")
        shown = "+".join(["明文" if reveal else "打码", "打印"])
        look = Look(datetime.now().astimezone(), unit, getpass.getuser(), why, shown)
        make_private(folder)
        measures = load_measures(open_office(office).catalog)
        sheets = [_draw(one, county, measures, day) for one in chosen]
        names = tuple({name for sheet in sheets for name in sheet.names})
        _note(out, look, chosen, names)
        printed = printed_by(look, hider(names, reveal=reveal))
        rows = [
            _write_one(folder, number, one, sheet, look.unit, printed, day, reveal=reveal)
            for number, (one, sheet) in enumerate(zip(chosen, sheets, strict=True), 1)
        ]
        _write_list(folder, rows, printed, look.unit, day)
    hidden = "没有打码,用后收好" if reveal else "已打码"
    console.print(
        f"写出 {len(chosen)} 条线索的核查单和画像({hidden}),从 {escape(str(folder / LIST))} 打开", soft_wrap=True
    )


def _note(out: Path, look: Look, chosen: Sequence[Graded], names: Sequence[str]) -> None:
    """Note every person in the journal, before anything is written."""
    from yingjiu.leads.journal import NAME, note_look, person_token
    from yingjiu.pool.key import load_key

    key = load_key(create=False)
    for one in chosen:
        note_look(out / NAME, look, person_token(key, one.lead.person), names)


def _draw(one: Graded, county: County, measures: Measures, day: date) -> Profile:
    """The portrait of one lead."""
    from yingjiu.leads.look import draw_portrait
    from yingjiu.leads.portrait import draw_profile

    portrait = draw_portrait(county.con, one.lead.person, county.leads, day)
    return draw_profile(county.con, portrait, county.kinds, one, county.delivered.papers, measures)


def _write_one(
    folder: Path, number: int, one: Graded, sheet: Profile, unit: str, printed: str, day: date, *, reveal: bool
) -> tuple[str, ...]:
    """Both pages of one lead; gives the row of the list: number, colour, name, sentence, files."""
    from yingjiu.catalog.rulebook import rulebook_on
    from yingjiu.leads.lead_page import lead_article
    from yingjiu.leads.outputs import write_private
    from yingjiu.leads.page import write_document
    from yingjiu.leads.portrait_page import hider, portrait_article
    from yingjiu.leads.reasons import give_reasons, rulebook_day

    hide = hider(sheet.names, reveal=reveal)
    reasons = give_reasons(one, rulebook_on(rulebook_day(one, day)), hide)
    lead = lead_article(sheet, one, reasons, office=unit, printed=printed, reveal=reveal)
    person = portrait_article(sheet, office=unit, printed=printed, reveal=reveal)
    names = f"{number:03d}-线索-{one.lead.id}.html", f"{number:03d}-画像-{one.lead.id}.html"
    write_private(folder / names[0], write_document(f"线索核查单 {one.lead.id}", [lead]))
    write_private(folder / names[1], write_document(f"精准画像 {one.lead.id}", [person]))
    return (str(number), one.grade.colour, hide(sheet.person.name), hide(sheet.sentence), *names)


def printed_by(look: Look, hide: Callable[[str], str] = str) -> str:
    """Who printed a page, when, and what for; ``hide`` masks names in the purpose."""
    return f"内部资料 · {look.user} {look.at:%Y-%m-%d %H:%M} · {hide(look.purpose)}"


def _write_list(folder: Path, rows: Sequence[tuple[str, ...]], printed: str, unit: str, day: date) -> None:
    from yingjiu.leads.outputs import write_private
    from yingjiu.leads.page import chip, foot, shown, write_document

    lines = "".join(
        f'<tr><td class="n">{number}</td><td class="w">{chip(colour)}</td><td class="w">{shown(name)}</td>'
        f'<td>{shown(sentence)}</td><td class="w"><a href="{lead}">核查单</a> · <a href="{person}">画像</a></td></tr>'
        for number, colour, name, sentence, lead, person in rows
    )
    body = (
        f'<header class="top"><h1>线索目录</h1><span>按颜色和紧迫程度排,先看前面的</span><span class="sp"></span>'
        f'<span class="q nw">{shown(" · ".join(filter(None, (unit, day.isoformat()))))}</span></header>'
        f'<table><thead><tr><th class="n"></th><th>级别</th><th>姓名</th><th>情况</th><th>打开</th></tr></thead>'
        f'<tbody>{lines}</tbody></table><p class="sp"></p>{foot(printed)}'
    )
    write_private(folder / LIST, write_document("线索目录", [body.replace("程度排,先", "程度排，先")]))
