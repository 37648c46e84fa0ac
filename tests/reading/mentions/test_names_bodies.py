"""Bodies: where a name begins and ends, whose it is, and its short forms."""

from __future__ import annotations

import pytest

from .names import coded, mentions, named


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Ministry of Tourism of Fiji signed.", "Ministry of Tourism of Fiji"),
        ("The Ministry of Trade, Industry and Mines of Chad signed.", "Ministry of Trade, Industry and Mines of Chad"),
        (
            "The Ministry of Labour and Social Protection and the Bank of Ghana signed.",
            "Ministry of Labour and Social Protection",
        ),
        ("The Ministry of Foreign Affairs and Trade met Peru.", "Ministry of Foreign Affairs and Trade"),
        ("The Ministry of Water, Kenya and Uganda agreed.", "Ministry of Water"),
        ("The Peruvian Ministry of Culture agreed.", "Peruvian Ministry of Culture"),
        ("Zambia's Ministry of Health agreed.", "Zambia's Ministry of Health"),
        ("The Federal Customs Service agreed.", "Federal Customs Service"),
        (
            "The Agency for Protection of Forests and the Promotion of Tourism agreed.",
            "Agency for Protection of Forests and the Promotion of Tourism",
        ),
        ("The Coffee and Cocoa Export Promotion Agency agreed.", "Coffee and Cocoa Export Promotion Agency"),
        ("The State Committee on Water Resources of Lesotho agreed.", "State Committee on Water Resources of Lesotho"),
        ("The Development Bank of Rwanda agreed.", "Development Bank of Rwanda"),
        ("The Export-Import Bank of Thailand agreed.", "Export-Import Bank of Thailand"),
        ("The Port of Beira handled it.", "Port of Beira"),
        ("The Embassy of Nepal in Muscat agreed.", "Embassy of Nepal in Muscat"),
        ("The Chamber of Commerce and Industry of Malta agreed.", "Chamber of Commerce and Industry of Malta"),
        ("The Council of Ministers of Benin met.", "Council of Ministers of Benin"),
        (
            "The Agency for Statistics under the President of Tajikistan agreed.",
            "Agency for Statistics under the President of Tajikistan",
        ),
        ("Orinoco Steel signed.", "Orinoco Steel"),
        ("Lumen Holdings LLC signed.", "Lumen Holdings LLC"),
        ("Tisza Motors d.o.o. signed.", "Tisza Motors d.o.o."),
        ('LLC "Akmola Grain" signed.', 'LLC "Akmola Grain"'),
        ("The University of Zagreb agreed.", "University of Zagreb"),
        ("The Indian Institute of Technology Madras agreed.", "Indian Institute of Technology Madras"),
        ("The Mongolia–Japan Joint Commission met.", "Mongolia–Japan Joint Commission"),
        ("The Bolivian-Paraguayan Trade Council met.", "Bolivian-Paraguayan Trade Council"),
        ("The Government of Punjab agreed.", "Government of Punjab"),
        ("The Bureau of Rail Safety (BRS) of Canada agreed.", "Bureau of Rail Safety (BRS) of Canada"),
    ],
)
def test_where_a_name_begins_and_ends(text: str, expected: str) -> None:
    assert expected in [m.text for m in mentions(text) if m.type == "body"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru's transport ministry agreed.", ("Peru's transport ministry", "PE")),
        ("The economy ministry of Sudan agreed.", ("economy ministry of Sudan", "SD")),
        ("The foreign ministry agreed.", ("foreign ministry", "")),
        ("The ministry of foreign affairs of Cuba agreed.", ("ministry of foreign affairs of Cuba", "CU")),
        ("Latvia's statistics office (CSP) agreed.", ("Latvia's statistics office (CSP)", "LV")),
        ("The central bank of Nepal agreed.", ("central bank of Nepal", "NP")),
        ("The Omani government agreed.", ("Omani government", "OM")),
        ("Rabat's energy ministry agreed.", ("Rabat's energy ministry", "MA")),
        ("The Thai-Malaysian intergovernmental commission met.", ("Thai-Malaysian intergovernmental commission", "")),
    ],
)
def test_written_small(text: str, expected: tuple[str, str]) -> None:
    assert expected in coded(text, "body")


@pytest.mark.parametrize(
    "text",
    [
        "The ministry agreed.",
        "A port is a place for ships.",
        "Both banks of the river flooded.",
        "the Kenyan Party agreed with the Ugandan Side",
        "Trade grew. Exports fell. Tourism rose.",
        "The MoU covers PPP and LNG.",
    ],
)
def test_no_body(text: str) -> None:
    assert coded(text, "body") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Coffee Export Board (CEB) met. CEB then voted.", ["Coffee Export Board (CEB)"]),
        ("CEB (Coffee Export Board) met. The Board voted.", ["Coffee Export Board (CEB)"]),
        ("CEB, i.e. the Coffee Export Board, met.", ["Coffee Export Board (CEB)"]),
        ("The National Rice Agency met. The Agency voted.", ["National Rice Agency"]),
        (
            "The Ministry of Fisheries of Iceland came. The Ministry of Fisheries went.",
            ["Ministry of Fisheries of Iceland"],
        ),
        (
            "The Icelandic Ministry of Fisheries came. The Ministry of Fisheries went.",
            ["Icelandic Ministry of Fisheries"],
        ),
        ("Kasai Copper JSC came. Kasai Copper went.", ["Kasai Copper JSC"]),
        ("The Cross-Border Rail Company (XRC) and XRC's staff", ["Cross-Border Rail Company (XRC)"]),
    ],
)
def test_every_mention_bears_the_fullest_name(text: str, expected: list[str]) -> None:
    assert named(text, "body") == expected


def test_two_ministries_of_one_name_stay_apart() -> None:
    text = "The Ministry of Health of Chile met the Ministry of Health of Peru. The Ministry of Health agreed."
    assert named(text, "body") == ["Ministry of Health of Chile", "Ministry of Health of Peru", "Ministry of Health"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Shanghai Cooperation Organization met.", "SCO"),
        ("The European Bank for Reconstruction and Development (EBRD) lent.", "EBRD"),
        ("The World Bank lent.", "World Bank"),
        ("The United Nations Development Programme helped.", "UNDP"),
        ("ASEAN met.", "ASEAN"),
        ("The African Development Bank lent.", "AfDB"),
        ("Mercosur met.", "Mercosur"),
        ("G20 ministers met.", "G20"),
    ],
)
def test_international_bodies_by_their_short_names(text: str, expected: str) -> None:
    assert named(text, "body") == [expected]


def test_who_is_no_health_organization() -> None:
    assert named("Who knows? An eco group: quad bikes.", "body") == []


@pytest.mark.parametrize(
    ("text", "name", "sense", "code"),
    [
        ("The Norwegian shipowner Halden Line signed.", "Halden Line", "company", "NO"),
        ("State utility Voltara signed.", "Voltara", "company", ""),
        ("Brotek, a maker of pumps, signed.", "Brotek", "company", ""),
        ("It was bought by Polish retailer Zabek.", "Zabek", "company", "PL"),
        ("He praised Zantiva.", "Zantiva", "unknown", ""),
    ],
)
def test_companies_by_what_stands_beside(text: str, name: str, sense: str, code: str) -> None:
    assert (name, sense, code) in [(m.name, m.sense, m.code) for m in mentions(text) if m.type == "body"]
