"""What holds of matching for any claims whatever."""

from __future__ import annotations

from collections import Counter
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from pledgebook.matching import match
from pledgebook.matching.features import order
from pledgebook.model import Claim, Matched

from .helpers import claim

DATES = st.sampled_from(["2021", "2022-03", "2022-03-14", "2022-03-15", "2023-06", "2024"])
STATES = st.sampled_from(["PY", "UY", "AR"])
PLACES = st.sampled_from(["Salto", "Concordia", "Salto–Concordia"])
NAMES = st.sampled_from(
    [
        *("bridge", "new bridge at Salto", "Friendship Bridge", "school No. 1", "school No. 2", "First River Forum"),
        *(
            "second session",
            "agreement on fisheries",
            "River Park, now called Plata Park",
            "Plata Park",
            "mill, phase 1",
        ),
    ]
)
OF = st.sampled_from(["", "beef", "beef and hides", "lorries at Salto", "capital of the fund", "trade"])
PAIRS = st.lists(STATES, min_size=1, max_size=2, unique=True).map(tuple)
KINDS: dict[str, dict[str, st.SearchStrategy[Any]]] = {
    "meeting": {
        "form": st.sampled_from(["forum", "commission", "visit", "state_visit"]),
        "title": NAMES,
        "participants": PAIRS,
        "place": PLACES,
        "start": DATES,
        "status": st.sampled_from(["held", "planned"]),
    },
    "instrument": {
        "form": st.sampled_from(["agreement", "memorandum", "contract"]),
        "title": NAMES,
        "parties": PAIRS,
        "date": DATES,
        "status": st.sampled_from(["signed", "planned", "ratified"]),
    },
    "project": {
        "type": st.sampled_from(["road", "school", "plant", "zone"]),
        "name": NAMES,
        "country": STATES,
        "place": PLACES,
        "status": st.sampled_from(["planned", "launched", "cancelled"]),
    },
    "movement": {
        "service": NAMES,
        "origin": st.builds(lambda p, c: {"place": p, "country": c}, PLACES, STATES),
        "date": DATES,
        "status": st.sampled_from(["done", "running", "planned"]),
    },
    "pledge": {"actors": PAIRS, "action": NAMES, "due": DATES, "strength": st.just("commits")},
    "figure": {
        "indicator": st.sampled_from(["exports", "imports", "trade_turnover", "capacity", "other"]),
        "of": OF,
        "reporter": STATES,
        "partner": STATES,
        "value": st.sampled_from([12, 12.4, 13, 120]),
        "unit": st.just("USD"),
        "start": DATES,
        "status": st.sampled_from(["actual", "target"]),
        "speaker": st.sampled_from(["Statistics Agency of Uruguay", "Ana Cabrera"]),
    },
}
NEEDED = {"form", "status", "type", "name", "actors", "action", "strength", "indicator", "value", "unit"}


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    kind = draw(st.sampled_from(sorted(KINDS)))
    given_slots = {s: v for s, v in KINDS[kind].items() if s in NEEDED or draw(st.booleans())}
    slots = {slot: draw(value) for slot, value in given_slots.items()}
    document = draw(st.sampled_from("abcdef"))
    return claim(document, f"202{ord(document) - 96}-01-01", kind, draw(st.sampled_from(["", "12.4 of 13"])), **slots)


BOOKS = st.lists(claims(), max_size=14, unique_by=lambda c: c.id)


@settings(max_examples=150, deadline=None)
@given(BOOKS, st.randoms(use_true_random=False))
def test_the_order_of_claims_never_matters(book: list[Claim], random: Any) -> None:
    shuffled = list(book)
    random.shuffle(shuffled)
    assert match(shuffled) == match(book)


@settings(max_examples=100, deadline=None)
@given(BOOKS)
def test_items_share_out_the_claims(book: list[Claim]) -> None:
    found = match(book)
    assert Counter(c for item in found.items for c in item.claims) == Counter(c.id for c in book)
    by_id = {c.id: c for c in book}
    for item in found.items:
        members = [by_id[c] for c in item.claims]
        assert members == sorted(members, key=order)
        assert item.id == "i" + item.claims[0][1:]
        assert {c.kind for c in members} == {item.kind}


@settings(max_examples=100, deadline=None)
@given(BOOKS)
def test_links_hold_an_item_together_and_name_their_rule(book: list[Claim]) -> None:
    for item in match(book).items:
        reached = {item.claims[0]}
        for _ in item.claims:
            reached |= {c for link in item.links if reached & {link.left, link.right} for c in (link.left, link.right)}
        assert reached == set(item.claims)
        assert all(link.judge.startswith(item.kind + ".") and link.seen for link in item.links)


@settings(max_examples=100, deadline=None)
@given(BOOKS)
def test_series_share_out_the_figures_and_all_ids_differ(book: list[Claim]) -> None:
    found = match(book)
    figures = Counter(c.id for c in book if c.kind == "figure")
    assert Counter(c for series in found.series for c in series.claims) == figures
    for things in (found.items, found.series, found.conflicts):
        assert len({t.id for t in things}) == len(things)


@settings(max_examples=100, deadline=None)
@given(BOOKS)
def test_what_is_told_of_pairs_lies_between_items(book: list[Claim]) -> None:
    found = match(book)
    home = found.item_of()
    for link in (*found.asks, *found.nearly):
        assert home[link.left].id != home[link.right].id
    assert all(len(set(c.claims)) > 1 for c in found.conflicts)


def test_no_claims() -> None:
    assert match([]) == Matched()
