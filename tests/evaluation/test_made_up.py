"""Made-up documents are good enough to load a book with, and the same each time."""

from pathlib import Path

import made_up
from pledgebook.book import Book


def test_what_is_made_up_is_the_same_each_time_and_wherever_it_starts() -> None:
    assert list(made_up.documents(5))[3:] == list(made_up.documents(2, first=3))


def test_a_book_takes_what_is_made_up(tmp_path: Path) -> None:
    with Book.open(tmp_path / "made.book") as book:
        for document, facts in made_up.documents(3):
            book.add(document, facts, recorded="2026-04-01")
        assert book.count() == 3 * made_up.CLAIMS
        assert book.verify() == []
        assert all(claim.words[0].endswith(".") and "\n" not in claim.words[0] for claim in book.claims())
