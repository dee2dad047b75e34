"""The type of a paper by its title, by its file's name, by its body."""

import pytest

from yingjiu.reading.paper_type import find_type

TITLES = [
    ("起 诉 书\n清检刑诉〔2022〕1号", "起诉书", "blanks inside the title"),
    ("清溪县人民法院\n刑事附带民事判决书\n", "刑事判决书", "with a civil part"),
    ("清溪县人民法院刑事判决书（2021）新9931刑初1号", "刑事判决书", "title and number in one line"),
    ("覃大山与韦老三机动车交通事故责任纠纷一审民事判决书\n", "民事判决书", "the title of a collection"),
    ("清溪县公安局提请批准逮捕意见书\n", "提请批准逮捕书", "older name"),
    ("法医学人体损伤程度鉴定书\n", "鉴定意见", "forensic opinion"),
    ("清溪县公安司法鉴定中心\n法医学尸体检验鉴定书\n", "鉴定意见", "of a body"),
    ("交通事故责任认定书\n", "道路交通事故认定书", "older name"),
    ("收 据\n今收到", "收条", "receipt"),
    ("领 条\n", "收条", "receipt"),
    ("刑事谅解书\n", "谅解书", ""),
    ("刑事附带民事调解书\n", "调解协议", "court mediation"),
    ("清溪县人民检察院\n撤回起诉决定书\n", "撤诉决定书", ""),
    ("清溪县人民检察院\n不起诉决定书\n", "不起诉决定书", "not 起诉书"),
    ("询问笔录（第一次）\n", "询问笔录", "count behind the title"),
    ("群众来信登记表\n", "信访件", ""),
    ("受案登记表\n", "其他", "a known paper of no interest"),
    ("起诉书指控被告人李强犯盗窃罪。", "其他", "a sentence is no title"),
]


@pytest.mark.parametrize(("text", "kind", "why"), TITLES)
def test_title(text: str, kind: str, why: str) -> None:
    assert find_type(text).type == kind, why


BODIES = [
    ("今收到李强交来赔偿款3000元。收款人:王秀英", "收条"),
    ("被询问人:王秀英\n问:你是谁?\n答:王秀英。", "询问笔录"),
    ("尊敬的检察院领导:我叫王秀英,恳请给予救助。", "信访件"),
    ("申请执行人:王秀英。……裁定如下:终结本次执行程序。", "执行裁定书"),
    ("昨天下雨了。", "其他"),
]


@pytest.mark.parametrize(("text", "kind"), BODIES)
def test_body_without_title(text: str, kind: str) -> None:
    assert find_type(text).type == kind


def test_place_of_the_title() -> None:
    text = "清溪县人民检察院\n起诉书\n被告人"
    found = find_type(text)
    assert text[found.start : found.end] == "起诉书"
