"""Zones of papers: where the same word is a claim, a finding or a statute."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yingjiu.reading.sentences import sentence_at, split_sentences
from yingjiu.reading.zones import KINDS, find_zones

JUDGMENT = (
    "清溪县人民法院\n刑事判决书\n（2021）新9931刑初1号\n公诉机关清溪县人民检察院。\n被告人李强，男，农民。\n"
    "清溪县人民检察院指控，被告人李强打伤王秀英。\n附带民事诉讼原告人王秀英诉称，要求赔偿3万元。\n"
    "被告人李强辩称，已赔偿。\n经审理查明，李强打伤王秀英。\n上述事实，有谅解书证实。\n"
    "本院认为，李强构成故意伤害罪。对辩护人提出的意见予以采纳。\n判决如下：\n一、李强犯故意伤害罪。\n"
    "如不服本判决，可以上诉。\n审判长 方某\n附：相关法律条文\n故意伤害他人身体，致人重伤、死亡的"
)
PLACES = [
    ("王秀英。\n附带", "指控", "the charge"),
    ("要求赔偿", "诉称", "the claim"),
    ("已赔偿", "辩称", "what the offender merely claims"),
    ("谅解书", "证据", "evidence list"),
    ("采纳", "认为", "the court on the defence is no defence"),
    ("一、李强", "判决", "verdict"),
    ("审判长", "落款", "signature"),
    ("致人重伤", "附录", "appended statute"),
]


@pytest.mark.parametrize(("words", "kind", "why"), PLACES)
def test_judgment(words: str, kind: str, why: str) -> None:
    assert find_zones(JUDGMENT, "刑事判决书").kind_at(JUDGMENT.index(words)) == kind, why


def test_record_is_question_and_answer() -> None:
    text = "询问笔录\n被询问人：王秀英\n问：家里困难吗？\n答：不困难。"
    zones = find_zones(text, "询问笔录")
    assert [zone.kind for zone in zones] == ["首部", "问", "答"]


def test_opinion_has_a_conclusion() -> None:
    text = "鉴定书\n二、分析说明：重伤二级、轻伤一级各有条款。\n三、鉴定意见：构成轻伤二级。"
    zones = find_zones(text, "鉴定意见")
    assert zones.kind_at(text.index("轻伤二级")) == "认为"
    assert zones.kind_at(text.index("重伤二级")) == "正文"


@given(
    st.lists(st.sampled_from(JUDGMENT.split("\n")), max_size=12).map("\n".join),
    st.sampled_from(["刑事判决书", "起诉书", "询问笔录", "鉴定意见", "谅解书", "其他"]),
)
def test_zones_cover_the_text(text: str, kind: str) -> None:
    """Zones follow each other without gap or overlap, each of a known kind."""
    zones = list(find_zones(text, kind))
    assert zones[0].start == 0
    assert zones[-1].end == len(text)
    assert all(a.end == b.start for a, b in pairwise(zones))
    assert all(zone.kind in KINDS for zone in zones)


@given(st.text(alphabet="甲乙。；！\n，”", max_size=40))
def test_sentences_cover_all_words(text: str) -> None:
    places = split_sentences(text)
    assert "".join(text[s:e] for s, e in places).replace("\n", "") == text.replace("\n", "")
    assert all(sentence_at(text, start)[0] <= start for start, _ in places)
