"""leads.xlsx (first form, being written)."""
from __future__ import annotations
import io
from typing import Any
def build_workbook(found: Any, screening: Any, leads: Any, models: Any, kinds: Any, intake: Any, *, con: Any = None) -> bytes:
    """A workbook."""
    import xlsxwriter
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    book.add_worksheet("线索")
    book.close()
    return buffer.getvalue()
