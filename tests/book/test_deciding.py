"""What people decide, what follows from it, and how it is undone."""

from datetime import date
from typing import Any

import pytest
from book_fakes import FINNS, FORUM, NOW, SCHOOL, SCHOOL_DONE, TRADE, TRADE_TOO, document, fill

from pledgebook.book import Book, BookError, Decision, Where, derive


def decide(book: Book, act: str, subject: str, **detail: Any) -> Decision:
    return book.decide(act, subject, who="Anna", why="seen in print", recorded=NOW, **detail)


def test_a_rejected_claim_no_longer_stands_but_is_kept(book: Book) -> None:
    fill(book, document("a", TRADE, FORUM), document("b", TRADE_TOO))
    (bad,) = book.claims(document="b")
    assert book.conflicts() != []
    decide(book, "reject", bad.id)
    assert book.claims(document="b") == book.conflicts() == []
    assert book.claims(document="b", where=Where(retired=True)) == [bad]
    assert [len(item.claims) for item in book.items()] == [1, 1]


def test_an_accepted_claim_is_sure(book: Book) -> None:
    fill(book, document("a", FORUM))
    decide(book, "accept", book.claims()[0].id)
    assert book.claims()[0].fact.confidence == "sure"


def test_a_correction_replaces_slots_and_keeps_the_id_and_the_quote(book: Book) -> None:
    fill(book, document("a", FORUM))
    (read,) = book.claims()
    decide(book, "correct", read.id, slots={"participants": ["FI", "SE"], "start": None})
    (now,) = book.claims()
    assert (now.id, now.words, now.get("participants"), now.get("start")) == (read.id, read.words, ("FI", "SE"), None)
    assert book.claims(("NO", "SE")) == []
    assert book.claims(("FI", "SE")) == [now]


def test_a_correction_that_is_no_fact_is_refused(book: Book) -> None:
    fill(book, document("a", FORUM))
    claim = book.claims()[0].id
    with pytest.raises(BookError, match=r"meeting\.form cannot be 'party'"):
        decide(book, "correct", claim, slots={"form": "party"})
    with pytest.raises(BookError, match="meeting lacks status"):
        decide(book, "correct", claim, slots={"status": None})
    assert book.decisions() == []


def test_two_items_are_joined_and_the_join_says_who_and_why(book: Book) -> None:
    other = FORUM.replace("Border Forum", "Forum at the Border")
    fill(book, document("a", FORUM), document("b", other))
    left, right = book.items()
    decide(book, "join", left.id, with_=right.id)
    (one,) = book.items()
    assert one.claims == (*left.claims, *right.claims)
    assert [(link.judge, link.seen) for link in one.links] == [("Anna", "seen in print")]


def test_an_item_is_split_and_stays_split_when_more_comes(book: Book) -> None:
    fill(book, *(document(id_, FORUM) for id_ in "abc"))
    (item,) = book.items()
    decide(book, "split", item.id, claims=[item.claims[2]])
    assert [len(one.claims) for one in book.items()] == [2, 1]
    fill(book, document("d", FORUM))
    apart = [set(one.claims) for one in book.items()]
    assert sum(len(claims) for claims in apart) == 4
    assert not any({item.claims[0], item.claims[2]} <= claims for claims in apart)


def test_of_a_join_and_a_split_the_later_holds(book: Book) -> None:
    fill(book, document("a", FORUM), document("b", FORUM))
    (item,) = book.items()
    left, right = item.claims
    decide(book, "split", item.id, claims=[right])
    decide(book, "join", left, with_=right)
    assert [one.claims for one in book.items()] == [(left, right)]
    decide(book, "split", item.id, claims=[right])
    assert [one.claims for one in book.items()] == [(left,), (right,)]


def test_an_alias_brings_two_names_under_one(book: Book) -> None:
    fill(book, document("a", SCHOOL_DONE), document("b", SCHOOL_DONE.replace("Kiruna school", "Giron school")))
    assert len(book.items()) == 2
    decide(book, "alias", "Giron school", of="Kiruna school")
    assert len(book.items()) == 1
    assert {claim.get("name") for claim in book.claims()} == {"Kiruna school", "Giron school"}


def test_a_verdict_by_a_person_stands_before_the_judges(book: Book) -> None:
    fill(book, document("a", SCHOOL, FORUM))
    ((promise, _),) = book.promises(on=date(2026, 6, 1))
    said = decide(book, "verdict", promise.id, status="withdrawn")
    ((_, verdict),) = book.promises(on=date(2026, 6, 1))
    assert (verdict.status, verdict.rule) == ("withdrawn", f"{said.id} by Anna: seen in print")
    decide(book, "undo", said.id)
    assert book.promises(on=date(2026, 6, 1))[0][1].status == "overdue"


