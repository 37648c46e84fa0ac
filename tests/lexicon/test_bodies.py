"""The table of bodies: one body a name, members that are states, a state for each national body."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from pledgebook.lexicon import rows
from pledgebook.lexicon.table import cell

BODIES = {row["short"]: row for row in rows("en", "bodies")}
STATES = {row["code"]: row for row in rows("en", "countries")}
ORDINARY = set((Path(__file__).parent / "ordinary_words.txt").read_text(encoding="utf-8").split())


def names(row: dict[str, str]) -> list[str]:
    """The short name and the others."""
    return [row["short"], *cell(row["names"])]


def test_every_cell_is_of_its_kind() -> None:
    assert {row["kind"] for row in BODIES.values()} == {"state_group", "bank", "agency", "association", "company"}
    assert {row["country"] for row in BODIES.values()} - {""} <= set(STATES)
    assert {code for row in BODIES.values() for code in cell(row["members"])} <= set(STATES)


def test_a_name_means_one_body() -> None:
    times = Counter(name for row in BODIES.values() for name in names(row))
    assert [name for name, number in times.items() if number > 1] == []


def test_no_body_is_called_like_a_state_a_currency_or_a_unit() -> None:
    states = {name for row in STATES.values() for name in (row["name"], *cell(row["names"]))}
    moneys = {word for row in rows("en", "currencies") for word in (row["code"], *cell(row["words"]))}
    units = {word for row in rows("en", "units") for word in cell(row["words"])}
    assert {name for row in BODIES.values() for name in names(row)} & (states | moneys | units) == set()


def test_no_body_is_called_by_an_ordinary_word_unless_in_capitals() -> None:
    every = [name for row in BODIES.values() for name in names(row)]
    assert [name for name in every if name.lower() in ORDINARY and not name.isupper()] == []


def test_members_only_in_groups_of_states_and_a_country_only_in_the_others() -> None:
    for short, row in BODIES.items():
        assert not row["members"] or (row["kind"] == "state_group" and not row["country"]), short
        assert row["members"].split("|") == sorted(row["members"].split("|")), short
        assert row["kind"] != "company" or row["country"], short


def test_the_european_union_is_a_state_here() -> None:
    assert not {"EU", "European Union"} & {name for row in BODIES.values() for name in names(row)}


@pytest.mark.parametrize(
    ("short", "number", "inside", "outside"),
    [
        ("OTS", 5, "AZ", "TM"),
        ("SCO", 10, "BY", "TM"),
        ("EAEU", 5, "AM", "UZ"),
        ("ECO", 10, "AF", "GE"),
        ("OIC", 57, "SR", "IN"),
        ("ASEAN", 11, "TL", "PG"),
        ("AU", 55, "MA", "YE"),
        ("ECOWAS", 12, "GH", "ML"),
        ("AES", 3, "ML", "SN"),
        ("EAC", 8, "SO", "ET"),
        ("SADC", 16, "CD", "KE"),
        ("COMESA", 21, "EG", "TZ"),
        ("MERCOSUR", 5, "BO", "CL"),
        ("GCC", 6, "OM", "YE"),
        ("Arab League", 22, "KM", "IR"),
        ("G20", 20, "EU", "ES"),
        ("NATO", 32, "SE", "UA"),
        ("Council of Europe", 46, "AZ", "RU"),
        ("OSCE", 57, "MN", "CN"),
        ("OECD", 38, "CR", "BR"),
        ("SPECA", 7, "AZ", "GE"),
        ("CELAC", 33, "BR", "US"),
    ],
)
def test_groups_have_the_members_they_have(short: str, number: int, inside: str, outside: str) -> None:
    members = cell(BODIES[short]["members"])
    assert (len(members), inside in members, outside in members) == (number, True, False)


@pytest.mark.parametrize(
    ("name", "short", "kind", "country"),
    [
        ("Asian Development Bank", "ADB", "bank", ""),
        ("Islamic Development Bank", "IsDB", "bank", ""),
        ("International Monetary Fund", "IMF", "bank", ""),
        ("Food and Agriculture Organization", "FAO", "agency", ""),
        ("Japan International Cooperation Agency", "JICA", "agency", "JP"),
        ("Kreditanstalt für Wiederaufbau", "KfW", "agency", "DE"),
        ("Kreditanstalt fur Wiederaufbau", "KfW", "agency", "DE"),
        ("Kazakhstan Temir Zholy", "KTZ", "company", "KZ"),
        ("State Oil Company of Azerbaijan", "SOCAR", "company", "AZ"),
        ("Uzbekneftegaz", "Uzbekneftegaz", "company", "UZ"),
        ("KenGen", "KenGen", "company", "KE"),
        ("Eskom", "Eskom", "company", "ZA"),
        ("Petrobras", "Petrobras", "company", "BR"),
        ("Botas", "BOTAŞ", "company", "TR"),
        ("Caminhos de Ferro de Moçambique", "CFM", "company", "MZ"),
        ("Vietnam Electricity", "EVN", "company", "VN"),
    ],
)
def test_bodies_that_everybody_knows(name: str, short: str, kind: str, country: str) -> None:
    found = [row for row in BODIES.values() if name in names(row)]
    assert [(row["short"], row["kind"], row["country"]) for row in found] == [(short, kind, country)]
