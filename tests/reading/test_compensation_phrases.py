"""Each phrasing of real files means what it means: negation, promise, claim, part and whole.

The wordings follow the counted phrasings of real files and the phrase bank with polarity; the victim is always 王五,
the offender 李四. Columns: text, compensation, forgiveness, why.
"""

from __future__ import annotations

import pytest

from yingjiu.reading.compensation import CompensationReading, VictimNames, read_compensation
from yingjiu.reading.facts import Compensation, Forgiven
from yingjiu.reading.zones import find_zones
from yingjiu.texts.clean import clean_text

# What an indictment or a police file says after the facts.
FILE_PHRASES: list[tuple[str, str, str, str]] = [
    # silent
    ("被告人李四到案后如实供述自己的罪行。", "unknown", "unknown", "no word of it"),
    ("被告人李四的行为给被害人王五造成经济损失5万元。", "unknown", "unknown", "a loss is no payment"),
    ("经鉴定,被害人王五的损失价值为6848元。", "unknown", "unknown", "a valued loss is no payment"),
    ("被害人王五住院治疗20天,花去医疗费3万元。", "unknown", "unknown", "the victim's own costs"),
    ("被害人王五共支付医疗费33981.36元。", "unknown", "unknown", "the victim pays, not the offender"),
    ("被告人李四将被害人王五打伤,给被害人家庭造成无法弥补的伤害。", "unknown", "unknown", "给…造成 is no payment"),
    # paid
    ("案发后,被告人李四赔偿被害人王五经济损失50000元。", "paid", "unknown", "the losses made good"),
    ("案发后,被告人李四赔偿被害人王五人民币50000元。", "partial", "unknown", "a sum not said to be the whole"),
    ("案发后,被告人李四已赔偿被害人王五经济损失4万元,并取得被害人的谅解。", "paid", "yes", "paid and forgiven"),
    ("被告人李四赔偿被害人王五各项经济损失共计人民币12万元。", "paid", "unknown", "all losses, one sum"),
    ("被告人李四赔偿了被害人王五的经济损失,取得谅解。", "paid", "yes", "赔偿了 without 已"),
    ("被告人李四的家属代为赔偿被害人王五各项损失8万元,王五表示谅解。", "paid", "yes", "the family pays"),
    ("李四的亲属已代其赔偿被害人王五损失8万元,得到被害人谅解。", "paid", "yes", "the relatives pay"),
    ("被告人李四的朋友代其赔偿被害人经济损失,双方达成和解,被害人对李四表示谅解。", "paid", "yes", "a friend pays"),
    ("被告人李四一次性赔偿被害人王五人民币10万元,被害人出具谅解书。", "paid", "yes", "at one go"),
    ("被告人李四已赔偿被害人全部经济损失。", "paid", "unknown", "全部"),
    ("被告人李四已足额赔偿被害人的损失。", "paid", "unknown", "足额"),
    ("赔偿款已一次性付清。", "paid", "unknown", "付清"),
    ("双方就民事赔偿达成调解协议,赔偿款已履行完毕。", "paid", "unknown", "performed"),
    ("双方达成和解协议且已履行完毕。", "paid", "unknown", "performed"),
    ("双方达成民事赔偿协议并已实际履行。", "paid", "unknown", "performed"),
    ("经调解,被告人李四与被害人达成协议,当场支付赔偿款3万元。", "paid", "unknown", "at once"),
    ("民事赔偿部分已另行处理完结。", "paid", "unknown", "handled"),
    ("本案民事部分已调解解决。", "paid", "unknown", "handled"),
    ("附带民事部分已经处结。", "paid", "unknown", "handled"),
    ("被告人李四补偿被害人王五人民币2万元,王五予以谅解。", "paid", "yes", "补偿"),
    ("保险公司已向被害人家属赔付各项损失共计61万元。", "paid", "unknown", "the insurer pays all"),
    ("在保险限额之外另行赔偿被害人近亲属18万元,取得谅解。", "paid", "yes", "more than the insurance"),
    ("除保险赔偿外,被告人另行补偿死者家属5万元,死者家属对其予以谅解。", "paid", "yes", "more than the insurance"),
    ("被告人李四积极赔偿被害人损失,并获得被害人的谅解。", "paid", "yes", "vague, but forgiven"),
    ("被告人李四赔偿被害人近亲属43万元,得到了近亲属的谅解。", "paid", "yes", "paid to relatives"),
    ("赔偿款5万元被害人已收到。", "partial", "unknown", "a sum not said to be the whole"),
    ("被告人李四赔偿被害人王五人民币50000元,取得谅解。", "paid", "yes", "a sum, and forgiven"),
    ("被害人王五已领取赔偿款6万元,双方再无纠纷。", "paid", "unknown", "received, no dispute left"),
    ("被告人李四已按照生效判决足额履行。", "paid", "unknown", "an earlier judgment performed in full"),
    ("被告人李四分别向被害人支付人民币20000元,被害人对其行为表示谅解。", "paid", "yes", "支付 to the victim"),
    ("双方已私下达成和解,被告人李四赔偿了5万元,被害人不再追究其责任。", "paid", "yes", "不再追究 forgives"),
    ("被告人家属将赔偿款7万元支付给被害人王五,款项已结清。", "paid", "unknown", "结清"),
    ("赔偿义务已全部履行,赔偿款已兑现。", "paid", "unknown", "兑现"),
    # agreed
    ("被告人李四与被害人王五达成和解协议,赔偿损失2万元,王五表示谅解。", "paid", "yes", "agreed and forgiven"),
    ("双方达成刑事和解,被害人出具了谅解书。", "paid", "yes", "agreed and forgiven"),
    ("双方达成调解协议。", "unknown", "unknown", "an agreement alone"),
    ("双方签订赔偿协议书,约定由李四赔偿王五5万元。", "unknown", "unknown", "an agreement alone"),
    ("双方达成协议,约定李四于2021年12月底前支付王五5万元。", "unknown", "unknown", "agreed, not yet due"),
    # forgiveness alone
    ("被害人王五对被告人李四的行为表示谅解。", "unknown", "yes", "forgiveness alone"),
    ("案发后被告人得到被害人的谅解。", "unknown", "yes", "forgiveness alone"),
    ("被害人王五出具刑事谅解书,对被告人李四予以谅解。", "unknown", "yes", "forgiveness alone"),
    ("征得被害人谅解。", "unknown", "yes", "forgiveness alone"),
    ("获得了被害人家属的谅解。", "unknown", "yes", "forgiveness alone"),
    # part
    ("被告人李四已赔偿被害人部分损失,取得谅解。", "partial", "yes", "部分 beside 谅解"),
    ("其亲属已作了部分赔偿。", "partial", "unknown", "部分"),
    ("被告人李四已赔偿被害人家属丧葬费3万元。", "partial", "unknown", "one item"),
    ("被告人李四垫付医疗费1万元。", "partial", "unknown", "advanced"),
    ("案发后,被告人李四预付被害人医疗费2万元。", "partial", "unknown", "advanced"),
    ("被告人李四仅支付了1000元赔偿款。", "partial", "unknown", "仅"),
    ("仅垫付了3万元医疗费就要求出谅解书。", "partial", "unknown", "advanced; forgiveness only asked for"),
    ("先行支付2万元,余款于年底前付清。", "partial", "unknown", "the rest is to come"),
    ("双方约定分期支付,首付款3万元已支付。", "partial", "unknown", "instalments open"),
    ("双方达成赔偿协议,赔偿损失76000元,已经支付46000元,取得王五的谅解。", "partial", "yes", "46000 of 76000"),
    ("李四与王五达成10万元的赔偿协议,并已支付8万元。", "partial", "unknown", "8 of 10"),
    ("共赔偿160000元,已支付100000元,剩余款项年底付清,被害人予以谅解。", "partial", "yes", "the rest open"),
    ("李四已付赔偿款5万元,尚欠3万元未付。", "partial", "unknown", "尚欠"),
    ("被告人李四将赔偿款5万元预交至法院。", "partial", "unknown", "deposited"),
    ("被告人家属向法院缴纳赔偿款10万元。", "partial", "unknown", "deposited"),
    ("被告人家属已将5万元赔偿款提存于公证处。", "partial", "unknown", "deposited"),
    ("肇事车辆投保的保险公司在交强险范围内已赔付12万元。", "partial", "unknown", "the limit only"),
    ("扣除已支付的2万元,还应赔偿10万元。", "partial", "unknown", "a part was paid"),
    ("被告人李四先行赔付被害人2万元,其余损失至今未予赔偿。", "partial", "unknown", "the rest not"),
    ("被告人李四未能全额赔偿被害人的损失。", "partial", "unknown", "not in full"),
    ("被告人李四赔偿被害人3万元后,剩余损失未赔偿,被害人不予谅解。", "partial", "no", "the rest not, no forgiveness"),
    ("双方达成调解协议后,被告人支付了5万元,后未继续履行协议。", "partial", "unknown", "performed in part"),
    # none
    ("案发至今未对被害人作出任何赔偿。", "none", "unknown", "未…任何赔偿"),
    ("被告人李四未对被害人作出赔偿。", "none", "unknown", "未"),
    ("被害人的损失尚未得到赔偿。", "none", "unknown", "尚未"),
    ("被告人分文未赔。", "none", "unknown", "分文未赔"),
    ("被告人李四无力赔偿。", "none", "unknown", "无力"),
    ("被告人李四没有赔偿能力。", "none", "unknown", "no means"),
    ("被告人李四没有能力赔偿。", "none", "unknown", "no means"),
    ("被告人没有经济能力赔偿。", "none", "unknown", "no means"),
    ("被告人李四不同意赔偿。", "none", "unknown", "不同意"),
    ("被告人李四拒不赔偿被害人损失。", "none", "unknown", "拒不"),
    ("被告人李四不愿赔偿。", "none", "unknown", "不愿"),
    ("被告人李四拒付医疗费。", "none", "unknown", "拒付"),
    ("被告人未赔偿被害人损失取得谅解。", "none", "no", "未 governs both"),
    ("取得被害人谅解,但未实际赔偿损失。", "none", "yes", "forgiven and unpaid"),
    ("被告人没有赔偿但取得谅解。", "none", "yes", "forgiven and unpaid"),
    ("被告人未积极赔偿被害人损失且未取得谅解。", "none", "no", "neither"),
    ("双方达成调解协议,但被告人并未履行协议。", "none", "unknown", "agreed, not performed"),
    ("双方达成调解协议,约定赔偿5万元,但李四至今未履行。", "none", "unknown", "agreed, not performed"),
    ("被告人李四未能按照调解协议履行。", "none", "unknown", "not performed"),
    ("双方达成和解协议,被害人出具谅解书,后被告人未按协议履行,上述谅解书无效。", "none", "no", "letter void"),
    ("因双方分歧太大,未能达成调解协议。", "none", "unknown", "no agreement"),
    ("双方最终未能达成调解协议。", "none", "unknown", "no agreement"),
    ("双方就赔偿事宜调解未果。", "none", "unknown", "no agreement"),
    ("双方就民事赔偿协商无果。", "none", "unknown", "no agreement"),
    ("双方就赔偿问题未能达成一致。", "none", "unknown", "no agreement"),
    ("被告人希望能取得被害人谅解,但双方未能就赔偿谅解达成一致。", "none", "no", "no agreement, no forgiveness"),
    ("被害人表示对李四不予谅解,不接受之前的调解协议。", "none", "no", "agreement refused"),
    ("民事赔偿问题未解决。", "none", "unknown", "not solved"),
    ("李四不具备赔偿能力,被害人未获赔偿。", "none", "unknown", "no means"),
    ("被告人李四表示愿意赔偿被害人的损失。", "none", "unknown", "a promise"),
    ("被告人李四同意赔偿,希望取得谅解。", "none", "unknown", "a promise, a wish"),
    ("民事部分合理合法的愿意赔偿。", "none", "unknown", "a promise"),
    ("李四承诺赔偿被害人5万元。", "none", "unknown", "a promise"),
    ("被害人王五要求被告人李四赔偿医疗费、误工费共计8万元。", "none", "unknown", "only claimed"),
    ("附带民事诉讼原告人王五请求判令被告人赔偿各项损失278000元。", "none", "unknown", "only claimed"),
    ("被害人王五提起附带民事诉讼。", "none", "unknown", "only claimed"),
    ("被害人王五已另行向法院提起民事诉讼。", "none", "unknown", "only claimed"),
    ("被告人李四应当承担赔偿责任。", "none", "unknown", "owed"),
    ("被告人李四应赔偿被害人王五的经济损失。", "none", "unknown", "owed"),
    ("死者家属完全不予谅解。", "unknown", "no", "only forgiveness is spoken of"),
    ("被害人对被告人的行为不予谅解。", "unknown", "no", "only forgiveness is spoken of"),
    ("未取得被害人谅解。", "unknown", "no", "only forgiveness is spoken of"),
    ("积极赔偿被害人损失但未取得谅解。", "paid", "no", "money yes, forgiveness no"),
    ("被告人赔偿被害人各项损失共计79.7万元,但未取得被害人家属谅解。", "paid", "no", "paid, not forgiven"),
    ("被害人王五放弃附带民事赔偿请求。", "unknown", "unknown", "waived"),
    ("附带民事诉讼原告人王五撤回附带民事诉讼。", "unknown", "unknown", "withdrawn without a reason"),
    ("被害人未提起附带民事诉讼。", "unknown", "unknown", "not a waiver, not a claim"),
    # property
    ("被盗手机已追回并发还被害人王五。", "paid", "unknown", "given back"),
    ("赃款赃物已全部退还被害人。", "paid", "unknown", "all given back"),
    ("被告人李四已全部退赔被害人的损失。", "paid", "unknown", "all made good"),
    ("案发后,赃款已追回并退还失主。", "paid", "unknown", "given back"),
    ("部分赃物已被追回并发还被害人。", "partial", "unknown", "a part"),
    ("被告人李四部分退赃。", "partial", "unknown", "a part"),
    ("除电动自行车未被追回外,其余赃物已发还被害人。", "partial", "unknown", "a part"),
    ("赃款已被挥霍。", "none", "unknown", "gone"),
    ("现赃款已挥霍无法追回。", "none", "unknown", "gone"),
    ("被盗赃物已无法追缴。", "none", "unknown", "gone"),
    ("被盗财物未能追回。", "none", "unknown", "gone"),
    ("骗得的款项至今未归还被害人。", "none", "unknown", "not given back"),
    ("至今未退还被害人王五的钱款。", "none", "unknown", "not given back"),
    ("责令被告人李四退赔被害人王五5000元。", "none", "unknown", "ordered"),
]

