"""A document is read again: shown first, then taken over, and people's decisions stay."""

from dataclasses import replace
from pathlib import Path

from book_fakes import FORUM, NOW, ROOMS, SCHOOL, TRADE, document, fill, open_book, read

from pledgebook.book import Book, Where
from pledgebook.model import Document, Fact

FORUM_MOVED = FORUM.replace("host=SE", "host=NO")


def facts_of(book: Book, id_: str, **changes: object) -> list[Fact]:
    """The facts of a document as another reader might see them: meetings with these slots changed."""
    facts = read(book.document(id_))
    return [Fact(f.kind, {**f.slots, **changes} if f.kind == "meeting" else f.slots, f.quotes) for f in facts]


def test_reading_again_with_the_same_reader_changes_nothing(book: Book) -> None:
    fill(book, document("a", SCHOOL, FORUM))
    change = book.reread("a")
    assert (change.new, change.gone, len(change.kept)) == ((), (), 2)
    book.take(change, recorded=NOW)
    assert len(book.journal()) == 1


def test_what_would_change_is_shown_and_nothing_is_written(book: Book) -> None:
    fill(book, document("a", SCHOOL, FORUM))
    change = book.reread("a", facts_of(book, "a", host="NO"), reader="rules/2")
    assert [claim.get("host") for claim in change.new] == ["NO"]
    assert [claim.get("host") for claim in change.gone] == ["SE"]
    assert [claim.kind for claim in change.kept] == ["pledge"]
    assert [claim.get("host") for claim in book.claims(kind="meeting")] == ["SE"]


def test_what_is_taken_over_stands_and_what_went_is_kept(book: Book) -> None:
    fill(book, document("a", SCHOOL, FORUM), document("b", FORUM))
    (before,) = book.claims(kind="meeting", document="a")
    book.take(book.reread("a", facts_of(book, "a", host="NO"), reader="rules/2"), recorded=NOW)
    (now,) = book.claims(kind="meeting", document="a")
    assert (now.get("host"), now.reader, before.reader) == ("NO", "rules/2", "rules")
    assert before in book.claims(where=Where(retired=True))
    assert now.id in book.items(kind="meeting")[0].claims
    assert before.id not in book.items(kind="meeting")[0].claims
    assert [claim.get("host") for claim in book.claims(kind="meeting", document="a", as_of=2)] == ["SE"]
    assert book.verify() == []


def test_a_claim_that_went_may_come_back(book: Book) -> None:
    fill(book, document("a", FORUM))
    (before,) = book.claims()
    book.take(book.reread("a", facts_of(book, "a", host="NO")), recorded=NOW)
    book.take(book.reread("a"), recorded=NOW)
    assert book.claims() == [before]
    assert [len(book.claims(as_of=n)) for n in (1, 2, 3)] == [1, 1, 1]
    assert book.verify() == []
    assert book.rebuild() == book.fingerprint()


def test_what_a_person_accepted_or_corrected_stays(book: Book) -> None:
    fill(book, document("a", FORUM, TRADE))
    by_kind = {claim.kind: claim.id for claim in book.claims()}
    book.decide("accept", by_kind["figure"], who="Anna", why="I was there", recorded=NOW)
    book.decide("correct", by_kind["meeting"], who="Anna", why="I was there", recorded=NOW, slots={"host": "FI"})
    change = book.take(book.reread("a", facts_of(book, "a", host="NO")[:1]), recorded=NOW)
    assert (change.new, change.gone) == ((), ())
    assert {claim.kind: claim.get("host") for claim in book.claims()} == {"meeting": "FI", "figure": None}


def test_what_a_person_rejected_stays_rejected_while_it_reads_the_same(book: Book) -> None:
    fill(book, document("a", FORUM))
    book.decide("reject", book.claims()[0].id, who="Anna", why="no such thing", recorded=NOW)
    book.take(book.reread("a"), recorded=NOW)
    assert book.claims() == []
    book.take(book.reread("a", facts_of(book, "a", host="NO")), recorded=NOW)
    assert [claim.get("host") for claim in book.claims()] == ["NO"]


def test_all_documents_are_read_again_and_only_changes_are_shown(tmp_path: Path) -> None:
    with open_book(tmp_path) as book:
        fill(book, document("a", SCHOOL), document("b", FORUM, TRADE))
        assert list(book.rereads()) == []

    def better(read_document: Document) -> list[Fact]:
        return [fact for fact in read(read_document) if fact.kind != "figure"]

    with Book.open(tmp_path / "test.book", rooms=replace(ROOMS, read=better)) as book:
        (change,) = book.rereads()
        assert (change.document, [claim.kind for claim in change.gone]) == ("b", ["figure"])
        book.take(change, recorded=NOW)
        assert list(book.rereads()) == []
