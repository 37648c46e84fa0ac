"""Filters, pages and counts."""

from dataclasses import replace
from typing import Any

import pytest
from book_fakes import FINNS, FORUM, SCHOOL, SCHOOL_DONE, TRADE, document, fill

from pledgebook.book import Book, Page, Where

AIM = TRADE.replace("start=2023; end=2023", "end=2027; status=target; speaker=Ola Berg")


@pytest.fixture
def full(book: Book) -> Book:
    return fill(
        book,
        document("a", SCHOOL, FORUM, published="2024-05-01"),
        document("b", TRADE, AIM, published="2024-06", publisher="Evening Post"),
        document("c", SCHOOL_DONE, FINNS, published=""),
    )


FILTERS: dict[str, tuple[Where, list[str]]] = {
    "kind": (Where(kind="figure"), ["trade", "aim"]),
    "document": (Where(document="c"), ["done", "finns"]),
    "publisher": (Where(publisher="Evening Post"), ["trade", "aim"]),
    "indicator": (Where(indicator="trade_turnover"), ["trade", "aim"]),
    "status": (Where(status="target"), ["aim"]),
    "strength is the status of a pledge": (Where(status="commits"), ["school"]),
    "speaker": (Where(speaker="Ola Berg"), ["aim"]),
    "confidence": (Where(confidence="sure"), []),
    "published from": (Where(published=("2024-05-02", "")), ["trade", "aim"]),
    "published until": (Where(published=("", "2024-05")), ["school", "forum"]),
    "published within": (Where(published=("2024", "2024")), ["school", "forum", "trade", "aim"]),
    "time touches the span": (Where(period=("2024-03-10", "2024-04")), ["finns", "forum"]),
    "time touches a year": (Where(period=("2023", "2023")), ["trade"]),
    "due within": (Where(due=("2025", "2026")), ["done", "school"]),
    "due from": (Where(due=("2027", "")), ["aim"]),
    "two at once": (Where(kind="figure", status="target"), ["aim"]),
}


@pytest.mark.parametrize("name", FILTERS)
def test_a_filter_narrows(full: Book, name: str) -> None:
    texts = {"school": SCHOOL, "done": SCHOOL_DONE, "trade": TRADE, "aim": AIM, "forum": FORUM, "finns": FINNS}
    where, wanted = FILTERS[name]
    assert [claim.words[0] for claim in full.claims(where=where)] == [texts[key] for key in wanted]
    assert full.count(where=where) == len(wanted)


def test_filters_hold_within_a_relation(full: Book) -> None:
    assert full.count(("NO", "SE")) == 4
    assert full.count(("NO", "SE"), most=3) == 3
    assert full.count(("NO", "SE"), where=Where(kind="figure")) == 2
    assert full.count(("FI", "SE"), where=Where(kind="figure")) == 0


def test_filters_see_claims_as_people_left_them(full: Book) -> None:
    forum = full.claims(kind="meeting")[0]
    said: dict[str, Any] = {"who": "Anna", "why": "seen", "recorded": "2026-01-01"}
    full.decide("correct", forum.id, slots={"status": "cancelled", "start": "2021-01"}, **said)
    full.decide("reject", full.claims(kind="pledge")[0].id, **said)
    assert full.count(where=Where(status="held")) == 0
    assert full.count(where=Where(status="cancelled", period=("2021", "2021"))) == 1
    assert (full.count(where=Where(kind="pledge")), full.count(where=Where(kind="pledge", retired=True))) == (0, 1)


@pytest.mark.parametrize("newest", [False, True])
def test_pages_follow_one_another_and_hold_everything_once(full: Book, newest: bool) -> None:
    whole = full.claims(page=Page(newest=newest))
    pages = [full.claims(page=Page(limit=2, offset=offset, newest=newest)) for offset in (0, 2, 4, 6)]
    assert [claim for page in pages for claim in page] == whole
    assert [len(page) for page in pages] == [2, 2, 2, 0]
    assert full.claims(page=Page(newest=not newest)) == whole[::-1]


def test_items_come_in_pages_too(full: Book) -> None:
    whole = full.items()
    pages = [full.items(page=Page(limit=4, offset=offset)) for offset in (0, 4, 8)]
    assert [item for page in pages for item in page] == whole
    assert full.items(page=Page(newest=True)) == whole[::-1]
    assert full.items(("NO", "SE"), page=Page(limit=1)) == full.items(("NO", "SE"))[:1]


def test_what_was_filtered_then_is_filtered_as_of_then(full: Book) -> None:
    fill(full, replace(document("d", TRADE), title="later"))
    assert full.count(where=Where(kind="figure"), as_of=3) == 2
    assert full.count(where=Where(kind="figure")) == 3
