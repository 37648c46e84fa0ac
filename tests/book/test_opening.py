"""What a book says where the world is not as it should be: one line, and nothing lost."""

import sqlite3
from pathlib import Path

import pytest
from book_fakes import FORUM, NOW, SCHOOL, document, fill, open_book

from pledgebook.book import Book, BookError, schema


def test_a_book_is_made_where_there_is_none(tmp_path: Path) -> None:
    with Book.open(str(tmp_path / "new.book")) as book:
        assert book.documents() == []
    assert (tmp_path / "new.book").exists()


@pytest.mark.parametrize("options", [{"create": False}, {"readonly": True}])
def test_a_book_that_is_not_there_is_told(tmp_path: Path, options: dict[str, bool]) -> None:
    with pytest.raises(BookError, match="there is no book at"):
        Book.open(tmp_path / "none.book", **options)
    assert list(tmp_path.iterdir()) == []


def test_an_empty_file_becomes_a_book(tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    with Book.open(tmp_path / "empty") as book:
        assert book.documents() == []


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(BookError, match="cannot be opened"):
        Book.open(tmp_path / "no" / "where.book")


def test_a_folder_is_no_book(tmp_path: Path) -> None:
    with pytest.raises(BookError, match="cannot be opened"):
        Book.open(tmp_path)


def test_another_file_is_no_book(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("Buy bread." * 100)
    with pytest.raises(BookError, match=r"notes\.txt is not a book"):
        Book.open(tmp_path / "notes.txt")


def test_another_programs_database_is_no_book(tmp_path: Path) -> None:
    raw = sqlite3.connect(tmp_path / "other.db")
    raw.execute("CREATE TABLE bread (price)")
    raw.close()
    with pytest.raises(BookError, match="another program's database"):
        Book.open(tmp_path / "other.db")


def test_a_book_of_a_newer_release_is_refused(tmp_path: Path) -> None:
    open_book(tmp_path).close()
    raw = sqlite3.connect(tmp_path / "test.book")
    raw.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    raw.close()
    with pytest.raises(BookError, match="made by a newer pledgebook"):
        open_book(tmp_path)


def test_a_book_opened_for_reading_refuses_to_write(tmp_path: Path) -> None:
    fill(open_book(tmp_path), document("a", FORUM)).close()
    with open_book(tmp_path, readonly=True) as book:
        with pytest.raises(BookError, match="opened for reading only"):
            book.add(document("b", SCHOOL), recorded=NOW)
        assert book.add(document("a", FORUM), recorded=NOW).known


def test_a_book_in_a_folder_with_odd_characters(tmp_path: Path) -> None:
    place = tmp_path / "50% of? #1" / "тест.book"
    place.parent.mkdir()
    with Book.open(place) as book:
        assert book.documents() == []
    assert place.exists()