# Longer wordings, as offices write them.
OFFICE_PHRASES: list[tuple[str, str, str]] = [
    ("案发后,李四家属已将全部赔偿款支付给王五,王五出具书面谅解。", "paid", "yes"),
    (
        "经某镇人民调解委员会主持调解,李四赔偿王五15万元,款项已全部给付到位,王五不再要求追究李四刑事责任。",
        "paid",
        "yes",
    ),
    ("李四已主动赔偿王五损失并取得其谅解。", "paid", "yes"),
    ("双方自行和解,赔偿款20万元已转账支付。", "paid", "unknown"),
    ("李四及其家属已足额赔付,被害人近亲属书面表示谅解。", "paid", "yes"),
    ("李四亲属代为赔付被害人近亲属丧葬费、死亡赔偿金等合计65万元,获得谅解。", "paid", "yes"),
    ("被害人已获得足额赔偿。", "paid", "unknown"),
    ("李四已退还全部骗取的钱款,取得王五谅解。", "paid", "yes"),
    ("被害人王五的损失已由保险公司全额理赔。", "paid", "unknown"),
    ("李四与王五就赔偿事宜达成一致,李四赔偿王五8万元并当场给付,王五对李四表示谅解。", "paid", "yes"),
    ("双方经调解达成协议,李四已将赔偿款6万元交付王五,王五书面谅解李四。", "paid", "yes"),
    ("双方签订和解协议书,李四当场支付赔偿金5万元,王五出具谅解书及收条。", "paid", "yes"),
    ("李四的父亲代其赔付王五医疗费、误工费等共计3万元,双方就此了结。", "paid", "unknown"),
    ("经调解李四已履行全部赔偿义务。", "paid", "unknown"),
    ("李四已偿付拖欠王五的全部工资。", "paid", "unknown"),
    ("被拖欠的劳动报酬已全部支付完毕。", "paid", "unknown"),
    ("王五至今未拿到分文赔偿。", "none", "unknown"),
    ("李四及其家属均未向王五支付任何费用。", "none", "unknown"),
    ("截至移送审查起诉时,李四未履行赔偿义务。", "none", "unknown"),
    ("李四拒绝承担赔偿责任。", "none", "unknown"),
    ("李四表示无钱赔偿。", "none", "unknown"),
    ("李四名下无财产,无法赔偿被害人损失。", "none", "unknown"),
    ("李四家庭困难,一直没有赔钱。", "none", "unknown"),
    ("赔偿一事至今没有着落。", "none", "unknown"),
    ("承诺的赔偿款至今未兑现。", "none", "unknown"),
    ("双方虽达成赔偿协议,但赔偿款分文未付。", "none", "unknown"),
    ("被害人家属明确表示拒绝谅解。", "unknown", "no"),
    ("至今未收到任何赔偿款项。", "none", "unknown"),
    ("双方尚未就赔偿达成一致意见。", "none", "unknown"),
    ("被害人的损失未得到弥补。", "none", "unknown"),
    ("双方签订调解协议后,李四反悔,拒不履行。", "none", "unknown"),
    ("李四签订赔偿协议后下落不明,赔偿款未支付。", "none", "unknown"),
    ("李四拒不支付拖欠的劳动报酬。", "unknown", "unknown"),
    ("李四至今未支付拖欠王五的工资3万元。", "none", "unknown"),
    ("李四至今未向王五返还诈骗所得。", "none", "unknown"),
    ("赃款已被李四赌博输光,无力退赔。", "none", "unknown"),
    ("李四家属代为支付医药费8000元,之后再未赔偿。", "partial", "unknown"),
    ("李四支付了部分医药费后失去联系。", "partial", "unknown"),
    ("李四前期支付了2万元,后续费用未再支付。", "partial", "unknown"),
    ("李四仅赔偿3000元,王五尚有4万余元损失未获赔偿。", "partial", "unknown"),
    ("已履行5万元,剩余10万元赔偿款逾期未付。", "partial", "unknown"),
    ("调解协议约定赔偿12万元,李四支付2万元后拒绝继续履行。", "partial", "unknown"),
    ("李四家属主动垫付抢救费3万元,但双方对后续赔偿未达成一致。", "partial", "unknown"),
    ("双方约定分三期给付,现已给付第一期2万元。", "partial", "unknown"),
    ("李四将3万元赔偿保证金交至检察院账户。", "partial", "unknown"),
    ("李四退赔王五5000元,剩余损失尚未退赔。", "partial", "unknown"),
    ("追回赃款8000元发还王五,其余赃款未追回。", "partial", "unknown"),
    ("李四先支付了1万元作为医疗费,其余的待伤情稳定后再协商。", "partial", "unknown"),
    ("约定赔偿10万元,先支付4万元,其余6万元分两年付清,王五表示谅解。", "partial", "yes"),
    ("李四赔偿王五部分经济损失2万元并取得谅解。", "partial", "yes"),
    ("李四已支付赔偿款5万元,下欠3万元打了欠条。", "partial", "unknown"),
    ("双方正在协商赔偿事宜。", "unknown", "unknown"),
    ("赔偿问题双方正在协商中。", "unknown", "unknown"),
    ("被害人未提出赔偿要求。", "unknown", "unknown"),
    ("双方自愿达成调解协议。", "unknown", "unknown"),
    ("被害人王五书面表示不再追究李四的责任。", "unknown", "yes"),
    ("被害人王五请求对李四从轻处罚。", "unknown", "yes"),
    ("被害人王五表示放弃赔偿,对李四予以谅解。", "unknown", "yes"),
    ("王五自愿放弃要求李四赔偿的权利。", "unknown", "unknown"),
    ("王五家属收到赔偿款后撤回附带民事诉讼。", "paid", "unknown"),
    ("因双方达成和解,王五撤回附带民事诉讼。", "unknown", "unknown"),
    ("李四辩称其已赔偿王五3万元,但未能提供证据。", "none", "unknown"),
    ("李四供述愿意赔偿但目前没有钱。", "none", "unknown"),
    ("李四表示待判决后再赔偿。", "none", "unknown"),
    ("李四同意赔偿王五10万元,但要求分期支付。", "none", "unknown"),
    ("李四与王五未能就赔偿数额达成一致。", "none", "unknown"),
    ("李四虽表示愿意赔偿,但至今未实际赔付。", "none", "unknown"),
    ("李四未主动赔偿,亦未取得王五谅解。", "none", "no"),
    ("李四虽取得被害人谅解,但赔偿款尚未支付。", "none", "yes"),
    ("李四逃逸后未对被害人进行救助和赔偿。", "none", "unknown"),
    ("交警部门先行垫付抢救费用2万元。", "partial", "unknown"),
    ("道路交通事故社会救助基金垫付丧葬费3万元,李四未予赔偿。", "partial", "unknown"),
    ("李四驾驶的车辆未投保交强险,李四无力赔偿。", "none", "unknown"),
    ("某保险公司已在交强险限额内赔付王五18万元,李四另行赔偿5万元,取得谅解。", "paid", "yes"),
    ("涉案手机已发还被害人王五。", "paid", "unknown"),
    ("公安机关追回被盗电动车一辆,已发还失主王五。", "paid", "unknown"),
    ("被盗现金未能追回。", "none", "unknown"),
    ("李四主动退缴赃款2万元。", "partial", "unknown"),
    ("李四家属代为退赃退赔,王五的损失已全部挽回。", "paid", "unknown"),
    ("李四退出赃款1万元,已发还王五。", "paid", "unknown"),
    (
        "案发后,李四与被害人家属达成民事赔偿调解协议,除保险理赔外,李四另补偿被害人家属人民币12万元,被害人家属对其表示谅解。",
        "paid",
        "yes",
    ),
    ("事故发生后,李四支付被害人家属丧葬费3万元。", "partial", "unknown"),
    ("保险公司已赔付被害人近亲属各项损失62万元,李四另支付5万元,取得谅解。", "paid", "yes"),
    (
        "双方达成调解协议,由保险公司在交强险限额内赔偿12万元,商业险限额内赔偿40万元,李四赔偿5万元,均已履行。",
        "paid",
        "unknown",
    ),
    ("民事赔偿部分双方已达成协议并履行。", "paid", "unknown"),
    ("李四亲属已代其向被害人亲属赔偿经济损失人民币8万元,尚有2万元未付。", "partial", "unknown"),
    ("双方已就民事赔偿部分达成调解协议,且赔偿款已全部给付,王五对李四表示谅解,撤回附带民事诉讼。", "paid", "yes"),
    ("李四未与被害人家属就民事赔偿达成协议。", "none", "unknown"),
    ("经调解,双方未达成一致意见,王五的损失未得到赔偿。", "none", "unknown"),
    ("李四未能积极赔偿被害人的经济损失。", "none", "unknown"),
    ("李四虽有赔偿意愿,但没有赔偿能力。", "none", "unknown"),
    ("鉴于李四尚未赔偿被害人损失,不宜对其不批准逮捕。", "none", "unknown"),
    ("李四已交纳赔偿保证金5万元。", "partial", "unknown"),
    ("关于赔偿问题,双方另行解决。", "none", "unknown"),
    ("赔偿事宜已通过民事诉讼解决。", "paid", "unknown"),
    ("案发后李四积极抢救伤者,支付了全部医疗费用。", "partial", "unknown"),
    ("李四支付了全部医疗费用并取得王五谅解。", "paid", "yes"),
    ("李四的妻子到医院看望王五并给付3000元。", "partial", "unknown"),
    ("王五称李四家属仅送来2000元生活费。", "partial", "unknown"),
    ("李四所在公司已代为赔偿王五全部损失。", "paid", "unknown"),
    ("李四与王五系亲属关系,王五对李四表示谅解,不要求其赔偿。", "unknown", "yes"),
    ("王五伤情经治疗花费5万元,李四分文未付。", "none", "unknown"),
    ("王五治疗费用均系自行承担。", "unknown", "unknown"),
    ("王五的医疗费用均由其自行垫付。", "unknown", "unknown"),
    ("李四曾答应赔偿2万元,后反悔。", "none", "unknown"),
    ("双方和解后李四按约支付了全部款项。", "paid", "unknown"),
    ("李四已按调解协议履行了赔偿义务,王五对其表示谅解。", "paid", "yes"),
    ("李四按期履行调解协议,赔偿款已给付。", "paid", "unknown"),
    ("双方达成调解协议,李四已按约定履行。", "paid", "unknown"),
    ("经公安机关主持调解,李四赔偿王五3.5万元,当场履行完毕,王五不要求追究李四刑事责任。", "paid", "yes"),
    ("李四已将被盗财物返还王五,并赔偿其损失1000元。", "paid", "unknown"),
    ("李四对王五进行了经济赔偿,取得谅解。", "paid", "yes"),
    ("李四赔偿王五经济损失,但双方对赔偿数额存在争议,王五不予谅解。", "paid", "no"),
    ("被害人家属情绪激动,拒绝调解,不谅解李四。", "none", "no"),
    ("王五要求李四赔偿10万元,李四只愿赔偿2万元,双方未能达成协议。", "none", "unknown"),
    ("李四及其家属既未道歉也未赔偿。", "none", "unknown"),
    ("李四没有对王五作出赔偿,也没有取得王五的谅解。", "none", "no"),
    ("王五的伤情尚未痊愈,后续治疗费用无着落,李四没有支付医疗费。", "none", "unknown"),
    ("因李四在逃,王五的损失未能得到赔偿。", "none", "unknown"),
    ("李四已赔偿王五部分医药费,双方未就其他损失达成协议。", "partial", "unknown"),
    ("李四已将20000元赔偿款交至本院,王五拒绝领取。", "partial", "unknown"),
]

