"""The township of an address, in the same form however it is written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yingjiu.values.regions import township_of


@pytest.mark.parametrize(
    ("address", "township"),
    [
        ("石桥镇", "石桥"), ("石桥", "石桥"), ("石桥镇人民政府", "石桥"), ("石桥街道办事处", "石桥"), ("城关", "城关"),  # cells
        ("青山县石桥镇西村24组", "石桥"),
        ("江苏省连云港市青山县石桥镇西村", "石桥"),
        ("乐清市柳市镇", "柳市"),  # a town named 市
        ("浙江省乐清市城东街道", "城东"),
        ("某某市某某街道某某社区", "某某"),  # masked and yet comparable
        ("内蒙古自治区锡林郭勒盟青山旗白音苏木", "白音"),
        ("阿克苏地区青山县石桥镇", "石桥"),  # a prefecture that is no township
        ("恩施州青山县马家回族乡", "马家"), ("马家乡", "马家"),  # an ethnic township under both names
        ("青山县三乡镇", "三乡"),  # a rank word inside the name
        ("新乡市青山县石桥镇", "石桥"),
        ("青山县经济开发区振兴路5号", "开发区"), ("经济开发区", "开发区"), ("开发区", "开发区"),  # one zone a county
        ("青山县高新技术开发区", "高新区"), ("高新区", "高新区"),
        ("青山县青年农场三队", "青年农场"), ("青山县盐场", "盐场"),  # farms of township rank
        ("青山县", None), ("江苏省", None), ("石桥村", None), ("西村3组", None), ("青山县青年路12号", None), ("无", None),
        ("街道", None), ("城区", None), ("", None), (None, None), ("青山县镇江路3号", None),
    ],
)  # fmt: skip
def test_township(address: str | None, township: str | None) -> None:
    assert township_of(address) == township


@given(st.text(alphabet="青山县市区镇乡街道石桥村组1号 农场开发", max_size=16))
def test_nothing_crashes_and_nothing_is_empty(text: str) -> None:
    assert township_of(text) != ""
