"""Numbers of a scan to be held against the paper: by table, with the reason."""

from __future__ import annotations

import pytest

from yingjiu.texts.doubts import doubts_of
from yingjiu.texts.page import GivenText, Line, Page
from yingjiu.texts.repairs import mended_numbers, possible_ids, repaired


def scan(text: str, confidence: float = 0.99) -> GivenText:
    lines, at = [], 0
    for row in text.split("\n"):
        line = repaired(row)
        mended = tuple((at + a, at + b, old) for a, b, old in mended_numbers(row, line))
        lines.append((line, Line(at, at + len(line), (0, 0, 10, 10), confidence, (), mended)))
        at += len(line) + 1
    return GivenText((Page(1, "\n".join(row for row, _ in lines), tuple(line for _, line in lines), (10, 10)),), "ocr")


DOUBTS = [
    ("公民身份号码11010519491231002X。", 0.99, [], "sound"),
    ("公民身份号码110105194912\n31002X。", 0.99, [], "sound, broken over two lines"),
    ("公民身份号码110105194912310022。", 0.99, ["证件号码"], "the check fails"),
    ("公民身份号码11010519491331002X。", 0.99, ["证件号码"], "no thirteenth month"),
    ("公民身份号码1101O519491231002X。", 0.99, ["证件号码"], "repaired: told, though it fits"),
    ("公民身份号码1101051949123100X。", 0.99, ["证件号码"], "a sign is missing"),
    ("电话13800138000。", 0.99, [], "no identity number"),
    ("赔偿58,047.90元", 0.99, [], "separators as they should be"),
    ("赔偿58,04元", 0.99, ["金额"], "two digits after a separator"),
    ("赔偿5,8047元", 0.99, ["金额"], "four digits after a separator"),
    ("赔偿66.72.66元", 0.99, ["金额"], "two points"),
    ("赔偿3.5万元", 0.99, [], "tenths of 万"),
    ("赔偿580U0元", 0.99, ["金额"], "repaired"),
    ("赔偿58000元", 0.6, ["整页", "金额"], "an unsure line on an unsure page"),
    ("赔偿58000元", 0.75, ["金额"], "an unsure line"),
    ("人民币伍万元整（¥50,000.00元）", 0.99, [], "words and digits agree"),
    ("人民币伍万元整（¥60,000.00元）", 0.99, ["金额"], "words and digits differ"),
    ("赔偿50000元（大写：伍万伍仟元整）", 0.99, ["金额"], "digits first"),
    ("某检刑诉〔2021〕12号", 0.99, [], "a case number"),
    ("某检刑诉〔2921〕12号", 0.99, ["案号"], "no year"),
    ("某检刑诉〔2021〕12号", 0.75, ["案号"], "an unsure line"),
    ("某检刑诉〔2021]129号", 0.99, [], "mixed brackets are mended by the clean text"),
]


@pytest.mark.parametrize(("text", "confidence", "wanted", "why"), DOUBTS)
def test_doubts(text: str, confidence: float, wanted: list[str], why: str) -> None:
    found = doubts_of(scan(text, confidence))
    assert [doubt.what for doubt in found] == wanted, why
    for doubt in found:
        assert "4912" not in str(doubt), "an identity number is masked"


def test_only_recognised_pages_are_doubted() -> None:
    assert doubts_of(GivenText((Page(1, "公民身份号码110105194912310022。"),), "docx")) == ()
    mixed = GivenText((scan("赔偿58,05元").pages[0], Page(2, "赔偿58,04元")), "ocr")
    assert [doubt.shown for doubt in doubts_of(mixed)] == ["58,05"]


def test_a_single_fitting_repair_is_proposed_and_not_used() -> None:
    given = scan("公民身份号码11010519491231082X。")
    (doubt,) = doubts_of(given)
    assert given.text == "公民身份号码11010519491231082X。", "the text stays as it was given"
    assert "第16位改为0" in doubt.todo
    assert "没有采用" in doubt.todo


ONE_OF = [
    ("11010519491231002X", True, "sound itself"),
    ("1101051949123100KX", False, "a letter that stands for no digit"),
    ("11010519491231082X", True, "one digit taken for another"),
    ("abcdefghijklmnopqr", False, "no number"),
]


@pytest.mark.parametrize(("given", "holds", "why"), ONE_OF)
def test_possible_ids(given: str, holds: bool, why: str) -> None:
    assert ("11010519491231002X" in possible_ids(given)) is holds, why


def test_mended_numbers_name_what_was_given() -> None:
    given = "号码1101O519491231002x"
    assert mended_numbers(given, repaired(given)) == [(2, 20, "1101O519491231002x")]
    assert mended_numbers("赔偿", "赔偿") == []