@pytest.mark.parametrize(
    ("act", "detail"),
    [
        ("reject", {}),
        ("accept", {}),
        ("correct", {"slots": {"participants": ["FI", "SE"]}}),
        ("split", {"claims": "last"}),
        ("join", {"with_": "other"}),
    ],
)
def test_each_decision_is_undone_by_another_and_that_by_a_third(book: Book, act: str, detail: dict[str, Any]) -> None:
    fill(book, document("a", FORUM), document("b", FORUM), document("c", FORUM.replace("Border", "Spring"), FINNS))
    item = next(item for item in book.items() if len(item.claims) == 2)
    other = book.claims(document="c", kind="meeting")[0].id
    detail = {"claims": [item.claims[1]]} if "claims" in detail else {"with_": other} if "with_" in detail else detail
    before = book.fingerprint()
    said = decide(book, act, item.claims[0], **detail)
    after = book.fingerprint()
    undo = decide(book, "undo", said.id)
    assert book.fingerprint() == before
    assert [decision.live for decision in book.decisions()] == [False, True]
    decide(book, "undo", undo.id)
    assert book.fingerprint() == after
    with pytest.raises(BookError, match="undone already"):
        decide(book, "undo", undo.id)


@pytest.mark.parametrize(
    ("act", "subject", "detail", "problem"),
    [
        ("praise", "meeting", {}, "there is no decision 'praise'"),
        ("reject", "c404", {}, "no claim c404"),
        ("reject", "meeting", {"slots": {}}, "reject takes nothing beside its subject, not slots"),
        ("join", "meeting", {"with_": "figure"}, "a figure and a meeting cannot be one item"),
        ("join", "meeting", {"with_": "meeting"}, "joined with itself"),
        ("split", "meeting", {"claims": ["meeting"]}, "at least one claim on either side"),
        ("split", "meeting", {"claims": ["figure"]}, "is no claim of"),
        ("correct", "meeting", {"slots": {}}, "at least one slot"),
        ("alias", "Oslo", {"of": "Oslo"}, "two names"),
        ("verdict", "p1", {"status": "fine"}, "cannot be 'fine'"),
        ("undo", "d9", {}, "no decision d9"),
    ],
)
def test_what_cannot_be_decided_is_told_in_a_line(
    book: Book, act: str, subject: str, detail: dict[str, Any], problem: str
) -> None:
    fill(book, document("a", FORUM, TRADE))
    ids = {claim.kind: claim.id for claim in book.claims()}

    def named(value: Any) -> Any:
        return [named(one) for one in value] if isinstance(value, list) else ids.get(str(value), value)

    with pytest.raises(BookError, match=problem):
        decide(book, act, named(subject), **{key: named(value) for key, value in detail.items()})
    assert len(book.journal()) == 1


def test_a_decision_needs_a_name_and_a_reason(book: Book) -> None:
    fill(book, document("a", FORUM))
    with pytest.raises(BookError, match="a name and a reason"):
        book.decide("reject", book.claims()[0].id, who="Anna", why=" ", recorded=NOW)


def test_the_history_of_an_item_tells_what_came_and_what_was_decided(book: Book) -> None:
    fill(book, document("a", FORUM), document("b", FORUM))
    (item,) = book.items()
    said = decide(book, "accept", item.claims[1])
    decide(book, "undo", said.id)
    events = [(event.entry, event.who, event.what) for event in book.history(item.id)]
    assert events == [(1, "rules", "read in a"), (2, "rules", "read in b"), (3, "Anna", "accept (undone)")]
    assert SCHOOL not in str(events)


def test_a_document_can_be_rejected_with_all_its_claims(book: Book) -> None:
    fill(book, document("a", FORUM), document("b", FORUM, TRADE))
    before = book.fingerprint()
    said = decide(book, "reject", "b")
    assert [claim.document for claim in book.claims()] == ["a"]
    assert [item.kind for item in book.items()] == ["meeting"]
    decide(book, "undo", said.id)
    assert book.fingerprint() == before


def test_what_changed_since_a_person_saw_it_is_not_written_over(book: Book) -> None:
    fill(book, document("a", FORUM, TRADE))
    forum, trade = (book.claims(kind=kind)[0].id for kind in ("meeting", "figure"))
    seen = len(book.journal())
    decide(book, "reject", forum, seen=seen)
    with pytest.raises(BookError, match="has changed since you saw it: reject by Anna"):
        decide(book, "accept", forum, seen=seen)
    decide(book, "accept", trade, seen=seen)
    decide(book, "accept", forum, seen=len(book.journal()))


def test_a_decision_that_fails_midway_leaves_nothing_behind(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(book, document("a", FORUM, TRADE))
    forum, trade = (book.claims(kind=kind)[0].id for kind in ("meeting", "figure"))
    with monkeypatch.context() as broken, pytest.raises(RuntimeError):
        broken.setattr(derive, "place_again", lambda *_: (_ for _ in ()).throw(RuntimeError("power cut")))
        decide(book, "reject", forum)
    assert (book.decisions(), len(book.claims())) == ([], 2)
    decide(book, "reject", trade)
    assert [claim.kind for claim in book.claims()] == ["meeting"]
    assert book.verify() == []
