"""Each phrasing of real files means what it means: negation, promise, claim, part and whole."""

from __future__ import annotations

import pytest

from tests.reading.compensation_phrases import ANSWERS, FILE_PHRASES, LETTERS
from yingjiu.reading.compensation import CompensationReading, VictimNames, read_compensation
from yingjiu.reading.facts import Compensation, Forgiven
from yingjiu.reading.zones import find_zones
from yingjiu.texts.clean import clean_text

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


@pytest.mark.parametrize(("text", "compensation", "forgiven", "why"), ANSWERS)
def test_answers(text: str, compensation: str, forgiven: str, why: str) -> None:
    head = "询问笔录\n被询问人：王五，男，系本案被害人\n问：讲一下经过？\n答：李四用砖块把我打伤了。\n"
    settled = read(head + text + "\n问：以上是否属实？\n答：属实。", "询问笔录").by_victim["王五"]
    assert (settled.compensation.value, settled.forgiven.value) == (compensation, forgiven), why


@pytest.mark.parametrize(("paper_type", "text", "compensation", "forgiven", "why"), LETTERS)
def test_letters(paper_type: str, text: str, compensation: str, forgiven: str, why: str) -> None:
    settled = read(text, paper_type).by_victim["王五"]
    assert (settled.compensation.value, settled.forgiven.value) == (compensation, forgiven), why
