"""What police, procurators, courts, mediators and victims really say of money and forgiveness, in their own words.

The victim is always 王五, the offender 李四; the value is that of the one table (golden README). Columns: text,
compensation, why.
"""

from __future__ import annotations

import pytest

from yingjiu.reading.compensation import CompensationReading, VictimNames, read_compensation
from yingjiu.reading.zones import find_zones
from yingjiu.texts.clean import clean_text

# Answers of a victim to 对方赔偿了吗.
ANSWERS: list[tuple[str, str, str]] = [
    ("一分没给。", "none", "nothing"),
    ("一毛钱都没见着。", "none", "nothing"),
    ("没有,他家人面都没露过。", "none", "nobody came"),
    ("他家里没来过人,一个子儿也没出。", "none", "nothing"),
    ("光说赔,一直拖着不给。", "none", "words only"),
    ("嘴上答应得好好的,钱到现在没影。", "none", "words only"),
    ("说过几次要赔,回回都没下文。", "none", "words only"),
    ("他说等卖了猪就赔我,到今天也没给。", "none", "a promise"),
    ("他老婆来过一趟,说没钱,赔不起。", "none", "no means"),
    ("我找他要过,他让我去法院告他。", "none", "refused"),
    ("村里调解了两回,他嫌多,没谈成。", "none", "no agreement"),
    ("没赔,也没人来看过我。", "none", "nothing"),
    ("人都找不到了,还赔什么。", "none", "gone"),
    ("我要他赔三万,他不认。", "none", "claimed, refused"),
    ("写了张欠条,一分钱没兑现。", "none", "a note of debt, nothing paid"),
    ("给了两千就没影了。", "partial", "2000, then nothing"),
    ("头一天交了三千块押金,往后就不管了。", "partial", "a deposit at the hospital"),
    ("保险公司赔了医药费,他本人一分没出。", "partial", "the insurer paid one item"),
    ("他给过两次钱,加起来八千,剩下的说没钱。", "partial", "8000, the rest not"),
    ("钱打到法院账上了,我还没去领。", "partial", "deposited, not taken"),
    ("说好分三年给,给了头一年的。", "partial", "instalments open"),
    ("赔是赔了,不够。", "partial", "not enough"),
    ("赔了一点,连医药费都不够。", "partial", "not enough"),
    ("只拿过五千块,差得远。", "partial", "not enough"),
    ("先给了一万,讲好年底给清,现在还没给。", "partial", "the rest open"),
    ("垫了几千块医药费,其他的没谈。", "partial", "advanced"),
    ("手机找回来了,钱没退。", "partial", "one thing came back"),
    ("退了我三千,还有五千没退。", "partial", "3000 of 8000"),
    ("赔了,钱我都拿到了。", "paid", "all received"),
    ("赔好了,字也签了,钱也给了。", "paid", "signed and given"),
    ("都给清了,一分不少。", "paid", "not a penny short"),
    ("赔了,我没有别的要求了。", "paid", "nothing more asked"),
    ("钱已经全部到我卡上了。", "paid", "all arrived"),
    ("他家里把钱都赔给我了,这事就算了。", "paid", "all paid"),
    ("派出所给调解的,当场就把钱给了。", "paid", "paid at once"),
    ("东西都还给我了。", "paid", "given back"),
    ("车子公安局已经还给我了。", "paid", "given back"),
    ("他家里穷,我们也没要。", "unknown", "waived"),
    ("我不要他赔。", "unknown", "waived"),
    ("都是亲戚,赔不赔的就算了。", "unknown", "waived"),
    ("这事我儿子在弄,我不晓得。", "unknown", "does not know"),
    ("记不清了。", "unknown", "does not remember"),
    ("我不想多说,办丧事借了钱,孩子的学费没有着落。", "unknown", "the home's troubles"),
]

