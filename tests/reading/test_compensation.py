"""Compensation per victim: whom a sentence concerns, what a zone is worth, and what no text may break."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yingjiu.reading.compensation import CompensationReading, VictimNames, read_compensation
from yingjiu.reading.facts import Compensation, Forgiven
from yingjiu.reading.zones import KINDS, Zone, Zones, find_zones
from yingjiu.texts.clean import clean_text

WANG, ZHAO = VictimNames("王五", relatives=("王小五",)), VictimNames("赵六", aliases=("赵某六",))


def judgment(**parts: str) -> str:
    """A criminal judgment against 李四 who hurt 王五 and 赵六; each part may be filled."""
    charge = parts.get("charge", "2021年5月1日,被告人李四打伤被害人王五、赵六。")
    return (
        "某县人民法院\n刑事判决书\n（2021）某刑初1号\n公诉机关某县人民检察院。\n"
        "被告人李四,男,1980年1月1日出生。\n"
        f"某县人民检察院指控:{charge}\n{parts.get('claim', '')}\n{parts.get('defence', '')}\n"
        f"经审理查明,2021年5月1日,被告人李四打伤被害人王五、赵六。{parts.get('found', '')}\n"
        f"{parts.get('evidence', '上述事实,有书证、证人证言等证据证实。')}\n"
        f"本院认为,被告人李四的行为已构成故意伤害罪。{parts.get('opinion', '')}\n"
        f"判决如下:\n一、被告人李四犯故意伤害罪,判处有期徒刑二年。\n{parts.get('verdict', '')}\n"
        "审判长 某某\n附:相关法律条文\n第三十六条 由于犯罪行为而使被害人遭受经济损失的,应当赔偿。\n"
    )


def read(text: str, victims: tuple[VictimNames, ...] = (WANG, ZHAO), kind: str = "刑事判决书") -> CompensationReading:
    """The reading of one text; the quotes are checked on the way."""
    clean = clean_text(text)
    reading = read_compensation(clean, find_zones(clean.text, kind), victims, ("李四",), kind)
    for settled in (*reading.by_victim.values(), reading.whole):
        for span in (*settled.compensation_spans, *settled.forgiven_spans):
            assert text[span.start : span.end] == span.quote
        assert settled.compensation is Compensation.UNKNOWN or settled.compensation_spans
        assert settled.forgiven is Forgiven.UNKNOWN or settled.forgiven_spans
    return reading


BY_VICTIM = [
    ({"found": "案发后,李四赔偿被害人王五5万元,取得王五的谅解,未赔偿被害人赵六。"}, "paid none", "one of two"),
    ({"found": "案发后,李四赔偿王五、赵六各项损失共计8万元,取得二人谅解。"}, "paid paid", "both named"),
    (
        {"found": "案发后,李四赔偿被害人王五损失5万元。", "opinion": "李四积极赔偿被害人损失,取得谅解。"},
        "paid unknown",
        "被害人 in the opinion is the one who got something",
    ),
    ({"found": "案发后,李四与被害人达成和解,赔偿各被害人3万元,均取得谅解。"}, "paid paid", "各被害人"),
    ({"found": "除被害人赵六外,其余被害人的损失均已获得赔偿。"}, "paid none", "all but one"),
    ({"found": "李四赔偿王五各项损失5万元;赵六的损失尚未得到赔偿。"}, "paid none", "two halves of a sentence"),
    ({"found": "李四赔偿王五的父亲王小五各项损失共计9万元。"}, "paid unknown", "a relative speaks for the victim"),
    ({"found": "赵某六出具收条,确认收到全部赔偿款。"}, "unknown paid", "another name of the same person"),
    ({"found": "案发后,李四赔偿被害人损失10万元,取得谅解。"}, "paid paid", "被害人 without a name means all"),
    (
        {"verdict": "二、被告人李四赔偿被害人王五各项损失5万元;\n三、责令被告人李四退赔赵六2000元。"},
        "none none",
        "only ordered",
    ),
    ({"verdict": "二、被告人李四赔偿王五各项损失5万元(已履行完毕)。"}, "paid unknown", "ordered and performed"),
    ({"defence": "被告人李四辩称已赔偿被害人全部损失。"}, "none none", "the offender's word is no payment"),
    (
        {
            "defence": "其辩护人提出,李四已赔偿被害人王五损失。",
            "opinion": "辩护人关于李四已赔偿被害人王五损失的意见,与事实相符,本院予以采纳。",
        },
        "paid unknown",
        "adopted by the court",
    ),
    (
        {"opinion": "辩护人关于李四已赔偿被害人王五损失的意见,与事实不符,本院不予采纳。"},
        "unknown unknown",
        "rejected by the court",
    ),
    (
        {
            "charge": "被告人李四打伤被害人王五、赵六,未赔偿被害人王五损失。",
            "found": "诉讼过程中,经本院主持调解,双方达成协议,李四一次性赔偿王五10万元,已履行完毕。",
        },
        "paid unknown",
        "the finding overturns the charge",
    ),
    (
        {"claim": "附带民事诉讼原告人王五诉称,被告人至今分文未赔,请求判令赔偿医疗费5万元。"},
        "none unknown",
        "claimed",
    ),
    (
        {"found": "被告人甲的家属赔偿被害人王五3万元并取得谅解,被告人乙未赔偿。"},
        "partial unknown",
        "one of two offenders",
    ),
    ({"evidence": "上述事实,有调解协议、收条、谅解书等证据证实。"}, "unknown unknown", "a list of papers alone"),
]


@pytest.mark.parametrize(("parts", "expected", "why"), BY_VICTIM)
def test_each_victim_apart(parts: dict[str, str], expected: str, why: str) -> None:
    by_victim = read(judgment(**parts)).by_victim
    assert " ".join(by_victim[name].compensation.value for name in ("王五", "赵六")) == expected, why


WHOLE = [
    ({"found": "李四赔偿王五、赵六各项损失8万元,取得谅解。"}, "paid", "all paid"),
    ({"found": "李四赔偿王五损失5万元,取得王五谅解,未赔偿赵六。"}, "partial", "one of two paid"),
    ({"found": "李四未赔偿王五,赵六亦未获赔偿。"}, "none", "none paid"),
    ({"verdict": "二、被告人李四赔偿被害人王五各项损失5万元。"}, "none", "one owed, one silent"),
    ({}, "unknown", "silent; the appended articles are no facts"),
]


@pytest.mark.parametrize(("parts", "expected", "why"), WHOLE)
def test_whole_paper(parts: dict[str, str], expected: str, why: str) -> None:
    assert read(judgment(**parts)).whole.compensation.value == expected, why


def test_whole_paper_without_a_named_victim() -> None:
    reading = read(judgment(found="案发后,李四赔偿被害人损失,取得谅解。"), victims=())
    assert reading.by_victim == {}
    assert (reading.whole.compensation, reading.whole.forgiven) == (Compensation.PAID, Forgiven.YES)


def test_dead_and_injured_are_told_apart() -> None:
    victims = (VictimNames("王五"), VictimNames("赵六", dead=True))
    found = "李四赔偿死者家属各项损失共计20万元,取得谅解;伤者的损失尚未赔偿。"
    by_victim = read(judgment(found=found), victims=victims).by_victim
    assert by_victim["赵六"].compensation is Compensation.PAID
    assert by_victim["王五"].compensation is Compensation.NONE


def test_money_for_an_organisation_is_not_the_victims() -> None:
    reading = read(judgment(found="案发后,李四赔偿某建设公司经济损失4万元,取得了该公司的谅解。"))
    assert {s.compensation for s in reading.by_victim.values()} == {Compensation.UNKNOWN}
    assert reading.whole.compensation is Compensation.PARTIAL


def test_a_long_text_without_a_full_stop_is_read() -> None:
    text = "起诉书\n经依法审查查明:\n" + "某甲某乙" * 2000 + "未赔偿被害人王五损失"
    assert read(text, victims=(WANG,), kind="起诉书").by_victim["王五"].compensation is Compensation.NONE


def test_a_word_inside_a_name_is_no_word() -> None:
    clean = clean_text("起诉书\n经依法审查查明:\n被告人曾应未赔偿被害人愿付5万元。")
    reading = read_compensation(clean, find_zones(clean.text, "起诉书"), (VictimNames("愿付"),), ("曾应",), "起诉书")
    assert reading.by_victim["愿付"].compensation is Compensation.NONE


def test_quotes_survive_broken_lines() -> None:
    given_text = "起诉书\n经依法审查查明：\n被告人李四已全额赔\n偿被害人王五的经济损\n失，取得谅\n解。"
    settled = read(given_text, victims=(WANG,), kind="起诉书").by_victim["王五"]
    assert (settled.compensation, settled.forgiven) == (Compensation.PAID, Forgiven.YES)


_PIECES = """被害人 王五 赵六 李四 未 已 赔偿 谅解 协议 达成 余款 付清 5万元 愿意
请求判令 部分 垫付 ， 。 ； （ ） 问： 答： 没有 辩护人提出 本院认为
判决如下： 除 外 其余被害人 不予采纳 医疗费 退赔 发还 赃款 挥霍 分期 履行
人民币 元 万 经审理查明"""
_WORDS = st.sampled_from([*_PIECES.split(), "\n"])
_TYPES = st.sampled_from(["刑事判决书", "起诉书", "询问笔录", "讯问笔录", "谅解书", "收条", "和解协议", "其他"])


@settings(max_examples=300, deadline=None)
@given(st.lists(_WORDS, max_size=60).map("".join), _TYPES)
def test_any_words_in_any_order(text: str, kind: str) -> None:
    reading = read(text, kind=kind)
    assert set(reading.by_victim) == {"王五", "赵六"}


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200), st.sampled_from(KINDS), _TYPES)
def test_any_text_in_any_zone(text: str, zone: str, kind: str) -> None:
    clean = clean_text(text + "赔偿")
    zones = Zones([Zone(zone, 0, len(clean.text))])
    read_compensation(clean, zones, (WANG, ZHAO, VictimNames("")), ("李四", ""), kind)


SHARED = Path(os.environ.get("YINGJIU_SHARED", "/nowhere")) / "reading" / "compensation.jsonl"
_LABELS = {"compensated_in_full": "paid", "partly": "partial", "not": "none", "unknown": "unknown"}


@pytest.mark.golden
@pytest.mark.skipif(not SHARED.exists(), reason="YINGJIU_SHARED is not set")
def test_labelled_documents_whole_papers() -> None:
    """Without victims' names, so a lower bound; the full score is taken through the whole reader."""
    right = dropped = total = 0
    for line in SHARED.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        clean = clean_text(row["text"])
        reading = read_compensation(clean, find_zones(clean.text, "刑事判决书"), (), (), "刑事判决书")
        label, said = _LABELS[row["compensation"]], reading.whole.compensation.value
        right += label == said
        dropped += label in ("partial", "none") and said == "paid"
        total += 1
    assert right / total >= 0.85
    assert dropped <= 3
