"""What the reader of numbers sees: a line of text, and the mentions it must give."""

from __future__ import annotations

import pytest

from pledgebook.model import Document, Mention
from pledgebook.reading.mentions.numbers import find
from pledgebook.reading.text.page import Page, open_page


def page_of(text: str) -> Page:
    return open_page(Document(id="t", title="", publisher="", published="", lang="en", text=text))


def read(text: str) -> list[Mention]:
    return find(page_of(text))


def brief(m: Mention) -> str:
    """A mention in one line: text = value[..high] unit [qualifier] [(sense)]."""
    value = f"{m.value}" + (f"..{m.high}" if m.high is not None else "")
    parts = [m.text, "=", value, m.unit or m.type, m.qualifier, f"({m.sense})" if m.sense else ""]
    return " ".join(p for p in parts if p)


MONEY = [
    ("a $500 million fund was set up", ["$500 million = 500000000 USD"]),
    (
        "it cost $1.2 bn, $ 49.5 mln and €1.5m",
        ["$1.2 bn = 1200000000 USD", "$ 49.5 mln = 49500000 USD", "€1.5m = 1500000 EUR"],
    ),
    ("a loan of US$1.2bn or USD 12.1 bn", ["US$1.2bn = 1200000000 USD", "USD 12.1 bn = 12100000000 USD"]),
    ("a grant of AZN 20 million", ["AZN 20 million = 20000000 AZN"]),
    ("trade of 500 mln dollars", ["500 mln dollars = 500000000 USD"]),
    ("a bond of Sh12 billion", ["Sh12 billion = 12000000000 money (local)"]),
    ("a budget of 38 bln soums", ["38 bln soums = 38000000000 UZS"]),
    ("worth 1,5 billion euros", ["1,5 billion euros = 1500000000 EUR"]),
    ("a plant for Rs 500 crore", ["Rs 500 crore = 5000000000 INR (local)"]),
    ("a gift of 3 million Kuwaiti dinars", ["3 million Kuwaiti dinars = 3000000 KWD"]),
    ("between $1-1.5 billion", ["$1-1.5 billion = 1000000000..1500000000 USD"]),
    ("at US cents 6.5 per kWh", ["US cents 6.5 = 0.065 USD"]),
]
OTHERS = [
    ("between 5 and 7 million tons of ore", ["5 and 7 million tons = 5000000..7000000 t"]),
    ("the volume quadrupled", ["quadrupled = 4 times"]),
    ("from 12 to 60 trains", ["12 = 12 count (trains)", "60 = 60 count (trains)"]),
    ("2.5 and 3 million tonnes went by rail", ["2.5 = 2500000 t", "3 million tonnes = 3000000 t"]),
    ("12 to 15 percent", ["12 to 15 percent = 12..15 percent"]),
    ("a way of 4 thousand km and a bit", ["4 thousand km = 4000 km over"]),
    ("50,000 or more visitors", ["50,000 = 50000 count over (visitors)"]),
    ("the sum exceeded 11 million dollars", ["11 million dollars = 11000000 USD over"]),
    ("down to minus 12 percent", ["minus 12 percent = -12 percent"]),
    ("a 960-seat school", ["960 = 960 count (seat)"]),
    ("it takes up to 3 days", ["3 days = 3 day under (upto)"]),
]


@pytest.mark.parametrize(("text", "expected"), MONEY + OTHERS)
def test_reads(text: str, expected: list[str]) -> None:
    assert [brief(m) for m in read(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Resolution 1325",
        "No. 11",
        "an A330",
        "the G20",
        "COVID-19",
        "at 10:30 a.m.",
        "call +998 71 123 45 67",
        "by 2030",
    ],
)
def test_labels_are_no_numbers(text: str) -> None:
    assert read(text) == []
