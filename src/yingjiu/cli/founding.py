"""``yingjiu init``: an office's own folder, asked for or given by options, and the key when there is none."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import typer
from rich.markup import escape

from yingjiu.cli.failures import USAGE, say, stop, told_in_chinese
from yingjiu.cli.terminal import open_console, read_on

if TYPE_CHECKING:
    from yingjiu.office import OfficeSettings


def found_office(
    folder: Path,
    *,
    name: str | None,
    province: str | None,
    areas: Sequence[str] | None,
    places: Sequence[str] | None,
    courts: Sequence[str] | None,
    loss: int | None,
    wage: str | None = None,
    benchmark: str | None = None,
    standard: str | None = None,
    ask: bool,
) -> None:
    """Make the folder; what is not given is asked where somebody can answer."""
    from yingjiu.catalog.figure import BENCHMARK, WAGE
    from yingjiu.office import FILE, OfficeSettings, write_office
    from yingjiu.pool.key import key_path, load_key

    if (folder / FILE).exists():
        raise stop(f"{folder / FILE} 已经有了,没有改动。要修改请直接编辑这个文件")
    ask = ask and sys.stdin.isatty()
    settings = OfficeSettings(
        name=name or _ask("本院全称(如 某某县人民检察院)", folder.name, ask=ask),
        province=province or _ask("省、自治区、直辖市", "", ask=ask),
        area_codes=_codes(areas or _words(_ask("行政区划代码,六位,多个用空格隔开", "", ask=ask))),
        places=tuple(places or _words(_ask("本地地名(户籍地里怎么写,如 某某县),多个用空格隔开", "", ask=ask))),
        court_codes=tuple(courts or _words(_ask("当地法院案号里的代字(如 某0000),多个用空格隔开", "", ask=ask))),
        standard=standard or _ask("金额按哪个标准算(可以先空着)", "", ask=ask),
        great_loss=Decimal(loss if loss is not None else _amount(_ask("重大财产损失从多少元起", "20000", ask=ask))),
    )
    figures = {
        WAGE: _figure(wage or _ask("本省上一年度职工月平均工资,元/月(可以先空着)", "", ask=ask), "月平均工资"),
        BENCHMARK: _figure(benchmark or _ask("救助基准金额,元(签字确认过的;可以先空着)", "", ask=ask), "基准金额"),
    }
    with told_in_chinese():
        write_office(folder, settings, read_on(None), figures)
        had_key = key_path().exists()
        load_key()
    _tell(folder, settings, figures, had_key=had_key)


def _tell(folder: Path, settings: OfficeSettings, figures: Mapping[str, Decimal | None], *, had_key: bool) -> None:
    """What was made, what is still empty, what to do next."""
    from yingjiu.pool.key import key_path

    console = open_console()
    console.print(
        f"[green]✓[/] 本院文件夹 {escape(str(folder))}:设置在 office.yml,本院的目录文件放进 "
        "kinds/ sources/ models/ standards/ gradings/,数额放进 law/",
        soft_wrap=True,
    )
    made = "已有" if had_key else "已生成"
    console.print(
        f"[green]✓[/] 密钥{made} {escape(str(key_path()))}(仅本人可读)。请另外备份;丢了密钥,数据池要重新导入",
        soft_wrap=True,
    )
    if not settings.area_codes and not settings.places:
        console.print("[yellow]![/] 没有写地区代码和本地地名:区分本地、外地时只能按多数人的户籍地推断", soft_wrap=True)
    empty = [f"law/{name}.yml" for name, value in figures.items() if value is None]
    if empty:
        console.print(f"[yellow]![/] 还没有填 {'、'.join(empty)}:填了才能测算救助金额(yingjiu amount)", soft_wrap=True)
    console.print(f"下一步  yingjiu run 数据 --out 结果 --office {escape(str(folder))}")


def _ask(what: str, default: str, *, ask: bool) -> str:
    return str(typer.prompt(what, default=default, show_default=bool(default))).strip() if ask else default


def _words(text: str) -> list[str]:
    return [w for w in re.split(r"[\s,,、;;]+", text) if w]


def _codes(codes: Sequence[str]) -> tuple[str, ...]:
    wrong = [c for c in codes if not re.fullmatch(r"[1-9]\d{5}", c)]
    if wrong:
        say(f"行政区划代码应是六位数字:{'、'.join(wrong)}")
        raise typer.Exit(USAGE)
    return tuple(codes)


def _amount(text: str) -> int:
    if not re.fullmatch(r"[1-9]\d*", text.replace(",", "")):
        say(f"数额“{text}”不是大于零的整数")
        raise typer.Exit(USAGE)
    return int(text.replace(",", ""))


def _figure(text: str, what: str) -> Decimal | None:
    """A sum of yuan, None where it is left open."""
    from yingjiu.catalog.band import read_number

    if not text.strip():
        return None
    number = read_number(text)
    if number is None or number <= 0:
        say(f"{what}“{text}”不是大于零的数")
        raise typer.Exit(USAGE)
    return number
