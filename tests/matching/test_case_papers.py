"""Papers grouped into cases in every layout an office may keep."""

from __future__ import annotations

import pytest
from case_makers import case_of, group, paper, suspect, victim

from yingjiu.matching.folders import FiledPaper, case_folder, numbers_of_place
from yingjiu.matching.papers import group_papers, lineage_numbers, sort_papers
from yingjiu.reading.facts import Paper

ARREST = paper("提请批准逮捕书", suspects=["张三"], victims=["李四"], charge="盗窃", own="青公刑提捕字〔2021〕1号")
OPINION = paper("起诉意见书", suspects=["张三"], victims=["李四"], charge="盗窃", own="青公刑诉字〔2021〕2号")
INDICTMENT = paper("起诉书", suspects=["张三"], victims=["李四"], charge="盗窃", own="青检刑诉〔2021〕3号")
RECEIPT = paper("收条", victims=["李四"])
JUDGMENT = paper("刑事判决书", suspects=["张三"], victims=["李四"], charge="盗窃", own="（2021）苏9921刑初4号")
OTHER = paper("起诉书", suspects=["王五"], victims=["赵六"], charge="故意伤害", own="青检刑诉〔2021〕9号")
OTHER_RECEIPT = paper("收条", victims=["赵六"])
STRANGE = paper("刑事判决书", suspects=["钱七"], victims=["孙八"], charge="盗窃", own="（2021）苏9921刑初5号")
EXPERT = paper("鉴定意见")


@pytest.mark.parametrize(
    ("files", "cases"),
    [
        # folder named by the case
        ({"卷/张三涉嫌盗窃案/起诉书.docx": INDICTMENT, "卷/张三涉嫌盗窃案/收条.txt": RECEIPT, "卷/王五故意伤害案/起诉书.docx": OTHER}, [2, 1]),
        # by officer, year and case
        ({"王检/2021/张三盗窃案/1.docx": OPINION, "王检/2021/张三盗窃案/2.txt": RECEIPT, "王检/2021/王五案/1.docx": OTHER}, [2, 1]),
        # volumes below the case folder belong to it
        ({"张三涉嫌盗窃案/起诉书.docx": INDICTMENT, "张三涉嫌盗窃案/证据卷一/鉴定.txt": EXPERT, "张三涉嫌盗窃案/02 笔录/收条.txt": RECEIPT}, [3]),
        # a subfolder of any name without a main paper belongs to the case above
        ({"张三/起诉书.docx": INDICTMENT, "张三/杂项/收条.txt": RECEIPT}, [2]),
        # a parent of many case folders joins nothing
        ({"2021/张三/起诉书.docx": INDICTMENT, "2021/王五/起诉书.docx": OTHER, "2021/王五/收条.txt": OTHER_RECEIPT}, [1, 2]),
        # a flat heap, named by number
        ({"文书/青检刑诉受〔2021〕1号-起诉书.docx": INDICTMENT, "文书/青检刑诉受[2021]1号-收条.docx": RECEIPT,
          "文书/青检刑诉受〔2021〕2号-起诉书.docx": OTHER}, [2, 1]),
        # a flat heap, named by case
        ({"文书/张三盗窃案_起诉意见书(1).docx": OPINION, "文书/张三盗窃案_鉴定.docx": EXPERT, "文书/王五故意伤害案_起诉书.docx": OTHER}, [2, 1]),
        # a flat heap without any name: same charge, suspect and victim; the receipt by its victim
        ({"文书/1.docx": ARREST, "文书/2.docx": INDICTMENT, "文书/3.txt": RECEIPT, "文书/4.docx": OTHER}, [3, 1]),
        # the parts of one PDF in a heap
        ({"卷/a.pdf#1-3": INDICTMENT, "卷/a.pdf#4-4": EXPERT, "卷/b.pdf#1-2": OTHER}, [2, 1]),
        # a heap of receipts of different people is no case
        ({"收条/1.txt": RECEIPT, "收条/2.txt": OTHER_RECEIPT}, [1, 1]),
        # papers without a suspect follow the folder that is named by a number
        ({"青检刑诉受〔2021〕1号/收条.txt": RECEIPT, "青检刑诉受〔2021〕1号/鉴定.txt": EXPERT}, [2]),
        # judgments in their own heap: by the same charge, defendant and victim
        ({"卷/张三盗窃案/起诉书.docx": INDICTMENT, "判决/1.docx": JUDGMENT, "判决/2.docx": STRANGE}, [1, 2]),
    ],
)  # fmt: skip
def test_layouts(files: dict[str, Paper], cases: list[int]) -> None:
    assert sorted(len(c) for c in group(files)) == sorted(cases)


def test_judgment_joins_by_the_indictment_it_names() -> None:
    judgment = paper(
        "刑事判决书",
        suspects=["张某某"],
        victims=["李某"],
        own="（2021）苏9921刑初4号",
        numbers=["青检刑诉〔2021〕3号"],
    )
    assert group({"卷/张三案/起诉书.docx": INDICTMENT, "判决/1.docx": judgment}) == [
        ["判决/1.docx", "卷/张三案/起诉书.docx"]
    ]


def test_masked_judgment_without_a_number_joins_nothing() -> None:
    judgment = paper("刑事判决书", suspects=["张某某"], victims=["李某"], charge="盗窃", own="（2021）苏9921刑初4号")
    assert len(group({"卷/张三案/起诉书.docx": INDICTMENT, "判决/1.docx": judgment})) == 2


def test_judgment_that_names_another_indictment_stays_apart() -> None:
    judgment = paper(
        "刑事判决书",
        suspects=["张三"],
        victims=["李四"],
        charge="盗窃",
        own="（2021）苏9921刑初4号",
        numbers=["青检刑诉〔2021〕8号"],
    )
    assert len(group({"卷/张三案/起诉书.docx": INDICTMENT, "判决/1.docx": judgment})) == 2