# What stands in the files of police and procurators.
FILES: list[tuple[str, str, str]] = [
    ("李四供述已托其姐夫转交王五8000元,王五称未收到该笔钱。", "none", "claimed and denied"),
    ("李四自称家属已赔偿王五,王五予以否认。", "none", "claimed and denied"),
    ("李四称赔偿款已付清,但无收条、转账凭证印证,王五亦不认可。", "none", "claimed, no proof"),
    ("李四到案后称已赔偿王五两万元。", "none", "only the offender says so"),
    ("李四声称早就赔过,经向王五核实,没有此事。", "none", "claimed, untrue"),
    ("对于李四所称已垫付医疗费的情况,经核实,医院并无缴费记录。", "none", "claimed, untrue"),
    ("李四提出赔偿2万元,王五不同意。", "none", "an offer refused"),
    ("李四提出赔偿2万元,王五没有接受。", "none", "an offer refused"),
    ("李四如实供述犯罪事实,并已赔偿王五全部损失,取得谅解。", "paid", "供述 of the crime is no claim of payment"),
    ("王五称李四仅支付了2000元,再无其他赔偿。", "partial", "the victim's word counts"),
    ("王五陈述李四的家属已将医疗费、误工费等全部付清。", "paid", "the victim's word counts"),
    ("李四表示有赔偿诚意,但一直未见行动。", "none", "words only"),
    ("李四虽作出赔偿王五8万元的承诺,然至今分文未付。", "none", "a promise"),
    ("李四有赔偿意愿,赔偿款至今未能筹齐。", "none", "a wish"),
    ("李四变卖房产用于赔偿的计划落空,王五没有拿到钱。", "none", "a plan that failed"),
    ("双方的和解因李四反悔而落空。", "none", "an agreement that failed"),
    ("王五分文未获。", "none", "nothing"),
    ("王五至今未得到李四一分钱的赔偿。", "none", "nothing"),
    ("李四及家人从未露面,亦无任何赔付。", "none", "nothing"),
    ("李四对王五的索赔置之不理。", "none", "ignored"),
    ("王五多次上门索赔无果。", "none", "in vain"),
    ("王五向李四追偿医药费,李四避而不见。", "none", "in vain"),
    ("李四以已被判刑为由拒付赔偿款。", "none", "refused"),
    ("李四表示赔偿款一分没有,愿意坐牢。", "none", "refused"),
    ("李四推脱责任,不予理赔。", "none", "refused"),
    ("因李四家境困难,双方未谈及赔偿,王五的损失无从弥补。", "none", "no means"),
    ("本案民事赔偿尚未解决,王五拟另行起诉。", "none", "not solved"),
    ("王五已向法院递交民事诉状。", "none", "only claimed"),
    ("王五请求判令李四赔偿各项损失12万元。", "none", "only claimed"),
    ("李四承诺取保后筹钱赔偿,获释后失联。", "none", "a broken promise"),
    ("李四出具欠条承诺半年内付清赔偿款,逾期未付。", "none", "a broken promise"),
    ("调解书确定的8万元李四未支付。", "none", "agreed, not performed"),
    ("调解书生效后,李四分文未履行。", "none", "agreed, not performed"),
    ("李四家属送去慰问金2000元,此后再未过问。", "partial", "a little"),
    ("李四之母到医院交了5000元住院费。", "partial", "one item"),
    ("李四托人捎来3000元,王五的治疗费尚有缺口。", "partial", "a little"),
    ("李四委托其兄交存3万元用于赔偿王五,王五嫌少未领。", "partial", "deposited, not taken"),
    ("李四家属将5万元打入法院账户,王五尚未支取。", "partial", "deposited, not taken"),
    ("李四已缴纳5万元作为对王五的赔偿准备金。", "partial", "deposited"),
    ("李四预交了王五的住院费1万元,王五要求继续赔付,李四不再交钱。", "partial", "advanced"),
    ("赔偿协议约定8万元,李四付了一半。", "partial", "a half"),
    ("李四支付首付3万元后即中断履行。", "partial", "broken off"),
    ("保险公司赔付了医疗费,李四个人未承担任何费用。", "partial", "the insurer paid one item"),
    ("交强险已理赔,商业险仍在走程序。", "partial", "the limit only"),
    ("李四赔了2万元,与王五的实际损失相去甚远。", "partial", "not enough"),
    ("王五被骗的10万元,李四退回4万元,尚欠6万元。", "partial", "4 of 10"),
    ("追回的赃款按比例发还,王五领取了1.2万元,不足部分继续追缴。", "partial", "a share"),
    ("李四与王五私下了结,赔偿款3万元已现金交付,双方互不追究。", "paid", "settled and given"),
    ("李四家属已将约定的赔偿款如数打入王五银行卡。", "paid", "the whole sum agreed"),
    ("王五确认其损失已获全部弥补。", "paid", "all made good"),
    ("案件审查期间,双方握手言和,赔偿款项当面点清。", "paid", "counted out at once"),
    ("肇事车辆投保的保险公司已将王五的损失足额理赔到位。", "paid", "the insurer paid all"),
    ("李四主动退赔王五全部被骗钱款。", "paid", "all given back"),
    ("被盗的三轮车当日即被追回,由王五领走。", "paid", "given back"),
    ("李四与王五签下和解书,王五表示不再追究。", "paid", "agreed and forgiven"),
    ("李四家属赔偿王五6万元,王五收款后出具谅解书。", "paid", "paid and forgiven"),
    ("王五书面声明放弃要求李四赔偿的权利。", "unknown", "waived"),
    ("王五明确表示不要赔偿,只要求严惩李四。", "unknown", "waived"),
    ("王五口头表示不向李四索赔。", "unknown", "waived"),
    ("王五放弃对李四的民事求偿。", "unknown", "waived"),
    ("双方在村委会主持下签订了调解协议。", "unknown", "an agreement alone"),
    ("王五念其年幼,不予计较,出具了谅解书。", "unknown", "forgiveness alone"),
    ("双方正在协商赔偿。", "unknown", "still talking"),
    ("李四的行为给王五造成损失3万元。", "unknown", "a loss is no payment"),
]

