"""What organs decided: by their own paper, told in another, or only asked for."""

import pytest

from yingjiu.reading.paper import read_paper

HEAD = "被告人贺大雷，男，农民。"
DECISIONS = [
    ("批准逮捕决定书\n南坪县公安局：\n你局提请批准逮捕犯罪嫌疑人贺大雷，经审查，决定批准逮捕。\n2023年2月16日", ["批准逮捕"], "asked, then decided"),
    ("不批准逮捕决定书\n你局提请批准逮捕犯罪嫌疑人贺大雷，因事实不清、证据不足，决定不批准逮捕。", ["不批准逮捕(事实不清、证据不足)"], "with its reason"),
    ("不批准逮捕决定书\n犯罪嫌疑人贺大雷没有社会危险性，决定不批准逮捕。", ["不批准逮捕(无社会危险性)"], "another reason"),
    ("不批准逮捕决定书\n犯罪嫌疑人贺大雷一案，决定不批准逮捕。", ["不批准逮捕"], "no reason told"),
    (f"起诉书\n{HEAD}2023年2月3日被拘留，经本院批准，于2023年2月16日被执行逮捕。\n经依法审查查明：伤人。", ["批准逮捕"], "told in the indictment"),
    ("审查逮捕意见书\n犯罪嫌疑人贺大雷，男。\n承办人意见：建议批准逮捕贺大雷。", [], "a proposal decides nothing"),
    ("提请批准逮捕书\n犯罪嫌疑人贺大雷，男。\n综上所述，特提请批准逮捕。", [], "a request decides nothing"),
    ("不起诉决定书\n被不起诉人贺大雷，男。\n本院认为，情节轻微，不需要判处刑罚，决定对贺大雷不起诉。", ["不起诉(酌定)"], "discretion"),
    ("不起诉决定书\n被不起诉人贺大雷，男。\n本院认为，证据不足，不符合起诉条件，决定对贺大雷不起诉。", ["不起诉(存疑)"], "doubt"),
    ("不起诉决定书\n被不起诉人贺大雷，男。\n本院认为，情节显著轻微，不构成犯罪，决定对贺大雷不起诉。", ["不起诉(法定)"], "by law"),
    ("撤回起诉决定书\n本院提起公诉的被告人贺大雷盗窃一案，因证据变化，决定撤回起诉。", ["撤回起诉"], "charge withdrawn"),
    (f"刑事判决书\n{HEAD}\n经审理查明，伤人。\n原告人撤回附带民事诉讼，本院准许。\n"
     "判决如下：\n被告人贺大雷犯故意伤害罪，判处有期徒刑一年，缓刑二年。", ["有期徒刑一年,缓刑二年"], "the civil action withdrawn is no charge withdrawn"),
    (f"刑事判决书\n{HEAD}曾被判处有期徒刑三年。\n本院认为，依法应判处刑罚。\n"
     "判决如下：\n被告人贺大雷犯盗窃罪，免予刑事处罚。", ["免予刑事处罚"], "an earlier sentence is none of this case"),
    ("执行裁定书\n申请执行人：苗青山。\n裁定如下：终结本次执行程序。\n可以再次申请恢复执行。", ["终结本次执行"], "the notice of resumption is no resumption"),
    ("执行裁定书\n申请执行人：苗青山。\n裁定如下：中止（2022）渝9921民初9号判决的执行。", ["中止执行"], "suspended"),
    ("恢复执行通知书\n贺大雷：本院决定恢复对（2022）渝9921民初9号民事判决的执行。", ["恢复执行"], "resumed"),
    ("执行结案通知书\n苗青山申请执行贺大雷一案，案款全部执行完毕，予以结案。", ["执行完毕"], "done"),
    ("昨天下雨了。", [], "nothing"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "values", "why"), DECISIONS)
def test_decision(text: str, values: list[str], why: str) -> None:
    assert [f.value for f in read_paper(text).facts if f.kind == "处理"] == values, why


def test_each_defendant_has_the_own_sentence() -> None:
    text = (
        "刑事判决书\n被告人李强，男，农民。\n被告人贺大雷，男，农民。\n判决如下：\n一、被告人李强犯盗窃罪，判处拘役三个月；\n"
        "二、被告人贺大雷犯盗窃罪，判处管制一年。\n审判员 刘某\n2023年9月9日"
    )
    found = [(f.person, f.value, f.day) for f in read_paper(text).facts if f.kind == "处理"]
    assert found == [("李强", "拘役三个月", "2023-09-09"), ("贺大雷", "管制一年", "2023-09-09")]


def test_the_day_of_a_decision_told() -> None:
    text = f"起诉书\n{HEAD}2023年2月3日被刑事拘留，2023年2月16日经南坪县人民检察院批准逮捕，同日执行。\n2023年5月1日"
    (fact,) = [f for f in read_paper(text).facts if f.kind == "处理"]
    assert (fact.day, fact.span.quote) == ("2023-02-16", "批准逮捕")
