"""Places, routes, titles and events."""

from __future__ import annotations

import pytest

from .names import coded, mentions, texts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met in Tashkent.", ("Tashkent", "UZ")),
        ("They met in Ouagadougou.", ("Ouagadougou", "BF")),
        ("The Bulgarian port of Tsarevec grew.", ("Tsarevec", "BG")),
        ("Zelmora, a port in Ghana, grew.", ("Zelmora", "GH")),
        ("It goes to Zelmora, Ghana.", ("Zelmora", "GH")),
        ("the Kenyan town of Kapsowar", ("Kapsowar", "KE")),
        ("in the Zelmora district of Ghana", ("Zelmora district", "GH")),
        ("in Ghana's Zelmora region", ("Zelmora region", "GH")),
        ("They met in Zelmora.", ("Zelmora", "")),
        ("ZELMORA, March 3 - Trade grew.", ("ZELMORA", "")),
        ("the Lusaka–Zelmora line", ("Zelmora", "")),
        ("in the districts of Zelmora and Karwana", ("Karwana", "")),
        ("Zelmora, near Lusaka, grew", ("Zelmora", "")),
        ("The border station of Zelmora opened.", ("Zelmora", "")),
    ],
)
def test_places(text: str, expected: tuple[str, str]) -> None:
    assert expected in coded(text, "place")


def test_a_capital_is_a_place_with_the_code_of_its_state() -> None:
    found = [m for m in mentions("Lima and Quito agreed.") if m.type == "place"]
    assert [(m.text, m.code, m.sense) for m in found] == [("Lima", "PE", "capital"), ("Quito", "EC", "capital")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Lusaka–Harare–Beira line", ["Lusaka–Harare–Beira line"]),
        ("the Mombasa-Kampala road", ["Mombasa-Kampala road"]),
        ("Lusaka – Harare", ["Lusaka – Harare"]),
        ("the Kenya–Uganda–Rwanda corridor", ["Kenya–Uganda–Rwanda corridor"]),
        ("the Northern Corridor", ["Northern Corridor"]),
        ("the Trans-Andean Freight Route (TAFR)", ["Trans-Andean Freight Route (TAFR)"]),
        ("Kenya-Uganda trade", []),
        ("Sino-Kazakh trade", []),
    ],
)
def test_routes(text: str, expected: list[str]) -> None:
    assert texts(text, "route") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "They signed the Declaration on Lasting Friendship and Growing Trade.",
            ["Declaration on Lasting Friendship and Growing Trade"],
        ),
        ("They signed the Air Services Agreement in Lima.", ["Air Services Agreement"]),
        (
            "They signed an Agreement between the Government of Chile and the Government of Peru on Water.",
            ["Agreement between the Government of Chile and the Government of Peru on Water"],
        ),
        ("They signed the Mutual Trade Promotion Treaty (MTPT).", ["Mutual Trade Promotion Treaty (MTPT)"]),
        ('The Law "On Free Zones" was passed.', ['Law "On Free Zones"']),
        ("They signed a Memorandum of Understanding.", []),
        ("They signed an MoU.", []),
        ("They signed the Treaty of Friendship.", ["Treaty of Friendship"]),
    ],
)
def test_titles(text: str, expected: list[str]) -> None:
    assert texts(text, "title") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The First Mongolian-Korean Business Forum was held.", ["First Mongolian-Korean Business Forum"]),
        ("The Third Session of the Joint Water Commission was held.", ["Third Session of the Joint Water Commission"]),
        ("The 14th Meeting of the Trade Council was held.", ["14th Meeting of the Trade Council"]),
        ("The Andean Coffee Expo was held.", ["Andean Coffee Expo"]),
    ],
)
def test_events(text: str, expected: list[str]) -> None:
    assert texts(text, "event") == expected


def test_the_short_form_of_a_treaty_is_that_treaty() -> None:
    found = mentions("They signed the Mutual Trade Promotion Treaty (MTPT). MTPT enters into force in May.")
    assert [m.name for m in found if m.type == "title"] == ["Mutual Trade Promotion Treaty (MTPT)"] * 2


def test_parties_inside_a_title_are_bodies() -> None:
    found = mentions("They signed an MoU between Volta Rail Ltd and the Ministry of Energy of Togo.")
    assert {"Volta Rail Ltd", "Ministry of Energy of Togo"} <= {m.text for m in found if m.type == "body"}
