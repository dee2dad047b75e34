"""The outline of a PDF comes with its text, also from the cache."""

from __future__ import annotations

import random
from pathlib import Path

from yingjiu.synthetic.leaves import Leaf, Mark, write_leaves
from yingjiu.texts.cache import TextCache
from yingjiu.texts.file import read_content
from yingjiu.texts.page import Bookmark, GivenText
from yingjiu.texts.pdf import pdf_bookmarks

LEAVES = [Leaf((Mark(60, 80, 14, f"第{n}份材料"),)) for n in (1, 2, 3)]


def test_bookmarks_of_a_volume(tmp_path: Path) -> None:
    content = write_leaves(LEAVES, (("受案登记表", 1), ("讯问笔录", 3)), rng=random.Random(1), form="text", font=None)
    told = (Bookmark("受案登记表", 1), Bookmark("讯问笔录", 3))
    given = read_content(content, ".pdf")
    assert given.bookmarks == told
    cache = TextCache(tmp_path, "1")
    cache.put(content, given)
    kept = cache.get(content)
    assert isinstance(kept, GivenText)
    assert kept.bookmarks == told


def test_a_pdf_without_outline() -> None:
    assert pdf_bookmarks(write_leaves(LEAVES, (), rng=random.Random(1), form="text", font=None)) == ()
