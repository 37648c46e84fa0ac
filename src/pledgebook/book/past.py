"""The book as it was: every question can be asked of it as of a past line of the journal.

The past is a view over the same file in which nothing later is to be seen, with its own derived tables in memory; the
questions are the same. A book that may only be read and is not settled is asked in this way as of its newest line.
"""

from __future__ import annotations

from pathlib import Path

from pledgebook.book import decisions, derive, queries, schema, store
from pledgebook.book.questions import View
from pledgebook.book.rooms import Rooms


def view(path: Path, cut: int, rooms: Rooms) -> View:
    """The book at `path` as it was when line `cut` of its journal was the newest."""
    connection = store.connect(path, create=False, readonly=True)
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("PRAGMA temp_store = MEMORY")
    schema.overlay(connection, cut)
    standing = decisions.standing(decisions.load(connection))
    with store.transaction(connection):
        for (document,) in connection.execute(queries.DOCUMENT_SEQS).fetchall():
            derive.place(connection, document, standing)
    return View(connection, rooms)
