"""Sheets of those who are no leads (另列的人): told hardship without standing on a list, and relief to be passed on.

People in no register are never mixed with hits (不入线索): a person has to judge whether the hardship told is true.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

import duckdb

from yingjiu.catalog.kind import Kinds
from yingjiu.leads.found import Found
from yingjiu.leads.lead import SEALED_CHARGES, Lead
from yingjiu.leads.sheets_lead import LeadTeller, age_on, injury_of, payment_words
from yingjiu.leads.sheets_record import all_said, choose_quotes, place_words, places_of, quote_words, said
from yingjiu.leads.sheets_table import PERSON_COLUMNS, Book, Column, Print
from yingjiu.matching.people import Mention, Person, select_mentions, select_people
from yingjiu.pool.engine import in_list
from yingjiu.values.masking import mask_id, mask_name, mask_text

UNLISTED_NAME: Final = "未在册但文书载明困难"
UNLISTED: Final = (
    *PERSON_COLUMNS,
    Column("乡镇", 10, middle=True),
    Column("罪名", 13),
    Column("案号", 26),
    Column("文书", 36),
    Column("伤情", 9, middle=True),
    Column("赔偿", 18),
    Column("证据句", 76),
    Column("提示/待核", 26),
)
SOCIAL: Final = (
    *PERSON_COLUMNS,
    Column("户籍", 8, middle=True),
    Column("去向", 24),
    Column("户籍地", 26),
    Column("原案案号", 26),
    Column("救助案号", 26),
    Column("救助情况", 22),
    Column("承办人", 8, middle=True),
    Column("核查要点", 22),
    Column("提示/待核", 26),
)
NEAR: Final = (
    Column("模型", 12, middle=True),
    Column("姓名", 9, middle=True),
    Column("证件号码", 21, middle=True),
    Column("没有通过的一步", 28),
    Column("差在哪一项", 50),
    Column("看了哪些记录", 60),
)
NEAR_MOST: Final = 2000
WAY: Final = {
    "本地": "转本地民政等部门",
    "外地": "转户籍地检察机关、民政部门",
    "": "户籍地不明,先核实",
}


def add_unlisted(
    book: Book, con: duckdb.DuckDBPyConnection | None, found: Found, kinds: Kinds, teller: LeadTeller
) -> int:
    """People whose side tells of hardship in a paper, unpaid, on no list, found by no model; how many there are."""
    mentions = select_unlisted(con, found, kinds) if con is not None else []
    people = select_people(con, [m.person for m in mentions]) if con is not None else {}
    rows = [_unlisted_row(n, m, people[m.person], teller) for n, m in enumerate(mentions, 1)]
    book.add_table(UNLISTED_NAME, UNLISTED, rows, empty="没有这样的人", printed=Print(2, 2))
    return len(rows)


def select_unlisted(con: duckdb.DuckDBPyConnection, found: Found, kinds: Kinds) -> list[Mention]:
    """One mention a person and case, worst injury first."""
    registers = in_list(kinds.registers("困难群体") or ("-",))
    where = (
        "m.kind = '案件' AND m.role = '受害一方' AND p.person NOT IN (SELECT person FROM dead) "
        "AND EXISTS (SELECT 1 FROM all_attributes AS a WHERE a.mention = m.mention AND a.field = '自述困难' "
        "AND a.value = '是') "
        "AND NOT EXISTS (SELECT 1 FROM all_attributes AS a WHERE a.mention = m.mention AND a.field = '目前赔偿' "
        "AND a.value = '已赔偿') AND NOT EXISTS (SELECT 1 FROM mentions AS r WHERE r.person = p.person AND r.present "
        f"AND r.kind IN {registers})"
    )
    hit = {h.person for h in found.hits}
    chosen = {(m.person, m.case_id): m for m in select_mentions(con, where).values() if m.person not in hit}
    return sorted(chosen.values(), key=lambda m: (injury_of([m]) == "", injury_of([m]), m.place))


def _unlisted_row(number: int, mention: Mention, person: Person, teller: LeadTeller) -> list[str | int | None]:
    charges = all_said([mention], "罪名")
    age = age_on(person.birth, teller.on)
    minor = age is not None and age < 18
    sealed = minor or any(s in c for c in charges for s in SEALED_CHARGES)
    names = tuple(filter(None, (person.name, *person.other_names, said(mention, "代为")))) if sealed else ()
    quotes = "\n".join(quote_words(q) for q in choose_quotes([mention], 3))
    files = "\n".join(places_of(mention))
    numbers = all_said([mention], "受理号", "文书号", "判决案号")
    birth = (person.birth or "")[: 4 if sealed else 10]
    hint = [f"代{said(mention, '代为')}({said(mention, '关系')})"] if mention.fields.get("代为") else []
    hint += ["不在任何名册,请核实家庭情况"] if person.id_number else ["没有证件号码,请核实身份后再查名册"]
    return [
        number,
        mask_name(person.name) if sealed else person.name,
        person.sex,
        f"{birth}({age}岁)" if age is not None else birth,
        mask_id(person.id_number) if sealed else person.id_number,
        person.township,
        "\n".join(charges),
        "\n".join(numbers),
        mask_text(files, names) if sealed else files,
        injury_of([mention]),
        payment_words([mention]),
        mask_text(quotes, names) if sealed else quotes,
        mask_text("\n".join(hint), names),
    ]


def add_social(book: Book, leads: Sequence[Lead], teller: LeadTeller) -> int:
    """People granted judicial relief who have no social assistance yet, local ones first; how many there are."""
    chosen = [lead for lead in leads if set(lead.models) & teller.assistance and lead.status == "open"]
    chosen.sort(key=lambda lead: tuple(WAY).index(_registered(lead)))
    rows = [_social_row(n, lead, teller) for n, lead in enumerate(chosen, 1)]
    book.add_table("转社会救助", SOCIAL, rows, empty="没有这样的人", printed=Print(2, 2))
    return len(rows)


def _registered(lead: Lead) -> str:
    said_here = all_said(lead.starts, "户籍")
    return said_here[0] if said_here and said_here[0] in WAY else ""


def _social_row(number: int, lead: Lead, teller: LeadTeller) -> list[str | int | None]:
    reliefs = [m for m in lead.starts if m.kind == "司法救助案件"]
    where = _registered(lead)
    granted = [f"{said(m, '办理状态')} {said(m, '决定日期')}".strip() for m in reliefs]
    checks = dict.fromkeys(c for m in lead.models if m in teller.assistance for c in teller.checks[m])
    return [
        number,
        mask_name(lead.person.name) if lead.sealed else lead.person.name,
        lead.person.sex,
        teller.birth(lead),
        mask_id(lead.person.id_number) if lead.sealed else lead.person.id_number,
        where or "不明",
        WAY[where],
        "" if lead.sealed else "\n".join(all_said(reliefs, "户籍地")),
        "\n".join(all_said(reliefs, "原案案号")),
        "\n".join(all_said(reliefs, "救助案号")),
        "\n".join(granted),
        "、".join(lead.officers),
        "\n".join(checks),
        "\n".join(lead.remarks),
    ]


def add_near(book: Book, dropped: Sequence[Mapping[str, Any]]) -> int:
    """People whom one test alone kept out of a model, numbers masked: they are no leads; how many there are."""
    near = [d for d in dropped if d["near"]]
    rows = [
        [
            d["model"], mask_name(d["name"]), mask_id(d["id_number"]), d["step"],
            "\n".join(filter(None, (d.get("note"), d["test"]))),
            mask_text("\n".join(place_words(p) for p in d["records"][:4]), (d["name"],)),
        ]
        for d in near[:NEAR_MOST]
    ]  # fmt: skip
    book.add_table("只差一项", NEAR, rows, empty="没有这样的人", printed=Print(1, 0))
    return len(near)
