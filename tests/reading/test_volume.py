"""A volume falls into its papers; one paper of many pages stays whole."""

from __future__ import annotations

import pytest

from yingjiu.reading.volume import split_volume


@pytest.mark.parametrize(
    ("pages", "parts", "why"),
    [
        (
            ["起诉意见书\n某公诉字〔2021〕1号\n犯罪嫌疑人赵甲", "经审查，事实如下", "此致\n某县人民检察院"],
            [(1, 3)],
            "one paper goes on",
        ),
        (
            ["卷内文件目录\n序号 题名", "询 问 笔 录\n被询问人：赵甲", "答：属实。", "谅 解 书\n本人赵甲"],
            [(1, 1), (2, 3), (4, 4)],
            "titles begin papers",
        ),
        (
            ["询问笔录\n第1页 共2页\n问：", "询问笔录\n第2页 共2页\n答："],
            [(1, 2)],
            "a page that counts itself on begins nothing",
        ),
        (
            ["起诉书\n某检刑诉〔2021〕1号", "经审查，被害人出具了谅解书，双方达成和解协议。"],
            [(1, 2)],
            "a title word inside a sentence is no title",
        ),
        (
            ["立案决定书\n某公立字〔2021〕2号", "法医学人体损伤程度鉴定书\n一、基本情况"],
            [(1, 1), (2, 2)],
            "papers of no interest end others too",
        ),
        ([], [(1, 1)], "nothing to split"),
    ],
)
def test_split(pages: list[str], parts: list[tuple[int, int]], why: str) -> None:
    assert split_volume(pages) == parts, why
