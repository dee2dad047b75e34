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
