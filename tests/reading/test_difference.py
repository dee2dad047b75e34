"""What changed between two readings: one row a sort of change, with the reason it is judged so."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yingjiu.reading.difference import Change, compare_records, tally_changes
from yingjiu.reading.jsonl import read_item

TEXT = "被害人王小明被打成轻伤二级。被告人李大山赔偿王小明3000元，取得谅解。王小明之妻周小云在场。"
PAID = {"start": TEXT.index("赔偿"), "end": TEXT.index("，取得"), "quote": "赔偿王小明3000元"}


def victim(name: str = "王小明", **values: Any) -> dict[str, Any]:
    return {"name": name, "id_number": None, "compensation": "unknown", "forgiven": "unknown", "injury": None} | {
        "loss": None,
        "relatives": [],
        "evidence": [],
        **values,
    }


def fact(value: str, **values: Any) -> dict[str, Any]:
    place = {"start": PAID["start"], "end": PAID["end"], "quote": PAID["quote"]}
    return {"kind": "赔偿", "value": value, "polarity": "+", "person": "王小明", **place, **values}


def record(**values: Any) -> dict[str, Any]:
    return {"type": "起诉书", "charge": None, "victims": [], "suspects": [], "facts": [], "evidence": []} | values


ROWS: list[tuple[str, dict[str, Any], dict[str, Any], list[tuple[str, str, str | None, str | None, str | None]]]] = [
    ("the same", record(victims=[victim()]), record(victims=[victim()]), []),
    ("the type", record(), record(type="判决书"), [("~", "文书类型", None, "起诉书", "判决书")]),
    ("a charge that was none", record(), record(charge="盗窃"), [("+", "罪名", None, None, "盗窃")]),
    ("another charge", record(charge="抢劫"), record(charge="盗窃"), [("~", "罪名", None, "抢劫", "盗窃")]),
    ("a suspect", record(), record(suspects=["李大山"]), [("+", "嫌疑人", None, None, "李大山")]),
    ("a victim gone", record(victims=[victim()]), record(), [("−", "被害人", "王小明", "王小明", None)]),
    (
        "unknown to known is an addition",
        record(victims=[victim()]),
        record(victims=[victim(compensation="paid")]),
        [("+", "赔偿", "王小明", "不明", "已赔偿")],
    ),
    (
        "known to unknown is a removal",
        record(victims=[victim(forgiven="yes")]),
        record(victims=[victim()]),
        [("−", "谅解", "王小明", "已谅解", "不明")],
    ),
    (
        "known to another is a change",
        record(victims=[victim(injury="轻伤一级")]),
        record(victims=[victim(injury="轻伤二级")]),
        [("~", "伤情", "王小明", "轻伤一级", "轻伤二级")],
    ),
    (
        "a whole number of yuan",
        record(victims=[victim()]),
        record(victims=[victim(loss=3000.0)]),
        [("+", "损失", "王小明", None, "3000.00元")],
    ),
    (
        "a relative",
        record(victims=[victim()]),
        record(victims=[victim(relatives=["周小云"])]),
        [("+", "近亲属", "王小明", None, "周小云")],
    ),
    (
        "a name read longer is the same victim",
        record(victims=[victim("王小")]),
        record(victims=[victim("王小明")]),
        [("~", "被害人", "王小明", "王小", "王小明")],
    ),
    (
        "a new victim brings its values",
        record(),
        record(victims=[victim(injury="轻伤二级")]),
        [("+", "被害人", "王小明", None, "王小明"), ("+", "伤情", "王小明", None, "轻伤二级")],
    ),
    (
        "a fact in the same words with another value",
        record(facts=[fact("已付", amount=300.0)]),
        record(facts=[fact("已付", amount=3000.0)]),
        [("~", "事实:赔偿", "王小明", "[+] 已付 300元", "[+] 已付 3000元")],
    ),
    (
        "a fact for another person names both",
        record(facts=[fact("已付")]),
        record(facts=[fact("已付", person="周小云")]),
        [("~", "事实:赔偿", "周小云", "[+] 已付 王小明", "[+] 已付 周小云")],
    ),
    (
        "a fact quoted from elsewhere is no change",
        record(facts=[fact("已付")]),
        record(facts=[fact("已付", end=20)]),
        [],
    ),
    (
        "one of two equal facts is gone",
        record(facts=[fact("已付"), fact("已付", start=0, end=5)]),
        record(facts=[fact("已付")]),
        [("−", "事实:赔偿", "王小明", "[+] 已付", None)],
    ),
    ("a version from before the facts", {"type": "起诉书", "victims": []}, record(facts=[fact("已付")]), []),
]


@pytest.mark.parametrize(("reason", "old", "new", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_changes(reason: str, old: Any, new: Any, expected: Any) -> None:
    found = [(c.sign, c.kind, c.person, c.old, c.new) for c in compare_records(TEXT, old, new)]
    assert found == expected, reason


def test_a_change_is_shown_in_its_sentence() -> None:
    new = record(victims=[victim(compensation="paid", evidence=[PAID], relatives=["周小云"])])
    sentences = {c.kind: c.sentence for c in compare_records(TEXT, record(victims=[victim()]), new)}
    assert sentences == {"赔偿": "被告人李大山赔偿王小明3000元，取得谅解。", "近亲属": "王小明之妻周小云在场。"}


def test_a_long_sentence_is_cut_around_its_words() -> None:
    text = "甲" * 500 + "盗窃" + "乙" * 500
    (change,) = compare_records(text, record(), record(charge="盗窃"))
    assert "盗窃" in change.sentence
    assert len(change.sentence) < 260


def test_sums_count_facts_and_papers() -> None:
    plus, minus = Change("+", "赔偿"), Change("−", "赔偿")
    sums = {
        row.kind: (row.added, row.removed, row.changed, row.papers)
        for row in tally_changes([[plus, plus], [], [minus]])
    }
    assert sums == {"赔偿": (2, 1, 0, 2)}


_NAMES = st.sampled_from(["王小明", "王小", "周小云"])
_VALUES = st.fixed_dictionaries(
    {"name": _NAMES, "compensation": st.sampled_from(["paid", "unknown"]), "id_number": st.none()}
)
_FACTS = st.builds(
    fact, st.sampled_from(["已付", "未付"]), person=_NAMES, start=st.integers(0, 9), end=st.integers(9, 20)
)
_RECORDS = st.builds(
    lambda v, f: record(victims=v, facts=f), st.lists(_VALUES, max_size=4), st.lists(_FACTS, max_size=4)
)


@given(_RECORDS, _RECORDS)
def test_nothing_changes_against_itself_and_back_mirrors_forth(old: dict[str, Any], new: dict[str, Any]) -> None:
    assert compare_records(TEXT, old, old) == []
    forth = sorted(c.sign for c in compare_records(TEXT, old, new) if c.kind.startswith("事实"))
    back = sorted(
        c.sign.translate(str.maketrans("+−", "−+"))
        for c in compare_records(TEXT, new, old)
        if c.kind.startswith("事实")
    )
    assert len(forth) == len(back)


def test_a_real_reading_compares_with_itself() -> None:
    item = read_item({"id": 1, "text": TEXT})
    assert compare_records(TEXT, item, item) == []
