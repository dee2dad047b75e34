"""The commands as typed (命令行): names, options and help; what each does is imported only when it runs."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.exceptions import TyperException

from yingjiu.cli.amount_options import add_amount_command
from yingjiu.cli.failures import CODES, USAGE, say
from yingjiu.cli.help import ChineseCommand, ChineseGroup, usage_words
from yingjiu.cli.relief_options import add_relief_commands
from yingjiu.cli.serve_options import add_serve_command

app = typer.Typer(
    name="yingjiu",
    cls=ChineseGroup,
    help="应救:从一个县的案卷和名册里,找出可能需要国家司法救助的人,并说明依据。系统只提线索,由检察官决定。",
    epilog="第一次用:yingjiu demo → yingjiu doctor → yingjiu init 我院 → yingjiu run 数据 --out 结果 --office 我院\n\n"
    + CODES,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["--help", "-h"]},
)

Out = Annotated[Path, typer.Option("--out", metavar="OUT", help="结果文件夹(run 写出的那一个)")]
MaybeOut = Annotated[Path | None, typer.Option("--out", metavar="OUT", help="结果文件夹(run 写出的那一个)")]
PoolDir = Annotated[Path | None, typer.Option("--pool", metavar="DIR", help="数据池文件夹;不写就是 OUT/pool")]
OfficeDir = Annotated[Path | None, typer.Option("--office", metavar="DIR", help="本院文件夹,用 yingjiu init 建立")]
Reveal = Annotated[bool, typer.Option("--reveal", metavar="", help="显示真实姓名和号码;不加则打码")]
Day = Annotated[str | None, typer.Option("--on", metavar="日期", help="按哪一天筛查,如 2026-11-24;不写就是今天")]
Who = Annotated[str, typer.Argument(metavar="姓名|证件号码|线索编号", help="要查的人")]
WhoOrCase = Annotated[
    str, typer.Argument(metavar="姓名|证件号码|线索编号|案号", help="要查的人;写案号就看这一案的全部被害人")
]


def _help(what: str, example: str, *more: str) -> dict[str, Any]:
    """What every command has: a Chinese help page that ends with an example line."""
    return {
        "cls": ChineseCommand,
        "help": what,
        "epilog": "\n\n".join((f"例:{example}", *more)),
        "options_metavar": "[选项]",
    }


@app.command(
    "run",
    **_help(
        "主任务:读一个文件夹,写出线索。",
        "yingjiu run 数据 --out 结果 --office 我院",
        "文件或行有问题不算失败:问题写在 OUT 里,退出码仍是 0。",
        CODES,
    ),
)
def run_command(
    *,
    source: Annotated[Path, typer.Argument(metavar="INPUT", help="放数据的文件夹,怎么分目录都可以")],
    out: Annotated[Path, typer.Option("--out", metavar="OUT", help="结果写到哪里")],
    pool: PoolDir = None,
    office: OfficeDir = None,
    replace: Annotated[
        bool, typer.Option("--replace", metavar="", help="OUT 里是别的数据的结果也覆盖;没有变化也重写")
    ] = False,
    reveal: Reveal = False,
    on: Day = None,
) -> None:
    """Read a folder, write leads."""
    from yingjiu.cli.mainjob import run_job

    run_job(source, out, pool=pool, office=office, replace=replace, reveal=reveal, on=on)


@app.command(
    "read",
    **_help(
        "只读文书,看系统读出了什么。",
        "yingjiu read 起诉意见书.docx 收条.jpg",
        "例:yingjiu read --jsonl 输入.jsonl --out 输出.jsonl",
        CODES,
    ),
)
def read_command(
    *,
    files: Annotated[list[Path] | None, typer.Argument(metavar="FILE…", help="文书,或装文书的文件夹")] = None,
    jsonl: Annotated[
        Path | None, typer.Option("--jsonl", metavar="IN", help="一行一份文书的 JSON 文件(字段 id、text)")
    ] = None,
    out: Annotated[Path | None, typer.Option("--out", metavar="OUT", help="与 --jsonl 一起用:结果写到哪个文件")] = None,
    show: Annotated[
        Path | None, typer.Option("--show", metavar="DIR", help="扫描件、PDF:把标出依据的页面存成图片,放到哪个文件夹")
    ] = None,
    reveal: Reveal = False,
) -> None:
    """Show what is read in papers."""
    from yingjiu.cli.reading import read_lines, read_papers

    if jsonl is not None:
        read_lines(jsonl, out)
    else:
        read_papers(files or [], reveal=reveal, show=show)


@app.command(
    "compare",
    **_help(
        "用两个版本读同样的文书,列出哪些事实变了(改规则时用)。",
        "yingjiu compare HEAD~1 . 文书/",
        "版本可以是:git 版本;.(工作区);installed(已安装的);另一个环境的 python。只写文书,就是 HEAD 与工作区比。",
        "例:yingjiu compare 文书.jsonl",
        CODES,
    ),
)
def compare_command(
    *,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[旧 [新]] PAPERS", help="两个版本,和装文书的文件夹或 .jsonl(字段 text)"),
    ] = None,
    checkout: Annotated[
        Path | None, typer.Option("--checkout", metavar="DIR", help="git 仓库;不写就是本程序所在的")
    ] = None,
    reveal: Reveal = False,
) -> None:
    """Compare two versions on the same papers."""
    from yingjiu.cli.comparing import compare

    compare(words or [], checkout=checkout, reveal=reveal)


@app.command(
    "look",
    **_help(
        "查一个人:名册、案件、文书、执行、以前的救助,一页纸。",
        "yingjiu look 张三 --out 结果 --purpose 信访接待",
        "查询会记入 OUT/查询日志.jsonl(不记姓名)。",
        CODES,
    ),
)
def look_command(
    *,
    who: WhoOrCase,
    out: MaybeOut = None,
    pool: PoolDir = None,
    office: OfficeDir = None,
    purpose: Annotated[str | None, typer.Option("--purpose", metavar="事由", help="为什么查;不写会询问")] = None,
    html: Annotated[Path | None, typer.Option("--html", metavar="FILE", help="另存为可以打印的一页(A4)")] = None,
    reveal: Reveal = False,
    on: Day = None,
) -> None:
    """Show one person's page."""
    from yingjiu.cli.lookup import look_up

    look_up(who, out=out, pool=pool, office=office, purpose=purpose, html=html, reveal=reveal, on=on)


