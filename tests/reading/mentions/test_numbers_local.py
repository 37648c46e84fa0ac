"""A currency word that several states share is that of the state the document speaks of."""

from __future__ import annotations

import pytest

from pledgebook.model import Mention
from pledgebook.reading.mentions.local import localise


def country(code: str) -> Mention:
    return Mention("country", code, 0, 2, 0, 1, code=code)


def money(word: str, unit: str = "") -> Mention:
    return Mention("money", f"5 {word}", 0, 9, 0, 2, value=5, unit=unit, name=word, sense="local")


@pytest.mark.parametrize(
    ("word", "default", "states", "unit"),
    [
        ("shillings", "", ["TZ", "CN"], "TZS"),
        ("Sh", "", ["UG"], "UGX"),
        ("dinars", "", ["DZ", "IT", "DZ"], "DZD"),
        ("pesos", "", ["CL", "BO"], "CLP"),
        ("Rs", "INR", ["LK", "CN"], "LKR"),
        ("Rs", "INR", ["IN", "PK", "IN", "IN"], "INR"),
        ("Rs", "INR", ["IN", "PK"], "INR"),
        ("dinars", "", ["TN", "LY"], ""),
        ("dinars", "", ["TN", "LY", "TN"], "TND"),
        ("francs", "", ["FR", "DE"], ""),
    ],
)
def test_the_states_named_decide(word: str, default: str, states: list[str], unit: str) -> None:
    sum_ = money(word, default)
    localise("en", [sum_, *map(country, states)])
    assert sum_.unit == unit


def test_a_sure_currency_is_left_alone() -> None:
    sure = Mention("money", "5 Kuwaiti dinars", 0, 16, 0, 3, value=5, unit="KWD")
    localise("en", [sure, country("TN")])
    assert sure.unit == "KWD"
