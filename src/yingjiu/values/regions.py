"""Places inside an address: the township (乡镇街道) that two sources of one person must not contradict."""

from __future__ import annotations

import re
from typing import Final

_RANK: Final = (
    r"街道|镇(?!乡)|乡(?!镇|路)|苏木|地区|(?:(?:高新|开发|工业园|管理|保税|风景|示范|度假|旅游)区|工业园|产业园|"
    r"(?:农|林|盐|牧|渔|茶|良种)场)(?![路街巷])|管委会"
)
_PROVINCE: Final = r"(?:[\u4e00-\u9fa5]{2,8}?(?:省|自治区))?"
_CITY: Final = r"(?:[\u4e00-\u9fa5]{1,10}?(?:自治州|地区|市|州|盟))?"
_COUNTY: Final = r"(?:[\u4e00-\u9fa5]{1,12}?(?:自治县|自治旗|县|市|旗|(?<!开发)(?<!高新)(?<!管理)(?<!园)区))?"
_TOWNSHIP: Final = re.compile(rf"{_PROVINCE}{_CITY}{_COUNTY}([\u4e00-\u9fa5]{{1,10}}?(?:{_RANK}))")
_TAIL: Final = re.compile(r"(?:街道办事处|办事处|街道办|街道|镇|乡|苏木|地区)$")
_OFFICE: Final = re.compile(r"(?:人民政府|政府|党委|民政办|便民服务中心)$")
_HIGHER: Final = re.compile(r"^.*(?:县|旗|省|自治区)(?=.{2,})")
_NO_TOWN: Final = re.compile(
    r"[村组路号县市区省社户里]$|[村组路号县]|^(?:无|不详|未知|本地|外地|城镇|农村|其他|乡|镇|街道|城区|县城)$|[\dA-Za-z/-]"
)
_PEOPLES: Final = re.compile(
    r"(?:(?:各|蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|高山|拉祜|水|东乡|纳西|景颇|柯尔克孜|"
    r"土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|乌孜别克|俄罗斯|鄂温克|德昂|保安|裕固|京|塔塔尔|独龙|鄂伦春|赫哲|"
    r"门巴|珞巴|基诺)族|民族)+$"
)


def township_of(given: str | None) -> str | None:
    """The township named by an address or a township cell, without its rank word; None when none is named.

    A development zone or farm of township rank counts as one, and keeps its word.

    >>> township_of("青山县石桥镇西村24组"), township_of("石桥"), township_of("石桥镇")
    ('石桥', '石桥', '石桥')
    >>> township_of("青山县经济开发区振兴路5号"), township_of("青山县"), township_of("马家回族乡")
    ('开发区', None, '马家')
    """
    text = _OFFICE.sub("", re.sub(r"[\s\u3000]+", "", given or ""))
    if not text or text in {"开发区", "高新区"}:
        return text or None
    if found := _TOWNSHIP.match(text):
        return _tidy(found[1])
    bare = _TAIL.sub("", text)
    if len(text) > 6 or not bare or _NO_TOWN.search(bare):
        return None
    return _tidy(bare)


def _tidy(town: str) -> str | None:
    town = _HIGHER.sub("", town)
    if "开发区" in town and "高新" not in town:
        return "开发区"
    if "高新" in town and town.endswith("区"):
        return "高新区"
    bare = _TAIL.sub("", town)
    if bare.endswith(("县", "省", "旗")):
        return None
    return _PEOPLES.sub("", bare) or bare or None