# Question and answer of a victim's statement.
ANSWERS: list[tuple[str, str, str, str]] = [
    ("问：对方赔偿了吗？\n答：一分钱没赔。", "none", "unknown", "nothing"),
    ("问：对方有没有赔偿你？\n答：没有。", "none", "unknown", "a bare no"),
    ("问：对方赔偿了吗？\n答：赔了，都给清了，我也谅解对方了。", "paid", "yes", "all, forgiven"),
    ("问：对方赔偿了吗？\n答：只给了一点医药费，别的没给。", "partial", "unknown", "a little"),
    ("问：对方赔偿了吗？\n答：这个我不想说。", "unknown", "unknown", "does not say"),
    ("问：对方赔偿了吗？\n答：说好赔5万，到现在没见着钱。", "none", "unknown", "agreed, nothing seen"),
    ("问：医药费是谁出的？\n答：对方先垫了5000块钱，后面的都没管。", "partial", "unknown", "advanced"),
    ("问：损失赔偿了没有？\n答：赔完了，钱已经到账了。", "paid", "unknown", "all arrived"),
    ("问：你们有没有达成赔偿协议？\n答：没谈拢，他们不肯赔。", "none", "unknown", "refused"),
    ("问：你是否谅解对方？\n答：不谅解。", "unknown", "no", "refused"),
    ("问：你是否谅解对方？\n答：我愿意谅解他。", "unknown", "yes", "forgives"),
    ("问：对方赔偿情况怎样？\n答：答应给8万，先给了3万，还差5万没给。", "partial", "unknown", "3 of 8"),
    ("问：对方赔偿了吗？\n答：不清楚。", "unknown", "unknown", "does not know"),
    ("问：你有什么要求？\n答：我要求对方赔偿我的损失。", "none", "unknown", "only claimed"),
]

