"""Names of people and organisations: tidy form, masked names (张某某), organisations told from people."""

from __future__ import annotations

import re
from typing import Final

_SPACES: Final = re.compile(r"[\s\u3000\u200b\ufeff]+")
_DOTS: Final = re.compile(r"[•・‧∙⋅.．]")
_MASK: Final = re.compile(r"某|[×*＊Xx]{1,3}$|[甲乙丙丁戊己庚辛]$(?<=[\u4e00-\u9fa5]{2})")
_ORGANISATION: Final = re.compile(
    r"公司|法院|检察院|公安|银行|信用社|合作社|委员会|村委|居委|厂$|店$|商行|超市|医院|学校|大学|中学|小学|幼儿园|保险|集团|中心$|政府|局$|"
    r"支行|分行|事务所|协会|联社|农场|酒店|宾馆|经营部|工作室|基金会|研究院|研究所|管理处|办事处|服务部|门市部|物业|企业|工程队|项目部|加油站|财政|税务|单位$"
)
_NAME: Final = re.compile(r"^[\u3400-\u9fff\U00020000-\U0002ffff]{2,4}$|^[\u3400-\u9fff]{1,8}(?:·[\u3400-\u9fff]{1,10})+$|^[\u3400-\u9fff]{1,3}某{1,2}[\u3400-\u9fff\d]?$")
COMPOUND_SURNAMES: Final = frozenset("欧阳 诸葛 司马 上官 司徒 东方 夏侯 皇甫 尉迟 公孙 慕容 令狐 长孙 宇文 端木 独孤 南宫 西门 轩辕 淳于 单于 太史 申屠 公羊 赫连 澹台 宗政 濮阳 公冶 太叔 仲孙 钟离 闾丘 百里 东郭 呼延 左丘 第五 拓跋".split())


def tidy_name(given: object) -> str:
    """A name as it is compared: no spaces, one kind of middle dot, no trailing marks."""
    text = _DOTS.sub("·", _SPACES.sub("", str(given or "")))
    return text.strip("·、,,;;::()（）'\"‘’“”")


def is_organisation(name: str) -> bool:
    """Whether a name is an organisation's: such a party is read and counted but is no person and never a lead."""
    return bool(_ORGANISATION.search(name)) or len(name) > 15


def is_masked(name: str) -> bool:
    """Whether a name was masked by a court (张某某, 李×, 王*): it never links people by itself."""
    return bool(_MASK.search(name))


def looks_like_name(text: str) -> bool:
    """Whether a text can be a person's name as written in Chinese papers (two to four characters, or with a dot)."""
    return bool(_NAME.match(text))
