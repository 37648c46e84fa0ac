"""Whether a book is whole: the file, the chain of the journal, what each line brought, and every quote in its text."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from pledgebook.book import decisions, documents, journal, queries
from pledgebook.book.coding import digest, spans_from
from pledgebook.book.records import Entry


def problems(connection: sqlite3.Connection) -> Iterator[str]:
    """One line for each thing that is wrong; none for a book that is whole."""
    damage = list(_damage(connection))
    yield from damage
    if not damage:
        yield from (f"a row of {table} points at nothing" for table, *_ in connection.execute(queries.ORPHANS))
        yield from _chain(connection)


def _damage(connection: sqlite3.Connection) -> Iterator[str]:
    try:
        for (lines,) in connection.execute(queries.INTEGRITY):
            yield from (f"the file is damaged: {line}" for line in lines.splitlines() if line != "ok")
    except sqlite3.DatabaseError as error:
        yield f"the file is damaged: {error}"


def _chain(connection: sqlite3.Connection) -> Iterator[str]:
    before, expected = "", 1
    for entry in journal.entries(connection):
        if entry.seq != expected:
            yield f"journal line {expected} is missing"
        line = (entry.seq, entry.recorded, entry.who, entry.act, entry.subject, entry.digest)
        if journal.chained(before, *line) != entry.hash:
            yield f"journal line {entry.seq} does not follow from the line before it"
        yield from _content(connection, entry)
        before, expected = entry.hash, entry.seq + 1


def _content(connection: sqlite3.Connection, entry: Entry) -> Iterator[str]:
    check = {journal.ADD: _added, journal.REREAD: _reread, journal.DECIDE: _decided}[entry.act]
    yield from check(connection, entry)


def _added(connection: sqlite3.Connection, entry: Entry) -> Iterator[str]:
    row = connection.execute(queries.DOCUMENT_OF_ENTRY, (entry.seq,)).fetchone()
    if row is None:
        yield f"journal line {entry.seq} adds {entry.subject}, but the document is not there"
        return
    document = documents.document_from(row)
    claims = [list(claim) for claim in connection.execute(queries.CLAIMS_OF_ENTRY, (entry.seq,))]
    if documents.added_digest(document, claims) != entry.digest:
        yield f"journal line {entry.seq}: {document.id} or its claims are not what was added"
    yield from _quotes(document.text, claims)


def _quotes(text: str, claims: list[list[str]]) -> Iterator[str]:
    for id_, _, _, quotes, _ in claims:
        spans = spans_from(quotes)
        if not spans or not all(0 <= span.begin < span.stop <= len(text) for span in spans):
            yield f"claim {id_} has no quote in its document"


def _reread(connection: sqlite3.Connection, entry: Entry) -> Iterator[str]:
    claims = [list(claim) for claim in connection.execute(queries.CLAIMS_OF_ENTRY, (entry.seq,))]
    stands = [list(row) for row in connection.execute(queries.STANDING_OF_ENTRY, (entry.seq,))]
    if digest([claims, stands]) != entry.digest:
        yield f"journal line {entry.seq}: the second reading of {entry.subject} is not what was recorded"
    found = documents.find_document(connection, entry.subject)
    if found:
        yield from _quotes(found[1].text, claims)


def _decided(connection: sqlite3.Connection, entry: Entry) -> Iterator[str]:
    row = connection.execute(queries.DECISION_OF_ENTRY, (entry.seq,)).fetchone()
    if row is None or decisions.decided_digest(*row) != entry.digest:
        yield f"journal line {entry.seq}: the decision on {entry.subject} is not what was recorded"
