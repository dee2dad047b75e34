"""Reading never raises, and every value that is not unknown quotes the given text."""

import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from yingjiu.reading.charges import find_cause, find_charges
from yingjiu.reading.facts import Compensation, Forgiven, Paper, Span
from yingjiu.reading.keywords import find_keywords
from yingjiu.reading.paper import read_paper
from yingjiu.reading.people import find_people
from yingjiu.reading.zones import Zone, Zones
from yingjiu.values.idcard import check_character

BANK: list[dict[str, Any]] = YAML(typ="safe").load(Path(__file__).with_name("papers.yml").read_text("utf-8"))
WORDS = [
    "被害人",
    "被告人",
    "犯罪嫌疑人",
    "张某某",
    "王小明",
    "欧阳兰",
    "买买提·艾力",
    "系",
    "之妻",
    "的母亲",
    "（",
    "）",
    "、",
    "和",
    "，",
    "。",
    "；",
    "：",
    "\n",
    "重伤二级",
    "轻伤贰级",
    "死亡",
    "窃得",
    "停放",
    "家中",
    "现金",
    "1,200",
    "3万元",
    "（2022）新9931刑初3号",
    "一案",
    "盗窃罪",
    "我",
    "问：",
    "答：",
    "经审理查明",
    "本院认为",
    "判决如下",
    "附相关法律条文",
    "赔偿",
    "谅解",
    "未",
    "某",
    "*",
    "×",
    "1",
    "2021年3月5日",
    "二〇二一年三月五日",
    "男",
    "女",
    "住",
    "身份证号",
    "低保",
    "靠",
    "借",
    "公司",
    "法定代理人",
    "申请执行",
    "收到",
    "收条",
]


SON = "32999919721221" + "671" + check_character("32999919721221671")


def spans_of(paper: Paper) -> list[Span]:
    parties = [*paper.suspects, *paper.parties, *(r for v in paper.victims for r in v.relatives)]
    spans = [span for party in parties for span in party.spans]
    for evidence in (paper.evidence, *(victim.evidence for victim in paper.victims)):
        spans += [span for some in evidence.values() for span in some]
    return spans + list(paper.enforcement.spans if paper.enforcement else ())


def check(text: str) -> None:
    paper = read_paper(text)
    assert all(text[span.start : span.end] == span.quote and span.quote for span in spans_of(paper))
    for victim in paper.victims:
        told = {name for name in ("injury", "loss", "birth", "sex", "id_number", "address") if getattr(victim, name)}
        told |= {"compensation"} if victim.compensation is not Compensation.UNKNOWN else set()
        told |= {"forgiven"} if victim.forgiven is not Forgiven.UNKNOWN else set()
        told |= {"hardship"} if victim.hardship else set()
        assert told | {"name"} <= {name for name, spans in victim.evidence.items() if spans}
    for name in ("charge", "cause", "injury", "day", "own_number"):
        assert not getattr(paper, name) or paper.evidence.get(name), name


@given(st.lists(st.sampled_from(WORDS), max_size=60).map("".join))
@settings(max_examples=150, deadline=None)
def test_words_in_any_order(text: str) -> None:
    check(text)


@given(st.text(alphabet=st.characters(min_codepoint=0x20, max_codepoint=0x9FFF), max_size=120))
@settings(max_examples=100, deadline=None)
def test_any_text(text: str) -> None:
    check(text)


@given(st.lists(st.one_of(st.sampled_from(WORDS), st.characters(categories=["Cs"])), max_size=40).map("".join))
@settings(max_examples=100, deadline=None)
def test_half_characters(text: str) -> None:
    check(text)
    find_charges(text, Zones([Zone("正文", 0, len(text))]))
    find_cause(text)
    find_keywords(text)
    find_people(text, Zones([Zone("正文", 0, len(text))]))


@pytest.mark.parametrize("case", BANK, ids=range(len(BANK)))
def test_damaged_papers(case: dict[str, Any]) -> None:
    """Cut, shuffled and hard-wrapped papers, as bad scans and bad copies give them."""
    draw = random.Random(case["为何"])
    text = case["文"]
    check(text)
    check(text[: len(text) // 2])
    check(text[len(text) // 3 :])
    check("\n".join(text[i : i + 17] for i in range(0, len(text), 17)))
    check("".join(draw.sample(text, len(text))))


@pytest.mark.parametrize("text", ["", " ", "\n\n", "被害人", "　", "号", "某某某", "（", "被害人（"])
def test_next_to_nothing(text: str) -> None:
    assert read_paper(text).victims == ()


def test_lines_broken_inside_words() -> None:
    """PDF text: the name, the grade and the number are broken by lines, the evidence quotes the broken words."""
    text = (
        "起诉书\n被告人李强,男。\n经依法审查查明:2021年3月5日,被告人李强将被害人王\n秀英打伤。"
        "经鉴定,王秀英的损伤程度为重\n伤二级。"
    )
    paper = read_paper(text)
    assert [(v.name, v.injury) for v in paper.victims] == [("王秀英", "重伤二级")]
    assert paper.victims[0].evidence["injury"][0].quote == "重\n伤二级"


def test_file_name_is_only_a_hint() -> None:
    assert read_paper("今日无事。", name="张三/收条.txt").type == "收条"
    assert read_paper("起诉书\n被告人李强,男。", name="收条.txt").type == "起诉书"


def test_a_relative_without_a_number_takes_none_from_the_next_line() -> None:
    paper = read_paper(
        "起诉意见书\n某公诉字〔2021〕6号\n犯罪嫌疑人雷某红，女，1995年10月22日出生。\n"
        "被害人陆华，女，1946年12月2日出生，住某县某镇。\n"
        "被害人近亲属康帆（系被害人陆华之夫），男，1943年7月25日出生，住某县某镇。\n"
        f"被害人近亲属康强（系被害人陆华之子），男，1972年12月21日出生，公民身份号码{SON}，住某县某镇。\n"
        "经依法侦查，现查明：犯罪嫌疑人雷某红持刀捅刺被害人陆华，致被害人陆华当场死亡。\n涉嫌故意杀人罪。\n2021年4月16日\n"
    )
    told = {r.name: (r.id_number, r.birth) for r in paper.victims[0].relatives}
    assert told == {"康帆": (None, "1943-07-25"), "康强": (SON, "1972-12-21")}
