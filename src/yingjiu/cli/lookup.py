"""``yingjiu look``: one person's page, after the purpose is given and noted in the journal."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import typer
from rich.console import Console
from rich.markup import escape

from yingjiu.cli.failures import FAILED, USAGE, say, stop, told_in_chinese
from yingjiu.cli.groups import case_number, look_case
from yingjiu.cli.terminal import open_console, open_table, read_on
from yingjiu.values.masking import mask_address, mask_id, mask_name, mask_text

if TYPE_CHECKING:
    from yingjiu.leads.journal import Look
    from yingjiu.leads.look import Candidates, Portrait, Section
    from yingjiu.leads.portrait import Profile
    from yingjiu.matching.people import Person
    from yingjiu.run import County


def look_up(
    who: str,
    *,
    out: Path | None,
    pool: Path | None,
    office: Path | None,
    purpose: str | None,
    html: Path | None,
    reveal: bool,
    on: str | None,
) -> None:
    """Ask why, note it, show the page; with ``html`` write it to print too."""
    from yingjiu.leads.journal import NAME, Look, note_look, person_token
    from yingjiu.leads.look import draw_portrait
    from yingjiu.pool.key import load_key

    if out is None and pool is None:
        raise stop("请写 --out 结果文件夹,或 --pool 数据池", USAGE)
    why = ask_purpose(purpose)
    day = read_on(on)
    console = open_console()
    with told_in_chinese():
        county, unit = open_county_for(out or Path(str(pool)).parent, pool, office, day)
        look = Look(datetime.now().astimezone(), unit, getpass.getuser(), why, _shown_how(html, reveal=reveal))
        journal = (out or Path(str(pool))) / NAME
        number = case_number(who)
        if number is not None:
            note_look(journal, look, person_token(load_key(create=False), number), ())
            look_case(console, county, number, look, day, html=html, reveal=reveal)
            return
        person = choose_person(console, county, who, reveal=reveal)
        token = person_token(load_key(create=False), person or who)
        portrait = draw_portrait(county.con, person, county.leads, day, county.grades) if person else None
        note_look(journal, look, token, portrait.names if portrait else (who,))
        if portrait is None:
            raise typer.Exit(FAILED)
        sheet = draw_sheet(portrait, county, office)
        show_portrait(console, portrait, county, sheet, reveal=reveal)
        if html is not None:
            write_page(html, portrait, county, sheet, look, reveal=reveal)
            console.print(f"打印页  {escape(str(html))}(A4,含个人信息)", soft_wrap=True)


def _shown_how(html: Path | None, *, reveal: bool) -> str:
    """How it was shown, for the journal."""
    return "+".join(["明文" if reveal else "打码", *(["打印"] if html else [])])


def ask_purpose(given: str | None) -> str:
    """Why somebody looks; asked on a terminal, refused elsewhere."""
    purpose = (given or "").strip()
    if not purpose and given is None and sys.stdin.isatty():
        purpose = str(typer.prompt("查询事由(会记入查询日志)")).strip()
    if not purpose:
        raise stop("查询个人信息要写明事由:加 --purpose 事由,例如 --purpose 信访接待", USAGE)
    return purpose


def open_county_for(out: Path, pool: Path | None, office: Path | None, on: date) -> tuple[County, str]:
    """The county as the last run left it, and the unit's name."""
    from yingjiu.cli.offices import open_office
    from yingjiu.office import read_settings
    from yingjiu.run import reopen

    with open_console(stderr=True).status("正在打开数据池…"):
        county = reopen(out, pool=pool, on=on, office=open_office(office))
    return county, read_settings(office).name if office else ""


def choose_person(console: Console, county: County, who: str, *, reveal: bool) -> Person | None:
    """The one who is meant; chosen from a list where several bear the name, None when nobody is found."""
    from yingjiu.leads.look import find_people

    found = find_people(county.con, who, county.leads)
    if len(found.people) == 1:
        return found.people[0]
    if not found.people:
        _tell_nobody(console, found, who, reveal=reveal)
        return None
    table = open_table("", "姓名", "性别", "出生", "证件号码", "乡镇", title=f"同名 {len(found.people)} 人,请选一个")
    for number, one in enumerate(found.people, 1):
        name, card = (one.name, one.id_number) if reveal else (mask_name(one.name), mask_id(one.id_number))
        birth = (one.birth or "") if reveal else (one.birth or "")[:4]
        table.add_row(str(number), escape(name), one.sex, birth, card or "无", one.township or "")
    console.print(table)
    if not sys.stdin.isatty():
        raise stop("请改用证件号码或线索编号再查一次(每次查询都要记录,不一并显示)")
    number = int(typer.prompt("第几个", type=int))
    if not 1 <= number <= len(found.people):
        raise stop("没有这一个", USAGE)
    return found.people[number - 1]


