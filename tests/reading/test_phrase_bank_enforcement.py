"""The phrase bank of enforcement (law.md §3.3, part E, 84–98): how the case was closed, and whether it is finished.

Each phrase stands in a ruling on the claim of 王大江 against 李四 for 50,000 yuan; only what is performed is finished.
"""

from __future__ import annotations

from decimal import Decimal

import pytest

from yingjiu.reading.paper import read_paper

_RULING = (
    "某县人民法院\n执行裁定书\n（2022）某0199执12号\n申请执行人:王大江,男,1980年1月1日出生。\n被执行人:李四,男。\n"
    "王大江与李四人身损害赔偿一案,(2021)某0199民初5号民事判决书已发生法律效力,李四应支付王大江50000元。{}\n"
    "依照《中华人民共和国民事诉讼法》之规定,裁定如下:\n{}\n本裁定送达后即发生法律效力。\n二〇二二年九月一日"
)
_ENDED = "终结(2021)某0199民初5号民事判决书的本次执行程序。"

BANK = [
    (84, "经查,无可供执行财产。", _ENDED, "终结本次执行程序", False, "this round ends unpaid"),
    (85, "未发现被执行人有可供执行的财产。", _ENDED, "终结本次执行程序", False, "nothing found"),
    (86, "申请执行人亦不能提供被执行人可供执行的财产线索。", _ENDED, "终结本次执行程序", False, "no hint either"),
    (87, "被执行人名下无财产可供执行。", _ENDED, "终结本次执行程序", False, "nothing to take"),
    (88, "本院已将被执行人纳入失信被执行人名单。", _ENDED, "终结本次执行程序", False, "listed as dishonest"),
    (89, "本院对被执行人限制消费。", _ENDED, "终结本次执行程序", False, "restricted"),
    (90, "被执行人下落不明。", _ENDED, "终结本次执行程序", False, "not to be found"),
    (91, "本案执行到位8000元,尚有42000元未执行到位。", _ENDED, "终结本次执行程序", False, "a part came"),
    (92, "本案未履行金额50000元。", _ENDED, "终结本次执行程序", False, "the open sum"),
    (
        93,
        "被执行人死亡,无遗产可供执行。",
        "终结(2021)某0199民初5号民事判决书的执行。",
        "终结执行",
        False,
        "ended for good",
    ),
    (94, "被执行人无财产。", "终止本次执行。", "终结本次执行程序", False, "the popular misnomer"),
    (95, "发现被执行人有财产。", "恢复(2021)某0199民初5号民事判决书的执行。", "恢复执行", False, "taken up again"),
    (96, "被执行人已履行,本案执行完毕。", "(2021)某0199民初5号民事判决书执行完毕,予以结案。", "执行完毕", True, "paid"),
    (
        97,
        "双方达成执行和解协议,约定分期履行。",
        "终结(2021)某0199民初5号民事判决书的执行。",
        "终结执行",
        False,
        "agreed, to be performed",
    ),
    (98, "因被执行人住院。", "中止(2021)某0199民初5号民事判决书的执行。", "中止执行", False, "stays, not ended"),
]


@pytest.mark.parametrize(("number", "told", "ruled", "closing", "finished", "why"), BANK)
def test_phrase(number: int, told: str, ruled: str, closing: str, finished: bool, why: str) -> None:
    paper = read_paper(_RULING.format(told, ruled))
    assert paper.enforcement is not None, number
    assert (paper.enforcement.closing, paper.enforcement.finished) == (closing, finished), (number, why)


def test_sums_of_91() -> None:
    paper = read_paper(_RULING.format("本案执行到位8000元,尚有42000元未执行到位。", _ENDED))
    assert paper.enforcement is not None
    assert (paper.enforcement.target, paper.enforcement.collected) == (Decimal(50000), Decimal(8000))
