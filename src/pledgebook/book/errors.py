"""What can go wrong with a book, told in one line to a person."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class BookError(Exception):
    """One line that says what is wrong with a book or a request to it, and what to do."""


_LINES = {
    sqlite3.SQLITE_BUSY: "another program is writing to {path}; try again when it has finished",
    sqlite3.SQLITE_LOCKED: "another program is writing to {path}; try again when it has finished",
    sqlite3.SQLITE_READONLY: "{path} can only be read here; nothing was changed",
    sqlite3.SQLITE_FULL: "the disk is full; {path} is as it was before",
    sqlite3.SQLITE_IOERR: "{path} could not be read or written (disk full or failing); it is as it was before",
    sqlite3.SQLITE_CORRUPT: "{path} is damaged; restore a backup, or export what can still be read",
    sqlite3.SQLITE_NOTADB: "{path} is not a book",
    sqlite3.SQLITE_CANTOPEN: "{path} cannot be opened; does the folder exist, and may you write there?",
    sqlite3.SQLITE_PERM: "{path} cannot be opened: no permission",
}


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what the database raises for the world's faults into one line; faults of ours pass as they are."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        code = getattr(error, "sqlite_errorcode", None)
        line = _LINES.get(code & 0xFF) if code is not None else None
        if line is None:
            raise
        raise BookError(line.format(path=path)) from error