def _tell_nobody(console: Console, found: Candidates, who: str, *, reveal: bool) -> None:
    from yingjiu.leads.sheets_record import places_of
    from yingjiu.values.idcard import read_id

    problem = read_id(who).problem if any(c.isdigit() for c in who) else None
    shown = who if reveal else mask_text(who, (who,))
    say(f"数据池里没有能确认的“{shown}”。" + (f"{problem}。" if problem else ""))
    if not found.loose:
        return
    say("只有姓名相同、不能确认是不是同一人的记录:")
    for mention in found.loose[:20]:
        where = "、".join(places_of(mention)) or mention.kind
        console.print(f"  {mention.kind}·{mention.role}  {escape(where if reveal else mask_text(where, (who,)))}")


def identity_lines(portrait: Portrait, *, hide: bool) -> list[tuple[str, str]]:
    """Identity, masked where asked."""
    from yingjiu.leads.look import person_lines

    lines = person_lines(portrait.person, portrait.on)
    if not hide:
        return lines
    masks: dict[str, Callable[[str], str]] = {
        "姓名": lambda v: mask_text(v, portrait.names),
        "出生": lambda v: v[:4] + v[v.find("(") :] if "(" in v else v[:4],
        "证件号码": lambda v: v if v == "没有" else mask_id(v),
        "住址": lambda v: v if v == "不明" else mask_address(v),
        "电话": lambda v: v if v == "没有" else mask_id(v),
    }
    return [(k, masks[k](v) if k in masks else v) for k, v in lines]


def _sections(portrait: Portrait, county: County, *, hide: bool) -> list[Section]:
    from yingjiu.leads.look import mask_sections, portrait_sections

    sections = portrait_sections(portrait, county.kinds)
    return mask_sections(sections, portrait.names) if hide else sections


def draw_sheet(portrait: Portrait, county: County, office: Path | None) -> Profile:
    """The portrait's sheet, with the most urgent open lead and the advice of the office's own file."""
    from yingjiu.catalog.measure import load_measures
    from yingjiu.cli.offices import open_office
    from yingjiu.leads.portrait import draw_profile

    measures = load_measures(open_office(office).catalog)
    graded = min(portrait.graded, key=lambda g: g.place(), default=None)
    return draw_profile(county.con, portrait, county.kinds, graded, county.delivered.papers, measures)


def show_portrait(console: Console, portrait: Portrait, county: County, sheet: Profile, *, reveal: bool) -> None:
    """Print the page in the terminal."""
    console.rule("[bold]一人一页[/]", align="left")
    identity = identity_lines(portrait, hide=not reveal)
    console.print("  ".join(f"{k} [bold]{escape(v)}[/]" for k, v in identity))
    show_sheet(console, sheet, county, reveal=reveal)
    if portrait.sealed:
        console.print("未成年人或性侵害案件被害人:身份信息严格保密。", style="red")
    for section in _sections(portrait, county, hide=not reveal):
        if not section.rows:
            console.print(f"[bold]{section.title}[/]  {escape(section.empty)}")
            continue
        table = open_table(*section.columns, title=section.title)
        for row in section.rows:
            table.add_row(*(escape(c) for c in row))
        console.print(table)


def show_sheet(console: Console, sheet: Profile, county: County, *, reveal: bool) -> None:
    """What the sheet adds: tags, one sentence, advice and needs, the other victims of the case."""
    from yingjiu.leads.group import FEWEST, find_groups
    from yingjiu.leads.portrait_page import hider

    hide = hider(sheet.names, reveal=reveal)
    told = [("", "、".join(sheet.tags)), ("", hide(sheet.sentence))]
    if sheet.advice is not None:
        told.append(("建议", f"{sheet.advice.way}:{sheet.advice.reason}({sheet.advice.stage_words})"))
        told += [("如果", f"查明“{'、'.join(facts)}”后,可能改为{way}") for way, facts in sheet.advice.instead]
        told += [("需要", f"{m.need.name}:{m.words}({m.departments})") for m in sheet.advice.needs if m.sure]
    cases = [sheet.case_id] if sheet.case_id is not None else []
    for group in find_groups(county.con, county.kinds, county.grades.by_lead.values(), sheet.on, cases=cases):
        if len(group.victims) >= FEWEST:
            told.append(("同案", f"{group.words};看全部:yingjiu look {next(iter(group.numbers), '')}"))
    for title, words in told:
        if words:
            console.print(f"[dim]{title}[/]  {escape(words)}" if title else escape(words), soft_wrap=True)


def write_page(path: Path, portrait: Portrait, county: County, sheet: Profile, look: Look, *, reveal: bool) -> None:
    """Write the portrait to print, then all records on further sheets; masked unless asked."""
    from yingjiu.cli.pages import printed_by
    from yingjiu.leads.outputs import write_private
    from yingjiu.leads.page import write_document
    from yingjiu.leads.portrait_page import hider, portrait_article, records_article

    printed = printed_by(look, hider(sheet.names, reveal=reveal))
    first = portrait_article(sheet, office=look.unit, printed=printed, reveal=reveal)
    identity = identity_lines(portrait, hide=not reveal)
    rest = records_article(identity, _sections(portrait, county, hide=not reveal), printed=printed)
    write_private(path, write_document("精准画像", [first, rest]))
