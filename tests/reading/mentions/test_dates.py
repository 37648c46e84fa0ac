"""What the reader makes of words of time: published, text, and the mentions that follow (words, start, end, sense)."""

from __future__ import annotations

import pytest

from pledgebook.model import Document
from pledgebook.reading.mentions.dates import find
from pledgebook.reading.text.page import open_page

IDIOMS = [
    # The idioms on which known libraries fail.
    ("2023-09-10", "Exports grew in January-August 2023.", [("January-August 2023", "2023-01", "2023-08", "period")]),
    ("2023-03-10", "A programme for 2023-2025 was signed.", [("2023-2025", "2023", "2025", "period")]),
    (
        "2023-03-10",
        "In the first nine months of 2022 it fell.",
        [("first nine months of 2022", "2022-01", "2022-09", "cumulative")],
    ),
    ("2024-09-01", "In 7 months of 2024 it fell.", [("7 months of 2024", "2024-01", "2024-07", "cumulative")]),
    ("2024-03-10", "It will open by the end of March.", [("end of March", "", "2024-03", "deadline")]),
    ("2023-03-10", "Trade rose over the past year.", [("past year", "2022", "2022", "point")]),
    ("2023-03-10", "It will double over the next five years.", [("next five years", "", "2028", "horizon")]),
    (
        "2024-05-20",
        "The fair ran from 10 May to 12 May 2024.",
        [("10 May to 12 May 2024", "2024-05-10", "2024-05-12", "period")],
    ),
]


def said(published: str, text: str) -> list[tuple[str, str, str, str]]:
    page = open_page(Document("d", text, published=published))
    return [(m.text, m.start, m.end, m.sense) for m in find(page)]


@pytest.mark.parametrize(("published", "text", "expected"), IDIOMS, ids=[row[1] for row in IDIOMS])
def test_idioms(published: str, text: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert said(published, text) == expected
