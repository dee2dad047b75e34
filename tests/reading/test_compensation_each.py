"""Several victims in one paper: each gets what is said of him and no more."""

from __future__ import annotations

import pytest

from yingjiu.reading.paper import read_paper

_HEAD = (
    "某县人民法院\n刑事判决书\n被告人周大勇，男，1980年1月1日出生。\n经审理查明，被告人周大勇将韩兵、许立新打伤，"
    "经鉴定，韩兵、许立新均构成轻伤二级。\n"
)
_END = "\n本院认为，被告人周大勇的行为已构成故意伤害罪。{}判决如下：\n被告人周大勇犯故意伤害罪，判处有期徒刑一年。\n"

CASES = [
    ("周大勇家属拿出2万元，韩兵拒收。", "", "none", "unknown", "offered and refused"),
    ("周大勇让人送来3000元，被韩兵退回。", "", "none", "unknown", "brought and sent back"),
    ("许立新的损失至今无人理会。", "", "unknown", "none", "nobody cares"),
    ("韩兵的治疗费2万元由其子女垫付，周大勇分文未付。", "", "none", "unknown", "the victim's own kin paid"),
    ("韩兵已获全部赔偿，表示谅解；许立新分文未得。", "其已赔偿部分被害人。", "paid", "none", "summary moves no one"),
    ("辩护人提出周大勇已赔偿全部损失。经核实，韩兵的损失已全部赔偿，许立新未获赔偿。", "", "paid", "none", "proved"),
    (
        "周大勇与韩兵约定赔偿15万元，同日履行10万元，另5万元承诺于9月底前给付；韩兵出具谅解书。",
        "",
        "partial",
        "unknown",
        "the rest is promised",
    ),
    ("三、赔偿和谅解情况：韩兵的手术费是娘家凑的。", "", "unknown", "unknown", "a heading pays nothing"),
]


@pytest.mark.parametrize(("told", "opinion", "first", "second", "why"), CASES)
def test_each_victim_alone(told: str, opinion: str, first: str, second: str, why: str) -> None:
    paper = read_paper(_HEAD + told + _END.format(opinion))
    values = {victim.name: victim.compensation.value for victim in paper.victims}
    assert (values["韩兵"], values["许立新"]) == (first, second), why


@pytest.mark.parametrize(
    ("told", "expected", "why"),
    [
        ("韩兵曾出具谅解书，因周大勇未按期付款，声明谅解书作废。", "no", "void"),
        ("韩兵曾表示谅解，后书面声明撤回谅解。", "no", "withdrawn"),
        ("韩兵出具的谅解书系受骗所写。", "no", "deceived"),
        ("韩兵对周大勇表示谅解。", "yes", "given"),
    ],
)
def test_forgiveness_taken_back(told: str, expected: str, why: str) -> None:
    paper = read_paper(_HEAD + told + _END.format(""))
    assert {victim.name: victim.forgiven.value for victim in paper.victims}["韩兵"] == expected, why
