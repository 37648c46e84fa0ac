"""What a book answers."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from book_fakes import FINNS, FORUM, ROOMS, SCHOOL, SCHOOL_DONE, TRADE, TRADE_TOO, document, fill

from pledgebook.book import Book, BookError
from pledgebook.model import Claim, Matched, Promise, Verdict


def titles(book: Book, *between: str) -> set[str]:
    return {str(claim.get("title") or claim.get("name") or claim.get("indicator")) for claim in book.claims(between)}


def test_claims_of_a_relation_are_those_that_name_both_states(book: Book) -> None:
    fill(book, document("a", FORUM, FINNS))
    assert titles(book, "SE", "NO") == {"Border Forum"}
    assert titles(book, "SE", "FI") == {"Ice Road Agreement"}
    assert titles(book, "FI", "NO") == set()
    assert titles(book, "FI", "NO", "SE") == titles(book, "SE") == {"Border Forum", "Ice Road Agreement"}


def test_a_claim_of_one_state_belongs_where_its_document_is_about_a_pair_with_it(book: Book) -> None:
    fill(book, document("a", FORUM, SCHOOL_DONE, "figure: indicator=gdp; reporter=FI; value=3e11; unit=USD"))
    assert titles(book, "NO", "SE") == {"Border Forum", "Kiruna school"}
    assert titles(book, "FI") == {"gdp"}


def test_a_claim_of_no_state_belongs_to_what_its_document_is_about(book: Book) -> None:
    fill(book, document("a", FORUM, "project: type=plant; name=Ore plant; parties=LKAB; status=planned"))
    assert titles(book, "NO", "SE") == {"Border Forum", "Ore plant"}


def test_a_digest_of_many_pairs_is_about_none_of_them(book: Book) -> None:
    lines = [f"meeting: form=talks; participants={pair}; status=held" for pair in ("DK+IS", "EE+LV", "DK+EE")]
    fill(book, document("a", *lines, "project: type=plant; name=Ore plant; country=DK; status=planned"))
    assert "Ore plant" not in titles(book, "DK", "IS") | titles(book, "DK", "EE")
    assert "Ore plant" in titles(book, "DK")


def test_claims_can_be_asked_by_kind_and_document(book: Book) -> None:
    fill(book, document("a", FORUM, TRADE), document("b", FINNS))
    assert [claim.kind for claim in book.claims(kind="figure")] == ["figure"]
    assert [claim.document for claim in book.claims(document="b")] == ["b"]


def test_relations_are_counted(book: Book) -> None:
    fill(book, document("a", FORUM, TRADE), document("b", FINNS))
    assert book.relations() == [("NO", "SE", 2), ("FI", "SE", 1)]


def test_the_same_thing_in_two_documents_is_one_item_named_by_its_oldest_claim(book: Book) -> None:
    fill(book, document("new", FORUM, published="2024-06-01"), document("old", FORUM, published="2024-04-01"))
    (item,) = book.items(("NO", "SE"))
    oldest = book.claims(document="old")[0].id
    assert item.id == "i" + oldest[1:]
    assert [book.claim(id_).document for id_ in item.claims] == ["old", "new"]
    assert [link.judge for link in item.links] == ["name/1"]
    assert book.item(book.claims(document="new")[0].id) == book.item(item.id) == item


def test_an_item_joined_in_one_relation_is_one_in_all(book: Book) -> None:
    three = "meeting: form=summit; title=Barents Summit; participants=FI+NO+SE; status=held"
    two = "meeting: form=summit; title=Barents Summit; participants=FI+NO; status=held"
    fill(book, document("a", three), document("b", two), document("c", three))
    assert [len(item.claims) for item in book.items()] == [3]
    assert [len(item.claims) for item in book.items(("NO", "SE"))] == [3]


def test_an_item_that_is_not_there_is_told(book: Book) -> None:
    with pytest.raises(BookError, match="no item i123"):
        book.item("i123")
    with pytest.raises(BookError, match="no claim c123"):
        book.claim("c123")
    with pytest.raises(BookError, match="no document x"):
        book.document("x")


def test_figures_of_one_quantity_are_a_series_and_may_conflict(book: Book) -> None:
    fill(book, document("a", TRADE), document("b", TRADE_TOO, FINNS))
    (series,) = book.series(("NO", "SE"), "trade_turnover")
    assert len(series.claims) == 2
    assert [len(conflict.claims) for conflict in book.conflicts(("SE", "NO"))] == [2]
    assert book.conflicts(("FI", "SE")) == book.series(("FI", "SE")) == []


def test_a_promise_is_judged_on_a_day(book: Book) -> None:
    fill(book, document("a", SCHOOL, FORUM))
    ((promise, verdict),) = book.promises(("NO", "SE"), on=date(2025, 6, 1))
    assert (promise.what, verdict.status) == ("Kiruna school", "open")
    assert book.promises(("NO", "SE"), on=date(2026, 6, 1))[0][1].status == "overdue"
    fill(book, document("b", SCHOOL_DONE, FORUM))
    assert book.promises(on=date(2026, 6, 1))[0][1].status == "kept"
    assert book.promises(("FI", "SE"), on=date(2026, 6, 1)) == []


def test_what_a_document_tells_of_a_third_state_bears_on_the_pair_that_it_is_about(book: Book) -> None:
    finnish = SCHOOL.replace("actors=NO; counterpart=SE", "actors=FI; counterpart=SE")
    fill(book, document("a", FORUM, TRADE, finnish), document("b", FORUM, TRADE, SCHOOL_DONE.replace("SE", "FI")))
    ((_, verdict),) = book.promises(("FI", "SE"), on=date(2026, 6, 1))
    assert verdict.status == "kept"
    assert book.promises(("NO", "SE"), on=date(2026, 6, 1)) == []
    assert book.promises(on=date(2026, 6, 1))[0][1] == verdict


def test_what_did_not_change_is_not_judged_again(tmp_path: Path) -> None:
    asked: list[date] = []

    def judge(claims: Sequence[Claim], matched: Matched, on: date) -> list[tuple[Promise, Verdict]]:
        asked.append(on)
        return ROOMS.judge(claims, matched, on)  # type: ignore[return-value]

    june, july = date(2026, 6, 1), date(2026, 7, 1)
    with Book.open(tmp_path / "b", rooms=replace(ROOMS, judge=judge)) as book:
        fill(book, document("a", SCHOOL, FORUM))
        first = book.promises(("NO", "SE"), on=june)
        fill(book, document("b", FINNS))
        assert book.promises(("NO", "SE"), on=june) == first
        assert asked == [june]
        book.promises(("NO", "SE"), on=july)
        fill(book, document("c", SCHOOL_DONE, FORUM))
        assert book.promises(("NO", "SE"), on=june) != first
        assert asked == [june, july, june]
        book.settle()
    with Book.open(tmp_path / "b", rooms=replace(ROOMS, judge=judge), readonly=True) as book:
        book.promises(("NO", "SE"), on=june)
        assert asked == [june, july, june]
        assert book.promises(("NO", "SE"), on=july)[0][1].status == "kept"


def test_the_judges_form_names_claims_by_document_and_quotes(book: Book) -> None:
    fill(book, document("a", SCHOOL), document("b", SCHOOL_DONE, TRADE), document("c", TRADE_TOO))
    out = book.judge_export(date(2026, 6, 1))
    assert out["promises"] == [
        {
            "status": "kept",
            "rule": "by-name/1",
            "claims": [{"doc": "a", "quotes": [SCHOOL]}],
            "evidence": [{"doc": "b", "quotes": [SCHOOL_DONE], "relation": "fulfils"}],
        }
    ]
    assert {item["kind"] for item in out["items"]} == {"pledge", "project", "figure"}
    assert [len(conflict["claims"]) for conflict in out["conflicts"]] == [2]
