"""Bytes of the forms papers come in: docx, txt, html, PDF with text (文件格式), made by hand without libraries."""

from __future__ import annotations

import io
import zipfile
from html import escape

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_OPEN = "http://schemas.openxmlformats.org"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TYPES = (
    f'{_HEAD}<Types xmlns="{_OPEN}/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_MAIN}"/></Types>'
)
_RELS = (
    f'{_HEAD}<Relationships xmlns="{_OPEN}/package/2006/relationships"><Relationship Id="rId1" '
    f'Type="{_OPEN}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)
_SPACE = f"{_OPEN}/wordprocessingml/2006/main"
_BODY = f'{_HEAD}<w:document xmlns:w="{_SPACE}"><w:body>{{}}<w:sectPr/></w:body></w:document>'
FONT = (
    b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H "
    b"/DescendantFonts [4 0 R] /ToUnicode 6 0 R >>",
    b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light "
    b"/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 /FontDescriptor 5 0 R >>",
    b"<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] "
    b"/ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>",
)
CMAP = (
    b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Same def /CMapType 2 def "
    b"1 begincodespacerange <0000> <FFFF> endcodespacerange "
    b"1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end end"
)
LINE_WIDTH = 34  # characters on a line of a page
PAGE_LINES = 38


def write_docx(lines: tuple[str, ...]) -> bytes:
    """A minimal Word file, a paragraph a line; a long line is cut into two runs as Word does."""
    paragraphs = []
    for line in lines:
        cut = len(line) // 2 if len(line) > 40 else len(line)
        runs = "".join(
            f'<w:r><w:t xml:space="preserve">{escape(part)}</w:t></w:r>' for part in (line[:cut], line[cut:]) if part
        )
        paragraphs.append(f"<w:p>{runs}</w:p>")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in (
            ("[Content_Types].xml", _TYPES),
            ("_rels/.rels", _RELS),
            ("word/document.xml", _BODY.format("".join(paragraphs))),
        ):
            archive.writestr(zipfile.ZipInfo(name, (2024, 11, 29, 8, 0, 0)), text)
    return out.getvalue()


def write_html(lines: tuple[str, ...]) -> bytes:
    """A page as a judgments site saves it, with a script that is no text."""
    body = "".join(f"<p>{escape(line)}</p>\n" for line in lines)
    head = f'<meta charset="utf-8"><title>{escape(lines[0])}</title><script>var x = "被害人";</script>'
    page = f'<!DOCTYPE html><html><head>{head}</head><body><div class="doc">{body}</div></body></html>'
    return page.encode()


def wrap(lines: tuple[str, ...], *, width: int = LINE_WIDTH) -> list[str]:
    """Lines broken at the width of a page, even inside words and numbers."""
    out: list[str] = []
    for line in lines:
        out.extend(line[i : i + width] for i in range(0, max(1, len(line)), width))
    return out


def paginate(lines: tuple[str, ...], *, numbered: bool = True) -> list[list[str]]:
    """Pages of broken lines, each ending with its number."""
    told = wrap(lines)
    pages = [told[i : i + PAGE_LINES] for i in range(0, max(1, len(told)), PAGE_LINES)]
    if numbered and len(pages) > 1:
        pages = [[*page, f"— {turn} —"] for turn, page in enumerate(pages, 1)]
    return pages


def write_pdf(lines: tuple[str, ...]) -> bytes:
    """A PDF with text in a font every reader knows (STSong-Light, UniGB-UCS2-H), not embedded."""
    pages = paginate(lines)
    objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", *FONT, stream(CMAP)]
    kids = []
    for page in pages:
        told = "".join(f"<{line.encode('utf-16-be').hex()}> Tj T* " for line in page)
        kids.append(len(objects) + 1)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects) + 2} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(stream(f"BT /F1 14 Tf 20 TL 56 780 Td {told}ET".encode()))
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(f'{k} 0 R' for k in kids)}] >>".encode()
    return assemble(objects)


def stream(data: bytes) -> bytes:
    """A stream object of a PDF."""
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(data), data)


def assemble(objects: list[bytes]) -> bytes:
    """The PDF of numbered objects, the first of them the catalogue."""
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)
