"""Who is a victim: the ways real files introduce one (reading.md), and those who are none."""

import pytest

from yingjiu.reading.paper import read_paper

HEAD = "起诉书\n被告人李大强，男，1980年1月1日出生。\n经依法审查查明："

VICTIMS = [
    ("被告人李大强窃得陈秀英停放在楼下的电动车一辆。", {"陈秀英"}, "窃得X停放的"),
    ("被告人李大强进入白沙村杨玉兰家，盗走现金500元。", {"杨玉兰"}, "place + X家"),
    ("被告人李大强将刘建国家的门锁撬开。", {"刘建国"}, "将X家的"),
    ("被告人李大强趁吴小红不备，将其钱包扒走。", {"吴小红"}, "趁X不备"),
    ("失主周桂花报案。", {"周桂花"}, "失主"),
    ("被告人李大强驾车撞倒行人郑长贵，致郑长贵当场死亡。", {"郑长贵"}, "行人, 致X死亡"),
    ("与王海涛驾驶的二轮摩托车相撞，致王海涛及乘坐人何小妹受伤。", {"王海涛", "何小妹"}, "与X驾驶的, 乘坐人"),
    ("被告人李大强与孙立民发生口角，后持刀将孙立民捅伤。", {"孙立民"}, "与X发生口角"),
    ("被告人李大强强行与冯小丽发生性关系。", {"冯小丽"}, "与X发生性关系"),
    ("造成工人蒋大海、韩小宝死亡。", {"蒋大海", "韩小宝"}, "list with 工人"),
    ("被害人（女）许月娥被骗。", {"许月娥"}, "bracket between role and name"),
    ("被害人曹金花、被害人谢银花，以及彭铜花的陈述。", {"曹金花", "谢银花"}, "list with roles"),
    ("被害人张某甲、刘某乙和王某1的陈述。", {"张某甲", "刘某乙", "王某1"}, "masked list"),
    ("被告人李大强骗取董美玲人民币3万元。", {"董美玲"}, "骗取X"),
    ("被害单位清溪县供销合作社的仓库被盗。", {"清溪县供销合作社"}, "organisation"),
    ("被告人李大强骗取贝春梅2.6万元、岑长贵15万元。", {"贝春梅", "岑长贵"}, "list with sums, a digit ends no name"),
    ("被告人李大强诱骗顾某转账3000元、卞某转账4500元。", {"顾某", "卞某"}, "list with transfers"),
    ("被告人李大强骗取苏国庆、苏国强兄弟二人现金9万元。", {"苏国庆", "苏国强"}, "list behind a verb"),
    ("被告人李大强扔下的砖头砸中路过的封玉兰头部。", {"封玉兰"}, "砸中X头部"),
    ("被告人李大强殴打邻居农桂花左手。", {"农桂花"}, "part of the body behind the name"),
    ("被告人李大强趁店主俞桂花不备盗走手机一部。", {"俞桂花"}, "店主X"),
    ("被告人李大强持刀捅伤戎建军腹部。", {"戎建军"}, "a rare surname"),
    ("被告人李大强将甲某砍成重伤二级、将丙某砍成轻伤一级。", {"甲某", "丙某"}, "甲某 as a name"),
    ("将代某4.5万元、靳某甲3万元装修款据为己有。", {"代某", "靳某甲"}, "masked list with sums"),
    ("被害人段某及其儿子段某小被打，段某轻伤，段某小轻微伤。", {"段某", "段某小"}, "a mask beside a longer one"),
    ("祝某、祝小某均被打伤，祝小某轻微伤。", {"祝某", "祝小某"}, "the child of 祝某"),
    ("被告人李大强多次殴打其妻车桂兰，致其轻伤。", {"车桂兰"}, "struck kin"),
    ("被告人李大强对其继女平小雨多次实施猥亵。", {"平小雨"}, "对X实施"),
    ("先后从丰老二处骗得6万元，从权大壮处骗得5万元。", {"丰老二", "权大壮"}, "从X处骗得"),
    ("撞倒路边行走的孙桂兰、孙桂香姐妹，致孙桂兰死亡，孙桂香重伤。", {"孙桂兰", "孙桂香"}, "sisters"),
    ("案发后家属付来医疗费3万元，家属付清药费。", set(), "付 is a verb"),
    ("被告人李大强违反国家规定，骗取国家补贴10万元。", set(), "国家 is nobody"),
    (
        "追尾宋大海驾驶的货车，又撞倒行人卜玉珍，造成卜玉珍死亡、两车受损的交通事故。",
        {"卜玉珍"},
        "only a vehicle is damaged",
    ),
    ("证人袁志刚、邓小兵的证言。", set(), "witnesses"),
    ("被告人李大强将赃物卖给收购人潘国富。", set(), "buyer of stolen goods"),
    ("被告人李大强伙同田文斌（另案处理）作案。", set(), "companion"),
    ("民警任正义、范忠诚将被告人李大强抓获。", set(), "police"),
    ("辩护人方律师认为情节轻微。", set(), "lawyer"),
    ("被告人李大强赔偿被害人经济损失并取得被害人谅解。", set(), "nobody named"),
    ("被害人过错明显，被害人家属要求严惩。", set(), "nobody named"),
]


