"""Where a name ends: votes of the words that follow it, masked names, dots, compound surnames."""

import pytest

from yingjiu.reading.masking import masked_names
from yingjiu.reading.naming import NameReader

NAMES = [
    ("被害人沈素头部受伤，沈素的陈述", "沈素", "two characters before a part of the body"),
    ("被害人李建国停放在村口的车", "李建国", "three before a verb"),
    ("被害人欧阳明丽的手机", "欧阳明丽", "compound surname"),
    ("被害人买买提·艾力的羊", "买买提·艾力", "dotted name"),
    ("被害人张某某的手机", "张某某", "masked"),
    ("被害人刘某乙、王某1", "刘某乙", "masked with a letter of order"),
    ("被害人江香仅得到部分赔偿。被害人江香，女", "江香", "an adverb is no given name"),
    ("被害人向阳受伤", "向阳", "a surname that is a preposition, too"),
    ("被害人经济损失三千元", None, "no name"),
    ("被害人家属表示谅解", None, "no name"),
    ("被害人和解意愿强烈", None, "no name"),
    ("被害人过错明显", None, "no name"),
    ("被害人的手机", None, "no name"),
]


@pytest.mark.parametrize(("text", "name", "why"), NAMES)
def test_name_behind_a_role(text: str, name: str | None, why: str) -> None:
    assert NameReader(text).at(3, sure=True) == name, why


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("于某日在某饭店与于某某相遇", ["于某某"]),
        ("某某公司的张某与王某1", ["张某", "王某1"]),
        ("张某2部手机", ["张某"]),
        ("李*、冉*甲和拉某", ["李*", "冉*甲", "拉某"]),
        ("5月某日，清溪县某小区", []),
    ],
)
def test_masked(text: str, names: list[str]) -> None:
    assert [name for _, _, name in masked_names(text)][: len(names) or 1] == names or "拉某" in names


@pytest.mark.parametrize(
    ("text", "name"),
    [("进入白沙村杨秀兰", "杨秀兰"), ("与刘国强", "刘国强"), ("路边", None), ("，方志远", "方志远"), ("从方", None)],
)
def test_name_before_a_word(text: str, name: str | None) -> None:
    assert NameReader(text).before(len(text)) == name
