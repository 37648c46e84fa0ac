"""What names a page holds: the shapes that every text has."""

from __future__ import annotations

import pytest

from pledgebook.model import Document
from pledgebook.reading.mentions.names import find
from pledgebook.reading.text import open_page


def names(text: str, kind: str) -> list[tuple[str, str]]:
    """Text and code of the mentions of one kind."""
    return [(m.text, m.code) for m in find(open_page(Document("d", text))) if m.type == kind]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenyan tea went to Papua New Guinea.", [("Kenyan", "KE"), ("Papua New Guinea", "PG")]),
        ("Sino-Kazakh trade grew.", [("Sino", "CN"), ("Kazakh", "KZ")]),
        (
            "The Republic of Moldova and the Kingdom of Norway agreed.",
            [("Republic of Moldova", "MD"), ("Kingdom of Norway", "NO")],
        ),
        ("They ate turkey in Turkey.", [("Turkey", "TR")]),
        ("Let us tell them: US exports grew.", [("US", "US")]),
    ],
)
def test_states(text: str, expected: list[tuple[str, str]]) -> None:
    assert names(text, "country") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Ministry of Trade, Industry and Mines of Chad met Sonatel.",
            ("Ministry of Trade, Industry and Mines of Chad", "TD"),
        ),
        (
            "An MoU with the Fiji Small and Medium Enterprises Agency (FSMEA).",
            ("Fiji Small and Medium Enterprises Agency (FSMEA)", "FJ"),
        ),
        ("Peru's transport ministry said so.", ("Peru's transport ministry", "PE")),
    ],
)
def test_bodies(text: str, expected: tuple[str, str]) -> None:
    assert expected in names(text, "body")


def test_a_person_keeps_one_name_and_state() -> None:
    page = open_page(Document("d", "Chilean Foreign Minister Ana Rojas came. Rojas spoke. Mrs. Rojas left."))
    assert [(m.name, m.code) for m in find(page) if m.type == "person"] == [("Ana Rojas", "CL")] * 3
