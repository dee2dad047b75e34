"""A case with many victims on paper and in the sheets (一案多名被害人): the counts as bars, then everyone, the worst off first."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import Final

from yingjiu.leads.bars import draw_bars
from yingjiu.leads.group import Group, Victim
from yingjiu.leads.page import figure, foot, heading, notes, shown, table
from yingjiu.leads.sheets_table import Book, Column, Print
from yingjiu.values.masking import mask_id, mask_name

SHEET: Final = "一案多名被害人"
TITLES: Final = ("级别", "姓名", "年龄", "证件号码", "损失(元)", "伤情", "赔偿", "名册", "线索编号")
COLUMNS: Final = (
    Column("案号", 30),
    Column("罪名", 13),
    Column("被害人", 8, middle=True),
    Column("名次", 6, middle=True),
    Column("级别", 6, middle=True),
    Column("姓名", 11, middle=True),
    Column("年龄", 6, middle=True),
    Column("证件号码", 21, middle=True),
    Column("损失(元)", 12),
    Column("伤情", 10, middle=True),
    Column("目前赔偿", 10, middle=True),
    Column("名册", 36),
    Column("线索编号", 13, middle=True),
)
EMPTY: Final = "没有三名以上被害人的案件"


def victim_cells(victim: Victim, *, masked: bool) -> tuple[str, ...]:
    """One victim as texts of ``TITLES``."""
    name = mask_name(victim.person.name) if masked else victim.person.name
    stood = victim.stands_for
    if stood:
        name += f"(代{mask_name(stood) if masked else stood})"
    number = mask_id(victim.person.id_number) if masked else victim.person.id_number or ""
    return (
        victim.colour,
        name,
        str(victim.age) if victim.age is not None else "",
        number,
        f"{victim.loss:,.0f}" if victim.loss is not None else "",
        victim.injury,
        victim.paid,
        "、".join(victim.registers),
        victim.lead,
    )


def group_article(group: Group, *, office: str, printed: str, reveal: bool = False) -> str:
    """The case as the body of a page; names masked unless ``reveal``."""
    rows = [victim_cells(v, masked=not reveal) for v in group.victims]
    bars = list(group.counts.items())
    spoken = f"{len(group.victims)} 名被害人按人群:" + "、".join(f"{k} {n} 人" for k, n in bars)
    parts = [
        f'<header class="top"><h1>一案多名被害人</h1><span>{shown("、".join(group.charges))}</span><span class="sp"></span>'
        f'<span class="q nw">{shown(office)}</span></header>',
        f'<div class="row"><span class="q">{shown("、".join(group.numbers[:4]))}</span></div>',
        f'<div class="cards">{_card("被害人", f"{len(group.victims)} 人")}{_card("没有赔足", f"{group.unpaid} 人")}'
        f"{_card('写明的损失', f'{group.lost:,.0f} 元', f'{group.written} 人写明')}{_card('待核查线索', f'{group.leads} 条')}</div>",
        heading("是些什么人", "一人可以属于几类"),
        figure(draw_bars(spoken, bars, "人"), "被害人都不在任何名册上,也没有老人和未成年人"),
        heading("每一个人", "最困难的在前;没有级别的不是待核查线索"),
        table(TITLES, rows, ("w", "w", "n", "w", "n", "w", "w", "", "q w")),
        notes(),
        foot(printed),
    ]
    return "".join(parts)


def _card(title: str, value: str, note: str = "") -> str:
    more = f" <small>{shown(note)}</small>" if note else ""
    return f"<div><dt>{shown(title)}</dt><dd>{shown(value)}{more}</dd></div>"


def add_groups(book: Book, groups: Sequence[Group], sealed: Container[int] = frozenset()) -> int:
    """A sheet with every victim of every such case; how many cases there are.

    Args:
        book: the workbook.
        groups: the cases; one with minors or of a sexual crime is masked whole.
        sealed: keys of people who are masked wherever they stand.
    """
    rows: list[list[str | int | None]] = []
    for group in groups:
        for place, victim in enumerate(group.victims, 1):
            cells = victim_cells(victim, masked=group.sealed or victim.person.key in sealed)
            head: list[str | int | None] = [
                "\n".join(group.numbers[:3]),
                "、".join(group.charges),
                len(group.victims),
                place,
            ]
            rows.append([*head, *cells])
    book.add_table(SHEET, COLUMNS, rows, empty=EMPTY, printed=Print(1, 0))
    return len(groups)
