"""Projects: what a text tells of an undertaking, by short texts with the slots that follow."""

from __future__ import annotations

from typing import Any

import pytest

from pledgebook.model import Document, Fact
from pledgebook.reading import read

DAY = "2024-06-15"


def projects(text: str, published: str = DAY) -> list[Fact]:
    """The projects of a text."""
    document = Document(id="t", title="", publisher="", published=published, lang="en", text=text)
    return [fact for fact in read(document) if fact.kind == "project"]


ONE: list[tuple[str, dict[str, Any]]] = [
    # Planned: the future in all its forms.
    (
        "Egypt will build a hospital in Juba by March 2026.",
        {"type": "hospital", "place": "Juba", "country": "SS", "status": "planned", "due": "2026-03"},
    ),
    ("A museum is to be opened in Tunis in 2025.", {"type": "cultural", "status": "planned", "due": "2025"}),
    ("Kenya plans to open a consulate in Goma by the end of 2025.", {"type": "other", "place": "Goma", "due": "2025"}),
    ("A new school opens in Gaborone in September 2024.", {"type": "school", "status": "planned"}),
    ("The solar park in Yazd remains at the design stage.", {"type": "energy", "place": "Yazd", "status": "planned"}),
    ("The airport in Dili will be completed by 2027.", {"type": "airport", "country": "TL", "due": "2027"}),
    ("A dry port is going to be built in Mbeya.", {"type": "logistics", "place": "Mbeya", "status": "planned"}),
    # Under way.
    ("A bridge is being built at Brazzaville.", {"type": "road", "status": "under_construction"}),
    (
        "Construction of a power plant in Ghazni began in May 2023.",
        {"type": "energy", "status": "under_construction", "start": "2023-05"},
    ),
    ("The cement plant in Beira is 60 percent complete.", {"type": "plant", "status": "under_construction"}),
    ("The foundation stone of a mosque in Lilongwe was laid in April 2024.", {"status": "under_construction"}),
    ("The railway from Maputo to Harare is under construction.", {"type": "railway", "status": "under_construction"}),
    ("Italian builders have begun to build a stadium in Asmara.", {"status": "under_construction"}),
    ("Works on the Mzuzu–Karonga road started in January 2024.", {"type": "road", "status": "under_construction"}),
    # Done.
    (
        "A clinic was opened in Nukualofa on 3 June 2024.",
        {"type": "hospital", "status": "launched", "start": "2024-06-03"},
    ),
    ("The port of Berbera was inaugurated in 2021.", {"type": "port", "status": "launched", "start": "2021"}),
    ("The gas pipeline to Sofia was put into operation in 2022.", {"type": "pipeline", "status": "launched"}),
    ("The hydropower plant at Bujagali has been completed.", {"type": "energy", "status": "completed"}),
    ("The library in Apia is complete.", {"type": "cultural", "status": "completed"}),
    # At work.
    (
        "The sugar factory in Jinja has been working since 2019.",
        {"type": "plant", "status": "operating", "start": "2019"},
    ),
    ("The wind farm near Nouakchott is in operation.", {"type": "energy", "status": "operating"}),
    ("The Busia border crossing is open round the clock.", {"type": "other", "status": "operating"}),
    # Given up.
    ("The plan for a refinery in Kribi has been cancelled.", {"type": "plant", "status": "cancelled"}),
    ("The dam on the Rufiji has been suspended.", {"type": "energy", "status": "suspended"}),
    ("The oil pipeline from Juba to Lamu is frozen.", {"type": "pipeline", "status": "suspended"}),
    # Agreed and offered.
    ("Ghana and Benin agreed to set up a joint fund.", {"type": "fund", "status": "agreed"}),
    ("Peru proposed to Bolivia to establish a free trade zone at Ilo.", {"type": "zone", "status": "proposed"}),
    # What it is of.
    ("The 400 kV Kigali–Goma line was energised in May 2024.", {"type": "energy", "name": "400 kV Kigali–Goma line"}),
    ("A 50 MW plant at Naivasha is being built.", {"type": "energy", "place": "Naivasha"}),
    (
        "Proton launched the production of Saga cars in Karachi in 2023.",
        {"type": "plant", "name": "production of Saga cars in Karachi", "status": "launched", "start": "2023"},
    ),
    (
        "The Entebbe–Jinja section of the railway was opened in March 2024.",
        {"type": "railway", "name": "Entebbe–Jinja section of the railway", "start": "2024-03"},
    ),
    ("School No. 12 in Aden reopened on May 5, 2024.", {"type": "school", "name": "School No. 12 in Aden"}),
    ("A One-Stop Border Post at Namanga was opened in 2018.", {"name": "One-Stop Border Post at Namanga"}),
    # The fund and the line of two states lie in none of them.
    (
        "Oman and Tanzania agreed to establish a joint investment fund.",
        {"type": "fund", "country": None, "place": None},
    ),
    # Who builds.
    (
        "Poland will build a school in Kassala by 2026.",
        {"country": "SD", "parties": ("PL",), "status": "planned"},
    ),
    (
        "In March 2024 Hyundai opened a plant in Accra.",
        {"country": "GH", "parties": ("Hyundai",), "start": "2024-03"},
    ),
    # The second of two nouns is the place of the first.
    ("A branch of the University of Malta will open in Kampala in 2025.", {"place": "Kampala", "country": "UG"}),
    # Told by the way and told in earnest.
    (
        "The hospital which Kuwait built in Dakar has been operating since 2020.",
        {"type": "hospital", "status": "operating", "start": "2020"},
    ),
    # Carried on by the sentences that follow.
    (
        "A cement plant will be built in Moundou by 2027. Construction began in May 2024.",
        {"status": "under_construction", "start": "2024-05", "due": "2027"},
    ),
    (
        "Turkish builders are putting up a school in Kolda. It is due to open in 2025.",
        {"type": "school", "status": "under_construction", "due": "2025"},
    ),
    (
        "The bridge at Rosso is being built by a Chinese company. The bridge is to be finished in 2026.",
        {"type": "road", "status": "under_construction", "due": "2026"},
    ),
]


