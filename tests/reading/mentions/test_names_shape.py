"""What holds for any text: offsets, nesting, order, and time that grows no faster than the text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pledgebook.model import Document
from pledgebook.reading.mentions.names import find
from pledgebook.reading.text import open_page

from .names import mentions

_WORDS = st.sampled_from(
    [
        "The",
        "Ministry",
        "of",
        "Trade",
        "and",
        "Industry",
        "Peru",
        "Kenyan",
        "President",
        "Ana",
        "Rossi",
        ",",
        ".",
        "(",
        ")",
        "–",
        "-",
        "said",
        "in",
        "Lima",
        "Bank",
        "LLC",
        "NATO",
        '"',
        "'s",
        "Agreement",
        "on",
        "between",
        "Forum",
        "First",
        "Republic",
        "Port",
        "district",
        "Xi",
        "bin",
        "X\n\n",
        "&",
        ":",
        "15th",
        "A.B.",
        "d'Oro",
        "İzmir",
        "Ṣan",
        "’s",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(_WORDS, max_size=40).map(" ".join))
def test_offsets_and_nesting(text: str) -> None:
    page = open_page(Document("d", text))
    open_: list[int] = []
    for m in find(page):
        assert m.text == text[m.begin : m.stop] and m.text
        assert (page.begins[m.first], page.stops[m.last - 1]) == (m.begin, m.stop)
        while open_ and open_[-1] <= m.first:
            open_.pop()
        assert not open_ or m.last <= open_[-1], "names nest and never cross"
        open_.append(m.last)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    assert all(m.text == text[m.begin : m.stop] for m in mentions(text))


def test_no_text_no_names() -> None:
    assert mentions("") == []


@pytest.mark.parametrize(
    "piece",
    [
        "Alpha ",
        "Ministry of ",
        "Ministry of Trade, ",
        "Bank and ",
        "President Ana ",
        "Lima–",
        "Peru ",
        "(AB) ",
        "Agreement on Trade and ",
    ],
)
def test_time_is_linear_in_the_length(piece: str) -> None:
    def seconds(times: int) -> float:
        page = open_page(Document("d", piece * times))
        start = time.process_time()
        find(page)
        return time.process_time() - start

    short = max(seconds(4000) for _ in range(3))
    assert min(seconds(16000) for _ in range(3)) < 12 * short + 0.2, "four times the text took far more than four times"


def test_the_same_text_gives_the_same_names() -> None:
    text = "Chilean President Ana Rossi met Kasai Copper JSC and the Ministry of Mines of Zambia in Lima. Rossi left."
    assert [m.to_json() for m in mentions(text)] == [m.to_json() for m in mentions(text)]
