"""An office's own folder (本院文件夹): office.yml with what differs from office to office, and its own catalogue files.

The shipped catalogue is never changed: what lies in kinds/, models/ and sources/ here is added to it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Final

from yingjiu.catalog.document import Section, read_document
from yingjiu.catalog.figure import BENCHMARK, INCOME, SPENDING, WAGE, YEARLY_INCOME
from yingjiu.catalog.law_value import law_value
from yingjiu.catalog.problem import Problem, UserFileError
from yingjiu.matching.locality import Area
from yingjiu.pool.atomic import write_whole

FILE: Final = "office.yml"
FOLDERS: Final = ("kinds", "models", "sources", "standards", "gradings", "law", "measures")
KEYS: Final = ("名称", "省", "地区代码", "法院代字", "本地地名", "部门", "重大财产损失数额", "金额标准")
FIGURES: Final = {
    WAGE: (
        "元/月",
        "城镇单位就业人员",
        "本院所在省上一年度职工月平均工资(三十六个月上限按它算);公布的是年平均工资时,把“数额”改写成“年数额”",
    ),
    BENCHMARK: (
        "元",
        "",
        "救助基准金额:根据县域经济社会发展水平,结合近3年司法救助金平均发放金额确定;用 yingjiu amount --benchmark 结果 看建议,由签字人确认",
    ),
    INCOME: ("元/年", "", "本省上一年度城镇居民人均可支配收入(突破三十六个月时算依法应判的数额用)"),
    YEARLY_INCOME: ("元/年", "", "当地普通家庭一年的收入,用来看损失是家庭几年的收入(没有查到本人家庭收入时参考)"),
    SPENDING: ("元/年", "", "本省上一年度城镇居民人均消费支出(突破三十六个月时算依法应判的数额用)"),
}
"""Figures that an office fills in: unit, series, what it is for."""
DEPARTMENTS: Final = ("民政", "残联", "妇联", "总工会", "教育", "乡村振兴", "退役军人事务", "医疗保障")


@dataclass(frozen=True, slots=True)
class OfficeSettings:
    """What office.yml says."""

    name: str
    province: str
    area_codes: tuple[str, ...]
    places: tuple[str, ...]
    court_codes: tuple[str, ...] = ()
    departments: tuple[str, ...] = DEPARTMENTS
    great_loss: Decimal | None = None
    loss_since: str | None = None
    standard: str = ""


@dataclass(frozen=True, slots=True)
class Office:
    """What an office sets for a run: its area, its own threshold of a great loss, its own catalogue folders."""

    area: Area = field(default_factory=Area)
    great_loss: Decimal | None = None
    loss_since: str | None = None
    catalog: tuple[Path, ...] = ()

    def great_loss_on(self, on: date) -> Decimal:
        """Yuan from which a loss is great on a day: the office's own from its first day on, else the shipped value.

        Raises:
            UserFileError: no value is in force on that day.
        """
        if self.great_loss is not None and (self.loss_since is None or self.loss_since <= on.isoformat()):
            return self.great_loss
        return law_value("重大财产损失", on)


def load_office(folder: Path) -> Office:
    """Read an office's folder for a run.

    Raises:
        UserFileError: there is no office.yml, or it says what cannot be used.
    """
    settings = read_settings(folder)
    area = Area(names=settings.places, codes=settings.area_codes)
    return Office(area, settings.great_loss, settings.loss_since, (folder,))


def read_settings(folder: Path) -> OfficeSettings:
    """Read office.yml.

    Raises:
        UserFileError: with every problem.
    """
    path = folder / FILE
    if not path.is_file():
        message = f"没有找到 {path}。请先运行 yingjiu init {folder},或检查 --office 的路径"
        raise UserFileError([Problem(FILE, 0, message)])
    top = read_document(path)
    top.allow(KEYS)
    name = top.text("名称", required=True)
    codes = top.texts("地区代码")
    for code in codes:
        if not re.fullmatch(r"[1-9]\d{5}", code):
            top.refuse(f"地区代码“{code}”应是六位数字(行政区划代码,即本地身份证号前六位)", "地区代码")
    amount, since = _read_loss(top)
    settings = OfficeSettings(
        name=name,
        province=top.text("省"),
        area_codes=codes,
        places=top.texts("本地地名"),
        court_codes=top.texts("法院代字"),
        departments=top.texts("部门") or DEPARTMENTS,
        great_loss=amount,
        loss_since=since,
        standard=top.text("金额标准"),
    )
    if top.problems:
        raise UserFileError(top.problems)
    return settings


def _read_loss(top: Section) -> tuple[Decimal | None, str | None]:
    section = top.section("重大财产损失数额")
    section.allow(("数额", "起始", "依据"))
    text, since = section.text("数额"), section.text("起始") or None
    amount: Decimal | None = None
    if text:
        try:
            amount = Decimal(text.replace(",", ""))
        except InvalidOperation:
            section.refuse(f"“{text}”不是数字,请写多少元,如 20000", "数额")
    if amount is not None and amount <= 0:
        section.refuse("数额应大于零", "数额")
    if since and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", since):
        section.refuse(f"“{since}”应写成 2024-01-01 这样的日期", "起始")
    return amount, since


def write_office(
    folder: Path, settings: OfficeSettings, on: date, figures: Mapping[str, Decimal | None] | None = None
) -> None:
    """Make an office's folder; a file that is there already is not touched.

    Args:
        folder: made when missing.
        settings: for office.yml.
        on: the day from which its figures count.
        figures: what is known of the figures in ``law``, by name; the others are left to fill in.

    Raises:
        FileExistsError: office.yml is there already.
    """
    path = folder / FILE
    if path.exists():
        raise FileExistsError(path)
    folder.mkdir(parents=True, exist_ok=True)
    for name in FOLDERS:
        (folder / name).mkdir(exist_ok=True)
    for name in FIGURES:
        file = folder / "law" / f"{name}.yml"
        if not file.exists():
            write_whole(file, figure_text(name, settings.province, (figures or {}).get(name), on))
    write_whole(path, settings_text(settings, on))


def settings_text(settings: OfficeSettings, on: date) -> str:
    """office.yml as a person reads and edits it."""
    since = settings.loss_since or on.isoformat()
    return (
        "# 本院设置。改好后用 yingjiu check 检查;每次运行加 --office 本文件夹\n"
        f"名称: {_plain(settings.name)}\n"
        f"省: {_plain(settings.province)}\n"
        "# 行政区划代码(六位),用来判断本地、外地;户籍地写明的以户籍地为准\n"
        f"地区代码: {_list(settings.area_codes, quoted=True)}\n"
        "# 户籍地里写的本地名称,如 某某县\n"
        f"本地地名: {_list(settings.places)}\n"
        "# 当地法院案号里的代字,如 苏0722\n"
        f"法院代字: {_list(settings.court_codes)}\n"
        "# 给本院送数据的部门\n"
        f"部门: {_list(settings.departments)}\n"
        "# 盗窃、诈骗等损失达到多少元算重大;从哪一天起用这个数,依据是什么\n"
        "重大财产损失数额:\n"
        f"  数额: {settings.great_loss if settings.great_loss is not None else ''}\n"
        f"  起始: {since}\n"
        "  依据: 本院掌握\n"
        "# 金额按哪个标准算(名称见 standards 或自带的标准);不写就在命令里用 --standard 指定\n"
        f"金额标准: {_plain(settings.standard) if settings.standard else ''}\n"
    )


def figure_text(name: str, province: str, value: Decimal | None, on: date) -> str:
    """A file of ``law`` as a person fills it in: a figure with its days, source and signer."""
    unit, series, note = FIGURES[name]
    filled = f"数额:\n  {on.isoformat()}: {value}\n" if value is not None else "数额: {}\n"
    return (
        f"# {note}\n"
        "# 每行写从哪一天起用这个数,如:\n"
        f"#   数额:\n#     {on.year}-01-01: 数\n"
        "# 早于第一行的日期不能算,绝不借用别的年份\n"
        f"名称: {name}\n"
        f"单位: {unit}\n"
        f"省: {_plain(province) if province else ''}\n"
        + (f"口径: {series}\n" if series else "")
        + f"依据:\n签字确认人:\n{filled}"
    )


def _plain(text: str) -> str:
    return f'"{text}"' if not text or re.search(r"[:#\[\]{}\"',&*!|>%@`]", text) else text


def _list(items: Sequence[str], *, quoted: bool = False) -> str:
    return "[" + ", ".join(f'"{i}"' if quoted else _plain(i) for i in items) + "]"
