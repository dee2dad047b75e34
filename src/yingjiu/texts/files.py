"""Many files to their texts: texts read as they come, pages of scans recognised on all cores, in the order given."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from yingjiu.texts.cache import Seal, TextCache
from yingjiu.texts.file import file_kind, load, read_content
from yingjiu.texts.ocr import Recogniser, cores, method_version
from yingjiu.texts.page import Bookmark, GivenText, Page, UnreadableFile
from yingjiu.texts.picture import Pixels, picture_frames

Progress = Callable[[int, int], None]
"""Called with files done and files in all."""

Outcome = GivenText | UnreadableFile
_NOTHING = "扫描件上没有认出文字,请核对是否空白页或重新扫描"
_AHEAD = 4
"""Scanned pages waiting for each engine: enough to keep it busy, few enough to hold in memory."""


@dataclass(slots=True)
class PageCount:
    """What reading cost; filled while reading.

    Attributes:
        recognised: scanned pages recognised now.
        kept: scanned pages taken from the cache.
    """

    recognised: int = 0
    kept: int = 0


@dataclass(slots=True)
class _Scan:
    """A file whose pages are being recognised: a page of text as it is, or one on its way."""

    content: bytes
    pages: list[Page | Future[Page]] = field(default_factory=list)
    bookmarks: tuple[Bookmark, ...] = ()


def read_files(
    paths: Iterable[Path],
    *,
    cache_dir: Path | None = None,
    seal: Seal | None = None,
    progress: Progress | None = None,
    count: PageCount | None = None,
    engines: int | None = None,
) -> Iterator[tuple[Path, Outcome]]:
    """Read files one after the other; scans are recognised meanwhile on all cores.

    Args:
        paths: the files.
        cache_dir: where results of recognition are kept; None keeps none.
        seal: closes what is kept; None keeps it open.
        progress: told after each file.
        count: filled with the pages recognised and the pages taken from the cache.
        engines: scanned pages recognised at the same time; all cores if None.

    Yields:
        Each path with its text, or with why it cannot be read; in the order of `paths`.
    """
    wanted = list(paths)
    reader = _Reader(cache_dir, seal, count or PageCount(), engines or cores())
    waiting: deque[tuple[Path, Outcome | _Scan]] = deque()
    done = 0
    try:
        for path in wanted:
            waiting.append((path, reader.begin(path)))
            while waiting and (reader.is_ready(waiting[0][1]) or reader.is_full()):
                done += 1
                yield _finished(reader, *waiting.popleft(), progress, done, len(wanted))
        while waiting:
            done += 1
            yield _finished(reader, *waiting.popleft(), progress, done, len(wanted))
    finally:
        reader.close()


def _finished(
    reader: _Reader, path: Path, begun: Outcome | _Scan, progress: Progress | None, done: int, total: int
) -> tuple[Path, Outcome]:
    outcome = reader.finish(begun)
    if progress is not None:
        progress(done, total)
    return path, outcome


class _Reader:
    """Holds the engines, the cache and the pages on their way."""

    def __init__(self, cache_dir: Path | None, seal: Seal | None, count: PageCount, engines: int) -> None:
        self._cache = TextCache(cache_dir, method_version(), seal) if cache_dir else None
        self._count = count
        self._recogniser = Recogniser(engines=engines)
        self._pool = ThreadPoolExecutor(engines, thread_name_prefix="ocr")
        self._most = _AHEAD * engines
        self._running: list[Future[Page]] = []

    def begin(self, path: Path) -> Outcome | _Scan:
        """Read a text at once; set a scan on its way."""
        try:
            content = load(path)
            kind = file_kind(content, path.suffix)
            if kind not in {"picture", "pdf"}:
                return read_content(content, path.suffix, ocr=self._recogniser)
            kept = self._cache.get(content) if self._cache else None
            if kept is not None:
                self._count.kept += sum(kept.method == "ocr" for _ in kept.pages)
                return _or_nothing(kept)
            return self._scan(content, kind)
        except Exception as error:
            return _told(error)

    def _scan(self, content: bytes, kind: str) -> Outcome | _Scan:
        if kind == "picture":
            frames = list(picture_frames(content))
            return _Scan(content, [self._submit(partial(_same, frame)) for frame in frames])
        from yingjiu.texts.pdf import pdf_bookmarks, pdf_layer, pdf_picture

        layer = pdf_layer(content)
        bookmarks = pdf_bookmarks(content) if len(layer) > 1 else ()
        if None not in layer:
            pages = tuple(Page(number, text or "") for number, text in enumerate(layer, 1))
            return _or_nothing(GivenText(pages, "pdf", bookmarks))
        return _Scan(
            content,
            [
                Page(index + 1, text) if text is not None else self._submit(partial(pdf_picture, content, index))
                for index, text in enumerate(layer)
            ],
            bookmarks,
        )

    def _submit(self, picture: Callable[[], Pixels]) -> Future[Page]:
        page = self._pool.submit(lambda: self._recogniser(picture()))
        self._running.append(page)
        return page

    def is_full(self) -> bool:
        """Whether as many pages are on their way as may be held."""
        self._running = [page for page in self._running if not page.done()]
        return len(self._running) >= self._most

    @staticmethod
    def is_ready(begun: Outcome | _Scan) -> bool:
        """Whether nothing of it is on its way any more."""
        return not isinstance(begun, _Scan) or all(isinstance(p, Page) or p.done() for p in begun.pages)

    def finish(self, begun: Outcome | _Scan) -> Outcome:
        """Wait for the pages of a scan and keep the result; a text is finished already."""
        if not isinstance(begun, _Scan):
            return begun
        try:
            pages = []
            for number, page in enumerate(begun.pages, 1):
                found = page if isinstance(page, Page) else page.result()
                pages.append(replace(found, number=number))
        except Exception as error:
            return _told(error)
        given = GivenText(tuple(pages), "ocr", begun.bookmarks)
        self._count.recognised += sum(not isinstance(page, Page) for page in begun.pages)
        if self._cache:
            self._cache.put(begun.content, given)
        return _or_nothing(given)

    def close(self) -> None:
        """Stop; pages not begun are dropped."""
        self._pool.shutdown(wait=True, cancel_futures=True)


def _told(error: Exception) -> UnreadableFile:
    """Why a file is not read; one that nobody foresaw must not end the reading of all others."""
    if isinstance(error, UnreadableFile):
        return error
    return UnreadableFile(
        f"读取时出现意外错误({type(error).__name__}),请重新导出或另存后再放入,并把这一情况告诉维护人员"
    )


def _same(pixels: Pixels) -> Pixels:
    return pixels


def _or_nothing(given: GivenText) -> Outcome:
    return given if given.text.strip() else UnreadableFile(_NOTHING)
