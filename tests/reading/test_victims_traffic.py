"""Victims of crashes, fights and odd papers: who was hurt, who only drove, owned, helped or saw."""

import pytest

from yingjiu.reading.paper import read_paper

CRASHES = [
    (
        "公诉机关指控，被告人程远驾驶货车与对向的由鲁某甲驾驶并搭乘鲁某乙、娄某的摩托车相撞，造成鲁某甲当场死亡，鲁某乙、娄某受伤。",
        {"鲁某甲", "鲁某乙", "娄某"},
        "the charge opens the text; the other driver and those he carried",
    ),
    (
        "被告人程远驾驶轿车搭载韦某姣、李某明，与韦某佳驾驶的电动车相撞，造成韦某佳、韦某姣死亡，李某明受伤。",
        {"韦某姣", "李某明", "韦某佳"},
        "names of which only the middle is hidden",
    ),
    (
        "被告人程远驾驶农用车下坡时翻车，致副驾驶座的乘车人龚某及车斗上的妻子卢某、儿子卢某甲受重伤。",
        {"龚某", "卢某", "卢某甲"},
        "a loose list: what befell the last befell all",
    ),
    (
        "被告人程远驾车先与李某驾驶的出租车剐蹭，又撞倒行人崔某，致崔某当场死亡。司机李某报警。",
        {"崔某"},
        "whose car was scratched is no victim where another was killed",
    ),
    (
        "被告人程远驾车与尹某驾驶的电动车相撞，尹某倒地后被由姜某驾驶的货车碾压，尹某当场死亡。程远、姜某负同等责任。",
        {"尹某"},
        "who drove over him bears a share, and is no victim",
    ),
    (
        "被告人程远驾驶轿车与由南向北行驶的徐某1驾驶、徐某2乘坐的三轮车相撞，致徐某2死亡、徐某1受伤。",
        {"徐某1", "徐某2"},
        "X驾驶、Y乘坐的",
    ),
    (
        "被告人程远驾驶客车冲出路基，造成乘客唐某、何某、邓某三人死亡，李某等二十人受伤。",
        {"唐某", "何某", "邓某", "李某"},
        "two lists",
    ),
    ("被告人程远酒后驾车撞死路边行走的夏某后，乘坐廖某的车离开。", {"夏某"}, "乘坐X的车: whose car it is"),
    ("被告人程远驾车落水，造成车内人员邵某、孟某溺水死亡。", {"邵某", "孟某"}, "车内人员"),
    (
        "被告人程远驾车翻覆发生事故，致马某乙（女，1979年5月生，某县人，系被告人程远的妻子，事发时坐在后排）、曹某、魏某受伤。上述事实有证人曹某、魏某的证言。",
        {"马某乙", "曹某", "魏某"},
        "a long bracket inside the list; the hurt are heard as witnesses",
    ),
    (
        "被告人程远驾驶货车，与王某驾驶的摩托车相撞，造成一人死亡、乘车人孙某受伤。",
        {"王某", "孙某"},
        "who died is not named again: the driver may be he",
    ),
    ("被告人程远驾车撞伤杜某，致其崔某13处损坏。杜某重伤二级。", {"杜某"}, "a number of pieces is no part of a name"),
]


@pytest.mark.parametrize(("text", "names", "why"), CRASHES, ids=[why for _, _, why in CRASHES])
def test_crashes(text: str, names: set[str], why: str) -> None:
    assert {victim.name for victim in read_paper(text).victims} == names, why


FIGHTS = [
    (
        "起诉书\n被告人胡大，男，1995年5月5日出生。\n被告人卢二，男，1996年5月5日出生。\n"
        "经依法审查查明：被告人胡大与被告人卢二争吵并互殴。被告人胡大持酒瓶将卢二打伤，卢二被鉴定为轻伤二级。",
        {"卢二"},
        "a defendant whom another defendant struck",
    ),
    (
        "起诉书\n被告人胡大，男，1995年5月5日出生。\n被告人卢二，男，1996年5月5日出生。\n"
        "经依法审查查明：被告人胡大、卢二与姚三发生争吵，姚三被胡大打伤面部。",
        {"姚三"},
        "被X打伤: X did it",
    ),
]


@pytest.mark.parametrize(("text", "names", "why"), FIGHTS, ids=[why for _, _, why in FIGHTS])
def test_fights(text: str, names: set[str], why: str) -> None:
    assert {victim.name for victim in read_paper(text).victims} == names, why


def test_name_of_four_characters_where_the_shorter_never_ends() -> None:
    text = "起诉书\n被告人李大强，男。\n经依法审查查明：被告人李大强殴打被害人丁春文凯。被害人丁春文凯的陈述证实。"
    assert [victim.name for victim in read_paper(text).victims] == ["丁春文凯"]


def test_party_block_that_goes_on_behind_its_full_stop_tells_the_kin() -> None:
    text = (
        "刑事附带民事判决书\n附带民事诉讼原告人汤秀娥，女，1965年3月2日出生，住清溪县。系被害人邹立根之妻。\n"
        "被告人阎大鹏，男，1988年2月1日出生。\n经审理查明，被告人阎大鹏驾车将邹立根撞倒，邹立根当场死亡。"
    )
    (victim,) = read_paper(text).victims
    assert victim.name == "邹立根"
    assert [(party.name, party.relation) for party in victim.relatives] == [("汤秀娥", "妻")]


def test_what_the_widow_calls_her_own_is_of_the_dead_too() -> None:
    text = (
        "询问笔录\n被询问人：章小琴，女，1987年2月2日出生，系死者麻军之妻。\n问：你和麻军是什么关系？\n"
        "答：我是麻军的妻子，我们有一个女儿叫麻朵朵，还有公公麻德才、婆婆叶阿花要养。\n问：说一下经过。\n"
        "答：我丈夫麻军被车撞了，当场就死了。\n问：还有补充吗？\n答：没有。"
    )
    (victim,) = read_paper(text).victims
    assert {party.name: party.relation for party in victim.relatives} == {
        "章小琴": "妻",
        "麻朵朵": "女",
        "麻德才": "父",
        "叶阿花": "母",
    }
