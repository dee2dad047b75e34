"""Hardship told in a file: what sort, whose, and what is none (decoys)."""

from __future__ import annotations

import pytest

from yingjiu.reading.facts import Paper
from yingjiu.reading.paper import read_paper

HURT = "询问笔录\n被询问人：苗桂兰，女，1971年4月5日出生，系本案被害人\n问：你家里困难吗？\n答：{}"
KIN = "询问笔录\n被询问人：苗桂兰，女，1971年4月5日出生，系死者苗大山之妻\n问：家里怎样？\n答：{}"
LETTER = (
    "信访事项登记表\n信访人：苗桂兰，女，1971年4月5日出生。\n反映：2022年6月1日我被邻居史进财打伤。{}\n2023年2月3日"
)
SUSPECT = "讯问笔录\n被讯问人：史进财，男，1980年3月4日出生。\n问：愿不愿意赔？\n答：{}"
WITNESS = "询问笔录\n被询问人：毛建军，男，系本案证人\n问：你看到了什么？\n答：{}"
OPINION = (
    "起诉意见书\n犯罪嫌疑人史进财，男，1980年3月4日出生。\n经依法侦查查明：2022年6月1日，犯罪嫌疑人史进财持木棍"
    "将被害人苗桂兰打伤，经鉴定为重伤二级。{}\n综上所述，犯罪嫌疑人史进财的行为涉嫌故意伤害罪。"
)
JUDGMENT = (
    "刑事判决书\n公诉机关清河县人民检察院。\n被告人史进财，男，1980年3月4日出生。\n经审理查明，2021年5月6日，被告人史进财"
    "将被害人苗桂兰打成重伤。{}\n本院认为，被告人史进财犯故意伤害罪。\n判决如下：被告人史进财犯故意伤害罪。"
)


def told(paper: Paper, polarity: str) -> set[tuple[str, str | None]]:
    return {(f.value, f.person) for f in paper.facts if f.kind == "困难" and f.polarity == polarity}


TOLD = [
    (HURT, "大女儿上大学办的是生源地贷款。", "助学贷款", "a loan for school"),
    (HURT, "老伴一个星期要做三次血透。", "重病", "illness of the family"),
    (HURT, "看病的钱都是跟亲戚朋友借的。", "治病举债", "treatment on credit"),
    (HURT, "没钱交费，伤没好就出院了。", "停药停治", "treatment cut short"),
    (HURT, "一家五口就指着我一个人打工。", "唯一劳动力", "one earner"),
    (HURT, "离婚后两个孩子都跟着我。", "单亲", "one parent"),
    (HURT, "小儿子辍学去打工了。", "辍学", "left school"),
    (HURT, "弟弟是聋哑人，一直跟我们过。", "家有残疾", "disabled in the family"),
    (HURT, "我开的小店也关门了。", "经营受损", "trade ruined"),
    (HURT, "困难。", "生活困难", "a short answer to the question"),
    (KIN, "他是家里的顶梁柱。", "唯一劳动力", "in a relative's record 他 is the dead"),
    (KIN, "公婆都八十多岁了，孩子还小。", "老幼需养", "old and small"),
    (LETTER, "我没有工作，现在只能借住在亲戚家。", "无住房", "no house"),
    (LETTER, "史进财一分钱没赔，孩子学费都交不起。", "就学困难", "the other side named in a clause of its own"),
    (OPINION, "被害人苗桂兰系单亲母亲。", "单亲", "told by an office of the victim"),
    (OPINION, "因医疗费无着，被害人苗桂兰未能手术。", "无力医治", "the cause stands before the victim"),
    (JUDGMENT, "被害人苗桂兰丧失劳动能力，没有收入。", "无收入", "found by the court"),
    (HURT, "我家就那两亩薄地，一年到头收不了几个钱。", "无收入", "fields that bring nothing"),
    (HURT, "都是东家借西家凑来的。", "负债", "borrowed all round"),
    (HURT, "地里的活一样也干不成了。", "丧失劳动能力", "no work on the land"),
    (HURT, "一天就吃两顿稀饭。", "生活困难", "food"),
    (HURT, "大的读高二，小的才上三年级。", "老幼需养", "children at school"),
    (HURT, "下学期的学费还没影呢。", "就学困难", "fees without source"),
    (HURT, "女儿的书也念不成了。", "辍学", "school broken off"),
    (HURT, "伤口发炎了也不敢去换药。", "停药停治", "no dressing for want of money"),
    (HURT, "一下雨就满屋接水。", "无住房", "a leaking house"),
    (HURT, "孩子他爸坐牢，我一个女人家撑着。", "单亲", "the husband in prison"),
    (HURT, "我是一个人过，没个后人。", "无人照料", "no children"),
    (LETTER, "我儿子不在，丈夫躺在医院。", "重病", "ill kin"),
    (OPINION, "被害人苗桂兰家庭经济十分窘迫。", "生活困难", "said by the office"),
    (OPINION, "被害人苗桂兰的治疗费用均系借款。", "负债", "treatment on loans"),
    (JUDGMENT, "苗桂兰需长期康复，家庭难以承担后续治疗费用。", "无力医治", "costs to come"),
]


