"""What holds of a case over all its papers: payment, injury, the dead and who stands for them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from case_makers import GREAT, NONE, PAID, PARTIAL, UNKNOWN, case_of, number, paper, suspect, victim

from yingjiu.matching.casefacts import MASKED, NO_RELATIVES, case_drafts
from yingjiu.pool.draft import Draft
from yingjiu.reading.facts import Compensation, Paper, Party, Victim

SUSPECT = (suspect("张三", sex="男", birth="1980-01-01"),)


def told(kind: str, day: str | None, *victims: Victim, **more: object) -> Paper:
    return paper(kind, suspects=SUSPECT if kind not in {"收条", "谅解书"} else (), victims=victims, day=day, **more)  # type: ignore[arg-type]


def hurt_side(*papers: Paper) -> list[Draft]:
    return [d for d in case_drafts(case_of(*papers), GREAT) if d.role == "受害一方"]


def state(*papers: Paper) -> tuple[str, str]:
    (draft,) = hurt_side(*papers)
    return draft.fields["检察环节赔偿"][0], draft.fields["目前赔偿"][0]


def says(kind: str, day: str | None, word: Compensation) -> Paper:
    return told(kind, day, victim("李四", compensation=word))


@pytest.mark.parametrize(
    ("papers", "by_office", "now"),
    [
        ([says("提请批准逮捕书", "2021-01-01", NONE), says("起诉书", "2021-05-01", PAID)], "已赔偿", "已赔偿"),  # the newest word
        ([says("起诉书", "2021-05-01", NONE), says("收条", "2021-06-01", PAID)], "已赔偿", "已赔偿"),  # a receipt afterwards
        ([says("收条", "2021-01-01", PARTIAL), says("起诉书", "2021-05-01", NONE)], "未赔偿", "未赔偿"),  # agreed, not performed
        ([says("起诉意见书", "2021-01-01", PAID), says("起诉书", "2021-05-01", UNKNOWN)], "已赔偿", "已赔偿"),  # silence erases nothing
        ([says("起诉书", None, NONE), says("收条", None, PAID)], "已赔偿", "已赔偿"),  # undated: by kind
        ([says("起诉书", "2021-05-01", NONE), says("刑事判决书", "2021-09-01", PAID)], "未赔偿", "已赔偿"),  # at trial
        ([says("起诉书", "2021-05-01", PAID), says("刑事判决书", "2021-09-01", NONE)], "已赔偿", "已赔偿"),  # paid stays paid
        ([says("起诉书", "2021-05-01", UNKNOWN)], "不明", "不明"),  # nobody says
    ],
)  # fmt: skip
def test_newest_word(papers: list[Paper], by_office: str, now: str) -> None:
    assert state(*papers) == (by_office, now)


def test_one_of_several_victims() -> None:
    found = hurt_side(
        told("起诉书", "2021-05-01", victim("李四", compensation=NONE), victim("王五", compensation=NONE)),
        told("收条", "2021-06-01", victim("李四", compensation=PAID)),
    )
    assert {d.person.name: d.fields["目前赔偿"] for d in found} == {"李四": ("已赔偿",), "王五": ("未赔偿",)}
    assert {d.person.name: d.fields["有文书"] for d in found} == {"李四": ("起诉书", "收条"), "王五": ("起诉书",)}


def relative(name: str, **more: object) -> Party:
    return Party(name, "近亲属", **more)  # type: ignore[arg-type]


def test_the_dead_are_stood_for_by_their_relatives_each_once() -> None:
    first = victim("李四", dead=True, injury="死亡", relatives=(relative("李小四", relation="子", birth="2001-02-03"),))
    second = victim(
        "李四",
        dead=True,
        relatives=(relative("李小四", relation="子", id_number=number("20010203")), relative("王氏", relation="妻")),
    )
    found = hurt_side(told("起诉意见书", "2021-01-01", first), told("起诉书", "2021-05-01", second))
    assert [(d.person.name, d.person.id_number, d.person.birth, d.fields["关系"]) for d in found] == [
        ("李小四", number("20010203"), "2001-02-03", ("子",)),  # number of one paper, birth of another
        ("王氏", None, None, ("妻",)),
    ]
    assert {d.fields["代为"] for d in found} == {("李四",)}


def test_who_is_known_elsewhere_in_the_case_is_known_as_a_relative() -> None:
    dead = victim("李四", dead=True, relatives=(relative("王氏", relation="妻"),))
    hurt = victim("王氏", sex="女", id_number=number("19700101", "122"), injury="轻伤一级")
    found = hurt_side(told("起诉书", "2021-05-01", dead, hurt))
    assert [(d.person.name, d.person.id_number, d.fields.get("代为")) for d in found] == [
        ("王氏", hurt.id_number, ("李四",)), ("王氏", hurt.id_number, None),
    ]  # fmt: skip


def test_a_child_stands_for_both_dead_parents() -> None:
    child = relative("李小四", relation="子")
    found = hurt_side(
        told(
            "起诉书",
            "2021-05-01",
            victim("李四", dead=True, relatives=(child,)),
            victim("王氏", dead=True, relatives=(child, relative("李四", relation="夫"))),
        )
    )
    assert [(d.person.name, d.fields["代为"]) for d in found] == [("李小四", ("李四",)), ("李小四", ("王氏",))]
    assert len({d.fields["被害人号"] for d in found}) == 2


def test_the_accused_stands_for_nobody() -> None:
    dead = victim("李四", dead=True, relatives=(relative("张三", relation="夫"), relative("李小四", relation="子")))
    assert [d.person.name for d in hurt_side(told("起诉书", "2021-05-01", dead))] == ["李小四"]


def test_a_dead_victim_without_relatives_is_remarked() -> None:
    drafts = case_drafts(case_of(told("起诉书", "2021-05-01", victim("李四", dead=True))), GREAT)
    assert [d.role for d in drafts if d.role != "犯罪嫌疑人"] == ["被害人"]
    assert next(d for d in drafts if d.role == "被害人").remarks == (NO_RELATIVES,)


def test_organisations_are_no_people() -> None:
    company = victim("青禾物流有限公司", organisation=True, loss=Decimal(90000))
    dead = victim("李四", dead=True, relatives=(Party("某某公司", "近亲属", organisation=True),))
    drafts = case_drafts(case_of(told("起诉书", "2021-05-01", company, dead)), GREAT)
    assert {d.person.name for d in drafts} == {"张三", "李四"}


def test_masked_victims() -> None:
    file = told("起诉书", "2021-05-01", victim("李四", id_number=number()), victim("王五"))
    judgment = told(
        "刑事判决书",
        "2021-09-01",
        victim("李某", compensation=PAID),
        victim("赵某某"),
        own="（2021）苏9921刑初4号",
        numbers=["青检刑诉〔2021〕3号"],
    )
    found = {d.person.name: d for d in hurt_side(file, judgment)}
    assert found["李四"].fields["目前赔偿"] == ("已赔偿",)  # the only victim of that surname
    assert found["李四"].person.id_number == number()
    assert found["赵某某"].person.masked
    assert found["赵某某"].remarks == (MASKED,)
    assert found["王五"].fields["目前赔偿"] == ("不明",)  # a masked judgment is no negative for others


def test_two_victims_of_one_name_stay_two() -> None:
    twins = told(
        "起诉书",
        "2021-05-01",
        victim("李四", id_number=number(sequence="123")),
        victim("李四", id_number=number(sequence="125")),
    )
    assert len({d.person.id_number for d in hurt_side(twins)}) == 2


@pytest.mark.parametrize(
    ("papers", "injury"),
    [
        ([("鉴定意见", "2021-01-01", "轻伤二级"), ("鉴定意见", "2021-04-01", "重伤二级")], "重伤二级"),  # 补充鉴定
        ([("鉴定意见", "2021-01-01", "轻伤二级"), ("起诉书", "2021-05-01", "重伤二级")], "重伤二级"),  # its result only in the indictment
        ([("起诉书", "2021-05-01", "轻伤二级"), ("谅解书", "2021-06-01", "重伤二级")], "轻伤二级"),  # a letter finds nothing
        ([("询问笔录", "2021-01-01", "轻伤二级")], "轻伤二级"),  # better than nothing
        ([("鉴定意见", "2021-01-01", "重伤一级"), ("起诉书", "2021-05-01", "死亡")], "死亡"),  # died of it
        ([("起诉书", "2021-05-01", None)], None),
    ],
)  # fmt: skip
def test_injury(papers: list[tuple[str, str, str | None]], injury: str | None) -> None:
    drafts = case_drafts(case_of(*(told(k, d, victim("李四", injury=i)) for k, d, i in papers)), GREAT)
    hurt = next(d for d in drafts if d.role == "被害人")
    assert hurt.fields.get("伤情") == ((injury,) if injury else None)


@pytest.mark.parametrize(
    ("losses", "loss", "great"),
    [
        ([("起诉意见书", "30000"), ("起诉书", "15000")], "15000", "否"),  # the indictment finds less
        ([("起诉意见书", "8000"), ("起诉书", "20000")], "20000", "是"),  # exactly the threshold
        ([("询问笔录", "50000"), ("起诉书", "3000")], "3000", "否"),  # a claim
        ([("起诉书", "25000"), ("刑事判决书", "1000")], "25000", "是"),  # by the office's files
        ([("起诉书", None)], None, "否"),
    ],
)  # fmt: skip
def test_loss(losses: list[tuple[str, str | None]], loss: str | None, great: str) -> None:
    files = [
        told(k, f"2021-0{n + 1}-01", victim("李四", loss=Decimal(v) if v else None)) for n, (k, v) in enumerate(losses)
    ]
    (draft,) = hurt_side(*files)
    assert draft.fields.get("损失") == ((loss,) if loss else None)
    assert draft.fields["重大财产损失"] == (great,)
