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


def test_a_person_is_asked_where_only_the_parties_and_the_day_agree() -> None:
    told = {"parties": ("Plata Ferries", "Salto Shipyard"), "date": "2022-05-11", "status": "signed"}
    one = claim("a", "2022-05-12", "instrument", form="contract", topic="two ferries", **told)
    other = claim("b", "2022-05-13", "instrument", form="agreement", title="agreement with the shipyard", **told)
    found = match([one, other])
    assert len(found.items) == 2
    assert [(a.left, a.right, a.judge) for a in found.asks] == [(one.id, other.id, "instrument.parties/1")]


def test_what_nearly_joined_is_told_with_what_kept_it_apart() -> None:
    told = {"type": "plant", "name": "cement plant", "country": "MZ", "status": "planned"}
    one = claim("a", "2022-05-12", "project", place="Beira", **told)
    other = claim("b", "2022-05-13", "project", place="Nacala", **told)
    (near,) = match([one, other]).nearly
    assert (near.left, near.right, near.judge) == (one.id, other.id, "project.name-and-place/1")
    assert near.seen.startswith("but not: place")


def test_a_phase_is_part_of_its_whole() -> None:
    told = {"type": "housing", "country": "RW", "place": "Huye", "status": "planned"}
    whole = claim("a", "2022-05-12", "project", name="housing estate", **told)
    phase = claim("b", "2022-05-13", "project", name="first phase of the housing estate", **told)
    found = match([whole, phase])
    assert len(found.items) == 2
    assert [(p.left, p.right) for p in found.parts] == [(phase.id, whole.id)]


def test_the_flows_that_make_up_a_turnover_are_parts_of_it() -> None:
    told = {"reporter": "KE", "partner": "JP", "unit": "USD", "start": "2020", "end": "2020", "status": "actual"}
    numbers = [("trade_turnover", 41.2), ("exports", 11.3), ("imports", 29.9), ("trade_turnover", 44.0)]
    total, *flows, other = (claim("a", "2021", "figure", f"{v}", indicator=i, value=v, **told) for i, v in numbers)
    assert {(p.left, p.right) for p in match([total, *flows, other]).parts} == {(f.id, total.id) for f in flows}
