"""A book is written as plain text and read back to the same claims."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from book_fakes import FINNS, FORUM, NOW, ROOMS, SCHOOL, document, fill
from hypothesis import given
from hypothesis import strategies as st

from pledgebook.book import Book
from pledgebook.book.textform import Problem, Stated, read, write
from pledgebook.model import Claim, Document, Fact, Span, claim_id
from pledgebook.model.schema import LIST_SLOTS, VALUES


def claim_of(text: str) -> Claim:
    """The one claim of a text form whose document line is left out."""
    (stated,), problems = read(f"document d 2024-05-01 publisher=Herald\n{text}")
    assert problems == []
    (claim,) = stated.claims
    return claim


LINES: dict[str, dict[str, Any]] = {
    "figure trade_turnover AZ UZ over 1000000000 USD by 2028 target": {
        **{"indicator": "trade_turnover", "reporter": "AZ", "partner": "UZ", "qualifier": "over"},
        **{"value": 1_000_000_000, "unit": "USD", "end": "2028", "status": "target"},
    },
    'figure freight KE about 1.5..2 t 2023-01..2023-08 "tea in sacks" speaker="Port of Mombasa"': {
        **{"indicator": "freight", "reporter": "KE", "qualifier": "about", "value": 1.5, "high": 2, "unit": "t"},
        **{"start": "2023-01", "end": "2023-08", "of": "tea in sacks", "speaker": "Port of Mombasa"},
    },
    "figure growth -12 percent 2023 reporter=OTS": {
        **{"indicator": "growth", "value": -12, "unit": "percent", "start": "2023", "end": "2023", "reporter": "OTS"},
    },
    "figure gdp 3 USD partner=UZ": {"indicator": "gdp", "value": 3, "unit": "USD", "partner": "UZ"},
    'meeting forum held 2024-04-02 NO,SE "Border Forum" host=SE place=Kiruna': {
        **{"form": "forum", "status": "held", "start": "2024-04-02", "end": "2024-04-02"},
        **{"participants": ("NO", "SE"), "title": "Border Forum", "host": "SE", "place": "Kiruna"},
    },
    'meeting talks planned from 2025 participants=NO,"Ola Berg"': {
        **{"form": "talks", "status": "planned", "start": "2025", "participants": ("NO", "Ola Berg")},
    },
    'instrument agreement signed 2024-03 FI,SE "Ice Road Agreement" topic=roads': {
        **{"form": "agreement", "status": "signed", "date": "2024-03", "parties": ("FI", "SE")},
        **{"title": "Ice Road Agreement", "topic": "roads"},
    },
    'pledge commits NO by 2025 "build a school" counterpart=SE': {
        **{"strength": "commits", "actors": ("NO",), "due": "2025", "action": "build a school", "counterpart": ("SE",)},
    },
    'project school under_construction 2024..2025 "Kiruna school" country=SE parties=()': {
        **{"type": "school", "status": "under_construction", "start": "2024", "due": "2025"},
        **{"name": "Kiruna school", "country": "SE", "parties": ()},
    },
    'movement running 2024 "Ore Train" origin=Kiruna/SE destination=/NO via=Abisko,"Upper Lake" modes=rail,sea': {
        **{"status": "running", "date": "2024", "service": "Ore Train", "origin": {"place": "Kiruna", "country": "SE"}},
        **{"destination": {"country": "NO"}, "via": ("Abisko", "Upper Lake"), "modes": ("rail", "sea")},
    },
}


@pytest.mark.parametrize("line", LINES)
def test_a_claim_is_one_line_of_words(line: str) -> None:
    claim = claim_of(f'2024-05-01 {line}\n  d "so it was said"')
    assert (claim.kind, claim.fact.slots) == (line.split()[0], LINES[line])
    assert claim.words == ("so it was said",)
    document = Document("d", "so it was said", published="2024-05-01")
    assert list(write([Stated(document, (claim,))]))[3] == f"2024-05-01 {line}"


def test_quotes_are_found_in_the_text_or_make_it() -> None:
    given = 'document d -\n  | Ola said: it rains.\n  | It snows.\n- figure share 3 percent\n  d "It snows."\n  d "Ola"'
    ((document, (claim,)),), problems = read(given)
    assert problems == []
    assert document == Document("d", "Ola said: it rains.\nIt snows.")
    assert claim.fact.quotes == (Span(20, 29), Span(0, 3))
    made = claim_of('2024-05-01 figure share 3 percent\n  d:5-8 "abc"\n  d "xyz"')
    assert made.fact.quotes == (Span(5, 8), Span(9, 12))


def test_what_is_usual_stands_with_the_document() -> None:
    given = """document "my doc" 2024 publisher="Daily Herald" lang=fr inferred=yes reader=rules recorded=2026
2024 figure share 3 percent confidence=sure
  "my doc" "trois"
2024 figure share 4 percent reader=people
  "my doc" "quatre"
