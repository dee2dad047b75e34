"""Places inside an address: the township (乡镇街道) that two sources of one person must not contradict."""

from __future__ import annotations

import re
from typing import Final

_TOWNSHIP: Final = re.compile(r"(?:.*?(?:省|自治区))?(?:.*?[市州盟])?(?:.*?[县区旗市])?([\u4e00-\u9fa5]{1,8}?(?:街道|镇|乡|苏木|地区|开发区))")
_TAIL: Final = re.compile(r"(?:街道办事处|办事处|街道|镇|乡|苏木|地区)$")


def township_of(given: str | None) -> str | None:
    """The township named by an address or a township cell, without its rank word; None when none is named.

    >>> township_of("青山县石桥镇西村24组"), township_of("石桥"), township_of("石桥镇")
    ('石桥', '石桥', '石桥')
    """
    text = re.sub(r"\s+", "", given or "")
    if not text:
        return None
    if len(text) <= 6 and (bare := _TAIL.sub("", text)):
        found = _TOWNSHIP.match(text)
        return _TAIL.sub("", found[1]) if found else bare if not re.search(r"[村组路号县市区]", bare) else None
    found = _TOWNSHIP.match(text)
    return _TAIL.sub("", found[1]) or None if found else None