@pytest.mark.parametrize(("paper", "words", "sort", "why"), TOLD, ids=[why for *_, why in TOLD])
def test_told(paper: str, words: str, sort: str, why: str) -> None:
    read = read_paper(paper.format(words))
    assert (sort, "苗桂兰") in told(read, "±"), why
    assert read.hardship, why


NOT_TOLD = [
    (HURT, "我家里不困难，没有欠债。", "denied"),
    (HURT, "对方家是低保户，父亲瘫痪在床。", "the other side's"),
    (HURT, "他说他老婆得了癌症，没钱赔我。", "the other side's words"),
    (HURT, "他骗我说办低保要交钱。", "a pretext"),
    (HURT, "我没有残疾，不影响干活。", "denied"),
    (HURT, "我在养老院照顾瘫痪的老人。", "a job"),
    (SUSPECT, "我妈瘫痪，我没有工作，拿不出钱。", "the suspect's record"),
    (WITNESS, "我家里困难，那天出去找活干。", "a witness's own"),
    (OPINION, "犯罪嫌疑人史进财系聋哑人，靠低保生活。", "the suspect's"),
    (OPINION, "史进财以母亲患癌症急需手术为由，骗取苗桂兰五万元。", "a lie"),
    (OPINION, "被害人苗桂兰在县癌症康复医院门口被抢。", "the name of a place"),
    (OPINION, "史进财欠下外债，遂起意盗窃。", "a motive"),
    (JUDGMENT, "被告人史进财辩称其家庭困难，上有老下有小。", "the defence"),
    (JUDGMENT, "史进财的女儿因交不起学费辍学。", "the defendant's daughter"),
    (HURT, "他爸爸瘫痪在床，家里是有点困难。", "the other side's father"),
    (HURT, "那天我去医院看我一个得癌症的同事。", "a colleague"),
    (HURT, "我去银行办贷款买车，出来就被抢了。", "a loan for a car"),
    (OPINION, "被害人苗桂兰表示家庭经济状况良好，不申请司法救助。", "asks for nothing"),
    (OPINION, "被害人苗桂兰放弃治疗费的索赔。", "a claim given up"),
    (JUDGMENT, "史进财为偿还高利贷，遂持刀抢劫。", "a motive"),
]


@pytest.mark.parametrize(("paper", "words", "why"), NOT_TOLD, ids=[why for *_, why in NOT_TOLD])
def test_not_told(paper: str, words: str, why: str) -> None:
    read = read_paper(paper.format(words))
    assert not told(read, "±"), why
    assert not read.hardship, why


def test_the_offenders_poverty_is_kept_as_a_decoy() -> None:
    assert ("在册困难", "史进财") in told(read_paper(OPINION.format("犯罪嫌疑人史进财是低保户。")), "0")
    assert ("重病", "史进财") in told(read_paper(SUSPECT.format("我得了肝硬化和糖尿病。")), "0")


def test_a_denial_is_a_fact_too() -> None:
    assert ("生活困难", "苗桂兰") in told(read_paper(HURT.format("家里不困难。")), "-")


def test_every_place_is_quoted() -> None:
    text = HURT.format("我没有工作，老伴瘫痪在床。")
    facts = [f for f in read_paper(text).facts if f.kind == "困难"]
    assert facts
    assert all(text[f.span.start : f.span.end] == f.span.quote for f in facts)
