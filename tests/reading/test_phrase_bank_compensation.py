"""The phrase bank of compensation and forgiveness (law.md §3.3, parts B, C, D, G, H): one row a phrase, with its reason.

Each phrase stands in a sentence of a file against 李四 who hurt or robbed 王五; ``facts`` are the single facts it must
give, as value and polarity; an empty one says that the phrase must give none.
"""

from __future__ import annotations

import pytest

from yingjiu.reading.compensation import VictimNames, read_compensation
from yingjiu.reading.zones import find_zones
from yingjiu.texts.clean import clean_text

_HEAD = "起诉书\n被告人李四,男,1980年1月1日出生。\n经依法审查查明:\n2021年5月1日,被告人李四在某地侵害被害人王五。"
_EVIDENCE = "\n认定上述事实的证据如下:被害人陈述、鉴定意见。{}\n"
_OPINION = "本院认为,被告人李四的行为触犯刑法,应当追究其刑事责任。{}\n此致\n某县人民法院\n检察员:周某\n2021年6月1日"

# number, sentence, compensation, forgiven, facts, why
PAID = [
    (22, "案发后,李四赔偿被害人王五各项经济损失共计人民币3万元。", "paid", "unknown", "已付+", "all losses, one sum"),
    (23, "李四应赔的款项已赔偿完毕。", "paid", "unknown", "已付清+", "nothing left"),
    (24, "李四对所骗款项已全部退赔。", "paid", "unknown", "已付清+", "given back in full"),
    (25, "协议约定的赔偿款4万元已一次性付清。", "paid", "unknown", "已付清+", "paid at one go"),
    (26, "李四赔偿了王五的损失,取得被害人的谅解。", "paid", "yes", "已付+ 谅解+", "money and forgiveness"),
    (27, "李四主动赔偿王五经济损失,并取得其谅解。", "paid", "yes", "已付+ 谅解+", "其 is the victim"),
    (28, "李四的行为得到被害方的谅解。", "unknown", "yes", "谅解+", "forgiveness alone tells nothing of money"),
    (29, "李四获得了被害人家属的谅解。", "unknown", "yes", "谅解+", "the family forgives"),
    (30, "被害人王五对李四表示谅解。", "unknown", "yes", "谅解+", "the victim says so"),
    (31, "王五为此出具谅解书一份。", "unknown", "yes", "谅解+", "a letter written"),
    (32, "李四登门道歉,征得被害人谅解。", "unknown", "yes", "谅解+", "an apology is no money"),
    (33, "被害人王五对其予以谅解。", "unknown", "yes", "谅解+", "the plain form that 不予谅解 contains"),
    (34, "双方自愿达成和解协议。", "unknown", "unknown", "达成协议+", "an agreement alone"),
    (35, "经村委会主持,双方达成调解协议。", "unknown", "unknown", "达成协议+", "a mediation alone"),
    (36, "案发后,赃款已追回并退还失主王五。", "paid", "unknown", "已付+", "the money is back with its owner"),
    (37, "被盗手机已由公安机关发还被害人王五。", "paid", "unknown", "已付+", "the thing is back"),
    (38, "李四在保险限额之外另行赔偿王五18万元,取得谅解。", "paid", "yes", "已付+ 谅解+", "beyond the insurance"),
    (39, "本案民事部分已调解解决。", "paid", "unknown", "已处理+", "the civil side is settled"),
    (40, "王五收到全部赔偿款后出具了领款凭条。", "paid", "unknown", "已付清+", "received and signed for"),
]
PART = [
    (41, "李四的亲属已作了部分赔偿。", "partial", "unknown", "部分支付±", "部分"),
    (42, "案发后,李四部分退赃。", "partial", "unknown", "部分支付±", "a part given back"),
    (43, "部分赃物已被追回。", "partial", "unknown", "部分支付±", "a part recovered"),
    (44, "李四为王五垫付医疗费6000元。", "partial", "unknown", "部分支付±", "an advance is a part"),
    (45, "李四仅支付了1000元赔偿款。", "partial", "unknown", "部分支付±", "仅"),
    (46, "约定由李四先行支付2万元,余款于2022年6月前付清。", "partial", "unknown", "分期未清±", "a rest is to come"),
    (47, "双方约定赔偿款分期支付。", "partial", "unknown", "分期未清±", "instalments open"),
    (48, "李四未能按照调解协议履行。", "none", "unknown", "协议未履行-", "agreed and not performed"),
    (49, "除一辆电动自行车未被追回外,其余赃物均已发还王五。", "partial", "unknown", "部分支付±", "all but one thing"),
    (50, "李四对王五的损失已赔偿部分。", "partial", "unknown", "部分支付±", "部分 behind the verb"),
    (51, "李四向法院预交赔偿款2万元。", "partial", "unknown", "提存或预交±", "not yet in the victim's hands"),
    (52, "保险公司在交强险范围内已赔付王五。", "partial", "unknown", "部分支付±", "no more than the limit"),
]
UNPAID = [
    (53, "李四案发至今未对被害人作出任何赔偿。", "none", "unknown", "未付-", "nothing until now"),
    (54, "李四未对被害人作出赔偿。", "none", "unknown", "未付-", "not paid"),
    (55, "王五的损失尚未赔偿。", "none", "unknown", "未付-", "not yet"),
    (56, "李四对王五分文未赔。", "none", "unknown", "未付-", "not a penny"),
    (57, "所骗钱款至今未归还王五。", "none", "unknown", "未追回-", "not given back"),
    (58, "李四无力赔偿。", "none", "unknown", "无能力-", "no means"),
    (59, "李四没有赔偿能力。", "none", "unknown", "无能力-", "no means"),
    (60, "李四及其家属没有能力赔偿。", "none", "unknown", "无能力-", "no means, verb behind"),
    (61, "李四没有经济能力赔偿王五的损失。", "none", "unknown", "无能力-", "no means, longer"),
    (62, "李四不同意赔偿。", "none", "unknown", "拒绝-", "does not agree to pay"),
    (63, "李四拒不赔偿。", "none", "unknown", "拒绝-", "refuses"),
    (64, "李四不愿赔偿。", "none", "unknown", "拒绝-", "is not willing"),
    (65, "死者家属完全不予谅解。", "unknown", "no", "不谅解-", "the family does not forgive"),
    (66, "被害人王五对被告人的行为不予谅解。", "unknown", "no", "不谅解-", "does not forgive"),
    (67, "李四未取得被害人谅解。", "unknown", "no", "不谅解-", "not obtained"),
    (68, "李四积极赔偿但未取得谅解。", "paid", "no", "已付+ 不谅解-", "money without forgiveness"),
    (69, "李四没有赔偿但取得谅解。", "none", "yes", "未付- 谅解+", "forgiveness without money"),
    (70, "双方最终未能达成调解协议。", "none", "unknown", "未达成协议-", "no agreement"),
    (71, "本案民事赔偿经调解未果。", "none", "unknown", "未达成协议-", "mediation failed"),
    (72, "双方就赔偿事宜协商无果。", "none", "unknown", "未达成协议-", "talks failed"),
    (73, "双方就赔偿数额未能达成一致。", "none", "unknown", "未达成协议-", "no accord"),
    (74, "李四的家属到场协商赔偿,也未在调解书上签字。", "none", "unknown", "未达成协议-", "not signed"),
    (75, "李四所得赃款已挥霍。", "none", "unknown", "未追回-", "spent"),
    (76, "现赃款已挥霍无法追回。", "none", "unknown", "未追回-", "spent and gone"),
    (77, "被盗赃物已无法追缴。", "none", "unknown", "未追回-", "cannot be recovered"),
    (80, "王五被骗的钱款未能追回。", "none", "unknown", "未追回-", "not recovered"),
    (81, "同案人员在逃,身份不明。", "unknown", "unknown", "", "at large: no word of money"),
    (82, "李四肇事后逃逸。", "unknown", "unknown", "", "flight: no word of money"),
    (83, "肇事车辆未投保交强险。", "unknown", "unknown", "", "no insurance: no word of money"),
]
WAIVED = [
    (107, "被害人王五放弃附带民事赔偿请求。", "unknown", "unknown", "放弃0", "waived without a reason"),
    (108, "王五撤回附带民事诉讼。", "unknown", "unknown", "撤回0", "withdrawn, often because paid: not told"),
    (109, "被害人王五未提起附带民事诉讼。", "unknown", "unknown", "", "no waiver, nothing"),
    (110, "被害人王五保留民事诉权。", "none", "unknown", "仅为请求0", "keeps the claim: nothing paid"),
]
DECOYS = [
    (111, "李四表示愿意赔偿。", "none", "unknown", "承诺0", "an intention"),
    (112, "李四称民事部分合理合法的愿意赔偿。", "none", "unknown", "承诺0", "an intention, long"),
    (113, "被害人王五要求被告人赔偿各项损失5万元。", "none", "unknown", "仅为请求0", "a claim"),
    (114, "该车死亡伤残赔偿限额110000元。", "unknown", "unknown", "", "a limit of the insurance"),
    (115, "附带民事诉讼的赔偿范围不包括伤残赔偿金。", "unknown", "unknown", "", "a rule of law"),
    (116, "王五请求判令被告赔偿医疗费2万元。", "none", "unknown", "仅为请求0", "a prayer"),
    (123, "李四家庭困难,请求从轻处罚。", "unknown", "unknown", "", "the defendant pleads"),
    (125, "同案人赵某已另案处理。", "unknown", "unknown", "", "handled elsewhere: the person, not the money"),
]


