"""Backups of a book, taken and put back while others use it."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from pledgebook.book import store, verify
from pledgebook.book.errors import BookError, told


def backup(connection: sqlite3.Connection, target: Path) -> None:
    """Copy a book in use into a new file, which is there whole or not at all."""
    if target.exists():
        raise BookError(f"{target} is there already; a backup never overwrites")
    part = target.with_name(target.name + ".part")
    with told(target):
        try:
            with closing(sqlite3.connect(part)) as copy:
                connection.backup(copy)
                copy.execute("PRAGMA journal_mode = DELETE")
            os.replace(part, target)
        finally:
            part.unlink(missing_ok=True)


def restore(source: str | Path, path: str | Path) -> Path | None:
    """Put a backup in the place of the book at `path`, in one transaction. Refused where the backup is not whole.

    The book that was there is kept beside it under the name that is returned (None where there was none).
    """
    source, path = Path(source), Path(path)
    with closing(store.connect(source, create=False, readonly=True)) as copy:
        with told(source):
            problem = next(verify.problems(copy), None)
        if problem:
            raise BookError(f"{source} is not whole: {problem}")
        before = _aside(path) if path.exists() else None
        with closing(store.connect(path, create=True, readonly=False)) as book:
            if before:
                backup(book, before)
            with told(path):
                copy.backup(book)
    return before


def _aside(path: Path) -> Path:
    numbers = (n for n in range(1, 10_000) if not path.with_name(f"{path.name}.before-{n}").exists())
    return path.with_name(f"{path.name}.before-{next(numbers)}")
