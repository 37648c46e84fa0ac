"""Reading a document again: what a present reader sees otherwise, shown before it is taken over.

Rule `keeps/1`: a claim that a person accepted or corrected stands whatever a later reader says, and a fact of the same
kind from the same first quote is not taken beside it. What a person rejected stays rejected while it reads the same.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from pledgebook.book import documents, journal, queries
from pledgebook.book.coding import digest
from pledgebook.book.decisions import Standing
from pledgebook.book.documents import Row, claim_content
from pledgebook.book.records import Reread
from pledgebook.model import Document, Fact, Span


def compare(
    connection: sqlite3.Connection, document: Document, facts: Sequence[Fact], reader: str, standing: Standing
) -> Reread:
    """What would change if these facts were what the document says."""
    rows, dropped = _rows(connection, document)
    held = [row for row in rows if row.claim.id in standing.accepted or row.claim.id in standing.corrected]
    taken = {_place(row.claim.kind, row.claim.fact) for row in held}
    known = {row.claim.id: row for row in rows}
    read = {claim.id: claim for claim in documents.claims_of(document, facts, reader, "")}
    wanted = {id_: c for id_, c in read.items() if id_ in known or _place(c.kind, c.fact) not in taken}
    held_ids = {row.claim.id for row in held}
    now = [row for row in rows if row.seq not in dropped]
    return Reread(
        document=document.id,
        reader=reader,
        facts=tuple(facts),
        new=tuple(c for id_, c in wanted.items() if id_ not in known or known[id_].seq in dropped),
        gone=tuple(r.claim for r in now if r.claim.id not in wanted and r.claim.id not in held_ids),
        kept=tuple(r.claim for r in now if r.claim.id in wanted or r.claim.id in held_ids),
    )


def _rows(connection: sqlite3.Connection, document: Document) -> tuple[list[Row], set[int]]:
    found = connection.execute(queries.DOCUMENT, (document.id,)).fetchone()
    return documents.rows_of(connection, found[0]), {seq for (seq,) in connection.execute(queries.DROPPED, found[:1])}


def _place(kind: str, fact: Fact) -> tuple[str, Span]:
    return kind, fact.quotes[0]


def write(connection: sqlite3.Connection, change: Reread, recorded: str) -> list[Row]:
    """Append a change to journal and tables; the rows of the claims that had not been in the book before."""
    number = connection.execute(queries.DOCUMENT, (change.document,)).fetchone()[0]
    before = {id_: seq for seq, id_ in connection.execute(queries.CLAIM_IDS_OF_DOCUMENT, (number,))}
    fresh = [claim for claim in change.new if claim.id not in before]
    stands = sorted(
        [(before[c.id], c.id, 0) for c in change.gone] + [(before[c.id], c.id, 1) for c in change.new if c.id in before]
    )
    entry = journal.append(
        connection,
        recorded=recorded,
        who=change.reader,
        act=journal.REREAD,
        subject=change.document,
        digest=digest([[claim_content(claim) for claim in fresh], [[id_, word] for _, id_, word in stands]]),
    )
    documents.write_claims(connection, entry, number, fresh)
    connection.executemany(queries.ADD_STANDING, [(entry, seq, word) for seq, _, word in stands])
    return documents.fresh_rows(connection, number, fresh)
