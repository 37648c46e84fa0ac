"""Opening the file of a book, and writing to it in whole transactions or not at all."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from pledgebook.book import schema
from pledgebook.book.errors import BookError, told

PATIENCE_MS = 5_000
_MAGIC = b"SQLite format 3\x00"


def connect(path: Path, *, create: bool, readonly: bool) -> sqlite3.Connection:
    """A connection to the book at `path`, made or brought up to the present form where that is allowed."""
    fresh = not path.exists() or path.stat().st_size == 0
    if fresh and (readonly or not create):
        raise BookError(f"there is no book at {path}")
    if not fresh:
        _check_magic(path)
    with told(path):
        connection = _raw(path, readonly=readonly)
        try:
            _prepare(connection, path, fresh=fresh, readonly=readonly)
        except BaseException:
            connection.close()
            raise
    return connection


def _check_magic(path: Path) -> None:
    try:
        with path.open("rb") as file:
            magic = file.read(len(_MAGIC))
    except OSError as error:
        raise BookError(f"{path} cannot be opened: {error.strerror}") from error
    if magic != _MAGIC:
        raise BookError(f"{path} is not a book")


def _raw(path: Path, *, readonly: bool) -> sqlite3.Connection:
    address = f"file:{quote(str(path))}?mode={'ro' if readonly else 'rwc'}"
    connection = sqlite3.connect(address, uri=True, isolation_level=None, timeout=PATIENCE_MS / 1000)
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


def _prepare(connection: sqlite3.Connection, path: Path, *, fresh: bool, readonly: bool) -> None:
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    if not fresh and application != schema.APPLICATION and not _unfinished(connection, version):
        raise BookError(f"{path} is another program's database, not a book")
    if version > schema.VERSION:
        raise BookError(
            f"{path} was made by a newer pledgebook (form {version}, this one knows {schema.VERSION}); update"
        )
    if readonly and version < schema.VERSION:
        raise BookError(f"{path} has an older form ({version}); open it once for writing to bring it up to date")
    if not readonly:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        schema.migrate(connection)


def _unfinished(connection: sqlite3.Connection, version: int) -> bool:
    """A file whose making was cut off before its first step: no tables yet."""
    return version == 0 and connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0] == 0


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All that is written inside stands together, or nothing of it does. One inside another joins it."""
    if connection.in_transaction:
        yield
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
