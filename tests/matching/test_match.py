"""Matching as a specification: what becomes one item, what stays two, and that order never matters."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from pledgebook.matching import match
from pledgebook.model import Claim

from .helpers import claim

FORUMS = [
    claim(
        f"f{n}",
        f"20{20 + n}-01-10",
        "meeting",
        form="forum",
        title=f"{word} Coastal Forum",
        host="SN",
        place="Dakar",
        start=f"20{20 + n}-06-03",
        end=f"20{20 + n}-06-04",
        status=status,
    )
    for n, (word, status) in enumerate([("First", "planned"), ("Second", "planned"), ("First", "held")])
]


def test_two_forums_a_year_apart_stay_two() -> None:
    assert len(match(FORUMS[:2]).items) == 2


BOOK = [
    claim(
        "a",
        "2021-01-01",
        "project",
        type="hospital",
        name="clinic in Mombasa",
        country="KE",
        place="Mombasa",
        parties=("JP",),
        status="planned",
    ),
    claim(
        "b",
        "2022-01-01",
        "project",
        type="hospital",
        name="new clinic",
        country="KE",
        place="Mombasa district",
        status="launched",
    ),
    claim("c", "2022-02-01", "project", type="school", name="nursery", country="KE", place="Mombasa", status="planned"),
    claim(
        "a",
        "2021-01-01",
        "figure",
        "12.5 mln",
        indicator="exports",
        reporter="KE",
        partner="JP",
        value=12500000,
        unit="USD",
        start="2020",
        end="2020",
        status="actual",
    ),
    claim(
        "b",
        "2022-01-01",
        "figure",
        "12.5 mln",
        indicator="imports",
        reporter="JP",
        partner="KE",
        value=12500000,
        unit="USD",
        start="2020-01",
        end="2020-12",
        status="actual",
    ),
    claim(
        "c",
        "2022-02-01",
        "figure",
        "14.1 mln",
        indicator="imports",
        reporter="JP",
        partner="KE",
        value=14100000,
        unit="USD",
        start="2020",
        end="2020",
        status="actual",
    ),
    *FORUMS,
]


@settings(max_examples=50, deadline=None)
@given(st.permutations(BOOK))
def test_order_of_input_never_matters(shuffled: list[Claim]) -> None:
    assert match(shuffled) == match(BOOK)


def test_one_clinic_told_twice_and_a_nursery() -> None:
    kinds = sorted(len(i.claims) for i in match(BOOK).items if i.kind == "project")
    assert kinds == [1, 2]


def test_exports_are_the_other_sides_imports() -> None:
    found = match(BOOK)
    assert sorted(len(i.claims) for i in found.items if i.kind == "figure") == [1, 2]
    assert [len(c.claims) for c in found.conflicts] == [3]


def test_an_item_is_named_by_its_oldest_claim() -> None:
    for item in match(BOOK).items:
        assert item.id == "i" + item.claims[0][1:]