@app.command(
    "explain",
    **_help(
        "说明一个人(一条线索)为什么被找到,或者为什么没有。",
        "yingjiu explain 张三 --out 结果",
        "例:yingjiu explain 张三 --out 结果 --model yueqing-1",
        CODES,
    ),
)
def explain_command(
    *,
    who: Who,
    out: Out,
    pool: PoolDir = None,
    office: OfficeDir = None,
    model: Annotated[str | None, typer.Option("--model", metavar="编号", help="只看这个模型,如 yueqing-1")] = None,
    reveal: Reveal = False,
    on: Day = None,
) -> None:
    """Say why a person was found, or not."""
    from yingjiu.cli.explaining import explain

    explain(who, out=out, pool=pool, office=office, model=model, reveal=reveal, on=on)


@app.command(
    "simulate",
    **_help(
        "改一个标准或一个数,用过往案件重算一遍,看谁多谁少、预算用到哪个月。不改变任何已作出的决定。",
        "yingjiu simulate --cases 过往案件.xlsx --set 救助基准金额=520 --budget 120万 --html 测算单.html",
        "例:yingjiu simulate --synthetic 2000 --set 生活困难系数.较重困难='5 至 9，建议 7'",
        "例:yingjiu simulate --synthetic 2000 --target-mean 10800",
        "例:yingjiu simulate --synthetic 2000 --officers",
        CODES,
    ),
)
def simulate_command(
    *,
    cases: Annotated[
        Path | None, typer.Option("--cases", metavar="FILE", help="过往案件表(.xlsx、.csv 或 .jsonl),一行一件")
    ] = None,
    out: Annotated[Path | None, typer.Option("--out", metavar="OUT", help="用结果文件夹里的本院救助台账")] = None,
    synthetic: Annotated[int | None, typer.Option("--synthetic", metavar="N", help="用 N 件虚构的过往案件")] = None,
    seed: Annotated[int, typer.Option("--seed", metavar="S", help="虚构案件的种子")] = 1,
    standard: Annotated[
        str | None, typer.Option("--standard", metavar="标准", help="原标准:名称或文件;不写用本院的,没有就用灌云的")
    ] = None,
    to: Annotated[str | None, typer.Option("--to", metavar="标准", help="换成哪个标准:名称或文件")] = None,
    changed: Annotated[list[str] | None, typer.Option("--set", metavar="名称=数", help="试改一个数,可写多次")] = None,
    target_mean: Annotated[
        str | None, typer.Option("--target-mean", metavar="元", help="找出使平均金额最接近这个数的基准")
    ] = None,
    target: Annotated[str, typer.Option("--target", metavar="数额", help="找哪一个数")] = "救助基准金额",
    budget: Annotated[str | None, typer.Option("--budget", metavar="元", help="预算,如 1200000 或 120万")] = None,
    months: Annotated[int, typer.Option("--months", metavar="N", help="预算要用几个月")] = 12,
    officers: Annotated[
        bool, typer.Option("--officers", metavar="", help="同案同助试验:同样的承办人,有系统和没有系统各定一遍")
    ] = False,
    typical: Annotated[
        bool, typer.Option("--typical", metavar="", help="不清楚的系数按标准的“常见情形”算,只作估计")
    ] = False,
    xlsx: Annotated[Path | None, typer.Option("--xlsx", metavar="FILE", help="另存变动表")] = None,
    html: Annotated[Path | None, typer.Option("--html", metavar="FILE", help="另存可以打印、签字的测算单(A4)")] = None,
    save: Annotated[
        Path | None, typer.Option("--save-cases", metavar="FILE", help="把用到的案件另存为 .jsonl,可作填表样子")
    ] = None,
    office: OfficeDir = None,
    reveal: Reveal = False,
    on: Day = None,
) -> None:
    """Replay past cases by a changed standard."""
    from yingjiu.cli.simulating import Asked, simulate

    simulate(
        Asked(
            cases=cases, out=out, synthetic=synthetic, seed=seed, standard=standard, to=to, changed=tuple(changed or ()),
            target_mean=target_mean, target=target, budget=budget, months=months, officers=officers, typical=typical,
            xlsx=xlsx, html=html, save=save, office=office, reveal=reveal, on=on,
        )
    )  # fmt: skip


