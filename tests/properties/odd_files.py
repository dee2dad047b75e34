"""Odd files (古怪的文件): whatever may lie in a folder of papers, made from a seed; the same seed makes the same files.

Random bytes under every suffix and behind every magic number, cut, flipped and spliced papers, packages that are bombs
or hold themselves, texts in odd encodings, endless lines, brackets and lists, fragments of legal prose glued at random.
"""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable
from functools import cache

_SUFFIX_LIST = """
.docx .pdf .txt .html .htm .doc .wps .rtf .jpg .jpeg .png .tif .tiff .bmp .xls .xlsx .csv .zip .xml .JPG .DOCX
"""
SUFFIXES = tuple(_SUFFIX_LIST.split())
_MAGIC = (
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"%PDF-1.7\n",
    b"\xff\xd8\xff\xe0\x00\x10JFIF\x00",
    b"\x89PNG\r\n\x1a\n",
    b"II*\x00",
    b"MM\x00*",
    b"BM",
    b"<!DOCTYPE html>",
    b"<html><table>",
    b"\xef\xbb\xbf",
    b"\xff\xfe",
    b"\xfe\xff",
    b"\xff\xfe\x00\x00",
    b"<?xml version='1.0'?>",
)
_FRAGMENTS = """
被害人 被告人 犯罪嫌疑人 附带民事诉讼原告人 法定代理人 张某 王小明 欧阳大山 李某甲 某某 、 ， 。 ； ： （ ） 〔 〕 《 》 “ ” \n \t \x20
本院认为 经审理查明 诉称 辩称 判决如下 附：本案适用的法律条文 《中华人民共和国刑法》第三十六条 此致 起诉书 刑事判决书 询问笔录 收条
（2024）苏3299刑初12号 东山检刑诉〔2022〕18号 2022年5月3日 二〇二二年九月一日 329901197008160026 110105194912310 3万元 人民币
叁万伍仟元整 1,234.56元 １２３４５ 重伤二级 轻伤一级 十级伤残 死亡 抢救无效 赔偿 未赔偿 不予赔偿 已履行完毕 谅解 不谅解 取得 尚未
之妻 之父 系 与 驾驶 相撞 致 窃得 停放 骗取 抚养费 问： 答： 一、 （二） 3. 第1页 -2- 审 判 长 书 记 员 男 女 出生 住
负主要责任 保险公司 交强险 困难 低保 残疾 借款 患癌症 终结本次执行 退赔 返还 责令 附件 某县公安局 某县人民法院 元 月 日 年
""".replace("\n", " \n ").split(" ")
_ENCODING_LIST = """
utf-8 utf-8-sig utf-16 utf-16-le utf-16-be utf-32 utf-32-le utf-7
gb18030 gbk big5 shift_jis euc_kr latin-1 cp437 koi8_r
"""
_ENCODINGS = tuple(_ENCODING_LIST.split())


def odd_file(seed: int, number: int) -> tuple[str, bytes]:
    """Name and content of one file."""
    rng = random.Random(f"{seed}/{number}")
    kind, make, suffixes = rng.choices(_KINDS, weights=[weight for *_, weight in _KINDS])[0][:3]
    suffix = rng.choice(suffixes if suffixes and rng.random() < 0.9 else SUFFIXES)
    return f"{number:05d}-{kind}{suffix}", make(rng)