@pytest.mark.parametrize(("text", "slots"), ONE, ids=[text[:50] for text, _ in ONE])
def test_a_text_tells_of_one_project(text: str, slots: dict[str, Any]) -> None:
    found = projects(text)
    assert len(found) == 1, [f.slots for f in found]
    assert {slot: found[0].get(slot) or None for slot in slots} == slots


NONE = [
    "The bank raised its rates, and the company paid its taxes.",
    "The ministers laid flowers at the monument and visited the museum.",
    "The road map of the two ministries will be signed in May.",
    "Trade has entered a new stage.",
    "Trucks wait near the terminal for days.",
    "If money is found, a bridge would be built at Kisangani.",
    "A block train carried copper to the border.",
    "The university sent a delegation.",
    "In line with the agreement, both sides exchanged data.",
]


@pytest.mark.parametrize("text", NONE)
def test_what_only_acts_or_stands_by_is_no_project(text: str) -> None:
    assert [f.slots for f in projects(text)] == []


TABLE = """Projects by state of work

| Project | Size | Cost, $m | Status |
| Kaleta hydropower | 240 MW | 526 | Running since May 2015 |
| Boke airport | - | 44 | Being built; due Oct 2025 |
| Conakry coal power | 80 MW | 120 | Dropped |
"""


def test_rows_of_a_table_are_projects() -> None:
    found = {f.get("name"): f for f in projects(TABLE)}
    assert list(found) == ["Kaleta hydropower", "Boke airport", "Conakry coal power"]
    assert [f.get("status") for f in found.values()] == ["operating", "under_construction", "cancelled"]
    assert [f.get("type") for f in found.values()] == ["energy", "airport", "energy"]
    assert found["Kaleta hydropower"].get("start") == "2015-05"
    assert found["Boke airport"].get("due") == "2025-10"


TWO = "A school is being built in Lomé.\n\nA school will be opened in Cotonou in 2026."


def test_two_schools_in_two_towns_are_two() -> None:
    assert [(f.get("place"), f.get("status")) for f in projects(TWO)] == [
        ("Lomé", "under_construction"),
        ("Cotonou", "planned"),
    ]


def test_order_of_paragraphs_changes_no_project() -> None:
    turned = "\n\n".join(reversed(TWO.split("\n\n")))
    assert {tuple(f.slots.items()) for f in projects(TWO)} == {tuple(f.slots.items()) for f in projects(turned)}


@pytest.mark.parametrize(("month", "number"), [("January", "01"), ("May", "05"), ("December", "12")])
def test_another_month_is_another_due(month: str, number: str) -> None:
    (fact,) = projects(f"Egypt will build a hospital in Juba by {month} 2026.")
    assert fact.get("due") == f"2026-{number}"


@pytest.mark.parametrize(("state", "code"), [("Egypt", "EG"), ("Qatar", "QA"), ("Japan", "JP"), ("Norway", "NO")])
def test_another_builder_is_another_party(state: str, code: str) -> None:
    (fact,) = projects(f"{state} will build a hospital in Juba by March 2026.")
    assert (fact.get("parties"), fact.get("country")) == ((code,), "SS")


@pytest.mark.parametrize(("place", "code"), [("Juba", "SS"), ("Lusaka", "ZM"), ("Dhaka", "BD"), ("Suva", "FJ")])
def test_another_town_is_another_state(place: str, code: str) -> None:
    (fact,) = projects(f"Egypt will build a hospital in {place} by March 2026.")
    assert (fact.get("place"), fact.get("country")) == (place, code)


def test_quotes_are_the_sentences_that_tell_of_it() -> None:
    text = "A cement plant will be built in Moundou by 2027. Construction began in May 2024."
    (fact,) = projects(text)
    assert [text[q.begin : q.stop] for q in fact.quotes] == [
        "A cement plant will be built in Moundou by 2027.",
        "Construction began in May 2024.",
    ]
