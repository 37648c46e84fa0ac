"""Documents and their claims: how they come into the book, and how they are taken out of its rows again."""

from __future__ import annotations

import re
import sqlite3
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from math import isfinite
from typing import Any

from pledgebook.book import journal, queries
from pledgebook.book.coding import canonical, digest, slots_from, spans_from, spans_to
from pledgebook.book.errors import BookError
from pledgebook.model import Claim, Document, Fact, check_slots, claim_id

_HALF = re.compile("[\ud800-\udfff]")


def document_from(row: Sequence[Any]) -> Document:
    """A document out of its row, the number first."""
    _, id_, text, title, publisher, published, lang, address, inferred = row
    return Document(id_, text, title, publisher, published, lang, address, bool(inferred))


def find_document(connection: sqlite3.Connection, id_: str) -> tuple[int, Document] | None:
    """Number and document, or None where the book has no document of that id."""
    row = connection.execute(queries.DOCUMENT, (id_,)).fetchone()
    return (row[0], document_from(row)) if row else None


def numbered(connection: sqlite3.Connection, number: int) -> Document:
    """The document with this number."""
    return document_from(connection.execute(queries.DOCUMENT_NUMBERED, (number,)).fetchone())


def check(document: Document, facts: Iterable[Fact]) -> None:
    """Raise `BookError` for the first thing that may not stand in a book."""
    for problem in _problems(document, facts):
        raise BookError(f"{document.id or 'a document'} was not added: {problem}")


def _problems(document: Document, facts: Iterable[Fact]) -> Iterator[str]:
    if not document.id:
        yield "it has no id"
    for name, value in asdict(document).items():
        if isinstance(value, str) and _HALF.search(value):
            yield f"its {name} holds half a character (a lone surrogate), which is no character"
    for fact in facts:
        yield from check_slots(fact.kind, fact.slots)
        if not fact.quotes:
            yield f"{fact.kind} has no quote"
        if not all(0 <= quote.begin < quote.stop <= len(document.text) for quote in fact.quotes):
            yield f"{fact.kind} has a quote outside the text"
        if any(isinstance(value, float) and not isfinite(value) for value in fact.slots.values()):
            yield f"{fact.kind} has a value that is no number"


def claims_of(document: Document, facts: Iterable[Fact], reader: str, recorded: str) -> tuple[Claim, ...]:
    """The claims that facts become; the same fact twice is one claim."""
    made: dict[str, Claim] = {}
    for fact in facts:
        id_ = claim_id(document.id, fact)
        words = tuple(fact.words(document.text))
        made.setdefault(
            id_, Claim(id_, document.id, document.published, document.publisher, fact, words, reader, recorded)
        )
    return tuple(made.values())


def claim_content(claim: Claim) -> list[Any]:
    """What the journal's digest covers of a claim."""
    return _content(
        claim.id, claim.kind, canonical(claim.fact.slots), spans_to(claim.fact.quotes), claim.fact.confidence
    )


def _content(id_: str, kind: str, slots: str, quotes: str, confidence: str) -> list[Any]:
    return [id_, kind, slots, quotes, confidence]


def added_digest(document: Document, claims: Iterable[list[Any]]) -> str:
    """The digest of a journal line that brings a document with its claims."""
    return digest({"document": asdict(document), "claims": list(claims)})


def write(
    connection: sqlite3.Connection, document: Document, claims: Sequence[Claim], reader: str, recorded: str
) -> int:
    """Append a document with its claims to journal and tables, and to the words that can be found; its number."""
    content = added_digest(document, map(claim_content, claims))
    entry = journal.append(
        connection, recorded=recorded, who=reader, act=journal.ADD, subject=document.id, digest=content
    )
    row = (
        *(entry, document.id, document.title, document.publisher, document.published),
        *(int(document.published_inferred), document.lang, document.address, document.text),
    )
    number = int(connection.execute(queries.ADD_DOCUMENT, row).fetchone()[0])
    write_claims(connection, entry, number, claims)
    return number


def write_claims(connection: sqlite3.Connection, entry: int, document: int, claims: Iterable[Claim]) -> None:
    """Append claims under a line of the journal."""
    connection.executemany(queries.ADD_CLAIM, [(entry, document, *claim_content(claim)) for claim in claims])


@dataclass(frozen=True, slots=True)
class Row:
    """A claim with the numbers of its row and of its document's."""

    seq: int
    document: int
    claim: Claim


class Texts:
    """The texts of the documents used last, so that quotes are cut without reading a text once for every claim."""

    def __init__(self, connection: sqlite3.Connection, keep: int = 64) -> None:
        """Keep so many texts at most."""
        self._connection = connection
        self._keep = keep
        self._texts: OrderedDict[int, str] = OrderedDict()

    def of(self, document: int) -> str:
        """The text of the document with this number."""
        if document in self._texts:
            self._texts.move_to_end(document)
        else:
            self._texts[document] = self._connection.execute(queries.DOCUMENT_TEXT, (document,)).fetchone()[0]
            if len(self._texts) > self._keep:
                self._texts.popitem(last=False)
        return self._texts[document]


def rows(connection: sqlite3.Connection, query: str, values: Sequence[Any] = ()) -> Iterator[Row]:
    """The claims that a query of `queries` selects, as their documents state them."""
    texts = Texts(connection)
    for row in connection.execute(query, values):
        seq, id_, kind, slots, quotes, confidence, number, document, published, publisher, reader, recorded = row
        fact = Fact(kind, slots_from(slots), spans_from(quotes), confidence)
        words = tuple(fact.words(texts.of(number)))
        yield Row(seq, number, Claim(id_, document, published, publisher, fact, words, reader, recorded))


def rows_of(connection: sqlite3.Connection, document: int) -> list[Row]:
    """The claims of a document, whether they stand or not, in the order in which they came."""
    return list(rows(connection, queries.CLAIMS_OF_DOCUMENT, (document,)))


def fresh_rows(connection: sqlite3.Connection, document: int, claims: Iterable[Claim]) -> list[Row]:
    """The rows of claims that have just been written."""
    numbers = {id_: seq for seq, id_ in connection.execute(queries.CLAIM_IDS_OF_DOCUMENT, (document,))}
    return [Row(numbers[claim.id], document, claim) for claim in claims]
