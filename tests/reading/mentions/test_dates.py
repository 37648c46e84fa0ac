"""What the reader makes of words of time: `dates_table.txt` holds published, text, and the mentions that follow."""

from __future__ import annotations

from pathlib import Path

import pytest

from pledgebook.model import Document, Mention
from pledgebook.reading.mentions.dates import find
from pledgebook.reading.text.page import open_page

TABLE = Path(__file__).with_name("dates_table.txt").read_text(encoding="utf-8")
ROWS = [
    [cell.strip() for cell in line.split("|", 2)] for line in TABLE.splitlines() if line and not line.startswith("#")
]


def said(published: str, text: str) -> str:
    return "; ".join(shown(m) for m in find(open_page(Document("d", text, published=published))))


def shown(m: Mention) -> str:
    dates = m.start if m.start == m.end else f"{m.start}..{m.end}"
    return f"{m.text} = {dates or '-'} {m.sense}"


@pytest.mark.parametrize(("published", "text", "expected"), ROWS, ids=[row[1] for row in ROWS])
def test_table(published: str, text: str, expected: str) -> None:
    assert said(published, text) == expected
