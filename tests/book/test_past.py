"""Every question can be asked of the book as it was."""

from datetime import date
from pathlib import Path

from book_fakes import FORUM, SCHOOL, SCHOOL_DONE, TRADE, TRADE_TOO, document, fill, open_book

from pledgebook.book import Book

JUNE = date(2026, 6, 1)


def grown(book: Book) -> Book:
    fill(book, document("a", SCHOOL, TRADE, FORUM), recorded="2026-01-10T08:00:00Z")
    fill(book, document("b", SCHOOL_DONE, TRADE_TOO, FORUM), recorded="2026-02-10T08:00:00+02:00")
    bad = book.claims(document="b", kind="figure")[0].id
    book.decide("reject", bad, who="Anna", why="a misprint", recorded="2026-03-10")
    return book


def test_as_of_a_day_the_book_knows_what_it_knew_then(book: Book) -> None:
    grown(book)
    assert [len(book.claims(as_of=day)) for day in ("2026-01-09", "2026-01-10", "2026-02-10", "2026-03-10")] == [
        0,
        3,
        6,
        5,
    ]
    assert [len(book.documents(as_of=n)) for n in range(4)] == [0, 1, 2, 2]
    assert [len(book.conflicts(as_of=n)) for n in range(4)] == [0, 0, 1, 0]
    assert [len(book.find("school", as_of=n)) for n in range(4)] == [0, 2, 4, 4]
    assert [len(book.decisions(as_of=n)) for n in range(4)] == [0, 0, 0, 1]


def test_as_of_an_instant_is_to_the_second(book: Book) -> None:
    grown(book)
    assert len(book.documents(as_of="2026-02-10T05:59:59Z")) == 1
    assert len(book.documents(as_of="2026-02-10T06:00:00Z")) == 2


def test_the_day_judged_and_the_day_known_are_independent(book: Book) -> None:
    grown(book)
    assert [book.promises(on=JUNE, as_of=n)[0][1].status for n in (1, 2)] == ["overdue", "kept"]
    assert [book.promises(on=date(2025, 1, 1), as_of=n)[0][1].status for n in (1, 2)] == ["open", "kept"]


def test_an_item_of_the_past_has_the_claims_of_then(book: Book) -> None:
    grown(book)
    (forum,) = book.items(kind="meeting")
    assert [len(book.item(forum.id, as_of=n).claims) for n in (1, 2)] == [1, 2]


def test_asking_the_past_changes_nothing(tmp_path: Path) -> None:
    with open_book(tmp_path) as book:
        before = grown(book).fingerprint()
        book.items(as_of=1)
        assert book.fingerprint() == before
    with open_book(tmp_path, readonly=True) as book:
        assert len(book.items(kind="meeting", as_of=1)) == 1


def test_a_book_that_may_only_be_read_answers_though_nobody_settled_it(tmp_path: Path) -> None:
    with open_book(tmp_path) as book:
        grown(book)
        items = [item.id for item in book.items(as_of=3)]
    with open_book(tmp_path, readonly=True) as book:
        assert [item.id for item in book.items()] == items
        assert len(book.promises(on=JUNE)) == 1
