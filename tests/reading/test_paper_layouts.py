"""Papers of all kinds in varied layouts: the type, the finer name, and the zone in which chosen words stand."""

from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from yingjiu.reading.paper_type import find_type
from yingjiu.reading.zones import find_zones
from yingjiu.texts.clean import clean_text

BANK: list[dict[str, Any]] = YAML(typ="safe").load(Path(__file__).with_name("layouts.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", BANK, ids=[case["为何"] for case in BANK])
def test_layout(case: dict[str, Any]) -> None:
    text = clean_text(case["文"]).text
    found = find_type(text)
    assert (found.type, found.title) == (case["类型"], case.get("题名"))
    zones = find_zones(text, found.type)
    told = {words: zones.kind_at(text.index(words)) for words in case["段"]}
    assert told == case["段"]


def test_the_bank_is_wide() -> None:
    """At least sixty papers; every kind of paper of a case is among them."""
    assert len(BANK) >= 60
    assert len({case["类型"] for case in BANK}) >= 18
