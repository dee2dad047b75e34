"""Injury, loss and hardship of each victim, with the decoys of law.md §3.3."""

import pytest

from yingjiu.reading.paper import read_paper

HEAD = "起诉书\n被告人李大强，男。\n本案以被告人李大强涉嫌{}罪移送。\n经依法审查查明："

INJURIES = [
    ("被害人王秀英的损伤程度为重伤二级。", "重伤二级", "plain"),
    ("被害人王秀英所受损伤评定为轻伤贰级。", "轻伤二级", "capital numeral"),
    ("被害人王秀英之损伤属轻伤（一级）。", "轻伤一级", "bracket"),
    ("被害人王秀英构成重伤1级。", "重伤一级", "Arabic"),
    ("被害人王秀英受伤，其伤情已构成二级轻伤。", "轻伤二级", "grade first"),
    ("被害人王秀英的伤情为轻微伤。", None, "slight injury is no grade"),
    ("被害人王秀英的损伤不构成轻伤二级。", None, "denied"),
    ("被害人王秀英经抢救无效死亡。", "死亡", "death"),
    ("将被害人王秀英打死。", "死亡", "killed"),
    ("被害人王秀英身亡。", "死亡", "dead"),
    ("被害人王秀英受伤，死亡伤残赔偿限额110000元。", None, "insurance limit"),
    ("被害人王秀英受伤，构成过失致人死亡罪。", None, "name of a charge"),
    ("依据标准，重伤二级、轻伤一级、轻伤二级各有条款，被害人王秀英待鉴定。", None, "explanation"),
    ("被害人王秀英的损伤构成轻伤一级。经重新鉴定，被害人王秀英的损伤构成重伤二级。", "重伤二级", "new opinion"),
    ("被害人王秀英的损伤构成重伤二级。经重新鉴定，被害人王秀英的损伤构成轻伤一级。", "轻伤一级", "new opinion"),
    (
        "2021年3月1日鉴定，被害人王秀英的损伤为轻伤一级；经2021年9月2日补充鉴定，其损伤变更为轻伤二级。",
        "轻伤二级",
        "newer",
    ),
    ("被害人王秀英的伤情原评定为轻伤一级，经重新鉴定为轻伤二级。", "轻伤二级", "new opinion in one sentence"),
    ("被害人王秀英的死因系失血性休克。", "死亡", "cause of death"),
    (
        "被害人王秀英的损伤构成重伤二级。\n认定上述事实的证据如下：鉴定意见，被害人王秀英属轻伤一级。",
        "重伤二级",
        "no list of evidence",
    ),
    ("被害人王秀英左眼构成轻伤二级，面部构成轻伤一级。", "轻伤一级", "worst of one sentence"),
]


@pytest.mark.parametrize(
    ("text", "grade", "why"), INJURIES, ids=[why + str(i) for i, (_, _, why) in enumerate(INJURIES)]
)
def test_injury(text: str, grade: str | None, why: str) -> None:
    paper = read_paper(HEAD.format("故意伤害") + text)
    assert [(victim.name, victim.injury) for victim in paper.victims] == [("王秀英", grade)], why
    assert paper.injury == grade


def test_injury_of_each_in_a_list() -> None:
    text = (
        "被害人王秀英、陈小妹的损伤程度均为轻伤二级，被害人何大山的损伤程度为重伤一级。致一人重伤一级、二人轻伤二级。"
    )
    paper = read_paper(HEAD.format("故意伤害") + text)
    assert {v.name: v.injury for v in paper.victims} == {
        "王秀英": "轻伤二级",
        "陈小妹": "轻伤二级",
        "何大山": "重伤一级",
    }
    assert paper.injury == "重伤一级"


def test_injury_of_the_offender_is_not_the_victims() -> None:
    text = "被害人王秀英的损伤构成轻伤二级，被告人李大强的损伤构成轻伤一级。"
    (victim,) = read_paper(HEAD.format("故意伤害") + text).victims
    assert victim.injury == "轻伤二级"


