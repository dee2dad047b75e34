"""Clean text: what layout put in goes, and every span leads back to the given text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yingjiu.texts.clean import clean_text

LONG = "被告人张某某驾驶小型轿车沿县道由南向北行驶至某某村路段时与"  # fills the page's width

CASES = [
    # given, clean, why
    ("起诉书\n被告人张某，男。", "起诉书\n被告人张某，男。", "nothing to do"),
    ("刑 事 判 决 书", "刑事判决书", "spaced-out title"),
    ("询  问  笔  录\n", "询问笔录", "title spaced by two blanks"),
    ("谅　解　书\n兹有", "谅解书\n兹有", "full-width blanks"),
    ("收　条\n今收到", "收条\n今收到", "a word of two signs"),
    ("审 判 员　张 三", "审判员 张三", "title and name stay apart"),
    ("审 判 长 李 四", "审判长 李四", "even with equal blanks"),
    ("时间：2021年7月18日　地点：派出所", "时间：2021年7月18日 地点：派出所", "two fields on one line stay apart"),
    ("于 2021 年 3 月 5 日", "于2021年3月5日", "blanks around digits"),
    ("姓名 张三 性别 男 民族 汉", "姓名 张三 性别 男 民族 汉", "男 is a value, no spaced-out word"),
    ("姓名\t张三\t性别\t男", "姓名\t张三\t性别\t男", "cells of a table row"),
    ("出具谅 解书，对被告 人表示谅解", "出具谅解书，对被告人表示谅解", "known words broken by a blank"),
    ("3299211990\n08013422", "329921199008013422", "identity number over two lines"),
    ("号码329921 19900801 3422，", "号码329921199008013422，", "identity number in groups"),
    ("号码３２９９２１１９９００８０１３４２２", "号码329921199008013422", "full-width digits"),
    ("某检刑诉〔2021]12号", "某检刑诉〔2021〕12号", "mixed brackets"),
    ("某检刑诉[2021]12号", "某检刑诉〔2021〕12号", "square brackets"),
    ("某检刑诉(2021】12号", "某检刑诉〔2021〕12号", "mixed brackets"),
    ("（2021)苏3299刑初3号", "（2021）苏3299刑初3号", "round ones stay round"),
    ("(2021)苏3299刑初3号", "（2021）苏3299刑初3号", "round ones become full-width"),
    ("一、事实。\r\n二、证据。\r\n", "一、事实。\n二、证据。", "Windows line ends"),
    ("赔\u200b偿\ufeff款\u00ad项", "赔偿款项", "invisible signs"),
    ("第一段。\n\n\n第二段。", "第一段。\n第二段。", "one break between paragraphs"),
    ("第一段。\n- 3 -\n第二段。", "第一段。\n第二段。", "page number"),
    ("第一段。\n— 3 —\n第二段。", "第一段。\n第二段。", "page number"),
    ("第一段。\n第3页 共5页\n第二段。", "第一段。\n第二段。", "page number of a record"),
    ("第一段。\n3\n第二段。", "第一段。\n第二段。", "bare page number"),
    ("共计人民币\n300\n元", "共计人民币\n300\n元", "a number with its measure is no page number"),
    ("（此页无正文）\n2021年3月5日", "2021年3月5日", "an empty page's note"),
    ("审\n判\n员\n张三", "审判员\n张三", "a word written downwards"),
    (
        f"{LONG}\n被害人王某相撞。\n二、证据。",
        f"{LONG}被害人王某相撞。\n二、证据。",
        "a line that fills the width runs on",
    ),
    (f"{LONG}\n- 2 -\n被害人王某相撞。", f"{LONG}被害人王某相撞。", "also over a page number"),
    (f"{LONG}谅\n解书一份。", f"{LONG}谅解书一份。", "a word broken by the line"),
    (f"问：{LONG}\n答：是的。", f"问：{LONG}\n答：是的。", "an answer begins a paragraph"),
    ("被害人李某，\n女，汉族。", "被害人李某，女，汉族。", "no paragraph ends with a comma"),
    ("某县人民法院\n刑事判决书\n（2021）苏3299刑初3号\n公诉机关某县人民检察院。", None, "a head stays as it is"),
    ("申请人：王某\n2021年3月5日", None, "signature and date stay apart"),
    (
        "某县人民法院 刑事判决书 （2019）苏3299刑初50号 公诉机关某检察院。 被告人张某。 审判长 李四 书记员 王五",
        "某县人民法院\n刑事判决书\n（2019）苏3299刑初50号\n公诉机关某检察院。\n被告人张某。\n审判长 李四\n书记员 王五",
        "a judgment given as one line",
    ),
    ("问:赔了吗?\n答:没有,一分没赔", "问：赔了吗？\n答：没有，一分没赔", "half-width signs beside Chinese"),
    ("", "", "empty"),
    (" \n\t\n", "", "blank"),
]


@pytest.mark.parametrize(("given_text", "wanted", "why"), CASES)
def test_clean(given_text: str, wanted: str | None, why: str) -> None:
    cleaned = clean_text(given_text)
    assert cleaned.text == (given_text if wanted is None else wanted), why
    assert clean_text(cleaned.text).text == cleaned.text, "stable"


def test_quote_is_given_text() -> None:
    cleaned = clean_text("第一段。\n公民身份号码3299211990\n0801 3422，住某县。")
    start = cleaned.text.index("3299")
    assert cleaned.text[start : start + 18] == "329921199008013422"
    assert cleaned.quote(start, start + 18) == "3299211990\n0801 3422"
    assert cleaned.span(3, 3) == (3, 3)


def test_no_offset_is_lost_in_a_long_text() -> None:
    given_text = "甲乙丙丁。\n" * 5000 + "刑 事"
    cleaned = clean_text(given_text)
    assert cleaned.text.endswith("刑事")
    assert cleaned.span(len(cleaned.text) - 1, len(cleaned.text)) == (len(given_text) - 1, len(given_text))


PIECES = st.sampled_from(
    [
        *"被害人谅解书审判长员一二三年月日号男女。，；：、（）()〔]【 \t\n\r\u3000\u200b12０９XxＡ-—·第页共/,",
        "3299211990\n0801 3422",
        "刑 事 判 决 书",
        "（2021]12号",
        "\n7\n",
        LONG,
        LONG[::-1],
        "审\n判\n长\n王 五",
    ]
)


@given(st.lists(PIECES, max_size=30).map("".join) | st.text(max_size=40))
def test_offsets_are_a_map(given_text: str) -> None:
    cleaned = clean_text(given_text)
    offsets = list(cleaned.offsets)
    assert len(offsets) == len(cleaned.text) + 1
    assert all(before < after for before, after in pairwise(offsets[:-1]))
    assert 0 <= offsets[0] <= offsets[-1] <= len(given_text)
    for start, end in ((0, len(cleaned.text)), (len(cleaned.text) // 3, len(cleaned.text) // 2)):
        first, last = cleaned.span(start, end)
        assert cleaned.quote(start, end) == given_text[first:last]
    assert clean_text(cleaned.text).text == cleaned.text
