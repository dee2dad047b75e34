"""The phrase bank of law.md §3.3 on harm and accident: A 1-21, F 99-106, D 80-83, H 117-122, each in a whole sentence."""

import pytest

from yingjiu.reading.paper import read_paper

HEAD = (
    "刑事判决书\n（2022）清刑初字第12号\n公诉机关清溪县人民检察院。\n被告人李大强，男，1985年3月2日出生，农民。\n"
    "经审理查明：2022年3月5日，被告人李大强在清溪县白沙乡"
)
BEGIN = {
    "打": HEAD + "与被害人王秀英发生争执。",
    "车": HEAD + "驾驶小型轿车与被害人王秀英驾驶的电动车相撞。",
    "盗": HEAD + "窃得被害人王秀英现金3000元。",
    "官": HEAD + "任安监站站长。",
}
END = "\n本院认为，被告人李大强的行为已构成犯罪。判决如下：\n被告人李大强犯罪，判处有期徒刑一年。\n审判长 周平\n"

Row = tuple[int, str, str, set[tuple[str, str, str, str | None]], str]
W, L = "王秀英", "李大强"

BANK: list[Row] = [
    (1, "打", "经鉴定，王秀英的损伤程度为重伤二级。", {("伤情", "重伤二级", "+", W)}, "grade behind 损伤程度为"),
    (2, "打", "王秀英所受损伤构成重伤二级。", {("伤情", "重伤二级", "+", W)}, "构成"),
    (3, "打", "王秀英之伤属轻伤一级。", {("伤情", "轻伤一级", "+", W)}, "属"),
    (4, "打", "其损伤被评定为轻伤二级。", {("伤情", "轻伤二级", "+", W)}, "其 is the victim of the sentence before"),
    (5, "打", "被害人王秀英的伤情为轻微伤。", {("伤情", "轻微伤", "+", W)}, "a fact, though no grade of the victim"),
    (6, "打", "王秀英的损伤程度为轻伤贰级。", {("伤情", "轻伤二级", "+", W)}, "capital numeral"),
    (7, "打", "王秀英构成十级伤残。", {("伤残", "十级伤残", "+", W)}, "grade before 伤残"),
    (7, "打", "王秀英的伤残等级为九级。", {("伤残", "九级伤残", "+", W)}, "grade behind 伤残等级"),
    (8, "打", "王秀英被评定为10级伤残。", {("伤残", "十级伤残", "+", W)}, "Arabic numeral"),
    (9, "打", "王秀英经鉴定为一级伤残。", {("伤残", "一级伤残", "+", W)}, "the worst grade"),
    (10, "打", "王秀英的损伤不构成伤残。", {("伤残", "伤残", "-", W)}, "denied"),
    (11, "打", "王秀英经抢救无效死亡。", {("伤情", "死亡", "+", W)}, "death after care, no open emergency"),
    (12, "车", "事故致王秀英当场死亡。", {("伤情", "死亡", "+", W)}, "death on the spot"),
    (13, "车", "王秀英被送往医院，经救治无效死亡。", {("伤情", "死亡", "+", W)}, "death after care"),
    (14, "打", "王秀英系因严重颅脑损伤而死亡。", {("伤情", "死亡", "+", W)}, "cause of death"),
    (15, "打", "经检验，王秀英符合因中暑死亡。", {("伤情", "死亡", "+", W)}, "wording of a post-mortem"),
    (16, "打", "经鉴定，王秀英系失血性休克死亡。", {("伤情", "死亡", "+", W)}, "cause of death"),
    (17, "打", "王秀英至今呈植物生存状态。", {("护理依赖", "植物生存状态", "+", W)}, "vegetative state"),
    (18, "打", "王秀英因伤丧失劳动能力。", {("劳动能力", "丧失", "+", W)}, "labour lost, how far is not told"),
    (19, "打", "王秀英生活不能自理。", {("护理依赖", "生活不能自理", "+", W)}, "needs care"),
    (20, "打", "王秀英住院治疗23天。", {("伤情", "住院23天", "+", W)}, "days in hospital"),
    (21, "打", "王秀英右小腿中下段截肢。", {("伤情", "截肢", "+", W)}, "limb lost"),
    (80, "盗", "赃物未能追回。", {("挽回", "未挽回", "-", None)}, "not recovered"),
    (81, "打", "同案犯张海（在逃）动手。", {("未侦破", "在逃", "+", "张海")}, "an accomplice at large"),
    (81, "打", "作案人身份不明。", {("未侦破", "身份不明", "+", None)}, "nobody known"),
    (82, "车", "李大强肇事后逃逸。", {("逃逸", "肇事逃逸", "+", L)}, "flight after an accident"),
    (83, "车", "该车未投保交强险。", {("保险", "未投保", "-", None)}, "no insurance"),
    (99, "车", "经认定，李大强负此次事故的全部责任。", {("责任", "全部责任", "+", L)}, "whole share"),
    (100, "车", "李大强负事故主要责任。", {("责任", "主要责任", "+", L)}, "main share"),
    (
        101,
        "车",
        "李大强、王秀英负事故同等责任。",
        {("责任", "同等责任", "+", L), ("责任", "同等责任", "+", W)},
        "of both",
    ),
    (102, "车", "王秀英负事故次要责任。", {("责任", "次要责任", "+", W)}, "share of the victim"),
    (103, "车", "王秀英无责任。", {("责任", "无责任", "+", W)}, "no share"),
    (103, "车", "王秀英不负事故责任。", {("责任", "无责任", "+", W)}, "不负 with words between"),
    (104, "打", "被害人存在过错。", {("过错", "有过错", "+", W)}, "fault of the only victim"),
    (105, "打", "李大强与王秀英互殴。", {("过错", "互殴", "+", W)}, "mutual fight"),
    (105, "打", "双方相互殴打。", {("过错", "互殴", "+", W)}, "mutual fight in other words"),
    (106, "打", "该案系因民间纠纷引发。", set(), "a cause, not a fault"),
    (117, "打", "故意伤害他人身体，致人重伤、死亡的，应予严惩。", set(), "statute text"),
    (118, "打", "李大强犯过失致人重伤罪、过失致人死亡罪。", set(), "names of charges"),
    (119, "打", "李大强犯非法种植毒品原植物罪。", set(), "原植物 is no vegetative state"),
    (120, "官", "李大强工作严重不负责任。", set(), "neglect of duty is no share in an accident"),
    (121, "打", "李大强骗取低保。", set(), "fraud of the defendant"),
    (122, "打", "被告人李大强系残疾人。", set(), "the defendant's disability"),
]

KINDS = frozenset(
    ["伤情", "伤残", "劳动能力", "护理依赖", "急需救治", "心理创伤", "挽回", "责任", "过错", "保险", "逃逸", "未侦破"]
)


@pytest.mark.parametrize(
    ("number", "begin", "text", "facts", "why"), BANK, ids=[f"{n}-{i}" for i, (n, *_) in enumerate(BANK)]
)
def test_phrase(number: int, begin: str, text: str, facts: set[tuple[str, str, str, str | None]], why: str) -> None:
    paper = read_paper(BEGIN[begin] + text + END)
    told = {(f.kind, f.value, f.polarity, f.person) for f in paper.facts if f.kind in KINDS and f.polarity != "0"}
    assert told == facts, f"{number}: {why}"
    for fact in paper.facts:
        assert fact.span.quote