def _read(text: str, kind: str) -> tuple[str, str, list[str]]:
    clean = clean_text(text)
    reading = read_compensation(clean, find_zones(clean.text, kind), (VictimNames("王五"),), ("李四",), kind)
    settled = reading.by_victim["王五"]
    facts = [f.value + f.polarity for f in reading.findings if f.person in ("王五", None)]
    return settled.compensation.value, settled.forgiven.value, facts


@pytest.mark.parametrize(
    ("number", "words", "compensation", "forgiven", "facts", "why"), [*PAID, *PART, *UNPAID, *WAIVED, *DECOYS]
)
def test_phrase(number: int, words: str, compensation: str, forgiven: str, facts: str, why: str) -> None:
    said, forgave, found = _read(_HEAD + words + _EVIDENCE.format("") + _OPINION.format(""), "起诉书")
    assert (said, forgave) == (compensation, forgiven), (number, why)
    assert set(facts.split()) <= set(found), (number, why)
    assert facts or not found, (number, why)


VERDICTS = [
    (78, "二、继续追缴被告人李四违法所得3000元,返还被害人王五。", "none", "ordered, not recovered"),
    (79, "二、责令被告人李四退赔被害人王五3000元。", "none", "judged, not paid"),
    (79, "二、被告人李四赔偿附带民事诉讼原告人王五医疗费1万元,限判决生效后十日内付清。", "none", "an award"),
]


