"""Charge, cause, day and numbers of a paper."""

import pytest

from yingjiu.reading.paper import read_paper

CHARGES = [
    ("犯罪嫌疑人李大强涉嫌故意伤害一案", "故意伤害", "一案"),
    ("指控被告人李大强犯掩饰、隐瞒犯罪所得罪", "掩饰、隐瞒犯罪所得", "longest"),
    ("应当以合同诈骗罪追究刑事责任", "合同诈骗", "not 诈骗"),
    ("涉嫌虐待被监护、看护人罪", "虐待被监护、看护人", "not 虐待"),
    ("以被告人李大强涉嫌盗窃罪、诈骗罪移送", "盗窃", "the first"),
    ("2015年因犯盗窃罪被判处有期徒刑一年。因涉嫌寻衅滋事罪被刑事拘留", "寻衅滋事", "not the earlier conviction"),
    ("曾因盗窃罪被清溪县人民法院判处拘役。因涉嫌抢劫罪被拘留", "抢劫", "not the earlier conviction"),
    ("盗窃的车辆已发还", None, "a verb is no charge"),
]


@pytest.mark.parametrize(("text", "charge", "why"), CHARGES)
def test_charge(text: str, charge: str | None, why: str) -> None:
    assert read_paper(f"起诉意见书\n犯罪嫌疑人李大强，男。{text}。").charge == charge, why


CAUSES = [
    ("原告王秀英与被告李大强机动车交通事故责任纠纷一案", "机动车交通事故责任纠纷"),
    ("原告王秀英诉被告李大强生命权、身体权、健康权纠纷一案", "生命权、身体权、健康权纠纷"),
    ("原告王秀英诉被告李大强抚育费纠纷一案", "抚育费纠纷"),
    ("原告王秀英诉被告李大强赡养费一案", "赡养费纠纷"),
]


@pytest.mark.parametrize(("text", "cause"), CAUSES)
def test_cause(text: str, cause: str) -> None:
    assert read_paper(f"民事判决书\n原告王秀英，女。\n{text}，现已审理终结。判决如下：驳回。").cause == cause


DAYS = [
    ("起诉书\n被告人李大强于2021年1月1日被拘留。\n此致\n清溪县人民法院\n2021年3月5日", "2021-03-05", "signature"),
    ("刑事判决书\n审判长 方某\n二〇二一年三月五日\n书记员 田某", "2021-03-05", "Chinese numerals, clerk below"),
    ("询问笔录\n时间：2021年3月5日9时至10时\n被询问人：王秀英\n问：?\n答：2020年1月1日。", "2021-03-05", "record"),
    ("起诉书\n被告人李大强于2021年1月1日被拘留，现羁押。", None, "no signature"),
]


@pytest.mark.parametrize(("text", "day", "why"), DAYS)
def test_day(text: str, day: str | None, why: str) -> None:
    assert read_paper(text).day == day, why


def test_numbers() -> None:
    text = (
        "清溪县人民法院\n刑事判决书\n（2021）新9931刑初1号\n"
        "清溪县人民检察院以清检刑诉〔2021〕8号起诉书指控被告人李大强犯盗窃罪。"
    )
    paper = read_paper(text)
    assert paper.own_number == "（2021）新9931刑初1号"
    assert paper.numbers == ("（2021）新9931刑初1号", "清检刑诉〔2021〕8号")