@pytest.mark.parametrize(("text", "names", "why"), VICTIMS, ids=[why for _, _, why in VICTIMS])
def test_victims(text: str, names: set[str], why: str) -> None:
    assert {victim.name for victim in read_paper(HEAD + text).victims} >= names, why
    if why != "list with roles":
        assert {victim.name for victim in read_paper(HEAD + text).victims} == names, why


ALIASES = [
    ("被害人金凤（曾用名金小凤）被打伤，金小凤的伤为轻伤二级。", ["金凤"], "曾用名"),
    ("被害人金凤（绰号“三姐”，又名金桂英）被打，金桂英受伤。", ["金凤"], "又名 behind a nickname"),
    ("被害人张某被打伤。被害人张建国的损伤为轻伤一级。", ["张建国"], "masked and real, nobody else of the surname"),
    (
        "被害人张某被打伤。被害人张建国、张建军的陈述。",
        ["张某", "张建国", "张建军"],
        "two of the surname: not told which",
    ),
    ("被害人张某、张建国被打伤。", ["张某", "张建国"], "both in one sentence"),
    ("被害人张某的伤为轻伤二级。被害人张建国的伤为重伤二级。", ["张某", "张建国"], "two injuries"),
]


@pytest.mark.parametrize(("text", "names", "why"), ALIASES, ids=[why for _, _, why in ALIASES])
def test_aliases(text: str, names: list[str], why: str) -> None:
    assert [victim.name for victim in read_paper(HEAD + text).victims] == names, why


SUSPECTS = [
    ("起诉书\n被告人李大强（绰号“强子”），男。\n被告人欧阳小明，男。\n", ["李大强", "欧阳小明"], "nickname, compound"),
    ("起诉意见书\n犯罪嫌疑人：阿卜杜热合曼，男，维吾尔族。\n", ["阿卜杜热合曼"], "no known surname"),
    ("起诉意见书\n犯罪嫌疑人李大强、王二虎、陈三宝涉嫌盗窃一案。", ["李大强", "王二虎", "陈三宝"], "list"),
    ("刑事判决书\n上诉人（原审被告人）李大强，男。\n", ["李大强"], "appeal"),
    ("讯问笔录\n被讯问人：李大强，男。\n问：你叫什么？\n答：李大强。", ["李大强"], "record"),
    ("收条\n今收到李大强家属交来被害人王秀英的赔偿款3000元。\n收款人：王秀英", ["李大强"], "who pays"),
    ("谅解书\n本人王秀英，系本案被害人。本人对李大强表示谅解。\n谅解人：王秀英", ["李大强"], "who is forgiven"),
]


@pytest.mark.parametrize(("text", "names", "why"), SUSPECTS, ids=[why for _, _, why in SUSPECTS])
def test_suspects(text: str, names: list[str], why: str) -> None:
    assert [party.name for party in read_paper(text).suspects] == names, why


RELATIVES = [
    ("被害人近亲属何秀莲（系被害人何大山之女），女，1980年1月1日出生。", {"何秀莲": "女"}, "bracket"),
    ("附带民事诉讼原告人何秀莲，女，住清溪县，系被害人何大山的女儿。", {"何秀莲": "女"}, "at the end of the line"),
    ("死者何大山之妻罗桂英称不予谅解。", {"罗桂英": "妻"}, "之妻X"),
    ("被害人何大山的儿子何小山报案。", {"何小山": "子"}, "的儿子X"),
    ("罗桂英与被害人何大山系夫妻关系。", {"罗桂英": "配偶"}, "both"),
    ("被害人亲属罗桂英到庭。", {"罗桂英": "近亲属"}, "no kinship told"),
    ("法定代理人罗桂英（系被害人何大山之母）。", {"罗桂英": "母"}, "guardian"),
]


@pytest.mark.parametrize(("text", "kin", "why"), RELATIVES, ids=[why for _, _, why in RELATIVES])
def test_relatives(text: str, kin: dict[str, str], why: str) -> None:
    given = f"{HEAD}被告人李大强将被害人何大山打伤，被害人何大山经抢救无效死亡。\n{text}"
    victims = {victim.name: victim for victim in read_paper(given).victims}
    assert set(victims) == {"何大山"}, why
    assert {party.name: party.relation for party in victims["何大山"].relatives} == kin, why


def test_offender_is_never_the_relative_who_stands_in() -> None:
    given = HEAD + "被告人李大强系被害人赵小兰之夫，将被害人赵小兰砍死。"
    (victim,) = read_paper(given).victims
    assert victim.dead
    assert victim.relatives == ()


def test_details_of_a_victim() -> None:
    given = (
        "起诉书\n被告人李大强，男，1980年1月1日出生。\n被害人王秀英，女，生于1950年6月6日，公民身份号码329931195006064523，"
        "户籍所在地清溪县白沙乡，现住清溪县城关镇西街3号。\n经依法审查查明：被告人李大强打伤被害人王秀英。"
    )
    (victim,) = read_paper(given).victims
    assert (victim.sex, victim.birth, victim.id_number) == ("女", "1950-06-06", "329931195006064523")
    assert (victim.household, victim.address) == ("清溪县白沙乡", "清溪县城关镇西街3号")
    assert victim.evidence["id_number"][0].quote == "329931195006064523"
