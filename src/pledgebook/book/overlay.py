"""A book as it was, laid over the file: the same names, with everything later out of sight.

Invariant: on a connection with an overlay no name leads to anything after the cut. Appended tables are views up to the
cut. Where claims belong is a view too, as long as nobody has said anything since that moved a claim; else it is copied,
and the documents concerned are placed anew. What matching makes is made anew in temporary tables, when it is asked for.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Collection

from pledgebook.book import schema

PLACED = {"face": "claim", "retired": "claim", "claim_scope": "claim", "document_pair": "document"}


def lay(connection: sqlite3.Connection, cut: int, changed: Collection[int]) -> None:
    """Hide what came after line `cut` of the journal, and the documents `changed`, which are to be placed anew."""
    for table in schema.APPENDED:
        line = "seq" if table == "journal" else "entry"
        connection.execute(f"CREATE TEMP VIEW {table} AS SELECT * FROM main.{table} WHERE {line} <= {int(cut)}")
    _hide(connection, changed)
    for statement in schema.derived():
        _make(connection, re.sub(r"REFERENCES \w+ \(\w+\)", "", statement), copied=bool(changed))
    for table, key in PLACED.items():
        seen = f"SELECT * FROM main.{table} WHERE {_seen(connection, key)}"
        connection.execute(f"INSERT INTO {table} {seen}" if changed else f"CREATE TEMP VIEW {table} AS {seen}")
    connection.execute(
        "INSERT INTO scope SELECT scope, '', sum(own) FROM main.claim_scope "
        f"WHERE {_seen(connection, 'claim')} GROUP BY scope"
    )


def _hide(connection: sqlite3.Connection, changed: Collection[int]) -> None:
    connection.execute("CREATE TEMP TABLE hidden_document (document INTEGER PRIMARY KEY)")
    connection.execute("CREATE TEMP TABLE hidden_claim (claim INTEGER PRIMARY KEY)")
    connection.executemany("INSERT INTO hidden_document VALUES (?)", [(number,) for number in sorted(changed)])
    connection.execute(
        "INSERT INTO hidden_claim SELECT c.seq FROM hidden_document h JOIN main.claim c ON c.document = h.document"
    )


def _make(connection: sqlite3.Connection, statement: str, *, copied: bool) -> None:
    """A derived table or index among the temporary ones; the words that can be found stay those of the file."""
    found = re.match(r"\s*CREATE (TABLE|INDEX) (\w+)(?: ON (\w+))?", statement)
    if found is None or (not copied and (found[3] or found[2]) in PLACED):
        return
    if found[1] == "TABLE":
        connection.execute(statement.replace("CREATE TABLE ", "CREATE TEMP TABLE "))
    else:
        connection.execute(statement.replace("CREATE INDEX ", "CREATE INDEX temp."))


def _seen(connection: sqlite3.Connection, key: str) -> str:
    """What holds of the rows of a claim or document that were there, and are not hidden."""
    last = int(connection.execute(f"SELECT coalesce(max(seq), 0) FROM {key}").fetchone()[0])
    return f"{key} <= {last} AND {key} NOT IN (SELECT {key} FROM hidden_{key})"
