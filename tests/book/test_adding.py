"""How documents come into a book."""

from dataclasses import replace
from pathlib import Path

import pytest
from book_fakes import FINNS, FORUM, NOW, ROOMS, SCHOOL, TRADE, document, fill, open_book

from pledgebook.book import Book, BookError
from pledgebook.model import Document, Fact, Span


def test_a_document_and_its_claims_stand_in_the_book(book: Book) -> None:
    added = book.add(document("a", "Prose.", SCHOOL, FORUM), recorded=NOW)
    assert (added.document, added.known, len(added.claims)) == ("a", False, 2)
    assert book.claims() == list(added.claims)
    assert book.document("a").text.startswith("Prose.")
    assert [claim.words for claim in added.claims] == [(SCHOOL,), (FORUM,)]
    assert {claim.recorded for claim in added.claims} == {NOW}


def test_the_same_document_again_changes_nothing(book: Book) -> None:
    first = book.add(document("a", SCHOOL), recorded=NOW)
    again = book.add(document("a", SCHOOL), recorded="2027-01-01")
    assert again.known
    assert again.claims == first.claims
    assert len(book.journal()) == 1


def test_another_text_under_the_same_id_is_refused_with_advice(book: Book) -> None:
    fill(book, document("a", SCHOOL))
    with pytest.raises(BookError, match=r"a is in the book with another text; give .* an id of its own \(.*a@\w{6}\)"):
        book.add(document("a", FORUM), recorded=NOW)
    assert len(book.documents()) == 1


def test_given_facts_are_taken_as_they_are(book: Book) -> None:
    text = Document("a", "Rail freight fell to 3 mln tonnes.")
    fact = Fact("figure", {"indicator": "freight", "value": 3_000_000, "unit": "t"}, (Span(0, 34),), "sure")
    (claim,) = book.add(text, [fact], reader="people", recorded=NOW).claims
    assert book.claims() == [claim]
    assert (claim.fact, claim.reader) == (fact, "people")


def test_the_same_fact_twice_is_one_claim(book: Book) -> None:
    text = document("a", FORUM)
    facts = ROOMS.read(text)
    assert len(book.add(text, [*facts, *facts], recorded=NOW).claims) == 1


@pytest.mark.parametrize(
    ("fact", "problem"),
    [
        (Fact("figure", {"indicator": "freight", "value": 3, "unit": "t"}, ()), "no quote"),
        (Fact("figure", {"indicator": "freight", "value": 3, "unit": "t"}, (Span(0, 99),)), "outside the text"),
        (Fact("figure", {"indicator": "freight", "value": 3, "unit": "t"}, (Span(2, 2),)), "outside the text"),
        (Fact("figure", {"indicator": "luck", "value": 3, "unit": "t"}, (Span(0, 2),)), "cannot be 'luck'"),
        (Fact("rumour", {}, (Span(0, 2),)), "unknown kind"),
    ],
)
def test_a_fact_that_may_not_stand_keeps_the_whole_document_out(book: Book, fact: Fact, problem: str) -> None:
    with pytest.raises(BookError, match=problem):
        book.add(Document("a", "Three tonnes."), [fact], recorded=NOW)
    assert book.documents() == []


def test_a_reading_that_dies_leaves_the_book_as_it_was(tmp_path: Path) -> None:
    def read(document: Document) -> list[Fact]:
        raise RuntimeError("the reader fell over")

    rooms = replace(ROOMS, read=read)
    with Book.open(tmp_path / "b", rooms=rooms) as book:
        with pytest.raises(RuntimeError):
            book.add(document("a", SCHOOL), recorded=NOW)
        assert (book.documents(), book.journal()) == ([], [])


def test_a_wrong_instant_is_told(book: Book) -> None:
    with pytest.raises(BookError, match="'yesterday' is no instant"):
        book.add(document("a", SCHOOL), recorded="yesterday")


def test_odd_characters_come_back_as_they_were(book: Book) -> None:
    text = "Zero\x00 width\u200b, line\u2028 end, \U0001f6a2 ships; \r\n done"
    fact = Fact("figure", {"indicator": "freight", "value": 3, "unit": "t"}, (Span(0, len(text)),))
    book.add(Document("a", text), [fact], recorded=NOW)
    assert book.document("a").text == text
    assert book.claims()[0].words == (text,)
    assert book.verify() == []


def test_half_a_character_is_refused(book: Book) -> None:
    with pytest.raises(BookError, match="no character"):
        book.add(Document("a", "broken \ud800 text"), [], recorded=NOW)


def test_what_a_book_holds_is_there_when_it_is_opened_again(tmp_path: Path) -> None:
    with open_book(tmp_path) as book:
        fill(book, document("a", SCHOOL, TRADE), document("b", FINNS))
        claims = book.claims()
    with open_book(tmp_path, readonly=True) as book:
        assert book.claims() == claims