def test_judgment_that_fits_two_files_joins_neither() -> None:
    again = paper("起诉书", suspects=["张三"], victims=["李四"], charge="盗窃", own="青检刑诉〔2021〕77号")
    found = group({"卷/张三案/起诉书.docx": INDICTMENT, "卷/张三案二/起诉书.docx": again, "判决/1.docx": JUDGMENT})
    assert sorted(len(c) for c in found) == [1, 1, 1]


def test_namesakes_of_another_birth_are_not_joined() -> None:
    file = paper("起诉书", suspects=[suspect("张三", birth="1990-01-01")], victims=["李四"], charge="盗窃")
    judgment = paper(
        "刑事判决书",
        suspects=[suspect("张三", birth="1970-05-05")],
        victims=["李四"],
        charge="盗窃",
        own="（2021）苏9921刑初4号",
    )
    assert len(group({"卷/甲/1.docx": file, "判决/1.docx": judgment})) == 2


def test_two_cases_of_one_defendant_in_one_heap() -> None:
    second = paper("起诉书", suspects=["张三"], victims=["孙八"], charge="盗窃", own="青检刑诉〔2021〕30号")
    found = group(
        {
            "文书/1.docx": INDICTMENT,
            "文书/2.docx": second,
            "文书/3.txt": RECEIPT,
            "文书/4.txt": paper("收条", victims=["孙八"]),
        }
    )
    assert found == [["文书/1.docx", "文书/3.txt"], ["文书/2.docx", "文书/4.txt"]]


def test_a_receipt_that_fits_two_cases_joins_neither() -> None:
    second = paper("起诉书", suspects=["王五"], victims=["李四"], charge="故意伤害", own="青检刑诉〔2021〕30号")
    assert len(group({"文书/1.docx": INDICTMENT, "文书/2.docx": second, "文书/3.txt": RECEIPT})) == 3


def test_a_namesake_in_a_named_folder_does_not_pull_the_folder() -> None:
    assert (
        len(
            group(
                {
                    "2021/张三盗窃案/1.docx": INDICTMENT,
                    "2021/张三诈骗案/1.docx": paper(
                        "起诉书", suspects=["张三"], victims=["孙八"], charge="诈骗", own="青检刑诉〔2021〕31号"
                    ),
                }
            )
        )
        == 2
    )


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        (paper("起诉书", own="青检刑诉〔2021〕3号", numbers=["青公刑诉字〔2021〕2号"], day="2021-05-01"), ["青检刑诉〔2021〕3号", "青公刑诉字〔2021〕2号"]),
        (paper("起诉书", own="青检刑诉〔2021〕3号", numbers=["（2017）苏9921刑初8号"]), ["青检刑诉〔2021〕3号"]),  # earlier conviction
        (paper("起诉书", own="青检刑诉〔2021〕3号", numbers=["青检刑诉〔2015〕8号"]), ["青检刑诉〔2021〕3号"]),  # its indictment
        (paper("起诉书", own="青检刑诉〔2021〕3号", numbers=["青公(治)行罚决字〔2021〕8号"]), ["青检刑诉〔2021〕3号"]),  # a penalty
        # the judgment under appeal, not the one named later
        (
            paper("刑事判决书", own="（2022）苏99刑终1号", numbers=["（2021）苏9921刑初4号", "（2021）苏9921刑初5号"]),
            ["（2022）苏99刑终1号", "（2021）苏9921刑初4号"],
        ),
        (paper("民事判决书", own="（2022）苏9921民初1号", numbers=["青检刑诉〔2021〕3号"]), ["（2022）苏9921民初1号"]),
    ],
)  # fmt: skip
def test_numbers_of_the_case(told: Paper, kept: list[str]) -> None:
    assert list(lineage_numbers(told)) == kept


def test_numbers_by_what_they_are() -> None:
    told = paper("起诉意见书", suspects=["张三"], own="青公刑诉字〔2021〕2号", numbers=["青检捕受〔2021〕7号"])
    case = case_of(
        told,
        INDICTMENT,
        paper("刑事判决书", suspects=["张三"], own="（2021）苏9921刑初4号", numbers=["青检刑诉〔2021〕3号"]),
    )
    assert case.accepted == "青检刑诉受〔2021〕1号"  # the folder's, not the first one read
    assert case.judged == ("（2021）苏9921刑初4号",)
    assert set(case.filed) == {"青检捕受〔2021〕7号", "青公刑诉字〔2021〕2号", "青检刑诉〔2021〕3号"}


def test_places() -> None:
    assert numbers_of_place("青检刑诉受〔2021〕1号/青检刑诉〔2021〕3号起诉书.docx") == [
        "青检刑诉〔2021〕3号",
        "青检刑诉受〔2021〕1号",
    ]
    assert case_folder("2021/张三案/证据/卷二/1.docx") == "2021/张三案"
    assert case_folder("2021年材料/1.docx") == "2021年材料"
    assert case_folder("1.docx") == "."


def test_newest_last_and_undated_by_kind() -> None:
    files = [
        FiledPaper("a", paper("收条")), FiledPaper("b", paper("起诉书", day="2021-05-01")), FiledPaper("c", paper("提请批准逮捕书", day="2021-01-01")),
        FiledPaper("d", paper("起诉意见书")),
    ]  # fmt: skip
    assert [f.place for f in sort_papers(files)] == ["c", "d", "b", "a"]


def test_nothing_gives_nothing() -> None:
    assert group_papers([]) == []
    assert group({"a.txt": EXPERT}) == [["a.txt"]]
    assert victim("张三").name == "张三"
