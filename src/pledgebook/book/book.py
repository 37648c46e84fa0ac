"""The book: open it, add documents, decide, ask."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Any

from pledgebook.book import (
    claims,
    copies,
    deciding,
    decisions,
    derive,
    documents,
    export,
    history,
    journal,
    past,
    promises,
    queries,
    rereading,
    search,
    store,
    textform,
    things,
    verify,
)
from pledgebook.book.asking import ALL, EVERYTHING, Page, Where
from pledgebook.book.errors import BookError, told
from pledgebook.book.records import Added, Decision, Entry, Event, Hit, Reread
from pledgebook.book.rooms import Rooms, own_rooms
from pledgebook.book.view import View
from pledgebook.model import Claim, Conflict, Document, Fact, Item, Link, Promise, Series, Verdict

Day = str | int | None
KEPT_PASTS = 4


class Book:
    """One file of documents, claims and decisions, and what follows from them. Open it by `Book.open`.

    Questions take `as_of`: an ISO day or instant, or the number of a line of the journal; the answer is what the
    book knew then. All that can go wrong from outside is a `BookError` of one line.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection, rooms: Rooms, *, readonly: bool) -> None:
        """A book over an open connection; `open` is the way in."""
        self.path = path
        self.readonly = readonly
        self._connection = connection
        self._rooms = rooms
        self._present = View(connection, rooms)
        self._past: dict[int, View] = {}

    @classmethod
    def open(cls, path: str | Path, *, create: bool = True, readonly: bool = False, rooms: Rooms | None = None) -> Book:
        """The book at `path`; made where there is none and `create` allows it. `rooms` are those it calls on."""
        place = Path(path)
        return cls(
            place, store.connect(place, create=create, readonly=readonly), rooms or own_rooms(), readonly=readonly
        )

    def __enter__(self) -> Book:
        """The book itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the book."""
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        for view in (*self._past.values(), self._present):
            view.connection.close()
        self._past.clear()

    # writing

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        if self.readonly:
            raise BookError(f"{self.path} was opened for reading only")
        try:
            with told(self.path), store.transaction(self._connection):
                yield self._connection
        except BaseException:
            self._present.forget()
            raise

    def add(
        self, document: Document, facts: Sequence[Fact] | None = None, *, reader: str = "rules", recorded: str
    ) -> Added:
        """Take in a document with its facts (read here where none are given), at the ISO instant `recorded`.

        The same document again changes nothing. A document of the same id with another text is refused: a text that
        changed is another document, with an id of its own. Nothing is written before all has been read and checked.
        """
        known = self._known(document)
        if known is not None:
            return known
        stated = self._rooms.read(document) if facts is None else facts
        documents.check(document, stated)
        claims = documents.claims_of(document, stated, reader, journal.instant(recorded))
        with self._writing() as connection:
            known = self._known(document)
            if known is not None:
                return known
            number = documents.write(connection, document, claims, reader, recorded)
            rows = documents.fresh_rows(connection, number, claims)
            derive.place(connection, number, rows, self._present.standing())
            search.index_document(connection, number, document)
            search.index_claims(connection, rows)
        return Added(document.id, False, claims)

    def _known(self, document: Document) -> Added | None:
        with told(self.path):
            found = documents.find_document(self._connection, document.id)
            if found is None:
                return None
            if found[1].text != document.text:
                raise BookError(
                    f"{document.id} is in the book with another text; give the new text an id of its own "
                    f"(for example {document.id}@{hashlib.sha256(document.text.encode()).hexdigest()[:6]})"
                )
            return Added(document.id, True, tuple(claims.claims(self._present, (), Where(document=document.id), ALL)))

    def decide(
        self, act: str, subject: str, *, who: str, why: str, recorded: str, seen: int | None = None, **detail: Any
    ) -> Decision:
        """Write down what a person said, and let it take effect. Acts and their details:

        `accept` a claim; `reject` a claim, or a document with all its claims; `correct` a claim (`slots`: slot to new
        value, None to empty it); `join` two claims or items (`with_`: the other); `split` an item (`claims`: those that
        are another thing); `alias` a name (`of`: the name it stands for); set the `verdict` of a promise (`status`);
        `undo` a decision. `seen`, a line of the journal, refuses it where somebody decided about the same since.
        """
        detail = {key.rstrip("_"): value for key, value in detail.items()}
        with self._writing() as connection:
            subject, kept = deciding.resolve(self._present, act, subject, detail, who=who, why=why)
            if seen is not None:
                deciding.check_seen(self._present, subject, kept, seen)
            entry = decisions.write(connection, act, subject, kept, who=who, why=why, recorded=recorded)
            decision = next(d for d in self._present.standing().all if d.id == f"d{entry}")
            touched = deciding.bearing(connection, decision, self._present.standing().all)
            derive.place_again(connection, touched, self._present.standing())
        return decision

    def reread(self, id: str, facts: Sequence[Fact] | None = None, *, reader: str = "rules") -> Reread:
        """What would change if a document were read again (here, where no facts are given). Nothing is written."""
        document = self.document(id)
        stated = self._rooms.read(document) if facts is None else facts
        documents.check(document, stated)
        with told(self.path):
            return rereading.compare(self._connection, document, stated, reader, self._present.standing())

    def rereads(self) -> Iterator[Reread]:
        """Read all documents again with the present reader; those where something would change, oldest first."""
        for id_ in self._ids():
            change = self.reread(id_)
            if change.new or change.gone:
                yield change

    def _ids(self) -> list[str]:
        with told(self.path):
            return [id_ for (id_,) in self._connection.execute(queries.DOCUMENT_IDS)]

    def take(self, change: Reread, *, recorded: str) -> Reread:
        """Take over what reading again gave, as it compares with the book by now; what people decided stays."""
        document = self.document(change.document)
        with self._writing() as connection:
            standing = self._present.standing()
            now = rereading.compare(connection, document, change.facts, change.reader, standing)
            if now.new or now.gone:
                search.index_claims(connection, rereading.write(connection, now, recorded))
                number = connection.execute(queries.DOCUMENT, (document.id,)).fetchone()[0]
                derive.place_again(connection, [number], standing)
        return now

    def backup(self, target: str | Path) -> None:
        """Copy the book into a new file while it is in use."""
        copies.backup(self._connection, Path(target))

    def settle(self) -> None:
        """Derive whatever waits to be derived; questions do so for what they need."""
        with told(self.path):
            self._present.settle()

    def rebuild(self) -> str:
        """Throw away all that is derived and derive it again from the journal; gives `fingerprint()`."""
        with self._writing() as connection:
            derive.clear(connection)
            for (number,) in connection.execute(queries.DOCUMENT_SEQS).fetchall():
                rows = documents.rows_of(connection, number)
                derive.place(connection, number, rows, self._present.standing())
                search.index_document(connection, number, documents.numbered(connection, number))
                search.index_claims(connection, rows)
        return self.fingerprint()

    def fingerprint(self) -> str:
        """A hash over all derived tables, row by row: equal where two books have come to the same."""
        self.settle()
        with told(self.path):
            return derive.fingerprint(self._connection)

    # asking

    def _at(self, as_of: Day) -> View:
        cut = journal.head(self._connection)[0] if as_of is None else journal.cut(self._connection, as_of)
        if as_of is None and not (self.readonly and self._present.unsettled(None)):
            return self._present
        if cut not in self._past:
            if len(self._past) >= KEPT_PASTS:
                self._past.pop(next(iter(self._past))).connection.close()
            self._past[cut] = past.view(self.path, cut, self._rooms)
        return self._past[cut]

    def documents(self, *, as_of: Day = None) -> list[Document]:
        """All documents, oldest first."""
        with told(self.path):
            return claims.all_documents(self._at(as_of))

    def document(self, id: str, *, as_of: Day = None) -> Document:
        """One document."""
        with told(self.path):
            return claims.one_document(self._at(as_of), id)

    def claims(
        self,
        between: Sequence[str] = (),
        kind: str | None = None,
        document: str | None = None,
        *,
        where: Where = EVERYTHING,
        page: Page = ALL,
        as_of: Day = None,
    ) -> list[Claim]:
        """The claims of a relation (a pair, a group, one state, or all), oldest document first, under filters."""
        where = where.narrowed(kind, document)
        with told(self.path):
            return claims.claims(self._at(as_of), between, where, page)

    def count(
        self, between: Sequence[str] = (), *, where: Where = EVERYTHING, most: int | None = None, as_of: Day = None
    ) -> int:
        """How many claims of a relation there are under filters; counting stops at `most`."""
        with told(self.path):
            return claims.count(self._at(as_of), between, where, most)

    def claim(self, id: str, *, as_of: Day = None) -> Claim:
        """One claim, whether it stands or not."""
        with told(self.path):
            return claims.one_claim(self._at(as_of), id)

    def relations(self, *, as_of: Day = None) -> list[tuple[str, str, int]]:
        """Every pair of states that claims belong to, with their number, the fullest first."""
        with told(self.path):
            return claims.relations(self._at(as_of))

    def items(
        self, between: Sequence[str] = (), kind: str | None = None, *, page: Page = ALL, as_of: Day = None
    ) -> list[Item]:
        """The things in the world that claims speak of, oldest first."""
        with told(self.path):
            return things.items(self._at(as_of), between, kind, page)

    def item(self, id: str, *, as_of: Day = None) -> Item:
        """One item, by its id, by an id that it had before, or by that of one of its claims."""
        with told(self.path):
            return things.item(self._at(as_of), id)

    def series(self, between: Sequence[str] = (), indicator: str | None = None, *, as_of: Day = None) -> list[Series]:
        """The figures of a relation, by what they measure."""
        with told(self.path):
            return things.series(self._at(as_of), between, indicator)

    def conflicts(self, between: Sequence[str] = (), *, as_of: Day = None) -> list[Conflict]:
        """The claims of a relation that cannot all be true."""
        with told(self.path):
            return things.conflicts(self._at(as_of), between)

    def asks(self, between: Sequence[str] = (), *, as_of: Day = None) -> list[Link]:
        """The pairs of claims of which a person should say whether they are one thing, and nobody has yet."""
        with told(self.path):
            return things.asks(self._at(as_of), between)

    def nearly(self, id: str, *, as_of: Day = None) -> list[Link]:
        """What nearly made other claims one with those of an item, and what kept them apart."""
        with told(self.path):
            return things.nearly(self._at(as_of), id)

    def parts(self, between: Sequence[str] = (), *, as_of: Day = None) -> list[Link]:
        """Figures that are parts of others: from the part's claim to the whole's, so that no sum counts twice."""
        with told(self.path):
            return things.links(self._at(as_of), derive.PART, between)

    def promises(self, between: Sequence[str] = (), *, on: date, as_of: Day = None) -> list[tuple[Promise, Verdict]]:
        """What had become of every promise of a relation on the day `on`, by what the book knew `as_of`."""
        with told(self.path):
            return promises.promises(self._at(as_of), between, on)

    def find(self, words: str, *, limit: int = 20, as_of: Day = None) -> list[Hit]:
        """Where all these words stand in documents, quotes and names, nearest first; "in quotes": side by side."""
        with told(self.path):
            return search.find(self._at(as_of).connection, words, limit)

    def decisions(self, *, as_of: Day = None) -> list[Decision]:
        """Every decision, oldest first."""
        with told(self.path):
            return list(self._at(as_of).standing().all)

    def history(self, id: str, *, as_of: Day = None) -> list[Event]:
        """What happened to an item: its claims as they came in, and what people decided about them."""
        with told(self.path):
            return history.history(self._at(as_of), id)

    def journal(self) -> list[Entry]:
        """Every line of the journal, oldest first."""
        with told(self.path):
            return list(journal.entries(self._connection))

    def judge_export(self, on: date) -> dict[str, Any]:
        """Promises, items and conflicts in the form that evaluation/judge.py takes."""
        with told(self.path):
            return export.for_judge(self._at(None), on)

    def text(
        self, between: Sequence[str] = (), kind: str | None = None, *, texts: bool = True, as_of: Day = None
    ) -> Iterator[str]:
        """The lines of the text form (`textform`) of the claims of a relation, with or without the documents' texts."""
        view = self._at(as_of)
        return textform.write(self._stated(view, between, kind), texts=texts)

    def _stated(self, view: View, between: Sequence[str], kind: str | None) -> Iterator[textform.Stated]:
        """Each document with its claims of a relation and kind, one at a time."""
        with told(self.path):
            for (id_,) in view.connection.execute(queries.DOCUMENT_IDS).fetchall():
                found = claims.claims(view, between, Where(kind=kind, document=id_), ALL)
                if found or not (between or kind):
                    yield textform.Stated(claims.one_document(view, id_), tuple(found))

    def verify(self) -> list[str]:
        """One line for each thing that is wrong with file, journal or quotes; empty for a book that is whole."""
        with told(self.path):
            return list(verify.problems(self._connection))