@pytest.mark.parametrize(("number", "words", "compensation", "why"), VERDICTS)
def test_verdict(number: int, words: str, compensation: str, why: str) -> None:
    text = (
        "某县人民法院\n刑事判决书\n经审理查明,2021年5月1日,被告人李四侵害被害人王五。\n本院认为,李四的行为构成犯罪。\n"
        f"判决如下:\n一、被告人李四判处有期徒刑一年;\n{words}\n审判长 某某"
    )
    said, _, found = _read(text, "刑事判决书")
    assert said == compensation, (number, why)
    assert "判决责令-" in found, (number, why)


def test_letter_of_another_defendant_in_the_list_of_evidence_is_no_forgiveness_by_itself() -> None:
    text = _HEAD + _EVIDENCE.format("同案人赵某的谅解书、收条。") + _OPINION.format("")
    said, forgave, _ = _read(text, "起诉书")  # 124
    assert (said, forgave) == ("unknown", "unknown")


# reading.md, "Why it drops the needy" and "Why it keeps the paid", in sentences of our own
FALSE_DROPS = [
    ("李四取得王五谅解,但未实际赔偿损失。", "none", "yes", "forgiven, not paid"),
    ("李四未积极赔偿王五损失且未取得谅解。", "none", "no", "both denied"),
    ("李四未赔偿被害人损失取得谅解。", "none", "no", "one 未 governs both"),
    ("双方达成调解协议,但被告人李四并未履行协议。", "none", "unknown", "agreed, not performed"),
    ("李四仅垫付了3万元医疗费就要求王五出具谅解书。", "partial", "unknown", "an advance and a wish"),
    ("李四希望能取得谅解,但双方未能就赔偿谅解达成一致。", "none", "no", "a hope, and no accord on either"),
    ("李四应赔偿王五损失76000元,已经支付46000元,取得谅解。", "partial", "yes", "less than agreed"),
    (
        "双方约定共赔偿160000元,已支付100000元,剩余60000元年底付清,王五予以谅解。",
        "partial",
        "yes",
        "a rest is to come",
    ),
    ("因李四未按协议履行,王五声明上述谅解书无效。", "none", "no", "the letter is void"),
    ("因双方分歧太大,未能达成调解协议。", "none", "unknown", "no agreement"),
    ("王五表示对李四不予谅解,不接受之前的调解协议。", "none", "no", "neither forgives nor accepts"),
    ("李四已赔偿被害人王五部分损失。", "partial", "unknown", "已赔偿 with 部分"),
    ("李四已赔偿被害人家属丧葬费3万元。", "partial", "unknown", "one item only"),
]
FALSE_KEEPS = [
    ("本案民事赔偿已另行处理完结。", "paid", "unknown", "handled elsewhere and done"),
    ("双方签订和解协议且已履行完毕。", "paid", "unknown", "performed"),
    ("双方达成民事赔偿协议并已实际履行。", "paid", "unknown", "performed in fact"),
    ("李四赔偿了王五的全部损失。", "paid", "unknown", "赔偿了, not 已赔偿"),
    ("李四一次性补偿王五5万元,王五表示谅解。", "paid", "yes", "补偿"),
    ("李四将所骗款项退赔给王五。", "paid", "unknown", "退赔"),
    ("保险公司已将王五的各项损失12万元赔付到位。", "paid", "unknown", "the insurer paid"),
    ("李四的父亲代其赔偿王五全部经济损失。", "paid", "unknown", "on his behalf"),
]


