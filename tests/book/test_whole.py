"""A book can be proved whole, and made again from its journal."""

import re
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from book_fakes import FINNS, FORUM, NOW, ROOMS, SCHOOL, SCHOOL_DONE, TRADE, document, fill, open_book

from pledgebook.book import Book
from pledgebook.model import Matched


def grown(path: Path) -> Book:
    book = fill(open_book(path), document("a", SCHOOL, TRADE, FORUM), document("b", SCHOOL_DONE, FINNS, FORUM))
    book.decide("accept", book.claims()[0].id, who="Anna", why="seen in print", recorded=NOW)
    return book


def test_a_book_that_nobody_touched_is_whole(tmp_path: Path) -> None:
    assert grown(tmp_path).verify() == []


FORGERIES: dict[str, tuple[str, str]] = {
    "a text": (
        "UPDATE document SET text = replace(text, 'Border', 'Boring') WHERE id = 'a'",
        "line 1: a or its claims",
    ),
    "a publisher": ("UPDATE document SET publisher = 'The Onion' WHERE id = 'b'", "line 2: b or its claims"),
    "a slot": ("UPDATE claim SET slots = replace(slots, '4500000000', '5400000000')", "line 1: a or its claims"),
    "a claim more": (
        "INSERT INTO claim (entry, document, id, kind, slots, quotes, confidence) "
        "SELECT entry, document, 'c0', kind, slots, quotes, confidence FROM claim LIMIT 1",
        "line 1: a or its claims",
    ),
    "a claim less": ("DELETE FROM claim WHERE kind = 'figure'", "line 1: a or its claims"),
    "a quote": ("UPDATE claim SET quotes = '0-99999' WHERE kind = 'meeting'", "has no quote in its document"),
    "a time": ("UPDATE journal SET recorded = '2020-01-01T00:00:00Z' WHERE seq = 1", "line 1 does not follow"),
    "a line": ("DELETE FROM journal WHERE seq = 2", "line 2 is missing"),
    "a name": ("UPDATE journal SET who = 'Berta' WHERE seq = 3", "line 3 does not follow"),
    "a reason": ("UPDATE decision SET why = 'bribed'", "the decision on c.* is not what was recorded"),
}


@pytest.mark.parametrize("forgery", FORGERIES)
def test_whatever_is_changed_behind_its_back_is_found(tmp_path: Path, forgery: str) -> None:
    statement, line = FORGERIES[forgery]
    grown(tmp_path).close()
    raw = sqlite3.connect(tmp_path / "test.book")
    for (trigger,) in raw.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
        raw.execute(f"DROP TRIGGER {trigger}")
    raw.execute(statement)
    raw.commit()
    with open_book(tmp_path) as book:
        assert any(re.search(line, problem) for problem in book.verify())


@pytest.mark.parametrize("table", ["journal", "document", "claim", "decision"])
def test_the_file_itself_refuses_to_change_what_was_appended(tmp_path: Path, table: str) -> None:
    grown(tmp_path).close()
    raw = sqlite3.connect(tmp_path / "test.book")
    for statement in (f"DELETE FROM {table}", f"UPDATE {table} SET rowid = rowid + 100"):
        with pytest.raises(sqlite3.IntegrityError, match="only appended to"):
            raw.execute(statement)


def test_rebuilding_from_the_journal_gives_the_same_to_the_bit(tmp_path: Path) -> None:
    with grown(tmp_path) as book:
        before = (book.fingerprint(), book.items(), book.find("school"))
        assert book.rebuild() == before[0]
        assert (book.fingerprint(), book.items(), book.find("school")) == before


def test_rebuilding_mends_what_was_derived(tmp_path: Path) -> None:
    with grown(tmp_path) as book:
        before = book.fingerprint()
    raw = sqlite3.connect(tmp_path / "test.book")
    raw.execute("DELETE FROM item_claim")
    raw.commit()
    with open_book(tmp_path) as book:
        assert book.fingerprint() != before
        assert book.rebuild() == before


def test_two_books_of_one_journal_are_the_same(tmp_path_factory: pytest.TempPathFactory) -> None:
    with grown(tmp_path_factory.mktemp("one")) as one, grown(tmp_path_factory.mktemp("other")) as other:
        assert one.fingerprint() == other.fingerprint()
        assert one.journal() == other.journal()


def test_what_older_rules_derived_is_derived_again_before_it_is_used(tmp_path: Path) -> None:
    with grown(tmp_path) as book:
        assert [len(item.claims) for item in book.items(kind="meeting")] == [2]
    newer = replace(ROOMS, version="fake/2", match=lambda claims: Matched())
    with Book.open(tmp_path / "test.book", rooms=newer) as book:
        assert [len(item.claims) for item in book.items(kind="meeting")] == [1, 1]
    with Book.open(tmp_path / "test.book", rooms=newer, readonly=True) as book:
        assert [len(item.claims) for item in book.items(kind="meeting")] == [1, 1]
