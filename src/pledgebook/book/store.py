"""Opening the file of a book, and writing to it in whole transactions or not at all."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
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
        if not readonly:
            return _prepared(path, "rwc", fresh=fresh)
        try:
            return _prepared(path, "ro", fresh=False)
        except sqlite3.OperationalError:
            if path.with_name(path.name + "-wal").exists():
                raise
            return _prepared(path, "ro&immutable=1", fresh=False)  # a folder or medium on which nothing can be written


def _check_magic(path: Path) -> None:
    try:
        with path.open("rb") as file:
            magic = file.read(len(_MAGIC))
    except OSError as error:
        raise BookError(f"{path} cannot be opened: {error.strerror}") from error
    if magic != _MAGIC:
        raise BookError(f"{path} is not a book")


def _prepared(path: Path, mode: str, *, fresh: bool) -> sqlite3.Connection:
    address = f"file:{quote(str(path))}?mode={mode}"
    connection = sqlite3.connect(address, uri=True, isolation_level=None, timeout=PATIENCE_MS / 1000)
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        _prepare(connection, path, fresh=fresh, readonly=mode != "rwc")
    except BaseException:
        connection.close()
        raise
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
        _write_ahead(connection)
        connection.execute("PRAGMA synchronous = FULL")
        schema.migrate(connection)


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Turn the write-ahead log on. SQLite does not wait for this lock by itself: two may make one new book at once."""
    for wait in range(PATIENCE_MS // 50, -1, -1):
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if not wait or error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                raise
        time.sleep(0.05)


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


def write_if_possible(connection: sqlite3.Connection, *statements: tuple[str, Sequence[object]]) -> None:
    """Write what may as well be left out: where another writes, or nothing can be written, it is."""
    if connection.in_transaction:
        return
    connection.execute("PRAGMA busy_timeout = 0")
    try:
        with suppress(sqlite3.OperationalError), transaction(connection):
            for statement, values in statements:
                connection.execute(statement, values)
    finally:
        connection.execute(f"PRAGMA busy_timeout = {PATIENCE_MS}")
