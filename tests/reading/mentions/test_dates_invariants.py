"""What holds for every text: dates written in any form read back, spans are cut from the text, time is linear."""

from __future__ import annotations

import calendar
import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pledgebook.model import Document, Mention
from pledgebook.reading.mentions.dates import find
from pledgebook.reading.text.page import open_page

MONTHS = calendar.month_name[1:]
DAYS = st.dates(date(1991, 1, 1), date(2100, 12, 31))
FORMS = [
    "{d} {month} {y}",
    "{d} {month}, {y}",
    "{d:02} {month} {y}",
    "{month} {d}, {y}",
    "{month} {d} {y}",
    "the {d}{suffix} of {month} {y}",
    "{month} {d}{suffix}, {y}",
    "{d} {short} {y}",
    "{short} {d}, {y}",
    "{d:02}.{m:02}.{y}",
    "{d:02}/{m:02}/{y}",
    "{d}-{m}-{y}",
    "{y}-{m:02}-{d:02}",
    "{y}.{m:02}.{d:02}",
]
WORDS = """
in on by since from to until the of a and between over past coming each every , . - – / : ( ) % $ 5 11th 2024 1990s 24
1,000 May March Jan. Monday last next this same today spring year years month first half quarter end early mid within
ten two ago earlier period Q3 FY will was x Baku tonnes
"""


def read(text: str, published: str = "2024-06-05") -> list[Mention]:
    return find(open_page(Document("d", text, published=published)))


def written(form: str, day: date) -> str:
    month = MONTHS[day.month - 1]
    suffix = "th" if 11 <= day.day <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    short = month if len(month) < 5 else month[:3] + "."
    return form.format(d=day.day, m=day.month, y=day.year, month=month, short=short, suffix=suffix)


@given(DAYS, st.sampled_from(FORMS))
def test_a_day_reads_back(day: date, form: str) -> None:
    mentions = read(f"The pact was signed on {written(form, day)} in Lima.")
    assert [(m.start, m.end, m.grain) for m in mentions] == [(day.isoformat(), day.isoformat(), "day")]


@given(DAYS, st.integers(1, 400), st.sampled_from(["{} - {}", "{} to {}", "{} – {}", "{} until {}"]))
def test_a_stretch_of_days_reads_back(day: date, more: int, form: str) -> None:
    last = date.fromordinal(min(day.toordinal() + more, date(2100, 12, 31).toordinal()))
    first_and_last = [written("{d} {month} {y}", d) for d in (day, last)]
    [mention, *_] = read(f"The ship was at sea from {form.format(*first_and_last)}.")
    assert (mention.start, mention.end) == (day.isoformat(), last.isoformat())


@given(st.integers(1991, 2090), st.integers(1, 20))
def test_years_read_back(year: int, more: int) -> None:
    assert [(m.start, m.end) for m in read(f"A plan for {year}-{year + more}.")] == [(str(year), str(year + more))]


@given(
    st.lists(st.sampled_from(WORDS.split(" ")), max_size=60),
    st.sampled_from(["", "2024", "2024-02", "2024-02-29"]),
)
def test_spans_are_cut_from_the_text_and_dates_are_in_order(words: list[str], published: str) -> None:
    text = " ".join(words) + "."
    last = 0
    for m in read(text, published):
        assert text[m.begin : m.stop] == m.text
        assert m.begin >= last
        last = m.stop
        assert not (m.start and m.end) or m.start[: len(m.end)] <= m.end
        for day in (m.start, m.end):
            assert not day or date.fromisoformat((day + "-01-01")[:10])


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    read(text, "")


@given(DAYS)
def test_the_day_of_writing_moves_what_leans_on_it(day: date) -> None:
    mentions = read("It came yesterday, last year and this month.", day.isoformat())
    before = date.fromordinal(day.toordinal() - 1)
    assert [m.start for m in mentions] == [before.isoformat(), str(day.year - 1), day.isoformat()[:7]]


HOSTILE = {
    "month names": "May " * 25_000,
    "months and years": "May 2023 " * 10_000,
    "dashes": "- " * 50_000,
    "glued dashes": "-" * 100_000,
    "capitals": "Ab " * 50_000,
    "digits and commas": "1," * 50_000,
    "days": "5 and " * 25_000,
    "years": "2024-" * 15_000,
    "firsts": "first " * 25_000,
    "idioms": "a year ago " * 10_000,
    "open leads": "by the end of the " * 10_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_time_is_linear(name: str) -> None:
    whole = HOSTILE[name]
    pages = [open_page(Document("d", text, published="2024-06-05")) for text in (whole[: len(whole) // 4], whole)]
    spent = []
    for page in pages:
        begin = time.perf_counter()
        find(page)
        spent.append(time.perf_counter() - begin)
    assert spent[1] < 10 * spent[0] + 0.2
