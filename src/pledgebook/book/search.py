"""Full-text search over documents, quotes and names, ranked, with the words around the best place.

Of words that stand together in more than `queries.PLACES` claims (or documents), the newest so many are ranked.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pledgebook.book import queries
from pledgebook.book.coding import spans_from
from pledgebook.book.documents import Row
from pledgebook.book.records import Hit
from pledgebook.model import Document

AROUND = 60
_WORD = re.compile(r"\w+")


def index_document(connection: sqlite3.Connection, seq: int, document: Document) -> None:
    """Make the words of a document findable."""
    connection.execute(queries.ADD_DOCUMENT_WORDS, (seq, document.title, document.publisher, document.text))


def index_claims(connection: sqlite3.Connection, rows: Iterable[Row]) -> None:
    """Make the names and quotes of claims findable."""
    for row in rows:
        names = " | ".join(_texts(row.claim.fact.slots))
        connection.execute(queries.ADD_CLAIM_WORDS, (row.seq, names, " | ".join(row.claim.words)))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for slot in sorted(value):
            yield from _texts(value[slot])
    elif isinstance(value, tuple):
        for one in value:
            yield from _texts(one)


def expression(words: str) -> str:
    """What a person typed as a query of the index: every word must stand; words in double quotes, together."""
    phrases = [" ".join(_WORD.findall(phrase)) for phrase in re.findall(r'"([^"]*)"|(\S+)', words) for phrase in phrase]
    return " ".join(f'"{phrase}"' for phrase in phrases if phrase)


def find(connection: sqlite3.Connection, words: str, limit: int) -> list[Hit]:
    """The best places for these words, nearest first: claims before documents where they are equally near."""
    query = expression(words)
    if not query:
        return []
    wanted = [word.casefold() for word in _WORD.findall(words)]
    hits = [
        Hit(document, id_, title, snippet(" … ".join(s.cut(text) for s in spans_from(quotes)), wanted), round(score, 6))
        for id_, document, title, quotes, text, score in connection.execute(queries.FIND_CLAIMS, (query, limit))
    ]
    hits += [
        Hit(id_, "", title, snippet(text, wanted), round(score, 6))
        for id_, title, text, score in connection.execute(queries.FIND_DOCUMENTS, (query, limit))
    ]
    return sorted(hits, key=lambda hit: (-hit.score, hit.claim == "", hit.document, hit.claim))[:limit]


def snippet(text: str, wanted: Iterable[str]) -> str:
    """The stretch of a text with most of the wanted words, each in brackets; the beginning where none stands."""
    stems = tuple(word[: max(3, len(word) - 2)] for word in wanted)
    marks = [m.span() for m in _WORD.finditer(text) if m.group().casefold().startswith(stems)]
    if not marks:
        return text[: 2 * AROUND].strip()
    best = max(marks, key=lambda mark: (sum(mark[0] <= b < mark[0] + AROUND * 2 for b, _ in marks), -mark[0]))
    begin, stop = max(0, best[0] - AROUND), min(len(text), best[0] + 2 * AROUND)
    inside = [(b, s) for b, s in marks if begin <= b and s <= stop]
    return _marked(text, begin, stop, inside)


def _marked(text: str, begin: int, stop: int, marks: Iterable[tuple[int, int]]) -> str:
    parts, at = ["…" if begin else ""], begin
    for mark_begin, mark_stop in marks:
        parts += [text[at:mark_begin], "[", text[mark_begin:mark_stop], "]"]
        at = mark_stop
    parts += [text[at:stop], "…" if stop < len(text) else ""]
    return " ".join("".join(parts).split())
