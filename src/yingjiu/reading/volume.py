"""A volume (卷) is one file of many papers: where each begins, so that each is read by itself with its pages.

A paper begins with its centred title in the first lines of a page; a page that counts itself on (第2页 共3页) does not. Cover and
list of contents are papers of their own, of type 其他.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from yingjiu.reading.paper_type import find_title
from yingjiu.texts.clean import clean_text

_COUNTED_ON: Final = re.compile(r"第\s*([2-9]|[1-9]\d)\s*页\s*[,，/]?\s*共?\s*\d+\s*页")
_COVER: Final = re.compile(
    r"卷内(?:文件|材料)?目录|备考表|^(?:.{0,12}\n)?.{0,8}(?:诉讼|刑事侦查|检察|证据|文书|技术)(?:材料|文书)?卷宗?", re.M
)
_HEAD: Final = 200


def split_volume(pages: Sequence[str]) -> list[tuple[int, int]]:
    r"""The papers of a file as (first, last) page counted from 1; one pair when it is one paper.

    >>> split_volume(["起诉意见书\n某公诉字〔2021〕1号", "续页", "谅 解 书\n本人"])
    [(1, 2), (3, 3)]
    """
    starts = [n for n, page in enumerate(pages, 1) if n == 1 or _begins(page)]
    if len(starts) < 2:
        return [(1, max(len(pages), 1))]
    ends = [*(n - 1 for n in starts[1:]), len(pages)]
    return list(zip(starts, ends, strict=True))


def _begins(page: str) -> bool:
    head = clean_text(page.lstrip()[:_HEAD]).text
    if _COUNTED_ON.search(page[:_HEAD]):
        return False
    return find_title(head) is not None or bool(_COVER.search(head[:60]))
