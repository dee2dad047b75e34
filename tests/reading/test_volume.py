"""A volume falls into its papers; one paper of many pages stays whole."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yingjiu.reading.contents import find_contents, is_contents, read_rows
from yingjiu.reading.leaf import read_leaf
from yingjiu.reading.stamps import bounds, filled, find_stamps, longest_row
from yingjiu.reading.volume import read_volume, split_volume
from yingjiu.texts.page import Bookmark, GivenText, Page

BODY = "被害人赵甲与犯罪嫌疑人钱乙因琐事发生口角。\n随后双方相互推搡，赵甲倒地受伤。"
SIGNED = f"{BODY}\n某县公安局\n2021年3月5日"
OPEN = "　　经查，钱乙于当日晚间在镇上饭店饮酒后与赵甲相遇，因此前的债务问题发生争执并相互推搡，赵甲倒地后由路人送往县"


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
        (
            [f"受案登记表\n{SIGNED}", f"拘留证\n{SIGNED}", f"逮捕证\n{SIGNED}", f"到案经过\n{SIGNED}", "今收到钱乙家属付来医疗费5000元。\n赵甲\n2021年4月1日"],
            [(1, 1), (2, 2), (3, 3), (4, 4), (5, 5)],
            "a receipt by hand has no title",
        ),
        (
            [f"受案登记表\n{SIGNED}", f"拘留证\n{SIGNED}", f"逮捕证\n{SIGNED}", f"起诉意见书\n{OPEN}", f"医院。\n{SIGNED}\n附：1.谅解书", "2.收条\n3.户籍证明"],
            [(1, 1), (2, 2), (3, 3), (4, 6)],
            "a list of what is attached begins nothing",
        ),
        (
            [f"受案登记表\n{SIGNED}", f"拘留证\n{SIGNED}", f"逮捕证\n{SIGNED}", f"法医学人体损伤程度鉴定书\n{OPEN}", f"四、鉴定意见\n{SIGNED}"],
            [(1, 1), (2, 2), (3, 3), (4, 5)],
            "a numbered heading at the top of a page is none",
        ),
        (
            [
                "讯问笔录\n时间 2021年3月5日 地点 某县公安局\n讯问人 孙丙 被讯问人 钱乙\n问：姓名？\n第1页 共2页",
                "讯问笔录\n答：钱乙。\n2021年3月5日\n第2页 共2页",
                "讯问笔录\n时间 2021年3月9日 地点 某县看守所\n讯问人 孙丙 被讯问人 钱乙\n问：姓名？\n第1页 共1页",
            ],
            [(1, 2), (3, 3)],
            "the second record of the same man begins with its own first page",
        ),
        (
            [
                "讯问笔录\n时间 2021年3月5日 地点 某县公安局\n讯问人 孙丙 被讯问人 钱乙\n问：姓名？",
                "讯问笔录\n答：钱乙。\n问：住哪里？",
                "讯问笔录\n时间 2021年3月9日 地点 某县看守所\n讯问人 孙丙 被讯问人 钱乙\n问：姓名？",
            ],
            [(1, 2), (3, 3)],
            "a running head has no time and place below it",
        ),
        ([], [(1, 1)], "nothing to split"),
        (["", "", ""], [(1, 3)], "empty pages are no papers"),
    ],
)  # fmt: skip
def test_split(pages: list[str], parts: list[tuple[int, int]], why: str) -> None:
    assert split_volume(pages) == parts, why


COVER = "刑事侦查卷宗\n（证据卷）\n第 2 卷 共 3 卷\n案件名称 钱乙故意伤害案"
CONTENTS = "卷内文件目录\n序号 责任者 文号 题名 日期 页号\n1 某县公安局 赵甲询问笔录 2021.3.5 1\n2 赵甲 收条 2021.4.1 3\n3 照片 4-5"
RECORD = "询问笔录\n时间 2021年3月5日 地点 某县公安局\n询问人 孙丙 被询问人 赵甲\n问：姓名？"
NOTE = "钱乙付来现金两千\n赵甲"


@pytest.mark.parametrize(
    ("pages", "bookmarks", "parts", "stamps", "why"),
    [
        (
            [COVER, CONTENTS, f"{RECORD}\n1", "答：赵甲。\n2", f"{NOTE}\n3", "现场概貌\n4", "5"],
            (),
            [(1, 1), (2, 2), (3, 4), (5, 5), (6, 7)],
            (0, 0, 1, 2, 3, 4, 5),
            "the list names the papers without a title, by the stamps",
        ),
        (
            [COVER, CONTENTS.replace("2021.4.1 3", "2021.4.1 2"), f"{RECORD}\n1", "答：赵甲。\n2", f"{NOTE}\n3", "现场概貌\n4", "5"],
            (),
            [(1, 1), (2, 2), (3, 4), (5, 5), (6, 7)],
            (0, 0, 1, 2, 3, 4, 5),
            "the list is wrong by one page; an answer begins no receipt",
        ),
        (
            [COVER, CONTENTS, RECORD, "答：赵甲。", NOTE, "现场概貌", ""],
            (),
            [(1, 1), (2, 2), (3, 4), (5, 5), (6, 7)],
            (0,) * 7,
            "without stamps the titles that agree carry the list",
        ),
        (
            [RECORD, "答：赵甲。", NOTE, "现场概貌", ""],
            (Bookmark("赵甲询问笔录", 1), Bookmark("收条", 3), Bookmark("照片", 4), Bookmark("第2页", 5)),
            [(1, 2), (3, 3), (4, 5)],
            (0,) * 5,
            "bookmarks name papers; one of a page inside does not",
        ),
    ],
)  # fmt: skip
def test_lists(
    pages: list[str], bookmarks: tuple[Bookmark, ...], parts: list[tuple[int, int]], stamps: tuple[int, ...], why: str
) -> None:
    text = GivenText(tuple(Page(n, p) for n, p in enumerate(pages, 1)), "pdf", bookmarks)
    volume = read_volume(text, "扫描")
    assert [(p.first, p.last) for p in volume.parts] == parts, why
    assert volume.stamps == stamps, why
    assert volume.name == ("证据卷二" if pages[0] == COVER else "扫描"), why


@pytest.mark.parametrize(
    ("line", "words", "pages", "why"),
    [
        ("1 某县公安局 某公立字〔2021〕1号 立案决定书 2021.3.5 12", "某县公安局立案决定书", (12, None), "number and day are no pages"),
        ("12\t赵甲\t询问笔录\t2021年3月5日\t20-25", "赵甲询问笔录", (20, 25), "a range, cells by tabs"),
        ("3扣押清单 7至8", "扣押清单", (7, 8), "the number glued to the title"),
        ("4 被害人陈述 20210305 P55", "被害人陈述", (55, None), "a day of eight digits, P before the page"),
        ("5 照片", "照片", (None, None), "no page can be read"),
    ],
)  # fmt: skip
def test_a_row_of_contents(line: str, words: str, pages: tuple[int | None, int | None], why: str) -> None:
    row = read_rows(f"卷内目录\n{line}\n6 其他材料 99")[0]
    assert (row.words, (row.first, row.last)) == (words, pages), why


def test_contents_of_cells_and_of_two_pages() -> None:
    cells = "卷内目录\n序号\n题名\n页号\n1\n受案登记表\n1\n2\n立案决定书\n2\n3\n拘留证\n4"
    assert [(r.words, r.first) for r in read_rows(cells)] == [("受案登记表", 1), ("立案决定书", 2), ("拘留证", 4)]
    first = "目录\n序号 题名 页号\n1 受案登记表 1\n2 立案决定书 2"
    assert find_contents(["封面", first, "3 拘留证 3\n4 逮捕证 4", "受案登记表"]) == (2, 3)
    assert not is_contents("起诉意见书\n犯罪嫌疑人钱乙")


@pytest.mark.parametrize(
    ("numbers", "row", "why"),
    [
        ([(1,), (2,), (3,), (), (5,)], ((1, 1), (2, 2), (3, 3), (5, 5)), "one is missing"),
        ([(1,), (3,), (5,), (6,)], ((1, 1), (2, 3), (3, 5), (4, 6)), "blank backs are numbered but not scanned"),
        ([(1,), (2,), (73,), (4,), (5,)], ((1, 1), (2, 2), (4, 4), (5, 5)), "one is misread"),
        ([(1,), (), (), (), (), (2,), (), (), ()], (), "a paper's own numbers are no stamps"),
    ],
)
def test_stamps(numbers: list[tuple[int, ...]], row: tuple[tuple[int, int], ...], why: str) -> None:
    assert find_stamps(numbers) == row, why


def test_numbers_between_stamps() -> None:
    assert filled(((1, 1), (4, 4), (6, 8)), 7) == (1, 2, 3, 4, 6, 8, None)
    assert bounds(((1, 1), (3, 4)), 2) == (2, 3)


@given(st.lists(st.lists(st.integers(1, 60), max_size=3), max_size=30))
def test_stamps_rise(numbers: list[list[int]]) -> None:
    row = longest_row([(page, n) for page, some in enumerate(numbers, 1) for n in some])
    assert all(a < c and c - a <= d - b <= 2 * (c - a) for (a, b), (c, d) in itertools.pairwise(row))


@given(st.lists(st.text("第页共1234询问笔录谅解书。，\n 目录序号题名", max_size=60), min_size=1, max_size=12))
def test_every_page_is_in_one_part(pages: list[str]) -> None:
    parts = split_volume(pages)
    assert [n for a, b in parts for n in range(a, b + 1)] == list(range(1, len(pages) + 1))


@pytest.mark.parametrize(
    ("text", "title", "why"),
    [
        ("某县公安局\n拘 留 证\n某公拘字〔2021〕1号", "拘留证", "office above, spaced, number below"),
        ("55\n询问笔录（第2次）\n时间", "询问笔录", "the stamp above, the count behind"),
        ("道路交通事故\n认定书\n当事人", "道路交通事故认定书", "broken on two lines"),
        ("2.谅解书\n3.收条", None, "rows of a list"),
        ("《道路交通事故认定书》\n记载", None, "a quoted name"),
        ("依据鉴定意见书，认定如下", None, "a sentence"),
        ("某县某镇某村委员会\n关于赵甲家庭情况的说明\n", "关于赵甲家庭情况的说明", "a form of its own"),
    ],
)
def test_title(text: str, title: str | None, why: str) -> None:
    found = read_leaf(text, 55).title
    assert (found.words if found else None) == title, why
