"""Invariants of the reader of numbers: offsets, round trips, determinism, time linear in length."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pledgebook.lexicon import rows
from pledgebook.model import Document, Mention
from pledgebook.reading.mentions.numbers import find
from pledgebook.reading.text.page import Page, open_page

SCALES = {
    "": 1,
    " thousand": 10**3,
    " million": 10**6,
    " mln": 10**6,
    " bn": 10**9,
    " trillion": 10**12,
    " crore": 10**7,
}
SALAD = """5 1,2 3.4 12 per cent % $ million bn and to - – from between a half third one twenty km tonnes plants over
( ) . , times USD hundred point | x m of in No up 2023 st ½ mln minus + / 1.234 S/. 20,000 percent takes Article"""


def page_of(text: str) -> Page:
    return open_page(Document(id="t", text=text))


def check_places(page: Page, mentions: list[Mention]) -> None:
    text = page.document.text
    for m in mentions:
        assert text[m.begin : m.stop] == m.text
        assert page.begins[m.first] == m.begin and page.stops[m.last - 1] == m.stop
        assert m.value is not None and m.type
        assert m.high is None or m.high > m.value
    assert all(a.last <= b.first for a, b in pairwise(mentions))


@given(st.lists(st.sampled_from(SALAD.split()), max_size=40))
@settings(max_examples=300, deadline=None)
def test_places_of_word_salad(words: list[str]) -> None:
    page = page_of(" ".join(words))
    mentions = find(page)
    check_places(page, mentions)
    assert find(page) == mentions


@given(st.text(max_size=200))
@settings(max_examples=200, deadline=None)
def test_any_text_is_read(text: str) -> None:
    page = page_of(text)
    check_places(page, find(page))


@given(st.integers(2, 10**8), st.sampled_from(list(SCALES)), st.integers(0, 3), st.sampled_from([",", " ", "'", ""]))
@settings(max_examples=300, deadline=None)
def test_a_formatted_sum_is_read_back(mantissa: int, scale: str, places: int, mark: str) -> None:
    whole, part = divmod(mantissa, 10**places)
    written = f"{whole:,}".replace(",", mark) + (f".{part:0{places}d}" if places else "")
    if places and mark in (" ", ""):
        written = written if mark == "" else f"{whole}.{part:0{places}d}"
    (m,) = find(page_of(f"It cost $ {written}{scale} then."))
    top, bottom = mantissa * SCALES[scale], 10**places
    if places == 3 and whole < 1000 and not scale and mantissa >= 1000:
        assert m.value in (top, top / bottom)  # 1.234: thousands or thousandths
    else:
        assert m.value == (top // bottom if top % bottom == 0 else top / bottom)
    assert m.unit == "USD" and m.text == f"$ {written}{scale}"


UNITS = [(row["unit"], word) for row in rows("en", "units") for word in row["words"].split("|")
         if row["unit"] != "none" and row["kind"] not in ("ratio", "points", "percent")]  # fmt: skip


@pytest.mark.parametrize(("unit", "word"), UNITS)
def test_every_unit_of_the_lexicon_is_read(unit: str, word: str) -> None:
    (m,) = find(page_of(f"They carried 12.5 {word} there"))
    assert (m.type, m.unit, m.text) == ("measure", unit, f"12.5 {word}")


CURRENCIES = [(row["code"], word) for row in rows("en", "currencies") for word in row["words"].split("|") if word]


@pytest.mark.parametrize(("code", "word"), CURRENCIES)
def test_every_currency_of_the_lexicon_is_read(code: str, word: str) -> None:
    (m,) = find(page_of(f"They paid 12.5 million {word} then"))
    assert (m.type, m.unit, m.value) == ("money", code, 12500000)


SYMBOLS = [
    (row["code"], word)
    for row in rows("en", "currencies")
    for word in (row["code"], *row["symbols"].split("|"))
    if word
]


@pytest.mark.parametrize(("code", "word"), SYMBOLS)
def test_every_symbol_of_the_lexicon_is_read(code: str, word: str) -> None:
    (m,) = find(page_of(f"They paid {word} 12.5 million then"))
    assert (m.type, m.unit, m.value) == ("money", code, 12500000)


HOSTILE = {
    "digits": ("1", 100_000),
    "digit and comma": ("1,", 50_000),
    "dashes": ("-", 100_000),
    "groups": ("12,", 30_000),
    "sums": ("2 million ", 10_000),
    "ones": ("one ", 20_000),
    "shares": ("a third ", 10_000),
    "ranges": ("5 to ", 10_000),
    "minus": ("minus ", 20_000),
    "captions": ("(mln USD", 10_000),
    "cells": ("5 | ", 10_000),
}


@pytest.mark.parametrize(("piece", "times"), HOSTILE.values(), ids=HOSTILE.keys())
def test_time_is_linear(piece: str, times: int) -> None:
    def cost(n: int) -> float:
        page = page_of(piece * n)
        start = time.process_time()
        find(page)
        return time.process_time() - start

    small, large = max(cost(times // 4) for _ in range(3)), min(cost(times) for _ in range(2))
    assert large < max(12 * small, 0.4)
