"""Backups are taken and put back while the book is in use."""

from pathlib import Path

import pytest
from book_fakes import FINNS, FORUM, ROOMS, SCHOOL, document, fill, open_book

from pledgebook.book import Book, BookError, restore


def test_a_backup_is_the_book_of_that_moment(tmp_path: Path) -> None:
    with open_book(tmp_path) as book:
        fill(book, document("a", FORUM))
        book.backup(tmp_path / "copy.book")
        fill(book, document("b", SCHOOL))
    with Book.open(tmp_path / "copy.book", readonly=True, rooms=ROOMS) as copy:
        assert [one.id for one in copy.documents()] == ["a"]
        assert copy.verify() == []


def test_a_backup_never_overwrites(tmp_path: Path) -> None:
    (tmp_path / "copy.book").write_text("mine")
    with open_book(tmp_path) as book, pytest.raises(BookError, match="never overwrites"):
        book.backup(tmp_path / "copy.book")
    assert (tmp_path / "copy.book").read_text() == "mine"


def test_a_backup_is_put_back_while_a_reader_looks_on_and_the_old_book_is_kept(tmp_path: Path) -> None:
    with open_book(tmp_path) as book:
        fill(book, document("a", FORUM)).backup(tmp_path / "copy.book")
        fill(book, document("b", FINNS))
        before = restore(tmp_path / "copy.book", book.path)
        assert [one.id for one in book.documents()] == ["a"]
        assert [item.kind for item in book.items()] == ["meeting"]
        fill(book, document("c", SCHOOL))
        assert book.verify() == []
    assert before is not None
    with Book.open(before, rooms=ROOMS) as old:
        assert [one.id for one in old.documents()] == ["a", "b"]


def test_a_backup_can_be_put_where_no_book_is(tmp_path: Path) -> None:
    with open_book(tmp_path) as book:
        fill(book, document("a", FORUM)).backup(tmp_path / "copy.book")
    assert restore(tmp_path / "copy.book", tmp_path / "other.book") is None
    with Book.open(tmp_path / "other.book", rooms=ROOMS) as book:
        assert len(book.documents()) == 1


def test_a_backup_that_is_not_whole_is_not_put_back(tmp_path: Path) -> None:
    with open_book(tmp_path) as book:
        fill(book, document("a", FORUM)).backup(tmp_path / "copy.book")
    data = (tmp_path / "copy.book").read_bytes()
    (tmp_path / "copy.book").write_bytes(data.replace(b"Border Forum", b"Boring Forum"))
    with pytest.raises(BookError, match="is not whole"):
        restore(tmp_path / "copy.book", tmp_path / "test.book")
    with open_book(tmp_path) as book:
        assert len(book.documents()) == 1
