"""Numbers, dates, lengths and quotes as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pledgebook.brief.parts import TIED, mark
from pledgebook.brief.words import amount, day, due, length, names, number, period, quoted


@pytest.mark.parametrize(
    ("value", "unit", "told"),
    [
        (246100000, "USD", "$246.1 mln"),
        (1000000000, "USD", "$1 bln"),
        (-35800000, "USD", "-$35.8 mln"),
        (25000, "USD", "$25,000"),
        (1500000000, "KES", "1.5 bln KES"),
        (2690800000, "EUR", "€2,690.8 mln"),
        (52.4, "percent", "52.4 percent"),
        (-4.2, "percent", "-4.2 percent"),
        (2115, "TEU", "2,115 TEU"),
        (5000, "count", "5,000"),
        (1274420, "MWh", "1,274,420 MWh"),
        (14, "day", "14 days"),
        (0.3, "percent", "0.3 percent"),
    ],
)
def test_amounts(value: float, unit: str, told: str) -> None:
    assert amount(value, unit).replace(TIED, " ") == told


@given(st.integers(-(10**15), 10**15))
def test_no_number_is_rounded(value: int) -> None:
    text = number(value).replace(TIED, " ")
    scale = {"bln": 10**9, "mln": 10**6}.get(text.split(" ")[-1], 1)
    whole, _, part = text.split(" ")[0].replace(",", "").partition(".")
    assert int(whole + part) * scale == value * 10 ** len(part)


@pytest.mark.parametrize(
    ("start", "end", "told"),
    [
        ("2022", "2022", "2022"),
        ("2021", "2023", "2021 to 2023"),
        ("2023-01", "2023-05", "January to May 2023"),
        ("2023-11", "2024-02", "November 2023 to February 2024"),
        ("2023-08-22", "2023-08-23", "22 to 23 August 2023"),
        ("2023-08-30", "2023-09-02", "30 August to 2 September 2023"),
        ("2023-07-01", "2023-07-01", "1 July 2023"),
        ("", "2023-07", "July 2023"),
        ("2023-08", "2023", "August 2023 to 2023"),
    ],
)
def test_periods(start: str, end: str, told: str) -> None:
    assert period(start, end) == told


def test_dates_and_lengths() -> None:
    assert [day("2026-07-01"), due("2026-05"), due("2025")] == ["1 July 2026", "May 2026", "end of 2025"]
    assert [length(n).replace(TIED, " ") for n in (1, 45, 62, 823)] == ["1 day", "45 days", "2 months", "27 months"]


def test_names_of_states_come_from_the_lexicon() -> None:
    assert names(("AZ", "Azermash", "EU", "AZ")) == "Azerbaijan, Azermash, European Union"


def test_quotes_are_cut_at_a_word_and_the_cut_is_shown() -> None:
    assert quoted('"It rains."') == "“It rains.”"
    assert quoted('"It rains," she said.') == "“'It rains,' she said.”"
    assert quoted("a line\n  and another") == "“a line and another”"
    assert quoted("one two, three four", most=10) == "“one two …”"


@pytest.mark.parametrize(
    ("numbers", "told"), [([3], "[3]"), ([9, 3, 7, 8], "[3, 7-9]"), ([1, 2], "[1, 2]"), ([5, 5], "[5]")]
)
def test_marks(numbers: list[int], told: str) -> None:
    assert mark(numbers).replace(TIED, " ") == told
