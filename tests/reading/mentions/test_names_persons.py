"""Persons: by title before or behind, by what they say, and by surname alone."""

from __future__ import annotations

import pytest

from .names import mentions


def persons(text: str) -> list[tuple[str, str, str]]:
    return [(m.name, m.code, m.sense) for m in mentions(text) if m.type == "person"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("President Ana Rossi came.", ("Ana Rossi", "", "head_of_state")),
        ("Chilean President Ana Rossi came.", ("Ana Rossi", "CL", "head_of_state")),
        ("President of Chile Ana Rossi came.", ("Ana Rossi", "CL", "head_of_state")),
        ("The President of the Republic of Chile, Ana Rossi, came.", ("Ana Rossi", "CL", "head_of_state")),
        ("Chile's President, Ana Rossi, came.", ("Ana Rossi", "CL", "head_of_state")),
        ("Prime Minister Le Van Thanh came.", ("Le Van Thanh", "", "head_of_government")),
        ("Deputy Minister of Economy T. Okello came.", ("T. Okello", "", "deputy")),
        ("The Minister of Transport of Latvia, Janis Ozols, came.", ("Janis Ozols", "LV", "minister")),
        ("Minister of Trade, Industry and Mines of Chad Idriss Abakar came.", ("Idriss Abakar", "TD", "minister")),
        ("Kenyan Mining and Blue Economy Minister Grace Otieno came.", ("Grace Otieno", "KE", "minister")),
        ("Nepal's foreign minister Hari Thapa came.", ("Hari Thapa", "NP", "minister")),
        ("Foreign Secretary Vikram Rao came.", ("Vikram Rao", "", "minister")),
        ("Ambassador of Fiji to Japan Seru Vula came.", ("Seru Vula", "FJ", "ambassador")),
        ("Mr. Tomas Berg came.", ("Tomas Berg", "", "honorific")),
        ("H.E. Dr. Amina Yusuf came.", ("Amina Yusuf", "", "honorific")),
        ("Sheikh Hamad bin Khalifa Al Marri came.", ("Hamad bin Khalifa Al Marri", "", "honorific")),
        ("Chairman of the State Railway Committee Petr Novak came.", ("Petr Novak", "", "official")),
        ("Ivo Marin, director of Adria Gas, came.", ("Ivo Marin", "", "official")),
        ("Ivo Marin, the Croatian energy minister, came.", ("Ivo Marin", "HR", "minister")),
        ('"It works," said Lucia Prado, head of the agency.', ("Lucia Prado", "", "official")),
        ("Joseph Banda (Minister of Lands) came.", ("Joseph Banda", "", "minister")),
        ("Kassa Tilahun said so.", ("Kassa Tilahun", "", "")),
        ("Maria da Silva of the union left.", ("Maria da Silva", "", "")),
        ("President Abdel Rahman al-Bakri came.", ("Abdel Rahman al-Bakri", "", "head_of_state")),
        ("Foreign Minister Jean-Luc N'Dour came.", ("Jean-Luc N'Dour", "", "minister")),
        ("Minister of Defence Israel Cohen came.", ("Israel Cohen", "", "minister")),
        ("President Santiago Vera came.", ("Santiago Vera", "", "head_of_state")),
        ("UN Secretary-General Amara Diop came.", ("Amara Diop", "", "official")),
        ("the chairman of Volta Rail, Kwame Boateng, came", ("Kwame Boateng", "", "official")),
    ],
)
def test_by_title_and_by_speech(text: str, expected: tuple[str, str, str]) -> None:
    assert persons(text)[0] == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Prime Minister Ion Popa came. Popa spoke.", "Ion Popa"),
        ("Deputy Minister R. Haas came. Ruth Haas spoke.", "Ruth Haas"),
        ("Xi Lanying, minister of trade, came. Xi spoke. Minister Xi left.", "Xi Lanying"),
        ("Mrs. Otieno spoke. Grace Otieno, minister of mines, left.", "Grace Otieno"),
        ("President Khalid bin Saud came. Bin Saud spoke.", "Khalid bin Saud"),
    ],
)
def test_all_mentions_bear_the_fullest_name(text: str, name: str) -> None:
    found = persons(text)
    assert len(found) >= 2 and {n for n, _, _ in found} == {name}


def test_a_title_alone_is_the_last_person_who_bore_it() -> None:
    found = mentions("Peruvian President Ana Rossi met Prime Minister Ole Dahl of Norway. The President thanked him.")
    last = [m for m in found if m.type == "person"][-1]
    assert (last.text, last.name, last.code, last.sense) == ("President", "Ana Rossi", "PE", "reference")


def test_a_title_that_two_persons_bear_names_neither() -> None:
    found = persons(
        "Presidents Ana Rossi and Ole Dahl met. President Ana Rossi and President Ole Dahl spoke. The President left."
    )
    assert all(sense != "reference" for _, _, sense in found)


def test_titles_of_two_persons() -> None:
    found = persons("Presidents Ana Rossi and Ole Dahl met.")
    assert [name for name, _, _ in found] == ["Ana Rossi", "Ole Dahl"]


def test_a_title_between_two_names_is_the_first_ones() -> None:
    found = persons("Ana Rossi, President of Chile, His Excellency Mr Ole Dahl, President of Malta, met.")
    assert [(n, c) for n, c, _ in found] == [("Ana Rossi", "CL"), ("Ole Dahl", "MT")]


@pytest.mark.parametrize(
    "text",
    [
        "The Joint Committee met.",
        "The General Directorate of Roads met.",
        "The First Forum of Regions met.",
        "Adria Gas said so.",
        "DP Terminals said so.",
        "The presidents met.",
        "Economy Minister Visits New Port In Bid To Woo Investors",
        "Director-General for the Southern Neighbourhood",
    ],
)
def test_no_person(text: str) -> None:
    assert persons(text) == []
