"""Counts of the six classes per paper, weidu's four classes, and the shape of both lists."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from yingjiu.catalog.lexicon import load_lexicon
from yingjiu.catalog.wordlist import check_word_list
from yingjiu.reading.facts import TermCount
from yingjiu.reading.keywords import find_keywords, merge_keywords
from yingjiu.reading.paper import read_paper
from yingjiu.reading.stored import paper_from_dict, paper_to_dict

OPINION = (
    "起诉意见书\n犯罪嫌疑人史进财，男，1980年3月4日出生。\n经依法侦查查明：2022年6月1日，犯罪嫌疑人史进财持木棍"
    "将被害人苗桂兰打伤。{}\n综上所述，犯罪嫌疑人史进财的行为涉嫌犯罪。"
)

COUNTS = [
    ("经鉴定，苗桂兰的损伤为重伤贰级。", "重伤二级", (1, 0, 0, 0), "a near-synonym"),
    ("被害人苗桂兰不是低保户。", "低保", (0, 1, 0, 0), "denied"),
    ("犯罪嫌疑人史进财是低保户。", "低保", (0, 0, 1, 0), "the other side's"),
    ("被害人苗桂兰是低保户。", "低保", (1, 0, 0, 0), "the victim's"),
    ("史进财无力赔偿。", "无力赔偿", (1, 0, 0, 0), "a term of the offender's side"),
    ("苗桂兰的损失未赔偿。", "未赔偿", (1, 0, 0, 0), "a word that begins with a negation is not denied by itself"),
    ("史进财的行为构成过失致人死亡罪。", "死亡", (0, 0, 0, 1), "the name of a charge"),
    ("苗桂兰经抢救无效死亡。", "死亡", (1, 0, 0, 0), "无效 denies nothing"),
    ("苗桂兰经抢救无效死亡。", "抢救无效", (1, 0, 0, 0), "both terms of one clause"),
    ("保险公司赔付死亡赔偿金。", "死亡", (0, 0, 0, 1), "the name of a sum"),
]


@pytest.mark.parametrize(("words", "term", "wanted", "why"), COUNTS, ids=[why for *_, why in COUNTS])
def test_counts(words: str, term: str, wanted: tuple[int, ...], why: str) -> None:
    counts = {c.term: c for c in read_paper(OPINION.format(words)).terms}
    one = counts.get(term, TermCount("", term))
    assert (one.counted, one.negated, one.others, one.elsewhere) == wanted, why


def test_counts_and_words_are_stored() -> None:
    paper = read_paper(OPINION.format("苗桂兰无钱医治，经抢救无效死亡。"))
    again = paper_from_dict(paper_to_dict(paper))
    assert paper.terms
    assert paper.words
    assert (again.terms, again.words) == (paper.terms, paper.words)


def test_the_six_classes_hold_the_terms_of_the_law_notes() -> None:
    classes = Counter(entry["组"] for entry in load_lexicon("关键词") if entry["极性"] == "正")
    assert classes == {"身体伤害": 13, "财产损失": 10, "未获赔偿": 14, "生活困难": 12, "特殊身份": 13, "求助信访": 10}


def test_weidu() -> None:
    found = find_keywords("致其重伤二级，现无力承担医疗费。")
    assert sorted(found) == ["人身损害", "伤残死亡", "急需救治且无力承担", "教育医疗"]
    assert not find_keywords("未造成重伤二级。")
    assert not find_keywords("依照第二百三十四条，致人重伤、死亡的。")
    assert merge_keywords([{"甲": ("一", "二")}, {"甲": ("二", "三", "四")}]) == {"甲": ("一", "二", "三")}


GOOD = "- {组: 身体伤害, 名: 死亡, 词: [死亡, 身亡], 极性: 正, 方: 被害方, 段: 事实, 权: 5}\n"
WRONG = [
    (GOOD + GOOD.replace("名: 死亡", "名: 亡故"), 2, "已经在第1行写过", "a word under two terms"),
    (GOOD + GOOD.replace("[死亡, 身亡]", "[遇害]"), 2, "“死亡”已经在第1行写过", "a term twice"),
    (GOOD.replace("身亡", "死亡"), 1, "写了两次", "a word twice in a line"),
    (GOOD.replace("段: 事实, ", ""), 1, "缺少“段”", "a key missing"),
    (GOOD.replace("组: 身体伤害", "组: 人身伤害"), 1, "身体伤害", "an unknown class, with the near one"),
    (GOOD.replace("极性", "性质"), 1, "不认识“性质”", "an unknown key"),
    (GOOD.replace("身亡", "并非死亡"), 1, "否定", "a synonym with a negation inside"),
    (GOOD.replace("极性: 正", "极性: 反").replace("身亡", "未付清"), 1, "否定", "a denial among what speaks against"),
    (GOOD.replace("[死亡, 身亡]", "死亡"), 1, "一列词", "no list"),
    ("死亡: 5\n", 1, "一列", "no entries"),
]


@pytest.mark.parametrize(("text", "line", "said", "why"), WRONG, ids=[why for *_, why in WRONG])
def test_wrong_lists_are_told_by_line(text: str, line: int, said: str, why: str) -> None:
    problems = check_word_list(Path("关键词.yml"), YAML(typ="rt").load(text))
    assert any(p.line == line and said in p.message for p in problems), (why, problems)


def test_a_broken_phrase_is_told() -> None:
    text = "- {类: 重病, 词: [癌], 近: '(癌'}\n"
    assert "正则" in check_word_list(Path("困难.yml"), YAML(typ="rt").load(text))[0].message