# Letters, receipts, agreements, and what the suspect says: paper type, text, compensation, forgiveness, why.
LETTERS: list[tuple[str, str, str, str, str]] = [
    (
        "谅解书",
        "谅解书\n本人王五，系本案被害人。李四的家属已一次性赔偿全部损失289000元，款已收到，本人对李四表示谅解。",
        "paid",
        "yes",
        "received",
    ),
    ("谅解书", "谅解书\n本人已收到李四赔偿款5万元，自愿谅解李四，请求司法机关从轻处罚。", "paid", "yes", "received"),
    (
        "谅解书",
        "谅解书\n考虑到双方系邻居，本人王五对李四的行为予以谅解，不再追究其刑事责任。",
        "unknown",
        "yes",
        "no payment named",
    ),
    ("谅解书", "谅解书\n李四承诺年底前支付我8万元，我对李四予以谅解。", "none", "yes", "promised only"),
    ("谅解书", "谅解书\n李四已支付5万元，余款3万元于2022年6月前付清，本人谅解李四。", "partial", "yes", "rest open"),
    (
        "收条",
        "收条\n今收到李四家属交来被害人王五的赔偿款人民币66000元整，全部损失已赔偿完毕。",
        "paid",
        "unknown",
        "whole",
    ),
    ("收条", "收条\n今收到李四赔偿款人民币叁万元整，双方再无纠纷。", "paid", "unknown", "nothing left"),
    ("收条", "收到条\n今收到李四一次性赔偿款5万元。", "paid", "unknown", "at one go"),
    ("收条", "收条\n今收到李四交来部分赔偿款2万元。", "partial", "unknown", "a part"),
    ("收条", "收条\n今收到李四第一期赔偿款2万元，余款月底付清。", "partial", "unknown", "first instalment"),
    ("收条", "收条\n今收到李四医疗费5000元。", "partial", "unknown", "one item, not the whole"),
    (
        "和解协议",
        "和解协议\n甲方李四一次性赔偿乙方王五各项损失10万元。双方签字生效。",
        "unknown",
        "unknown",
        "agreement alone",
    ),
    (
        "和解协议",
        "和解协议\n李四赔偿王五10万元，签订本协议时已当场付清。王五对李四予以谅解。",
        "paid",
        "yes",
        "paid at once",
    ),
    (
        "调解协议",
        "人民调解协议书\n李四赔偿王五10万元，分三期支付，首期3万元已支付。",
        "partial",
        "unknown",
        "instalments",
    ),
    (
        "讯问笔录",
        "讯问笔录\n问：你赔偿被害人了吗？\n答：我赔了，都赔给他了。",
        "unknown",
        "unknown",
        "the offender's word is no payment",
    ),
    (
        "讯问笔录",
        "讯问笔录\n问：你是否愿意赔偿被害人损失？\n答：愿意赔偿。我家庭困难，无力赔偿。",
        "none",
        "unknown",
        "a promise",
    ),
]

