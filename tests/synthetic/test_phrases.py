"""The phrase banks: enough variants, and every label has its sentence in the paper."""

from __future__ import annotations

import random

import pytest

from yingjiu.synthetic import County
from yingjiu.synthetic.court import _ORDER, _PAID, _PART, _RESTITUTION
from yingjiu.synthetic.phrases import BANK, PAIR, STATE_OF, say, yuan


@pytest.mark.parametrize("category", sorted(set(STATE_OF) - {"silent"}))
def test_at_least_eight_variants(category: str) -> None:
    assert len(set(BANK[category])) >= 8


def test_every_bank_has_a_state() -> None:
    assert set(BANK) == set(STATE_OF)
    assert set(STATE_OF.values()) == {"paid", "partial", "none", "unknown"}


@pytest.mark.parametrize("category", sorted(BANK))
def test_a_sentence_names_the_victim_or_is_silent(category: str) -> None:
    rng = random.Random(3)
    for _ in range(40):
        told = say(rng, category, victim="被害人甲乙", suspect="丙丁", amount=30000)
        assert "{" not in told
        if category not in ("silent", "squandered"):
            assert "甲乙" in told or "双方" in told


def test_sums_stay_exact() -> None:
    rng = random.Random(1)
    for amount in (1000, 12345, 26000, 300000):
        for _ in range(20):
            told = yuan(rng, amount).replace(",", "").removesuffix("整")
            number = told.removesuffix("元").removesuffix("万")
            assert float(number) * (10000 if "万" in told else 1) == amount


def _skeletons() -> dict[str, list[str]]:
    """State → the parts of its sentences that carry no blank, at least four signs long."""
    found: dict[str, list[str]] = {"paid": [], "partial": [], "none": [], "unknown": []}
    banks = [(STATE_OF[c], line) for c, lines in BANK.items() for line in lines]
    banks += [(s, line) for line, one, two in PAIR for s in (one, two)]
    banks += [("paid", line) for line in _PAID] + [("partial", line) for line in _PART]
    banks += [("none", line) for line in (*_ORDER, *_RESTITUTION)]
    for state, line in banks:
        parts = [p for p in line.translate(str.maketrans("{}", "\n\n")).split("\n") if len(p) > 3]
        found[state].extend(parts)
    return found


def test_every_known_label_has_its_sentence(county: County) -> None:
    parts = _skeletons()
    kinds = ("提请批准逮捕书", "审查逮捕意见书", "起诉意见书", "起诉书", "刑事判决书")
    checked = 0
    for case in county.cases:
        for paper in case.papers:
            if paper.kind not in kinds:
                continue
            text = "".join(paper.lines)
            for victim in paper.truth.get("victims", ()):  # type: ignore[attr-defined]
                state = victim.get("compensation", "unknown")
                assert victim["name"] in text
                if state != "unknown":
                    checked += 1
                    assert any(p in text for p in parts[state]), (paper.kind, state)
                for field in ("id_number", "injury"):
                    word = victim.get(field)
                    if word:
                        assert word in text or word.replace("一", "壹").replace("二", "贰") in text
                for name in victim.get("relatives", ()):
                    assert name in text
    assert checked > 60
