"""A book of an older form is brought up to the present one, step by step, or stays as it was."""

import sqlite3
from pathlib import Path

import pytest
from book_fakes import FORUM, document, fill, open_book

from pledgebook.book import BookError, schema


def _next(connection: sqlite3.Connection) -> None:
    connection.execute("CREATE TABLE note (text TEXT)")


def _broken(connection: sqlite3.Connection) -> None:
    connection.execute("CREATE TABLE half (text TEXT)")
    raise RuntimeError("power cut")


def form(path: Path) -> tuple[int, bool]:
    """The number of a file's form, and whether it has the table of the step after."""
    raw = sqlite3.connect(path)
    tables = {name for (name,) in raw.execute("SELECT name FROM sqlite_schema")}
    return raw.execute("PRAGMA user_version").fetchone()[0], bool(tables & {"note", "half"})


def later(monkeypatch: pytest.MonkeyPatch, *steps: object) -> None:
    """As if this were a release with more steps."""
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, *steps))
    monkeypatch.setattr(schema, "VERSION", len(schema.MIGRATIONS))


def test_an_older_book_is_brought_up_to_date_and_keeps_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_book(tmp_path) as book:
        fill(book, document("a", FORUM)).settle()
        before = (book.claims(), book.items(), book.journal())
    later(monkeypatch, _next)
    with open_book(tmp_path) as book:
        assert (book.claims(), book.items(), book.journal()) == before
        assert book.verify() == []
    assert form(tmp_path / "test.book") == (schema.VERSION, True)


def test_a_step_that_fails_leaves_the_older_book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(open_book(tmp_path), document("a", FORUM)).close()
    before = form(tmp_path / "test.book")
    later(monkeypatch, _broken)
    with pytest.raises(RuntimeError):
        open_book(tmp_path)
    assert form(tmp_path / "test.book") == before


def test_an_older_book_that_may_only_be_read_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(open_book(tmp_path), document("a", FORUM)).close()
    later(monkeypatch, _next)
    with pytest.raises(BookError, match="open it once for writing"):
        open_book(tmp_path, readonly=True)