@pytest.mark.parametrize(("words", "compensation", "forgiven", "why"), [*FALSE_DROPS, *FALSE_KEEPS])
def test_real_false_drops_and_keeps(words: str, compensation: str, forgiven: str, why: str) -> None:
    said, forgave, _ = _read(_HEAD + "案发后," + words + _EVIDENCE.format("") + _OPINION.format(""), "起诉书")
    assert (said, forgave) == (compensation, forgiven), why


def test_two_victims_of_two_crimes() -> None:
    """已赔偿 the one who was cheated says nothing of the one who was raped."""
    text = (
        "起诉书\n经依法审查查明:\n一、2021年3月,被告人李四强奸被害人赵六。\n二、2021年4月,被告人李四骗取被害人王五2万元。"
        "案发后,李四已赔偿王五2万元,取得王五谅解。" + _OPINION.format("")
    )
    clean = clean_text(text)
    victims = (VictimNames("王五"), VictimNames("赵六"))
    reading = read_compensation(clean, find_zones(clean.text, "起诉书"), victims, ("李四",), "起诉书")
    values = {name: (s.compensation.value, s.forgiven.value) for name, s in reading.by_victim.items()}
    assert values == {"王五": ("paid", "yes"), "赵六": ("unknown", "unknown")}
    assert reading.whole.compensation.value == "partial"


def test_one_defendant_of_several_paid_and_was_forgiven() -> None:
    """其中一名被告人家属赔偿并获谅解, the others not: a part is open."""
    text = (
        "起诉书\n经依法审查查明:\n2021年3月,被告人李四、赵七打伤被害人王五。案发后,李四的家属赔偿王五2万元并取得谅解,"
        "赵七至今未赔偿。\n" + _OPINION.format("")
    )
    clean = clean_text(text)
    reading = read_compensation(
        clean, find_zones(clean.text, "起诉书"), (VictimNames("王五"),), ("李四", "赵七"), "起诉书"
    )
    assert reading.by_victim["王五"].compensation.value == "partial"