_FACTS = "起诉意见书\n经依法侦查,现查明:\n2021年5月1日,被告人李四在某地殴打被害人王五,致其轻伤二级。\n"
_END = "\n综上所述,被告人李四的行为已触犯刑法。\n某县公安局\n2021年6月1日"


def read(text: str, paper_type: str) -> CompensationReading:
    """The reading of one text with the one victim 王五."""
    clean = clean_text(text)
    victims = (VictimNames("王五"),)
    reading = read_compensation(clean, find_zones(clean.text, paper_type), victims, ("李四",), paper_type)
    settled = reading.by_victim["王五"]
    for span in (*settled.compensation_spans, *settled.forgiven_spans):
        assert text[span.start : span.end] == span.quote
    assert settled.compensation is Compensation.UNKNOWN or settled.compensation_spans
    assert settled.forgiven is Forgiven.UNKNOWN or settled.forgiven_spans
    return reading


@pytest.mark.parametrize(("text", "compensation", "forgiven", "why"), FILE_PHRASES)
def test_phrases_of_files(text: str, compensation: str, forgiven: str, why: str) -> None:
    settled = read(_FACTS + text + _END, "起诉意见书").by_victim["王五"]
    assert (settled.compensation.value, settled.forgiven.value) == (compensation, forgiven), why


@pytest.mark.parametrize(("text", "compensation", "forgiven"), OFFICE_PHRASES)
def test_phrases_of_offices(text: str, compensation: str, forgiven: str) -> None:
    settled = read(_FACTS + text + _END, "起诉意见书").by_victim["王五"]
    assert (settled.compensation.value, settled.forgiven.value) == (compensation, forgiven)


@pytest.mark.parametrize(("text", "compensation", "forgiven", "why"), ANSWERS)
def test_answers(text: str, compensation: str, forgiven: str, why: str) -> None:
    head = "询问笔录\n被询问人：王五，男，系本案被害人\n问：讲一下经过？\n答：李四用砖块把我打伤了。\n"
    settled = read(head + text + "\n问：以上是否属实？\n答：属实。", "询问笔录").by_victim["王五"]
    assert (settled.compensation.value, settled.forgiven.value) == (compensation, forgiven), why


@pytest.mark.parametrize(("paper_type", "text", "compensation", "forgiven", "why"), LETTERS)
def test_letters(paper_type: str, text: str, compensation: str, forgiven: str, why: str) -> None:
    settled = read(text, paper_type).by_victim["王五"]
    assert (settled.compensation.value, settled.forgiven.value) == (compensation, forgiven), why