@app.command(
    "terms",
    **_help(
        "看六类关键词和近似词;给出结果文件夹时,还看每个词在案卷里出现多少次。",
        "yingjiu terms 结果",
        "词表在程序目录的 catalog/lexicons/关键词.yml,改完用 yingjiu check 检查。",
    ),
)
def terms_command(
    *,
    out: Annotated[Path | None, typer.Argument(metavar="OUT", help="结果文件夹(run 写出的那一个);不写只看词表")] = None,
) -> None:
    """Show the key words and their counts."""
    from yingjiu.cli.terms import show_terms

    show_terms(out)


add_amount_command(app)
add_relief_commands(app)
add_serve_command(app)


@app.command(
    "check",
    **_help(
        "检查目录文件(种类、来源、模型):列出全部问题和行号,运行样例。",
        "yingjiu check 我院/models/我的模型.yml",
        "例:yingjiu check --draft 新名册.xlsx",
        CODES,
    ),
)
def check_command(
    *,
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="PATH…", help="目录文件或文件夹;不写就检查自带的目录")
    ] = None,
    draft: Annotated[Path | None, typer.Option("--draft", metavar="名册.xlsx", help="按表头起草一个来源文件")] = None,
) -> None:
    """Check catalogue files."""
    from yingjiu.cli.checking import check_files
    from yingjiu.cli.drafting import draft_source

    if draft is not None:
        draft_source(draft)
    else:
        check_files(paths or [])


