"""The node line told to a person: file and court together, in time, with what holds now."""

from yingjiu.leads.course import course_line, course_of, course_rows, holding_lines
from yingjiu.matching.history import Node
from yingjiu.matching.people import Mention


def mention(kind: str, role: str, fields: dict[str, tuple[str, ...]], place: str = "表.xlsx#1#3") -> Mention:
    return Mention(1, 1, 1, kind, role, place, True, None, None, "证件号码", "李四", fields)


NODES = (
    Node(
        "提请批捕", "提请批准逮捕书", "案/1.txt", "2021-02-01", injury="轻伤一级", holds={"伤情": "只有这一份文书说到"}
    ),
    Node("批捕", "批准逮捕决定书", "案/2.txt", "2021-02-08"),
    Node("起诉", "起诉书", "案/3.txt", compensation="none"),
    Node("收款", "收条", "案/4.txt", "2021-06-01", compensation="paid", holds={"赔偿": "以最新的文书为准"}),
)
FILE = mention("案件", "受害一方", {"经过": tuple(n.to_line() for n in NODES)})
ENFORCEMENT = mention(
    "执行案件",
    "申请执行人",
    {
        "执行案号": ("（2022）苏9921执8号",),
        "立案日期": ("2022-01-02",),
        "结案方式": ("终结本次执行程序",),
        "已执行金额": ("2000",),
    },
)


def test_file_and_court_stand_in_time() -> None:
    steps = course_of([ENFORCEMENT, FILE])
    assert [s.node for s in steps] == ["提请批捕", "批捕", "起诉", "收款", "执行立案", "终本"]
    line = course_line(steps)
    assert line.startswith(
        "提请批捕 2021-02-01 (轻伤一级) · 批捕 2021-02-08 · 起诉 (未赔偿) · 收款 2021-06-01 (已赔偿)"
    )
    assert line.endswith("终本 (到位2,000元)")


def test_what_holds_is_told_with_its_reason() -> None:
    lines = holding_lines(course_of([FILE]))
    assert lines[-1] == "赔偿 已赔偿 ← 收条(4.txt) 2021-06-01(以最新的文书为准)"


def test_the_same_record_twice_is_told_once() -> None:
    assert len(course_rows(course_of([FILE, FILE]))) == len(NODES)


def test_a_case_without_papers_has_no_course() -> None:
    assert course_of([mention("信访登记", "信访人", {})]) == []
