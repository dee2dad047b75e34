"""Charts: text that is an image with a description, never a request, never broken by odd values."""

from decimal import Decimal
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yingjiu.amounts.charts import Pair, Series, draw_lines, draw_pairs

AMOUNTS = st.decimals(0, 10**9, places=2)


@given(st.lists(st.tuples(st.text(max_size=12), AMOUNTS, AMOUNTS), max_size=8))
def test_bars_are_an_image_with_words(rows: list[tuple[str, Decimal, Decimal]]) -> None:
    kept = [Pair("".join(c for c in label if c.isprintable()), a, b) for label, a, b in rows]
    root = ElementTree.fromstring(draw_pairs("按困难程度<平均>", kept, ("原", "新"), "元"))
    assert root.get("role") == "img"
    assert root.get("aria-label") == "按困难程度<平均>"
    assert len(root.findall("{http://www.w3.org/2000/svg}rect")) == 2 * len(kept)


@pytest.mark.parametrize("values", [[], [0], [0, 0], [5, 3, 9]])
def test_lines_of_any_length(values: list[int]) -> None:
    series = [
        Series("预算", "#000", [Decimal(v) for v in values]),
        Series("累计", "#111", [Decimal(v) for v in values]),
    ]
    drawn = draw_lines("预算", [f"{n}月" for n in range(len(values))], series, "元")
    ElementTree.fromstring(drawn)
    assert "href" not in drawn
    assert "url(" not in drawn


def test_values_stand_beside_the_bars() -> None:
    assert "12,500" in draw_pairs("图", [Pair("甲", Decimal(12500), Decimal(9000))], ("原", "新"), "元")