@app.command(
    "demo",
    **_help(
        "造一个虚构的县并跑完主任务,用来试用和培训。",
        "yingjiu demo",
        "例:yingjiu demo --people 10000 --seed 7 --out 演示",
        CODES,
    ),
)
def demo_command(
    *,
    people: Annotated[int, typer.Option("--people", metavar="N", help="多少人")] = 3000,
    seed: Annotated[int, typer.Option("--seed", metavar="S", help="种子;相同的种子造出相同的县")] = 1,
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="写到哪里")] = Path("demo"),
) -> None:
    """Run the main job on an invented county."""
    from yingjiu.cli.demonstration import demonstrate

    demonstrate(people=people, seed=seed, out=out)


@app.command(
    "init",
    **_help(
        "建立本院自己的文件夹,并在没有密钥时生成密钥。",
        "yingjiu init 我院",
        "例:yingjiu init 我院 --name 某县人民检察院 --province 某省 --area 110105 --yes",
        CODES,
    ),
)
def init_command(
    *,
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="本院文件夹,不存在就新建")],
    name: Annotated[str | None, typer.Option("--name", metavar="名称", help="本院全称")] = None,
    province: Annotated[str | None, typer.Option("--province", metavar="省", help="省、自治区、直辖市")] = None,
    area: Annotated[list[str] | None, typer.Option("--area", metavar="代码", help="行政区划代码,六位;可写多次")] = None,
    place: Annotated[
        list[str] | None, typer.Option("--place", metavar="地名", help="本地地名,如某某县;可写多次")
    ] = None,
    court: Annotated[
        list[str] | None, typer.Option("--court", metavar="代字", help="当地法院案号里的代字;可写多次")
    ] = None,
    loss: Annotated[int | None, typer.Option("--great-loss", metavar="元", help="重大财产损失从多少元起")] = None,
    wage: Annotated[
        str | None,
        typer.Option("--wage", metavar="元", help="本省上一年度职工月平均工资(三十六个月上限用);可以以后再填"),
    ] = None,
    benchmark: Annotated[
        str | None, typer.Option("--benchmark", metavar="元", help="签字确认过的救助基准金额;可以以后再填")
    ] = None,
    standard: Annotated[str | None, typer.Option("--standard", metavar="名称", help="金额按哪个标准算")] = None,
    yes: Annotated[bool, typer.Option("--yes", metavar="", help="不询问,没有写的用默认")] = False,
) -> None:
    """Make an office's own folder."""
    from yingjiu.cli.founding import found_office

    found_office(
        folder, name=name, province=province, areas=area, places=place, courts=court, loss=loss, wage=wage,
        benchmark=benchmark, standard=standard, ask=not yes,
    )  # fmt: skip


@app.command(
    "doctor", **_help("检查这台机器缺什么,怎么补。", "yingjiu doctor --pool 结果/pool", "缺少必需的东西时退出码为 1。")
)
def doctor_command(*, pool: PoolDir = None) -> None:
    """Say what this machine lacks."""
    from yingjiu.cli.doctor import examine

    examine(pool)


def main() -> None:
    """Run the program; a command line that is wrong is answered in Chinese with exit code 2."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        code = app(standalone_mode=False)
    except TyperException as error:
        if type(error).__name__ != "NoArgsIsHelpError":
            say(f"{usage_words(error)}。用 yingjiu --help 或 yingjiu 命令 --help 看用法")
        sys.exit(USAGE)
    except typer.Abort:
        say("已中断")
        sys.exit(130)
    sys.exit(code if isinstance(code, int) else 0)


if __name__ == "__main__":
    main()
