"""Everything the pool knows of one person (一人一页): identity, lists, cases, papers, enforcement, relief by any organ.

This look-up is Guanyun's first model: a colleague names a person, the page answers. An organ that delivered no list has
not said no: its answer is 不明. Namesakes are listed apart and never mixed in.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import duckdb

from yingjiu.catalog.kind import Kinds
from yingjiu.leads.course import COLUMNS, course_of, course_rows
from yingjiu.leads.graded import Graded, Grades
from yingjiu.leads.lead import SEALED_CHARGES, Lead
from yingjiu.leads.sheets_grade import next_words
from yingjiu.leads.sheets_lead import age_on, payment_words
from yingjiu.leads.sheets_record import (
    RULE_WORDS,
    all_said,
    choose_quotes,
    money_words,
    places_of,
    quote_words,
    register_words,
    said,
)
from yingjiu.matching.people import Mention, Person, select_mentions, select_people
from yingjiu.values.idcard import read_id

ORGANS: Final = ("法院", "公安", "政法委")
RELIEF_KINDS: Final = ("司法救助案件", "其他机关司法救助", "已开展社会救助")
DATES: Final = ("受理日期", "信访日期", "判决日期", "立案日期", "结案日期", "决定日期", "发放日期", "救助日期")
NUMBERS: Final = ("受理号", "文书号", "判决案号", "原案案号", "执行依据", "执行案号", "恢复案号", "登记号", "救助案号")
QUOTES: Final = 8


@dataclass(frozen=True, slots=True)
class Candidates:
    """Who may be meant: people told apart by number or birth, and records that give a bare name."""

    people: tuple[Person, ...]
    loose: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the page: a table, or why it is empty."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    empty: str = "没有记录"


@dataclass(frozen=True, slots=True)
class Portrait:
    """One person with all their records; ``names`` are all names that stand in the same records and cases."""

    person: Person
    mentions: tuple[Mention, ...]
    leads: tuple[Lead, ...]
    namesakes: Candidates
    names: tuple[str, ...]
    organs: tuple[str, ...]
    has_own_relief: bool
    has_assistance: bool
    sealed: bool
    on: date
    graded: tuple[Graded, ...] = ()


def find_people(con: duckdb.DuckDBPyConnection, asked: str, leads: Sequence[Lead]) -> Candidates:
    """Who is meant by a name, an identity number or the number of a lead."""
    lead = next((one for one in leads if one.id == asked.lower()), None)
    if lead is not None:
        return Candidates((lead.person,), ())
    number = read_id(asked).value if any(c.isdigit() for c in asked) else None
    column, value = ("id_number", number) if number else ("name", "".join(asked.split()))
    return _candidates(con, column, str(value))


def _candidates(con: duckdb.DuckDBPyConnection, column: str, value: str) -> Candidates:
    rows = con.execute(
        "SELECT p.person, BOOL_OR(p.rule NOT IN ('只有姓名', '不止一人相符')) FROM persons AS p "
        f"JOIN people AS q ON q.mention = p.mention WHERE q.{column} = ? GROUP BY p.person ORDER BY p.person",
        [value],
    ).fetchall()
    people = select_people(con, [key for key, known in rows if known])
    bare = [key for key, known in rows if not known]
    loose = select_mentions(con, f"p.person IN ({', '.join(map(str, bare))})") if bare else {}
    ordered = sorted(people.values(), key=lambda p: (p.id_number is None, p.birth or "", p.key))
    return Candidates(tuple(ordered), tuple(sorted(loose.values(), key=lambda m: m.place)))


def draw_portrait(
    con: duckdb.DuckDBPyConnection, person: Person, leads: Sequence[Lead], on: date, grades: Grades | None = None
) -> Portrait:
    """Gather everything about one person, with the colours of open leads where they are given."""
    mentions = tuple(sorted(select_mentions(con, f"p.person = {person.key}").values(), key=lambda m: (m.kind, m.place)))
    same_name = _candidates(con, "name", person.name)
    namesakes = Candidates(tuple(p for p in same_name.people if p.key != person.key), same_name.loose)
    kinds = {row[0] for row in con.execute("SELECT DISTINCT kind FROM all_mentions").fetchall()}
    organs = con.execute(
        "SELECT DISTINCT json_extract_string(q.told, '$.救助机关[0]') FROM people AS q JOIN all_mentions AS m "
        "ON m.mention = q.mention WHERE m.kind = '其他机关司法救助'"
    ).fetchall()
    age = age_on(person.birth, on)
    charges = all_said(mentions, "罪名")
    victim = [m for m in mentions if m.role in {"被害人", "受害一方"}]
    sealed = (age is not None and age < 18) or any(
        s in c for m in victim for c in m.fields.get("罪名", charges) for s in SEALED_CHARGES
    )
    own = tuple(lead for lead in leads if lead.person.key == person.key)
    return Portrait(
        person=person,
        mentions=mentions,
        leads=own,
        namesakes=namesakes,
        names=_names_beside(con, person),
        organs=tuple(sorted(o for (o,) in organs if o)),
        has_own_relief="司法救助案件" in kinds,
        has_assistance="已开展社会救助" in kinds,
        sealed=sealed or any(lead.sealed for lead in own),
        on=on,
        graded=tuple(g for lead in own if grades and (g := grades.by_lead.get(lead.id))),
    )


def _names_beside(con: duckdb.DuckDBPyConnection, person: Person) -> tuple[str, ...]:
    rows = con.execute(
        "WITH own AS (SELECT record, case_id FROM mentions WHERE person = ?) "
        "SELECT DISTINCT q.name FROM mentions AS m JOIN people AS q ON q.mention = m.mention "
        "WHERE m.record IN (SELECT record FROM own) OR m.case_id IN (SELECT case_id FROM own)",
        [person.key],
    ).fetchall()
    names = [n for (n,) in rows if n and len(n) > 1]
    return tuple(dict.fromkeys((person.name, *person.other_names, *names)))


def portrait_sections(portrait: Portrait, kinds: Kinds) -> list[Section]:
    """The page as tables, in the order in which a prosecutor asks."""
    own = [m for m in portrait.mentions if kinds.kinds[m.kind].roles.get(m.role, False)]
    beside = [m for m in portrait.mentions if m not in own]
    registers = [m for m in own if kinds.kinds[m.kind].group]
    cases = [m for m in own if kinds.kinds[m.kind].sort != "名册" and m.kind not in {*RELIEF_KINDS, "执行案件"}]
    return [
        _lead_section(portrait.leads, portrait.graded),
        _register_section(registers),
        _case_section(cases),
        *_course_sections(portrait.mentions),
        _enforcement_section([m for m in portrait.mentions if m.kind == "执行案件"]),
        _relief_section(portrait),
        _quote_section(portrait.mentions),
        *_beside_section(beside),
        _namesake_section(portrait),
    ]


def _lead_section(leads: Sequence[Lead], graded: Sequence[Graded]) -> Section:
    known = {g.lead.id: g for g in graded}
    rows = [
        (
            lead.id,
            *_grade_cells(known.get(lead.id)),
            "待核查" if lead.status == "open" else f"已结束:{lead.reason}",
            "、".join(lead.models),
            next(iter((*lead.called, *lead.case_numbers)), ""),
            "、".join(lead.officers),
        )
        for lead in leads
    ]
    return Section(
        "线索",
        ("编号", "颜色(建议)", "下一步核实", "状态", "模型", "案号", "承办人"),
        tuple(rows),
        "不是任何模型的线索(为什么:yingjiu explain)",
    )


def _grade_cells(graded: Graded | None) -> tuple[str, str]:
    """Colour with why, and what to check next."""
    if graded is None:
        return "", ""
    maybe = "" if graded.sure else "(待核)"
    return f"{graded.grade.colour}{maybe}:{graded.grade.row.reason}", next_words(graded)


def _register_section(registers: Sequence[Mention]) -> Section:
    rows = [
        (register_words(m), "在册" if m.present else "历史", "、".join(places_of(m)), RULE_WORDS.get(m.rule, m.rule))
        for m in sorted(registers, key=lambda m: (not m.present, m.kind, m.since or ""))
    ]
    return Section(
        "名册", ("名册(起止)", "现在", "出处", "怎样认定是本人"), tuple(rows), "不在任何已交来的困难群体名册上"
    )


def _case_section(cases: Sequence[Mention]) -> Section:
    merged: dict[tuple[object, ...], list[Mention]] = {}
    for mention in cases:
        key = (mention.case_id, mention.kind) if mention.case_id is not None else (mention.key,)
        merged.setdefault(key, []).append(mention)
    rows = []
    for group in merged.values():
        roles = "、".join(dict.fromkeys(m.role for m in group))
        about = "、".join(all_said(group, "罪名", "案由", "案件类别", "信访类型", "伤情"))
        stands = [m for m in group if m.role in {"受害一方", "原告"}] or group
        paid = payment_words(stands).replace("\n", ";") if any(m.fields.get("目前赔偿") for m in stands) else ""
        numbers = all_said(group, *NUMBERS)
        where = list(dict.fromkeys(p for m in group for p in places_of(m)))
        rows.append((f"{group[0].kind}·{roles}", about, "\n".join(numbers[:4]), paid, "\n".join(where[:4])))
    return Section("案件", ("身份", "罪名/案由/类别", "案号", "赔偿", "出处"), tuple(rows))


def _course_sections(mentions: Sequence[Mention]) -> list[Section]:
    """The node line of each case in which the person is the hurt side."""
    by_case: dict[int, list[Mention]] = {}
    for mention in mentions:
        if mention.case_id is not None and mention.role not in {"犯罪嫌疑人", "被执行人", "被告"}:
            by_case.setdefault(mention.case_id, []).append(mention)
    sections = []
    for group in by_case.values():
        steps = course_of(group)
        if len(steps) > 1 or any(s.said for s in steps):
            number = next(iter(all_said(group, *NUMBERS)), "")
            sections.append(Section(f"案件经过 {number}".strip(), COLUMNS, tuple(course_rows(steps))))
    return sections


def _enforcement_section(records: Sequence[Mention]) -> Section:
    rows = []
    for m in records:
        target, collected = said(m, "申请标的额"), said(m, "已执行金额")
        sums = f"标的{money_words(target)}" if target else ""
        sums += f" 到位{money_words(collected)}" if collected else ""
        state = said(m, "结案方式") or "未写明"
        rows.append(
            (m.role, said(m, "执行案号"), said(m, "执行依据"), state, sums.strip(), "\n".join(places_of(m)[:2]))
        )
    return Section("执行", ("身份", "执行案号", "执行依据", "结案方式", "金额", "出处"), tuple(rows))


def _relief_section(portrait: Portrait) -> Section:
    rows: list[tuple[str, ...]] = []
    for kind in RELIEF_KINDS:
        rows += [_relief_row(m) for m in portrait.mentions if m.kind == kind]
    found = {m.kind for m in portrait.mentions}
    if "司法救助案件" not in found:
        rows.append(_silent("本院司法救助", portrait.has_own_relief))
    for organ in ORGANS:
        answered = any(organ in o for o in portrait.organs)
        if not any(organ in said(m, "救助机关") for m in portrait.mentions if m.kind == "其他机关司法救助"):
            rows.append(_silent(f"{organ}司法救助", answered))
    if "已开展社会救助" not in found:
        rows.append(_silent("社会救助", portrait.has_assistance))
    return Section("以前的救助", ("哪里", "结果", "日期", "金额", "原案案号", "出处"), tuple(rows))


def _relief_row(m: Mention) -> tuple[str, ...]:
    organ = said(m, "救助机关") or {"司法救助案件": "本院司法救助"}.get(m.kind, said(m, "救助类型") or m.kind)
    result = said(m, "办理状态") or "已救助"
    day = next((v for v in all_said([m], "发放日期", "决定日期", "救助日期", "受理日期")), "")
    amount = said(m, "救助金额")
    return organ, result, day, money_words(amount) if amount else "", said(m, "原案案号"), "\n".join(places_of(m)[:1])


def _silent(organ: str, answered: bool) -> tuple[str, ...]:  # noqa: FBT001 - two states of one answer
    result = "名单里没有此人" if answered else "不明:没有交来名单,不能当作没有救助过"
    return organ, result, "", "", "", ""


def _quote_section(mentions: Sequence[Mention]) -> Section:
    quotes = choose_quotes([m for m in mentions if m.role != "犯罪嫌疑人"], QUOTES)
    rows = [(quote_words(q, width=110),) for q in quotes]
    return Section("文书里的话", ("原文(出处)",), tuple(rows), "没有相关文书")


def _beside_section(beside: Sequence[Mention]) -> list[Section]:
    rows = [(f"{m.kind}·{m.role}", "\n".join(places_of(m)[:1])) for m in beside if m.kind != "执行案件"]
    return [Section("出现在别人的记录里", ("身份", "出处"), tuple(dict.fromkeys(rows)))] if rows else []


def _namesake_section(portrait: Portrait) -> Section:
    rows = [
        (p.name, p.sex or "", p.birth or "", p.id_number or "无", p.township or "", "另一个人")
        for p in portrait.namesakes.people
    ]
    rows += [
        (m.name, "", "", "", "", f"不能确认是谁:{m.kind}·{m.role} {places_of(m)[0]}")
        for m in portrait.namesakes.loose
        if m.person != portrait.person.key and places_of(m)
    ]
    columns = ("姓名", "性别", "出生", "证件号码", "乡镇", "说明")
    return Section("同名的人(没有混在上面)", columns, tuple(rows[:12]), "没有同名的人")


def person_lines(person: Person, on: date) -> list[tuple[str, str]]:
    """Identity as title and value."""
    age = age_on(person.birth, on)
    return [
        ("姓名", person.name + (f"(又写作 {'、'.join(person.other_names)})" if person.other_names else "")),
        ("性别", person.sex or "不明"),
        ("出生", (person.birth or "不明") + (f"({age}岁)" if age is not None else "")),
        ("证件号码", person.id_number or "没有"),
        ("乡镇", person.township or "不明"),
        ("住址", person.address or "不明"),
        ("电话", person.phone or "没有"),
    ]


def mask_sections(sections: Iterable[Section], names: Sequence[str]) -> list[Section]:
    """The same tables with names and numbers masked."""
    from yingjiu.values.masking import mask_text

    hidden = tuple(names)
    return [
        Section(s.title, s.columns, tuple(tuple(mask_text(c, hidden) for c in row) for row in s.rows), s.empty)
        for s in sections
    ]