"""
    ((document, claims),), problems = read(given)
    assert problems == []
    assert document == Document("my doc", "trois\nquatre", "", "Daily Herald", "2024", "fr", "", True)
    about = [(c.reader, c.recorded, c.fact.confidence) for c in claims]
    assert about == [("rules", "2026", "sure"), ("people", "2026", "likely")]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("2024-05-01 rumour", "a claim begins with a date and a kind: meeting"),
        ("2024-06-01 figure share 3 percent", "dated 2024-06-01, its document 2024-05-01"),
        ("2024-05-01 figure share 3 percent colour=red", "colour=red says nothing about a figure here"),
        ("2024-05-01 figure share three percent", "three says nothing about a figure"),
        ("2024-05-01 figure share 3 parsec", "figure.unit cannot be 'parsec'"),
        ("2024-05-01 figure share 3 percent mood=gay", "mood=gay says nothing"),
        ("2024-05-01 figure share 3 percent", "the claim has no quote"),
        ("  | a | b", ""),
        ("  sky", "a quote stands below its claim"),
        ("  d:1-2 sky", "a quote stands below its claim"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_line(line: str, problem: str) -> None:
    _, problems = read(f"document d 2024-05-01\n{line}")
    assert [found.line for found in problems] == ([2] if problem else [])
    assert all(problem in found.what for found in problems)


def test_one_bad_claim_does_not_stop_the_rest() -> None:
    text = 'document d 2024\n2024 gossip\n2024 figure share 3 percent\n  d "three"\n  e "four"\nfoo'
    (stated,), problems = read("2024 figure\n" + text)
    assert len(stated.claims) == 1
    assert [found.line for found in problems] == [1, 3, 6, 7]
    assert problems[0] == Problem(1, "there is no document above this line")


def test_words_that_the_text_does_not_hold_are_no_quote() -> None:
    _, problems = read('document d 2024\n  | It rains.\n2024 figure share 3 percent\n  d:0-3 "Sun"')
    assert [found.what for found in problems] == ['the text does not say "Sun" there']


TEXT = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=12)
DAY = st.sampled_from(("2024", "2024-05", "2024-05-01"))
NUMBER = st.one_of(st.integers(-(10**15), 10**15), st.floats(allow_nan=False, allow_infinity=False))


def _value(kind: str, slot: str) -> st.SearchStrategy[Any]:
    if (kind, slot) in VALUES:
        return st.sampled_from(sorted(VALUES[kind, slot]))
    if slot in LIST_SLOTS:
        return st.lists(st.one_of(st.sampled_from(("AZ", "UZ", "OTS")), TEXT), max_size=3).map(tuple)
    if slot in ("origin", "destination"):
        return st.dictionaries(st.sampled_from(("place", "country")), TEXT, min_size=1)
    if slot in ("start", "end", "date", "due"):
        return DAY
    if slot in ("value", "high"):
        return NUMBER
    return st.sampled_from(("USD", "t", "percent", "MW")) if slot == "unit" else st.one_of(st.just("AZ"), TEXT)


@st.composite
def facts(draw: st.DrawFn, text: str) -> Fact:
    from pledgebook.model.schema import REQUIRED, SLOTS

    kind = draw(st.sampled_from(sorted(SLOTS)))
    chosen = {slot for slot in SLOTS[kind] if slot in REQUIRED[kind] or draw(st.booleans())}
    slots = {slot: draw(_value(kind, slot)) for slot in SLOTS[kind] if slot in chosen}
    ends = sorted(draw(st.sets(st.integers(0, len(text)), min_size=2, max_size=2)))
    return Fact(kind, slots, (Span(*ends),), draw(st.sampled_from(("sure", "likely", "weak"))))


@st.composite
def stated(draw: st.DrawFn) -> Stated:
    text = draw(st.text(st.characters(exclude_categories=("Cs",)), min_size=2, max_size=60))
    words = [draw(st.one_of(st.just(""), TEXT)) for _ in range(3)]
    document = Document(draw(TEXT), text, words[0], words[1], draw(st.one_of(st.just(""), DAY)), "ru", words[2])
    claims = []
    for fact in draw(st.lists(facts(text), max_size=3)):
        who = draw(st.sampled_from((("rules", "2026-01-01T00:00:00Z"), ("Anna B", ""))))
        origin = (document.id, document.published, document.publisher)
        id_ = draw(st.sampled_from((claim_id(document.id, fact), "c0123456789ab")))
        claims.append(Claim(id_, *origin, fact, tuple(fact.words(text)), *who))
    return Stated(document, tuple(claims))


@given(st.lists(stated(), max_size=3))
def test_whatever_is_written_is_read_back_the_same(some: list[Stated]) -> None:
    assert read("\n".join(write(some))) == (some, [])


@given(st.lists(stated(), max_size=3))
def test_without_texts_the_claims_are_the_same(some: list[Stated]) -> None:
    back, problems = read("\n".join(write(some, texts=False)))
    assert problems == []
    assert [one.claims for one in back] == [one.claims for one in some]


def test_a_book_is_written_and_read_into_another(book: Book, tmp_path: Path) -> None:
    fill(book, document("a", SCHOOL, FORUM), document("b", FINNS, FORUM))
    forum = book.claims(kind="meeting")[0].id
    book.decide("correct", forum, who="Anna", why="I was there", recorded=NOW, slots={"host": "NO"})
    again, problems = read("\n".join(book.text()))
    assert problems == []
    assert [claim for one in again for claim in one.claims] == book.claims()
    with Book.open(tmp_path / "other.book", rooms=ROOMS) as other:
        for one in again:
            other.add(one.document, [claim.fact for claim in one.claims], recorded=NOW)
        assert [claim.words for claim in other.claims()] == [claim.words for claim in book.claims()]
        assert [claim.fact.slots for claim in other.claims()] == [claim.fact.slots for claim in book.claims()]
        assert other.document("a") == book.document("a")


def test_a_selection_is_written_without_the_texts(book: Book) -> None:
    fill(book, document("a", SCHOOL, FORUM), document("b", FINNS, FORUM))
    lines = list(book.text(("FI", "SE"), texts=False))
    assert sum(line.startswith("document ") for line in lines) == 1
    assert not any(line.lstrip().startswith("|") for line in lines)
