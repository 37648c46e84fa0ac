"""The journal: one line for each document added, each reading again and each decision, chained by hashes.

Invariant: line n's `digest` is that of what it brought (the document with its claims, or the decision), and its `hash`
that of the line before together with the line itself. Whoever changes anything past changes every later hash.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from datetime import UTC, date, datetime

from pledgebook.book import queries
from pledgebook.book.coding import canonical
from pledgebook.book.errors import BookError
from pledgebook.book.records import Entry

ADD, REREAD, DECIDE = "add", "reread", "decide"


def instant(iso: str) -> str:
    """An ISO instant as the journal writes it: UTC, to the second. Without a zone it is taken as UTC."""
    try:
        moment = datetime.fromisoformat(iso)
    except ValueError:
        raise BookError(f"{iso!r} is no instant; write it like 2026-04-01T09:30:00Z") from None
    moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def chained(before: str, seq: int, recorded: str, who: str, act: str, subject: str, digest: str) -> str:
    """The hash of a line of the journal that follows the line with the hash `before`."""
    return hashlib.sha256(canonical([before, seq, recorded, who, act, subject, digest]).encode()).hexdigest()


def head(connection: sqlite3.Connection) -> tuple[int, str]:
    """Number and hash of the newest line; 0 and "" for an empty journal."""
    row = connection.execute(queries.HEAD).fetchone()
    return (row[0], row[1]) if row else (0, "")


def append(connection: sqlite3.Connection, *, recorded: str, who: str, act: str, subject: str, digest: str) -> int:
    """Write the next line and give its number; inside a transaction of the caller."""
    last, before = head(connection)
    seq = last + 1
    line = (seq, instant(recorded), who, act, subject, digest)
    connection.execute(queries.APPEND, (*line, chained(before, *line)))
    return seq


def entries(connection: sqlite3.Connection) -> Iterator[Entry]:
    """All lines, oldest first."""
    for row in connection.execute(queries.ENTRIES):
        yield Entry(*row)


def cut(connection: sqlite3.Connection, as_of: str | int) -> int:
    """The number of the last line that the book had on a day, at an instant, or (an integer) at that line itself.

    The order of the journal is the truth: a line before one that was recorded in time counts as known.
    """
    last = head(connection)[0]
    if isinstance(as_of, int):
        return min(as_of, last)
    try:
        day = date.fromisoformat(as_of).isoformat()
    except ValueError:
        return int(connection.execute(queries.LAST_UNTIL_INSTANT, (instant(as_of),)).fetchone()[0])
    return int(connection.execute(queries.LAST_UNTIL_DAY, (day,)).fetchone()[0])
