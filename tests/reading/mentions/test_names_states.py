"""States: by name, by adjective, by people; in pairs; beside words that look like them."""

from __future__ import annotations

import pytest

from .names import coded, mentions


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trade between Kenya and Peru grew.", [("Kenya", "KE"), ("Peru", "PE")]),
        ("Papua New Guinea sells gas to Japan.", [("Papua New Guinea", "PG"), ("Japan", "JP")]),
        ("South Sudan borders Sudan.", [("South Sudan", "SS"), ("Sudan", "SD")]),
        (
            "Guinea-Bissau, Guinea and Equatorial Guinea met.",
            [("Guinea-Bissau", "GW"), ("Guinea", "GN"), ("Equatorial Guinea", "GQ")],
        ),
        (
            "Bosnia and Herzegovina joined; so did Trinidad and Tobago.",
            [("Bosnia and Herzegovina", "BA"), ("Trinidad and Tobago", "TT")],
        ),
        ("the Republic of Moldova", [("Republic of Moldova", "MD")]),
        ("the Islamic Republic of Pakistan", [("Islamic Republic of Pakistan", "PK")]),
        ("the Kingdom of Norway and the Sultanate of Oman", [("Kingdom of Norway", "NO"), ("Sultanate of Oman", "OM")]),
        ("the Democratic People's Republic of Korea", [("Democratic People's Republic of Korea", "KP")]),
        ("the Republic of Korea", [("Republic of Korea", "KR")]),
        ("the Lao People's Democratic Republic", [("Lao People's Democratic Republic", "LA")]),
        ("the United Arab Emirates (UAE)", [("United Arab Emirates", "AE"), ("UAE", "AE")]),
        ("Côte d'Ivoire and Cabo Verde", [("Côte d'Ivoire", "CI"), ("Cabo Verde", "CV")]),
        ("Türkiye, formerly Turkey", [("Türkiye", "TR"), ("Turkey", "TR")]),
        ("the Czech Republic, now Czechia", [("Czech Republic", "CZ"), ("Czechia", "CZ")]),
        ("Swaziland became Eswatini.", [("Swaziland", "SZ"), ("Eswatini", "SZ")]),
    ],
)
def test_by_name(text: str, expected: list[tuple[str, str]]) -> None:
    assert coded(text, "country") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chilean copper", [("Chilean", "CL")]),
        ("South Korean ships and North Korean coal", [("South Korean", "KR"), ("North Korean", "KP")]),
        ("Burkinabe gold", [("Burkinabe", "BF")]),
        ("New Zealanders bought Dutch bulbs", [("New Zealanders", "NZ"), ("Dutch", "NL")]),
        ("Filipinos work in Kuwait", [("Filipinos", "PH"), ("Kuwait", "KW")]),
        (
            "Sino-Kazakh and Franco-Moroccan firms",
            [("Sino", "CN"), ("Kazakh", "KZ"), ("Franco", "FR"), ("Moroccan", "MA")],
        ),
        ("Argentine-Bolivian gas", [("Argentine", "AR"), ("Bolivian", "BO")]),
        ("Kenya-Uganda road", [("Kenya", "KE"), ("Uganda", "UG")]),
        ("the China–Laos railway", [("China", "CN"), ("Laos", "LA")]),
        ("Turkish-Georgian-Azerbaijani talks", [("Turkish", "TR"), ("Georgian", "GE"), ("Azerbaijani", "AZ")]),
        ("The Indo-Pacific is large.", []),
        ("the EU and the US", [("EU", "EU"), ("US", "US")]),
    ],
)
def test_by_adjective_people_and_pair(text: str, expected: list[tuple[str, str]]) -> None:
    assert coded(text, "country") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They roasted a turkey at noon.", []),
        ("Let us go, said the men.", []),
        ("Us they forgot.", []),
        ("Michael Jordan came.", []),
        ("Chad Meyers came with him.", []),
        ("Jordan exports potash.", [("Jordan", "JO")]),
        ("Chad and Niger share a border.", [("Chad", "TD"), ("Niger", "NE")]),
        ("Georgia raised its tariff.", [("Georgia", "GE")]),
        ("It cost US$5 million.", []),
        ("The male population fell.", []),
        ("a Polish bank and a pole", [("Polish", "PL")]),
        ("Congo and its neighbour Congo-Brazzaville", [("Congo", "CG"), ("Congo-Brazzaville", "CG")]),
        (
            "Kinshasa is the capital of the Democratic Republic of the Congo; the Congolese franc fell.",
            [("Democratic Republic of the Congo", "CD"), ("Congolese", "CD")],
        ),
    ],
)
def test_beside_other_words(text: str, expected: list[tuple[str, str]]) -> None:
    assert coded(text, "country") == expected


def test_the_sense_tells_how_a_state_is_named() -> None:
    assert [m.sense for m in mentions("Ghana, Ghanaian, Ghanaians") if m.type == "country"] == [
        "name",
        "demonym",
        "people",
    ]


@pytest.mark.parametrize("body", ["Ministry of Health of {}", "Bank of {}", "{}'s interior ministry"])
def test_a_state_inside_a_body_is_found_as_well(body: str) -> None:
    text = "The " + body.format("Ghana") + " agreed."
    assert [m.code for m in mentions(text) if m.type == "country"] == ["GH"]
    assert [m.code for m in mentions(text) if m.type == "body"] == ["GH"]


_TEMPLATE = (
    "{0} President Ana Rossi met the Ministry of Energy of {1}. "
    "Trade of {1} with {2} grew; {2}'s customs office agreed."
)


@pytest.mark.parametrize(
    "states",
    [
        (("Chilean", "CL"), ("Peru", "PE"), ("Bolivia", "BO")),
        (("Kenyan", "KE"), ("Ethiopia", "ET"), ("Sri Lanka", "LK")),
        (("Dutch", "NL"), ("New Zealand", "NZ"), ("North Macedonia", "MK")),
        (("Vietnamese", "VN"), ("Saudi Arabia", "SA"), ("Burkina Faso", "BF")),
    ],
)
def test_codes_follow_the_states_of_a_template(states: tuple[tuple[str, str], ...]) -> None:
    (_, a), (_, b), (_, c) = states
    found = mentions(_TEMPLATE.format(*(name for name, _ in states)))
    assert [m.code for m in found if m.type == "country"] == [a, b, b, c, c]
    assert [m.code for m in found if m.type == "person"] == [a]
    assert [m.code for m in found if m.type == "body"] == [b, c]
