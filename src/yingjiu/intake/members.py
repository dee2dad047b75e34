"""Members of a household written in one cell (成员写在一格里): 张三(妻,3299…);李四/儿子/3299…, and other styles.

The cell is cut into tokens (numbers, relation words, names); a strong separator or a second token of one sort begins
the next member. Nothing is invented: what cannot be read as a name stays out and is told.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from yingjiu.values.names import COMPOUND_SURNAMES

_NUMBER: Final = r"[0-9０-９]{17}[0-9０-９XxＸｘ]|(?:[0-9]\s?){17}[0-9Xx](?!\d)|[0-9０-９*]{6,}[XxＸｘ]?|\d\.\d+E\+\d+"
_TOKEN: Final = re.compile(
    rf"(?P<number>{_NUMBER})|(?P<strong>[;；\n\r|｜]|(?:^|(?<=[\s,，、;；。.]))[(（]?[1-9]\d?[)）.、．]|[①-⑳])|(?P<age>\d{{1,3}}\s?岁)"
    r"|(?P<word>[\u3400-\u9fff\U00020000-\U0002ffff]+(?:[·•・][\u3400-\u9fff]+)*)|(?P<weak>.)",
    re.DOTALL,
)
_LABELS: Final = frozenset(
    {
        "姓名",
        "身份证号",
        "身份证",
        "身份证号码",
        "证件号码",
        "公民身份号码",
        "关系",
        "与户主关系",
        "性别",
        "年龄",
        "家庭成员",
        "成员",
        "共同生活成员",
        "其他成员",
        "出生",
        "电话",
        "联系电话",
        "成员姓名",
        "证件号",
    }
)
NO_MEMBERS: Final = frozenset({"无", "没有", "暂无", "独居", "单人户", "不详", "同上", "一人户", "无其他成员"})


_LONG: Final = re.compile(r"[0-9０-９]{15}|(?:[0-9]\s?){17}|\d\.\d+E\+\d+")


@dataclass(slots=True)
class Member:
    """One member read from a cell; ``number`` is as typed."""

    name: str = ""
    relation: str = ""
    number: str = ""
    sex: str = ""


def read_members(text: str, relations: frozenset[str]) -> list[Member]:
    """The members a cell names, in order.

    >>> words = frozenset({"妻", "子", "儿子"})
    >>> [(m.name, m.relation) for m in read_members("赵甲(妻,329901196203050020);赵乙(子)", words)]
    [('赵甲', '妻'), ('赵乙', '子')]
    """
    members: list[Member] = []
    current, last = Member(), ""
    for kind, token in _tokens(text, relations):
        if kind == "relation" and current.relation == "女" and last == "relation":
            current.sex, current.relation = "女", ""
        last = kind
        if kind == "strong" or getattr(current, kind):
            if not (kind == "sex" and current.sex):
                _keep(members, current)
                current = Member()
            if kind == "strong":
                continue
        setattr(current, kind, token)
    _keep(members, current)
    return members


def _keep(members: list[Member], member: Member) -> None:
    if member.name or member.number:
        members.append(member)
    elif member.relation and members and not members[-1].relation:
        members[-1].relation = member.relation


def is_member_list(text: str, relations: frozenset[str]) -> bool:
    """Whether a cell under a header of members holds more than a name: numbers, brackets, relations, people."""
    if len(text) < 5:
        return False
    if re.search(r"[(（:：;；\n]|\d{15}", text):
        return True
    return len(read_members(text, relations)) > 1


def names_people(text: str, relations: frozenset[str]) -> bool:
    """Whether a cell names people with numbers of identity, and hardly anything else.

    >>> names_people("赵甲 329901196203050020 妻", frozenset({"妻"})), names_people("329901196203050020", frozenset())
    (True, False)
    """
    if len(text) < 17 or not _LONG.search(text):
        return False
    members = read_members(text, relations)
    return any(m.name and m.number for m in members) and len(text) <= 50 * len(members)


def _tokens(text: str, relations: frozenset[str]) -> list[tuple[str, str]]:
    out: list[tuple[str, str]] = []
    for found in _TOKEN.finditer(text):
        kind = found.lastgroup or "weak"
        token = found[0].strip()
        if kind == "number":
            if len(re.sub(r"\D", "", token)) == 11 and token.startswith("1"):
                continue
            out.append(("number", token))
        elif kind == "strong":
            out.append(("strong", token))
        elif kind == "word":
            out += _words(token, relations, out)
    return out


def _words(word: str, relations: frozenset[str], before: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """A run of Chinese characters as relation, sex, name, or a relation glued to a name."""
    if word in _LABELS or word in NO_MEMBERS:
        return []
    if word in {"男", "男性"} or (word == "女" and not _wants_relation(before)) or word == "女性":
        return [("sex", word[0])]
    bare = word.removeprefix("之")
    if word in relations or bare in relations:
        return [("relation", bare)]
    for length in range(min(4, len(word) - 2), 0, -1):
        head, rest = word[:length], word[length:]
        if head in relations and 2 <= len(rest) <= 4 and _may_glue(head):
            return [("relation", head), ("name", rest)]
        tail, front = word[-length:], word[:-length]
        if length > 1 and tail in relations and 2 <= len(front) <= 3:
            return [("name", front), ("relation", tail)]
    return [("name", word)] if _is_name(word) else []


def _wants_relation(before: list[tuple[str, str]]) -> bool:
    """Whether 女 here is a daughter: the member has a name and no relation yet, or nothing at all yet."""
    since: list[str] = []
    for kind, _ in reversed(before):
        if kind == "strong":
            break
        since.append(kind)
        if kind == "name":
            break
    return "relation" not in since and "sex" not in since


def _may_glue(relation: str) -> bool:
    """孙 is a surname too; 子, 女, 妻 … are not."""
    return relation not in {"孙", "弟", "其他", "姐", "妹"}


def _is_name(word: str) -> bool:
    return 2 <= len(word) <= (5 if word[:2] in COMPOUND_SURNAMES else 4) or "·" in word or "•" in word
