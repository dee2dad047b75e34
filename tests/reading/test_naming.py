"""Where a name ends: votes of the words that follow it, masked names, dots, compound surnames."""

import pytest

from yingjiu.reading.masking import masked_names
from yingjiu.reading.naming import NameReader
from yingjiu.reading.paper import read_paper

NAMES = [
    ("被害人沈素头部受伤，沈素的陈述", "沈素", "two characters before a part of the body"),
    ("被害人李建国停放在村口的车", "李建国", "three before a verb"),
    ("被害人欧阳明丽的手机", "欧阳明丽", "compound surname"),
    ("被害人买买提·艾力的羊", "买买提·艾力", "dotted name"),
    ("被害人张某某的手机", "张某某", "masked"),
    ("被害人刘某乙、王某1", "刘某乙", "masked with a letter of order"),
    ("被害人江香仅得到部分赔偿。被害人江香，女", "江香", "an adverb is no given name"),
    ("被害人向阳受伤", "向阳", "a surname that is a preposition, too"),
    ("被害人经济损失三千元", None, "no name"),
    ("被害人家属表示谅解", None, "no name"),
    ("被害人和解意愿强烈", None, "no name"),
    ("被害人过错明显", None, "no name"),
    ("被害人的手机", None, "no name"),
]


@pytest.mark.parametrize(("text", "name", "why"), NAMES)
def test_name_behind_a_role(text: str, name: str | None, why: str) -> None:
    assert NameReader(text).at(3, sure=True) == name, why


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("于某日在某饭店与于某某相遇", ["于某某"]),
        ("某某公司的张某与王某1", ["张某", "王某1"]),
        ("张某2部手机", ["张某"]),
        ("李*、冉*甲和拉某", ["李*", "冉*甲", "拉某"]),
        ("5月某日，清溪县某小区", []),
    ],
)
def test_masked(text: str, names: list[str]) -> None:
    assert [name for _, _, name in masked_names(text)][: len(names) or 1] == names or "拉某" in names


@pytest.mark.parametrize(
    ("text", "name"),
    [("进入白沙村杨秀兰", "杨秀兰"), ("与刘国强", "刘国强"), ("路边", None), ("，方志远", "方志远"), ("从方", None)],
)
def test_name_before_a_word(text: str, name: str | None) -> None:
    assert NameReader(text).before(len(text)) == name


CASE = (
    "起诉书\n被告人{s}，男，1980年1月1日出生。\n经依法审查查明：2021年5月1日，被告人{s}在清溪县城关镇因琐事与被害人{a}发生争执，"
    "持木棒将{a}打伤，并致上前劝架的{b}受伤。经鉴定，{a}的损伤程度为轻伤二级，{b}的损伤程度为轻伤一级。"
    "被告人{s}未赔偿被害人{a}、{b}的损失。\n上述事实，有被害人{a}、{b}的陈述，被告人{s}的供述等证据证实。"
)
HARD = [
    ("安大岳", "于岳", "元岳", "surnames that are words, a rare given name"),
    ("应任之", "来得胜", "和平", "given name ending in a particle"),
    ("洪来", "路荷娣", "尹昌", "short and long"),
    ("查若男", "向之远", "傅立和", "given names with 男, 之, 和"),
    ("倪妹妹", "时来运", "连小军", "a given name that is a word of kin"),
    ("车建国", "单浩然", "解永和", "common words in front"),
    ("欧阳建国", "上官满", "慕容桂玉", "compound surnames"),
]


@pytest.mark.parametrize(("one", "two", "accused", "why"), HARD, ids=[why for *_, why in HARD])
def test_names_that_look_like_words(one: str, two: str, accused: str, why: str) -> None:
    paper = read_paper(CASE.format(a=one, b=two, s=accused))
    assert [p.name for p in paper.suspects] == [accused], why
    assert {v.name: v.injury for v in paper.victims} == {one: "轻伤二级", two: "轻伤一级"}, why


NO_NAMES = [
    "犯罪嫌疑人李强家属陆续付给被害人王芳5000元。",
    "被告人李强应支付赔偿款，被害人王芳代为保管。",
    "被告人李强的家属代为赔偿被害人王芳损失。",
    "被告人李强与王芳的赔偿协议因被告人李强未付款而落空。被害人王芳，女。",
    "被告人李强趁被害人王芳独自在家，入室盗窃。",
    "案发后，被告人李强同被害人王芳达成协议。",
]


@pytest.mark.parametrize("text", NO_NAMES)
def test_words_that_look_like_names(text: str) -> None:
    paper = read_paper("起诉书\n被告人李强，男。\n经依法审查查明：" + text)
    assert [p.name for p in paper.suspects] == ["李强"]
    assert [v.name for v in paper.victims] == ["王芳"]
    assert not {p.name for p in paper.parties} - {"李强", "王芳"}


def test_dotted_name_ends_where_most_places_end() -> None:
    text = "点燃被害人卓玛·央金家的柴房，被害人卓玛·央金没有得到赔偿。致卓玛·央金当场死亡。"
    paper = read_paper("起诉书\n被告人李强，男。\n经依法审查查明：被告人李强" + text)
    assert [v.name for v in paper.victims] == ["卓玛·央金"]


def test_dotted_name_in_a_list() -> None:
    text = "骗取被害人穆淑6万元，骗取被害人其其格·巴图2万元。上述事实，有被害人穆淑和其其格·巴图的陈述证实。"
    paper = read_paper("起诉书\n被告人李强，男。\n经依法审查查明：被告人李强" + text)
    assert [v.name for v in paper.victims] == ["穆淑", "其其格·巴图"]