def glued(rng: random.Random, length: int) -> str:
    """Fragments of papers, glued at random."""
    return "".join(rng.choices([f or "\n" for f in _FRAGMENTS], k=max(1, length // 4)))


def endless(rng: random.Random, length: int) -> str:
    """A text of one thing over and over: what a pattern that tries all ways would never finish."""
    unit = rng.choice(_UNITS)
    if rng.random() < 0.4:
        unit += rng.choice(_UNITS)
    head, tail = (rng.choice(["", "被害人", "赔偿", "刑事判决书\n", "。"]) for _ in range(2))
    return head + unit * max(1, length // len(unit)) + tail


_UNITS = (
    *"（（(〔《“）、，。；：? \t\n0９1甲某元年号",
    "张三、",
    "李四，",
    "王五和",
    "被害人",
    "被害人张三、",
    "被告人李四 ",
    "赔偿",
    "未赔偿，",
    "人民币3万元、",
    "1 2 3 ",
    "1\n2\n",
    "12,345,",
    "审 判 长 ",
    "甲\n",
    "甲 乙 ",
    "第1页\n",
    "- 1 -\n",
    "（2024）",
    "〔2022〕",
    "（2024）苏3299刑初12号、",
    "329901197008160026",
    "3 2 9 9 0 1 1 9 7 ",
    "二〇二二年",
    "2022年5月3日",
    "《刑法》",
    "“”",
    "（）",
    "之妻",
    "张三之妻李四之父",
    "问：答：",
    "一、",
    "附：",
    "\t甲\t乙\n",
    "重伤二级、",
    "死亡",
    "\u3000",
    "\u200b",
    "\r",
    "\r\n",
    "\x0b甲",
    "第三十六条",
    "本院认为，",
    "某某公司",
    "欧阳",
)


def glued_text(rng: random.Random) -> bytes:
    """Prose of fragments in some encoding."""
    text = glued(rng, rng.choice([1, 30, 300, 3000]))
    return text.encode(rng.choice(["utf-8"] * 4 + ["gb18030", "utf-16"]), errors="ignore")


def endless_text(rng: random.Random) -> bytes:
    """One thing over and over, of some thousand characters."""
    return endless(rng, rng.choice([10, 1000, 10_000])).encode()


def encoded(rng: random.Random) -> bytes:
    """A text in an odd encoding, now and then cut, or two encodings in one file."""
    content = glued(rng, rng.randrange(400)).encode(rng.choice(_ENCODINGS), errors="ignore")
    if rng.random() < 0.3:
        content += glued(rng, 40).encode(rng.choice(_ENCODINGS), errors="ignore")
    return content[rng.randrange(3) :] if rng.random() < 0.3 else content


def random_bytes(rng: random.Random) -> bytes:
    """Nothing at all, or noise."""
    return rng.randbytes(rng.choice([0, 1, 2, 7, 100, 5000]))


def behind_magic(rng: random.Random) -> bytes:
    """Noise or prose that says it is a picture, a package, a page."""
    rest = rng.randbytes(rng.randrange(2000)) if rng.random() < 0.7 else glued(rng, 200).encode()
    return rng.choice(_MAGIC) + rest


def damaged(make: Callable[[random.Random], bytes]) -> Callable[[random.Random], bytes]:
    """A good file cut short, with flipped bytes, with a piece doubled or left out, or whole."""

    def hurt(rng: random.Random) -> bytes:
        content = make(rng)
        at, end = sorted(rng.randrange(len(content) + 1) for _ in range(2))
        way = rng.randrange(6)
        if way == 0:
            return content[:at]
        if way == 1:
            return content[:at] + content[end:]
        if way == 2:
            return content[:end] + content[at:]
        if way == 3:
            return content[at:]
        broken = bytearray(content)
        for _ in range(rng.choice([1, 3, 30]) if way == 4 else 0):
            broken[rng.randrange(len(broken))] = rng.randrange(256)
        return bytes(broken)

    return hurt


@cache
def _good_docx(number: int) -> bytes:
    import docx

    rng = random.Random(number)
    paper = docx.Document()
    for line in glued(rng, 600).split("\n"):
        paper.add_paragraph("".join(sign for sign in line if sign >= " " or sign == "\t"))
    table = paper.add_table(2, 2)
    table.cell(0, 0).text = "被害人"
    table.cell(1, 1).text = "王小明"
    memory = io.BytesIO()
    paper.save(memory)
    return memory.getvalue()


def good_docx(rng: random.Random) -> bytes:
    """A Word file."""
    return _good_docx(rng.randrange(8))


@cache
def _good_pdf(number: int) -> bytes:
    from yingjiu.synthetic.forms import write_pdf

    lines = glued(random.Random(number), 1200).split("\n")
    return write_pdf(tuple("".join(s for s in line if s.isprintable())[:60] for line in lines if line.strip()))


def good_pdf(rng: random.Random) -> bytes:
    """A PDF with a text layer."""
    return _good_pdf(rng.randrange(8))


def drawn_pdf(rng: random.Random) -> bytes:
    """A PDF whose boxes, counts and references are odd."""
    box = rng.choice(["0 0 0 0", "0 0 1 14400", "9 9 -9 -9", "0 0 1e9 1e9", "a b", "0 0 612 792", "0 0 0.001 5"])
    turn = rng.choice(["", "/Rotate 90", "/Rotate 45", "/Rotate 1e99"])
    kids = rng.choice(["3 0 R", "3 0 R 3 0 R", "2 0 R", "9 0 R", ""])
    count = rng.choice([1, 0, -1, 99999999])
    image = "q 100 0 0 100 0 0 cm /I Do Q"
    return (
        f"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[{kids}]/Count {count}>>endobj\n"
        f"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[{box}]{turn}/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>endobj\n"
        f"4 0 obj<</Length {len(image)}>>stream\n{image}\nendstream endobj\n"
        "5 0 obj<</Type/XObject/Subtype/Image/Width 2/Height 2/ColorSpace/DeviceGray/BitsPerComponent 8/Length 4>>stream\n"
        "\x01\x02\x03\x04\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
    ).encode()


@cache
def _good_picture(kind: str, number: int) -> bytes:
    from PIL import Image

    rng = random.Random(number)
    mode = {"JPEG": "L RGB CMYK", "PNG": "1 L LA P RGB RGBA I;16", "TIFF": "1 L RGB RGBA F I;16", "BMP": "1 L RGB"}[
        kind
    ]
    size = (rng.choice([1, 3, 40]), rng.choice([1, 3, 40, 200]))
    picture = Image.new(rng.choice(mode.split()), size)
    memory = io.BytesIO()
    more = {"save_all": True, "append_images": [picture.copy()]} if kind == "TIFF" and number % 2 else {}
    picture.save(memory, kind, **more)
    return memory.getvalue()


def good_picture(rng: random.Random) -> bytes:
    """A small picture of any form and mode."""
    return _good_picture(rng.choice(["JPEG", "PNG", "TIFF", "BMP"]), rng.randrange(20))


def huge_picture(rng: random.Random) -> bytes:
    """The head of a picture of a billion points."""
    size = rng.choice([60_000, 1_000_000, 2**31 - 1])
    return (
        b"BM"
        + (54).to_bytes(4, "little")
        + bytes(4)
        + (54).to_bytes(4, "little")
        + (40).to_bytes(4, "little")
        + (size.to_bytes(4, "little") * 2 + b"\x01\x00\x18\x00" + bytes(24) + rng.randbytes(50))
    )


def good_html(rng: random.Random) -> bytes:
    """A saved page, now and then thousands of tags deep."""
    deep = rng.choice(["", "", "<div>" * 3000, "<table><tr><td>" * 500, "<b>" * 3000, "<!--" * 50, "<script>"])
    words = glued(rng, 400).replace("\n", "<br>")
    charset = rng.choice(["utf-8", "gb2312", "none", "utf-16", "rot13", "idna"])
    return f"<html><head><meta charset={charset}></head><body>{deep}<p>{words}&#xD800;&#0;&nbsp;".encode()


def odd_package(rng: random.Random) -> bytes:
    """A zip shaped like a Word file, whose main part is not what it says."""
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = f"<w:p><w:r><w:t>{rng.choice(['被害人王小明', '&a;', '&lt;'])}</w:t></w:r></w:p>"
    part = f"<w:document {space}><w:body>{body}</w:body></w:document>"
    laughs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "哈" * 10}">' for n in range(9))
    parts: list[str | bytes] = [
        part,
        f"<w:document {space}><w:body>" + "<w:p>" * 5000,
        f"<w:document {space}><w:body>" + "<w:tbl><w:tr><w:tc>" * 3000 + body,
        f"<w:document {space}>{'<w:p/>' * 20_000}</w:document>",
        f"<w:document {space}><w:body>{body * 2000}</w:body></w:document>",
        f"<!DOCTYPE x [{laughs}]><w:document {space}><w:body><w:p><w:t>&a8;</w:t></w:p></w:body></w:document>",
        f'<!DOCTYPE x [{laughs}]><w:document {space}><w:body><w:p w:x="&a8;"/></w:body></w:document>',
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>' + part,
        part.replace("<w:body>", "<w:body><w:p><w:txbxContent><w:p><w:t>盒</w:t></w:p></w:txbxContent></w:p>" * 3),
        part.encode("utf-16"),
        part.encode("gb18030"),
        "<other/>",
        "",
        rng.randbytes(300),
        b"\0" * rng.choice([10, 30_000_000]),
        "被" * 100_000,
    ]
    names = rng.choice([["word/document.xml"]] * 6 + [["WORD/DOCUMENT.XML"], ["word/document.xml/"], ["a.xml"], []])
    memory = io.BytesIO()
    method = rng.choice([zipfile.ZIP_DEFLATED] * 4 + [zipfile.ZIP_STORED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
    with zipfile.ZipFile(memory, "w", method) as package:
        for name in names:
            package.writestr(name, rng.choice(parts))
        if rng.random() < 0.3:
            package.writestr(
                "[Content_Types].xml", f'<Override PartName="/{rng.choice(["a.xml", "b.xml"])}" x="document.main+xml"/>'
            )
        if rng.random() < 0.2:
            package.writestr("inner.docx", memory.getvalue())
    content = memory.getvalue()
    if rng.random() < 0.2:  # says it is encrypted
        content = content.replace(b"PK\x01\x02\x14\x03\x14\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01")
    return damaged(lambda _: content)(rng) if rng.random() < 0.5 else content


@cache
def _good_book() -> bytes:
    import xlsxwriter

    memory = io.BytesIO()
    book = xlsxwriter.Workbook(memory)
    book.add_worksheet().write(0, 0, "姓名")
    book.close()
    return memory.getvalue()


def good_book(_: random.Random) -> bytes:
    """An Excel file, which is no paper."""
    return _good_book()


def old_word(rng: random.Random) -> bytes:
    """What begins as an old Word or RTF file does."""
    return rng.choice([b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf1\\ansi "]) + rng.randbytes(300)


_Kind = tuple[str, Callable[[random.Random], bytes], tuple[str, ...], int]
_KINDS: tuple[_Kind, ...] = (
    ("noise", random_bytes, (), 14),
    ("magic", behind_magic, (), 14),
    ("docx", damaged(good_docx), (".docx",), 12),
    ("pdf", damaged(good_pdf), (".pdf",), 10),
    ("boxes", drawn_pdf, (".pdf",), 3),
    ("picture", damaged(good_picture), (".jpg", ".png", ".tif", ".bmp"), 6),
    ("huge", huge_picture, (".bmp",), 1),
    ("page", damaged(good_html), (".html", ".htm"), 8),
    ("package", odd_package, (".docx",), 8),
    ("book", damaged(good_book), (".xls", ".xlsx", ".docx"), 2),
    ("old", old_word, (".doc", ".wps"), 1),
    ("prose", glued_text, (".txt",), 12),
    ("endless", endless_text, (".txt",), 6),
    ("encoded", encoded, (".txt", ".csv", ".html"), 8),
)