LOSSES = [
    ("盗窃", "窃得被害人王秀英现金1200元、手机一部（价值2300元）。", 3500, "cash and goods"),
    ("盗窃", "窃得被害人王秀英现金1200元、手机一部，共计价值4000元。", 4000, "the total stands for its items"),
    ("诈骗", "骗取被害人王秀英3万元。后又骗取被害人王秀英1.5万元。", 45000, "several acts"),
    ("诈骗", "骗取被害人王秀英3万元。后退还被害人王秀英1万元。", 30000, "what was paid back"),
    ("盗窃", "盗走被害人王秀英的车，经鉴定价值8600元，后以2000元的价格销赃。", 8600, "what the thief got"),
    ("拒不支付劳动报酬", "拖欠被害人王秀英劳动报酬叁万柒仟元。", 37000, "wages in capital numerals"),
    ("抢劫", "劫得被害人王秀英600元，被害人王秀英支出医疗费900元。", 600, "medical bill"),
    ("故意伤害", "打伤被害人王秀英，支付医疗费5000元。", None, "no charge of property"),
    ("诈骗", "骗取被害人王秀英2万元。被侵占的款项20000元已全部退还被害人王秀英。", 20000, "a sum given back"),
    ("诈骗", "骗取被害人王秀英2万元。王秀英的20000元没有追回。", 20000, "a sum not recovered"),
    ("盗窃", "窃得被害人王秀英现金2万元。王秀英的损失20000元整已由李大强全部退赔到位。", 20000, "made good"),
    ("抢劫", "抢走被害人王秀英现金1500元。李大强家属付给王秀英500元，尚欠3000元。", 1500, "paid to the victim"),
    ("寻衅滋事", "殴打被害人王秀英。王秀英递交附带民事起诉状，主张损失27000元。", None, "a claim"),
    ("帮助信息网络犯罪活动", "被害人王秀英被骗的10000元经该卡转走。", 10000, "a card lent to swindlers"),
]


@pytest.mark.parametrize(("charge", "text", "amount", "why"), LOSSES, ids=[why for *_, why in LOSSES])
def test_loss(charge: str, text: str, amount: int | None, why: str) -> None:
    (victim,) = read_paper(HEAD.format(charge) + text).victims
    assert victim.loss == amount, why


RECORD = (
    "询问笔录\n时间：2021年3月5日\n被询问人：王秀英，女，系本案被害人\n问：你家里困难吗？经济困难可以申请救助。\n答：{}"
)
ANSWERS = [
    ("我家里很困难，是低保户。", True, "plain"),
    ("我没钱治病，已经出院了。", True, "care cut short"),
    ("全家就靠我丈夫打零工过日子。", True, "one poor income"),
    ("为了看病欠了五万块钱的债。", True, "debts"),
    ("我丧失劳动能力，干不了活了。", True, "unable to work"),
    ("孩子还小，医药费都是借的。", True, "borrowed"),
    ("我老伴瘫痪在床多年。", True, "ill spouse"),
    ("伤口还要再做一次手术，家里拿不出钱，只好先停了治疗。", True, "treatment stopped"),
    ("丧事是借钱办的，孩子的学费没有着落。", True, "burial on credit"),
    ("还可以，能过得去。", False, "denied"),
    ("家里不困难，没有欠债。", False, "denied"),
    ("对方家里困难，赔不起。", False, "the other side's"),
    ("没什么要说的。", False, "the question's words do not count"),
]


@pytest.mark.parametrize(("answer", "hard", "why"), ANSWERS, ids=[a for a, _, _ in ANSWERS])
def test_hardship_told_by_the_victim(answer: str, hard: bool, why: str) -> None:
    assert read_paper(RECORD.format(answer)).hardship is hard, why


OTHERS = [
    (
        "起诉书\n被告人李大强，男。\n经依法审查查明：李大强打伤被害人王秀英。李大强家属陆续付给王秀英5000元，对余下的1万元表示无力承担。",
        False,
    ),
    (
        "审查逮捕意见书\n经审查认定的案件事实：李大强打伤被害人王秀英。\n犯罪嫌疑人李大强辩称已赔偿。\n被害方陈述：我没有收入，住院的钱都是借的。",
        True,
    ),
    ("起诉书\n被告人李大强，男。\n经依法审查查明：李大强打伤被害人王秀英，已付3000元，尚欠8000元没有着落。", False),
    (
        "起诉书\n被告人李大强，男。\n经依法审查查明：李大强打伤被害人王秀英，被害人王秀英家庭困难，无力支付医疗费。",
        True,
    ),
    ("起诉书\n被告人李大强，男。\n经依法审查查明：被告人李大强打伤被害人王秀英，被告人李大强家庭困难。", False),
    ("讯问笔录\n被讯问人：李大强，男。\n问：愿意赔偿吗？\n答：我家庭困难，无力赔偿。", False),
    ("刑事判决书\n被告人李大强辩称，其家庭困难，请求从轻处罚。\n经审理查明，李大强打伤王秀英。", False),
    ("起诉书\n被告人李大强，男。\n经依法审查查明：被告人李大强以办理低保为由，骗取被害人王秀英3000元。", False),
]


@pytest.mark.parametrize(("text", "hard"), OTHERS)
def test_whose_hardship(text: str, hard: bool) -> None:
    assert read_paper(text).hardship is hard
