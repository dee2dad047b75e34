"""``yingjiu amount`` as typed: its options and help; what it does is imported only when it runs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final

import typer

from yingjiu.cli.failures import CODES
from yingjiu.cli.help import ChineseCommand

HELP: Final = "按本院的量化标准测算救助金额:至少、建议、至多,逐行说明,并按法律上限把关。系统只提建议,由检察官决定。"
EPILOG: Final = "\n\n".join(
    (
        "例:yingjiu amount 线索编号 --out 结果 --office 我院",
        "例:yingjiu amount --office 我院 --on 2023-07-01 --element 伤情=重伤二级 --element 困难程度=较重困难 --element 被害人责任=无责任",
        "例:yingjiu amount 线索编号 --out 结果 --office 我院 --choose 生活困难系数=特别困难 --point 追加倍数=6 --reason 追加倍数=两项身份",
        "例:yingjiu amount --benchmark 结果(用近三年的发放情况提出基准金额,由签字人确认)",
        CODES,
    )
)

Texts = list[str] | None


def add_amount_command(app: typer.Typer) -> None:
    """Give the program its command ``amount``."""
    app.command("amount", cls=ChineseCommand, help=HELP, epilog=EPILOG, options_metavar="[选项]")(amount_command)


def amount_command(
    *,
    who: Annotated[
        str | None, typer.Argument(metavar="[线索编号|姓名|证件号码]", help="为谁测算;不写就只按选项测算")
    ] = None,
    out: Annotated[Path | None, typer.Option("--out", metavar="OUT", help="结果文件夹(run 写出的那一个)")] = None,
    pool: Annotated[Path | None, typer.Option("--pool", metavar="DIR", help="数据池文件夹;不写就是 OUT/pool")] = None,
    office: Annotated[Path | None, typer.Option("--office", metavar="DIR", help="本院文件夹,里面有标准和数额")] = None,
    standard: Annotated[str | None, typer.Option("--standard", metavar="名称", help="用哪个标准")] = None,
    on: Annotated[
        str | None, typer.Option("--on", metavar="日期", help="受理日,按这一天适用的数额;不写就是今天")
    ] = None,
    element: Annotated[Texts, typer.Option("--element", metavar="要素=值", help="查明的事实,如 伤情=重伤二级")] = None,
    choose: Annotated[Texts, typer.Option("--choose", metavar="系数=档", help="改选一档")] = None,
    point: Annotated[Texts, typer.Option("--point", metavar="系数=数", help="在幅度内取定一个数")] = None,
    reason: Annotated[Texts, typer.Option("--reason", metavar="名称=理由", help="改选、取定或要求说明的理由")] = None,
    wage: Annotated[str | None, typer.Option("--wage", metavar="元", help="上年度月平均工资;不写就用本院填的")] = None,
    received: Annotated[str | None, typer.Option("--received", metavar="元", help="已经得到的赔偿")] = None,
    owed: Annotated[str | None, typer.Option("--owed", metavar="元", help="判决、协议应得的赔偿")] = None,
    relieved: Annotated[
        Texts, typer.Option("--relieved", metavar="机关=元", help="同一案件已得的救助,如 法院@2023-01-05=8000")
    ] = None,
    beside: Annotated[
        str | None, typer.Option("--beside", metavar="元", help="同一被害人的其他申请人已得的救助")
    ] = None,
    claimants: Annotated[int, typer.Option("--claimants", metavar="N", min=1, max=50, help="几名申请人共用一份")] = 1,
    split: Annotated[str | None, typer.Option("--split", metavar="方式", help="平均、一人代领,或份额如 2,1")] = None,
    breakthrough: Annotated[
        str | None, typer.Option("--breakthrough", metavar="理由", help="突破三十六个月的理由")
    ] = None,
    approved_by: Annotated[str | None, typer.Option("--approved-by", metavar="机关", help="批准突破的上级机关")] = None,
    award: Annotated[str | None, typer.Option("--award", metavar="元", help="依法应判的赔偿数额")] = None,
    award_basis: Annotated[str | None, typer.Option("--award-basis", metavar="依据", help="应判数额的依据")] = None,
    award_kind: Annotated[
        str | None, typer.Option("--award-kind", metavar="案件", help="按哪类案件计算应判数额")
    ] = None,
    award_item: Annotated[
        Texts, typer.Option("--award-item", metavar="项目=元", help="应判的各项费用,如 医疗费=30000")
    ] = None,
    age: Annotated[
        int | None, typer.Option("--age", metavar="岁", min=0, max=130, help="被害人年龄,计算应判数额用")
    ] = None,
    benchmark: Annotated[
        Path | None, typer.Option("--benchmark", metavar="OUT", help="按 OUT 里近三年的发放情况提出救助基准金额")
    ] = None,
    save: Annotated[
        Path | None, typer.Option("--save", metavar="FILE", help="把输入和结果存下来,以后可以照样重算")
    ] = None,
    reveal: Annotated[bool, typer.Option("--reveal", metavar="", help="显示真实姓名;不加则打码")] = False,
) -> None:
    """Compute an amount."""
    from yingjiu.cli.amount_inputs import Asked

    asked = Asked(
        who, out, pool, office, standard, on, element or (), choose or (), point or (), reason or (), wage, received, owed,
        relieved or (), beside, claimants, split, breakthrough, approved_by, award, award_basis, award_kind, award_item or (),
        age, save, reveal,
    )  # fmt: skip
    if benchmark is not None:
        from yingjiu.cli.benchmarking import propose_for

        propose_for(benchmark, asked)
    else:
        from yingjiu.cli.amounting import show_amount

        show_amount(asked)
