"""``yingjiu amount --benchmark``: the benchmark that three years of the office's own grants suggest, for a signer to confirm."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from rich.markup import escape

from yingjiu.amounts.benchmark import BenchmarkProposal, Granted, propose_benchmark
from yingjiu.amounts.compute import AmountProblem
from yingjiu.amounts.report import money
from yingjiu.catalog.figure import BENCHMARK
from yingjiu.cli.amount_inputs import Asked
from yingjiu.cli.amounting import pick_standard
from yingjiu.cli.failures import USAGE, stop, told_in_chinese
from yingjiu.cli.lookup import open_county_for
from yingjiu.cli.terminal import open_console, open_table, read_on
from yingjiu.leads.lead import GRANTED
from yingjiu.matching.people import Mention, select_mentions
from yingjiu.values.money import read_amount


def propose_for(out: Path, asked: Asked) -> None:
    """Print what the register of relief says and the line to paste."""
    on = read_on(asked.on)
    with told_in_chinese():
        standard = pick_standard(asked, on)
        county, _ = open_county_for(out, asked.pool, asked.office, on)
        grants = grants_of(select_mentions(county.con, "m.kind = '司法救助案件'").values())
        try:
            proposal = propose_benchmark(standard, grants, on)
        except AmountProblem as problem:
            raise stop(str(problem), USAGE) from None
    _show(proposal, asked.office)


def grants_of(mentions: Iterable[Mention]) -> list[Granted]:
    """Grants of the office's own register: a day and a sum, a case number once."""
    found: dict[tuple[str, ...], Granted] = {}
    for m in mentions:
        state = m.fields.get("办理状态", ("",))[0]
        amount = read_amount(m.fields.get("救助金额", ("",))[0])
        day = next((v for name in ("发放日期", "决定日期") for v in m.fields.get(name, ())), "")
        if state not in {"", *GRANTED} or amount is None or len(day) != 10:
            continue
        number = m.fields.get("救助案号", (m.place,))[0]
        found[(number, str(m.person))] = Granted(date.fromisoformat(day), amount)
    return list(found.values())


def _show(proposal: BenchmarkProposal, office: Path | None) -> None:
    console = open_console()
    console.rule("[bold]救助基准金额的建议[/]", align="left")
    console.print(escape(proposal.words), soft_wrap=True)
    if proposal.years:
        table = open_table("年份", "件数", "平均")
        for year, count, mean in proposal.years:
            table.add_row(str(year), str(count), money(mean))
        console.print(table)
    if proposal.proposed is None:
        return
    console.print(
        f"建议 [bold]{money(proposal.proposed)}[/](平均 ÷ 倍数，取整到十元)。还要结合县域经济社会发展水平，由签字人确认。"
    )
    file = (office or Path("我院")) / "law" / f"{BENCHMARK}.yml"
    console.print(f"\n确认后写进 {escape(str(file))}:", soft_wrap=True)
    console.print(f"依据: {escape(proposal.words)}\n签字确认人: (姓名、日期)\n数额:\n{proposal.line}", soft_wrap=True)
