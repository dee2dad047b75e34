"""The watermark （水印） of a page: who looked, of which unit, when; a picture, so that print holds it too."""

from __future__ import annotations

from html import escape


def watermark_svg(lines: tuple[str, ...]) -> str:
    """A whole-page SVG that repeats the lines, faint and aslant."""
    told = "".join(f'<text x="0" y="{24 + 18 * n}">{escape(line)}</text>' for n, line in enumerate(lines))
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="100%" height="100%"><defs>'
        '<pattern id="w" width="360" height="170" patternUnits="userSpaceOnUse" patternTransform="rotate(-18)">'
        f'<g font-family="sans-serif" font-size="13" fill="#1b2430" fill-opacity="0.07">{told}</g></pattern></defs>'
        '<rect width="100%" height="100%" fill="url(#w)"/></svg>'
    )
