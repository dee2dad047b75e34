"""Responsibility, fault, flight, insurance, unsolved cases and what was recovered."""

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
        "car",
        "经认定，李大强负此次事故的全部责任，王秀英、陈小妹无责任。",
        {("责任", "全部责任", "+", L), ("责任", "无责任", "+", W), ("责任", "无责任", "+", C)},
        "shares of all",
    ),
    (
        "car",
        "李大强承担事故主要责任，王秀英承担次要责任。",
        {("责任", "主要责任", "+", L), ("责任", "次要责任", "+", W)},
        "事故 is said once",
    ),
    (
        "car",
        "李大强应负事故的全部责任，被害人不承担责任。",
        {("责任", "全部责任", "+", L), ("责任", "无责任", "+", W), ("责任", "无责任", "+", C)},
        "all victims without a name",
    ),
    (
        "car",
        "双方负事故同等责任，陈小妹无责。",
        {("责任", "同等责任", "+", L), ("责任", "同等责任", "+", W), ("责任", "无责任", "+", C)},
        "both drivers",
    ),
    (
        "car",
        "李大强负全部责任，其余人员无责任。",
        {("责任", "全部责任", "+", L), ("责任", "无责任", "+", None)},
        "others are nobody by name",
    ),
    ("car", "因现场变动，交警部门无法认定事故责任。", {("责任", "无法认定", "+", None)}, "no share found"),
    ("car", "负事故全部或者主要责任的，构成交通肇事罪。", set(), "words of the law"),
    ("car", "李大强应承担民事赔偿的主要责任。", set(), "another duty"),
    ("one", "李大强应对共同犯罪承担全部责任。", set(), "another duty"),
    (
        "car",
        "李大强承担造成王秀英死亡事故的主要责任。",
        {("责任", "主要责任", "+", L)},
        "no victim between verb and share",
    ),
    ("one", "证据有在逃人员登记表、损失明细、发还清单。", set(), "names of papers"),
    ("one", "李大强对工作极端不负责任。", set(), "neglect"),
    ("one", "李大强具有完全刑事责任能力。", set(), "capacity"),
    ("one", "被害人王秀英在案件起因上负有重大过错。", {("过错", "重大过错", "+", W)}, "great fault"),
    ("one", "王秀英对引发本案不存在过错。", {("过错", "有过错", "-", W)}, "denied"),
    ("one", "王秀英亦有一定过错。", {("过错", "有过错", "±", W)}, "some fault"),
    ("one", "王秀英对矛盾的激化负有直接责任。", {("过错", "有过错", "+", W)}, "责任 for the quarrel is a fault"),
    ("one", "辩护人所提被害人有过错的意见，不予采纳。", set(), "not accepted"),
    ("one", "辩护人所提被害人有过错的意见成立，予以采纳。", {("过错", "有过错", "+", W)}, "accepted"),
    ("one", "关于被害人是否存在过错，有待查明。", set(), "a question"),
    ("one", "被告人李大强主观上存在过错。", set(), "the defendant's"),
    ("one", "王秀英言语挑衅并率先动手。", {("过错", "挑衅", "+", W), ("过错", "先动手", "+", W)}, "the victim began"),
    ("one", "李大强率先动手殴打王秀英。", set(), "the defendant began"),
    ("one", "李大强的行为不属于互殴。", {("过错", "互殴", "-", W)}, "denied"),
    ("car", "李大强弃车逃离事故现场。", {("逃逸", "肇事逃逸", "+", L)}, "in other words"),
    ("car", "李大强没有逃离现场。", {("逃逸", "肇事逃逸", "-", L)}, "denied"),
    ("one", "李大强打人后逃跑。", {("逃逸", "逃离现场", "+", L)}, "no accident"),
    ("one", "王秀英见状逃跑。", set(), "the victim"),
    ("car", "交通运输肇事后逃逸或者有其他特别恶劣情节的，从重处罚。", set(), "words of the law"),
    (
        "car",
        "该车投保了交强险和商业三者险。",
        {("保险", "交强险", "+", None), ("保险", "商业险", "+", None)},
        "insured",
    ),
    (
        "car",
        "该车仅投保交强险，未投保商业险。",
        {("保险", "交强险", "+", None), ("保险", "未投保商业险", "-", None)},
        "one of two",
    ),
    ("car", "肇事车辆交强险已过期。", {("保险", "未投保", "-", None)}, "run out"),
    ("car", "王秀英的电动车未购买保险。", set(), "the victim's vehicle"),
    ("car", "保险公司以醉驾为由拒绝理赔。", {("保险", "拒赔", "-", None)}, "refused"),
    ("car", "在交强险限额内先行赔付。", set(), "a limit"),
    (
        "one",
        "同案人赵铁柱、钱二虎（均在逃）望风。",
        {("未侦破", "在逃", "+", "赵铁柱"), ("未侦破", "在逃", "+", "钱二虎")},
        "a list",
    ),
    ("one", "孙小刚（另案处理）参与殴打。", {("未侦破", "另案处理", "±", "孙小刚")}, "named nowhere else"),
    ("one", "李大强在逃期间又犯新罪，现已归案。", set(), "caught"),
    ("car", "李大强不存在逃逸情节。", {("逃逸", "肇事逃逸", "-", L)}, "存在逃逸 holds 在逃"),
    (
        "one",
        "该案长期未能破案，本案已过追诉时效。",
        {("未侦破", "未侦破", "+", None), ("未侦破", "已过追诉时效", "+", None)},
        "unsolved",
    ),
    ("one", "公安机关破获此案。", set(), "solved"),
    ("theft", "赃款已全部追回并发还王秀英。", {("挽回", "全部", "+", W)}, "all of it"),
    ("theft", "追回现金1000元，已发还被害人。", {("挽回", "部分", "±", W)}, "less than was taken"),
    ("theft", "除手机一部外，其余财物均未被追回。", {("挽回", "部分", "±", None)}, "but for one thing"),
    ("theft", "赃款已被挥霍，无法追回。", {("挽回", "未挽回", "-", None)}, "gone"),
    ("theft", "李大强未全部退赔。", {("挽回", "部分", "±", None)}, "not all"),
    ("theft", "责令李大强退赔王秀英3000元。", {("挽回", "责令退赔", "-", W)}, "ordered"),
    (
        "theft",
        "继续追缴李大强的违法所得，发还被害人王秀英。",
        {("挽回", "继续追缴", "-", W)},
        "ordered, with whom to give it to",
    ),
    ("theft", "李大强表示愿意退赔被害人损失。", set(), "a wish"),
    ("theft", "检察院将案件退回补充侦查。", set(), "another 退回"),
    ("theft", "辩护人提出李大强已全部退赃。", set(), "a claim"),
]


@pytest.mark.parametrize(("begin", "text", "facts", "why"), ROWS, ids=[f"{w}-{i}" for i, (*_, w) in enumerate(ROWS)])
def test_accident(begin: str, text: str, facts: Facts, why: str) -> None:
    assert told(begin, text, {"责任", "过错", "保险", "逃逸", "未侦破", "挽回"}) == facts, why
