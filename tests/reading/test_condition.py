"""Injury, disability, labour, care, urgent treatment and psychological harm, told per victim."""

import pytest

from yingjiu.reading.paper import read_paper

HEAD = (
    "刑事判决书\n（2022）清刑初字第12号\n公诉机关清溪县人民检察院。\n被告人李大强，男，1985年3月2日出生，农民。\n"
    "经审理查明：2022年3月5日，被告人李大强在清溪县白沙乡"
)
BEGIN = {
    "one": HEAD + "与被害人王秀英发生争执。",
    "two": HEAD + "与被害人王秀英、陈小妹发生争执。",
    "car": HEAD + "驾驶小型轿车与被害人王秀英驾驶的电动车（后载被害人陈小妹）相撞。",
    "theft": HEAD + "窃得被害人王秀英现金3000元。",
}
END = "\n本院认为，被告人李大强的行为已构成犯罪。判决如下：\n被告人李大强犯罪，判处有期徒刑一年。\n审判长 周平\n"
W, C, L = "王秀英", "陈小妹", "李大强"
Facts = set[tuple[str, str, str, str | None]]


def told(begin: str, text: str, kinds: set[str]) -> Facts:
    paper = read_paper(BEGIN[begin] + text + END)
    return {(f.kind, f.value, f.polarity, f.person) for f in paper.facts if f.kind in kinds and f.polarity != "0"}


ROWS: list[tuple[str, str, Facts, str]] = [
    (
        "two",
        "经鉴定，王秀英、陈小妹的损伤程度分别为重伤二级、轻伤一级。",
        {("伤情", "重伤二级", "+", W), ("伤情", "轻伤一级", "+", C)},
        "dealt out to a list",
    ),
    (
        "two",
        "经鉴定，二人损伤均构成轻微伤。",
        {("伤情", "轻微伤", "+", W), ("伤情", "轻微伤", "+", C)},
        "all of them without names",
    ),
    (
        "one",
        "王秀英的伤情原评定为轻伤二级，后经重新鉴定为重伤二级。",
        {("伤情", "轻伤二级", "±", W), ("伤情", "重伤二级", "+", W)},
        "an opinion that was replaced",
    ),
    ("one", "经鉴定，王秀英的损伤程度尚不构成轻伤。", {("伤情", "轻伤", "-", W)}, "denied"),
    (
        "one",
        "经鉴定，李大强之伤为轻微伤，王秀英之伤为轻伤二级。",
        {("伤情", "轻伤二级", "+", W)},
        "the defendant's is a decoy",
    ),
    ("one", "致被害人重伤，后果严重。", {("伤情", "重伤", "+", W)}, "no level told"),
    ("one", "王秀英因伤势过重，不治身亡。", {("伤情", "死亡", "+", W)}, "不治 denies nothing"),
    ("one", "李大强以打死王秀英全家相威胁。", set(), "a threat"),
    ("one", "王秀英的父亲王大山于2010年去世。", set(), "a relative's death long ago"),
    (
        "two",
        "李大强刺中王秀英胸部和陈小妹背部，致王秀英当场身亡，陈小妹重伤二级。",
        {("伤情", "死亡", "+", W), ("伤情", "重伤二级", "+", C)},
        "each their own",
    ),
    ("one", "王秀英先后两次住院，共住院治疗四十五天。", {("伤情", "住院45天", "+", W)}, "days in Chinese numerals"),
    ("one", "经鉴定，王秀英构成一处八级、两处十级伤残。", {("伤残", "八级伤残", "+", W)}, "the worst of several"),
    (
        "two",
        "王秀英、陈小妹分别构成九级、十级伤残。",
        {("伤残", "九级伤残", "+", W), ("伤残", "十级伤残", "+", C)},
        "dealt out to a list",
    ),
    ("one", "经鉴定其伤残程度为Ⅸ级。", {("伤残", "九级伤残", "+", W)}, "Roman numeral"),
    ("one", "王秀英系肢体二级残疾。", {("伤残", "肢体二级残疾", "+", W)}, "a grade of the disability card"),
    ("one", "王秀英因本次伤害落下终身残疾。", {("伤残", "残疾", "+", W)}, "no grade told"),
    (
        "two",
        "陈小妹因伤致残，王秀英未构成伤残等级。",
        {("伤残", "残疾", "+", C), ("伤残", "伤残", "-", W)},
        "one is, one is not",
    ),
    ("one", "要求李大强赔偿十级伤残赔偿金。", set(), "a claim against the defendant"),
    ("one", "在死亡伤残赔偿限额180000元内赔偿。", set(), "an insurance limit"),
    (
        "one",
        "王秀英大部分丧失劳动能力，需大部分护理依赖。",
        {("劳动能力", "大部分丧失", "+", W), ("护理依赖", "大部分护理依赖", "+", W)},
        "both in one sentence",
    ),
    ("one", "王秀英部分丧失劳动能力。", {("劳动能力", "部分丧失", "±", W)}, "in part"),
    ("one", "王秀英未丧失劳动能力。", {("劳动能力", "丧失", "-", W)}, "denied"),
    ("one", "李大强的父亲丧失劳动能力。", set(), "a relative of the defendant"),
    ("one", "被扶养人系丧失劳动能力又无其他生活来源的成年近亲属。", set(), "words of the law"),
    ("one", "王秀英无护理依赖。", {("护理依赖", "护理依赖", "-", W)}, "denied"),
    ("one", "王秀英的丈夫因中风偏瘫多年。", set(), "a relative of the victim"),
    (
        "one",
        "王秀英现仍在重症监护室抢救，尚未脱离生命危险。",
        {("急需救治", "重症监护", "+", W), ("急需救治", "危重", "+", W)},
        "open now",
    ),
    (
        "one",
        "王秀英急需二次手术，因无力支付医疗费医院已停药。",
        {("急需救治", "急需手术", "+", W), ("急需救治", "欠费停药", "+", W)},
        "needed and cut off",
    ),
    ("one", "王秀英入院时病情危重，经治疗于同年6月好转出院。", set(), "over"),
    ("one", "王秀英受伤昏迷，次日苏醒。", set(), "over"),
    ("one", "王秀英伤情危重。", {("急需救治", "危重", "±", W)}, "no word that it is so now"),
    (
        "one",
        "王秀英因本案患上抑郁症，多次割腕自残。",
        {("心理创伤", "抑郁", "+", W), ("心理创伤", "自残自杀", "+", W)},
        "a fact of its own",
    ),
    (
        "one",
        "王秀英未见抑郁、焦虑症状。",
        {("心理创伤", "抑郁", "-", W), ("心理创伤", "焦虑", "-", W)},
        "denied, in a list",
    ),
    ("one", "被告人李大强有精神分裂症病史。", set(), "the defendant's"),
    ("one", "李大强因害怕被抓欲自杀。", set(), "the defendant's"),
    ("one", "李大强辩称王秀英的精神障碍与本案无关。", set(), "only the defendant says it"),
    (
        "two",
        "王秀英下肢瘫痪，陈小妹患创伤后应激障碍。",
        {("护理依赖", "瘫痪", "+", W), ("心理创伤", "应激障碍", "+", C)},
        "each their own",
    ),
]


@pytest.mark.parametrize(("begin", "text", "facts", "why"), ROWS, ids=[f"{w}-{i}" for i, (*_, w) in enumerate(ROWS)])
def test_condition(begin: str, text: str, facts: Facts, why: str) -> None:
    assert told(begin, text, {"伤情", "伤残", "劳动能力", "护理依赖", "急需救治", "心理创伤"}) == facts, why
