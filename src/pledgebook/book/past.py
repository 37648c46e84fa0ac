"""The book as it was: every question can be asked of it as of a past line of the journal.

The past is a view over the same file in which nothing later is to be seen, with its own derived tables in memory; the
questions are the same. A book that may only be read and is not settled is asked in this way as of its newest line.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from pledgebook.book import decisions, derive, overlay, queries, store
from pledgebook.book.deciding import bearing
from pledgebook.book.rooms import Rooms
from pledgebook.book.view import View


def view(path: Path, cut: int, rooms: Rooms) -> View:
    """The book at `path` as it was when line `cut` of its journal was the newest."""
    connection = store.connect(path, create=False, readonly=True)
    connection.execute("PRAGMA foreign_keys = OFF")
    with store.transaction(connection):
        changed = _changed_since(connection, cut)
        overlay.lay(connection, cut, changed)
        standing = decisions.standing(decisions.load(connection))
        derive.place_again(connection, changed, standing)
    return View(connection, rooms)


def _changed_since(connection: sqlite3.Connection, cut: int) -> set[int]:
    """The documents whose claims may belong elsewhere by now than they did then: read again since, or decided about."""
    changed = {number for (number,) in connection.execute(queries.REREAD_SINCE, (cut,))}
    every = decisions.load(connection)
    later = [decision for decision in every if int(decision.id[1:]) > cut]
    return changed.union(*(bearing(connection, decision, every) for decision in later))