# Receipts and agreements.
LETTERS: list[tuple[str, str, str, str]] = [
    ("收条", "收条\n收到李四家属现金5万元,系全部赔偿款。\n收款人:王五", "paid", "the whole"),
    ("收条", "收条\n今收到李四赔偿款8万元,此款为一次性了结。\n王五", "paid", "at one go"),
    ("收条", "收据\n兹收到李四交来赔偿款叁万元整,此事两清。\n王五", "paid", "quits"),
    ("收条", "收条\n今收到李四赔偿款2万元,该款并非全部赔偿款。\n王五", "partial", "not the whole"),
    ("收条", "收条\n收到李四医药费壹万元,以后的另算。\n王五", "partial", "one item"),
    ("收条", "收条\n今收到李四第二笔赔偿款2万元,还差3万元。\n王五", "partial", "an instalment"),
    ("收条", "收条\n今收到李四最后一笔赔偿款2万元,至此8万元全部收清。\n王五", "paid", "the last instalment"),
    (
        "收条",
        "领条\n今从法院领到李四赔偿款6万元,余款放弃。\n王五",
        "partial",
        "a part; the rest waived without a reason",
    ),
    (
        "谅解书",
        "谅解书\n李四家属答应赔我5万元,我同意谅解。如不给钱,谅解作废。\n王五",
        "none",
        "promised only",
    ),
    ("谅解书", "谅解书\n李四上门赔礼,并把医药费都付了,我不再追究。\n王五", "paid", "paid and forgiven"),
    ("调解协议", "人民调解协议书\n李四赔偿王五4万元,当场履行完毕,双方无其他争议。", "paid", "performed"),
]

# Operative parts: what this judgment orders is not yet paid.
VERDICTS: list[tuple[str, str, str]] = [
    ("二、由被告人李四赔偿王五医疗费、误工费等5万元,限判决生效后十日内付清。", "none", "ordered"),
    ("二、责令李四退赔王五人民币3万元。", "none", "ordered"),
    ("二、继续追缴被告人李四违法所得3万元,返还王五。", "none", "ordered"),
    ("二、被告人李四应于本判决生效后三十日内一次性给付王五8万元。", "none", "ordered"),
    ("二、扣除已支付的2万元,李四还应赔偿王五6万元,于判决生效之日起十日内履行完毕。", "partial", "2 of 8"),
    ("二、李四赔偿王五各项损失5万元(已付清)。", "paid", "ordered and paid"),
]

_FACTS = "起诉意见书\n经依法侦查,现查明:\n2021年5月1日,被告人李四在某地殴打被害人王五,致其轻伤二级。\n"
_END = "\n综上所述,被告人李四的行为已触犯刑法。\n某县公安局\n2021年6月1日"
_JUDGED = (
    "某县人民法院\n刑事判决书\n（2021）某刑初1号\n公诉机关某县人民检察院。\n被告人李四,男,1980年1月1日出生。\n"
    "附带民事诉讼原告人王五诉称,请求判令被告人赔偿各项损失共计9万元。\n"
    "被告人李四对指控事实不持异议,其辩护人提出被告人愿意积极赔偿。\n"
    "经审理查明,2021年5月1日,被告人李四打伤被害人王五。\n"
    "本院认为,被告人李四的行为已构成故意伤害罪。判决如下:\n一、被告人李四犯故意伤害罪,判处有期徒刑二年。\n"
)


def read(text: str, paper_type: str) -> CompensationReading:
    """The reading of one text with the one victim 王五; quotes are checked on the way."""
    clean = clean_text(text)
    zones = find_zones(clean.text, paper_type)
    reading = read_compensation(clean, zones, (VictimNames("王五"),), ("李四",), paper_type)
    for span in reading.by_victim["王五"].compensation_spans:
        assert text[span.start : span.end] == span.quote
    return reading


@pytest.mark.parametrize(("text", "expected", "why"), ANSWERS)
def test_answers(text: str, expected: str, why: str) -> None:
    told = f"询问笔录\n被询问人：王五，男，系本案被害人\n问：对方赔偿了吗？\n答：{text}\n问：以上是否属实？\n答：属实。"
    assert read(told, "询问笔录").by_victim["王五"].compensation.value == expected, why


@pytest.mark.parametrize(("text", "expected", "why"), FILES)
def test_files(text: str, expected: str, why: str) -> None:
    assert read(_FACTS + text + _END, "起诉意见书").by_victim["王五"].compensation.value == expected, why


@pytest.mark.parametrize(("paper_type", "text", "expected", "why"), LETTERS)
def test_letters(paper_type: str, text: str, expected: str, why: str) -> None:
    assert read(text, paper_type).by_victim["王五"].compensation.value == expected, why


@pytest.mark.parametrize(("text", "expected", "why"), VERDICTS)
def test_verdicts(text: str, expected: str, why: str) -> None:
    judged = _JUDGED + text + "\n审判长 某某\n"
    assert read(judged, "刑事判决书").by_victim["王五"].compensation.value == expected, why
